//! A card as terminal text, with its controls numbered.

use unicode_width::UnicodeWidthStr;

use crate::reply::Press;
use crate::reply::{Block, Card, Controls};

/// A control that was shown, in the order of its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// A button.
    Button(Press),
    /// One option of a list: its press and value.
    Option(Press, String),
}

/// Most columns of running text.
const WIDTH: usize = 78;

/// A card as text, and the controls its numbers stand for.
pub(super) fn render(card: &Card) -> (String, Vec<Shown>) {
    let mut lines = Vec::new();
    if let Some(title) = &card.title {
        lines.push(format!("── {title} ──"));
    }
    for block in &card.blocks {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        block_lines(block, &mut lines);
    }
    if !card.small.is_empty() {
        lines.push(String::new());
        lines.extend(card.small.iter().flat_map(|line| wrap(line, "  ")));
    }
    for file in &card.files {
        lines.push(format!("  [file {}: {}]", file.name, file.description));
    }
    let mut shown = Vec::new();
    controls(card, &mut lines, &mut shown);
    (lines.join("\n"), shown)
}

fn block_lines(block: &Block, lines: &mut Vec<String>) {
    match block {
        Block::Lead(text) | Block::Text(text) => lines.extend(wrap(text, "")),
        Block::Heading(text) => lines.push(format!("{text}:")),
        Block::Bullets(points) => {
            for point in points {
                let wrapped = wrap(point, "    ");
                lines.extend(
                    wrapped
                        .into_iter()
                        .enumerate()
                        .map(|(index, line)| if index == 0 { format!("  • {}", line.trim_start()) } else { line }),
                );
            }
        }
        Block::Fields(fields) => {
            let width = fields.iter().map(|(name, _)| name.width()).max().unwrap_or(0).min(24);
            for (name, value) in fields {
                if name.width() > width {
                    lines.extend(wrap(name, "  "));
                    lines.extend(wrap(value, "    "));
                } else {
                    let space = " ".repeat(width - name.width());
                    lines.push(format!("  {name}{space}  {value}"));
                }
            }
        }
        Block::Table(table) => lines.extend(table.lines().into_iter().map(|line| format!("  {line}"))),
        Block::Copy(text) => {
            lines.push("  ┌".into());
            lines.extend(text.lines().flat_map(|line| wrap(line, "  │ ")));
            lines.push("  └".into());
        }
        Block::Moment { before, unix, after } => {
            let when =
                jiff::Timestamp::from_second(*unix).map_or_else(|_| unix.to_string(), |moment| moment.to_string());
            lines.extend(wrap(&format!("{before}{when}{after}"), ""));
        }
    }
}

fn controls(card: &Card, lines: &mut Vec<String>, shown: &mut Vec<Shown>) {
    for row in &card.controls {
        let labels: Vec<String> = match row {
            Controls::Buttons(buttons) => buttons
                .iter()
                .map(|button| {
                    shown.push(Shown::Button(button.press.clone()));
                    format!("[{}] {}", shown.len(), button.label)
                })
                .collect(),
            Controls::Select { press, prompt, options } => std::iter::once(format!("{prompt}:"))
                .chain(options.iter().map(|option| {
                    shown.push(Shown::Option(press.clone(), option.value.clone()));
                    format!("[{}] {}", shown.len(), option.label)
                }))
                .collect(),
        };
        lines.push(String::new());
        // A label is never broken across lines: its own spaces don't count as places to break.
        let labels: Vec<String> = labels.iter().map(|label| label.replace(' ', "\u{a0}")).collect();
        lines.extend(
            wrap(&labels.join("   "), "  ").into_iter().map(|line| line.replace('\u{a0}', " ").trim_end().to_owned()),
        );
    }
}

/// Breaks a text at spaces, each line starting with `indent`. Line breaks in it are kept.
fn wrap(text: &str, indent: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for part in text.split('\n') {
        let mut line = String::from(indent);
        for word in part.split(' ') {
            let wide = line.width() + 1 + word.width() > WIDTH;
            if wide && line.len() > indent.len() {
                lines.push(std::mem::replace(&mut line, String::from(indent)));
            }
            if line.len() > indent.len() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reply::{Action, Verb};
    use crate::reply::{Button, Choice};

    #[test]
    fn a_card_reads_in_a_terminal() {
        let press = |verb| Press::always(Action::bare(verb));
        let mut card = Card::titled("Question 3 of 12")
            .with(Block::Lead("What is the base salary a year?".into()))
            .with(Block::Fields(vec![("Level".into(), "L6".into()), ("Location".into(), "Seattle".into())]))
            .with(Block::Copy("Hi Jordan,\nthank you.".into()))
            .with_buttons(vec![Button::new("Back", press(Verb::Back)), Button::new("Help", press(Verb::Help))])
            .with_small("In dollars.");
        card.controls.push(Controls::Select {
            press: press(Verb::Change),
            prompt: "Change".into(),
            options: vec![Choice { label: "Base".into(), value: "base".into(), description: None }],
        });
        let (text, shown) = render(&card);
        assert_eq!(
            shown,
            [
                Shown::Button(press(Verb::Back)),
                Shown::Button(press(Verb::Help)),
                Shown::Option(press(Verb::Change), "base".into())
            ]
        );
        insta::assert_snapshot!(text, @r"
        ── Question 3 of 12 ──

        What is the base salary a year?

          Level     L6
          Location  Seattle

          ┌
          │ Hi Jordan,
          │ thank you.
          └

          In dollars.

          [1] Back   [2] Help

          Change:   [3] Base
        ");
    }
}
