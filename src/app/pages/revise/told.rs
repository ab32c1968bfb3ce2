//! New numbers told in words: what they would change is shown, and one confirmation saves them. Nothing changes before.

mod cards;
mod saving;
mod waiting;

pub(crate) use waiting::drop_outdated;

use std::collections::BTreeMap;

use super::names::{BASE, GRANT, PRICE, YEAR_1, YEAR_2, name_of, present, press};
use super::round::{filled_form, read};
use crate::analysis::diff;
use crate::app::account::WaitingNumbers;
use crate::app::desk::Desk;
use crate::app::forms::{Unsettled, Unusual};
use crate::app::links;
use crate::app::outcome::{Gone, Outcome};
use crate::app::talk::{Numbers, is_question, says};
use crate::offer::{Field, Offer, OfferDraft, OfferId, OfferRecord};
use crate::reading::{Answer, Doubt, Reading, Settled, read_answer};
use crate::reply::{Block, Button, Card};
use crate::session::Control;
use saving::save;

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

/// Numbers told of a saved offer: which one is asked where there are several, and what they would change, with what
/// was told before, is shown.
pub(crate) fn ask(desk: &mut Desk, numbers: &Numbers, message: &str) -> Outcome {
    let fitting: Vec<OfferId> =
        desk.account.offers().iter().rev().filter(|record| fits(record, numbers)).map(|record| record.id).collect();
    let before = desk.account.talked_mut().numbers.take();
    // Each card has a number of its own, so that a button of one before saves nothing of this.
    let number = u64::try_from(desk.now.as_millisecond()).unwrap_or_default();
    let number = before.as_ref().map_or(number, |before| number.max(before.number + 1));
    let goes_on = |before: &WaitingNumbers| {
        !before.of_another && !fitting.is_empty() && before.offer.is_none_or(|id| fitting.contains(&id))
    };
    let (before, behind) = match before {
        Some(before) if goes_on(&before) => (Some(before), None),
        other => (None, other.filter(|other| !other.of_another).map(Box::new)),
    };
    let meant = before.as_ref().and_then(|before| before.offer).map_or(fitting, |id| vec![id]);
    let mut waiting = waiting::together(before, numbers, message);
    waiting.number = number;
    waiting.behind = behind.or_else(|| waiting.behind.take());
    waiting.of_another = meant.is_empty();
    waiting.offer = if let [only] = meant.as_slice() { Some(*only) } else { None };
    let settled = waiting.is_settled();
    desk.account.talked_mut().numbers = Some(waiting.clone());
    let Some(newest) = desk.account.newest().map(|record| record.id) else { return Outcome::Gone(Gone::Offer) };
    let card = match meant.as_slice() {
        [] => cards::of_another(desk, numbers, number, newest),
        [only] if settled => return show(desk, *only, numbers, number),
        [only] => cards::in_doubt(desk, numbers, &waiting, *only),
        several => cards::which(desk, numbers, number, several),
    };
    Outcome::below(card)
}

/// Whether numbers fit one of the saved offers.
pub(crate) fn fits_one(desk: &Desk, numbers: &Numbers) -> bool {
    desk.account.offers().iter().any(|record| fits(record, numbers))
}

/// The numbers that wait, with their question, once more; `None` where none do that could be saved.
pub(crate) fn shown_again(desk: &mut Desk) -> Option<Outcome> {
    let waiting = desk.account.talked().numbers.clone().filter(WaitingNumbers::is_settled)?;
    let id = waiting.offer?;
    let waits = still_waiting(desk)?;
    match show(desk, id, &Numbers::default(), waiting.number) {
        Outcome::Page(page) => Some(Outcome::below(page.card.with_small(waits))),
        other => Some(other),
    }
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
            let mut texts = whole(desk, id, &waiting);
            texts.extend(waiting.doubt.iter().flat_map(waiting::doubted));
            match desk.account.offer(id) {
                Some(record) => filled_form(record, &texts),
                None => Outcome::Gone(Gone::Offer),
            }
        }
        Act::Other => {
            desk.account.talked_mut().numbers = waiting.behind.map(|behind| *behind);
            Outcome::Told(waiting.message)
        }
        Act::Drop => {
            desk.account.talked_mut().numbers = waiting.behind.map(|behind| *behind);
            Outcome::below(dropped(id))
        }
    }
}

