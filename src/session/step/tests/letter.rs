//! A letter, its doubts and what it leaves open.

use super::*;

fn base_slipped() -> Doubt {
    Doubt::Zeros { typed: Answer::Base(Money::dollars(18_500)), likely: Answer::Base(Money::dollars(185_000)) }
}

fn letter(answers: Vec<Answer>, doubts: Vec<Doubt>) -> Input {
    Input::Pasted(Letter { answers, doubts })
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
    let pasted = letter(vec![Answer::Base(Money::dollars(200_000)), Answer::Level(Level::l6())], Vec::new());
    let (state, _) = run(with(begun.clone(), [pasted.clone()]));
    let State::Asking(Question { walk, field: Field::SignOn, returning: false, .. }) = state else {
        panic!("{state:?}")
    };
    assert_eq!((walk.draft.level, walk.draft.base), (Some(Level::l6()), Some(Money::dollars(200_000))));
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

fn first_letter() -> Vec<Input> {
    let left = Input::Answered(Answer::LeftBehind(Money::dollars(5_000)));
    vec![
        letter(
            vec![
                Answer::Level(Level::l6()),
                Answer::Location(Place::Seattle),
                Answer::Base(Money::dollars(200_000)),
                Answer::SignOn(SignOn { year_1: Money::dollars(84_000), year_2: Money::dollars(61_500) }),
            ],
            Vec::new(),
        ),
        Input::Change(Field::LeftBehind),
        left,
    ]
}

fn second_letter() -> Input {
    letter(
        vec![Answer::Level(Level::l7()), Answer::Location(Place::Austin), Answer::Base(Money::dollars(300_000))],
        Vec::new(),
    )
}

#[test]
fn a_second_letter_that_differs_asks_what_it_is() {
    let (state, says) = run(with(first_letter(), [second_letter()]));
    assert!(state.walk().is_some_and(|walk| walk.draft.base == Some(Money::dollars(200_000))), "nothing is taken yet");
    assert_eq!(says, [Say::AskPasted { room: true }]);
    for text in ["yes", "ok", "hm", "L7", ""] {
        let (after, says) = step(state.clone(), words(text));
        assert_eq!(
            (&after, says.as_slice()),
            (&state, [Say::WaysToPaste { room: true }, Say::AskPasted { room: true }].as_slice()),
            "{text}"
        );
    }
    for text in ["go on with the first", "cancel", "no", "go on"] {
        let (after, says) = step(state.clone(), words(text));
        assert_eq!(says[..2], [Say::LetterLeft, Say::WelcomeBack], "{text}");
        assert!(after.walk().is_some_and(|walk| walk.draft.base == Some(Money::dollars(200_000))), "{text}");
    }
}

#[test]
fn what_replaces_an_offer_keeps_nothing_of_it_but_what_is_the_users() {
    let (state, says) = run(with(first_letter(), [second_letter(), words("replace it")]));
    assert_eq!(says[..1], [Say::Replaced(vec![Field::LeftBehind])]);
    let walk = state.walk().expect("open");
    assert_eq!((walk.draft.base, walk.draft.sign_on), (Some(Money::dollars(300_000)), None));
    assert_eq!((walk.draft.left_behind, state.walks().len()), (Some(Money::dollars(5_000)), 1));
}

#[test]
fn a_second_offer_leaves_the_first_waiting_whole() {
    let (state, says) = run(with(first_letter(), [second_letter(), words("Second offer")]));
    assert_eq!(says[..1], [Say::PutBehind]);
    let [second, first] = state.walks()[..] else { panic!("{state:?}") };
    assert_eq!((second.draft.level, second.draft.sign_on, second.draft.left_behind), (Some(Level::l7()), None, None));
    assert_eq!((first.draft.level, first.draft.left_behind), (Some(Level::l6()), Some(Money::dollars(5_000))));
}

#[test]
fn a_letter_that_says_the_same_or_more_fills_in() {
    let more = letter(
        vec![Answer::Base(Money::dollars(200_000)), Answer::Grant(Grant::Dollars(Money::dollars(400_000)))],
        Vec::new(),
    );
    let (state, says) = run(with(first_letter(), [more]));
    assert!(state.walk().is_some_and(|walk| walk.draft.grant.is_some() && walk.draft.sign_on.is_some()), "{says:?}");
    assert_eq!(says, [Say::Ask(Field::Written)]);
    // What was only typed is corrected by the first letter, unless that is plainly of another offer.
    let typed = required()[..4].to_vec();
    let corrected = letter(vec![Answer::Base(Money::dollars(190_000))], Vec::new());
    let (state, _) = run(with(typed.clone(), [corrected]));
    assert!(state.walk().is_some_and(|walk| walk.draft.base == Some(Money::dollars(190_000))));
    assert_eq!(run(with(typed, [second_letter()])).1, [Say::AskPasted { room: true }]);
}

#[test]
fn the_same_letter_again_asks_nothing_again() {
    let level = Answer::Level(Level::l6());
    let same = letter(
        vec![level],
        vec![Doubt::SharePrice { count: 1_400 }, Doubt::SignOnSplit { amount: Money::dollars(90_000) }],
    );
    let settled = vec![same.clone(), words("182.50"), words("the sum"), words("60k")];
    let (before, _) = run(settled.clone());
    assert!(before.walk().is_some_and(|walk| walk.draft.grant.is_some() && walk.draft.sign_on.is_some()), "{before:?}");
    let (state, _) = run(with(settled.clone(), [same]));
    assert_eq!(state, before);
    let (_, says) = run(with(settled, [letter(Vec::new(), vec![Doubt::SharePrice { count: 2_200 }])]));
    assert_eq!(says, [Say::AskPasted { room: true }]);
}
