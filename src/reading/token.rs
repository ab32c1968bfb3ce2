//! A piece of a text: what it is, where it stands, and what it means by itself.
//!
//! Must not know how a text is cut.

use super::lexicon::{Term, Terms};
use crate::money::{Money, MoneyError};

/// The code of the currency that is counted in.
pub(crate) const DOLLARS: &str = "USD";

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    /// A number that can be an amount, a count, a day or a year.
    Figure(Figure),
    /// Digits that are no one number: `18,50`, `1.200.000`.
    Unclear(MoneyError),
    /// A sign or name of another currency, by its code.
    Foreign(String),
    /// A figure that stands for many: `200s`.
    Vague,
    /// A word; also `14th`, `5pm`, `l6`.
    Word,
    /// Digits written as a date: `2027-03-14`, `3/14/2027`, `14.3.2027`.
    DateLike,
    /// Any other printing sign that matters.
    Mark(char),
    /// The end of a line.
    Break,
}

/// A number as typed.
#[expect(clippy::struct_excessive_bools, reason = "independent marks around a number, not states of one thing")]
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    /// Its value, with `k` or `m` applied.
    pub(crate) value: Money,
    /// Neither `k`, `m` nor a dollar sign: thousands may be meant.
    pub(crate) bare: bool,
    /// Written as dollars: `$185`, `185 usd`.
    pub(crate) dollars: bool,
    /// Written with `k`, `thousand`, `m` or `million`.
    pub(crate) scaled: bool,
    /// A minus sign stands before it.
    pub(crate) negative: bool,
    /// A percent sign stands after it.
    pub(crate) percent: bool,
}

/// A piece of a text, with where it stands in it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    /// The text in lower case; words without apostrophes.
    pub(crate) word: String,
    /// Bytes of the text it was cut from.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// What the word means by itself.
    pub(crate) terms: &'static Terms,
    /// What the phrases that start with it mean.
    pub(crate) begins: &'static Terms,
}

impl Token {
    /// The number, where it is one.
    pub(crate) fn figure(&self) -> Option<&Figure> {
        match &self.kind {
            Kind::Figure(figure) => Some(figure),
            _ => None,
        }
    }

    /// Whether this is the given sign.
    pub(crate) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// Whether this is a word that means `term` by itself.
    pub(crate) fn is(&self, term: Term) -> bool {
        self.terms.has(term)
    }

    /// Whether the sign is one of these.
    pub(crate) fn is_mark_of(&self, marks: &[char]) -> bool {
        matches!(self.kind, Kind::Mark(mark) if marks.contains(&mark))
    }

    /// Whether it is another currency.
    pub(crate) fn is_foreign(&self) -> bool {
        matches!(self.kind, Kind::Foreign(_))
    }
}
