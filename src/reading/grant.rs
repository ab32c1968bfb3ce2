//! The RSU grant: dollars, or shares and their price.
//!
//! Owns when a number counts shares and when it is a price or a value.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::amounts::in_thousands;
use super::part::{Beside, Part, YEARLY};
use super::plausible::{Figures, Look, look};
use super::sign_on::says_none;
use super::tokens::Figure;
use super::{Amount, AmountProblem, Answer, Doubt, GrantProblem, Problem, Reading};
use crate::market::Companies;
use crate::money::Money;
use crate::offer::{Grant, Level};

const SHARE_WORDS: &[&str] = &["shares", "share", "units", "unit", "rsus", "rsu"];
const WORTH: &[&str] = &["worth", "valued", "value", "="];

/// Other words beside a grant.
#[rustfmt::skip]
const AROUND: &[&str] = &[
    "stock", "stocks", "equity", "grant", "grants", "granted", "restricted", "price", "priced", "per", "share",
    "over", "across", "vesting", "vest", "vests", "vested", "x", "times", "4yr", "4y", "amzn", "award", "initial",
    "total",
];

/// What the figures of a grant are.
#[derive(Debug, Default)]
struct Figured {
    count: Option<Money>,
    price: Option<Money>,
    value: Option<Money>,
}

/// Reads a grant.
pub(crate) fn read_grant_part(part: &Part<'_>, level: Option<Level>) -> Reading {
    if says_none(part) {
        return judged(Grant::Dollars(Money::ZERO), Money::ZERO, level);
    }
    if let Some(problem) = part.unreadable(Amount::Grant) {
        return Reading::from(problem);
    }
    let known = [YEARLY, SHARE_WORDS, WORTH, AROUND].concat();
    let note = match part.beside(&known) {
        Beside::Clean => None,
        Beside::Unread(words) => Some(Problem::LeftOut(words)),
        Beside::Changing(word) => {
            let changed = AmountProblem::Changed { word, quote: part.quote() };
            return Reading::refused(Problem::Amount(Amount::Grant, changed));
        }
    };
    match figured(part) {
        Ok(found) => answered(part, &found, level).noting(note),
        Err(problem) => Reading::from(problem),
    }
}

/// Sorts the figures into count, price and value.
fn figured(part: &Part<'_>) -> Result<Figured, Problem> {
    let amounts = part.amounts();
    let unclear = || Problem::from(GrantProblem::Mixed(part.quote()));
    let mut found = Figured::default();
    let mut open: Vec<&Figure> = Vec::new();
    for (index, figure) in &amounts {
        let slot = if counts_shares(part, *index, figure) {
            &mut found.count
        } else if is_price(part, *index, figure) {
            &mut found.price
        } else if is_worth(part, *index) {
            &mut found.value
        } else {
            open.push(figure);
            continue;
        };
        if slot.replace(figure.value).is_some() {
            return Err(unclear());
        }
    }
    if let [figure] = open.as_slice() {
        let whole = figure.value.amount().fract().is_zero() && figure.bare;
        match (found.count, found.price) {
            (None, Some(_)) if whole => found.count = Some(figure.value),
            (Some(_), _) if found.value.is_none() && figure.value > Money::dollars(5_000) => {
                found.value = Some(figure.value);
            }
            (Some(_), None) if found.value.is_none() && figure.dollars => found.price = Some(figure.value),
            (None, None) if found.value.is_none() => return bare_value(part, figure).map(dollars_found),
            _ => return Err(unclear()),
        }
    } else if !open.is_empty() {
        return Err(unclear());
    }
    Ok(found)
}

fn dollars_found(value: Money) -> Figured {
    Figured { value: Some(value), ..Figured::default() }
}

/// A lone figure without a word for shares right after it.
fn bare_value(part: &Part<'_>, figure: &Figure) -> Result<Money, Problem> {
    let shares_somewhere = part.has(SHARE_WORDS) && figure.bare;
    let like_shares = figure.bare && figure.value >= Money::dollars(1_000) && figure.value <= Money::dollars(20_000);
    if shares_somewhere || like_shares {
        return Err(GrantProblem::SharesOrDollars(figure.value).into());
    }
    Ok(in_thousands(figure))
}

