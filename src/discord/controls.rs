//! A card's controls as rows of components, and forms as modals.
//!
//! Owns labels, ids and limits of components. Must not know a card's content.

use super::custom_id::Seal;
use super::limits::{
    BUTTON_LABEL, BUTTONS, INPUT_LABEL, INPUT_PLACEHOLDER, INPUT_TEXT, MODAL_INPUTS, MODAL_TITLE, OPTION_TEXT, OPTIONS,
    PLACEHOLDER, ROWS, SUGGESTION_TEXT, SUGGESTIONS, length, shorten,
};
use super::wire;
use crate::app::Venue;
use crate::reply::Press;
use crate::reply::{Button, Choice, Controls, Form, Style, Suggestion, TextInput};
use crate::user::UserId;

/// The rows of a card's controls, for one user alone.
pub(super) fn rows(controls: &[Controls], user: UserId, seal: &Seal) -> Vec<wire::Row> {
    let mut ids = Ids { seal, user, used: Vec::new() };
    let packed = pack(controls);
    if packed.len() > ROWS {
        tracing::error!(rows = packed.len(), "a card has more rows of controls than Discord shows");
    }
    packed.iter().take(ROWS).filter_map(|row| ids.row(row)).collect()
}

/// The rows as they are, or with their buttons moved up where there are too many rows.
fn pack(controls: &[Controls]) -> Vec<Controls> {
    let fits = |row: &Controls| !matches!(row, Controls::Buttons(buttons) if buttons.len() > BUTTONS);
    if controls.len() <= ROWS && controls.iter().all(fits) {
        return controls.to_vec();
    }
    let mut packed: Vec<Controls> = Vec::new();
    for row in controls {
        match row {
            Controls::Select { .. } => packed.push(row.clone()),
            Controls::Buttons(buttons) => {
                for button in buttons {
                    match packed.last_mut() {
                        Some(Controls::Buttons(last)) if last.len() < BUTTONS => last.push(button.clone()),
                        _ => packed.push(Controls::Buttons(vec![button.clone()])),
                    }
                }
            }
        }
    }
    packed
}

/// Makes ids, each once in a message.
struct Ids<'a> {
    seal: &'a Seal,
    user: UserId,
    used: Vec<Press>,
}

impl Ids<'_> {
    fn next(&mut self, press: &Press) -> Option<String> {
        let nth = self.used.iter().filter(|used| *used == press).count();
        self.used.push(press.clone());
        let id = self.seal.control(self.user, press, nth);
        if id.is_none() {
            tracing::error!(verb = press.action.verb.key(), "a control's id is too long for Discord; left out");
        }
        id
    }

    fn row(&mut self, controls: &Controls) -> Option<wire::Row> {
        let components: Vec<wire::Component> = match controls {
            Controls::Buttons(buttons) => {
                buttons.iter().filter_map(|button| self.button(button)).map(wire::Component::Button).collect()
            }
            Controls::Select { press, prompt, options } => {
                self.select(press, prompt, options).map(wire::Component::Select).into_iter().collect()
            }
        };
        (!components.is_empty()).then(|| wire::Row::of(components))
    }

    fn button(&mut self, button: &Button) -> Option<wire::Button> {
        let style = match button.style {
            Style::Primary => 1,
            Style::Secondary => 2,
            Style::Danger => 4,
        };
        let custom_id = self.next(&button.press)?;
        Some(wire::Button { kind: 2, style, label: label(&button.label, BUTTON_LABEL), custom_id })
    }

    fn select(&mut self, press: &Press, prompt: &str, options: &[Choice]) -> Option<wire::Select> {
        let mut kept: Vec<wire::SelectOption> = Vec::new();
        for choice in options {
            let value_fits = (1..=OPTION_TEXT).contains(&length(&choice.value));
            if kept.len() < OPTIONS && value_fits && kept.iter().all(|other| other.value != choice.value) {
                kept.push(option(choice));
            }
        }
        if kept.len() < options.len() {
            let verb = press.action.verb.key();
            tracing::error!(verb, left_out = options.len() - kept.len(), "a list has options that Discord can't show");
        }
        if kept.is_empty() {
            return None;
        }
        let custom_id = self.next(press)?;
        Some(wire::Select { kind: 3, custom_id, placeholder: shorten(prompt.trim(), PLACEHOLDER), options: kept })
    }
}

fn option(choice: &Choice) -> wire::SelectOption {
    let description = choice.description.as_deref().map(str::trim).filter(|text| !text.is_empty());
    wire::SelectOption {
        label: label(&choice.label, OPTION_TEXT),
        value: choice.value.clone(),
        description: description.map(|text| shorten(text, OPTION_TEXT)),
    }
}

/// A label that Discord accepts: not empty, not too long.
fn label(text: &str, most: usize) -> String {
    let text = text.trim();
    if text.is_empty() { "…".to_owned() } else { shorten(text, most) }
}

/// A form as a modal, opened at a venue; `None` where it has no input or its id is too long.
pub(super) fn modal(form: &Form, user: UserId, venue: Venue, seal: &Seal) -> Option<wire::Modal> {
    let custom_id = seal.form(user, &form.press, venue)?;
    if form.inputs.len() > MODAL_INPUTS {
        tracing::error!(inputs = form.inputs.len(), "a form has more inputs than Discord shows");
    }
    let rows =
        form.inputs.iter().take(MODAL_INPUTS).map(|text| wire::Row::of(vec![wire::Component::Input(input(text))]));
    let components: Vec<wire::Row> = rows.collect();
    (!components.is_empty()).then(|| wire::Modal { custom_id, title: label(&form.title, MODAL_TITLE), components })
}

/// A text input. It always takes what is filled in already, even where that is longer
/// than what it asks for: a text must not be lost by opening its form.
fn input(input: &TextInput) -> wire::Input {
    let longest = usize::from(input.longest).clamp(1, INPUT_TEXT);
    let value = shorten(&input.value, INPUT_TEXT);
    wire::Input {
        kind: 4,
        custom_id: input.key.clone(),
        style: if input.long { 2 } else { 1 },
        label: label(&input.label, INPUT_LABEL),
        required: input.required,
        max_length: longest.max(length(&value)),
        placeholder: shorten(input.example.trim(), INPUT_PLACEHOLDER),
        value,
    }
}

/// Suggestions as choices.
pub(super) fn suggestions(suggestions: &[Suggestion]) -> wire::Choices {
    let fits = |suggestion: &&Suggestion| (1..=SUGGESTION_TEXT).contains(&length(&suggestion.value));
    let named = |suggestion: &Suggestion| wire::NamedValue {
        name: label(&suggestion.label, SUGGESTION_TEXT),
        value: suggestion.value.clone(),
    };
    wire::Choices { choices: suggestions.iter().filter(fits).take(SUGGESTIONS).map(named).collect() }
}

#[cfg(test)]
#[path = "controls/tests.rs"]
mod tests;
