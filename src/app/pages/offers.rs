//! Saved offers: quick entry, list, show, edit, name, delete.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::app::account::MOST_OFFERS;
use crate::app::pages::about;
use crate::app::pages::analysis;
use crate::app::pages::checklist;
use crate::app::pages::counter;
use crate::app::pages::paste;
use crate::app::pages::price;
use crate::app::pages::script;
use crate::app::pages::what_if;
use crate::app::pages::what_if_text;
use crate::app::request::Body;
use crate::app::route::Desk;
use crate::app::walk;
use crate::app::walk::card;
use crate::market::Bands;
use crate::offer::{Field, Level, Offer, OfferDraft, OfferId, OfferRecord};
use crate::playbook::Done;
use crate::reading::{Answer, Doubt, Reading, read_answer};
use crate::reply::{Action, Press, Verb};
use crate::reply::{Block, Button, Card, Form, Reply, TextInput};
use crate::session::{Input, Purpose};

/// Runs `then` on the offer a text names, or says that there is none.
pub(crate) fn with_offer(desk: &mut Desk, text: Option<&str>, then: impl Fn(&mut Desk, OfferId) -> Reply) -> Reply {
    match desk.account.named(text).map(|record| record.id) {
        Some(id) => then(desk, id),
        None if desk.account.offers().is_empty() => Reply::Show(no_offer()),
        None => Reply::Show(unknown(desk, text)),
    }
}

/// Says that no offer is called so, and which there are.
pub(crate) fn unknown(desk: &Desk, text: Option<&str>) -> Card {
    let mut card = list(desk);
    card.blocks.insert(0, Block::Text(format!("None of your offers is called \"{}\".", text.unwrap_or_default())));
    card
}

/// Runs `then` on an offer that a control names, or says that it is gone.
pub(crate) fn known(desk: &mut Desk, id: OfferId, then: impl FnOnce(&mut Desk, OfferId) -> Reply) -> Reply {
    if desk.account.offer(id).is_some() {
        return then(desk, id);
    }
    Reply::Show(Card::text("That offer is deleted. /offer list shows the ones you have."))
}

fn no_offer() -> Card {
    Card::text("You have no saved offer yet. Enter it once, and everything else fills itself in.").with_buttons(vec![
        Button::primary("Enter your offer", Press::always(Action::bare(Verb::Start))),
        paste::button(),
    ])
}

/// The analysis of an offer.
pub(crate) fn show(desk: &Desk, id: OfferId) -> Reply {
    page(desk, id, |record, bands, now| price::with_button(desk, record, analysis::card(record, bands, now)))
}

/// A page about an offer: a new message for a command, in place for a press.
pub(crate) fn page(desk: &Desk, id: OfferId, page: impl FnOnce(&OfferRecord, &Bands, Timestamp) -> Card) -> Reply {
    let Some(record) = desk.account.offer(id) else {
        return Reply::Show(about::old_control());
    };
    in_place(desk, page(record, desk.bands, desk.now))
}

/// A new message for a command or words, in place for a control.
pub(crate) fn in_place(desk: &Desk, card: Card) -> Reply {
    match desk.request.body {
        Body::Press(_) | Body::Choose(..) | Body::Submit(..) => Reply::Update(card),
        _ => Reply::Show(card),
    }
}

/// `/offer quick`: reads every option, says all that is wrong at once, else saves and analyses.
pub(crate) fn quick(desk: &mut Desk, options: &BTreeMap<String, String>) -> Reply {
    let mut draft = OfferDraft::default();
    let mut problems = read_quick(&mut draft, options, desk.today());
    let hours = match options.get("hours").filter(|text| !text.trim().is_empty()) {
        Some(text) => what_if_text::read_hours(text).map_err(|problem| problems.push(format!("hours: {problem}"))).ok(),
        None => None,
    };
    let offer = match draft.complete() {
        Ok(offer) if problems.is_empty() => offer,
        _ => {
            let card = Card::titled("Almost: one more look")
                .with(Block::Lead("I could not read everything, so nothing is saved yet.".into()))
                .with(Block::Bullets(problems))
                .with_small(
                    "Send the command again with that changed, or use /offer start and I ask one thing at a time.",
                );
            return Reply::Show(card);
        }
    };
    let before = desk.account.offers().len();
    let card = keep(desk, offer, None, None);
    match desk.account.offers().get(before).map(|record| record.id) {
        Some(id) if hours.is_some() => {
            what_if::keep_hours(desk, id, hours);
            show(desk, id)
        }
        _ => Reply::Show(card),
    }
}

