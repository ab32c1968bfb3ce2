//! The walkthrough behind the door: controls become inputs, one step is taken, and what it
//! said becomes a card.
//!
//! Must not know any page: what comes after its end, `route.rs` decides.

mod card;
mod case_card;
mod controls;
mod labels;
mod late;
mod leave_card;
mod questions;

use std::collections::BTreeMap;

use super::account::KeptForm;
use super::desk::Desk;
use super::outcome::{Gone, Outcome, Turn};
use super::words::refusals;
use crate::offer::{Field, Offer, OfferId};
use crate::reading::Answer;
use crate::reply::{Action, Block, Card, Press, Verb};
use crate::session::{Awaited, Input, Say, State, step};
pub(crate) use late::old;
use questions::{Sheet, prompt};

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
    /// The answers are the next round of a saved offer.
    Round(Box<Offer>, OfferId),
    /// The questions behind the case of an offer.
    Case(OfferId),
}

/// What the walkthrough asks for a field.
pub fn asked_for(field: Field) -> &'static str {
    prompt(field).wording.ask
}

/// Takes a step.
pub(crate) fn take(desk: &mut Desk, turn: Turn) -> Walked {
    let Turn { input, mut above, small, .. } = turn;
    let restarted = std::mem::take(&mut desk.account.restarted);
    desk.account.refresh_case();
    let input = labels::meant(desk, input, &mut above);
    let typed = kept_of(&input);
    let session = desk.account.session_mut();
    let before = std::mem::take(&mut session.state);
    let (awaited, step_before) = (before.awaited(), session.step);
    let of = |state: &State| state.walk().map(|walk| walk.editing);
    let of_before = of(&before);
    let round = before.walk().is_some_and(|walk| walk.round);
    let (after, says) = step(before, input);
    let afresh = says.contains(&Say::Welcome);
    if awaited == Awaited::Nothing && after != State::Idle || afresh {
        session.number = session.number.wrapping_add(1);
    }
    if after.awaited() != awaited {
        session.step = session.step.wrapping_add(1);
    }
    // One that waited has its other companies' offers already.
    let waited = says.iter().any(|say| matches!(say, Say::Waits | Say::WelcomeBack));
    let begun = afresh || says.contains(&Say::PutBehind) || of_before != of(&after) && !waited;
    session.state = after;
    if begun && of(&session.state).is_some() {
        desk.account.bring_others();
    }
    let first = restarted.then(|| Block::Text(refusals::RESTARTED.into()));
    let card = Card::default().with_all(first).with_all(above);
    let card = card::add(card, &says, desk);
    let card = small.into_iter().fold(card, Card::with_small);
    let unread = says.iter().any(|say| matches!(say, Say::Problem(_) | Say::Settle(_)));
    let over = |say: &Say| {
        matches!(say, Say::Complete { .. } | Say::Stopped(_) | Say::Welcome | Say::PutBehind | Say::Replaced(_))
    };
    match typed {
        Some(typed) if unread => desk.account.keep_form(Some(typed)),
        None if !says.iter().any(over) => {}
        _ if desk.account.kept_form(KEPT).is_some() => desk.account.keep_form(None),
        _ => {}
    }
    let mut ended = None;
    for say in says {
        match say {
            Say::Keep { offer, fact, text } => {
                if let Some(record) = desk.account.offer_mut(offer) {
                    record.tell(fact, &text);
                }
            }
            Say::CaseComplete { offer } => ended = Some(Ended::Case(offer)),
            Say::Complete { offer, editing } => {
                desk.account.session_mut().saved = Some(step_before);
                ended = Some(match editing {
                    Some(id) if round => Ended::Round(offer, id),
                    editing => Ended::Offer(offer, editing),
                });
            }
            Say::Stopped(_) => desk.account.set_purpose(None),
            _ => {}
        }
    }
    Walked { card, ended }
}

