//! A disk that is full, locked or damaged.

use super::*;

#[tokio::test]
async fn a_full_disk_refuses_keeps_what_was_and_lets_later_writes_through() {
    let (_folder, path) = place();
    let store = store_within(&path, 1).await;
    let large = "x".repeat(40_000);
    store.commit(UserId(7), answers(NOVEMBER, "small")).await.unwrap();
    let change = Change { user: Some("half".into()), ..offers(NOVEMBER + 1, &[(1, Some(&large))]) };
    let error = store.commit(UserId(7), change).await.unwrap_err();
    insta::assert_snapshot!(error, @"can't write to the store: the disk is full");
    let documents = store.load(UserId(7)).await.unwrap();
    assert_eq!(*documents, Documents { user: Some("small".into()), offers: Vec::new() });
    assert!(matches!(store.check_writable().await, Err(StoreError::Write(_))));
    let again = store.commit(UserId(7), answers(NOVEMBER + 1, "fits")).await.unwrap();
    assert_eq!(again, Committed::Done, "the request that failed is not taken for done");
    assert_eq!(document(&store, 7).await.as_deref(), Some("fits"));
}

#[tokio::test]
async fn one_write_that_fails_does_not_spoil_those_beside_it() {
    let (_folder, path) = place();
    let store = store_within(&path, 2).await;
    let large = "x".repeat(40_000);
    let committed = join_all((0..9).map(|user| {
        let document = if user == 4 { large.as_str() } else { "small" };
        store.commit(UserId(user), answers(NOVEMBER + user, document))
    }))
    .await;
    for (user, committed) in (0..).zip(committed) {
        assert_eq!(committed.is_ok(), user != 4, "user {user}");
        assert_eq!(document(&store, user).await.as_deref(), (user != 4).then_some("small"), "user {user}");
    }
}

#[tokio::test]
async fn a_change_that_fails_half_way_leaves_nothing_of_itself_and_says_nothing_of_its_text() {
    let (_folder, path) = place();
    let store = store(&path).await;
    store.commit(UserId(7), answers(NOVEMBER, "before")).await.unwrap();
    let mut other = other_program(&path).await;
    run(
        &mut other,
        "CREATE TRIGGER refuse BEFORE INSERT ON offers WHEN new.number = 13 \
         BEGIN SELECT RAISE(ABORT, 'pay of 185,000'); END",
    )
    .await;
    let change = Change { user: Some("half".into()), ..offers(NOVEMBER + 1, &[(1, Some("x")), (13, Some("y"))]) };
    let error = store.commit(UserId(7), change).await.unwrap_err();
    insta::assert_snapshot!(error, @"can't write to the store: SQLite refused (code 1811)");
    let mut below: Option<&dyn std::error::Error> = Some(&error);
    while let Some(error) = below {
        assert!(!format!("{error} {error:?}").contains("185,000"), "{error:?}");
        below = error.source();
    }
    let before = Documents { user: Some("before".into()), offers: Vec::new() };
    assert_eq!(*store.load(UserId(7)).await.unwrap(), before);
    assert_eq!(store.commit(UserId(7), answers(NOVEMBER + 1, "after")).await.unwrap(), Committed::Done);
    assert_eq!(document(&store, 7).await.as_deref(), Some("after"));
}

#[tokio::test]
async fn a_lock_held_elsewhere_is_an_error_in_bounded_time_and_not_for_ever() {
    let (_folder, path) = place();
    let store = SqliteStore::open_with(path.to_str().unwrap(), IMPATIENT).await.unwrap();
    let mut other = other_program(&path).await;
    run(&mut other, "BEGIN IMMEDIATE").await;
    let waiting = (0..9).map(|user| store.commit(UserId(user), answers(NOVEMBER + user, "waiting")));
    for error in join_all(waiting).await {
        assert_eq!(error.unwrap_err().to_string(), "can't write to the store: another program holds it locked");
    }
    assert_eq!(document(&store, 7).await, None, "reading goes on");
    assert!(store.check_writable().await.is_err());
    run(&mut other, "ROLLBACK").await;
    store.check_writable().await.unwrap();
    assert_eq!(store.commit(UserId(7), answers(NOVEMBER + 7, "now")).await.unwrap(), Committed::Done);
}

#[tokio::test]
async fn damage_is_an_error_and_not_a_panic() {
    let (_folder, path) = place();
    let first = store(&path).await;
    for user in 0..50 {
        first.commit(UserId(user), answers(NOVEMBER + user, &"pay ".repeat(500))).await.unwrap();
    }
    first.close().await.unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    let tables = 8 * 4_096;
    bytes[tables..].fill(0xA5);
    std::fs::write(&path, bytes).unwrap();

    let damaged = store(&path).await;
    let mut errors = Vec::new();
    for user in 0..50 {
        errors.extend(damaged.load(UserId(user)).await.err());
        errors.extend(damaged.commit(UserId(user), answers(NOVEMBER + 100 + user, "new")).await.err());
    }
    assert!(!errors.is_empty());
    for error in errors {
        assert!(error.to_string().ends_with("its content is damaged; restore a backup"), "{error}");
    }
}

#[tokio::test]
async fn checking_leaves_nothing_behind_but_a_count() {
    let (_folder, path) = place();
    let store = store(&path).await;
    for _ in 0..3 {
        store.check_writable().await.unwrap();
    }
    assert_eq!(store.setting("store.room").await.unwrap(), None);
    assert_eq!(store.setting("store.checks").await.unwrap().as_deref(), Some("3"));
}
