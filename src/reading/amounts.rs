//! The amounts of a sentence: which figures are money or shares, and which of them are what is offered.
//!
//! Owns ranges, limits, earlier and final figures, and periods of pay. Must not know how a field's figures are read.

mod dropped;
mod parts;

pub(crate) use dropped::{drop_what_is_not_offered, finals, is_earlier};

use super::lexicon::Term;
use super::part::counts_years;
use super::phrases::{has, length_at};
use super::text::Sentence;
use super::ties::{Tied, Topic, names_year};
use super::tokens::{Figure, Kind, Token};
pub(crate) use super::units::counts_units;
use crate::market::Place;
use crate::money::Money;

/// The amount a figure stands for: a bare number below 1,000 is in thousands.
pub(crate) fn in_thousands(figure: &Figure) -> Money {
    if figure.bare && figure.value < Money::dollars(1_000) { figure.value * 1_000 } else { figure.value }
}

/// How long a figure is for, where that is not a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    Month,
    Week,
    TwoWeeks,
    Hour,
}

impl Period {
    /// How many of it make a year of full-time work.
    pub(crate) fn a_year(self) -> u32 {
        match self {
            Self::Month => 12,
            Self::Week => 52,
            Self::TwoWeeks => 26,
            Self::Hour => 2_080,
        }
    }
}

const PERIODS: [(Term, Period); 4] = [
    (Term::TwoWeeks, Period::TwoWeeks),
    (Term::Month, Period::Month),
    (Term::Week, Period::Week),
    (Term::Hour, Period::Hour),
];

/// From here on a figure is no month's pay.
const MOST_A_MONTH: i64 = 60_000;

/// The period that an amount is for: "a month", "/hr", "every two weeks", "monthly" before or behind it.
pub(crate) fn period(tokens: &[Token], index: usize) -> Option<Period> {
    let named = |at: usize| {
        let found =
            PERIODS.iter().filter_map(|(term, period)| length_at(tokens, at, *term).map(|length| (length, *period)));
        found.max_by_key(|(length, _)| *length).map(|(_, period)| period)
    };
    let mut at = index + 1;
    while tokens.get(at).is_some_and(|token| token.is(Term::Each) || token.is_mark('/') || token.is(Term::DollarWord)) {
        at += 1;
    }
    let behind = named(at);
    // "monthly 16,250", "paid bi-weekly in the amount of $6,630.77".
    let from = index.saturating_sub(6);
    // "monthly base 16,250"; of "80/60 monthly base 190k" the month is the sign-on's.
    let may_be_months =
        tokens[index].figure().map(in_thousands).is_some_and(|value| value < Money::dollars(MOST_A_MONTH));
    let led = (from..index).rev().take_while(|at| {
        tokens[*at].is(Term::BeforeGlue)
            || tokens[*at].is(Term::Often)
            || may_be_months && (tokens[*at].is_foreign() || tokens[*at].is(Term::Base))
            || length_at(tokens, *at, Term::TwoWeeks).is_some()
            || tokens[*at].is_mark(':')
    });
    let before =
        led.filter(|at| tokens[*at].is(Term::Often) || length_at(tokens, *at, Term::TwoWeeks).is_some()).last();
    behind.or_else(|| before.and_then(named))
}

/// Whether a token is money or a number of shares, by its own looks.
pub(crate) fn is_money(tokens: &[Token], index: usize) -> bool {
    let Some(figure) = tokens[index].figure() else { return false };
    if figure.percent || is_plan_name(tokens, index) || belongs_to_day(tokens, index) || is_house_number(tokens, index)
    {
        return false;
    }
    figure.dollars
        || figure.scaled
        || (figure.bare && figure.value >= Money::dollars(10_000))
        || counts_units(tokens, index)
}

/// The number of "401(k)".
fn is_plan_name(tokens: &[Token], index: usize) -> bool {
    let plan = tokens[index].figure().is_some_and(|figure| figure.bare && figure.value == Money::dollars(401));
    let letter = |at: usize| tokens.get(at).is_some_and(|next| next.is(Term::PlanLetter));
    let open = tokens.get(index + 1).is_some_and(|next| next.is_mark('(')) && letter(index + 2);
    // "401k match": the plan; "10k + 401k" is an amount.
    let named = super::lexicon::lexicon().of_word(&tokens[index].word).has(Term::PlanName);
    let about_plan =
        tokens.get(index + 1).is_some_and(|next| next.is(Term::PlanWord) || next.is_mark_of(&[':', '=', '(']));
    (named && about_plan) || (plan && (open || letter(index + 1)))
}

