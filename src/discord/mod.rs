//! The Discord shell: events in, answers out, nothing decided.
//!
//! Owns everything that is Discord's: commands as it takes them, ids of controls,
//! markdown, limits, ways of answering, the connection. Knows the door
//! ([`crate::app`]) and what can be shown ([`crate::reply`]); must not know an offer.
//! serenity is used here and nowhere else.
//!
//! An event comes in by `gateway`, is read by `incoming` (`custom_id` refuses what is not
//! the user's; `letters` says what of a message is a letter), waits in its user's lane
//! (`lanes`), gets its file by `files`, goes through the door in `answer`, and goes out by `render` (`embed`, `controls`, `escape`, `limits`, `wire`) and `rest`.

mod answer;
mod commands;
mod controls;
mod custom_id;
mod deferral;
mod embed;
mod escape;
mod files;
mod gateway;
mod incoming;
mod lanes;
mod letters;
mod limits;
mod render;
mod rest;
#[cfg(test)]
mod tests;
mod wire;
mod words;

use std::future::Future;

use jiff::Timestamp;

pub use gateway::{run, run_until};
pub use rest::Failure;

use crate::app::{App, Request};
use crate::reply::Reply;

/// What a shell asks: [`App`], or in tests of the shell a double of it.
pub trait Door: Send + Sync + 'static {
    /// Answers one request. Whatever it changes is durable before this returns.
    fn handle(&self, request: Request, now: Timestamp) -> impl Future<Output = Reply> + Send;
}

impl Door for App {
    async fn handle(&self, request: Request, now: Timestamp) -> Reply {
        Self::handle(self, request, now).await
    }
}

/// Why the bot can't run, or ended without being told to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// There is no token.
    #[error(
        "there is no bot token; set DISCORD_TOKEN to the one under Bot at https://discord.com/developers/applications"
    )]
    NoToken,
    /// Discord doesn't know the token.
    #[error(
        "Discord does not accept the bot token; reset it under Bot at https://discord.com/developers/applications and set DISCORD_TOKEN to the new one"
    )]
    Token,
    /// The intents are not allowed.
    #[error(
        "Discord does not allow this bot to receive direct messages; look at the intents under Bot at https://discord.com/developers/applications"
    )]
    Intents,
    /// A base on loopback led elsewhere.
    #[error(
        "DISCORD_API_BASE did not give a gateway on this machine, so nothing was sent there; start the server it names, or unset it to use Discord"
    )]
    NotLoopback,
    /// The first calls failed.
    #[error("can't start: {0}; try again once https://discordstatus.com shows no trouble")]
    Rest(#[source] Failure),
    /// The connection ended though nobody asked for it.
    #[error("the connection to Discord ended and did not come back; start again")]
    Ended(#[source] Option<Failure>),
}

impl StartError {
    /// The exit code: 78 (`EX_CONFIG`) where a restart can't help, else 1.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NoToken | Self::Token | Self::Intents | Self::NotLoopback => 78,
            Self::Rest(_) | Self::Ended(_) => 1,
        }
    }
}
