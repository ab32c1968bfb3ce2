//! A mail as it was sent: its subject, its words, and the letters inside it.

use mail_parser::decoders::html::html_to_text;
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::{Found, pdf, plain};
use crate::document::extract::{Format, Unread};

/// How deep a mail inside a mail is looked into.
const DEEPEST: usize = 3;
/// Files of a mail that are looked into.
const MOST_FILES: usize = 5;

pub(super) fn read(bytes: &[u8]) -> Result<Found, Unread> {
    // A mail begins with a header; anything else under that name is just text.
    let Some(mail) = MessageParser::default().parse(bytes).filter(|_| begins_with_header(bytes)) else {
        return Ok(Found { text: plain::read(bytes)?, ..Found::default() });
    };
    let mut found = Found::default();
    add(&mail, &mut found, 0);
    Ok(found)
}

/// Whether the first line is `Name: value` (or `From ` of a mailbox file).
fn begins_with_header(bytes: &[u8]) -> bool {
    let name = bytes.split(|byte| matches!(byte, b':' | b' ' | b'\t' | b'\r' | b'\n')).next().unwrap_or_default();
    let next = bytes.get(name.len());
    let is_name = !name.is_empty() && name.iter().all(u8::is_ascii_graphic);
    is_name && (next == Some(&b':') || name == b"From" && next == Some(&b' '))
}

/// What a mail says, below what was said before.
fn add(mail: &Message, found: &mut Found, depth: usize) {
    let mut say = |text: &str| {
        found.text.push_str(text);
        found.text.push_str("\n\n");
    };
    let bodies: Vec<String> = mail
        .text_bodies()
        .filter_map(|part| match &part.body {
            PartType::Text(text) => Some(text.to_string()),
            PartType::Html(html) => Some(page_text(html)),
            PartType::Binary(_) | PartType::InlineBinary(_) | PartType::Message(_) | PartType::Multipart(_) => None,
        })
        .collect();
    if let Some(subject) = mail.subject().filter(|_| !bodies.is_empty()) {
        say(&format!("Subject: {subject}"));
    }
    for body in bodies {
        say(&body);
    }
    for file in mail.attachments().take(MOST_FILES) {
        let name = file.attachment_name().unwrap_or_default();
        match &file.body {
            PartType::Message(inner) if depth < DEEPEST => add(inner, found, depth + 1),
            PartType::Message(_) => found.parts_missing = true,
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) if pdf::is_one(bytes) => match pdf::read(bytes) {
                Ok(inside) => {
                    found.text.push_str(&inside.text);
                    found.text.push_str("\n\n");
                    found.parts_missing |= inside.parts_missing;
                }
                Err(_) => found.parts_missing = true,
            },
            PartType::Text(text) if Format::of_name(name) == Some(Format::Txt) => {
                found.text.push_str(text);
                found.text.push_str("\n\n");
            }
            PartType::Text(_)
            | PartType::Html(_)
            | PartType::Binary(_)
            | PartType::InlineBinary(_)
            | PartType::Multipart(_) => {}
        }
    }
}

/// Tags that stand on lines of their own.
const BLOCKS: [&str; 23] = [
    "address",
    "article",
    "blockquote",
    "dd",
    "div",
    "dl",
    "dt",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "table",
    "tr",
    "ul",
];

/// Marks that no text holds: where a cell begins and ends.
const CELL: [char; 2] = ['\u{1}', '\u{2}'];

/// The words of a page: blocks on lines of their own, cells of a row with a bar between them. The
/// parser's own reading breaks lines only at `<br>` and `</p>`, and runs all else together.
fn page_text(html: &str) -> String {
    let mut marked = String::with_capacity(html.len() * 2);
    // The cells that are open: one of a table inside a cell does not end that cell.
    let mut open = vec![false];
    for (nth, piece) in html.replace(CELL, " ").split('<').enumerate() {
        if nth > 0 {
            let closing = piece.starts_with('/');
            let name = piece.trim_start_matches('/');
            let name = name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())].to_lowercase();
            let is_cell = name == "td" || name == "th";
            if is_cell || name == "tr" || (name == "table" && closing) {
                // Many cells are closed by the next one alone.
                if open.last_mut().is_some_and(std::mem::take) {
                    marked.push(CELL[1]);
                }
            }
            match (name.as_str(), closing) {
                ("table", false) => open.push(false),
                ("table", true) if open.len() > 1 => drop(open.pop()),
                _ if is_cell && !closing => {
                    marked.push(CELL[0]);
                    if let Some(open) = open.last_mut() {
                        *open = true;
                    }
                }
                _ => {}
            }
            if BLOCKS.contains(&name.as_str()) {
                marked.push_str("<br>");
            }
            marked.push('<');
        }
        marked.push_str(piece);
    }
    rows(&html_to_text(&marked))
}

/// Cells of one line, side by side; the lines of any other cell (all of a mail often stands in
/// one) below each other.
fn rows(text: &str) -> String {
    let mut open = vec![String::new()];
    let close = |open: &mut Vec<String>, cell: String| {
        let lines = lines_of(&cell);
        let line = if lines.len() > 1 { format!("\n{}\n", lines.join("\n")) } else { format!("{} | ", lines.concat()) };
        if let Some(outer) = open.last_mut() {
            outer.push_str(&line);
        }
    };
    for c in text.chars() {
        if c == CELL[0] {
            open.push(String::new());
        } else if c != CELL[1] {
            if let Some(inner) = open.last_mut() {
                inner.push(c);
            }
        } else if open.len() > 1
            && let Some(cell) = open.pop()
        {
            close(&mut open, cell);
        }
    }
    // Cells that are never closed.
    while open.len() > 1
        && let Some(cell) = open.pop()
    {
        close(&mut open, cell);
    }
    lines_of(&open.concat()).join("\n")
}

