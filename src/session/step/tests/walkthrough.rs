//! The walkthrough, question by question.

use super::*;

#[test]
fn the_required_questions_come_first_and_in_order() {
    asks(vec![begun()], Field::Level);
    asks(required(), Field::Written);
    asks(with(required(), [Input::Skip]), Field::StartDate);
}

#[test]
fn skipping_every_optional_question_leads_to_the_card() {
    let (state, says) = run(with(required(), skips()));
    assert!(matches!(state, State::Checking { .. }));
    assert_eq!(says, [Say::Check]);
}

#[test]
fn a_required_question_cannot_be_skipped() {
    let (_, says) = run(vec![begun(), Input::Skip]);
    assert_eq!(says, [Say::Needed(Field::Level), Say::Ask(Field::Level)]);
}

#[test]
fn back_asks_the_question_before_and_keeps_its_answer() {
    let (state, _) = run(with(required(), [Input::Back]));
    assert!(matches!(&state, State::Asking(Question { field: Field::Grant, walk, .. }) if walk.draft.grant.is_some()));
    asks(with(required(), [Input::Back, Input::Skip]), Field::Written);
    let (_, says) = run(vec![begun(), Input::Back]);
    assert_eq!(says, [Say::NothingBefore, Say::Ask(Field::Level)]);
}

#[test]
fn change_returns_to_the_card() {
    let checking = with(required(), skips());
    let changed = with(checking, [Input::Change(Field::Base), Input::Answered(Answer::Base(Money::dollars(210_000)))]);
    let (state, says) = run(changed);
    assert!(matches!(&state, State::Checking { walk } if walk.draft.base == Some(Money::dollars(210_000))));
    assert_eq!(says.last(), Some(&Say::Check));
}

#[test]
fn at_the_card_only_words_with_their_name_change_an_answer() {
    let on_the_card = with(required(), [words("yes")].into_iter().chain(skips().skip(1)));
    for text in ["I do not know", "not sure", "verbal", "i have none", "185k", "thanks"] {
        let (state, says) = run(with(on_the_card.clone(), [words(text)]));
        assert_eq!(says, [Say::ExplainCheck, Say::Check], "{text}");
        assert_eq!(state.walk().and_then(|walk| walk.draft.written), Some(true), "{text}");
    }
    let (state, says) = run(with(on_the_card, [words("base 190k, not in writing")]));
    assert_eq!(says.last(), Some(&Say::Check));
    let draft = state.walk().map(|walk| (walk.draft.base, walk.draft.written));
    assert_eq!(draft, Some((Some(Money::dollars(190_000)), Some(false))));
}

#[test]
fn saving_completes_the_offer() {
    let inputs = with(required(), skips());
    let (state, says) = run(with(inputs, [Input::Save]));
    assert_eq!(state, State::Idle);
    assert!(matches!(&says[..], [Say::Complete { editing: None, .. }]));
}

#[test]
fn several_other_offers_are_asked_for_until_that_is_all() {
    let google = another("Google", Firmness::Written);
    let at_competing = with(required(), skips_to(Field::Competing));
    asks(at_competing.clone(), Field::Competing);
    let noted = with(at_competing, [Input::Answered(Answer::Competing(google))]);
    asks(noted.clone(), Field::Competing);
    asks(with(noted, [Input::Skip]), Field::WalkAway);
}

#[test]
fn cancelling_with_answers_asks_first_and_can_keep_them() {
    let (state, says) = run(with(required(), [Input::Cancel]));
    assert!(matches!(state, State::Leaving { .. }));
    assert_eq!(says, [Say::AskLeave(Leaving::Cancel)]);
    let (state, _) = run(with(required(), [Input::Cancel, Input::Pause]));
    assert!(matches!(state, State::Paused { .. }));
    let (state, says) = run(with(required(), [Input::Cancel, Input::Pause, begun()]));
    assert!(matches!(&state, State::Asking(Question { field: Field::Written, walk, .. }) if walk.draft.base.is_some()));
    assert_eq!(says.first(), Some(&Say::WelcomeBack));
    let (state, says) = run(with(required(), [Input::Cancel, words("yes")]));
    assert_eq!((state, says), (State::Idle, vec![Say::Stopped(None)]));
    let (state, _) = run(vec![begun(), Input::Cancel]);
    assert_eq!(state, State::Idle);
}

#[test]
fn two_failures_bring_examples() {
    let at_base = required()[..3].to_vec();
    let (_, once) = run(with(at_base.clone(), [words("lots of money")]));
    let (_, twice) = run(with(at_base, [words("lots of money"), words("very much")]));
    assert!(!once.contains(&Say::Examples(Field::Base)));
    assert!(twice.contains(&Say::Examples(Field::Base)), "{twice:?}");
    assert_eq!(twice.last(), Some(&Say::Ask(Field::Base)));
}

