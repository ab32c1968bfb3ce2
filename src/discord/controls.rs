//! A card's controls as rows of components, and forms as modals.
//!
//! Owns labels, ids and limits of components. Must not know a card's content.

use super::custom_id::Seal;
use super::limits::{
    BUTTON_LABEL, BUTTONS, INPUT_LABEL, INPUT_PLACEHOLDER, INPUT_TEXT, MODAL_INPUTS, MODAL_TITLE, OPTION_TEXT, OPTIONS,
    PLACEHOLDER, ROWS, SUGGESTION_TEXT, SUGGESTIONS, length, shorten,
};
use super::wire;
use crate::app::{Press, UserId, Venue};
use crate::reply::{Button, Choice, Controls, Form, Style, Suggestion, TextInput};

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
mod tests {
    use super::*;
    use crate::app::{Action, Verb};
    use std::collections::BTreeSet;

    const USER: UserId = UserId(1);

    fn button(label: &str) -> Button {
        Button::new(label, Press::always(Action::bare(Verb::Save)))
    }

    fn labels(rows: &[wire::Row]) -> Vec<Vec<String>> {
        let of = |component: &wire::Component| match component {
            wire::Component::Button(button) => button.label.clone(),
            wire::Component::Select(select) => format!("{} options", select.options.len()),
            wire::Component::Input(input) => input.label.clone(),
        };
        rows.iter().map(|row| row.components.iter().map(of).collect()).collect()
    }

    fn ids(rows: &[wire::Row]) -> BTreeSet<String> {
        let of = |component: &wire::Component| match component {
            wire::Component::Button(button) => button.custom_id.clone(),
            wire::Component::Select(select) => select.custom_id.clone(),
            wire::Component::Input(input) => input.custom_id.clone(),
        };
        rows.iter().flat_map(|row| row.components.iter().map(of)).collect()
    }

    #[test]
    fn rows_stay_as_given_where_they_fit() {
        let seal = Seal::new("secret");
        let controls = [Controls::Buttons(vec![button("Save")]), Controls::Buttons(vec![button("Back"), button("")])];
        let rows = rows(&controls, USER, &seal);
        assert_eq!(labels(&rows), [vec!["Save"], vec!["Back", "…"]]);
        assert_eq!(ids(&rows).len(), 3, "no id stands twice in a message");
    }

    #[test]
    fn too_many_rows_are_packed() {
        let seal = Seal::new("secret");
        let many: Vec<Controls> = (0..12).map(|n| Controls::Buttons(vec![button(&n.to_string())])).collect();
        let rows = rows(&many, USER, &seal);
        assert_eq!(rows.len(), 3);
        assert_eq!(ids(&rows).len(), 12);
    }

    #[test]
    fn a_list_holds_only_what_discord_takes() {
        let seal = Seal::new("secret");
        let choice =
            |value: &str| Choice { label: value.to_owned(), value: value.to_owned(), description: Some(" ".into()) };
        let select = |options| Controls::Select {
            press: Press::always(Action::bare(Verb::Answer)),
            prompt: "Which?".into(),
            options,
        };
        let many: Vec<Choice> = (0..40).map(|n| choice(&n.to_string())).collect();
        assert_eq!(labels(&rows(&[select(many)], USER, &seal)), [["25 options"]]);
        let odd = vec![choice("a"), choice("a"), choice(""), choice(&"x".repeat(101))];
        assert_eq!(labels(&rows(&[select(odd)], USER, &seal)), [["1 options"]]);
        assert!(rows(&[select(vec![])], USER, &seal).is_empty());
    }

    #[test]
    fn a_form_never_loses_what_is_filled_in() {
        let field = TextInput {
            key: "base".into(),
            label: "l".repeat(60),
            example: "e".repeat(120),
            value: "v".repeat(50),
            required: false,
            long: true,
            longest: 20,
        };
        let form = Form {
            title: "t".repeat(50),
            press: Press::always(Action::on(Verb::Type, "base")),
            inputs: vec![field; 6],
        };
        let modal = modal(&form, USER, Venue::Shared, &Seal::new("secret")).expect("a form");
        assert_eq!(length(&modal.title), MODAL_TITLE);
        assert_eq!(modal.components.len(), MODAL_INPUTS);
        let wire::Component::Input(input) = &modal.components[0].components[0] else { panic!("an input") };
        assert_eq!((input.max_length, input.value.len(), input.style), (50, 50, 2));
        assert_eq!((length(&input.label), length(&input.placeholder)), (INPUT_LABEL, INPUT_PLACEHOLDER));
    }

    #[test]
    fn suggestions_are_25_at_most() {
        let many: Vec<Suggestion> =
            (0..30).map(|n| Suggestion { label: format!("Offer {n}"), value: n.to_string() }).collect();
        assert_eq!(suggestions(&many).choices.len(), 25);
        assert_eq!(suggestions(&[Suggestion { label: "x".into(), value: String::new() }]).choices.len(), 0);
    }
}
