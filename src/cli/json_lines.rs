//! JSON lines: a line in, a line out, in order, whatever the bytes are.

use std::io::{BufRead, Write};

use serde::Serialize;

use super::bad_line::BadLine;

/// The longest line that is read, in bytes.
pub(super) const LONGEST_LINE: usize = 64 * 1024;

#[derive(Serialize)]
struct ErrorLine {
    error: String,
    line: usize,
}

/// Answers every line of `input` on `output`, in order. Blank lines are passed over; a bad
/// line gives `{"error": …, "line": n}` and the rest go on.
pub(super) fn answer_lines(
    input: impl BufRead,
    mut output: impl Write,
    answer: impl Fn(&str) -> Result<String, BadLine>,
) -> std::io::Result<()> {
    for (index, line) in Lines(input).enumerate() {
        let line = line?;
        let answered = match line {
            Line::Text(text) if text.trim().is_empty() => continue,
            Line::Text(text) => answer(text.trim()),
            Line::Unreadable => Err(BadLine::NotText),
            Line::TooLong => Err(BadLine::TooLong(LONGEST_LINE)),
        };
        let text = answered.unwrap_or_else(|error| json(&ErrorLine { error: error.to_string(), line: index + 1 }));
        writeln!(output, "{text}")?;
        output.flush()?;
    }
    Ok(())
}

/// A value as one line of JSON.
pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("the lines hold texts, numbers and lists only")
}

enum Line {
    Text(String),
    Unreadable,
    TooLong,
}

struct Lines<R>(R);

impl<R: BufRead> Iterator for Lines<R> {
    type Item = std::io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut bytes = Vec::new();
        let mut too_long = false;
        loop {
            let available = match self.0.fill_buf() {
                Ok(available) => available,
                Err(error) => return Some(Err(error)),
            };
            if available.is_empty() {
                if bytes.is_empty() && !too_long {
                    return None;
                }
                break;
            }
            let end = available.iter().position(|byte| *byte == b'\n');
            let part = &available[..end.unwrap_or(available.len())];
            too_long |= bytes.len() + part.len() > LONGEST_LINE;
            if !too_long {
                bytes.extend_from_slice(part);
            }
            let used = end.map_or(available.len(), |end| end + 1);
            self.0.consume(used);
            if end.is_some() {
                break;
            }
        }
        Some(Ok(if too_long { Line::TooLong } else { String::from_utf8(bytes).map_or(Line::Unreadable, Line::Text) }))
    }
}
