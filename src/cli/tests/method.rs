//! `docs/method.md`: its examples, run through the same functions as the command line.

use jiff::Timestamp;
use serde_json::Value;

use super::method_figures::answer as answer_of;
use crate::analysis::test_offers;
use crate::cli::analyze::analyse_line;
use crate::cli::counter::counter_line;

/// One example of a page: which command, its line, and what it must at least answer.
pub(super) struct Example {
    pub(super) section: String,
    pub(super) command: String,
    pub(super) line: Value,
    pub(super) answer: Value,
}

fn page() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/method.md");
    std::fs::read_to_string(path).expect("docs/method.md is there")
}

pub(super) fn examples(page: &str) -> Vec<Example> {
    let (mut section, mut found) = (String::new(), Vec::new());
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            title.clone_into(&mut section);
        }
        let Some(command) = line.strip_prefix("```json ") else { continue };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let values: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(&block.join("\n")).into_iter().collect();
        let values = values.unwrap_or_else(|error| panic!("{section}: {error} in {block:#?}"));
        let [line, answer] = values.as_slice() else { panic!("{section}: a line and its answer are needed") };
        found.push(Example {
            section: section.clone(),
            command: command.to_owned(),
            line: line.clone(),
            answer: answer.clone(),
        });
    }
    found
}

/// Whether an answer holds all that is expected: of an object some keys, of a list of objects
/// some in order, of anything else the same.
pub(super) fn holds(answer: &Value, expected: &Value) -> bool {
    match (answer, expected) {
        (Value::Object(answer), Value::Object(expected)) => {
            expected.iter().all(|(key, value)| answer.get(key).is_some_and(|found| holds(found, value)))
        }
        (Value::Array(answer), Value::Array(expected)) if expected.iter().all(Value::is_object) => {
            let mut rest = answer.iter();
            expected.iter().all(|value| rest.any(|found| holds(found, value)))
        }
        _ => answer == expected,
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn every_example_of_the_method_is_what_the_program_answers() {
    let bands = test_offers::bands();
    let now: Timestamp = "2026-11-23T12:00:00Z".parse().expect("a moment");
    let examples = examples(&page());
    for Example { section, command, line, answer } in &examples {
        let text = line.to_string();
        let given: Value = match command.as_str() {
            "analyze" => json(&analyse_line(&text, &bands, now).expect("a good line")),
            "counter" => json(&counter_line(&text, &bands, now).expect("a good line")),
            other => answer_of(other, line).unwrap_or_else(|| panic!("{section}: there is no command {other}")),
        };
        for (key, expected) in answer.as_object().expect("an answer is an object") {
            assert!(holds(&given[key], expected), "{section}: {line}\n{key} is {}\nnot {expected}", given[key]);
        }
    }
}

#[test]
fn every_section_has_an_example() {
    let page = page();
    let examples = examples(&page);
    for title in page.lines().filter_map(|line| line.strip_prefix("## ")) {
        assert!(examples.iter().any(|example| example.section == title), "{title}");
    }
}

#[test]
fn every_code_of_a_warning_with_dollars_is_explained() {
    let page = page();
    for code in crate::analysis::WarningCode::ALL {
        assert!(page.contains(&format!("`{}`", code.name())), "{}", code.name());
    }
}

#[test]
fn an_example_that_differs_is_seen() {
    let answer = json(r#"{"a":1,"years":[1,2],"list":[{"code":"x","n":1},{"code":"y","n":2}]}"#);
    for same in
        [r#"{"a":1}"#, r#"{"years":[1,2]}"#, r#"{"list":[{"code":"y"}]}"#, r#"{"list":[{"code":"x","n":1},{"n":2}]}"#]
    {
        assert!(holds(&answer, &json(same)), "{same}");
    }
    for other in [
        r#"{"a":2}"#,
        r#"{"b":null}"#,
        r#"{"years":[1]}"#,
        r#"{"years":[2,1]}"#,
        r#"{"list":[{"code":"y"},{"code":"x"}]}"#,
        r#"{"list":[{"code":"z"}]}"#,
    ] {
        assert!(!holds(&answer, &json(other)), "{other}");
    }
}
