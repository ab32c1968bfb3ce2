//! The walkthrough behind the door: requests become inputs, one step is taken, and what it
//! said becomes a card.

pub(crate) mod card;
pub(crate) mod case_card;

use std::collections::BTreeMap;

use crate::app::pages::about;
use crate::app::pages::offers;
use crate::app::pages::price;
use crate::app::request::{Body, Venue};
use crate::app::route::Desk;
use crate::market::Place;
use crate::money::Money;
use crate::offer::{Field, Level, Payment, Repayment, Schedule, SignOn, SignOnTerms};
use crate::reading::Answer;
use crate::reply::{Block, Button, Card, Reply};
use crate::reply::{Press, Verb};
use crate::session::{Input, Purpose, Say, State, step};
use card::TERMS;

/// `/offer start`: in direct messages here, from elsewhere there.
pub(crate) fn start(desk: &mut Desk) -> Reply {
    start_for(desk, None)
}

/// A walkthrough whose offer is needed for something else.
pub(crate) fn start_for(desk: &mut Desk, purpose: Option<Purpose>) -> Reply {
    let card = take_step(desk, Input::Begin { purpose });
    if desk.request.venue == Venue::Direct {
        return Reply::Show(card);
    }
    let session = desk.account.session();
    let here = Press { session: session.number, step: 0, action: crate::reply::Action::bare(Verb::Resume) };
    let button = || vec![Button::primary("Continue here", here.clone())];
    Reply::Direct {
        card,
        sent: Card::text("I've sent you a direct message: we go on there. If you'd rather stay here, only you will see it.")
            .with_buttons(vec![Button::new("Continue here", here.clone())]),
        closed: Card::text("I can't send you direct messages: they are closed for this server. We can do it here instead; only you see it.")
            .with_buttons(button())
            .with_small("Or open them under Privacy Settings of this server, and use /offer start again."),
    }
}

/// The open walkthrough goes on where the button was pressed.
pub(crate) fn resume_here(desk: &mut Desk) -> Reply {
    Reply::Update(take_step(desk, Input::Begin { purpose: None }))
}

/// Takes a step and answers with what it said.
pub(crate) fn step_with(desk: &mut Desk, input: Input) -> Reply {
    let card = take_step(desk, input);
    match desk.request.body {
        Body::Words(_) | Body::Command { .. } => Reply::Show(card),
        _ => Reply::Update(card),
    }
}

pub(crate) fn take_step(desk: &mut Desk, input: Input) -> Card {
    let venue = desk.request.venue;
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
    let mut card = card::card(&says, desk.account.session(), venue);
    if restarted {
        card.blocks.insert(0, Block::Text(about::RESTARTED.into()));
    }
    for say in &says {
        match say {
            Say::Keep { offer, fact, text } => {
                if let Some(record) = desk.account.offer_mut(*offer) {
                    record.facts.set(*fact, text);
                }
            }
            Say::CaseComplete { offer } => return crate::app::pages::case::finished(desk, *offer, card),
            _ => {}
        }
    }
    let complete = says.into_iter().find_map(|say| match say {
        Say::Complete { offer, editing, purpose } => Some((offer, editing, purpose)),
        _ => None,
    });
    match complete {
        Some((offer, editing, purpose)) => offers::keep(desk, *offer, editing, purpose),
        None => price::with_button_to_settle(&desk.quote, desk.account.session(), card),
    }
}

/// A control of the walkthrough.
pub(crate) fn pressed(desk: &mut Desk, press: &Press, value: Option<&str>) -> Reply {
    if let Some(reply) = old(desk, press) {
        return reply;
    }
    let action = &press.action;
    let input = match action.verb {
        Verb::Type => return form(desk, press),
        Verb::Price => return price::settle(desk),
        Verb::Answer => match answer(&action.subject, value) {
            Some(answer) => Input::Answered(answer),
            None => return Reply::Show(about::old_control()),
        },
        Verb::Settle => Input::Settled(usize::try_from(action.number).unwrap_or(usize::MAX)),
        Verb::Back => Input::Back,
        Verb::Skip => Input::Skip,
        Verb::Cancel => Input::Cancel,
        Verb::Help => Input::Help,
        Verb::Why => Input::Why,
        Verb::StartOver => Input::StartOver,
        Verb::Save => Input::Save,
        Verb::Confirm => Input::Confirm,
        Verb::Decline => Input::Decline,
        Verb::Pause => Input::Pause,
        Verb::Change => match value.unwrap_or(&action.subject).parse::<Field>() {
            Ok(field) => Input::Change(field),
            Err(_) => return Reply::Show(about::old_control()),
        },
        _ => return Reply::Show(about::old_control()),
    };
    step_with(desk, input)
}

/// A form of the walkthrough that was handed in.
pub(crate) fn submitted(desk: &mut Desk, press: &Press, texts: &BTreeMap<String, String>) -> Reply {
    if let Some(reply) = old(desk, press) {
        return reply;
    }
    if press.action.verb != Verb::Type {
        return Reply::Show(about::old_control());
    }
    let text = card::typed_message(&press.action.subject, texts);
    let today = desk.today();
    step_with(desk, Input::Words { text, today })
}

/// What to say about a control of an earlier question; `None` where it is of this one.
fn old(desk: &mut Desk, press: &Press) -> Option<Reply> {
    let session = desk.account.session();
    if press.session == session.number && press.step == session.step {
        return None;
    }
    if !session.state.is_open() {
        return Some(Reply::Show(about::old_control()));
    }
    let mut card = take_step(desk, Input::Again);
    // In place of "welcome back": the walkthrough never stopped, only this control is old.
    if let Some(first) = card.blocks.first_mut() {
        *first = Block::Text(
            "That button is from an earlier question. Here is the one we are at; your answers are kept.".into(),
        );
    }
    Some(Reply::Show(card))
}

fn form(desk: &Desk, press: &Press) -> Reply {
    let session = desk.account.session();
    if let Some(talk) = session.state.case() {
        return Reply::Form(crate::app::walk::case_card::form(talk, press.clone()));
    }
    let draft = session.state.walk().map(|walk| walk.draft.clone()).unwrap_or_default();
    Reply::Form(card::form(&press.action.subject, press.clone(), &draft))
}

/// The answer that a button or a chosen value stands for.
fn answer(subject: &str, value: Option<&str>) -> Option<Answer> {
    Some(match (subject, value) {
        ("level_l6", _) => Answer::Level(Level::L6),
        ("level_l7", _) => Answer::Level(Level::L7),
        ("sign_on_none", _) => Answer::SignOn(SignOn { year_1: Money::ZERO, year_2: Money::ZERO }),
        ("written_yes", _) => Answer::Written(true),
        ("written_no", _) => Answer::Written(false),
        ("vesting_usual", _) => Answer::Vesting(Schedule::amazon()),
        ("left_behind_none", _) => Answer::Nothing(Field::LeftBehind),
        ("competing_none", _) => Answer::Nothing(Field::Competing),
        ("sign_on_terms", Some(value)) => terms(value)?,
        (subject, _) => Answer::Location(Place::known(subject.strip_prefix("location_")?)?),
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
