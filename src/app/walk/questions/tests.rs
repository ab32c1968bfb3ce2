//! What every question must hold, whatever it asks.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};

use super::*;
use crate::money::Money;
use crate::offer::{FieldKind, OfferDraft, read_amazon_schedule};
use crate::reading::{Settled, read_answer};
use crate::reply::{Action, Asked, Press, Verb};

const TODAY: Date = date(2026, 11, 23);

fn press(subject: &str) -> Press {
    Press::always(Action::on(Verb::Type, subject))
}

fn ready(ways: Ways) -> Vec<Answer> {
    match ways {
        Ways::List { answers, .. } => answers.into_iter().map(|(_, answer)| answer).collect(),
        Ways::Buttons(ways) => ways
            .into_iter()
            .filter_map(|way| match way {
                Way::Ready(_, answer) => Some(answer),
                Way::Type(_) => None,
            })
            .collect(),
    }
}

#[test]
fn every_question_has_words_of_its_own() {
    let words = |wording: Wording| [wording.ask, wording.meaning, wording.why];
    let mut said = BTreeSet::new();
    let fields = Field::ALL.iter().map(|field| prompt(*field).wording);
    let cases = CaseQuestion::ALL.iter().map(|question| case_wording(*question));
    for sentence in fields.chain(cases).flat_map(words) {
        assert!(!sentence.is_empty() && said.insert(sentence), "said twice: {sentence}");
    }
}

#[test]
fn every_ready_answer_is_of_its_question_and_can_be_carried_by_a_control() {
    for &field in Field::ALL {
        for answer in ready(prompt(field).ways) {
            assert_eq!(answer.field(), field);
            let key = answer.key().unwrap_or_else(|| panic!("{answer:?} has no key"));
            assert_eq!(Answer::from_key(&key), Some(answer));
            let asked = Some(Asked { session: u32::MAX, step: u32::MAX });
            let press = Press { asked, action: Action::on(Verb::Answer, &key) };
            assert_eq!(press.to_string().parse(), Ok(press));
        }
    }
}

#[test]
fn every_example_would_do() {
    for &field in Field::ALL {
        for example in prompt(field).wording.examples {
            let reading = read_answer(Some(field), example, &OfferDraft::default(), TODAY);
            assert_eq!(reading.problems, [], "{field}: {example}");
            let of_field = reading.answers.iter().any(|answer| answer.field() == field);
            assert!(of_field || reading.doubt.is_some(), "{field}: {example}");
        }
    }
    for question in CaseQuestion::ALL {
        for example in case_wording(*question).examples {
            assert!(example.chars().count() <= question.fact().longest(), "{example}");
        }
    }
}

#[test]
fn a_form_starts_with_what_is_known_and_handing_it_in_says_that_again() {
    for known in [
        Answer::Base(Money::dollars(185_000)),
        Answer::Vesting(read_amazon_schedule("25/25/25/25 quarterly, 1-year cliff").expect("a schedule")),
        Answer::StartDate(date(2027, 3, 16)),
        Answer::ReplyBy(date(2026, 12, 4)),
        Answer::LeftBehind(Money::dollars(120_000)),
    ] {
        let field = known.field();
        let mut draft = OfferDraft::default();
        known.clone().put_into(&mut draft);
        let form = form(field, Some(&draft), press(field.key()));
        let texts = form.inputs.into_iter().map(|input| (input.key, input.value)).collect();
        let reading = read_answer(Some(field), &message(field, &texts), &draft, TODAY);
        assert_eq!(reading.answers, [known]);
    }
}

#[test]
fn a_form_with_several_inputs_says_the_same_in_one_line() {
    let said = |field: Field, texts: &[(&str, &str)]| {
        let texts = texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
        message(field, &texts)
    };
    assert_eq!(said(Field::SignOn, &[("year_1", "90k"), ("year_2", " 70k ")]), "90k / 70k");
    assert_eq!(said(Field::Grant, &[("answer", "400k"), ("price", "")]), "400k");
    assert_eq!(said(Field::Grant, &[("answer", "1400 shares"), ("price", "182.50")]), "1400 shares @ 182.50");
    assert_eq!(
        said(Field::Competing, &[("company", "Google"), ("firmness", "written"), ("pay", "")]),
        "Google, written"
    );
}

/// The answer that the first example of a question gives.
fn first_example(field: Field) -> Answer {
    let example = prompt(field).wording.examples[0];
    let reading = read_answer(Some(field), example, &OfferDraft::default(), TODAY);
    let settled = reading.doubt.and_then(|doubt| match doubt.chosen(0) {
        Some(Settled::As(answer)) => Some(answer),
        Some(Settled::Narrowed(_)) | None => None,
    });
    reading.answers.into_iter().chain(settled).find(|answer| answer.field() == field).expect("an answer")
}

#[test]
fn every_answer_is_in_the_saved_offer_and_back_on_the_card_when_that_is_edited() {
    let mut draft = OfferDraft::default();
    for &field in Field::ALL {
        first_example(field).put_into(&mut draft);
        assert!(draft.has(field), "{field}");
    }
    let offer = draft.complete().expect("every answer is there");
    assert_eq!(OfferDraft::from(offer), draft);
}

#[test]
fn a_figure_or_a_day_is_taken_by_its_name_whatever_is_asked() {
    for &field in Field::ALL.iter().filter(|field| field.kind() != FieldKind::Words) {
        let typed = format!("{} {}", crate::words::field(field), prompt(field).wording.examples[0]);
        let reading = read_answer(None, &typed, &OfferDraft::default(), TODAY);
        assert_eq!(reading.answers, [first_example(field)], "{typed}");
    }
}
