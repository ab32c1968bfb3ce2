//! Calls to Discord's REST API.
//!
//! Owns paths, time limits, retries and what an error means. Bodies go out as they are
//! given and answers are read no further than needed, so that a new field in them breaks
//! nothing. Errors hold a status and a code, never a body, a path or a token.

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use serde_json::json;
use serenity::builder::CreateAttachment;
use serenity::http::{Http, HttpError, LightMethod, Multipart, MultipartUpload, Request, Route};
use serenity::model::id::{ApplicationId, ChannelId, InteractionId};

use super::limits::HISTORY;
use super::render::Rendered;
use super::wire::Callback;
use crate::reply::File;
use crate::user::UserId;

/// How long a call may take before it counts as failed.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why a call failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Discord refused it: HTTP status and Discord's own code.
    #[error("Discord answered {status} (code {code})")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// Discord's code; -1 where there was none to read.
        code: isize,
    },
    /// No answer came, or none in time.
    #[error("Discord could not be reached")]
    Unreachable(#[source] Unreached),
    /// The answer could not be read.
    #[error("Discord's answer could not be read")]
    Unreadable(#[source] Unread),
}

/// Why no answer came. serenity's own errors can't be kept: they hold paths, and paths hold tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreached {
    /// Patience ended first.
    #[error("no answer in time")]
    TooSlow,
    /// Nobody took the call.
    #[error("no connection")]
    NoConnection,
    /// The task that made the call ended before it.
    #[error("the call broke off")]
    BrokeOff,
    /// The gateway's connection failed.
    #[error("the gateway failed")]
    Gateway,
    /// Anything else.
    #[error("the call failed")]
    Failed,
}

/// Why an answer (or what was to be sent) is no such JSON: where, and not what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// The place in the text.
    #[error("it is not as expected at line {line}, column {column}")]
    Json {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// It does not say whose the token is.
    #[error("it names no application")]
    NoApplication,
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable(Unread::Json { line: error.line(), column: error.column() })
    }
}

impl Failure {
    /// The interaction is gone: answered too late, or unknown.
    pub(super) const UNKNOWN_INTERACTION: isize = 10062;
    /// The interaction was answered before.
    pub(super) const ALREADY_ANSWERED: isize = 40060;
    /// The message is gone.
    pub(super) const UNKNOWN_MESSAGE: isize = 10008;
    /// The form of a request was not accepted.
    pub(super) const NOT_ACCEPTED: isize = 50035;
    /// The user takes no direct messages from the bot.
    const CLOSED: [isize; 2] = [50007, 50278];

    pub(super) fn code(self) -> Option<isize> {
        match self {
            Self::Refused { code, .. } => Some(code),
            Self::Unreachable(_) | Self::Unreadable(_) => None,
        }
    }

    pub(super) fn is_closed_to_messages(self) -> bool {
        self.code().is_some_and(|code| Self::CLOSED.contains(&code))
    }

    /// Whether Discord may not have seen the call, so that the same one may be tried again.
    /// Not after 500 and 504, which can come after the call had its effect.
    fn is_worth_a_retry(self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::Refused { status: 502 | 503, .. })
    }
}

impl From<serenity::Error> for Failure {
    fn from(error: serenity::Error) -> Self {
        match error {
            serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => {
                Self::Refused { status: response.status_code.as_u16(), code: response.error.code }
            }
            serenity::Error::Http(HttpError::Request(error)) if error.is_timeout() => {
                Self::Unreachable(Unreached::TooSlow)
            }
            serenity::Error::Http(HttpError::Request(error)) if error.is_connect() => {
                Self::Unreachable(Unreached::NoConnection)
            }
            serenity::Error::Json(error) => error.into(),
            serenity::Error::Gateway(_) => Self::Unreachable(Unreached::Gateway),
            _ => Self::Unreachable(Unreached::Failed),
        }
    }
}

/// A message of a channel's history, as far as it matters here.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Past {
    #[serde(deserialize_with = "snowflake")]
    pub(super) id: u64,
    pub(super) author: Author,
    pub(super) content: String,
    #[serde(default)]
    pub(super) attachments: Vec<PastFile>,
    #[serde(default)]
    pub(super) message_snapshots: Vec<PastSnapshot>,
}

/// A file of a message.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct PastFile {
    pub(super) filename: String,
    pub(super) size: u64,
    pub(super) url: String,
}

/// A message that a message passes on.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct PastSnapshot {
    pub(super) message: PastInner,
}

/// What is passed on of it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct PastInner {
    pub(super) content: String,
    #[serde(default)]
    pub(super) attachments: Vec<PastFile>,
}

