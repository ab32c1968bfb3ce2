//! Which year words name: "year 1", "1st yr", "the second year".

use super::{Kind, Term, Token, length_at};

/// The last year of work that a range of years is told to.
const MOST_YEARS: i64 = 12;

/// Whether a first or second year is named.
pub(crate) fn names_year(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| year_at(tokens, at).is_some())
}

/// The year that is named at a place: `year 1`, `first year`, `2nd yr`, `FY`; a payment at the first anniversary is
/// the second year's.
pub(crate) fn year_at(tokens: &[Token], at: usize) -> Option<u8> {
    let token = |offset: usize| tokens.get(at + offset);
    let is = |offset: usize, term: Term| token(offset).is_some_and(|token| token.is(term));
    let number = |offset: usize| {
        let token = token(offset)?;
        let figure = token.figure().filter(|figure| figure.bare && !figure.percent).map(|figure| figure.value);
        if token.is(Term::First) || figure == Some(crate::money::Money::dollars(1)) {
            return Some(1);
        }
        (token.is(Term::Second) || figure == Some(crate::money::Money::dollars(2))).then_some(2)
    };
    if length_at(tokens, at, Term::YearOne).is_some() {
        return Some(1);
    }
    if length_at(tokens, at, Term::YearTwo).is_some() {
        return Some(2);
    }
    if length_at(tokens, at, Term::Anniversary).is_some() {
        return Some(2);
    }
    // "2027 - $102k, 2028 - $80k": two years of the calendar.
    if let Some(year) = calendar_year(tokens, at) {
        let beside = |other: i64| (0..tokens.len()).any(|at| calendar_year(tokens, at) == Some(other));
        return match (beside(year - 1), beside(year + 1)) {
            (false, true) => Some(1),
            (true, false) => Some(2),
            _ => None,
        };
    }
    // "bonus 1: 83k", "Sign on 2: $70K".
    if tokens[at].figure().is_some() && at > 0 {
        let named = tokens[at - 1].is(Term::SignOn)
            || tokens[at - 1].is(Term::Bonus)
            || (at > 1 && length_at(tokens, at - 2, Term::SignOn) == Some(2));
        let closed = token(1).is_some_and(|next| {
            next.is_mark_of(&[':', '=', '-'])
                || next.figure().is_some_and(|figure| figure.value > crate::money::Money::dollars(12))
        });
        return number(0).filter(|_| named && closed);
    }
    // "months 13-24".
    if is(0, Term::Month) && token(2).is_some_and(|next| next.is_mark('-')) {
        let of = |offset: usize| token(offset).and_then(Token::figure).map(|figure| figure.value);
        let dollars = crate::money::Money::dollars;
        return match (of(1), of(3)) {
            (Some(from), Some(to)) if from <= dollars(1) && to == dollars(12) => Some(1),
            (Some(from), Some(to)) if from == dollars(13) && to == dollars(24) => Some(2),
            _ => None,
        };
    }
    // "$25,000 at month 13".
    if is(0, Term::Month) && at > 0 && (tokens[at - 1].is(Term::At) || tokens[at - 1].is(Term::Of)) {
        let first = token(1)
            .and_then(Token::figure)
            .is_some_and(|figure| figure.bare && figure.value == crate::money::Money::dollars(13));
        return first.then_some(2);
    }
    // "Year-1 $47,000".
    if is(0, Term::Year)
        && token(1).is_some_and(|next| next.is_mark('-'))
        && !token(3).is_some_and(|next| next.is_mark('-'))
    {
        return number(2);
    }
    // "year 1", but no "year 2-4" and no "years 1 and 2 of"; "Year 1 - $37,000" leads an amount.
    if is(0, Term::Year) && !is(1, Term::AnniversaryWord) {
        let year = |token: &Token| {
            token.figure().is_some_and(|figure| figure.bare && figure.value <= crate::money::Money::dollars(MOST_YEARS))
        };
        let ranged = token(2).is_some_and(|next| next.is_mark('-')) && token(3).is_some_and(year);
        return number(1).filter(|_| !ranged);
    }
    // "after 12 months".
    if is(0, Term::After)
        && is(2, Term::Month)
        && token(1).and_then(Token::figure).is_some_and(|figure| figure.value == crate::money::Money::dollars(12))
    {
        return Some(2);
    }
    let ordinal = token(0).is_some_and(|token| token.is(Term::Ordinal));
    match number(0).filter(|_| ordinal) {
        Some(1) if is(1, Term::AnniversaryWord) || (is(1, Term::Year) && is(2, Term::AnniversaryWord)) => Some(2),
        Some(year) if is(1, Term::Year) => Some(year),
        Some(year)
            if is(1, Term::TwelveMonths)
                || token(1).is_some_and(|next| {
                    next.figure().is_some_and(|figure| figure.bare && figure.value == crate::money::Money::dollars(12))
                }) && is(2, Term::Month) =>
        {
            Some(year)
        }
        // "in the first and ... in the second year", "78k first yr, 62k second".
        Some(number)
            if !token(1)
                .is_some_and(|next| next.kind == Kind::Word && !next.is(Term::Joiner) && !next.is(Term::AsSignOn)) =>
        {
            let other = if number == 1 { Term::Second } else { Term::First };
            let paired = tokens.iter().any(|token| token.is(other) && token.is(Term::Ordinal));
            paired.then_some(number)
        }
        _ => None,
    }
}

/// A year of the calendar that leads an amount: "2027 - $102k".
fn calendar_year(tokens: &[Token], at: usize) -> Option<i64> {
    let figure = tokens.get(at).and_then(Token::figure).filter(|figure| figure.bare && !figure.percent)?;
    let year = (2024..=2040).find(|year| figure.value == crate::money::Money::dollars(*year))?;
    let led = tokens.get(at + 1).is_some_and(|next| next.is_mark_of(&['-', ':', '=']));
    let amount = tokens.get(at + 2).and_then(Token::figure).is_some_and(|figure| !figure.bare);
    (led && amount).then_some(year)
}

/// The year that a heading of a few words names ("Year 1:").
pub(crate) fn heading_year(tokens: &[Token]) -> Option<u8> {
    let short = tokens.len() <= 3 && tokens.last().is_some_and(|token| token.is_mark(':'));
    if !short {
        return None;
    }
    let mut years: Vec<u8> = (0..tokens.len()).filter_map(|at| year_at(tokens, at)).collect();
    years.dedup();
    let [year] = years[..] else { return None };
    Some(year)
}
