//! Scripts and e-mails: found, filled in from one offer, shown to copy; facts that are missing
//! asked for in a form.

mod before_offer;
mod case;
mod facts;

pub(crate) use before_offer::pressed as before_offer_pressed;
pub(crate) use case::{command as case_command, finished as case_finished, pressed as case_pressed};
pub(crate) use facts::{edit as edit_facts, keep as keep_facts};

use crate::app::account::Purpose;
use crate::app::command::{Command, Options};
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::outcome::{Gone, NotThere, Outcome};
use crate::app::words::refusals;
use crate::echo::Echo;
use crate::offer::{OfferId, OfferRecord};
use crate::playbook::{Entry, Kind, RenderError, Rendered, Variant, When};
use crate::reply::{Action, Block, Button, Card, Choice, Press, Verb};
use crate::words;

/// What has a command of its own to be shown by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Collection {
    /// `/script`.
    Scripts,
    /// `/email`.
    Emails,
}

impl Collection {
    /// What is in it.
    fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Scripts => Kind::SCRIPTS,
            Self::Emails => Kind::EMAILS,
        }
    }

    /// One of what is in it.
    fn word(self) -> &'static str {
        match self {
            Self::Scripts => "script",
            Self::Emails => "e-mail",
        }
    }

    fn command(self) -> Command {
        match self {
            Self::Scripts => Command::Script,
            Self::Emails => Command::Email,
        }
    }

    fn verb(self) -> Verb {
        match self {
            Self::Scripts => Verb::Script,
            Self::Emails => Verb::Email,
        }
    }

    /// The one an entry is in.
    fn of(entry: &Entry) -> Self {
        if Kind::EMAILS.contains(&entry.kind) { Self::Emails } else { Self::Scripts }
    }
}

/// `/script name [offer]` and `/email name [offer]`. Without an offer the walkthrough begins
/// and comes back to it.
pub(crate) fn command(desk: &Desk, collection: Collection, options: &Options) -> Outcome {
    let name = options.text("name");
    let Some(entry) = desk.catalogue.find_among(collection.kinds(), name) else {
        let newest = desk.account.newest().map(|record| record.id);
        return Outcome::below(card_of(desk, collection, newest, unknown(collection, name)));
    };
    if entry.when == When::BeforeOffer && desk.account.offers().is_empty() {
        return before_offer::show(desk, entry);
    }
    match desk.named(options.get("offer")) {
        Ok(id) => show(desk, &entry.name, id, Variant::Normal),
        Err(NotThere::NoOffer) => Outcome::Need(Purpose {
            command: collection.command(),
            options: Options::default().with("name", &entry.name),
        }),
        Err(instead) => instead.into(),
    }
}

fn unknown(collection: Collection, name: &str) -> Option<String> {
    let echo = Echo::of(name);
    (!echo.is_empty()).then(|| format!("I have no {} called \"{echo}\".", collection.word()))
}

/// All of a collection, to choose one from.
pub(crate) fn list(desk: &Desk, collection: Collection, id: OfferId) -> Outcome {
    Outcome::below(card_of(desk, collection, Some(id), None))
}

