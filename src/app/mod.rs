//! The one door: [`App::handle`] takes a [`Request`] and a moment and gives a
//! [`crate::reply::Reply`].
//!
//! Owns the order of things: load the user's documents, decide, make it durable, answer.
//! Nothing is acknowledged before it is durable, and a request has its effect once.
//! Must not know Discord, a terminal, or the clock.

mod about;
mod account;
mod analysis_card;
mod answers;
mod asks;
mod commands;
mod complete;
mod conversation;
mod counter_card;
mod decide;
mod ladder_card;
mod leave_card;
mod offers;
mod packages_card;
mod press;
mod prompt;
mod questions;
mod request;
mod scripts;
#[cfg(test)]
mod tests;
mod what_if_card;
mod what_if_text;

pub use commands::{COMMANDS, CommandSpec, GROUPS, OptionKind, OptionSpec};
pub use press::{Action, Press, UnknownPress, Verb};
pub use request::{Body, Request, UserId, Venue};

use std::sync::Arc;

use jiff::Timestamp;

use crate::market::Bands;
use crate::playbook::Catalogue;
use crate::reply::{Card, Reply};
use crate::store::{Committed, Store, StoreError};
use account::Account;
use decide::Decision;

/// The bot without a shell.
pub struct App {
    store: Arc<dyn Store>,
    bands: Bands,
    catalogue: Catalogue,
}

impl App {
    /// A bot over a store, with its bands and scripts.
    pub fn new(store: Arc<dyn Store>, bands: Bands, catalogue: Catalogue) -> Self {
        Self { store, bands, catalogue }
    }

    /// Answers one request. Whatever it changes is durable before this returns; where it
    /// can't be made durable, the reply says so and nothing is changed.
    ///
    /// Requests of one user must come one at a time, in the order of their ids.
    pub async fn handle(&self, request: Request, now: Timestamp) -> Reply {
        match self.answer(&request, now).await {
            Ok(reply) => reply,
            Err(error) => {
                tracing::error!(request = request.id, %error, "the store failed");
                not_saved(&error)
            }
        }
    }

    async fn answer(&self, request: &Request, now: Timestamp) -> Result<Reply, StoreError> {
        let documents = self.store.load(request.user).await?;
        let mut account = Account::read(&documents);
        let reply = match decide::decide(&self.bands, &self.catalogue, &mut account, request, now) {
            Decision::Answer(reply) => reply,
            Decision::Forget(reply) => {
                return Ok(match self.store.forget(request.user, request.id).await? {
                    Committed::Done => reply,
                    Committed::Before => Reply::Nothing,
                });
            }
        };
        let Some(change) = account.change(&documents, request.id, request.direct_channel) else {
            return Ok(reply);
        };
        Ok(match self.store.commit(request.user, change).await? {
            Committed::Done => reply,
            Committed::Before => Reply::Nothing,
        })
    }
}

fn not_saved(error: &StoreError) -> Reply {
    let text = match error {
        StoreError::Read(_) => {
            "I can't reach my notes right now, so I can't answer that. Nothing is lost; try again in a minute."
        }
        _ => "Not saved: my store can't be written to right now. Nothing was changed; send that again in a minute.",
    };
    Reply::Show(Card::text(text))
}
