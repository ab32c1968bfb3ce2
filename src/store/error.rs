//! Why the store can't do what was asked.
//!
//! Owns the sentences and the codes behind them. No display, here or further down the
//! sources, holds a document or SQLite's own text, which may quote what was being stored.

use std::error::Error;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

/// Why the store can't do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file (or its folder) can't be opened or created.
    #[error("the store {path} can't be opened: {reason}")]
    Open {
        /// The file.
        path: String,
        /// Why.
        #[source]
        reason: Unopened,
    },
    /// It was written by a newer version of this program.
    #[error(
        "the store {path} was written by a newer version of this program; update it, or point DATABASE_URL at another file"
    )]
    Newer {
        /// The file.
        path: String,
    },
    /// A read failed.
    #[error("can't read from the store: {0}")]
    Read(#[source] Fault),
    /// A write failed; nothing of it is kept (but see [`Store::forget`](super::Store::forget)).
    #[error("can't write to the store: {0}")]
    Write(#[source] Fault),
}

/// What a read or a write came to grief on.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// [`Store::close`](super::Store::close) came before.
    #[error("it is closed")]
    Closed,
    /// The task that wrote ended before it answered.
    #[error("the write broke off")]
    BrokeOff,
    /// Bytes that were deleted can't be removed from the log while someone reads it.
    #[error("another program is reading it, so its log can't be emptied yet")]
    BeingRead,
    /// SQLite refused, and says why by its code.
    #[error("{0}")]
    Sqlite(#[source] SqliteCode),
    /// SQLite refused without a code.
    #[error("SQLite refused")]
    Uncoded,
    /// The system refused.
    #[error("the disk failed ({})", .0.kind())]
    Disk(#[source] Arc<std::io::Error>),
    /// What came back is not what was stored.
    #[error("its content is damaged")]
    Undecodable,
    /// The connection is gone.
    #[error("its connection broke; restart the program")]
    ConnectionBroke,
    /// Anything else.
    #[error("SQLite could not be used")]
    Unusable,
}

/// SQLite's own code, whose low byte is its kind. Source: sqlite.org/rescode.html.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SqliteCode(pub u32);

impl SqliteCode {
    /// The disk, or the room the file may take, is full.
    pub const FULL: Self = Self(13);
}

impl Error for SqliteCode {}

impl fmt::Display for SqliteCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.0;
        let words = match code & 0xff {
            5 | 6 => "another program holds it locked",
            7 => "there is not enough memory",
            3 | 8 => "it is read-only for this program; allow writing to the file and its folder",
            10 => return write!(f, "the disk failed (SQLite code {code})"),
            11 => "its content is damaged; restore a backup",
            13 => "the disk is full",
            14 => "the file can't be opened; check that this program may read and write it and its folder",
            26 => "it is not a SQLite database",
            _ => return write!(f, "SQLite refused (code {code})"),
        };
        f.write_str(words)
    }
}

/// Why a file is not opened: as the end of a sentence, with its fix.
#[derive(Debug, thiserror::Error)]
pub enum Unopened {
    /// An address of memory, not of a file.
    #[error("nothing would survive a restart; name a file, for example sqlite:counteroffer.db")]
    InMemory,
    /// An address of another kind of database.
    #[error("only SQLite is supported; name a file, for example sqlite:counteroffer.db")]
    NotSqlite,
    /// Options in the address that SQLite does not have.
    #[error("its options are not known; leave them out")]
    Options(#[source] Box<dyn Error + Send + Sync>),
    /// An address without a file.
    #[error("no file is named; name one, for example sqlite:counteroffer.db")]
    NoFile,
    /// A folder in place of a file.
    #[error("it is a folder; name a file in it")]
    Folder,
    /// A folder that is not there.
    #[error("there is no folder {}; create it first", .0.display())]
    NoFolder(PathBuf),
    /// A file that is not there and can't be made.
    #[error("the file can't be created ({})", .0.kind())]
    Uncreatable(#[source] std::io::Error),
    /// A database that this program did not make.
    #[error("it is the database of another program; name another file")]
    OtherProgram,
    /// An SQLite that can damage files.
    #[error("SQLite {0} is too old; 3.51.3 or newer is needed")]
    OldSqlite(String),
    /// A disk that other machines share.
    #[error("its disk does not allow write-ahead logging; put it on a local disk")]
    NoLog,
    /// A setting that durability or erasure rests on and that did not take.
    #[error("SQLite does not keep to {pragma} = {expected}")]
    Setting {
        /// The setting.
        pragma: &'static str,
        /// What it has to be.
        expected: i64,
    },
    /// A schema whose steps are not those of this program.
    #[error("its schema is not one that this program made; restore a backup or name another file")]
    Schema(#[source] Box<dyn Error + Send + Sync>),
    /// The file could not be read or written.
    #[error(transparent)]
    Fault(#[from] Fault),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: u32, expected: &str) {
        assert!(SqliteCode(code).to_string().contains(expected), "{code}: {}", SqliteCode(code));
    }

    #[test]
    fn codes_have_words_and_extended_codes_the_words_of_their_kind() {
        check(5, "holds it locked");
        check(517, "holds it locked");
        check(8, "read-only");
        check(1032, "read-only");
        check(522, "disk failed (SQLite code 522)");
        check(11, "damaged");
        check(13, "disk is full");
        check(26, "not a SQLite database");
        check(19, "code 19");
    }

    #[test]
    fn the_code_is_found_below_the_sentence() {
        let error = StoreError::Write(Fault::Sqlite(SqliteCode(1811)));
        let code = error.source().and_then(Error::source).and_then(|code| code.downcast_ref());
        assert_eq!(code, Some(&SqliteCode(1811)));
        assert_eq!(error.to_string(), "can't write to the store: SQLite refused (code 1811)");
    }
}