fn card_of(desk: &Desk, collection: Collection, offer: Option<OfferId>, said: Option<String>) -> Card {
    let entries = desk.catalogue.suggest(collection.kinds(), "").into_iter().take(25);
    let options = entries.map(|entry| Choice {
        label: entry.title.clone(),
        value: entry.name.clone(),
        description: about_kind(entry.kind).map(str::to_owned),
    });
    let (title, lead) = match collection {
        Collection::Scripts => ("Scripts", "What to say, with your figures in it. Which one do you need?"),
        Collection::Emails => ("E-mails", "Ready to paste, with your figures in it. Which one do you need?"),
    };
    let press = Press::always(Action { offer, ..Action::bare(collection.verb()) });
    Card::titled(title).said(said).with(Block::Lead(lead.into())).with_select(press, "Choose one", options.collect())
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
/// The first showing is a new message, another wording takes its place.
pub(crate) fn show(desk: &Desk, name: &str, id: OfferId, variant: Variant) -> Outcome {
    let outcome = outcome(desk, name, id, variant, Vec::new());
    match variant {
        Variant::Normal => outcome,
        Variant::Shorter | Variant::Firmer => outcome.at(crate::app::outcome::Place::Here),
    }
}

/// As [`show`], below what was said before.
fn outcome(desk: &Desk, name: &str, id: OfferId, variant: Variant, above: Vec<Block>) -> Outcome {
    let Some(entry) = desk.catalogue.find(name) else { return Outcome::Gone(Gone::Control) };
    let Some(record) = desk.account.offer(id) else { return Outcome::Gone(Gone::Offer) };
    let worked_out = desk.work_out(record);
    match worked_out.playbook(|material| desk.catalogue.render(name, variant, material)) {
        Ok(rendered) => {
            let page = Outcome::below(script_card(desk, entry, record, &rendered, variant, above));
            desk.catalogue.done_by_reading(name).into_iter().fold(page, |page, done| page.did(id, done))
        }
        Err(RenderError::Missing(facts)) => {
            Outcome::form(facts::form(entry, record, &facts, desk.today()), missing_card(entry, id, &facts))
        }
        Err(RenderError::Refused(why)) => Outcome::below(
            Card::titled(&entry.title).with(Block::Lead(why.to_string())).with_buttons(vec![links::analysis(id)]),
        ),
        Err(error) => Outcome::below(refusals::my_mistake(&error)),
    }
}

fn script_card(
    desk: &Desk,
    entry: &Entry,
    record: &OfferRecord,
    rendered: &Rendered,
    variant: Variant,
    above: Vec<Block>,
) -> Card {
    let mut card = Card::titled(&rendered.title).with_all(above);
    if let Some(subject) = &rendered.subject {
        card = card
            .with(Block::Heading("Subject".into()))
            .with(Block::Copy(subject.clone()))
            .with(Block::Heading("Body".into()));
    }
    let body = rendered.body.clone();
    card = card.with(if rendered.to_send { Block::Copy(body) } else { Block::Text(body) });
    if !rendered.notes.is_empty() {
        let heading = if rendered.to_send { "Before you send it" } else { "Good to know" };
        card = card.with(Block::Heading(heading.into())).with(Block::Bullets(rendered.notes.clone()));
    }
    card = card.with_buttons(wordings(entry, record.id, rendered, variant));
    if !rendered.to_send {
        return card.with_buttons(links::buttons(desk.catalogue, &entry.commands, Some(record.id)));
    }
    if entry.kind == Kind::Case {
        card = case::around(card, record);
    }
    card = entry.needs.iter().filter(|fact| record.told(desk.today()).is_of_offer(**fact)).fold(card, |card, fact| {
        card.with_small(format!("{}: as in your offer. Edit facts gives this text another.", words::fact_label(*fact)))
    });
    card.with_small("Figures are from your offer and the counter plan. Read it once before you send it.")
}

/// The other wordings, the facts, and the way back.
fn wordings(entry: &Entry, id: OfferId, rendered: &Rendered, variant: Variant) -> Vec<Button> {
    let press = |verb| Press::always(Action::on_offer(verb, &entry.name, id));
    let mut buttons = Vec::new();
    if rendered.to_send {
        let others = [
            (Variant::Shorter, "Shorter", Verb::Shorter),
            (Variant::Firmer, "Firmer", Verb::Firmer),
            (Variant::Normal, "The usual wording", Collection::of(entry).verb()),
        ];
        let others = others.into_iter().filter(|(other, ..)| *other != variant);
        buttons.extend(others.map(|(_, label, verb)| Button::new(label, press(verb))));
    }
    if entry.facts().next().is_some() {
        buttons.push(Button::new("Edit facts", press(Verb::Facts)));
    }
    buttons.push(links::analysis(id));
    buttons
}

fn missing_card(entry: &Entry, id: OfferId, facts: &[crate::offer::Fact]) -> Card {
    let labels: Vec<String> = facts
        .iter()
        .map(|fact| format!("{}, for example \"{}\"", words::fact_label(*fact), words::fact_example(*fact)))
        .collect();
    let fill_in = Press::always(Action::on_offer(Collection::of(entry).verb(), &entry.name, id));
    Card::titled(&entry.title)
        .with(Block::Lead("This one needs a little more from you:".into()))
        .with(Block::Bullets(labels))
        .with_buttons(vec![Button::primary("Fill it in", fill_in), links::analysis(id)])
}
