//! One figure of a sign-on for two years: what a reply makes of it.
//!
//! Must not know which doubt is asked about.

use super::said::Said;
use crate::money::Money;
use crate::reading::lexicon::Term;

/// What one sign-on figure for two years is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Split {
    FirstYear,
    Halves,
    EachYear,
    Sum,
}

/// What a reply makes of it, where it means one thing.
pub(super) fn split_meant(said: &Said) -> Option<Split> {
    if said.has(Term::SaidNot) {
        // "Nothing in year 2."
        let second = said.has(Term::SaidOneSecond);
        return (second && !said.has(Term::SaidHalf) && !said.has(Term::SaidSum) && !said.has(Term::SaidEach))
            .then_some(Split::FirstYear);
    }
    match (said.has(Term::SaidHalf), said.has(Term::SaidSum), said.has(Term::SaidEach)) {
        (true, _, _) => Some(Split::Halves),
        (false, true, false) => Some(Split::Sum),
        (false, false, true) => (!said.has(Term::SaidFirst) || said.has(Term::SaidSecond)).then_some(Split::EachYear),
        (false, false, false) => (said.has(Term::SaidFirst) && !said.has(Term::SaidSecond)).then_some(Split::FirstYear),
        (false, true, true) => None,
    }
}

/// Both years of a sum, one of which is told.
pub(super) fn split(sum: Money, part: Money, of_second: bool) -> String {
    let rest = sum - part;
    let (first, second) = if of_second { (rest, part) } else { (part, rest) };
    format!("{first} / {second}")
}

/// Whether a reply has this figure, in dollars or in thousands.
pub(super) fn names(text: &str, amount: Money) -> bool {
    let figures = text
        .split_whitespace()
        .filter_map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '$').parse::<Money>().ok());
    figures.into_iter().any(|figure| figure == amount || figure * 1_000 == amount)
}
