//! A store in memory, for tests and previews, and the reference the others are compared with.
//!
//! Owns nothing durable. Must not be used where an answer has to survive a restart.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;

use super::claim::{COUNTERS_KEPT, Claim, FIRST_SNOWFLAKE};
use super::{Awaiting, Change, Committed, Documents, Fault, SqliteCode, Store, StoreError};
use crate::user::UserId;

/// Keeps documents for as long as the process lives; for tests and previews.
#[derive(Debug, Default)]
pub struct MemoryStore {
    kept: Mutex<Kept>,
    failing: AtomicBool,
}

#[derive(Debug, Default)]
struct Kept {
    users: BTreeMap<UserId, User>,
    effects: BTreeSet<Claim>,
    settings: BTreeMap<String, String>,
    closed: bool,
}

#[derive(Debug, Default)]
struct User {
    documents: Arc<Documents>,
    awaiting: Option<Awaiting>,
}

impl MemoryStore {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on makes every write fail, or succeed again; for tests and previews of a full disk.
    pub fn fail_writes(&self, fail: bool) {
        self.failing.store(fail, Ordering::SeqCst);
    }

    fn reading(&self) -> Result<MutexGuard<'_, Kept>, StoreError> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.closed { Err(StoreError::Read(Fault::Closed)) } else { Ok(kept) }
    }

    fn writing(&self) -> Result<MutexGuard<'_, Kept>, StoreError> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.closed {
            return Err(StoreError::Write(Fault::Closed));
        }
        if self.failing.load(Ordering::SeqCst) {
            return Err(StoreError::Write(Fault::Sqlite(SqliteCode::FULL)));
        }
        Ok(kept)
    }
}

impl Kept {
    fn claim(&mut self, claim: Claim) -> Committed {
        if !self.effects.insert(claim) {
            return Committed::Before;
        }
        if let Some(oldest) = claim.oldest_kept() {
            self.effects.retain(|other| {
                other.owner != claim.owner || other.request < FIRST_SNOWFLAKE || other.request >= oldest
            });
        } else {
            let counters = Claim { request: 0, ..claim }..Claim { request: FIRST_SNOWFLAKE, ..claim };
            if self.effects.range(counters.clone()).count() > COUNTERS_KEPT
                && let Some(oldest) = self.effects.range(counters).next().copied()
            {
                self.effects.remove(&oldest);
            }
        }
        Committed::Done
    }
}

#[async_trait]
impl Store for MemoryStore {
    async fn load(&self, user: UserId) -> Result<Arc<Documents>, StoreError> {
        Ok(self.reading()?.users.get(&user).map(|user| Arc::clone(&user.documents)).unwrap_or_default())
    }

    async fn commit(&self, user: UserId, change: Change) -> Result<Committed, StoreError> {
        let mut kept = self.writing()?;
        if kept.claim(Claim::of(user, change.request)) == Committed::Before {
            return Ok(Committed::Before);
        }
        let user = kept.users.entry(user).or_default();
        Arc::make_mut(&mut user.documents).apply(&change);
        user.awaiting = change.awaiting.or(user.awaiting);
        Ok(Committed::Done)
    }

    async fn forget(&self, user: UserId, request: u64) -> Result<Committed, StoreError> {
        let mut kept = self.writing()?;
        let committed = kept.claim(Claim::of(user, request));
        if committed == Committed::Done {
            kept.users.remove(&user);
        }
        Ok(committed)
    }

    async fn awaiting(&self) -> Result<Vec<(UserId, u64, u64)>, StoreError> {
        let awaiting = |(id, user): (&UserId, &User)| {
            let awaiting = user.awaiting?;
            Some((*id, awaiting.channel?, awaiting.message))
        };
        Ok(self.reading()?.users.iter().filter_map(awaiting).collect())
    }

    async fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.reading()?.settings.get(key).cloned())
    }

    async fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.writing()?.settings.insert(key.into(), value.into());
        Ok(())
    }

    async fn check_writable(&self) -> Result<(), StoreError> {
        self.writing().map(drop)
    }

    async fn close(&self) -> Result<(), StoreError> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        Ok(())
    }
}
