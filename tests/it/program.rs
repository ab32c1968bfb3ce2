//! The program as a process: JSON lines, checks, and how it ends when it can't start.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Runs the program in a folder of its own with just these variables.
fn run(folder: &Path, arguments: &[&str], variables: &[(&str, &str)], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counteroffer"));
    command.args(arguments).current_dir(folder).env_clear().envs(variables.iter().copied());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program");
    // A program that ends before it reads closes the pipe: that is its right.
    drop(child.stdin.take().expect("a pipe").write_all(input.as_bytes()));
    child.wait_with_output().expect("an end")
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("text");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// What is said on standard error: one sentence, no backtrace.
#[track_caller]
fn ends_with_one_sentence(output: &Output, code: i32) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{said}");
    let own: Vec<&str> = said.lines().filter(|line| line.starts_with("counteroffer: ")).collect();
    assert_eq!(own.len(), 1, "{said}");
    assert!(!said.contains("backtrace") && !said.contains("panicked"), "{said}");
    own[0].to_owned()
}

const VECTORS: [(&str, &str, &str); 4] = [
    (
        r#"{"level":"L6","city":"Seattle","base":200000,"sign_on_year_1":90000,"sign_on_year_2":60000,"rsu_grant":400000}"#,
        "[310000,320000,360000,360000]",
        "337500",
    ),
    (
        r#"{"level":"L6","city":"Seattle","base":"180k","sign_on_year_1":"120k","sign_on_year_2":"80k","rsu_grant":"300k"}"#,
        "[315000,305000,300000,300000]",
        "305000",
    ),
    (
        r#"{"level":"L7","city":"Bay_Area","base":300000,"sign_on_year_1":180000,"sign_on_year_2":120000,"rsu_grant":1150000}"#,
        "[537500,592500,760000,760000]",
        "662500",
    ),
    (
        r#"{"level":"L7","city":"NYC","base":160000,"sign_on_year_1":127000,"sign_on_year_2":94000,"rsu_shares":220,"share_price":1200}"#,
        "[300200,293600,265600,265600]",
        "281250",
    ),
];

#[test]
fn what_read_gives_can_be_piped_into_analyze_and_counter() {
    let folder = folder();
    let all: Vec<String> = std::fs::read_dir("tests/fixtures/letters")
        .expect("the letters")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| {
            let text = std::fs::read_to_string(path).expect("a letter");
            serde_json::json!({"text": text, "today": "2026-11-23"}).to_string()
        })
        .collect();
    let read = run(folder.path(), &["read"], &[], &all.join("\n"));
    assert!(read.status.success());
    let told = lines(&read);
    let piped = String::from_utf8(read.stdout).expect("text");
    assert_eq!(told.len(), all.len(), "a line a letter");
    for command in ["analyze", "counter"] {
        let answers = lines(&run(folder.path(), &[command], &[], &piped));
        assert_eq!(answers.len(), all.len());
        let whole = told.iter().zip(&answers).filter(|(line, answer)| {
            let open = line["questions"].as_array().is_some_and(|questions| !questions.is_empty());
            assert!(open || answer.get("error").is_none(), "{line} gives {answer}");
            answer.get("error").is_none()
        });
        assert!(whole.count() >= 10, "{command}");
    }
}

#[test]
fn analyze_gives_the_vectors_and_goes_on_after_a_bad_line() {
    let folder = folder();
    let mut input: Vec<&str> = VECTORS.iter().map(|(line, ..)| *line).collect();
    input.insert(1, "{\"level\":");
    let output = run(folder.path(), &["analyze"], &[], &input.join("\n"));
    assert!(output.status.success());
    let mut answers = lines(&output);
    let bad = answers.remove(1);
    assert_eq!((bad["line"].as_u64(), bad["error"].is_string()), (Some(2), true), "{bad}");
    for (answer, (_, years, average)) in answers.iter().zip(VECTORS) {
        assert_eq!(answer["years"].to_string(), years);
        assert_eq!(answer["four_year_average"].to_string(), average);
    }
    let codes: Vec<&Value> = answers[1]["warnings"].as_array().expect("warnings").iter().map(|w| &w["code"]).collect();
    assert!(codes.contains(&&Value::from("year_3_below_year_1")), "{codes:?}");
    assert_eq!(answers[3]["percentile"], Value::Null, "no band for L7 in New York");
    let leftover: Vec<_> = std::fs::read_dir(folder.path()).expect("a folder").collect();
    assert!(leftover.is_empty(), "analysing keeps nothing: {leftover:?}");
}

#[test]
fn counter_gives_every_key() {
    let output = run(folder().path(), &["counter"], &[], VECTORS[0].0);
    let answer = lines(&output).remove(0);
    for key in ["target_percentile", "target_total", "gap", "reached", "asks", "opening", "packages", "ladder"] {
        assert!(!answer[key].is_null(), "{key} in {answer}");
    }
    for figures in [&answer["asks"], &answer["opening"]] {
        for key in [
            "base",
            "sign_on_year_1",
            "sign_on_year_2",
            "rsu_grant",
            "four_year_total",
            "years",
            "increase_percent",
            "approval",
        ] {
            assert!(!figures[key].is_null(), "{key} in {figures}");
        }
    }
    assert_eq!(answer["packages"].as_array().map(Vec::len), Some(3));
    assert_eq!(answer["ladder"].as_array().map(Vec::len), Some(5));
    assert_eq!(answer["packages"][0]["led_by"], "base");
}

