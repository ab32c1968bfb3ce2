//! A Discord of one's own on loopback: REST and gateway as far as the bot uses them.
//!
//! It keeps what was sent, checks every body, and tells whoever waits that something
//! changed; nothing here sleeps. [`user::User`] acts and reads like a person.

pub mod bot;
mod check;
mod files;
mod gateway;
pub mod payload;
mod rest;
mod text;
pub mod user;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::routing::any;
use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::{Notify, Semaphore};

pub use files::message_of;
use gateway::Out;
use payload::Place;
pub use text::message as text_of;

/// How long anything may take before a test fails; long, as it is never waited for in full.
const OVERALL: Duration = Duration::from_mins(1);

/// The token that the fake accepts.
pub const TOKEN: &str = "MTIwMDAwMDAwMDAwMDAwMDAwMA.fake.token-of-the-fake";

/// A message as it stands.
pub struct Shown {
    pub id: u64,
    pub channel: u64,
    /// Who wrote it: a user, or the bot.
    pub author: u64,
    /// Where it was made by an interaction: its place.
    pub place: Place,
    pub body: Value,
    pub files: Vec<(String, Vec<u8>)>,
}

/// An interaction and what became of it.
pub struct Interaction {
    pub user: u64,
    pub place: Place,
    pub kind: u8,
    /// The message whose control was used.
    pub on: Option<u64>,
    /// Type of the first answer.
    pub answered: Option<u8>,
    /// The first answer, where it is or becomes a message.
    pub original: Option<u64>,
    /// Whether nothing more is owed to the user.
    pub done: bool,
    /// What it showed, for the one who waits.
    pub outcome: String,
    /// Delivered twice on purpose.
    pub doubled: bool,
}

/// A request as it came in.
#[derive(Clone, Debug)]
pub struct Seen {
    pub method: String,
    pub path: String,
    pub status: u16,
}

struct Refusal {
    method: &'static str,
    part: &'static str,
    status: u16,
    code: i64,
}

struct Hold {
    method: &'static str,
    part: &'static str,
    gate: Arc<Semaphore>,
}

/// Everything the fake knows.
#[derive(Default)]
pub struct World {
    pub token: String,
    pub close_with: Option<u16>,
    pub gateway_elsewhere: Option<String>,
    pub sessions: u64,
    sequence: u64,
    pub intents: u64,
    gateway: Option<UnboundedSender<Out>>,
    pub commands: Value,
    pub registrations: usize,
    pub messages: BTreeMap<u64, Shown>,
    pub interactions: HashMap<u64, Interaction>,
    /// Messages in the order in which they were last made or changed, by user.
    pub screens: HashMap<u64, Vec<u64>>,
    /// The form open before each user: its data, place and the message it was opened from.
    pub forms: HashMap<u64, (Value, Place, Option<u64>)>,
    pub closed: HashSet<u64>,
    /// What was uploaded, by the path of its address; the size that Discord tells of it may differ.
    uploads: HashMap<String, Vec<u8>>,
    /// The paths of files that were fetched.
    pub fetched: Vec<String>,
    pub seen: Vec<Seen>,
    pub violations: Vec<String>,
    refusals: Vec<Refusal>,
    holds: Vec<Hold>,
}

impl World {
    fn dispatch(&mut self, event: &str, data: &Value) {
        self.sequence += 1;
        let payload = json!({"op": 0, "t": event, "s": self.sequence, "d": data});
        if let Some(gateway) = &self.gateway {
            drop(gateway.send(Out::Payload(payload)));
        }
    }

    fn show(&mut self, user: u64, message: u64) {
        let screen = self.screens.entry(user).or_default();
        screen.retain(|shown| *shown != message);
        screen.push(message);
    }
}

/// What the tasks of the fake share.
pub struct Shared {
    world: Mutex<World>,
    pub changed: Notify,
    port: u16,
}

impl Shared {
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Waits where requests like this one are held.
    async fn pass_gates(&self, method: &str, path: &str) {
        let fits = |hold: &&Hold| hold.method == method && path.contains(hold.part);
        let gate = self.world().holds.iter().find(fits).map(|hold| Arc::clone(&hold.gate));
        if let Some(gate) = gate {
            drop(gate.acquire().await);
        }
    }

    fn gateway_url(&self) -> String {
        format!("ws://127.0.0.1:{}", self.port)
    }
}

/// The fake. Dropping it fails the test where a request broke a rule.
pub struct Fake {
    pub shared: Arc<Shared>,
    server: tokio::task::JoinHandle<()>,
}

/// A new snowflake, greater than all before in this process, with the time in it as Discord has it.
pub fn snowflake() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    let now = u64::try_from(since).unwrap_or_default().saturating_sub(1_420_070_400_000) << 22;
    let next = |last: u64| Some(now.max(last + 1));
    LAST.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next).map_or(now, |last| now.max(last + 1))
}

