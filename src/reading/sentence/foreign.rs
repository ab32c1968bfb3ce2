//! Figures of a text in which another currency is named: which are in US dollars, or of none.
//!
//! Must not know what they are for.

use rust_decimal::prelude::ToPrimitive;

use super::{Claim, Context, Outcome, Sentence, Term, Token, is_money, labels, pay};
use crate::reading::quotes::shorten;
use crate::reading::units::counts_units;

/// The amounts that are in dollars or count shares; `None` where another currency leaves none.
pub(super) fn in_dollars(
    sentence: &Sentence,
    context: Context,
    amounts: Vec<usize>,
    outcome: &mut Outcome,
) -> Option<Vec<usize>> {
    let tokens = &sentence.tokens;
    let foreign_here = tokens.iter().any(Token::is_foreign);
    // Beside another employer's pounds what is written as dollars throughout is in dollars.
    let dollars = |index: &usize| tokens[*index].figure().is_some_and(|figure| figure.dollars);
    let foreign = context.foreign || (context.foreign_of_others && !amounts.iter().all(dollars));
    if !foreign_here && (!foreign || names_known_place(tokens)) {
        return Some(amounts);
    }
    // "USD 191,000" is in dollars, whatever else is named; numbers of shares are of no currency.
    let sure = |index: &usize| {
        counts_units(tokens, *index) && !ends_a_range(tokens, *index) || is_in_us_dollars(tokens, *index)
    };
    let kept: Vec<usize> = amounts.into_iter().filter(|index| !foreign_here && sure(index)).collect();
    let money = |index: usize| is_money(tokens, index);
    let money_left = foreign_here && (0..tokens.len()).any(|index| !outcome.used[index] && money(index));
    // Beside a base in dollars another currency's sentence is another offer's.
    if !(foreign_here && context.base.is_some()) {
        count_by_name(tokens, outcome);
    }
    outcome.left |= money_left || (0..tokens.len()).any(|index| money(index) && !counts_units(tokens, index));
    if foreign_here && outcome.left {
        outcome.problems.push(pay::foreign(&shorten(&sentence.text)));
    }
    if kept.is_empty() {
        outcome.left |= tokens.iter().any(|token| token.figure().is_some()) && !labels(tokens).is_empty();
        return None;
    }
    Some(kept)
}

/// "between 1,500 and 1,800 RSUs": the second of two that one is to be.
fn ends_a_range(tokens: &[Token], index: usize) -> bool {
    let figure = index >= 2 && tokens[index - 2].figure().is_some();
    let joins = index >= 1
        && (tokens[index - 1].is(Term::To) || tokens[index - 1].is(Term::Or) || tokens[index - 1].is_mark('-'));
    let between = index >= 3 && tokens[index - 1].is(Term::Joiner) && tokens[index - 3].is(Term::Between);
    figure && (joins || between)
}

/// "RSUs 250" where another currency is named: a number of shares is of no currency.
fn count_by_name(tokens: &[Token], outcome: &mut Outcome) {
    let named = |at: usize| {
        let figure = tokens[at].figure().filter(|figure| figure.bare && !figure.percent)?;
        let count = figure.value.amount().to_u32().filter(|count| (10..1_000).contains(count))?;
        (at > 0 && tokens[at - 1].is(Term::Unit) && !tokens.get(at + 1).is_some_and(Token::is_foreign)).then_some(count)
    };
    let Some((at, count)) = (0..tokens.len()).find_map(|at| named(at).map(|count| (at, count))) else { return };
    outcome.claims.push(Claim::Shares(count));
    outcome.take(at - 1, at + 1);
}

/// "USD 191,000", "191,000 USD": the code stands beside the figure.
fn is_in_us_dollars(tokens: &[Token], index: usize) -> bool {
    let before = tokens[index].word.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
    let led = before.is_some_and(|word| crate::reading::lexicon::lexicon().of_word(word).has(Term::UsDollars));
    led || tokens.get(index + 1).is_some_and(|next| next.is(Term::UsDollars))
}

/// Whether a known place is named, all of which are in the US.
fn names_known_place(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| crate::reading::place::known_in_message(tokens, at).is_some())
}
