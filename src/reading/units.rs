//! Whether a number counts shares: "1,400 RSUs", "950 restricted stock units".
//!
//! Must not know what an amount is for.

use super::lexicon::Term;
use super::phrases::length_at;
use super::tokens::Token;
use crate::money::Money;

/// `1,400 RSUs`, `220 restricted stock units`, `290 stocks`.
pub(crate) fn counts_units(tokens: &[Token], index: usize) -> bool {
    let Some(figure) = tokens[index].figure() else { return false };
    if figure.dollars || figure.percent || !figure.value.amount().fract().is_zero() {
        return false;
    }
    // "at 198 a share".
    if tokens.get(index + 1).is_some_and(|next| next.is(Term::Each))
        && tokens.get(index + 2).is_some_and(|next| next.is(Term::Unit))
    {
        return false;
    }
    // "nine hundred and fifty (950) restricted stock units".
    let in_brackets =
        index > 0 && tokens[index - 1].is_mark('(') && tokens.get(index + 1).is_some_and(|next| next.is_mark(')'));
    let mut at = index + 1 + usize::from(in_brackets);
    while at <= index + 6
        && tokens.get(at).is_some_and(|token| token.is(Term::UnitGlue) || token.is_mark('-'))
        && length_at(tokens, at, Term::Unit).is_none()
    {
        at += 1;
    }
    let Some(length) = length_at(tokens, at, Term::Unit) else { return false };
    // "400k RSUs" is dollars, "2k shares" shares.
    let plain = length_at(tokens, at, Term::Count) == Some(length) || tokens[at + length - 1].is(Term::Count);
    if figure.scaled { figure.value <= Money::dollars(20_000) && (plain || at == index + 1) } else { true }
}
