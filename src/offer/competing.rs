//! Other offers the user holds, and how firm each one is.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::money::Money;

/// Another employer's offer or process, as the user entered it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompetingOffer {
    /// The employer's name as typed.
    pub company: String,
    /// How firm it is: decides what a script may say of it.
    pub firmness: Firmness,
    /// Total pay, dollars a year on average, where known.
    #[serde(default)]
    pub a_year: Option<Money>,
    /// The last day to answer it, where known.
    #[serde(default)]
    pub reply_by: Option<Date>,
}

/// How firm a competing offer is, firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Firmness {
    /// In writing.
    Written,
    /// Said, not written.
    Verbal,
    /// Interviews are under way; nothing is offered.
    InProcess,
}

impl Firmness {
    /// All of them, firmest first.
    pub const ALL: [Self; 3] = [Self::Written, Self::Verbal, Self::InProcess];

    /// The stable key: `written`, `verbal`, `in_process`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Verbal => "verbal",
            Self::InProcess => "in_process",
        }
    }
}
