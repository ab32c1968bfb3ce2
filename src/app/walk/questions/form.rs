//! The forms in which answers are typed, and their texts as the message that says the same.

use std::collections::BTreeMap;

use super::prompt;
use crate::offer::{Field, OfferDraft};
use crate::reply::{Form, Press, TextInput};
use crate::words;

/// The texts of a form by their keys.
pub(super) type Texts = BTreeMap<String, String>;

/// The key of an only input.
pub(crate) const ANSWER: &str = "answer";

/// The form of one question.
pub(super) enum AnswerForm {
    /// One input, named as the field is; it starts with the known answer as it could have been typed.
    One(fn(&OfferDraft) -> Option<String>),
    /// Several inputs, and the message that says the same in one line.
    Several { title: &'static str, inputs: &'static [Input], message: fn(&Texts) -> String },
}

/// One input of a form with several.
#[derive(Clone, Copy)]
pub(super) struct Input {
    pub(super) key: &'static str,
    pub(super) label: &'static str,
    pub(super) example: &'static str,
    pub(super) required: bool,
}

impl Input {
    fn starting_with(self, value: String) -> TextInput {
        let input = TextInput::new(self.key, self.label, self.example).value(value);
        if self.required { input } else { input.optional() }
    }
}

/// The text of an input, trimmed; empty where there is none.
pub(super) fn text<'texts>(texts: &'texts Texts, key: &str) -> &'texts str {
    texts.get(key).map_or("", |text| text.trim())
}

/// The form for a field's answer.
pub(crate) fn form(field: Field, draft: Option<&OfferDraft>, press: Press) -> Form {
    let prompt = prompt(field);
    match prompt.form {
        AnswerForm::One(known) => {
            let example = prompt.wording.examples.first().copied().unwrap_or_default();
            let input = Input { key: ANSWER, label: words::field(field), example, required: true };
            let value = draft.and_then(known).unwrap_or_default();
            Form { title: words::field(field).into(), press, inputs: vec![input.starting_with(value)] }
        }
        AnswerForm::Several { title, inputs, .. } => {
            let inputs = inputs.iter().map(|input| input.starting_with(String::new())).collect();
            Form { title: title.into(), press, inputs }
        }
    }
}

/// A form's texts as one message, as if it had been typed.
pub(crate) fn message(field: Field, texts: &Texts) -> String {
    match prompt(field).form {
        AnswerForm::One(_) => text(texts, ANSWER).to_owned(),
        AnswerForm::Several { message, .. } => message(texts),
    }
}

/// The form for a price that is in doubt.
pub(crate) fn price_form(press: Press) -> Form {
    let input = Input { key: ANSWER, label: "Dollars a share", example: "182.50", required: true };
    Form { title: "Price a share".into(), press, inputs: vec![input.starting_with(String::new())] }
}

/// The text of a form with one input only.
pub(crate) fn only_text(texts: &Texts) -> &str {
    text(texts, ANSWER)
}
