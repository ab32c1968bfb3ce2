//! Random walks: any input in any state.

use super::*;

fn any_money() -> impl Strategy<Value = Money> {
    (0i64..2_000_000).prop_map(Money::dollars)
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
        "[A-Z]{1,5}".prop_map(|company| { Answer::Competing(another(&company, Firmness::Verbal)) }),
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
        Just("done"),
        Just("that's enough"),
        Just("that's all I have"),
        Just("go on"),
        Just("ok"),
        Just("y"),
        Just("idk"),
        Just("they haven't said"),
        Just("not sure"),
        Just("what do you mean?"),
        Just("the sum"),
        Just("sum over both years"),
        Just("half each"),
        Just("in writing"),
        Just("base 205k, google written 450k"),
        Just("keep them for later"),
        Just("delete"),
        Just("delete them"),
        Just("drop the changes"),
        Just("yes, start over"),
        Just("replace it"),
        Just("second offer"),
        Just("another one"),
        Just("go on with the first"),
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
        any_money().prop_map(|amount| Doubt::SignOnSum { amount }),
        (1u32..10_000).prop_map(|count| Doubt::SharePrice { count }),
        "[A-Z]{1,5}".prop_map(|company| Doubt::Firmness { company, a_year: None }),
        any_money().prop_map(|amount| Doubt::WalkAwayUnit { amount }),
        any_money().prop_map(|amount| Doubt::GrantPerYear { amount }),
    ]
}

