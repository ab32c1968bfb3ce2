//! The process that takes a file apart: what it reads, and that nothing in a file makes it go
//! on for ever or eat up the machine.

use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

use crate::fixtures::{bomb, endless, lines, pdf};

/// Takes a file apart within limits, as the bot has it done.
fn take_apart(format: &str, [seconds, megabytes]: [u64; 2], file: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counteroffer"));
    command.arg("read-document").arg(format).args([seconds, megabytes].map(|limit| limit.to_string()));
    command.env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program");
    drop(child.stdin.take().expect("a pipe").write_all(file));
    child.wait_with_output().expect("an end")
}

const USUAL: [u64; 2] = [5, 512];

#[track_caller]
fn answer(format: &str, file: &[u8]) -> Value {
    let output = take_apart(format, USUAL, file);
    assert!(output.status.success(), "{:?}", output.status);
    serde_json::from_slice(&output.stdout).expect("JSON and nothing else")
}

#[test]
fn each_format_gives_its_text() {
    let text = |text: &str| json!({"text": {"text": text, "missing": null}});
    assert_eq!(answer("txt", b"Base $185,000\r\n"), text("Base $185,000"));
    let mail = lines(&["Subject: Offer", "Content-Transfer-Encoding: quoted-printable", "", "Base =24185,000"]);
    assert_eq!(answer("eml", mail.as_bytes()), text("Subject: Offer\n\nBase $185,000"));
    assert_eq!(answer("pdf", &pdf(&[&["Dear Sam,", "Base $185,000"]])), text("Dear Sam,\nBase $185,000"));
}

#[test]
fn a_file_without_text_says_why() {
    for (format, file, why) in [
        ("txt", b"".as_slice(), "no_text"),
        ("pdf", b"%PDF-1.7 and no more", "broken"),
        ("pdf", b"no such file", "broken"),
        ("pdf", &pdf(&[&[]]), "no_text"),
        ("txt", &vec![b'a'; 2 * 1024 * 1024 + 1], "too_large"),
    ] {
        assert_eq!(answer(format, file), json!({"unread": why}), "{format}");
    }
}

#[test]
fn a_file_that_never_ends_is_ended() {
    let output = take_apart("pdf", [1, 512], &endless());
    // The kernel's word for "out of processor time": a warning first, where there is room for one.
    assert!(matches!(output.status.signal(), Some(9 | 24)), "{:?}", output.status);
    assert!(output.stdout.is_empty());
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_grows_without_measure_is_ended() {
    let output = take_apart("pdf", [60, 128], &bomb(160 << 20));
    assert_eq!(output.status.signal(), Some(6), "{:?}", output.status);
    assert!(output.stdout.is_empty());
}
