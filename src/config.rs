//! What the environment says: token, addresses, files, logging.
//!
//! Owns reading and checking variables; each problem is one sentence with its fix. Must
//! not open anything. What is secret can't be printed.

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use tracing::{Level, Metadata, Subscriber};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::{FilterExt, LevelFilter, filter_fn};
use tracing_subscriber::layer::Filter;
use tracing_subscriber::registry::LookupSpan;

use crate::price::PriceSource;

/// Where the store is kept unless `DATABASE_URL` says otherwise.
const DATABASE: &str = "counteroffer.db";
/// How long an interaction may wait before Discord is told that the answer comes later;
/// Discord itself waits 3 seconds.
const PATIENCE: Duration = Duration::from_millis(1500);
/// The shortest secret worth the name.
const SHORTEST_SECRET: usize = 16;

/// Everything that can be configured.
#[derive(Clone, Debug)]
pub struct Config {
    /// `DISCORD_TOKEN`; without it there is no bot, but there is a terminal.
    pub token: Option<Secret>,
    /// `DISCORD_API_BASE`: a Discord on this machine to use in place of the real one.
    pub api_base: Option<ApiBase>,
    /// The file that `DATABASE_URL` names.
    pub database: PathBuf,
    /// `BANDS_DIR`: bands to use in place of those in the program.
    pub bands: Option<PathBuf>,
    /// `COUNTEROFFER_SECRET`: signs controls; without it the token does.
    pub secret: Option<Secret>,
    /// `PRICE_URL`: where share prices are asked for, at a press; secret, as it can carry a key.
    pub price_url: Option<Secret>,
    /// `RUST_LOG`: what is logged, within [`log_filter`].
    pub rust_log: Option<String>,
    /// How long an interaction may wait before Discord is told "later".
    pub patience: Duration,
}

/// A text that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The text itself, for the one place that needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

/// The address of a Discord on this machine: `http`, loopback, no path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiBase(String);

impl ApiBase {
    /// The address, without a slash at the end.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Everything that is wrong with the environment, a sentence each.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct ConfigError(pub Vec<String>);

impl Config {
    /// Reads the environment of the process.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::read(|name| std::env::var(name).ok())
    }

    /// Reads variables; an empty one counts as unset.
    pub fn read(variable: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let given = |name: &str| variable(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let mut problems = Vec::new();
        let mut sound = |checked: Result<(), String>| problems.extend(checked.err());
        let token = given("DISCORD_TOKEN").map(|text| text.strip_prefix("Bot ").unwrap_or(&text).to_owned());
        sound(token.as_deref().map_or(Ok(()), check_token));
        let secret = given("COUNTEROFFER_SECRET");
        sound(secret.as_deref().map_or(Ok(()), check_secret));
        let api_base = given("DISCORD_API_BASE").map(|text| parse_base(&text)).transpose();
        sound(api_base.as_ref().map(drop).map_err(Clone::clone));
        let database = given("DATABASE_URL").map_or_else(|| Ok(DATABASE.into()), |url| parse_database(&url));
        sound(database.as_ref().map(drop).map_err(Clone::clone));
        let price_url = given("PRICE_URL");
        sound(price_url.as_deref().map_or(Ok(()), check_price_url));
        let rust_log = given("RUST_LOG");
        sound(rust_log.as_deref().map_or(Ok(()), check_log));
        match (api_base, database) {
            (Ok(api_base), Ok(database)) if problems.is_empty() => Ok(Self {
                token: token.map(Secret),
                api_base,
                database,
                bands: given("BANDS_DIR").map(PathBuf::from),
                secret: secret.map(Secret),
                price_url: price_url.map(Secret),
                rust_log,
                patience: PATIENCE,
            }),
            _ => Err(ConfigError(problems)),
        }
    }
}

fn check_token(text: &str) -> Result<(), String> {
    let odd = text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'')) || !text.is_ascii();
    if odd {
        return Err(
            "DISCORD_TOKEN holds spaces, quotes or other signs that no token has; set it to the token alone".into()
        );
    }
    Ok(())
}

fn check_secret(text: &str) -> Result<(), String> {
    if text.chars().count() < SHORTEST_SECRET {
        return Err(format!(
            "COUNTEROFFER_SECRET is too short to protect anything; use at least {SHORTEST_SECRET} characters, or unset it"
        ));
    }
    Ok(())
}

/// Makes a source of it and asks it nothing.
fn check_price_url(text: &str) -> Result<(), String> {
    PriceSource::new(text).map(drop).map_err(|error| error.to_string())
}

fn check_log(text: &str) -> Result<(), String> {
    text.parse::<EnvFilter>()
        .map(drop)
        .map_err(|_| "RUST_LOG can't be read; write it like info, or like info,counteroffer=debug".to_owned())
}

fn parse_base(text: &str) -> Result<ApiBase, String> {
    let base = text.strip_suffix('/').unwrap_or(text);
    let address = base.strip_prefix("http://").filter(|address| !address.contains(['/', '?', '#', '@']));
    let has_port = address.and_then(port).is_some();
    if has_port && is_loopback(base) {
        return Ok(ApiBase(base.to_owned()));
    }
    Err("DISCORD_API_BASE must be on this machine and have a port and no path, like http://127.0.0.1:4010; \
         unset it to use Discord itself"
        .into())
}

fn parse_database(url: &str) -> Result<PathBuf, String> {
    let file = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")).unwrap_or(url);
    let file = file.split('?').next().unwrap_or_default();
    if file.is_empty() || file.contains("://") || file.contains(":memory:") {
        return Err("DATABASE_URL must name a SQLite file, like sqlite://counteroffer.db".into());
    }
    Ok(file.into())
}

fn port(address: &str) -> Option<u16> {
    address.rsplit_once(':').and_then(|(_, port)| port.parse().ok())
}

/// Whether a URL (`http`, `https`, `ws`, `wss`) names this machine.
pub fn is_loopback(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if !matches!(scheme, "http" | "https" | "ws" | "wss") || authority.contains('@') {
        return false;
    }
    let host = match authority.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// What may be logged, as `RUST_LOG` asks (by default `info`), but of others' crates no more
/// than warnings and of serenity's gateway nothing: its warnings hold whole events, and
/// below that there are tokens and bodies.
pub fn log_filter<S>(rust_log: Option<&str>) -> impl Filter<S> + use<S>
where
    S: Subscriber + for<'span> LookupSpan<'span>,
{
    let asked = rust_log.and_then(|text| text.parse().ok());
    asked.unwrap_or_else(|| EnvFilter::default().add_directive(LevelFilter::INFO.into())).and(filter_fn(may_be_logged))
}

fn may_be_logged(metadata: &Metadata<'_>) -> bool {
    let target = metadata.target();
    let of = |name: &str| target == name || target.strip_prefix(name).is_some_and(|rest| rest.starts_with("::"));
    if of("serenity::gateway") {
        return false;
    }
    of("counteroffer") || *metadata.level() <= Level::WARN
}

/// Makes panics say where they happened and nothing of what was being handled: their
/// messages can quote what a user typed.
pub fn keep_text_out_of_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panicked");
    }));
}

#[cfg(test)]
#[path = "config/tests.rs"]
mod tests;
