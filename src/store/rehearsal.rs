//! Whether a store could be opened and written, found out without leaving one where there is none.

use std::path::{Path, PathBuf};

use super::{SqliteStore, Store, StoreError};

/// What stands where a store is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rehearsed {
    /// A store, which can be written.
    There,
    /// Nothing yet; the first start can make one.
    ToBeMade,
}

impl SqliteStore {
    /// Opens the store of a path and writes. Where there is none, a passing one beside it stands in: the
    /// bot may make the real one at the same moment, so that one is never taken away.
    pub async fn rehearse(path: &Path) -> Result<Rehearsed, StoreError> {
        if path.exists() {
            open_and_write(path).await?;
            return Ok(Rehearsed::There);
        }
        let passing = Passing::beside(path);
        open_and_write(&passing.0).await.map_err(|error| said_of(path, error))?;
        Ok(Rehearsed::ToBeMade)
    }
}

async fn open_and_write(path: &Path) -> Result<(), StoreError> {
    let store = SqliteStore::open(&path.to_string_lossy()).await?;
    let written = store.check_writable().await;
    store.close().await?;
    written
}

/// Who reads of a failure knows the real file only.
fn said_of(path: &Path, error: StoreError) -> StoreError {
    match error {
        StoreError::Open { reason, .. } => StoreError::Open { path: path.display().to_string(), reason },
        other => other,
    }
}

/// A file that goes with the files SQLite puts beside it.
struct Passing(PathBuf);

impl Passing {
    fn beside(path: &Path) -> Self {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(format!(".check-{}", std::process::id()));
        Self(path.with_file_name(name))
    }
}

impl Drop for Passing {
    fn drop(&mut self) {
        for ending in ["", "-wal", "-shm"] {
            let mut file = self.0.clone().into_os_string();
            file.push(ending);
            // Mostly there is no such file any more.
            std::fs::remove_file(file).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::store::tests::folder;

    fn place() -> (TempDir, PathBuf) {
        let folder = folder();
        let path = folder.path().join("store.db");
        (folder, path)
    }

    fn names(folder: &TempDir) -> Vec<String> {
        let entries = std::fs::read_dir(folder.path()).unwrap();
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }

    #[tokio::test]
    async fn a_store_that_is_not_there_is_not_made() {
        let (folder, path) = place();
        assert_eq!(SqliteStore::rehearse(&path).await.unwrap(), Rehearsed::ToBeMade);
        assert_eq!(names(&folder), Vec::<String>::new());
    }

    #[tokio::test]
    async fn a_store_that_is_there_stays_with_what_it_holds() {
        let (_folder, path) = place();
        let before = SqliteStore::open(path.to_str().unwrap()).await.unwrap();
        before.set_setting("key", "value").await.unwrap();
        before.close().await.unwrap();
        assert_eq!(SqliteStore::rehearse(&path).await.unwrap(), Rehearsed::There);
        assert_eq!(
            SqliteStore::open(path.to_str().unwrap()).await.unwrap().setting("key").await.unwrap().as_deref(),
            Some("value")
        );
    }

    #[tokio::test]
    async fn a_place_for_none_is_told_of_the_store_itself() {
        let (folder, _) = place();
        let error = SqliteStore::rehearse(&folder.path().join("missing/store.db")).await.expect_err("no folder");
        let said = error.to_string().replace(folder.path().to_str().unwrap(), "FOLDER");
        insta::assert_snapshot!(said, @"the store FOLDER/missing/store.db can't be opened: there is no folder FOLDER/missing; create it first");
    }
}
