//! Scripts and e-mails behind the door: found, filled in from one offer, shown to copy;
//! facts that are missing asked for in a form.

use std::collections::BTreeMap;

use crate::app::links;
use crate::app::pages::about;
use crate::app::pages::analysis;
use crate::app::pages::before_offer;
use crate::app::pages::case;
use crate::app::pages::checklist;
use crate::app::pages::lever;
use crate::app::request::Body;
use crate::app::route::Desk;
use crate::app::walk;
use crate::counter::plan;
use crate::offer::{Fact, Facts, Level, OfferId, OfferRecord};
use crate::playbook::{Catalogue, Entry, Kind, Material, RenderError, Rendered, Variant, When};
use crate::reply::{Action, Press, Verb};
use crate::reply::{Block, Button, Card, Choice, Controls, Form, Reply, TextInput};
use crate::session::Purpose;

/// What `/script` shows.
const SCRIPTS: &[Kind] = &[Kind::Script, Kind::Situation, Kind::Answer];
/// What `/email` shows.
const EMAILS: &[Kind] = &[Kind::Email];
/// Inputs of one form (Discord's limit).
const FORM_INPUTS: usize = 5;

/// The two shelves of the catalogue that have a command of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shelf {
    /// `/script`.
    Scripts,
    /// `/email`.
    Emails,
}

impl Shelf {
    /// What stands on it.
    pub(crate) fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Scripts => SCRIPTS,
            Self::Emails => EMAILS,
        }
    }

    /// One of what stands on it.
    fn word(self) -> &'static str {
        match self {
            Self::Scripts => "script",
            Self::Emails => "e-mail",
        }
    }

    fn command(self) -> &'static str {
        match self {
            Self::Scripts => "script",
            Self::Emails => "email",
        }
    }

    fn verb(self) -> Verb {
        match self {
            Self::Scripts => Verb::Script,
            Self::Emails => Verb::Email,
        }
    }

    /// The shelf that a control shows from.
    pub(crate) fn of_verb(verb: Verb) -> Self {
        if verb == Verb::Email { Self::Emails } else { Self::Scripts }
    }

    /// The shelf an entry stands on.
    pub(crate) fn of(entry: &Entry) -> Self {
        if EMAILS.contains(&entry.kind) { Self::Emails } else { Self::Scripts }
    }
}

/// `/script name [offer]` and `/email name [offer]`. Without an offer the walkthrough begins
/// and comes back to it.
pub(crate) fn command(desk: &mut Desk, shelf: Shelf, name: &str, offer: Option<&str>) -> Reply {
    let Some(entry) = desk.catalogue.find_among(shelf.kinds(), name) else {
        return Reply::Show(unknown(desk, shelf, name));
    };
    if entry.when == When::BeforeOffer && desk.account.offers().is_empty() {
        return before_offer::show(desk, entry);
    }
    let entry = entry.name.clone();
    match desk.account.named(offer).map(|record| record.id) {
        Some(id) => show(desk, &entry, id, Variant::Normal),
        None if desk.account.offers().is_empty() => {
            walk::start_for(desk, Some(Purpose { command: shelf.command().into(), name: entry }))
        }
        None => Reply::Show(crate::app::pages::offers::unknown(desk, offer)),
    }
}

fn unknown(desk: &Desk, shelf: Shelf, name: &str) -> Card {
    let id = desk.account.newest().map_or(OfferId(0), |record| record.id);
    let mut card = card_of(desk, shelf, id);
    if !name.trim().is_empty() {
        let name: String = name.chars().take(60).collect();
        card.blocks.insert(0, Block::Text(format!("I have no {} called \"{name}\".", shelf.word())));
    }
    card
}

/// All of a shelf, to choose one from.
pub(crate) fn list(desk: &Desk, shelf: Shelf, id: OfferId) -> Reply {
    Reply::Show(card_of(desk, shelf, id))
}

fn card_of(desk: &Desk, shelf: Shelf, id: OfferId) -> Card {
    let options = desk
        .catalogue
        .suggest(shelf.kinds(), "")
        .into_iter()
        .take(25)
        .map(|entry| Choice {
            label: entry.title.clone(),
            value: entry.name.clone(),
            description: about_kind(entry.kind).map(str::to_owned),
        })
        .collect();
    let (title, lead) = match shelf {
        Shelf::Scripts => ("Scripts", "What to say, with your figures in it. Which one do you need?"),
        Shelf::Emails => ("E-mails", "Ready to paste, with your figures in it. Which one do you need?"),
    };
    let mut card = Card::titled(title).with(Block::Lead(lead.into()));
    card.controls.push(Controls::Select {
        press: Press::always(Action::of_offer(shelf.verb(), id)),
        prompt: "Choose one".into(),
        options,
    });
    card
}

/// What a kind of entry is for, where a list mixes several.
fn about_kind(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Script => Some("For one lever"),
        Kind::Answer => Some("To a recruiter's question, before the offer"),
        Kind::Situation => Some("For a special situation"),
        Kind::Email | Kind::Case | Kind::Topic => None,
    }
}

