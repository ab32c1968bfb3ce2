//! Where documents are kept: one per user, one per offer, as JSON text the store
//! does not look into (so that it can later be encrypted whole).
//!
//! Owns durability and doing a request's effect once. Must not know what a document says.

use async_trait::async_trait;

use crate::app::UserId;

/// All that is kept of one user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documents {
    /// The user's own document, where there is one.
    pub user: Option<String>,
    /// Offers by number, ascending.
    pub offers: Vec<(u32, String)>,
}

/// What one request changes; all of it or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The request's id: a second commit with the same id changes nothing.
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

/// Why the store can't do what was asked. The displays never hold a document.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file (or its folder) can't be opened or created.
    #[error("the store {path} can't be opened: {reason}")]
    Open {
        /// The file.
        path: String,
        /// Why.
        reason: String,
    },
    /// It was written by a newer version of this program.
    #[error(
        "the store {path} was written by a newer version of this program; update it, or point DATABASE_URL at another file"
    )]
    Newer {
        /// The file.
        path: String,
    },
    /// A read failed.
    #[error("can't read from the store: {0}")]
    Read(String),
    /// A write failed; nothing of it is kept.
    #[error("can't write to the store: {0}")]
    Write(String),
}

/// Keeps documents. Every method is all or nothing.
#[async_trait]
pub trait Store: Send + Sync {
    /// All documents of a user; empty for an unknown one.
    async fn load(&self, user: UserId) -> Result<Documents, StoreError>;

    /// Makes a change durable before it returns.
    async fn commit(&self, user: UserId, change: Change) -> Result<Committed, StoreError>;

    /// Erases everything of a user, from the file too, not only from its index.
    async fn forget(&self, user: UserId) -> Result<(), StoreError>;

    /// Users with a question open in direct messages: user, channel, last message handled.
    async fn awaiting(&self) -> Result<Vec<(UserId, u64, u64)>, StoreError>;

    /// A setting of the program itself, for example the hash of the registered commands.
    async fn setting(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Keeps a setting of the program itself.
    async fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Whether a write would succeed now.
    async fn check_writable(&self) -> Result<(), StoreError>;
}
