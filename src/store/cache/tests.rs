use futures_util::FutureExt as _;
use proptest::prelude::*;
use tokio::sync::Semaphore;

use super::*;
use crate::store::tests::conformance::{NOVEMBER, answers, offers};
use crate::store::tests::folder;
use crate::store::{Awaiting, MemoryStore, SqliteStore};

fn cached(users: usize, bytes: usize) -> (Arc<MemoryStore>, Cached<Arc<MemoryStore>>) {
    let memory = Arc::new(MemoryStore::new());
    (Arc::clone(&memory), Cached::with_bound(memory, Bound { users, bytes }))
}

fn roomy() -> (Arc<MemoryStore>, Cached<Arc<MemoryStore>>) {
    cached(100, 1 << 20)
}

async fn document(store: &dyn Store, user: u64) -> Option<String> {
    store.load(UserId(user)).await.unwrap().user.clone()
}

#[tokio::test]
async fn a_second_load_is_the_same_documents_without_a_copy() {
    let (_, cached) = roomy();
    cached.commit(UserId(7), answers(NOVEMBER, "one")).await.unwrap();
    let (first, second) = (cached.load(UserId(7)).await.unwrap(), cached.load(UserId(7)).await.unwrap());
    assert!(Arc::ptr_eq(&first, &second));
    cached.commit(UserId(7), answers(NOVEMBER + 1, "two")).await.unwrap();
    assert_eq!(first.user.as_deref(), Some("one"), "what a reader holds does not change under it");
    assert_eq!(document(&cached, 7).await.as_deref(), Some("two"));
}

#[tokio::test]
async fn a_commit_over_known_documents_needs_no_load_after_it() {
    let (memory, cached) = roomy();
    assert_eq!(document(&cached, 7).await, None);
    cached.commit(UserId(7), offers(NOVEMBER, &[(2, Some("second")), (1, Some("first"))])).await.unwrap();
    assert_eq!(cached.users(), 1);
    assert_eq!(cached.load(UserId(7)).await.unwrap(), memory.load(UserId(7)).await.unwrap());
}

#[tokio::test]
async fn a_write_that_fails_takes_the_entry_out() {
    let (memory, cached) = roomy();
    cached.commit(UserId(7), answers(NOVEMBER, "kept")).await.unwrap();
    assert_eq!(document(&cached, 7).await.as_deref(), Some("kept"));
    memory.fail_writes(true);
    let error = cached.commit(UserId(7), answers(NOVEMBER + 1, "lost")).await.unwrap_err();
    insta::assert_snapshot!(error, @"can't write to the store: the disk is full");
    assert_eq!((cached.users(), cached.bytes()), (0, 0));
    assert_eq!(document(&cached, 7).await.as_deref(), Some("kept"));
    memory.fail_writes(false);
    cached.commit(UserId(7), answers(NOVEMBER + 1, "saved")).await.unwrap();
    assert_eq!(document(&cached, 7).await.as_deref(), Some("saved"));
}

#[tokio::test]
async fn a_request_that_another_process_did_takes_the_entry_out() {
    let (memory, cached) = roomy();
    assert_eq!(document(&cached, 7).await, None);
    memory.commit(UserId(7), answers(NOVEMBER, "by the other process")).await.unwrap();
    assert_eq!(cached.commit(UserId(7), answers(NOVEMBER, "here")).await.unwrap(), Committed::Before);
    assert_eq!(document(&cached, 7).await.as_deref(), Some("by the other process"));
}

#[tokio::test]
async fn forgetting_takes_the_entry_out_also_when_it_fails() {
    let (memory, cached) = roomy();
    cached.commit(UserId(7), answers(NOVEMBER, "pay")).await.unwrap();
    assert_eq!(document(&cached, 7).await.as_deref(), Some("pay"));
    memory.fail_writes(true);
    cached.forget(UserId(7), NOVEMBER + 1).await.unwrap_err();
    assert_eq!(cached.users(), 0);
    memory.fail_writes(false);
    assert_eq!(document(&cached, 7).await.as_deref(), Some("pay"));
    cached.forget(UserId(7), NOVEMBER + 1).await.unwrap();
    assert_eq!((cached.users(), cached.bytes()), (0, 0));
    assert_eq!(document(&cached, 7).await, None);
}

#[tokio::test]
async fn never_holds_more_than_its_bounds() {
    let (memory, by_users) = cached(10, usize::MAX);
    let (_, by_bytes) = cached(usize::MAX, 20_000);
    for user in 0..1_000_u64 {
        let change = answers(NOVEMBER + user, &"x".repeat(usize::try_from(user).unwrap() * 7 % 3_000));
        for store in [&by_users, &by_bytes] {
            store.commit(UserId(user), change.clone()).await.unwrap();
            store.load(UserId(user)).await.unwrap();
            store.load(UserId(user / 2)).await.unwrap();
            store
                .commit(UserId(user / 2), Change { request: NOVEMBER + 10_000 + user, ..change.clone() })
                .await
                .unwrap();
        }
        assert!(by_users.users() <= 10);
        assert!(by_bytes.bytes() <= 20_000);
    }
    assert!(by_bytes.users() > 1);
    for user in 0..1_000 {
        assert_eq!(document(&by_users, user).await, document(&*memory, user).await, "user {user}");
    }
}

