//! A part of a message that is about one field: its amounts, and the words that are left.
//!
//! Owns which words are harmless beside a figure and which change its meaning. Must not
//! know what a field accepts.

use super::tokens::{Figure, Kind, Token};
use super::{Amount, AmountProblem, Problem};
use crate::echo::Echo;
use crate::money::{Money, MoneyError};

/// Tokens of one field, in order, with the clean text they were cut from.
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

/// Words that say nothing by themselves.
#[rustfmt::skip]
const FILLER: &[&str] = &[
    "a", "about", "ah", "all", "am", "amazon", "amazons", "an", "and", "approx", "approximately", "are", "around",
    "as", "at", "be", "believe", "bonus", "dollars", "exactly", "for", "from", "gave", "get", "getting", "give",
    "got", "guess", "had", "has", "have", "heres", "hey", "hi", "hello", "i", "id", "im", "in", "is", "it", "its",
    "ive", "just", "lol", "me", "my", "of", "offer", "offered", "offering", "offers", "oh", "ok", "okay", "on",
    "our", "paid", "please", "pls", "recruiter", "roughly", "said", "say", "saying", "says", "so", "thank", "thanks",
    "that", "thats", "the", "their", "theirs", "them", "there", "they", "theyre", "think", "this", "to", "total",
    "uh", "um", "usd", "bucks", "us", "was", "we", "well", "will", "with", "would", "yeah", "yep", "yes", "yup",
    "guaranteed", "gross", "cash", "figure", "number", "comes", "like", "package", "letter",
];

/// Words that make a figure beside them mean something else.
#[rustfmt::skip]
const CHANGING: &[&str] = &[
    "not", "isnt", "wasnt", "arent", "half", "double", "twice", "month", "months", "monthly", "mo", "hour", "hourly",
    "hr", "week", "weekly", "biweekly", "minus", "less", "between", "or", "maybe", "perhaps", "max", "maximum", "up",
    "least", "most", "previous", "previously", "old", "current", "currently", "before", "instead", "want", "wanted",
    "asking", "asked", "ask", "hope", "hoping", "counter", "countered", "vs", "versus", "if", "unless", "except",
    "than", "without", "until", "range", "target", "midpoint", "per", "base", "salary", "stock", "rsu", "rsus",
    "shares", "units", "equity", "plus", "bands", "band", "unsure", "never", "dont", "didnt", "wont", "no", "raise",
];

/// Words for a year's figure.
pub(crate) const YEARLY: &[&str] =
    &["year", "years", "yr", "yrs", "annual", "annually", "yearly", "annum", "pa", "y", "each", "every"];

const NUMBER_WORDS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// The number a word names, one to ten.
pub(crate) fn number_word(word: &str) -> Option<i64> {
    (1..).zip(NUMBER_WORDS).find(|(_, name)| *name == word).map(|(number, _)| number)
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
        quote(self.text())
    }

    /// Whether one of these words stands here.
    pub(crate) fn has(&self, words: &[&str]) -> bool {
        self.tokens.iter().any(|token| token.is_word(words))
    }

    /// Whether these words stand here one after the other.
    pub(crate) fn has_phrase(&self, phrase: &str) -> bool {
        let words: Vec<&str> = phrase.split(' ').collect();
        self.tokens
            .windows(words.len())
            .any(|run| run.iter().zip(&words).all(|(token, word)| token.kind == Kind::Word && token.word == *word))
    }

    /// Whether there is a word at all that is not filler.
    pub(crate) fn says_something(&self) -> bool {
        self.tokens.iter().any(|token| match token.kind {
            Kind::Word => !FILLER.contains(&token.word.as_str()),
            Kind::Mark(_) | Kind::Break => false,
            _ => true,
        })
    }

    /// The amounts with their places: numbers that only count years are none.
    pub(crate) fn amounts(&self) -> Vec<(usize, &Figure)> {
        (0..self.tokens.len())
            .filter(|index| !self.counts_years(*index))
            .filter_map(|index| self.tokens[index].figure().map(|figure| (index, figure)))
            .collect()
    }

    /// Whether the number there belongs to "year 1", "4 years", "x 2".
    pub(crate) fn counts_years(&self, index: usize) -> bool {
        let Some(figure) = self.tokens[index].figure().filter(|figure| figure.bare && !figure.negative) else {
            return false;
        };
        let small = figure.value <= Money::dollars(10) && figure.value.amount().fract().is_zero();
        let year = |at: Option<usize>| {
            at.and_then(|at| self.tokens.get(at))
                .is_some_and(|token| token.is_word(&["year", "years", "yr", "yrs", "y", "yrly"]))
        };
        let times = index.checked_sub(1).is_some_and(|at| self.tokens[at].is_word(&["x", "times"]));
        small && (year(index.checked_sub(1)) || year(Some(index + 1)) || times)
    }

    /// What stands beside the figures, other than filler and the words this field knows.
    pub(crate) fn beside(&self, known: &[&str]) -> Beside {
        let mut unread = Vec::new();
        for token in &self.tokens {
            let word = token.word.as_str();
            let understood = match token.kind {
                Kind::Word => {
                    known.contains(&word)
                        || (FILLER.contains(&word) && !CHANGING.contains(&word))
                        || is_year_count(word)
                }
                Kind::DateLike => false,
                _ => true,
            };
            if understood {
                continue;
            }
            if CHANGING.contains(&word) || token.kind == Kind::DateLike {
                return Beside::Changing(word.to_owned());
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
            Kind::Foreign => Some(AmountProblem::Foreign as fn(String) -> AmountProblem),
            Kind::Unclear(MoneyError::TooLarge) => Some(AmountProblem::TooLarge),
            Kind::Unclear(_) => Some(AmountProblem::Unclear),
            Kind::Figure(figure) if figure.negative && !figure.value.is_zero() => Some(AmountProblem::Negative),
            Kind::Figure(figure) if figure.percent => Some(AmountProblem::Percentage),
            Kind::Word | Kind::Figure(_) | Kind::DateLike | Kind::Mark(_) | Kind::Break => None,
        })?;
        Some(Problem::Amount(amount, refuse(self.quote())))
    }
}

fn is_year_count(word: &str) -> bool {
    number_word(word).is_some() || matches!(word, "first" | "second" | "1st" | "2nd")
}

/// Whether these tokens start with the words of a phrase.
pub(crate) fn starts_with(tokens: &[Token], phrase: &str) -> bool {
    let Some(first) = tokens.first() else { return false };
    // Most phrases fail on their first letter: this keeps long texts quick.
    if first.word.as_bytes().first() != phrase.as_bytes().first() {
        return false;
    }
    let mut tokens = tokens.iter();
    phrase.split(' ').all(|word| tokens.next().is_some_and(|token| token.kind == Kind::Word && token.word == word))
}

/// A text for a sentence: one line, at most 40 characters.
pub(crate) fn quote(text: &str) -> String {
    Echo::of(text).into()
}