/// Words to what the last card asked: a yes or a no, what a button says, which offer, or which reading is meant. `None`
/// where they are none.
pub(crate) fn settled(desk: &mut Desk, text: &str) -> Option<Outcome> {
    let waiting = desk.account.talked().numbers.clone()?;
    let plain: String = text.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect::<String>().to_lowercase();
    let plain = plain.trim();
    let signs = desk.tables.topics.signs();
    let yes = matches!(Control::read(text), Some(Control::Yes | Control::Save)) || says(text, &signs.of_a_yes);
    let no = matches!(Control::read(text), Some(Control::No | Control::Cancel)) || says(text, &signs.of_a_drop);
    let act = match plain {
        "change them first" | "change them" | "check them in the form" => Act::Fill,
        "its another offer" | "for the one im entering" | "enter it" => Act::Other,
        "none of them" | "none" => Act::Drop,
        _ if yes && waiting.of_another => Act::Other,
        _ if (yes || no) && waiting.doubt.is_some() => return Some(yes_or_no(desk, waiting, yes)),
        _ if no => Act::Drop,
        // A yes saves where it was asked whether to save, and nothing else.
        _ if yes && waiting.is_settled() => Act::Save,
        _ if says_save(plain) && waiting.is_settled() => Act::Save,
        _ if waiting.offer.is_none() && !waiting.of_another => Act::Pick,
        _ => return reading_meant(desk, &waiting, text),
    };
    let newest = desk.account.newest().map(|record| record.id);
    let id = match act {
        Act::Pick => named(desk, text)?,
        Act::Save | Act::Fill | Act::Other | Act::Drop => waiting.offer.or(newest)?,
    };
    Some(pressed(desk, id, act, waiting.number))
}

/// The words of the button that saves, good as long as the numbers wait, whatever was said since.
pub(crate) fn saves_what_waits(desk: &mut Desk, text: &str) -> Option<Outcome> {
    let waiting = desk.account.talked().numbers.as_ref().filter(|waiting| waiting.is_settled())?;
    let (id, number) = (waiting.offer?, waiting.number);
    says_save(&text.trim().to_lowercase()).then(|| pressed(desk, id, Act::Save, number))
}

/// That numbers wait, and the words that save them; `None` where none do that could be saved.
pub(crate) fn still_waiting(desk: &Desk) -> Option<String> {
    let waiting = desk.account.talked().numbers.as_ref().filter(|waiting| waiting.is_settled())?;
    let record = desk.account.offer(waiting.offer?)?;
    let newer = changed(desk, record, waiting).filter(|newer| *newer != record.offer)?;
    let changes = cards::changes(&diff(&record.offer, &newer));
    let round = record.earlier.len() + 2;
    Some(if waiting.slip {
        format!("Still open: {changes} To put it right, say: {CORRECT}.")
    } else {
        format!("Still open: {changes} \"Save as round {round}\" saves that.")
    })
}

/// What the newest offer would be with other numbers: nothing waits for a yes by it.
pub(crate) fn supposed(desk: &Desk, numbers: &Numbers) -> Outcome {
    let Some(record) = desk.account.newest() else { return Outcome::Gone(Gone::Offer) };
    let waiting = waiting::together(None, numbers, "");
    let Some(newer) = changed(desk, record, &waiting) else { return Outcome::Gone(Gone::Control) };
    let revision = diff(&record.offer, &newer);
    let card = Card::titled(format!("What if: {}", record.name))
        .with(Block::Lead(format!("{} {}", cards::changes(&revision), crate::words::revision(&revision))))
        .with_buttons(vec![links::analysis(record.id)])
        .with_small(
            "Only a what-if: nothing is changed. Once they offer it, write it plainly, like \"base is now 205k\".",
        );
    Outcome::below(card)
}

