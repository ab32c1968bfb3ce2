//! The written text of a PDF, page by page.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{Document, PlainTextOutput, output_doc_page};

use super::Found;
use crate::document::extract::{LONGEST, Unread};

/// How far from the start of a file its mark may stand.
const MARK_WITHIN: usize = 1024;
/// The most bytes taken of all pages together: what no text of [`LONGEST`] characters exceeds.
const MOST_BYTES: usize = LONGEST * 4 + 1;

/// Whether the bytes are a PDF, whatever its name.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(MARK_WITHIN)].windows(5).any(|five| five == b"%PDF-")
}

/// The pages that can be read; a parser that gives up on one page (or panics: it does) loses that one.
pub(super) fn read(bytes: &[u8]) -> Result<Found, Unread> {
    let document = catch_unwind(|| open(bytes)).unwrap_or(Err(Unread::Broken))?;
    let pages = document.get_pages();
    if pages.is_empty() {
        return Err(Unread::Broken);
    }
    let mut found = Found::default();
    for number in pages.keys() {
        let mut page = Bounded { left: MOST_BYTES.saturating_sub(found.text.len()), bytes: Vec::new() };
        let read = catch_unwind(AssertUnwindSafe(|| {
            let page: &mut dyn Write = &mut page;
            output_doc_page(&document, &mut PlainTextOutput::new(page), *number).is_ok()
        }));
        let full = page.left == 0;
        if !full && !read.unwrap_or(false) {
            found.parts_missing = true;
            continue;
        }
        found.text.push_str(&close_up(&String::from_utf8_lossy(&page.bytes)));
        found.text.push_str("\n\n");
        if full {
            break;
        }
    }
    Ok(found)
}

fn open(bytes: &[u8]) -> Result<Document, Unread> {
    let mut document = Document::load_mem(bytes).map_err(|error| match error {
        pdf_extract::Error::InvalidPassword | pdf_extract::Error::Decryption(_) => Unread::Locked,
        _ => Unread::Broken,
    })?;
    // Signed letters are often locked against changes alone, which an empty password opens.
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(Unread::Locked);
    }
    Ok(document)
}

/// The shortest line that is taken for one that goes on below, in characters.
const FULL_LINE: usize = 45;

/// A page without the blank lines inside its sentences: lines that are set widely have one between
/// any two, which says nothing of where a sentence ends.
fn close_up(page: &str) -> String {
    let lines: Vec<&str> = page.lines().map(str::trim_end).collect();
    let wide = !lines.windows(2).any(|two| two.iter().all(|line| !line.is_empty()));
    let goes_on = |above: &str, below: &str| {
        let full = above.chars().count() >= FULL_LINE && !above.ends_with(['.', ':', ';', '!', '?']);
        full && below.starts_with(|c: char| c.is_alphanumeric() || c == '$')
    };
    let mut closed: Vec<&str> = Vec::with_capacity(lines.len());
    for (nth, line) in lines.iter().enumerate() {
        let between = nth > 0 && lines.get(nth + 1).is_some_and(|below| goes_on(lines[nth - 1], below));
        if !line.is_empty() || !(wide || between) {
            closed.push(line);
        }
    }
    closed.join("\n")
}

/// Takes no more than is wanted.
struct Bounded {
    left: usize,
    bytes: Vec<u8>,
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let taken = bytes.len().min(self.left);
        self.left -= taken;
        self.bytes.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::fixtures::{Pdf, bomb, endless, pdf, with_content};

    #[track_caller]
    fn text(bytes: &[u8]) -> String {
        read(bytes).map_or_else(|unread| format!("{unread:?}"), |found| found.text.trim().to_owned())
    }

    #[test]
    fn pages_are_read_in_order_line_by_line() {
        let letter = pdf(&[&["Dear Sam,", "your base salary is $185,000."], &["Sign-on: $90,000"]]);
        assert_eq!(text(&letter), "Dear Sam,\nyour base salary is $185,000.\n\nSign-on: $90,000");
    }

    #[test]
    fn words_set_apart_have_a_space_between_them() {
        let row = with_content("BT /F1 12 Tf 72 700 Td (Base) Tj 200 0 Td (\\$185,000) Tj ET");
        assert_eq!(text(&row), "Base $185,000");
    }

    #[test]
    fn a_widely_set_page_is_closed_up() {
        assert_eq!(close_up("a sign-on of\n\n$90,000 in\n\nyear 1"), "a sign-on of\n$90,000 in\nyear 1");
        assert_eq!(close_up("one\ntwo\n\nthree"), "one\ntwo\n\nthree");
        let [head, above, below] = [
            "Amazon\nSeattle\n\n",
            "You will receive a one-time sign-on payment in the amount of",
            "$48,000 in year 1.",
        ];
        assert_eq!(close_up(&format!("{head}{above}\n\n{below}")), format!("{head}{above}\n{below}"));
        let ended = format!("{head}{above} it.\n\nBase $1.");
        assert_eq!(close_up(&ended), ended);
    }

    #[test]
    fn a_scan_holds_no_text() {
        assert_eq!(text(&with_content("q 612 0 0 792 0 0 cm 0 0 m 9 9 l S Q")), "");
    }

    #[test]
    fn a_page_that_can_not_be_read_is_said_to_be_missing() {
        let mut letter = Pdf::new();
        letter.page("BT /F1 12 Tf 72 700 Td (Base \\$185,000) Tj ET");
        // An operator without what it works on: the parser panics.
        letter.page("BT /F1 Tf ET");
        let found = read(&letter.bytes()).expect("one page");
        assert_eq!((found.text.trim(), found.parts_missing), ("Base $185,000", true));
    }

    #[test]
    fn damaged_files_are_told() {
        let good = pdf(&[&["Base $185,000"]]);
        for bytes in [b"%PDF-1.7".as_slice(), b"%PDF-1.7\n%%EOF", &good[..good.len() / 3]] {
            assert_eq!(text(bytes), "Broken", "{} bytes", bytes.len());
        }
        assert!(!is_one(b"Dear Sam, see the file %PDF"));
    }

    #[test]
    fn a_password_is_told() {
        let mut letter = Pdf::new();
        letter.page("BT /F1 12 Tf 72 700 Td (Base) Tj ET");
        assert_eq!(text(&letter.locked().bytes()), "Locked");
    }

    #[test]
    fn no_more_is_taken_than_is_wanted() {
        let long = "BT /F1 1 Tf 72 700 Td (abcdefghijklmnopqrstuvwxyz) Tj ET\n".repeat(LONGEST / 5);
        let found = read(&with_content(&long)).expect("text");
        assert!(found.text.len() > LONGEST && found.text.len() <= MOST_BYTES + 2, "{}", found.text.len());
    }

    #[test]
    fn what_holds_up_a_parser_is_small() {
        assert!(bomb(1 << 20).len() < 20_000);
        assert!(endless().len() < 20_000);
    }
}
