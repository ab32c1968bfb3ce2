//! A letter as sentences: which words stand together, and which are from an earlier mail.
//!
//! Owns line wrapping, bullets, quoted replies and headings such as "Revised offer".
//! Must not know what a sentence means.

use crate::reading::tokens::{Kind, Token, cut};

/// The most tokens looked at together, so that a text without full stops is read in linear time.
const MOST_TOKENS: usize = 240;

/// Which offer a sentence is about, where the letter holds more than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Age {
    /// Nothing is said of it.
    Plain,
    /// Under a heading or beside a word for a revised offer.
    Revised,
    /// Replaced by a later offer.
    Old,
}

/// Words that stand together.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// As written, on one line.
    pub(crate) text: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) age: Age,
    /// From a quoted, earlier mail.
    pub(crate) quoted: bool,
    /// A bullet, a row or a line with its own label, as in notes.
    pub(crate) listed: bool,
    /// Cells of a row, where the line is one of a table.
    pub(crate) cells: Vec<String>,
}

/// Cuts a clean text into sentences.
pub(crate) fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut age = Age::Plain;
    for paragraph in paragraphs(text) {
        let heading = heading_age(&paragraph.text);
        if let Some(heading) = heading {
            age = heading;
        }
        let cells = cells(&paragraph.raw);
        for piece in pieces(&paragraph.text) {
            for sentence in whole(&piece) {
                let said = sentence_age(&sentence.tokens);
                let age = if said == Age::Plain { age } else { said };
                found.push(Sentence {
                    age,
                    quoted: paragraph.quoted,
                    listed: paragraph.listed,
                    cells: cells.clone(),
                    ..sentence
                });
            }
        }
    }
    found
}

struct Paragraph {
    text: String,
    raw: String,
    quoted: bool,
    listed: bool,
}

/// Joins lines that an editor wrapped; bullets, rows and labelled lines stand alone.
fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut earlier = false;
    let mut open = false;
    let mut last_length = 0;
    for line in text.lines() {
        let trimmed = line.trim();
        earlier |= starts_earlier_mail(trimmed);
        let quoted = earlier || trimmed.starts_with('>');
        let body = trimmed.trim_start_matches(['>', ' ']).trim();
        if body.is_empty() {
            open = false;
            continue;
        }
        let listed = is_listed(body);
        let joins = open && !listed && last_length >= 45 && found.last().is_some_and(|last| last.quoted == quoted);
        match found.last_mut() {
            Some(last) if joins => {
                last.text.push(' ');
                last.text.push_str(body);
            }
            _ => found.push(Paragraph { text: bare(body).to_owned(), raw: body.to_owned(), quoted, listed }),
        }
        last_length = body.chars().count();
        open = !starts_earlier_mail(trimmed);
    }
    found
}

/// "On Tue, Jordan wrote:" and its like: what follows is an earlier mail.
fn starts_earlier_mail(line: &str) -> bool {
    let lower = line.to_lowercase();
    (lower.starts_with("on ") && lower.ends_with("wrote:"))
        || lower.starts_with("-----original message")
        || lower.starts_with("---- original message")
}

/// A bullet, a table row, a "Label: value" line.
fn is_listed(line: &str) -> bool {
    let starts = line.starts_with(['-', '*', '\u{2022}', '|', '\u{b7}', '+', '#'])
        || line.split_once(['.', ')']).is_some_and(|(number, rest)| {
            number.len() <= 2 && number.chars().all(|c| c.is_ascii_digit()) && rest.starts_with(' ')
        });
    let label = line
        .split_once(':')
        .is_some_and(|(label, _)| label.split_whitespace().count() <= 6 && !label.contains(['.', ',']));
    starts || label || line.contains('|') || line.contains("   ")
}

/// A line without its bullet.
fn bare(line: &str) -> &str {
    line.trim_start_matches(['*', '\u{2022}', '\u{b7}', '#', '|', ' ']).trim_start_matches("- ").trim()
}

