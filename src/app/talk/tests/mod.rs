//! What messages are taken for, in tables: each text with where it is said.

mod answers;
mod commands;
mod letters;
mod numbers;
mod random;
mod topics;

use jiff::civil::{Date, date};

use super::*;
use crate::app::tables::Tables;
use crate::offer::{Facts, Field, OfferId};
use crate::playbook::tests::catalogue;
use crate::session::{CaseTalk, Question, Walk};

const TODAY: Date = date(2026, 11, 26);

/// A question about a field, with nothing given yet.
pub(super) fn at(field: Field) -> State {
    State::Asking(Question::of(field, Walk::default(), false))
}

/// A question of the case.
pub(super) fn at_case(at: CaseQuestion) -> State {
    let talk = CaseTalk { offer: OfferId(1), facts: Facts::default(), at, failures: 0 };
    State::Case { talk, aside: Box::new(State::Idle) }
}

/// What a message is taken for, in words.
pub(super) fn taken_for(text: &str, state: &State, has_offer: bool) -> String {
    let known = OfferDraft::default();
    let catalogue = catalogue();
    let setting = Setting { state, known: &known, has_offer, moved_last: None, catalogue: &catalogue, today: TODAY };
    match recognise(text, &Tables::shipped().topics, &setting) {
        Talk::Letter => "letter".into(),
        Talk::Command(command, options) => {
            options.iter().fold(format!("/{command}"), |said, (name, value)| format!("{said} {name}={value}"))
        }
        Talk::Incomplete(command) => format!("/{command} …"),
        Talk::NoCommand => "no command".into(),
        Talk::Steering(word) => format!("steering: {word}"),
        Talk::Numbers(_) => "numbers".into(),
        Talk::Topic(topic) => topic.key.clone(),
        Talk::Detail => "detail".into(),
        Talk::Supposed(_) => "supposed".into(),
        Talk::NotOffered(_) => "not offered".into(),
        Talk::Gone(companies, _) => format!("gone: {}", companies.join(", ")),
        Talk::NotTaken(_) => "not taken".into(),
        Talk::Question => "question".into(),
        Talk::Unknown => "unknown".into(),
    }
}

/// A state of each kind: one for each kind of text that is asked for, and those that ask for a yes.
pub(super) fn kinds_of_states() -> Vec<(String, State)> {
    let kinds = ["location", "grant", "competing", "Scale", "LostBonusDate", "check", "leaving"];
    let mut states = open_states();
    states.retain(|(name, _)| kinds.contains(&name.as_str()));
    assert_eq!(states.len(), kinds.len());
    states
}

/// Every state in which something is asked, by a name.
pub(super) fn open_states() -> Vec<(String, State)> {
    let fields = Field::ALL.iter().map(|field| (field.to_string(), at(*field)));
    let cases = CaseQuestion::ALL.iter().map(|question| (format!("{question:?}"), at_case(*question)));
    let checking = State::Checking { walk: Walk::default() };
    let leaving = State::Leaving { wish: crate::session::Leaving::Cancel, from: Box::new(at(Field::Base)) };
    fields.chain(cases).chain([("check".into(), checking), ("leaving".into(), leaving)]).collect()
}
