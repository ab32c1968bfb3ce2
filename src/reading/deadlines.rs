//! The start date and the day to reply by, each beside the words that say which it is.
//!
//! Only days of the calendar are taken: "by Friday" needs the day of the letter.

use jiff::ToSpan;
use jiff::civil::Date;

use super::claim::Claim;
use super::lexicon::Term;
use super::part::Part;
use super::phrases::{has, length_at};
use super::quotes::shorten;
use super::text::Sentence;
use super::tokens::Token;
use super::{DayProblem, LetterProblem, Problem, dates};
use crate::offer::Field;

/// Days further off than this were more likely meant for the year that has passed.
const FARTHEST_DAYS: i32 = 300;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    Start,
    Reply,
}

fn cues(tokens: &[Token]) -> Vec<(usize, usize, Cue)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        // "Sign-on": its "sign" asks for nothing.
        // "joining January 25" is a start; "joining bonus" is none.
        let of_sign_on =
            length_at(tokens, at, Term::SignOn).filter(|length| *length > 1 || !tokens[at].is(Term::Start));
        if let Some(length) = of_sign_on {
            at += length;
            continue;
        }
        let cue = length_at(tokens, at, Term::Reply)
            .map(|length| (length, Cue::Reply))
            .or_else(|| length_at(tokens, at, Term::Start).map(|length| (length, Cue::Start)));
        let by = || promises_answer(&tokens[..at], tokens).then(|| length_at(tokens, at, Term::By)).flatten();
        // "My OPT expires by ...": of another paper.
        let other = tokens[at.saturating_sub(4)..at].iter().any(|token| token.is(Term::OtherPaper));
        let cue = cue.filter(|(_, cue)| !(other && *cue == Cue::Reply));
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
            Found::Nothing if order == 0 && !has(&sentence.tokens, Term::OtherPaper) => {
                first_day(&tokens[from..*start], today)
            }
            found => found,
        };
        // "moved from December 1 to December 8": the last day stands.
        let moved = has(&sentence.tokens, Term::Moved);
        let last = || {
            (*end..tokens.len()).rev().find_map(|at| match first_day(&tokens[at..], today) {
                Found::Day(day) => Some(day),
                _ => None,
            })
        };
        let found = match found {
            Found::Day(day) if moved => Found::Day(last().unwrap_or(day)),
            found => found,
        };
        if *cue == Cue::Start && has(&sentence.tokens, Term::OpenStart) {
            continue;
        }
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
    let near = before.len().saturating_sub(10);
    let named = (near..before.len()).any(|at| {
        let of_sign_on = at > 0 && length_at(before, at - 1, Term::SignOn).is_some()
            || length_at(before, at, Term::SignOn).is_some();
        length_at(before, at, Term::AsksAnswer).is_some() && !of_sign_on
    });
    named && !has(&sentence[..sentence.len().min(60)], Term::Errand)
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
        if is_part_of_year(tokens, at) {
            continue;
        }
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
        // "on the 30th": the next such day.
        let led = at > 1 && tokens[at - 1].is(Term::The) && tokens[at - 2].is(Term::BeforeDay);
        if led && let Some(day) = dates::day_of_month(tokens[at], today) {
            return Found::Day(day);
        }
        let word = tokens[at].word.as_str();
        relative |= dates::weekday(word).is_some_and(|_| word.len() > 3) || tokens[at].is(Term::RelativeDay);
    }
    if relative { Found::Relative } else { Found::Nothing }
}

