//! The sign-on in running text: which year an amount is for, and what monthly payments add up to.

use rust_decimal::prelude::ToPrimitive;

use super::claims::{Claim, Outcome, for_a_period};
use super::topics::Tied;
use crate::offer::Payment;
use crate::reading::amounts::in_thousands;
use crate::reading::part::Part;
use crate::reading::tokens::Token;
use crate::reading::{LetterProblem, LetterSignOn};

/// Reads the sign-on amounts of a sentence: the year of each, and sums of monthly payments.
pub(crate) fn read_sign_on(tokens: &[Token], amounts: &[Tied], outcome: &mut Outcome) {
    let mut claims = Vec::new();
    let payments = payments(tokens);
    let (monthly, whole): (Vec<&Tied>, Vec<&Tied>) =
        amounts.iter().partition(|amount| is_instalment(tokens, amount.index));
    let years = years_of(tokens, &whole);
    for (amount, year) in whole.iter().zip(years) {
        let value = in_thousands(&amount.figure);
        claims.push(if is_total(tokens, amount.index) && year.is_none() {
            Claim::SignOnTotal(value)
        } else {
            Claim::SignOn { year, amount: value }
        });
    }
    let monthly_years = years_of(tokens, &monthly);
    for (amount, year) in monthly.iter().zip(monthly_years) {
        let parts = payments.or_else(|| year.map(|_| 12)).filter(|parts| matches!(parts, 12 | 24));
        let sum = parts.map(|parts| amount.figure.value * parts);
        let said = whole.iter().any(|other| {
            Some(in_thousands(&other.figure)) == sum || in_thousands(&other.figure) == amount.figure.value * 12
        });
        match (parts, sum) {
            _ if said => {}
            (Some(12), Some(sum)) => claims.push(Claim::SignOn { year, amount: sum }),
            (Some(24), Some(sum)) => claims.push(Claim::SignOnTotal(sum)),
            _ => {
                outcome.left = true;
                outcome.problems.push(LetterProblem::SignOn(LetterSignOn::Monthly(amount.figure.value)).into());
            }
        }
    }
    if !monthly.is_empty() {
        claims.push(Claim::Payment(Payment::Monthly));
    }
    outcome.claims.extend(claims);
}

/// Whether a sentence tells its amounts by the first or second year.
pub(crate) fn names_year(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| year_at(tokens, at).is_some())
}

/// The year that a heading of a few words names ("Year 1:").
pub(crate) fn heading_year(tokens: &[Token]) -> Option<u8> {
    let short = tokens.len() <= 3 && tokens.last().is_some_and(|token| token.is_mark(':'));
    short.then(|| year_between(tokens, 0, tokens.len())).flatten()
}

/// How many monthly payments are named: `12 equal monthly installments`, `for 24 months`.
fn payments(tokens: &[Token]) -> Option<u32> {
    (0..tokens.len()).find_map(|index| {
        let number = match tokens[index].figure() {
            Some(figure) if figure.bare => figure.value.amount().to_u32()?,
            None if tokens[index].is_word(&["twelve"]) => 12,
            _ => return None,
        };
        let next = tokens.iter().skip(index + 1).find(|token| {
            !token.is_word(&["equal", "consecutive"])
                && !token.is_mark(')')
                && !token.is_mark('(')
                && token.figure().is_none()
        })?;
        (number <= 48 && next.is_word(&["monthly", "months", "payments", "installments", "instalments", "month"]))
            .then_some(number)
    })
}

fn is_instalment(tokens: &[Token], index: usize) -> bool {
    let before = |offset: usize| index.checked_sub(offset).and_then(|at| tokens.get(at));
    let of_payments = before(1).is_some_and(|token| token.is_word(&["of", "at"]) || token.is_mark('@'))
        && before(2)
            .is_some_and(|token| token.is_word(&["payments", "installments", "instalments", "payment", "month"]))
        && (1..=5).any(|offset| before(offset).is_some_and(|token| token.is_word(&["monthly", "month", "months"])));
    let monthly_of = before(1).is_some_and(|token| token.is_word(&["monthly"]));
    for_a_period(tokens, index) || of_payments || monthly_of
}

