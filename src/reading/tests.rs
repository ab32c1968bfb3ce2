//! Texts through the door of this module: what each one gives, in one line.

mod corpus;
mod fields;
mod letters;
mod messages;
mod random;
mod recombined;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::offer::{Field, Firmness, Grant, Level, OfferDraft, OtherOffer, SignOn};

/// Monday, November 23, 2026.
fn today() -> Date {
    date(2026, 11, 23)
}

pub(super) fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Level(level) => format!("level {level}"),
        Answer::Location(place) => format!("in {place}"),
        Answer::Base(money) => format!("base {money}"),
        Answer::SignOn(sign_on) => format!("sign-on {}/{}", sign_on.year_1, sign_on.year_2),
        Answer::Grant(Grant::Dollars(value)) => format!("grant {value}"),
        Answer::Grant(Grant::Shares { count, price, .. }) => format!("grant {count}@{price}"),
        Answer::Vesting(schedule) => format!("vests {}", crate::words::schedule(schedule)),
        Answer::StartDate(day) => format!("start {day}"),
        Answer::ReplyBy(day) => format!("reply {day}"),
        Answer::SignOnTerms(terms) => format!("terms {:?} {:?}", terms.payment, terms.repayment),
        Answer::LeftBehind(amount) => format!("left {amount}"),
        Answer::Competing(offer) => {
            let a_year = offer.a_year.map_or(String::new(), |amount| format!(" {amount}"));
            let by = offer.reply_by.map_or(String::new(), |day| format!(" by {day}"));
            format!("{}: {}{a_year}{by}", offer.company, offer.firmness.map_or("unsaid", Firmness::key))
        }
        Answer::WalkAway(amount) => format!("walk {amount}"),
        Answer::Nothing(field) => format!("no {field}"),
        other => as_stored(other),
    }
}

/// Any other answer by its key and value: `written true`.
fn as_stored(answer: &Answer) -> String {
    let stored = serde_json::to_value(answer).expect("serialises");
    let parts = stored.as_object().expect("a key and a value").iter();
    parts.map(|(key, value)| format!("{key} {value}")).collect::<Vec<_>>().concat()
}

pub(super) fn doubt(doubt: &Doubt) -> String {
    match doubt {
        Doubt::Zeros { typed, likely } => format!("{}? or {}?", answer(typed), answer(likely)),
        Doubt::Unusual { typed } => format!("really {}?", answer(typed)),
        Doubt::SignOnSplit { amount } => format!("split {amount}?"),
        Doubt::SignOnSum { amount } => format!("split the sum {amount}?"),
        Doubt::SignOnOfMonths { sign_on } => format!("sign-on {}/{} by the month?", sign_on.year_1, sign_on.year_2),
        Doubt::BaseOfPeriod { said, a_year } => format!("base {said} is {a_year} a year?"),
        Doubt::TotalOrBase { amount } => format!("total or base {amount}?"),
        Doubt::SharePrice { count } => format!("price of {count}?"),
        Doubt::Firmness { company, a_year } => {
            format!("how firm is {company}{}?", a_year.map_or(String::new(), |amount| format!(" {amount}")))
        }
        Doubt::WalkAwayUnit { amount } => format!("walk {amount} of what?"),
        Doubt::GrantPerYear { amount } => format!("grant {amount} a year?"),
        Doubt::VestsHowOften { .. } => "vests how often?".to_owned(),
        Doubt::LumpSumRepaid => "lump sum repaid?".to_owned(),
        Doubt::SignOnPaid { repayment } => format!("{repayment:?} paid how?"),
    }
}

pub(super) fn line(reading: &Reading) -> String {
    let mut line: Vec<String> = reading.answers.iter().map(answer).collect();
    line.extend(reading.doubt.iter().map(doubt));
    line.extend(reading.problems.first().map(|_| "problem".to_owned()));
    line.join(" | ")
}

pub(super) fn read(field: Field, text: &str) -> Reading {
    read_asked(Some(field), text)
}

pub(super) fn read_asked(asked: Option<Field>, text: &str) -> Reading {
    read_answer(asked, text, &OfferDraft::default(), today())
}

#[track_caller]
fn check(field: Field, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, expected)| {
            let reading = read(field, text);
            let got = line(&reading);
            (got != *expected)
                .then(|| format!("{text:?}\n     want {expected}\n      got {got} {:?}", reading.problems))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[track_caller]
fn problem(field: Field, text: &str) -> String {
    crate::words::problems(&read(field, text).problems)
}
