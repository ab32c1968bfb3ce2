//! A card's content as embeds, and as files where it doesn't fit.
//!
//! Owns the order of things, escaping and the limits of embeds: what is too long goes on
//! in further embeds, then in a text file; nothing is cut off. Must not know controls.

use super::escape::{escape, split};
use super::limits::{
    EMBED_DESCRIPTION, EMBED_FIELDS, EMBED_FOOTER, EMBED_TITLE, EMBEDS, EMBEDS_TOGETHER, FIELD_NAME, FIELD_VALUE,
    length,
};
use super::wire::{Embed, Field, Footer};
use crate::reply::{Block, Card, File, Table};

/// The longest piece of markdown kept together.
const PIECE: usize = 3_000;
/// The longest value that may stand beside another.
const BESIDE: usize = 40;
/// What small print may take from the content.
const SMALL: usize = 1_500;
/// Kept free for the line that names the file with the rest.
const NOTICE: usize = 80;
/// Between two texts to copy in one file.
const BETWEEN_COPIES: &str = "\n\n----------\n\n";
/// Shown where Discord wants a text and there is none.
const BLANK: &str = "\u{200b}";

/// A card's content laid out.
pub(super) struct Layout {
    /// Embeds, within the limits.
    pub(super) embeds: Vec<Embed>,
    /// At most two text files, with what is to be copied and with what doesn't fit.
    pub(super) files: Vec<File>,
}

/// Lays out a card's content.
pub(super) fn lay_out(card: &Card) -> Layout {
    let mut page = Page::default();
    let (title, long_title) = match &card.title {
        Some(title) if length(&escape(title.trim())) > EMBED_TITLE => (None, Some(title)),
        title => (title.as_ref().map(|title| escape(title.trim())).filter(|title| !title.is_empty()), None),
    };
    let (footer, small_rest) = footer(&card.small);
    page.room = EMBEDS_TOGETHER - NOTICE - title.as_deref().map_or(0, length) - length(&footer);
    if let Some(title) = long_title {
        page.heading(title);
    }
    for block in &card.blocks {
        page.block(block);
    }
    if !small_rest.is_empty() {
        page.overflow.push(small_rest);
    }
    page.finish(title, footer)
}

/// The small print that fits, and the rest. A footer shows text as typed: no escapes.
fn footer(small: &[String]) -> (String, String) {
    let all = small.join("\n");
    if length(&all) <= SMALL.min(EMBED_FOOTER) {
        return (all.trim().to_owned(), String::new());
    }
    let mut used = 0;
    let fitting = small
        .iter()
        .take_while(|line| {
            used += length(line) + 1;
            used <= SMALL
        })
        .count();
    (small[..fitting].join("\n").trim().to_owned(), small[fitting..].join("\n"))
}

#[derive(Default)]
struct Page {
    embeds: Vec<Embed>,
    /// Texts to copy that no code block can hold.
    copies: Vec<String>,
    /// Characters that the embeds may still take together.
    room: usize,
    /// Plain text of what doesn't fit; once something is in here, all that follows goes here.
    overflow: Vec<String>,
}

