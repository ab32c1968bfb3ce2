//! Files that people send, and messages that they have read: what Discord keeps and delivers.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::user::User;
use super::{Fake, Shared, payload, snowflake};

/// The command in a message's menu.
const ON_MESSAGE: &str = "Read as my offer";

/// Gives out what was uploaded.
pub async fn serve(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    shared.world().fetched.push(path.clone());
    shared.changed.notify_waiters();
    shared.pass_gates(request.method().as_str(), &path).await;
    let found = shared.world().uploads.get(&path).cloned();
    found.map_or_else(|| StatusCode::NOT_FOUND.into_response(), IntoResponse::into_response)
}

impl Fake {
    /// Keeps a file, and tells of it as Discord does.
    pub fn upload(&self, name: &str, content: impl Into<Vec<u8>>) -> Value {
        let content = content.into();
        let (id, size) = (snowflake(), content.len());
        let path = format!("/attachments/1/{id}/{name}");
        let url = format!("{}{path}", self.base());
        self.world().uploads.insert(path, content);
        json!({"id": id.to_string(), "filename": name, "size": size, "url": url, "proxy_url": url})
    }
}

/// A message in the server.
pub fn message_of(author: &Value, text: &str) -> Value {
    payload::message(snowflake(), author, payload::SERVER_CHANNEL, text)
}

impl User<'_> {
    /// Gives a file to `/offer paste`.
    pub async fn pastes(&self, file: &Value) -> String {
        let id = self.sends_paste(file);
        self.outcome(id).await
    }

    /// The same, and doesn't wait.
    pub fn sends_paste(&self, file: &Value) -> u64 {
        let id = file["id"].as_str().expect("an id");
        let mut data = self.command_data("offer paste", &[("file", id)], None);
        data["options"][0]["options"][0]["type"] = json!(11);
        data["resolved"] = json!({"attachments": {id: file}});
        self.fake.interact(2, self.id, self.place, &data, None)
    }

    /// Has a message read as the offer.
    pub async fn has_read(&self, message: &Value) -> String {
        let id = self.sends_to_read(message);
        self.outcome(id).await
    }

    /// The same, and doesn't wait.
    pub fn sends_to_read(&self, message: &Value) -> u64 {
        let registered = self
            .fake
            .world()
            .commands
            .as_array()
            .is_some_and(|all| all.iter().any(|command| command["type"] == 3 && command["name"] == ON_MESSAGE));
        assert!(registered, "{ON_MESSAGE} is not registered");
        let id = message["id"].as_str().expect("an id");
        let data = json!({
            "id": "1200000000000000500", "name": ON_MESSAGE, "type": 3, "target_id": id,
            "resolved": {"messages": {id: message}},
        });
        self.fake.interact(2, self.id, self.place, &data, None)
    }

    /// Sends the bot words with a file in direct messages.
    pub async fn says_with(&self, words: &str, file: Value) -> String {
        let id = self.fake.leave_message(self.id, words, vec![file]);
        self.answer_to(id).await
    }
}