fn read_quick(draft: &mut OfferDraft, options: &BTreeMap<String, String>, today: jiff::civil::Date) -> Vec<String> {
    let text = |key: &str| options.get(key).map_or("", |text| text.trim());
    let mut problems = Vec::new();
    match text("level").parse::<Level>() {
        Ok(level) => draft.level = Some(level),
        Err(error) => problems.push(format!("level: {error}.")),
    }
    let sign_on = format!("{} / {}", text("sign_on_1"), text("sign_on_2"));
    let rsu =
        if text("price").is_empty() { text("rsu").to_owned() } else { format!("{} @ {}", text("rsu"), text("price")) };
    let parts =
        [("location", Field::Location, text("location").to_owned()), ("base", Field::Base, text("base").to_owned())];
    let parts = parts.into_iter().chain([("sign_on_1, sign_on_2", Field::SignOn, sign_on), ("rsu", Field::Grant, rsu)]);
    for (option, field, text) in parts {
        if let Err(problem) = read_option(draft, field, &text, today) {
            problems.push(format!("{option}: {problem}"));
        }
    }
    problems
}

/// Reads one option. A figure that may be ten times off is taken as typed: the analysis
/// warns of it first, as a command can't ask back.
fn read_option(draft: &mut OfferDraft, field: Field, text: &str, today: jiff::civil::Date) -> Result<(), String> {
    let Reading { answers, doubt, problem } = read_answer(field, text, draft, today);
    if let Some(problem) = problem {
        return Err(problem.0);
    }
    let settled = match doubt {
        None => None,
        Some(Doubt::Zeros { typed, .. }) => Some(typed),
        Some(Doubt::SharePrice { .. }) => {
            return Err("add the option `price` with the dollars a share, for example 182.50.".into());
        }
        Some(Doubt::GrantPerYear { .. }) => {
            return Err("give the whole grant over four years, for example 400k.".into());
        }
        Some(_) => return Err("that can be read in two ways; give one plain amount, for example 90k.".into()),
    };
    let mut answered = false;
    for answer in answers.into_iter().chain(settled).filter(|answer| answer.field() == field) {
        answered = !matches!(answer, Answer::Nothing(_));
        answer.put_into(draft);
    }
    if answered { Ok(()) } else { Err("I found no answer in that; for example 185k.".into()) }
}

/// Keeps a finished offer and answers with its analysis, or with what it was needed for.
pub(crate) fn keep(desk: &mut Desk, offer: Offer, editing: Option<OfferId>, purpose: Option<Purpose>) -> Card {
    let now = desk.now;
    let replaced = editing.and_then(|id| desk.account.offer_mut(id));
    let id = if let Some(record) = replaced {
        if record.offer != offer {
            // A correction, not a move of the recruiter's: those are kept apart by `/offer revise`,
            // and scripts speak of them.
            record.offer = offer;
            record.updated = now;
        }
        record.id
    } else {
        let unsaved = OfferRecord::new(OfferId(0), offer.clone(), now);
        match desk.account.add(offer, now) {
            Some(id) => id,
            None => return full(&unsaved, desk),
        }
    };
    checklist::done(desk, id, Done::Analysed);
    if let Some(card) = purpose.and_then(|purpose| after_saving(desk, &purpose, id)) {
        return card;
    }
    desk.account.offer(id).map_or_else(about::old_control, |record| {
        price::with_button(desk, record, analysis::card(record, desk.bands, now))
    })
}

/// What the offer was needed for.
fn after_saving(desk: &mut Desk, purpose: &Purpose, id: OfferId) -> Option<Card> {
    counter::after_saving(desk, purpose, id)
        .or_else(|| what_if::after_saving(desk, purpose, id))
        .or_else(|| script::after_saving(desk, purpose, id))
}

fn full(unsaved: &OfferRecord, desk: &Desk) -> Card {
    let mut card = analysis::card(unsaved, desk.bands, desk.now);
    card.controls.clear();
    card.blocks.insert(
        0,
        Block::Text(format!("Not saved: you have {MOST_OFFERS} offers, the most I keep. /offer delete makes room. Here is the analysis all the same.")),
    );
    card
}

