//! The lines of a text: which an editor wrapped and which stand alone, which are of an earlier mail.
//!
//! Owns line wrapping, bullets, quoted replies. Must not know where a sentence ends.

use super::pieces;
use crate::market::{Place, PlaceNamed};
use crate::reading::lexicon::Term;
use crate::reading::phrases::{length_at, length_of_any};
use crate::reading::ties::{Topic, labels, names_year};
use crate::reading::tokens::{Kind, Token, cut};

/// Lines that are one.
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) raw: String,
    pub(super) quoted: bool,
    pub(super) listed: bool,
}

/// A line of the text, without marks of a quote.
struct Line<'a> {
    body: &'a str,
    quoted: bool,
    listed: bool,
    /// Nothing is wrapped onto it: the first one, one after a blank line, or what stands alone.
    begins: bool,
    length: usize,
}

/// Joins lines that an editor wrapped; bullets, rows and labelled lines stand alone.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let lines = lines(text);
    for block in lines.chunk_by(|_, next| !next.begins) {
        let width = block.iter().map(|line| line.length).max().unwrap_or_default();
        let mut before: Option<&Line> = None;
        for line in block {
            let joins = before.is_some_and(|before| is_wrapped(before, line, width));
            match found.last_mut() {
                Some(last) if joins => {
                    last.text.push(' ');
                    last.text.push_str(line.body);
                }
                _ => found.push(Paragraph {
                    text: bare(line.body).to_owned(),
                    raw: line.body.to_owned(),
                    quoted: line.quoted,
                    listed: line.listed,
                }),
            }
            before = Some(line);
        }
    }
    found
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found: Vec<Line> = Vec::new();
    let mut earlier = false;
    let mut open = false;
    for line in text.lines() {
        let trimmed = line.trim();
        let starts_earlier = starts_earlier_mail(trimmed);
        earlier |= starts_earlier;
        let quoted = earlier || trimmed.starts_with('>');
        let body = trimmed.trim_start_matches(['>', ' ']).trim();
        // A rule of a table ends nothing.
        if !body.is_empty() && !body.contains(char::is_alphanumeric) && body.contains("--") {
            continue;
        }
        if body.is_empty() {
            open = false;
            continue;
        }
        let listed = is_listed(body);
        let begins = !open || listed || found.last().is_none_or(|last| last.quoted != quoted);
        found.push(Line { body, quoted, listed, begins, length: body.chars().count() });
        open = !starts_earlier && !is_posting(body);
    }
    found
}

/// The shortest and the longest line that an editor wraps.
const WRAPPED: std::ops::RangeInclusive<usize> = 45..=160;

/// Whether an editor wrapped what stands on `line` from the line before it, in lines of `width`.
fn is_wrapped(before: &Line, line: &Line, width: usize) -> bool {
    let word = line.body.split_whitespace().next().map_or(0, |word| word.chars().count());
    // There was no room for the next word: lines of letters of different widths are uneven by some.
    let full = (before.length + 1 + word) * 100 >= width * 85;
    if is_broken_figure(before.body, line.body) {
        return true;
    }
    WRAPPED.contains(&before.length)
        && full
        && !before.body.ends_with(['.', '!', '?', ':', ';'])
        && !is_closed(before.body, line.body)
        && !stand_apart(before.body, line.body)
}

/// "$163," over "500, paid semi-monthly": a figure that a copied file broke at its comma.
fn is_broken_figure(before: &str, next: &str) -> bool {
    let led = before.strip_suffix(',').and_then(|rest| rest.rsplit_once('$')).map(|(_, digits)| digits);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    led.is_some_and(|led| (1..=3).contains(&led.len()) && digits(led) == led.len()) && digits(next) == 3
}

/// "Base: $198,000 (increased from $189,500)" over "Through Friday I'm away": a line that a bracket with a figure closes,
/// before one that begins a sentence.
fn is_closed(before: &str, next: &str) -> bool {
    let bracket = before.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    bracket.is_some_and(|(_, inside)| inside.contains(|c: char| c.is_ascii_digit()))
        && next.starts_with(char::is_uppercase)
}

