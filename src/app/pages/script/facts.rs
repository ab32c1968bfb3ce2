//! Facts for a script: asked for in a form, looked over, changed.

use std::collections::BTreeMap;

use super::show;
use crate::app::desk::Desk;
use crate::app::forms::fact_input;
use crate::app::outcome::{Gone, Outcome, Place};
use crate::offer::{Fact, Facts, OfferId, OfferRecord};
use crate::playbook::{Entry, Variant};
use crate::reply::{Action, Block, Button, Card, Choice, Form, Press, Verb};

/// Inputs of one form (Discord's limit).
const FORM_INPUTS: usize = 5;

/// The form for facts: the missing ones first, then others of the entry as far as there is room.
pub(super) fn form(entry: &Entry, id: OfferId, facts: &[Fact], known: &Facts) -> Form {
    let others = entry.facts().filter(|fact| !facts.contains(fact) && known.get(*fact).is_none());
    let asked: Vec<Fact> = facts.iter().copied().chain(others).take(FORM_INPUTS).collect();
    let inputs = asked.into_iter().map(|fact| fact_input(fact, known, entry.needs.contains(&fact))).collect();
    Form {
        title: entry.title.chars().take(45).collect(),
        press: Press::always(Action::on_offer(Verb::Facts, &entry.name, id)),
        inputs,
    }
}

/// "Edit facts": a list of what the script can use; choosing one opens its form.
pub(crate) fn edit(desk: &Desk, record: &OfferRecord, name: &str, chosen: Option<&str>) -> Outcome {
    let Some(entry) = desk.catalogue.find(name) else { return Outcome::Gone(Gone::Control) };
    let press = Press::always(Action::on_offer(Verb::Facts, &entry.name, record.id));
    let form = |title: &str, facts: Vec<Fact>| {
        let inputs = facts.into_iter().map(|fact| fact_input(fact, &record.facts, false)).collect();
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
        let given: String = record.facts.get(fact).unwrap_or("not given").chars().take(90).collect();
        Choice::new(fact.label(), fact.key()).described(given)
    });
    let card = Card::titled(format!("Facts for: {}", entry.title))
        .with(Block::Lead("Choose what to fill in or change. What you leave empty is left out of the text.".into()))
        .with_select(press, "Choose a fact", options.collect());
    Outcome::below(card)
}

/// Facts that were handed in: kept with the offer, and the script shown with them.
pub(crate) fn keep(desk: &mut Desk, id: OfferId, name: &str, texts: &BTreeMap<String, String>) -> Outcome {
    if let Some(record) = desk.account.offer_mut(id) {
        for (key, text) in texts {
            if let Ok(fact) = key.parse::<Fact>() {
                record.facts.set(fact, text);
            }
        }
    }
    show(desk, name, id, Variant::Normal).at(Place::Here)
}
