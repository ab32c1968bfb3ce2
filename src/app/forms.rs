//! Forms with several figures: each is read, what is unclear is asked about with the whole
//! form kept, and nothing is saved until it is settled.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::money::{Currency, Money};
use crate::offer::{Fact, Field, Grant, Level, OfferDraft, SignOn};
use crate::reading::{Answer, Doubt, Reading, read_amount_for, read_answer, read_sign_on_years};
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
    /// What the figures are in: what is usual is known in US dollars only.
    pub currency: Currency,
}

impl Unsettled {
    /// Nothing yet, of figures in a currency.
    pub(crate) fn in_currency(currency: Currency) -> Self {
        Self { currency, ..Self::default() }
    }

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
        if !self.currency.is_usd() {
            return self.amount_abroad(label, field, text);
        }
        let reading = match read_amount_for(field, text, level) {
            Err(problems) => Reading { problems, ..Reading::default() },
            Ok((_, Some(doubt))) => Reading { doubt: Some(doubt), ..Reading::default() },
            Ok((amount, None)) => Reading {
                answers: vec![match field {
                    Field::Base => Answer::Base(amount),
                    _ => Answer::SignOn(SignOn { year_1: amount, ..SignOn::default() }),
                }],
                ..Reading::default()
            },
        };
        self.settle(label, reading, unusual)
    }

    /// Both years of a sign-on.
    pub(crate) fn sign_on(&mut self, years: [&str; 2], level: Option<Level>, unusual: Unusual) -> Option<Answer> {
        if self.currency.is_usd() {
            return self.settle("Sign-on", read_sign_on_years(years[0], years[1], level), unusual);
        }
        let [year_1, year_2] = years.map(|text| match self.amount_abroad("Sign-on", Field::SignOn, text) {
            Some(Answer::SignOn(sign_on)) => Some(sign_on.year_1),
            _ => None,
        });
        Some(Answer::SignOn(SignOn { year_1: year_1?, year_2: year_2? }))
    }

    /// A grant in another currency than US dollars: its value alone counts, as shares are priced in those.
    pub(crate) fn grant_abroad(&mut self, text: &str) -> Option<Answer> {
        let reading = self.read_abroad(Field::Grant, text);
        match self.settle("Grant", reading, Unusual::AsTyped)? {
            Answer::Grant(Grant::Shares { .. }) => {
                self.problems.push(format!("Grant: {}", words::value_of_shares(self.currency)));
                None
            }
            answer => Some(answer),
        }
    }

    /// One amount in another currency than US dollars.
    fn amount_abroad(&mut self, label: &str, field: Field, text: &str) -> Option<Answer> {
        let none = field == Field::SignOn && matches!(text.trim().to_lowercase().as_str(), "0" | "none" | "no" | "");
        let amount = if none {
            Money::ZERO.in_currency(self.currency)
        } else {
            let reading = self.read_abroad(Field::Base, text);
            match self.settle(label, reading, Unusual::AsTyped)? {
                Answer::Base(amount) => amount,
                _ => return None,
            }
        };
        Some(if field == Field::Base {
            Answer::Base(amount)
        } else {
            Answer::SignOn(SignOn { year_1: amount, ..SignOn::default() })
        })
    }

    fn read_abroad(&self, field: Field, text: &str) -> Reading {
        let draft = OfferDraft { currency: self.currency, ..OfferDraft::default() };
        // No day is read of an amount.
        read_answer(Some(field), text, &draft, Date::ZERO)
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
