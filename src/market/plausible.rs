//! What figures are usual: one rule for every entrance and for the warnings, so that a slipped zero is asked about
//! instead of kept, and warned of where it was kept.
//!
//! Owns the ranges. They are wide on purpose: they tell a slip of the finger from an
//! offer, and say nothing about what a good offer is. Must not know texts.

use super::{Companies, Level, Range};
use crate::money::Money;

/// Kinds of figures that have a usual range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Figures {
    /// Base, dollars a year.
    Base,
    /// Sign-on of one year, dollars.
    SignOnYear,
    /// The grant, dollars over all vests.
    Grant,
    /// Dollars a share.
    SharePrice,
    /// A sum in dollars that is no pay.
    Sum,
    /// Dollars over four years.
    FourYears,
    /// Total pay of another offer, dollars a year.
    TotalAYear,
}

impl Figures {
    /// Where any offer can be.
    pub(crate) fn widest(self) -> Range {
        let (low, high) = match self {
            Self::Base => (80_000, 550_000),
            Self::SignOnYear => (10_000, 700_000),
            Self::Grant => (75_000, 4_000_000),
            Self::SharePrice => (20, 2_000),
            Self::Sum => (1_000, 20_000_000),
            Self::FourYears => (300_000, 8_000_000),
            Self::TotalAYear => (60_000, 1_200_000),
        };
        Range { low: Money::dollars(low), high: Money::dollars(high) }
    }

    /// Where offers of a level are.
    fn usual(self, level: Option<Level>) -> Range {
        let usual = Companies::asked_for().usual(level);
        let at_level = match self {
            Self::Base => usual.base,
            Self::SignOnYear => usual.sign_on_year,
            Self::Grant => usual.grant,
            Self::SharePrice | Self::Sum | Self::FourYears | Self::TotalAYear => None,
        };
        at_level.unwrap_or_else(|| self.widest())
    }

    /// Whether any offer could have this figure.
    pub(crate) fn possible(self, amount: Money) -> bool {
        self.widest().contains(amount)
    }
}

/// How a figure looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// As usual.
    Usual,
    /// As if zeros slipped; this would be usual.
    Slipped(Money),
    /// Possible, and not usual at its level, whatever the zeros.
    Unusual,
    /// Far from anything, whatever the zeros.
    Odd,
}

/// Looks at a figure. Factors of ten are tried before hundreds and thousands.
pub(crate) fn look(figures: Figures, amount: Money, level: Option<Level>) -> Look {
    let usual = figures.usual(level);
    // What is usual is known in US dollars only.
    if !amount.currency().is_usd() || usual.contains(amount) {
        return Look::Usual;
    }
    let others = if figures == Figures::SharePrice {
        // A price loses its decimal point more often than a digit.
        [amount.split(100), amount * 10, amount.split(10), amount * 100, amount.split(1_000), amount * 1_000]
    } else {
        [amount * 10, amount.split(10), amount * 1_000, amount.split(1_000), amount * 100, amount.split(100)]
    };
    match others.into_iter().find(|other| usual.contains(*other)) {
        Some(likely) => Look::Slipped(likely),
        None if figures.possible(amount) => Look::Unusual,
        None => Look::Odd,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(figures: Figures, amount: i64, level: Option<Level>, expected: Look) {
        assert_eq!(look(figures, Money::dollars(amount), level), expected, "{figures:?} {amount}");
    }

    #[test]
    fn slipped_zeros_are_seen() {
        let slipped = |amount| Look::Slipped(Money::dollars(amount));
        check(Figures::Base, 185_000, None, Look::Usual);
        check(Figures::Base, 18_500, None, slipped(185_000));
        check(Figures::Base, 1_850_000, None, slipped(185_000));
        check(Figures::Base, 185, None, slipped(185_000));
        check(Figures::Base, 1, None, Look::Odd);
        check(Figures::Grant, 40_000, None, slipped(400_000));
        check(Figures::SignOnYear, 9_000, None, slipped(90_000));
        check(Figures::SignOnYear, 900_000, None, slipped(90_000));
        check(Figures::SharePrice, 18_250, None, Look::Slipped(Money::dollars(1_825).split(10)));
        check(Figures::Grant, 2_200_000, None, Look::Usual);
        check(Figures::Grant, 2_200_000, Some(Level::l6()), slipped(220_000));
    }

    #[test]
    fn what_is_not_usual_at_its_level_is_seen() {
        check(Figures::Base, 400_000, Some(Level::l6()), Look::Unusual);
        check(Figures::Base, 450_000, Some(Level::l6()), Look::Unusual);
        check(Figures::Base, 400_000, Some(Level::l7()), Look::Usual);
        check(Figures::Base, 400_000, None, Look::Usual);
        check(Figures::SignOnYear, 650_000, Some(Level::l7()), Look::Slipped(Money::dollars(65_000)));
        check(Figures::SignOnYear, 400_000, Some(Level::l7()), Look::Usual);
    }
}