fn any_letter() -> impl Strategy<Value = Input> {
    (proptest::collection::vec(any_answer(), 0..6), proptest::collection::vec(any_doubt(), 0..4))
        .prop_map(|(answers, doubts)| Input::Pasted(Letter { answers, doubts }))
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

/// A form with several answers.
fn any_form() -> impl Strategy<Value = Input> {
    proptest::collection::vec((0..Field::ALL.len(), any_words()), 0..5).prop_map(|texts| Input::Filled {
        texts: texts.into_iter().map(|(field, text)| (Field::ALL[field], text)).collect(),
        today: TODAY,
    })
}

fn any_edit() -> impl Strategy<Value = Input> {
    (1u32..4, proptest::option::of(0..Field::ALL.len())).prop_map(|(id, field)| Input::Edit {
        id: OfferId(id),
        offer: Box::new(saved_offer()),
        field: field.map(|field| Field::ALL[field]),
    })
}

fn saved_offer() -> Offer {
    run(required()).0.walk().expect("open").draft.complete().expect("complete")
}

fn any_input() -> impl Strategy<Value = Input> {
    prop_oneof![
        1 => Just(begun()),
        6 => any_words().prop_map(|text| Input::Words { text, today: TODAY }),
        4 => any_answer().prop_map(Input::Answered),
        2 => any_letter(),
        1 => any_form(),
        1 => any_edit(),
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

/// Whether an input may take `field`'s answer away: it says "none" to that question, or agrees to leave or to replace the
/// offer, or hands the answers over as an offer, or nothing of it would be lost.
fn may_clear(state: &State, says: &[Say], field: Field) -> bool {
    let nothing =
        says.iter().any(|say| matches!(say, Say::Understood(answers) if answers.contains(&Answer::Nothing(field))));
    let replaced = says.iter().any(|say| matches!(say, Say::Replaced(_)));
    let unchanged = state.walk().is_some_and(Walk::is_untouched);
    nothing || left(state, says) || replaced || unchanged || says.iter().any(|say| matches!(say, Say::Complete { .. }))
}

/// Whether a walkthrough was left with its answers gone.
fn left(state: &State, says: &[Say]) -> bool {
    let asked = match state {
        State::Paused { from } => from,
        state => state,
    };
    matches!(asked, State::Leaving { .. })
        && says.iter().any(|say| matches!(say, Say::Stopped(_) | Say::Welcome | Say::AsItWas))
}

/// Whether a doubt that was asked about is still there, or what became of it was said.
fn doubt_is_kept(doubt: &Doubt, input: &Input, after: &State, says: &[Say]) -> bool {
    let field = doubt.field();
    let asked = matches!(after, State::Settling { doubt: now, .. } if now.field() == field);
    let text = |of: serde_json::Result<String>| of.expect("storable");
    let kept = text(serde_json::to_string(after)).contains(&text(serde_json::to_string(doubt)));
    let said = says.iter().any(|say| match say {
        Say::Understood(answers) => answers.iter().any(|answer| answer.field() == field),
        Say::LeftOutDoubt(left) => left == doubt,
        Say::Complete { .. } | Say::Stopped(_) | Say::Replaced(_) => true,
        _ => false,
    });
    let of_letter = |letter: &Letter| letter.answers.iter().any(|answer| answer.field() == field);
    let letter = matches!(input, Input::Pasted(letter) if of_letter(letter));
    let again = matches!(input, Input::Back | Input::Change(_) | Input::Edit { field: Some(_), .. })
        || matches!(letters(input).as_str(), "back" | "changebase");
    // "No" to the one thing it can be: it is asked for anew.
    let anew = says.iter().any(|say| matches!(say, Say::Ask(asked) if *asked == field));
    let denied = (doubt.has_one_reading() || doubt.is_of_unknown_company())
        && anew
        && (matches!(input, Input::Decline) || bare_no(input));
    asked || kept || said || again || letter || denied
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
    // 250 walks of 50 inputs each: 12,500 steps, and 250,000 in `.ci/properties`.
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn no_input_panics_loses_an_answer_or_leaves_the_user_without_words(inputs in proptest::collection::vec(any_input(), 50)) {
        let mut state = State::Idle;
        for input in inputs {
            let before = state.clone();
            let (after, says) = step(state, input.clone());
            prop_assert!(!says.is_empty(), "nothing to say to {input:?} in {before:?}");
            if after.is_open() {
                let asks = matches!(says.last(), Some(Say::Ask(_) | Say::Settle(_) | Say::Check | Say::AskLeave(_) | Say::AskPasted { .. } | Say::AskFact(_)));
                prop_assert!(asks, "an open question is not asked: {says:?}");
            }
            if let Some(walk) = before.walk() {
                let known = |walk: &Walk, field: &Field| walk.draft.has(*field);
                for field in Field::asked().filter(|field| known(walk, field)) {
                    let kept = after.walks().iter().any(|now| now.editing == walk.editing && known(now, &field));
                    prop_assert!(kept || may_clear(&before, &says, field) && !bare_no(&input), "{field} lost by {input:?} in {before:?}: {says:?}");
                }
            }
            for waiting in before.walks().into_iter().skip(1) {
                prop_assert!(after.walks().iter().any(|now| now.draft == waiting.draft && now.doubts == waiting.doubts), "a waiting walkthrough lost by {input:?} in {before:?}");
            }
            prop_assert!(after.walks().len() <= MOST_UNDER_WAY);
            if left(&before, &says) && matches!(input, Input::Words { .. }) {
                let clear = ["delete", "deletethem", "dropthechanges", "yesstartover", "startover"];
                prop_assert!(clear.contains(&letters(&input).as_str()), "deleted by {input:?} in {before:?}");
            }
            if let State::Settling { doubt, .. } = &before {
                prop_assert!(doubt_is_kept(doubt, &input, &after, &says), "{doubt:?} dropped by {input:?} in {before:?}: {says:?}");
            }
            if let (Some(walk), Some(now)) = (before.walk(), after.walk()) {
                let said = says.iter().any(|say| matches!(say, Say::Understood(answers) if answers.iter().any(|answer| answer.field() == Field::Vesting)));
                let pasted = matches!(input, Input::Pasted(_)) || says.iter().any(|say| matches!(say, Say::Replaced(_)));
                let same = after.walks().iter().any(|now| now.draft.schedule == walk.draft.schedule);
                let kept = now.draft.schedule == walk.draft.schedule || same;
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