/// Whether a figure is an amount here. `prose` passes over small bare numbers in long sentences.
pub(crate) fn counts_as_amount(sentence: &Sentence, index: usize, prose: bool) -> bool {
    let tokens = &sentence.tokens;
    let Some(figure) = tokens[index].figure() else { return false };
    if is_zip_code(sentence, index) {
        return false;
    }
    if is_money(tokens, index) {
        return true;
    }
    if figure.percent
        || is_plan_name(tokens, index)
        || counts_years(tokens, index)
        || belongs_to_day(tokens, index)
        || is_fraction(tokens, index)
        || in_schedule(tokens, index)
        || figure.bare && (counts_other_things(tokens, index) || is_numbered_month(tokens, index))
        || is_level(tokens, index)
        || is_house_number(tokens, index)
    {
        return false;
    }
    if !prose {
        return true;
    }
    // "Sign-on year 2: 0".
    let none = figure.value.is_zero()
        && index > 0
        && tokens[index - 1].is_mark_of(&[':', '=', '|'])
        && names_year(&tokens[..index]);
    (sentence.listed || tokens.len() <= 24) && figure.bare && (none || figure.value >= Money::dollars(20))
}

/// "month 12", "months 13-24".
fn is_numbered_month(tokens: &[Token], index: usize) -> bool {
    let month = |at: Option<usize>| at.is_some_and(|at| tokens[at].is(Term::Month));
    let ranged = index > 1 && tokens[index - 1].is_mark('-') && tokens[index - 2].figure().is_some();
    month(index.checked_sub(1)) || (ranged && month(index.checked_sub(3)))
}

/// "level 6".
fn is_level(tokens: &[Token], index: usize) -> bool {
    let small = tokens[index].figure().is_some_and(|figure| figure.bare && figure.value <= Money::dollars(12));
    small && index.checked_sub(1).is_some_and(|at| tokens[at].is(Term::Level))
}

/// "Seattle, WA 98121": a number of five digits right behind the code of a state.
fn is_zip_code(sentence: &Sentence, index: usize) -> bool {
    const DIGITS: usize = 5;
    let written = |token: &Token| sentence.text.get(token.start..token.end).unwrap_or_default();
    let state = |token: &Token| {
        let typed = written(token);
        typed.len() == 2 && typed.chars().all(char::is_uppercase) && Place::names_region(typed)
    };
    let digits = written(&sentence.tokens[index]);
    digits.len() == DIGITS
        && digits.bytes().all(|b| b.is_ascii_digit())
        && index.checked_sub(1).is_some_and(|before| state(&sentence.tokens[before]))
}

/// "410 Terry Ave", "2121 7th Ave".
fn is_house_number(tokens: &[Token], index: usize) -> bool {
    const NEAR: usize = 4;
    let behind = &tokens[index + 1..tokens.len().min(index + 1 + NEAR)];
    let street = behind.iter().position(|token| token.is(Term::StreetWord));
    tokens[index].figure().is_some_and(|figure| figure.bare)
        && street.is_some_and(|at| at > 0 && behind[..at].iter().all(|token| token.kind == Kind::Word))
}

/// "30 days", "12 monthly installments".
fn counts_other_things(tokens: &[Token], index: usize) -> bool {
    let next = |offset: usize| tokens.get(index + offset);
    let glue = |offset: usize| next(offset).is_some_and(|token| token.is(Term::CountGlue));
    let at = if glue(1) { 2 } else { 1 };
    length_at(tokens, index + at, Term::Counted).is_some()
        || (tokens[index].figure().is_some_and(|figure| figure.value <= Money::dollars(48))
            && next(at).is_some_and(|token| {
                token.is(Term::Times) && tokens[index].figure().is_some_and(|figure| figure.value == Money::dollars(12))
                    || token.is(Term::Monthly)
                    || token.is(Term::Instalment)
                    || token.is(Term::Month)
            }))
}

/// "1/12", "1/4th".
pub(crate) fn is_fraction(tokens: &[Token], index: usize) -> bool {
    let value = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).and_then(Token::figure).filter(|figure| figure.bare).map(|figure| figure.value)
    };
    let slash = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is_mark('/'));
    let one = Money::dollars(1);
    let ordinal = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.kind == Kind::Word && token.word.starts_with(|c: char| c.is_ascii_digit()))
    };
    let upper = value(Some(index)) == Some(one)
        && slash(Some(index + 1))
        && (value(Some(index + 2)).is_some_and(|lower| lower > one) || ordinal(index + 2));
    let lower = slash(index.checked_sub(1))
        && value(index.checked_sub(2)) == Some(one)
        && value(Some(index)).is_some_and(|lower| lower > one);
    upper || lower
}

/// The numbers of `5/15/40/40` and `5, 15, 40, 40`: three or more that make a hundred.
pub(crate) fn in_schedule(tokens: &[Token], index: usize) -> bool {
    schedule_around(tokens, index).is_some()
}

/// The numbers of the run that starts at a token and makes a hundred.
pub(crate) fn schedule_numbers(tokens: &[Token], at: usize) -> Option<Vec<rust_decimal::Decimal>> {
    let (start, end) = schedule_around(tokens, at)?;
    Some(tokens[start..end].iter().flat_map(numbers_of).collect())
}

/// The most parts of a schedule.
const MOST_PARTS: usize = 20;

