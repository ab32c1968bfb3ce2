//! The command line: the bot, `check`, `analyze`, and a conversation in the terminal.
//!
//! Owns arguments, exit codes and standard streams. Must not decide anything about an
//! offer: every answer comes through [`crate::app`] or [`crate::analysis`].

mod amount;
mod analyze;
mod chat;
mod check;
mod exit;
mod run;
mod terminal;
#[cfg(test)]
mod transcript;

pub use exit::Exit;
pub use run::{Arguments, run};
