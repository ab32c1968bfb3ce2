//! The REST API of the fake.

use std::io::Write;
use std::sync::Arc;

use axum::Json;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use super::check::Check;
use super::payload::{self, Place};
use super::{Seen, Shared, Shown, World, snowflake, text};

/// A request taken apart.
struct Call {
    method: String,
    path: String,
    query: Map<String, Value>,
    body: Value,
    files: Files,
    authorization: String,
}

type Answer = (u16, Value);
/// Names and contents.
type Files = Vec<(String, Vec<u8>)>;

fn refused(status: u16, code: i64) -> Answer {
    (status, json!({"code": code, "message": "refused by the fake"}))
}

/// The token of an interaction, from which its id can be read.
pub fn token(interaction: u64) -> String {
    format!("interaction-{interaction}-token")
}

fn owner(token: &str) -> u64 {
    token.split('-').nth(1).and_then(|id| id.parse().ok()).unwrap_or_default()
}

pub async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let Some(call) = take_apart(request).await else {
        shared.world().violations.push("a request that can't be read".into());
        return StatusCode::BAD_REQUEST.into_response();
    };
    shared.pass_gates(&call.method, &call.path).await;
    let (status, body) = {
        let mut world = shared.world();
        let gateway = world.gateway_elsewhere.clone().unwrap_or_else(|| shared.gateway_url());
        let (status, body) = route(&mut world, &call, &gateway);
        record(&world, &call, status);
        world.seen.push(Seen { method: call.method, path: call.path, status });
        (status, body)
    };
    shared.changed.notify_waiters();
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if body.is_null() { status.into_response() } else { (status, Json(body)).into_response() }
}

async fn take_apart(request: Request) -> Option<Call> {
    let (parts, body) = request.into_parts();
    let path = parts.uri.path().strip_prefix("/api/v10")?.to_owned();
    let pairs = parts.uri.query().unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
    let query = pairs.map(|(key, value)| (key.to_owned(), json!(value))).collect();
    let header = |name: header::HeaderName| headers_text(&parts.headers, &name);
    let (authorization, kind) = (header(header::AUTHORIZATION), header(header::CONTENT_TYPE));
    let bytes = to_bytes(body, 32 << 20).await.ok()?;
    let (body, files) = match kind.split_once("boundary=") {
        Some((_, boundary)) => multipart(&bytes, boundary)?,
        None if bytes.is_empty() => (Value::Null, Vec::new()),
        None => (serde_json::from_slice(&bytes).ok()?, Vec::new()),
    };
    Some(Call { method: parts.method.to_string(), path, query, body, files, authorization })
}

fn headers_text(headers: &HeaderMap, name: &header::HeaderName) -> String {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

/// The JSON and the files of a multipart body.
fn multipart(bytes: &[u8], boundary: &str) -> Option<(Value, Files)> {
    let boundary = format!("--{}", boundary.trim_matches('"'));
    let (mut json, mut files) = (Value::Null, Vec::new());
    for part in split(bytes, boundary.as_bytes()) {
        let Some(at) = part.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&part[..at]).into_owned();
        let content = part[at + 4..].strip_suffix(b"\r\n").unwrap_or(&part[at + 4..]);
        let named = |key: &str| head.split(&format!("{key}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        match (named("; name"), named("filename")) {
            (Some("payload_json"), _) => json = serde_json::from_slice(content).ok()?,
            (Some(field), Some(filename)) => {
                let expected = format!("files[{}]", files.len());
                (field == expected).then_some(())?;
                files.push((filename.to_owned(), content.to_vec()));
            }
            _ => return None,
        }
    }
    Some((json, files))
}

fn split<'b>(bytes: &'b [u8], by: &[u8]) -> Vec<&'b [u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(by.len()).position(|window| window == by) {
        parts.push(&rest[..at]);
        rest = &rest[at + by.len()..];
    }
    parts.push(rest);
    parts
}