/// One script or e-mail in one wording; a form first where it needs facts that are not there.
pub(crate) fn show(desk: &mut Desk, name: &str, id: OfferId, variant: Variant) -> Reply {
    let (Some(record), Some(entry)) = (desk.account.offer(id), desk.catalogue.find(name)) else {
        return Reply::Show(about::old_control());
    };
    let outcome = render(desk, record, name, variant);
    let done = desk.catalogue.done_by_reading(name).filter(|_| outcome.is_ok());
    let reply = match outcome {
        Ok(rendered) => in_place(desk, variant, script_card(desk.catalogue, entry, record, &rendered, variant)),
        Err(RenderError::Missing(facts)) => match desk.request.body {
            Body::Command { .. } | Body::Press(_) | Body::Choose(..) => {
                Reply::Form(form(entry, id, &facts, &record.facts))
            }
            _ => Reply::Show(missing_card(entry, id, &facts)),
        },
        Err(RenderError::Refused(why)) => {
            Reply::Show(Card::titled(&entry.title).with(Block::Lead(why)).with_buttons(vec![back(id)]))
        }
        Err(error) => Reply::Show(my_mistake(&error)),
    };
    if let Some(done) = done {
        checklist::done(desk, id, done);
    }
    reply
}

/// Where a template fails, which tests rule out.
pub(crate) fn my_mistake(error: &RenderError) -> Card {
    tracing::error!(%error, "a template could not be filled in");
    Card::text("That can't be filled in: the mistake is mine, and it is noted. Your offer is as it was.")
}

