//! The conversation under any input: total, and never losing an answer.

mod case;
mod editing;
mod letter;
mod random;
mod settling;
mod vesting;
mod walkthrough;

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::market::Place;
use crate::money::Money;
use crate::offer::{
    Fact, Facts, Firmness, Grant, Level, Offer, OfferId, OtherOffer, Payment, Repayment, Schedule, ScheduleTextError,
    SignOn, SignOnTerms,
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

fn another(company: &str, firmness: Firmness) -> OtherOffer {
    OtherOffer { company: company.into(), firmness: Some(firmness), a_year: None, reply_by: None, figures: None }
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

/// Every optional question passed, which leads from the required ones to the card of answers.
fn skips() -> impl Iterator<Item = Input> {
    Field::asked().filter(|field| field.optional()).map(|_| Input::Skip)
}

/// The optional questions before a field passed.
fn skips_to(field: Field) -> impl Iterator<Item = Input> {
    Field::asked().take_while(move |before| *before != field).filter(|field| field.optional()).map(|_| Input::Skip)
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

fn schedule(kind: usize) -> Schedule {
    let texts = ["usual", "25/25/25/25 quarterly", "33/33/22/12 monthly", "20x5 yearly"];
    crate::offer::read_amazon_schedule(texts[kind]).expect("a schedule")
}
