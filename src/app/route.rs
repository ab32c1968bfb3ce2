//! What a request means: which part of the bot answers it. Pure: the account in memory is
//! changed, and the door makes it durable.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::app::account::Account;
use crate::app::command::words;
use crate::app::complete;
use crate::app::pages::about;
use crate::app::pages::analysis;
use crate::app::pages::before_offer;
use crate::app::pages::calendar;
use crate::app::pages::case;
use crate::app::pages::checklist;
use crate::app::pages::compare;
use crate::app::pages::counter;
use crate::app::pages::lever;
use crate::app::pages::offers;
use crate::app::pages::paste;
use crate::app::pages::price::{self, Quote};
use crate::app::pages::revise;
use crate::app::pages::rival;
use crate::app::pages::script::{self, Shelf};
use crate::app::pages::tax;
use crate::app::pages::topic;
use crate::app::pages::what_if;
use crate::app::request::{Body, Request};
use crate::app::tables::Tables;
use crate::app::walk;
use crate::market::{Bands, Place};
use crate::offer::{Level, OfferId};
use crate::playbook::{Catalogue, Variant};
use crate::reply::{Card, Reply};
use crate::reply::{Press, Verb};
use crate::session::Input;

/// What to do about a request.
pub(crate) enum Decision {
    /// Answer, once the account is durable.
    Answer(Reply),
    /// Erase everything of the user, then answer.
    Forget(Reply),
}

/// What every part of the bot works with.
pub(crate) struct Desk<'a> {
    pub bands: &'a Bands,
    pub catalogue: &'a Catalogue,
    pub tables: &'a Tables,
    pub quote: Quote,
    pub account: &'a mut Account,
    pub request: &'a Request,
    pub now: Timestamp,
}

impl Desk<'_> {
    /// The day of asking, UTC.
    pub(crate) fn today(&self) -> jiff::civil::Date {
        self.now.to_zoned(jiff::tz::TimeZone::UTC).date()
    }
}

pub(crate) fn decide(
    (bands, catalogue, tables): (&Bands, &Catalogue, &Tables),
    quote: Quote,
    account: &mut Account,
    request: &Request,
    now: Timestamp,
) -> Decision {
    let mut desk = Desk { bands, catalogue, tables, quote, account, request, now };
    let reply = match &request.body {
        Body::Command { name, options } => command(&mut desk, name, options),
        Body::Press(press) => pressed(&mut desk, press, None),
        Body::Choose(press, value) => pressed(&mut desk, press, Some(value)),
        Body::Submit(press, texts) if press.action.verb == Verb::Forget => return about::forget(texts),
        Body::Submit(press, texts) => submitted(&mut desk, press, texts),
        Body::Words(text) => words(&mut desk, text),
        Body::Opened => Reply::Nothing,
        Body::Complete { name, option, typed } => complete::suggest(&desk, name, option, typed),
    };
    checklist::note(&mut desk, &reply);
    Decision::Answer(reply)
}

pub(crate) fn command(desk: &mut Desk, name: &str, options: &BTreeMap<String, String>) -> Reply {
    let option = |key: &str| options.get(key).map(String::as_str);
    match name {
        "offer start" => walk::start(desk),
        "offer quick" => offers::quick(desk, options),
        "offer list" => Reply::Show(offers::list(desk)),
        "offer show" => offers::with_offer(desk, option("offer"), |desk, id| offers::show(desk, id)),
        "offer edit" => offers::with_offer(desk, option("offer"), offers::edit),
        "offer revise" => offers::with_offer(desk, option("offer"), |desk, id| revise::form(desk, id)),
        "offer paste" => paste::form(),
        "offer compare" => compare::show(desk),
        "offer delete" => offers::with_offer(desk, option("offer"), |desk, id| offers::ask_delete(desk, id)),
        "bands" => {
            Reply::Show(bands_of(desk, option("level").unwrap_or_default(), option("location").unwrap_or_default()))
        }
        "counter" => counter::command(desk, options),
        "whatif" => what_if::command(desk, options),
        "script" => script::command(desk, Shelf::Scripts, option("name").unwrap_or_default(), option("offer")),
        "email" => script::command(desk, Shelf::Emails, option("name").unwrap_or_default(), option("offer")),
        "tax" => tax::command(desk, options),
        "calendar" => offers::with_offer(desk, option("offer"), |desk, id| calendar::show(desk, id)),
        "lever" => lever::command(desk, option("name").unwrap_or_default(), option("offer")),
        "case" => case::command(desk, option("offer")),
        "checklist" => checklist::command(desk),
        "playbook" => topic::command(desk, option("topic").unwrap_or_default()),
        "privacy" => Reply::Show(about::privacy()),
        "forget" => about::ask_forget(),
        "help" => Reply::Show(about::help()),
        _ => Reply::Show(Card::text("I don't know that command. /help lists what I can do.")),
    }
}

fn bands_of(desk: &Desk, level: &str, location: &str) -> Card {
    match level.parse::<Level>() {
        Ok(level) => analysis::bands_card(level, &Place::from(location.to_owned()), desk.bands, desk.today()),
        Err(error) => Card::text(format!("I can't look that up: {error}.")),
    }
}

