//! `/playbook`: every topic on one screen, with the buttons that do what it speaks of.

use crate::app::command::Options;
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::material::WorkedOut;
use crate::app::outcome::Outcome;
use crate::app::words::{competition, refusals};
use crate::echo::Echo;
use crate::offer::OfferRecord;
use crate::playbook::{Addition, Approver, BeforeOffer, Entry, Kind, RenderError, Rendered, Variant};
use crate::reply::{Action, Block, Button, Card, Choice, Controls, Press, Verb};
use crate::words;

/// Entries that `/playbook` shows.
const TOPICS: &[Kind] = &[Kind::Topic];

/// `/playbook topic`; the list of topics where none is meant.
pub(crate) fn command(desk: &Desk, options: &Options) -> Outcome {
    Outcome::below(page(desk, options.text("topic"), desk.account.newest()))
}

/// A topic's button, or one chosen from the list.
pub(crate) fn pressed(desk: &Desk, press: &Press, value: Option<&str>) -> Outcome {
    let record = press.action.offer.and_then(|id| desk.account.offer(id)).or_else(|| desk.account.newest());
    // From topic to topic in one place; from anywhere else below what it was asked from.
    match value {
        Some(topic) => Outcome::here(page(desk, topic, record)),
        None => Outcome::below(page(desk, &press.action.subject, record)),
    }
}

fn page(desk: &Desk, topic: &str, record: Option<&OfferRecord>) -> Card {
    match desk.catalogue.find_among(TOPICS, topic) {
        Some(entry) => topic_card(desk, entry, record).unwrap_or_else(|error| refusals::my_mistake(&error)),
        None => list(desk, topic, record),
    }
}

fn list(desk: &Desk, typed: &str, record: Option<&OfferRecord>) -> Card {
    let echo = Echo::of(typed);
    let unknown = (!echo.is_empty()).then(|| format!("I have no topic called \"{echo}\". These I have:"));
    let titles = desk.catalogue.entries(Kind::Topic).map(|entry| entry.title.clone()).collect();
    Card::titled("The playbook").said(unknown).with(Block::Bullets(titles)).with_controls([choose(
        desk,
        record,
        "Choose a topic",
    )])
}

fn choose(desk: &Desk, record: Option<&OfferRecord>, prompt: &str) -> Controls {
    let options = desk.catalogue.entries(Kind::Topic).take(25);
    Controls::Select {
        press: Press::always(Action { offer: record.map(|record| record.id), ..Action::bare(Verb::Topic) }),
        prompt: prompt.into(),
        options: options.map(|entry| Choice::new(&entry.title, &entry.name)).collect(),
    }
}

fn topic_card(desk: &Desk, entry: &Entry, record: Option<&OfferRecord>) -> Result<Card, RenderError> {
    let worked_out = record.map(|record| desk.work_out(record));
    let Rendered { title, body, notes, .. } = match &worked_out {
        Some(offer) => offer.playbook(|material| desk.catalogue.render(&entry.name, Variant::Normal, material)),
        None => desk.catalogue.render_before(&entry.name, Variant::Normal, &BeforeOffer::default()),
    }?;
    let mut card = Card::titled(title);
    if let (Some(offer), Some(Addition::Approver)) = (&worked_out, entry.adds) {
        card = card.with(Block::Lead(approver(offer)));
    }
    card = card.with_all(blocks(&body));
    if let (Some(offer), Some(Addition::Competition)) = (&worked_out, entry.adds) {
        card = card.with_all(competition::lines(desk, offer)?);
    }
    let mut buttons: Vec<Button> = links::buttons(desk.catalogue, &entry.commands, record.map(|record| record.id));
    let start = links::button(desk.catalogue, "/offer start", None).filter(|_| record.is_none());
    buttons.extend(start.filter(|start| buttons.iter().all(|button| button.press != start.press)));
    let card = card.with_buttons(buttons).with_controls([choose(desk, record, "Another topic")]);
    Ok(notes.into_iter().fold(card, Card::with_small))
}

/// Who approves the opening ask of this user's own offer.
fn approver(offer: &WorkedOut) -> String {
    let approver = offer.playbook(Approver::of_opening);
    if approver.percent.is_zero() {
        return "Your offer is at its target, so there is nothing to approve.".into();
    }
    format!("Your opening ask is {}", words::rise_to_approve(approver.percent, approver.approval))
}

/// A text of the playbook as paragraphs and points.
fn blocks(body: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for paragraph in body.split("\n\n") {
        for line in paragraph.lines() {
            match (line.strip_prefix("- "), blocks.last_mut()) {
                (Some(point), Some(Block::Bullets(points))) => points.push(point.to_owned()),
                (Some(point), _) => blocks.push(Block::Bullets(vec![point.to_owned()])),
                (None, _) => blocks.push(Block::Text(line.to_owned())),
            }
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_stand_together_and_paragraphs_apart() {
        let text = |text: &str| Block::Text(text.to_owned());
        let points = |points: &[&str]| Block::Bullets(points.iter().map(|point| (*point).to_owned()).collect());
        assert_eq!(
            blocks("One.\n- a\n- b\n\nTwo.\n\n- c"),
            [text("One."), points(&["a", "b"]), text("Two."), points(&["c"])]
        );
        assert_eq!(blocks(""), []);
    }
}
