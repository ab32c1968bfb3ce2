//! The terminal: cards as text of a width, lines as requests, and the streams between them.
//!
//! Owns how things look and are typed there. All but the streams is pure: a width, a moment and a zone are given. Must
//! not know what a card says or what an answer means.

mod completion;
mod day;
mod door;
mod folder;
mod form;
mod line;
mod screen;
mod streams;
mod usage;
mod words;
mod wrap;

pub(super) use door::Door;
pub(super) use folder::Folder;
pub(super) use form::{FormLine, HOW_TO_LEAVE, LongStep, LongText, needed, question, read_short};
pub(super) use line::{Line, NotUnderstood, read};
pub(super) use screen::Screen;
pub(super) use streams::{Asked, Lines, Person, Typed};
pub(super) use usage::{group, usage};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use textwrap::core::display_width;

use crate::reply::{Block, Card, Controls, Press, Table};
use day::day;
use wrap::{plain, side_by_side, wrap};

/// A control that was shown, in the order of its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// A button.
    Button(Press),
    /// One option of a list: its press and value.
    Option(Press, String),
    /// The terminal's own: the texts to copy of the card, into a file of this name.
    Write {
        /// The file's name.
        name: String,
        /// The texts, to the letter.
        text: String,
    },
}

/// What a card is shown on.
#[derive(Clone, Debug)]
pub(super) struct View {
    /// Columns of a line.
    pub width: usize,
    /// The moment that days are told from.
    pub now: Timestamp,
    /// Whose days they are.
    pub zone: TimeZone,
}

/// The columns of a terminal that does not say how many it has.
pub(super) const USUAL_WIDTH: usize = 80;
/// The widest a line is made: longer ones are hard to read.
const WIDEST: usize = 120;
/// The narrowest a line is made.
const NARROWEST: usize = 20;
/// The widest column of names beside values.
const WIDEST_NAME: usize = 24;
/// The narrowest column of values beside names that is broken into lines.
const NARROWEST_VALUE: usize = 30;
/// Lines that a list may take with its options side by side.
const MOST_LINES_OF_OPTIONS: usize = 5;

impl View {
    /// A view of so many columns, within what can be read.
    pub(super) fn new(width: usize, now: Timestamp, zone: TimeZone) -> Self {
        Self { width: width.clamp(NARROWEST, WIDEST), now, zone }
    }

    /// Paragraphs as lines.
    pub(super) fn text(&self, text: &str) -> String {
        wrap(text, "", "", self.width).join("\n")
    }
}

/// A card as text, and the controls its numbers stand for.
pub(super) fn render(card: &Card, view: &View) -> (String, Vec<Shown>) {
    let mut lines = Vec::new();
    if let Some(title) = &card.title {
        lines.extend(wrap(&format!("── {title} ──"), "", "   ", view.width));
    }
    let mut before: Option<&Block> = None;
    for block in &card.blocks {
        // Days one after another are a list.
        let goes_on = matches!((before, block), (Some(Block::Moment { .. }), Block::Moment { .. }));
        if !lines.is_empty() && !goes_on {
            lines.push(String::new());
        }
        block_lines(block, view, &mut lines);
        before = Some(block);
    }
    if !card.small.is_empty() {
        lines.push(String::new());
        lines.extend(card.small.iter().flat_map(|line| wrap(line, "  ", "  ", view.width)));
    }
    let mut shown = Vec::new();
    for row in &card.controls {
        lines.push(String::new());
        lines.extend(control_lines(row, view.width, &mut shown));
    }
    if let Some(write) = writing(card) {
        shown.push(write);
        lines.push(String::new());
        lines.extend(wrap(&format!("[{}] Write it to a file", shown.len()), "  ", "      ", view.width));
    }
    (lines.join("\n"), shown)
}

fn block_lines(block: &Block, view: &View, lines: &mut Vec<String>) {
    let width = view.width;
    match block {
        Block::Lead(text) | Block::Text(text) => lines.extend(wrap(text, "", "", width)),
        Block::Heading(text) => lines.extend(wrap(&format!("{text}:"), "", "", width)),
        Block::Bullets(points) => lines.extend(points.iter().flat_map(|point| wrap(point, "  • ", "    ", width))),
        Block::Fields(fields) => lines.extend(field_lines(fields, width)),
        Block::Table(table) => lines.extend(table_lines(table, width)),
        // At the left edge, so that what is selected is the text and nothing else.
        Block::Copy(text) => {
            lines.push("┌─ to copy".into());
            lines.extend(wrap(text, "", "", width));
            lines.push("└─".into());
        }
        Block::Moment { before, unix, after } => {
            lines.extend(wrap(&format!("{before}{}{after}", day(*unix, view.now, &view.zone)), "", "  ", width));
        }
    }
}