/// `1400 shares`, `1,400 Amazon RSUs`, `2k units`, `shares: 1400`; `400k rsu` is dollars.
fn counts_shares(part: &Part<'_>, index: usize, figure: &Figure) -> bool {
    if figure.dollars || !figure.value.amount().fract().is_zero() || is_price(part, index, figure) {
        return false;
    }
    let tokens = &part.tokens;
    let mut after = index + 1;
    while tokens.get(after).is_some_and(|token| token.is_word(&["amazon", "amzn", "restricted", "stock", "of"])) {
        after += 1;
    }
    let plain_units: &[&str] = &["shares", "share", "units", "unit"];
    if let Some(token) = tokens.get(after) {
        let small = figure.value <= Money::dollars(20_000);
        if token.is_word(plain_units) || (figure.scaled && small && token.is_word(&["rsus"])) {
            return !figure.scaled || small;
        }
        if !figure.scaled && token.is_word(SHARE_WORDS) {
            return true;
        }
    }
    let mut before = index;
    while before > 0 && (tokens[before - 1].is_mark(':') || tokens[before - 1].is_mark('=')) {
        before -= 1;
    }
    figure.bare && before > 0 && tokens[before - 1].is_word(&["shares", "units"])
}

/// `@ 182.50`, `at $182`, `price 190`, `$182.50 a share`.
fn is_price(part: &Part<'_>, index: usize, figure: &Figure) -> bool {
    let tokens = &part.tokens;
    if figure.scaled || figure.value > Money::dollars(100_000) {
        return false;
    }
    let mut before = index;
    while before > 0
        && (tokens[before - 1].is_mark(':')
            || tokens[before - 1].is_mark('=')
            || tokens[before - 1].is_word(&["of", "is", "about", "around", "a"]))
    {
        before -= 1;
    }
    if before > 0 {
        let mark = &tokens[before - 1];
        if mark.is_mark('@') || mark.is_word(&["at", "price", "priced", "x", "times"]) {
            return true;
        }
    }
    let next = |offset: usize| tokens.get(index + offset);
    let each = next(1).is_some_and(|token| token.is_word(&["each", "apiece"])) && part.has(SHARE_WORDS);
    let a_share = next(1).is_some_and(|token| token.is_word(&["a", "per"]) || token.is_mark('/'))
        && next(2).is_some_and(|token| token.is_word(&["share", "unit", "rsu"]));
    each || a_share
}

fn is_worth(part: &Part<'_>, index: usize) -> bool {
    let mut before = index;
    while before > 0
        && part.tokens[before - 1].is_word(&["at", "about", "around", "of", "approximately", "is", "total"])
    {
        before -= 1;
    }
    before > 0 && (part.tokens[before - 1].is_word(WORTH) || part.tokens[before - 1].is_mark('='))
}

fn answered(part: &Part<'_>, found: &Figured, level: Option<Level>) -> Reading {
    let said = part.quote();
    match (found.count, found.price, found.value) {
        (Some(count), price, value) => match share_count(count) {
            Some(count) => shares(&said, count, price, value, level),
            None => Reading::refused(GrantProblem::Count(said)),
        },
        (None, None, Some(value)) => dollars(part, value, level),
        (None, Some(price), None) => Reading::refused(GrantProblem::PriceAlone(price)),
        (None, Some(_), Some(_)) | (None, None, None) => Reading::refused(GrantProblem::Missing(said)),
    }
}

fn share_count(count: Money) -> Option<u32> {
    count.amount().to_u32().filter(|count| (1..=Grant::MOST_SHARES).contains(count))
}

