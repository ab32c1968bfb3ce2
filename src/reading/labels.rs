//! Words that name a field inside a message.

use super::dates::dates_something;
use super::level::level_number;
use super::part::starts_with;
use super::place::place_at;
use super::tokens::{Kind, Token};
use crate::market::Companies;
use crate::offer::Field;

/// A run of tokens that names a field, from `start` up to `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) field: Field,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The label is itself the answer: `L6`, `Seattle`.
    pub(crate) whole: bool,
}

/// Phrases by field; longer ones first where one starts another.
const PHRASES: &[(Field, &[&str])] = &[
    (
        Field::LeftBehind,
        &[
            "walking away from",
            "leave behind",
            "leaving behind",
            "left behind",
            "leaving",
            "unvested",
            "forfeiting",
            "forfeit",
        ],
    ),
    (Field::WalkAway, &["walk away", "walkaway", "minimum", "bottom line", "floor"]),
    (
        Field::SignOnTerms,
        &[
            "lump sum",
            "lump",
            "lumpsum",
            "prorated",
            "pro rated",
            "pro rata",
            "prorata",
            "clawback",
            "repayment",
            "repay",
            "paid monthly",
            "monthly",
            "upfront",
        ],
    ),
    (
        Field::SignOn,
        &[
            "sign on bonus",
            "sign on bonuses",
            "sign on",
            "sign ons",
            "signon bonus",
            "signon",
            "signing bonus",
            "signing",
            "joining bonus",
        ],
    ),
    (
        Field::Grant,
        &[
            "restricted stock units",
            "stock units",
            "share price",
            "stock price",
            "price",
            "rsus",
            "rsu",
            "stock",
            "equity",
            "grant",
            "shares",
            "units",
        ],
    ),
    (Field::StartDate, &["start date", "starting", "starts", "start", "first day"]),
    (
        Field::ReplyBy,
        &[
            "reply by",
            "respond by",
            "answer by",
            "decide by",
            "accept by",
            "reply",
            "deadline",
            "due",
            "expires",
            "expire",
            "expiring",
            "have until",
        ],
    ),
    (
        Field::Written,
        &[
            "in writing",
            "got the letter",
            "have the letter",
            "verbal only",
            "only verbal",
            "verbal offer",
            "written offer",
            "no letter",
        ],
    ),
    (
        Field::Competing,
        &["competing", "competitor", "other offers", "other offer", "another offer", "interviewing", "in process"],
    ),
    (Field::Location, &["location", "located", "based in", "city"]),
    (Field::Level, &["level"]),
    (Field::Base, &["base salary", "base pay", "base", "salary"]),
];

/// Whether a token is the name of another employer that is known; other ones are read where offers
/// are asked for.
pub(crate) fn is_employer(token: &Token) -> bool {
    token.kind == Kind::Word && Companies::shipped().is_another(&token.word)
}

/// All labels of these tokens, in order, none overlapping.
pub(crate) fn labels(tokens: &[Token]) -> Vec<Label> {
    let mut found: Vec<Label> = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        match label_at(tokens, index) {
            Some(label) => {
                index = label.end;
                match found.last_mut() {
                    Some(last) if last.field == label.field && last.end == label.start && !label.whole => {
                        last.end = label.end;
                    }
                    _ => found.push(label),
                }
            }
            None => index += 1,
        }
    }
    found
}

fn label_at(tokens: &[Token], start: usize) -> Option<Label> {
    let token = &tokens[start];
    if token.kind != Kind::Word {
        return None;
    }
    let label = |field, length| Label { field, start, end: start + length, whole: false };
    let whole = |field, length| Label { whole: true, ..label(field, length) };
    if level_number(&token.word).is_some() {
        return Some(whole(Field::Level, 1));
    }
    if token.word == "level"
        && tokens.get(start + 1).is_some_and(|next| next.figure().is_some_and(|figure| figure.bare))
    {
        return Some(whole(Field::Level, 2));
    }
    if let Some(length) = place_length(tokens, start) {
        return Some(whole(Field::Location, length));
    }
    if is_employer(token) {
        return Some(label(Field::Competing, 1));
    }
    let next = |offset: usize| tokens.get(start + offset);
    if token.word == "offer"
        && next(1).is_some_and(|from| from.is_word(&["from"]))
        && next(2).is_some_and(|who| who.kind == Kind::Word && !who.is_word(&["amazon", "aws", "them", "my", "the"]))
    {
        return Some(label(Field::Competing, 1));
    }
    if names_nothing(tokens, start) {
        return None;
    }
    PHRASES.iter().find_map(|(field, phrases)| {
        let phrase = phrases.iter().find(|phrase| starts_with(&tokens[start..], phrase))?;
        Some(label(*field, phrase.split(' ').count()))
    })
}

/// Whether a word that often names a field does not here.
fn names_nothing(tokens: &[Token], start: usize) -> bool {
    let token = &tokens[start];
    let next = tokens.get(start + 1);
    // "7.5k monthly" is an amount a month, not a way of paying.
    let monthly = token.word == "monthly" && start > 0 && tokens[start - 1].figure().is_some();
    let starting = token.is_word(&["starting", "start"])
        && next.is_some_and(|word| word.is_word(&["base", "salary", "pay", "at"]));
    let by = token.word == "by" && next.is_some_and(|day| day.kind == Kind::Word && dates_something(day));
    monthly || starting || by
}

/// A known place named here: short names ("sea", "bay", "ny") only after "in".
fn place_length(tokens: &[Token], start: usize) -> Option<usize> {
    let words: Vec<&str> = tokens[start..]
        .iter()
        .take(4)
        .take_while(|token| token.kind == Kind::Word)
        .map(|token| token.word.as_str())
        .collect();
    let (lead, words) = match words.as_slice() {
        ["based" | "located", "in", rest @ ..] | ["in", "the", rest @ ..] => (2, rest),
        ["in", rest @ ..] => (1, rest),
        rest => (0, rest),
    };
    let (used, _) = place_at(words)?;
    let name = words[..used].join(" ");
    let clear = lead > 0 || used > 1 || name.len() > 4 || matches!(name.as_str(), "nyc" | "sf");
    clear.then_some(lead + used)
}
