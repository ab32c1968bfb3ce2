//! Numbers that wait, saved: as the next round, or where they only put a slip right, in the round at hand.

use super::{cards, changed, whole};
use crate::analysis::diff;
use crate::app::account::WaitingNumbers;
use crate::app::desk::Desk;
use crate::app::forms::Unusual;
use crate::app::outcome::{Outcome, Place};
use crate::app::pages::revise::round::take;
use crate::offer::{OfferDraft, OfferId};

pub(super) fn save(desk: &mut Desk, id: OfferId, waiting: &WaitingNumbers) -> Outcome {
    let texts = whole(desk, id, waiting);
    let corrected = if waiting.slip { corrected_by_slip(desk, id, waiting) } else { None };
    desk.account.talked_mut().numbers = waiting.behind.clone().map(|behind| *behind);
    if let Some(outcome) = corrected {
        return outcome;
    }
    let outcome = take(desk, id, &texts, Unusual::AsTyped).at(Place::Below);
    // What was told beside the pay corrects the round that has just begun.
    let mut draft = desk.account.offer(id).map(|record| OfferDraft::from(record.offer.clone())).unwrap_or_default();
    for answer in waiting.beside.iter().cloned() {
        answer.put_into(&mut draft);
    }
    if !waiting.beside.is_empty()
        && let Ok(offer) = draft.complete()
    {
        let _: Option<OfferId> = desk.account.correct(id, offer, desk.now);
    }
    outcome
}

/// A slip of the user's own, put right in the round at hand: no round begins by it.
fn corrected_by_slip(desk: &mut Desk, id: OfferId, waiting: &WaitingNumbers) -> Option<Outcome> {
    let record = desk.account.offer(id)?;
    let newer = changed(desk, record, waiting)?;
    let changes = cards::changes(&diff(&record.offer, &newer));
    let mut draft = OfferDraft::from(newer);
    for answer in waiting.beside.iter().cloned() {
        answer.put_into(&mut draft);
    }
    let now = desk.now;
    let id = desk.account.correct(id, draft.complete().ok()?, now)?;
    Some(Outcome::Analysis(id, Some(format!("Corrected: {changes}"))))
}
