//! From a request to the page that answers it, and from what the page returns to the reply.
//! The only file that names pages.
//!
//! Pure: the account in memory is changed, and the door makes it durable.

mod words;

use std::collections::BTreeMap;

use super::account::Purpose;
use super::command::{Command, Options};
use super::complete;
use super::desk::Desk;
use super::links;
use super::outcome::{Gone, NotThere, Outcome, Page, Place, Turn};
use super::pages::script::{self, Collection};
use super::pages::{
    about, analysis, bands, calendar, checklist, compare, counter, help, lever, method, offers, paste, price, quick,
    revise, tax, topic, warnings, what_if,
};
use super::request::{Body, Request, Venue};
use super::walk::{self, Ended, Walked};
use super::words::needs::needs_offer;
use super::words::refusals;
use crate::market::Place as JobPlace;
use crate::money::Currency;
use crate::offer::OfferId;
use crate::playbook::{Done, Variant};
use crate::reply::{Action, Block, Button, Card, Press, Reply, Verb};
use crate::session::Input;
use crate::words::answers;

/// What to do about a request.
pub(crate) enum Decision {
    /// Answer, once the account is durable.
    Answer(Reply),
    /// Erase everything of the user, then answer.
    Forget(Reply),
}

/// Answers a request.
pub(crate) fn decide(desk: &mut Desk, request: &Request) -> Decision {
    if !matches!(request.body, Body::Words(_) | Body::Opened | Body::Complete { .. }) {
        words::hush(desk);
    }
    let outcome = match &request.body {
        Body::Command { command, options } => answer(desk, *command, options),
        Body::UnknownCommand => Outcome::below(refusals::unknown_command()),
        Body::Press(press) => pressed(desk, press, None),
        Body::Choose(press, value) => pressed(desk, press, Some(value)),
        Body::Submit(press, texts) => submitted(desk, press, texts),
        Body::Words(text) => words::words(desk, text),
        Body::Arrived => arrived(desk),
        Body::Letter(brought) => paste::brought(desk, brought),
        Body::Opened => return Decision::Answer(Reply::Nothing),
        Body::Complete { command, option, typed } => {
            return Decision::Answer(Reply::Suggest(complete::suggest(desk, *command, option, typed)));
        }
    };
    reply(desk, &request.body, outcome)
}

/// A command's page; where it needs an offer and there is none, that is asked for first.
fn answer(desk: &mut Desk, command: Command, options: &Options) -> Outcome {
    match page(desk, command, options) {
        Outcome::NotThere(NotThere::NoOffer) if needs_offer(command).is_some() => {
            Outcome::Need(Purpose { command, options: options.clone() })
        }
        outcome => outcome,
    }
}

fn page(desk: &mut Desk, command: Command, options: &Options) -> Outcome {
    match command {
        Command::OfferStart => Outcome::Begin,
        Command::OfferQuick => quick::command(desk, options),
        Command::OfferPaste => paste::command(options),
        Command::OfferList => offers::list(desk),
        Command::OfferShow => desk.about(options, |record| analysis::show(desk, record, None)),
        Command::OfferEdit => desk.about(options, |record| offers::edit(record, None)),
        Command::OfferRevise => desk.about(options, |record| revise::form(desk, record)),
        Command::OfferCompare => compare::show(desk),
        Command::OfferDelete => desk.about(options, offers::ask_delete),
        Command::Bands => bands::command(desk, options),
        Command::Counter => counter::command(desk, options),
        Command::WhatIf => what_if::command(desk, options),
        Command::Script => script::command(desk, Collection::Scripts, options),
        Command::Email => script::command(desk, Collection::Emails, options),
        Command::Tax => tax::command(desk, options),
        Command::Calendar => desk.about(options, |record| calendar::show(desk, record)),
        Command::Lever => lever::command(desk, options),
        Command::Case => script::case_command(desk, options),
        Command::Checklist => checklist::command(desk, options),
        Command::Playbook => topic::command(desk, options),
        Command::Privacy => Outcome::below(about::privacy()),
        Command::Forget => about::ask_forget(),
        Command::Help => Outcome::below(help::card()),
    }
}

/// A control's page.
fn pressed(desk: &mut Desk, press: &Press, value: Option<&str>) -> Outcome {
    let press = &press.clone().as_meant_now();
    match press.action.offer {
        // These are good without the offer that they were shown beside.
        Some(_) if matches!(press.action.verb, Verb::Topic | Verb::Start | Verb::Paste) => {
            pressed_of_none(desk, press, value)
        }
        Some(offer) if desk.account.offer(offer).is_none() => Outcome::Gone(Gone::Offer),
        Some(offer) => pressed_of_offer(desk, press, offer, value),
        None => pressed_of_none(desk, press, value),
    }
}

