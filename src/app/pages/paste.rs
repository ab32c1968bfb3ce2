//! `/offer paste`: a recruiter's letter or e-mail, read; what was understood is shown with
//! the words it is from, and the walkthrough goes on with it. A file, or another message, is
//! read the same way.

mod totals;

use std::collections::BTreeMap;

use crate::app::command::Options;
use crate::app::desk::Desk;
use crate::app::forms::text;
use crate::app::links;
use crate::app::outcome::{Outcome, Place, Turn};
use crate::app::request::Brought;
use crate::app::words::unread;
use crate::document::{Extract, Missing, Unread};
use crate::offer::{Field, OfferDraft};
use crate::reading::letter::{LetterReading, read_letter};
use crate::reply::{Action, Block, Button, Card, Form, Press, TextInput, Verb};
use crate::session::{Input, Letter, Walk};
use crate::words::answers::{echo, known};
use crate::words::{self, problem};

const LETTER: &str = "letter";
const FILE: &str = "file";
/// The longest letter: Discord's limit on an input.
const LONGEST: u16 = 4_000;
/// Lines of a kind shown of what was not used or not clear.
const MOST_LINES: usize = 5;
/// The longest quote where there is much to say, so that the question stays on the card.
const SHORT_QUOTE: usize = 60;
/// Quotes after which there is much to say.
const MANY_QUOTES: usize = 10;

fn press() -> Press {
    Press::always(Action::bare(Verb::Paste))
}

/// `/offer paste`: the form for the whole text. A file that is named comes by itself, or not at all.
pub(crate) fn command(options: &Options) -> Outcome {
    if options.get(FILE).is_some() { Outcome::below(not_read(unread::file(Unread::Unreachable))) } else { form() }
}

/// The form for the whole text.
pub(crate) fn form() -> Outcome {
    let input =
        TextInput::new(LETTER, "The whole text, as it came", "We are pleased to offer you …").at_most(LONGEST).long();
    let form = Form { title: "Paste the letter or e-mail".into(), press: press(), inputs: vec![input] };
    let otherwise = Card::text("Press the button and put the letter or e-mail into the form.");
    Outcome::form(form, otherwise.with_buttons(vec![links::paste()]))
}

/// The letter handed in.
pub(crate) fn submitted(desk: &Desk, texts: &BTreeMap<String, String>) -> Outcome {
    let letter = text(texts, LETTER);
    let full = letter.chars().count() >= usize::from(LONGEST);
    let aside = "A form holds 4,000 characters, and this one is full: what came after is missing.";
    letter_read(desk, letter, full.then(|| aside.into()))
}

/// A letter that the shell brought.
pub(crate) fn brought(desk: &Desk, brought: &Brought) -> Outcome {
    let (words, file) = match brought {
        Brought::Own => return Outcome::below(not_read(unread::own())),
        Brought::Cards => return Outcome::below(not_read(unread::cards())),
        Brought::Letter { words, file } => (words.trim(), file),
    };
    match file {
        None if words.is_empty() => Outcome::below(not_read(unread::empty())),
        None => letter_read(desk, words, None),
        Some(_) if tells_pay(&read_letter(words, desk.today())) => {
            letter_read(desk, words, Some("I read the words of the message, and not the file beside them.".into()))
        }
        Some(Err(why)) => Outcome::below(not_read(unread::file(*why))),
        Some(Ok(Extract { text, missing })) => {
            let aside = missing.map(|missing| match missing {
                Missing::End => "The file holds more than 100,000 characters, and what comes after those is missing.",
                Missing::Parts => "Parts of the file can't be read, so what they say is missing.",
            });
            letter_read(desk, format!("{words}\n\n{text}").trim(), aside.map(str::to_owned))
        }
    }
}

/// Whether a text says something of the pay, so that it is the letter itself and not a word about it.
fn tells_pay(reading: &LetterReading) -> bool {
    let of_pay = |field: Field| matches!(field, Field::Base | Field::SignOn | Field::Grant);
    !reading.doubts.is_empty() || reading.found.iter().any(|found| of_pay(found.answer.field()))
}

/// A letter that was written into the direct message.
pub(crate) fn read(desk: &Desk, letter: &str) -> Outcome {
    letter_read(desk, letter, None)
}

/// What a letter says, into the walkthrough; `aside` is said of what of it is missing.
fn letter_read(desk: &Desk, letter: &str, aside: Option<String>) -> Outcome {
    let reading = read_letter(letter, desk.today());
    if reading.found.is_empty() && reading.doubts.is_empty() {
        return Outcome::below(nothing(&reading, aside));
    }
    let answers: Vec<_> = reading.found.iter().map(|found| found.answer.clone()).collect();
    let doubts = reading.doubts.iter().map(|(doubt, _)| doubt.clone()).collect();
    let state = &desk.account.session().state;
    let before = state.walk().cloned().unwrap_or_default();
    let letter = Letter { answers: answers.clone(), doubts };
    let differing = if state.may_differ_from(&letter) { Differing::Asked } else { Differing::Replaced };
    let after = Walk { draft: before.draft.clone(), ..Walk::default() }.with_letter(answers);
    let mut above = understood(&reading, &before.draft, &after.draft, differing);
    above.extend(aside.map(Block::Text));
    Outcome::Walk(Turn {
        above,
        small: Some("The letter itself is not kept.".into()),
        ..Turn::new(Input::Pasted(letter), Place::Below)
    })
}

