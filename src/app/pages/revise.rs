//! `/offer revise`: the recruiter's new numbers, what moved, and the round that begins.

mod names;
mod round;
mod told;

pub(crate) use told::{
    ask as ask_told, asked_again as told_asked_again, corrected as told_corrected, drop_outdated, fits_one,
    saves_what_waits as told_saved, settled as told_settled, shown_again as told_again, still_waiting, supposed,
    taken_along,
};

use names::{form_name, present};
pub(crate) use round::next_round;
use round::{filled_form, take};

use std::collections::BTreeMap;

use crate::app::desk::Desk;
use crate::app::forms::Unusual;
use crate::app::outcome::{Gone, Outcome};
use crate::offer::{OfferId, OfferRecord};

/// The form, filled with what was typed last or with the figures as they are.
pub(crate) fn form(desk: &Desk, record: &OfferRecord) -> Outcome {
    let present = present(&record.offer);
    filled_form(record, desk.account.kept_form(&form_name(record.id)).unwrap_or(&present))
}

/// A button of the card that asks, or the one that opens the form.
pub(crate) fn pressed(desk: &mut Desk, id: OfferId, subject: &str) -> Outcome {
    if let Some((act, number)) = told::act(subject) {
        return told::pressed(desk, id, act, number);
    }
    let kept = desk.account.kept_form(&form_name(id)).cloned();
    match (Unusual::of(subject), kept, desk.account.offer(id)) {
        (Some(unusual), Some(texts), _) => take(desk, id, &texts, unusual),
        (_, _, Some(record)) => form(desk, record),
        (_, _, None) => Outcome::Gone(Gone::Offer),
    }
}

/// The form handed in.
pub(crate) fn submitted(desk: &mut Desk, id: OfferId, texts: &BTreeMap<String, String>) -> Outcome {
    take(desk, id, texts, Unusual::Ask)
}