/// A control about a saved offer that is there.
fn pressed_of_offer(desk: &mut Desk, press: &Press, id: OfferId, value: Option<&str>) -> Outcome {
    let subject = press.action.subject.as_str();
    match press.action.verb {
        Verb::Show => Outcome::Analysis(id, None),
        Verb::Warnings => desk.of(id, |record| warnings::show(desk, record)),
        Verb::Method => desk.of(id, |record| method::show(desk, record)),
        Verb::Edit => desk.of(id, |record| offers::edit(record, subject.parse().ok())),
        Verb::Price => price::use_for(desk, id),
        Verb::Tax => desk.of(id, |record| tax::pressed(desk, record, subject, value)),
        Verb::Revise => revise::pressed(desk, id, subject),
        Verb::Calendar => desk.of(id, |record| calendar::show(desk, record)),
        Verb::SaveAs => desk.of(id, |record| offers::ask_name(record, press)),
        Verb::Delete => desk.of(id, offers::ask_delete),
        Verb::Confirm => offers::delete(desk, id),
        Verb::Bands => match value.map(|name| JobPlace::from(name.to_owned())) {
            Some(place) => desk.of(id, |record| bands::against_another_place(desk, record, &place)),
            None => Outcome::Gone(Gone::Control),
        },
        Verb::Counter => counter::pressed(desk, id, subject, value),
        Verb::WhatIf => desk.of(id, |record| what_if::pressed(record, press)),
        Verb::Scripts => script::list(desk, Collection::Scripts, id),
        Verb::Emails => script::list(desk, Collection::Emails, id),
        Verb::Script | Verb::Email => script::show(desk, value.unwrap_or(subject), id, Variant::Normal),
        Verb::Shorter => script::show(desk, value.unwrap_or(subject), id, Variant::Shorter),
        Verb::Firmer => script::show(desk, value.unwrap_or(subject), id, Variant::Firmer),
        Verb::Facts => desk.of(id, |record| script::edit_facts(desk, record, subject, value)),
        Verb::Lever => desk.of(id, |record| lever::pressed(desk, record, press, value)),
        Verb::Case => desk.of(id, |record| script::case_pressed(desk, record, subject)),
        Verb::Tick => checklist::pressed(desk, id, value),
        Verb::Topic
        | Verb::Before
        | Verb::Compare
        | Verb::Rival
        | Verb::Start
        | Verb::Resume
        | Verb::Answer
        | Verb::Type
        | Verb::Settle
        | Verb::Back
        | Verb::Skip
        | Verb::Cancel
        | Verb::Pause
        | Verb::Help
        | Verb::Why
        | Verb::StartOver
        | Verb::Change
        | Verb::Save
        | Verb::Decline
        | Verb::Forget
        | Verb::Privacy
        | Verb::Paste => pressed_of_none(desk, press, value),
    }
}

/// A control about no saved offer.
fn pressed_of_none(desk: &mut Desk, press: &Press, value: Option<&str>) -> Outcome {
    let named = || Options::default().with("name", value.unwrap_or(&press.action.subject));
    match press.action.verb {
        Verb::Start => Outcome::Begin,
        Verb::Resume if press.action.subject == links::QUESTION => Outcome::walk(Input::Repeat).at(Place::Below),
        Verb::Resume => Outcome::walk(Input::Begin),
        Verb::Type => walk::form(desk, press),
        Verb::Answer
        | Verb::Settle
        | Verb::Back
        | Verb::Skip
        | Verb::Cancel
        | Verb::Pause
        | Verb::Help
        | Verb::Why
        | Verb::StartOver
        | Verb::Change
        | Verb::Save
        | Verb::Confirm
        | Verb::Decline => walk::pressed(desk, press, value),
        Verb::Price => walk::old(desk, press).unwrap_or_else(|| price::settle(desk)),
        Verb::Script | Verb::Shorter | Verb::Firmer => script::command(desk, Collection::Scripts, &named()),
        Verb::Email => script::command(desk, Collection::Emails, &named()),
        Verb::Lever => lever::command(desk, &named()),
        Verb::Case => script::case_command(desk, &Options::default()),
        Verb::Tick => checklist::command(desk, &Options::default()),
        Verb::Topic => topic::pressed(desk, press, value),
        Verb::Before => script::before_offer_pressed(desk, press, value),
        Verb::Compare => compare::pressed(desk, &press.action.subject, value),
        Verb::Rival => compare::rival_pressed(desk, press, value),
        Verb::Forget => about::ask_forget(),
        Verb::Privacy => Outcome::below(about::privacy()),
        Verb::Paste => paste::form(),
        Verb::Show
        | Verb::Warnings
        | Verb::Method
        | Verb::Scripts
        | Verb::Emails
        | Verb::Facts
        | Verb::Edit
        | Verb::SaveAs
        | Verb::Delete
        | Verb::Counter
        | Verb::WhatIf
        | Verb::Tax
        | Verb::Calendar
        | Verb::Revise
        | Verb::Bands => Outcome::Gone(Gone::Control),
    }
}