/// The run of numbers around a token that make a hundred, where it is one.
pub(crate) fn schedule_around(tokens: &[Token], index: usize) -> Option<(usize, usize)> {
    let part = |at: usize| match &tokens[at].kind {
        Kind::Figure(figure) => (figure.percent || figure.bare) && figure.value <= Money::dollars(100),
        Kind::DateLike => true,
        _ => false,
    };
    let joins = |at: usize| tokens[at].is_mark_of(&['/', '-', ',', '%', '+', '(', ':']) || tokens[at].is(Term::Joiner);
    if !part(index) {
        return None;
    }
    // Four years by the quarter have sixteen parts.
    let mut parts = 1;
    let mut belongs = |at: usize| {
        let is_part = part(at);
        parts += usize::from(is_part);
        parts <= MOST_PARTS && (is_part || joins(at))
    };
    let mut start = index;
    while start > 0 && index - start < 24 && belongs(start - 1) {
        start -= 1;
    }
    let mut end = index + 1;
    while end < tokens.len() && end - index < 24 && belongs(end) {
        end += 1;
    }
    if parts > MOST_PARTS {
        return None;
    }
    let numbers: Vec<rust_decimal::Decimal> = tokens[start..end].iter().flat_map(numbers_of).collect();
    let (start, end) = trimmed(tokens, start, end, &part);
    let whole = numbers.iter().copied().sum::<rust_decimal::Decimal>() == rust_decimal::Decimal::ONE_HUNDRED;
    (numbers.len() >= 3 && whole).then_some((start, end))
}

/// A run without the signs around it.
fn trimmed(tokens: &[Token], mut start: usize, mut end: usize, part: &impl Fn(usize) -> bool) -> (usize, usize) {
    while start < end && !part(start) {
        start += 1;
    }
    while end > start && !part(end - 1) && !tokens[end - 1].is_mark('%') {
        end -= 1;
    }
    (start, end)
}

fn numbers_of(token: &Token) -> Vec<rust_decimal::Decimal> {
    match &token.kind {
        Kind::Figure(figure) => vec![figure.value.amount()],
        Kind::DateLike => {
            token.word.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
        }
        _ => Vec::new(),
    }
}

pub(crate) fn belongs_to_day(tokens: &[Token], index: usize) -> bool {
    let month = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at))
            .is_some_and(|token| token.kind == Kind::Word && super::dates::month(&token.word).is_some())
    };
    let Some(figure) = tokens[index].figure() else { return false };
    if !figure.bare {
        return false;
    }
    let year = figure.value >= Money::dollars(1_990)
        && figure.value <= Money::dollars(2_100)
        && !counts_units(tokens, index)
        && index.checked_sub(1).is_some_and(|at| {
            tokens[at].is_mark(',')
                || month(Some(at))
                || tokens[at].is(Term::Of)
                || tokens[at].figure().is_some_and(|day| day.bare && day.value <= Money::dollars(31))
                || is_ordinal(&tokens[at])
        });
    // "the 1997 Stock Incentive Plan".
    let named = figure.value >= Money::dollars(1_990)
        && figure.value <= Money::dollars(2_100)
        && index.checked_sub(1).is_some_and(|at| tokens[at].is(Term::The))
        && !counts_units(tokens, index);
    if named {
        return true;
    }
    let day = figure.value <= Money::dollars(31);
    // "5:00"; "Year 2: 0" has no time.
    let colon = |at: Option<usize>| {
        at.filter(|at| *at > 0 && at + 1 < tokens.len()).is_some_and(|at| {
            tokens[at].is_mark(':') && tokens[at - 1].end == tokens[at].start && tokens[at].end == tokens[at + 1].start
        })
    };
    let clock = day && colon(Some(index + 1)) && tokens.get(index + 2).and_then(Token::figure).is_some();
    let minute = figure.value < Money::dollars(60)
        && colon(index.checked_sub(1))
        && index >= 2
        && tokens[index - 2].figure().is_some_and(|hour| hour.bare && hour.value <= Money::dollars(24));
    let half = day && tokens.get(index + 1).is_some_and(|next| next.is(Term::HalfDay));
    year || clock
        || minute
        || half
        || slashed_day(tokens, index)
        || (day && (month(index.checked_sub(1)) || month(Some(index + 1))))
}

fn is_ordinal(token: &Token) -> bool {
    token.kind == Kind::Word && token.word.starts_with(|c: char| c.is_ascii_digit())
}

/// Both numbers of "12/4": a month and a day.
fn slashed_day(tokens: &[Token], index: usize) -> bool {
    let small = |at: usize, most: i64| {
        tokens.get(at).and_then(Token::figure).is_some_and(|figure| {
            figure.bare && figure.value >= Money::dollars(1) && figure.value <= Money::dollars(most)
        })
    };
    let slash = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark('/'));
    let pair = |month: usize| {
        small(month, 12)
            && slash(month + 1)
            && small(month + 2, 31)
            && !slash(month + 3)
            && !(month > 0 && slash(month - 1))
    };
    pair(index) || index >= 2 && pair(index - 2)
}