#[test]
fn a_bare_no_takes_no_answer_of_the_walkthrough_away() {
    let left = Input::Answered(Answer::LeftBehind(Money::dollars(5_000)));
    let answered = with(required(), [Input::Change(Field::LeftBehind), left, Input::Change(Field::LeftBehind)]);
    for no in ["n", "N", "no", "Nope!", "no ?", "nah"] {
        let (state, says) = run(with(answered.clone(), [words(no)]));
        assert_eq!(says, [Say::Stays(Field::LeftBehind), Say::Ask(Field::LeftBehind)], "{no}");
        assert!(state.walk().is_some_and(|walk| walk.draft.has(Field::LeftBehind)), "{no}");
    }
    let (state, says) = run(with(required(), [Input::Change(Field::SignOn), words("no")]));
    assert_eq!(says, [Say::Stays(Field::SignOn), Say::Ask(Field::SignOn)]);
    assert!(state.walk().is_some_and(|walk| walk.draft.sign_on.is_some_and(|sign_on| !sign_on.year_1.is_zero())));
    let (state, says) = run(with(answered.clone(), [words("go on")]));
    assert!(state.walk().is_some_and(|walk| walk.draft.has(Field::LeftBehind)), "{says:?}");
    let (state, _) = run(with(answered, [words("none")]));
    assert!(state.walk().is_some_and(|walk| !walk.draft.has(Field::LeftBehind)));
}

#[test]
fn no_to_any_other_offer_keeps_those_that_are_there() {
    let on_the_way = with(required(), skips_to(Field::Competing));
    for no in ["no", "n", "no?", "none", "nope", "no other offers", "nothing else"] {
        let (state, says) = run(with(on_the_way.clone(), [words("Google 450k written"), words(no)]));
        assert_eq!(says, [Say::Ask(Field::WalkAway)], "{no}");
        assert_eq!(state.walk().map(|walk| walk.draft.competing.len()), Some(1), "{no}");
    }
    // The button of the message before says no more than the word.
    let none = Input::Answered(Answer::Nothing(Field::Competing));
    let (state, says) = run(with(on_the_way.clone(), [words("Google 450k written"), none]));
    assert_eq!(says, [Say::Ask(Field::WalkAway)]);
    assert_eq!(state.walk().map(|walk| walk.draft.competing.len()), Some(1));
    let on_the_card = with(on_the_way, [words("Google 450k written"), Input::Skip, Input::Skip]);
    let changed = with(on_the_card, [words("change other offers")]);
    for (no, left) in [("no", 1), ("none", 0)] {
        let (state, says) = run(with(changed.clone(), [words(no)]));
        assert_eq!(says.last(), Some(&Say::Check), "{no}");
        assert_eq!(state.walk().map(|walk| walk.draft.competing.len()), Some(left), "{no}");
    }
}

#[test]
fn editing_opens_the_card_of_an_offer() {
    let State::Checking { walk } = run(with(required(), skips())).0 else { panic!("checking") };
    let offer: Offer = walk.draft.complete().expect("complete");
    let (state, says) = run(vec![Input::Edit { id: OfferId(3), offer: Box::new(offer.clone()), field: None }]);
    assert!(matches!(&state, State::Checking { walk } if walk.editing == Some(OfferId(3))));
    assert_eq!(says, [Say::Check]);
    let edit = |id, field| Input::Edit { id: OfferId(id), offer: Box::new(offer.clone()), field };
    let (state, says) = run(with(required(), [edit(3, None)]));
    assert!(matches!(state, State::Asking(_)));
    assert_eq!(says.first(), Some(&Say::AlreadyOpen));
    // Nobody has begun what has no answer yet.
    for nothing in [vec![Input::Begin], vec![Input::Begin, Input::Pause], vec![Input::Begin, Input::Back]] {
        let (state, says) = run(with(nothing, [edit(3, None)]));
        assert!(matches!(&state, State::Checking { walk } if walk.editing == Some(OfferId(3))));
        assert_eq!(says, [Say::Check]);
    }
    // A doubt is an answer, of which one word is missing.
    let (_, says) = run(vec![Input::Begin, words("sign-on 90k"), edit(3, None)]);
    assert_eq!(says.first(), Some(&Say::AlreadyOpen));
    // A field of the offer that is being edited is asked about at once; another offer's is not.
    let day = Some(Field::StartDate);
    let (state, says) = run(vec![edit(3, None), words("base 150k"), edit(3, day)]);
    assert_eq!(says, [Say::Ask(Field::StartDate)]);
    assert!(state.walk().is_some_and(|walk| walk.draft.base == Some(Money::dollars(150_000))), "{state:?}");
    let (_, says) = run(vec![edit(3, None), Input::Pause, edit(3, day)]);
    assert_eq!(says, [Say::Ask(Field::StartDate)]);
    let (_, says) = run(vec![edit(3, None), edit(4, day)]);
    assert_eq!(says, [Say::AlreadyOpen, Say::Check]);
}
