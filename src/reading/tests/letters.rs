//! Letters, mails and notes of `tests/fixtures/letters`, each with what it must give.

use std::fmt::Write as _;
use std::path::PathBuf;

use proptest::prelude::*;

use serde::Deserialize;

use super::*;
use crate::reading::letter::{LetterReading, read_letter};
use crate::reading::tests::{answer, doubt};
use crate::reading::tokens::clean;

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
    /// Totals that are no field, in order.
    #[serde(default)]
    totals: Vec<String>,
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

fn in_words(reading: &LetterReading) -> Vec<String> {
    reading.problems.iter().map(crate::words::problem).collect()
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
    let totals: Vec<String> = reading.besides.totals.iter().map(|said| said.what.amount.to_string()).collect();
    if totals != expected.totals {
        let _ = writeln!(wrong, "  totals {totals:?}\n    want {:?}", expected.totals);
    }
    let listed = |lines: &[String], words: &[String]| {
        lines.len() == words.len() && words.iter().all(|words| lines.iter().any(|line| line.contains(words.as_str())))
    };
    if !listed(&reading.unread, &expected.unread) {
        let _ = writeln!(wrong, "  unread {:#?}\n    want {:?}", reading.unread, expected.unread);
    }
    let problems = in_words(reading);
    if !listed(&problems, &expected.problems) {
        let _ = writeln!(wrong, "  problems {problems:#?}\n      want {:?}", expected.problems);
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
            for words in [Some(found.quote), found.also].into_iter().flatten() {
                assert!(words.chars().count() <= 120, "{}: {words}", path.display());
                for part in words.split('…').map(str::trim) {
                    assert!(flat.contains(part), "{}: {part}", path.display());
                }
            }
        }
    }
}

/// Twenty thousand characters of one piece after the other.
fn long(piece: &str) -> String {
    piece.chars().cycle().take(20_000).collect()
}

#[test]
fn a_letter_of_twenty_thousand_characters_is_read() {
    for piece in [
        "Base $185,000 and a sign-on bonus of $90,000 in year 1 ",
        "$1 ",
        "> a\n",
        "a.",
        "| base | 1 | 2 |\n",
        "base ",
        "March 3, start date by ",
    ] {
        let reading = read_letter(&long(piece), today());
        assert!(reading.found.len() <= 2, "{piece}: {:?}", reading.found);
        assert!(in_words(&reading).iter().map(String::len).sum::<usize>() < 60_000, "{piece}");
    }
    let filler = long("Thank you for the time you spent with the team. ");
    let letter = format!("{filler}\n\nYour base salary is $185,000 a year.\n\n{filler}");
    let found: Vec<String> = read_letter(&letter, today()).found.iter().map(|found| answer(&found.answer)).collect();
    assert_eq!(found, ["base $185,000"]);
}

#[test]
fn problems_are_sentences_that_say_what_to_do() {
    let reading =
        read_letter("Base: $185,000\nBase: $190,000\nThe sign-on is $90,000 in year 1.\nReply by Friday", today());
    insta::assert_snapshot!(in_words(&reading).join("\n"), @r#"
    The letter gives the base in more than one way, so I took none. Enter the right one yourself.
    The letter gives $90,000 of sign-on for year 1 and I see none for the second year. Enter both, like 90/70 or 90/0.
    The day in "Reply by Friday" depends on when this was written. Send the date yourself.
    "#);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn no_letter_panics(text in "(\\PC|[0-9$k/,.@:|%\n -]|base |sign-on |rsus |at |year 1 |vest |from |to |revised offer:|start date |by |March |\n> |\t){0,120}") {
        let reading = read_letter(&text, today());
        prop_assert!(reading.unread.iter().all(|line| line.chars().count() <= 120));
    }

    #[test]
    fn figures_in_a_mail_come_out_as_written(base in 120i64..350, one in 20i64..300, two in 20i64..300, count in 1_000u32..9_000, price in 100i64..400) {
        let text = format!(
            "We can offer a base salary of ${base},000, a sign-on bonus of ${one},000 in year one and ${two},000 in year two, and {count} RSUs at ${price} per share."
        );
        let found: Vec<String> = read_letter(&text, today()).found.iter().map(|found| answer(&found.answer)).collect();
        prop_assert_eq!(found, vec![format!("base ${base},000"), format!("sign-on ${one},000/${two},000"), format!("grant {count}@${price}")]);
    }
}
