//! The figures a lever can take: what is offered, then multiples of $500 up to its limit.
//!
//! Inside the search everything is whole cents in `i64`: exact, and fast enough to look at
//! thousands of asks. [`Money`] comes in and goes out at the edges.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::money::Money;

/// Asks are multiples of $500, here in cents: figures a person can say.
pub(super) const STEP: i64 = 50_000;
/// Far beyond any amount in an offer, and small enough to add up without overflow.
pub(super) const FAR: i64 = 1_000_000_000_000_000;

/// An amount in whole cents.
pub(super) fn cents(amount: Money) -> i64 {
    let cents = amount.amount().saturating_mul(Decimal::ONE_HUNDRED).round();
    cents.to_i64().unwrap_or(FAR).clamp(-FAR, FAR)
}

/// Whole cents as an amount.
pub(super) fn money(cents: i64) -> Money {
    Money::exact(Decimal::new(cents, 2))
}

/// The quotient, rounded up.
pub(super) fn divide_up(amount: i64, by: i64) -> i64 {
    -(-amount).div_euclid(by)
}

/// The figures of one lever, in cents: as offered, or a multiple of $500 from `first` to `top`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Steps {
    /// What is offered.
    pub(super) offered: i64,
    /// The least multiple of $500 that may be asked for.
    first: i64,
    /// The greatest figure.
    pub(super) top: i64,
}

impl Steps {
    /// From what is offered up to a limit.
    pub(super) fn new(offered: i64, cap: i64) -> Self {
        Self::from_first(offered, divide_up(offered, STEP) * STEP, cap)
    }

    /// As [`Steps::new`], where changing at all takes at least `first`, a multiple of $500.
    pub(super) fn from_first(offered: i64, first: i64, cap: i64) -> Self {
        let highest = cap.div_euclid(STEP) * STEP;
        Self { offered, first, top: if highest >= first { highest } else { offered } }
    }

    /// Whether anything but the offered figure is possible.
    pub(super) fn has_room(self) -> bool {
        self.top > self.offered
    }

    /// The greatest figure that is at most `amount`; what is offered where even that is more.
    pub(super) fn at_most(self, amount: i64) -> i64 {
        let amount = amount.min(self.top);
        if amount < self.first { self.offered } else { amount.div_euclid(STEP) * STEP }
    }

    /// The least figure that is at least `amount`, if there is one.
    pub(super) fn at_least(self, amount: i64) -> Option<i64> {
        if amount <= self.offered {
            return Some(self.offered);
        }
        let figure = (divide_up(amount, STEP) * STEP).max(self.first);
        (figure <= self.top).then_some(figure)
    }

    /// How many figures there are.
    pub(super) fn count(self) -> i64 {
        if !self.has_room() {
            return 1;
        }
        (self.top - self.first) / STEP + 1 + i64::from(self.first > self.offered)
    }

    /// The figures in rising order: number 0 is what is offered.
    pub(super) fn figure(self, index: i64) -> i64 {
        if index <= 0 {
            return self.offered;
        }
        self.first + (index - i64::from(self.first > self.offered)) * STEP
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(steps: Steps) -> Vec<i64> {
        (0..steps.count()).map(|index| steps.figure(index)).collect()
    }

    #[test]
    fn the_offered_figure_then_multiples_of_500() {
        assert_eq!(all(Steps::new(100_000, 210_000)), [100_000, 150_000, 200_000]);
        assert_eq!(all(Steps::new(100_001, 210_000)), [100_001, 150_000, 200_000]);
        assert_eq!(all(Steps::new(100_001, 149_999)), [100_001]);
        assert_eq!(all(Steps::new(100_000, 100_000)), [100_000]);
        assert_eq!(all(Steps::new(0, 50_000)), [0, 50_000]);
        assert_eq!(all(Steps::from_first(100_001, 200_000, 250_000)), [100_001, 200_000, 250_000]);
    }

    #[test]
    fn at_most_and_at_least_are_the_nearest_figures() {
        for steps in
            [Steps::new(100_001, 210_000), Steps::new(100_000, 200_000), Steps::from_first(20_001, 150_000, 200_000)]
        {
            let figures = all(steps);
            for amount in (0..250_000).step_by(9_999).chain([50_000, 100_000, 100_001, 150_000, 200_000]) {
                let below = figures.iter().copied().filter(|figure| *figure <= amount).max();
                assert_eq!(steps.at_most(amount), below.unwrap_or(steps.offered), "{amount}");
                assert_eq!(
                    steps.at_least(amount),
                    figures.iter().copied().find(|figure| *figure >= amount),
                    "{amount}"
                );
            }
        }
    }

    #[test]
    fn cents_go_in_and_out_exactly() {
        for text in ["0", "0.01", "185,000.75", "1000000000"] {
            let amount: Money = text.parse().expect("an amount");
            assert_eq!(money(cents(amount)), amount);
        }
    }
}
