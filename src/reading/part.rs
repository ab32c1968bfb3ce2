//! A part of a text that is about one thing: its amounts, and the words that are left.
//!
//! Owns which words are harmless beside a figure and which change its meaning. Must not
//! know what a field accepts.

use super::lexicon::Term;
use super::phrases::{has, length_of_any};
use super::tokens::{Figure, Kind, Token};
use super::{Amount, AmountProblem, Problem};
use crate::echo::Echo;
use crate::money::{Money, MoneyError};

/// Tokens in order, with the clean text they were cut from.
#[derive(Clone, Debug)]
pub(crate) struct Part<'a> {
    pub(crate) source: &'a str,
    pub(crate) tokens: Vec<Token>,
}

/// What stands beside the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    /// Nothing that matters.
    Clean,
    /// Words that were not understood, but do not seem to change the figure.
    Unread(String),
    /// A word that makes the figure mean something else.
    Changing(String),
}

/// The most that a number can be that only counts years.
const MOST_YEARS: i64 = 10;

/// The number a word names, one to ten.
pub(crate) fn number_word(word: &str) -> Option<i64> {
    super::lexicon::lexicon().number(word).filter(|number| *number <= MOST_YEARS)
}

impl<'a> Part<'a> {
    /// A whole text as one part.
    pub(crate) fn new(source: &'a str, tokens: Vec<Token>) -> Self {
        Self { source, tokens }
    }

    /// The text from the first token to the last.
    pub(crate) fn text(&self) -> &'a str {
        match (self.tokens.first(), self.tokens.last()) {
            (Some(first), Some(last)) => self.source.get(first.start..last.end).unwrap_or_default(),
            _ => "",
        }
    }

    /// The text for a sentence, at most 40 characters.
    pub(crate) fn quote(&self) -> String {
        quote(self.text().trim_end_matches([',', ';', ' ']))
    }

    /// Whether a word or phrase of this meaning stands here.
    pub(crate) fn has(&self, term: Term) -> bool {
        has(&self.tokens, term)
    }

    /// Whether these words stand here one after the other, as the data of companies spells them.
    pub(crate) fn has_phrase(&self, phrase: &str) -> bool {
        let words: Vec<&str> = phrase.split(' ').collect();
        self.tokens
            .windows(words.len())
            .any(|run| run.iter().zip(&words).all(|(token, word)| token.kind == Kind::Word && token.word == *word))
    }

    /// The amounts with their places: numbers that only count years are none.
    pub(crate) fn amounts(&self) -> Vec<(usize, &Figure)> {
        (0..self.tokens.len())
            .filter(|index| !counts_years(&self.tokens, *index))
            .filter_map(|index| self.tokens[index].figure().map(|figure| (index, figure)))
            .collect()
    }

    /// What stands beside the figures, other than filler and what this field knows.
    pub(crate) fn beside(&self, known: &[Term]) -> Beside {
        let mut unread = Vec::new();
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            let length = length_of_any(&self.tokens, at, known);
            if let Some(length) = length {
                at += length;
                continue;
            }
            at += 1;
            let understood = match token.kind {
                Kind::Word => (token.is(Term::Filler) && !token.is(Term::Changing)) || is_year_count(token),
                Kind::DateLike | Kind::Vague => false,
                _ => true,
            };
            if understood {
                continue;
            }
            // "2x45k": a figure inside a word.
            let hidden = token.word.bytes().any(|b| b.is_ascii_digit())
                && token.word.starts_with(|c: char| c.is_ascii_alphabetic());
            if token.is(Term::Changing) || hidden || matches!(token.kind, Kind::DateLike | Kind::Vague) {
                return Beside::Changing(token.word.clone());
            }
            unread.push(token);
        }
        if unread.is_empty() {
            return Beside::Clean;
        }
        let words = unread.iter().take(40).filter_map(|token| self.source.get(token.start..token.end));
        Beside::Unread(quote(&words.collect::<Vec<_>>().join(" ")))
    }

    /// The reason why no amount can be read here.
    pub(crate) fn unreadable(&self, amount: Amount) -> Option<Problem> {
        let refuse = self.tokens.iter().find_map(|token| match &token.kind {
            Kind::Foreign(_) => Some(AmountProblem::Foreign as fn(String) -> AmountProblem),
            Kind::Unclear(MoneyError::TooLarge) => Some(AmountProblem::TooLarge),
            Kind::Unclear(_) => Some(AmountProblem::Unclear),
            Kind::Vague => Some(AmountProblem::Vague),
            Kind::Figure(figure) if figure.negative && !figure.value.is_zero() => Some(AmountProblem::Negative),
            Kind::Figure(figure) if figure.percent => Some(AmountProblem::Percentage),
            Kind::Word | Kind::Figure(_) | Kind::DateLike | Kind::Mark(_) | Kind::Break => None,
        })?;
        Some(Problem::Amount(amount, refuse(self.quote())))
    }
}

/// Whether there is a word at all that is not filler, or a figure.
pub(crate) fn says_something(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| match token.kind {
        Kind::Word => !token.is(Term::Filler),
        Kind::Mark(_) | Kind::Break => false,
        _ => true,
    })
}

/// Whether the number there belongs to "year 1", "4 years", "x 2".
pub(crate) fn counts_years(tokens: &[Token], index: usize) -> bool {
    let Some(figure) = tokens[index].figure().filter(|figure| figure.bare && !figure.negative) else {
        return false;
    };
    let small = figure.value <= Money::dollars(MOST_YEARS) && figure.value.amount().fract().is_zero();
    let year = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is(Term::Year) || token.is(Term::Years))
    };
    let times = index.checked_sub(1).is_some_and(|at| tokens[at].is(Term::Times));
    // "4-year", "years 3, 4".
    let dashed = tokens.get(index + 1).is_some_and(|next| next.is_mark('-')) && year(Some(index + 2));
    let listed = index >= 2
        && (tokens[index - 1].is_mark_of(&[',', '-', '&']) || tokens[index - 1].is(Term::Joiner))
        && tokens[index - 2].figure().is_some()
        && index >= 3
        && year(Some(index - 3));
    small && (year(index.checked_sub(1)) || year(Some(index + 1)) || times || dashed || listed)
}

/// Whether four years are named: "over four years", "4 yrs", "4-year".
pub(crate) fn says_four_years(tokens: &[Token]) -> bool {
    let four = |at: usize| {
        let counted = tokens[at].figure().is_some_and(|figure| figure.bare && figure.value == Money::dollars(4));
        let next = if tokens.get(at + 1).is_some_and(|next| next.is_mark('-')) { at + 2 } else { at + 1 };
        counted
            && tokens.get(next).is_some_and(|next| next.is(Term::Years) || next.is(Term::Year))
            && !(at > 0 && (tokens[at - 1].is(Term::Year) || tokens[at - 1].is(Term::Years)))
    };
    has(tokens, Term::FourYears) || (0..tokens.len()).any(four)
}

fn is_year_count(token: &Token) -> bool {
    number_word(&token.word).is_some() || token.is(Term::First) || token.is(Term::Second)
}

/// A text for a sentence: one line, at most 40 characters.
pub(crate) fn quote(text: &str) -> String {
    Echo::of(text).into()
}
