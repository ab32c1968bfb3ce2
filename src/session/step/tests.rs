//! The conversation under any input: total, and never losing an answer.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::market::Place;
use crate::money::Money;
use crate::offer::{
    CompetingOffer, Fact, Facts, Firmness, Grant, Level, Offer, OfferId, Payment, Repayment, Schedule,
    ScheduleTextError, SignOn, SignOnTerms,
};
use crate::reading::{Answer, Doubt, Problem};
use crate::session::{CaseQuestion, Refused};

const TODAY: Date = date(2026, 11, 23);

fn words(text: &str) -> Input {
    Input::Words { text: text.into(), today: TODAY }
}

/// Runs inputs from nothing; gives the last state and what the last step said.
fn run(inputs: Vec<Input>) -> (State, Vec<Say>) {
    let mut last = (State::Idle, Vec::new());
    for input in inputs {
        last = step(last.0, input);
    }
    last
}

fn begun() -> Input {
    Input::Begin
}

fn required() -> Vec<Input> {
    vec![
        begun(),
        Input::Answered(Answer::Level(Level::l6())),
        Input::Answered(Answer::Location(Place::Seattle)),
        Input::Answered(Answer::Base(Money::dollars(200_000))),
        Input::Answered(Answer::SignOn(SignOn { year_1: Money::dollars(90_000), year_2: Money::dollars(60_000) })),
        Input::Answered(Answer::Grant(Grant::Dollars(Money::dollars(400_000)))),
    ]
}

fn with(mut inputs: Vec<Input>, more: impl IntoIterator<Item = Input>) -> Vec<Input> {
    inputs.extend(more);
    inputs
}

#[track_caller]
fn asks(inputs: Vec<Input>, field: Field) {
    let (state, says) = run(inputs);
    assert!(matches!(&state, State::Asking(question) if question.field == field), "{state:?}");
    assert_eq!(says.last(), Some(&Say::Ask(field)));
}

#[test]
fn the_required_questions_come_first_and_in_order() {
    asks(vec![begun()], Field::Level);
    asks(required(), Field::Written);
    asks(with(required(), [Input::Skip]), Field::StartDate);
}

#[test]
fn skipping_every_optional_question_leads_to_the_card() {
    let (state, says) = run(with(required(), std::iter::repeat_n(Input::Skip, 7)));
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
    let checking = with(required(), std::iter::repeat_n(Input::Skip, 7));
    let changed = with(checking, [Input::Change(Field::Base), Input::Answered(Answer::Base(Money::dollars(210_000)))]);
    let (state, says) = run(changed);
    assert!(matches!(&state, State::Checking { walk } if walk.draft.base == Some(Money::dollars(210_000))));
    assert_eq!(says.last(), Some(&Say::Check));
}

#[test]
fn at_the_card_only_words_with_their_name_change_an_answer() {
    let on_the_card = with(required(), [words("yes")].into_iter().chain(std::iter::repeat_n(Input::Skip, 6)));
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
    let inputs = with(required(), std::iter::repeat_n(Input::Skip, 7));
    let (state, says) = run(with(inputs, [Input::Save]));
    assert_eq!(state, State::Idle);
    assert!(matches!(&says[..], [Say::Complete { editing: None, .. }]));
}