fn shares(said: &str, count: u32, price: Option<Money>, value: Option<Money>, level: Option<Level>) -> Reading {
    match (price, value) {
        (None, None) => Reading::open(Doubt::SharePrice { count }),
        (Some(price), None) => priced(count, price, level),
        (Some(price), Some(value)) => {
            let product = price.scaled(Decimal::from(count));
            if (product - value).abs() <= value.split(100) {
                priced(count, price, level)
            } else {
                Reading::refused(GrantProblem::Contradiction { count, price, product, value })
            }
        }
        (None, Some(value)) => {
            let price = value.split(count);
            if price.scaled(Decimal::from(count)) == value && Figures::SharePrice.possible(price) {
                priced(count, price, level)
            } else if Figures::SharePrice.possible(price) {
                let note = GrantProblem::SharesLeftOut { value, count };
                judged(Grant::Dollars(value), value, level).noting([note.into()])
            } else {
                Reading::refused(GrantProblem::ImpliedPrice { quote: said.to_owned(), price })
            }
        }
    }
}

/// Shares at a price, as an answer or as a doubt where zeros slipped in the price or the count.
pub(crate) fn priced(count: u32, price: Money, level: Option<Level>) -> Reading {
    let grant = |count, price| Grant::Shares { count, price, priced_on: None };
    let typed = grant(count, price);
    let doubt = |likely| Reading::open(Doubt::Zeros { typed: Answer::Grant(typed), likely: Answer::Grant(likely) });
    match look(Figures::SharePrice, price, None) {
        Look::Usual | Look::Unusual => {}
        Look::Slipped(likely) => return doubt(grant(count, likely)),
        Look::Odd => {
            return Reading::refused(GrantProblem::OddPrice { price, usual: Figures::SharePrice.widest() });
        }
    }
    match look(Figures::Grant, typed.value(), level) {
        Look::Usual => Reading::of(Answer::Grant(typed)),
        Look::Unusual => Reading::open(Doubt::Unusual { typed: Answer::Grant(typed) }),
        Look::Slipped(value) => {
            let counts = [count.saturating_mul(10), count / 10, count.saturating_mul(100), count / 100];
            let usual = |count: &u32| look(Figures::Grant, grant(*count, price).value(), level) == Look::Usual;
            doubt(counts.into_iter().find(usual).map_or(Grant::Dollars(value), |count| grant(count, price)))
        }
        Look::Odd => Reading::refused(GrantProblem::OddShares { count, price, value: typed.value() }),
    }
}

fn dollars(part: &Part<'_>, value: Money, level: Option<Level>) -> Reading {
    let yearly = part.has(&["per", "annually", "annual", "yearly", "each", "every", "annum"])
        || part.has_phrase("a year")
        || part.has_phrase("a yr")
        || part.tokens.windows(2).any(|pair| pair[0].is_mark('/') && pair[1].is_word(&["year", "yr", "y"]));
    if yearly || part.has(&["x", "times"]) {
        return Reading::open(Doubt::GrantPerYear { amount: value });
    }
    judged(Grant::Dollars(value), value, level)
}

/// A dollar grant as an answer, or as a doubt where zeros slipped.
pub(crate) fn judged(grant: Grant, value: Money, level: Option<Level>) -> Reading {
    // Where a level's grants are known, none has no stock at all.
    let known = level.is_some_and(|level| Companies::asked_for().usual(Some(level)).grant.is_some());
    match look(Figures::Grant, value, level) {
        _ if value.is_zero() && !known => Reading::of(Answer::Grant(grant)),
        _ if value.is_zero() => Reading::open(Doubt::Unusual { typed: Answer::Grant(grant) }),
        Look::Usual => Reading::of(Answer::Grant(grant)),
        Look::Unusual => Reading::open(Doubt::Unusual { typed: Answer::Grant(grant) }),
        Look::Slipped(likely) => {
            Reading::open(Doubt::Zeros { typed: Answer::Grant(grant), likely: Answer::Grant(Grant::Dollars(likely)) })
        }
        Look::Odd => Reading::refused(GrantProblem::Odd { value, usual: Figures::Grant.widest() }),
    }
}
