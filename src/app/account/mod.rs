//! One user's documents as values: the conversation and the saved offers.
//!
//! A document that this program can't read never locks anyone out: the conversation
//! starts afresh with a word about it, with those other companies' offers that can still be
//! read, and an unreadable offer is left as it is.

mod kept_form;
mod others;
mod others_before;
mod purpose;
mod talked;

pub(crate) use kept_form::KeptForm;
pub(crate) use others::{MOST_ENTERED, OtherRecord, Others};
pub(crate) use purpose::Purpose;
pub(crate) use talked::{Talked, WaitingNumbers};

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::offer::{Offer, OfferId, OfferRecord};
use crate::session::{Session, State};
use crate::store::{Awaiting, Change, Documents};

/// What is kept of a user beside the offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct UserDocument {
    /// Version of this document's shape.
    shape: u32,
    /// The conversation.
    session: Session,
    /// What the walkthrough's offer is needed for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    purpose: Option<Purpose>,
    /// The number the next offer gets; numbers are not used twice.
    next_offer: u32,
    /// A form that could not be taken as it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    typed: Option<KeptForm>,
    /// Other companies' offers.
    #[serde(default, skip_serializing_if = "Others::is_empty")]
    others: Others,
    /// What was said last, and what waits for a yes.
    #[serde(default, skip_serializing_if = "Talked::is_empty")]
    talked: Talked,
}

/// The shape of [`UserDocument`] written today. Up to 1, other companies' offers were kept in two places.
const SHAPE: u32 = 2;

/// The most offers kept of one user.
pub(crate) const MOST_OFFERS: usize = 25;

/// One user's documents, read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Account {
    user: UserDocument,
    offers: Vec<OfferRecord>,
    removed: Vec<OfferId>,
    touched: Touched,
    /// The stored conversation could not be read, and a fresh one took its place.
    pub restarted: bool,
}

/// Documents that may differ from what is stored: all others need not be looked at to tell.
#[derive(Clone, Debug, Default, PartialEq)]
struct Touched {
    user: bool,
    offers: BTreeSet<OfferId>,
}

impl Account {
    pub(crate) fn read(documents: &Documents) -> Self {
        let offers: Vec<OfferRecord> =
            documents.offers.iter().filter_map(|(_, document)| serde_json::from_str(document).ok()).collect();
        let highest = documents.offers.iter().map(|(number, _)| *number).max().unwrap_or(0);
        let fresh = UserDocument {
            shape: SHAPE,
            session: Session::default(),
            purpose: None,
            next_offer: highest + 1,
            typed: None,
            others: documents.user.as_deref().map(others_before::alone).unwrap_or_default(),
            talked: Talked::default(),
        };
        let (user, restarted) = match documents.user.as_deref().map(read_user) {
            None => (fresh, false),
            Some(Ok(user)) if user.shape <= SHAPE => (user, false),
            Some(_) => (fresh, true),
        };
        // A conversation that can't be read is replaced by the fresh one.
        let touched = Touched { user: restarted, offers: BTreeSet::new() };
        let mut account = Self { user, offers, removed: Vec::new(), touched, restarted };
        if documents.user.is_none() || restarted || account.user.shape < SHAPE {
            account.gather_others();
        }
        account.show_others();
        account
    }

    /// What has to be written so that the store holds this; `None` where nothing changed.
    pub(crate) fn change(&self, before: &Documents, request: u64, direct_channel: Option<u64>) -> Option<Change> {
        let user = self.touched.user.then(|| text_of(&self.user));
        let user = user.filter(|text| before.user.as_ref() != Some(text));
        let touched = self.offers.iter().filter(|record| self.touched.offers.contains(&record.id));
        let mut offers: Vec<(u32, Option<String>)> = touched
            .map(|record| (record.id.0, text_of(record)))
            .filter(|(number, text)| !before.offers.iter().any(|(known, old)| known == number && old == text))
            .map(|(number, text)| (number, Some(text)))
            .collect();
        offers.extend(self.removed.iter().map(|id| (id.0, None)));
        if user.is_none() && offers.is_empty() {
            return None;
        }
        let awaiting = direct_channel.map(|channel| self.awaiting(request, channel));
        Some(Change { request, user, offers, awaiting })
    }

    /// What to keep once a card of the walkthrough stands in a direct-message channel.
    pub(crate) fn opened(&self, message: u64, channel: u64) -> Change {
        Change { request: message, awaiting: Some(self.awaiting(message, channel)), ..Change::default() }
    }

    fn awaiting(&self, message: u64, channel: u64) -> Awaiting {
        Awaiting { channel: self.user.session.state.is_open().then_some(channel), message }
    }

    pub(crate) fn session(&self) -> &Session {
        &self.user.session
    }