#[test]
fn several_other_offers_are_asked_for_until_that_is_all() {
    let google = CompetingOffer { company: "Google".into(), firmness: Firmness::Written, a_year: None, reply_by: None };
    let at_competing = with(required(), std::iter::repeat_n(Input::Skip, 5));
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
    assert_eq!((state, says), (State::Idle, vec![Say::Stopped]));
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
    let on_the_way = with(required(), std::iter::repeat_n(Input::Skip, 5));
    for no in ["no", "n", "no?", "none", "nope", "no other offers", "nothing else"] {
        let (state, says) = run(with(on_the_way.clone(), [words("Google 450k written"), words(no)]));
        assert_eq!(says, [Say::Ask(Field::WalkAway)], "{no}");
        assert_eq!(state.walk().map(|walk| walk.draft.competing.len()), Some(1), "{no}");
    }
    let on_the_card = with(on_the_way, [words("Google 450k written"), Input::Skip, Input::Skip]);
    let changed = with(on_the_card, [words("change other offers")]);
    for (no, left) in [("no", 1), ("none", 0)] {
        let (state, says) = run(with(changed.clone(), [words(no)]));
        assert_eq!(says.last(), Some(&Say::Check), "{no}");
        assert_eq!(state.walk().map(|walk| walk.draft.competing.len()), Some(left), "{no}");
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

#[test]
fn editing_opens_the_card_of_an_offer() {
    let State::Checking { walk } = run(with(required(), std::iter::repeat_n(Input::Skip, 7))).0 else {
        panic!("checking")
    };
    let offer: Offer = walk.draft.complete().expect("complete");
    let (state, says) = run(vec![Input::Edit { id: OfferId(3), offer: Box::new(offer.clone()), field: None }]);
    assert!(matches!(&state, State::Checking { walk } if walk.editing == Some(OfferId(3))));
    assert_eq!(says, [Say::Check]);
    let (state, says) = run(with(required(), [Input::Edit { id: OfferId(3), offer: Box::new(offer), field: None }]));
    assert!(matches!(state, State::Asking(_)));
    assert_eq!(says.first(), Some(&Say::AlreadyOpen));
}

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
    let on_the_card = with(required(), std::iter::repeat_n(Input::Skip, 7));
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

fn any_money() -> impl Strategy<Value = Money> {
    (0i64..2_000_000).prop_map(Money::dollars)
}

fn schedule(kind: usize) -> Schedule {
    let texts = ["usual", "25/25/25/25 quarterly", "33/33/22/12 monthly", "20x5 yearly"];
    crate::offer::read_amazon_schedule(texts[kind]).expect("a schedule")
}

#[test]
fn the_vesting_is_changed_on_the_card_and_never_asked_for() {
    let on_the_card = with(required(), std::iter::repeat_n(Input::Skip, 7));
    let asked = with(on_the_card.clone(), [words("change vesting")]);
    let (state, says) = run(asked.clone());
    assert!(matches!(state, State::Asking(Question { field: Field::Vesting, returning: true, .. })));
    assert_eq!(says, [Say::Ask(Field::Vesting)]);
    for (answer, kind) in
        [("25/25/25/25 quarterly", 1), ("vests 33, 33, 22, 12 monthly", 2), ("usual", 0), ("20x5 yearly", 3)]
    {
        let (state, says) = run(with(asked.clone(), [words(answer)]));
        assert_eq!(says, [Say::Understood(vec![Answer::Vesting(schedule(kind))]), Say::Check], "{answer}");
        assert_eq!(state.walk().map(|walk| walk.draft.schedule.clone()), Some(schedule(kind)));
    }
    let (state, says) = run(with(asked.clone(), [words("25/25/25 quarterly"), words("25/25/25/25")]));
    assert!(matches!(state, State::Asking(Question { field: Field::Vesting, failures: 2, .. })));
    assert!(
        matches!(says.as_slice(), [Say::Problem(problems), Say::Examples(Field::Vesting), Say::Ask(_)] if *problems == [Problem::Vesting(ScheduleTextError::HowOften)])
    );
    for leave in [Input::Back, Input::Skip, words("skip")] {
        let (state, says) = run(with(asked.clone(), [leave]));
        assert!(matches!(state, State::Checking { .. }));
        assert_eq!(says, [Say::Check]);
    }
    let (state, says) = run(with(on_the_card.clone(), [words("vesting 25/25/25/25 quarterly, base 190k")]));
    let base = Answer::Base(Money::dollars(190_000));
    assert_eq!(says, [Say::Understood(vec![base, Answer::Vesting(schedule(1))]), Say::Check]);
    let back = with(on_the_card.clone(), [words("vesting 25/25/25/25 quarterly"), words("vesting: Amazon's usual")]);
    assert_eq!(run(back).0.walk().map(|walk| walk.draft.schedule.clone()), Some(schedule(0)));
    assert!(matches!(state, State::Checking { .. }));
    let (_, says) = run(with(on_the_card, [words("vesting quarterly")]));
    assert!(
        matches!(says.as_slice(), [Say::Problem(problems), Say::Check] if *problems == [Problem::Vesting(ScheduleTextError::NoPercentages)]),
        "{says:?}"
    );
}

#[test]
fn a_change_of_the_vesting_on_the_way_goes_on_with_the_questions() {
    let on_the_way = with(required(), [words("change vesting")]);
    for answer in [words("25/25/25/25 quarterly"), Input::Back, Input::Skip] {
        let (state, says) = run(with(on_the_way.clone(), [answer]));
        assert!(matches!(state, State::Asking(Question { field: Field::Written, returning: false, .. })));
        assert_eq!(says.last(), Some(&Say::Ask(Field::Written)));
    }
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        prop_oneof![Just(Level::l6()), Just(Level::l7())].prop_map(Answer::Level),
        "[a-z ]{0,12}".prop_map(|name| Answer::Location(Place::from(name))),
        any_money().prop_map(Answer::Base),
        (any_money(), any_money()).prop_map(|(year_1, year_2)| Answer::SignOn(SignOn { year_1, year_2 })),
        any_money().prop_map(|value| Answer::Grant(Grant::Dollars(value))),
        (0..4usize).prop_map(|kind| Answer::Vesting(schedule(kind))),
        any::<bool>().prop_map(Answer::Written),
        Just(Answer::StartDate(TODAY)),
        Just(Answer::ReplyBy(TODAY)),
        Just(Answer::SignOnTerms(SignOnTerms { payment: Payment::Monthly, repayment: Repayment::Nothing })),
        any_money().prop_map(Answer::LeftBehind),
        "[A-Z]{1,5}".prop_map(|company| {
            Answer::Competing(CompetingOffer { company, firmness: Firmness::Verbal, a_year: None, reply_by: None })
        }),
        any_money().prop_map(Answer::WalkAway),
        (0..Field::ALL.len()).prop_map(|index| Answer::Nothing(Field::ALL[index])),
    ]
}

fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("back"),
        Just("skip"),
        Just("cancel"),
        Just("help"),
        Just("why"),
        Just("start over"),
        Just("yes"),
        Just("no"),
        Just("save"),
        Just("keep for later"),
        Just("change base"),
        Just("none"),
        Just("N"),
        Just("nope"),
        Just("take it out"),
        Just("185k"),
        Just("90/70"),
        Just("400k"),
        Just("18500"),
        Just("100k total"),
        Just("1400 shares"),
        Just("182.50"),
        Just("Seattle"),
        Just("L6"),
        Just("Google 450k"),
        Just("340k"),
        Just("friday"),
        Just("base 190k, sign on 90/70, 1400 rsus @ 182.50"),
        Just("lump sum, pro rata"),
        Just("100k a year"),
        Just(""),
    ]
    .prop_map(str::to_owned)
    .boxed()
    .prop_union("\\PC{0,60}".boxed())
}