/// A form that was handed in.
fn submitted(desk: &mut Desk, press: &Press, texts: &BTreeMap<String, String>) -> Outcome {
    let press = &press.clone().as_meant_now();
    let subject = press.action.subject.as_str();
    let offer = press.action.offer;
    if offer.is_some_and(|id| desk.account.offer(id).is_none()) {
        return Outcome::Gone(Gone::Offer);
    }
    match (press.action.verb, offer) {
        (Verb::Forget, _) => about::forget(texts),
        (Verb::Paste, _) => paste::submitted(desk, texts),
        (Verb::Rival, _) => compare::rival_submitted(desk, press, texts),
        (Verb::Type, None) => match texts.values().find(|text| text.trim_start().starts_with('/')) {
            // A command is no answer, whatever it is typed into.
            Some(text) => words::words(desk, text),
            None => walk::submitted(desk, press, texts),
        },
        (Verb::SaveAs, Some(id)) => offers::rename(desk, id, texts),
        (Verb::WhatIf, Some(id)) => what_if::submitted(desk, id, subject, texts),
        (Verb::Facts, Some(id)) => script::keep_facts(desk, id, subject, texts),
        (Verb::Revise, Some(id)) => revise::submitted(desk, id, texts),
        // No other control opens a form.
        _ => Outcome::Gone(Gone::Control),
    }
}

/// Someone is there: what they had begun goes on, else their offer greets them, else the walkthrough begins.
fn arrived(desk: &mut Desk) -> Outcome {
    close_what_nobody_answered(desk);
    match desk.account.newest().map(|record| record.id) {
        Some(id) if !desk.account.session().state.is_open() => {
            desk.of(id, |record| Outcome::below(about::welcome_back(desk, record)))
        }
        _ => Outcome::Begin,
    }
}

/// With an offer saved, a walkthrough that has no answer yet is over: nothing is lost, and a word is no answer to a
/// question that is no longer on the screen.
fn close_what_nobody_answered(desk: &mut Desk) {
    if !desk.account.offers().is_empty() && desk.account.session().state.holds_no_answer() {
        walk::take(desk, Turn::new(Input::Cancel, Place::Below));
    }
}

/// What a page returned as a reply, with all that follows from it.
fn reply(desk: &mut Desk, body: &Body, outcome: Outcome) -> Decision {
    let page = match outcome {
        Outcome::Form { form, .. } if body.opens_forms() => {
            let currency = currency_of(desk, &form.press);
            return Decision::Answer(Reply::Form(form.reading(|text| currency.reads(text))));
        }
        Outcome::Forget(card) => return Decision::Forget(Reply::Show(card)),
        Outcome::Need(purpose) => {
            let why = needs_offer(purpose.command);
            desk.account.set_purpose(Some(purpose));
            return Decision::Answer(begin(desk, why));
        }
        Outcome::Begin => return Decision::Answer(begin(desk, None)),
        outcome => page_of(desk, outcome),
    };
    Decision::Answer(placed(desk, body, page))
}

/// What a page returned as a card: the walkthrough's steps are taken, what has no card of its
/// own gets one.
fn page_of(desk: &mut Desk, outcome: Outcome) -> Page {
    let below = |card| Page { card, place: Place::Below, done: Vec::new() };
    match outcome {
        Outcome::Page(page) => page,
        Outcome::Form { otherwise, .. } => below(otherwise),
        Outcome::Analysis(id, said) => {
            let outcome = desk.of(id, |record| analysis::show(desk, record, said));
            page_of(desk, outcome)
        }
        Outcome::Saved(id) => saved(desk, id),
        Outcome::NoRoom(record) => {
            let outcome = analysis::unsaved(desk, &record, refusals::no_room());
            page_of(desk, outcome)
        }
        Outcome::Walk(turn) => walked(desk, turn),
        Outcome::Told(message) => {
            let turn = words::told(desk, message);
            walked(desk, turn)
        }
        Outcome::Need(_) | Outcome::Begin => walked(desk, Turn::new(Input::Begin, Place::Below)),
        Outcome::NotThere(NotThere::NoOffer) => page_of(desk, offers::none_saved()),
        Outcome::NotThere(NotThere::NoSuchOffer(name)) => {
            let outcome = offers::none_called(desk, &name);
            page_of(desk, outcome)
        }
        Outcome::Gone(what) => below(refusals::gone(what)),
        Outcome::Forget(card) => below(card),
    }
}

