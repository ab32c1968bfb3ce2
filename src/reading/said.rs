//! What came of a letter: its answers, each with the words it is from, and what it says besides them.

use super::{Answer, Doubt, Problem, StatedTotal};
use crate::market::Role;
use crate::money::Money;
use crate::offer::{Payment, Repayment};

/// One answer of a letter, with the words it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What was understood.
    pub answer: Answer,
    /// The sentence or line, at most 120 characters: of a longer one what stands around the figure.
    pub quote: String,
    /// The words of year 2 of a sign-on, of the price of a share, of what is owed back, where they stand elsewhere.
    pub also: Option<String>,
}

/// What came of a letter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LetterReading {
    /// What was understood, in the order of the fields.
    pub found: Vec<Found>,
    /// What can be meant in two ways, each with its sentence.
    pub doubts: Vec<(Doubt, String)>,
    /// Sentences and lines with amounts or days that were not used, as they stand in the letter.
    pub unread: Vec<String>,
    /// What stands in the way of an answer.
    pub problems: Vec<Problem>,
    /// What is said besides the answers of the offer.
    pub besides: Besides,
}

/// Something said, with the words it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted<T> {
    /// What was understood.
    pub what: T,
    /// The sentence or line, at most 120 characters: of a longer one what stands around the figure.
    pub quote: String,
}

/// What a letter says that is no answer of the offer, or only half of one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Besides {
    /// The job family, as its name: `SDM`.
    pub role: Option<Quoted<Role>>,
    /// The code of another currency than the US dollar (`CAD`), whose figures are no answers.
    pub currency: Option<Quoted<String>>,
    /// The place as it is written, also where it is a known one.
    pub place: Option<Quoted<String>>,
    /// The posting's own range of base, dollars a year.
    pub posted_base: Option<Quoted<(Money, Money)>>,
    /// Totals of several parts together, in the order of the text, dollars: never a field of the offer.
    pub totals: Vec<Quoted<StatedTotal>>,
    /// How the sign-on is paid, also where its repayment is not said.
    pub sign_on_paid: Option<Quoted<Payment>>,
    /// What is owed back of the sign-on, also where its payment is not said.
    pub sign_on_repaid: Option<Quoted<Repayment>>,
    /// Shares of the grant, also where no price is said.
    pub shares: Option<Quoted<u32>>,
    /// Dollars a share, where they are said.
    pub share_price: Option<Quoted<Money>>,
    /// The parts of the grant that vest in each year, as they are told, also where they are the usual ones: `5/15/40/40`.
    pub vesting: Option<Quoted<String>>,
}
