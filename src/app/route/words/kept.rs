//! What words tell of the newest offer beside its pay: onto its card of answers, where it is still to be saved.

use super::{NEXT_ROUND, NOTHING, said, topic_text};
use crate::app::desk::Desk;
use crate::app::outcome::{Outcome, Place, Turn};
use crate::app::pages::{about, revise};
use crate::app::talk::{Numbers, tells_a_change, tells_a_detail};
use crate::app::walk;
use crate::offer::{Field, OfferDraft};
use crate::playbook::TalkTopic;
use crate::reading::{Answer, Reading, read_answer};
use crate::session::{Input, State};

/// Something that the newest offer keeps: its card of answers, with that taken in and still to be saved. New pay that
/// waits for a yes goes along.
pub(super) fn detail(desk: &mut Desk, text: &str, advice: Option<String>) -> Outcome {
    let Some((name, along)) = look_over(desk) else { return said(desk, NOTHING, about::not_understood) };
    let (signs, today) = (desk.tables.topics.signs(), desk.today());
    let moved = desk.account.session().state.walk().is_some_and(|walk| {
        read_answer(None, text, &walk.draft, today).answers.iter().any(|answer| answer.pay().is_some())
            && tells_a_change(text, signs)
    });
    if moved && let Some(walk) = desk.account.session_mut().state.walk_mut() {
        walk.round = true;
    }
    let along = along.or_else(|| moved.then(|| format!("New numbers. {NEXT_ROUND}"))).into_iter().chain(advice);
    let words = Input::Words { text: text.to_owned(), today: desk.today() };
    let told = format!("That belongs to {name}. Look it over, and save it if it is right.");
    Outcome::Walk(along.into_iter().fold(Turn::new(words, Place::Below).said(told), Turn::said))
}

/// Other companies' offers that are none any more: off the newest offer's card of answers, which is still to be saved.
pub(super) fn gone(desk: &mut Desk, companies: &[String], rest: Option<String>) -> Outcome {
    let checking = matches!(desk.account.session().state, State::Checking { .. });
    let along = if checking {
        None
    } else {
        let Some((_, along)) = look_over(desk) else { return said(desk, NOTHING, about::not_understood) };
        along
    };
    let input = match rest {
        Some(text) => Input::Words { text, today: desk.today() },
        None => Input::Repeat,
    };
    if let Some(walk) = desk.account.session_mut().state.walk_mut() {
        walk.draft.competing.retain(|other| !companies.iter().any(|company| other.is_of(company)));
    }
    let (names, are) = (crate::words::names(companies), if companies.len() > 1 { "are" } else { "is" });
    let told = format!("{names} {are} off your other offers once you save. \"Cancel\" leaves everything as it was.");
    Outcome::Walk(along.into_iter().fold(Turn::new(input, Place::Below).said(told), Turn::said))
}

/// Opens the newest offer's card of answers: its name, and what to say of new pay that goes along.
fn look_over(desk: &mut Desk) -> Option<(String, Option<String>)> {
    let record = desk.account.newest()?;
    let (id, name) = (record.id, record.name.clone());
    let edit = Input::Edit { id, offer: Box::new(record.offer.clone()), field: None };
    desk.account.talked_mut().said = None;
    walk::take(desk, Turn::new(edit, Place::Below));
    let edited = desk.account.session().state.walk().is_some_and(|walk| walk.editing == Some(id));
    let along = if edited { revise::taken_along(desk, id) } else { None };
    if let (Some((answers, _)), Some(walk)) = (&along, desk.account.session_mut().state.walk_mut()) {
        answers.iter().cloned().for_each(|answer| walk.take(answer));
        walk.round = true;
    }
    let along = along.map(|(_, changes)| format!("Your new numbers are in it, too: {changes} {NEXT_ROUND}"));
    Some((name, along))
}

/// Whether pay is told of the newest offer at another level or place: "they are now saying L7 with 230k base".
pub(super) fn changes_the_job(desk: &Desk, numbers: &Numbers, text: &str) -> bool {
    let idle = desk.account.session().state == State::Idle;
    idle && !revise::fits_one(desk, numbers) && tells_a_change(text, desk.tables.topics.signs())
}

/// Whether a remark that there is advice for tells something that a saved offer keeps, too: "they need an answer by
/// tomorrow".
pub(super) fn tells_beside(desk: &Desk, text: &str) -> bool {
    let idle = desk.account.session().state == State::Idle;
    let Some(record) = desk.account.newest().filter(|_| idle) else { return false };
    let known = OfferDraft::from(record.offer.clone());
    // Of "today" and "it's only verbal" the advice is what counts.
    let today = |answer: &Answer| matches!(answer, Answer::Written(false)) || *answer == Answer::ReplyBy(desk.today());
    tells_a_detail(text, desk.tables.topics.signs(), &known, desk.today())
        && !read_answer(None, text, &known, desk.today()).answers.iter().all(today)
}

/// The advice that goes above the card of answers: to a day that presses. What is in writing and another offer speak
/// for themselves.
pub(super) fn advice_beside(desk: &Desk, topic: &TalkTopic, text: &str) -> Option<String> {
    let Reading { answers, .. } = read_answer(None, text, &OfferDraft::default(), desk.today());
    let of_a_day = answers.iter().any(|answer| answer.field() == Field::ReplyBy);
    topic_text(desk, topic, false).ok().filter(|_| of_a_day)
}
