//! The schema steps.

use super::*;

#[test]
fn every_migration_is_in_the_binary_and_goes_forward_only() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let is_migration = |entry: &std::fs::DirEntry| entry.path().extension().is_some_and(|end| end == "sql");
    let files = std::fs::read_dir(folder).unwrap().filter(|entry| is_migration(entry.as_ref().unwrap())).count();
    assert_eq!(
        MIGRATOR.iter().count(),
        files,
        "build again after adding a migration: touch src/store/sqlite/opening.rs"
    );
    assert!(MIGRATOR.iter().all(|migration| !migration.migration_type.is_down_migration()));
}

#[tokio::test]
async fn opening_that_broke_off_before_the_first_migration_goes_on() {
    let (_folder, path) = place();
    let mut other = other_program(&path).await;
    run(
        &mut other,
        "CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL, \
         installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL, \
         checksum BLOB NOT NULL, execution_time BIGINT NOT NULL)",
    )
    .await;
    other.close().await.unwrap();
    let store = store(&path).await;
    assert_eq!(store.commit(UserId(7), answers(NOVEMBER, "one")).await.unwrap(), Committed::Done);
}