impl Fake {
    /// Starts a fake on a free port.
    pub async fn start() -> Self {
        crate::logs::keep();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let world = World { token: TOKEN.to_owned(), commands: json!([]), ..World::default() };
        let shared = Arc::new(Shared { world: Mutex::new(world), changed: Notify::new(), port });
        let router = Router::new()
            .route("/", any(gateway::upgrade))
            .route("/attachments/{*path}", any(files::serve))
            .fallback(rest::answer)
            .with_state(Arc::clone(&shared));
        let server = tokio::spawn(async move { axum::serve(listener, router).await.expect("a server") });
        Self { shared, server }
    }

    /// What `DISCORD_API_BASE` is to say.
    pub fn base(&self) -> String {
        format!("http://127.0.0.1:{}", self.shared.port)
    }

    pub fn world(&self) -> MutexGuard<'_, World> {
        self.shared.world()
    }

    /// Waits until something is so.
    pub async fn until<T>(&self, what: &str, mut found: impl FnMut(&mut World) -> Option<T>) -> T {
        let waiting = async {
            loop {
                let changed = self.shared.changed.notified();
                if let Some(value) = found(&mut self.world()) {
                    return value;
                }
                changed.await;
            }
        };
        match tokio::time::timeout(OVERALL, waiting).await {
            Ok(value) => value,
            Err(tokio::time::error::Elapsed { .. }) => {
                panic!("waited in vain for {what}; requests so far: {:#?}", self.requests())
            }
        }
    }

    /// Waits until the bot has connected `times` times in all.
    pub async fn connected(&self, times: u64) {
        self.until("the bot to connect", |world| (world.sessions >= times && world.gateway.is_some()).then_some(()))
            .await;
    }

    /// Waits until no bot is connected.
    pub async fn disconnected(&self) {
        self.until("the bot to leave", |world| world.gateway.is_none().then_some(())).await;
    }

    /// The next request that fits is refused with a status and a code of Discord's.
    pub fn refuse(&self, method: &'static str, part: &'static str, status: u16, code: i64) {
        self.world().refusals.push(Refusal { method, part, status, code });
    }

    /// Requests that fit wait until the gate that is returned is opened.
    pub fn hold(&self, method: &'static str, part: &'static str) -> Gate {
        let gate = Arc::new(Semaphore::new(0));
        self.world().holds.push(Hold { method, part, gate: Arc::clone(&gate) });
        Gate(gate)
    }

    /// Every request so far, a line each.
    pub fn requests(&self) -> Vec<String> {
        self.world().seen.iter().map(|seen| format!("{} {} -> {}", seen.method, seen.path, seen.status)).collect()
    }

    /// A user no longer takes direct messages.
    pub fn close_direct(&self, user: u64) {
        self.world().closed.insert(user);
    }

    /// How many requests fit.
    pub fn count(&self, method: &str, part: &str) -> usize {
        self.world().seen.iter().filter(|seen| seen.method == method && seen.path.contains(part)).count()
    }

    /// A message that a user sends while no bot may be there to hear it.
    pub fn leave_words(&self, user: u64, text: &str) -> u64 {
        self.leave_message(user, text, Vec::new())
    }

    /// The same with files.
    pub fn leave_message(&self, user: u64, text: &str, files: Vec<Value>) -> u64 {
        let (id, channel) = (snowflake(), payload::direct_channel(user));
        let mut body = payload::message(id, &payload::user(user), channel, text);
        body["attachments"] = Value::Array(files);
        let mut world = self.world();
        let shown = Shown { id, channel, author: user, place: Place::Direct, body: body.clone(), files: Vec::new() };
        world.messages.insert(id, shown);
        world.dispatch("MESSAGE_CREATE", &body);
        id
    }

    /// An interaction that happens now.
    fn interact(&self, kind: u8, by: u64, place: Place, data: &Value, on: Option<u64>) -> u64 {
        let id = snowflake();
        let mut world = self.world();
        let mut event = payload::interaction(id, &rest::token(id), kind, by, place, data);
        if let Some(message) = on.and_then(|id| world.messages.get(&id)) {
            event["message"] = message.body.clone();
        }
        let interaction = Interaction {
            user: by,
            place,
            kind,
            on,
            answered: None,
            original: None,
            done: false,
            outcome: String::new(),
            doubled: false,
        };
        world.interactions.insert(id, interaction);
        world.dispatch("INTERACTION_CREATE", &event);
        id
    }

    /// A command delivered twice with the same id, as a gateway may.
    pub fn double(&self, by: u64, place: Place, data: &Value) -> u64 {
        let id = self.interact(2, by, place, data, None);
        let mut world = self.world();
        if let Some(interaction) = world.interactions.get_mut(&id) {
            interaction.doubled = true;
        }
        let event = payload::interaction(id, &rest::token(id), 2, by, place, data);
        world.dispatch("INTERACTION_CREATE", &event);
        id
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        self.server.abort();
        let violations = std::mem::take(&mut self.world().violations);
        if !std::thread::panicking() {
            assert!(violations.is_empty(), "requests that Discord or this project would refuse: {violations:#?}");
        }
    }
}

/// Holds requests back until it is opened.
pub struct Gate(Arc<Semaphore>);

impl Gate {
    pub fn open(self) {
        self.0.add_permits(Semaphore::MAX_PERMITS / 2);
    }
}
