//! Stock that is not the whole grant: what is added to it or taken from it, a part of it, shares that are held already.
//!
//! Must not know how a grant's figures are read.

use crate::money::Money;

use super::{Term, Tied, Token, Topic, counts_units, has, length_at};
use crate::reading::part::says_four_years;
use crate::reading::ties::names_year;

/// Whether an amount of stock is not the grant: "We've added 50 RSUs", "the gap in stock is 100k", "I have 300 RSUs left".
pub(super) fn is_no_grant(tokens: &[Token], tied: &[Tied], order: usize) -> bool {
    let amount = &tied[order];
    amount.topic == Some(Topic::Grant)
        && !amount.figure.percent
        && (is_change(tokens, tied, order)
            || has(piece(tokens, amount.index), Term::GapWord)
            || is_told_of_behind(tokens, amount.index)
            || is_of_percent(tokens, amount.index)
            || is_of_one_vest(tokens, amount.index))
}

/// How many tokens around an amount can say that it is none.
const NEAR: usize = 6;

/// "We've added 50 RSUs", "an extra $100k in stock", "80 RSUs on top"; "165k base and an additional 560 RSUs" is a
/// part of the offer.
fn is_change(tokens: &[Token], tied: &[Tied], order: usize) -> bool {
    let index = tied[order].index;
    let led = |term: Term| {
        (index.saturating_sub(NEAR)..index).any(|at| {
            length_at(tokens, at, term).is_some_and(|length| {
                at + length <= index && tokens[at + length..index].iter().all(|token| token.is(Term::AddedGlue))
            })
        })
    };
    let behind = || behind_units(tokens, index).is_some_and(|at| length_at(tokens, at, Term::AddedBehind).is_some());
    let beside_pay = || {
        let pay = |amount: &Tied| matches!(amount.topic, Some(Topic::Base | Topic::SignOn | Topic::Total));
        tied[..order].iter().any(pay)
    };
    led(Term::GrantChange) || (led(Term::GrantMore) || behind()) && !beside_pay()
}

/// "300 RSUs left", "30 shares go to taxes".
fn is_told_of_behind(tokens: &[Token], index: usize) -> bool {
    behind_units(tokens, index).is_some_and(|at| length_at(tokens, at, Term::StockBehind).is_some())
}

/// "2,000 RSUs (5% = 100 in year 1)": what a part comes to.
fn is_of_percent(tokens: &[Token], index: usize) -> bool {
    let part =
        |token: &Token| token.figure().is_some_and(|figure| figure.percent && figure.value < Money::dollars(100));
    let before = tokens[..index].iter().rposition(|token| !token.is_mark_of(&['%', '=', '(', '~']));
    before.is_some_and(|at| at + 1 < index && part(&tokens[at]))
}

/// "28 shares vest in the first year", "first vest of 29 units".
fn is_of_one_vest(tokens: &[Token], index: usize) -> bool {
    let percent = tokens.iter().any(|token| token.figure().is_some_and(|figure| figure.percent));
    let vests = behind_units(tokens, index).filter(|at| tokens.get(*at).is_some_and(|next| next.is(Term::Vest)));
    let leads = !tokens[..index].iter().any(|token| token.figure().is_some_and(|figure| !figure.bare));
    let of_year = vests.is_some_and(|at| {
        let behind = &tokens[at..tokens.len().min(at + NEAR)];
        names_year(behind) || leads && names_year(&tokens[..index])
    });
    let of_year = of_year && !percent && counts_units(tokens, index) && !says_four_years(tokens);
    let glue = tokens[..index].iter().rev().take_while(|token| token.is(Term::BeforeGlue)).count();
    let of_vest = glue > 0
        && index >= glue + 2
        && tokens[index - glue - 1].is(Term::Vest)
        && (tokens[index - glue - 2].is(Term::First) || tokens[index - glue - 2].is(Term::Ordinal));
    of_year || of_vest
}

/// Where the words behind a counted amount begin: behind "shares" of "30 shares go to taxes".
fn behind_units(tokens: &[Token], index: usize) -> Option<usize> {
    let from = index + 1;
    let at = (from..tokens.len().min(from + 4)).find(|at| length_at(tokens, *at, Term::Unit).is_some())?;
    let glue = tokens[from..at].iter().all(|token| token.is(Term::UnitGlue));
    glue.then(|| at + length_at(tokens, at, Term::Unit).unwrap_or(1))
}

/// The piece of a sentence between commas and brackets that an amount stands in.
fn piece(tokens: &[Token], index: usize) -> &[Token] {
    let parts = |token: &Token| token.is_mark_of(&[',', ';', '(', ')']);
    let from = tokens[..index].iter().rposition(parts).map_or(0, |at| at + 1);
    let until = tokens[index..].iter().position(parts).map_or(tokens.len(), |at| index + at);
    &tokens[from..until]
}
