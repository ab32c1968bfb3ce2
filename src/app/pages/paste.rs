//! `/offer paste`: a recruiter's letter or e-mail, read; what was understood is shown with
//! the words it is from, and the walkthrough goes on with it.

use std::collections::BTreeMap;

use crate::app::desk::Desk;
use crate::app::forms::text;
use crate::app::links;
use crate::app::outcome::{Outcome, Place, Turn};
use crate::offer::{Field, OfferDraft};
use crate::reading::letter::{LetterReading, read_letter};
use crate::reply::{Action, Block, Button, Card, Form, Press, TextInput, Verb};
use crate::session::{Input, Walk};
use crate::words::answers::{echo, known};
use crate::words::{self, problem};

const LETTER: &str = "letter";
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

/// `/offer paste`: the form for the whole text.
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
    let reading = read_letter(letter, desk.today());
    if reading.found.is_empty() && reading.doubts.is_empty() {
        return Outcome::below(nothing(&reading));
    }
    let answers: Vec<_> = reading.found.iter().map(|found| found.answer.clone()).collect();
    let doubts = reading.doubts.iter().map(|(doubt, _)| doubt.clone()).collect();
    let before = desk.account.session().state.walk().cloned().unwrap_or_default();
    let after = Walk { draft: before.draft.clone(), ..Walk::default() }.with_letter(answers.clone());
    let cut_off = letter.chars().count() >= usize::from(LONGEST);
    Outcome::Walk(Turn {
        above: understood(&reading, &before.draft, &after.draft, cut_off),
        small: Some("The letter itself is not kept.".into()),
        ..Turn::new(Input::Pasted { answers, doubts }, Place::Below)
    })
}

/// What was understood, each with its words; what it replaced; what was not.
fn understood(reading: &LetterReading, before: &OfferDraft, after: &OfferDraft, cut_off: bool) -> Vec<Block> {
    let many = reading.found.len() + reading.doubts.len() + reading.unread.len() > MANY_QUOTES;
    let quoted = |quote: &str| quoted(quote, many);
    let mut blocks = Vec::new();
    let found =
        reading.found.iter().map(|found| format!("{}: {}", sentence(&echo(&found.answer)), quoted(&found.quote)));
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
        (old != new).then(|| format!("{}: {new} in place of your {old}", words::field(field)))
    });
    blocks.extend(section("Replaced by the letter", replaced.collect()));
    let mut doubts: Vec<String> = reading.doubts.iter().map(|(_, quote)| quoted(quote)).collect();
    doubts.dedup();
    blocks.extend(section("To settle", doubts));
    blocks.extend(not_used(reading, many));
    if cut_off {
        blocks.push(Block::Text(
            "A form holds 4,000 characters, and this one is full: what came after is missing.".into(),
        ));
    }
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

fn nothing(reading: &LetterReading) -> Card {
    let lead =
        "I found no figure there that I can be sure of, so nothing is filled in and nothing is kept of the text.";
    Card::titled("No offer in it").with(Block::Lead(lead.into())).with_all(not_used(reading, false)).with_buttons(vec![
        Button::primary("Paste it again", press()),
        Button::new("Answer one by one", Press::always(Action::bare(Verb::Start))),
    ])
}
