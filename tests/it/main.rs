//! The one integration binary: the whole bot against a Discord of one's own.
//!
//! `discord` is that Discord, with people who use it: `ana.command("offer start", &[])`,
//! `ana.says("185k")`, `ana.presses("Save")`, `ana.chooses("L6")`, `ana.fills(&[("base", "185k")])`
//! each return what is then shown, as plain text. `double` stands in for what is behind the
//! shell; `shell` tests the shell with it. With `RECORD_REST` naming a file, every request is
//! appended to it as a line of JSON.
#![allow(unreachable_pub, missing_docs, clippy::unwrap_used, reason = "one binary of tests, read by its names")]

mod discord;
mod document;
mod double;
mod files;
#[allow(dead_code, reason = "shared with the library's own tests")]
#[path = "../../src/document/fixtures.rs"]
mod fixtures;
mod logs;
mod program;
mod shell;
#[cfg(unix)]
mod terminal;
mod walls;
mod whole;
