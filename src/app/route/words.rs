//! Typed words: what they are is recognised, and the page or the question that they belong to answers.
//!
//! What is no answer to an open question leaves it open, and no reply comes twice running.

mod again;
mod card;
mod kept;

use again::{once, twice};
use card::{save_asked_first, shall_i_save};
use kept::{advice_beside, changes_the_job, detail, gone, tells_beside};

use super::{answer, page_of};
use crate::app::command::{Command, Options};
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::outcome::{Outcome, Page, Place, Turn};
use crate::app::pages::{about, paste, revise};
use crate::app::talk::{Setting, Talk, recognise, tells_new_pay};
use crate::app::walk;
use crate::app::words::refusals;
use crate::offer::{Field, OfferDraft, OfferId, OfferRecord};
use crate::playbook::{RenderError, TalkTopic};
use crate::reply::{Block, Button, Card};
use crate::session::{Control, Input, State};
use crate::words::problems;

/// The most rows of controls on a card.
const MOST_ROWS: usize = 5;
/// The most buttons to what comes next.
const MOST_NEXT: usize = 4;
/// What was said where new numbers wait for a yes.
const NUMBERS: &str = "numbers";
/// What becomes of new pay on the card of answers.
const NEXT_ROUND: &str = "If you save, they become the next round, and the numbers before are kept.";
/// What was said where nothing was understood.
const NOTHING: &str = "nothing";

/// Answers words.
pub(super) fn words(desk: &mut Desk, text: &str) -> Outcome {
    let outcome = match answered(desk, text) {
        Outcome::Analysis(id, said) => Outcome::Page(page_of(desk, Outcome::Analysis(id, said))),
        other => other,
    };
    twice(desk, outcome)
}

fn answered(desk: &mut Desk, text: &str) -> Outcome {
    if let Some(outcome) = settled(desk, text) {
        return outcome;
    }
    if let Some(turn) = save_asked_first(desk, text) {
        return Outcome::Page(page_of(desk, Outcome::Walk(turn)));
    }
    let open = desk.account.session().state.is_open();
    let just_told = asked(desk, NUMBERS);
    let outcome = match recognised(desk, text) {
        Talk::Letter => letter(desk, text),
        Talk::Command(command, options) => command_page(desk, command, &options),
        Talk::Incomplete(command) => said(desk, command.name(), |_, times| about::incomplete(command, times)),
        Talk::NoCommand => said(desk, "no command", |desk, times| about::no_command(desk, text, times)),
        Talk::Steering(word) => to_the_question(desk, &word),
        Talk::Numbers(_) if desk.account.offers().is_empty() => {
            let page = page_of(desk, Outcome::Told(text.to_owned()));
            once(desk, page)
        }
        Talk::Numbers(numbers) if changes_the_job(desk, &numbers, text) => detail(desk, text, None),
        Talk::Numbers(numbers) => {
            let outcome = revise::ask_told(desk, &numbers, text);
            desk.account.talked_mut().say(NUMBERS);
            beside_the_question(desk, outcome)
        }
        Talk::Topic(topic) if tells_beside(desk, text) => {
            let advice = advice_beside(desk, topic, text);
            detail(desk, text, advice)
        }
        Talk::Topic(topic) => about_topic(desk, topic),
        Talk::Detail => detail(desk, text, None),
        Talk::Supposed(numbers) => {
            let outcome = revise::supposed(desk, &numbers);
            desk.account.talked_mut().said = None;
            beside_the_question(desk, outcome)
        }
        Talk::NotOffered(why) => {
            let times = desk.account.talked_mut().say(&format!("not offered: {why:?}"));
            let text = about::not_offered(desk, why, times);
            if open {
                Outcome::Walk(Turn::new(Input::Repeat, Place::Below).said(text))
            } else {
                Outcome::below(Card::text(text))
            }
        }
        Talk::Gone(companies, rest) => gone(desk, &companies, rest),
        Talk::NotTaken(reasons) => said(desk, "not taken", |_, _| {
            Card::text("I could not take that, and nothing is changed.").with(Block::Text(problems(&reasons)))
        }),
        Talk::Question => {
            let times = desk.account.talked_mut().say("a question");
            let said = about::no_answer(desk, times);
            Outcome::Walk(Turn::new(Input::Repeat, Place::Below).said(said))
        }
        Talk::Unknown if open || ends_what_waits(desk, text) => to_the_question(desk, text),
        Talk::Unknown if just_told && let Some(outcome) = corrected(desk, text) => outcome,
        Talk::Unknown if let Some(outcome) = wrong_answer(desk, text) => outcome,
        Talk::Unknown => said(desk, NOTHING, about::not_understood),
    };
    still_waiting(desk, outcome)
}

