//! What Discord delivers, as requests to the door.
//!
//! Owns reading interactions and direct messages, and refusing controls that are not the
//! user's. Must not answer.

use std::collections::BTreeMap;

use serenity::model::application::{
    ActionRowComponent, CommandDataOption, CommandDataOptionValue, CommandInteraction, CommandType,
    ComponentInteraction, ComponentInteractionDataKind, Interaction, InteractionContext, ModalInteraction,
};
use serenity::model::channel::{Message, MessageType};

use super::custom_id::{Refusal, Seal};
use super::letters::{Attached, Sent, read_as_offer};
use super::rest::Past;
use crate::app::{Body, Brought, Command, ON_MESSAGE, Request, UnknownCommand, Venue};
use crate::reply::Press;
use crate::user::UserId;
use crate::words::Locale;

/// Where an answer goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Visit {
    pub(super) id: u64,
    pub(super) user: UserId,
    pub(super) venue: Venue,
    /// The channel of direct messages, where this is one.
    pub(super) direct_channel: Option<u64>,
    pub(super) source: Source,
    /// The file that the request still waits for.
    pub(super) file: Option<Attached>,
}

/// What an answer is an answer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Command,
    /// A button, and what it does.
    Press(Press),
    /// A choice from a list.
    Choice,
    /// A form; whether it was opened from a message that can be changed.
    Form {
        on_message: bool,
    },
    Words,
}

impl Source {
    /// Whether there is a message to change.
    pub(super) fn on_message(&self) -> bool {
        matches!(self, Self::Press(_) | Self::Choice | Self::Form { on_message: true })
    }
}

/// One event, read.
pub(super) enum Incoming {
    /// An option being typed.
    Complete { request: Request, token: String },
    /// Something to ask the door.
    Ask { visit: Visit, request: Request, token: String },
    /// A control that is not this user's, or an old one.
    Refused { visit: Visit, refusal: Refusal, token: String },
}

/// Reads an interaction; `None` for kinds that this bot doesn't have.
pub(super) fn interaction(interaction: Interaction, seal: &Seal) -> Option<Incoming> {
    match interaction {
        Interaction::Command(command) => {
            let (body, file) = match command.data.kind {
                CommandType::Message => used_on_message(&command),
                _ => used(&command),
            };
            let visit = Visit { file, ..visit_of_command(&command) };
            let request = request(&visit, body);
            Some(Incoming::Ask { visit, request, token: command.token })
        }
        Interaction::Autocomplete(command) => {
            let (name, options) = words_of(&command);
            let (option, typed) = options.iter().find_map(|option| match &option.value {
                CommandDataOptionValue::Autocomplete { value, .. } => Some((option.name.clone(), value.clone())),
                _ => None,
            })?;
            let body = Body::Complete { command: name.parse().ok()?, option, typed };
            let request = request(&visit_of_command(&command), body);
            Some(Incoming::Complete { request, token: command.token })
        }
        Interaction::Component(component) => pressed(component, seal),
        Interaction::Modal(modal) => Some(submitted(modal, seal)),
        _ => None,
    }
}

/// What a slash command asks. A letter as a file is asked for in its own way.
fn used(command: &CommandInteraction) -> (Body, Option<Attached>) {
    let (name, options) = words_of(command);
    let file = options.iter().find_map(|option| match &option.value {
        CommandDataOptionValue::Attachment(id) => command.data.resolved.attachments.get(id).map(Attached::from),
        _ => None,
    });
    let options = options.iter().filter_map(|option| Some((option.name.as_str(), text(&option.value)?)));
    match name.parse() {
        Ok(Command::OfferPaste) if file.is_some() => {
            (Body::Letter(Brought::Letter { words: String::new(), file: None }), file)
        }
        Ok(command) => (Body::Command { command, options: options.collect() }, None),
        Err(UnknownCommand) => (Body::UnknownCommand, None),
    }
}

/// What the command in a message's menu asks.
fn used_on_message(command: &CommandInteraction) -> (Body, Option<Attached>) {
    let message = command.data.target_id.and_then(|id| command.data.resolved.messages.get(&id.to_message_id()));
    match message {
        Some(message) if command.data.name == ON_MESSAGE => read_as_offer(message, command.application_id),
        Some(_) | None => (Body::UnknownCommand, None),
    }
}

fn visit_of_command(command: &CommandInteraction) -> Visit {
    let venue = venue(command.context);
    visit(command.id.get(), command.user.id.get(), venue, command.channel_id.get(), Source::Command)
}

fn visit(id: u64, user: u64, venue: Venue, channel: u64, source: Source) -> Visit {
    Visit {
        id,
        user: UserId(user),
        venue,
        direct_channel: (venue == Venue::Direct).then_some(channel),
        source,
        file: None,
    }
}

