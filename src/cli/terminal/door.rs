//! The door as a terminal uses it: one user, requests numbered by the clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;

use crate::app::{App, Body, Request, Venue};
use crate::reply::Reply;
use crate::user::UserId;
use crate::words::Locale;

/// The one user of a terminal.
const USER: UserId = UserId(1);

/// The app, its one user, and the clock.
pub(in crate::cli) struct Door {
    app: Arc<App>,
    clock: Box<dyn Fn() -> Timestamp + Send + Sync>,
    last: AtomicU64,
}

impl Door {
    /// A door to an app, with a clock.
    pub(in crate::cli) fn new(app: Arc<App>, clock: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { app, clock: Box::new(clock), last: AtomicU64::new(0) }
    }

    /// The moment.
    pub(in crate::cli) fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// Asks for an answer.
    pub(in crate::cli) async fn ask(&self, body: Body) -> Reply {
        let now = self.now();
        let request = Request {
            id: self.number(now),
            user: USER,
            venue: Venue::Direct,
            direct_channel: None,
            locale: Locale::default(),
            body,
        };
        self.app.handle(request, now).await
    }

    /// Rising with time across restarts, as the store does each number once.
    fn number(&self, now: Timestamp) -> u64 {
        let moment = u64::try_from(now.as_microsecond()).unwrap_or_default();
        let next = |last: u64| moment.max(last + 1);
        let last = self.last.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| Some(next(last)));
        next(last.unwrap_or_else(|last| last))
    }
}