/// Lines without bars around them, but for empty ones.
fn lines_of(text: &str) -> Vec<&str> {
    let lines = text.lines().map(|line| line.trim_matches(|c: char| c == '|' || c.is_whitespace()));
    lines.filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::fixtures::{lines, pdf};
    use data_encoding::BASE64;

    #[track_caller]
    fn text(mail: &[u8]) -> String {
        let found = read(mail).expect("a mail");
        assert!(!found.parts_missing);
        found.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn quoted_printable_is_undone() {
        let mail = lines(&[
            "From: Jordan <jordan@example.com>",
            "Subject: =?utf-8?q?Your_offer_=E2=80=93_L6?=",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=\"iso-8859-1\"",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "Base =24185,000 a year, sign-on =",
            "=2490,000. Caf=E9 is free.",
        ]);
        assert_eq!(
            text(mail.as_bytes()),
            "Subject: Your offer – L6 Base $185,000 a year, sign-on $90,000. Café is free."
        );
    }

    #[test]
    fn of_two_versions_the_plain_one_is_read() {
        let mail = lines(&[
            "Subject: Offer",
            "Content-Type: multipart/alternative; boundary=x",
            "",
            "--x",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            &BASE64.encode("Base $185,000 — in writing.".as_bytes()),
            "--x",
            "Content-Type: text/html",
            "",
            "<p>Base <b>$1</b></p>",
            "--x--",
        ]);
        assert_eq!(text(mail.as_bytes()), "Subject: Offer Base $185,000 — in writing.");
    }

    #[test]
    fn a_page_alone_is_read_without_its_marks() {
        let mail = lines(&[
            "Subject: Offer",
            "Content-Type: text/html; charset=utf-8",
            "",
            "<html><head><style>p { width: 300px }</style><title>x</title></head><body><p>Base: <b>$185,000</b></p>",
            "<table><tr><td>Sign-on</td><td>&#36;90,000</td></tr><tr><td>Stock</td><td>$400,000</td></tr></table>",
            "<script>var pay = 1;</script></body></html>",
        ]);
        let read = read(mail.as_bytes()).expect("a mail").text;
        let lines: Vec<&str> = read.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["Subject: Offer", "Base: $185,000", "Sign-on | $90,000", "Stock | $400,000"]);
    }

    #[test]
    fn what_stands_apart_on_a_page_is_not_run_together() {
        for (html, lines) in [
            ("<div>Base $185,000</div><DIV class=x>Sign-on $90,000</DIV>", "Base $185,000\nSign-on $90,000"),
            ("<ul><li>L6<li>Seattle</ul>Start soon", "L6\nSeattle\nStart soon"),
            ("<h2>Offer</h2>Base<br/>Stock", "Offer\nBase\nStock"),
            ("<table><tr><th>Base</th><td><div>$185,000</div></td></tr></table>", "Base | $185,000"),
            ("<tr><td>\n<p>Base</p>\n</td><td><p>$1</p></td><tr><td><p>Stock<td>$2", "Base | $1\nStock | $2"),
            (
                "<table><td><p>Base $185,000</p><p>Stock $1</p><table><tr><td>a</td><td>b</td></tr></table></td></table>",
                "Base $185,000\nStock $1\na | b",
            ),
            ("Base <b>$185</b>,000 &amp; more <!-- <div>no</div> -->", "Base $185,000 & more"),
            ("a < b", "a"),
        ] {
            assert_eq!(page_text(html), lines, "{html}");
        }
    }

    #[test]
    fn letters_inside_a_mail_are_read_with_it() {
        let inner = lines(&["Subject: Your offer", "", "Base $185,000."]);
        let mail = lines(&[
            "Subject: Fwd: Your offer",
            "Content-Type: multipart/mixed; boundary=x",
            "",
            "--x",
            "",
            "See below.",
            "--x",
            "Content-Type: message/rfc822",
            "",
            &inner,
            "--x",
            "Content-Type: application/pdf; name=letter.pdf",
            "Content-Transfer-Encoding: base64",
            "",
            &BASE64.encode(&pdf(&[&["Sign-on $90,000."]])),
            "--x",
            "Content-Type: image/png",
            "Content-Transfer-Encoding: base64",
            "",
            "iVBORw0KGgo=",
            "--x--",
        ]);
        assert_eq!(
            text(mail.as_bytes()),
            "Subject: Fwd: Your offer See below. Subject: Your offer Base $185,000. Sign-on $90,000."
        );
    }

    #[test]
    fn a_letter_inside_that_can_not_be_read_is_said_to_be_missing() {
        let mail = lines(&[
            "Subject: Offer",
            "Content-Type: multipart/mixed; boundary=x",
            "",
            "--x",
            "",
            "Attached.",
            "--x",
            "Content-Type: application/pdf; name=letter.pdf",
            "",
            "%PDF-1.7 and nothing more",
            "--x--",
        ]);
        assert!(read(mail.as_bytes()).expect("a mail").parts_missing);
    }

    #[test]
    fn mails_in_mails_have_an_end() {
        let mut mail = lines(&["Subject: innermost", "", "Base $1."]);
        for nth in 0..20 {
            mail = lines(&[&format!("Subject: {nth}"), "Content-Type: message/rfc822", "", &mail]);
        }
        let found = read(mail.as_bytes()).expect("a mail");
        assert!(found.parts_missing && !found.text.contains("innermost"));
    }

    #[test]
    fn what_is_no_mail_is_read_as_text() {
        assert_eq!(text(b"just words, base 185k"), "just words, base 185k");
    }
}
