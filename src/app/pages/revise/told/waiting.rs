//! Numbers that wait for a yes: what was told before and what is told now make one change, and what is in doubt stays
//! so until it is settled.

use std::collections::BTreeMap;

use super::{BASE, GRANT, PRICE, YEAR_1, YEAR_2, present};
use crate::app::account::WaitingNumbers;
use crate::app::desk::Desk;
use crate::app::talk::Numbers;
use crate::offer::{Field, Grant, Offer, OfferId};
use crate::reading::{Answer, Doubt, Pay};
use crate::words::answers::grouped;

/// What waits once `numbers` are told, too: they go before what was told of the same.
pub(super) fn together(before: Option<WaitingNumbers>, numbers: &Numbers, message: &str) -> WaitingNumbers {
    let mut waiting = before.unwrap_or_default();
    let answered = |field: Field| numbers.answers.iter().any(|answer| answer.field() == field);
    let doubted = numbers.doubt.as_ref().map(Doubt::field);
    // "Went up to" something unreadable is about that field all the same.
    let unread = numbers.added_to.filter(|_| numbers.unread_pay);
    let said_again = |field: Field| answered(field) || doubted == Some(field) || unread == Some(field);
    if numbers.difference {
        waiting.figure_of = numbers.added_to;
    } else {
        waiting.figure_of = waiting.figure_of.filter(|field| !said_again(*field));
    }
    waiting.doubt = numbers.doubt.clone().or_else(|| waiting.doubt.take().filter(|doubt| !said_again(doubt.field())));
    // Without a field that the whole figure could be asked of, the form is what takes it.
    waiting.unclear = numbers.unclear && !(numbers.difference && waiting.figure_of.is_some());
    waiting.slip = numbers.slip || waiting.slip && !waiting.texts.is_empty();
    waiting.texts.extend(texts_of(&numbers.answers));
    for answer in numbers.answers.iter().filter(|answer| is_beside(answer)) {
        waiting.beside.retain(|told| told.field() != answer.field() || answer.field().takes_several());
        waiting.beside.push(answer.clone());
    }
    if !waiting.message.is_empty() {
        waiting.message.push('\n');
    }
    waiting.message.push_str(message);
    waiting
}

/// What an offer has where numbers wait for it.
pub(super) fn told_of(waiting: &WaitingNumbers, offer: &Offer) -> BTreeMap<String, String> {
    present(offer).into_iter().filter(|(key, _)| waiting.texts.contains_key(key)).collect()
}

/// Drops what waits for an offer where that pay was corrected since: it was told of the figure before.
pub(crate) fn drop_outdated(desk: &mut Desk, id: OfferId) {
    let Some(record) = desk.account.offer(id) else { return };
    let is_outdated = |waiting: &WaitingNumbers| {
        waiting.offer == Some(id) && !waiting.told_of.is_empty() && waiting.told_of != told_of(waiting, &record.offer)
    };
    if desk.account.talked().numbers.as_ref().is_some_and(is_outdated) {
        let talked = desk.account.talked_mut();
        talked.numbers = talked.numbers.take().and_then(|waiting| waiting.behind).map(|behind| *behind);
    }
}

/// Whether an answer is beside the pay and can go along with it. That there is none of something takes nothing away here.
fn is_beside(answer: &Answer) -> bool {
    answer.pay().is_none() && !answer.names_job() && !matches!(answer, Answer::Nothing(_))
}

/// What was told as it could be typed into the form.
fn texts_of(answers: &[Answer]) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let mut put = |key: &str, text: String| drop(texts.insert(key.to_owned(), text));
    for pay in answers.iter().filter_map(Answer::pay) {
        match pay {
            Pay::Base(base) => put(BASE, base.to_string()),
            Pay::SignOn(sign_on) => {
                put(YEAR_1, sign_on.year_1.to_string());
                put(YEAR_2, sign_on.year_2.to_string());
            }
            Pay::Grant(Grant::Dollars(value)) => {
                put(GRANT, value.to_string());
                put(PRICE, String::new());
            }
            Pay::Grant(Grant::Shares { count, price, .. }) => {
                put(GRANT, format!("{} shares", grouped(count)));
                put(PRICE, price.to_string());
            }
        }
    }
    texts
}

/// What is in doubt as it stands in the form, where it is looked over.
pub(super) fn doubted(doubt: &Doubt) -> BTreeMap<String, String> {
    match doubt {
        Doubt::Zeros { typed, .. } | Doubt::Unusual { typed } => texts_of(std::slice::from_ref(typed)),
        Doubt::SignOnSplit { amount } | Doubt::SignOnSum { amount } => [(YEAR_1.to_owned(), amount.to_string())].into(),
        Doubt::SignOnOfMonths { sign_on } => texts_of(&[Answer::SignOn(*sign_on)]),
        Doubt::BaseOfPeriod { a_year, .. } => texts_of(&[Answer::Base(*a_year)]),
        Doubt::SharePrice { count } => [(GRANT.to_owned(), format!("{} shares", grouped(*count)))].into(),
        Doubt::TotalOrBase { .. }
        | Doubt::GrantPerYear { .. }
        | Doubt::LumpSumRepaid
        | Doubt::SignOnPaid { .. }
        | Doubt::VestsHowOften { .. }
        | Doubt::Firmness { .. }
        | Doubt::WalkAwayUnit { .. } => BTreeMap::new(),
    }
}

/// The one field that numbers are told of; `None` where it is several or none.
pub(super) fn only_field(waiting: &WaitingNumbers) -> Option<Field> {
    let field = |key: &str| match key {
        BASE => Some(Field::Base),
        YEAR_1 | YEAR_2 => Some(Field::SignOn),
        GRANT | PRICE => Some(Field::Grant),
        _ => None,
    };
    let mut fields: Vec<Field> = waiting.texts.keys().filter_map(|key| field(key)).collect();
    fields.dedup();
    match fields.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}