/// "1/12 forgiven per month": a fraction, no day of January.
fn is_part_of_year(tokens: &[&Token], at: usize) -> bool {
    let value = |at: usize| {
        tokens.get(at).and_then(|token| token.figure()).filter(|figure| figure.bare).map(|figure| figure.value)
    };
    let dollars = crate::money::Money::dollars;
    let twelfth = value(at) == Some(dollars(1))
        && tokens.get(at + 1).is_some_and(|mark| mark.is_mark('/'))
        && [12, 24].iter().any(|of| value(at + 2) == Some(dollars(*of)));
    let lower = at >= 2 && value(at - 2) == Some(dollars(1)) && tokens[at - 1].is_mark('/');
    (twelfth || lower) && tokens.iter().any(|token| token.is(Term::Month))
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

/// A day in a message, with the words that say what it is for.
pub(crate) struct Said {
    pub(crate) field: Field,
    pub(crate) from: usize,
    pub(crate) until: usize,
}

/// The days that a message says the use of: behind their cue, or before it ("dec 5 deadline").
pub(crate) fn in_message(tokens: &[Token], used: &[bool], today: Date) -> Vec<Said> {
    let cues = cues(tokens);
    let mut said: Vec<Said> = Vec::new();
    for (order, (start, end, cue)) in cues.iter().enumerate() {
        if used[*start] || said.last().is_some_and(|last| last.until > *start) {
            continue;
        }
        let field = match cue {
            Cue::Start => Field::StartDate,
            Cue::Reply => Field::ReplyBy,
        };
        let until = cues.get(order + 1).map_or(tokens.len(), |next| next.0);
        let lead = tokens[*end..until]
            .iter()
            .take_while(|token| dates::is_around(token) && !dates::dates_something(token))
            .count();
        let close = tokens.get(end + lead).is_some_and(|token| {
            dates::dates_something(token) || dates::starts_relative(&tokens[end + lead..until], today)
        });
        if close && let Some(length) = dates::end_of_days(&tokens[*end..until], today) {
            let floor = said.last().map_or(0, |last| last.until);
            let from = asked_from(tokens, used, floor, *start);
            said.push(Said { field, from, until: end + length });
            continue;
        }
        // "start date feb 30": no day of the calendar, which is said.
        let month = tokens.get(end + lead).is_some_and(|token| dates::month(&token.word).is_some());
        if close && month && tokens.get(end + lead + 1).is_some_and(|token| token.figure().is_some()) {
            said.push(Said { field, from: *start, until: end + lead + 2 });
            continue;
        }
        let from =
            order.checked_sub(1).map_or(0, |before| cues[before].1).max(said.last().map_or(0, |last| last.until));
        // "dec 14 for the start", "december 14 is the start date".
        let glue = tokens[from..*start]
            .iter()
            .rev()
            .take_while(|token| dates::is_around(token) && !dates::dates_something(token));
        let stop = *start - glue.count();
        let before = (from..stop).find(|at| {
            dates::end_of_days(&tokens[*at..stop], today) == Some(stop - at) && dates::dates_something(&tokens[*at])
        });
        if let Some(at) = before {
            said.push(Said { field, from: at, until: *end });
        }
    }
    said
}

/// Where "they want an answer" begins, that leads up to a cue.
fn asked_from(tokens: &[Token], used: &[bool], floor: usize, start: usize) -> usize {
    let led = (floor..start)
        .rev()
        .take_while(|at| !used[*at] && (tokens[*at].is(Term::Filler) || tokens[*at].is(Term::AsksAnswer)));
    let of_sign_on = |at: usize| {
        (at.saturating_sub(2)..=at)
            .any(|from| length_at(tokens, from, Term::SignOn).is_some_and(|length| from + length > at))
    };
    led.take_while(|at| !of_sign_on(*at)).filter(|at| tokens[*at].is(Term::AsksAnswer)).last().unwrap_or(start)
}

/// The day of a part as what it is for; why it can't be.
pub(crate) fn judged(field: Field, part: &Part<'_>, today: Date) -> Result<Claim, Problem> {
    let day = dates::read_day(part, today)?;
    let quote = part.quote();
    let years = if field == Field::StartDate { 2 } else { 1 };
    if day < today {
        return Err(DayProblem::Passed { field, quote, day }.into());
    }
    // "nov 20" on November 27: a deadline that has just passed, not next year's.
    let far_off = today.until(day).map_or(0, |span| span.get_days());
    let year_said = part.text().contains(&day.year().to_string());
    if field == Field::ReplyBy && far_off > FARTHEST_DAYS && !year_said {
        return Err(DayProblem::TooFar { field, quote, day }.into());
    }
    if today.checked_add(years.years()).is_ok_and(|far| day > far) {
        return Err(DayProblem::TooFar { field, quote, day }.into());
    }
    Ok(if field == Field::StartDate { Claim::Start(day) } else { Claim::ReplyBy(day) })
}
