//! Saved offers: list, edit, name, delete.

use std::collections::BTreeMap;

use crate::app::desk::Desk;
use crate::app::links;
use crate::app::outcome::{Gone, Outcome, Place};
use crate::app::words::walkthrough::open_walkthrough;
use crate::echo::{self, Echo};
use crate::offer::{Field, OfferId, OfferRecord};
use crate::reply::{Block, Button, Card, Form, Press, TextInput, Verb};
use crate::session::Input;

/// Every saved offer on a line.
pub(crate) fn list(desk: &Desk) -> Outcome {
    Outcome::below(card(desk, None))
}

/// Says that there is no offer yet, and how there can be one.
pub(crate) fn none_saved() -> Outcome {
    Outcome::below(nothing(None))
}

/// Says that no offer is called so, and which there are.
pub(crate) fn none_called(desk: &Desk, echo: &Echo) -> Outcome {
    Outcome::below(card(desk, Some(format!("None of your offers is called \"{echo}\"."))))
}

fn nothing(said: Option<String>) -> Card {
    Card::default()
        .said(said)
        .with(Block::Text("You have no saved offer yet. Enter it once, and everything else fills itself in.".into()))
        .with_buttons(vec![links::enter_offer(), links::paste()])
}

fn card(desk: &Desk, said: Option<String>) -> Card {
    let open = open_walkthrough(desk.account.session()).map(|open| format!("{open} /offer start goes on with it."));
    if desk.account.offers().is_empty() {
        return nothing(said.or(open));
    }
    let lines: Vec<String> = desk
        .account
        .offers()
        .iter()
        .rev()
        .map(|record| {
            let worked_out = desk.work_out(record);
            let analysis = worked_out.analysis();
            let standing = analysis
                .standing
                .as_ref()
                .map_or("no percentile".to_owned(), |standing| crate::words::percentile(standing.percentile));
            format!(
                "#{} {}: {} a year on average, {standing}",
                record.id,
                record.name,
                analysis.four_year_average.short()
            )
        })
        .collect();
    let buttons = desk
        .account
        .offers()
        .iter()
        .rev()
        .take(5)
        .map(|record| Button::new(format!("Show #{}", record.id), links::of_offer(Verb::Show, record.id)))
        .collect();
    Card::titled("Your offers")
        .said(said)
        .with(Block::Bullets(lines))
        .with_buttons(buttons)
        .said(open)
        .with_small("/offer show, edit and delete take the number or the name.")
}

/// Opens the answers of an offer on the card of answers, or asks at once for one of them. The
/// page it was asked from stays where it is.
pub(crate) fn edit(record: &OfferRecord, field: Option<Field>) -> Outcome {
    let input = Input::Edit { id: record.id, offer: Box::new(record.offer.clone()), field };
    Outcome::walk(input).at(Place::Below)
}

/// The form for an offer's name.
pub(crate) fn ask_name(record: &OfferRecord, press: &Press) -> Outcome {
    let name = &record.name;
    let input = TextInput::new("name", "What to call this offer", "Amazon L6, first offer").at_most(LONGEST_NAME);
    let form = Form { title: "Save as".into(), press: press.clone(), inputs: vec![input.value(name)] };
    let button = Button::primary("Name it", press.clone());
    Outcome::form(form, Card::text(format!("What should \"{name}\" be called?")).with_buttons(vec![button]))
}

/// The longest name of an offer, in characters.
const LONGEST_NAME: u16 = 40;

/// Names an offer.
pub(crate) fn rename(desk: &mut Desk, id: OfferId, texts: &BTreeMap<String, String>) -> Outcome {
    let now = desk.now;
    let name = texts.get("name").map(String::as_str).unwrap_or_default();
    let name = echo::kept(name, Echo::LONGEST);
    if name.is_empty() {
        return Outcome::below(Card::text("A name needs at least one letter. The old one stays."));
    }
    if crate::reading::asks(&name) || name.starts_with('/') {
        return Outcome::below(Card::text(format!(
            "\"{name}\" reads like a question or a command, so the old name stays. Open \"Save as\" again and write a name, like \"Amazon, first offer\"."
        )));
    }
    let taken = desk.account.offers().iter().any(|record| record.id != id && record.name.eq_ignore_ascii_case(&name));
    if taken {
        return Outcome::below(Card::text(format!(
            "Another of your offers is called \"{name}\" already. The old name stays."
        )));
    }
    if let Some(record) = desk.account.offer_mut(id) {
        record.name = name;
        record.updated = now;
    }
    Outcome::Analysis(id, None)
}

/// Asks before deleting.
pub(crate) fn ask_delete(record: &OfferRecord) -> Outcome {
    let lead = format!("\"{}\" goes with its earlier versions and your facts for its scripts.", record.name);
    Outcome::below(Card::titled("Delete this offer?").with(Block::Lead(lead)).with_buttons(vec![
        Button::primary("Keep it", links::of_offer(Verb::Show, record.id)),
        Button::danger("Delete it", links::of_offer(Verb::Confirm, record.id)),
    ]))
}

/// Deletes an offer.
pub(crate) fn delete(desk: &mut Desk, id: OfferId) -> Outcome {
    match desk.account.remove(id) {
        Some(record) => Outcome::here(Card::text(format!("Deleted: \"{}\".", record.name))),
        None => Outcome::Gone(Gone::Offer),
    }
}
