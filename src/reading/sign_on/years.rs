//! Which year of the sign-on an amount is for: named behind each amount, or before each.
//!
//! Must not know what payments by the month add up to.

use super::{Amount, Money, Term, Token, find, has, length_at, year_at};

/// The year that is named between two places.
pub(super) fn year_between(tokens: &[Token], from: usize, until: usize) -> Option<u8> {
    years_between(tokens, from + 1, until).first().copied()
}

/// "70 first": the year of an amount by an ordinal alone.
pub(super) fn lone_ordinal(tokens: &[Token], index: usize) -> Option<u8> {
    // "$40,000 sign-on in the second."
    let near = &tokens[index + 1..tokens.len().min(index + 8)];
    let ends = |token: &Token| token.is_mark_of(&[',', ';']) || token.figure().is_some();
    let named = near.iter().take_while(|token| !ends(token)).find(|token| token.is(Term::Ordinal))?;
    Some(if named.is(Term::First) { 1 } else { 2 })
}

/// "nothing in year 2", "no second year", "Year 2 - none", "first year none".
pub(super) fn denies_other_year(tokens: &[Token], told: u8) -> bool {
    (0..tokens.len()).any(|at| {
        let ends =
            tokens[at].is(Term::Nothing) && tokens.get(at + 1).is_none_or(|next| next.is_mark_of(&[',', '.', ')']));
        if ends && year_before(tokens, at).is_some_and(|year| year != told) {
            return true;
        }
        let named = length_at(tokens, at + 1, Term::SignOn).unwrap_or_default();
        let denies = tokens[at].is(Term::Nothing) || tokens[at].is(Term::None) || tokens[at].is(Term::Negation);
        // "No more than $45,000 in year 1" denies nothing.
        denies
            && length_at(tokens, at, Term::Limit).is_none()
            && denied_year(tokens, at, named).is_some_and(|year| year != told)
    })
}

/// The year that stands right before what is said of it: "Year 2 - none".
fn year_before(tokens: &[Token], at: usize) -> Option<u8> {
    let beside = |token: &Token| {
        [Term::Year, Term::Ordinal, Term::BeforeGlue].iter().any(|term| token.is(*term))
            || token.is_mark_of(&['-', ':', '='])
            || token.figure().is_some_and(|figure| figure.bare && figure.value <= Money::dollars(2))
            || length_at(std::slice::from_ref(token), 0, Term::YearTwo).is_some()
    };
    let led = tokens[..at].iter().rev().take(5).take_while(|token| beside(token)).count();
    years_between(tokens, at - led, at).last().copied()
}

/// The year that a denial is of: the one before it, where its clause ends with it ("first year none, second year 60k"),
/// else the one behind.
fn denied_year(tokens: &[Token], at: usize, named: usize) -> Option<u8> {
    let parts = |token: &Token| token.is_mark_of(&[',', ';']);
    let ends = tokens.get(at + 1).is_none_or(|next| parts(next) || next.is(Term::Joiner) || next.is(Term::Turns));
    let amount = |token: &Token| token.figure().is_some_and(|figure| !figure.bare);
    let mut near =
        (at.saturating_sub(4)..at).rev().take_while(|before| !parts(&tokens[*before]) && !amount(&tokens[*before]));
    let before = near.find_map(|before| year_at(tokens, before));
    let behind = || (at + 1..(at + 5 + named).min(tokens.len())).find_map(|year| year_at(tokens, year));
    before.filter(|_| ends).or_else(behind)
}

/// "No sign-on in year 2", "year 2: no sign-on": the one year that stands beside the denial of the sign-on, in its clause.
pub(super) fn denied_alone(tokens: &[Token]) -> Option<u8> {
    let (at, length) = find(tokens, Term::NoSignOn)?;
    // "They took away the second year sign-on".
    if let [year] = years_between(tokens, at, at + length)[..] {
        return Some(year);
    }
    if let Some(year) = year_before(tokens, at) {
        return Some(year);
    }
    let parts = |token: &Token| token.is_mark_of(&[',', ';', '.']);
    let from = at + length;
    let until = tokens[from..].iter().position(parts).map_or(tokens.len(), |mark| from + mark);
    let [year] = years_between(tokens, from, until)[..] else { return None };
    Some(year)
}

