//! What a text says, thing by thing, before it is known whether it says it once.
//!
//! Owns the claims and where each is from. Must not know how they are weighed.

use jiff::civil::Date;

use super::Problem;
use super::text::Age;
use crate::market::{Place, Role};
use crate::money::Money;
use crate::offer::{Field, Level, OtherOffer, Payment, Repayment, Schedule};

/// One thing said.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Claim {
    Level(u32),
    Title(Level),
    Role(Role),
    Place(Place),
    Base(Money),
    /// A figure of a month, two weeks or an hour, and what a year of it comes to.
    BaseOfPeriod {
        said: Money,
        a_year: Money,
    },
    /// A year's sign-on, where the year is said.
    SignOn {
        year: Option<u8>,
        amount: Money,
    },
    /// Both years' sign-on together.
    SignOnTotal(Money),
    /// A sign-on that comes with the first pay: the first year's, where another is the second's.
    SignOnAtStart(Money),
    /// What payments by the month come to, in a message: asked about before it counts. Of no year: of each.
    SignOnOfMonths {
        year: Option<u8>,
        amount: Money,
    },
    /// The sign-on of both years, in each of them.
    SignOnEach(Money),
    NoSignOn,
    Shares(u32),
    SharePrice(Money),
    /// The day that a price is of.
    PricedOn(Date),
    GrantValue(Money),
    GrantPerYear(Money),
    NoGrant,
    Vesting(Schedule),
    Start(Date),
    ReplyBy(Date),
    Payment(Payment),
    Repayment(Repayment),
    Written(bool),
    LeftBehind(Money),
    WalkAway {
        amount: Money,
        /// Said to be of one year, or of four.
        years: Option<u8>,
    },
    Competing(OtherOffer),
    /// "None", said of a field that may be passed.
    Nothing(Field),
    /// Several parts together: never a field.
    Total(Money),
    Posted(Money, Money),
}

/// A claim with where it is from.
#[derive(Clone, Debug)]
pub(crate) struct Sourced {
    pub(crate) claim: Claim,
    pub(crate) sentence: usize,
    pub(crate) age: Age,
}

/// What came of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) claims: Vec<Claim>,
    pub(crate) problems: Vec<Problem>,
    /// An amount or a day was not used.
    pub(crate) left: bool,
    /// Which tokens were understood.
    pub(crate) used: Vec<bool>,
}

impl Outcome {
    /// Nothing yet, of a sentence of so many tokens.
    pub(crate) fn of(tokens: usize) -> Self {
        Self { used: vec![false; tokens], ..Self::default() }
    }

    /// Marks tokens as understood.
    pub(crate) fn take(&mut self, from: usize, until: usize) {
        for used in self.used.iter_mut().take(until).skip(from) {
            *used = true;
        }
    }
}
