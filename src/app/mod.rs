//! The one door: [`App::handle`] takes a [`Request`] and a moment and gives a
//! [`crate::reply::Reply`].
//!
//! Owns the order of things: load the user's documents, step, make it durable, answer.
//! Must not know Discord, a terminal, or the clock.

mod commands;
mod press;
mod request;

pub use commands::{COMMANDS, CommandSpec, GROUPS, OptionKind, OptionSpec};
pub use press::{Action, Press, UnknownPress, Verb};
pub use request::{Body, Request, UserId, Venue};

use std::sync::Arc;

use jiff::Timestamp;

use crate::market::Bands;
use crate::reply::Reply;
use crate::store::Store;

/// The bot without a shell.
pub struct App {
    store: Arc<dyn Store>,
    bands: Bands,
}

impl App {
    /// A bot over a store and bands.
    pub fn new(store: Arc<dyn Store>, bands: Bands) -> Self {
        Self { store, bands }
    }

    /// Answers one request. Whatever it changes is durable before this returns.
    pub async fn handle(&self, request: Request, now: Timestamp) -> Reply {
        let _ = (&self.store, &self.bands, request, now);
        Reply::Nothing
    }
}
