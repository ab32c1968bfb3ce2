//! What of a message can be read as a letter: its words, and the file beside them.
//!
//! Owns reading this off what Discord delivers. Must not fetch anything.

use serenity::model::channel::{Attachment, Message};
use serenity::model::id::ApplicationId;

use super::rest::{Past, PastFile};
use crate::app::{Body, Brought};
use crate::document::Format;

/// A file as Discord tells of it, still to be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attached {
    pub(super) name: String,
    /// In bytes, as Discord says.
    pub(super) size: u64,
    pub(super) url: String,
}

impl From<&Attachment> for Attached {
    fn from(file: &Attachment) -> Self {
        Self { name: file.filename.clone(), size: file.size.into(), url: file.url.clone() }
    }
}

impl From<&PastFile> for Attached {
    fn from(file: &PastFile) -> Self {
        Self { name: file.filename.clone(), size: file.size, url: file.url.clone() }
    }
}

/// A message as far as it can be read, together with the messages that it passes on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sent {
    /// What the writer wrote.
    content: String,
    /// What the messages say that are passed on with it.
    passed_on: Vec<String>,
    files: Vec<Attached>,
    has_cards: bool,
}

impl From<&Message> for Sent {
    fn from(message: &Message) -> Self {
        let inner = &message.message_snapshots;
        let files = message.attachments.iter().chain(inner.iter().flat_map(|inner| &inner.attachments));
        Self {
            content: message.content.clone(),
            passed_on: inner.iter().map(|inner| inner.content.clone()).collect(),
            files: files.map(Attached::from).collect(),
            has_cards: !message.embeds.is_empty() || inner.iter().any(|inner| !inner.embeds.is_empty()),
        }
    }
}

impl From<&Past> for Sent {
    fn from(past: &Past) -> Self {
        let inner = past.message_snapshots.iter().map(|snapshot| &snapshot.message);
        let files = past.attachments.iter().chain(inner.clone().flat_map(|inner| &inner.attachments));
        Self {
            content: past.content.clone(),
            passed_on: inner.map(|inner| inner.content.clone()).collect(),
            files: files.map(Attached::from).collect(),
            has_cards: false,
        }
    }
}

impl Sent {
    /// What a person wrote to the bot: words, or a letter where a file or another message comes
    /// with them. A picture beside words is left out.
    pub(super) fn into_request(self) -> (Body, Option<Attached>) {
        let readable = self.files.iter().any(is_readable);
        let passed_on = self.passed_on.iter().any(|words| !words.trim().is_empty());
        if readable || passed_on || (self.content.trim().is_empty() && !self.files.is_empty()) {
            return self.letter();
        }
        (Body::Words(self.content), None)
    }

    /// A message as a letter, whoever wrote it.
    pub(super) fn letter(self) -> (Body, Option<Attached>) {
        let parts = std::iter::once(self.content).chain(self.passed_on);
        let words = parts.filter(|words| !words.trim().is_empty()).collect::<Vec<_>>().join("\n\n");
        // One that can't be read is told, where there is nothing else.
        let readable = self.files.iter().position(is_readable);
        let file = readable.or_else(|| words.is_empty().then_some(0)).and_then(|at| self.files.get(at).cloned());
        let brought = if words.is_empty() && file.is_none() && self.has_cards {
            Brought::Cards
        } else {
            Brought::Letter { words, file: None }
        };
        (Body::Letter(brought), file)
    }
}

fn is_readable(file: &Attached) -> bool {
    Format::of_name(&file.name).is_some()
}

/// The message that "Read as my offer" was used on.
pub(super) fn read_as_offer(message: &Message, application: ApplicationId) -> (Body, Option<Attached>) {
    let own = message.author.id.get() == application.get() || message.application_id == Some(application);
    if own { (Body::Letter(Brought::Own), None) } else { Sent::from(message).letter() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> Attached {
        Attached { name: name.into(), size: 7, url: format!("https://cdn.discordapp.com/{name}") }
    }

    fn sent(content: &str, files: &[&str]) -> Sent {
        Sent { content: content.into(), files: files.iter().map(|name| file(name)).collect(), ..Sent::default() }
    }

    fn letter(words: &str, name: Option<&str>) -> (Body, Option<Attached>) {
        (Body::Letter(Brought::Letter { words: words.into(), file: None }), name.map(file))
    }

    #[test]
    fn words_into_request_stay_words_without_a_letter_beside_them() {
        let words = |text: &str| (Body::Words(text.into()), None);
        assert_eq!(sent("185k", &[]).into_request(), words("185k"));
        assert_eq!(sent("185k", &["screen.png"]).into_request(), words("185k"));
        assert_eq!(sent("", &[]).into_request(), words(""));
        assert_eq!(sent("here", &["screen.png", "Offer.PDF"]).into_request(), letter("here", Some("Offer.PDF")));
        assert_eq!(sent(" ", &["screen.png"]).into_request(), letter("", Some("screen.png")));
        let passed_on = Sent { passed_on: vec!["Base $185,000".into()], ..sent("", &[]) };
        assert_eq!(passed_on.into_request(), letter("Base $185,000", None));
    }

    #[test]
    fn any_message_can_be_a_letter() {
        assert_eq!(sent("Base $185,000", &[]).letter(), letter("Base $185,000", None));
        assert_eq!(sent("see this", &["screen.png"]).letter(), letter("see this", None));
        assert_eq!(sent("", &["screen.png", "a.txt", "b.txt"]).letter(), letter("", Some("a.txt")));
        assert_eq!(sent("", &[]).letter(), letter("", None));
        let cards = Sent { has_cards: true, ..sent(" ", &[]) };
        assert_eq!(cards.clone().letter(), (Body::Letter(Brought::Cards), None));
        assert_eq!(Sent { content: "a".into(), ..cards }.letter(), letter("a", None));
        let passed_on = Sent { passed_on: vec!["Base $185,000".into(), String::new()], ..sent("look", &[]) };
        assert_eq!(passed_on.letter(), letter("look\n\nBase $185,000", None));
    }
}
