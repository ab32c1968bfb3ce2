//! What was answered survives closing, not closing, and a second program.

use super::*;

#[tokio::test]
async fn documents_claims_and_settings_survive_closing_and_not_closing() {
    let (_folder, path) = place();
    let first = store(&path).await;
    first.commit(UserId(7), answers(NOVEMBER, "one")).await.unwrap();
    first.set_setting("commands", "abc").await.unwrap();
    first.close().await.unwrap();
    let wal = format!("{}-wal", path.display());
    assert!(!Path::new(&wal).exists(), "closing leaves one file");

    let second = store(&path).await;
    assert_eq!(document(&second, 7).await.as_deref(), Some("one"));
    second.commit(UserId(7), offers(NOVEMBER + 1, &[(1, Some("first"))])).await.unwrap();
    drop(second);

    let third = store(&path).await;
    assert_eq!(third.load(UserId(7)).await.unwrap().offers, [(1, "first".to_string())]);
    assert_eq!(third.commit(UserId(7), answers(NOVEMBER, "again")).await.unwrap(), Committed::Before);
    assert_eq!(third.setting("commands").await.unwrap().as_deref(), Some("abc"));
}

#[tokio::test]
async fn two_programs_give_a_request_its_effect_once() {
    let (_folder, path) = place();
    let (first, second) = (store(&path).await, store(&path).await);
    let committed = join_all([
        first.commit(UserId(7), answers(NOVEMBER, "from one")),
        second.commit(UserId(7), answers(NOVEMBER, "from the other")),
    ])
    .await;
    let done = committed.into_iter().filter(|committed| matches!(committed, Ok(Committed::Done))).count();
    assert_eq!(done, 1);
    assert_eq!(document(&first, 7).await, document(&second, 7).await);
}

#[tokio::test]
async fn a_caller_that_goes_away_leaves_no_transaction_open() {
    let (_folder, path) = place();
    let store = store(&path).await;
    assert!(store.commit(UserId(7), answers(NOVEMBER, "unheard")).now_or_never().is_none());
    store.commit(UserId(8), answers(NOVEMBER + 1, "heard")).await.unwrap();
    assert_eq!(document(&store, 7).await.as_deref(), Some("unheard"));
    assert_eq!(document(&store, 8).await.as_deref(), Some("heard"));
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_can_read_the_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_folder, path) = place();
    let store = store(&path).await;
    store.commit(UserId(7), answers(NOVEMBER, "pay")).await.unwrap();
    for suffix in ["", "-wal", "-shm"] {
        let file = format!("{}{suffix}", path.display());
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "{file}");
    }
}
