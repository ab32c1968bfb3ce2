//! One thing to settle: only what answers it settles it, and nothing else drops it.

use super::*;

fn split() -> Doubt {
    Doubt::SignOnSplit { amount: Money::dollars(90_000) }
}

fn at_split() -> Vec<Input> {
    with(required()[..4].to_vec(), [words("90k")])
}

fn at_google() -> Vec<Input> {
    with(required(), skips_to(Field::Competing).chain([words("Google 450k")]))
}

fn google(state: &State) -> Option<OtherOffer> {
    state.walk().and_then(|walk| walk.draft.competing.first().cloned())
}

#[test]
fn a_yes_chooses_nothing_where_there_are_several() {
    for at in [at_split(), at_google(), with(required(), skips_to(Field::WalkAway).chain([words("340k")]))] {
        let before = run(at.clone()).0;
        let State::Settling { doubt, .. } = &before else { panic!("{before:?}") };
        for text in ["yes", "y", "ok", "okay", "sure", "no", "nope", "save", "done", "go on"] {
            let (state, says) = run(with(at.clone(), [words(text)]));
            assert_eq!(says, [Say::Choices(doubt.clone()), Say::Settle(doubt.clone())], "{text}");
            assert_eq!(state.walk(), before.walk(), "{text}");
        }
    }
}

#[test]
fn a_yes_or_no_question_takes_a_yes_and_asks_again_after_a_no() {
    let at = with(required()[..3].to_vec(), [words("18500")]);
    for (text, base) in
        [("yes", 185_000), ("Yes, that", 185_000), ("No, as I wrote", 18_500), ("18500", 18_500), ("185k", 185_000)]
    {
        let (state, _) = run(with(at.clone(), [words(text)]));
        assert_eq!(state.walk().and_then(|walk| walk.draft.base), Some(Money::dollars(base)), "{text}");
    }
    // "No" may mean neither.
    for text in ["no", "nope", "No!"] {
        let (state, _) = run(with(at.clone(), [words(text)]));
        assert!(matches!(state, State::Settling { .. }), "{text}");
    }
}

#[test]
fn the_sum_is_asked_to_be_split() {
    let sum = Doubt::SignOnSum { amount: Money::dollars(90_000) };
    let at = with(at_split(), [words("sum over both years")]);
    assert_eq!(run(at.clone()).1, [Say::Settle(sum.clone())]);
    for (text, years) in [
        ("60k", (60_000, 30_000)),
        ("half each", (45_000, 45_000)),
        ("50/40", (50_000, 40_000)),
        ("30k in year 2", (60_000, 30_000)),
    ] {
        let (state, _) = run(with(at.clone(), [words(text)]));
        let sign_on = SignOn { year_1: Money::dollars(years.0), year_2: Money::dollars(years.1) };
        assert_eq!(state.walk().and_then(|walk| walk.draft.sign_on), Some(sign_on), "{text}");
    }
    for text in ["60/40", "yes", "hello there"] {
        let (state, says) = run(with(at.clone(), [words(text)]));
        assert!(state.walk().is_some_and(|walk| walk.draft.sign_on.is_none()), "{text}: {state:?}");
        assert_eq!(says.last(), Some(&Say::Settle(sum.clone())), "{text}");
    }
}

#[test]
fn another_answer_is_taken_and_the_doubt_is_asked_again() {
    for (text, field) in [
        ("base 205k", Field::Base),
        ("google written 450k", Field::Competing),
        ("L7", Field::Level),
        ("not in writing", Field::Written),
    ] {
        let (state, says) = run(with(at_split(), [words(text)]));
        let State::Settling { question, doubt } = &state else { panic!("{text}: {state:?}") };
        assert!(*doubt == split() && question.walk.draft.has(field), "{text}");
        assert!(matches!(says.as_slice(), [Say::Understood(_), Say::Settle(_)]), "{text}: {says:?}");
    }
    let (state, _) = run(with(at_split(), [words("base 18500")]));
    assert!(
        matches!(&state, State::Settling { question, doubt } if *doubt == split() && question.walk.doubts.len() == 1),
        "{state:?}"
    );
    let (state, says) = run(with(at_split(), [Input::Change(Field::Base), words("205k")]));
    assert!(matches!(&state, State::Settling { doubt, .. } if *doubt == split()), "{says:?}");
    for text in ["hm", "that depends", "thanks"] {
        assert_eq!(run(with(at_split(), [words(text)])).1, [Say::Choices(split()), Say::Settle(split())], "{text}");
    }
    for (text, say) in [
        ("what do you mean?", Say::ExplainDoubt(split())),
        ("help", Say::ExplainDoubt(split())),
        ("why", Say::WhyDoubt(split())),
        ("why do you ask?", Say::WhyDoubt(split())),
    ] {
        assert_eq!(run(with(at_split(), [words(text)])).1, [say, Say::Settle(split())], "{text}");
    }
}

#[test]
fn another_offer_is_never_lost_for_want_of_how_firm_it_is() {
    for text in ["not sure", "idk", "I don't know", "skip", "they haven't said"] {
        let (state, says) = run(with(at_google(), [words(text)]));
        let kept = google(&state).expect(text);
        assert_eq!((kept.firmness, kept.a_year), (Some(Firmness::InProcess), Some(Money::dollars(450_000))), "{text}");
        assert_eq!(says[1..], [Say::AsWeakest, Say::Ask(Field::Competing)], "{text}");
    }
    for text in ["no", "none", "yes", "nothing", "they are nice", "not in writing"] {
        let (state, says) = run(with(at_google(), [words(text)]));
        assert!(matches!(state, State::Settling { doubt: Doubt::Firmness { .. }, .. }), "{text}: {state:?}");
        assert!(matches!(says.as_slice(), [Say::Choices(_), Say::Settle(_)]), "{text}: {says:?}");
    }
    for (text, firmness) in [
        ("in writing", Firmness::Written),
        ("Verbal", Firmness::Verbal),
        ("google is written", Firmness::Written),
        ("google, written, 460k", Firmness::Written),
    ] {
        assert_eq!(
            google(&run(with(at_google(), [words(text)])).0).and_then(|offer| offer.firmness),
            Some(firmness),
            "{text}"
        );
    }
    let (state, _) = run(with(at_google(), [words("Meta verbal 400k")]));
    assert!(
        matches!(&state, State::Settling { doubt: Doubt::Firmness { company, .. }, .. } if company == "Google"),
        "{state:?}"
    );
    assert_eq!(google(&state).map(|offer| offer.company), Some("Meta".into()));
}

#[test]
fn what_is_skipped_is_said_or_needed() {
    let at = with(required(), skips_to(Field::WalkAway).chain([words("340k")]));
    let (state, says) = run(with(at, [words("skip")]));
    assert!(matches!(state, State::Checking { .. }));
    assert_eq!(says, [Say::LeftOutDoubt(Doubt::WalkAwayUnit { amount: Money::dollars(340_000) }), Say::Check]);
    assert_eq!(run(with(at_split(), [words("skip")])).1, [Say::Needed(Field::SignOn), Say::Settle(split())]);
    let answered = with(at_split(), [words("answer again")]);
    asks(answered, Field::SignOn);
}