/// Whether this is what the last reply to words was.
fn asked(desk: &Desk, what: &str) -> bool {
    desk.account.talked().said.as_ref().is_some_and(|said| said.what == what)
}

/// A page that is no answer to numbers that wait: they are not lost, and it says how they are saved.
fn still_waiting(desk: &Desk, outcome: Outcome) -> Outcome {
    let open = desk.account.session().state.is_open();
    match (outcome, revise::still_waiting(desk).filter(|_| !open && !asked(desk, NUMBERS))) {
        (Outcome::Page(mut page), Some(waits)) => {
            // What is worked out there is of the figures before.
            if page.card.title.is_some() {
                page.card.blocks.insert(0, Block::Text("This is with the figures as they are saved.".into()));
            }
            Outcome::Page(Page { card: page.card.with_small(waits), ..page })
        }
        (outcome, _) => outcome,
    }
}

/// A figure that corrects the one that waits, or once more what is still asked of it.
fn corrected(desk: &mut Desk, text: &str) -> Option<Outcome> {
    let outcome = revise::told_corrected(desk, text).or_else(|| revise::told_asked_again(desk))?;
    desk.account.talked_mut().say(NUMBERS);
    Some(outcome)
}

/// Forgets that a yes was asked for: something else was done since, and a bare yes no longer means it.
pub(super) fn hush(desk: &mut Desk) {
    if asked(desk, NUMBERS) {
        desk.account.talked_mut().said = None;
    }
}

fn recognised(desk: &Desk, text: &str) -> Talk<'static> {
    let newest = desk.account.newest();
    let known = newest.map(|record| OfferDraft::from(record.offer.clone())).unwrap_or_default();
    let setting = Setting {
        state: &desk.account.session().state,
        known: &known,
        has_offer: newest.is_some(),
        moved_last: newest.and_then(moved_last),
        catalogue: desk.catalogue,
        today: desk.today(),
    };
    recognise(text, &desk.tables.topics, &setting)
}

/// The pay that the last round of an offer moved, where it was one part of it.
fn moved_last(record: &OfferRecord) -> Option<Field> {
    let (_, before) = record.earlier.last()?;
    let now = &record.offer;
    match (before.base != now.base, before.sign_on != now.sign_on, before.grant != now.grant) {
        (true, false, false) => Some(Field::Base),
        (false, true, false) => Some(Field::SignOn),
        (false, false, true) => Some(Field::Grant),
        _ => None,
    }
}

/// An answer to what the last reply asked: whether new numbers are saved and for which offer, whether we go on.
fn settled(desk: &mut Desk, text: &str) -> Option<Outcome> {
    if desk.account.session().state.is_open() {
        return None;
    }
    let waits = matches!(desk.account.session().state, State::Paused { .. });
    if asked(desk, NUMBERS) {
        let number = |desk: &Desk| desk.account.talked().numbers.as_ref().map(|waiting| waiting.number);
        let before = number(desk);
        let outcome = revise::told_settled(desk, text)?;
        // Where something is still asked of them, a yes is to that; to those that waited behind, it is not.
        if number(desk) < before {
            desk.account.talked_mut().said = None;
        } else {
            desk.account.talked_mut().say(NUMBERS);
        }
        return Some(still_waiting(desk, outcome));
    }
    if asked(desk, NOTHING) && waits && Control::read(text) == Some(Control::Yes) {
        desk.account.talked_mut().said = None;
        return Some(Outcome::Begin);
    }
    if !waits
        && Control::read(text) == Some(Control::Yes)
        && let Some(outcome) = revise::told_again(desk)
    {
        desk.account.talked_mut().say(NUMBERS);
        return Some(outcome);
    }
    revise::told_saved(desk, text)
}

