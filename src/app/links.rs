//! From a command that a text names to the button that does it.

use crate::app::command::COMMANDS;
use crate::offer::OfferId;
use crate::playbook::{Catalogue, Lever};
use crate::reply::Button;
use crate::reply::{Action, Press, Verb};

/// The longest label of a button, in characters.
const LONGEST_LABEL: usize = 38;
/// Buttons of one page: two rows.
const MOST: usize = 10;

/// The buttons for some commands, as far as pressing can do them.
pub(crate) fn buttons(catalogue: &Catalogue, commands: &[String], offer: Option<OfferId>) -> Vec<Button> {
    let mut buttons: Vec<Button> =
        commands.iter().filter_map(|command| button(catalogue, command, offer)).take(MOST).collect();
    buttons.dedup_by(|one, other| one.press == other.press);
    buttons
}

/// The button for a command with its name (`/script base`); `None` where the command needs
/// more than a press, or an offer that is not there.
pub(crate) fn button(catalogue: &Catalogue, command: &str, offer: Option<OfferId>) -> Option<Button> {
    let words = command.trim_start_matches('/');
    let known = COMMANDS.iter().find(|spec| words == spec.name || words.starts_with(&format!("{} ", spec.name)))?;
    let name = words[known.name.len()..].trim();
    let number = offer.map_or(0, |offer| offer.0);
    let (label, verb, subject) = match known.name {
        "script" => (title(catalogue, name)?, Verb::Script, name),
        "email" => (title(catalogue, name)?, Verb::Email, name),
        "playbook" => (title(catalogue, name)?, Verb::Topic, name),
        "lever" => (Lever::ALL.into_iter().find(|lever| lever.key() == name)?.title().into(), Verb::Lever, name),
        "case" => ("Your case".into(), Verb::Case, ""),
        "checklist" => ("Your checklist".into(), Verb::Tick, ""),
        "offer paste" => ("Paste a letter".into(), Verb::Paste, ""),
        "offer start" => ("Enter an offer".into(), Verb::Start, ""),
        of_offer => {
            let (label, verb) = of_an_offer(of_offer)?;
            offer?;
            (label.into(), verb, "")
        }
    };
    Some(Button::new(label, Press::always(Action { verb, subject: subject.to_owned(), number })))
}

/// Commands that show something of an offer that is there.
fn of_an_offer(name: &str) -> Option<(&'static str, Verb)> {
    Some(match name {
        "offer show" => ("The analysis", Verb::Show),
        "offer edit" => ("Edit the offer", Verb::Edit),
        "offer revise" => ("New numbers", Verb::Revise),
        "counter" => ("Counter plan", Verb::Counter),
        "whatif" => ("What if", Verb::WhatIf),
        "tax" => ("After taxes", Verb::Tax),
        "calendar" => ("Calendar", Verb::Calendar),
        _ => return None,
    })
}

/// An entry's title where it fits a button, if need be without its quotation marks; else its name in words.
fn title(catalogue: &Catalogue, name: &str) -> Option<String> {
    let entry = catalogue.find(name)?;
    let fits = |title: &&str| title.chars().count() <= LONGEST_LABEL;
    let title = [entry.title.as_str(), entry.title.trim_matches('"')].into_iter().find(fits);
    Some(title.map_or_else(|| entry.name.replace('_', " "), str::to_owned))
}
