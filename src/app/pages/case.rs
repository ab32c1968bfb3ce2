//! `/case`: why the offer should move, on one page. The questions behind it are a
//! conversation of their own; what they collect is kept with the offer and reused.

use crate::app::pages::about;
use crate::app::pages::offers;
use crate::app::pages::script;
use crate::app::route::Desk;
use crate::app::walk;
use crate::offer::{OfferId, OfferRecord};
use crate::playbook::{Competition, Line, Variant};
use crate::reply::{Action, Press, Verb};
use crate::reply::{Block, Button, Card, Reply};
use crate::session::{CaseTalk, Input, Purpose};

/// The entry of the catalogue that is the page.
const ENTRY: &str = "case";
/// Subject of the button that asks the questions.
const ASK: &str = "ask";
/// Subject of the button that shows lines to add.
const LINES: &str = "lines";

/// `/case [offer]`: the page where there is something for it, else the questions.
pub(crate) fn command(desk: &mut Desk, offer: Option<&str>) -> Reply {
    match desk.account.named(offer).map(|record| record.id) {
        Some(id) => open(desk, id),
        None if desk.account.offers().is_empty() => {
            walk::start_for(desk, Some(Purpose { command: "case".into(), name: String::new() }))
        }
        None => Reply::Show(offers::unknown(desk, offer)),
    }
}

fn open(desk: &mut Desk, id: OfferId) -> Reply {
    if desk.account.session().state.case().is_some_and(|talk| talk.offer == id) {
        return Reply::Show(walk::take_step(desk, Input::Again));
    }
    let known = desk
        .account
        .offer(id)
        .is_some_and(|record| CaseTalk::FACTS.iter().any(|fact| record.facts.get(*fact).is_some()));
    if known { script::show(desk, ENTRY, id, Variant::Normal) } else { Reply::Show(begin(desk, id)) }
}

/// The first question of the case.
pub(crate) fn begin(desk: &mut Desk, id: OfferId) -> Card {
    let facts = desk.account.offer(id).map(|record| record.facts.clone()).unwrap_or_default();
    let mut card = walk::take_step(desk, Input::Case { offer: id, facts });
    card.blocks.insert(
        0,
        Block::Text(
            "A few questions, all of them optional, and each answer is kept for your scripts too. The market and your figures \
             I have already."
                .into(),
        ),
    );
    card
}

/// The page once the questions are through, below what was said last.
pub(crate) fn finished(desk: &mut Desk, id: OfferId, said: Card) -> Card {
    match script::show(desk, ENTRY, id, Variant::Normal) {
        Reply::Show(mut page) | Reply::Update(mut page) => {
            page.blocks.splice(0..0, said.blocks);
            page
        }
        _ => about::old_control(),
    }
}

/// A press of one of the page's buttons, or of the button that leads to it.
pub(crate) fn pressed(desk: &mut Desk, press: &Press) -> Reply {
    if press.action.number == 0 {
        return command(desk, None);
    }
    offers::known(desk, OfferId(press.action.number), |desk, id| match press.action.subject.as_str() {
        ASK => Reply::Show(begin(desk, id)),
        LINES => Reply::Show(lines_card(desk, id)),
        _ => open(desk, id),
    })
}

/// What stands around the page: what would make it stronger, and where to go from it.
pub(crate) fn around(card: Card, record: &OfferRecord) -> Card {
    let press = |subject| Press::always(Action::on_offer(Verb::Case, subject, record.id));
    let mut missing: Vec<String> = CaseTalk::FACTS
        .iter()
        .filter(|fact| record.facts.get(**fact).is_none())
        .map(|fact| fact.label().to_lowercase())
        .collect();
    if record.offer.left_behind.is_none() {
        missing.push("unvested pay you leave behind (/offer edit)".into());
    }
    let card = card.with_buttons(vec![
        Button::new("Lines to add", press(LINES)),
        Button::new("Go through the questions", press(ASK)),
    ]);
    if missing.is_empty() { card } else { card.with_small(format!("Not in it yet: {}.", missing.join("; "))) }
}

fn lines_card(desk: &Desk, id: OfferId) -> Card {
    let Some(record) = desk.account.offer(id) else { return about::old_control() };
    let blocks = match lines(desk, record) {
        Ok(blocks) => blocks,
        Err(card) => return card,
    };
    let mut card = Card::titled("Lines to add");
    card.blocks = blocks;
    card.with_buttons(vec![
        Button::primary("Your case", Press::always(Action::of_offer(Verb::Case, id))),
        Button::new("Edit the offer", Press::always(Action::of_offer(Verb::Edit, id))),
    ])
}

/// What may be said about other offers and dates, from what was entered.
pub(crate) fn lines(desk: &Desk, record: &OfferRecord) -> Result<Vec<Block>, Card> {
    let competition = script::with_material(desk, record, |material| desk.catalogue.competition(material))
        .map_err(|error| script::my_mistake(&error))?;
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
