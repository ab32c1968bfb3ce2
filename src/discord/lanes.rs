//! One lane per user: what a user does is handled in the order of its ids, one at a
//! time, and nobody waits for anybody else.
//!
//! Owns queues and their tasks. Must not know what a job does.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use dashmap::DashMap;
use dashmap::mapref::entry::Entry;
use serenity::FutureExt;
use tokio::sync::{Notify, watch};

use crate::user::UserId;

/// Jobs that may wait in one lane; more than a person can cause.
const LONGEST: usize = 100;

type Work = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The lanes of all users. Cloning is shallow.
#[derive(Clone, Default)]
pub(super) struct Lanes {
    shared: Arc<Shared>,
}

struct Shared {
    /// Jobs that wait, of the users that have a task at work. No guard of this map lives
    /// across an await: a job is taken out before it runs.
    waiting: DashMap<UserId, BinaryHeap<Reverse<Job>>>,
    /// Told whenever a lane ends.
    ended: Notify,
    /// Whether jobs may begin.
    open: watch::Sender<bool>,
}

impl Default for Shared {
    fn default() -> Self {
        Self { waiting: DashMap::new(), ended: Notify::new(), open: watch::Sender::new(true) }
    }
}

struct Job {
    id: u64,
    /// In a mutex only because a map can't be shared between threads otherwise; never locked.
    work: Mutex<Work>,
}

/// Said of a lane that takes no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Full;

impl Lanes {
    /// Queues a job in a user's lane. Runs at once up to its first wait where the lane is empty.
    pub(super) fn push(
        &self,
        user: UserId,
        id: u64,
        work: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), Full> {
        let job = Reverse(Job { id, work: Mutex::new(Box::pin(work)) });
        let starts = match self.shared.waiting.entry(user) {
            Entry::Occupied(lane) if lane.get().len() >= LONGEST => return Err(Full),
            Entry::Occupied(mut lane) => {
                lane.get_mut().push(job);
                false
            }
            Entry::Vacant(place) => {
                place.insert(BinaryHeap::from([job]));
                true
            }
        };
        if starts {
            tokio::spawn(Arc::clone(&self.shared).run(user));
        }
        Ok(())
    }

    /// Lets no further job begin until [`Lanes::release`].
    pub(super) fn hold(&self) {
        self.shared.open.send_replace(false);
    }

    /// Lets jobs begin.
    pub(super) fn release(&self) {
        self.shared.open.send_replace(true);
    }

    /// Returns once no lane has anything to do.
    pub(super) async fn idle(&self) {
        loop {
            let ended = self.shared.ended.notified();
            if self.shared.waiting.is_empty() {
                return;
            }
            ended.await;
        }
    }
}

impl Shared {
    async fn run(self: Arc<Self>, user: UserId) {
        let mut open = self.open.subscribe();
        loop {
            // The job is chosen after the wait: what arrived meanwhile may come before it.
            let released = open.wait_for(|open| *open).await.is_ok();
            let Some(Job { id, work }) = self.next(user).filter(|_| released) else { break };
            let work = work.into_inner().unwrap_or_else(PoisonError::into_inner);
            if AssertUnwindSafe(work).catch_unwind().await.is_err() {
                tracing::error!(event = id, "handling an event panicked");
            }
        }
        self.ended.notify_waiters();
    }

    /// The next job of a lane; removes the lane where there is none.
    fn next(&self, user: UserId) -> Option<Job> {
        let Entry::Occupied(mut lane) = self.waiting.entry(user) else { return None };
        let job = lane.get_mut().pop();
        if job.is_none() {
            lane.remove();
        }
        job.map(|Reverse(job)| job)
    }
}

impl Ord for Job {
    fn cmp(&self, other: &Self) -> Ordering {
        self.id.cmp(&other.id)
    }
}

impl PartialOrd for Job {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Job {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Job {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use tokio::runtime::Builder;
    use tokio::sync::Semaphore;

    type Log = Arc<Mutex<Vec<(u64, u64)>>>;