fn any_doubt() -> impl Strategy<Value = Doubt> {
    prop_oneof![
        (any_money(), any_money())
            .prop_map(|(typed, likely)| Doubt::Zeros { typed: Answer::Base(typed), likely: Answer::Base(likely) }),
        any_money().prop_map(|amount| Doubt::SignOnSplit { amount }),
        (1u32..10_000).prop_map(|count| Doubt::SharePrice { count }),
        "[A-Z]{1,5}".prop_map(|company| Doubt::Firmness { company, a_year: None }),
        any_money().prop_map(|amount| Doubt::WalkAwayUnit { amount }),
        any_money().prop_map(|amount| Doubt::GrantPerYear { amount }),
    ]
}

fn any_letter() -> impl Strategy<Value = Input> {
    (proptest::collection::vec(any_answer(), 0..6), proptest::collection::vec(any_doubt(), 0..4))
        .prop_map(|(answers, doubts)| Input::Pasted { answers, doubts })
}

/// What is known of a user before the case begins.
fn any_facts() -> impl Strategy<Value = Facts> {
    proptest::collection::btree_map(0..CaseQuestion::ALL.len(), "[a-z]{1,12}", 0..4).prop_map(|known| {
        let mut facts = Facts::default();
        for (index, text) in known {
            facts.set(CaseQuestion::ALL[index].fact(), &text);
        }
        facts
    })
}

fn any_input() -> impl Strategy<Value = Input> {
    prop_oneof![
        1 => Just(begun()),
        6 => any_words().prop_map(|text| Input::Words { text, today: TODAY }),
        4 => any_answer().prop_map(Input::Answered),
        2 => any_letter(),
        1 => (0usize..4).prop_map(Input::Settled),
        1 => Just(Input::Back),
        2 => Just(Input::Skip),
        1 => Just(Input::Cancel),
        1 => Just(Input::Help),
        1 => Just(Input::Why),
        1 => Just(Input::StartOver),
        1 => (0..Field::ALL.len()).prop_map(|index| Input::Change(Field::ALL[index])),
        1 => Just(Input::Save),
        1 => Just(Input::Confirm),
        1 => Just(Input::Decline),
        1 => Just(Input::Pause),
        1 => Just(Input::Again),
        1 => any_facts().prop_map(|facts| Input::Case { offer: OfferId(4), facts }),
    ]
}

