//! Facts for a script: asked for in a form, looked over, changed.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::show;
use crate::app::desk::Desk;
use crate::app::forms::fact_input;
use crate::app::outcome::{Gone, Outcome, Place};
use crate::echo::Echo;
use crate::offer::{Fact, OfferId, OfferRecord};
use crate::playbook::{Entry, Variant};
use crate::reading::{asks, read_fact, says_none};
use crate::reply::{Action, Block, Button, Card, Choice, Form, Press, Verb};
use crate::session::bare_no;
use crate::words;

/// Inputs of one form (Discord's limit).
const FORM_INPUTS: usize = 5;

/// The form for facts: the missing ones first, then others of the entry as far as there is room.
pub(super) fn form(entry: &Entry, record: &OfferRecord, facts: &[Fact], today: Date) -> Form {
    let told = record.told(today);
    let open = |fact: &Fact| !facts.contains(fact) && told.fits(*fact) && told.kept(*fact).is_none();
    let asked = facts.iter().copied().chain(entry.facts().filter(open)).take(FORM_INPUTS);
    let inputs = asked.map(|fact| fact_input(fact, told.kept(fact), entry.needs.contains(&fact))).collect();
    Form {
        title: entry.title.chars().take(45).collect(),
        press: Press::always(Action::on_offer(Verb::Facts, &entry.name, record.id)),
        inputs,
    }
}

/// "Edit facts": a list of what the script can use; choosing one opens its form.
pub(crate) fn edit(desk: &Desk, record: &OfferRecord, name: &str, chosen: Option<&str>) -> Outcome {
    let Some(entry) = desk.catalogue.find(name) else { return Outcome::Gone(Gone::Control) };
    let press = Press::always(Action::on_offer(Verb::Facts, &entry.name, record.id));
    let told = record.told(desk.today());
    let form = |title: &str, facts: Vec<Fact>| {
        let inputs = facts.into_iter().map(|fact| fact_input(fact, told.kept(fact), false)).collect();
        let button = Button::primary("Edit facts", press.clone());
        let otherwise = Card::text("Press the button, and what the text can use stands in a form.");
        let form = Form { title: title.into(), press: press.clone(), inputs };
        Outcome::form(form, otherwise.with_buttons(vec![button]))
    };
    if let Some(fact) = chosen.and_then(|key| key.parse::<Fact>().ok()) {
        return form("Edit a fact", vec![fact]);
    }
    let facts: Vec<Fact> = entry.facts().take(25).collect();
    if facts.len() <= FORM_INPUTS {
        return form("Edit facts", facts);
    }
    let options = facts.into_iter().map(|fact| {
        let given = crate::words::told(&told, fact).unwrap_or_else(|| "not given".into());
        Choice::new(words::fact_label(fact), fact.key()).described(Echo::of(&given))
    });
    let card = Card::titled(format!("Facts for: {}", entry.title))
        .with(Block::Lead("Choose what to fill in or change. What you leave empty is left out of the text.".into()))
        .with_select(press, "Choose a fact", options.collect());
    Outcome::below(card)
}

/// Facts that were handed in: kept with the offer, and the script shown with them.
pub(crate) fn keep(desk: &mut Desk, id: OfferId, name: &str, texts: &BTreeMap<String, String>) -> Outcome {
    let today = desk.today();
    let mut left = None;
    if let Some(record) = desk.account.offer_mut(id) {
        for (key, text) in texts {
            let Ok(fact) = key.parse::<Fact>() else { continue };
            // As in the questions of the case: "none" takes it out, a bare no says nothing.
            if asks(text) || text.trim_start().starts_with('/') {
                // "who pays?" is no cost of a move: the text would say it to the recruiter.
                left = Some(Echo::of(text));
            } else if says_none(text) {
                record.tell(fact, "");
            } else if !bare_no(text) {
                record.tell(fact, &read_fact(fact, text, today));
            }
        }
    }
    let mut outcome = show(desk, name, id, Variant::Normal).at(Place::Here);
    if let (Some(echo), Outcome::Page(page)) = (left, &mut outcome) {
        let said = format!("I left out \"{echo}\": that reads like a question, and the text would say it to them.");
        page.card.blocks.insert(0, Block::Text(said));
    }
    outcome
}
