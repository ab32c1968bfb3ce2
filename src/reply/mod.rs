//! What a shell can show, and nothing of how: cards, tables, controls, forms, files.
//!
//! Owns the vocabulary between [`crate::app`] and every shell. All text here is
//! plain text: a shell escapes it for its medium. Must not hold a Discord type.

mod press;

pub use press::{Action, Asked, Press, Verb};

use unicode_width::UnicodeWidthStr;

use crate::echo;

/// What to do about one request.
#[expect(clippy::large_enum_variant, reason = "made once a request and moved once")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Nothing: the request had its effect before.
    Nothing,
    /// A new message to the user alone.
    Show(Card),
    /// In place of the message whose control was pressed; a new message where there is none.
    Update(Card),
    /// A form to fill in. Only ever the first answer to a command or press.
    Form(Form),
    /// Suggestions for an option being typed, at most 25.
    Suggest(Vec<Suggestion>),
    /// A card for the user's direct messages.
    Direct {
        /// What to send there.
        card: Card,
        /// What to show here once it is sent.
        sent: Card,
        /// What to show here where direct messages are closed.
        closed: Card,
    },
}

/// One message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// One line on top.
    pub title: Option<String>,
    /// The content, most important first.
    pub blocks: Vec<Block>,
    /// Rows of controls, at most five.
    pub controls: Vec<Controls>,
    /// Small print, last.
    pub small: Vec<String>,
    /// Attached files.
    pub files: Vec<File>,
}

/// A piece of a card's content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph that stands out: the answer itself.
    Lead(String),
    /// A paragraph.
    Text(String),
    /// A heading over what follows.
    Heading(String),
    /// Points, one line each.
    Bullets(Vec<String>),
    /// Names and values, in order.
    Fields(Vec<(String, String)>),
    /// Figures in columns, monospaced.
    Table(Table),
    /// Text to copy and paste elsewhere, kept to the letter.
    Copy(String),
    /// A moment in the reader's own time zone, between two pieces of text.
    Moment {
        /// Text before it.
        before: String,
        /// Seconds since 1970, UTC.
        unix: i64,
        /// Text after it.
        after: String,
    },
}

/// Columns of figures: the first column is aligned left, the others right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Column names.
    pub header: Vec<String>,
    /// Rows, each as long as the header.
    pub rows: Vec<Vec<String>>,
}

/// One row of controls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Controls {
    /// One to five buttons.
    Buttons(Vec<Button>),
    /// A list to choose one from.
    Select {
        /// What choosing does; the chosen value comes with it.
        press: Press,
        /// Greyed text while nothing is chosen.
        prompt: String,
        /// 1 to 25 options.
        options: Vec<Choice>,
    },
}

/// A button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// Outcome in a few words, at most 38 characters.
    pub label: String,
    /// What pressing does.
    pub press: Press,
    /// How it looks.
    pub style: Style,
}

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The one most people want; at most one a card.
    Primary,
    /// Any other.
    Secondary,
    /// Destroys something.
    Danger,
}

/// An option of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is read, at most 100 characters.
    pub label: String,
    /// What comes back, at most 100 characters.
    pub value: String,
    /// A second line, at most 100 characters.
    pub description: Option<String>,
}

/// A suggestion for an option being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What is read.
    pub label: String,
    /// What is filled in.
    pub value: String,
}

/// A form of one to five text inputs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// At most 45 characters.
    pub title: String,
    /// What submitting does.
    pub press: Press,
    /// The inputs.
    pub inputs: Vec<TextInput>,
}

/// One text input of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextInput {
    /// Name under which the text comes back.
    pub key: String,
    /// At most 45 characters.
    pub label: String,
    /// An example, greyed; at most 100 characters.
    pub example: String,
    /// What is filled in already.
    pub value: String,
    /// Whether it may stay empty.
    pub required: bool,
    /// Several lines rather than one.
    pub long: bool,
    /// The longest text accepted, at most 4,000 characters.
    pub longest: u16,
}

/// An attached file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name with extension.
    pub name: String,
    /// Its content.
    pub content: Vec<u8>,
    /// What it shows, for those who can't see it.
    pub description: String,
}

impl Form {
    /// With our own words of it, not what is filled in, as `reads` gives them.
    #[must_use]
    pub fn reading(mut self, reads: impl Fn(&str) -> String) -> Self {
        for input in &mut self.inputs {
            input.label = reads(&input.label).chars().take(45).collect();
            input.example = reads(&input.example).chars().take(100).collect();
        }
        self
    }
}

impl Card {
    /// A card of one paragraph.
    pub fn text(text: impl Into<String>) -> Self {
        Self::default().with(Block::Text(text.into()))
    }

