//! Erasing from the file what was deleted from its tables.
//!
//! `secure_delete` and an emptied log are not enough: when rows move between pages, SQLite leaves
//! their old bytes in the gap of the page they left. So the file is rebuilt. A mark made in the
//! transaction that deletes says that this is still to be done, also after a crash.
//! Must not know whose rows they were.

use sqlx::{Row, SqliteConnection};

use super::super::Fault;

/// Up to this size the file is rebuilt in memory, above it in a temporary file.
const REBUILT_IN_MEMORY: i64 = 16 * 1024 * 1024;

/// Marks, inside a transaction that deletes, that bytes have to go.
pub(super) async fn mark(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    execute(connection, "INSERT INTO settings (key, value) VALUES ('store.erasing', '1') ON CONFLICT DO NOTHING").await
}

/// Removes the bytes of deleted rows from the file and its log, where that is still to be done.
pub(super) async fn finish(connection: &mut SqliteConnection) -> Result<(), Fault> {
    if !is_marked(connection).await? {
        return Ok(());
    }
    rebuild(connection).await?;
    empty_log(connection).await?;
    execute(connection, "DELETE FROM settings WHERE key = 'store.erasing'").await?;
    Ok(())
}

async fn is_marked(connection: &mut SqliteConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM settings WHERE key = 'store.erasing')").fetch_one(connection).await
}

async fn rebuild(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    let size: i64 = sqlx::query_scalar("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        .fetch_one(&mut *connection)
        .await?;
    let place = if size <= REBUILT_IN_MEMORY { "PRAGMA temp_store = MEMORY" } else { "PRAGMA temp_store = FILE" };
    execute(connection, place).await?;
    execute(connection, "VACUUM").await
}

/// Moves the log into the file and cuts it to nothing.
async fn empty_log(connection: &mut SqliteConnection) -> Result<(), Fault> {
    let row = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(connection).await?;
    let busy: i64 = row.try_get(0)?;
    if busy == 0 { Ok(()) } else { Err(Fault::BeingRead) }
}

async fn execute(connection: &mut SqliteConnection, statement: &'static str) -> sqlx::Result<()> {
    sqlx::query(statement).execute(connection).await.map(drop)
}
