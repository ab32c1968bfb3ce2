//! What to ask for: the counter plan, the opening ask, equal-value packages, the
//! concession ladder.
//!
//! Owns the choice of figures inside each lever's limits. Must not know scripts, the
//! conversation or Discord.

mod approval;
mod figures;
mod ladder;
mod limits;
mod packages;
mod plan;
mod search;
mod steps;
mod vested;

pub use approval::Approval;
pub use figures::Figures;
pub use limits::{Limit, Limits, SetBy};
pub use packages::Package;
pub use plan::{Plan, plan};

use crate::money::{Currency, Money};
use crate::offer::{Offer, SignOn};

/// Figures to ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Base, dollars a year.
    pub base: Money,
    /// Sign-on of each year.
    pub sign_on: SignOn,
    /// Grant, dollars over all vests.
    pub grant: Money,
}

impl Ask {
    /// What is offered now, as an ask.
    pub fn offered(offer: &Offer) -> Self {
        Self { base: offer.base, sign_on: offer.sign_on, grant: offer.grant.value() }
    }

    /// The same figures in a currency.
    #[must_use]
    pub fn in_currency(self, currency: Currency) -> Self {
        Self {
            base: self.base.in_currency(currency),
            sign_on: self.sign_on.in_currency(currency),
            grant: self.grant.in_currency(currency),
        }
    }

    /// The offer as it would be with these figures.
    pub fn applied_to(&self, offer: &Offer) -> Offer {
        Offer { base: self.base, sign_on: self.sign_on, grant: offer.grant.of_value(self.grant), ..offer.clone() }
    }
}
