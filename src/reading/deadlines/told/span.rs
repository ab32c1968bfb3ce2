//! A span that is counted from a day that is named: "7 days from November 27", "the Monday after Jan 8".
//!
//! Must not know what the day is for.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{DayProblem, Term, Token, Untold, dates};

/// What is counted from the day behind it.
#[derive(Clone, Copy)]
pub(super) enum Span {
    Days(i64),
    Weekday {
        day: Weekday,
        back: bool,
    },
    /// "3 business days", "a few weeks": which day it comes to is not said.
    Unknown,
}

/// How many tokens may stand between a span and its day: "from the date of this letter, November 24".
const BETWEEN: usize = 8;

/// The span that these tokens end with, which the day behind them is counted from, and where it begins.
pub(super) fn counted(before: &[&Token]) -> Option<(usize, Span)> {
    let turns = |token: &Token| [Term::CountOn, Term::After, Term::CountBack].iter().any(|term| token.is(*term));
    let near = before.len().saturating_sub(BETWEEN);
    // "24 hours prior to Dec 5", "14 days from the date of this letter, November 24".
    let at = (near.max(1)..before.len()).find(|at| turns(before[*at]) && is_unit(before[at - 1]))?;
    // "Within five days of this email (by December 4)": that day is no start of the count.
    let parted =
        |token: &&Token| token.figure().is_some() || token.is_mark('(') || token.is(Term::By) || token.is(Term::Until);
    if before[at + 1..].iter().any(parted) {
        return None;
    }
    let back = before[at].is(Term::CountBack);
    let (unit, led) = (before[at - 1], &before[..at - 1]);
    let begins = led.len().saturating_sub(1);
    if let Some(day) = dates::weekday(&unit.word) {
        return (!before[at].is(Term::CountOn)).then_some((begins, Span::Weekday { day, back }));
    }
    let worked = led.last().is_some_and(|token| token.is(Term::CountGlue));
    if worked {
        return Some((begins, Span::Unknown));
    }
    let one = |token: &Token| token.is(Term::NumberOne) || token.is(Term::The) && !before[at].is(Term::CountOn);
    let number = led.last().and_then(|token| dates::number(token).or_else(|| one(token).then_some(1)))?;
    let days = if unit.is(Term::DayUnit) {
        number
    } else if unit.is(Term::WeekUnit) {
        number * 7
    } else {
        return Some((begins, Span::Unknown));
    };
    Some((begins, Span::Days(if back { -days } else { days })))
}

fn is_unit(token: &Token) -> bool {
    let unit = [Term::DayUnit, Term::WeekUnit, Term::HourUnit].iter().any(|term| token.is(*term));
    unit || token.word.len() > 3 && dates::weekday(&token.word).is_some()
}

impl Span {
    /// The day that it comes to, counted from `from`.
    pub(super) fn day(self, from: Date) -> Result<Date, Untold> {
        let counted = match self {
            Self::Days(days) => from.checked_add(days.days()).ok(),
            Self::Weekday { day, back } => from.nth_weekday(if back { -1 } else { 1 }, day).ok(),
            Self::Unknown => None,
        };
        counted.ok_or_else(|| Untold::Unclear(DayProblem::NotOneDay.into()))
    }
}
