//! Telling Discord in time that an answer is coming, and the user where it takes long.
//!
//! Owns the race between an answer and its time limit: exactly one of "the answer" and
//! "later" is an interaction's first answer. Must not know what is answered.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::task::JoinHandle;

use super::render::Rendered;
use super::rest::{Failure, Rest, Unreached};
use super::wire::Callback;

/// A promise to say "later" once some time has passed; taken back where it is dropped.
pub(super) struct Deferral {
    first_answer: Arc<AtomicBool>,
    stopped: Arc<Notify>,
    later: Option<JoinHandle<Result<(), Failure>>>,
}

impl Deferral {
    /// Starts the clock. Where the answer still isn't there after twice as long again, `notice`
    /// stands in its place until it is.
    pub(super) fn after(
        patience: Duration,
        rest: &Rest,
        id: u64,
        token: &str,
        (later, notice): (Callback<'static>, Option<Rendered>),
    ) -> Self {
        let (first_answer, stopped) = (Arc::new(AtomicBool::new(false)), Arc::new(Notify::new()));
        let (claim, rest, token) = (Arc::clone(&first_answer), rest.clone(), token.to_owned());
        let told_to_stop = Arc::clone(&stopped);
        let later = tokio::spawn(async move {
            tokio::time::sleep(patience).await;
            if claim.swap(true, Ordering::AcqRel) {
                return Ok(());
            }
            rest.callback(id, &token, &later, None).await?;
            if let Some(notice) = notice {
                tokio::select! {
                    () = told_to_stop.notified() => {}
                    () = tokio::time::sleep(patience * 2) => drop(rest.edit(&token, &notice).await),
                }
            }
            Ok(())
        });
        Self { first_answer, stopped, later: Some(later) }
    }

    /// Stops the clock. `None` where the first answer is still to be given; else how saying
    /// "later" went.
    pub(super) async fn stop(mut self) -> Option<Result<(), Failure>> {
        let later = self.later.take()?;
        if self.first_answer.swap(true, Ordering::AcqRel) {
            // A notice that is on its way stands there first, and is then replaced.
            self.stopped.notify_one();
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
