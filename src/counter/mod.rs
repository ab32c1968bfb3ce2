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
pub use ladder::Rung;
pub use limits::{Limit, Limits, SetBy};
pub use packages::Package;
pub use plan::{Plan, plan};

use std::fmt;

use crate::money::Money;
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

    /// The offer as it would be with these figures.
    pub fn applied_to(&self, offer: &Offer) -> Offer {
        Offer { base: self.base, sign_on: self.sign_on, grant: offer.grant.of_value(self.grant), ..offer.clone() }
    }
}

impl fmt::Display for Ask {
    /// As people say it, without what is zero: `a base of $212,500, a sign-on of $90,000 in
    /// year 1 and $60,000 in year 2, and $450,000 in stock`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = vec![format!("a base of {}", self.base)];
        parts.extend(self.sign_on.words().map(|words| format!("a sign-on of {words}")));
        if !self.grant.is_zero() {
            parts.push(format!("{} in stock", self.grant));
        }
        f.write_str(&listed(&parts))
    }
}

/// `a`, `a and b`, `a, b, and c`; a comma too after an `a` with an "and" of its own.
pub fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] if !first.contains(" and ") => format!("{first} and {second}"),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
    }
}
