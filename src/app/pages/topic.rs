//! `/playbook`: every topic on one screen, with the buttons that do what it speaks of.

use crate::app::links;
use crate::app::pages::case;
use crate::app::pages::offers;
use crate::app::pages::script;
use crate::app::route::Desk;
use crate::offer::{OfferId, OfferRecord};
use crate::playbook::{BeforeOffer, Entry, Kind, Variant};
use crate::reply::{Action, Press, Verb};
use crate::reply::{Block, Button, Card, Choice, Controls, Reply, Suggestion};

/// Entries that `/playbook` shows.
const TOPICS: &[Kind] = &[Kind::Topic];

/// `/playbook topic`; the list of topics where none is meant.
pub(crate) fn command(desk: &Desk, topic: &str) -> Reply {
    Reply::Show(page(desk, topic, desk.account.newest()))
}

/// A topic's button, or one chosen from the list.
pub(crate) fn pressed(desk: &Desk, press: &Press, value: Option<&str>) -> Reply {
    let record = desk.account.offer(OfferId(press.action.number)).or_else(|| desk.account.newest());
    let card = page(desk, value.unwrap_or(&press.action.subject), record);
    // From topic to topic in one place; from anywhere else below what it was asked from.
    if value.is_some() { offers::in_place(desk, card) } else { Reply::Show(card) }
}

/// Suggestions for a topic being typed.
pub(crate) fn suggest(desk: &Desk, typed: &str) -> Vec<Suggestion> {
    let entries = desk.catalogue.suggest(TOPICS, typed).into_iter();
    entries.map(|entry| Suggestion { label: entry.title.clone(), value: entry.name.clone() }).collect()
}

fn page(desk: &Desk, topic: &str, record: Option<&OfferRecord>) -> Card {
    match desk.catalogue.find_among(TOPICS, topic) {
        Some(entry) => topic_card(desk, entry, record),
        None => list(desk, topic, record),
    }
}

fn list(desk: &Desk, typed: &str, record: Option<&OfferRecord>) -> Card {
    let mut card = Card::titled("The playbook");
    if !typed.trim().is_empty() {
        let typed: String = typed.chars().take(60).collect();
        card = card.with(Block::Text(format!("I have no topic called \"{typed}\". These I have:")));
    }
    let titles = desk.catalogue.entries(Kind::Topic).map(|entry| entry.title.clone()).collect();
    card = card.with(Block::Bullets(titles));
    card.controls.push(choose(desk, record, "Choose a topic"));
    card
}

fn choose(desk: &Desk, record: Option<&OfferRecord>, prompt: &str) -> Controls {
    let number = record.map_or(0, |record| record.id.0);
    let options = desk.catalogue.entries(Kind::Topic).take(25);
    Controls::Select {
        press: Press::always(Action { verb: Verb::Topic, subject: String::new(), number }),
        prompt: prompt.into(),
        options: options
            .map(|entry| Choice { label: entry.title.clone(), value: entry.name.clone(), description: None })
            .collect(),
    }
}

fn topic_card(desk: &Desk, entry: &Entry, record: Option<&OfferRecord>) -> Card {
    let rendered = match record {
        Some(record) => script::with_material(desk, record, |material| {
            desk.catalogue.render(&entry.name, Variant::Normal, material)
        }),
        None => desk.catalogue.render_before(&entry.name, Variant::Normal, &BeforeOffer::default()),
    };
    let rendered = match rendered {
        Ok(rendered) => rendered,
        Err(error) => return script::my_mistake(&error),
    };
    let mut card = Card::titled(rendered.title);
    if let Some(record) = record {
        card.blocks = for_offer(desk, entry, record);
    }
    card.blocks.extend(blocks(&rendered.body));
    if let (Some(record), "competition") = (record, entry.name.as_str()) {
        match case::lines(desk, record) {
            Ok(lines) => card.blocks.extend(lines),
            Err(card) => return card,
        }
    }
    let offer = record.map(|record| record.id);
    let mut buttons: Vec<Button> = links::buttons(desk.catalogue, &entry.commands, offer);
    if record.is_none() && !entry.commands.iter().any(|command| command == "/offer start") {
        buttons.extend(links::button(desk.catalogue, "/offer start", None));
    }
    card = card.with_buttons(buttons);
    card.controls.push(choose(desk, record, "Another topic"));
    card.small = rendered.notes;
    card
}

/// What a topic says of this user's own offer, first.
fn for_offer(desk: &Desk, entry: &Entry, record: &OfferRecord) -> Vec<Block> {
    if entry.name != "other_side" {
        return Vec::new();
    }
    let side = script::with_material(desk, record, |material| desk.catalogue.other_side(material));
    if side.approver.percent.is_zero() {
        return vec![Block::Lead("Your offer is at its target, so there is nothing to approve.".into())];
    }
    vec![Block::Lead(format!("Your opening ask is {}", side.approver.says))]
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