/// Tells each amount its year: named behind each amount, or before each.
pub(super) fn tell_years(tokens: &[Token], amounts: &mut [Amount], all: &[usize]) {
    // "$60,000 & $45,000 in years 2 and 1".
    let of = |at: usize, year: i64| {
        tokens.get(at).and_then(Token::figure).is_some_and(|figure| figure.bare && figure.value == Money::dollars(year))
    };
    let reversed = (0..tokens.len()).any(|at| tokens[at].is(Term::Years) && of(at + 1, 2) && of(at + 3, 1));
    if let ([one, two], true) = (&mut *amounts, reversed) {
        (one.year, two.year) = (Some(2), Some(1));
        return;
    }
    let Some(first) = amounts.first() else { return };
    let window = |index: usize| {
        let from = all.iter().copied().filter(|at| *at < index).max().map_or(0, |at| at + 1);
        let until = all.iter().copied().filter(|at| *at > index).min().unwrap_or(tokens.len());
        // "80/60, lump sum, owed back if I leave in the first 12 months": the year is the clause's.
        // What stands in brackets is said beside it: "$80,000 (repaid pro rata) in year 1".
        let bracketed = |at: usize| tokens[index..at].iter().any(|token| token.is_mark('('));
        let owes = |at: usize| tokens[at].is(Term::If) || length_at(tokens, at, Term::Repay).is_some();
        let of_leaving = |at: &usize| owes(*at) && !bracketed(*at);
        let until = (index + 1..until).find(of_leaving).unwrap_or(until);
        // "12 x $9,250 ($111,000)": what stands in brackets is of the amount before it.
        let bracketed = from > 0 && from + 1 == index && tokens[from].is_mark('(');
        let from =
            if bracketed { all.iter().copied().filter(|at| *at + 1 < from).max().map_or(0, |at| at + 1) } else { from };
        (from, until)
    };
    let indexes: Vec<usize> = amounts.iter().map(|amount| amount.index).collect();
    let lead = years_between(tokens, window(first.index).0, first.index);
    // "nothing the first year, 50k the second": what leads is another year's.
    // "No sign-on in the second year, $45,000 in the first".
    let before_first = &tokens[window(first.index).0..first.index];
    let denies =
        |at: usize| before_first[at].is(Term::Negation) && length_at(before_first, at + 1, Term::SignOn).is_some();
    let nothing = before_first.iter().any(|token| token.is(Term::Nothing)) || (0..before_first.len()).any(denies);
    if lead == [1, 2] && !nothing {
        // "Y1/Y2 signon 77.5/60", "Year 1 & Year 2: $64,000 each".
        if let [one, two] = amounts {
            (one.year, two.year) = (Some(1), Some(2));
        }
        return;
    }
    let leading = !nothing && years_between(tokens, window(first.index).0, first.index).last().is_some();
    let mut years: Vec<Option<u8>> = indexes
        .iter()
        .map(|index| {
            let (from, until) = window(*index);
            if leading {
                // What leads the next amount stands behind this one.
                return years_between(tokens, from, *index).last().copied();
            }
            // "$51,000, second year $39,000": parted from the amount before, the year leads the one behind.
            led_by_year(tokens, from, *index).or_else(|| {
                let of_next = led_by_year(tokens, index + 1, until).is_some() && until < tokens.len();
                years_between(tokens, index + 1, until).first().copied().filter(|_| !of_next)
            })
        })
        .collect();
    // "Total first year: $305,000 (base $185,000 + sign on $100,000)": the line's own year.
    let first_of_all = all.iter().copied().min().unwrap_or(first.index);
    if let ([None], [year]) = (years.as_slice(), years_between(tokens, 0, first_of_all).as_slice()) {
        years = vec![Some(*year)];
    }
    // "60,000 at start; a second-year bonus of 48,000": the year leads the amount behind it.
    if let ([one, two], [Some(2), None]) = (&indexes[..], years.as_slice())
        && !leading
        && (leads_next(tokens, one + 1, *two) || has(&tokens[one + 1..*two], Term::UpfrontWord))
    {
        years = vec![Some(1), Some(2)];
    }
    let told = |years: &[Option<u8>]| years.iter().flatten().count();
    if let [one, two] = indexes[..] {
        let small =
            |at: usize| tokens[at].figure().is_some_and(|figure| figure.bare && figure.value < Money::dollars(1_000));
        let joined = {
            let between = &tokens[one + 1..two];
            let joiner = |token: &Token| token.is_mark_of(&['/', '+', '&', ',']) || token.is(Term::Joiner);
            between.len() <= 3
                && (between.is_empty() && small(one) && small(two) || between.iter().any(joiner))
                && between.iter().all(|token| {
                    joiner(token)
                        || token.is(Term::Filler)
                        || token.is(Term::AfterGlue)
                        || token.is_mark_of(&['(', ')'])
                })
        };
        let behind = years_between(tokens, two + 1, window(two).1);
        if told(&years) < 2 && joined && (behind.as_slice() == [1, 2] || told(&years) == 0) {
            // "80/60 first, second year", "90/70".
            years = vec![Some(1), Some(2)];
        } else if told(&years) == 1 {
            // "90k upfront, 70k after a year".
            let other = years.iter().position(Option::is_none).unwrap_or(0);
            let (from, until) = window(indexes[other]);
            if years[1 - other] == Some(2)
                && (has(&tokens[indexes[other]..until], Term::Upfront)
                    || has(&tokens[from..indexes[other]], Term::Upfront))
            {
                years[other] = Some(1);
            } else if years[1 - other] == Some(1) && has(&tokens[indexes[other]..until], Term::Later) {
                years[other] = Some(2);
            }
        }
    }
    for (amount, year) in amounts.iter_mut().zip(years) {
        amount.year = year;
    }
}

/// The year that stands between a comma and an amount, with nothing that parts it from that.
pub(super) fn led_by_year(tokens: &[Token], from: usize, until: usize) -> Option<u8> {
    let parted = |token: &Token| token.is_mark_of(&[',', ';', ':']);
    let comma = (from..until).rev().find(|at| parted(&tokens[*at]))?;
    let near = until - comma <= 5;
    let years = years_between(tokens, comma + 1, until);
    (near && comma > 0).then(|| years.first().copied()).flatten()
}

/// Whether the year that is named between two places belongs to what follows: a name of the sign-on stands behind it.
pub(super) fn leads_next(tokens: &[Token], from: usize, until: usize) -> bool {
    let Some(year) = (from..until).rev().find(|at| year_at(tokens, *at).is_some()) else { return false };
    let name = |at: usize| {
        tokens[at].is(Term::Bonus) || length_at(tokens, at, Term::SignOn).is_some() || tokens[at].is(Term::Payment)
    };
    (year..until).any(name) && !tokens[year..until].iter().any(|token| token.is_mark(','))
}

/// The years named between two places, each once.
pub(super) fn years_between(tokens: &[Token], from: usize, until: usize) -> Vec<u8> {
    let mut years: Vec<u8> = (from..until.max(from)).filter_map(|at| year_at(tokens, at)).collect();
    years.dedup();
    years
}
