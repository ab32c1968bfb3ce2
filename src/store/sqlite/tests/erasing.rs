//! Nothing of a forgotten user stays in the files.

use super::*;

fn occurrences(path: &Path, canary: &str) -> usize {
    ["", "-wal", "-shm"]
        .iter()
        .filter_map(|suffix| std::fs::read(format!("{}{suffix}", path.display())).ok())
        .map(|bytes| bytes.windows(canary.len()).filter(|window| *window == canary.as_bytes()).count())
        .sum()
}

fn canary(user: u64) -> String {
    format!("CANARY-{user:05}-")
}

/// Rows of many users among each other, growing, shrinking and going, so that they move between pages.
async fn stir(store: &SqliteStore, users: u64, rounds: u64) {
    let mut random = 12_345_u64;
    let mut commits = Vec::new();
    for request in 0..users * rounds {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let user = (random >> 33) % users;
        let text = canary(user).repeat(1 + usize::try_from((random >> 45) % 90).unwrap());
        let document = (!(random >> 12).is_multiple_of(5)).then_some(text.as_str());
        let number = u32::try_from((random >> 20) % 3).unwrap();
        let change = Change { user: document.map(Into::into), ..offers(NOVEMBER + request, &[(number, document)]) };
        commits.push(store.commit(UserId(user), change));
    }
    assert!(join_all(commits).await.into_iter().all(|committed| committed.unwrap() == Committed::Done));
}

#[tokio::test]
async fn forgetting_leaves_no_byte_in_the_files() {
    let (_folder, path) = place();
    let store = store(&path).await;
    stir(&store, 211, 12).await;
    for user in (0..211).step_by(3) {
        store.forget(UserId(user), NOVEMBER + 1_000_000 + user).await.unwrap();
        assert_eq!(occurrences(&path, &canary(user)), 0, "user {user}");
        assert_eq!(*store.load(UserId(user)).await.unwrap(), Documents::default());
    }
    assert!(occurrences(&path, &canary(1)) > 0, "who did not ask to be forgotten is still there");
}

#[tokio::test]
async fn a_large_file_is_erased_from_too() {
    // On disk: memory may be small.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let store = store(&path).await;
    for user in 0..20 {
        let change = answers(NOVEMBER + user, &canary(user).repeat(80_000));
        store.commit(UserId(user), change).await.unwrap();
    }
    assert!(std::fs::metadata(&path).unwrap().len() > 16 * 1024 * 1024);
    store.forget(UserId(7), NOVEMBER + 100).await.unwrap();
    assert_eq!(occurrences(&path, &canary(7)), 0);
    assert!(document(&store, 8).await.unwrap().starts_with("CANARY-00008-"));
}

#[tokio::test]
async fn while_another_program_reads_forgetting_says_that_it_is_not_finished() {
    let (_folder, path) = place();
    let store = SqliteStore::open_with(path.to_str().unwrap(), IMPATIENT).await.unwrap();
    store.commit(UserId(7), answers(NOVEMBER, &canary(7))).await.unwrap();
    let mut reading = other_program(&path).await;
    run(&mut reading, "BEGIN").await;
    run(&mut reading, "SELECT count(*) FROM users").await;
    let error = store.forget(UserId(7), NOVEMBER + 1).await.unwrap_err();
    insta::assert_snapshot!(error, @"can't write to the store: another program is reading it, so its log can't be emptied yet");
    assert_eq!(document(&store, 7).await, None);
    run(&mut reading, "ROLLBACK").await;
    assert_eq!(store.forget(UserId(7), NOVEMBER + 2).await.unwrap(), Committed::Done);
    assert_eq!(occurrences(&path, &canary(7)), 0);
}

#[tokio::test]
async fn an_erasure_that_broke_off_is_finished_at_the_next_start() {
    let (_folder, path) = place();
    let first = SqliteStore::open_with(path.to_str().unwrap(), IMPATIENT).await.unwrap();
    first.commit(UserId(7), answers(NOVEMBER, &canary(7))).await.unwrap();
    let mut reading = other_program(&path).await;
    run(&mut reading, "BEGIN").await;
    run(&mut reading, "SELECT count(*) FROM users").await;
    first.forget(UserId(7), NOVEMBER + 1).await.unwrap_err();
    drop(first);
    assert!(occurrences(&path, &canary(7)) > 0);
    run(&mut reading, "ROLLBACK").await;
    let second = store(&path).await;
    assert_eq!(occurrences(&path, &canary(7)), 0);
    assert_eq!(second.setting("store.erasing").await.unwrap(), None);
}

#[tokio::test]
async fn forgetting_someone_unknown_does_not_rebuild_the_file() {
    let (_folder, path) = place();
    let store = store(&path).await;
    let mut reading = other_program(&path).await;
    run(&mut reading, "BEGIN").await;
    run(&mut reading, "SELECT count(*) FROM users").await;
    assert_eq!(store.forget(UserId(7), NOVEMBER).await.unwrap(), Committed::Done);
}
