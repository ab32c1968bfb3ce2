//! A text as sentences: which words stand together, and which are from an earlier mail.
//!
//! Owns where a sentence ends, and headings such as "Revised offer"; `lines.rs` which lines are one paragraph.
//! Must not know what a sentence means.

mod lines;

use super::lexicon::{Term, lexicon};
use super::phrases::{has, length_at};
use super::tokens::{Kind, Token, cut};
use lines::{is_listed, paragraphs};

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
#[expect(clippy::struct_excessive_bools, reason = "independent marks of where it stands, not states of one thing")]
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
    /// A star before a figure, as a chat corrects: "*182k".
    pub(crate) starred: bool,
    /// All of its line: it can be a heading.
    pub(crate) alone: bool,
    /// Under a heading of another's: another employer's, the present job's, an ask's.
    pub(crate) of_others: bool,
    /// Cells of a row, where the line is one of a table.
    pub(crate) cells: Vec<String>,
}

impl Sentence {
    /// A sentence of which nothing else is known.
    pub(crate) fn of(text: String, tokens: Vec<Token>) -> Self {
        Self {
            text,
            tokens,
            age: Age::Plain,
            quoted: false,
            listed: false,
            starred: false,
            alone: false,
            of_others: false,
            cells: Vec::new(),
        }
    }
}

/// Whether a sentence has a figure or a word: "a;" has none.
fn says_anything(sentence: &Sentence) -> bool {
    let word = |token: &Token| matches!(token.kind, Kind::Word) && token.word.chars().nth(1).is_some();
    let other = |token: &Token| !matches!(token.kind, Kind::Word | Kind::Mark(_) | Kind::Break);
    sentence.tokens.iter().any(|token| word(token) || other(token))
}

/// Cuts a clean text into sentences.
pub(crate) fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut age = Age::Plain;
    for paragraph in paragraphs(text) {
        // "First offer", then "Second offer": the second one stands.
        let heading = heading_age(&paragraph.text)
            .or_else(|| (age == Age::Old && heads_next(&paragraph.text)).then_some(Age::Revised));
        if let Some(heading) = heading {
            age = heading;
        }
        let cells = cells(&paragraph.raw);
        let starred = is_starred(&paragraph.raw);
        let pieces = pieces(&paragraph.text);
        let alone = pieces.len() == 1;
        for piece in pieces {
            for sentence in whole(&piece).into_iter().filter(says_anything) {
                let said = sentence_age(&sentence.tokens);
                // "The offer below is withdrawn": all that follows.
                let of = |term| has(&sentence.tokens, term);
                if said == Age::Old && of(Term::Withdrawn) && of(Term::BelowWord) && of(Term::OfferWord) {
                    age = Age::Old;
                }
                let age = if said == Age::Plain { age } else { said };
                found.push(Sentence {
                    age,
                    quoted: paragraph.quoted,
                    // "Deadline December 4. Job location: Denver.": a label of its own.
                    listed: paragraph.listed || is_listed(&sentence.text),
                    cells: cells.clone(),
                    starred,
                    alone,
                    ..sentence
                });
            }
        }
    }
    found
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

/// Whether a star stands right before a figure, and none behind it.
fn is_starred(line: &str) -> bool {
    line.match_indices('*').any(|(at, _)| {
        let free = line[..at].chars().next_back().is_none_or(char::is_whitespace);
        free && line[at + 1..].starts_with(|c: char| c.is_ascii_digit() || c == '$') && !line[at + 1..].contains('*')
    })
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
            // "The match vests 33/33/34; RSUs on the usual plan": another thing begins.
            ';' => after_space && names_first(&text[at + 1..]),
            '.' => after_space && !is_abbreviation(&text[start..at], &text[at + 1..]),
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

/// Whether a text begins with the name of what an amount is for.
fn names_first(text: &str) -> bool {
    let first: String = text.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    let tokens = cut(&first);
    [Term::Grant, Term::Base, Term::SignOn].into_iter().any(|term| length_at(&tokens, 0, term).is_some())
}

fn is_abbreviation(before: &str, behind: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let terms = lexicon().of_word(&word);
    // "450k/yr. Apple is verbal": the next sentence begins.
    let closes = terms.has(Term::ClosingAbbreviation) && behind.trim_start().starts_with(char::is_uppercase);
    terms.has(Term::Abbreviation) && !closes || before.trim().chars().all(|c| c.is_ascii_digit())
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
    Sentence::of(text, tokens)
}

/// "new base", "new sign-on": new figures, not a new employee.
fn says_new(tokens: &[Token]) -> bool {
    tokens.windows(2).any(|pair| pair[0].is(Term::NewLead) && pair[1].is(Term::NewNoun))
}

fn says_old(tokens: &[Token]) -> bool {
    // "(previously $199,000)" is said of one figure.
    // "As in my previous email: base ..." is no earlier offer; "my previous email said 160k" is.
    let of_mail = |at: usize| {
        let ends = tokens.get(at + 1).is_none_or(|next| next.is_mark_of(&[':', ',']));
        ends && tokens.get(at).is_some_and(|next| next.is(Term::MailNoun))
    };
    (0..tokens.len()).any(|at| {
        let old = length_at(tokens, at, Term::Old).filter(|length| !of_mail(at + length));
        old.is_some() && !(at > 0 && tokens[at - 1].is_mark('('))
    })
}

/// The age that a heading gives to what stands under it.
fn heading_age(text: &str) -> Option<Age> {
    let tokens = cut(text);
    let short = tokens.iter().filter(|token| token.kind == Kind::Word).count() <= 8;
    let figures = tokens.iter().any(|token| matches!(token.kind, Kind::Figure(_)));
    let offer = has(&tokens, Term::OfferWord);
    if !short || figures || !offer {
        return None;
    }
    let old = says_old(&tokens);
    let new = says_new(&tokens) || has(&tokens, Term::Revised) || has(&tokens, Term::Final);
    match (old, new) {
        (true, false) => Some(Age::Old),
        (false, true) => Some(Age::Revised),
        _ => None,
    }
}

/// "Second offer:", behind the heading of a first one.
fn heads_next(text: &str) -> bool {
    let tokens = cut(text);
    let words = tokens.iter().filter(|token| token.kind == Kind::Word);
    words.count() <= 4
        && has(&tokens, Term::OfferWord)
        && tokens.iter().any(|token| token.is(Term::Second))
        && !tokens.iter().any(|token| matches!(token.kind, Kind::Figure(_)))
}

/// The age that a sentence gives itself.
fn sentence_age(tokens: &[Token]) -> Age {
    let old = says_old(tokens);
    let colon = tokens.iter().take(8).position(|token| token.is_mark(':'));
    let headed_final = colon.is_some_and(|colon| has(&tokens[..colon], Term::HeadedFinal));
    let new = says_new(tokens) || has(tokens, Term::Revised) || headed_final;
    match (old, new) {
        (true, false) => Age::Old,
        (false, true) => Age::Revised,
        _ => Age::Plain,
    }
}
