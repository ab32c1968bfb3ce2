//! Files that are not opened, and what is said of each.

use super::*;

/// What opening says, with the folder's name taken out.
async fn refusal(url: &str, folder: &TempDir) -> String {
    let error = SqliteStore::open_with(url, IMPATIENT).await.expect_err(url);
    error.to_string().replace(folder.path().to_str().unwrap(), "FOLDER")
}

#[tokio::test]
async fn addresses_that_name_no_file() {
    let (folder, _) = place();
    insta::assert_snapshot!(refusal("", &folder).await, @"the store  can't be opened: no file is named; name one, for example sqlite:counteroffer.db");
    insta::assert_snapshot!(refusal("sqlite::memory:", &folder).await, @"the store sqlite::memory: can't be opened: nothing would survive a restart; name a file, for example sqlite:counteroffer.db");
    insta::assert_snapshot!(refusal("postgres://me:secret@host/db", &folder).await, @"the store postgres://… can't be opened: only SQLite is supported; name a file, for example sqlite:counteroffer.db");
    insta::assert_snapshot!(refusal("sqlite:a.db?colour=red", &folder).await, @"the store sqlite:a.db?colour=red can't be opened: its options are not known; leave them out");
}

#[tokio::test]
async fn places_that_hold_no_file() {
    let (folder, path) = place();
    let missing = folder.path().join("missing/store.db");
    insta::assert_snapshot!(refusal(missing.to_str().unwrap(), &folder).await, @"the store FOLDER/missing/store.db can't be opened: there is no folder FOLDER/missing; create it first");
    insta::assert_snapshot!(refusal(folder.path().to_str().unwrap(), &folder).await, @"the store FOLDER can't be opened: it is a folder; name a file in it");
    assert!(!path.exists());
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_folder_where_nothing_can_be_created() {
    let (folder, _) = place();
    let said = refusal("/proc/store.db", &folder).await;
    assert!(said.starts_with("the store /proc/store.db can't be opened: the file can't be created ("), "{said}");
}

#[tokio::test]
async fn files_of_another_kind_are_left_as_they_are() {
    let (folder, path) = place();
    let text = "offers, but as a table of a spreadsheet\n".repeat(200);
    std::fs::write(&path, &text).unwrap();
    insta::assert_snapshot!(refusal(path.to_str().unwrap(), &folder).await, @"the store FOLDER/store.db can't be opened: it is not a SQLite database");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[tokio::test]
async fn the_database_of_another_program_is_left_as_it_is() {
    let (folder, path) = place();
    let mut other = other_program(&path).await;
    run(&mut other, "CREATE TABLE bookmarks (id INTEGER PRIMARY KEY)").await;
    other.close().await.unwrap();
    let before = std::fs::read(&path).unwrap();
    insta::assert_snapshot!(refusal(path.to_str().unwrap(), &folder).await, @"the store FOLDER/store.db can't be opened: it is the database of another program; name another file");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_newer_schema_is_left_as_it_is() {
    let (folder, path) = place();
    store(&path).await.close().await.unwrap();
    let mut newer = other_program(&path).await;
    run(&mut newer, "UPDATE _sqlx_migrations SET version = 99991231000001").await;
    newer.close().await.unwrap();
    let before = std::fs::read(&path).unwrap();
    let error = SqliteStore::open(path.to_str().unwrap()).await.unwrap_err();
    assert!(matches!(error, StoreError::Newer { .. }), "{error}");
    insta::assert_snapshot!(refusal(path.to_str().unwrap(), &folder).await, @"the store FOLDER/store.db was written by a newer version of this program; update it, or point DATABASE_URL at another file");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_schema_that_was_tampered_with() {
    let (folder, path) = place();
    store(&path).await.close().await.unwrap();
    let mut other = other_program(&path).await;
    run(&mut other, "UPDATE _sqlx_migrations SET checksum = x'00'").await;
    other.close().await.unwrap();
    insta::assert_snapshot!(refusal(path.to_str().unwrap(), &folder).await, @"the store FOLDER/store.db can't be opened: its schema is not one that this program made; restore a backup or name another file");
}

#[tokio::test]
async fn a_file_that_may_only_be_read() {
    let (folder, path) = place();
    store(&path).await.close().await.unwrap();
    let url = format!("sqlite:{}?mode=ro", path.display());
    insta::assert_snapshot!(refusal(&url, &folder).await, @"the store FOLDER/store.db can't be opened: it is read-only for this program; allow writing to the file and its folder");
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_or_a_folder_without_permission_to_write() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, path) = place();
    store(&path).await.close().await.unwrap();
    let permit = |path: &Path, mode| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    for (file, within) in [(0o444, 0o755), (0o600, 0o555), (0o000, 0o755)] {
        permit(&path, file);
        permit(folder.path(), within);
        // Root may write all the same.
        let root = std::fs::File::create(folder.path().join(format!("{file:o}"))).is_ok()
            && std::fs::OpenOptions::new().append(true).open(&path).is_ok();
        let opened = SqliteStore::open_with(path.to_str().unwrap(), IMPATIENT).await;
        assert_eq!(opened.is_ok(), root, "{file:o} in {within:o}: {:?}", opened.err());
        permit(folder.path(), 0o755);
    }
}

#[tokio::test]
async fn a_file_that_another_program_holds() {
    let (folder, path) = place();
    store(&path).await.close().await.unwrap();
    let mut other = other_program(&path).await;
    run(&mut other, "BEGIN IMMEDIATE").await;
    insta::assert_snapshot!(refusal(path.to_str().unwrap(), &folder).await, @"the store FOLDER/store.db can't be opened: another program holds it locked");
    run(&mut other, "ROLLBACK").await;
    assert_eq!(document(&store(&path).await, 7).await, None);
}
