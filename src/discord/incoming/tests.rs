use super::*;
use crate::app::Command;
use crate::reply::{Action, Asked, Verb};
use serde_json::{Value, json};

const ANA: u64 = 800_000_000_000_000_001;
const BEN: u64 = 800_000_000_000_000_002;

fn user(id: u64) -> Value {
    json!({"id": id.to_string(), "username": "someone", "discriminator": "0", "avatar": null, "global_name": null})
}

/// An interaction of Ana's, in a server, in the bot's direct messages (context 1) or elsewhere.
fn raw(kind: u8, context: u8, data: &Value) -> Value {
    json!({
        "id": "900", "application_id": "1", "type": kind, "data": data, "channel_id": "55", "context": context,
        "user": user(ANA), "token": "a token", "version": 1, "app_permissions": "0", "locale": "en-US",
        "entitlements": [], "authorizing_integration_owners": {}, "attachment_size_limit": 10_485_760,
    })
}

fn message(author: &Value, guild: Option<&str>, kind: u8) -> Value {
    json!({
        "id": "901", "channel_id": "55", "author": author, "content": "185k", "timestamp": "2026-01-01T00:00:00Z",
        "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": [], "components": [], "pinned": false, "type": kind, "guild_id": guild,
    })
}

fn read(raw: Value) -> Option<Incoming> {
    interaction(serde_json::from_value(raw).expect("an interaction"), &Seal::new("secret"))
}

#[track_caller]
fn asked(raw: Value) -> (Visit, Request) {
    match read(raw) {
        Some(Incoming::Ask { visit, request, .. }) => (visit, request),
        _ => panic!("not a question to the door"),
    }
}

fn text_option(name: &str, value: &str) -> Value {
    json!({"type": 3, "name": name, "value": value})
}

#[test]
fn a_command_comes_with_its_options_as_text() {
    let quick = json!({"type": 1, "name": "quick", "options": [
        text_option("base", "185k"), {"type": 4, "name": "hours", "value": 45}, {"type": 10, "name": "price", "value": 180.5},
    ]});
    let (visit, request) = asked(raw(2, 0, &json!({"id": "7", "name": "offer", "type": 1, "options": [quick]})));
    let options = [("base", "185k"), ("hours", "45"), ("price", "180.5")];
    let body = Body::Command { command: Command::OfferQuick, options: options.into_iter().collect() };
    assert_eq!(request.body, body);
    assert_eq!((visit.venue, visit.direct_channel), (Venue::Shared, None));
    assert_eq!((request.id, request.user), (900, UserId(ANA)));
}

#[test]
fn only_the_bots_own_direct_messages_are_private() {
    let help = json!({"id": "7", "name": "help", "type": 1});
    for (context, venue, channel) in [(0, Venue::Shared, None), (1, Venue::Direct, Some(55)), (2, Venue::Shared, None)]
    {
        let (visit, request) = asked(raw(2, context, &help));
        assert_eq!((visit.venue, request.direct_channel), (venue, channel), "context {context}");
    }
}

#[test]
fn an_option_being_typed_says_which() {
    let typed = json!({"type": 3, "name": "location", "value": "sea", "focused": true});
    let bands = json!({"id": "7", "name": "bands", "type": 1, "options": [text_option("level", "L6"), typed]});
    let Some(Incoming::Complete { request, .. }) = read(raw(4, 0, &bands)) else { panic!("not being typed") };
    let body = Body::Complete { command: Command::Bands, option: "location".into(), typed: "sea".into() };
    assert_eq!(request.body, body);
}

fn on_message(kind: u8, data: &Value) -> Value {
    let mut raw = raw(kind, 1, data);
    raw["message"] = message(&user(1), None, 0);
    raw
}

#[test]
fn buttons_and_lists_are_presses_of_their_user() {
    let press = Press { asked: Some(Asked { session: 3, step: 2 }), action: Action::on(Verb::Answer, "level") };
    let id = Seal::new("secret").control(UserId(ANA), &press, 0).expect("short");
    let (visit, request) = asked(on_message(3, &json!({"component_type": 2, "custom_id": id})));
    assert_eq!(request.body, Body::Press(press.clone()));
    assert_eq!(visit.source, Source::Press(press.clone()));
    let (visit, request) = asked(on_message(3, &json!({"component_type": 3, "custom_id": id, "values": ["L6"]})));
    assert_eq!(request.body, Body::Choose(press, "L6".into()));
    assert_eq!(visit.source, Source::Choice);
}

#[test]
fn another_users_button_is_refused_unread() {
    let press = Press::always(Action::bare(Verb::Save));
    let id = Seal::new("secret").control(UserId(BEN), &press, 0).expect("short");
    let Some(Incoming::Refused { refusal, .. }) = read(on_message(3, &json!({"component_type": 2, "custom_id": id})))
    else {
        panic!("not refused")
    };
    assert_eq!(refusal, Refusal::NotTheirs);
}

#[test]
fn a_form_comes_back_with_its_texts() {
    let press = Press::always(Action::on(Verb::Type, "base"));
    let input = json!({"type": 4, "custom_id": "base", "value": "185k"});
    let rows =
        json!([{"type": 1, "components": [input]}, {"type": 1, "components": [{"type": 4, "custom_id": "note"}]}]);
    for venue in [Venue::Direct, Venue::Shared] {
        let id = Seal::new("secret").form(UserId(ANA), &press, venue).expect("short");
        let data = json!({"custom_id": id, "components": rows});
        let (visit, request) = asked(raw(5, 0, &data));
        let texts = [("base", "185k"), ("note", "")].map(|(key, text)| (key.to_owned(), text.to_owned())).into();
        assert_eq!(request.body, Body::Submit(press.clone(), texts));
        assert_eq!((visit.venue, visit.source), (venue, Source::Form { on_message: false }));
        let (visit, _) = asked(on_message(5, &data));
        assert_eq!(visit.source, Source::Form { on_message: true });
    }
}

#[test]
fn only_what_a_person_writes_to_the_bot_is_words() {
    let read = |raw: Value| words(&serde_json::from_value(raw).expect("a message"));
    let (visit, request) = read(message(&user(ANA), None, 0)).expect("words");
    assert_eq!(request.body, Body::Words("185k".into()));
    assert_eq!((visit.venue, visit.direct_channel, request.id), (Venue::Direct, Some(55), 901));
    assert!(read(message(&user(ANA), None, 19)).is_some(), "a reply");
    assert!(read(message(&user(ANA), Some("9"), 0)).is_none(), "in a server");
    assert!(read(message(&user(ANA), None, 6)).is_none(), "a notice of a pinned message");
    let mut bot = user(ANA);
    bot["bot"] = json!(true);
    assert!(read(message(&bot, None, 0)).is_none(), "of a bot");
}

#[test]
fn history_counts_only_what_the_user_wrote() {
    let past = |author: u64, bot: bool| -> Past {
        let author = json!({"id": author.to_string(), "bot": bot});
        serde_json::from_value(json!({"id": "902", "author": author, "content": ""})).expect("a message")
    };
    let (visit, request) = past_words(&past(ANA, false), UserId(ANA), 55).expect("words");
    assert_eq!((visit.id, request.body), (902, Body::Words(String::new())));
    assert!(past_words(&past(BEN, false), UserId(ANA), 55).is_none());
    assert!(past_words(&past(ANA, true), UserId(ANA), 55).is_none());
}
