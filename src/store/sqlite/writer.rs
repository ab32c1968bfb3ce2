//! The one task that writes: what waits in line goes into one transaction, and so into one
//! wait for the disk.
//!
//! Owns transactions, and that a cancelled caller never leaves one open. Must not know the statements.

use sqlx::{Connection, Row, SqliteConnection};
use tokio::sync::{mpsc, oneshot};

use super::super::{Committed, StoreError};
use super::failure::reason;
use super::writing::{Work, apply};

/// The most writes in one transaction.
const BATCH: usize = 64;

/// Up to this size the file is rebuilt in memory when someone is erased, above it in a temporary file.
const REBUILT_IN_MEMORY: i64 = 16 * 1024 * 1024;

/// A write and where its answer goes.
#[derive(Debug)]
pub(super) struct Job {
    /// What to do.
    pub(super) work: Work,
    /// Who waits for it.
    pub(super) answer: oneshot::Sender<Result<Committed, StoreError>>,
}

/// What stands in line.
#[derive(Debug)]
pub(super) enum Message {
    /// Do this.
    Write(Job),
    /// Do what came before, close the file, and answer.
    Close(oneshot::Sender<Result<(), StoreError>>),
}

/// Writes until it is told to close, or until nobody can ask any more.
pub(super) async fn write_in_turn(mut connection: SqliteConnection, mut line: mpsc::Receiver<Message>) {
    let mut messages = Vec::with_capacity(BATCH);
    while line.recv_many(&mut messages, BATCH).await > 0 {
        let mut jobs = Vec::with_capacity(messages.len());
        let mut closing = Vec::new();
        for message in messages.drain(..) {
            match message {
                Message::Write(job) => jobs.push(job),
                Message::Close(answer) => closing.push(answer),
            }
        }
        write(&mut connection, jobs).await;
        if !closing.is_empty() {
            line.close();
            let closed = close(connection).await;
            for answer in closing {
                let _ = answer.send(closed.clone().map_err(StoreError::Write));
            }
            return;
        }
    }
    let _ = close(connection).await;
}

/// Why a transaction came to nothing.
enum Failure {
    /// It could not begin: no write will do better now.
    Beginning(String),
    /// One of its writes failed, or the disk did at its end.
    Inside(String),
}

/// Writes jobs together; where that fails, each alone, so that one can't spoil the others.
async fn write(connection: &mut SqliteConnection, jobs: Vec<Job>) {
    let together = jobs.len() > 1;
    match transact(connection, &jobs).await {
        Ok(committed) => answer(connection, jobs, committed).await,
        Err(Failure::Inside(_)) if together => {
            let mut stuck: Option<String> = None;
            for job in jobs {
                let job = vec![job];
                let outcome = match &stuck {
                    Some(reason) => Err(Failure::Beginning(reason.clone())),
                    None => transact(connection, &job).await,
                };
                match outcome {
                    Ok(committed) => answer(connection, job, committed).await,
                    Err(Failure::Inside(reason)) => refuse(job, &reason),
                    Err(Failure::Beginning(reason)) => {
                        refuse(job, &reason);
                        stuck = Some(reason);
                    }
                }
            }
        }
        Err(Failure::Beginning(reason) | Failure::Inside(reason)) => refuse(jobs, &reason),
    }
}

/// All jobs in one transaction, or none.
async fn transact(connection: &mut SqliteConnection, jobs: &[Job]) -> Result<Vec<Committed>, Failure> {
    if jobs.is_empty() {
        return Ok(Vec::new());
    }
    execute(connection, "BEGIN IMMEDIATE").await.map_err(|error| Failure::Beginning(reason(&error)))?;
    let written = async {
        let mut committed = Vec::with_capacity(jobs.len());
        for job in jobs {
            committed.push(apply(connection, &job.work).await?);
        }
        execute(connection, "COMMIT").await?;
        Ok(committed)
    }
    .await;
    match written {
        Ok(committed) => Ok(committed),
        Err(error) => {
            // A full or failing disk may have rolled back already; then this has nothing to do.
            let _ = execute(connection, "ROLLBACK").await;
            Err(Failure::Inside(reason(&error)))
        }
    }
}

/// Answers jobs that are durable; those that erase only once the bytes are gone too.
async fn answer(connection: &mut SqliteConnection, jobs: Vec<Job>, committed: Vec<Committed>) {
    let erasing = jobs.iter().any(|job| matches!(job.work, Work::Forget(..)));
    let scrubbed = if erasing { scrub(connection).await } else { Ok(()) };
    for (job, committed) in jobs.into_iter().zip(committed) {
        let outcome = match (&job.work, &scrubbed) {
            (Work::Forget(..), Err(reason)) => Err(StoreError::Write(reason.clone())),
            _ => Ok(committed),
        };
        let _ = job.answer.send(outcome);
    }
}

fn refuse(jobs: Vec<Job>, reason: &str) {
    for job in jobs {
        let _ = job.answer.send(Err(StoreError::Write(reason.into())));
    }
}

/// Removes the bytes of deleted rows from the file and its log. `secure_delete` alone leaves copies of
/// rows that once moved between pages, so the file is rebuilt.
async fn scrub(connection: &mut SqliteConnection) -> Result<(), String> {
    let rebuilt = async {
        let size: i64 = sqlx::query_scalar("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
            .fetch_one(&mut *connection)
            .await?;
        let place = if size <= REBUILT_IN_MEMORY { "PRAGMA temp_store = MEMORY" } else { "PRAGMA temp_store = FILE" };
        execute(connection, place).await?;
        execute(connection, "VACUUM").await
    }
    .await;
    rebuilt.map_err(|error| reason(&error))?;
    checkpoint(connection).await
}

/// Moves the log into the file and empties it.
async fn checkpoint(connection: &mut SqliteConnection) -> Result<(), String> {
    let row = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(connection).await;
    match row.and_then(|row| row.try_get::<i64, _>(0)) {
        Ok(0) => Ok(()),
        Ok(_) => Err("another program is reading it, so its log can't be emptied yet".into()),
        Err(error) => Err(reason(&error)),
    }
}

async fn close(mut connection: SqliteConnection) -> Result<(), String> {
    let emptied = checkpoint(&mut connection).await;
    connection.close().await.map_err(|error| reason(&error))?;
    emptied
}

async fn execute(connection: &mut SqliteConnection, statement: &'static str) -> sqlx::Result<()> {
    sqlx::query(statement).execute(connection).await.map(drop)
}