/// Topics that say nothing but that all is well.
const ALL_IS_WELL: &[&str] = &["thanks", "great"];

/// Whether a word is for the walkthrough that is put aside: to throw it away, which it asks about.
fn ends_what_waits(desk: &Desk, text: &str) -> bool {
    let waits = matches!(desk.account.session().state, State::Paused { .. });
    waits && matches!(Control::read(text), Some(Control::Cancel | Control::StartOver))
}

fn letter(desk: &mut Desk, text: &str) -> Outcome {
    desk.account.talked_mut().said = None;
    match paste::read(desk, text) {
        Outcome::Walk(mut turn) => {
            turn.above.insert(0, Block::Text("That looks like your letter. Here is what I read in it.".into()));
            Outcome::Walk(turn)
        }
        other => beside_the_question(desk, other),
    }
}

fn command_page(desk: &mut Desk, command: Command, options: &Options) -> Outcome {
    desk.account.talked_mut().said = None;
    let outcome = answer(desk, command, options);
    beside_the_question(desk, outcome)
}

/// A card with a text that is another one for the second time running.
fn said(desk: &mut Desk, what: &str, card: impl FnOnce(&Desk, u32) -> Card) -> Outcome {
    let times = desk.account.talked_mut().say(what);
    let card = card(desk, times);
    beside_the_question(desk, Outcome::below(card))
}

/// A page while a question may be open: the question stays open, and the page says so.
fn beside_the_question(desk: &mut Desk, outcome: Outcome) -> Outcome {
    let is_the_walk =
        matches!(outcome, Outcome::Walk(_) | Outcome::Begin | Outcome::Need(_) | Outcome::Told(_) | Outcome::Forget(_));
    if is_the_walk || !desk.account.session().state.is_open() {
        return outcome;
    }
    let Page { card, place, done } = page_of(desk, outcome);
    Outcome::Page(Page { card: waiting(card), place, done })
}

/// Says that the question waits, with the way back where there is room for a row.
fn waiting(card: Card) -> Card {
    let way_back = if card.controls.len() < MOST_ROWS { vec![links::back_to_the_question()] } else { Vec::new() };
    card.with_buttons(way_back).with_small("Your question is still open: just answer it here.")
}

/// "The start date is wrong", of a saved offer: it is asked for.
fn wrong_answer(desk: &mut Desk, text: &str) -> Option<Outcome> {
    let Some(Control::Change(field)) = Control::read(text) else { return None };
    let record = desk.account.newest().filter(|_| desk.account.session().state == State::Idle)?;
    let edit = Input::Edit { id: record.id, offer: Box::new(record.offer.clone()), field: Some(field) };
    desk.account.talked_mut().said = None;
    Some(Outcome::Walk(Turn::new(edit, Place::Below)))
}

/// New pay, told while the answers of a saved offer are looked over: it goes onto their card, and what it was is kept.
fn begins_a_round(desk: &mut Desk, text: &str) -> bool {
    let (signs, today) = (desk.tables.topics.signs(), desk.today());
    let State::Checking { walk } = &desk.account.session().state else { return false };
    let tells = walk.editing.is_some() && !walk.round && tells_new_pay(text, signs, &walk.draft, today);
    if tells && let Some(walk) = desk.account.session_mut().state.walk_mut() {
        walk.round = true;
    }
    tells
}

/// Words for the open question.
fn to_the_question(desk: &mut Desk, text: &str) -> Outcome {
    let round = begins_a_round(desk, text);
    let turn = Turn::new(Input::Words { text: text.to_owned(), today: desk.today() }, Place::Here);
    let page = page_of(desk, Outcome::Walk(if round { turn.said(format!("New numbers. {NEXT_ROUND}")) } else { turn }));
    once(desk, page)
}

