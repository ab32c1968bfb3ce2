//! New numbers told in words: what they would change is shown, and one confirmation saves them. Nothing changes before.

use std::collections::BTreeMap;

use super::{BASE, GRANT, PRICE, YEAR_1, YEAR_2, name_of, present, press, read, take};
use crate::analysis::{Revision, diff};
use crate::app::account::WaitingNumbers;
use crate::app::desk::Desk;
use crate::app::forms::{Unsettled, Unusual};
use crate::app::links;
use crate::app::outcome::{Gone, Outcome};
use crate::app::talk::Numbers;
use crate::offer::{Field, Grant, Offer, OfferId, OfferRecord};
use crate::reading::{Answer, Doubt};
use crate::reply::{Block, Button, Card};
use crate::session::Control;
use crate::words::answers::{echo, grouped};

/// The most offers to choose from.
const MOST_OFFERS: usize = 4;

/// What a button under told numbers does; its subject is the act and the number of what was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(super) enum Act {
    /// Save them as the next round of the offer.
    Save,
    /// They are for this offer: show what they would change.
    Pick,
    /// Open the form with them.
    Fill,
    /// They are of another offer, or of the one being entered.
    Other,
    /// They are for none.
    Drop,
}

/// An act by a button's subject: `save_1795780800000`.
pub(super) fn act(subject: &str) -> Option<(Act, u64)> {
    let (act, number) = subject.split_once('_')?;
    Some((act.parse().ok()?, number.parse().ok()?))
}

fn button(label: &str, act: Act, number: u64, id: OfferId) -> Button {
    Button::new(label, press(&format!("{}_{number}", <&str>::from(act)), id))
}

/// Numbers told of a saved offer: which one is asked where there are several, and what they would change is shown.
pub(crate) fn ask(desk: &mut Desk, numbers: &Numbers, message: &str) -> Outcome {
    let number = u64::try_from(desk.now.as_millisecond()).unwrap_or_default();
    let meant: Vec<OfferId> =
        desk.account.offers().iter().rev().filter(|record| fits(record, numbers)).map(|record| record.id).collect();
    let texts = texts_of(numbers);
    let certain = !numbers.is_doubtful();
    let offer = match meant.as_slice() {
        [only] if certain => Some(*only),
        _ => None,
    };
    desk.account.talked_mut().numbers = Some(WaitingNumbers { number, message: message.to_owned(), texts, offer });
    let Some(newest) = desk.account.newest().map(|record| record.id) else { return Outcome::Gone(Gone::Offer) };
    let card = match meant.as_slice() {
        [] => of_another(desk, numbers, number, newest),
        [only] if certain => return show(desk, *only, numbers, number),
        [only] => in_doubt(desk, numbers, number, *only),
        several => which(desk, numbers, number, several),
    };
    Outcome::below(card)
}

/// Whether nothing that was told contradicts that it is of this offer.
fn fits(record: &OfferRecord, numbers: &Numbers) -> bool {
    numbers.answers.iter().all(|answer| match answer {
        Answer::Level(level) => *level == record.offer.level,
        Answer::Location(place) => *place == record.offer.place,
        Answer::Role(role) => *role == record.offer.role,
        Answer::Currency(currency) => *currency == record.offer.currency,
        Answer::Base(_)
        | Answer::SignOn(_)
        | Answer::Grant(_)
        | Answer::Vesting(_)
        | Answer::Written(_)
        | Answer::StartDate(_)
        | Answer::ReplyBy(_)
        | Answer::SignOnTerms(_)
        | Answer::LeftBehind(_)
        | Answer::Competing(_)
        | Answer::WalkAway(_)
        | Answer::Nothing(_) => true,
    })
}

/// What was told as it could be typed into the form.
fn texts_of(numbers: &Numbers) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let mut put = |key: &str, text: String| drop(texts.insert(key.to_owned(), text));
    let doubted = match &numbers.doubt {
        Some(Doubt::Zeros { typed, .. } | Doubt::Unusual { typed }) => Some(typed),
        Some(Doubt::SignOnSplit { amount } | Doubt::SignOnSum { amount }) => {
            put(YEAR_1, amount.to_string());
            None
        }
        Some(Doubt::SignOnOfMonths { sign_on }) => {
            put(YEAR_1, sign_on.year_1.to_string());
            put(YEAR_2, sign_on.year_2.to_string());
            None
        }
        Some(Doubt::BaseOfPeriod { a_year, .. }) => {
            put(BASE, a_year.to_string());
            None
        }
        Some(Doubt::SharePrice { count }) => {
            put(GRANT, format!("{} shares", grouped(*count)));
            None
        }
        Some(
            Doubt::TotalOrBase { .. }
            | Doubt::GrantPerYear { .. }
            | Doubt::Firmness { .. }
            | Doubt::WalkAwayUnit { .. },
        )
        | None => None,
    };
    for answer in numbers.answers.iter().chain(doubted) {
        match answer {
            Answer::Base(base) => put(BASE, base.to_string()),
            Answer::SignOn(sign_on) => {
                put(YEAR_1, sign_on.year_1.to_string());
                put(YEAR_2, sign_on.year_2.to_string());
            }
            Answer::Grant(Grant::Dollars(value)) => {
                put(GRANT, value.to_string());
                put(PRICE, String::new());
            }
            Answer::Grant(Grant::Shares { count, price, .. }) => {
                put(GRANT, format!("{} shares", grouped(*count)));
                put(PRICE, price.to_string());
            }
            Answer::Level(_)
            | Answer::Role(_)
            | Answer::Location(_)
            | Answer::Currency(_)
            | Answer::Vesting(_)
            | Answer::Written(_)
            | Answer::StartDate(_)
            | Answer::ReplyBy(_)
            | Answer::SignOnTerms(_)
            | Answer::LeftBehind(_)
            | Answer::Competing(_)
            | Answer::WalkAway(_)
            | Answer::Nothing(_) => {}
        }
    }
    texts
}