/// Who wrote a message.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Author {
    #[serde(deserialize_with = "snowflake")]
    pub(super) id: u64,
    #[serde(default)]
    pub(super) bot: bool,
}

#[derive(Deserialize)]
struct Identified {
    #[serde(deserialize_with = "snowflake")]
    id: u64,
}

fn snowflake<'de, D: serde::Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    let text = std::borrow::Cow::<str>::deserialize(from)?;
    text.parse().map_err(serde::de::Error::custom)
}

/// The calls this bot makes. Cloning is shallow.
#[derive(Clone)]
pub(super) struct Rest {
    http: Arc<Http>,
}

impl Rest {
    pub(super) fn new(http: Arc<Http>) -> Self {
        Self { http }
    }

    /// The application this token belongs to; also the check that the token is good.
    pub(super) async fn application(&self) -> Result<u64, Failure> {
        let request = || Request::new(Route::Oauth2ApplicationCurrent, LightMethod::Get);
        let found: Identified = retried(|| self.asked(request())).await?;
        self.http.set_application_id(ApplicationId::new(found.id.max(1)));
        Ok(found.id)
    }

    /// Replaces all registered commands.
    pub(super) async fn register(&self, commands: &serde_json::Value) -> Result<(), Failure> {
        let route = Route::Commands { application_id: self.application_id()? };
        self.send(route, LightMethod::Put, commands, None).await
    }

    /// The first answer to an interaction. Tried again where it may not have arrived:
    /// Discord takes only one.
    pub(super) async fn callback(
        &self,
        id: u64,
        token: &str,
        answer: &Callback<'_>,
        file: Option<&File>,
    ) -> Result<(), Failure> {
        let route = Route::InteractionResponse { interaction_id: InteractionId::new(id.max(1)), token };
        retried(|| self.send(route, LightMethod::Post, answer, file)).await
    }

    /// Puts a message in the place of an interaction's first answer.
    pub(super) async fn edit(&self, token: &str, rendered: &Rendered) -> Result<(), Failure> {
        let route = Route::WebhookOriginalInteractionResponse { application_id: self.application_id()?, token };
        retried(|| self.send(route, LightMethod::Patch, &rendered.message, rendered.file.as_ref())).await
    }

    /// Takes an interaction's first answer back.
    pub(super) async fn delete(&self, token: &str) -> Result<(), Failure> {
        let route = Route::WebhookOriginalInteractionResponse { application_id: self.application_id()?, token };
        self.executed(Request::new(route, LightMethod::Delete)).await
    }

    /// A further answer to an interaction.
    pub(super) async fn follow_up(&self, token: &str, rendered: &Rendered) -> Result<(), Failure> {
        let route = Route::WebhookFollowupMessages { application_id: self.application_id()?, token };
        self.send(route, LightMethod::Post, &rendered.message, rendered.file.as_ref()).await
    }

    /// The channel of direct messages with a user.
    pub(super) async fn open_direct(&self, user: UserId) -> Result<u64, Failure> {
        let body = json!({"recipient_id": user.0.to_string()}).to_string().into_bytes();
        let request = || Request::new(Route::UserMeDmChannels, LightMethod::Post).body(Some(body.clone()));
        let channel: Identified = retried(|| self.asked(request())).await?;
        Ok(channel.id)
    }

    /// A message in a channel. Tried again where it may not have arrived; its nonce keeps
    /// it from standing there twice. Returns its id.
    pub(super) async fn post(&self, channel: u64, rendered: &Rendered) -> Result<u64, Failure> {
        let route = Route::ChannelMessages { channel_id: ChannelId::new(channel.max(1)) };
        let posted = || async {
            self.asked::<Identified>(request(route, LightMethod::Post, &rendered.message, rendered.file.as_ref())?)
                .await
        };
        retried(posted).await.map(|message| message.id)
    }

    /// Shows in a channel that the bot is writing, for 10 seconds or until it has.
    pub(super) async fn typing(&self, channel: u64) -> Result<(), Failure> {
        let route = Route::ChannelTyping { channel_id: ChannelId::new(channel.max(1)) };
        self.executed(Request::new(route, LightMethod::Post)).await
    }

    /// Up to 100 messages of a channel that follow one, oldest first.
    pub(super) async fn messages_after(&self, channel: u64, message: u64) -> Result<Vec<Past>, Failure> {
        let route = Route::ChannelMessages { channel_id: ChannelId::new(channel.max(1)) };
        let params = vec![("after", message.to_string()), ("limit", HISTORY.to_string())];
        let request = || Request::new(route, LightMethod::Get).params(Some(params.clone()));
        let mut messages: Vec<Past> = retried(|| self.asked(request())).await?;
        messages.sort_unstable_by_key(|message| message.id);
        Ok(messages)
    }

