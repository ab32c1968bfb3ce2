mod dying;
mod erasing;
mod failing;
mod lasting;
mod migrating;
mod refusing;
mod speed;

use std::path::{Path, PathBuf};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::join_all;
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use tempfile::TempDir;

use super::opening::{MIGRATOR, open};
use super::*;
use crate::store::tests::conformance::{NOVEMBER, answers, offers};
use crate::store::tests::folder;

/// Short enough to wait for in a test.
const IMPATIENT: Duration = Duration::from_millis(20);

fn place() -> (TempDir, PathBuf) {
    let folder = folder();
    let path = folder.path().join("store.db");
    (folder, path)
}

async fn store(path: &Path) -> SqliteStore {
    SqliteStore::open(path.to_str().unwrap()).await.unwrap()
}

/// A store whose file may not grow beyond some pages, as on a full disk.
async fn store_within(path: &Path, more_pages: i64) -> SqliteStore {
    let (mut writer, reader) = open(path.to_str().unwrap(), IMPATIENT).await.unwrap();
    let pages: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(&mut writer).await.unwrap();
    let limit = format!("PRAGMA max_page_count = {}", pages + more_pages);
    sqlx::query(sqlx::AssertSqlSafe(limit)).execute(&mut writer).await.unwrap();
    SqliteStore::over(writer, reader)
}

/// A second program at the same file.
async fn other_program(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).create_if_missing(true).connect().await.unwrap()
}

async fn run(connection: &mut SqliteConnection, statement: &'static str) {
    sqlx::query(statement).execute(connection).await.unwrap();
}

async fn document(store: &SqliteStore, user: u64) -> Option<String> {
    store.load(UserId(user)).await.unwrap().user.clone()
}
