//! Stored conversations: those of before still read, and are written as they were.

use serde_json::Value;

use super::*;

/// Conversations as they stood in stores in November 2026: what is awaited, and the document.
const STORED: &str = include_str!("stored.json");

fn awaited(state: &State) -> String {
    match state {
        State::Idle => "idle".into(),
        State::Asking(question) => format!("asking {}", question.field),
        State::Settling { question, .. } => format!("settling {}", question.field),
        State::Checking { .. } => "checking".into(),
        State::Leaving { .. } => "leaving".into(),
        State::Pasting { .. } => "pasting".into(),
        State::Paused { .. } => "paused".into(),
        State::Case { talk, .. } => format!("case {}", talk.at.fact()),
    }
}

/// Whether all of a stored document stands in what is written today, which may hold more.
fn holds(written: &Value, stored: &Value) -> bool {
    match (written, stored) {
        (Value::Object(written), Value::Object(stored)) => {
            stored.iter().all(|(key, part)| written.get(key).is_some_and(|written| holds(written, part)))
        }
        (written, stored) => written == stored,
    }
}

/// What the offer is needed for stood in the walkthrough once; the account keeps it now.
fn without_purpose(document: &mut Value) {
    let Some(object) = document.as_object_mut() else { return };
    object.remove("purpose");
    object.values_mut().for_each(without_purpose);
}

#[test]
fn conversations_of_before_read_and_are_written_as_they_were() {
    let stored: Vec<(String, Value)> = serde_json::from_str(STORED).expect("a list");
    for (awaiting, mut document) in stored {
        let state: State = serde_json::from_str(&document.to_string()).expect("a state");
        assert_eq!(awaited(&state), awaiting);
        without_purpose(&mut document);
        let written = serde_json::to_value(&state).expect("serialises");
        assert!(holds(&written, &document), "{awaiting}: {written} for {document}");
    }
}
