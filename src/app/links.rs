//! Buttons that lead from page to page, and from a command that a text names to the button
//! that does it.

use super::command::Command;
use crate::offer::{Field, OfferId};
use crate::playbook::{Catalogue, Lever};
use crate::reply::{Action, Button, Press, Verb};

/// The longest label of a button, in characters.
pub(crate) const LONGEST_LABEL: usize = 38;
/// The subject of the control that shows the open question once more and nothing else.
pub(crate) const QUESTION: &str = "question";
/// Buttons of one page: two rows.
const MOST: usize = 10;

/// To the analysis of an offer.
pub(crate) fn analysis(offer: OfferId) -> Button {
    Button::new("The analysis", of_offer(Verb::Show, offer))
}

/// Back to the analysis from one of its pages.
pub(crate) fn back_to_analysis(offer: OfferId) -> Button {
    Button::primary("Back to the analysis", of_offer(Verb::Show, offer))
}

/// To the walkthrough.
pub(crate) fn enter_offer() -> Button {
    Button::primary("Enter your offer", Press::always(Action::bare(Verb::Start)))
}

/// To the question that is still open, once more.
pub(crate) fn back_to_the_question() -> Button {
    Button::new("Back to the question", Press::always(Action::on(Verb::Resume, QUESTION)))
}

/// To the form for a letter.
pub(crate) fn paste() -> Button {
    Button::new("Paste the letter", Press::always(Action::bare(Verb::Paste)))
}

/// To one answer of a saved offer.
pub(crate) fn edit_field(field: Field, offer: OfferId) -> Press {
    Press::always(Action::on_offer(Verb::Edit, field.key(), offer))
}

/// A verb on an offer.
pub(crate) fn of_offer(verb: Verb, offer: OfferId) -> Press {
    Press::always(Action::of_offer(verb, offer))
}

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
    let (command, name) = Command::at_start_of(command.trim_start_matches('/'))?;
    let named =
        |verb, label: String| Some(Button::new(label, Press::always(Action { verb, subject: name.to_owned(), offer })));
    let plain =
        |verb, label: &str| Some(Button::new(label, Press::always(Action { verb, subject: String::new(), offer })));
    let about = |verb, label: &str| offer.map(|offer| Button::new(label, of_offer(verb, offer)));
    match command {
        Command::Script => named(Verb::Script, title(catalogue, name)?),
        Command::Email => named(Verb::Email, title(catalogue, name)?),
        Command::Playbook => named(Verb::Topic, title(catalogue, name)?),
        Command::Lever => named(Verb::Lever, Lever::of_key(name)?.title().to_owned()),
        Command::Case => plain(Verb::Case, "Your case"),
        Command::Checklist => plain(Verb::Tick, "Your checklist"),
        Command::OfferPaste => plain(Verb::Paste, "Paste a letter"),
        Command::OfferStart => plain(Verb::Start, "Enter an offer"),
        Command::OfferShow => about(Verb::Show, "The analysis"),
        Command::OfferEdit => about(Verb::Edit, "Edit the offer"),
        Command::OfferRevise => about(Verb::Revise, "New numbers"),
        Command::Counter => about(Verb::Counter, "Counter plan"),
        Command::WhatIf => about(Verb::WhatIf, "What if"),
        Command::Tax => about(Verb::Tax, "After taxes"),
        Command::Calendar => about(Verb::Calendar, "Calendar"),
        Command::OfferCompare => Some(Button::new("Compare", Press::always(Action::on(Verb::Compare, "flat")))),
        Command::Privacy => plain(Verb::Privacy, "What I keep"),
        Command::Forget => Some(Button::danger("Delete everything", Press::always(Action::bare(Verb::Forget)))),
        // Asked with several options, or not spoken of by the playbook.
        Command::OfferQuick | Command::OfferList | Command::OfferDelete | Command::Bands | Command::Help => None,
    }
}

/// An entry's title where it fits a button, if need be without its quotation marks; else its name in words.
fn title(catalogue: &Catalogue, name: &str) -> Option<String> {
    let entry = catalogue.find(name)?;
    let fits = |title: &&str| title.chars().count() <= LONGEST_LABEL;
    let title = [entry.title.as_str(), entry.title.trim_matches('"')].into_iter().find(fits);
    Some(title.map_or_else(|| entry.name.replace('_', " "), str::to_owned))
}