#[tokio::test]
async fn documents_larger_than_the_bound_pass_through() {
    let (_, cached) = cached(10, 5_000);
    cached.commit(UserId(1), answers(NOVEMBER, &"x".repeat(9_000))).await.unwrap();
    for _ in 0..2 {
        assert_eq!(document(&cached, 1).await.map(|document| document.len()), Some(9_000));
        assert_eq!((cached.users(), cached.bytes()), (0, 0));
    }
}

#[tokio::test]
async fn who_was_read_lately_stays_before_who_was_not() {
    let (_, cached) = cached(3, usize::MAX);
    for user in 1..=3 {
        cached.load(UserId(user)).await.unwrap();
    }
    let known = cached.load(UserId(1)).await.unwrap();
    cached.load(UserId(4)).await.unwrap();
    assert!(Arc::ptr_eq(&known, &cached.load(UserId(1)).await.unwrap()), "the second went, not the first");
    assert_eq!(cached.users(), 3);
}

#[tokio::test]
async fn the_line_does_not_grow_with_commits() {
    let (_, cached) = cached(10, usize::MAX);
    for user in 0..10 {
        cached.load(UserId(user)).await.unwrap();
    }
    for request in 0..2_000 {
        cached.commit(UserId(request % 10), answers(NOVEMBER + request, "again")).await.unwrap();
    }
    assert_eq!(cached.users(), 10);
    assert!(cached.shared.recent.places() <= 21, "{} places", cached.shared.recent.places());
}

/// A store whose commits wait for a permit.
#[derive(Debug)]
struct Gated {
    memory: MemoryStore,
    gate: Semaphore,
}

#[async_trait]
impl Store for Gated {
    async fn load(&self, user: UserId) -> Result<Arc<Documents>, StoreError> {
        self.memory.load(user).await
    }
    async fn commit(&self, user: UserId, change: Change) -> Result<Committed, StoreError> {
        self.gate.acquire().await.map_err(|_| StoreError::Write(Fault::BrokeOff))?.forget();
        assert_ne!(change.user.as_deref(), Some("panic"));
        self.memory.commit(user, change).await
    }
    async fn forget(&self, user: UserId, request: u64) -> Result<Committed, StoreError> {
        self.memory.forget(user, request).await
    }
    async fn awaiting(&self) -> Result<Vec<(UserId, u64, u64)>, StoreError> {
        self.memory.awaiting().await
    }
    async fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.memory.setting(key).await
    }
    async fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.memory.set_setting(key, value).await
    }
    async fn check_writable(&self) -> Result<(), StoreError> {
        self.memory.check_writable().await
    }
    async fn close(&self) -> Result<(), StoreError> {
        self.memory.close().await
    }
}

fn gated() -> (Arc<Gated>, Cached<Arc<Gated>>) {
    let store = Arc::new(Gated { memory: MemoryStore::new(), gate: Semaphore::new(0) });
    (Arc::clone(&store), Cached::new(store))
}

#[tokio::test]
async fn a_caller_that_goes_away_in_a_write_leaves_nothing_old_in_memory() {
    let (store, cached) = gated();
    assert_eq!(document(&cached, 7).await, None);
    assert!(cached.commit(UserId(7), answers(NOVEMBER, "new")).now_or_never().is_none());
    tokio::task::yield_now().await;
    assert!(cached.load(UserId(7)).now_or_never().is_none(), "reading waits for the write under way");
    assert_eq!(document(&cached, 8).await, None, "of this user only, and of the few who share the lane");
    store.gate.add_permits(1);
    assert_eq!(document(&cached, 7).await.as_deref(), Some("new"));
}

