//! The RSU grant: dollars, or shares and their price.
//!
//! Owns when a number counts shares and when it is a price or a value.

mod count;
mod price;
mod priced;

pub(crate) use price::priced_on;
pub(crate) use priced::{judged, priced};

use count::{is_beside_value, is_count_by_label, is_sum_of_counts};
use price::{At, is_of_company_stock, is_price, is_supposed, leads_price, stock_is_at, times_a_price};

use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;

use super::amounts::{counts_units, in_thousands};
use super::claim::{Claim, Outcome};
use super::lexicon::Term;
use super::phrases::{find, has, length_at};
use super::plausible::{Figures, Look, look};
use super::text::Sentence;
use super::ties::{Tied, Topic, labels};
use super::tokens::{Figure, Kind, Token};
use super::{Amount, AmountProblem, Answer, Doubt, GrantProblem, Problem, Reading, dates};
use crate::money::Money;
use crate::offer::{Grant, Level};

/// The dearest that a share can be said to be.
const DEAREST: i64 = 2_000;
/// Bare numbers in between may be shares or dollars.
const LIKE_SHARES: std::ops::RangeInclusive<i64> = 1_000..=20_000;

/// From where on a bare figure behind "RSUs" counts them: where money is told to the dollar any does, else one that would
/// be more than a grant beside that base, in thousands.
pub(crate) fn least_count(full_figures: bool, base: Option<Money>) -> i64 {
    const FEWEST: i64 = 20;
    const GRANT_OF_BASES: u32 = 4;
    let of_base = base.and_then(|base| (base * GRANT_OF_BASES).amount().to_i64()).map(|most| most / 1_000);
    match of_base {
        _ if full_figures => FEWEST,
        Some(most) => most.max(FEWEST).min(*LIKE_SHARES.start()),
        None => *LIKE_SHARES.start(),
    }
}

/// How a text tells of the grant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    /// What may be shares or dollars is left unread; a message asks.
    pub(crate) prose: bool,
    /// Money is told in bare thousands.
    pub(crate) shorthand: bool,
    /// From here on a bare figure behind "RSUs" counts them.
    pub(crate) least: i64,
}

/// Reads the grant's amounts of a sentence.
pub(crate) fn read_grant(sentence: &Sentence, tied: &[Tied], told: Told, outcome: &mut Outcome) {
    let Told { prose, shorthand, least } = told;
    let tokens = &sentence.tokens;
    // "$78k/$58k - 1,550 RSU": two years side by side are no grant.
    let pair = |one: &Tied, other: &Tied| {
        let slashed = other.index == one.index + 2 && tokens[one.index + 1].is_mark('/');
        slashed && [one, other].iter().all(|amount| amount.figure.scaled || amount.figure.dollars)
    };
    let of_pair = |at: usize| {
        at > 0 && pair(&tied[at - 1], &tied[at]) || tied.get(at + 1).is_some_and(|next| pair(&tied[at], next))
    };
    let left: Vec<Tied> = (0..tied.len()).filter(|at| !of_pair(*at)).map(|at| tied[at].clone()).collect();
    outcome.left |= left.len() < tied.len();
    let tied = left.as_slice();
    // "600k incl growth", "400k over 3 years": not what the grant is worth over its four years.
    if tied.iter().any(|amount| amount.topic == Some(Topic::Grant))
        && let Some(word) = changes_value(tokens, prose)
        && !tied.iter().any(|amount| counts_units(tokens, amount.index))
    {
        outcome.left = true;
        if !prose {
            let quote = super::part::quote(&sentence.text);
            outcome.problems.push(Problem::Amount(Amount::Grant, AmountProblem::Changed { word, quote }));
        }
        return;
    }
    // "RSUs 920 / 1210", "900 + 150 RSUs", "Shares: 50 (yr 1), 150 (yr 2)": no one count.
    let whole = |amount: &Tied| {
        let bare = amount.figure.bare && !amount.figure.percent && amount.figure.value.amount().fract().is_zero();
        bare && !counts_units(tokens, amount.index)
    };
    // "RSU | 17,500 | 52,500 | 140,000 | 140,000": of years, not of plans.
    let in_row = sentence.cells.len() > 2 && tied.len() > 1 && tied.iter().all(whole);
    if in_row || is_several(tokens, tied) {
        outcome.left = true;
        if !prose {
            outcome.problems.push(GrantProblem::Mixed(super::part::quote(&sentence.text)).into());
        }
        return;
    }
    let mut claims = Vec::new();
    let how = How { counts: false, least, prose, shorthand };
    let counts = tied.iter().any(|amount| counts_units(tokens, amount.index));
    for (order, amount) in tied.iter().enumerate() {
        // "157 base", "168 rsu": where money is told in bare thousands so few may be thousands, too.
        let thousands = tokens.get(amount.index + 1).is_some_and(|next| next.is(Term::RsuWord))
            && amount.figure.bare
            && amount.figure.value < Money::dollars(least)
            && tied.len() == 1;
        if shorthand && thousands {
            outcome.left = true;
            continue;
        }
        match one(tokens, tied, order, How { counts, ..how }) {
            Some(claim) => claims.push(claim),
            None if prose || counts => outcome.left = true,
            None => outcome.problems.push(GrantProblem::SharesOrDollars(amount.figure.value).into()),
        }
    }
    outcome.claims.extend(claims);
}

