//! An offer as it is kept: named, dated, with its earlier versions and the user's facts.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Facts, Offer};

/// Number of an offer among one user's offers, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OfferId(pub u32);

impl std::fmt::Display for OfferId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// One kept offer: the document of one row in the store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfferRecord {
    /// Version of this document's shape; see [`OfferRecord::SHAPE`].
    pub shape: u32,
    /// Its number among the user's offers.
    pub id: OfferId,
    /// What the user calls it; `Amazon L6, Seattle` until renamed.
    pub name: String,
    /// The newest version.
    pub offer: Offer,
    /// What the recruiter offered before, oldest first, with the moment each was replaced.
    #[serde(default)]
    pub earlier: Vec<(Timestamp, Offer)>,
    /// What scripts may say beside the figures.
    #[serde(default)]
    pub facts: Facts,
    /// Target percentile, where the user set another than the usual.
    #[serde(default)]
    pub target: Option<u8>,
    /// Hours worked in a week, where the user gave them.
    #[serde(default)]
    pub hours_a_week: Option<Decimal>,
    /// Ticked lines of the checklist: key and moment.
    #[serde(default)]
    pub ticks: BTreeMap<String, Timestamp>,
    /// When it was first saved.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
}

impl OfferRecord {
    /// The shape written today. A stored one that is newer is refused at start-up.
    pub const SHAPE: u32 = 1;

    /// A new record at version 1 of its offer.
    pub fn new(id: OfferId, offer: Offer, now: Timestamp) -> Self {
        let name = format!("{} {}, {}", offer.company, offer.level, offer.place);
        Self {
            shape: Self::SHAPE,
            id,
            name,
            offer,
            earlier: Vec::new(),
            facts: Facts::default(),
            target: None,
            hours_a_week: None,
            ticks: BTreeMap::new(),
            created: now,
            updated: now,
        }
    }
}
