//! What reaches the one door: commands, presses, forms, words, and their sender.

use std::collections::BTreeMap;

use super::command::{Command, Options};
use crate::document::{Extract, Unread};
use crate::reply::Press;
use crate::user::UserId;
use crate::words::Locale;

/// Where the user is speaking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Venue {
    /// Alone with the bot: direct messages, or a terminal. Typed words reach the bot.
    Direct,
    /// A server or another shared place: answers are private and typed words don't reach the bot.
    Shared,
}

/// One thing a user did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Unique and rising with time: its effect happens once. A Discord snowflake, or a counter.
    pub id: u64,
    /// Who did it.
    pub user: UserId,
    /// Where.
    pub venue: Venue,
    /// The direct-message channel it came through, where it did.
    pub direct_channel: Option<u64>,
    /// The language to answer in.
    pub locale: Locale,
    /// What.
    pub body: Body,
}

/// What a user did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A slash command with its options.
    Command {
        /// Which.
        command: Command,
        /// Options by name.
        options: Options,
    },
    /// A command that this version doesn't have.
    UnknownCommand,
    /// A button.
    Press(Press),
    /// A choice from a list.
    Choose(Press, String),
    /// A form handed in: texts by input key.
    Submit(Press, BTreeMap<String, String>),
    /// Typed words, in direct messages.
    Words(String),
    /// They are there: a terminal was opened. The user is greeted, or asked what was open.
    Arrived,
    /// A letter that the shell brought: a file, or a message that need not be the user's own.
    Letter(Brought),
    /// A card of the walkthrough was sent to the user's direct messages: the id is that
    /// message's, the channel theirs. Nothing is answered.
    Opened,
    /// An option being typed, to be completed.
    Complete {
        /// The command it belongs to.
        command: Command,
        /// The option's name.
        option: String,
        /// What stands there so far.
        typed: String,
    },
}

impl Body {
    /// Whether a form can be the answer: Discord opens one only for a command or a control.
    pub(crate) fn opens_forms(&self) -> bool {
        matches!(self, Self::Command { .. } | Self::Press(_) | Self::Choose(..))
    }
}

/// A letter as the shell brought it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brought {
    /// Words, a file, or both; neither where a message holds nothing.
    Letter {
        /// What stands in the message.
        words: String,
        /// The text of the file beside it, or why there is none.
        file: Option<Result<Extract, Unread>>,
    },
    /// A message of the bot's own.
    Own,
    /// A message without words, that holds only cards, such as the preview of a link.
    Cards,
}
