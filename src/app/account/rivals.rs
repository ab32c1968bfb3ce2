//! Other companies' offers that a user entered to compare, as they are kept.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::analysis::RivalOffer;

/// The most other companies' offers kept of one user.
pub(crate) const MOST_RIVALS: usize = 10;

/// One of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct RivalRecord {
    /// Its number among the user's; numbers are not used twice.
    pub number: u32,
    /// What was offered.
    pub offer: RivalOffer,
    /// When it vests, as it was written.
    #[serde(default)]
    pub vesting: String,
}

/// All of a user's, and what is left out of the comparison.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Rivals {
    last: u32,
    offers: Vec<RivalRecord>,
    /// Keys of candidates that are not compared.
    pub left_out: BTreeSet<String>,
}

impl Rivals {
    /// Whether nothing is kept.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// All of them, oldest first.
    pub(crate) fn all(&self) -> &[RivalRecord] {
        &self.offers
    }

    /// One by its number.
    pub(crate) fn find(&self, number: u32) -> Option<&RivalRecord> {
        self.offers.iter().find(|record| record.number == number)
    }

    /// Puts an offer in place of the one with that number.
    pub(crate) fn replace(&mut self, number: u32, offer: RivalOffer, vesting: String) {
        if let Some(record) = self.offers.iter_mut().find(|record| record.number == number) {
            record.offer = offer;
            record.vesting = vesting;
        }
    }

    /// Keeps a new one under its number; `None` when there are [`MOST_RIVALS`]. A second one of
    /// a company is named so.
    pub(crate) fn add(&mut self, mut offer: RivalOffer, vesting: String) -> Option<u32> {
        if self.offers.len() >= MOST_RIVALS {
            return None;
        }
        let taken = |name: &str| self.offers.iter().any(|other| other.offer.company.eq_ignore_ascii_case(name));
        if taken(&offer.company) {
            let names = (2..=MOST_RIVALS + 1).map(|count| format!("{} ({count})", offer.company));
            offer.company = names.into_iter().find(|name| !taken(name)).unwrap_or(offer.company);
        }
        self.last += 1;
        self.offers.push(RivalRecord { number: self.last, offer, vesting });
        Some(self.last)
    }

    /// Takes one away.
    pub(crate) fn remove(&mut self, number: u32) -> Option<RivalRecord> {
        let index = self.offers.iter().position(|record| record.number == number)?;
        Some(self.offers.remove(index))
    }
}