    pub(crate) fn session_mut(&mut self) -> &mut Session {
        self.touched.user = true;
        &mut self.user.session
    }

    /// What the walkthrough's offer is needed for; `None` once it is there, or given up.
    pub(crate) fn set_purpose(&mut self, purpose: Option<Purpose>) {
        self.touched.user |= self.user.purpose != purpose;
        self.user.purpose = purpose;
    }

    /// What the offer was needed for that is there now.
    pub(crate) fn take_purpose(&mut self) -> Option<Purpose> {
        let purpose = self.user.purpose.take();
        self.touched.user |= purpose.is_some();
        purpose
    }

    /// What was typed into a form that is still open.
    pub(crate) fn kept_form(&self, form: &str) -> Option<&BTreeMap<String, String>> {
        self.user.typed.as_ref().filter(|typed| typed.form == form).map(|typed| &typed.texts)
    }

    /// Keeps a form's texts, or none once they are taken.
    pub(crate) fn keep_form(&mut self, form: Option<KeptForm>) {
        self.touched.user |= self.user.typed != form;
        self.user.typed = form;
    }

    /// What was said last, and what waits for a yes.
    pub(crate) fn talked(&self) -> &Talked {
        &self.user.talked
    }

    /// The same, to note what is said now.
    pub(crate) fn talked_mut(&mut self) -> &mut Talked {
        self.touched.user = true;
        &mut self.user.talked
    }

    /// All saved offers, oldest first.
    pub(crate) fn offers(&self) -> &[OfferRecord] {
        &self.offers
    }

    pub(crate) fn offer(&self, id: OfferId) -> Option<&OfferRecord> {
        self.offers.iter().find(|record| record.id == id)
    }

    pub(crate) fn offer_mut(&mut self, id: OfferId) -> Option<&mut OfferRecord> {
        let record = self.offers.iter_mut().find(|record| record.id == id)?;
        self.touched.offers.insert(id);
        Some(record)
    }

    /// The offer changed last.
    pub(crate) fn newest(&self) -> Option<&OfferRecord> {
        self.offers.iter().max_by_key(|record| (record.updated, record.id))
    }

    /// The offer a text names: its number, its name, or both as a list shows them; the newest for no text.
    pub(crate) fn named(&self, text: Option<&str>) -> Option<&OfferRecord> {
        let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
            return self.newest();
        };
        let by_number = text.trim_start_matches('#').parse().ok().and_then(|number| self.offer(OfferId(number)));
        let is_called =
            |record: &&OfferRecord| record.name.eq_ignore_ascii_case(text) || listed(record).eq_ignore_ascii_case(text);
        by_number.or_else(|| self.offers.iter().rev().find(is_called))
    }

    /// Puts an offer in the place of a saved one: a correction, not a move of the recruiter's. Those are kept apart by
    /// `/offer revise`, and scripts speak of them. `None` where it is no longer there.
    pub(crate) fn correct(&mut self, id: OfferId, offer: Offer, now: Timestamp) -> Option<OfferId> {
        self.offer(id)?;
        let offer = self.keep_others(offer);
        let record = self.offer_mut(id)?;
        if record.offer != offer {
            record.offer = offer;
            record.updated = now;
        }
        Some(id)
    }

    /// Keeps a new offer, with the facts of the newest one; gives it back as it would have been
    /// kept when there are [`MOST_OFFERS`], and then keeps nothing of it.
    pub(crate) fn add(&mut self, offer: Offer, now: Timestamp) -> Result<OfferId, Box<OfferRecord>> {
        let id = OfferId(self.user.next_offer);
        let facts = self.newest().map(|record| record.facts.clone()).unwrap_or_default();
        if self.offers.len() >= MOST_OFFERS {
            return Err(Box::new(OfferRecord { facts, ..OfferRecord::new(id, offer, now) }));
        }
        let offer = self.keep_others(offer);
        let mut record = OfferRecord { facts, ..OfferRecord::new(id, offer, now) };
        let same = self.offers.iter().filter(|other| other.name.starts_with(&record.name)).count();
        if same > 0 {
            record.name = format!("{} ({})", record.name, same + 1);
        }
        self.user.next_offer += 1;
        self.touched.user = true;
        self.touched.offers.insert(id);
        self.offers.push(record);
        Ok(id)
    }

    /// Brings a case under way up to date with the facts of its offer, which forms change too.
    pub(crate) fn refresh_case(&mut self) {
        if let State::Case { talk, .. } = &mut self.user.session.state
            && let Some(record) = self.offers.iter().find(|record| record.id == talk.offer)
        {
            talk.facts.clone_from(&record.facts);
            self.touched.user = true;
        }
    }

    /// Takes an offer away, and with it the case that was being put together for it.
    pub(crate) fn remove(&mut self, id: OfferId) -> Option<OfferRecord> {
        let index = self.offers.iter().position(|record| record.id == id)?;
        self.removed.push(id);
        self.touched.offers.remove(&id);
        let state = &mut self.user.session.state;
        if let State::Case { talk, aside } = state
            && talk.offer == id
        {
            *state = std::mem::take(aside.as_mut());
            self.touched.user = true;
        }
        Some(self.offers.remove(index))
    }
}

