//! The connection to Discord: starting, listening, catching up, stopping.
//!
//! Owns serenity's client and what its ends mean. Events are taken in before anything is
//! awaited: serenity gives each event a task of its own, and on the runtime of one thread
//! that this program uses, tasks begin in the order of the events.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use serenity::async_trait;
use serenity::client::{Client, ClientBuilder, Context, EventHandler};
use serenity::gateway::{GatewayError, ShardManager};
use serenity::http::HttpBuilder;
use serenity::model::application::Interaction;
use serenity::model::channel::Message;
use serenity::model::event::ResumedEvent;
use serenity::model::gateway::{GatewayIntents, Ready};
use serenity::model::id::ApplicationId;
use tokio::sync::Semaphore;

use super::answer::Shell;
use super::custom_id::Seal;
use super::files::Files;
use super::incoming::{interaction, past_words, words};
use super::lanes::Lanes;
use super::rest::{Failure, Rest};
use super::{Door, StartError, commands};
use crate::config::{Config, is_loopback};
use crate::document::DocumentReader;
use crate::store::Store;
use crate::user::UserId;

/// How often the rate limiter's dead records are dropped.
const SWEEP: Duration = Duration::from_mins(5);
/// How long closing the connection may take.
const CLOSING: Duration = Duration::from_secs(3);
/// How long answers under way may take once the connection is closed.
const FINISHING: Duration = Duration::from_secs(6);
/// How long everybody may wait for the store to say which conversations were open.
const ASKING: Duration = Duration::from_secs(2);
/// Conversations caught up with after a start, those last active first.
const CAUGHT_UP: usize = 500;
/// Of these at a time.
const AT_ONCE: usize = 4;

/// Runs the bot until it is told to stop (SIGTERM or Ctrl-C), which is its only good end.
/// To be run on tokio's runtime of one thread: only there do events keep their order.
pub async fn run<D: Door>(config: &Config, door: Arc<D>, store: Arc<dyn Store>) -> Result<(), StartError> {
    run_until(config, door, store, told_to_stop()).await
}

/// Runs the bot until `stop` is ready.
pub async fn run_until<D: Door>(
    config: &Config,
    door: Arc<D>,
    store: Arc<dyn Store>,
    stop: impl Future<Output = ()> + Send,
) -> Result<(), StartError> {
    let mut stop = std::pin::pin!(stop);
    let (mut client, shell) = tokio::select! {
        started = start(config, door, store) => started?,
        () = &mut stop => return Ok(()),
    };
    let sweeper = tokio::spawn(sweep(shell.rest.clone()));
    let manager = Arc::clone(&client.shard_manager);
    let outcome = tokio::select! {
        ended = client.start() => Err(ended.map_or_else(end_of, |()| StartError::Ended(None))),
        () = stop => {
            close(&manager).await;
            Ok(())
        }
    };
    sweeper.abort();
    shell.lanes.release();
    if tokio::time::timeout(FINISHING, shell.lanes.idle()).await.is_err() {
        tracing::warn!("stopped before every answer was sent; what was saved is safe");
    }
    outcome
}

/// All that comes before the connection: the addresses, the token, the commands.
async fn start<D: Door>(
    config: &Config,
    door: Arc<D>,
    store: Arc<dyn Store>,
) -> Result<(Client, Arc<Shell<D>>), StartError> {
    let token = config.token.as_ref().ok_or(StartError::NoToken)?.reveal();
    let secret = config.secret.as_ref().map_or(token, |secret| secret.reveal());
    let mut http = HttpBuilder::new(token);
    if let Some(base) = &config.api_base {
        // serenity ignores the proxy while its rate limiter is on.
        http = http.proxy(base.as_str()).ratelimiter_disabled(true);
    }
    let shell = |rest| {
        let (seal, lanes) = (Seal::new(secret), Lanes::default());
        let reader = config.reads_files.clone().map_or_else(DocumentReader::default, DocumentReader::with_program);
        let files = Files::new(config.api_base.is_some(), reader);
        Arc::new(Shell { door, rest, files, seal, lanes, patience: config.patience })
    };
    let (client, shell) = connect(http.build(), config, shell, &store).await?;
    let application = shell.rest.application().await.map_err(start_error)?;
    match commands::register_if_changed(&shell.rest, store.as_ref(), application).await {
        Ok(true) => tracing::info!("commands registered"),
        Ok(false) => {}
        Err(failure @ Failure::Refused { status: 401, .. }) => return Err(start_error(failure)),
        Err(failure) => tracing::warn!(%failure, "the commands are not registered; the next start tries again"),
    }
    Ok((client, shell))
}