    fn logging(log: &Log, user: u64, id: u64) -> impl Future<Output = ()> + Send + use<> {
        let log = Arc::clone(log);
        async move {
            tokio::task::yield_now().await;
            log.lock().expect("not poisoned").push((user, id));
            tokio::task::yield_now().await;
        }
    }

    fn of(log: &Log, user: u64) -> Vec<u64> {
        log.lock().expect("not poisoned").iter().filter(|(who, _)| *who == user).map(|(_, id)| *id).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]
        #[test]
        fn any_interleaving_is_handled_in_order_of_ids(
            arrivals in prop::collection::vec((0_u64..3, 1_u64..1000), 1..24).prop_shuffle(), threads in 0_usize..3,
        ) {
            let runtime = match threads {
                0 => Builder::new_current_thread().build(),
                _ => Builder::new_multi_thread().worker_threads(threads * 2).build(),
            }.expect("a runtime");
            let (lanes, log) = (Lanes::default(), Log::default());
            runtime.block_on(async {
                // The first job of each lane waits until all others have arrived.
                let gate = Arc::new(Semaphore::new(0));
                for user in 0..3 {
                    let gate = Arc::clone(&gate);
                    lanes.push(UserId(user), 0, async move { drop(gate.acquire().await); }).expect("room");
                }
                for (user, id) in &arrivals {
                    lanes.push(UserId(*user), *id, logging(&log, *user, *id)).expect("room");
                }
                gate.add_permits(3);
                lanes.idle().await;
            });
            for user in 0..3 {
                let mut sorted: Vec<u64> = arrivals.iter().filter(|(who, _)| *who == user).map(|(_, id)| *id).collect();
                sorted.sort_unstable();
                prop_assert_eq!(of(&log, user), sorted);
            }
            prop_assert!(lanes.shared.waiting.is_empty());
        }
    }

    #[tokio::test]
    async fn one_user_never_waits_for_another() {
        let (lanes, log) = (Lanes::default(), Log::default());
        let never = Arc::new(Notify::new());
        let blocked = Arc::clone(&never);
        lanes.push(UserId(1), 1, async move { blocked.notified().await }).expect("room");
        let done = Arc::new(Notify::new());
        let tell = Arc::clone(&done);
        lanes.push(UserId(2), 2, logging(&log, 2, 2)).expect("room");
        lanes.push(UserId(2), 3, async move { tell.notify_one() }).expect("room");
        done.notified().await;
        assert_eq!(of(&log, 2), [2]);
        never.notify_one();
        lanes.idle().await;
    }

    #[tokio::test]
    async fn held_lanes_begin_with_what_came_first() {
        let (lanes, log) = (Lanes::default(), Log::default());
        lanes.hold();
        lanes.push(UserId(1), 9, logging(&log, 1, 9)).expect("room");
        tokio::task::yield_now().await;
        lanes.push(UserId(1), 3, logging(&log, 1, 3)).expect("room");
        tokio::task::yield_now().await;
        assert_eq!(of(&log, 1), Vec::<u64>::new());
        lanes.release();
        lanes.idle().await;
        assert_eq!(of(&log, 1), [3, 9]);
    }

    #[tokio::test]
    async fn a_panic_ends_its_job_alone() {
        let (lanes, log) = (Lanes::default(), Log::default());
        lanes.push(UserId(1), 1, async { panic!("a job that panics, for the test") }).expect("room");
        lanes.push(UserId(1), 2, logging(&log, 1, 2)).expect("room");
        lanes.idle().await;
        assert_eq!(of(&log, 1), [2]);
    }

    #[tokio::test]
    async fn a_lane_has_an_end() {
        let lanes = Lanes::default();
        let fitting = (0..200).filter(|id| lanes.push(UserId(1), *id, async {}).is_ok()).count();
        assert_eq!(fitting, LONGEST);
        assert!(lanes.push(UserId(2), 1, async {}).is_ok(), "another user's lane is their own");
        lanes.idle().await;
        assert!(lanes.push(UserId(1), 1, async {}).is_ok());
    }
}