/// Whether the amounts are several counts: of two plans, to be added up, or of the years.
fn is_several(tokens: &[Token], tied: &[Tied]) -> bool {
    let whole = |amount: &Tied| {
        let figure = &amount.figure;
        amount.topic == Some(Topic::Grant) && figure.bare && !figure.percent && figure.value.amount().fract().is_zero()
    };
    let joined = tied.windows(2).any(|pair| {
        let between = &tokens[pair[0].index + 1..pair[1].index];
        let sign = matches!(between, [sign] if sign.is_mark_of(&['/', '+']));
        let names = has(tokens, Term::Unit);
        sign && names && pair.iter().all(whole) && pair[1].index - pair[0].index == 2
    });
    let of_years = tied.len() >= 2
        && tied.iter().all(whole)
        && tied.iter().filter(|amount| told_of_year(tokens, amount.index)).count() >= 2;
    joined || of_years
}

/// "50 (yr 1)".
fn told_of_year(tokens: &[Token], index: usize) -> bool {
    super::ties::names_year(&tokens[index + 1..tokens.len().min(index + 5)])
}

/// The word that makes a value another one than the grant's today over four years.
fn changes_value(tokens: &[Token], prose: bool) -> Option<String> {
    if let Some((at, _)) = find(tokens, Term::Growth) {
        return Some(tokens[at].word.clone());
    }
    let other = |at: &usize| {
        let count = match tokens[*at].figure() {
            Some(figure) if figure.bare => figure.value.amount().to_i64(),
            Some(_) => None,
            None => super::part::number_word(&tokens[*at].word),
        };
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        // "vests in 2 years" says when, in a letter.
        let spread = before.is_some_and(|token| token.is(Term::Over) || (!prose && token.is(Term::SpreadOver)));
        spread
            && !(prose && super::part::says_four_years(tokens))
            && count.is_some_and(|count| (2..=10).contains(&count) && count != 4)
            && tokens.get(*at + 1).is_some_and(|next| next.is(Term::Years))
    };
    let at = (0..tokens.len()).find(other)?;
    Some(format!("{} {}", tokens[at].word, tokens[at + 1].word))
}

/// How an amount of the grant is read.
#[derive(Clone, Copy, Debug)]
struct How {
    /// An amount of the sentence counts shares.
    counts: bool,
    least: i64,
    prose: bool,
    shorthand: bool,
}

/// What one amount of the grant is: a count, else a price of a share, else a value.
fn one(tokens: &[Token], tied: &[Tied], order: usize, how: How) -> Option<Claim> {
    let at = if how.prose && order == 0 { At::OfCount } else { At::OfPrice };
    let amount = &tied[order];
    let (figure, index) = (&amount.figure, amount.index);
    if figure.percent {
        return None;
    }
    // "Amazon stock is around 220".
    if is_like_price(figure) && is_of_company_stock(tokens, index) {
        return Some(Claim::SharePrice(figure.value));
    }
    if counts_units(tokens, index)
        || times_a_price(tokens, index)
        || is_count_by_label(tokens, index, if is_beside_value(tokens, tied, order) { 1 } else { how.least }, at)
        || leads_price(tokens, tied, order)
        || is_sum_of_counts(tokens, index)
    {
        return figure.value.amount().to_u32().filter(|count| *count > 0).map(Claim::Shares);
    }
    match costs(tokens, amount, how, at) {
        Some(true) => Some(Claim::SharePrice(figure.value)),
        Some(false) => None,
        None => worth(tokens, amount, how),
    }
}

/// Whether no share would cost more.
fn is_like_price(figure: &Figure) -> bool {
    !figure.scaled && figure.value <= Money::dollars(DEAREST)
}

