//! Discord's objects as it sends them.

use serde_json::{Value, json};

/// The application and its bot user.
pub const APPLICATION: u64 = 1_200_000_000_000_000_000;
/// A server and its one channel.
pub const SERVER: u64 = 1_200_000_000_000_000_100;
/// Where everybody in the server writes.
pub const SERVER_CHANNEL: u64 = 1_200_000_000_000_000_200;
/// A conversation of two users with the bot installed by one of them.
pub const FRIENDS_CHANNEL: u64 = 1_200_000_000_000_000_300;
const PERMISSIONS: &str = "2248473465835073";

/// Where an interaction happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a server.
    Server,
    /// In direct messages with the bot.
    Direct,
    /// In direct messages with somebody else.
    Friends,
}

impl Place {
    pub fn channel(self, user: u64) -> u64 {
        match self {
            Self::Server => SERVER_CHANNEL,
            Self::Direct => direct_channel(user),
            Self::Friends => FRIENDS_CHANNEL,
        }
    }

    fn context(self) -> u8 {
        match self {
            Self::Server => 0,
            Self::Direct => 1,
            Self::Friends => 2,
        }
    }
}

/// The channel of direct messages of the bot and a user.
pub fn direct_channel(user: u64) -> u64 {
    user + 100_000_000_000_000_000
}

pub fn user(id: u64) -> Value {
    json!({
        "id": id.to_string(), "username": format!("person{}", id % 1000), "global_name": "A Person",
        "discriminator": "0", "avatar": null, "public_flags": 0,
    })
}

pub fn bot() -> Value {
    json!({
        "id": APPLICATION.to_string(), "username": "counteroffer", "discriminator": "0001", "avatar": null, "bot": true,
        "verified": true, "email": null, "mfa_enabled": false, "flags": 0, "public_flags": 0,
    })
}

pub fn application() -> Value {
    json!({
        "id": APPLICATION.to_string(), "name": "counteroffer", "icon": null, "description": "", "bot": bot(),
        "bot_public": true, "bot_require_code_grant": false, "verify_key": "0".repeat(64), "flags": 0, "team": null,
        "owner": user(900_000_000_000_000_999), "role_connections_verification_url": null,
        "integration_types_config": {"0": {}, "1": {}},
    })
}

pub fn ready(session: u64, gateway: &str) -> Value {
    json!({
        "v": 10, "user": bot(), "session_id": format!("session{session}"), "resume_gateway_url": gateway,
        "shard": [0, 1], "guilds": [], "application": {"id": APPLICATION.to_string(), "flags": 0},
    })
}

fn member(id: u64) -> Value {
    json!({
        "user": user(id), "nick": null, "avatar": null, "roles": [], "joined_at": "2025-01-01T00:00:00.000000+00:00",
        "premium_since": null, "deaf": false, "mute": false, "flags": 0, "pending": false,
        "communication_disabled_until": null, "permissions": PERMISSIONS,
    })
}

/// An interaction; `kind` 2 is a command, 3 a control, 4 an option being typed, 5 a form.
pub fn interaction(id: u64, token: &str, kind: u8, by: u64, place: Place, data: &Value) -> Value {
    let channel = place.channel(by).to_string();
    let mut event = json!({
        "id": id.to_string(), "application_id": APPLICATION.to_string(), "type": kind, "token": token, "version": 1,
        "data": data, "channel_id": channel, "context": place.context(), "app_permissions": PERMISSIONS,
        "locale": "en-US", "entitlements": [], "attachment_size_limit": 10_485_760,
        "authorizing_integration_owners": {"1": by.to_string()},
    });
    match place {
        Place::Server => {
            event["guild_id"] = json!(SERVER.to_string());
            event["guild_locale"] = json!("en-US");
            event["member"] = member(by);
            event["channel"] = json!({"id": channel, "type": 0, "name": "general", "permissions": PERMISSIONS});
        }
        Place::Direct | Place::Friends => {
            event["user"] = user(by);
            event["channel"] = json!({"id": channel, "type": 1});
        }
    }
    event
}

/// A message in a channel of direct messages.
pub fn message(id: u64, author: &Value, channel: u64, content: &str) -> Value {
    json!({
        "id": id.to_string(), "channel_id": channel.to_string(), "author": author, "content": content, "type": 0,
        "timestamp": "2026-01-01T00:00:00.000000+00:00", "edited_timestamp": null, "tts": false,
        "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [], "embeds": [],
        "components": [], "pinned": false, "flags": 0,
    })
}
