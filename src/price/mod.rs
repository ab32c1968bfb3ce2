//! A share price from a source that the operator configures (`PRICE_URL`).
//!
//! Owns what such a source may answer (`reading`, pure) and how it is asked (`source`, async:
//! the one shell here). Must not know offers. Nothing is ever fetched unless it is asked for,
//! and without a source everything else works: a user types the price.

mod reading;
mod source;
#[cfg(test)]
mod tests;

pub use reading::{Misread, parse_price};
pub use source::{PriceSource, SharePrices};

use std::error::Error;
use std::sync::Arc;

use jiff::civil::Date;

use crate::money::Money;

/// A share price of a day. Shown always with its date and source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharePrice {
    /// Dollars a share.
    pub price: Money,
    /// The day it is of.
    pub date: Date,
    /// Where it is from: the name of the server asked.
    pub source: String,
}

impl SharePrice {
    /// `$182.50 a share on November 20, 2026 (prices.example)`.
    pub fn words(&self) -> String {
        format!("{} a share on {} ({})", self.price, self.date.strftime("%B %-d, %Y"), self.source)
    }
}

/// Why there is no price. The display is a sentence for the user; neither it nor what lies below
/// it ever holds the address, which can carry the operator's key.
#[derive(Clone, Debug, thiserror::Error)]
pub enum PriceError {
    /// The configured address can't be used: for the operator.
    #[error("PRICE_URL must be an http or https address, such as https://prices.example/amzn.json")]
    Address,
    /// No answer in time.
    #[error("the share price source took too long; type the price yourself, for example 182.50")]
    TimedOut,
    /// No connection.
    #[error("the share price source can't be reached; type the price yourself, for example 182.50")]
    Unreachable(#[source] Arc<dyn Error + Send + Sync>),
    /// An answer that is no success.
    #[error("the share price source answered {0}; type the price yourself, for example 182.50")]
    Status(u16),
    /// Over 64 KiB.
    #[error("the share price source answered more than a price; type the price yourself, for example 182.50")]
    TooLarge,
    /// An answer that can't be read: what is wrong with it.
    #[error("the share price source's answer can't be read ({0}); type the price yourself, for example 182.50")]
    Unreadable(#[from] Misread),
}
