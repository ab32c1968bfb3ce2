//! Tests over every template: each is filled in with the fullest and the barest facts.

mod every;
mod names;
mod snapshots;
pub(crate) mod truth;

use std::sync::{Arc, LazyLock};

use jiff::Timestamp;
use jiff::civil::{Date, date};

use super::{BeforeOffer, Catalogue, Material};
use crate::analysis::{Analysis, View, analyse, test_offers};
use crate::counter::Ask;
use crate::market::Band;
use crate::money::Money;
use crate::offer::{Fact, Facts, Firmness, Grant, Level, Offer, OtherOffer, SignOn};

/// The day every test is on.
pub(crate) const TODAY: Date = date(2026, 11, 23);
/// A walk-away number that no sum comes to.
pub(super) const WALK_AWAY: &str = "1234567.89";

/// What a [`Material`] borrows from.
#[derive(Debug)]
pub(crate) struct Kit {
    pub(crate) offer: Offer,
    pub(crate) earlier: Option<Offer>,
    pub(crate) facts: Facts,
    pub(crate) analysis: Analysis,
    pub(crate) band: Option<Band>,
    pub(crate) next_level: Option<Level>,
    pub(crate) next_band: Option<Band>,
    pub(crate) target: Ask,
    pub(crate) opening: Ask,
}

impl Kit {
    pub(crate) fn of(offer: Offer, facts: Facts, target: Ask, opening: Ask) -> Self {
        let bands = test_offers::bands();
        let now: Timestamp = "2026-11-23T12:00:00Z".parse().expect("a moment");
        let analysis = analyse(&offer, &bands, View::usual(now));
        let band = bands.find(offer.cell()).cloned();
        let next_level = bands.level_above(offer.cell());
        let next_band = bands.above(offer.cell()).cloned();
        Self { offer, earlier: None, facts, analysis, band, next_level, next_band, target, opening }
    }

    pub(super) fn material(&self) -> Material<'_> {
        Material {
            offer: &self.offer,
            earlier: self.earlier.as_ref(),
            facts: &self.facts,
            analysis: &self.analysis,
            band: self.band.as_ref(),
            next_level: self.next_level,
            next_band: self.next_band.as_ref(),
            target: &self.target,
            opening: &self.opening,
            today: TODAY,
        }
    }

    pub(super) fn before(&self) -> BeforeOffer<'_> {
        BeforeOffer {
            level: Some(self.offer.level),
            place: Some(&self.offer.place),
            band: self.band.as_ref(),
            facts: Some(&self.facts),
        }
    }
}

pub(super) fn dollars(base: i64, first: i64, second: i64, grant: i64) -> Ask {
    let sign_on = SignOn { year_1: Money::dollars(first), year_2: Money::dollars(second) };
    Ask { base: Money::dollars(base), sign_on, grant: Money::dollars(grant) }
}

/// The offer of the snapshots: L6 in Seattle, below the median, with nothing optional.
pub(super) fn plain_offer() -> Offer {
    let walk_away = Some(WALK_AWAY.parse().expect("an amount"));
    Offer { walk_away, ..test_offers::offer(190_000, 340_000, 70_000, 50_000) }
}

/// Barest: the offer alone, and the facts without which an entry can't be.
pub(super) fn barest(needs: &[Fact]) -> Kit {
    let mut facts = Facts::default();
    for fact in needs {
        facts.set(*fact, crate::words::fact_example(*fact));
    }
    Kit::of(plain_offer(), facts, dollars(199_500, 80_000, 57_500, 420_000), dollars(205_500, 85_000, 60_000, 450_000))
}

/// Fullest: every fact, every optional answer, an earlier version, offers of every firmness.
pub(super) fn fullest() -> Kit {
    let mut facts = Facts::default();
    for fact in Fact::ALL {
        facts.set(*fact, crate::words::fact_example(*fact));
    }
    let other = |company: &str, firmness| OtherOffer {
        company: company.into(),
        firmness: Some(firmness),
        a_year: Some(Money::dollars(352_000)),
        reply_by: Some(date(2026, 12, 1)),
        figures: None,
    };
    let offer = Offer {
        grant: Grant::Shares { count: 1_870, price: Money::dollars(182), priced_on: Some(date(2026, 11, 20)) },
        start_date: Some(date(2027, 1, 11)),
        reply_by: Some(date(2026, 11, 30)),
        left_behind: Some(Money::dollars(85_000)),
        competing: vec![
            other("Fabrikam", Firmness::InProcess),
            other("Northwind", Firmness::Written),
            other("Tailspin", Firmness::Verbal),
        ],
        written: Some(true),
        ..plain_offer()
    };
    let mut kit =
        Kit::of(offer, facts, dollars(199_500, 80_000, 57_500, 420_000), dollars(205_500, 85_000, 60_000, 450_000));
    kit.earlier = Some(test_offers::offer(180_000, 300_000, 60_000, 45_000));
    kit
}

/// The templates of the program, compiled once for all tests.
pub(crate) fn catalogue() -> Arc<Catalogue> {
    static CATALOGUE: LazyLock<Arc<Catalogue>> =
        LazyLock::new(|| Arc::new(Catalogue::shipped().unwrap_or_else(|error| panic!("{error}"))));
    Arc::clone(&CATALOGUE)
}
