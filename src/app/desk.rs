//! What every page works with: the user's account, the moment, and the data of the program.
//!
//! Must not know any page, nor what a request looked like.

use jiff::Timestamp;
use jiff::civil::Date;

use super::account::Account;
use super::command::Options;
use super::outcome::{Gone, NotThere, Outcome};
use super::request::Venue;
use super::tables::Tables;
use crate::echo::Echo;
use crate::market::Bands;
use crate::offer::{Offer, OfferId, OfferRecord};
use crate::playbook::Catalogue;
use crate::price::{PriceError, SharePrice};

/// One request's worktop.
pub(crate) struct Desk<'a> {
    pub bands: &'a Bands,
    pub catalogue: &'a Catalogue,
    pub tables: &'static Tables,
    pub quote: Quote,
    pub account: &'a mut Account,
    pub venue: Venue,
    pub now: Timestamp,
}

/// What is known of a share price when a request is answered.
#[derive(Clone, Debug)]
pub(crate) enum Quote {
    /// The operator set up no source.
    NoSource,
    /// There is a source, and this request does not ask it.
    NotAsked,
    /// What it answered.
    Answered(Result<SharePrice, PriceError>),
}

impl Quote {
    /// Whether there is a source that could be asked.
    pub(crate) fn has_source(&self) -> bool {
        match self {
            Self::NoSource => false,
            Self::NotAsked | Self::Answered(_) => true,
        }
    }
}

impl Desk<'_> {
    /// The day of asking, UTC.
    pub(crate) fn today(&self) -> Date {
        jiff::tz::TimeZone::UTC.to_datetime(self.now).date()
    }

    /// The saved offer that a text names, the newest for no text; else what to answer instead.
    pub(crate) fn named(&self, text: Option<&str>) -> Result<OfferId, NotThere> {
        match self.account.named(text) {
            Some(record) => Ok(record.id),
            None if self.account.offers().is_empty() => Err(NotThere::NoOffer),
            None => Err(NotThere::NoSuchOffer(Echo::of(text.unwrap_or_default()))),
        }
    }

    /// A page about the saved offer that the options name.
    pub(crate) fn about(&self, options: &Options, page: impl FnOnce(&OfferRecord) -> Outcome) -> Outcome {
        match self.named(options.get("offer")) {
            Ok(id) => self.of(id, page),
            Err(instead) => instead.into(),
        }
    }

    /// A page about the saved offer that a control names.
    pub(crate) fn of(&self, id: OfferId, page: impl FnOnce(&OfferRecord) -> Outcome) -> Outcome {
        self.account.offer(id).map_or(Outcome::Gone(Gone::Offer), page)
    }

    /// Keeps a finished offer, in place of the one it edits where that is still there.
    pub(crate) fn keep(&mut self, offer: Offer, editing: Option<OfferId>) -> Outcome {
        let now = self.now;
        if let Some(id) = editing.and_then(|id| self.account.correct(id, offer.clone(), now)) {
            return Outcome::Saved(id);
        }
        self.account.add(offer, now).map_or_else(Outcome::NoRoom, Outcome::Saved)
    }
}
