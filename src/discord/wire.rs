//! The JSON that Discord takes, as far as this bot sends it.
//!
//! Owns shapes and their numbers (`type`, `style`, `flags`). Must not know limits or
//! where a text comes from. Shapes are of Discord's API version 10.

use serde::Serialize;

/// Flag of a message that only the user it answers sees.
pub(super) const EPHEMERAL: u32 = 1 << 6;

/// A message, to send or to put in the place of another.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(super) struct Message {
    pub(super) embeds: Vec<Embed>,
    pub(super) components: Vec<Row>,
    pub(super) attachments: Vec<Attachment>,
    pub(super) allowed_mentions: AllowedMentions,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) flags: Option<u32>,
    /// With `enforce_nonce`, a second request with the same nonce makes no second message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) nonce: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) enforce_nonce: Option<bool>,
}

/// Who may be notified by a message: nobody, ever.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(super) struct AllowedMentions {
    parse: [&'static str; 0],
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(super) struct Embed {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) fields: Vec<Field>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) footer: Option<Footer>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) inline: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Footer {
    pub(super) text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Attachment {
    pub(super) id: usize,
    pub(super) filename: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) description: String,
}

/// A row of components.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Row {
    #[serde(rename = "type")]
    kind: u8,
    pub(super) components: Vec<Component>,
}

impl Row {
    pub(super) fn of(components: Vec<Component>) -> Self {
        Self { kind: 1, components }
    }
}

/// A component inside a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Component {
    Button(Button),
    Select(Select),
    Input(Input),
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Button {
    #[serde(rename = "type")]
    pub(super) kind: u8,
    pub(super) style: u8,
    pub(super) label: String,
    pub(super) custom_id: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Select {
    #[serde(rename = "type")]
    pub(super) kind: u8,
    pub(super) custom_id: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) placeholder: String,
    pub(super) options: Vec<SelectOption>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct SelectOption {
    pub(super) label: String,
    pub(super) value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
}

/// A text input of a modal.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Input {
    #[serde(rename = "type")]
    pub(super) kind: u8,
    pub(super) custom_id: String,
    pub(super) style: u8,
    pub(super) label: String,
    pub(super) required: bool,
    pub(super) max_length: usize,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) placeholder: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) value: String,
}

/// A form.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Modal {
    pub(super) custom_id: String,
    pub(super) title: String,
    pub(super) components: Vec<Row>,
}

/// Suggestions for an option being typed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Choices {
    pub(super) choices: Vec<NamedValue>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct NamedValue {
    pub(super) name: String,
    pub(super) value: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(super) struct Deferral {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) flags: Option<u32>,
}

/// The first answer to an interaction.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Callback<'a> {
    #[serde(rename = "type")]
    kind: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<CallbackData<'a>>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
enum CallbackData<'a> {
    Message(&'a Message),
    Deferral(Deferral),
    Modal(Modal),
    Choices(Choices),
}

impl<'a> Callback<'a> {
    /// A new message.
    pub(super) fn message(message: &'a Message) -> Self {
        Self { kind: 4, data: Some(CallbackData::Message(message)) }
    }

    /// A new message that is still being made.
    pub(super) fn message_later(flags: Option<u32>) -> Self {
        Self { kind: 5, data: Some(CallbackData::Deferral(Deferral { flags })) }
    }

    /// A change, or none, to the message whose control was pressed.
    pub(super) fn update_later() -> Self {
        Self { kind: 6, data: None }
    }

    /// A change to the message whose control was pressed.
    pub(super) fn update(message: &'a Message) -> Self {
        Self { kind: 7, data: Some(CallbackData::Message(message)) }
    }

    /// Suggestions.
    pub(super) fn suggestions(choices: Choices) -> Self {
        Self { kind: 8, data: Some(CallbackData::Choices(choices)) }
    }

    /// A form.
    pub(super) fn modal(modal: Modal) -> Self {
        Self { kind: 9, data: Some(CallbackData::Modal(modal)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(sent: impl Serialize, expected: &serde_json::Value) {
        assert_eq!(serde_json::to_value(sent).expect("JSON"), *expected);
    }

    #[test]
    fn every_message_forbids_mentions() {
        let bare = json!({"embeds": [], "components": [], "attachments": [], "allowed_mentions": {"parse": []}});
        check(Message::default(), &bare);
        check(Callback::message(&Message::default()), &json!({"type": 4, "data": bare}));
        check(Callback::update(&Message::default()), &json!({"type": 7, "data": bare}));
    }

    #[test]
    fn deferrals_are_private_where_asked() {
        check(Callback::message_later(Some(EPHEMERAL)), &json!({"type": 5, "data": {"flags": 64}}));
        check(Callback::message_later(None), &json!({"type": 5, "data": {}}));
        check(Callback::update_later(), &json!({"type": 6}));
    }
}