/// Appends the request to the file that `RECORD_REST` names, as a line of JSON.
fn record(world: &World, call: &Call, status: u16) {
    let Ok(file) = std::env::var("RECORD_REST") else { return };
    let again = call.path.ends_with("/callback") && status == 400;
    if again || status == 401 {
        // Refused on purpose: a second delivery, a wrong token.
        return;
    }
    let files: Vec<Value> = (0..)
        .zip(&call.files)
        .map(|(n, (name, content)): (usize, _)| json!({"field": format!("files[{n}]"), "filename": name, "size": content.len()}))
        .collect();
    let mut line = json!({
        "method": call.method, "path": call.path, "query": call.query, "files": files,
        "multipart": !call.files.is_empty(), "status": status,
    });
    if !call.body.is_null() {
        line["body"] = call.body.clone();
    }
    let written = std::fs::OpenOptions::new().append(true).create(true).open(&file);
    let written = written.and_then(|mut file| file.write_all(format!("{line}\n").as_bytes()));
    assert!(written.is_ok(), "can't record to {file} after {} requests", world.seen.len());
}

fn route(world: &mut World, call: &Call, gateway: &str) -> Answer {
    let fits = |refusal: &super::Refusal| refusal.method == call.method && call.path.contains(refusal.part);
    if let Some(at) = world.refusals.iter().position(fits) {
        let refusal = world.refusals.remove(at);
        return refused(refusal.status, refusal.code);
    }
    let segments: Vec<&str> = call.path.trim_start_matches('/').split('/').collect();
    let open = matches!(segments.as_slice(), ["gateway"] | ["interactions" | "webhooks", ..]);
    if !open && call.authorization != format!("Bot {}", world.token) {
        return refused(401, 0);
    }
    let id = |text: &str| text.parse::<u64>().unwrap_or_default();
    match (call.method.as_str(), segments.as_slice()) {
        ("GET", ["gateway"]) => (200, json!({"url": gateway})),
        ("GET", ["gateway", "bot"]) => {
            let limit = json!({"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1});
            (200, json!({"url": gateway, "shards": 1, "session_start_limit": limit}))
        }
        ("GET", ["users", "@me"]) => (200, payload::bot()),
        ("GET", ["oauth2", "applications", "@me"]) => (200, payload::application()),
        ("PUT", ["applications", _, "commands"]) => register(world, call),
        ("POST", ["interactions", interaction, token, "callback"]) => callback(world, call, id(interaction), token),
        ("POST", ["webhooks", _, token]) => follow_up(world, call, owner(token)),
        ("PATCH", ["webhooks", _, token, "messages", "@original"]) => edit_original(world, call, owner(token)),
        ("DELETE", ["webhooks", _, token, "messages", "@original"]) => delete_original(world, owner(token)),
        ("POST", ["users", "@me", "channels"]) => {
            let user = id(call.body["recipient_id"].as_str().unwrap_or_default());
            (
                200,
                json!({"id": payload::direct_channel(user).to_string(), "type": 1, "recipients": [payload::user(user)]}),
            )
        }
        ("POST", ["channels", _, "typing"]) => (204, Value::Null),
        ("POST", ["channels", channel, "messages"]) => post(world, call, id(channel)),
        ("GET", ["channels", channel, "messages"]) => history(world, call, id(channel)),
        _ => {
            world.violations.push(format!("{} {} is no call this fake knows", call.method, call.path));
            refused(404, 0)
        }
    }
}

fn register(world: &mut World, call: &Call) -> Answer {
    let mut check = Check::at("commands");
    check.commands(&call.body);
    world.violations.append(&mut check.found);
    world.commands = call.body.clone();
    world.registrations += 1;
    (200, json!([]))
}

fn examine(world: &mut World, call: &Call, message: &Value, shared: bool, new: bool) {
    let place = format!("{} {}", call.method, call.path);
    let mut check = Check::at(&place);
    check.message(message, call.files.len(), shared, new);
    world.violations.append(&mut check.found);
}

/// Makes a message of the bot's, and returns it as Discord would.
fn make(world: &mut World, call: &Call, content: &Value, channel: u64, user: u64, place: Place) -> (u64, Value) {
    let id = snowflake();
    let mut body = payload::message(id, &payload::bot(), channel, "");
    fill(&mut body, content, id);
    let files = call.files.clone();
    let shown = Shown { id, channel, author: payload::APPLICATION, place, body: body.clone(), files };
    world.messages.insert(id, shown);
    world.show(user, id);
    (id, body)
}

/// Puts new content into a message.
fn fill(body: &mut Value, content: &Value, message: u64) {
    for key in ["embeds", "components", "flags"] {
        if let Some(value) = content.get(key) {
            body[key] = value.clone();
        }
    }
    if let Some(attachments) = content["attachments"].as_array() {
        let whole = attachments.iter().map(|attachment| {
            let (name, about) = (&attachment["filename"], &attachment["description"]);
            let url = format!("http://127.0.0.1/{}", name.as_str().unwrap_or_default());
            json!({"id": (message + 1).to_string(), "filename": name, "description": about, "size": 1, "url": url, "proxy_url": url})
        });
        body["attachments"] = whole.collect();
    }
}

fn replace(world: &mut World, call: &Call, content: &Value, message: u64, user: u64) -> String {
    let Some(shown) = world.messages.get_mut(&message) else { return String::new() };
    fill(&mut shown.body, content, message);
    if content.get("attachments").is_some() {
        shown.files.clone_from(&call.files);
    }
    let read = text::message(&shown.body);
    world.show(user, message);
    read
}

fn callback(world: &mut World, call: &Call, id: u64, token: &str) -> Answer {
    let Some(interaction) = world.interactions.get(&id).filter(|_| owner(token) == id) else {
        return refused(404, 10062);
    };
    let (asked, on) = (interaction.kind, interaction.on);
    if interaction.answered.is_some() {
        if !interaction.doubled {
            world.violations.push(format!("interaction {id} is answered twice"));
        }
        return refused(400, 40060);
    }
    let kind = u8::try_from(call.body["type"].as_u64().unwrap_or_default()).unwrap_or_default();
    let fitting = match asked {
        2 => matches!(kind, 4 | 5 | 9),
        3 => matches!(kind, 4..=7 | 9),
        4 => kind == 8,
        _ => matches!(kind, 4 | 5) || (matches!(kind, 6 | 7) && on.is_some()),
    };
    if !fitting {
        world.violations.push(format!("type {kind} does not answer an interaction of type {asked}"));
        return refused(400, 50035);
    }
    let (original, outcome) = first_answer(world, call, id, kind);
    if let Some(interaction) = world.interactions.get_mut(&id) {
        (interaction.answered, interaction.original) = (Some(kind), original.or(on));
        (interaction.done, interaction.outcome) = (!matches!(kind, 5 | 6), outcome);
    }
    (204, Value::Null)
}

/// Does what a first answer does; returns the message it makes and what it shows.
fn first_answer(world: &mut World, call: &Call, id: u64, kind: u8) -> (Option<u64>, String) {
    let interaction = &world.interactions[&id];
    let (user, place, on) = (interaction.user, interaction.place, interaction.on);
    let (data, shared) = (&call.body["data"], place != Place::Direct);
    match kind {
        4 => {
            examine(world, call, data, shared, true);
            let (message, body) = make(world, call, data, place.channel(user), user, place);
            (Some(message), text::message(&body))
        }
        5 => {
            if shared && data["flags"] != 64 {
                world.violations.push(format!("interaction {id} is deferred for all to see"));
            }
            let empty = json!({"flags": data["flags"]});
            (Some(make(world, call, &empty, place.channel(user), user, place).0), String::new())
        }
        7 => {
            examine(world, call, data, shared, false);
            (None, on.map(|message| replace(world, call, data, message, user)).unwrap_or_default())
        }
        8 | 9 => (None, suggestions_or_form(world, data, kind, (user, place, on))),
        _ => (None, String::new()),
    }
}

fn suggestions_or_form(world: &mut World, data: &Value, kind: u8, of: (u64, Place, Option<u64>)) -> String {
    let mut check = Check::at("form or suggestions");
    match kind {
        8 => check.choices(data),
        _ => check.modal(data),
    }
    world.violations.append(&mut check.found);
    if kind == 8 {
        return data["choices"].to_string();
    }
    world.forms.insert(of.0, (data.clone(), of.1, of.2));
    text::form(data)
}

fn finish(world: &mut World, id: u64, outcome: String) {
    if let Some(interaction) = world.interactions.get_mut(&id).filter(|interaction| !interaction.done) {
        (interaction.done, interaction.outcome) = (true, outcome);
    }
}

/// The user, place and first answer of an interaction that has been answered.
fn answered(world: &World, id: u64) -> Option<(u64, Place, Option<u64>)> {
    let interaction = world.interactions.get(&id).filter(|interaction| interaction.answered.is_some())?;
    Some((interaction.user, interaction.place, interaction.original))
}

fn follow_up(world: &mut World, call: &Call, id: u64) -> Answer {
    let Some((user, place, _)) = answered(world, id) else { return refused(404, 10015) };
    examine(world, call, &call.body, place != Place::Direct, true);
    let (_, body) = make(world, call, &call.body, place.channel(user), user, place);
    finish(world, id, text::message(&body));
    (200, body)
}

fn edit_original(world: &mut World, call: &Call, id: u64) -> Answer {
    let Some((user, place, Some(original))) = answered(world, id) else { return refused(404, 10008) };
    examine(world, call, &call.body, place != Place::Direct, false);
    let outcome = replace(world, call, &call.body, original, user);
    finish(world, id, outcome);
    let body = world.messages.get(&original).map_or(Value::Null, |shown| shown.body.clone());
    (200, body)
}

fn delete_original(world: &mut World, id: u64) -> Answer {
    let Some((user, _, Some(original))) = answered(world, id) else { return refused(404, 10008) };
    world.messages.remove(&original);
    world.screens.entry(user).or_default().retain(|shown| *shown != original);
    finish(world, id, String::new());
    (204, Value::Null)
}

fn post(world: &mut World, call: &Call, channel: u64) -> Answer {
    let user = channel - payload::direct_channel(0);
    if world.closed.contains(&user) {
        return refused(403, 50007);
    }
    let nonce = call.body["nonce"].clone();
    let same = |shown: &&Shown| shown.channel == channel && shown.body["nonce"] == nonce && !nonce.is_null();
    if let Some(before) = world.messages.values().find(same).filter(|_| call.body["enforce_nonce"] == true) {
        return (200, before.body.clone());
    }
    examine(world, call, &call.body, false, true);
    let (id, mut body) = make(world, call, &call.body, channel, user, Place::Direct);
    body["nonce"] = nonce;
    if let Some(shown) = world.messages.get_mut(&id) {
        shown.body = body.clone();
    }
    (200, body)
}

/// Newest first, as Discord gives them.
fn history(world: &World, call: &Call, channel: u64) -> Answer {
    let number = |key: &str| call.query.get(key).and_then(Value::as_str).and_then(|text| text.parse::<u64>().ok());
    let after = number("after").unwrap_or_default();
    let limit = usize::try_from(number("limit").unwrap_or(50)).unwrap_or(50);
    let newer = world.messages.values().filter(|shown| shown.channel == channel && shown.id > after);
    let mut found: Vec<Value> = newer.take(limit).map(|shown| shown.body.clone()).collect();
    found.reverse();
    (200, Value::Array(found))
}
