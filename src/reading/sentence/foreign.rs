//! Figures of a text in which another currency is named: which are in US dollars, or of none.
//!
//! Must not know what they are for.

use rust_decimal::prelude::ToPrimitive;

use super::{Claim, Outcome, Term, Token, has};
use crate::reading::phrases::find;

/// "RSUs 250" where another currency is named: a number of shares is of no currency.
pub(super) fn count_by_name(tokens: &[Token], outcome: &mut Outcome) {
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
pub(super) fn is_in_us_dollars(tokens: &[Token], index: usize) -> bool {
    let before = tokens[index].word.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
    let led = before.is_some_and(|word| crate::reading::lexicon::lexicon().of_word(word).has(Term::UsDollars));
    led || tokens.get(index + 1).is_some_and(|next| next.is(Term::UsDollars))
}

/// Whether a known place is named, all of which are in the US.
pub(super) fn names_known_place(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| crate::reading::place::known_in_message(tokens, at).is_some())
}

/// "A startup gives 200k + 1% equity": the pay of an employer without a name.
pub(super) fn is_of_unnamed(tokens: &[Token], amounts: &[usize]) -> bool {
    let ends = |token: &Token| token.is_mark_of(&[',', ';', '.']);
    let Some((at, _)) = find(tokens, Term::UnnamedEmployer).filter(|_| !has(tokens, Term::Ours)) else { return false };
    let from = tokens[..at].iter().rposition(ends).map_or(0, |mark| mark + 1);
    let until = tokens[at..].iter().position(ends).map_or(tokens.len(), |mark| at + mark);
    amounts.iter().any(|amount| (from..until).contains(amount))
}
