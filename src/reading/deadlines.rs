//! The start date and the day to reply by, each beside the words that say which it is.
//!
//! Only days of the calendar are taken: "by Friday" needs the day of the letter.

mod cues;
mod told;

use cues::{Cue, Kind, Told, cues, is_recruiters};
use told::{Untold, all_days, first_day, is_choice, is_limit, is_moved, may_be_moved, new_day};

use jiff::ToSpan;
use jiff::civil::Date;

use super::claim::Claim;
use super::lexicon::Term;
use super::part::Part;
use super::phrases::{find, has, length_at};
use super::quotes::shorten;
use super::text::Sentence;
use super::tokens::{Kind as TokenKind, Token};
use super::{DayProblem, LetterProblem, LetterSubject, Problem, dates};
use crate::money::Currency;
use crate::offer::Field;

/// Days further off than this were more likely meant for the year that has passed.
const FARTHEST_DAYS: i32 = 300;

/// A day to answer by without its year that is farther off is another one.
const FARTHEST_REPLY: i32 = 150;

/// The most tokens behind a cue that its day stands in.
const REACH: usize = 16;

/// What the letter around a sentence says of its days.
#[derive(Clone, Copy)]
pub(crate) struct Around {
    /// The letter names another currency, whose country may write the day before the month.
    pub(crate) day_first: bool,
    /// The sentence before was about the day to answer by.
    pub(crate) goes_on: bool,
}

/// Whether a sentence is about the day to answer by.
pub(crate) fn speaks_of_reply(tokens: &[Token]) -> bool {
    has(tokens, Term::Reply) || has(tokens, Term::Deadline)
}

/// "If you accept by December 4, the sign-on is $90,000, otherwise $70,000": a day that only a part of the pay hangs on.
fn is_of_a_condition(tokens: &[Token]) -> bool {
    let amount = |token: &Token| token.figure().is_some_and(|figure| !figure.bare);
    let otherwise = tokens.iter().position(|token| token.is(Term::Otherwise));
    otherwise.is_some_and(|at| {
        has(&tokens[..at], Term::If) && tokens[..at].iter().any(amount) && tokens[at..].iter().any(amount)
    })
}

/// The days that a sentence gives.
pub(crate) fn days(sentence: &Sentence, around: Around, today: Date, problems: &mut Vec<Problem>) -> Vec<Claim> {
    if is_of_a_condition(&sentence.tokens) {
        return Vec::new();
    }
    let tokens: Vec<&Token> = sentence.tokens.iter().collect();
    let cues = cues(&sentence.tokens, Told { goes_on: around.goes_on, of_offer: false }, today);
    let mut claims = Vec::new();
    for (order, cue) in cues.iter().enumerate() {
        let next = cues.get(order + 1).map_or(tokens.len(), |next| next.start).min(cue.end + REACH);
        // "Contingent on the check clearing by January 8": what it hangs on has its own days.
        let depends = find(&sentence.tokens[cue.end..next], Term::DependsOn).map(|(at, _)| cue.end + at);
        let until = depends.unwrap_or(next);
        let from = order.checked_sub(1).map_or(0, |before| cues[before].end).max(cue.start.saturating_sub(8));
        let behind = &tokens[cue.end..until];
        let led = order == 0 && !has(&sentence.tokens, Term::OtherPaper);
        let (within, found_behind, found) = match first_day(behind, around.day_first, today) {
            Err(Untold::Nothing) if led => {
                let before = &tokens[from..cue.start];
                (before, false, first_day(before, around.day_first, today))
            }
            found => (behind, true, found),
        };
        if cue.kind == Kind::Start && has(&sentence.tokens, Term::OpenStart) || is_asked(&sentence.tokens) {
            continue;
        }
        match found {
            Ok(stands) => {
                if cue.kind == Kind::Start && is_limit(&within[..stands.from]) {
                    continue;
                }
                let later = all_days(&tokens[cue.end..], today);
                let rest = &sentence.tokens[cue.end..];
                let moved = is_moved(&sentence.tokens, &[]) || is_moved(rest, &later);
                if !moved && is_choice(within, &all_days(within, today)) {
                    problems.push(LetterProblem::Twice(subject(cue.kind)).into());
                    continue;
                }
                let end = if found_behind { cue.end + stands.from } else { cue.start };
                if !moved && may_be_moved(&sentence.tokens[..end]) {
                    continue;
                }
                // "They moved my start from Jan 11": the new day is not told.
                let told = if moved && !later.is_empty() { new_day(rest, &later) } else { Some(stands.day) };
                let Some(day) = told else { continue };
                claims.extend(dated(cue.kind, day, sentence, today, problems));
            }
            Err(Untold::Relative) if cue.kind == Kind::Reply => {
                problems.push(LetterProblem::RelativeDay(shorten(&sentence.text)).into());
            }
            Err(Untold::Unclear(problem)) => problems.push(problem),
            Err(Untold::Relative | Untold::Nothing) => {}
        }
    }
    claims
}

