//! The texts of 4,000 characters that take the reader longest: words of every term of the lexicon, over and over, beside what it
//! can stand beside.
//!
//! A word that makes the reader look over all of a text for each of its pieces shows here. To reach: at most 20 ms.
//! `cargo bench --bench slowest -- '9/'` reads one piece over and over, for a profiler.

#![expect(clippy::print_stdout, reason = "a table for whoever runs it")]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use counteroffer::{Field, OfferDraft, read_answer, read_letter};
use jiff::civil::{Date, date};

const LEXICON: &str = include_str!("../src/reading/lexicon.toml");
const TODAY: Date = date(2026, 11, 26);

/// What a word stands beside.
const BESIDE: [&str; 8] = ["{} ", "{} 190k ", "190k {}, ", "{}/", "{}; ", "9/{}/", "{} rsu 9 base 9 ", "base {}\n"];

/// How many of the slowest are shown.
const SHOWN: usize = 25;

fn main() {
    // `cargo test --benches` only asks whether it runs.
    let every = if std::env::args().any(|argument| argument == "--bench") { 1 } else { 400 };
    if let Some(piece) = std::env::args().skip(1).find(|argument| !argument.starts_with("--")) {
        return again(&piece);
    }
    let mut slowest: Vec<(Duration, &str, String)> = Vec::new();
    for (order, piece) in pieces().into_iter().enumerate().filter(|(order, _)| order % every == 0) {
        let text = piece.repeat(4_000 / piece.len());
        let draft = OfferDraft::default();
        let asked = if order % 2 == 0 { Some(Field::Base) } else { None };
        for (kind, took) in [
            ("letter", fastest(|| drop(read_letter(&text, TODAY)))),
            ("answer", fastest(|| drop(read_answer(asked, &text, &draft, TODAY)))),
        ] {
            slowest.push((took, kind, piece.clone()));
        }
    }
    slowest.sort_by(|one, other| other.cmp(one));
    for (took, kind, piece) in slowest.into_iter().take(SHOWN) {
        println!("{:>9.1} ms  {kind}  {piece:?}", took.as_secs_f64() * 1_000.0);
    }
}

/// How often one piece is read.
const TIMES: u32 = 50;

fn again(piece: &str) {
    let (text, draft) = (piece.repeat(4_000 / piece.len()), OfferDraft::default());
    let each = |run: &dyn Fn()| {
        let start = Instant::now();
        (0..TIMES).for_each(|_| run());
        start.elapsed() / TIMES
    };
    let letter = each(&|| drop(read_letter(&text, TODAY)));
    let answer = each(&|| drop(read_answer(Some(Field::Base), &text, &draft, TODAY)));
    println!("letter {letter:?}, answer {answer:?}");
}

/// Two words or phrases of every term of the lexicon beside what it can stand beside.
fn pieces() -> BTreeSet<String> {
    let file: toml::Table = toml::from_str(LEXICON).expect("the lexicon");
    let terms = file["terms"].as_table().expect("terms");
    // Words of one term are read by the same rules.
    let few = terms.values().filter_map(toml::Value::as_array).flat_map(|entries| entries.iter().take(2));
    let words = few.filter_map(toml::Value::as_str);
    let words = words.chain(["9", "a", "1.5", "$9", "9%", "l6", "seattle", "google", "dec 4", "12/4"]);
    words.flat_map(|word| BESIDE.map(|beside| beside.replace("{}", word))).collect()
}

/// The faster of two runs, where the first is slow: others use the machine, too.
fn fastest(run: impl Fn()) -> Duration {
    const SLOW: Duration = Duration::from_millis(15);
    let once = || {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    let first = once();
    if first < SLOW { first } else { (0..4).map(|_| once()).min().unwrap_or(first).min(first) }
}
