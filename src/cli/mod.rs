//! The command line: the bot, `check`, `read`, `analyze`, `counter`, and a conversation in the terminal.
//!
//! Owns arguments, exit codes and standard streams. Must not decide anything about an
//! offer: every answer comes through [`crate::app`], [`crate::reading`],
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
mod keys;
mod notices;
mod offer_line;
mod outlook;
mod read;
mod run;
mod terminal;
#[cfg(test)]
mod tests;
mod values;

pub use run::{Arguments, run};
