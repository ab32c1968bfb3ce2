//! Days told from today: `friday`, `in 3 days`, `end of month`.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use super::dates::{number, weekday};
use super::tokens::{Kind, Token};
use super::{DayProblem, Problem};

/// `friday`, `next monday`, `tomorrow`, `in 3 days`, `24 hours`, `end of month`.
pub(crate) fn relative(tokens: &[&Token], today: Date) -> Result<Option<(usize, Date)>, Problem> {
    let word = |index: usize| {
        tokens.get(index).filter(|token| token.kind == Kind::Word).map_or("", |token| token.word.as_str())
    };
    match (word(0), word(1)) {
        ("today" | "tonight", _) => return Ok(Some((1, today))),
        ("tomorrow" | "tmrw" | "tmr", _) => return Ok(later(1, today, 1.day())),
        ("eom", _) => return Ok(Some((1, today.last_of_month()))),
        ("day", "after") if word(2) == "tomorrow" => return Ok(later(3, today, 2.days())),
        ("this" | "coming", name) if weekday(name).is_some() => {
            return Ok(weekday(name).map(|day| (2, coming_weekday(day, today))));
        }
        ("next", name) if weekday(name).is_some() => {
            return weekday(name).map(|day| next_weekday(day, today).map(|day| (2, day))).transpose();
        }
        ("asap" | "eow" | "next" | "mid" | "early" | "late", _) => {
            return Err(DayProblem::NotOneDay.into());
        }
        (name, _) if weekday(name).is_some() => {
            let day = weekday(name).map(|day| (1, coming_weekday(day, today)));
            return Ok(day);
        }
        _ => {}
    }
    if word(0) == "end" {
        let at = (1..tokens.len()).find(|at| !matches!(word(*at), "of" | "the" | "this")).unwrap_or(tokens.len());
        return match (word(at), word(at + 1)) {
            ("month", _) => Ok(Some((at + 1, today.last_of_month()))),
            ("next", "month") => {
                Ok(today.first_of_month().checked_add(1.month()).ok().map(|day| (at + 2, day.last_of_month())))
            }
            ("day" | "business", _) => Ok(None),
            ("year", _) => Ok(Some((at + 1, date(today.year(), 12, 31)))),
            _ => Err(DayProblem::NotOneDay.into()),
        };
    }
    Ok(counted(tokens, today))
}

/// `in 3 days`, `2 weeks`, `a week`, `48 hours`.
fn counted(tokens: &[&Token], today: Date) -> Option<(usize, Date)> {
    let number = match tokens.first()? {
        token if token.is_word(&["a", "an"]) => 1,
        token => number(token)?,
    };
    let number = number.clamp(0, 3_000);
    let unit = tokens.get(1).filter(|token| token.kind == Kind::Word)?;
    let span = match unit.word.as_str() {
        "day" | "days" => number.days(),
        "week" | "weeks" | "wk" | "wks" => number.weeks(),
        "month" | "months" => number.months(),
        // Part of a day does not count: better a deadline too early than too late.
        "hour" | "hours" | "hrs" | "hr" => (number / 24).days(),
        _ => return None,
    };
    later(2, today, span)
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
