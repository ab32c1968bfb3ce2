//! The walkthrough behind the door: controls become inputs, one step is taken, and what it
//! said becomes a card.
//!
//! Must not know any page: what comes after its end, `route.rs` decides.

mod card;
mod case_card;

use std::collections::BTreeMap;

use super::desk::{Desk, Quote};
use super::outcome::{Gone, Outcome, Place, Turn};
use super::words::refusals;
use crate::market::Companies;
use crate::market::Place as JobPlace;
use crate::money::Money;
use crate::offer::{Field, Offer, OfferId, Payment, Repayment, Schedule, SignOn, SignOnTerms};
use crate::reading::Answer;
use crate::reply::{Asked, Block, Card, Press};
use crate::session::{Input, Say, Session, State, step};
use card::TERMS;

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

/// Takes a step.
pub(crate) fn take(desk: &mut Desk, turn: Turn) -> Walked {
    let Turn { input, above, small, .. } = turn;
    let restarted = std::mem::take(&mut desk.account.restarted);
    desk.account.refresh_case();
    let session = desk.account.session_mut();
    let before = std::mem::take(&mut session.state);
    let was_idle = before == State::Idle;
    let (after, says) = step(before.clone(), input);
    if was_idle && after != State::Idle || says.contains(&Say::Welcome) {
        session.number = session.number.wrapping_add(1);
    }
    if !after.awaits_the_same(&before) {
        session.step = session.step.wrapping_add(1);
    }
    session.state = after;
    let first = restarted.then(|| Block::Text(refusals::RESTARTED.into()));
    let card = Card::default().with_all(first).with_all(above);
    let card = card::add(card, &says, desk.account.session(), desk.venue, desk.quote != Quote::NoSource);
    let card = small.into_iter().fold(card, Card::with_small);
    let mut ended = None;
    for say in says {
        match say {
            Say::Keep { offer, fact, text } => {
                if let Some(record) = desk.account.offer_mut(offer) {
                    record.facts.set(fact, &text);
                }
            }
            Say::CaseComplete { offer } => ended = Some(Ended::Case(offer)),
            Say::Complete { offer, editing } => ended = Some(Ended::Offer(offer, editing)),
            Say::Stopped => desk.account.set_purpose(None),
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
    let session = desk.account.session();
    let form = match session.state.case() {
        Some(talk) => case_card::form(talk, press.clone()),
        None => {
            let draft = session.state.walk().map(|walk| walk.draft.clone()).unwrap_or_default();
            card::form(&press.action.subject, press.clone(), &draft)
        }
    };
    Outcome::form(form, Card::text("Write the answer here."))
}

/// A form of the walkthrough that was handed in.
pub(crate) fn submitted(desk: &Desk, press: &Press, texts: &BTreeMap<String, String>) -> Outcome {
    let text = card::typed_message(&press.action.subject, texts);
    input(desk, press, Input::Words { text, today: desk.today() })
}

/// The question that a control is shown at.
fn asked(session: &Session) -> Asked {
    Asked { session: session.number, step: session.step }
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

/// The answer that a button or a chosen value stands for.
fn answer(subject: &str, value: Option<&str>) -> Option<Answer> {
    Some(match (subject, value) {
        ("level_l6", _) => Answer::Level(Companies::asked_for().numbered(6)?),
        ("level_l7", _) => Answer::Level(Companies::asked_for().numbered(7)?),
        ("sign_on_none", _) => Answer::SignOn(SignOn { year_1: Money::ZERO, year_2: Money::ZERO }),
        ("written_yes", _) => Answer::Written(true),
        ("written_no", _) => Answer::Written(false),
        ("vesting_usual", _) => Answer::Vesting(Schedule::amazon()),
        ("left_behind_none", _) => Answer::Nothing(Field::LeftBehind),
        ("competing_none", _) => Answer::Nothing(Field::Competing),
        ("sign_on_terms", Some(value)) => terms(value)?,
        (subject, _) => Answer::Location(JobPlace::known(subject.strip_prefix("location_")?)?),
    })
}

fn terms(value: &str) -> Option<Answer> {
    TERMS.iter().find(|(known, _)| *known == value)?;
    let terms = |payment, repayment| Answer::SignOnTerms(SignOnTerms { payment, repayment });
    Some(match value {
        "lump_pro_rata" => terms(Payment::LumpSum, Repayment::ProRata),
        "lump_full" => terms(Payment::LumpSum, Repayment::Full),
        "lump_nothing" => terms(Payment::LumpSum, Repayment::Nothing),
        "monthly_nothing" => terms(Payment::Monthly, Repayment::Nothing),
        _ => Answer::Nothing(Field::SignOnTerms),
    })
}