/// A question or a remark: a short answer and what comes next, with the open question kept.
fn about_topic(desk: &mut Desk, topic: &TalkTopic) -> Outcome {
    if ALL_IS_WELL.contains(&topic.key.as_str()) && matches!(desk.account.session().state, State::Checking { .. }) {
        let turn = shall_i_save(desk);
        return Outcome::Page(page_of(desk, Outcome::Walk(turn)));
    }
    let times = desk.account.talked_mut().say(&topic.key);
    let text = match topic_text(desk, topic, times.is_multiple_of(2)) {
        Ok(text) => text,
        Err(error) => return Outcome::below(refusals::my_mistake(&error)),
    };
    let newest = desk.account.newest().map(|record| record.id);
    if let (Some(shown), Some(_)) = (topic.shows.as_deref(), newest)
        && let Some((command, _)) = Command::at_start_of(shown.trim_start_matches('/'))
    {
        let outcome = answer(desk, command, &Options::default());
        let Page { mut card, place, done } = page_of(desk, outcome);
        card.blocks.insert(0, Block::Text(text));
        return beside_the_question(desk, Outcome::Page(Page { card, place, done }));
    }
    let next = next(desk, topic, newest);
    if desk.account.session().state.is_open() && !topic.instead {
        let turn = Turn::new(Input::Repeat, Place::Below).said(text);
        let Page { card, place, done } = page_of(desk, Outcome::Walk(turn));
        let next = if card.controls.len() < MOST_ROWS { next } else { Vec::new() };
        return Outcome::Page(Page { card: card.with_buttons(next), place, done });
    }
    let put_aside = matches!(desk.account.session().state, State::Paused { .. });
    let next = next.into_iter().chain(put_aside.then(about::go_on)).collect();
    beside_the_question(desk, Outcome::below(Card::text(text).with_buttons(next)))
}

fn topic_text(desk: &Desk, topic: &TalkTopic, again: bool) -> Result<String, RenderError> {
    match desk.account.newest() {
        Some(record) => {
            desk.work_out(record).playbook(|material| desk.catalogue.talk_answer(topic, again, Some(material)))
        }
        // All that is needed was answered: it only has to be saved.
        None if topic.is_of_the_offer() && matches!(desk.account.session().state, State::Checking { .. }) => {
            Ok("Save it, and I can tell you: press the button below, or write \"save\".".into())
        }
        None => desk.catalogue.talk_answer(topic, again, None),
    }
}

/// The buttons to what comes next. Nobody with an offer, or in the middle of entering one, is sent to enter one.
fn next(desk: &Desk, topic: &TalkTopic, offer: Option<OfferId>) -> Vec<Button> {
    let entered = offer.is_some() || desk.account.session().state.walk().is_some();
    let commands: Vec<String> =
        topic.next.iter().filter(|command| !(entered && *command == "/offer start")).cloned().collect();
    let mut buttons = links::buttons(desk.catalogue, &commands, offer);
    buttons.truncate(MOST_NEXT);
    buttons
}

/// A message that told of an offer: for the walkthrough that waits, or as the first of a new one.
pub(super) fn told(desk: &mut Desk, message: String) -> Turn {
    let waits = desk.account.session().state.walk().is_some();
    let first = desk.account.offers().is_empty();
    if !waits {
        // Its first question is not shown: what was told answers it.
        walk::take(desk, Turn::new(Input::Begin, Place::Below));
    }
    let said = match (waits, first) {
        (true, _) => "I put that into the offer you are entering.",
        (false, true) => {
            "Hi, I'm Counteroffer, a bot. That reads like an offer, so I filled in what you wrote, and ask for the rest. \
             Only you see this chat; whoever runs this copy of me could read what I keep. /privacy says how, and /forget \
             deletes it."
        }
        (false, false) => "A new offer, then: I filled in what you wrote, and ask for the rest.",
    };
    Turn::new(Input::Words { text: message, today: desk.today() }, Place::Below).said(said)
}