/// The offer with what waits for it, which no longer waits: other answers of it are being looked over, and its pay goes
/// along. With what it changes.
pub(crate) fn taken_along(desk: &mut Desk, id: OfferId) -> Option<(Vec<Answer>, String)> {
    let waiting = desk.account.talked().numbers.clone().filter(WaitingNumbers::is_settled)?;
    let record = desk.account.offer(id).filter(|_| waiting.offer == Some(id))?;
    let newer = changed(desk, record, &waiting).filter(|newer| *newer != record.offer)?;
    let changes = cards::changes(&diff(&record.offer, &newer));
    let pay = [Answer::Base(newer.base), Answer::SignOn(newer.sign_on), Answer::Grant(newer.grant)];
    let answers = pay.into_iter().chain(waiting.beside).collect();
    desk.account.talked_mut().numbers = waiting.behind.map(|behind| *behind);
    Some((answers, changes))
}

/// The offer with what waits for it.
fn changed(desk: &Desk, record: &OfferRecord, waiting: &WaitingNumbers) -> Option<Offer> {
    let texts = whole(desk, record.id, waiting);
    let mut open = Unsettled::default();
    read(&record.offer, &texts, Unusual::AsTyped, &mut open).filter(|_| open.is_empty())
}

/// The label of the button that puts a slip right.
const CORRECT: &str = "Correct it";

fn says_save(plain: &str) -> bool {
    plain.starts_with("save as round") || plain.eq_ignore_ascii_case(CORRECT)
}

/// A yes or a no to a doubt: its reading, another figure asked for, or once more what there is to choose from.
fn yes_or_no(desk: &mut Desk, waiting: WaitingNumbers, yes: bool) -> Outcome {
    let newest = desk.account.newest().map(|record| record.id);
    let (Some(doubt), Some(id)) = (waiting.doubt.clone(), waiting.offer.or(newest)) else {
        return Outcome::Gone(Gone::Control);
    };
    match doubt.yes_or_no(true).filter(|_| yes) {
        Some(answer) => ask(desk, &Numbers::of_reply(Reading::of(answer)), ""),
        None if yes => Outcome::below(cards::in_doubt(desk, &Numbers::default(), &waiting, id)),
        // "No" to a figure: then what is it? Nothing else that waits is lost by it.
        None if doubt.yes_or_no(true).is_some() => {
            let waiting = WaitingNumbers { doubt: None, figure_of: Some(doubt.field()), ..waiting };
            let card = cards::in_doubt(desk, &Numbers::default(), &waiting, id);
            desk.account.talked_mut().numbers = Some(waiting);
            Outcome::below(card)
        }
        None => pressed(desk, id, Act::Drop, waiting.number),
    }
}

/// Words that choose a reading, or say the figure whole that was asked for.
fn reading_meant(desk: &mut Desk, waiting: &WaitingNumbers, text: &str) -> Option<Outcome> {
    let id = waiting.offer?;
    let chosen = waiting.doubt.as_ref().and_then(|doubt| doubt.settled_by(text));
    match chosen {
        Some(Settled::As(answer)) => return Some(ask(desk, &Numbers::of_reply(Reading::of(answer)), "")),
        Some(Settled::Narrowed(doubt)) => return Some(ask(desk, &Numbers::of_reply(Reading::open(doubt)), "")),
        None => {}
    }
    let (field, text) = match (&waiting.doubt, waiting.figure_of) {
        (Some(doubt), _) => (doubt.field(), doubt.in_full(text)),
        (None, field) => (field?, text.to_owned()),
    };
    reply(desk, id, field, &text)
}

/// A figure alone, where one field waits: "no, it's 202".
pub(crate) fn corrected(desk: &mut Desk, text: &str) -> Option<Outcome> {
    let waiting = desk.account.talked().numbers.clone()?;
    let field = waiting::only_field(&waiting).filter(|_| waiting.is_settled())?;
    reply(desk, waiting.offer?, field, text)
}

