//! The command line: the bot, `check`, `analyze`, `counter`, and a conversation in the terminal.
//!
//! Owns arguments, exit codes and standard streams. Must not decide anything about an
//! offer: every answer comes through [`crate::app`],
//! [`crate::analysis`] or [`crate::counter`].

mod amount;
mod analyze;
mod bad_line;
mod chat;
mod check;
mod counter;
mod exit;
mod file;
mod json_lines;
mod offer_line;
mod outlook;
mod run;
mod terminal;
#[cfg(test)]
mod tests;

pub use run::{Arguments, run};
