//! The one door: [`App::handle`] takes a [`Request`] and a moment and gives a
//! [`crate::reply::Reply`].
//!
//! Owns the order of things: load the user's documents, decide, make it durable, answer.
//! Nothing is acknowledged before it is durable, and a request has its effect once.
//! Must not know Discord, a terminal, or the clock.

mod account;
mod command;
mod complete;
mod desk;
mod forms;
mod links;
mod material;
mod outcome;
mod pages;
mod request;
mod route;
mod tables;
mod talk;
#[cfg(test)]
pub(crate) mod tests;
mod walk;
mod wishes;
mod words;

pub use command::{Command, GROUPS, ON_MESSAGE, OptionKind, OptionSpec, Options, Suggested, UnknownCommand};
pub use request::{Body, Brought, Request, Venue};
pub use walk::asked_for;

use std::sync::Arc;

use jiff::Timestamp;

use crate::market::Bands;
use crate::playbook::Catalogue;
use crate::price::SharePrices;
use crate::reply::{Reply, Verb};
use crate::store::{Committed, Store, StoreError};
use account::Account;
use desk::{Desk, Quote};
use route::Decision;
use tables::Tables;
use words::refusals;

/// The bot without a shell.
pub struct App {
    store: Arc<dyn Store>,
    bands: Arc<Bands>,
    catalogue: Arc<Catalogue>,
    tables: &'static Tables,
    prices: Option<Arc<dyn SharePrices>>,
}

impl App {
    /// A bot over a store, with its bands and scripts.
    pub fn new(store: Arc<dyn Store>, bands: impl Into<Arc<Bands>>, catalogue: impl Into<Arc<Catalogue>>) -> Self {
        Self { store, bands: bands.into(), catalogue: catalogue.into(), tables: Tables::shipped(), prices: None }
    }

    /// With a source of share prices, asked only when a user presses for one.
    #[must_use]
    pub fn with_prices(self, prices: Arc<dyn SharePrices>) -> Self {
        Self { prices: Some(prices), ..self }
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
                Reply::Show(refusals::not_saved(&error))
            }
        }
    }

    async fn answer(&self, request: &Request, now: Timestamp) -> Result<Reply, StoreError> {
        let documents = self.store.load(request.user).await?;
        let mut account = Account::read(&documents);
        if let (Body::Opened, Some(channel)) = (&request.body, request.direct_channel) {
            self.store.commit(request.user, account.opened(request.id, channel)).await?;
            return Ok(Reply::Nothing);
        }
        let quote = match &self.prices {
            None => Quote::NoSource,
            Some(prices) if wants_a_price(&request.body) => Quote::Answered(prices.price(now).await),
            Some(_) => Quote::NotAsked,
        };
        let mut desk = Desk {
            bands: &self.bands,
            catalogue: &self.catalogue,
            tables: self.tables,
            quote,
            account: &mut account,
            venue: request.venue,
            now,
        };
        let reply = match route::decide(&mut desk, request) {
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

/// Whether a request asks the source of share prices: only a press on its button does.
fn wants_a_price(body: &Body) -> bool {
    matches!(body, Body::Press(press) if press.action.verb == Verb::Price)
}
