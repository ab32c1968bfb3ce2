//! What scripts may say of another company's offer: how firm it is, and the day it wants an answer.

use jiff::civil::Date;

use super::act::{Act, press};
use crate::app::account::OtherRecord;
use crate::app::desk::Desk;
use crate::app::forms::{Unsettled, Unusual};
use crate::app::outcome::{Gone, Outcome};
use crate::offer::{Field, Firmness, OfferDraft, OtherOffer};
use crate::reading::{Answer, read_answer};
use crate::reply::{Button, Card, Choice, Form, TextInput};
use crate::words;
use crate::words::answers::date;

/// The value in the list for an offer that no script may speak of.
const UNMENTIONED: &str = "unmentioned";
/// The input for the last day to answer.
pub(super) const DEADLINE: &str = "deadline";

/// With the question how firm it is.
pub(super) fn ask_firmness(card: Card, number: u32) -> Card {
    let firm = Firmness::ALL
        .iter()
        .map(|firmness| Choice::new(words::capitalised(words::firmness(*firmness)), firmness.key()));
    let options = firm.chain([Choice::new("Not to be mentioned", UNMENTIONED)]).collect();
    card.with_select(press(&Act::Firmness(number)), "How firm is it?", options)
}

/// What scripts say of it, as it stands.
pub(super) fn in_scripts(offer: &OtherOffer, today: Date) -> String {
    let Some(firmness) = offer.firmness else {
        return "No script speaks of it. Scripts may, once you say above how firm it is.".into();
    };
    let firm = words::firmness(firmness);
    if !offer.is_in_hand() {
        return format!("Scripts say that you are {firm} with {}, and nothing of its pay.", offer.company);
    }
    let expects_more = offer.figures.as_ref().is_some_and(|figures| !figures.refreshers.is_empty());
    let whose = match (offer.a_year, &offer.figures) {
        // Named after its figures were entered: said, so that nobody is surprised by the other one.
        (Some(named), Some(figures)) if figures.offered_a_year() != named => {
            format!(", as you named it; its figures come to {}", figures.offered_a_year())
        }
        (Some(_), _) => ", as you named it".into(),
        (None, _) if expects_more => ", without the refreshers that you expect".into(),
        (None, _) => String::new(),
    };
    let pay = offer.pay_a_year().map(|pay| format!(", worth {pay} a year on average{whose}"));
    let coming = offer.reply_by.filter(|day| *day >= today);
    let by = coming.map(|day| format!(", and that they need your answer by {}", date(day)));
    format!("Scripts say that it is {firm}{}{}.", pay.unwrap_or_default(), by.unwrap_or_default())
}

/// How firm it is, as chosen from the list; `None` where no script may speak of it.
pub(super) fn firmness_of(chosen: &str) -> Option<Firmness> {
    Firmness::ALL.into_iter().find(|firmness| firmness.key() == chosen)
}

/// The button for its deadline, where scripts would say it.
pub(super) fn deadline_button(record: &OtherRecord) -> Option<Button> {
    let in_hand = record.offer.is_in_hand();
    in_hand.then(|| Button::new("Set its deadline", press(&Act::Deadline(record.number))))
}

/// The form for its deadline.
pub(super) fn deadline_form(desk: &Desk, number: u32) -> Outcome {
    let Some((record, _)) = desk.account.others().find(number) else { return Outcome::Gone(Gone::Rival) };
    let known = record.offer.reply_by.map_or(String::new(), |day| day.to_string());
    let input = TextInput::new(DEADLINE, "The last day to answer it; empty for none", "December 4").value(known);
    let press = press(&Act::Deadline(number));
    let form = Form { title: "When they need an answer".into(), press, inputs: vec![input.optional()] };
    Outcome::form(form, Card::text("Write the day here."))
}

/// A deadline that can't be read: how to fix it.
#[derive(Debug, thiserror::Error)]
#[error("Nothing is changed. {}", .0.problems.join(" "))]
pub(super) struct BadDeadline(Unsettled);

/// Its deadline as typed, none for no text.
pub(super) fn read_deadline(text: &str, today: Date) -> Result<Option<Date>, BadDeadline> {
    if text.is_empty() {
        return Ok(None);
    }
    let mut open = Unsettled::default();
    let reading = read_answer(Some(Field::ReplyBy), text, &OfferDraft::default(), today);
    match open.settle("Deadline", reading, Unusual::Ask) {
        Some(Answer::ReplyBy(day)) => Ok(Some(day)),
        _ => Err(BadDeadline(open)),
    }
}
