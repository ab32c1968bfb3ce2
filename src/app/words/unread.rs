//! Why a file or a message gave no letter, and what to do instead.

use crate::app::command::ON_MESSAGE;
use crate::document::Unread;

/// Why a file gave no text.
pub(crate) fn file(why: Unread) -> &'static str {
    match why {
        Unread::Kind => {
            "I read .txt, .eml and .pdf files, and this is another kind. Open it and paste the text of it; of a \
             picture, type the lines with the numbers."
        }
        Unread::TooLarge => "That file is larger than 2 MiB, which is more than I read. Paste the text of it instead.",
        Unread::NoText => {
            "I found no text in that file: it may be a scan, which is a picture of the page. Paste the text of it, or \
             type the lines with the numbers."
        }
        Unread::Locked => "That PDF opens only with a password. Open it yourself and paste the text of it.",
        Unread::Broken => "That file is damaged, or it is not what its name says. Open it and paste the text of it.",
        Unread::TooMuch => {
            "That file takes more work than a letter ever should, so I stopped reading it. Paste the text of it instead."
        }
        Unread::Elsewhere => {
            "That file is not on Discord's own servers, so I did not fetch it. Send it as a file of your own, or paste \
             the text of it."
        }
        Unread::Unreachable => {
            "I could not get that file: it is not there, or the connection failed. Try it again, or paste the text of it."
        }
        Unread::Busy => {
            "I am reading several other files right now. Try it again in a minute, or paste the text of it."
        }
        Unread::NoReader => "Something on my side keeps me from reading files. Paste the text of it: that works.",
    }
}

/// A message without words and file.
pub(crate) fn empty() -> &'static str {
    "There is no text in that message. Choose the one with the recruiter's words, or paste them."
}

/// A message that holds only cards.
pub(crate) fn cards() -> &'static str {
    "That message has no words of its own, only a preview or a card. Copy the words from it and paste them."
}

/// A message of the bot's own.
pub(crate) fn own() -> String {
    format!("That message is one of mine. Use \"{ON_MESSAGE}\" on the one with the recruiter's words.")
}