/// Whether each of two lines has a figure, the second names its own, and no word ties it to the first: "1,500 RSUs at
/// 210" over "hoped for 230 base".
fn stand_apart(before: &str, next: &str) -> bool {
    let tokens_of = |piece: Option<&String>| piece.map(|piece| cut(piece)).unwrap_or_default();
    let capital = next.starts_with(char::is_uppercase);
    let told = cut(next).iter().any(|token| token.figure().is_some());
    let (above, text) = (before, next);
    let (before, next) = (tokens_of(pieces(before).last()), tokens_of(pieces(next).first()));
    let figures = |tokens: &[Token]| tokens.iter().any(|token| token.figure().is_some());
    let (Some(last), Some(first)) = (before.last(), next.first()) else { return false };
    // "A friend gets 193k", "What if they gave 200k": small words with a capital begin a sentence.
    let begins =
        capital && [Term::TiedBegin, Term::OpenEnd, Term::If, Term::Asks].into_iter().any(|term| first.is(term));
    // "Sign-on" ends on no open "on".
    let of_sign_on = before.len() > 1 && length_at(&before, before.len() - 2, Term::SignOn) == Some(2);
    // "... second year $59000" over "I'd rather be in New York", "Hi Austin".
    let speaks = capital && (first.is(Term::Greeting) || first.is(Term::Speaker)) && figures(&before);
    // "... subject to approval by the Board" over "Vancouver, BC. Base 155k", "Dallas, it was great".
    let placed = capital && starts_with_a_place(text);
    // "(assuming 15% stock growth)" over "a hedge fund pays 250k", "... Base 151k L4" over "in seattle i make 150k".
    let others = [Term::UnnamedEmployer, Term::MyJob, Term::Hearsay, Term::Somebody];
    let of_others = (0..next.len().min(4)).any(|at| length_of_any(&next, at, &others).is_some()) && figures(&before);
    // "... 55/45 sign on" over "between 1,500 and 1,800 RSUs", "i make 130k CAD ..." over "for bellevue it's 158k".
    let ranged = first.is(Term::Between) && figures(&before);
    let foreign = cut(above).iter().any(Token::is_foreign) && figures(&next);
    let begins = begins || speaks || placed || of_others || ranged || foreign;
    // "... $96k" over "Through Friday I'm away": whatever the line before is about.
    if begins && (!last.is(Term::OpenEnd) || of_sign_on) && !is_sign(last) {
        return true;
    }
    let open = is_sign(last)
        || (last.is(Term::OpenEnd) && !of_sign_on && !begins)
        || (last.figure().is_some_and(|figure| figure.bare) && first.is(Term::Unit));
    // "Total Y1 = $173,400" begins anew, "total of $173,400" goes on.
    let sum = first.is(Term::Sum) && names_year(&next[..next.len().min(3)]);
    // "year 2 sign-on 70k": a year with its own pay, not the end of a sentence.
    let of_year =
        first.is(Term::Year) && figures(&next) && labels(&next).iter().any(|label| label.topic == Topic::SignOn);
    // "RSUs 665" over "an RSU award of 1,204 shares".
    let named = first.is(Term::Article)
        && last.figure().is_some()
        && labels(&next).first().is_some_and(|label| label.start <= 2);
    let sum = sum || of_year || named;
    let tied = is_sign(first) || (first.is(Term::TiedBegin) && !sum && !begins);
    figures(&before) && told && (sum || !labels(&next).is_empty()) && !open && !tied
}

/// "Vancouver, BC.", "Dallas, it was great": a known place that a mark ends.
fn starts_with_a_place(text: &str) -> bool {
    let name = text.split([',', '.', '!']).next().unwrap_or_default().trim();
    let short = name.len() < text.len() && (1..=3).contains(&name.split_whitespace().count());
    short
        && matches!(
            Place::of_text(name),
            PlaceNamed::Known(_) | PlaceNamed::Us(_) | PlaceNamed::Abroad(..) | PlaceNamed::Either(_)
        )
}

/// A mark that stands only between others.
fn is_sign(token: &Token) -> bool {
    matches!(token.kind, Kind::Mark(mark) if mark != ')')
}

/// "On Tue, Jordan wrote:" and its like: what follows is an earlier mail.
fn starts_earlier_mail(line: &str) -> bool {
    // Only a short line can be one: a long text is not cut for it.
    let tokens = if line.len() <= 200 { cut(line) } else { Vec::new() };
    let first = tokens.iter().position(|token| token.kind == Kind::Word);
    let headed =
        first.is_some_and(|first| length_at(&tokens, first, Term::EarlierMail).is_some()) && line.starts_with('-');
    let wrote = matches!(tokens.as_slice(), [first, .., wrote, colon] if first.is(Term::MailOn) && wrote.is(Term::MailWrote) && colon.is_mark(':'));
    headed || wrote
}

/// A bullet, a table row, a "Label: value" line.
pub(super) fn is_listed(line: &str) -> bool {
    // "USA, WA, Seattle - ...": a line of a posting.
    let starts = is_posting(line)
        || line.starts_with(['-', '*', '\u{2022}', '|', '\u{b7}', '+', '#'])
        || line.split_once(['.', ')']).is_some_and(|(number, rest)| {
            number.len() <= 2 && number.chars().all(|c| c.is_ascii_digit()) && rest.starts_with(' ')
        });
    let label = line
        .split_once(':')
        .is_some_and(|(label, _)| label.split_whitespace().count() <= 6 && !label.contains(['.', ',']));
    starts || label || line.contains('|') || line.contains("   ")
}

fn is_posting(line: &str) -> bool {
    POSTING.iter().any(|begin| line.starts_with(begin))
}

/// How the places of Amazon's postings begin.
const POSTING: [&str; 2] = ["USA, ", "US, "];

/// A line without its bullet.
fn bare(line: &str) -> &str {
    line.trim_start_matches(['*', '\u{2022}', '\u{b7}', '#', '|', ' ']).trim_start_matches("- ").trim()
}
