//! The walkthrough behind the door: controls become inputs, one step is taken, and what it
//! said becomes a card.
//!
//! Must not know any page: what comes after its end, `route.rs` decides.

mod card;
mod case_card;
mod controls;
mod questions;

use std::collections::BTreeMap;

use super::desk::Desk;
use super::outcome::{Gone, Outcome, Place, Turn};
use super::words::refusals;
use crate::offer::{Field, Offer, OfferId};
use crate::reading::Answer;
use crate::reply::{Block, Card, Press};
use crate::session::{Awaited, Input, Say, State, step};
use controls::asked;
use questions::prompt;

/// What a step said, and what it ended.
pub(crate) struct Walked {
    /// What was said; empty where an offer is complete.
    pub card: Card,
    /// What is through.
    pub ended: Option<Ended>,
}

/// What a step ended.
pub(crate) enum Ended {
    /// The answers are an offer: a new one, or that of the saved one being edited.
    Offer(Box<Offer>, Option<OfferId>),
    /// The questions behind the case of an offer.
    Case(OfferId),
}

/// What the walkthrough asks for a field.
pub fn asked_for(field: Field) -> &'static str {
    prompt(field).wording.ask
}

/// Takes a step.
pub(crate) fn take(desk: &mut Desk, turn: Turn) -> Walked {
    let Turn { input, above, small, .. } = turn;
    let restarted = std::mem::take(&mut desk.account.restarted);
    desk.account.refresh_case();
    let session = desk.account.session_mut();
    let before = std::mem::take(&mut session.state);
    let (awaited, had_answers) = (before.awaited(), before.walk().is_some());
    let (after, says) = step(before, input);
    let afresh = says.contains(&Say::Welcome);
    if awaited == Awaited::Nothing && after != State::Idle || afresh {
        session.number = session.number.wrapping_add(1);
    }
    if after.awaited() != awaited {
        session.step = session.step.wrapping_add(1);
    }
    session.state = after;
    if afresh || !had_answers && session.state.walk().is_some() {
        desk.account.bring_others();
    }
    let first = restarted.then(|| Block::Text(refusals::RESTARTED.into()));
    let card = Card::default().with_all(first).with_all(above);
    let card = card::add(card, &says, desk);
    let card = small.into_iter().fold(card, Card::with_small);
    let mut ended = None;
    for say in says {
        match say {
            Say::Keep { offer, fact, text } => {
                if let Some(record) = desk.account.offer_mut(offer) {
                    record.tell(fact, &text);
                }
            }
            Say::CaseComplete { offer } => ended = Some(Ended::Case(offer)),
            Say::Complete { offer, editing } => ended = Some(Ended::Offer(offer, editing)),
            Say::Stopped(_) => desk.account.set_purpose(None),
            _ => {}
        }
    }
    Walked { card, ended }
}

/// A control of the question that is open: its input, or that it is of an earlier one.
pub(crate) fn input(desk: &Desk, press: &Press, input: Input) -> Outcome {
    old(desk, press).unwrap_or_else(|| Outcome::walk(input))
}

/// A ready answer that was pressed or chosen.
pub(crate) fn answered(desk: &Desk, press: &Press, value: Option<&str>) -> Outcome {
    answer(&press.action.subject, value)
        .map_or(Outcome::Gone(Gone::Control), |answer| input(desk, press, Input::Answered(answer)))
}

/// The reading of a doubt that was pressed.
pub(crate) fn settled(desk: &Desk, press: &Press) -> Outcome {
    let choice = press.action.subject.parse().unwrap_or(usize::MAX);
    input(desk, press, Input::Settled(choice))
}

/// An answer to change, on the card of answers.
pub(crate) fn change(desk: &Desk, press: &Press, value: Option<&str>) -> Outcome {
    let field = value.unwrap_or(&press.action.subject).parse::<Field>();
    field.map_or(Outcome::Gone(Gone::Control), |field| input(desk, press, Input::Change(field)))
}

/// The form to type an answer in.
pub(crate) fn form(desk: &Desk, press: &Press) -> Outcome {
    if let Some(old) = old(desk, press) {
        return old;
    }
    let state = &desk.account.session().state;
    let subject = &press.action.subject;
    let form = match (state.case(), subject.parse::<Field>()) {
        (Some(talk), _) => case_card::form(talk, press.clone()),
        (None, Ok(field)) => questions::form(field, state.walk().map(|walk| &walk.draft), press.clone()),
        (None, Err(_)) if subject == card::PRICE => questions::price_form(press.clone()),
        (None, Err(_)) => return Outcome::Gone(Gone::Control),
    };
    Outcome::form(form, Card::text("Write the answer here."))
}

/// A form of the walkthrough that was handed in.
pub(crate) fn submitted(desk: &Desk, press: &Press, texts: &BTreeMap<String, String>) -> Outcome {
    let text = match press.action.subject.parse::<Field>() {
        Ok(field) => questions::message(field, texts),
        Err(_) => questions::only_text(texts).to_owned(),
    };
    input(desk, press, Input::Words { text, today: desk.today() })
}

/// What to say about a control of an earlier question; `None` where it is of this one.
pub(crate) fn old(desk: &Desk, press: &Press) -> Option<Outcome> {
    let session = desk.account.session();
    if press.asked == Some(asked(session)) {
        return None;
    }
    if !session.state.is_open() {
        return Some(Outcome::Gone(Gone::Control));
    }
    let said = "That button is from an earlier question. Here is the one we are at; your answers are kept.";
    Some(Outcome::Walk(Turn::new(Input::Repeat, Place::Below).said(said)))
}

/// The answer that a button stands for, or a value chosen from a list.
fn answer(subject: &str, value: Option<&str>) -> Option<Answer> {
    match value {
        Some(value) => Answer::from_key(&format!("{subject}_{value}")),
        None => Answer::from_key(subject),
    }
}