    /// Drops the rate limiter's records of calls that are over: it keeps one for every
    /// interaction ever answered.
    pub(super) async fn sweep(&self) {
        let Some(limiter) = &self.http.ratelimiter else { return };
        let now = SystemTime::now();
        limiter.routes().write().await.retain(|_, record| {
            let in_use = Arc::strong_count(record) > 1;
            in_use || record.try_lock().is_ok_and(|record| record.reset().is_some_and(|reset| reset > now))
        });
    }

    fn application_id(&self) -> Result<ApplicationId, Failure> {
        self.http.application_id().ok_or(Failure::Unreadable(Unread::NoApplication))
    }

    async fn send(
        &self,
        route: Route<'_>,
        method: LightMethod,
        body: &impl Serialize,
        file: Option<&File>,
    ) -> Result<(), Failure> {
        self.executed(request(route, method, body, file)?).await
    }

    async fn executed(&self, request: Request<'_>) -> Result<(), Failure> {
        in_time(self.http.request(request)).await.map(drop)
    }

    async fn asked<T: serde::de::DeserializeOwned>(&self, request: Request<'_>) -> Result<T, Failure> {
        in_time(self.http.fire(request)).await
    }
}

fn request<'r>(
    route: Route<'r>,
    method: LightMethod,
    body: &impl Serialize,
    file: Option<&File>,
) -> Result<Request<'r>, Failure> {
    let body = serde_json::to_string(body)?;
    let request = Request::new(route, method);
    Ok(match file {
        None => request.body(Some(body.into_bytes())),
        Some(file) => {
            let attachment = CreateAttachment::bytes(file.content.clone(), file.name.clone());
            let upload = MultipartUpload::Attachments(vec![attachment]);
            request.multipart(Some(Multipart { upload, fields: Vec::new(), payload_json: Some(body) }))
        }
    })
}

async fn in_time<T>(call: impl Future<Output = serenity::Result<T>>) -> Result<T, Failure> {
    match tokio::time::timeout(PATIENCE, call).await {
        Ok(answer) => answer.map_err(Failure::from),
        Err(_) => Err(Failure::Unreachable(Unreached::TooSlow)),
    }
}

async fn retried<T, F: Future<Output = Result<T, Failure>>>(call: impl Fn() -> F) -> Result<T, Failure> {
    match call().await {
        Err(failure) if failure.is_worth_a_retry() => call().await,
        outcome => outcome,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::error::Error as _;

    #[test]
    fn a_failure_says_codes_and_nothing_else() {
        let closed = Failure::Refused { status: 403, code: 50007 };
        assert_eq!(closed.to_string(), "Discord answered 403 (code 50007)");
        assert!(closed.is_closed_to_messages() && !closed.is_worth_a_retry());
        assert!(Failure::Unreachable(Unreached::TooSlow).is_worth_a_retry());
        assert!(!Failure::Refused { status: 500, code: 0 }.is_worth_a_retry());
        let quoting = serde_json::from_str::<u64>("\n \"185k\"").expect_err("no number");
        let unread = Failure::from(quoting);
        let cause = unread.source().map(ToString::to_string);
        assert_eq!(cause.as_deref(), Some("it is not as expected at line 2, column 7"));
    }

    #[tokio::test]
    async fn the_sweep_leaves_only_records_in_use() {
        let http = Arc::new(Http::new("a token"));
        let routes = http.ratelimiter.as_ref().expect("a rate limiter").routes();
        let bucket = |id| {
            Route::InteractionResponse { interaction_id: InteractionId::new(id), token: "t" }.ratelimiting_bucket()
        };
        for id in 1..=1000 {
            routes.write().await.entry(bucket(id)).or_default();
        }
        let in_use = routes.read().await.get(&bucket(7)).cloned();
        Rest::new(Arc::clone(&http)).sweep().await;
        assert_eq!(routes.read().await.len(), 1);
        drop(in_use);
        Rest::new(http).sweep().await;
        assert!(routes.read().await.is_empty());
    }

    #[test]
    fn history_is_read_as_far_as_it_matters() {
        let json = r#"{"id":"5","author":{"id":"7","username":"a"},"content":"185k","new":{"field":1},
            "attachments":[{"id":"6","filename":"a.txt","size":3,"url":"https://x/a.txt"}],
            "message_snapshots":[{"message":{"content":"Base","attachments":[]}}]}"#;
        let past: Past = serde_json::from_str(json).expect("a message");
        assert_eq!((past.attachments[0].size, past.message_snapshots[0].message.content.as_str()), (3, "Base"));
        assert_eq!((past.id, past.author.id, past.author.bot, past.content.as_str()), (5, 7, false, "185k"));
    }
}
