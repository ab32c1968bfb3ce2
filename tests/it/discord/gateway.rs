//! The gateway of the fake: hello, identify, READY, heartbeats, events.

use std::sync::Arc;

use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::sync::mpsc::unbounded_channel;

use super::Shared;
use super::payload;

pub async fn upgrade(State(shared): State<Arc<Shared>>, socket: WebSocketUpgrade) -> Response {
    socket.on_upgrade(move |socket| serve(shared, socket))
}

/// What goes out to a connected bot.
pub enum Out {
    Payload(Value),
    Close(u16),
}

async fn serve(shared: Arc<Shared>, socket: WebSocket) {
    let (mut sink, mut stream) = socket.split();
    let (out, mut waiting) = unbounded_channel();
    let writer = tokio::spawn(async move {
        while let Some(next) = waiting.recv().await {
            let message = match next {
                Out::Payload(payload) => Message::Text(payload.to_string().into()),
                Out::Close(code) => Message::Close(Some(CloseFrame { code, reason: "".into() })),
            };
            if sink.send(message).await.is_err() {
                return;
            }
        }
    });
    drop(out.send(Out::Payload(json!({"op": 10, "d": {"heartbeat_interval": 41_250}, "s": null, "t": null}))));
    while let Some(Ok(message)) = stream.next().await {
        let text = match &message {
            Message::Text(text) => text.as_bytes(),
            Message::Binary(bytes) => bytes,
            _ => continue,
        };
        let payload: Value = serde_json::from_slice(text).unwrap_or_default();
        match payload["op"].as_u64() {
            Some(1) => drop(out.send(Out::Payload(json!({"op": 11, "d": null, "s": null, "t": null})))),
            Some(2) => {
                let mut world = shared.world();
                let given = payload["d"]["token"].as_str().unwrap_or_default();
                let close = world.close_with.or((given.trim_start_matches("Bot ") != world.token).then_some(4004));
                if let Some(code) = close {
                    drop(out.send(Out::Close(code)));
                    continue;
                }
                world.intents = payload["d"]["intents"].as_u64().unwrap_or_default();
                world.sessions += 1;
                world.sequence = 0;
                let ready = payload::ready(world.sessions, &shared.gateway_url());
                world.gateway = Some(out.clone());
                world.dispatch("READY", &ready);
                drop(world);
                shared.changed.notify_waiters();
            }
            _ => {}
        }
    }
    let mut world = shared.world();
    if world.gateway.as_ref().is_some_and(|gateway| gateway.same_channel(&out)) {
        world.gateway = None;
    }
    drop(world);
    shared.changed.notify_waiters();
    writer.abort();
}
