//! Telling Discord in time that an answer is coming.
//!
//! Owns the race between an answer and its time limit: exactly one of "the answer" and
//! "later" is an interaction's first answer. Must not know what is answered.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::task::JoinHandle;

use super::rest::{Failure, Rest, Unreached};
use super::wire::Callback;

/// A promise to say "later" once some time has passed; taken back where it is dropped.
pub(super) struct Deferral {
    first_answer: Arc<AtomicBool>,
    later: Option<JoinHandle<Result<(), Failure>>>,
}

impl Deferral {
    /// Starts the clock.
    pub(super) fn after(patience: Duration, rest: &Rest, id: u64, token: &str, later: Callback<'static>) -> Self {
        let first_answer = Arc::new(AtomicBool::new(false));
        let (claim, rest, token) = (Arc::clone(&first_answer), rest.clone(), token.to_owned());
        let later = tokio::spawn(async move {
            tokio::time::sleep(patience).await;
            if claim.swap(true, Ordering::AcqRel) {
                return Ok(());
            }
            rest.callback(id, &token, &later, None).await
        });
        Self { first_answer, later: Some(later) }
    }

    /// Stops the clock. `None` where the first answer is still to be given; else how saying
    /// "later" went.
    pub(super) async fn stop(mut self) -> Option<Result<(), Failure>> {
        let later = self.later.take()?;
        if self.first_answer.swap(true, Ordering::AcqRel) {
            return Some(later.await.unwrap_or(Err(Failure::Unreachable(Unreached::BrokeOff))));
        }
        later.abort();
        None
    }
}

impl Drop for Deferral {
    fn drop(&mut self) {
        if let Some(later) = self.later.take().filter(|_| !self.first_answer.swap(true, Ordering::AcqRel)) {
            later.abort();
        }
    }
}