/// What is still asked of numbers, where words said nothing to it; `None` where nothing is.
pub(crate) fn asked_again(desk: &Desk) -> Option<Outcome> {
    let waiting = desk.account.talked().numbers.as_ref()?;
    let id = waiting.offer.filter(|_| waiting.doubt.is_some() || waiting.figure_of.is_some())?;
    let where_from = matches!(waiting.doubt, Some(Doubt::SharePrice { .. }))
        .then(|| "Any finance page shows today's price of one Amazon share (AMZN).".to_owned());
    let card = cards::in_doubt(desk, &Numbers::default(), waiting, id);
    let card = card.said(where_from).with_small("I didn't get an answer to that. \"No\" drops the new numbers.");
    Some(Outcome::below(card))
}

/// A reply read as the answer to one field; `None` where it says nothing of that.
fn reply(desk: &mut Desk, id: OfferId, field: Field, text: &str) -> Option<Outcome> {
    if !text.chars().any(|c| c.is_ascii_digit()) || is_question(text, desk.tables.topics.signs()) {
        return None;
    }
    let known = OfferDraft::from(desk.account.offer(id)?.offer.clone());
    let reading = read_answer(Some(field), text, &known, desk.today());
    let answers = reading.answers.iter().map(Answer::field);
    let doubts = reading.doubt.iter().map(Doubt::field);
    let of_this = answers.chain(doubts).any(|of| of == field);
    of_this.then(|| ask(desk, &Numbers::of_reply(reading), text))
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

fn pick(desk: &mut Desk, id: OfferId, waiting: &WaitingNumbers) -> Outcome {
    let waiting = WaitingNumbers { offer: Some(id), ..waiting.clone() };
    desk.account.talked_mut().numbers = Some(waiting.clone());
    if !waiting.is_settled() {
        return Outcome::here(cards::in_doubt(desk, &Numbers::default(), &waiting, id));
    }
    show(desk, id, &Numbers::default(), waiting.number).at(crate::app::outcome::Place::Here)
}

/// What the numbers would change in an offer, with the one question.
fn show(desk: &mut Desk, id: OfferId, numbers: &Numbers, number: u64) -> Outcome {
    let Some(waiting) = desk.account.talked().numbers.clone() else { return Outcome::Gone(Gone::Control) };
    let Some(record) = desk.account.offer(id) else { return Outcome::Gone(Gone::Offer) };
    let Some(newer) = changed(desk, record, &waiting) else {
        return Outcome::below(cards::in_doubt(desk, numbers, &waiting, id));
    };
    let beside = cards::beside(&waiting, &record.offer);
    if newer == record.offer {
        let lead = format!("Those are the numbers I have for {}: nothing to change.", record.name);
        let beside = beside.map(|said| format!("You also said: {said}. /offer edit takes that."));
        let card = Card::text(lead).said(beside).with_buttons(vec![links::analysis(id)]);
        desk.account.talked_mut().numbers = waiting.behind.map(|behind| *behind);
        return Outcome::below(card);
    }
    let beside = beside.map(|said| format!("Saved with it: {said}."));
    let told_of = waiting::told_of(&waiting, &record.offer);
    let revision = diff(&record.offer, &newer);
    let round = record.earlier.len() + 2;
    let (title, ask, label) = if waiting.slip {
        let ask = if round == 2 { "Correct the offer?".to_owned() } else { format!("Correct round {}?", round - 1) };
        ("A correction", ask, CORRECT.to_owned())
    } else {
        ("New numbers", format!("Save as round {round}?"), format!("Save as round {round}"))
    };
    let moved = (!waiting.slip).then(|| crate::words::revision(&revision));
    let card = Card::titled(format!("{title}: {}", record.name))
        .with(Block::Lead(format!("{} {ask}", cards::changes(&revision))))
        .said(moved)
        .said(beside)
        .with_buttons(vec![
            Button::primary(label, press(&format!("{}_{number}", <&str>::from(Act::Save)), id)),
            button("Change them first", Act::Fill, number, id),
            button(cards::other_label(desk), Act::Other, number, id),
            button("No", Act::Drop, number, id),
        ])
        .with_small("Nothing is changed before you say yes.");
    desk.account.talked_mut().numbers = Some(WaitingNumbers { told_of, ..waiting });
    Outcome::below(card)
}

#[cfg(test)]
mod tests;