/// A button under told numbers.
pub(super) fn pressed(desk: &mut Desk, id: OfferId, act: Act, number: u64) -> Outcome {
    let waiting = desk.account.talked().numbers.clone().filter(|waiting| waiting.number == number);
    let Some(waiting) = waiting else {
        let text =
            "Those numbers are no longer waiting, and nothing was changed by this. Write them once more if they hold.";
        return Outcome::below(Card::text(text).with_buttons(vec![links::analysis(id)]));
    };
    match act {
        Act::Save => save(desk, id, &waiting),
        Act::Pick => pick(desk, id, &waiting),
        Act::Fill => {
            let texts = whole(desk, id, &waiting);
            match desk.account.offer(id) {
                Some(record) => super::filled_form(record, &texts),
                None => Outcome::Gone(Gone::Offer),
            }
        }
        Act::Other => {
            desk.account.talked_mut().numbers = None;
            Outcome::Told(waiting.message)
        }
        Act::Drop => {
            desk.account.talked_mut().numbers = None;
            Outcome::below(dropped(id))
        }
    }
}

/// Words to what the last card asked: a yes or a no, what a button says, or which offer. `None` where they are none.
pub(crate) fn settled(desk: &mut Desk, text: &str) -> Option<Outcome> {
    let waiting = desk.account.talked().numbers.clone()?;
    let (number, several) = (waiting.number, waiting.offer.is_none());
    let plain: String = text.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect::<String>().to_lowercase();
    let act = match (plain.trim(), Control::read(text)) {
        ("change them first" | "change them" | "check them in the form", _) => Act::Fill,
        ("its another offer" | "for the one im entering" | "enter it", _) => Act::Other,
        ("none of them" | "none", _) | (_, Some(Control::No | Control::Cancel)) => Act::Drop,
        // A yes saves where it was asked whether to save, and nothing else.
        (_, Some(Control::Yes | Control::Save)) if !several => Act::Save,
        (words, _) if words.starts_with("save as round") && !several => Act::Save,
        _ if several => Act::Pick,
        _ => return None,
    };
    let newest = desk.account.newest().map(|record| record.id);
    let id = match act {
        Act::Pick => named(desk, text)?,
        Act::Save | Act::Fill | Act::Other | Act::Drop => waiting.offer.or(newest)?,
    };
    Some(pressed(desk, id, act, number))
}

/// The offer that words name: `#1`, `1`, its name, or the whole label of its button.
fn named(desk: &Desk, text: &str) -> Option<OfferId> {
    let number = text.trim().strip_prefix('#').and_then(|rest| rest.split(' ').next());
    let named = number.unwrap_or(text).trim();
    if named.is_empty() { None } else { desk.account.named(Some(named)).map(|record| record.id) }
}

fn dropped(id: OfferId) -> Card {
    Card::text("All right: nothing is changed.").with_buttons(vec![links::analysis(id)])
}

/// The whole form: what was told in its place, the rest as it is.
fn whole(desk: &Desk, id: OfferId, waiting: &WaitingNumbers) -> BTreeMap<String, String> {
    let mut texts = desk.account.offer(id).map(|record| present(&record.offer)).unwrap_or_default();
    texts.extend(waiting.texts.clone());
    texts
}

fn save(desk: &mut Desk, id: OfferId, waiting: &WaitingNumbers) -> Outcome {
    let texts = whole(desk, id, waiting);
    desk.account.talked_mut().numbers = None;
    take(desk, id, &texts, Unusual::AsTyped).at(crate::app::outcome::Place::Below)
}

fn pick(desk: &mut Desk, id: OfferId, waiting: &WaitingNumbers) -> Outcome {
    desk.account.talked_mut().numbers = Some(WaitingNumbers { offer: Some(id), ..waiting.clone() });
    let empty = Numbers { answers: Vec::new(), doubt: None, unclear: false, difference: false, unread_pay: false };
    show(desk, id, &empty, waiting.number).at(crate::app::outcome::Place::Here)
}

