//! Every warning of an offer, as a page.

use crate::app::desk::Desk;
use crate::app::links;
use crate::app::outcome::Outcome;
use crate::offer::OfferRecord;
use crate::reply::{Block, Card};
use crate::words;

/// Every warning of an offer.
pub(crate) fn show(desk: &Desk, record: &OfferRecord) -> Outcome {
    let worked_out = desk.work_out(record);
    let warnings = &worked_out.analysis().warnings;
    let card = Card::titled(format!("Warnings: {}", record.name));
    if warnings.is_empty() {
        return Outcome::here(card.with(Block::Lead("Nothing stands out in this offer.".into())));
    }
    let each = |warning| {
        let words = words::warning(warning);
        Block::Fields(vec![(words.says, words.advice.to_owned())])
    };
    Outcome::here(card.with_all(warnings.iter().map(each)).with_buttons(vec![links::back_to_analysis(record.id)]))
}
