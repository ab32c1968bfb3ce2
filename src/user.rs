//! Who speaks to the bot.
//!
//! Owns the number a person is known by. Must not know anything else of them.

/// A person, by the number their platform knows them by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UserId(pub u64);
