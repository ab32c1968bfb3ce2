//! What a failure of SQLite is called in a sentence.
//!
//! Owns the wording. Never passes on SQLite's own text, which may quote what was being stored.

/// Why it failed, as the end of a sentence.
pub(super) fn reason(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(error) => match error.code().and_then(|code| code.parse::<u32>().ok()) {
            Some(code) => of_code(code),
            None => "SQLite refused".into(),
        },
        sqlx::Error::Io(error) => format!("the disk failed ({})", error.kind()),
        sqlx::Error::WorkerCrashed => "its connection broke; restart the program".into(),
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => "its content is damaged".into(),
        _ => "SQLite could not be used".into(),
    }
}

/// The low byte of a code is its kind. Source: sqlite.org/rescode.html.
fn of_code(code: u32) -> String {
    match code & 0xff {
        5 | 6 => "another program holds it locked".into(),
        7 => "there is not enough memory".into(),
        3 | 8 => "it is read-only for this program; allow writing to the file and its folder".into(),
        10 => format!("the disk failed (SQLite code {code})"),
        11 => "its content is damaged; restore a backup".into(),
        13 => "the disk is full".into(),
        14 => "the file can't be opened; check that this program may read and write it and its folder".into(),
        26 => "it is not a SQLite database".into(),
        _ => format!("SQLite refused (code {code})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: u32, expected: &str) {
        assert!(of_code(code).contains(expected), "{code}: {}", of_code(code));
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
}
