//! Phrases of the lexicon in a run of tokens.

use super::lexicon::{Phrase, Term, Terms, lexicon};
use super::tokens::{Kind, Token};

/// How many tokens from `at` on mean `term`, as its longest phrase there; none where they don't.
pub(crate) fn length_at(tokens: &[Token], at: usize, term: Term) -> Option<usize> {
    longest(tokens, at, |found| found.has(term)).map(|(_, length)| length)
}

/// How many tokens from `at` on mean one of `terms`, as the longest phrase there.
pub(crate) fn length_of_any(tokens: &[Token], at: usize, terms: &[Term]) -> Option<usize> {
    let wanted = Terms::of(terms);
    longest(tokens, at, |found| found.meets(&wanted)).map(|(_, length)| length)
}

/// The longest run at `at` that means one of `wanted`: all its meanings, with its tokens.
pub(crate) fn one_of<'a>(tokens: &'a [Token], at: usize, wanted: &Terms) -> Option<(&'a Terms, usize)> {
    longest(tokens, at, |found| found.meets(wanted))
}

/// The meanings of the longest phrase at `at` that are wanted, with its tokens; else those of the word alone.
fn longest(tokens: &[Token], at: usize, wanted: impl Fn(&Terms) -> bool) -> Option<(&Terms, usize)> {
    let first = tokens.get(at).filter(|token| token.kind == Kind::Word)?;
    let phrase = if wanted(first.begins) { longest_phrase(tokens, at, &wanted) } else { None };
    phrase.or_else(|| wanted(first.terms).then_some((first.terms, 1)))
}

/// The longest phrase of two words or more at `at` whose meanings are wanted.
fn longest_phrase(tokens: &[Token], at: usize, wanted: impl Fn(&Terms) -> bool) -> Option<(&'static Terms, usize)> {
    let phrases = lexicon().phrases.get(tokens[at].word.as_str())?;
    let fits = |phrase: &&Phrase| {
        wanted(&phrase.terms)
            && tokens.len() - at >= phrase.words.len()
            && phrase
                .words
                .iter()
                .zip(&tokens[at..])
                .all(|(word, token)| token.kind == Kind::Word && token.word == *word)
    };
    phrases.iter().find(fits).map(|phrase| (&phrase.terms, phrase.words.len()))
}

/// Whether one of these tokens, or several of them together, mean `term`.
pub(crate) fn has(tokens: &[Token], term: Term) -> bool {
    (0..tokens.len()).any(|at| length_at(tokens, at, term).is_some())
}

/// Where `term` first stands in these tokens, and how long.
pub(crate) fn find(tokens: &[Token], term: Term) -> Option<(usize, usize)> {
    (0..tokens.len()).find_map(|at| length_at(tokens, at, term).map(|length| (at, length)))
}
