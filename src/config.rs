//! What the environment says: token, addresses, files, logging.
//!
//! Owns reading and checking variables; each problem is one sentence with its fix. Must
//! not open anything. What is secret can't be printed.

mod names;

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use data_encoding::BASE64URL_NOPAD;
use tracing::{Level, Metadata, Subscriber};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::{FilterExt, LevelFilter, ParseError, filter_fn};
use tracing_subscriber::layer::Filter;
use tracing_subscriber::registry::LookupSpan;

pub use names::{names_in_use, slips};

use crate::price::{PriceError, PriceSource};

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
    /// The program that takes files apart; the one that runs where there is none. For tests.
    pub reads_files: Option<PathBuf>,
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

/// What is wrong with one variable: a sentence with its fix.
#[derive(Debug, thiserror::Error)]
pub enum BadVariable {
    /// `DISCORD_TOKEN`.
    #[error("DISCORD_TOKEN holds spaces, quotes or other signs that no token has; set it to the token alone")]
    Token,
    /// `DISCORD_TOKEN`, of a shape that Discord gives to none.
    #[error(
        "DISCORD_TOKEN is no bot token: those are three parts with dots between them, which the id, the public key and \
         the client secret of an application are not; get it at https://discord.com/developers/applications: open your \
         application, its page \"Bot\", press \"Reset Token\" and copy all of what is shown"
    )]
    TokenShape,
    /// `COUNTEROFFER_SECRET`.
    #[error(
        "COUNTEROFFER_SECRET is too short to protect anything; use at least {SHORTEST_SECRET} characters, or unset it"
    )]
    Secret,
    /// `DISCORD_API_BASE`.
    #[error(
        "DISCORD_API_BASE must be on this machine and have a port and no path, like http://127.0.0.1:4010; \
         unset it to use Discord itself"
    )]
    ApiBase,
    /// `DATABASE_URL`.
    #[error("DATABASE_URL must name a SQLite file, like sqlite://counteroffer.db")]
    Database,
    /// `PRICE_URL`.
    #[error(transparent)]
    PriceUrl(#[from] PriceError),
    /// `RUST_LOG`.
    #[error("RUST_LOG can't be read; write it like info, or like info,counteroffer=debug")]
    Log(#[source] ParseError),
}

/// Everything that is wrong with the environment, a sentence each.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct ConfigError(pub Vec<BadVariable>);

/// A value where the variable is sound; else its problem is noted and there is none.
fn noted<T>(problems: &mut Vec<BadVariable>, read: Result<T, BadVariable>) -> Option<T> {
    read.map_err(|problem| problems.push(problem)).ok()
}

impl Config {
    /// Reads the environment of the process.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::read(|name| std::env::var(name).ok())
    }

    /// The file that [`Config::database`] is, wherever the program was started: as people look for it.
    pub fn database_file(&self) -> PathBuf {
        std::path::absolute(&self.database).unwrap_or_else(|_| self.database.clone())
    }

    /// Reads variables; an empty one counts as unset.
    pub fn read(variable: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let given = |name: &str| variable(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let mut problems = Vec::new();
        // A Discord on this machine may give tokens of its own.
        let shape = if given("DISCORD_API_BASE").is_some() { TokenShape::Any } else { TokenShape::Discords };
        let token = noted(&mut problems, given("DISCORD_TOKEN").map(|text| read_token(&text, shape)).transpose());
        let secret = noted(&mut problems, given("COUNTEROFFER_SECRET").map(read_secret).transpose());
        let api_base = noted(&mut problems, given("DISCORD_API_BASE").map(|text| read_base(&text)).transpose());
        let database = given("DATABASE_URL").map_or_else(|| Ok(DATABASE.into()), |url| read_database(&url));
        let database = noted(&mut problems, database);
        let price_url = noted(&mut problems, given("PRICE_URL").map(read_price_url).transpose());
        let rust_log = noted(&mut problems, given("RUST_LOG").map(read_log).transpose());
        match (token, secret, api_base, database, price_url, rust_log) {
            (Some(token), Some(secret), Some(api_base), Some(database), Some(price_url), Some(rust_log)) => Ok(Self {
                token,
                api_base,
                database,
                bands: given("BANDS_DIR").map(PathBuf::from),
                secret,
                price_url,
                rust_log,
                patience: PATIENCE,
                reads_files: None,
            }),
            _ => Err(ConfigError(problems)),
        }
    }
}

/// What a token has to look like.
#[derive(Clone, Copy)]
enum TokenShape {
    Discords,
    Any,
}

fn read_token(text: &str, shape: TokenShape) -> Result<Secret, BadVariable> {
    let token = text.strip_prefix("Bot ").unwrap_or(text);
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'') || !c.is_ascii();
    match shape {
        _ if token.contains(odd) => Err(BadVariable::Token),
        TokenShape::Discords if !is_like_discords(token) => Err(BadVariable::TokenShape),
        TokenShape::Discords | TokenShape::Any => Ok(Secret(token.to_owned())),
    }
}

/// Whether a token is three parts of base64url, the first of them an id: who it belongs to.
fn is_like_discords(token: &str) -> bool {
    let parts: Vec<&str> = token.split('.').collect();
    let [id, time, proof] = parts.as_slice() else { return false };
    let of_base64 = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    let id = BASE64URL_NOPAD.decode(id.as_bytes()).unwrap_or_default();
    !id.is_empty() && id.iter().all(u8::is_ascii_digit) && of_base64(time) && of_base64(proof)
}

fn read_secret(text: String) -> Result<Secret, BadVariable> {
    if text.chars().count() < SHORTEST_SECRET { Err(BadVariable::Secret) } else { Ok(Secret(text)) }
}

/// Makes a source of it and asks it nothing.
fn read_price_url(text: String) -> Result<Secret, BadVariable> {
    PriceSource::new(&text)?;
    Ok(Secret(text))
}

fn read_log(text: String) -> Result<String, BadVariable> {
    text.parse::<EnvFilter>().map_err(BadVariable::Log)?;
    Ok(text)
}

fn read_base(text: &str) -> Result<ApiBase, BadVariable> {
    let base = text.strip_suffix('/').unwrap_or(text);
    let address = base.strip_prefix("http://").filter(|address| !address.contains(['/', '?', '#', '@']));
    let has_port = address.and_then(port).is_some();
    if has_port && is_loopback(base) { Ok(ApiBase(base.to_owned())) } else { Err(BadVariable::ApiBase) }
}

fn read_database(url: &str) -> Result<PathBuf, BadVariable> {
    let file = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")).unwrap_or(url);
    let file = file.split('?').next().unwrap_or_default();
    let named = !file.is_empty() && !file.contains("://") && !file.contains(":memory:");
    if named { Ok(file.into()) } else { Err(BadVariable::Database) }
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
