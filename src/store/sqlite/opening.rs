//! Opening the file: refuses what it should not touch before it writes anything, then migrates.
//!
//! Owns the connections' settings and proves them. Must not know the tables.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection};

use super::super::{StoreError, Unopened};
use super::erasure;

/// The schema's steps, forward only, inside the binary.
pub(super) static MIGRATOR: Migrator = sqlx::migrate!("./migrations");

/// What the first migration marks the file with.
const APPLICATION_ID: i64 = 1_129_599_567;

/// Earlier versions can corrupt a file with two connections. Source: sqlite.org/wal.html, "WAL-reset bug".
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];

/// A connection that writes and one that reads.
pub(super) async fn open(
    url_or_path: &str,
    busy_timeout: Duration,
) -> Result<(SqliteConnection, SqliteConnection), StoreError> {
    let options = options(url_or_path)?;
    let path = options.get_filename().display().to_string();
    match open_file(options, busy_timeout).await {
        Ok(Opened::Ready(writer, reader)) => Ok((writer, reader)),
        Ok(Opened::Newer) => Err(StoreError::Newer { path }),
        Err(reason) => Err(StoreError::Open { path, reason }),
    }
}

/// What a file turns out to be.
enum Opened {
    /// Ours: a connection that writes and one that reads.
    Ready(SqliteConnection, SqliteConnection),
    /// A newer version's.
    Newer,
}

async fn open_file(options: SqliteConnectOptions, busy_timeout: Duration) -> Result<Opened, Unopened> {
    prepare_file(options.get_filename())?;
    let options = options
        .busy_timeout(busy_timeout)
        .foreign_keys(true)
        .synchronous(SqliteSynchronous::Full)
        .pragma("secure_delete", "ON")
        .pragma("cell_size_check", "ON")
        .disable_statement_logging();
    let mut writer = options.connect().await?;
    check_owner(&mut writer).await?;
    if schema_version(&mut writer).await? > newest_known() {
        return Ok(Opened::Newer);
    }
    // Finds out that a file is locked or read-only: beginning alone succeeds on a read-only one.
    for statement in ["BEGIN IMMEDIATE", "PRAGMA user_version = 0", "ROLLBACK", "PRAGMA journal_mode = WAL"] {
        sqlx::query(statement).execute(&mut writer).await?;
    }
    check_settings(&mut writer).await?;
    MIGRATOR.run_direct(None, &mut writer, false).await?;

    // A crash may have come between deleting someone's rows and removing their bytes.
    if let Err(fault) = erasure::finish(&mut writer).await {
        tracing::warn!(reason = %fault, "the store could not finish an erasure; the next one will");
    }
    let reader = options.pragma("query_only", "ON").connect().await?;
    Ok(Opened::Ready(writer, reader))
}

/// Understands a path, or `sqlite:` and a path.
fn options(url_or_path: &str) -> Result<SqliteConnectOptions, StoreError> {
    let refuse = |reason| StoreError::Open { path: url_or_path.into(), reason };
    if url_or_path.contains(":memory:") || url_or_path.contains("mode=memory") {
        return Err(refuse(Unopened::InMemory));
    }
    let options = if url_or_path.starts_with("sqlite:") {
        SqliteConnectOptions::from_str(url_or_path).map_err(|error| refuse(Unopened::Options(error.into())))?
    } else if let Some((scheme, _)) = url_or_path.split_once("://") {
        // The rest of the address may hold a password.
        return Err(StoreError::Open { path: format!("{scheme}://…"), reason: Unopened::NotSqlite });
    } else {
        SqliteConnectOptions::new().filename(url_or_path)
    };
    if options.get_filename().as_os_str().is_empty() {
        return Err(refuse(Unopened::NoFile));
    }
    Ok(options)
}

/// Creates a missing file so that only its owner can read it; `-wal` and `-shm` take after it.
fn prepare_file(path: &Path) -> Result<(), Unopened> {
    if path.is_dir() {
        return Err(Unopened::Folder);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or(PathBuf::from("."), Into::into);
    if !folder.is_dir() {
        return Err(Unopened::NoFolder(folder));
    }
    let mut create = std::fs::OpenOptions::new();
    create.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut create, 0o600);
    match create.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(Unopened::Uncreatable(error)),
    }
}

/// Refuses the database of another program.
async fn check_owner(connection: &mut SqliteConnection) -> Result<(), Unopened> {
    let id: i64 = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut *connection).await?;
    let others: i64 =
        sqlx::query_scalar("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name <> '_sqlx_migrations'")
            .fetch_one(connection)
            .await?;
    let ours = id == APPLICATION_ID || (id == 0 && others == 0);
    if ours { Ok(()) } else { Err(Unopened::OtherProgram) }
}

/// The newest migration the file has had; 0 for none.
async fn schema_version(connection: &mut SqliteConnection) -> sqlx::Result<i64> {
    let migrated: i64 = sqlx::query_scalar("SELECT count(*) FROM sqlite_schema WHERE name = '_sqlx_migrations'")
        .fetch_one(&mut *connection)
        .await?;
    if migrated == 0 {
        return Ok(0);
    }
    sqlx::query_scalar("SELECT coalesce(max(version), 0) FROM _sqlx_migrations").fetch_one(connection).await
}

fn newest_known() -> i64 {
    MIGRATOR.iter().map(|migration| migration.version).max().unwrap_or(0)
}

/// Proves what durability and erasure rest on.
async fn check_settings(connection: &mut SqliteConnection) -> Result<(), Unopened> {
    let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&mut *connection).await?;
    if !at_least(&version, OLDEST_SQLITE) {
        return Err(Unopened::OldSqlite(version));
    }
    let journal: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut *connection).await?;
    if journal != "wal" {
        return Err(Unopened::NoLog);
    }
    for (pragma, expected) in [("PRAGMA synchronous", 2_i64), ("PRAGMA foreign_keys", 1), ("PRAGMA secure_delete", 1)] {
        let value: i64 = sqlx::query_scalar(pragma).fetch_one(&mut *connection).await?;
        if value != expected {
            return Err(Unopened::Setting { pragma, expected });
        }
    }
    Ok(())
}

fn at_least(version: &str, oldest: [u32; 3]) -> bool {
    let numbers: Vec<u32> = version.split('.').map_while(|part| part.parse().ok()).collect();
    numbers.as_slice() >= oldest.as_slice()
}
