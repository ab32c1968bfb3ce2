//! The folder that files of cards are written to. None that was there before is ever replaced.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// How often another name is tried where one is taken.
const MOST_NAMES: u32 = 1_000;

/// A folder, and what was written to it in this run.
#[derive(Debug)]
pub(in crate::cli) struct Folder {
    path: PathBuf,
    /// By the name that was wished for: where it is, and its content.
    written: BTreeMap<String, (PathBuf, Vec<u8>)>,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Written {
    /// Where, from the root.
    pub path: PathBuf,
    /// What there is to say of it besides.
    pub how: How,
}

/// How a file came to be where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum How {
    /// Under its own name.
    New,
    /// Under another name: its own was taken.
    Renamed,
    /// In place of the one that this run wrote before.
    Again,
}

impl Folder {
    /// A folder that is there.
    pub(in crate::cli) fn new(path: PathBuf) -> Self {
        Self { path, written: BTreeMap::new() }
    }

    /// Writes a file. One that this run wrote, and nobody changed since, gets the new content; any other is left, and
    /// a free name is taken.
    pub(in crate::cli) fn write(&mut self, name: &str, content: &[u8]) -> std::io::Result<Written> {
        let name =
            Path::new(name).file_name().map_or_else(|| "file".into(), |name| name.to_string_lossy().into_owned());
        let before = self.written.get(&name).cloned();
        let (path, how) = match before.filter(|(path, old)| std::fs::read(path).is_ok_and(|now| now == *old)) {
            Some((path, _)) => {
                std::fs::write(&path, content)?;
                (path, How::Again)
            }
            None => self.create(&name, content)?,
        };
        self.written.insert(name, (path.clone(), content.to_vec()));
        Ok(Written { path: std::path::absolute(&path)?, how })
    }

    fn create(&self, name: &str, content: &[u8]) -> std::io::Result<(PathBuf, How)> {
        let (stem, extension) =
            name.rsplit_once('.').map_or((name, String::new()), |(stem, end)| (stem, format!(".{end}")));
        let others = (2..=MOST_NAMES).map(|number| (format!("{stem}-{number}{extension}"), How::Renamed));
        for (name, how) in std::iter::once((name.to_owned(), How::New)).chain(others) {
            let path = self.path.join(name);
            match open_new(&path) {
                Ok(mut file) => return file.write_all(content).map(|()| (path, how)),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }
}

/// Opens a file that is not there yet. It may hold pay: where the system knows owners, only its owner can read it.
fn open_new(path: &Path) -> std::io::Result<std::fs::File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

impl Written {
    /// What is said above its path.
    pub(in crate::cli) fn says(&self) -> &'static str {
        match self.how {
            How::New => "Written to this file:",
            How::Renamed => "A file of that name was there already and stays. Written to this one:",
            How::Again => "Written again, in place of what I wrote before:",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(written: &Written) -> String {
        written.path.file_name().expect("a name").to_string_lossy().into_owned()
    }

    #[test]
    fn a_file_is_written_and_its_path_is_whole() {
        let place = tempfile::tempdir().expect("a folder");
        let mut folder = Folder::new(place.path().to_owned());
        let written = folder.write("offer.ics", b"BEGIN").expect("room");
        assert_eq!((name(&written), written.how), ("offer.ics".into(), How::New));
        assert!(written.path.is_absolute());
        assert_eq!(std::fs::read(&written.path).expect("there"), b"BEGIN");
    }

    #[test]
    fn what_was_there_before_stays() {
        let place = tempfile::tempdir().expect("a folder");
        std::fs::write(place.path().join("offer.ics"), "mine").expect("room");
        let mut folder = Folder::new(place.path().to_owned());
        let written = folder.write("offer.ics", b"BEGIN").expect("room");
        assert_eq!((name(&written), written.how), ("offer-2.ics".into(), How::Renamed));
        assert_eq!(std::fs::read_to_string(place.path().join("offer.ics")).expect("there"), "mine");
    }

    #[test]
    fn what_this_run_wrote_is_written_again_unless_it_was_changed() {
        let place = tempfile::tempdir().expect("a folder");
        let mut folder = Folder::new(place.path().to_owned());
        folder.write("offer.ics", b"one").expect("room");
        let again = folder.write("offer.ics", b"two").expect("room");
        assert_eq!((name(&again), again.how), ("offer.ics".into(), How::Again));
        assert_eq!(std::fs::read(&again.path).expect("there"), b"two");
        std::fs::write(&again.path, "changed by hand").expect("room");
        let other = folder.write("offer.ics", b"three").expect("room");
        assert_eq!((name(&other), other.how), ("offer-2.ics".into(), How::Renamed));
        assert_eq!(std::fs::read_to_string(&again.path).expect("there"), "changed by hand");
    }

    #[test]
    fn a_name_leads_nowhere_else() {
        let place = tempfile::tempdir().expect("a folder");
        let mut folder = Folder::new(place.path().to_owned());
        let written = folder.write("../../x.txt", b"").expect("room");
        assert_eq!(written.path, std::path::absolute(place.path().join("x.txt")).expect("a path"));
        assert!(Folder::new(place.path().join("nowhere")).write("x.txt", b"").is_err());
    }
}