/// The card of a script for an offer that was just saved.
pub(crate) fn after_saving(desk: &mut Desk, purpose: &Purpose, id: OfferId) -> Option<Card> {
    match purpose.command.as_str() {
        "lever" => return Some(lever::after_saving(desk, &purpose.name, id)),
        "case" => return Some(case::begin(desk, id)),
        "checklist" => return checklist::card(desk, id),
        _ => {}
    }
    match show(desk, &purpose.name, id, Variant::Normal) {
        Reply::Show(card) | Reply::Update(card) => Some(card),
        Reply::Form(_) => {
            let record = desk.account.offer(id)?;
            let entry = desk.catalogue.find(&purpose.name)?;
            match render(desk, record, &purpose.name, Variant::Normal) {
                Err(RenderError::Missing(facts)) => Some(missing_card(entry, id, &facts)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn render(desk: &Desk, record: &OfferRecord, name: &str, variant: Variant) -> Result<Rendered, RenderError> {
    with_material(desk, record, |material| desk.catalogue.render(name, variant, material))
}

/// Runs `then` on all that the playbook's words about an offer are made from.
pub(crate) fn with_material<T>(desk: &Desk, record: &OfferRecord, then: impl FnOnce(&Material) -> T) -> T {
    let (analysis, view) = analysis::analysis(record, desk.bands, desk.now);
    let band = desk.bands.find(record.offer.level, &record.offer.place);
    let plan = plan(&record.offer, band, view.target, record.offer.walk_away);
    then(&Material {
        offer: &record.offer,
        earlier: record.earlier.last().map(|(_, offer)| offer),
        facts: &record.facts,
        analysis: &analysis,
        band,
        next_band: desk.bands.find(Level::L7, &record.offer.place).filter(|_| record.offer.level == Level::L6),
        target: &plan.asks.ask,
        opening: &plan.opening.ask,
        today: desk.today(),
    })
}

fn in_place(desk: &Desk, variant: Variant, card: Card) -> Reply {
    // Another wording, or new facts, take the place of the old card; the first showing is new.
    let rewording = matches!(&desk.request.body, Body::Press(press) if matches!(press.action.verb, Verb::Shorter | Verb::Firmer))
        || matches!(desk.request.body, Body::Submit(..))
        || variant != Variant::Normal;
    if rewording { Reply::Update(card) } else { Reply::Show(card) }
}

pub(crate) fn back(id: OfferId) -> Button {
    Button::new("The analysis", Press::always(Action::of_offer(Verb::Show, id)))
}

fn script_card(
    catalogue: &Catalogue,
    entry: &Entry,
    record: &OfferRecord,
    rendered: &Rendered,
    variant: Variant,
) -> Card {
    let mut card = Card::titled(&rendered.title);
    if let Some(subject) = &rendered.subject {
        card = card
            .with(Block::Heading("Subject".into()))
            .with(Block::Copy(subject.clone()))
            .with(Block::Heading("Body".into()));
    }
    card = if rendered.to_send {
        card.with(Block::Copy(rendered.body.clone()))
    } else {
        card.with(Block::Text(rendered.body.clone()))
    };
    if !rendered.notes.is_empty() {
        let heading = if rendered.to_send { "Before you send it" } else { "Good to know" };
        card = card.with(Block::Heading(heading.into())).with(Block::Bullets(rendered.notes.clone()));
    }
    card = card.with_buttons(wordings(entry, record.id, rendered, variant));
    if !rendered.to_send {
        return card.with_buttons(links::buttons(catalogue, &entry.commands, Some(record.id)));
    }
    if entry.kind == Kind::Case {
        card = case::around(card, record);
    }
    card.with_small("Figures are from your offer and the counter plan. Read it once before you send it.")
}

/// The other wordings, the facts, and the way back.
fn wordings(entry: &Entry, id: OfferId, rendered: &Rendered, variant: Variant) -> Vec<Button> {
    let press = |verb| Press::always(Action::on_offer(verb, &entry.name, id));
    let mut buttons = Vec::new();
    if rendered.to_send {
        if variant != Variant::Shorter {
            buttons.push(Button::new("Shorter", press(Verb::Shorter)));
        }
        if variant != Variant::Firmer {
            buttons.push(Button::new("Firmer", press(Verb::Firmer)));
        }
        if variant != Variant::Normal {
            buttons.push(Button::new("The usual wording", press(Shelf::of(entry).verb())));
        }
    }
    if entry.facts().next().is_some() {
        buttons.push(Button::new("Edit facts", press(Verb::Facts)));
    }
    buttons.push(back(id));
    buttons
}

fn missing_card(entry: &Entry, id: OfferId, facts: &[Fact]) -> Card {
    let labels: Vec<String> =
        facts.iter().map(|fact| format!("{}, for example \"{}\"", fact.label(), fact.example())).collect();
    Card::titled(&entry.title)
        .with(Block::Lead("This one needs a little more from you:".into()))
        .with(Block::Bullets(labels))
        .with_buttons(vec![
            Button::primary("Fill it in", Press::always(Action::on_offer(Shelf::of(entry).verb(), &entry.name, id))),
            back(id),
        ])
}

/// The form for facts: the missing ones first, then others of the entry as far as there is room.
fn form(entry: &Entry, id: OfferId, facts: &[Fact], known: &Facts) -> Form {
    let others = entry.facts().filter(|fact| !facts.contains(fact) && known.get(*fact).is_none());
    let asked: Vec<Fact> = facts.iter().copied().chain(others).take(FORM_INPUTS).collect();
    let inputs = asked.into_iter().map(|fact| fact_input(fact, known, entry.needs.contains(&fact))).collect();
    Form {
        title: entry.title.chars().take(45).collect(),
        press: Press::always(Action::on_offer(Verb::Facts, &entry.name, id)),
        inputs,
    }
}

pub(crate) fn fact_input(fact: Fact, known: &Facts, required: bool) -> TextInput {
    TextInput {
        key: fact.key().into(),
        label: fact.label().into(),
        example: fact.example().into(),
        value: known.get(fact).unwrap_or_default().into(),
        required,
        long: false,
        longest: u16::try_from(fact.longest()).unwrap_or(u16::MAX),
    }
}

/// "Edit facts": a list of what the script can use; choosing one opens its form.
pub(crate) fn edit_facts(desk: &Desk, name: &str, id: OfferId, chosen: Option<&str>) -> Reply {
    let (Some(record), Some(entry)) = (desk.account.offer(id), desk.catalogue.find(name)) else {
        return Reply::Show(about::old_control());
    };
    let press = Press::always(Action::on_offer(Verb::Facts, &entry.name, id));
    if let Some(fact) = chosen.and_then(|key| key.parse::<Fact>().ok()) {
        let inputs = vec![fact_input(fact, &record.facts, false)];
        return Reply::Form(Form { title: "Edit a fact".into(), press, inputs });
    }
    let facts: Vec<Fact> = entry.facts().take(25).collect();
    if facts.len() <= FORM_INPUTS {
        let inputs = facts.into_iter().map(|fact| fact_input(fact, &record.facts, false)).collect();
        return Reply::Form(Form { title: "Edit facts".into(), press, inputs });
    }
    let mut card = Card::titled(format!("Facts for: {}", entry.title))
        .with(Block::Lead("Choose what to fill in or change. What you leave empty is left out of the text.".into()));
    let options = facts
        .into_iter()
        .map(|fact| Choice {
            label: fact.label().into(),
            value: fact.key().into(),
            description: Some(record.facts.get(fact).unwrap_or("not given").chars().take(90).collect()),
        })
        .collect();
    card.controls.push(Controls::Select { press, prompt: "Choose a fact".into(), options });
    Reply::Show(card)
}

/// Facts that were handed in: kept with the offer, and the script shown with them.
pub(crate) fn keep_facts(desk: &mut Desk, name: &str, id: OfferId, texts: &BTreeMap<String, String>) -> Reply {
    if let Some(record) = desk.account.offer_mut(id) {
        for (key, text) in texts {
            if let Ok(fact) = key.parse::<Fact>() {
                record.facts.set(fact, text);
            }
        }
    }
    show(desk, name, id, Variant::Normal)
}
