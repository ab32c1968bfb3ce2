//! What a write does inside its transaction.
//!
//! Owns the statements; must not know when a transaction begins, ends or is tried again.

use sqlx::SqliteConnection;

use super::super::claim::{COUNTERS_KEPT, Claim, FIRST_SNOWFLAKE};
use super::super::{Change, Committed};
use super::erasure;
use crate::user::UserId;

/// One write.
#[derive(Debug)]
pub(super) enum Work {
    /// A request's change.
    Commit(UserId, Change),
    /// Erase a user, as a request's effect.
    Forget(UserId, u64),
    /// Keep a setting.
    Setting(String, String),
    /// Find out whether writing works.
    Check,
}

/// Does one write inside an open transaction.
pub(super) async fn apply(connection: &mut SqliteConnection, work: &Work) -> sqlx::Result<Committed> {
    match work {
        Work::Commit(user, change) => {
            if claim(connection, Claim::of(*user, change.request)).await? == Committed::Before {
                return Ok(Committed::Before);
            }
            write_user(connection, *user, change).await?;
            write_offers(connection, *user, change).await?;
        }
        Work::Forget(user, request) => {
            if claim(connection, Claim::of(*user, *request)).await? == Committed::Before {
                return Ok(Committed::Before);
            }
            // The offers go with it, by their foreign key.
            let delete = sqlx::query("DELETE FROM users WHERE id = ?1").bind(user.0.cast_signed());
            if delete.execute(&mut *connection).await?.rows_affected() > 0 {
                erasure::mark(connection).await?;
            }
        }
        Work::Setting(key, value) => keep_setting(connection, key, value).await?,
        Work::Check => write_and_remove(connection).await?,
    }
    Ok(Committed::Done)
}

/// Claims a request, and lets go of a few claims that are too old to matter.
async fn claim(connection: &mut SqliteConnection, claim: Claim) -> sqlx::Result<Committed> {
    let (owner, request) = (claim.owner.cast_signed(), claim.request.cast_signed());
    let claimed = sqlx::query("INSERT INTO effects (owner, request) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
        .bind(owner)
        .bind(request)
        .execute(&mut *connection)
        .await?;
    if claimed.rows_affected() == 0 {
        return Ok(Committed::Before);
    }
    let sweep = if let Some(oldest) = claim.oldest_kept() {
        sqlx::query(
            "DELETE FROM effects WHERE owner = ?1 AND request IN (SELECT request FROM effects \
             WHERE owner = ?1 AND request >= ?2 AND request < ?3 ORDER BY request LIMIT 8)",
        )
        .bind(owner)
        .bind(FIRST_SNOWFLAKE.cast_signed())
        .bind(oldest.cast_signed())
    } else {
        sqlx::query(
            "DELETE FROM effects WHERE owner = ?1 AND request IN (SELECT request FROM effects \
             WHERE owner = ?1 AND request >= 0 AND request < ?2 ORDER BY request DESC LIMIT -1 OFFSET ?3)",
        )
        .bind(owner)
        .bind(FIRST_SNOWFLAKE.cast_signed())
        .bind(i64::try_from(COUNTERS_KEPT).unwrap_or(i64::MAX))
    };
    sweep.execute(connection).await?;
    Ok(Committed::Done)
}

async fn write_user(connection: &mut SqliteConnection, user: UserId, change: &Change) -> sqlx::Result<()> {
    let any_offer = change.offers.iter().any(|(_, document)| document.is_some());
    if change.user.is_none() && change.awaiting.is_none() && !any_offer {
        return Ok(());
    }
    sqlx::query(
        "INSERT INTO users (id, document, awaiting_channel, last_message) VALUES (?1, ?2, ?4, ?5) \
         ON CONFLICT (id) DO UPDATE SET document = coalesce(?2, document), \
         awaiting_channel = iif(?3, ?4, awaiting_channel), last_message = iif(?3, ?5, last_message)",
    )
    .bind(user.0.cast_signed())
    .bind(change.user.as_deref())
    .bind(change.awaiting.is_some())
    .bind(change.awaiting.and_then(|awaiting| awaiting.channel).map(u64::cast_signed))
    .bind(change.awaiting.map(|awaiting| awaiting.message.cast_signed()))
    .execute(connection)
    .await?;
    Ok(())
}

async fn write_offers(connection: &mut SqliteConnection, user: UserId, change: &Change) -> sqlx::Result<()> {
    for (number, document) in &change.offers {
        let query = match document {
            Some(document) => sqlx::query(
                "INSERT INTO offers (user_id, number, document) VALUES (?1, ?2, ?3) \
                 ON CONFLICT (user_id, number) DO UPDATE SET document = ?3",
            )
            .bind(user.0.cast_signed())
            .bind(*number)
            .bind(document.as_str()),
            None => sqlx::query("DELETE FROM offers WHERE user_id = ?1 AND number = ?2")
                .bind(user.0.cast_signed())
                .bind(*number),
        };
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

async fn keep_setting(connection: &mut SqliteConnection, key: &str, value: &str) -> sqlx::Result<()> {
    sqlx::query("INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2")
        .bind(key)
        .bind(value)
        .execute(connection)
        .await?;
    Ok(())
}

/// Takes two pages and gives them back: what a small answer needs on a disk that is nearly full.
async fn write_and_remove(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    for statement in [
        "INSERT INTO settings (key, value) VALUES ('store.room', hex(randomblob(4096))) ON CONFLICT (key) DO NOTHING",
        "DELETE FROM settings WHERE key = 'store.room'",
        "INSERT INTO settings (key, value) VALUES ('store.checks', '1') \
         ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1",
    ] {
        sqlx::query(statement).execute(&mut *connection).await?;
    }
    Ok(())
}