/// Whether an amount is what a share costs now; `None` where nothing speaks of a price.
fn costs(tokens: &[Token], amount: &Tied, how: How, at: At) -> Option<bool> {
    let (figure, index) = (&amount.figure, amount.index);
    if is_like_price(figure) {
        // "AMZN peaked at 242", "if the share price hits 300": what a share does not cost now.
        match how.prose.then(|| stock_is_at(tokens, index)).flatten() {
            None if how.prose && is_supposed(tokens, index) => return Some(false),
            None => {}
            now => return now,
        }
        // "at 15% growth $251 -> $289", "52-week high 258.60": prices of another day.
        let grown = has(tokens, Term::Growth) && amount.topic != Some(Topic::Price);
        if has(tokens, Term::OtherPrice) || grown {
            return Some(false);
        }
        if amount.topic == Some(Topic::Price) || is_price(tokens, index, at) {
            return Some(true);
        }
    }
    // A price with its decimal point lost: "1400 shares at 18250".
    let slipped = !figure.scaled && how.counts && figure.value <= Money::dollars(100_000);
    if slipped && is_price(tokens, index, at) && !has(&tokens[..index], Term::Worth) {
        return Some(true);
    }
    (amount.topic == Some(Topic::Price) && !is_worth(tokens, index)).then_some(false)
}

/// What an amount says that is said to be no count and no price; `None` where it may be one.
fn worth(tokens: &[Token], amount: &Tied, how: How) -> Option<Claim> {
    let (figure, index) = (&amount.figure, amount.index);
    if figure.dollars || figure.scaled {
        let price = is_like_price(figure) && how.counts;
        return Some(if price { Claim::SharePrice(figure.value) } else { value(tokens, index, figure.value) });
    }
    if !figure.value.amount().fract().is_zero() {
        return is_like_price(figure).then_some(Claim::SharePrice(figure.value));
    }
    let whole = figure.value.amount().to_i64()?;
    if is_worth(tokens, index) || whole > *LIKE_SHARES.end() {
        return Some(value(tokens, index, in_thousands(figure)));
    }
    // "Equity: 560": beside "base 165k" shares or thousands.
    if how.prose && !how.shorthand && figure.value < Money::dollars(1_000) {
        return None;
    }
    let units = has(tokens, Term::Unit);
    if units && !how.counts && LIKE_SHARES.contains(&whole) {
        return u32::try_from(whole).ok().map(Claim::Shares);
    }
    let open = units || how.counts || LIKE_SHARES.contains(&whole);
    (!open).then(|| value(tokens, index, in_thousands(figure)))
}

fn value(tokens: &[Token], index: usize, amount: Money) -> Claim {
    let next = |offset: usize| tokens.get(index + offset);
    let a_year = next(1).is_some_and(|token| token.is(Term::Each) || token.is_mark('/'))
        && next(2).is_some_and(|token| token.is(Term::Year));
    let times = next(1).is_some_and(|token| token.is(Term::Times));
    // "400k, 25% a year": a part of it each year, not all of it.
    // "400k, and 100k refresher every year": what is parted from it is of something else.
    let parted = tokens[index + 1..].iter().position(|token| token.is_mark(',')).unwrap_or(tokens.len() - index - 1);
    let behind = &tokens[index + 1..index + 1 + parted];
    let part = behind.iter().position(|token| token.figure().is_some_and(|figure| figure.percent));
    let each = has(&behind[..part.unwrap_or(behind.len())], Term::EachYear);
    if a_year || times || each || next(1).is_some_and(|token| token.is(Term::Yearly)) {
        Claim::GrantPerYear(amount)
    } else {
        Claim::GrantValue(amount)
    }
}

fn is_worth(tokens: &[Token], index: usize) -> bool {
    let mut before = index;
    while before > 0
        && (tokens[before - 1].is(Term::BeforeGlue) && !tokens[before - 1].is(Term::Worth)
            || tokens[before - 1].is_mark_of(&['(', '~']))
    {
        before -= 1;
    }
    // "RSU=985": the sign parts a name from its count.
    let equals = before > 1 && tokens[before - 1].is_mark('=') && !tokens[before - 2].is(Term::Unit);
    before > 0 && (tokens[before - 1].is(Term::Worth) || equals)
}

/// Whether a sentence says that there is no grant.
pub(crate) fn denies_grant(tokens: &[Token]) -> bool {
    has(tokens, Term::NoGrant)
}