fn is_total(tokens: &[Token], index: usize) -> bool {
    let from = index.saturating_sub(4);
    tokens[from..index]
        .iter()
        .any(|token| token.is_word(&["total", "totaling", "totalling", "aggregate", "combined", "totals"]))
        || tokens[index + 1..].iter().take(3).any(|token| token.is_word(&["total", "combined"]))
}

/// The year each sign-on amount is for: named after each amount, or before each.
fn years_of(tokens: &[Token], amounts: &[&Tied]) -> Vec<Option<u8>> {
    let Some(first) = amounts.first() else { return Vec::new() };
    let leading = year_between(tokens, 0, first.index).is_some();
    let years: Vec<Option<u8>> = (0..amounts.len())
        .map(|order| {
            let index = amounts[order].index;
            if leading {
                let from = order.checked_sub(1).map_or(0, |before| amounts[before].index + 1);
                year_between(tokens, from, index)
            } else {
                let until = amounts.get(order + 1).map_or(tokens.len(), |next| next.index);
                year_between(tokens, index + 1, until)
            }
        })
        .collect();
    let joined = amounts.len() == 2 && years.iter().all(Option::is_none) && {
        let between = &tokens[first.index + 1..amounts[1].index];
        let joiner = |token: &Token| ['/', '+', '&'].iter().any(|mark| token.is_mark(*mark));
        between.len() <= 2 && between.iter().any(|token| joiner(token) || token.is_word(&["and", "then"]))
    };
    if joined { vec![Some(1), Some(2)] } else { years }
}

/// The year named between two places; none where both are.
fn year_between(tokens: &[Token], from: usize, until: usize) -> Option<u8> {
    let years: Vec<u8> = (from..until).filter_map(|at| year_at(tokens, at)).collect();
    let first = *years.first()?;
    years.iter().all(|year| *year == first).then_some(first)
}

fn year_at(tokens: &[Token], at: usize) -> Option<u8> {
    let word = |offset: usize| tokens.get(at + offset).map_or("", |token| token.word.as_str());
    let number = |word: &str| match word {
        "1" | "one" | "first" | "1st" => Some(1),
        "2" | "two" | "second" | "2nd" => Some(2),
        _ => None,
    };
    match word(0) {
        "y1" | "yr1" | "year1" => return Some(1),
        "y2" | "yr2" | "year2" => return Some(2),
        "year" | "yr" if !matches!(word(1), "period" | "anniversary") => {
            if let Some(year) = number(word(1)) {
                return Some(year);
            }
        }
        _ => {}
    }
    // A payment at the first anniversary is the second year's.
    let ordinal = matches!(word(0), "first" | "second" | "1st" | "2nd" | "one");
    match (number(word(0)).filter(|_| ordinal), word(1), word(2)) {
        (Some(1), "anniversary", _) | (Some(1), "year", "anniversary") => Some(2),
        (Some(year), "year" | "yr", _) if word(0) != "one" => Some(year),
        (Some(year), "12" | "twelve", _) => Some(year),
        // "in the first year and ... in the second."
        (Some(2), next, _)
            if at > 0 && tokens[at - 1].is_word(&["the"]) && !next.starts_with(char::is_alphanumeric) =>
        {
            Some(2)
        }
        _ => None,
    }
}

/// Whether a sentence says that there is no sign-on.
pub(crate) fn denies_sign_on(part: &Part<'_>) -> bool {
    [
        "no sign on",
        "no signing bonus",
        "not include a sign on",
        "without a sign on",
        "sign on none",
        "not include a signing bonus",
        "no signon",
    ]
    .iter()
    .any(|phrase| part.has_phrase(phrase))
        && !part.has(&["repay", "repayment", "clawback"])
}