/// What the numbers would change in an offer, with the one question.
fn show(desk: &mut Desk, id: OfferId, numbers: &Numbers, number: u64) -> Outcome {
    let Some(waiting) = desk.account.talked().numbers.clone() else { return Outcome::Gone(Gone::Control) };
    let texts = whole(desk, id, &waiting);
    let Some(record) = desk.account.offer(id) else { return Outcome::Gone(Gone::Offer) };
    let mut open = Unsettled::default();
    let Some(newer) = read(&record.offer, &texts, Unusual::AsTyped, &mut open).filter(|_| open.is_empty()) else {
        return Outcome::below(in_doubt(desk, numbers, number, id));
    };
    let beside = beside(numbers, &record.offer);
    if newer == record.offer {
        let lead = format!("Those are the numbers I have for {}: nothing to change.", record.name);
        let card = Card::text(lead).said(beside).with_buttons(vec![links::analysis(id)]);
        desk.account.talked_mut().numbers = None;
        return Outcome::below(card);
    }
    let revision = diff(&record.offer, &newer);
    let round = record.earlier.len() + 2;
    let card = Card::titled(format!("New numbers: {}", record.name))
        .with(Block::Lead(format!("{} Save as round {round}?", changes(&revision))))
        .with(Block::Text(crate::words::revision(&revision)))
        .said(beside)
        .with_buttons(vec![
            Button::primary(
                format!("Save as round {round}"),
                press(&format!("{}_{number}", <&str>::from(Act::Save)), id),
            ),
            button("Change them first", Act::Fill, number, id),
            button(other_label(desk), Act::Other, number, id),
            button("No", Act::Drop, number, id),
        ])
        .with_small("Nothing is changed before you say yes.");
    Outcome::below(card)
}

/// `Base $200,000 → $205,000, grant $400,000 → $430,000.`
fn changes(revision: &Revision) -> String {
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

/// What else was said, which is no part of a round.
fn beside(numbers: &Numbers, offer: &Offer) -> Option<String> {
    let more = numbers.answers.iter().filter(|answer| match answer.field() {
        Field::Base | Field::SignOn | Field::Grant | Field::Level | Field::Location | Field::Currency => false,
        Field::Role => **answer != Answer::Role(offer.role.clone()),
        Field::ReplyBy => Some((*answer).clone()) != offer.reply_by.map(Answer::ReplyBy),
        Field::Written => Some((*answer).clone()) != offer.written.map(Answer::Written),
        Field::Vesting
        | Field::StartDate
        | Field::SignOnTerms
        | Field::LeftBehind
        | Field::Competing
        | Field::WalkAway => true,
    });
    let said: Vec<String> = more.map(echo).collect();
    (!said.is_empty()).then(|| format!("You also said: {}. /offer edit takes that.", said.join("; ")))
}

fn other_label(desk: &Desk) -> &'static str {
    if desk.account.session().state.walk().is_some() { "For the one I'm entering" } else { "It's another offer" }
}

/// What was understood, in one line.
fn understood(numbers: &Numbers) -> String {
    numbers.answers.iter().map(echo).collect::<Vec<_>>().join("; ")
}

/// A level or place that no saved offer has.
fn of_another(desk: &Desk, numbers: &Numbers, number: u64, id: OfferId) -> Card {
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
fn which(desk: &Desk, numbers: &Numbers, number: u64, several: &[OfferId]) -> Card {
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

/// Numbers that were not understood for certain: the form shows them, and what is left is typed there.
fn in_doubt(desk: &Desk, numbers: &Numbers, number: u64, id: OfferId) -> Card {
    let name = desk.account.offer(id).map(|record| record.name.clone()).unwrap_or_default();
    let doubt = match &numbers.doubt {
        Some(Doubt::Zeros { typed, likely }) => {
            format!("You wrote {}, which would be unusual: did you mean {}?", echo(typed), echo(likely))
        }
        Some(Doubt::SharePrice { .. }) => "I need the price a share, too.".to_owned(),
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
            "That sounds like what was added. Which figure does it come to? Put the new one into the form.".to_owned()
        }
        Some(Doubt::Firmness { .. } | Doubt::WalkAwayUnit { .. }) | None => {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_says_what_it_does_and_for_which_numbers() {
        for (subject, expected) in [
            ("save_17", Some((Act::Save, 17))),
            ("pick_1795780800000", Some((Act::Pick, 1_795_780_800_000))),
            ("fill_1", Some((Act::Fill, 1))),
            ("other_1", Some((Act::Other, 1))),
            ("drop_1", Some((Act::Drop, 1))),
            ("", None),
            ("typed", None),
            ("likely", None),
            ("save_", None),
        ] {
            assert_eq!(act(subject), expected, "{subject}");
        }
    }
}
