//! Where an offer stands in its band.

use jiff::civil::Date;

use super::Position;
use crate::market::Percentile;
use crate::money::Money;

/// Where an offer stands in its band.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The percentile of the four-year average.
    pub percentile: Percentile,
    /// Base in its range.
    pub base: Position,
    /// Two-year sign-on in its range.
    pub sign_on: Position,
    /// Grant in its range.
    pub grant: Position,
    /// The percentile aimed for.
    pub target: u8,
    /// The four-year total at that percentile.
    pub target_total: Money,
    /// Dollars over four years from the offer to the target; zero where it is reached.
    pub gap: Money,
    /// The day the band's figures stand for.
    pub bands_as_of: Date,
    /// Whether they are older than 18 months.
    pub bands_are_old: bool,
}