/// A client whose gateway is known to be the right one.
async fn connect<D: Door>(
    http: serenity::http::Http,
    config: &Config,
    shell: impl FnOnce(Rest) -> Arc<Shell<D>>,
    store: &Arc<dyn Store>,
) -> Result<(Client, Arc<Shell<D>>), StartError> {
    let handler = Arc::new(Handler { shell: std::sync::OnceLock::new(), store: Arc::clone(store) });
    // Only direct messages: content there needs no privileged intent.
    let builder = ClientBuilder::new_with_http(http, GatewayIntents::DIRECT_MESSAGES);
    let client = builder.event_handler_arc(Arc::clone(&handler)).await.map_err(end_of)?;
    // serenity falls back to the real gateway where it can't ask for the address of one.
    if config.api_base.is_some() && !is_loopback(&client.ws_url.lock().await) {
        return Err(StartError::NotLoopback);
    }
    let shell = shell(Rest::new(Arc::clone(&client.http)));
    let shell = Arc::clone(handler.shell.get_or_init(|| shell));
    Ok((client, shell))
}

async fn sweep(rest: Rest) {
    let mut ticks = tokio::time::interval(SWEEP);
    loop {
        ticks.tick().await;
        rest.sweep().await;
    }
}

/// Stops intake.
async fn close(manager: &ShardManager) {
    if tokio::time::timeout(CLOSING, manager.shutdown_all()).await.is_err() {
        tracing::warn!("the connection did not close in time");
    }
}

async fn told_to_stop() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else { return interrupted.await };
        tokio::select! {
            () = interrupted => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    interrupted.await;
}

fn start_error(failure: Failure) -> StartError {
    match failure {
        Failure::Refused { status: 401, .. } => StartError::Token,
        failure => StartError::Rest(failure),
    }
}

fn end_of(error: serenity::Error) -> StartError {
    match error {
        serenity::Error::Gateway(GatewayError::InvalidAuthentication | GatewayError::NoAuthentication) => {
            StartError::Token
        }
        serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents | GatewayError::InvalidGatewayIntents) => {
            StartError::Intents
        }
        error => StartError::Ended(Some(error.into())),
    }
}

/// Where the bot is added to a server. It asks for no permission there: it answers commands only.
fn invite(application: ApplicationId) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions=0"
    )
}

struct Handler<D> {
    shell: std::sync::OnceLock<Arc<Shell<D>>>,
    store: Arc<dyn Store>,
}

#[async_trait]
impl<D: Door> EventHandler for Handler<D> {
    async fn interaction_create(&self, _: Context, event: Interaction) {
        let Some(shell) = self.shell.get() else { return };
        if let Some(incoming) = interaction(event, &shell.seal) {
            shell.take(incoming);
        }
    }

    async fn message(&self, _: Context, message: Message) {
        let Some(shell) = self.shell.get() else { return };
        if let Some((visit, request)) = words(&message) {
            shell.take_words(visit, request);
        }
    }

    async fn ready(&self, _: Context, ready: Ready) {
        let Some(shell) = self.shell.get() else { return };
        // Before anything is awaited: no live message may overtake a missed one.
        shell.lanes.hold();
        tracing::info!("connected to Discord as {}", ready.user.name);
        tracing::info!("to invite it: {}", invite(ready.application.id));
        tracing::info!("type /help in Discord");
        catch_up(shell, self.store.as_ref()).await;
        shell.lanes.release();
    }

    async fn resume(&self, _: Context, _: ResumedEvent) {
        tracing::info!("connection to Discord resumed");
    }
}

/// Queues, for each conversation with an open question, the reading of what was written
/// while nobody listened. It stands before all that is newer in its lane.
async fn catch_up<D: Door>(shell: &Arc<Shell<D>>, store: &dyn Store) {
    let mut awaiting = match tokio::time::timeout(ASKING, store.awaiting()).await {
        Ok(Ok(awaiting)) => awaiting,
        Ok(Err(error)) => {
            tracing::warn!(%error, "can't tell which conversations were open");
            return;
        }
        Err(_) => {
            tracing::warn!("the store did not say in time which conversations were open");
            return;
        }
    };
    awaiting.sort_unstable_by_key(|(_, _, last)| std::cmp::Reverse(*last));
    awaiting.truncate(CAUGHT_UP);
    let turns = Arc::new(Semaphore::new(AT_ONCE));
    for (user, channel, last) in awaiting {
        let (shell_of_job, turns) = (Arc::clone(shell), Arc::clone(&turns));
        let work = async move {
            let turn = turns.acquire().await;
            let missed = read_missed(&shell_of_job, user, channel, last).await;
            drop(turn);
            for (visit, request) in missed {
                shell_of_job.answer_words(&visit, request).await;
            }
        };
        if shell.lanes.push(user, last, work).is_err() {
            tracing::warn!(message = last, "a lane is full before it is caught up");
        }
    }
}

async fn read_missed<D: Door>(
    shell: &Shell<D>,
    user: UserId,
    channel: u64,
    last: u64,
) -> Vec<(super::incoming::Visit, crate::app::Request)> {
    match shell.rest.messages_after(channel, last).await {
        Ok(messages) => messages.iter().filter_map(|past| past_words(past, user, channel)).collect(),
        Err(failure) => {
            tracing::warn!(channel, %failure, "can't read what was written while nobody listened");
            Vec::new()
        }
    }
}
