//! What was offered: the complete [`Offer`], the [`OfferDraft`] it grows from, its
//! [`Grant`], and the user's [`Facts`] for scripts.
//!
//! Owns the shapes and what can be read off them without a market. Must not know
//! pay bands, percentiles, the conversation that fills a draft, or Discord.

mod component;
mod draft;
mod facts;
mod grant;
mod other;
mod record;
mod told;

pub use component::Component;
pub use draft::{Field, FieldKind, OfferDraft};
pub use facts::{Fact, FactKind, Facts, UnknownFact};
pub use grant::Grant;
pub use other::{Firmness, OtherFigures, OtherOffer};
pub use record::{OfferId, OfferRecord};
pub use told::Told;

pub use crate::market::{Level, Schedule, ScheduleTextError, read_amazon_schedule, read_schedule};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::market::{Cell, CompanyName, Place, Role};
use crate::money::{Currency, Money};

/// One complete offer, as the user stated it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// Whose offer it is.
    #[serde(default, skip_serializing_if = "CompanyName::is_asked_for")]
    pub company: CompanyName,
    /// The job family.
    #[serde(default, skip_serializing_if = "Role::is_software")]
    pub role: Role,
    /// What its figures are in.
    #[serde(default, skip_serializing_if = "Currency::is_usd")]
    pub currency: Currency,
    /// The level.
    pub level: Level,
    /// Where the job is.
    pub place: Place,
    /// Base salary, dollars a year.
    pub base: Money,
    /// Sign-on bonus of both years.
    pub sign_on: SignOn,
    /// The RSU grant, worth over all vests together.
    pub grant: Grant,
    /// When the grant vests.
    #[serde(default)]
    pub schedule: Schedule,
    /// First day of work.
    #[serde(default)]
    pub start_date: Option<Date>,
    /// Last day to answer.
    #[serde(default)]
    pub reply_by: Option<Date>,
    /// How the sign-on is paid and repaid; `None` while unknown.
    #[serde(default)]
    pub sign_on_terms: Option<SignOnTerms>,
    /// Unvested stock left behind at the current employer, dollars; a lost bonus is a fact of its own.
    #[serde(default)]
    pub left_behind: Option<Money>,
    /// Other companies' offers and processes that scripts may speak of. They are the user's and the same for all of
    /// their offers, so they are kept beside them and put in here; a document of before holds them itself.
    #[serde(default, skip_serializing)]
    pub competing: Vec<OtherOffer>,
    /// The least the user would take, dollars over four years. In sums only: never in a script.
    #[serde(default)]
    pub walk_away: Option<Money>,
    /// Whether the offer is in writing; `None` while unknown.
    #[serde(default)]
    pub written: Option<bool>,
}

/// The sign-on bonus, dollars in each of its two years.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOn {
    /// Paid in year 1.
    pub year_1: Money,
    /// Paid in year 2.
    pub year_2: Money,
}

impl SignOn {
    /// The same figures, shown in a currency.
    #[must_use]
    pub fn in_currency(self, currency: Currency) -> Self {
        Self { year_1: self.year_1.in_currency(currency), year_2: self.year_2.in_currency(currency) }
    }

    /// Both years together: what "sign-on total" means everywhere.
    pub fn total(self) -> Money {
        self.year_1 + self.year_2
    }
}

/// How a sign-on bonus is paid out, and what leaving early costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOnTerms {
    /// Lump sum or monthly.
    pub payment: Payment,
    /// What is owed back on leaving within the year it is for.
    pub repayment: Repayment,
}

/// When the sign-on money arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Payment {
    /// All of a year's sign-on at the start of that year.
    LumpSum,
    /// A twelfth with each month's pay; it stops on leaving.
    Monthly,
}

/// What of a lump sum is owed back on leaving within its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repayment {
    /// Nothing.
    Nothing,
    /// The part of the year not worked.
    ProRata,
    /// All of that year's sign-on.
    Full,
    /// Nothing is said of it.
    NotSaid,
}

impl Offer {
    /// The market cell it belongs to.
    pub fn cell(&self) -> Cell<'_> {
        Cell {
            company: &self.company,
            role: &self.role,
            level: self.level,
            place: &self.place,
            currency: self.currency,
        }
    }

    /// Offered pay at a flat share price, over four years: base x 4 + sign-ons + grant.
    pub fn four_year_total(&self) -> Money {
        self.base * 4 + self.sign_on.total() + self.vested_in_four_years()
    }

    /// The part of the grant that vests within 48 months, at the grant's price.
    pub fn vested_in_four_years(&self) -> Money {
        self.schedule.year_amounts(self.grant.value()).into_iter().sum()
    }
}