fn request(visit: &Visit, body: Body) -> Request {
    let Visit { id, user, venue, direct_channel, .. } = *visit;
    Request { id, user, venue, direct_channel, locale: Locale::default(), body }
}

/// Only the bot's own direct messages are private: a channel of direct messages can also
/// be one of two users, with the bot installed by one of them.
fn venue(context: Option<InteractionContext>) -> Venue {
    if context == Some(InteractionContext::BotDm) { Venue::Direct } else { Venue::Shared }
}

/// A command's full name and the options that belong to it.
fn words_of(command: &CommandInteraction) -> (String, &[CommandDataOption]) {
    let mut name = command.data.name.clone();
    let mut options = command.data.options.as_slice();
    while let Some(CommandDataOption { name: inner, value, .. }) = options.first() {
        let (CommandDataOptionValue::SubCommand(inside) | CommandDataOptionValue::SubCommandGroup(inside)) = value
        else {
            break;
        };
        name = format!("{name} {inner}");
        options = inside;
    }
    (name, options)
}

fn text(value: &CommandDataOptionValue) -> Option<String> {
    match value {
        CommandDataOptionValue::String(text) => Some(text.clone()),
        CommandDataOptionValue::Integer(number) => Some(number.to_string()),
        CommandDataOptionValue::Number(number) => Some(number.to_string()),
        CommandDataOptionValue::Boolean(yes) => Some(yes.to_string()),
        CommandDataOptionValue::Attachment(id) => Some(id.to_string()),
        _ => None,
    }
}

fn pressed(component: ComponentInteraction, seal: &Seal) -> Option<Incoming> {
    let (id, user) = (component.id.get(), component.user.id.get());
    let at = |source| visit(id, user, venue(component.context), component.channel_id.get(), source);
    let press = match seal.open(UserId(user), &component.data.custom_id) {
        Ok(opened) => opened.press,
        Err(refusal) => return Some(Incoming::Refused { visit: at(Source::Command), refusal, token: component.token }),
    };
    let (source, body) = match component.data.kind {
        ComponentInteractionDataKind::Button => (Source::Press(press.clone()), Body::Press(press)),
        ComponentInteractionDataKind::StringSelect { values } => {
            (Source::Choice, Body::Choose(press, values.into_iter().next()?))
        }
        _ => return None,
    };
    let visit = at(source);
    let request = request(&visit, body);
    Some(Incoming::Ask { visit, request, token: component.token })
}

fn submitted(modal: ModalInteraction, seal: &Seal) -> Incoming {
    let (id, user) = (modal.id.get(), modal.user.id.get());
    let source = Source::Form { on_message: modal.message.is_some() };
    let at = |venue| visit(id, user, venue, modal.channel_id.get(), source);
    match seal.open(UserId(user), &modal.data.custom_id) {
        Err(refusal) => Incoming::Refused { visit: at(Venue::Shared), refusal, token: modal.token },
        Ok(opened) => {
            let inputs = modal.data.components.iter().flat_map(|row| &row.components);
            let texts: BTreeMap<String, String> = inputs
                .filter_map(|component| match component {
                    ActionRowComponent::InputText(input) => {
                        Some((input.custom_id.clone(), input.value.clone().unwrap_or_default()))
                    }
                    _ => None,
                })
                .collect();
            // A form's submission doesn't say its context; the form's id does.
            let visit = at(opened.venue.unwrap_or(Venue::Shared));
            let request = request(&visit, Body::Submit(opened.press, texts));
            Incoming::Ask { visit, request, token: modal.token }
        }
    }
}

/// Reads a message; `None` unless a person wrote it to the bot alone.
pub(super) fn words(message: &Message) -> Option<(Visit, Request)> {
    let typed = matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
    let from_person = !message.author.bot && message.webhook_id.is_none();
    if message.guild_id.is_some() || !typed || !from_person {
        return None;
    }
    let user = UserId(message.author.id.get());
    Some(sent(message.id.get(), user, message.channel_id.get(), message.into()))
}

/// A message found in the history; `None` unless the user wrote it.
pub(super) fn past_words(past: &Past, user: UserId, channel: u64) -> Option<(Visit, Request)> {
    (past.author.id == user.0 && !past.author.bot).then(|| sent(past.id, user, channel, past.into()))
}

fn sent(id: u64, user: UserId, channel: u64, sent: Sent) -> (Visit, Request) {
    let (body, file) = sent.into_request();
    let visit = Visit { file, ..visit(id, user.0, Venue::Direct, channel, Source::Words) };
    let request = request(&visit, body);
    (visit, request)
}

#[cfg(test)]
#[path = "incoming/tests.rs"]
mod tests;
