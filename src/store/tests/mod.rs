//! What every store has to do alike, and where the files of tests are.

pub(crate) mod conformance;

/// A folder for a test's files, in memory where the machine has such a place: a test waits for no disk, and a process
/// that is killed loses nothing of it either.
pub(crate) fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder")
}