fn pressed(desk: &mut Desk, press: &Press, value: Option<&str>) -> Reply {
    let offer = OfferId(press.action.number);
    match press.action.verb {
        Verb::Start => walk::start(desk),
        Verb::Resume => walk::resume_here(desk),
        Verb::Show => offers::known(desk, offer, |desk, id| offers::show(desk, id)),
        Verb::Warnings => offers::known(desk, offer, |desk, id| offers::page(desk, id, analysis::warnings_card)),
        Verb::Method => offers::known(desk, offer, |desk, id| offers::page(desk, id, analysis::method_card)),
        Verb::Edit => offers::known(desk, offer, |desk, id| offers::edit_at(desk, id, &press.action.subject)),
        Verb::Price if offer.0 > 0 => offers::known(desk, offer, price::use_for),
        Verb::Tax => offers::known(desk, offer, |desk, id| tax::pressed(desk, id, &press.action.subject, value)),
        Verb::Revise => offers::known(desk, offer, |desk, id| revise::pressed(desk, id, &press.action.subject)),
        Verb::Paste => paste::form(),
        Verb::Compare => compare::pressed(desk, &press.action.subject, value),
        Verb::Rival => rival::pressed(desk, &press.action, value),
        Verb::Calendar => offers::known(desk, offer, |desk, id| calendar::show(desk, id)),
        Verb::SaveAs => offers::known(desk, offer, |desk, id| offers::ask_name(desk, id, press)),
        Verb::Delete => offers::known(desk, offer, |desk, id| offers::ask_delete(desk, id)),
        Verb::Confirm if offer.0 > 0 => offers::known(desk, offer, offers::delete),
        Verb::Bands => match value.and_then(Place::known) {
            Some(place) => offers::known(desk, offer, |desk, id| {
                offers::page(desk, id, |record, bands, now| analysis::held_against(record, &place, bands, now))
            }),
            None => Reply::Show(about::old_control()),
        },
        Verb::Counter => counter::pressed(desk, press, value),
        Verb::WhatIf => what_if::pressed(desk, press),
        Verb::Scripts => offers::known(desk, offer, |desk, id| script::list(desk, Shelf::Scripts, id)),
        Verb::Emails => offers::known(desk, offer, |desk, id| script::list(desk, Shelf::Emails, id)),
        Verb::Script | Verb::Email => script(desk, press, value, Variant::Normal),
        Verb::Shorter => script(desk, press, value, Variant::Shorter),
        Verb::Firmer => script(desk, press, value, Variant::Firmer),
        Verb::Facts => {
            offers::known(desk, offer, |desk, id| script::edit_facts(desk, &press.action.subject, id, value))
        }
        Verb::Lever => lever::pressed(desk, press, value),
        Verb::Case => case::pressed(desk, press),
        Verb::Tick => checklist::pressed(desk, press, value),
        Verb::Topic => topic::pressed(desk, press, value),
        Verb::Before => before_offer::pressed(desk, press, value),
        Verb::Forget => about::ask_forget(),
        _ => walk::pressed(desk, press, value),
    }
}

fn script(desk: &mut Desk, press: &Press, value: Option<&str>, variant: Variant) -> Reply {
    let name = value.unwrap_or(&press.action.subject);
    if press.action.number == 0 {
        return script::command(desk, Shelf::of_verb(press.action.verb), name, None);
    }
    offers::known(desk, OfferId(press.action.number), |desk, id| script::show(desk, name, id, variant))
}

fn submitted(desk: &mut Desk, press: &Press, texts: &BTreeMap<String, String>) -> Reply {
    let offer = OfferId(press.action.number);
    match press.action.verb {
        Verb::SaveAs => offers::known(desk, offer, |desk, id| offers::rename(desk, id, texts)),
        Verb::WhatIf => what_if::submitted(desk, press, texts),
        Verb::Facts => {
            offers::known(desk, offer, |desk, id| script::keep_facts(desk, &press.action.subject, id, texts))
        }
        Verb::Revise => offers::known(desk, offer, |desk, id| revise::submitted(desk, id, texts)),
        Verb::Rival => rival::submitted(desk, &press.action, texts),
        Verb::Paste => paste::submitted(desk, texts),
        _ => walk::submitted(desk, press, texts),
    }
}

fn words(desk: &mut Desk, text: &str) -> Reply {
    if desk.account.session().state.is_open() {
        let today = desk.today();
        return walk::step_with(desk, Input::Words { text: text.to_owned(), today });
    }
    let plain = text.trim().trim_start_matches('/').to_lowercase();
    match plain.as_str() {
        "start" | "offer" | "offer start" | "begin" | "continue" | "resume" => walk::start(desk),
        "show" | "offer show" | "analysis" => command(desk, "offer show", &BTreeMap::new()),
        "list" | "offer list" | "offers" => command(desk, "offer list", &BTreeMap::new()),
        "counter" | "counter plan" => command(desk, "counter", &BTreeMap::new()),
        "whatif" | "what if" => command(desk, "whatif", &BTreeMap::new()),
        "paste" | "offer paste" => Reply::Show(
            Card::text("Press the button and put the letter or e-mail into the form.")
                .with_buttons(vec![paste::button()]),
        ),
        "privacy" => command(desk, "privacy", &BTreeMap::new()),
        "help" | "?" => command(desk, "help", &BTreeMap::new()),
        _ => match words::command(&plain) {
            Some((name, options)) => command(desk, name, &options),
            None => Reply::Show(about::greeting(desk.account)),
        },
    }
}