impl Page {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Lead(text) => self.prose(text, "**", "**", PIECE, "\n\n"),
            Block::Text(text) => self.prose(text, "", "", PIECE, "\n\n"),
            Block::Heading(text) => self.heading(text),
            Block::Bullets(points) => {
                for point in points {
                    self.prose(&point.replace('\n', "\n  "), "- ", "", PIECE, "\n");
                }
            }
            Block::Fields(fields) => fields.iter().for_each(|(name, value)| self.field(name, value)),
            Block::Table(table) => self.table(table),
            Block::Copy(text) => self.copy(text),
            Block::Moment { before, unix, after } => self.moment(before, *unix, after),
        }
    }

    fn heading(&mut self, text: &str) {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.prose(&line, "**", "**", PIECE, "\n\n");
    }

    fn prose(&mut self, text: &str, before: &str, after: &str, most: usize, gap: &str) {
        for piece in split(text.trim(), most) {
            self.text(&format!("{before}{}{after}", escape(piece)), piece, gap);
        }
    }

    /// A piece of markdown below what there is, in this embed or the next, or in the file.
    fn text(&mut self, markdown: &str, plain: &str, gap: &str) {
        let long = length(markdown) + gap.len();
        let here = self
            .embeds
            .last()
            .is_some_and(|embed| embed.fields.is_empty() && length(&embed.description) + long <= EMBED_DESCRIPTION);
        if !self.overflow.is_empty() || long > self.room || (!here && self.embeds.len() == EMBEDS) {
            self.overflow.push(plain.to_owned());
            return;
        }
        self.room -= long;
        match self.embeds.last_mut() {
            Some(embed) if here => {
                if !embed.description.is_empty() {
                    embed.description.push_str(gap);
                }
                embed.description.push_str(markdown);
            }
            _ => self.embeds.push(Embed { description: markdown.to_owned(), ..Embed::default() }),
        }
    }

    fn field(&mut self, name: &str, value: &str) {
        let or_blank = |text: String| if text.is_empty() { BLANK.to_owned() } else { text };
        let (name_sent, value_sent) = (or_blank(escape(name.trim())), or_blank(escape(value.trim())));
        if length(&name_sent) > FIELD_NAME || length(&value_sent) > FIELD_VALUE {
            self.heading(name);
            self.prose(value, "", "", PIECE, "\n");
            return;
        }
        let long = length(&name_sent) + length(&value_sent);
        let here = self.embeds.last().is_some_and(|embed| embed.fields.len() < EMBED_FIELDS);
        if !self.overflow.is_empty() || long > self.room || (!here && self.embeds.len() == EMBEDS) {
            self.overflow.push(format!("{name}: {value}"));
            return;
        }
        self.room -= long;
        if !here {
            self.embeds.push(Embed::default());
        }
        let inline = length(&value_sent) <= BESIDE && !value_sent.contains('\n');
        if let Some(embed) = self.embeds.last_mut() {
            embed.fields.push(Field { name: name_sent, value: value_sent, inline });
        }
    }

    fn table(&mut self, table: &Table) {
        let lines = table.lines();
        if lines.iter().any(|line| line.contains("```") || length(line) > PIECE / 4) {
            self.overflow.push(lines.join("\n"));
            return;
        }
        let Some((header, rows)) = lines.split_first() else { return };
        if rows.is_empty() && header.is_empty() {
            return;
        }
        let mut part = vec![header.as_str()];
        for row in rows {
            if part.iter().chain([&row.as_str()]).map(|line| length(line) + 1).sum::<usize>() > PIECE {
                self.code(&part.join("\n"));
                part.truncate(1);
            }
            part.push(row);
        }
        self.code(&part.join("\n"));
    }

    fn code(&mut self, text: &str) {
        self.text(&format!("```\n{text}\n```"), text, "\n");
    }

    /// A code block, which people copy with one press; a file where a code block would
    /// change the text (its own end mark in it) or doesn't fit.
    fn copy(&mut self, text: &str) {
        let text = text.trim_matches('\n');
        if text.trim().is_empty() {
            return;
        }
        let fits = length(text) <= PIECE && length(text) + 16 <= self.room && self.overflow.is_empty();
        if fits && !text.contains("```") {
            self.code(text);
            return;
        }
        self.prose("The text to copy is in the attached file copy.txt.", "", "", PIECE, "\n\n");
        self.copies.push(text.to_owned());
    }

    fn moment(&mut self, before: &str, unix: i64, after: &str) {
        let gap_before = if before.is_empty() || before.ends_with(char::is_whitespace) { "" } else { " " };
        let gap_after = if after.starts_with(char::is_alphanumeric) { " " } else { "" };
        let around = |moment: &str, write: fn(&str) -> String| {
            format!("{}{gap_before}{moment}{gap_after}{}", write(before), write(after))
        };
        let plain_moment = jiff::Timestamp::from_second(unix).map_or_else(|_| unix.to_string(), |at| at.to_string());
        let plain = around(&plain_moment, str::to_owned);
        let markdown = around(&format!("<t:{unix}:D> (<t:{unix}:R>)"), escape);
        if length(&markdown) > PIECE {
            self.prose(&plain, "", "", PIECE, "\n\n");
        } else {
            self.text(markdown.trim(), &plain, "\n\n");
        }
    }

    fn finish(mut self, title: Option<String>, footer: String) -> Layout {
        let mut files = Vec::new();
        if !self.copies.is_empty() {
            files.push(text_file("copy.txt", &self.copies.join(BETWEEN_COPIES), "The text to copy"));
        }
        if !self.overflow.is_empty() {
            let rest = self.overflow.join("\n\n");
            files.push(text_file("rest.txt", &rest, "The rest of the message"));
            append(&mut self.embeds, "The rest is in the attached file rest.txt.");
        }
        if self.embeds.is_empty() && (title.is_some() || !footer.is_empty()) {
            self.embeds.push(Embed::default());
        }
        if let Some(embed) = self.embeds.first_mut() {
            embed.title = title;
        }
        if let Some(embed) = self.embeds.last_mut().filter(|_| !footer.is_empty()) {
            let bare = embed.title.is_none() && embed.description.is_empty() && embed.fields.is_empty();
            if bare {
                BLANK.clone_into(&mut embed.description);
            }
            embed.footer = Some(Footer { text: footer });
        }
        Layout { embeds: self.embeds, files }
    }
}

/// Adds the notice, for which room was kept, below all else.
fn append(embeds: &mut Vec<Embed>, notice: &str) {
    let notice = escape(notice);
    let many = embeds.len();
    match embeds.last_mut() {
        Some(embed) if embed.fields.is_empty() && length(&embed.description) + NOTICE <= EMBED_DESCRIPTION => {
            embed.description.push_str("\n\n");
            embed.description.push_str(&notice);
        }
        Some(embed) if embed.fields.len() < EMBED_FIELDS => {
            embed.fields.push(Field { name: BLANK.to_owned(), value: notice, inline: false });
        }
        Some(embed) if many == EMBEDS => embed.description = notice,
        _ => embeds.push(Embed { description: notice, ..Embed::default() }),
    }
}

fn text_file(name: &str, text: &str, description: &str) -> File {
    File { name: name.to_owned(), content: text.as_bytes().to_vec(), description: description.to_owned() }
}

#[cfg(test)]
#[path = "embed/tests.rs"]
mod tests;
