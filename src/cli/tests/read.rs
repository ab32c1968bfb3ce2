//! `counteroffer read`: every key, the same answers as the reader's, and its line piped into `analyze` and `counter`.

use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::analysis::test_offers;
use crate::cli::analyze::analyse_line;
use crate::cli::counter::counter_line;
use crate::cli::read::read_text_line;
use crate::reading::Answer;
use crate::reading::letter::read_letter;

const KEYS: [&str; 23] = [
    "level",
    "role",
    "location",
    "currency",
    "base",
    "sign_on_year_1",
    "sign_on_year_2",
    "rsu_grant",
    "rsu_shares",
    "share_price",
    "vesting",
    "start_date",
    "reply_by",
    "written",
    "sign_on_paid",
    "sign_on_repaid",
    "posted_base",
    "stated_totals",
    "competing",
    "quotes",
    "questions",
    "unclear",
    "unused",
];

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().expect("a moment")
}

/// The answer as it stands, one line.
fn raw(line: &Value) -> String {
    read_text_line(&line.to_string(), now()).unwrap_or_else(|error| panic!("{line}: {error}"))
}

fn read(text: &str) -> Value {
    serde_json::from_str(&raw(&json!({"text": text, "today": "2026-11-23"}))).expect("JSON")
}

/// The letters of the fixtures, by name.
fn letters() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/letters");
    let paths = std::fs::read_dir(folder).expect("the letters").map(|entry| entry.expect("an entry").path());
    let mut letters: Vec<(String, String)> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("a letter"))
        })
        .collect();
    letters.sort();
    letters
}

