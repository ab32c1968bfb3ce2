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
        assert!(matches!(says.as_slice(), [Say::Problem(_) | Say::ExplainCheck, Say::Check]), "{text}: {says:?}");
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
    let (state, says) = run(with(required(), [Input::Cancel, words("delete them")]));
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
fn only_a_plain_delete_takes_the_answers_away() {
    let asked = with(required(), [Input::Cancel]);
    for text in ["yes", "y", "ok", "k", "sure", "yep", "keep", "keep them", "Keep them for later", "later"] {
        let (state, says) = run(with(asked.clone(), [words(text)]));
        assert_eq!(says, [Say::PutAside], "{text}");
        assert!(state.walk().is_some_and(|walk| walk.draft.base.is_some()), "{text}");
    }
    for text in ["go on", "no", "Go on!", "continue", "back"] {
        let (state, says) = run(with(asked.clone(), [words(text)]));
        assert!(matches!(state, State::Asking(_)), "{text}");
        assert_eq!(says, [Say::WelcomeBack, Say::Ask(Field::Written)], "{text}");
    }
    for text in ["L6", "they raised base to 210k", "why not", "done", "", "delete the base", "don't delete"] {
        let (state, says) = run(with(asked.clone(), [words(text)]));
        assert!(matches!(state, State::Leaving { .. }), "{text}");
        assert_eq!(says, [Say::WaysToLeave(Leaving::Cancel), Say::AskLeave(Leaving::Cancel)], "{text}");
    }
    let (_, says) = run(with(asked, [words("save")]));
    assert_eq!(says, [Say::Enough, Say::Check]);
    let over = with(required(), [words("start over")]);
    for text in ["yes", "ok", "sure", "done"] {
        let (state, says) = run(with(over.clone(), [words(text)]));
        assert!(state.walk().is_some_and(|walk| walk.draft.base.is_some()), "{text}");
        assert!(says.contains(&Say::WaysToLeave(Leaving::StartOver)), "{text}: {says:?}");
    }
    let (_, says) = run(with(over, [words("Yes, start over")]));
    assert_eq!(says, [Say::Welcome, Say::Ask(Field::Level)]);
}

#[test]
fn enough_is_enough_once_what_is_needed_is_there() {
    for text in ["save", "that's enough", "done", "finish", "that's all I have", "That's all."] {
        let (state, says) = run(with(required(), [words(text)]));
        assert!(matches!(state, State::Checking { .. }), "{text}");
        assert_eq!(says, [Say::Enough, Say::Check], "{text}");
        let (state, says) = run(with(required()[..3].to_vec(), [words(text)]));
        assert!(matches!(state, State::Asking(Question { field: Field::Base, .. })), "{text}");
        let missing = vec![Field::Base, Field::SignOn, Field::Grant];
        assert_eq!(says, [Say::StillNeeded(missing), Say::Ask(Field::Base)], "{text}");
    }
    let at_deadline = with(required(), skips_to(Field::ReplyBy));
    assert_eq!(run(with(at_deadline, [words("that's all")])).1, [Say::Enough, Say::Check]);
    let doubted = Input::Pasted(Letter {
        answers: Vec::new(),
        doubts: vec![Doubt::WalkAwayUnit { amount: Money::dollars(340_000) }],
    });
    let (state, _) = run(with(required(), [doubted.clone()]));
    assert!(matches!(state, State::Settling { .. }));
    // What is in doubt comes before the card.
    let (_, says) = run(with(required(), [doubted, Input::Change(Field::Base), words("save")]));
    assert!(matches!(says.as_slice(), [Say::Settle(Doubt::WalkAwayUnit { .. })]), "{says:?}");
}

#[test]
fn without_a_sign_on_nobody_asks_how_it_is_paid() {
    let none = Input::Answered(Answer::SignOn(SignOn::default()));
    let mut without = required();
    without[4] = none.clone();
    let on = with(without, [Input::Skip, Input::Skip, Input::Skip]);
    asks(on.clone(), Field::LeftBehind);
    asks(with(on, [Input::Back]), Field::ReplyBy);
    // Terms that were given before stay, and are asked for again once there is a sign-on.
    let terms = Answer::SignOnTerms(SignOnTerms { payment: Payment::Monthly, repayment: Repayment::Nothing });
    let given = with(
        required(),
        [Input::Change(Field::SignOnTerms), Input::Answered(terms), Input::Change(Field::SignOn), none],
    );
    let (state, _) = run(given);
    let draft = &state.walk().expect("open").draft;
    assert!(draft.sign_on_terms.is_some() && draft.sign_on == Some(SignOn::default()));
}

#[test]
fn who_cannot_tell_gets_the_line_to_ask_with_or_goes_on() {
    let at_base = required()[..3].to_vec();
    for text in ["I don't know", "they haven't said", "not yet told", "idk", "no idea yet"] {
        let (_, says) = run(with(at_base.clone(), [words(text)]));
        assert_eq!(says, [Say::AskThem(Field::Base), Say::Ask(Field::Base)], "{text}");
        let (state, says) = run(with(required(), skips_to(Field::LeftBehind).chain([words(text)])));
        assert_eq!(says, [Say::LeftOpen(Field::LeftBehind), Say::Ask(Field::Competing)], "{text}");
        assert!(state.walk().is_some_and(|walk| !walk.draft.has(Field::LeftBehind)), "{text}");
        let (state, says) = run(with(required(), [Input::Change(Field::Base), words(text)]));
        assert_eq!(says, [Say::Stays(Field::Base), Say::Ask(Field::Base)], "{text}");
        assert!(state.walk().is_some_and(|walk| walk.draft.has(Field::Base)), "{text}");
    }
}

#[test]
fn a_form_takes_what_it_says_and_asks_what_it_does_not() {
    let form = |texts: &[(Field, &str)]| Input::Filled {
        texts: texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect(),
        today: TODAY,
    };
    let all = form(&[
        (Field::Level, "L6"),
        (Field::Location, "Seattle"),
        (Field::Base, "200k"),
        (Field::SignOn, "90/60"),
        (Field::Grant, "400k"),
    ]);
    let (state, says) = run(vec![begun(), all]);
    assert!(
        matches!(&state, State::Asking(Question { field: Field::Written, walk, .. }) if walk.draft.complete().is_ok())
    );
    assert!(matches!(says.as_slice(), [Say::Understood(answers), Say::Ask(Field::Written)] if answers.len() == 5));
    let some = form(&[
        (Field::Level, "L6"),
        (Field::Location, ""),
        (Field::Base, "lots"),
        (Field::SignOn, "90k"),
        (Field::Grant, "1400 shares"),
    ]);
    let (state, says) = run(vec![begun(), some]);
    assert!(
        matches!(&state, State::Asking(Question { field: Field::Base, walk, .. }) if walk.doubts.len() == 2),
        "{state:?}"
    );
    assert!(
        matches!(says.as_slice(), [Say::Understood(answers), Say::Problem(_), Say::Ask(Field::Base)] if answers.len() == 1),
        "{says:?}"
    );
    let (_, says) = run(vec![begun(), form(&[(Field::Level, "L6"), (Field::Base, "they haven't said")])]);
    assert_eq!(says[1..], [Say::AskThem(Field::Base), Say::Ask(Field::Base)]);
}

#[test]
fn the_first_words_are_said_again_while_nothing_is_answered() {
    assert_eq!(run(vec![begun(), begun()]).1, [Say::FirstWords, Say::Ask(Field::Level)]);
    let (_, says) = run(with(required(), [begun()]));
    assert_eq!(says.first(), Some(&Say::WelcomeBack));
}