/// Names and values in two columns; where there is no room for them, each value below its name.
fn field_lines(fields: &[(String, String)], width: usize) -> Vec<String> {
    let names = fields.iter().map(|(name, _)| display_width(name)).max().unwrap_or(0).min(WIDEST_NAME);
    let room = width.saturating_sub(names + 4);
    let beside = |name: &str| display_width(name) <= names;
    let fits =
        |(name, value): &(String, String)| !beside(name) || value.lines().all(|line| display_width(line) <= room);
    let two_columns = room >= NARROWEST_VALUE || fields.iter().all(fits);
    let mut lines = Vec::new();
    for (name, value) in fields {
        if two_columns && beside(name) {
            let space = " ".repeat(names - display_width(name));
            let first = format!("  {}{space}  ", plain(name));
            lines.extend(wrap(value, &first, &" ".repeat(names + 4), width));
        } else {
            lines.extend(wrap(name, "  ", "  ", width));
            lines.extend(wrap(value, "    ", "    ", width));
        }
    }
    lines
}

/// Columns; where they are too many for a line, each row as its first cell with the others below by name.
fn table_lines(table: &Table, width: usize) -> Vec<String> {
    let lines: Vec<String> = table.lines().into_iter().map(|line| format!("  {}", plain(&line))).collect();
    if lines.iter().all(|line| display_width(line) <= width) {
        return lines;
    }
    let named = |row: &Vec<String>| -> Vec<(String, String)> {
        table.header.iter().cloned().zip(row.iter().cloned()).skip(1).collect()
    };
    let title = |row: &Vec<String>| {
        let first = table.header.first().into_iter().chain(row.first());
        first.filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    };
    let rows = table.rows.iter();
    rows.flat_map(|row| {
        let cells = field_lines(&named(row), width.saturating_sub(2)).into_iter().map(|line| format!("  {line}"));
        wrap(&title(row), "  ", "  ", width).into_iter().chain(cells).collect::<Vec<_>>()
    })
    .collect()
}

fn control_lines(row: &Controls, width: usize, shown: &mut Vec<Shown>) -> Vec<String> {
    let mut numbered = |control: Shown, label: &str| {
        shown.push(control);
        format!("[{}] {label}", shown.len())
    };
    match row {
        Controls::Buttons(buttons) => {
            let labels = buttons.iter().map(|button| numbered(Shown::Button(button.press.clone()), &button.label));
            side_by_side(&labels.collect::<Vec<_>>(), "  ", "   ", width)
        }
        Controls::Select { press, prompt, options } => {
            let labels = options
                .iter()
                .map(|option| numbered(Shown::Option(press.clone(), option.value.clone()), &option.label));
            let labels: Vec<String> = std::iter::once(format!("{prompt}:")).chain(labels).collect();
            let lines = side_by_side(&labels, "  ", "   ", width);
            if lines.len() <= MOST_LINES_OF_OPTIONS {
                return lines;
            }
            labels.iter().flat_map(|label| wrap(label, "  ", "      ", width)).collect()
        }
    }
}

/// The control that writes the texts to copy of a card, where it has any.
fn writing(card: &Card) -> Option<Shown> {
    let texts: Vec<&str> = card
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Copy(text) => Some(text.as_str()),
            Block::Lead(_)
            | Block::Text(_)
            | Block::Heading(_)
            | Block::Bullets(_)
            | Block::Fields(_)
            | Block::Table(_)
            | Block::Moment { .. } => None,
        })
        .collect();
    if texts.is_empty() {
        return None;
    }
    let name = format!("{}.txt", file_stem(card.title.as_deref().unwrap_or_default()));
    Some(Shown::Write { name, text: format!("{}\n", texts.join("\n\n")) })
}

/// A title as the name of a file: its letters and digits, the rest hyphens.
fn file_stem(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_ascii_lowercase).collect();
    let stem: String = words.join("-").chars().take(40).collect();
    if stem.is_empty() { "text".into() } else { stem.trim_end_matches('-').to_owned() }
}

#[cfg(test)]
mod tests;
