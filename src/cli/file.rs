//! A file that a person in the terminal names, opened for the door as Discord's is by its shell.

use std::io::Read;
use std::path::Path;

use crate::app::{Body, Brought, Command};
use crate::document::{DocumentReader, Extract, Format, LARGEST, Unread};

/// A request, with the letter in place of the name of its file.
pub(super) async fn opened(body: Body) -> Body {
    match &body {
        Body::Command { command: Command::OfferPaste, options } => match options.get("file") {
            Some(path) => {
                let file = Some(text(Path::new(path), &DocumentReader::default()).await);
                Body::Letter(Brought::Letter { words: String::new(), file })
            }
            None => body,
        },
        _ => body,
    }
}

async fn text(path: &Path, reader: &DocumentReader) -> Result<Extract, Unread> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let format = Format::of_name(&name).ok_or(Unread::Kind)?;
    reader.read(format, &bytes(path)?).await
}

/// The content, no further than shows that it is too large.
fn bytes(path: &Path) -> Result<Vec<u8>, Unread> {
    let unreachable = |_| Unread::Unreachable;
    // A pipe or a device could keep the terminal waiting for ever.
    if !path.metadata().map_err(unreachable)?.is_file() {
        return Err(Unread::Unreachable);
    }
    let file = std::fs::File::open(path).map_err(unreachable)?;
    let mut bytes = Vec::new();
    file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(unreachable)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paste(path: &str) -> Body {
        Body::Command { command: Command::OfferPaste, options: [("file", path)].into_iter().collect() }
    }

    #[tokio::test]
    async fn what_can_not_be_opened_says_why() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name).display().to_string();
        std::fs::write(path("large.txt"), vec![b'a'; LARGEST + 1]).expect("written");
        std::fs::create_dir(path("folder.txt")).expect("made");
        for (name, why) in [
            ("letter.docx", Unread::Kind),
            ("nowhere.pdf", Unread::Unreachable),
            ("folder.txt", Unread::Unreachable),
            ("large.txt", Unread::TooLarge),
        ] {
            let letter = Body::Letter(Brought::Letter { words: String::new(), file: Some(Err(why)) });
            assert_eq!(opened(paste(&path(name))).await, letter, "{name}");
        }
        assert_eq!(opened(Body::Words("file:x.txt".into())).await, Body::Words("file:x.txt".into()));
    }
}
