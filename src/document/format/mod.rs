//! From the bytes of a file to its text. Pure; to be called only where a parser may hang or
//! eat up its memory without harm (see `process`).

mod mail;
mod pdf;
mod plain;

use super::extract::{Extract, Format, LARGEST, LONGEST, Missing, Unread};

/// What a parser found, before it is made tidy.
#[derive(Debug, Default)]
struct Found {
    text: String,
    /// Whether something could not be read.
    parts_missing: bool,
}

/// The text of a file.
pub(super) fn read(format: Format, bytes: &[u8]) -> Result<Extract, Unread> {
    if bytes.len() > LARGEST {
        return Err(Unread::TooLarge);
    }
    let found = match format {
        // Whatever its name says.
        _ if pdf::is_one(bytes) => pdf::read(bytes)?,
        Format::Pdf => return Err(Unread::Broken),
        Format::Eml => mail::read(bytes)?,
        Format::Txt => Found { text: plain::read(bytes)?, ..Found::default() },
    };
    let mut text = tidy(&found.text);
    if !text.contains(char::is_alphanumeric) {
        return Err(if found.parts_missing { Unread::Broken } else { Unread::NoText });
    }
    let mut missing = found.parts_missing.then_some(Missing::Parts);
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        missing = Some(Missing::End);
    }
    Ok(Extract { text, missing })
}

/// Without control characters, blanks at the ends of lines, and more than one blank line.
fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{c}', '\u{2028}', '\u{2029}'], "\n");
    let mut tidy = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.lines() {
        let line: String = line.chars().filter(|c| *c == '\t' || !c.is_control()).collect();
        let line = line.trim_end();
        blank = if line.trim().is_empty() { blank + 1 } else { 0 };
        if blank < 2 {
            tidy.push_str(line);
            tidy.push('\n');
        }
    }
    tidy.trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::fixtures;

    #[track_caller]
    fn text(format: Format, bytes: &[u8]) -> String {
        read(format, bytes).map_or_else(|unread| format!("{unread:?}"), |extract| extract.text)
    }

    #[test]
    fn lines_are_made_tidy() {
        assert_eq!(tidy("\n a \r\n\r\n\u{0}\r\n\n\tb\u{7}c\u{c}d\n\n"), " a\n\n\tbc\nd");
    }

    #[test]
    fn a_text_that_is_a_pdf_is_read_as_one() {
        assert_eq!(text(Format::Txt, &fixtures::pdf(&[&["Base $185,000"]])), "Base $185,000");
        assert_eq!(text(Format::Pdf, b"Base $185,000"), "Broken");
    }

    #[test]
    fn an_empty_file_has_no_text_and_a_large_one_is_not_read() {
        for format in [Format::Txt, Format::Eml] {
            assert_eq!(text(format, b""), "NoText", "{format:?}");
            assert_eq!(text(format, b" \r\n\r\n-- \r\n"), "NoText", "{format:?}");
        }
        assert_eq!(text(Format::Pdf, b""), "Broken");
        assert_eq!(text(Format::Txt, &vec![b'a'; LARGEST + 1]), "TooLarge");
    }

    #[test]
    fn a_long_text_ends_where_it_is_said_to() {
        let fits = read(Format::Txt, "é".repeat(LONGEST).as_bytes()).expect("text");
        assert_eq!((fits.text.chars().count(), fits.missing), (LONGEST, None));
        let long = read(Format::Txt, "é".repeat(LONGEST + 1).as_bytes()).expect("text");
        assert_eq!((long.text.chars().count(), long.missing), (LONGEST, Some(Missing::End)));
    }
}