/// What is done with what differs from the answers before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Differing {
    /// The letter's takes its place.
    Replaced,
    /// It is asked whether the letter is of another offer.
    Asked,
}

/// What was understood, each with its words; what it replaced; what was not.
fn understood(reading: &LetterReading, before: &OfferDraft, after: &OfferDraft, differing: Differing) -> Vec<Block> {
    let many = reading.found.len() + reading.doubts.len() + reading.unread.len() > MANY_QUOTES;
    let quoted = |quote: &str| quoted(quote, many);
    let mut blocks = Vec::new();
    let room = if many { SHORT_QUOTE } else { usize::MAX };
    let found = reading.found.iter().map(|found| {
        let words: Vec<String> = found.words(room).iter().map(|quote| format!("\"{quote}\"")).collect();
        format!("{}: {}", sentence(&echo(&found.answer)), words.join(" and "))
    });
    blocks.extend(section("What the letter says", found.collect()));
    // Amazon's own vesting is what stands before anyone gives another.
    let given = |field: &Field| match field {
        Field::Competing => false,
        Field::Vesting => !before.schedule.is_amazons(),
        Field::Role => !before.role.is_software(),
        Field::Currency => before.currency_said,
        Field::Level
        | Field::Location
        | Field::Base
        | Field::SignOn
        | Field::Grant
        | Field::Written
        | Field::StartDate
        | Field::ReplyBy
        | Field::SignOnTerms
        | Field::LeftBehind
        | Field::WalkAway => true,
    };
    let replaced = Field::ALL.iter().copied().filter(given).filter_map(|field| {
        let (old, new) = (known(before, field)?, known(after, field)?);
        (old != new).then(|| match differing {
            Differing::Replaced => format!("{}: {new} in place of your {old}", words::field(field)),
            Differing::Asked => format!("{}: {new} in the letter, {old} before", words::field(field)),
        })
    });
    let heading = match differing {
        Differing::Replaced => "Replaced by the letter",
        Differing::Asked => "Other than before",
    };
    blocks.extend(section(heading, replaced.collect()));
    let mut doubts: Vec<String> = reading.doubts.iter().map(|(_, quote)| quoted(quote)).collect();
    doubts.dedup();
    blocks.extend(section("To settle", doubts));
    blocks.extend(section("Totals", at_most(totals::told(&reading.besides, after))));
    blocks.extend(not_used(reading, many));
    blocks
}

/// What was not understood, and lines with amounts or days that were not used.
fn not_used(reading: &LetterReading, many: bool) -> Vec<Block> {
    // What a sentence of the first part quotes already is not said twice.
    let said = |line: &String| reading.problems.iter().any(|problem| problem.line() == Some(line));
    let unread = reading.unread.iter().filter(|line| !said(line)).map(|line| quoted(line, many)).collect();
    let problems = reading.problems.iter().map(problem).collect();
    let parts = [section("Not clear", at_most(problems)), section("Not used", at_most(unread))];
    parts.into_iter().flatten().collect()
}

/// A heading and its lines; nothing for no line.
fn section(heading: &str, lines: Vec<String>) -> Vec<Block> {
    if lines.is_empty() { Vec::new() } else { vec![Block::Heading(heading.into()), Block::Bullets(lines)] }
}

/// The first lines, and how many more there are.
fn at_most(mut lines: Vec<String>) -> Vec<String> {
    let more = lines.len().saturating_sub(MOST_LINES);
    lines.truncate(MOST_LINES);
    if more > 0 {
        lines.push(format!("and {more} more."));
    }
    lines
}

/// Words of the letter in quotes; only their beginning where there is much to say.
fn quoted(quote: &str, many: bool) -> String {
    if !many || quote.chars().count() <= SHORT_QUOTE {
        return format!("\"{quote}\"");
    }
    let start: String = quote.chars().take(SHORT_QUOTE - 1).collect();
    format!("\"{}…\"", start.trim_end())
}

/// With a capital letter first.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn nothing(reading: &LetterReading, aside: Option<String>) -> Card {
    let lead =
        "I found no figure there that I can be sure of, so nothing is filled in and nothing is kept of the text.";
    Card::titled("No offer in it")
        .with(Block::Lead(lead.into()))
        .with_all(section("Totals", at_most(totals::told(&reading.besides, &OfferDraft::default()))))
        .with_all(not_used(reading, false))
        .with_all(aside.map(Block::Text))
        .with_buttons(vec![Button::primary("Paste it again", press()), one_by_one()])
}

/// A file or a message without a letter that can be read, and why.
fn not_read(why: impl Into<String>) -> Card {
    Card::text(why)
        .with_buttons(vec![Button::primary("Paste the text", press()), one_by_one()])
        .with_small("Nothing is filled in, and nothing of it is kept.")
}

fn one_by_one() -> Button {
    Button::new("Answer one by one", Press::always(Action::bare(Verb::Start)))
}
