//! What may be said of other offers and of dates.

use crate::app::desk::Desk;
use crate::app::material::WorkedOut;
use crate::playbook::{Competition, Line, RenderError};
use crate::reply::Block;

/// What may be said about other offers and dates, from what was entered.
pub(crate) fn lines(desk: &Desk, worked_out: &WorkedOut) -> Result<Vec<Block>, RenderError> {
    let competition = worked_out.playbook(|material| desk.catalogue.competition(material))?;
    let Competition { from_facts, without_offer, urgency } = competition;
    let mut blocks = Vec::new();
    if from_facts.is_empty() {
        blocks.push(Block::Text(
            "You have entered no other offer, so none is mentioned anywhere. These lines need none; use one only if it is true."
                .into(),
        ));
    } else {
        blocks.push(Block::Heading("Your other offers, as firm as they are".into()));
        blocks.push(Block::Copy(from_facts));
        blocks.push(Block::Text("These lines name no offer. Use one only if it is true.".into()));
    }
    blocks.push(Block::Heading("Without naming an offer".into()));
    blocks.push(Block::Bullets(without_offer.iter().map(line).collect()));
    blocks.push(Block::Heading("About dates".into()));
    blocks.push(Block::Bullets(urgency.iter().map(line).collect()));
    Ok(blocks)
}

fn line(line: &Line) -> String {
    match &line.only_if {
        Some(condition) => format!("\"{}\" Only if {condition}.", line.says),
        None => format!("\"{}\"", line.says),
    }
}