/// The cells of a row, first the label; empty for any other line.
fn cells(line: &str) -> Vec<String> {
    let inner = line.trim().trim_matches('|');
    let cells: Vec<String> = if inner.contains('|') {
        inner.split('|').map(|cell| cell.trim().to_owned()).collect()
    } else if inner.contains("   ") {
        inner.split("   ").map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
    } else {
        Vec::new()
    };
    if cells.len() >= 2 { cells } else { Vec::new() }
}

/// Splits a paragraph at full stops, semicolons and question marks.
fn pieces(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after_space = chars.peek().is_none_or(|(_, next)| next.is_whitespace());
        let ends = match c {
            '?' | '!' => after_space,
            '.' => after_space && !is_abbreviation(&text[start..at]),
            _ => false,
        };
        if ends {
            found.push(text[start..=at].trim().to_owned());
            start = at + 1;
        }
    }
    found.push(text[start..].trim().to_owned());
    found.retain(|piece| !piece.is_empty());
    found
}

fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    matches!(
        word.as_str(),
        "sr" | "jr"
            | "mr"
            | "ms"
            | "mrs"
            | "dr"
            | "approx"
            | "inc"
            | "no"
            | "vs"
            | "e"
            | "g"
            | "i"
            | "yr"
            | "st"
            | "ave"
    ) || before.trim().chars().all(|c| c.is_ascii_digit())
}

/// A piece as sentences of bounded length.
fn whole(piece: &str) -> Vec<Sentence> {
    let tokens = cut(piece);
    if tokens.len() <= MOST_TOKENS {
        return vec![sentence(piece, tokens)];
    }
    tokens
        .chunks(MOST_TOKENS)
        .filter_map(|chunk| {
            let text = piece.get(chunk.first()?.start..chunk.last()?.end)?;
            Some(sentence(text, cut(text)))
        })
        .collect()
}

fn sentence(text: &str, tokens: Vec<Token>) -> Sentence {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let tokens = if text.len() == tokens.last().map_or(0, |token| token.end) { tokens } else { cut(&text) };
    Sentence { text, tokens, age: Age::Plain, quoted: false, listed: false, cells: Vec::new() }
}

const REVISED: &[&str] =
    &["revised", "updated", "improved", "increased", "increase", "increasing", "raised", "revision"];
const OLD: &[&str] =
    &["previous", "previously", "original", "originally", "old", "superseded", "initially", "formerly"];

/// "new base", "new sign-on": new figures, not a new employee.
fn says_new(tokens: &[Token]) -> bool {
    tokens.windows(2).any(|pair| {
        pair[0].is_word(&["new"])
            && pair[1]
                .is_word(&["offer", "base", "numbers", "package", "sign", "total", "rsu", "rsus", "grant", "figures"])
    })
}

fn says_old(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| token.is_word(OLD))
        || tokens.windows(2).any(|pair| {
            pair[0].is_word(&["initial", "first", "earlier", "prior", "last"])
                && pair[1].is_word(&["offer", "package", "numbers"])
                || pair[0].is_word(&["had", "first"]) && pair[1].is_word(&["offered"])
        })
}

/// The age that a heading gives to what stands under it.
fn heading_age(text: &str) -> Option<Age> {
    let tokens = cut(text);
    let short = tokens.iter().filter(|token| token.kind == Kind::Word).count() <= 8;
    let figures = tokens.iter().any(|token| matches!(token.kind, Kind::Figure(_)));
    let offer = tokens.iter().any(|token| token.is_word(&["offer", "package", "numbers", "terms", "compensation"]));
    if !short || figures || !offer {
        return None;
    }
    let old = says_old(&tokens);
    let new =
        says_new(&tokens) || tokens.iter().any(|token| token.is_word(REVISED) || token.is_word(&["current", "final"]));
    match (old, new) {
        (true, false) => Some(Age::Old),
        (false, true) => Some(Age::Revised),
        _ => None,
    }
}

/// The age that a sentence gives itself.
fn sentence_age(tokens: &[Token]) -> Age {
    let old = says_old(tokens);
    let new = says_new(tokens) || tokens.iter().any(|token| token.is_word(REVISED));
    match (old, new) {
        (true, false) => Age::Old,
        (false, true) => Age::Revised,
        _ => Age::Plain,
    }
}