/// Whether an input may take `field`'s answer away: it says "none" to that question, or
/// agrees to leave, or hands the answers over as an offer.
fn may_clear(state: &State, says: &[Say], field: Field) -> bool {
    let nothing =
        says.iter().any(|say| matches!(say, Say::Understood(answers) if answers.contains(&Answer::Nothing(field))));
    let left =
        matches!(state, State::Leaving { .. }) && says.iter().any(|say| matches!(say, Say::Stopped | Say::Welcome));
    nothing || left || says.iter().any(|say| matches!(say, Say::Complete { .. }))
}

/// The letters of what was typed, for the questions below.
fn letters(input: &Input) -> String {
    let Input::Words { text, .. } = input else { return String::new() };
    text.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_lowercase()
}

/// Whether an input says clearly that there is nothing to say.
fn takes_out(input: &Input) -> bool {
    let clear = ["none", "nothing", "na", "takeitout", "remove", "removeit"];
    matches!(input, Input::Decline) || clear.contains(&letters(input).as_str())
}

/// Whether an input is a no that may as well mean "leave it".
fn bare_no(input: &Input) -> bool {
    ["n", "no", "nope"].contains(&letters(input).as_str())
}

/// What is known of the user after a step of the case: what was known, and what was handed
/// over with [`Say::Keep`]; an empty text takes an answer away, and only where that was said.
fn facts_after(before: &State, input: &Input, says: &[Say]) -> Option<Facts> {
    let mut facts = match (before.case(), input) {
        (_, Input::Case { facts, .. }) => facts.clone(),
        (Some(talk), _) => talk.facts.clone(),
        (None, _) => return None,
    };
    for say in says {
        if let Say::Keep { offer, fact, text } = say {
            assert_eq!(*offer, OfferId(4));
            assert!(!text.is_empty() || takes_out(input), "{fact} taken away by {input:?}");
            facts.set(*fact, text);
        }
    }
    Some(facts)
}

proptest! {
    // 2,000 walks of 50 inputs each: 100,000 steps.
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn no_input_panics_loses_an_answer_or_leaves_the_user_without_words(inputs in proptest::collection::vec(any_input(), 50)) {
        let mut state = State::Idle;
        for input in inputs {
            let before = state.clone();
            let (after, says) = step(state, input.clone());
            prop_assert!(!says.is_empty(), "nothing to say to {input:?} in {before:?}");
            if after.is_open() {
                let asks = matches!(says.last(), Some(Say::Ask(_) | Say::Settle(_) | Say::Check | Say::AskLeave(_) | Say::AskFact(_)));
                prop_assert!(asks, "an open question is not asked: {says:?}");
            }
            if let Some(walk) = before.walk() {
                for field in Field::asked().filter(|field| walk.draft.has(*field)) {
                    let kept = after.walk().is_some_and(|walk| walk.draft.has(field));
                    prop_assert!(kept || may_clear(&before, &says, field) && !bare_no(&input), "{field} lost by {input:?} in {before:?}: {says:?}");
                }
            }
            if let (Some(walk), Some(now)) = (before.walk(), after.walk()) {
                let said = says.iter().any(|say| matches!(say, Say::Understood(answers) if answers.iter().any(|answer| answer.field() == Field::Vesting)));
                let pasted = matches!(input, Input::Pasted { .. });
                let kept = now.draft.schedule == walk.draft.schedule;
                prop_assert!(kept || said || pasted || may_clear(&before, &says, Field::Vesting), "the vesting changed by {input:?}");
            }
            if says.iter().any(|say| matches!(say, Say::Complete { .. })) {
                let settled = before.walk().is_some_and(|walk| walk.doubts.is_empty());
                prop_assert!(settled, "saved with a doubt open: {before:?}");
            }
            let facts = facts_after(&before, &input, &says);
            if let (Some(facts), Some(talk)) = (facts, after.case()) {
                prop_assert_eq!(facts, talk.facts.clone(), "{:?} in {:?}", input, before);
            }
            let stored = serde_json::to_string(&after).expect("a state is always storable");
            prop_assert_eq!(&serde_json::from_str::<State>(&stored).expect("and readable"), &after);
            state = after;
        }
    }
}
