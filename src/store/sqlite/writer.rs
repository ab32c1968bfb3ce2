//! The one task that writes: what waits in line goes into one transaction, and so into one
//! wait for the disk.
//!
//! Owns transactions, and that a cancelled caller never leaves one open. Must not know the statements.

use sqlx::{Connection, SqliteConnection};
use tokio::sync::{mpsc, oneshot};

use super::super::{Committed, Fault, StoreError};
use super::erasure;
use super::writing::{Work, apply};

/// The most writes in one transaction.
const BATCH: usize = 64;

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
    Beginning(Fault),
    /// One of its writes failed, or the disk did at its end.
    Inside(Fault),
}

/// Writes jobs together; where that fails, each alone, so that one can't spoil the others.
async fn write(connection: &mut SqliteConnection, jobs: Vec<Job>) {
    let together = jobs.len() > 1;
    match transact(connection, &jobs).await {
        Ok(committed) => answer(connection, jobs, committed).await,
        Err(Failure::Inside(_)) if together => {
            let mut stuck: Option<Fault> = None;
            for job in jobs {
                let job = vec![job];
                let outcome = match &stuck {
                    Some(fault) => Err(Failure::Beginning(fault.clone())),
                    None => transact(connection, &job).await,
                };
                match outcome {
                    Ok(committed) => answer(connection, job, committed).await,
                    Err(Failure::Inside(fault)) => refuse(job, &fault),
                    Err(Failure::Beginning(fault)) => {
                        refuse(job, &fault);
                        stuck = Some(fault);
                    }
                }
            }
        }
        Err(Failure::Beginning(fault) | Failure::Inside(fault)) => refuse(jobs, &fault),
    }
}

/// All jobs in one transaction, or none.
async fn transact(connection: &mut SqliteConnection, jobs: &[Job]) -> Result<Vec<Committed>, Failure> {
    if jobs.is_empty() {
        return Ok(Vec::new());
    }
    let written = async {
        execute(connection, "BEGIN IMMEDIATE").await.map_err(|error| Failure::Beginning(error.into()))?;
        write_all(connection, jobs).await.map_err(|error| Failure::Inside(error.into()))
    }
    .await;
    if written.is_err() {
        // A full or failing disk may have rolled back already; then this has nothing to do.
        let _ = execute(connection, "ROLLBACK").await;
    }
    written
}

async fn write_all(connection: &mut SqliteConnection, jobs: &[Job]) -> sqlx::Result<Vec<Committed>> {
    let mut committed = Vec::with_capacity(jobs.len());
    for job in jobs {
        committed.push(apply(connection, &job.work).await?);
    }
    execute(connection, "COMMIT").await?;
    Ok(committed)
}

/// Answers jobs that are durable; those that erase only once the bytes are gone too.
async fn answer(connection: &mut SqliteConnection, jobs: Vec<Job>, committed: Vec<Committed>) {
    let erasing = jobs.iter().any(|job| matches!(job.work, Work::Forget(..)));
    let erased = if erasing { erasure::finish(connection).await } else { Ok(()) };
    for (job, committed) in jobs.into_iter().zip(committed) {
        let outcome = match (&job.work, &erased) {
            (Work::Forget(..), Err(fault)) => Err(StoreError::Write(fault.clone())),
            _ => Ok(committed),
        };
        let _ = job.answer.send(outcome);
    }
}

fn refuse(jobs: Vec<Job>, fault: &Fault) {
    for job in jobs {
        let _ = job.answer.send(Err(StoreError::Write(fault.clone())));
    }
}

/// Closes; the last connection to a file moves its log into it.
async fn close(connection: SqliteConnection) -> Result<(), Fault> {
    Ok(connection.close().await?)
}

async fn execute(connection: &mut SqliteConnection, statement: &'static str) -> sqlx::Result<()> {
    sqlx::query(statement).execute(connection).await.map(drop)
}