#[test]
fn check_says_what_is_right_and_what_is_not() {
    let folder = folder();
    let output = run(folder.path(), &["check"], &[], "");
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let store = folder.path().join("counteroffer.db").display().to_string();
    assert!(said.contains(&store), "where it will be: {said}");
    assert!(said.contains("figures of January 2025, ") && said.contains(" months old"), "{said}");
    let left: Vec<_> = std::fs::read_dir(folder.path()).expect("a folder").collect();
    assert!(left.is_empty(), "looking makes nothing: {left:?}");
    let output = run(folder.path(), &["check"], &[("DISCORD_TOKEN", "abc")], "");
    ends_with_one_sentence(&output, 78);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("FAILED  config: DISCORD_TOKEN is no bot token"), "{said}");
    std::fs::create_dir(folder.path().join("bands")).expect("a folder");
    std::fs::write(folder.path().join("bands/odd.toml"), "company = \"Amazon\"\nbase = 5\n").expect("a file");
    let output = run(folder.path(), &["check"], &[("BANDS_DIR", "bands")], "");
    ends_with_one_sentence(&output, 78);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("FAILED  bands: bands/odd.toml:"), "{said}");
}

#[test]
fn a_start_that_can_not_succeed_ends_with_one_sentence() {
    let folder = folder();
    let said = ends_with_one_sentence(&run(folder.path(), &[], &[], ""), 78);
    assert!(said.contains("DISCORD_TOKEN is not set"), "{said}");
    let said = ends_with_one_sentence(&run(folder.path(), &["chat"], &[("DATABASE_URL", "nowhere/x.db")], ""), 78);
    assert!(said.contains("there is no folder"), "{said}");
    std::fs::write(folder.path().join("text.db"), "this is no database, whatever its name says. ".repeat(200))
        .expect("a file");
    ends_with_one_sentence(&run(folder.path(), &["chat"], &[("DATABASE_URL", "text.db")], ""), 78);
    ends_with_one_sentence(&run(folder.path(), &["chat"], &[("BANDS_DIR", "nowhere")], ""), 78);
    ends_with_one_sentence(&run(folder.path(), &[], &[("DISCORD_API_BASE", "http://example.com:80")], ""), 78);
    let said = ends_with_one_sentence(&run(folder.path(), &[], &[("DISCORD_TOKEN", "your-token-here")], ""), 78);
    assert!(said.contains("DISCORD_TOKEN is no bot token") && said.contains("\"Reset Token\""), "{said}");
    assert_eq!(run(folder.path(), &["dance"], &[], "").status.code(), Some(2));
}

#[test]
fn what_is_written_and_not_read_is_said_before_a_start() {
    let folder = folder();
    let said = |arguments: &[&str], variables: &[(&str, &str)]| {
        let output = run(folder.path(), arguments, variables, "");
        String::from_utf8_lossy(&output.stderr).lines().filter(|line| line.starts_with("note: ")).count()
    };
    assert_eq!(said(&["check"], &[]), 0);
    std::fs::write(folder.path().join(".env"), "DISCORD_TOKEN=abc\n").expect("a file");
    for arguments in [&[][..], &["check"], &["chat"]] {
        assert_eq!(said(arguments, &[("DISCORD_TOKN", "abc")]), 2, "{arguments:?}");
        assert_eq!(said(arguments, &[("DISCORD_TOKEN", "abc")]), 0, "{arguments:?}");
    }
    assert_eq!(said(&["analyze"], &[("DISCORD_TOKN", "abc")]), 0, "no token is needed");
}

#[test]
fn a_bot_says_where_everything_is_kept() {
    let folder = folder();
    // Nobody answers there, so that it ends by itself.
    let nowhere = [("DISCORD_TOKEN", "abc"), ("DISCORD_API_BASE", "http://127.0.0.1:1")];
    let said = ends_with_one_sentence(&run(folder.path(), &[], &nowhere, ""), 78);
    assert!(said.contains("DISCORD_API_BASE did not give a gateway"), "{said}");
    let logged = String::from_utf8(run(folder.path(), &[], &nowhere, "").stderr).expect("text");
    assert!(logged.contains(&folder.path().join("counteroffer.db").display().to_string()), "{logged}");
}

#[test]
fn a_conversation_in_a_terminal_is_kept_between_runs() {
    let folder = folder();
    let output = run(folder.path(), &["chat"], &[], "L6\nseattle\n");
    assert!(output.status.success());
    let again = String::from_utf8(run(folder.path(), &["chat"], &[], "185k\n").stdout).expect("text");
    assert!(again.contains("Welcome back") && again.contains("Got it: base $185,000 a year."), "{again}");
}

#[test]
fn a_letter_in_a_file_is_read_in_a_terminal() {
    let folder = folder();
    let letter = crate::fixtures::pdf(&[&["We offer you the L6 position in Seattle.", "Base salary: $185,000"]]);
    std::fs::write(folder.path().join("my letter.pdf"), letter).expect("a file");
    let input = "/offer paste file:\"my letter.pdf\"\n/offer paste nowhere.pdf\n/offer paste letter.docx\n";
    let output = run(folder.path(), &["chat"], &[], input);
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).expect("text");
    for part in ["What the letter says", "Base $185,000 a year", "I could not get that file", "this is another kind"] {
        assert!(said.contains(part), "no {part:?} in {said}");
    }
}