/// A step of the walkthrough, and what comes at its end.
fn walked(desk: &mut Desk, turn: Turn) -> Page {
    let place = turn.place;
    let Walked { card, ended } = walk::take(desk, turn);
    let page = match ended {
        None => Page { card, place, done: Vec::new() },
        Some(Ended::Offer(offer, editing)) => {
            let changed = editing.and_then(|id| answers::changes(&desk.account.offer(id)?.offer, &offer));
            let outcome = desk.keep(*offer, editing);
            let mut page = page_of(desk, outcome);
            page.card.blocks.splice(0..0, changed.map(Block::Text));
            Page { card: card.small.into_iter().fold(page.card, Card::with_small), ..page }
        }
        Some(Ended::Round(offer, id)) => {
            let outcome = revise::next_round(desk, id, *offer);
            page_of(desk, outcome)
        }
        Some(Ended::Case(id)) => {
            let outcome = script::case_finished(desk, id, card.blocks);
            page_of(desk, outcome)
        }
    };
    Page { place, ..page }
}

/// What an offer was saved for, or its analysis.
fn saved(desk: &mut Desk, id: OfferId) -> Page {
    revise::drop_outdated(desk, id);
    checklist::tick(desk, id, Done::Analysed);
    let state = &desk.account.session().state;
    // An offer saved beside a walkthrough with answers is not the one that this waits for.
    let waits = state.walk().is_some() && !state.holds_no_answer();
    let purpose = if waits { None } else { desk.account.take_purpose() };
    close_what_nobody_answered(desk);
    let outcome = match purpose {
        Some(purpose) => answer(desk, purpose.command, &purpose.options.with("offer", id.to_string())),
        None => Outcome::Analysis(id, None),
    };
    page_of(desk, outcome)
}

/// What the figures of a form are in: those of its offer, else of what is being asked.
fn currency_of(desk: &Desk, press: &Press) -> Currency {
    let state = &desk.account.session().state;
    let asked = state.case().map(|talk| talk.offer).filter(|_| press.action.offer.is_none());
    match press.action.offer.or(asked).and_then(|id| desk.account.offer(id)) {
        Some(record) => record.offer.currency,
        None if press.action.verb == Verb::Rival => compare::currency(desk),
        None => state.walk().map(|walk| walk.draft.currency).unwrap_or_default(),
    }
}

/// A page where it belongs, with what showing it has done.
fn placed(desk: &mut Desk, body: &Body, page: Page) -> Reply {
    for (id, done) in page.done {
        checklist::tick(desk, id, done);
    }
    let from_a_card = matches!(body, Body::Press(_) | Body::Choose(..) | Body::Submit(..));
    match page.place {
        Place::Here if from_a_card => Reply::Update(page.card),
        Place::Here | Place::Below => Reply::Show(page.card),
    }
}

/// The walkthrough begins or goes on: in direct messages here, from elsewhere there. What it is needed for is said first.
fn begin(desk: &mut Desk, why: Option<String>) -> Reply {
    let turn = Turn::new(Input::Begin, Place::Below);
    let page = walked(desk, why.iter().fold(turn, Turn::said));
    if desk.venue == Venue::Direct {
        return Reply::Show(page.card);
    }
    let here = Press::always(Action::bare(Verb::Resume));
    Reply::Direct {
        card: page.card,
        sent: Card::default().said(why.clone()).with(Block::Text("I've sent you a direct message: we go on there. If you'd rather stay here, only you will see it.".into()))
            .with_buttons(vec![Button::new("Continue here", here.clone())]),
        closed: Card::default().said(why).with(Block::Text("I can't send you direct messages: they are closed for this server. We can do it here instead; only you see it.".into()))
            .with_buttons(vec![Button::primary("Continue here", here)])
            .with_small("Or open them under Privacy Settings of this server, and use /offer start again."),
    }
}
