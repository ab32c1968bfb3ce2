//! The commands as Discord takes them, and when to send them there.
//!
//! Owns the payload and its fingerprint. Must not know what a command does.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::rest::{Failure, Rest};
use crate::app::{Command, GROUPS, ON_MESSAGE, OptionKind, OptionSpec};
use crate::store::Store;

/// Where the fingerprint of the registered commands is kept.
const SETTING: &str = "commands_hash";
/// In servers and as an app of the user's own.
const INTEGRATION_TYPES: [u8; 2] = [0, 1];
/// In servers, in the bot's direct messages and in other direct messages.
const CONTEXTS: [u8; 3] = [0, 1, 2];

/// Registers the commands where they differ from those registered last for this
/// application. Returns whether it did.
pub(super) async fn register_if_changed(rest: &Rest, store: &dyn Store, application: u64) -> Result<bool, Failure> {
    let payload = payload(Command::ALL, GROUPS);
    let now = fingerprint(application, &payload);
    let known = store.setting(SETTING).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "can't tell whether the commands changed; registering them");
        None
    });
    if known.as_deref() == Some(now.as_str()) {
        return Ok(false);
    }
    rest.register(&payload).await?;
    if let Err(error) = store.set_setting(SETTING, &now).await {
        tracing::warn!(%error, "the commands are registered, and will be again at the next start");
    }
    Ok(true)
}

/// A text that differs wherever the registered commands would.
fn fingerprint(application: u64, payload: &Value) -> String {
    let hash = Sha256::digest(format!("{application}\n{payload}"));
    data_encoding::HEXLOWER.encode(&hash)
}

/// The body of a bulk registration: every command, grouped ones under their group, and the one in
/// a message's menu.
fn payload(commands: &[Command], groups: &[(&str, &str)]) -> Value {
    let grouped = groups.iter().map(|(group, description)| {
        let inside = commands.iter().filter_map(|command| {
            let (first, rest) = command.name().split_once(' ')?;
            (first == *group).then(
                || json!({"type": 1, "name": rest, "description": command.description(), "options": options(*command)}),
            )
        });
        top(group, description, &inside.collect::<Vec<Value>>())
    });
    let alone = commands
        .iter()
        .filter(|command| !command.name().contains(' '))
        .map(|command| top(command.name(), command.description(), &options(*command)));
    grouped.chain(alone).chain([on_message()]).collect()
}

fn top(name: &str, description: &str, options: &[Value]) -> Value {
    json!({
        "type": 1,
        "name": name,
        "description": description,
        "options": options,
        "integration_types": INTEGRATION_TYPES,
        "contexts": CONTEXTS,
    })
}

/// Discord takes no description and no option for it: it is about the message.
fn on_message() -> Value {
    json!({"type": 3, "name": ON_MESSAGE, "integration_types": INTEGRATION_TYPES, "contexts": CONTEXTS})
}

fn options(command: Command) -> Vec<Value> {
    command.options().iter().map(option).collect()
}

/// Every option but a file is text: Discord turns a number into a float, and money is no float.
fn option(option: &OptionSpec) -> Value {
    let kind = if option.kind == OptionKind::File { 11 } else { 3 };
    let mut sent =
        json!({"type": kind, "name": option.name, "description": option.description, "required": option.required});
    if let OptionKind::Completed(_) = option.kind {
        sent["autocomplete"] = json!(true);
    }
    if let Some(choices) = option.kind.choices() {
        sent["choices"] = choices.iter().map(|choice| json!({"name": choice, "value": choice})).collect();
    }
    sent
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registered() -> Vec<Value> {
        payload(Command::ALL, GROUPS).as_array().cloned().unwrap_or_default()
    }

    #[test]
    fn every_command_is_there_once_and_works_everywhere() {
        let mut names = Vec::new();
        for command in registered() {
            assert_eq!(command["integration_types"], json!([0, 1]));
            assert_eq!(command["contexts"], json!([0, 1, 2]));
            let name = command["name"].as_str().unwrap_or_default().to_owned();
            let inside: Vec<&Value> = command["options"].as_array().into_iter().flatten().collect();
            let subs = inside.iter().filter(|option| option["type"] == 1);
            let subs: Vec<String> =
                subs.map(|sub| format!("{name} {}", sub["name"].as_str().unwrap_or_default())).collect();
            if subs.is_empty() { names.push(name) } else { names.extend(subs) }
        }
        let mut expected: Vec<&str> = Command::ALL.iter().map(|command| command.name()).chain([ON_MESSAGE]).collect();
        names.sort_unstable();
        expected.sort_unstable();
        assert_eq!(names, expected);
    }

    #[test]
    fn quick_asks_for_text_with_help_where_there_is_some() {
        let offer = registered().into_iter().find(|command| command["name"] == "offer").expect("a group");
        let subs = offer["options"].as_array().cloned().unwrap_or_default();
        let quick = subs.iter().find(|sub| sub["name"] == "quick").expect("a sub-command");
        assert_eq!(
            quick["options"][0],
            json!({
                "type": 3, "name": "level", "description": "The level offered", "required": true,
                "choices": (["L4", "L5", "L6", "L7", "L8", "L10"].map(|level| json!({"name": level, "value": level}))),
            })
        );
        assert_eq!(quick["options"][1]["autocomplete"], true);
        assert_eq!(quick["options"][2].get("choices"), None);
    }

    #[test]
    fn a_message_can_be_read_and_a_file_given() {
        let on_message = registered().into_iter().find(|command| command["type"] == 3).expect("one of a message");
        assert_eq!(
            on_message,
            json!({"type": 3, "name": "Read as my offer", "integration_types": [0, 1], "contexts": [0, 1, 2]})
        );
        let [file] = Command::OfferPaste.options() else { panic!("one option") };
        let sent = option(file);
        assert_eq!((&sent["type"], &sent["name"], &sent["required"]), (&json!(11), &json!("file"), &json!(false)));
    }

    #[test]
    fn the_fingerprint_changes_with_the_commands_and_the_application() {
        let all = payload(Command::ALL, GROUPS);
        assert_eq!(fingerprint(1, &all), fingerprint(1, &all));
        assert_ne!(fingerprint(1, &all), fingerprint(2, &all));
        assert_ne!(fingerprint(1, &all), fingerprint(1, &payload(&Command::ALL[1..], GROUPS)));
    }
}
