//! What every store has to do alike, as one suite run against each.

use std::sync::Arc;

use super::folder;
use crate::store::{Awaiting, Cached, Change, Committed, Documents, MemoryStore, SqliteStore, Store};
use crate::user::UserId;

/// 2026-11-23T00:00:00Z as a snowflake.
pub(crate) const NOVEMBER: u64 = (1_795_392_000_000 - 1_420_070_400_000) << 22;

/// Users with every kind of number, also those that are negative as signed ones.
const USERS: [UserId; 4] = [UserId(0), UserId(7), UserId(NOVEMBER), UserId(u64::MAX)];

/// A change of the user's own document.
pub(crate) fn answers(request: u64, document: &str) -> Change {
    Change { request, user: Some(document.into()), ..Change::default() }
}

/// A change of offers.
pub(crate) fn offers(request: u64, offers: &[(u32, Option<&str>)]) -> Change {
    let offers = offers.iter().map(|(number, document)| (*number, document.map(Into::into))).collect();
    Change { request, offers, ..Change::default() }
}

fn awaits(request: u64, channel: Option<u64>, message: u64) -> Change {
    Change { request, awaiting: Some(Awaiting { channel, message }), ..Change::default() }
}

fn documents(user: Option<&str>, offers: &[(u32, &str)]) -> Documents {
    let offers = offers.iter().map(|(number, document)| (*number, (*document).into())).collect();
    Documents { user: user.map(Into::into), offers }
}

/// Runs the whole suite against an empty store.
pub(crate) async fn check_all(store: &dyn Store) {
    assert_eq!(store.awaiting().await.unwrap(), []);
    for (turn, user) in (0..).zip(USERS) {
        let request = NOVEMBER + 1_000 * turn;
        keeps_documents(store, user, request).await;
        counts_a_request_once(store, user, request + 100).await;
        remembers_counters(store, user).await;
        forgets(store, user, request + 200).await;
    }
    awaits_questions(store, NOVEMBER + 10_000).await;
    keeps_settings(store).await;
    store.check_writable().await.unwrap();
    forgets_old_claims_only(store).await;
    closes(store).await;
}

async fn keeps_documents(store: &dyn Store, user: UserId, request: u64) {
    assert_eq!(*store.load(user).await.unwrap(), Documents::default());
    let done = |committed| assert_eq!(committed, Committed::Done);
    done(store.commit(user, offers(request, &[(12, Some("twelve")), (3, Some("three"))])).await.unwrap());
    assert_eq!(*store.load(user).await.unwrap(), documents(None, &[(3, "three"), (12, "twelve")]));
    let change = Change { user: Some("me".into()), ..offers(request + 1, &[(3, None), (9, None), (12, Some("12"))]) };
    done(store.commit(user, change).await.unwrap());
    assert_eq!(*store.load(user).await.unwrap(), documents(Some("me"), &[(12, "12")]));
    done(store.commit(user, answers(request + 2, "a \u{0} \u{1F4B0} 'quoted' \"text\"")).await.unwrap());
    done(store.commit(user, offers(request + 3, &[(12, None)])).await.unwrap());
    let last = documents(Some("a \u{0} \u{1F4B0} 'quoted' \"text\""), &[]);
    assert_eq!(*store.load(user).await.unwrap(), last);
    let other = UserId(user.0 ^ 1);
    assert_eq!(*store.load(other).await.unwrap(), Documents::default(), "another user sees nothing");
}

async fn counts_a_request_once(store: &dyn Store, user: UserId, request: u64) {
    assert_eq!(store.commit(user, answers(request, "first")).await.unwrap(), Committed::Done);
    let again = Change { awaiting: Some(Awaiting { channel: Some(1), message: 1 }), ..answers(request, "second") };
    assert_eq!(store.commit(user, again).await.unwrap(), Committed::Before);
    assert_eq!(store.load(user).await.unwrap().user.as_deref(), Some("first"));
    assert_eq!(store.forget(user, request).await.unwrap(), Committed::Before);
    assert_eq!(store.load(user).await.unwrap().user.as_deref(), Some("first"));
    assert_eq!(store.awaiting().await.unwrap(), []);
    // An empty change claims its request too.
    let nothing = Change { request: request + 1, ..Change::default() };
    assert_eq!(store.commit(user, nothing.clone()).await.unwrap(), Committed::Done);
    assert_eq!(store.commit(user, nothing).await.unwrap(), Committed::Before);
}