#[tokio::test]
async fn a_store_that_panics_is_an_error_and_takes_the_entry_out() {
    let (store, cached) = gated();
    assert_eq!(document(&cached, 7).await, None);
    store.gate.add_permits(2);
    let error = cached.commit(UserId(7), answers(NOVEMBER, "panic")).await.unwrap_err();
    insta::assert_snapshot!(error, @"can't write to the store: the write broke off");
    assert_eq!(cached.users(), 0);
    assert_eq!(cached.commit(UserId(7), answers(NOVEMBER, "calm")).await.unwrap(), Committed::Done);
    assert_eq!(document(&cached, 7).await.as_deref(), Some("calm"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_threads_on_a_small_cache_neither_stop_nor_disagree_with_the_store() {
    let (memory, cached) = cached(5, 4_000);
    let cached = Arc::new(cached);
    let tasks = (0..8_u64).map(|task| {
        let cached = Arc::clone(&cached);
        tokio::spawn(async move {
            for turn in 0..500_u64 {
                let (user, request) = (UserId((task + turn * 7) % 12), NOVEMBER + turn * 8 + task);
                match (turn + task) % 5 {
                    0 => drop(cached.forget(user, request).await.unwrap()),
                    1 | 2 => drop(cached.commit(user, answers(request, &format!("{request}"))).await.unwrap()),
                    _ => drop(cached.load(user).await.unwrap()),
                }
            }
        })
    });
    for task in futures_util::future::join_all(tasks).await {
        task.unwrap();
    }
    assert!(cached.users() <= 5);
    for user in 0..12 {
        assert_eq!(document(&*cached, user).await, document(&*memory, user).await, "user {user}");
    }
}

/// The lint in `clippy.toml` sees a guard held across an await, but not one inside an `Option`.
#[test]
fn the_map_is_used_where_nothing_awaits() {
    let source = include_str!("recent.rs");
    assert!(source.contains("DashMap"));
    assert!(!source.contains("async") && !source.contains(".await"));
    assert!(!include_str!("../cache.rs").contains("dashmap"));
}

/// What the model does.
#[derive(Clone, Debug)]
enum Step {
    Commit(UserId, Change),
    Forget(UserId, u64),
    Load(UserId),
    /// A write that fails, and what memory says then.
    Fail(UserId, Change),
    Reopen,
    /// Open again without closing.
    Abandon,
}

fn any_user() -> impl Strategy<Value = UserId> {
    (0..5_u64).prop_map(UserId)
}

/// Few enough that some come twice.
fn any_request() -> impl Strategy<Value = u64> {
    prop_oneof![(1..40_u64), (0..60_u64).prop_map(|n| NOVEMBER + n)]
}

fn any_change() -> impl Strategy<Value = Change> {
    let document = || proptest::option::of("[a-z]{0,9}");
    let offers = proptest::collection::vec((0..4_u32, document()), 0..3);
    let awaiting = proptest::option::of(
        (proptest::option::of(1..9_u64), 1..9_u64).prop_map(|(channel, message)| Awaiting { channel, message }),
    );
    (any_request(), document(), offers, awaiting).prop_map(|(request, user, offers, awaiting)| Change {
        request,
        user,
        offers,
        awaiting,
    })
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (any_user(), any_change()).prop_map(|(user, change)| Step::Commit(user, change)),
        1 => (any_user(), any_request()).prop_map(|(user, request)| Step::Forget(user, request)),
        4 => any_user().prop_map(Step::Load),
        1 => (any_user(), any_change()).prop_map(|(user, change)| Step::Fail(user, change)),
        1 => Just(Step::Reopen),
        1 => Just(Step::Abandon),
    ]
}

async fn open(path: &str) -> Cached<Arc<SqliteStore>> {
    let store = Arc::new(SqliteStore::open(path).await.unwrap());
    Cached::with_bound(store, Bound { users: 2, bytes: 2_000 })
}

async fn follow(steps: Vec<Step>) {
    let folder = folder();
    let path = folder.path().join("store.db").to_str().unwrap().to_owned();
    let model = MemoryStore::new();
    let mut cached = open(&path).await;
    for step in steps {
        match step {
            Step::Commit(user, change) => {
                let expected = model.commit(user, change.clone()).await.unwrap();
                assert_eq!(cached.commit(user, change).await.unwrap(), expected);
            }
            Step::Forget(user, request) => {
                let expected = model.forget(user, request).await.unwrap();
                assert_eq!(cached.forget(user, request).await.unwrap(), expected);
            }
            Step::Load(user) => assert_eq!(cached.load(user).await.unwrap(), model.load(user).await.unwrap()),
            Step::Fail(user, change) => {
                cached.load(user).await.unwrap();
                cached.close().await.unwrap();
                cached.commit(user, change).await.unwrap_err();
                assert!(cached.load(user).await.is_err(), "memory does not pretend");
                cached = open(&path).await;
            }
            Step::Reopen => {
                cached.close().await.unwrap();
                cached = open(&path).await;
            }
            Step::Abandon => cached = open(&path).await,
        }
        for user in (0..5).map(UserId) {
            let kept = cached.shared.store.load(user).await.unwrap();
            assert_eq!(kept, model.load(user).await.unwrap());
            if let Some(known) = cached.shared.recent.get(user) {
                assert_eq!(known, kept, "memory is what the file says");
            }
        }
        assert_eq!(cached.awaiting().await.unwrap(), model.awaiting().await.unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn cache_file_and_model_agree_after_every_step(steps in proptest::collection::vec(any_step(), 1..30)) {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(follow(steps));
    }
}
