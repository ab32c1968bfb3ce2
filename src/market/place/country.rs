//! Countries outside the US.

use std::fmt;

use super::file::{CountryData, Gazetteer};
use crate::money::Currency;

/// A country outside the US, by its place in the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Country(pub(super) u8);

impl Country {
    fn data(self) -> &'static CountryData {
        &Gazetteer::shipped().countries[usize::from(self.0)]
    }

    /// As it is said in a sentence: `Canada`, `the UK`.
    pub fn name(self) -> &'static str {
        &self.data().name
    }

    /// As it stands beside a city: `UK`.
    pub fn short_name(self) -> &'static str {
        self.name().trim_start_matches("the ")
    }

    /// What people are paid in there.
    pub fn currency(self) -> Currency {
        self.data().currency
    }

    pub(super) fn is_called(self, name: &str) -> bool {
        self.short_name() == name
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
