//! Where documents are kept: one per user, one per offer, as JSON text the store
//! does not look into (so that it can later be encrypted whole).
//!
//! Owns durability and doing a request's effect once. Must not know what a document says.

mod cache;
mod claim;
mod documents;
mod error;
#[cfg(test)]
mod memory;
mod rehearsal;
mod sqlite;
#[cfg(test)]
mod tests;

pub use cache::Cached;
pub use documents::{Awaiting, Change, Committed, Documents};
#[cfg(test)]
pub use error::SqliteCode;
pub use error::{Fault, StoreError, Unopened};
#[cfg(test)]
pub use memory::MemoryStore;
pub use rehearsal::Rehearsed;
pub use sqlite::SqliteStore;

use std::sync::Arc;

use async_trait::async_trait;

use crate::user::UserId;

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
