//! `docs/cli.md`: every key that goes in or comes out has its line there.

use super::method::{Example, examples, holds};
use jiff::Timestamp;
use serde_json::Value;

use crate::analysis::test_offers;
use crate::cli::analyze::analyse_line;
use crate::cli::counter::counter_line;
use crate::cli::read::read_text_line;

const IN: &str = r#"{"level":"L6","city":"Seattle","currency":"USD","base":200000,"sign_on_year_1":90000,"sign_on_year_2":60000,
    "rsu_shares":2000,"share_price":200,"vesting":"25/25/25/25 quarterly","growth":"15%","target":75,
    "walk_away":1300000,"refreshers":50000,"hours":50,"luck":7,"location":"Seattle","company":"Amazon","role":"SDE",
    "currency":"USD","start_date":"2027-01-11","reply_by":"2026-12-04","written":true,"sign_on_paid":"monthly",
    "sign_on_repaid":"not_said","posted_base":[183700,319800],"stated_totals":[],"competing":[],"quotes":{},
    "questions":[],"unclear":[],"unused":[]}"#;

/// The keys that stand in the first cells of a section's table.
fn keys(section: &str) -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/cli.md");
    let page = std::fs::read_to_string(path).expect("docs/cli.md is there");
    let section = page.split("\n## ").find(|part| part.starts_with(section)).expect("a section");
    let cells = section.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(ToOwned::to_owned).collect()
}

#[track_caller]
fn check(section: &str, answer: &str) {
    let answer: Value = serde_json::from_str(answer).expect("JSON");
    let known = keys(section);
    for key in answer.as_object().expect("an object").keys() {
        assert!(known.contains(key), "docs/cli.md says nothing of `{key}` under \"{section}\"");
    }
}

#[test]
fn every_example_is_what_the_program_answers() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/cli.md");
    let page = std::fs::read_to_string(path).expect("docs/cli.md is there");
    let bands = test_offers::bands();
    let now: Timestamp = "2026-11-23T12:00:00Z".parse().expect("a moment");
    let examples = examples(&page);
    for Example { section, command, line, answer } in &examples {
        let text = line.to_string();
        let given = match command.as_str() {
            "read" => read_text_line(&text, now),
            "analyze" => analyse_line(&text, &bands, now),
            "counter" => counter_line(&text, &bands, now),
            other => panic!("{section}: there is no command {other}"),
        };
        let given: Value = match given {
            Ok(given) => serde_json::from_str(&given).expect("JSON"),
            Err(error) => serde_json::json!({"error": error.to_string()}),
        };
        assert!(holds(&given, answer), "{section}: {line}\ngives {given}\nnot {answer}");
    }
    let commands: Vec<&str> = examples.iter().map(|example| example.command.as_str()).collect();
    assert!(commands.contains(&"read") && commands.contains(&"analyze"), "{commands:?}");
}

#[test]
fn every_key_has_its_line() {
    let bands = test_offers::bands();
    let now: Timestamp = "2026-11-23T12:00:00Z".parse().expect("a moment");
    let analysis = analyse_line(IN, &bands, now).expect("a good line");
    check("What `analyze` gives", &analysis);
    check("What `counter` gives", &counter_line(IN, &bands, now).expect("a good line"));
    check("What `read` gives", &read_text_line(r#"{"text":"hello","luck":7}"#, now).expect("a good line"));
    let analysis: Value = serde_json::from_str(&analysis).expect("JSON");
    assert_eq!(analysis["ignored"], serde_json::json!(["luck"]), "all other keys mean something");
    let given: Value = serde_json::from_str(IN).expect("JSON");
    let known = keys("What goes in");
    for key in given.as_object().expect("an object").keys().filter(|key| *key != "luck") {
        assert!(known.contains(key), "{key}");
    }
}
