//! An offer as it is kept: named, dated, with its earlier versions and the user's facts.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::told::in_offer;
use super::{Fact, Facts, Offer, Told};

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
    /// All that was told of it, on a day.
    pub fn told(&self, today: Date) -> Told<'_> {
        Told { offer: &self.offer, facts: &self.facts, today }
    }

    /// Keeps what is told of a fact, or takes it away where the text is empty. What the offer says already is not kept
    /// a second time, so that a change of the offer changes both.
    pub fn tell(&mut self, fact: Fact, kept: &str) {
        let said_already = in_offer(fact, &self.offer).as_deref() == Some(kept);
        self.facts.set(fact, if said_already { "" } else { kept });
    }

    /// The shape written today. A stored one that is newer is refused at start-up.
    pub const SHAPE: u32 = 1;

    /// A new record at version 1 of its offer.
    pub fn new(id: OfferId, offer: Offer, now: Timestamp) -> Self {
        let role = offer.role.short().map_or(String::new(), |role| format!(" {role}"));
        let name = format!("{} {}{role}, {}", offer.company, offer.level, offer.place);
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::analysis::test_offers::offer;

    #[test]
    fn a_fact_has_one_home() {
        let start = Some(date(2027, 3, 16));
        let offer = Offer { start_date: start, ..offer(200_000, 400_000, 90_000, 60_000) };
        let mut record = OfferRecord::new(OfferId(1), offer, Timestamp::UNIX_EPOCH);
        record.tell(Fact::WantedStart, "2027-04-06");
        assert_eq!(record.facts.get(Fact::WantedStart), Some("2027-04-06"));
        record.tell(Fact::WantedStart, "2027-03-16");
        assert_eq!(record.facts.get(Fact::WantedStart), None);
        record.offer.start_date = Some(date(2027, 5, 4));
        let wanted = record.told(date(2026, 11, 23)).kept(Fact::WantedStart);
        assert_eq!(wanted.as_deref(), Some("2027-05-04"));
    }
}
