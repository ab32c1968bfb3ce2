//! A card as a message of Discord.
//!
//! Owns putting embeds, controls and files together, and who sees it. Must not know how
//! it is sent.

use super::controls::rows;
use super::custom_id::Seal;
use super::embed::lay_out;
use super::limits::{FILE_BYTES, FILE_DESCRIPTION, FILES, shorten};
use super::wire::{Attachment, EPHEMERAL, Embed, Message};
use crate::app::Venue;
use crate::reply::{Block, Card, File};
use crate::user::UserId;

/// Files that the layout of a card's text may need, and the room kept for them.
const LAYOUT_FILES: usize = 2;
const LAYOUT_BYTES: usize = 1024 * 1024;

/// A message, its file, and further files.
#[derive(Clone, Debug)]
pub(super) struct Rendered {
    pub(super) message: Message,
    /// What the message's own attachment holds.
    pub(super) file: Option<File>,
    /// Files that go in messages of their own after this one: serenity 0.12.5 numbers the
    /// parts of an upload only inside its own builders, so that a body of ours can have one.
    pub(super) further: Vec<File>,
}

/// The flags of a message at a venue: private wherever others could see it.
pub(super) fn flags(venue: Venue) -> Option<u32> {
    (venue == Venue::Shared).then_some(EPHEMERAL)
}

/// A card as a message for one user.
pub(super) fn render(card: &Card, user: UserId, seal: &Seal) -> Rendered {
    let (own, left_out) = fitting(&card.files);
    let layout = if left_out.is_empty() {
        lay_out(card)
    } else {
        let notice = format!("Too large for Discord, so not attached: {}.", left_out.join(", "));
        lay_out(&card.clone().with(Block::Text(notice)))
    };
    let (mut embeds, files) = (layout.embeds, [layout.files, own].concat());
    let components = rows(&card.controls, user, seal);
    if embeds.is_empty() && components.is_empty() && files.is_empty() {
        embeds.push(Embed { description: "\u{200b}".to_owned(), ..Embed::default() });
    }
    let mut files = files.into_iter();
    let file = files.next();
    let attachments = file.iter().map(attachment).collect();
    Rendered {
        message: Message { embeds, components, attachments, ..Message::default() },
        file,
        further: files.collect(),
    }
}

fn attachment(file: &File) -> Attachment {
    Attachment { id: 0, filename: file.name.clone(), description: shorten(file.description.trim(), FILE_DESCRIPTION) }
}

/// A card's own files that Discord takes beside the layout's, and the names of the others.
fn fitting(files: &[File]) -> (Vec<File>, Vec<&str>) {
    let (mut kept, mut left_out, mut bytes) = (Vec::new(), Vec::new(), 0);
    for file in files {
        if kept.len() < FILES - LAYOUT_FILES && bytes + file.content.len() <= FILE_BYTES - LAYOUT_BYTES {
            bytes += file.content.len();
            kept.push(file.clone());
        } else {
            left_out.push(file.name.as_str());
        }
    }
    (kept, left_out)
}

impl Rendered {
    /// The messages that carry the further files, with the flags of this one.
    pub(super) fn further(&self) -> impl Iterator<Item = Self> {
        self.further.iter().map(|file| Self {
            message: Message { attachments: vec![attachment(file)], flags: self.message.flags, ..Message::default() },
            file: Some(file.clone()),
            further: Vec::new(),
        })
    }

    /// For a new message at a venue.
    pub(super) fn at(mut self, venue: Venue) -> Self {
        self.message.flags = flags(venue);
        self
    }

    /// Private, wherever it is shown.
    pub(super) fn private(mut self) -> Self {
        self.message.flags = Some(EPHEMERAL);
        self
    }

    /// For a new message, the `nth` about an event, that must exist once however often it is sent.
    pub(super) fn once(mut self, event: u64, nth: usize) -> Self {
        self.message.nonce = Some(if nth == 0 { event.to_string() } else { format!("{event}-{nth}") });
        self.message.enforce_nonce = Some(true);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::limits::NONCE;
    use crate::reply::Button;
    use crate::reply::{Action, Press, Verb};
    use serde_json::json;

    fn shown(card: &Card) -> Rendered {
        render(card, UserId(1), &Seal::new("secret"))
    }

    #[test]
    fn a_card_is_one_message() {
        let save = Button::primary("Save", Press::always(Action::bare(Verb::Save)));
        let mut card = Card::titled("Check").with(Block::Text("Base: 185k".into())).with_buttons(vec![save]);
        card.files.push(File { name: "years.png".into(), content: vec![1, 2], description: "Four years".into() });
        let id = Seal::new("secret").control(UserId(1), &Press::always(Action::bare(Verb::Save)), 0);
        let sent = serde_json::to_value(shown(&card).at(Venue::Shared).once(u64::MAX, 0).message).expect("JSON");
        assert_eq!(
            sent,
            json!({
                "embeds": [{"title": "Check", "description": "Base: 185k"}],
                "components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "Save", "custom_id": id}]}],
                "attachments": [{"id": 0, "filename": "years.png", "description": "Four years"}],
                "allowed_mentions": {"parse": []},
                "flags": 64,
                "nonce": "18446744073709551615",
                "enforce_nonce": true,
            })
        );
        let long = shown(&card).once(u64::MAX, FILES).message.nonce;
        assert!(long.is_some_and(|nonce| nonce.len() <= NONCE));
    }

    #[test]
    fn private_everywhere_but_in_direct_messages() {
        assert_eq!(shown(&Card::text("a")).at(Venue::Shared).message.flags, Some(64));
        assert_eq!(shown(&Card::text("a")).at(Venue::Direct).message.flags, None);
        assert_eq!(shown(&Card::text("a")).private().message.flags, Some(64));
    }

    #[test]
    fn an_empty_card_is_still_a_message() {
        assert_eq!(shown(&Card::default()).message.embeds.len(), 1);
    }

    #[test]
    fn further_files_follow_in_messages_of_their_own() {
        let file = |name: &str| File { name: name.into(), content: name.into(), description: String::new() };
        let card = Card { files: vec![file("a.png"), file("b.ics"), file("c.txt")], ..Card::default() };
        let rendered = shown(&card).private();
        assert_eq!(rendered.file, Some(file("a.png")));
        let further: Vec<Rendered> = rendered.further().collect();
        assert_eq!(
            further.iter().map(|each| each.file.clone()).collect::<Vec<_>>(),
            [Some(file("b.ics")), Some(file("c.txt"))]
        );
        assert!(further.iter().all(|each| each.message.flags == Some(64) && each.message.attachments.len() == 1));
    }

    #[test]
    fn a_file_that_is_too_large_is_said() {
        let mut card = Card::text("Here it is");
        card.files.push(File {
            name: "big_one.bin".into(),
            content: vec![0; FILE_BYTES + 1],
            description: String::new(),
        });
        let rendered = shown(&card);
        assert!(rendered.file.is_none());
        assert_eq!(
            rendered.message.embeds.last().map(|embed| embed.description.as_str()),
            Some("Here it is\n\nToo large for Discord, so not attached: big\\_one.bin.")
        );
    }
}
