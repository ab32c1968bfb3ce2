//! Editing a saved offer: the offer stays as it was until it is saved, and what was open waits.

use super::*;

fn saved() -> Offer {
    run(required()).0.walk().expect("open").draft.complete().expect("complete")
}

fn edit(id: u32, field: Option<Field>) -> Input {
    Input::Edit { id: OfferId(id), offer: Box::new(saved()), field }
}

#[test]
fn editing_opens_the_card_of_an_offer_or_one_question() {
    let (state, says) = run(vec![edit(3, None)]);
    assert!(matches!(&state, State::Checking { walk } if walk.editing == Some(OfferId(3))));
    assert_eq!(says, [Say::Check]);
    let day = Some(Field::StartDate);
    let (state, says) = run(vec![edit(3, None), words("base 150k"), edit(3, day)]);
    assert_eq!(says, [Say::Ask(Field::StartDate)]);
    assert!(state.walk().is_some_and(|walk| walk.draft.base == Some(Money::dollars(150_000))), "{state:?}");
    let (_, says) = run(vec![edit(3, None), Input::Pause, edit(3, day)]);
    assert_eq!(says, [Say::Ask(Field::StartDate)]);
}

#[test]
fn leaving_an_edit_asks_only_where_something_was_changed() {
    let (state, says) = run(vec![edit(3, None), Input::Cancel]);
    assert_eq!((state, says), (State::Idle, vec![Say::Stopped(Some(OfferId(3)))]));
    let changed = vec![edit(3, None), words("base 150k"), Input::Cancel];
    let (state, says) = run(changed.clone());
    assert!(matches!(state, State::Leaving { .. }));
    assert_eq!(says, [Say::AskLeave(Leaving::Cancel)]);
    let (_, says) = run(with(changed.clone(), [words("yes")]));
    assert_eq!(says, [Say::PutAside]);
    let (state, says) = run(with(changed, [words("drop the changes")]));
    assert_eq!((state, says), (State::Idle, vec![Say::Stopped(Some(OfferId(3)))]));
    let (_, says) = run(vec![edit(3, None), words("base 150k"), words("base 200k"), Input::Cancel]);
    assert_eq!(says, [Say::Stopped(Some(OfferId(3)))], "changed back is not changed");
}

#[test]
fn starting_an_edit_over_begins_with_the_offer_as_it_is_saved() {
    let (state, says) = run(vec![edit(3, None), words("base 150k"), words("start over"), Input::Confirm]);
    let State::Checking { walk } = state else { panic!("{state:?}") };
    assert_eq!((walk.editing, walk.draft.base), (Some(OfferId(3)), Some(Money::dollars(200_000))));
    assert_eq!(says, [Say::AsItWas, Say::Check]);
}

#[test]
fn what_was_open_waits_until_the_edit_is_done() {
    let (state, says) = run(with(required(), [edit(3, None)]));
    assert!(matches!(&state, State::Checking { walk } if walk.editing == Some(OfferId(3)) && walk.aside.is_some()));
    assert_eq!(says, [Say::PutBehind, Say::Check]);
    for done in [Input::Save, Input::Cancel] {
        let (state, says) = run(with(required(), [edit(3, None), done.clone()]));
        assert!(matches!(&state, State::Paused { .. }), "{state:?}");
        assert!(state.walk().is_some_and(|walk| walk.editing.is_none() && walk.draft.base.is_some()));
        assert_eq!(says.last(), Some(&Say::Waits), "{done:?}");
        let (_, says) = step(state, begun());
        assert_eq!(says, [Say::WelcomeBack, Say::Ask(Field::Written)]);
    }
    // At "Stop here?", and in the middle of a case.
    let (_, says) = run(with(required(), [Input::Cancel, edit(3, None)]));
    assert_eq!(says, [Say::PutBehind, Say::Check]);
    let (state, says) = run(vec![Input::Case { offer: OfferId(4), facts: Facts::default() }, edit(3, None)]);
    assert_eq!(says, [Say::CaseStopped, Say::Check]);
    assert!(state.walk().is_some_and(|walk| walk.editing == Some(OfferId(3))));
}

#[test]
fn what_holds_nothing_does_not_wait_and_only_a_few_do() {
    let (state, says) = run(vec![begun(), edit(3, None), edit(4, None)]);
    assert!(matches!(&state, State::Checking { walk } if walk.editing == Some(OfferId(4)) && walk.aside.is_none()));
    assert_eq!(says, [Say::Check]);
    let changed = |id| [edit(id, None), words("base 150k")];
    let full = with(required(), (1..4).flat_map(changed));
    let (state, says) = run(with(full, [edit(9, None)]));
    assert_eq!(says, [Say::TooManyOpen, Say::WelcomeBack, Say::Check]);
    assert_eq!(state.walks().len(), 4);
    assert!(state.walk().is_some_and(|walk| walk.editing == Some(OfferId(3))));
}

#[test]
fn a_new_offer_begins_where_nothing_of_the_saved_one_was_changed() {
    assert_eq!(run(vec![edit(3, None), begun()]).1, [Say::Welcome, Say::Ask(Field::Level)]);
    let (_, says) = run(vec![edit(3, None), words("base 150k"), begun()]);
    assert_eq!(says, [Say::WelcomeBack, Say::Check]);
    let (state, says) = run(with(required(), [edit(3, None), begun()]));
    assert_eq!(says, [Say::WelcomeBack, Say::Ask(Field::Written)]);
    assert_eq!(state.walks().len(), 1);
}
