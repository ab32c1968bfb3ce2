//! Two ends of pay.

use crate::money::{Money, MoneyError};

/// Two ends of pay, dollars of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The lower end.
    pub low: Money,
    /// The upper end, above the lower.
    pub high: Money,
}

/// Why two texts in a data file are no range; the display goes on after the key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum RangeError {
    #[error("has \"{text}\": {cause}; write an amount such as \"180,000\"")]
    Amount { text: String, cause: MoneyError },
    #[error("goes from {low} to {high}: the lower end must be above zero and below the upper one")]
    Order { low: Money, high: Money },
}

impl Range {
    /// Halfway between the ends.
    pub fn middle(self) -> Money {
        (self.low + self.high).split(2)
    }

    /// Whether an amount is between the ends, or one of them.
    pub fn contains(self, amount: Money) -> bool {
        (self.low..=self.high).contains(&amount)
    }

    /// The ends as a data file has them.
    pub(super) fn read([low, high]: &[String; 2]) -> Result<Self, RangeError> {
        let (low, high) = (read_amount(low)?, read_amount(high)?);
        if low.is_positive() && low < high { Ok(Self { low, high }) } else { Err(RangeError::Order { low, high }) }
    }
}

/// An amount as a data file has it.
pub(super) fn read_amount(text: &str) -> Result<Money, RangeError> {
    text.parse().map_err(|cause| RangeError::Amount { text: text.to_owned(), cause })
}
