//! Where documents are kept: one per user, one per offer, as JSON text the store
//! does not look into (so that it can later be encrypted whole).
//!
//! Owns durability and doing a request's effect once. Must not know what a document says.

mod cache;
mod claim;
#[cfg(test)]
mod conformance;
mod error;
mod memory;
mod sqlite;

pub use cache::{Bound, Cached};
pub use error::{Fault, SqliteCode, StoreError, Unopened};
pub use memory::MemoryStore;
pub use sqlite::SqliteStore;

use std::sync::Arc;

use async_trait::async_trait;

use crate::user::UserId;

/// All that is kept of one user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documents {
    /// The user's own document, where there is one.
    pub user: Option<String>,
    /// Offers by number, ascending.
    pub offers: Vec<(u32, String)>,
}

impl Documents {
    /// Replaces what a change replaces, as every store does it.
    pub fn apply(&mut self, change: &Change) {
        if let Some(document) = &change.user {
            self.user = Some(document.clone());
        }
        for (number, document) in &change.offers {
            match (self.offers.binary_search_by_key(number, |(number, _)| *number), document) {
                (Ok(at), Some(document)) => self.offers[at].1.clone_from(document),
                (Ok(at), None) => drop(self.offers.remove(at)),
                (Err(at), Some(document)) => self.offers.insert(at, (*number, document.clone())),
                (Err(_), None) => {}
            }
        }
    }
}

/// What one request changes; all of it or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The request's id: a second commit with the same id changes nothing. Ids shaped like Discord's
    /// (2^58 and above) are remembered for two days of their own time, whoever sent them; lower ones
    /// are counters, of which the last 1,000 of each user are remembered, also from earlier runs.
    pub request: u64,
    /// The user's new document; `None` leaves the old one.
    pub user: Option<String>,
    /// New documents of offers; `None` deletes that offer.
    pub offers: Vec<(u32, Option<String>)>,
    /// Whether a question is open, and in which direct-message channel it was asked.
    pub awaiting: Option<Awaiting>,
}

/// What a restarted shell needs to catch up with a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaiting {
    /// The direct-message channel; `None` once nothing is awaited there.
    pub channel: Option<u64>,
    /// The last message of that channel that had its effect.
    pub message: u64,
}

/// How a commit went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Committed {
    /// It is durable.
    Done,
    /// The request had its effect before; nothing was changed now.
    Before,
}

/// Keeps documents. Every method is all or nothing.
#[async_trait]
pub trait Store: Send + Sync {
    /// All documents of a user; empty for an unknown one.
    async fn load(&self, user: UserId) -> Result<Arc<Documents>, StoreError>;

    /// Makes a change durable before it returns.
    async fn commit(&self, user: UserId, change: Change) -> Result<Committed, StoreError>;

    /// Erases everything of a user, from the file too, not only from its index, as the effect of
    /// `request`: a second delivery of that request erases nothing that was written since. Numbers of
    /// requests stay remembered. After an error the rows may be gone already while bytes of them are
    /// still in the file; the next `forget` of anyone, or the next start, removes those too.
    async fn forget(&self, user: UserId, request: u64) -> Result<Committed, StoreError>;

    /// Users with a question open in direct messages: user, channel, last message handled.
    async fn awaiting(&self) -> Result<Vec<(UserId, u64, u64)>, StoreError>;

    /// A setting of the program itself, for example the hash of the registered commands.
    async fn setting(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Keeps a setting of the program itself. Keys that begin with `store.` are the store's own.
    async fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Whether a write would succeed now; found out by writing.
    async fn check_writable(&self) -> Result<(), StoreError>;

    /// Finishes what is under way and closes the file; to be called once, when the shells have
    /// stopped. Later calls fail. A store that isn't closed loses nothing.
    async fn close(&self) -> Result<(), StoreError>;
}

#[async_trait]
impl<S: Store + ?Sized> Store for Arc<S> {
    async fn load(&self, user: UserId) -> Result<Arc<Documents>, StoreError> {
        (**self).load(user).await
    }

    async fn commit(&self, user: UserId, change: Change) -> Result<Committed, StoreError> {
        (**self).commit(user, change).await
    }

    async fn forget(&self, user: UserId, request: u64) -> Result<Committed, StoreError> {
        (**self).forget(user, request).await
    }

    async fn awaiting(&self) -> Result<Vec<(UserId, u64, u64)>, StoreError> {
        (**self).awaiting().await
    }

    async fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        (**self).setting(key).await
    }

    async fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        (**self).set_setting(key, value).await
    }

    async fn check_writable(&self) -> Result<(), StoreError> {
        (**self).check_writable().await
    }

    async fn close(&self) -> Result<(), StoreError> {
        (**self).close().await
    }
}
