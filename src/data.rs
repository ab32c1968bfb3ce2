//! Data files: from their text to values, and what is said where one can't be used.
//!
//! Owns the one error of all such files (bands, taxes, schedules, templates) and the one way
//! in: embedded or from a folder, then TOML. Must not know what a file holds.

use std::error::Error;
use std::fmt;
use std::path::Path;

use rust_embed::RustEmbed;
use serde::de::DeserializeOwned;

/// Why a data file can't be used: always with the file and the reason, and with the key where
/// one is at fault. The display is a sentence for whoever wrote the file.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {}{reason}", Whose { entry: entry.as_deref(), key: key.as_deref() })]
pub struct FileError {
    /// The file, or the folder, as it is named to people.
    pub file: String,
    /// The entry in it, where a file holds several, such as one company.
    pub entry: Option<String>,
    /// The key at fault.
    pub key: Option<String>,
    /// What is wrong and what would be right.
    pub reason: String,
    /// What refused it, where something other than this program did.
    #[source]
    pub cause: Option<Box<dyn Error + Send + Sync>>,
}

/// What stands between a file and the reason.
struct Whose<'a> {
    entry: Option<&'a str>,
    key: Option<&'a str>,
}

impl fmt::Display for Whose<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(entry) = self.entry {
            write!(f, "{entry}: ")?;
        }
        self.key.map_or(Ok(()), |key| write!(f, "`{key}` "))
    }
}

impl FileError {
    /// A file that does not do as a whole.
    pub fn new(file: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { file: file.into(), entry: None, key: None, reason: reason.into(), cause: None }
    }

    /// A value that does not do; the reason goes on after the key (``"`year` is 26; write …"``).
    pub fn at(file: impl Into<String>, key: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { key: Some(key.into()), ..Self::new(file, reason) }
    }

    /// Names the entry of the file that is at fault.
    #[must_use]
    pub fn of(self, entry: impl Into<String>) -> Self {
        Self { entry: Some(entry.into()), ..self }
    }

    /// Keeps what refused the file. Its words belong into the reason too: this is for logs and tests.
    #[must_use]
    pub fn because(self, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { cause: Some(cause.into()), ..self }
    }
}

/// A file's text as what it should hold.
pub fn read_toml<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, FileError> {
    toml::from_str(text).map_err(|error| FileError::new(file, on_one_line(&error)).because(error))
}

/// The text of an error on one line, as a reason: parsers draw theirs over several.
pub fn on_one_line(error: &impl fmt::Display) -> String {
    error.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The files inside the program, each with its name below `folder` and its text, by name.
pub fn embedded<Files: RustEmbed>(folder: &str) -> Vec<(String, String)> {
    let text = |name: &str| Files::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned());
    let mut texts: Vec<(String, String)> =
        Files::iter().filter_map(|name| Some((format!("{folder}/{name}"), text(&name)?))).collect();
    texts.sort();
    texts
}

/// The files of a folder that end in `extension`, each with its path and its text, by path.
pub fn from_folder(folder: &Path, extension: &str) -> Result<Vec<(String, String)>, FileError> {
    let cannot = |path: &Path, error: std::io::Error| {
        FileError::new(path.display().to_string(), unreadable(&error)).because(error)
    };
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| cannot(folder, error))? {
        let path = entry.map_err(|error| cannot(folder, error))?.path();
        if path.extension().is_some_and(|found| found == extension) {
            let text = std::fs::read_to_string(&path).map_err(|error| cannot(&path, error))?;
            texts.push((path.display().to_string(), text));
        }
    }
    texts.sort();
    Ok(texts)
}

fn unreadable(error: &std::io::Error) -> String {
    format!("can't be read: {error}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Tea {
        #[allow(dead_code, reason = "only whether it is there matters")]
        cups: u32,
    }

    #[test]
    fn an_error_names_file_entry_and_key() {
        let error = FileError::at("teas/x.toml", "cups", "is 0; write how many there are");
        assert_eq!(error.to_string(), "teas/x.toml: `cups` is 0; write how many there are");
        assert_eq!(error.of("Assam").to_string(), "teas/x.toml: Assam: `cups` is 0; write how many there are");
        assert_eq!(FileError::new("teas", "holds no tea").to_string(), "teas: holds no tea");
    }

    #[test]
    fn a_text_that_is_no_such_document_keeps_the_parsers_error() {
        let error = read_toml::<Tea>("teas/x.toml", "cups = 1\nmilk = true\n").expect_err("a key too many");
        assert_eq!(
            error.to_string(),
            "teas/x.toml: TOML parse error at line 2, column 1 | 2 | milk = true | ^^^^ unknown field `milk`, expected `cups`"
        );
        let cause = error.source().and_then(|cause| cause.downcast_ref::<toml::de::Error>());
        assert_eq!(cause.and_then(toml::de::Error::span), Some(9..13));
    }

    #[test]
    fn a_folder_gives_its_files_by_name_or_says_why_not() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in [("b.toml", "2"), ("a.toml", "1"), ("notes.txt", "3")] {
            std::fs::write(folder.path().join(name), text).expect("written");
        }
        let texts = from_folder(folder.path(), "toml").expect("read");
        assert_eq!(texts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(), ["1", "2"]);
        std::fs::write(folder.path().join("c.toml"), [0xff]).expect("written");
        let error = from_folder(folder.path(), "toml").expect_err("no text");
        assert!(error.file.ends_with("c.toml") && error.to_string().contains(": can't be read: "), "{error}");
        let error = from_folder(&folder.path().join("missing"), "toml").expect_err("no folder");
        assert!(error.file.ends_with("missing") && error.source().is_some(), "{error}");
    }
}
