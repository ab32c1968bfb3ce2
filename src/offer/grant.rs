//! The RSU grant as it was stated: dollars, or shares at a price.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::money::{Currency, Money};

/// A grant of stock. What was given is what is kept; the other side is worked out for display.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grant {
    /// A dollar value over the whole schedule.
    Dollars(Money),
    /// A number of shares, valued at a price a share.
    Shares {
        /// How many shares (units) in all.
        count: u32,
        /// Dollars a share.
        price: Money,
        /// The day that price is from; `None` where the user did not say.
        #[serde(default)]
        priced_on: Option<Date>,
    },
}

impl Grant {
    /// The same grant, its value shown in a currency. Shares are priced in US dollars, whatever the pay is in.
    #[must_use]
    pub fn in_currency(self, currency: Currency) -> Self {
        match self {
            Self::Dollars(value) => Self::Dollars(value.in_currency(currency)),
            Self::Shares { count, price, priced_on } if currency.is_usd() => {
                Self::Shares { count, price: price.in_currency(currency), priced_on }
            }
            Self::Shares { count, price, priced_on } => {
                Self::Shares { count, price: price.said_in(Currency::USD), priced_on }
            }
        }
    }

    /// The most shares that are read as a grant.
    pub const MOST_SHARES: u32 = 10_000_000;

    /// Dollars over the whole schedule, at the stated price.
    pub fn value(self) -> Money {
        match self {
            Self::Dollars(value) => value,
            Self::Shares { count, price, .. } => price.scaled(Decimal::from(count)),
        }
    }

    /// This grant at another value: dollars, or whole shares at the same price (rounded up).
    #[must_use]
    pub fn of_value(self, value: Money) -> Self {
        match self {
            Self::Shares { price, priced_on, .. } if price.is_positive() => {
                let count = value.ratio_to(price).map(|count| count.ceil()).and_then(|count| u32::try_from(count).ok());
                count.map_or(Self::Dollars(value), |count| Self::Shares { count, price, priced_on })
            }
            _ => Self::Dollars(value),
        }
    }
}
