//! Letters, mails, posts and notes by people who had never seen the reader, each with what a careful person takes from
//! it: `tests/fixtures/strangers.jsonl` are 242 of every kind, `traps.jsonl` 303 most of which were written to mislead.
//! `told` has every value that is right, `null` where none may be taken.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::cli::read::read_text_line;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    text: String,
    told: BTreeMap<String, Vec<Value>>,
}

fn texts(file: &str) -> Vec<Text> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(file);
    let lines = std::fs::read_to_string(path).expect("the texts");
    lines.lines().map(|line| serde_json::from_str(line).expect("a text")).collect()
}

fn is_same(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => (one - other).abs() < 1.0,
        _ => one == other,
    }
}

/// `least`: of a hundred values that a text tells plainly, how many must be read; the rest is asked for.
#[track_caller]
fn check(file: &str, today: &str, least: usize) {
    let texts = texts(file);
    assert!(texts.len() > 240, "{}", texts.len());
    let (mut wrong, mut told, mut read) = (Vec::new(), 0, 0);
    for Text { text, told: keys } in &texts {
        let line = json!({"text": text, "today": today}).to_string();
        let answer = read_text_line(&line, "2026-11-26T12:00:00Z".parse().expect("a moment")).expect("an answer");
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        for (key, right) in keys {
            let got = &answer[key];
            let is_right = right.iter().any(|right| is_same(right, got));
            if !is_right && !got.is_null() {
                wrong.push(format!("{key} is {got} and not {right:?} in {text:?}"));
            }
            if !right.contains(&Value::Null) {
                told += 1;
                read += usize::from(is_right);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(read * 100 >= told * least, "{read} of {told} values are read");
}

#[test]
fn nothing_is_taken_wrongly_and_nine_in_ten_values_are_read() {
    check("strangers.jsonl", "2026-11-26", 90);
}

#[test]
fn traps_are_asked_about_and_eight_in_ten_values_are_read() {
    check("traps.jsonl", "2026-11-27", 80);
}

#[test]
fn ordinary_texts_are_read_and_nothing_is_taken_wrongly() {
    check("ordinary.jsonl", "2026-11-27", 85);
}
