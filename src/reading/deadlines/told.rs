//! The day that a run of words gives: one, none, or why it can't be told.

mod span;

use jiff::civil::Date;

use super::{DayProblem, LetterProblem, Problem, Term, Token, dates, length_at};

/// What a run of words says in place of a day of the calendar.
pub(super) enum Untold {
    /// `Friday`, `within 5 days`: nothing without the day of the letter.
    Relative,
    Unclear(Problem),
    Nothing,
}

/// A day of the calendar, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Stands {
    pub(super) day: Date,
    pub(super) from: usize,
    pub(super) until: usize,
}

/// The first day of the calendar in these tokens; else what else is said of one. `day_first`: the figures may be of a
/// country that writes the day before the month.
pub(super) fn first_day(tokens: &[&Token], day_first: bool, today: Date) -> Result<Stands, Untold> {
    let mut relative = false;
    for at in 0..tokens.len() {
        if is_part_of_year(tokens, at) {
            continue;
        }
        match dates::calendar_day(&tokens[at..], today) {
            Ok(Some((used, day))) => {
                let stands = Stands { day, from: at, until: at + used };
                let counted = span::counted(&tokens[..at]);
                return match (unclear(tokens, stands, day_first, counted.is_some()), counted) {
                    (Some(problem), _) => Err(Untold::Unclear(problem)),
                    (None, None) => Ok(stands),
                    (None, Some((from, span))) => span.day(day).map(|day| Stands { day, from, ..stands }),
                };
            }
            Err(problem) => return Err(Untold::Unclear(problem)),
            Ok(None) => {}
        }
        // "on the 30th": the next such day.
        let led = at > 1 && tokens[at - 1].is(Term::The) && tokens[at - 2].is(Term::BeforeDay);
        if led && let Some(day) = dates::day_of_month(tokens[at], today) {
            return Ok(Stands { day, from: at, until: at + 1 });
        }
        let word = tokens[at].word.as_str();
        relative |= dates::weekday(word).is_some_and(|_| word.len() > 3) || tokens[at].is(Term::RelativeDay);
    }
    Err(if relative { Untold::Relative } else { Untold::Nothing })
}

/// Why a day that stands in these tokens is not the one it seems.
fn unclear(tokens: &[&Token], stands: Stands, day_first: bool, counted: bool) -> Option<Problem> {
    let Stands { day, from, until } = stands;
    // "The Monday after Jan 8": that is not its own.
    let named = tokens[from.saturating_sub(2)..from]
        .iter()
        .filter(|_| !counted)
        .find_map(|token| dates::weekday(&token.word).filter(|_| token.word.len() > 3));
    if named.is_some_and(|weekday| weekday != day.weekday()) {
        return Some(LetterProblem::Weekday(day).into());
    }
    // "Dec 1st week", "the week of Dec 7".
    let week = |at: usize| tokens.get(at).is_some_and(|token| token.is(Term::WeekUnit));
    if week(until) || (from > 1 && tokens[from - 1].is(Term::Of) && week(from - 2)) {
        return Some(DayProblem::NotOneDay.into());
    }
    let either = dates::either_order(&tokens[from..until]).filter(|_| day_first);
    either.map(|typed| DayProblem::TwoReadings(typed).into())
}

/// All days of the calendar in these tokens.
pub(super) fn all_days(tokens: &[&Token], today: Date) -> Vec<Stands> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match dates::calendar_day(&tokens[at..], today) {
            Ok(Some((used, day))) if !is_part_of_year(tokens, at) => {
                found.push(Stands { day, from: at, until: at + used });
                at += used;
            }
            _ => at += 1,
        }
    }
    found
}

/// Whether one of several days is left to choose: "Feb 8, Feb 22 or Mar 8", "between Feb 8 and Mar 8", "Jan 4 or 18".
pub(super) fn is_choice(tokens: &[&Token], days: &[Stands]) -> bool {
    let Some(first) = days.first() else { return false };
    let between = tokens[first.from.saturating_sub(2)..first.from].iter().any(|token| token.is(Term::Between));
    // "On or before" chooses nothing.
    let or = |from: usize, until: usize| {
        let either = |at: usize| tokens[at].is(Term::Or) || tokens[at].is(Term::OtherwiseWord);
        let chooses = |at: &usize| either(*at) && !tokens.get(at + 1).is_some_and(|next| limits(next));
        (from..until).rev().take(4).find(chooses).is_some()
    };
    let spans = |from: usize, until: usize| {
        until == from + 1 && (tokens[from].is(Term::To) || tokens[from].is_mark_of(&['-', '/']))
    };
    let pair = |pair: &[Stands]| {
        let (from, until) = (pair[0].until, pair[1].from);
        pair[0].day != pair[1].day && (between || or(from, until) || spans(from, until))
    };
    let number = |at: usize| {
        let small = tokens.get(at).is_some_and(|token| dates::is_day_number(token));
        small && !tokens.get(at + 1).is_some_and(|next| next.is(Term::DayUnit) || next.is(Term::WeekUnit))
    };
    // "Jan 4 or 18", "Jan 11 - 15".
    let joins = |token: &&Token| token.is(Term::Or) || token.is(Term::To) || token.is_mark('-');
    let numbered = |day: &Stands| tokens.get(day.until).is_some_and(joins) && number(day.until + 1);
    days.windows(2).any(pair) || days.iter().any(numbered)
}

/// "No later than", "on or after", "by": what stands behind is a limit.
pub(super) fn is_limit(before: &[&Token]) -> bool {
    before.iter().rev().take(4).any(|token| limits(token))
}

fn limits(token: &Token) -> bool {
    token.is(Term::DayLimit)
}

fn is_possible(tokens: &[Token], at: usize) -> bool {
    tokens[at.saturating_sub(4)..at].iter().any(|token| token.is(Term::Possible))
}

/// "The start date can be moved to March 1": the words before a day say that it could be the new one.
pub(super) fn may_be_moved(before: &[Token]) -> bool {
    (0..before.len()).any(|at| length_at(before, at, Term::Moved).is_some() && is_possible(before, at))
}

/// Whether the words say that a day was moved: "extended", "Jan 11 -> Feb 8"; not "can be extended".
pub(super) fn is_moved(tokens: &[Token], days: &[Stands]) -> bool {
    let said = (0..tokens.len()).any(|at| length_at(tokens, at, Term::Moved).is_some() && !is_possible(tokens, at));
    let arrow = |pair: &[Stands]| {
        let between = tokens.get(pair[0].until..pair[1].from).unwrap_or_default();
        between.iter().any(|token| token.is_mark('>')) && between.iter().all(|token| token.is_mark_of(&['>', '-', '=']))
    };
    said || days.windows(2).any(arrow)
}

/// Of days of which one was moved to another the new one: the last that no "from" or "was" leads up to.
pub(super) fn new_day(tokens: &[Token], days: &[Stands]) -> Option<Date> {
    let old = |stands: &&Stands| {
        tokens[stands.from.saturating_sub(2)..stands.from]
            .iter()
            .any(|token| token.is(Term::Away) || token.is(Term::Was))
    };
    days.iter().rev().find(|stands| !old(stands)).map(|stands| stands.day)
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
