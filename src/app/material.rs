//! What is worked out of one saved offer, once a request: analysis, counter plan, and all that
//! the playbook's words are made from.

use std::cell::OnceCell;

use super::desk::Desk;
use crate::analysis::{Analysis, View, analyse};
use crate::counter::{Plan, plan};
use crate::market::{Band, Bands};
use crate::offer::OfferRecord;
use crate::playbook::Material;

/// A saved offer with what follows from it. The sums are done when they are first asked for.
pub(crate) struct WorkedOut<'a> {
    pub record: &'a OfferRecord,
    pub band: Option<&'a Band>,
    pub view: View,
    desk: &'a Desk<'a>,
    analysis: OnceCell<Analysis>,
    plan: OnceCell<Plan>,
}

impl Desk<'_> {
    /// Everything about a record, to be worked out as it is needed.
    pub(crate) fn work_out<'a>(&'a self, record: &'a OfferRecord) -> WorkedOut<'a> {
        let usual = View::usual(self.now);
        WorkedOut {
            record,
            band: self.bands.find(record.offer.cell()),
            view: View { target: record.target.unwrap_or(usual.target), ..usual },
            desk: self,
            analysis: OnceCell::new(),
            plan: OnceCell::new(),
        }
    }
}

impl WorkedOut<'_> {
    /// The four years, the standing and the warnings.
    pub(crate) fn analysis(&self) -> &Analysis {
        self.analysis.get_or_init(|| analyse(&self.record.offer, self.desk.bands, self.view))
    }

    /// The bands at hand.
    pub(crate) fn bands(&self) -> &Bands {
        self.desk.bands
    }

    /// What to ask for.
    pub(crate) fn plan(&self) -> &Plan {
        let offer = &self.record.offer;
        self.plan.get_or_init(|| plan(offer, self.band, self.view.target, offer.walk_away))
    }

    /// Runs `then` on all that the playbook's words about the offer are made from.
    pub(crate) fn playbook<T>(&self, then: impl FnOnce(&Material) -> T) -> T {
        let offer = &self.record.offer;
        then(&Material {
            offer,
            earlier: self.record.earlier.last().map(|(_, offer)| offer),
            facts: &self.record.facts,
            analysis: self.analysis(),
            band: self.band,
            next_level: self.desk.bands.level_above(offer.cell()),
            next_band: self.desk.bands.above(offer.cell()),
            target: &self.plan().asks.ask,
            opening: &self.plan().opening.ask,
            today: self.desk.today(),
        })
    }
}
