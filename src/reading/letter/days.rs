//! The start date and the day to reply by, each beside the words that say which it is.
//!
//! Only days of the calendar are taken: "by Friday" needs the day of the letter.

use jiff::civil::Date;

use super::claims::{Claim, shorten};
use super::lines::Sentence;
use crate::reading::dates;
use crate::reading::part::starts_with;
use crate::reading::tokens::Token;
use crate::reading::{LetterProblem, Problem};

/// Days further off than this were more likely meant for the year that has passed.
const FARTHEST_DAYS: i32 = 300;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    Start,
    Reply,
}

#[rustfmt::skip]
const START: &[&str] = &[
    "start date", "starting on", "start on", "first day", "begin on", "commence on", "join on", "beginning on",
    "starting", "start", "commencing", "begin work",
];
#[rustfmt::skip]
const REPLY: &[&str] = &[
    "respond by", "reply by", "accept by", "decide by", "decision by", "answer by", "deadline", "expires",
    "expire", "expiring", "valid until", "valid through", "open until", "open through", "let me know by",
    "let us know by", "sign by", "back by", "back to me by", "back to us by", "due by", "respond no later than",
    "accepted by", "signed by", "returned by", "acceptance by", "decision no later than", "know no later than",
    "accept this offer by", "sign and return", "signature by", "response by", "need an answer", "reply", "respond",
    "sign no later than", "accept no later than", "offer by", "letter by", "answer is due", "signed copy by",
];

fn cues(tokens: &[Token]) -> Vec<(usize, usize, Cue)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let length = |phrases: &[&str]| {
            phrases
                .iter()
                .filter(|phrase| starts_with(&tokens[at..], phrase))
                .map(|phrase| phrase.split(' ').count())
                .max()
        };
        let cue = length(REPLY)
            .map(|length| (length, Cue::Reply))
            .or_else(|| length(START).map(|length| (length, Cue::Start)));
        let by =
            || (promises_answer(&tokens[..at], tokens)).then(|| length(&["by", "before", "no later than"])).flatten();
        let cue = cue.or_else(|| by().map(|length| (length, Cue::Reply)));
        if let Some((length, cue)) = cue {
            found.push((at, at + length, cue));
            at += length;
        } else {
            at += 1;
        }
    }
    found
}

/// The days that a sentence gives.
pub(crate) fn days(sentence: &Sentence, today: Date, problems: &mut Vec<Problem>) -> Vec<Claim> {
    let tokens: Vec<&Token> = sentence.tokens.iter().collect();
    let cues = cues(&sentence.tokens);
    let mut claims = Vec::new();
    for (order, (start, end, cue)) in cues.iter().enumerate() {
        let until = cues.get(order + 1).map_or(tokens.len(), |next| next.0).min(end + 16);
        let from = order.checked_sub(1).map_or(0, |before| cues[before].1).max(start.saturating_sub(8));
        let after = first_day(&tokens[*end..until], today);
        let found = match after {
            Found::Nothing if order == 0 => first_day(&tokens[from..*start], today),
            found => found,
        };
        match found {
            Found::Day(day) => claims.extend(dated(*cue, day, sentence, today, problems)),
            Found::Relative if *cue == Cue::Reply => {
                problems.push(LetterProblem::RelativeDay(shorten(&sentence.text)).into());
            }
            Found::Unclear(problem) => problems.push(problem),
            Found::Relative | Found::Nothing => {}
        }
    }
    claims
}

/// Whether the words before a "by" ask for the answer, and nothing there speaks of other errands.
fn promises_answer(before: &[Token], sentence: &[Token]) -> bool {
    const ANSWER: &[&str] = &[
        "know",
        "respond",
        "reply",
        "decision",
        "decide",
        "sign",
        "signed",
        "accept",
        "acceptance",
        "answer",
        "back",
        "confirm",
    ];
    const ERRANDS: &[&str] =
        &["background", "check", "drug", "visa", "documents", "form", "survey", "call", "i", "ill", "well"];
    let near = before.len().saturating_sub(10);
    before[near..].iter().any(|token| token.is_word(ANSWER))
        && !sentence.iter().take(60).any(|token| token.is_word(ERRANDS))
}

enum Found {
    Day(Date),
    /// `Friday`, `within 5 days`: nothing without the day of the letter.
    Relative,
    Unclear(Problem),
    Nothing,
}

fn first_day(tokens: &[&Token], today: Date) -> Found {
    let mut relative = false;
    for at in 0..tokens.len() {
        match dates::calendar_day(&tokens[at..], today) {
            Ok(Some((_, day))) => {
                let named = tokens[at.saturating_sub(2)..at]
                    .iter()
                    .find_map(|token| dates::weekday(&token.word).filter(|_| token.word.len() > 3));
                if named.is_some_and(|weekday| weekday != day.weekday()) {
                    return Found::Unclear(LetterProblem::Weekday(day).into());
                }
                return Found::Day(day);
            }
            Err(problem) => return Found::Unclear(problem),
            Ok(None) => {}
        }
        let word = tokens[at].word.as_str();
        relative |= dates::weekday(word).is_some_and(|_| word.len() > 3)
            || matches!(word, "tomorrow" | "today" | "hours" | "days" | "week" | "weeks" | "eod" | "eow" | "month");
    }
    if relative { Found::Relative } else { Found::Nothing }
}

fn dated(cue: Cue, day: Date, sentence: &Sentence, today: Date, problems: &mut Vec<Problem>) -> Option<Claim> {
    let days = today.until(day).map_or(0, |span| span.get_days());
    let year_said =
        sentence.text.contains(&day.year().to_string()) || sentence.text.contains(&format!("/{:02}", day.year() % 100));
    if day < today || (!year_said && days > FARTHEST_DAYS) {
        problems.push(LetterProblem::PassedDay(shorten(&sentence.text)).into());
        return None;
    }
    Some(match cue {
        Cue::Start => Claim::Start(day),
        Cue::Reply => Claim::ReplyBy(day),
    })
}