#[test]
fn every_key_is_there_in_its_order_whatever_the_text() {
    for text in ["", "hello", "Base: $190,000", &"x".repeat(4_000), "\u{202e}\0\u{1b}[31m"] {
        let line = raw(&json!({"text": text}));
        let places: Vec<Option<usize>> = KEYS.iter().map(|key| line.find(&format!("\"{key}\":"))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{line}");
        let answer: Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(answer.as_object().expect("an object").len(), KEYS.len());
    }
    let nothing = read("");
    for key in &KEYS[..19] {
        assert_eq!(nothing[*key], Value::Null, "{key}");
    }
    assert_eq!((&nothing["quotes"], &nothing["unclear"], &nothing["unused"]), (&json!({}), &json!([]), &json!([])));
}

const LETTER: &str = "We are pleased to offer you the position of Senior Software Development Engineer (L6) in Sunnyvale, \
California.\nBase salary: $192,500.50 per year\nSign-on: $90,000 in year 1 and $60,000 in year 2, paid in a lump sum and \
repaid pro rata if you leave within a year.\nRSUs: 2,000 shares at $200.25 a share\nStart date: January 11, 2027\n\
Please reply by Friday, December 4, 2026.\nYou have a written offer from Google.";

#[test]
fn amounts_are_numbers_and_dates_are_days() {
    let answer = read(LETTER);
    let told = |key: &str| answer[key].to_string();
    assert_eq!(told("level"), "\"L6\"");
    assert_eq!(told("location"), "\"Bay_Area\"");
    assert_eq!(told("currency"), "\"USD\"");
    assert_eq!(told("base"), "192500.5");
    assert_eq!((told("sign_on_year_1"), told("sign_on_year_2")), ("90000".into(), "60000".into()));
    assert_eq!(
        (told("rsu_grant"), told("rsu_shares"), told("share_price")),
        ("null".into(), "2000".into(), "200.25".into())
    );
    assert_eq!((told("start_date"), told("reply_by")), ("\"2027-01-11\"".into(), "\"2026-12-04\"".into()));
    assert_eq!((told("sign_on_paid"), told("sign_on_repaid")), ("\"lump_sum\"".into(), "\"pro_rata\"".into()));
    let quotes = answer["quotes"].as_object().expect("an object");
    assert_eq!(quotes["base"], "Base salary: $192,500.50 per year");
    for key in KEYS[..19].iter().filter(|key| !answer[**key].is_null()) {
        assert!(quotes.contains_key(*key), "{key} has no words");
    }
    assert!(quotes.keys().all(|key| !answer[key].is_null()), "{quotes:?}");
    assert_eq!(answer["questions"], json!([]));
}

/// What the line must hold for an answer of the reader's.
fn holds(line: &Value, answer: &Answer) -> bool {
    let number = |key: &str, expected: crate::money::Money| {
        line[key].to_string().parse::<crate::money::Money>().ok() == Some(expected)
    };
    match answer {
        Answer::Level(level) => line["level"] == level.to_string(),
        Answer::Role(role) => line["role"] == role.to_string(),
        Answer::Currency(currency) => line["currency"] == currency.code(),
        Answer::Location(place) => {
            line["location"].as_str().is_some_and(|text| crate::market::Place::from(text.to_owned()) == *place)
        }
        Answer::Base(base) => number("base", *base),
        Answer::SignOn(years) => number("sign_on_year_1", years.year_1) && number("sign_on_year_2", years.year_2),
        Answer::Grant(crate::offer::Grant::Dollars(value)) => {
            number("rsu_grant", *value) && line["rsu_shares"].is_null()
        }
        Answer::Grant(crate::offer::Grant::Shares { count, price, .. }) => {
            line["rsu_shares"] == *count && number("share_price", *price) && line["rsu_grant"].is_null()
        }
        Answer::Vesting(_) => line["vesting"].is_string() || !line["unclear"].as_array().expect("a list").is_empty(),
        Answer::Written(written) => line["written"] == *written,
        Answer::StartDate(day) => line["start_date"] == day.to_string(),
        Answer::ReplyBy(day) => line["reply_by"] == day.to_string(),
        Answer::SignOnTerms(_) => line["sign_on_paid"].is_string() && line["sign_on_repaid"].is_string(),
        Answer::Competing(offer) => {
            line["competing"].as_array().is_some_and(|all| all.iter().any(|one| one["company"] == offer.company))
        }
        Answer::LeftBehind(_) | Answer::WalkAway(_) | Answer::Nothing(_) => true,
    }
}

#[test]
fn every_letter_gives_what_pasting_it_gives() {
    let today: Date = "2026-11-23".parse().expect("a day");
    for (name, text) in letters() {
        let reading = read_letter(&text, today);
        let line = read(&text);
        for found in &reading.found {
            assert!(holds(&line, &found.answer), "{name}: {:?} in {line}", found.answer);
        }
        let of = |key: &str| line[key].as_array().expect("a list").len();
        assert!(of("questions") >= reading.doubts.len().min(1), "{name}: {line}");
        assert!(of("unclear") >= reading.problems.len(), "{name}: {line}");
        assert!(of("unused") <= reading.unread.len(), "{name}: {line}");
        if reading.found.iter().all(|found| !matches!(found.answer, Answer::Base(_))) {
            assert_eq!(line["base"], Value::Null, "{name}");
            let doubted = reading.doubts.iter().any(|(doubt, _)| crate::words::question(doubt).contains("base"));
            let asked = line["questions"].to_string().contains("What is the base salary a year?");
            assert!(doubted || asked, "{name}: {line}");
        }
    }
}

/// The line of a letter with what it leaves open filled in.
fn completed(mut line: Value) -> Value {
    let fields = line.as_object_mut().expect("an object");
    let known =
        |fields: &serde_json::Map<String, Value>, key: &str| fields.get(key).is_some_and(|value| !value.is_null());
    for (key, value) in [
        ("level", json!("L6")),
        ("location", json!("Seattle")),
        ("base", json!(190_000)),
        ("sign_on_year_1", json!(0)),
        ("sign_on_year_2", json!(0)),
    ] {
        if !known(fields, key) {
            fields.insert(key.to_owned(), value);
        }
    }
    if known(fields, "rsu_shares") && !known(fields, "share_price") {
        fields.insert("share_price".to_owned(), json!(200));
    } else if !known(fields, "rsu_grant") && !known(fields, "rsu_shares") {
        fields.insert("rsu_grant".to_owned(), json!(400_000));
    }
    line
}

#[test]
fn the_line_of_read_is_one_for_analyze_and_counter() {
    let bands = test_offers::bands();
    let mut whole = 0;
    for (name, text) in letters() {
        let line = raw(&json!({"text": text, "today": "2026-11-23"}));
        // As it comes, where nothing is left open; else it says which key is missing.
        match analyse_line(&line, &bands, now()) {
            Ok(answer) => {
                whole += 1;
                assert!(!answer.contains("\"ignored\""), "{name}: {answer}");
            }
            Err(error) => {
                let error = error.to_string();
                assert!(error.contains("missing") || error.contains("share_price"), "{name}: {error}");
            }
        }
        let line = completed(serde_json::from_str(&line).expect("JSON")).to_string();
        let analysis = analyse_line(&line, &bands, now());
        let plan = counter_line(&line, &bands, now());
        let foreign = line.contains("\"currency\":\"") && !line.contains("\"currency\":\"USD\"");
        assert_eq!((analysis.is_ok(), plan.is_ok()), (!foreign, !foreign), "{name}: {line}");
        if let Ok(analysis) = analysis {
            let analysis: Value = serde_json::from_str(&analysis).expect("JSON");
            let line: Value = serde_json::from_str(&line).expect("JSON");
            let base = line["base"].as_f64().expect("a number");
            assert!(analysis["years"][3].as_f64().expect("a number") >= base, "{name}");
            assert_eq!(analysis["ignored"], Value::Null);
        }
    }
    assert!(whole >= 10, "{whole} letters are whole offers");
}

#[test]
fn figures_come_through_the_pipe_as_they_are() {
    let bands = test_offers::bands();
    let line = raw(&json!({"text": LETTER, "today": "2026-11-23"}));
    let analysis: Value = serde_json::from_str(&analyse_line(&line, &bands, now()).expect("an offer")).expect("JSON");
    assert_eq!(analysis["years"].to_string(), "[302525.5,312575.5,352700.5,352700.5]");
    let codes = analysis["warnings"].to_string();
    assert!(!codes.contains("repayment_terms_unknown"), "the terms came through: {codes}");
}

#[test]
fn what_is_in_doubt_is_a_question_and_no_value() {
    for (text, key, question) in [
        ("L6 Seattle. Base: $19,000 a year", "base", "did you mean base $190,000 a year?"),
        ("RSUs: 1,400 shares", "rsu_grant", "At which price a share should I count the 1,400 shares?"),
        ("Sign-on bonus: $90,000", "sign_on_year_1", "Is $90,000 all in year 1"),
    ] {
        let answer = read(text);
        assert_eq!(answer[key], Value::Null, "{text}");
        assert!(answer["questions"].to_string().contains(question), "{text}: {}", answer["questions"]);
        assert_eq!(answer["quotes"].get(key), None);
    }
}

#[test]
fn what_is_needed_and_not_told_is_asked_for() {
    let answer = read("L6 Seattle\nBase: $190,000");
    insta::assert_snapshot!(answer["questions"].as_array().expect("a list").iter().map(|one| one.as_str().expect("a text")).collect::<Vec<_>>().join("\n"), @"
    What is the sign-on bonus, year 1 and year 2?
    How large is the RSU grant, over all four years together?
    ");
}

#[test]
fn a_day_is_counted_from_the_day_given() {
    let reply_by = |line: Value| serde_json::from_str::<Value>(&raw(&line)).expect("JSON")["reply_by"].clone();
    let text = "Please reply by January 15.";
    assert_eq!(reply_by(json!({"text": text, "today": "2027-01-10"})), "2027-01-15");
    assert_eq!(reply_by(json!({"text": text, "today": "2027-01-20"})), Value::Null, "that day has passed");
    assert_eq!(reply_by(json!({"text": text})), "2027-01-15", "else from today");
    assert_eq!(reply_by(json!({"text": text, "today": null})), "2027-01-15");
}

#[test]
fn a_line_that_is_none_is_said() {
    let error = |line: &str| read_text_line(line, now()).expect_err("a bad line").to_string();
    let long = format!("{{\"text\":\"x\",\"today\":\"{}\"}}", "x".repeat(4_000));
    let errors = [
        "{}",
        r#"{"text":null}"#,
        r#"{"text":5}"#,
        r#"{"text":["a"]}"#,
        r#"{"text":"x","today":"soon"}"#,
        r#"{"text":"x","today":"2026-13-01"}"#,
        r#""text""#,
        &long,
    ]
    .map(error);
    insta::assert_snapshot!(errors.join("\n"), @r#"
    text is missing; for example "text":"Base: $190,000 …"
    text is missing; for example "text":"Base: $190,000 …"
    text: a string is needed here
    text: a string is needed here
    today: "soon" is not a day; write 2026-12-04
    today: "2026-13-01" is not a day; write 2026-12-04
    the line is not a JSON object
    today: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…" is not a day; write 2026-12-04
    "#);
    let answer: Value = serde_json::from_str(&raw(&json!({"text": "x", "todays": "2026-11-26"}))).expect("JSON");
    assert_eq!(answer["ignored"], json!(["todays"]));
}
