//! The questions behind the case.

use super::*;

fn case_begun() -> Input {
    Input::Case { offer: OfferId(4), facts: Facts::default() }
}

#[test]
fn the_case_asks_one_fact_after_another_and_hands_each_over() {
    let (state, says) = run(vec![case_begun(), words("compilers"), Input::Skip]);
    assert_eq!(says, [Say::AskFact(CaseQuestion::Scale)]);
    assert_eq!(state.case().and_then(|talk| talk.facts.get(Fact::Expertise)), Some("compilers"));
    let (_, says) = run(vec![case_begun(), words("  compilers\n and linkers ")]);
    let kept = Say::Keep { offer: OfferId(4), fact: Fact::Expertise, text: "compilers and linkers".into() };
    assert_eq!(says, [kept, Say::AskFact(CaseQuestion::RareSkill)]);
    let (state, says) = run(with(vec![case_begun()], std::iter::repeat_n(Input::Skip, 7)));
    assert_eq!((state, says), (State::Idle, vec![Say::CaseComplete { offer: OfferId(4) }]), "no day for no bonus");
    let at_bonus = with(vec![case_begun()], std::iter::repeat_n(Input::Skip, 5));
    let (_, says) = run(with(at_bonus, [words("$25,000")]));
    assert_eq!(says.last(), Some(&Say::AskFact(CaseQuestion::LostBonusDate)));
}

#[test]
fn the_case_takes_back_skip_stop_and_nothing() {
    let (_, says) = run(vec![case_begun(), Input::Back]);
    assert_eq!(says, [Say::NothingBefore, Say::AskFact(CaseQuestion::Expertise)]);
    let (_, says) = run(vec![case_begun(), words("compilers"), Input::Back]);
    assert_eq!(says, [Say::AskFact(CaseQuestion::Expertise)]);
    let (_, says) = run(vec![case_begun(), words("compilers"), Input::Back, words("nothing")]);
    let gone = Say::Keep { offer: OfferId(4), fact: Fact::Expertise, text: String::new() };
    assert_eq!(says, [gone, Say::AskFact(CaseQuestion::RareSkill)]);
    assert_eq!(run(vec![case_begun(), words("stop")]), (State::Idle, vec![Say::CaseStopped]));
    assert_eq!(run(vec![case_begun(), words("that's all")]).1, [Say::CaseComplete { offer: OfferId(4) }]);
    let (_, says) = run(vec![case_begun(), words("yes"), words("")]);
    assert_eq!(
        says,
        [
            Say::FactRefused(Refused::Empty),
            Say::FactExamples(CaseQuestion::Expertise),
            Say::AskFact(CaseQuestion::Expertise)
        ]
    );
}

/// Ways of saying no to a fact, and whether they take an answer away that is there.
const NOES: [(&str, bool); 14] = [
    ("none", true),
    ("None.", true),
    (" NOTHING ", true),
    ("N/A", true),
    ("Take it out!", true),
    ("remove", true),
    ("Remove it.", true),
    ("n", false),
    ("N", false),
    ("No.", false),
    ("NOPE!", false),
    ("nah", false),
    ("no thanks", false),
    ("not really", false),
];

#[test]
fn only_a_clear_word_takes_a_fact_away_and_any_no_passes_an_open_one() {
    for (no, clear) in NOES {
        let (state, says) = run(vec![case_begun(), words("compilers"), Input::Back, words(no)]);
        let kept = state.case().and_then(|talk| talk.facts.get(Fact::Expertise));
        if clear {
            let gone = Say::Keep { offer: OfferId(4), fact: Fact::Expertise, text: String::new() };
            assert_eq!((kept, says), (None, vec![gone, Say::AskFact(CaseQuestion::RareSkill)]), "{no}");
        } else {
            let refused = Say::FactRefused(Refused::BareNo);
            assert_eq!((kept, says), (Some("compilers"), vec![refused, Say::AskFact(CaseQuestion::Expertise)]), "{no}");
        }
        let (state, says) = run(vec![case_begun(), words(no)]);
        assert_eq!(says, [Say::AskFact(CaseQuestion::RareSkill)], "{no}");
        assert!(state.case().is_some_and(|talk| talk.facts == Facts::default()), "{no}");
    }
}

#[test]
fn the_case_puts_a_walkthrough_aside_and_gives_it_back() {
    let (state, _) = run(with(required(), [case_begun(), words("compilers")]));
    assert!(state.case().is_some() && state.walk().is_some_and(|walk| walk.draft.base.is_some()));
    let (state, says) = run(with(required(), [case_begun(), Input::Cancel]));
    assert!(matches!(state, State::Paused { .. }));
    assert_eq!(says, [Say::CaseStopped]);
    let (state, says) = run(with(required(), [case_begun(), begun()]));
    assert!(matches!(state, State::Asking(Question { field: Field::Written, .. })));
    assert_eq!(says, [Say::CaseStopped, Say::WelcomeBack, Say::Ask(Field::Written)]);
}
