//! The parts of an offer that can be asked for.

use serde::Serialize;
use strum::VariantArray;

/// A part of an offer that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, VariantArray)]
#[serde(rename_all = "snake_case")]
pub enum Component {
    /// Base salary.
    Base,
    /// Sign-on bonus, both years together.
    SignOn,
    /// The RSU grant.
    Stock,
}

impl Component {
    /// All three, in the order of an offer letter.
    pub const ALL: [Self; 3] = *Self::VARIANTS.as_array().expect("as many as there are");

    /// The stable name: `base`, `sign_on`, `stock`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::SignOn => "sign_on",
            Self::Stock => "stock",
        }
    }
}