    /// A card under a title.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), ..Self::default() }
    }

    /// With a block added at the end.
    #[must_use]
    pub fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    /// With a sentence added where there is one to say.
    #[must_use]
    pub fn said(self, sentence: Option<String>) -> Self {
        self.with_all(sentence.map(Block::Text))
    }

    /// With blocks added at the end.
    #[must_use]
    pub fn with_all(mut self, blocks: impl IntoIterator<Item = Block>) -> Self {
        self.blocks.extend(blocks);
        self
    }

    /// With a list to choose one from; none for no option.
    #[must_use]
    pub fn with_select(self, press: Press, prompt: impl Into<String>, options: Vec<Choice>) -> Self {
        if options.is_empty() {
            return self;
        }
        self.with_controls([Controls::Select { press, prompt: prompt.into(), options }])
    }

    /// With rows of controls added.
    #[must_use]
    pub fn with_controls(mut self, controls: impl IntoIterator<Item = Controls>) -> Self {
        self.controls.extend(controls);
        self
    }

    /// With rows of five buttons added; no row for no button.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "reads better at its many callers")]
    pub fn with_buttons(mut self, buttons: Vec<Button>) -> Self {
        for row in buttons.chunks(5) {
            self.controls.push(Controls::Buttons(row.to_vec()));
        }
        self
    }

    /// With a line of small print added.
    #[must_use]
    pub fn with_small(mut self, line: impl Into<String>) -> Self {
        self.small.push(line.into());
        self
    }
}

impl TextInput {
    /// A short input that must be filled in.
    pub fn new(key: impl Into<String>, label: impl Into<String>, example: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            example: example.into(),
            value: String::new(),
            required: true,
            long: false,
            longest: 200,
        }
    }

    /// With the longest text it takes, in characters.
    #[must_use]
    pub fn at_most(self, longest: u16) -> Self {
        Self { longest, ..self }
    }

    /// Filled in already, as far as there is room.
    #[must_use]
    pub fn value(self, value: impl Into<String>) -> Self {
        let value = echo::without_marks(&value.into()).chars().take(usize::from(self.longest)).collect();
        Self { value, ..self }
    }

    /// May stay empty.
    #[must_use]
    pub fn optional(self) -> Self {
        Self { required: false, ..self }
    }

    /// Of several lines.
    #[must_use]
    pub fn long(self) -> Self {
        Self { long: true, ..self }
    }
}

impl Choice {
    /// An option of one line.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into(), description: None }
    }

    /// With a second line.
    #[must_use]
    pub fn described(self, description: impl Into<String>) -> Self {
        Self { description: Some(description.into()), ..self }
    }
}

impl Button {
    /// An ordinary button.
    pub fn new(label: impl Into<String>, press: Press) -> Self {
        Self { label: label.into(), press, style: Style::Secondary }
    }

    /// The button most people want.
    pub fn primary(label: impl Into<String>, press: Press) -> Self {
        Self { style: Style::Primary, ..Self::new(label, press) }
    }

    /// A button that destroys something.
    pub fn danger(label: impl Into<String>, press: Press) -> Self {
        Self { style: Style::Danger, ..Self::new(label, press) }
    }
}

impl Table {
    /// The table as monospaced lines, header first, no trailing spaces. Width is what a terminal
    /// shows: a wide character takes two columns.
    pub fn lines(&self) -> Vec<String> {
        let all: Vec<&Vec<String>> = std::iter::once(&self.header).chain(&self.rows).collect();
        let widest = |column: usize| all.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
        let widths: Vec<usize> = (0..self.header.len()).map(|column| widest(column).unwrap_or(0)).collect();
        all.iter()
            .map(|row| {
                let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
                    let space = " ".repeat(width.saturating_sub(cell.width()));
                    if column == 0 { format!("{cell}{space}") } else { format!("{space}{cell}") }
                });
                cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_lines_up() {
        let table = Table {
            header: ["Yr", "Base", "Total"].map(str::to_owned).to_vec(),
            rows: vec![
                ["1", "200k", "310k"].map(str::to_owned).to_vec(),
                ["2", "200k", "1.21M"].map(str::to_owned).to_vec(),
            ],
        };
        assert_eq!(table.lines(), ["Yr  Base  Total", "1   200k   310k", "2   200k  1.21M"]);
        let wide = Table {
            header: ["", "日本", "Total"].map(str::to_owned).to_vec(),
            rows: vec![["1", "200k", "310k"].map(str::to_owned).to_vec()],
        };
        assert_eq!(wide.lines(), ["   日本  Total", "1  200k   310k"]);
    }
}