/// What is kept of a form with several answers while any of them can't be read.
fn kept_of(input: &Input) -> Option<KeptForm> {
    let Input::Filled { texts, .. } = input else { return None };
    let texts = texts.iter().map(|(field, text)| (field.key().to_owned(), text.clone())).collect();
    Some(KeptForm { form: KEPT.into(), texts })
}

/// The form with several answers, where it is kept.
const KEPT: &str = "walkthrough";

/// A control of the walkthrough: what it does at the question that is open, or that it is of an earlier one.
pub(crate) fn pressed(desk: &Desk, press: &Press, value: Option<&str>) -> Outcome {
    match meaning(&press.action, value) {
        Some(meant) => input(desk, press, meant),
        None => Outcome::Gone(Gone::Control),
    }
}

/// What a control of the walkthrough does; `None` for one that does nothing by itself.
fn meaning(action: &Action, value: Option<&str>) -> Option<Input> {
    let subject = action.subject.as_str();
    Some(match action.verb {
        Verb::Answer => Input::Answered(answer(subject, value)?),
        Verb::Settle => Input::Settled(subject.parse().unwrap_or(usize::MAX)),
        Verb::Change => Input::Change(value.unwrap_or(subject).parse().ok()?),
        Verb::Back => Input::Back,
        Verb::Skip => Input::Skip,
        Verb::Cancel => Input::Cancel,
        Verb::Pause => Input::Pause,
        Verb::Help => Input::Help,
        Verb::Why => Input::Why,
        Verb::StartOver => Input::StartOver,
        Verb::Save => Input::Save,
        Verb::Confirm => Input::Confirm,
        Verb::Decline => Input::Decline,
        _ => return None,
    })
}

/// A control of the question that is open: its input, or that it is of an earlier one.
fn input(desk: &Desk, press: &Press, input: Input) -> Outcome {
    old(desk, press).unwrap_or_else(|| Outcome::walk(input))
}

/// The form to type an answer in.
pub(crate) fn form(desk: &Desk, press: &Press) -> Outcome {
    if let Some(old) = old(desk, press) {
        return old;
    }
    let state = &desk.account.session().state;
    let subject = &press.action.subject;
    let draft = state.walk().map(|walk| walk.draft.clone()).unwrap_or_default();
    let form = match (state.case(), subject.parse::<Field>()) {
        (Some(talk), _) => case_card::form(talk, press.clone()),
        (None, Err(_)) if let Some(sheet) = Sheet::from_key(subject) => {
            sheet.form(&draft, desk.account.kept_form(KEPT), press.clone())
        }
        (None, Ok(field)) => questions::form(field, Some(&draft), press.clone()),
        (None, Err(_)) if subject == card::PRICE => questions::price_form(press.clone()),
        (None, Err(_)) => return Outcome::Gone(Gone::Control),
    };
    Outcome::form(form, Card::text(labels::WRITE_IT))
}

/// A form of the walkthrough that was handed in.
pub(crate) fn submitted(desk: &Desk, press: &Press, texts: &BTreeMap<String, String>) -> Outcome {
    if let Some(late) = late::form(desk, press, texts) {
        return late;
    }
    let subject = press.action.subject.as_str();
    let today = desk.today();
    if let Some(sheet) = Sheet::from_key(subject) {
        let draft = desk.account.session().state.walk().map(|walk| walk.draft.clone()).unwrap_or_default();
        return Outcome::walk(Input::Filled { texts: sheet.texts(&draft, texts), today });
    }
    let text = match subject.parse::<Field>() {
        Ok(field) => questions::message(field, texts),
        Err(_) => questions::only_text(texts).to_owned(),
    };
    Outcome::walk(Input::Words { text, today })
}

/// The answer that a button stands for, or a value chosen from a list.
fn answer(subject: &str, value: Option<&str>) -> Option<Answer> {
    match value {
        Some(value) => Answer::from_key(&format!("{subject}_{value}")),
        None => Answer::from_key(subject),
    }
}
