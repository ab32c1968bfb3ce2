//! Phrases of the lexicon in a run of tokens.

use super::lexicon::{Phrase, Term, Terms, lexicon};
use super::tokens::{Kind, Token};

/// How many tokens from `at` on mean `term`, as its longest phrase there; none where they don't.
pub(crate) fn length_at(tokens: &[Token], at: usize, term: Term) -> Option<usize> {
    let first = tokens.get(at).filter(|token| token.kind == Kind::Word)?;
    if first.begins
        && let Some(length) = longest_phrase(tokens, at, |terms| terms.has(term))
    {
        return Some(length);
    }
    first.terms.has(term).then_some(1)
}

/// The longest phrase of two words or more at `at` whose meanings are wanted.
fn longest_phrase(tokens: &[Token], at: usize, wanted: impl Fn(Terms) -> bool) -> Option<usize> {
    let phrases = lexicon().phrases.get(tokens[at].word.as_str())?;
    let fits = |phrase: &&Phrase| {
        wanted(phrase.terms)
            && tokens.len() - at >= phrase.words.len()
            && phrase
                .words
                .iter()
                .zip(&tokens[at..])
                .all(|(word, token)| token.kind == Kind::Word && token.word == *word)
    };
    phrases.iter().find(fits).map(|phrase| phrase.words.len())
}

/// The longest run at `at` that means one of `terms`, and which.
pub(crate) fn one_of(tokens: &[Token], at: usize, terms: &[Term]) -> Option<(Term, usize)> {
    // The first of equal length counts.
    let mut best: Option<(Term, usize)> = None;
    for term in terms {
        if let Some(length) = length_at(tokens, at, *term)
            && best.is_none_or(|(_, longest)| length > longest)
        {
            best = Some((*term, length));
        }
    }
    best
}

/// Whether one of these tokens, or several of them together, mean `term`.
pub(crate) fn has(tokens: &[Token], term: Term) -> bool {
    (0..tokens.len()).any(|at| length_at(tokens, at, term).is_some())
}

/// Where `term` first stands in these tokens, and how long.
pub(crate) fn find(tokens: &[Token], term: Term) -> Option<(usize, usize)> {
    (0..tokens.len()).find_map(|at| length_at(tokens, at, term).map(|length| (at, length)))
}
