//! Where one component sits in its range.
//!
//! A component's range is wider or narrower than the total's, so it gets a place
//! in the range and never a percentile of its own.

use crate::market::Range;
use crate::money::Money;

/// A place in a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Position {
    /// Under the lower end.
    Below,
    /// In the lower third.
    LowerThird,
    /// In the middle third.
    Middle,
    /// In the upper third, up to and with the upper end.
    UpperThird,
    /// Over the upper end.
    Above,
}

impl Position {
    /// Where an amount sits.
    pub fn of(amount: Money, range: Range) -> Self {
        let third = (range.high - range.low).split(3);
        if amount < range.low {
            Self::Below
        } else if amount > range.high {
            Self::Above
        } else if amount < range.low + third {
            Self::LowerThird
        } else if amount <= range.high - third {
            Self::Middle
        } else {
            Self::UpperThird
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirds() {
        let range = Range { low: Money::dollars(180_000), high: Money::dollars(220_000) };
        for (amount, expected) in [
            (179_999, Position::Below),
            (180_000, Position::LowerThird),
            (193_333, Position::LowerThird),
            (193_334, Position::Middle),
            (200_000, Position::Middle),
            (206_667, Position::UpperThird),
            (220_000, Position::UpperThird),
            (220_001, Position::Above),
        ] {
            assert_eq!(Position::of(Money::dollars(amount), range), expected, "{amount}");
        }
    }
}
