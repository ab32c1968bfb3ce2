//! Documents of recent users in memory, in front of a store.
//!
//! Owns that memory never disagrees with the store: a user's entry is taken out before a write and
//! comes back only after the store said it is durable. Must not know what a document says.

mod recent;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use async_trait::async_trait;
use tokio::sync::{Mutex, MutexGuard};

use self::recent::Recent;
use super::{Change, Committed, Documents, Fault, Store, StoreError};
use crate::user::UserId;

/// Locks for reading from the store and writing to it: users that share one wait for each other.
const LANES: usize = 256;

/// How much the cache may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Users.
    pub users: usize,
    /// Bytes of their documents, with what keeping them costs.
    pub bytes: usize,
}

impl Default for Bound {
    /// 10,000 users and 32 MiB: a user's documents are about 2 KiB, and the store has the rest.
    fn default() -> Self {
        Self { users: 10_000, bytes: 32 * 1024 * 1024 }
    }
}

/// A store with the documents of recent users in memory.
#[derive(Debug)]
pub struct Cached<S> {
    shared: Arc<Shared<S>>,
}

#[derive(Debug)]
struct Shared<S> {
    store: S,
    recent: Recent,
    lanes: Box<[Mutex<()>]>,
}

impl<S: Store + 'static> Cached<S> {
    /// A cache of the default size in front of a store.
    pub fn new(store: S) -> Self {
        Self::with_bound(store, Bound::default())
    }

    /// A cache of another size.
    pub fn with_bound(store: S, bound: Bound) -> Self {
        let lanes = std::iter::repeat_with(Mutex::default).take(LANES).collect();
        Self { shared: Arc::new(Shared { store, recent: Recent::new(bound), lanes }) }
    }

    /// How many users are in memory now.
    pub fn users(&self) -> usize {
        self.shared.recent.users()
    }

    /// How many bytes that costs, about.
    pub fn bytes(&self) -> usize {
        self.shared.recent.bytes()
    }

    /// Writes in a task of its own: when the caller is cancelled in the middle, the lane stays taken
    /// until the store has answered, so that nobody reads what is about to change into the cache.
    async fn write(&self, user: UserId, write: Write) -> Result<Committed, StoreError> {
        let shared = Arc::clone(&self.shared);
        let written = tokio::spawn(async move { shared.write(user, write).await });
        written.await.unwrap_or_else(|_| Err(StoreError::Write(Fault::BrokeOff)))
    }
}

enum Write {
    Commit(Change),
    Forget(u64),
}

/// A user's lane: by the milliseconds in a snowflake, which spread evenly, and by the low bits,
/// so that small numbers differ too. The same in every run: who shares a lane is no matter of chance.
fn lane_of(user: UserId) -> usize {
    usize::try_from((user.0 ^ (user.0 >> 22)) % LANES as u64).unwrap_or_default()
}

impl<S: Store> Shared<S> {
    async fn lane(&self, user: UserId) -> MutexGuard<'_, ()> {
        self.lanes[lane_of(user)].lock().await
    }

    async fn load(&self, user: UserId) -> Result<Arc<Documents>, StoreError> {
        if let Some(documents) = self.recent.get(user) {
            return Ok(documents);
        }
        let _lane = self.lane(user).await;
        if let Some(documents) = self.recent.get(user) {
            return Ok(documents);
        }
        let documents = self.store.load(user).await?;
        self.recent.insert(user, Arc::clone(&documents));
        Ok(documents)
    }

    async fn write(&self, user: UserId, write: Write) -> Result<Committed, StoreError> {
        let _lane = self.lane(user).await;
        let taken = self.recent.take(user);
        match write {
            Write::Forget(request) => self.store.forget(user, request).await,
            Write::Commit(change) => match taken {
                Some(documents) => self.commit_over(user, change, documents).await,
                None => self.store.commit(user, change).await,
            },
        }
    }

    async fn commit_over(
        &self,
        user: UserId,
        change: Change,
        mut documents: Arc<Documents>,
    ) -> Result<Committed, StoreError> {
        let committed = self.store.commit(user, change.clone()).await?;
        if committed == Committed::Done {
            Arc::make_mut(&mut documents).apply(&change);
            self.recent.insert(user, documents);
        }
        Ok(committed)
    }
}

#[async_trait]
impl<S: Store + 'static> Store for Cached<S> {
    async fn load(&self, user: UserId) -> Result<Arc<Documents>, StoreError> {
        self.shared.load(user).await
    }

    async fn commit(&self, user: UserId, change: Change) -> Result<Committed, StoreError> {
        self.write(user, Write::Commit(change)).await
    }

    async fn forget(&self, user: UserId, request: u64) -> Result<Committed, StoreError> {
        self.write(user, Write::Forget(request)).await
    }

    async fn awaiting(&self) -> Result<Vec<(UserId, u64, u64)>, StoreError> {
        self.shared.store.awaiting().await
    }

    async fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.shared.store.setting(key).await
    }

    async fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.shared.store.set_setting(key, value).await
    }

    async fn check_writable(&self) -> Result<(), StoreError> {
        self.shared.store.check_writable().await
    }

    async fn close(&self) -> Result<(), StoreError> {
        self.shared.store.close().await
    }
}