/// An offer's number and name, as lists show them: `#1 Amazon L6, Seattle`.
pub(crate) fn listed(record: &OfferRecord) -> String {
    format!("#{} {}", record.id, record.name)
}

/// A user's document; one of before with the other companies' offers that it holds.
fn read_user(document: &str) -> serde_json::Result<UserDocument> {
    let user: UserDocument = serde_json::from_str(document)?;
    if user.shape >= SHAPE {
        return Ok(user);
    }
    Ok(UserDocument { others: others_before::with_figures(document)?, ..user })
}

/// A document as text. These types hold nothing that JSON can't say.
fn text_of(document: &impl Serialize) -> String {
    serde_json::to_string(document).expect("documents hold texts, numbers and lists only")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::offer;
    use crate::offer::{Firmness, OtherOffer};

    fn stored(account: &Account, before: &Documents) -> Documents {
        let mut documents = before.clone();
        let Some(change) = account.change(before, 7, None) else { return documents };
        documents.user = change.user.or(documents.user);
        for (number, text) in change.offers {
            documents.offers.retain(|(known, _)| *known != number);
            documents.offers.extend(text.map(|text| (number, text)));
        }
        documents
    }

    #[test]
    fn what_is_written_reads_back_and_numbers_are_not_reused() {
        let mut account = Account::read(&Documents::default());
        let first = account.add(offer(200_000, 400_000, 90_000, 60_000), Timestamp::UNIX_EPOCH).expect("room");
        let documents = stored(&account, &Documents::default());
        let mut again = Account::read(&documents);
        assert_eq!(again.offers(), account.offers());
        assert_eq!(again.change(&documents, 8, None), None);
        again.remove(first);
        let documents = stored(&again, &documents);
        assert!(documents.offers.is_empty());
        let mut third = Account::read(&documents);
        assert_eq!(third.add(offer(1, 2, 3, 4), Timestamp::UNIX_EPOCH), Ok(OfferId(2)));
    }

    #[test]
    fn an_unreadable_conversation_starts_afresh_and_keeps_the_offers() {
        let mut account = Account::read(&Documents::default());
        account.add(offer(200_000, 400_000, 90_000, 60_000), Timestamp::UNIX_EPOCH).expect("room");
        let mut documents = stored(&account, &Documents::default());
        for document in [
            "{\"shape\":99}",
            "not json",
            "{\"shape\":99,\"session\":{\"number\":1,\"step\":1,\"state\":\"idle\"},\"next_offer\":9}",
        ] {
            documents.user = Some(document.into());
            let read = Account::read(&documents);
            assert!(read.restarted);
            assert_eq!(read.offers().len(), 1);
        }
    }

    #[test]
    fn offers_are_found_by_number_and_name_and_are_bounded() {
        let mut account = Account::read(&Documents::default());
        for _ in 0..MOST_OFFERS {
            account.add(offer(200_000, 400_000, 90_000, 60_000), Timestamp::UNIX_EPOCH).expect("room");
        }
        let google = OtherOffer {
            company: "Google".into(),
            firmness: Some(Firmness::Verbal),
            a_year: None,
            reply_by: None,
            figures: None,
        };
        let one_more = Offer { competing: vec![google.clone()], ..offer(200_000, 400_000, 90_000, 60_000) };
        let refused = account.add(one_more, Timestamp::UNIX_EPOCH).expect_err("no room");
        assert_eq!(refused.offer.competing, [google]);
        assert!(account.others().is_empty() && account.offers().iter().all(|record| record.offer.competing.is_empty()));
        assert_eq!(account.offers().len(), MOST_OFFERS);
        assert_eq!(account.named(Some("#3")).map(|record| record.id), Some(OfferId(3)));
        assert_eq!(account.named(Some("amazon l6, seattle (2)")).map(|record| record.id), Some(OfferId(2)));
        assert_eq!(account.named(Some("#2 Amazon L6, Seattle (2)")).map(|record| record.id), Some(OfferId(2)));
        assert_eq!(account.named(Some("#3 Amazon L6, Seattle (2)")), None, "the number and the name of two");
        assert_eq!(account.named(None).map(|record| record.id), Some(OfferId(25)));
        assert_eq!(account.named(Some("nothing like it")), None);
    }
}
