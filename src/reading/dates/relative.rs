//! Days told from today: `friday`, `in 3 days`, `end of month`.

use jiff::civil::{Date, Weekday, date};
use jiff::{Span, ToSpan};

use super::{DayProblem, Kind, Problem, Term, Token, number, weekday};

/// `friday`, `next monday`, `tomorrow`, `in 3 days`, `24 hours`, `end of month`.
pub(super) fn relative(tokens: &[&Token], today: Date) -> Result<Option<(usize, Date)>, Problem> {
    let is = |index: usize, term: Term| tokens.get(index).is_some_and(|token| token.is(term));
    let day_of_week = |index: usize| {
        tokens.get(index).filter(|token| token.kind == Kind::Word).and_then(|token| weekday(&token.word))
    };
    if is(0, Term::Today) {
        return Ok(Some((1, today)));
    }
    if is(0, Term::Tomorrow) {
        return Ok(later(1, today, 1.day()));
    }
    if is(0, Term::MonthEnd) {
        return Ok(Some((1, today.last_of_month())));
    }
    if is(0, Term::DayUnit) && is(1, Term::After) && is(2, Term::Tomorrow) {
        return Ok(later(3, today, 2.days()));
    }
    if is(0, Term::This)
        && let Some(day) = day_of_week(1)
    {
        return Ok(Some((2, coming_weekday(day, today))));
    }
    if is(0, Term::Next)
        && let Some(day) = day_of_week(1)
    {
        return next_weekday(day, today).map(|day| Some((2, day)));
    }
    if is(0, Term::NotOneDay) || is(0, Term::Next) || is(0, Term::WeekEnd) {
        return Err(DayProblem::NotOneDay.into());
    }
    if let Some(day) = day_of_week(0) {
        // "thursday", said on a Thursday.
        if day == today.weekday() {
            let next = today.checked_add(7.days()).unwrap_or(today);
            return Err(DayProblem::ThisOrNext { this: today, next }.into());
        }
        return Ok(Some((1, coming_weekday(day, today))));
    }
    if is(0, Term::End) {
        return end_of(tokens, today);
    }
    Ok(counted(tokens, today))
}

/// `end of month`, `end of the year`; `end of day` is no day of its own.
fn end_of(tokens: &[&Token], today: Date) -> Result<Option<(usize, Date)>, Problem> {
    let is = |index: usize, term: Term| tokens.get(index).is_some_and(|token| token.is(term));
    let skipped = |at: usize| is(at, Term::Of) || is(at, Term::The) || is(at, Term::This);
    let at = (1..tokens.len()).find(|at| !skipped(*at)).unwrap_or(tokens.len());
    if is(at, Term::Month) {
        return Ok(Some((at + 1, today.last_of_month())));
    }
    if is(at, Term::Next) && is(at + 1, Term::Month) {
        let next = today.first_of_month().checked_add(1.month()).ok();
        return Ok(next.map(|day| (at + 2, day.last_of_month())));
    }
    if is(at, Term::DayUnit) || is(at, Term::Business) {
        return Ok(None);
    }
    if is(at, Term::Year) {
        return Ok(Some((at + 1, date(today.year(), 12, 31))));
    }
    Err(DayProblem::NotOneDay.into())
}

/// `in 3 days`, `2 weeks`, `a week`, `48 hours`, `48h`.
fn counted(tokens: &[&Token], today: Date) -> Option<(usize, Date)> {
    let first = tokens.first()?;
    if let Some(hours) = together(first) {
        return later(1, today, (hours / 24).days());
    }
    let number = if first.is(Term::NumberOne) { 1 } else { number(first)? };
    let number = number.clamp(0, 3_000);
    let unit = tokens.get(1).filter(|token| token.kind == Kind::Word)?;
    // Part of a day does not count: better a deadline too early than too late.
    let hours = unit.is(Term::HourUnit).then(|| (number / 24).days());
    let span = hours.or_else(|| span_of(number, unit))?;
    // "a week from tomorrow".
    let from = tokens.get(2).is_some_and(|token| token.is(Term::FromDay));
    match tokens.get(3).filter(|_| from) {
        Some(day) if day.is(Term::Today) || day.is(Term::Now) => later(4, today, span),
        Some(day) if day.is(Term::Tomorrow) => later(4, today.tomorrow().ok()?, span),
        _ => later(2, today, span),
    }
}

/// So many of a unit of whole days: `3 days`, `2 weeks`, `1 month`.
pub(crate) fn span_of(number: i64, unit: &Token) -> Option<Span> {
    if unit.is(Term::DayUnit) {
        Some(number.days())
    } else if unit.is(Term::WeekUnit) {
        Some(number.weeks())
    } else if unit.is(Term::Month) {
        Some(number.months())
    } else {
        None
    }
}

/// The hours of `48h` and `72hrs`, written together.
fn together(token: &Token) -> Option<i64> {
    let digits = token.word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = &token.word[digits.len()..];
    let hours = token.kind == Kind::Word
        && !digits.is_empty()
        && crate::reading::lexicon::lexicon().of_word(unit).has(Term::HourUnit);
    hours.then(|| digits.parse().ok()).flatten().filter(|hours| *hours <= 3_000)
}

fn later(used: usize, today: Date, span: jiff::Span) -> Option<(usize, Date)> {
    today.checked_add(span).ok().map(|day| (used, day))
}

fn coming_weekday(day: Weekday, today: Date) -> Date {
    let days = i64::from(today.weekday().until(day));
    today.checked_add(days.days()).unwrap_or(today)
}

/// `next friday` said before this week's Friday has two readings.
fn next_weekday(day: Weekday, today: Date) -> Result<Date, Problem> {
    let monday = today.checked_sub(i64::from(today.weekday().to_monday_zero_offset()).days()).unwrap_or(today);
    let in_week = i64::from(day.to_monday_zero_offset());
    let next_week = monday.checked_add((7 + in_week).days()).unwrap_or(today);
    let this_week = monday.checked_add(in_week.days()).unwrap_or(today);
    if this_week > today {
        return Err(DayProblem::ThisOrNext { this: this_week, next: next_week }.into());
    }
    Ok(next_week)
}
