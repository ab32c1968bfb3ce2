//! Which sum a stated total is of: one year's, the average of the four, or all four together.

use super::amounts::in_thousands;
use super::lexicon::Term;
use super::part::says_four_years;
use super::phrases::has;
use super::ties::year_at;
use super::tokens::{Token, clean, cut};
use crate::money::Money;

/// A total that a text states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedTotal {
    /// Dollars.
    pub amount: Money,
    /// Which sum it is, where the text says it.
    pub of: Option<TotalOf>,
}

/// What a total adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TotalOf {
    /// One year's pay, 1 to 4.
    Year(u8),
    /// The average of the four years.
    Average,
    /// All four years.
    FourYears,
}

/// What the words around a figure of a sentence say that it adds up.
pub(crate) fn total_of(sentence: &str, amount: Money) -> Option<TotalOf> {
    let text = clean(sentence);
    let tokens = cut(&text);
    let is_figure = |token: &Token| token.figure().is_some_and(|figure| in_thousands(figure) == amount);
    let at = tokens.iter().position(is_figure)?;
    // "year one comes to $318,000, year two to $330,000": of what stands before it, else of what stands behind it.
    let large = |token: &Token| token.figure().is_some_and(|figure| in_thousands(figure) >= Money::dollars(LEAST));
    let from = tokens[..at].iter().rposition(large).map_or(0, |before| before + 1);
    let until = tokens[at + 1..].iter().position(large).map_or(tokens.len(), |next| at + 1 + next);
    let parted = tokens[at + 1..until].iter().position(|token| token.is_mark_of(&[',', ';']));
    let behind = &tokens[at + 1..parted.map_or(until, |parted| at + 1 + parted)];
    let first = from == 0;
    named(&tokens[from..at]).or_else(|| named(behind).filter(|_| first || parted.is_some() || until == tokens.len()))
}

/// Below this a figure is a count or a year.
const LEAST: i64 = 20_000;

fn named(tokens: &[Token]) -> Option<TotalOf> {
    let year = (0..tokens.len()).find_map(|at| year_at(tokens, at));
    if has(tokens, Term::AverageWord) {
        return Some(TotalOf::Average);
    }
    year.map(TotalOf::Year).or_else(|| says_four_years(tokens).then_some(TotalOf::FourYears))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sentence: &str, amount: i64, expected: Option<TotalOf>) {
        assert_eq!(total_of(sentence, Money::dollars(amount)), expected, "{sentence}");
    }

    #[test]
    fn which_sum_a_total_is_said_to_be() {
        check("First year total: $320,000", 320_000, Some(TotalOf::Year(1)));
        check("Year 1 TC: 320k", 320_000, Some(TotalOf::Year(1)));
        check("Your total compensation in the second year is $330,000", 330_000, Some(TotalOf::Year(2)));
        check("Total comp is $320,000 in year one", 320_000, Some(TotalOf::Year(1)));
        check("TC $320k (yr 1)", 320_000, Some(TotalOf::Year(1)));
        check("Year one comes to $318,000, year two to $330,000", 318_000, Some(TotalOf::Year(1)));
        check("Year one comes to $318,000, year two to $330,000", 330_000, Some(TotalOf::Year(2)));
        check("That is an average of $317,500 a year", 317_500, Some(TotalOf::Average));
        check("Avg TC 317.5k", 317_500, Some(TotalOf::Average));
        check("Average over four years: $317,500", 317_500, Some(TotalOf::Average));
        check("$1.27M over four years", 1_270_000, Some(TotalOf::FourYears));
        check("4 year total: $1,270,000", 1_270_000, Some(TotalOf::FourYears));
        check("Total compensation: $320,000", 320_000, None);
        check("TC of 320k", 320_000, None);
    }
}
