//! The cards of numbers told in words.

use super::{Act, button, name_of, press};
use crate::analysis::Revision;
use crate::app::account::WaitingNumbers;
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::talk::Numbers;
use crate::offer::{Field, Offer, OfferId};
use crate::reading::{Answer, Doubt};
use crate::reply::{Block, Button, Card};
use crate::words::answers::echo;

/// The most offers to choose from.
const MOST_OFFERS: usize = 4;

/// `Base $200,000 → $205,000, grant $400,000 → $430,000.`
pub(super) fn changes(revision: &Revision) -> String {
    let moved = revision.figures().into_iter().filter(|(_, change)| !change.moved().is_zero());
    let parts: Vec<String> = moved
        .enumerate()
        .map(|(index, (figure, change))| {
            let name = name_of(figure);
            let name = if index == 0 { name.to_owned() } else { name.to_lowercase() };
            format!("{name} {} → {}", change.before, change.after)
        })
        .collect();
    if parts.is_empty() { "The same figures in another form.".to_owned() } else { format!("{}.", parts.join(", ")) }
}

/// What else was said and goes along, where it is not as it stands.
pub(super) fn beside(waiting: &WaitingNumbers, offer: &Offer) -> Option<String> {
    let new = waiting.beside.iter().filter(|answer| match answer.field() {
        Field::ReplyBy => Some((*answer).clone()) != offer.reply_by.map(Answer::ReplyBy),
        Field::Written => Some((*answer).clone()) != offer.written.map(Answer::Written),
        Field::StartDate => Some((*answer).clone()) != offer.start_date.map(Answer::StartDate),
        _ => true,
    });
    let said: Vec<String> = new.map(echo).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

pub(super) fn other_label(desk: &Desk) -> &'static str {
    if desk.account.session().state.walk().is_some() { "For the one I'm entering" } else { "It's another offer" }
}

/// What was understood, in one line.
fn understood(numbers: &Numbers) -> String {
    numbers.answers.iter().map(echo).collect::<Vec<_>>().join("; ")
}

/// A level or place that no saved offer has.
pub(super) fn of_another(desk: &Desk, numbers: &Numbers, number: u64, id: OfferId) -> Card {
    let lead =
        format!("That reads like another offer than the ones I have: {}. Shall I enter it?", understood(numbers));
    Card::titled("Another offer?").with(Block::Lead(lead)).with_buttons(vec![
        Button::primary(
            if desk.account.session().state.walk().is_some() { "For the one I'm entering" } else { "Enter it" },
            press(&format!("{}_{number}", <&str>::from(Act::Other)), id),
        ),
        button("No", Act::Drop, number, id),
    ])
}

/// Several offers that it can be.
pub(super) fn which(desk: &Desk, numbers: &Numbers, number: u64, several: &[OfferId]) -> Card {
    let act = if numbers.is_doubtful() { Act::Fill } else { Act::Pick };
    let records = several.iter().take(MOST_OFFERS).filter_map(|id| desk.account.offer(*id));
    let mut buttons: Vec<Button> = records
        .map(|record| {
            let label: String = format!("#{} {}", record.id, record.name).chars().take(links::LONGEST_LABEL).collect();
            button(&label, act, number, record.id)
        })
        .collect();
    buttons.extend(several.first().map(|id| button("None of them", Act::Drop, number, *id)));
    let read = understood(numbers);
    let lead = if read.is_empty() {
        "Which offer are the new numbers for?".to_owned()
    } else {
        format!("New numbers: {read}. Which offer are they for?")
    };
    Card::titled("New numbers").with(Block::Lead(lead)).with_buttons(buttons).with_small("Nothing is changed yet.")
}

/// What asks for the whole figure of a field.
fn figure_asked(field: Field) -> String {
    let example = match field {
        Field::SignOn => "both years, like \"sign-on 90/70\"",
        Field::Grant => "the whole grant, like \"stock 430k\"",
        _ => "a year, like \"base 205k\"",
    };
    format!("Which figure is the {}, then? Write {example}.", crate::words::field(field).to_lowercase())
}

/// Numbers that were not understood for certain: what is asked of them is answered in words, or in the form.
pub(super) fn in_doubt(desk: &Desk, numbers: &Numbers, waiting: &WaitingNumbers, id: OfferId) -> Card {
    let name = desk.account.offer(id).map(|record| record.name.clone()).unwrap_or_default();
    let number = waiting.number;
    let doubt = match &waiting.doubt {
        Some(Doubt::Zeros { typed, likely }) => {
            format!("You wrote {}, which would be unusual: did you mean {}?", echo(typed), echo(likely))
        }
        Some(Doubt::SharePrice { .. }) => "I need the price a share, too. Write it, like \"182.50\".".to_owned(),
        Some(
            doubt @ (Doubt::Unusual { .. }
            | Doubt::SignOnSplit { .. }
            | Doubt::SignOnSum { .. }
            | Doubt::SignOnOfMonths { .. }
            | Doubt::BaseOfPeriod { .. }
            | Doubt::TotalOrBase { .. }
            | Doubt::GrantPerYear { .. }),
        ) => crate::words::question(doubt),
        None if numbers.difference => {
            "That sounds like a part of it, or what was added. Which figure does it come to? Write the new one whole, or put it into the form.".to_owned()
        }
        None if let Some(field) = waiting.figure_of => figure_asked(field),
        Some(
            Doubt::Firmness { .. } | Doubt::WalkAwayUnit { .. } | Doubt::LumpSumRepaid | Doubt::SignOnPaid { .. } | Doubt::VestsHowOften { .. },
        )
        | None => {
            "There are figures in it that I can't place.".to_owned()
        }
    };
    let read = understood(numbers);
    let read = (!read.is_empty()).then(|| format!("What I read: {read}."));
    Card::titled(format!("New numbers: {name}"))
        .with(Block::Lead(doubt))
        .said(read)
        .with_buttons(vec![
            Button::primary("Check them in the form", press(&format!("{}_{number}", <&str>::from(Act::Fill)), id)),
            button(other_label(desk), Act::Other, number, id),
            button("No", Act::Drop, number, id),
        ])
        .with_small("Nothing is changed yet. The form shows what moved once you hand it in.")
}
