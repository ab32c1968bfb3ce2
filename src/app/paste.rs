//! `/offer paste`: a recruiter's letter or e-mail, read; what was understood is shown with
//! the words it is from, and the walkthrough goes on with it.

use std::collections::BTreeMap;

use super::answers::{echo, known};
use super::conversation;
use super::decide::Desk;
use super::press::{Action, Press, Verb};
use super::typed::text;
use crate::offer::reading::letter::{LetterReading, read_letter};
use crate::offer::{Field, OfferDraft};
use crate::reply::{Block, Button, Card, Form, Reply, TextInput};
use crate::session::Input;

const LETTER: &str = "letter";
/// The longest letter: Discord's limit on an input.
const LONGEST: u16 = 4_000;
/// Lines of the letter shown that were not used.
const MOST_UNREAD: usize = 6;

fn press() -> Press {
    Press::always(Action::bare(Verb::Paste))
}

/// The button that opens the form.
pub(super) fn button() -> Button {
    Button::new("Paste the letter", press())
}

/// The form. Only ever the answer to a command or a press.
pub(super) fn form() -> Reply {
    Reply::Form(Form {
        title: "Paste the letter or e-mail".into(),
        press: press(),
        inputs: vec![TextInput {
            key: LETTER.into(),
            label: "The whole text, as it came".into(),
            example: "We are pleased to offer you …".into(),
            value: String::new(),
            required: true,
            long: true,
            longest: LONGEST,
        }],
    })
}

/// The letter handed in.
pub(super) fn submitted(desk: &mut Desk, texts: &BTreeMap<String, String>) -> Reply {
    let letter = text(texts, LETTER);
    let reading = read_letter(letter, desk.today());
    if reading.found.is_empty() && reading.doubts.is_empty() {
        return Reply::Show(nothing(&reading));
    }
    let before = draft(desk);
    let answers = reading.found.iter().map(|found| found.answer.clone()).collect();
    let doubts = reading.doubts.iter().map(|(doubt, _)| doubt.clone()).collect();
    let Reply::Update(mut card) = conversation::step_with(desk, Input::Pasted { answers, doubts }) else {
        return Reply::Nothing;
    };
    let cut_off = letter.chars().count() >= usize::from(LONGEST);
    let said = understood(&reading, &before, &draft(desk), cut_off);
    card.blocks.splice(0..0, said);
    Reply::Show(card.with_small("The letter itself is not kept."))
}

fn draft(desk: &Desk) -> OfferDraft {
    desk.account.session().state.walk().map(|walk| walk.draft.clone()).unwrap_or_default()
}

/// What was understood, each with its words; what it replaced; what was not.
fn understood(reading: &LetterReading, before: &OfferDraft, after: &OfferDraft, cut_off: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !reading.found.is_empty() {
        blocks.push(Block::Heading("What the letter says".into()));
        let lines =
            reading.found.iter().map(|found| format!("{}: \"{}\"", sentence(&echo(&found.answer)), found.quote));
        blocks.push(Block::Bullets(lines.collect()));
    }
    let replaced: Vec<String> = Field::ALL
        .into_iter()
        .filter(|field| *field != Field::Competing)
        .filter_map(|field| {
            let (old, new) = (known(before, field)?, known(after, field)?);
            (old != new).then(|| format!("{}: {new} in place of your {old}", field.label()))
        })
        .collect();
    if !replaced.is_empty() {
        blocks.push(Block::Heading("Replaced by the letter".into()));
        blocks.push(Block::Bullets(replaced));
    }
    if !reading.doubts.is_empty() {
        blocks.push(Block::Heading("To settle".into()));
        let mut quotes: Vec<String> = reading.doubts.iter().map(|(_, quote)| format!("\"{quote}\"")).collect();
        quotes.dedup();
        blocks.push(Block::Bullets(quotes));
    }
    blocks.extend(not_used(reading));
    if cut_off {
        blocks.push(Block::Text(format!(
            "A form holds {LONGEST} characters, and this one is full: what came after is missing."
        )));
    }
    blocks
}

/// What was not understood, and lines with amounts or days that were not used.
fn not_used(reading: &LetterReading) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !reading.problems.is_empty() {
        blocks.push(Block::Heading("Not clear".into()));
        blocks.push(Block::Bullets(reading.problems.clone()));
    }
    // What a sentence above quotes already is not said twice.
    let said = |line: &String| reading.problems.iter().any(|problem| problem.contains(line));
    let unread: Vec<&String> = reading.unread.iter().filter(|line| !said(line)).collect();
    if !unread.is_empty() {
        blocks.push(Block::Heading("Not used".into()));
        let mut lines: Vec<String> = unread.iter().take(MOST_UNREAD).map(|line| format!("\"{line}\"")).collect();
        let more = unread.len().saturating_sub(MOST_UNREAD);
        if more > 0 {
            lines.push(format!("and {more} more with an amount or a day."));
        }
        blocks.push(Block::Bullets(lines));
    }
    blocks
}

/// With a capital letter first.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn nothing(reading: &LetterReading) -> Card {
    let mut card = Card::titled("No offer in it").with(Block::Lead(
        "I found no figure there that I can be sure of, so nothing is filled in and nothing is kept of the text."
            .into(),
    ));
    for block in not_used(reading) {
        card = card.with(block);
    }
    card.with_buttons(vec![
        Button::primary("Paste it again", press()),
        Button::new("Answer one by one", Press::always(Action::bare(Verb::Start))),
    ])
}
