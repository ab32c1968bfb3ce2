//! What a failure of SQLite means for the store.
//!
//! Owns the one place that takes sqlx's errors apart. Never passes on SQLite's own text, which
//! may quote what was being stored: its code is the cause that is kept.

use std::sync::Arc;

use sqlx::migrate::MigrateError;

use super::super::error::{Fault, SqliteCode, Unopened};

impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(error) => match error.code().and_then(|code| code.parse().ok()) {
                Some(code) => Self::Sqlite(SqliteCode(code)),
                None => Self::Uncoded,
            },
            sqlx::Error::Io(error) => Self::Disk(Arc::new(error)),
            sqlx::Error::WorkerCrashed => Self::ConnectionBroke,
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => Self::Undecodable,
            _ => Self::Unusable,
        }
    }
}

impl From<sqlx::Error> for Unopened {
    fn from(error: sqlx::Error) -> Self {
        Self::Fault(error.into())
    }
}

impl From<MigrateError> for Unopened {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
            // These name versions of the schema and nothing that is in it.
            error => Self::Schema(error.into()),
        }
    }
}
