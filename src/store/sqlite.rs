//! The store in one SQLite file.
//!
//! Owns the file: who reads it, who writes it, how it is opened. One connection writes and one reads,
//! so that a read never waits for the disk. Must not know what a document says.

mod erasure;
mod failure;
mod opening;
#[cfg(test)]
mod tests;
mod writer;
mod writing;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::{Connection, Row, SqliteConnection};
use tokio::sync::{Mutex, mpsc, oneshot};

use self::writer::{Job, Message};
use self::writing::Work;
use super::{Change, Committed, Documents, Fault, Store, StoreError};
use crate::user::UserId;

/// How long a write waits for another program that holds the file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(2);

/// Writes that may wait in line; more make their senders wait.
const LINE: usize = 1_024;

/// Keeps documents in a SQLite file: durable when a write returns, also through a power cut.
#[derive(Debug)]
pub struct SqliteStore {
    reader: Mutex<Option<SqliteConnection>>,
    line: mpsc::Sender<Message>,
}

impl SqliteStore {
    /// Opens a file, or creates it: a path, or `sqlite:` and a path. Brings an older schema up to date.
    pub async fn open(url_or_path: &str) -> Result<Self, StoreError> {
        Self::open_with(url_or_path, BUSY_TIMEOUT).await
    }

    /// [`SqliteStore::open`] with another patience for programs that hold the file.
    pub async fn open_with(url_or_path: &str, busy_timeout: Duration) -> Result<Self, StoreError> {
        let (writer, reader) = opening::open(url_or_path, busy_timeout).await?;
        Ok(Self::over(writer, reader))
    }

    fn over(writer: SqliteConnection, reader: SqliteConnection) -> Self {
        let (line, jobs) = mpsc::channel(LINE);
        tokio::spawn(writer::write_in_turn(writer, jobs));
        Self { reader: Mutex::new(Some(reader)), line }
    }

    async fn write(&self, work: Work) -> Result<Committed, StoreError> {
        let (answer, answered) = oneshot::channel();
        let closed = || StoreError::Write(Fault::Closed);
        self.line.send(Message::Write(Job { work, answer })).await.map_err(|_| closed())?;
        answered.await.map_err(|_| closed())?
    }
}

/// The documents of a user as one statement, so that they are of one moment.
const LOAD: &str = "\
SELECT NULL AS number, document FROM users WHERE id = ?1 AND document IS NOT NULL \
UNION ALL SELECT number, document FROM offers WHERE user_id = ?1 ORDER BY 1";

/// Runs a query on the reading connection and takes its rows with `$row`.
macro_rules! read {
    ($store:expr, $query:expr, $row:expr) => {{
        let mut reader = $store.reader.lock().await;
        let Some(connection) = reader.as_mut() else { return Err(StoreError::Read(Fault::Closed)) };
        let rows = $query.fetch_all(connection).await;
        drop(reader);
        rows.and_then(|rows| rows.iter().map($row).collect::<Result<Vec<_>, _>>())
            .map_err(|error: sqlx::Error| StoreError::Read(error.into()))?
    }};
}

#[async_trait]
impl Store for SqliteStore {
    async fn load(&self, user: UserId) -> Result<Arc<Documents>, StoreError> {
        let rows = read!(self, sqlx::query(LOAD).bind(user.0.cast_signed()), |row| {
            Ok((row.try_get::<Option<u32>, _>(0)?, row.try_get::<String, _>(1)?))
        });
        let mut documents = Documents::default();
        for (number, document) in rows {
            match number {
                None => documents.user = Some(document),
                Some(number) => documents.offers.push((number, document)),
            }
        }
        Ok(Arc::new(documents))
    }

    async fn commit(&self, user: UserId, change: Change) -> Result<Committed, StoreError> {
        self.write(Work::Commit(user, change)).await
    }

    async fn forget(&self, user: UserId, request: u64) -> Result<Committed, StoreError> {
        self.write(Work::Forget(user, request)).await
    }

    async fn awaiting(&self) -> Result<Vec<(UserId, u64, u64)>, StoreError> {
        const AWAITING: &str = "\
            SELECT id, awaiting_channel, last_message FROM users INDEXED BY users_awaiting \
            WHERE awaiting_channel IS NOT NULL";
        let mut awaiting = read!(self, sqlx::query(AWAITING), |row| {
            let number = |column: usize| row.try_get(column).map(i64::cast_unsigned);
            Ok((UserId(number(0)?), number(1)?, number(2)?))
        });
        awaiting.sort_unstable();
        Ok(awaiting)
    }

    async fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        let query = sqlx::query("SELECT value FROM settings WHERE key = ?1").bind(key);
        Ok(read!(self, query, |row| row.try_get(0)).pop())
    }

    async fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.write(Work::Setting(key.into(), value.into())).await.map(drop)
    }

    async fn check_writable(&self) -> Result<(), StoreError> {
        self.write(Work::Check).await.map(drop)
    }

    async fn close(&self) -> Result<(), StoreError> {
        if let Some(reader) = self.reader.lock().await.take() {
            reader.close().await.map_err(|error: sqlx::Error| StoreError::Read(error.into()))?;
        }
        let (answer, answered) = oneshot::channel();
        if self.line.send(Message::Close(answer)).await.is_err() {
            return Ok(());
        }
        answered.await.unwrap_or(Ok(()))
    }
}
