//! When a bare number counts shares by the words before it: "shares: 1400", "RSU count: 628", "RSUs stay at 610".
//!
//! Must not know what a count comes to.

use super::price::{At, is_price};
use super::{LIKE_SHARES, Money, Term, Tied, Token, counts_units, has, is_worth, length_at};

/// `shares: 1400`, `RSUs: 1,500`: a count by its label alone.
pub(super) fn is_count_by_label(tokens: &[Token], index: usize, least: i64, how: At) -> bool {
    let Some(figure) = tokens[index].figure() else { return false };
    let bare = figure.bare && !figure.percent && figure.value.amount().fract().is_zero();
    let mut before = index;
    while before > 0
        && (tokens[before - 1].is_mark_of(&[':', '=', '-', '~']) || tokens[before - 1].is(Term::BeforeGlue))
    {
        before -= 1;
    }
    // "RSU Grant (units) 310".
    let in_brackets = before > 1 && tokens[before - 1].is_mark(')') && tokens[before - 2].is(Term::Count);
    let labelled = in_brackets || before > 0 && tokens[before - 1].is(Term::Count) || is_of_count_name(tokens, before);
    let large = figure.value >= Money::dollars(least) && figure.value <= Money::dollars(*LIKE_SHARES.end());
    let rsus = before > 0 && (length_at(tokens, before - 1, Term::Unit).is_some() || tokens[before - 1].is(Term::Unit));
    bare && !is_price(tokens, index, how) && !is_worth(tokens, index) && (labelled || (large && rsus))
}

/// "RSU count: 628", "Number of RSUs granted: 628": whether the name that ends at `end` is one of a count.
fn is_of_count_name(tokens: &[Token], end: usize) -> bool {
    const LONGEST: usize = 6;
    (end.saturating_sub(LONGEST)..end)
        .any(|at| length_at(tokens, at, Term::CountName).is_some_and(|length| at + length == end))
}

/// "40 RSUs added, for a total of 560": what a count and another come to.
pub(super) fn is_sum_of_counts(tokens: &[Token], index: usize) -> bool {
    let sum = index >= 2 && tokens[index - 1].is(Term::Of) && tokens[index - 2].is(Term::Sum);
    sum && (0..index).any(|at| counts_units(tokens, at))
}

/// "RSUs: 402 (approx. value $85,000)": beside what the grant is worth a bare number behind its name counts.
pub(super) fn is_beside_value(tokens: &[Token], tied: &[Tied], order: usize) -> bool {
    let figure = &tied[order].figure;
    let worth = |other: &Tied| {
        let told = other.figure.scaled || other.figure.dollars;
        told && has(&tokens[tied[order].index..other.index], Term::Worth) && other.figure.value != figure.value * 1_000
    };
    figure.bare && tied[order + 1..].iter().any(worth)
}