fn subject(kind: Kind) -> LetterSubject {
    match kind {
        Kind::Start => LetterSubject::StartDate,
        Kind::Reply => LetterSubject::ReplyBy,
    }
}

/// "Can I reply by Dec 18?", "Could I start on February 8?": asked for, not given. "Could you let us know by December 4?"
/// gives it.
fn is_asked(tokens: &[Token]) -> bool {
    let marked = tokens.last().is_some_and(|last| last.is_mark('?'));
    let mut words = tokens.iter().filter(|token| token.kind == TokenKind::Word && !token.is(Term::Greeting));
    let asks = words.next().is_some_and(|first| first.is(Term::Asks));
    let to_reader = words.next().is_some_and(|second| second.is(Term::You));
    marked && asks && (!to_reader || has(tokens, Term::Extends))
}

fn dated(kind: Kind, day: Date, sentence: &Sentence, today: Date, problems: &mut Vec<Problem>) -> Option<Claim> {
    let days = today.until(day).map_or(0, |span| span.get_days());
    let year_said =
        sentence.text.contains(&day.year().to_string()) || sentence.text.contains(&format!("/{:02}", day.year() % 100));
    let farthest = if kind == Kind::Reply { FARTHEST_REPLY } else { FARTHEST_DAYS };
    if day < today || (!year_said && days > farthest) {
        problems.push(LetterProblem::PassedDay(shorten(&sentence.text)).into());
        return None;
    }
    Some(match kind {
        Kind::Start => Claim::Start(day),
        Kind::Reply => Claim::ReplyBy(day),
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
    let cues = cues(tokens, Told { goes_on: false, of_offer: true }, today);
    let mut said: Vec<Said> = Vec::new();
    for (order, Cue { start, end, kind }) in cues.iter().enumerate() {
        if used[*start] || said.last().is_some_and(|last| last.until > *start) {
            continue;
        }
        let field = match kind {
            Kind::Start => Field::StartDate,
            Kind::Reply => Field::ReplyBy,
        };
        let until = cues.get(order + 1).map_or(tokens.len(), |next| next.start);
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
            // "Start jan 11 or jan 25": both are what is said.
            let mut last = end + length;
            while tokens.get(last).is_some_and(|token| token.is(Term::Or))
                && tokens.get(last + 1).is_some_and(dates::dates_something)
                && let Some(more) = dates::end_of_days(&tokens[last + 1..until], today)
            {
                last += 1 + more;
            }
            said.push(Said { field, from, until: last });
            continue;
        }
        // "start date feb 30": no day of the calendar, which is said.
        let month = tokens.get(end + lead).is_some_and(|token| dates::month(&token.word).is_some());
        if close && month && tokens.get(end + lead + 1).is_some_and(|token| token.figure().is_some()) {
            said.push(Said { field, from: *start, until: end + lead + 2 });
            continue;
        }
        let from =
            order.checked_sub(1).map_or(0, |before| cues[before].end).max(said.last().map_or(0, |last| last.until));
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

/// The day of a part as what it is for; why it can't be. `currency`: that of the offer, whose country may write the day
/// before the month.
pub(crate) fn judged(field: Field, part: &Part<'_>, currency: Currency, today: Date) -> Result<Claim, Problem> {
    if field == Field::ReplyBy && is_recruiters(&part.tokens) {
        return Err(DayProblem::Unclear(part.quote()).into());
    }
    let day = dates::read_day(part, today)?;
    let tokens: Vec<&Token> = part.tokens.iter().collect();
    let typed =
        all_days(&tokens, today).iter().find_map(|stands| dates::either_order(&tokens[stands.from..stands.until]));
    if let Some(typed) = typed.filter(|_| !currency.is_usd()) {
        return Err(DayProblem::TwoReadings(typed).into());
    }
    let quote = part.quote();
    let years = if field == Field::StartDate { 2 } else { 1 };
    if day < today {
        return Err(DayProblem::Passed { field, quote, day }.into());
    }
    // "nov 20" on November 27: a deadline that has just passed, not next year's.
    // "5/12" in November: nobody waits half a year.
    let far_off = today.until(day).map_or(0, |span| span.get_days());
    let year_said = part.text().contains(&day.year().to_string());
    if field == Field::ReplyBy && far_off > FARTHEST_REPLY && !year_said {
        return Err(DayProblem::TooFar { field, quote, day }.into());
    }
    if today.checked_add(years.years()).is_ok_and(|far| day > far) {
        return Err(DayProblem::TooFar { field, quote, day }.into());
    }
    Ok(if field == Field::StartDate { Claim::Start(day) } else { Claim::ReplyBy(day) })
}
