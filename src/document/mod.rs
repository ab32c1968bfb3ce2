//! A file with a letter in it, to text: `.txt`, `.eml` and `.pdf`.
//!
//! Owns which files are read and how large they may be, and that a file is taken apart in a
//! process of its own with limits of time and memory: a PDF can hold a parser for ever.
//! Nothing of a file is kept or logged. Must not know where a file comes from, or what an
//! offer is.

mod extract;
#[cfg(test)]
mod fixtures;
mod format;
mod process;
mod reader;

pub use extract::{Extract, Format, LARGEST, Missing, Unread};
pub use process::{COMMAND, Limits, Stage, answer};
pub use reader::DocumentReader;