/// Every saved offer on a line.
pub(crate) fn list(desk: &Desk) -> Card {
    let open = card::open_walkthrough(desk.account.session());
    if desk.account.offers().is_empty() {
        let mut card = no_offer();
        if let Some(open) = open {
            card.blocks.insert(0, Block::Text(format!("{open} /offer start goes on with it.")));
        }
        return card;
    }
    let lines: Vec<String> = desk
        .account
        .offers()
        .iter()
        .rev()
        .map(|record| {
            let (analysis, _) = analysis::analysis(record, desk.bands, desk.now);
            let standing = analysis
                .standing
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
        .map(|record| {
            Button::new(format!("Show #{}", record.id), Press::always(Action::of_offer(Verb::Show, record.id)))
        })
        .collect();
    let mut card = Card::titled("Your offers").with(Block::Bullets(lines)).with_buttons(buttons);
    if let Some(open) = open {
        card = card.with(Block::Text(format!("{open} /offer start goes on with it.")));
    }
    card.with_small("/offer show, edit and delete take the number or the name.")
}

/// Opens the answers of an offer on the card of answers.
pub(crate) fn edit(desk: &mut Desk, id: OfferId) -> Reply {
    let Some(offer) = desk.account.offer(id).map(|record| record.offer.clone()) else {
        return Reply::Show(about::old_control());
    };
    let reply = walk::step_with(desk, Input::Edit { id, offer: Box::new(offer) });
    // The analysis stays where it is; the answers open below it.
    match reply {
        Reply::Update(card) => Reply::Show(card),
        reply => reply,
    }
}

/// As [`edit`], asking at once for one field where `field` names one.
pub(crate) fn edit_at(desk: &mut Desk, id: OfferId, field: &str) -> Reply {
    let reply = edit(desk, id);
    let opened = desk.account.session().state.walk().is_some_and(|walk| walk.editing == Some(id));
    match field.parse::<Field>() {
        Ok(field) if opened => match walk::step_with(desk, Input::Change(field)) {
            Reply::Update(card) => Reply::Show(card),
            reply => reply,
        },
        _ => reply,
    }
}

/// The form for an offer's name.
pub(crate) fn ask_name(desk: &Desk, id: OfferId, press: &Press) -> Reply {
    let name = desk.account.offer(id).map(|record| record.name.clone()).unwrap_or_default();
    Reply::Form(Form {
        title: "Save as".into(),
        press: press.clone(),
        inputs: vec![TextInput {
            key: "name".into(),
            label: "What to call this offer".into(),
            example: "Amazon L6, first offer".into(),
            value: name,
            required: true,
            long: false,
            longest: LONGEST_NAME,
        }],
    })
}

/// The longest name of an offer, in characters.
const LONGEST_NAME: u16 = 60;

/// Names an offer.
pub(crate) fn rename(desk: &mut Desk, id: OfferId, texts: &BTreeMap<String, String>) -> Reply {
    let now = desk.now;
    let name = texts.get("name").map(String::as_str).unwrap_or_default();
    let name: String =
        name.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(usize::from(LONGEST_NAME)).collect();
    if name.is_empty() {
        return Reply::Show(Card::text("A name needs at least one letter. The old one stays."));
    }
    let taken = desk.account.offers().iter().any(|record| record.id != id && record.name.eq_ignore_ascii_case(&name));
    if taken {
        return Reply::Show(Card::text(format!(
            "Another of your offers is called \"{name}\" already. The old name stays."
        )));
    }
    if let Some(record) = desk.account.offer_mut(id) {
        record.name = name;
        record.updated = now;
    }
    show(desk, id)
}

/// Asks before deleting.
pub(crate) fn ask_delete(desk: &Desk, id: OfferId) -> Reply {
    let name = desk.account.offer(id).map(|record| record.name.clone()).unwrap_or_default();
    let card = Card::titled("Delete this offer?")
        .with(Block::Lead(format!("\"{name}\" goes with its earlier versions and your facts for its scripts.")))
        .with_buttons(vec![
            Button::primary("Keep it", Press::always(Action::of_offer(Verb::Show, id))),
            Button::danger("Delete it", Press::always(Action::of_offer(Verb::Confirm, id))),
        ]);
    Reply::Show(card)
}

/// Deletes an offer.
pub(crate) fn delete(desk: &mut Desk, id: OfferId) -> Reply {
    match desk.account.remove(id) {
        Some(record) => Reply::Update(Card::text(format!("Deleted: \"{}\".", record.name))),
        None => Reply::Show(about::old_control()),
    }
}
