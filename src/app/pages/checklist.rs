//! `/checklist`: three parts as ticks, kept with the offer. Lines tick themselves where the
//! bot knows; the others are the user's.

use std::collections::BTreeMap;

use crate::app::links;
use crate::app::pages::about;
use crate::app::pages::offers;
use crate::app::request::Body;
use crate::app::route::Desk;
use crate::app::walk;
use crate::market::Place;
use crate::offer::{Level, OfferId, OfferRecord};
use crate::playbook::{ChecklistLine, ChecklistPart, Done};
use crate::reply::{Action, Press, Verb};
use crate::reply::{Block, Button, Card, Choice, Controls, Reply};
use crate::session::Purpose;

/// `/checklist`: that of the newest offer.
pub(crate) fn command(desk: &mut Desk) -> Reply {
    match desk.account.newest().map(|record| record.id) {
        Some(id) => Reply::Show(card(desk, id).unwrap_or_else(about::old_control)),
        None => walk::start_for(desk, Some(Purpose { command: "checklist".into(), name: String::new() })),
    }
}

/// The checklist's button, or a line of it chosen.
pub(crate) fn pressed(desk: &mut Desk, press: &Press, value: Option<&str>) -> Reply {
    if press.action.number == 0 {
        return command(desk);
    }
    offers::known(desk, OfferId(press.action.number), |desk, id| {
        if let Some(key) = value {
            turn(desk, id, key);
        }
        match (card(desk, id), value) {
            (Some(card), Some(_)) => offers::in_place(desk, card),
            (Some(card), None) => Reply::Show(card),
            (None, _) => Reply::Show(about::old_control()),
        }
    })
}

/// Ticks a line, or takes its tick away. What the offer itself shows can't be unticked.
fn turn(desk: &mut Desk, id: OfferId, key: &str) {
    let (catalogue, now) = (desk.catalogue, desk.now);
    let Some(record) = desk.account.offer_mut(id) else { return };
    let parts = catalogue.checklist(record);
    let Some(line) = parts.iter().flat_map(|part| &part.lines).find(|line| line.key == key) else { return };
    if line.by_itself {
        return;
    }
    if record.ticks.remove(key).is_none() {
        record.ticks.insert(key.to_owned(), now);
    }
}

/// Something was done for an offer: its line ticks itself, once.
pub(crate) fn done(desk: &mut Desk, id: OfferId, done: Done) {
    let now = desk.now;
    if let Some(key) = desk.catalogue.ticked_by(done)
        && let Some(record) = desk.account.offer_mut(id)
    {
        record.ticks.entry(key.to_owned()).or_insert(now);
    }
}

/// What a request that was answered with a page counts as.
pub(crate) fn note(desk: &mut Desk, reply: &Reply) {
    let (Reply::Show(page) | Reply::Update(page)) = reply else { return };
    let (thing, id) = match &desk.request.body {
        Body::Command { name, options } => {
            let thing = match name.as_str() {
                "offer show" => Done::Analysed,
                "bands" => return looked_up(desk, options),
                "offer quick" if options.get("hours").is_some_and(|hours| !hours.trim().is_empty()) => {
                    Done::HourlyShown
                }
                "whatif" => Done::HourlyShown,
                "counter" => Done::CounterPlanned,
                "tax" => Done::TaxShown,
                "calendar" => Done::CalendarShown,
                _ => return,
            };
            (thing, desk.account.named(options.get("offer").map(String::as_str)).map(|record| record.id))
        }
        Body::Press(press) | Body::Choose(press, _) => {
            let thing = match press.action.verb {
                Verb::Show => Done::Analysed,
                Verb::WhatIf => Done::HourlyShown,
                Verb::Counter => Done::CounterPlanned,
                Verb::Tax => Done::TaxShown,
                Verb::Calendar => Done::CalendarShown,
                _ => return,
            };
            (thing, Some(OfferId(press.action.number)))
        }
        _ => return,
    };
    // A page about an offer has its figures in columns or points; a sentence that there is no
    // such offer, or a list of what could not be read, has neither or has no controls.
    let has_figures = page.blocks.iter().any(|block| !matches!(block, Block::Text(_))) && !page.controls.is_empty();
    if let Some(id) = id.filter(|_| has_figures) {
        done(desk, id, thing);
    }
}

/// A band was looked up: it counts for the offers of that level and place.
fn looked_up(desk: &mut Desk, options: &BTreeMap<String, String>) {
    let option = |key: &str| options.get(key).cloned().unwrap_or_default();
    let (level, place) = (option("level").parse::<Level>(), Place::from(option("location")));
    let offers = desk.account.offers().iter();
    let fitting = offers.filter(|record| level.as_ref() == Ok(&record.offer.level) && record.offer.place == place);
    for id in fitting.map(|record| record.id).collect::<Vec<_>>() {
        done(desk, id, Done::BandsShown);
    }
}

/// The checklist of an offer.
pub(crate) fn card(desk: &Desk, id: OfferId) -> Option<Card> {
    let record = desk.account.offer(id)?;
    let parts = desk.catalogue.checklist(record);
    let lines: Vec<&ChecklistLine> = parts.iter().flat_map(|part| &part.lines).collect();
    let ticked = lines.iter().filter(|line| line.ticked).count();
    let mut card = Card::titled(format!("Checklist: {}", record.name)).with(Block::Lead(progress(ticked, lines.len())));
    for part in &parts {
        card =
            card.with(Block::Heading(part.title.clone())).with(Block::Bullets(part.lines.iter().map(mark).collect()));
    }
    card.controls.extend(choices(record, &parts));
    let mut open = lines.iter().filter(|line| !line.ticked);
    let next = open.find_map(|line| links::button(desk.catalogue, &line.command, Some(id)));
    let mut buttons: Vec<Button> =
        next.map(|button| Button::primary(format!("Next: {}", button.label), button.press)).into_iter().collect();
    buttons.push(Button::new("The analysis", Press::always(Action::of_offer(Verb::Show, id))));
    Some(
        card.with_buttons(buttons)
            .with_small("Lines tick themselves where I know; the rest are yours. Ticks belong to this offer."),
    )
}

fn progress(ticked: usize, all: usize) -> String {
    if ticked == all { format!("All {all} done. Well prepared.") } else { format!("{ticked} of {all} done.") }
}

fn mark(line: &ChecklistLine) -> String {
    format!("{} {} ({})", if line.ticked { "\u{2611}" } else { "\u{2610}" }, line.says, line.command)
}

fn choices(record: &OfferRecord, parts: &[ChecklistPart]) -> Option<Controls> {
    let options: Vec<Choice> = parts
        .iter()
        .flat_map(|part| part.lines.iter().map(move |line| (part, line)))
        .filter(|(_, line)| !line.by_itself)
        .map(|(part, line)| Choice {
            label: format!("{}: {}", if line.ticked { "Untick" } else { "Tick" }, line.says)
                .chars()
                .take(100)
                .collect(),
            value: line.key.clone(),
            description: Some(part.title.clone()),
        })
        .collect();
    (!options.is_empty()).then(|| Controls::Select {
        press: Press::always(Action::of_offer(Verb::Tick, record.id)),
        prompt: "Tick or untick a line".into(),
        options,
    })
}
