//! Small cases from what people send, each with a trap that once gave a wrong figure: `tests/fixtures/cases`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::chat::Terminal;
use crate::analysis::test_offers;
use crate::cli::analyze::analyse_line;
use crate::cli::read::read_text_line;

/// Thursday, November 26, 2026.
const TODAY: &str = "2026-11-26";

#[derive(Deserialize)]
struct Cases<Case> {
    case: Vec<Case>,
}

/// A text as it is pasted.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pasted {
    name: String,
    text: String,
    #[serde(default)]
    read: BTreeMap<String, Value>,
    #[serde(default)]
    never: BTreeMap<String, Vec<Value>>,
    /// More must be asked than what the text doesn't tell.
    #[serde(default)]
    asks: bool,
    why: String,
}

/// Lines as they are typed in a terminal.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    name: String,
    say: Vec<String>,
    #[serde(default)]
    hears: Vec<String>,
    #[serde(default)]
    hears_somewhere: Vec<String>,
    #[serde(default)]
    never_hears: Vec<String>,
    why: String,
}

/// A line of `counteroffer analyze`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    name: String,
    #[serde(rename = "line")]
    input: String,
    #[serde(default)]
    out: BTreeMap<String, Value>,
    error: Option<String>,
    why: String,
}

fn cases<Case: DeserializeOwned>(file: &str) -> Vec<Case> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cases").join(file);
    let text = std::fs::read_to_string(&path).expect("the cases");
    toml::from_str::<Cases<Case>>(&text).unwrap_or_else(|error| panic!("{file}: {error}")).case
}

fn now() -> Timestamp {
    format!("{TODAY}T12:00:00Z").parse().expect("a moment")
}

/// Whether two values are the same, whole numbers as well as broken ones.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(wanted), Value::Object(got)) => {
            wanted.iter().all(|(key, value)| got.get(key).is_some_and(|got| same(value, got)))
        }
        _ => one == other,
    }
}

/// What is asked only because a text says nothing of it.
const UNTOLD: [&str; 5] =
    ["Which level", "Where is the job", "What is the base", "What is the sign-on", "How large is the"];

#[test]
fn what_is_pasted() {
    let mut bad = Vec::new();
    let cases: Vec<Pasted> = cases("paste.toml");
    assert!(cases.len() >= 59);
    for case in &cases {
        let line = json!({"text": case.text, "today": TODAY}).to_string();
        let read = read_text_line(&line, now()).unwrap_or_else(|error| panic!("{}: {error}", case.name));
        let read: Value = serde_json::from_str(&read).expect("JSON");
        for (key, wanted) in &case.read {
            if !same(wanted, &read[key]) {
                bad.push(format!("{}: {key} is {} for {wanted} ({})", case.name, read[key], case.why));
            }
        }
        for (key, values) in &case.never {
            let got = values.iter().any(|value| {
                same(value, &read[key])
                    || read[key].as_array().is_some_and(|all| all.iter().any(|one| same(value, one)))
            });
            if got {
                bad.push(format!("{}: {key} is {}, never ({})", case.name, read[key], case.why));
            }
        }
        let told = |question: &&Value| {
            question.as_str().is_some_and(|text| !UNTOLD.iter().any(|untold| text.starts_with(untold)))
        };
        let more = read["questions"].as_array().expect("a list").iter().filter(told).count()
            + read["unclear"].as_array().expect("a list").len();
        if case.asks && more == 0 {
            bad.push(format!("{}: nothing is asked ({})", case.name, case.why));
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn lines_of_analyze() {
    let bands = test_offers::bands();
    let mut bad = Vec::new();
    for case in &cases::<Line>("analyze.toml") {
        match (analyse_line(&case.input, &bands, now()), &case.error) {
            (Ok(line), None) => {
                let answer: Value = serde_json::from_str(&line).expect("JSON");
                assert!(!case.out.is_empty(), "{} asserts nothing", case.name);
                for (path, wanted) in &case.out {
                    let got = answer.pointer(&format!("/{}", path.replace('.', "/"))).unwrap_or(&Value::Null);
                    if !same(wanted, got) {
                        bad.push(format!("{}: {path} is {got} for {wanted} ({})", case.name, case.why));
                    }
                }
            }
            (Err(error), Some(wanted)) if error.to_string().contains(wanted) => {}
            (got, _) => bad.push(format!("{}: {got:?} ({})", case.name, case.why)),
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[tokio::test]
async fn what_is_typed() {
    let mut bad = Vec::new();
    for case in &cases::<Typed>("chat.toml") {
        let lines: Vec<&str> = case.say.iter().map(String::as_str).collect();
        let all = Terminal::new().types(&lines).await;
        let before = Terminal::new().types(&lines[..lines.len() - 1]).await;
        let same = all.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count();
        // What is told of the saved offer at the end stands in both.
        let last = all.get(same.min(before.trim_end().len())..).unwrap_or_default();
        assert!(!case.hears.is_empty() || !case.hears_somewhere.is_empty(), "{} asserts nothing", case.name);
        let missing = case.hears.iter().filter(|text| !last.contains(*text)).map(|text| format!("not heard: {text}"));
        let nowhere =
            case.hears_somewhere.iter().filter(|text| !all.contains(*text)).map(|text| format!("nowhere: {text}"));
        let never = case.never_hears.iter().filter(|text| all.contains(*text)).map(|text| format!("heard: {text}"));
        bad.extend(
            missing.chain(nowhere).chain(never).map(|what| format!("{}: {what} ({})\n{last}", case.name, case.why)),
        );
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}
