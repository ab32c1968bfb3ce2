//! Arguments to what runs, with the exit code of each ending.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::analyze::analyse_line;
use super::bad_line::BadLine;
use super::chat::{Chat, chat};
use super::check::{check, load_bands};
use super::counter::counter_line;
use super::exit::Exit;
use super::json_lines::answer_lines;
use super::notices::say_notices;
use super::read::read_text_line;
use super::terminal::{Door, Folder, Lines, Person, USUAL_WIDTH};
use crate::app::App;
use crate::config::{Config, keep_text_out_of_panics, log_filter};
use crate::document::{self, Format, Limits, Stage};
use crate::market::Bands;
use crate::playbook::Catalogue;
use crate::price::PriceSource;
use crate::store::{Cached, SqliteStore, Store};

/// Reads an Amazon offer, shows what it pays over four years, and writes the counter.
///
/// Without a sub-command: the Discord bot if `DISCORD_TOKEN` is set, else the same
/// conversation in the terminal.
#[derive(Debug, Parser)]
#[command(name = "counteroffer", version)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Talk in the terminal.
    Chat {
        /// The folder that calendars and texts are written to; the one it is started in if left out.
        #[arg(long, value_name = "FOLDER", value_parser = a_folder)]
        files: Option<PathBuf>,
    },
    /// Check config, bands, store and templates without starting.
    Check,
    /// Read letters, mails and notes: JSON lines with their text on standard input, JSON lines out.
    Read,
    /// Analyse offers: JSON lines on standard input, JSON lines out.
    Analyze,
    /// Plan the counter to offers: JSON lines on standard input, JSON lines out.
    Counter,
    /// Take one file apart, within these limits or those that are there already.
    #[command(name = document::COMMAND, hide = true)]
    ReadDocument { format: Format, seconds: Option<u64>, megabytes: Option<u64> },
}

/// Runs what the arguments ask for.
pub async fn run(arguments: Arguments) -> Result<(), Exit> {
    let config = Config::from_env();
    start_log(config.as_ref().ok());
    if let None | Some(Command::Check | Command::Chat { .. }) = arguments.command {
        say_notices();
    }
    match arguments.command {
        Some(Command::Check) => check(config, today(), &mut std::io::stdout()).await,
        Some(Command::Read) => each_line(config.ok().as_ref(), |line, _, now| read_text_line(line, now)),
        Some(Command::Analyze) => each_line(config.ok().as_ref(), analyse_line),
        Some(Command::Counter) => each_line(config.ok().as_ref(), counter_line),
        Some(Command::Chat { files }) => talk(config?, files).await,
        Some(Command::ReadDocument { format, seconds, megabytes }) => {
            let limits = seconds.zip(megabytes).map(|(seconds, megabytes)| Limits { seconds, megabytes });
            finish(document::answer(format, limits.map_or(Stage::Limited, Stage::Unlimited)))
        }
        None => {
            let config = config?;
            if config.token.is_some() {
                let (app, store) = open(&config).await?;
                tracing::info!("everything is kept in {}", config.database_file().display());
                let ended = crate::discord::run(&config, app, Arc::clone(&store)).await;
                let closed = store.close().await;
                ended?;
                return Ok(closed?);
            }
            if std::io::stdin().is_terminal() {
                return talk(config, None).await;
            }
            Err(Exit::NothingToRun)
        }
    }
}

fn today() -> Date {
    TimeZone::system().to_datetime(Timestamp::now()).date()
}

/// Answers JSON lines on the standard streams.
fn each_line(
    config: Option<&Config>,
    answer: impl Fn(&str, &Bands, Timestamp) -> Result<String, BadLine>,
) -> Result<(), Exit> {
    let bands = load_bands(config.and_then(|config| config.bands.as_deref()))?;
    let answer = |line: &str| answer(line, &bands, Timestamp::now());
    finish(answer_lines(std::io::stdin().lock(), std::io::stdout().lock(), answer))
}

async fn open(config: &Config) -> Result<(Arc<App>, Arc<dyn Store>), Exit> {
    let bands = load_bands(config.bands.as_deref())?;
    let catalogue = Catalogue::shipped()?;
    let store = SqliteStore::open(&config.database.to_string_lossy()).await?;
    let store: Arc<dyn Store> = Arc::new(Cached::new(store));
    let mut app = App::new(Arc::clone(&store), bands, catalogue);
    if let Some(url) = &config.price_url {
        let source = PriceSource::new(url.reveal())?;
        app = app.with_prices(Arc::new(source));
    }
    Ok((Arc::new(app), store))
}

async fn talk(config: Config, files: Option<PathBuf>) -> Result<(), Exit> {
    let (app, store) = open(&config).await?;
    let door = Arc::new(Door::new(app, Timestamp::now));
    let by_hand = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let lines = if by_hand {
        Person::at_the_terminal(Arc::clone(&door)).map(|person| Lines::Terminal(Box::new(person)))
    } else {
        Ok(Lines::Piped(std::io::stdin().lock()))
    };
    let talked = match lines {
        Ok(lines) => {
            let folder = Folder::new(files.unwrap_or_else(|| PathBuf::from(".")));
            let (output, zone) = (std::io::stdout(), TimeZone::system());
            let store = config.database_file();
            chat(Chat { door, lines, output, folder, store, columns, zone }).await
        }
        Err(error) => Err(error),
    };
    let closed = store.close().await;
    finish(talked)?;
    Ok(closed?)
}

/// Columns of the terminal that is written to.
fn columns() -> usize {
    let size = terminal_size::terminal_size_of(std::io::stdout());
    size.map(|(width, _)| usize::from(width.0)).filter(|width| *width > 0).unwrap_or(USUAL_WIDTH)
}

/// A folder that is there.
fn a_folder(path: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(path);
    if path.is_dir() { Ok(path) } else { Err("there is no such folder; make it first".into()) }
}

/// A reader that went away ends the program quietly; any other failure is said.
fn finish(result: std::io::Result<()>) -> Result<(), Exit> {
    match result {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Exit::Streams(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Logs to standard error, within what may be logged at all.
fn start_log(config: Option<&Config>) {
    use tracing_subscriber::layer::{Layer, SubscriberExt};
    use tracing_subscriber::util::SubscriberInitExt;

    let filter = log_filter(config.and_then(|config| config.rust_log.as_deref()));
    let layer = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_filter(filter);
    // A second start in one process (tests) keeps the first log.
    tracing_subscriber::registry().with(layer).try_init().ok();
    keep_text_out_of_panics();
}
