//! Taxes on an offer: an estimate by year, and what withholding leaves short.
//!
//! Owns the tax tables (data files in `taxes/`, each with its year and source) and the
//! sums on them. Must not know the conversation, the store or Discord. Everything is an
//! estimate of wages alone, with the standard deduction and no credits; it is not advice.

mod estimate;
mod reading;
mod schedule;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod withholding;
mod years;

#[cfg(test)]
pub use estimate::TaxLine;
pub use estimate::{TaxEstimate, TaxNote, TaxPart};
pub use tables::TaxTables;
#[cfg(test)]
pub use withholding::GapPart;
pub use withholding::WithholdingGap;
pub use years::{Supplement, SupplementKind, YearTax};

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::echo::Echo;
use crate::market::{Place, State};

/// Filing status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Filing {
    /// Alone.
    #[default]
    Single,
    /// Married, filing jointly.
    Joint,
}

impl Filing {
    /// The stable key: `single`, `joint`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Joint => "joint",
        }
    }
}

/// A text that names no filing status.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the filing status must be single or joint, not \"{0}\"")]
pub struct UnknownFiling(pub Echo);

impl FromStr for Filing {
    type Err = UnknownFiling;

    /// `single`, `joint`, `jointly`, `married`, `married filing jointly`, `mfj`.
    fn from_str(text: &str) -> Result<Self, UnknownFiling> {
        match text.trim().to_lowercase().as_str() {
            "single" | "alone" | "unmarried" => Ok(Self::Single),
            "joint" | "jointly" | "married" | "mfj" | "married filing jointly" | "married, filing jointly" => {
                Ok(Self::Joint)
            }
            _ => Err(UnknownFiling(Echo::of(text))),
        }
    }
}

/// Whose taxes: filing status and where they live.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filer {
    /// Filing status.
    pub filing: Filing,
    /// The state of residence, where one is known.
    pub state: Option<State>,
    /// Whether they live in New York City, which taxes its residents.
    pub new_york_city: bool,
}

impl Filer {
    /// Someone who lives where the job is.
    pub fn living_at(place: &Place, filing: Filing) -> Self {
        Self { filing, state: place.state(), new_york_city: *place == Place::Nyc }
    }
}
