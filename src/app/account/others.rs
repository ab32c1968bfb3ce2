//! Other companies' offers of a user: one list for all their Amazon offers, for scripts and for comparing.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Account;
use crate::money::Currency;
use crate::offer::{Offer, OtherFigures, OtherOffer};
use crate::reading::Answer;

/// The most other companies' offers that are kept with figures.
pub(crate) const MOST_ENTERED: usize = 10;

/// One of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct OtherRecord {
    /// Its number among the user's; numbers are not used twice.
    pub number: u32,
    /// What is known of it.
    pub offer: OtherOffer,
    /// When it vests, as it was written.
    #[serde(default)]
    pub vesting: String,
}

/// All of a user's, and what is left out of the comparison.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Others {
    pub(super) last: u32,
    pub(super) offers: Vec<OtherRecord>,
    /// Keys of candidates that are not compared.
    pub left_out: BTreeSet<String>,
}

impl OtherRecord {
    /// Its figures as they were entered now: from here on its pay is what they come to. What was named
    /// before was said sooner and less exactly, and two figures for one offer can't both be true.
    pub(crate) fn set_figures(&mut self, figures: OtherFigures, vesting: String) {
        self.offer.a_year = None;
        (self.offer.figures, self.vesting) = (Some(Box::new(figures)), vesting);
    }
}

impl Others {
    /// Whether nothing is kept.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Those with figures, which can be compared, oldest first.
    pub(crate) fn entered(&self) -> impl Iterator<Item = (&OtherRecord, &OtherFigures)> {
        self.offers.iter().filter_map(|record| Some((record, record.offer.figures.as_deref()?)))
    }

    /// One with figures, by its number.
    pub(crate) fn find(&self, number: u32) -> Option<(&OtherRecord, &OtherFigures)> {
        self.entered().find(|(record, _)| record.number == number)
    }

    /// Those that are only named, newest first.
    pub(crate) fn only_named(&self) -> impl Iterator<Item = &OtherOffer> {
        self.offers.iter().rev().map(|record| &record.offer).filter(|offer| offer.figures.is_none())
    }

    /// Those that scripts may speak of: the user said how firm they are.
    pub(crate) fn spoken_of(&self) -> Vec<OtherOffer> {
        self.offers.iter().map(|record| &record.offer).filter(|offer| offer.firmness.is_some()).cloned().collect()
    }

    /// Those that scripts may speak of, as they are shown beside an offer in a currency.
    pub(crate) fn spoken_beside(&self, currency: Currency) -> Vec<OtherOffer> {
        self.spoken_of().into_iter().map(|offer| offer.beside(currency)).collect()
    }

    /// Changes what is known of one with figures; `None` where there is none of that number.
    pub(crate) fn change(&mut self, number: u32, change: impl FnOnce(&mut OtherRecord)) -> Option<()> {
        self.find(number)?;
        change(self.offers.iter_mut().find(|record| record.number == number)?);
        Some(())
    }

    /// Keeps the figures of a company's offer under its number; `None` when there are
    /// [`MOST_ENTERED`]. One that was only named is completed; a second one with figures is named so.
    pub(crate) fn enter(&mut self, company: &str, figures: OtherFigures, vesting: String) -> Option<u32> {
        if self.entered().count() >= MOST_ENTERED {
            return None;
        }
        let only_named = |record: &&mut OtherRecord| record.offer.is_of(company) && record.offer.figures.is_none();
        if let Some(record) = self.offers.iter_mut().find(only_named) {
            record.set_figures(figures, vesting);
            return Some(record.number);
        }
        let taken = |name: &str| self.offers.iter().any(|record| record.offer.is_of(name));
        let again = (2..).map(|count| format!("{company} ({count})"));
        let company = std::iter::once(company.to_owned()).chain(again).find(|name| !taken(name))?;
        let offer =
            OtherOffer { company, firmness: None, a_year: None, reply_by: None, figures: Some(Box::new(figures)) };
        Some(self.push(offer, vesting))
    }

    /// Takes one with figures away.
    pub(crate) fn remove(&mut self, number: u32) -> Option<OtherOffer> {
        self.find(number)?;
        let index = self.offers.iter().position(|record| record.number == number)?;
        Some(self.offers.remove(index).offer)
    }

    /// Makes `named` those that scripts may speak of. Any other loses its firmness, and stays where it has figures.
    pub(super) fn speak_of(&mut self, named: &[OtherOffer]) {
        for record in &mut self.offers {
            if !named.iter().any(|offer| offer.is_of(&record.offer.company)) {
                record.offer.firmness = None;
            }
        }
        for offer in named {
            self.name(offer.clone().beside(Currency::USD));
        }
        self.offers.retain(|record| record.offer.firmness.is_some() || record.offer.figures.is_some());
    }

    /// Takes in what was said of an offer; what it leaves out stays.
    pub(super) fn name(&mut self, offer: OtherOffer) {
        match self.offers.iter_mut().find(|record| record.offer.is_of(&offer.company)) {
            Some(record) => record.offer = offer.with_known(Some(record.offer.clone())),
            None => {
                self.push(offer, String::new());
            }
        }
    }

    fn push(&mut self, offer: OtherOffer, vesting: String) -> u32 {
        self.last += 1;
        self.offers.push(OtherRecord { number: self.last, offer, vesting });
        self.last
    }
}

impl Account {
    /// Other companies' offers.
    pub(crate) fn others(&self) -> &Others {
        &self.user.others
    }

    /// Changes other companies' offers. The user's own show them, and an open walkthrough follows in what changed.
    pub(crate) fn change_others<T>(&mut self, change: impl FnOnce(&mut Others) -> T) -> T {
        let before = self.user.others.spoken_of();
        let done = change(&mut self.user.others);
        self.touched.user = true;
        let after = self.user.others.spoken_of();
        self.user.session.state.change_walks(&mut |walk| {
            walk.known_others.clone_from(&after);
            for changed in before.iter().filter(|other| !after.contains(other)) {
                walk.draft.competing.retain(|other| !other.is_of(&changed.company));
            }
            for changed in after.iter().filter(|other| !before.contains(other)) {
                Answer::Competing(changed.clone()).put_into(&mut walk.draft);
            }
        });
        self.show_others();
        done
    }

    /// Fills the answers of a walkthrough that begins with the other companies' offers that are known.
    pub(crate) fn bring_others(&mut self) {
        let Some(walk) = self.user.session.state.walk_mut() else { return };
        walk.known_others = self.user.others.spoken_of();
        for offer in walk.known_others.clone() {
            if !walk.draft.competing.iter().any(|other| other.is_of(&offer.company)) {
                Answer::Competing(offer.beside(walk.draft.currency)).put_into(&mut walk.draft);
            }
        }
    }

    /// Keeps the other companies' offers that an offer came with as those that scripts may speak of.
    pub(super) fn keep_others(&mut self, offer: Offer) -> Offer {
        self.change_others(|others| others.speak_of(&offer.competing));
        Offer { competing: self.user.others.spoken_beside(offer.currency), ..offer }
    }

    /// Puts those that scripts may speak of into every offer.
    pub(super) fn show_others(&mut self) {
        for record in &mut self.offers {
            record.offer.competing = self.user.others.spoken_beside(record.offer.currency);
        }
    }
}