async fn remembers_counters(store: &dyn Store, user: UserId) {
    for counter in 1..=1_002 {
        let committed = store.commit(user, Change { request: counter, ..Change::default() }).await.unwrap();
        assert_eq!(committed, Committed::Done, "another user's counter {counter} is not this one's");
    }
    for counter in [1_002, 500, 3] {
        assert_eq!(store.commit(user, answers(counter, "twice")).await.unwrap(), Committed::Before, "{counter}");
    }
    assert_eq!(store.load(user).await.unwrap().user.as_deref(), Some("first"));
}

async fn forgets(store: &dyn Store, user: UserId, request: u64) {
    store.commit(user, offers(request, &[(1, Some("one"))])).await.unwrap();
    store.commit(user, awaits(request + 1, Some(5), 6)).await.unwrap();
    assert_eq!(store.forget(user, request + 2).await.unwrap(), Committed::Done);
    assert_eq!(*store.load(user).await.unwrap(), Documents::default());
    assert_eq!(store.awaiting().await.unwrap(), []);
    let late = store.commit(user, offers(request, &[(1, Some("one"))])).await.unwrap();
    assert_eq!(late, Committed::Before, "a late delivery does not bring back what was erased");
    assert_eq!(store.commit(user, answers(request + 3, "back")).await.unwrap(), Committed::Done);
    assert_eq!(store.forget(user, request + 2).await.unwrap(), Committed::Before);
    assert_eq!(*store.load(user).await.unwrap(), documents(Some("back"), &[]));
    assert_eq!(store.forget(user, request + 4).await.unwrap(), Committed::Done);
    assert_eq!(store.forget(user, request + 5).await.unwrap(), Committed::Done, "also who is not known");
}

async fn awaits_questions(store: &dyn Store, request: u64) {
    let [first, second, third, last] = USERS;
    store.commit(second, awaits(request, Some(u64::MAX), 11)).await.unwrap();
    store.commit(last, awaits(request + 1, Some(8), u64::MAX)).await.unwrap();
    store.commit(third, awaits(request + 2, None, 5)).await.unwrap();
    store.commit(first, answers(request + 3, "nothing asked")).await.unwrap();
    assert_eq!(store.awaiting().await.unwrap(), [(second, u64::MAX, 11), (last, 8, u64::MAX)]);
    store.commit(second, answers(request + 4, "a change without a word about it leaves it")).await.unwrap();
    store.commit(second, awaits(request + 5, Some(u64::MAX), 12)).await.unwrap();
    store.commit(last, awaits(request + 6, None, 13)).await.unwrap();
    assert_eq!(store.awaiting().await.unwrap(), [(second, u64::MAX, 12)]);
    assert!(store.load(second).await.unwrap().user.is_some());
}

async fn keeps_settings(store: &dyn Store) {
    assert_eq!(store.setting("commands").await.unwrap(), None);
    store.set_setting("commands", "abc").await.unwrap();
    store.set_setting("commands", "def").await.unwrap();
    assert_eq!(store.setting("commands").await.unwrap().as_deref(), Some("def"));
}

async fn forgets_old_claims_only(store: &dyn Store) {
    let (user, day) = (UserId(7), (24 * 60 * 60 * 1_000) << 22);
    let nothing = |request| Change { request, ..Change::default() };
    let base = NOVEMBER + 10 * day;
    store.commit(user, nothing(base)).await.unwrap();
    store.commit(user, nothing(base + day)).await.unwrap();
    store.commit(user, nothing(base + 2 * day)).await.unwrap();
    assert_eq!(store.commit(user, nothing(base)).await.unwrap(), Committed::Before, "two days old");
    assert_eq!(store.commit(user, nothing(1_002)).await.unwrap(), Committed::Before, "counters have no age");
}

async fn closes(store: &dyn Store) {
    store.close().await.unwrap();
    assert!(store.commit(UserId(7), answers(NOVEMBER * 2, "late")).await.is_err());
    assert!(store.load(UserId(123_456)).await.is_err());
    store.close().await.unwrap();
}

#[tokio::test]
async fn memory_conforms() {
    check_all(&MemoryStore::new()).await;
}

#[tokio::test]
async fn cached_memory_conforms_behind_an_arc() {
    let store: Arc<dyn Store> = Arc::new(Cached::new(MemoryStore::new()));
    check_all(&Cached::new(store)).await;
}

#[tokio::test]
async fn sqlite_conforms() {
    let folder = folder();
    let path = folder.path().join("store.db");
    check_all(&SqliteStore::open(path.to_str().unwrap()).await.unwrap()).await;
}

#[tokio::test]
async fn cached_sqlite_conforms() {
    let folder = folder();
    let url = format!("sqlite://{}", folder.path().join("store.db").display());
    check_all(&Cached::new(SqliteStore::open(&url).await.unwrap())).await;
}
