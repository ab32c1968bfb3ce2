//! What a file gives, or why it gives nothing.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// The largest file that is read, in bytes: 2 MiB.
pub const LARGEST: usize = 2 * 1024 * 1024;
/// The longest text that is taken of a file, in characters.
pub const LONGEST: usize = 100_000;

/// What kind of file a letter comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Format {
    /// Plain text.
    Txt,
    /// A mail as it was sent.
    Eml,
    /// Pages, of which only written text is read, no picture.
    Pdf,
}

impl Format {
    /// The format that a file's name says; `None` for any other.
    pub fn of_name(name: &str) -> Option<Self> {
        name.rsplit_once('.').and_then(|(_, ending)| ending.to_ascii_lowercase().parse().ok())
    }

    /// How a file's name ends, without its dot.
    pub fn ending(self) -> &'static str {
        self.into()
    }
}

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extract {
    /// At most [`LONGEST`] characters, not blank.
    pub text: String,
    /// What of the file is not in it.
    pub missing: Option<Missing>,
}

/// What of a file is not in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// What comes after the first [`LONGEST`] characters.
    End,
    /// Parts that can't be read: pages, or files inside a mail.
    Parts,
}

/// Why there is no text of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Unread {
    /// It is none of the kinds that are read.
    #[error("not a kind of file that is read")]
    Kind,
    /// It is larger than [`LARGEST`].
    #[error("too large")]
    TooLarge,
    /// It holds no text: a picture of a page, or nothing.
    #[error("no text in it")]
    NoText,
    /// It opens only with a password.
    #[error("locked with a password")]
    Locked,
    /// It is damaged, or not what its name says.
    #[error("damaged")]
    Broken,
    /// It took more time or memory than a letter may.
    #[error("too much work")]
    TooMuch,
    /// It is not where files of this shell are.
    #[error("not where files may be fetched from")]
    Elsewhere,
    /// It is not there, or can't be reached.
    #[error("not to be had")]
    Unreachable,
    /// Too many files are being read at once.
    #[error("too many at once")]
    Busy,
    /// The process that reads files could not be used.
    #[error("the reading process failed")]
    NoReader,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_these_limits() {
        assert_eq!((LARGEST, LONGEST), (2 << 20, 100_000));
    }

    #[test]
    fn the_name_says_the_format() {
        for (name, format) in [
            ("offer.txt", Some(Format::Txt)),
            ("Offer Letter.PDF", Some(Format::Pdf)),
            ("Re: your offer.v2.eml", Some(Format::Eml)),
            ("offer.docx", None),
            ("offer.png", None),
            ("pdf", None),
            ("offer.pdf.zip", None),
            ("", None),
        ] {
            assert_eq!(Format::of_name(name), format, "{name}");
        }
        for format in Format::VARIANTS {
            assert_eq!(Format::of_name(&format!("x.{}", format.ending())), Some(*format));
        }
    }
}
