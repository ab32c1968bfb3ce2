//! Stand-ins for what is behind the shell: a door that follows a script, a store in memory.

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use counteroffer::Door;
use counteroffer::Press;
use counteroffer::Reply;
use counteroffer::UserId;
use counteroffer::{Body, Request};
use counteroffer::{Change, Committed, Documents, Store, StoreError};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use jiff::Timestamp;

/// A door that answers as told and remembers what it was asked.
pub struct Script {
    asked: Mutex<Vec<Request>>,
    answer: Box<dyn Fn(Request) -> BoxFuture<'static, Reply> + Send + Sync>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Script {
    /// Answers at once.
    pub fn of(answer: impl Fn(Request) -> Reply + Send + Sync + 'static) -> Arc<Self> {
        Self::slow(move |request| std::future::ready(answer(request)))
    }

    /// Answers once a future is ready.
    pub fn slow<F: Future<Output = Reply> + Send + 'static>(
        answer: impl Fn(Request) -> F + Send + Sync + 'static,
    ) -> Arc<Self> {
        Arc::new(Self { asked: Mutex::default(), answer: Box::new(move |request| answer(request).boxed()) })
    }

    /// All requests, in the order in which they came through the door.
    pub fn asked(&self) -> Vec<Request> {
        locked(&self.asked).clone()
    }
}

impl Door for Script {
    async fn handle(&self, request: Request, _: Timestamp) -> Reply {
        locked(&self.asked).push(request.clone());
        (self.answer)(request).await
    }
}

/// The press of a button, a choice or a form.
pub fn press_of(request: &Request) -> Option<&Press> {
    match &request.body {
        Body::Press(press) | Body::Choose(press, _) | Body::Submit(press, _) => Some(press),
        _ => None,
    }
}

/// A store that keeps what the shell itself keeps.
#[derive(Default)]
pub struct Shelf {
    settings: Mutex<HashMap<String, String>>,
    pub awaiting: Mutex<Vec<(UserId, u64, u64)>>,
}

#[async_trait]
impl Store for Shelf {
    async fn load(&self, _: UserId) -> Result<Arc<Documents>, StoreError> {
        Ok(Arc::default())
    }

    async fn commit(&self, _: UserId, _: Change) -> Result<Committed, StoreError> {
        Ok(Committed::Done)
    }

    async fn forget(&self, _: UserId, _: u64) -> Result<Committed, StoreError> {
        Ok(Committed::Done)
    }

    async fn awaiting(&self) -> Result<Vec<(UserId, u64, u64)>, StoreError> {
        Ok(locked(&self.awaiting).clone())
    }

    async fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(locked(&self.settings).get(key).cloned())
    }

    async fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        locked(&self.settings).insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    async fn check_writable(&self) -> Result<(), StoreError> {
        Ok(())
    }

    async fn close(&self) -> Result<(), StoreError> {
        Ok(())
    }
}
