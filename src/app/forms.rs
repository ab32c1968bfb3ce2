//! Forms with several figures: each is read, what is unclear is asked about with the whole
//! form kept, and nothing is saved until it is settled.

use std::collections::BTreeMap;

use crate::offer::{Fact, Field, Level};
use crate::reading::{Answer, Doubt, Reading, read_amount_for};
use crate::reply::{Block, Button, Card, Press, TextInput};
use crate::words::{self, problems};

/// How to take figures that look ten times off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unusual {
    /// Ask about them.
    Ask,
    /// As they were typed: the user said so.
    AsTyped,
    /// As they were likely meant: the user said so.
    AsLikely,
}

impl Unusual {
    /// The subject of the button that says so; empty for the one that opens the form again.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Ask => "",
            Self::AsTyped => "typed",
            Self::AsLikely => "likely",
        }
    }

    /// By a button's subject; `None` for any other than those that say so.
    pub(crate) fn of(subject: &str) -> Option<Self> {
        [Self::AsTyped, Self::AsLikely].into_iter().find(|unusual| unusual.key() == subject)
    }
}

/// What stands in the way of saving a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Unsettled {
    /// What can't be read, and how to fix it.
    pub problems: Vec<String>,
    /// Figures that look ten times off.
    pub ten_times_off: Vec<String>,
}

impl Unsettled {
    /// Nothing does.
    pub(crate) fn is_empty(&self) -> bool {
        self.problems.is_empty() && self.ten_times_off.is_empty()
    }

    /// The one answer of an input, or `None` with a note of what is open.
    pub(crate) fn settle(&mut self, label: &str, reading: Reading, unusual: Unusual) -> Option<Answer> {
        let unclear = match reading.doubt {
            _ if !reading.problems.is_empty() => problems(&reading.problems),
            None => match <[Answer; 1]>::try_from(reading.answers) {
                Ok([answer]) => return Some(answer),
                Err(_) => "I need one plain figure there, for example 185k.".into(),
            },
            Some(doubt @ (Doubt::Zeros { .. } | Doubt::Unusual { .. })) if unusual == Unusual::Ask => {
                self.ten_times_off.push(words::question(&doubt));
                return None;
            }
            Some(Doubt::Zeros { typed, likely }) => {
                return Some(if unusual == Unusual::AsTyped { typed } else { likely });
            }
            Some(Doubt::Unusual { typed }) => return Some(typed),
            Some(Doubt::SharePrice { .. }) => "I need the price a share too, for example 182.50.".into(),
            Some(Doubt::GrantPerYear { .. }) => {
                "I can't tell whether that is one year's stock. Give the whole grant, for example 400k.".into()
            }
            Some(_) => "That can be read in two ways. Give one plain figure, for example 90k.".into(),
        };
        self.problems.push(format!("{label}: {unclear}"));
        None
    }

    /// One amount for base or one year of sign-on.
    pub(crate) fn amount(
        &mut self,
        label: &str,
        field: Field,
        text: &str,
        level: Option<Level>,
        unusual: Unusual,
    ) -> Option<Answer> {
        let reading = match read_amount_for(field, text, level) {
            Err(problems) => Reading { problems, ..Reading::default() },
            Ok((_, Some(doubt))) => Reading { doubt: Some(doubt), ..Reading::default() },
            Ok((amount, None)) => Reading {
                answers: vec![match field {
                    Field::Base => Answer::Base(amount),
                    _ => Answer::SignOn(crate::offer::SignOn { year_1: amount, ..Default::default() }),
                }],
                ..Reading::default()
            },
        };
        self.settle(label, reading, unusual)
    }

    /// The card that asks: what is open, and the ways on. `press` gives a button by its subject;
    /// the empty one opens the form again.
    pub(crate) fn card(&self, title: &str, press: impl Fn(&str) -> Press) -> Card {
        let lines = self.problems.iter().chain(&self.ten_times_off).cloned().collect();
        let card = Card::titled(title)
            .with(Block::Lead("Nothing is saved yet: one more look.".into()))
            .with(Block::Bullets(lines))
            .with_small("What you typed is kept in the form.");
        if self.problems.is_empty() {
            return card.with_buttons(vec![
                Button::primary("Yes, as you suggest", press(Unusual::AsLikely.key())),
                Button::new("No, as I wrote", press(Unusual::AsTyped.key())),
                Button::new("Open the form again", press(Unusual::Ask.key())),
            ]);
        }
        card.with_buttons(vec![Button::primary("Open the form again", press(Unusual::Ask.key()))])
    }
}

/// The text of an input, trimmed; empty where there is none.
pub(crate) fn text<'texts>(texts: &'texts BTreeMap<String, String>, key: &str) -> &'texts str {
    texts.get(key).map_or("", |text| text.trim())
}

/// The input for one fact, filled with what is known.
pub(crate) fn fact_input(fact: Fact, known: Option<String>, required: bool) -> TextInput {
    let input = TextInput::new(fact.key(), words::fact_label(fact), words::fact_example(fact))
        .at_most(u16::try_from(fact.longest()).unwrap_or(u16::MAX))
        .value(known.unwrap_or_default());
    if required { input } else { input.optional() }
}
