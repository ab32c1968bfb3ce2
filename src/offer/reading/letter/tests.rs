//! Letters, mails and notes of `tests/fixtures/letters`, each with what it must give.

use std::fmt::Write as _;
use std::path::PathBuf;

use jiff::civil::date;

use serde::Deserialize;

use super::*;
use crate::offer::reading::tests::{answer, doubt};

/// What a letter must give. Nothing more may come of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// Answers, as the tests of typed answers write them.
    found: Vec<String>,
    doubts: Vec<String>,
    /// Words of each unread line, in order.
    unread: Vec<String>,
    /// Words of each problem, in any order.
    problems: Vec<String>,
}

fn today() -> Date {
    date(2026, 11, 23)
}

fn letters() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/letters");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the fixtures are in the repository")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    paths
}

/// What differs from what is expected; empty where nothing does.
fn differences(reading: &LetterReading, expected: &Expected) -> String {
    let mut wrong = String::new();
    let found: Vec<String> = reading.found.iter().map(|found| answer(&found.answer)).collect();
    if found != expected.found {
        let _ = writeln!(wrong, "  found {found:?}\n   want {:?}", expected.found);
    }
    let doubts: Vec<String> = reading.doubts.iter().map(|(open, _)| doubt(open)).collect();
    if doubts != expected.doubts {
        let _ = writeln!(wrong, "  doubts {doubts:?}\n    want {:?}", expected.doubts);
    }
    let listed = |lines: &[String], words: &[String]| {
        lines.len() == words.len() && words.iter().all(|words| lines.iter().any(|line| line.contains(words.as_str())))
    };
    if !listed(&reading.unread, &expected.unread) {
        let _ = writeln!(wrong, "  unread {:#?}\n    want {:?}", reading.unread, expected.unread);
    }
    if !listed(&reading.problems, &expected.problems) {
        let _ = writeln!(wrong, "  problems {:#?}\n      want {:?}", reading.problems, expected.problems);
    }
    wrong
}

#[test]
fn every_letter_gives_what_it_says_and_no_more() {
    let letters = letters();
    assert!(letters.len() >= 40, "{} letters", letters.len());
    let mut wrong = String::new();
    for path in &letters {
        let text = std::fs::read_to_string(path).expect("a letter");
        let expected = std::fs::read_to_string(path.with_extension("toml")).expect("every letter has its answers");
        let expected: Expected = toml::from_str(&expected).expect("answers in the usual form");
        let differences = differences(&read_letter(&text, today()), &expected);
        if !differences.is_empty() {
            let _ = writeln!(wrong, "{}\n{differences}", path.file_stem().unwrap_or_default().to_string_lossy());
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_answer_comes_with_words_of_the_letter() {
    for path in letters() {
        let text = std::fs::read_to_string(&path).expect("a letter");
        let flat = clean(&text).split_whitespace().filter(|word| *word != ">").collect::<Vec<_>>().join(" ");
        for found in read_letter(&text, today()).found {
            let quote = found.quote.trim_end_matches('…').to_owned();
            assert!(flat.contains(&quote), "{}: {quote}", path.display());
        }
    }
}
