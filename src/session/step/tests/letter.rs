//! A letter, its doubts and what it leaves open.

use super::*;

fn base_slipped() -> Doubt {
    Doubt::Zeros { typed: Answer::Base(Money::dollars(18_500)), likely: Answer::Base(Money::dollars(185_000)) }
}

fn letter(answers: Vec<Answer>, doubts: Vec<Doubt>) -> Input {
    Input::Pasted { answers, doubts }
}

#[test]
fn a_letter_asks_its_doubts_then_what_is_missing_then_the_card() {
    let pasted = letter(
        vec![Answer::Level(Level::l6()), Answer::SignOn(SignOn::default())],
        vec![base_slipped(), Doubt::SharePrice { count: 1_400 }],
    );
    let (state, says) = run(vec![pasted.clone()]);
    assert!(
        matches!(&state, State::Settling { question: Question { field: Field::Base, walk, .. }, .. } if walk.draft.level == Some(Level::l6()))
    );
    assert_eq!(says, [Say::Settle(base_slipped())]);
    let (_, says) = run(vec![pasted.clone(), Input::Settled(0)]);
    assert_eq!(says.last(), Some(&Say::Settle(Doubt::SharePrice { count: 1_400 })));
    let settled = vec![pasted, Input::Settled(0), words("182.50")];
    asks(settled.clone(), Field::Location);
    let (state, says) = run(with(settled, [words("seattle")]));
    assert!(matches!(&state, State::Checking { walk } if walk.draft.complete().is_ok()));
    assert_eq!(says.last(), Some(&Say::Check));
}

#[test]
fn a_letter_into_an_open_walkthrough_fills_it_and_goes_on_there() {
    let begun = required()[..3].to_vec();
    let pasted = letter(vec![Answer::Base(Money::dollars(200_000)), Answer::Level(Level::l7())], Vec::new());
    let (state, _) = run(with(begun.clone(), [pasted.clone()]));
    let State::Asking(Question { walk, field: Field::SignOn, returning: false, .. }) = state else {
        panic!("{state:?}")
    };
    assert_eq!((walk.draft.level, walk.draft.base), (Some(Level::l7()), Some(Money::dollars(200_000))));
    let paused = with(begun.clone(), [Input::Pause, pasted.clone()]);
    asks(paused, Field::SignOn);
    let leaving = with(begun, [Input::Cancel, pasted]);
    asks(leaving, Field::SignOn);
}

#[test]
fn a_letter_that_says_none_takes_no_answer_away() {
    let left = Input::Answered(Answer::LeftBehind(Money::dollars(5_000)));
    let none = letter(vec![Answer::Nothing(Field::LeftBehind), Answer::Nothing(Field::Base)], Vec::new());
    let (state, _) = run(with(required(), [left, none]));
    let draft = &state.walk().expect("open").draft;
    assert_eq!((draft.left_behind, draft.base), (Some(Money::dollars(5_000)), Some(Money::dollars(200_000))));
}

#[test]
fn a_doubt_is_gone_once_its_field_is_answered_and_else_asked_before_saving() {
    let price = Doubt::SharePrice { count: 1_400 };
    let doubted = letter(Vec::new(), vec![base_slipped(), price.clone()]);
    let grant = Input::Answered(Answer::Grant(Grant::Dollars(Money::dollars(300_000))));
    let (state, _) = run(vec![doubted.clone(), Input::Change(Field::Grant), grant]);
    assert!(state.walk().is_some_and(|walk| !walk.doubts.contains(&price)));
    let on_the_card = with(required(), skips());
    let (state, says) = run(with(on_the_card, [doubted, Input::Back, Input::Back, Input::Save]));
    assert!(matches!(&state, State::Settling { doubt, .. } if *doubt == price), "{state:?}");
    assert_eq!(says, [Say::Settle(price)]);
}

#[test]
fn a_price_asked_for_alone_is_held_against_the_usual_too() {
    let at_price = with(required()[..5].to_vec(), [words("1400 shares")]);
    let (state, _) = run(with(at_price.clone(), [words("$182.50")]));
    assert!(state.walk().is_some_and(|walk| walk.draft.grant.is_some()), "{state:?}");
    let (state, says) = run(with(at_price, [words("18.25")]));
    assert!(state.walk().is_some_and(|walk| walk.draft.grant.is_none()), "{state:?}");
    assert!(matches!(says.last(), Some(Say::Settle(Doubt::Zeros { .. }))), "{says:?}");
}
