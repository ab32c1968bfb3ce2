//! A job level by its company's name for it.

use std::fmt;

use arrayvec::ArrayString;
use serde::{Deserialize, Serialize};

use crate::echo::Echo;

/// The longest name of a level, in bytes.
const LONGEST: usize = 24;

/// A level as its company names it: `L6`, `E5`. What the name means, which levels there are and in
/// what order, its [`Company`](super::Company) knows: what people type is read there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Level(ArrayString<LONGEST>);

/// A text that names no level.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnknownLevel {
    /// The company has levels, and none of that name.
    #[error("the level must be {}, not \"{given}\"", any_of(known))]
    NotListed {
        /// What was given.
        given: Echo,
        /// The levels there are, lower ones first.
        known: Vec<Level>,
    },
    /// It can be the name of no level anywhere.
    #[error("a level is a short name such as L6, not \"{0}\"")]
    NoName(Echo),
}

impl Level {
    /// A level of this name, whether any company has it or not: for what was validated before it was
    /// kept, and for companies whose levels are not known.
    pub fn named(name: &str) -> Result<Self, UnknownLevel> {
        let unknown = || UnknownLevel::NoName(Echo::of(name));
        let mut plain = ArrayString::new();
        for word in name.split_whitespace() {
            let space = if plain.is_empty() { "" } else { " " };
            plain.try_push_str(space).and_then(|()| plain.try_push_str(word)).map_err(|_| unknown())?;
        }
        let fits = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '+' | '.' | '/');
        if plain.chars().any(char::is_alphanumeric) && plain.chars().all(fits) {
            Ok(Self(plain))
        } else {
            Err(unknown())
        }
    }

    /// The name alone.
    pub fn name(&self) -> &str {
        &self.0
    }
}

/// `L6 or L7`; `L4, L5 or L6`.
pub(super) fn any_of(levels: &[Level]) -> String {
    let names: Vec<&str> = levels.iter().map(Level::name).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl TryFrom<String> for Level {
    type Error = UnknownLevel;
    fn try_from(name: String) -> Result<Self, UnknownLevel> {
        Self::named(&name)
    }
}

impl From<Level> for String {
    fn from(level: Level) -> Self {
        level.name().to_owned()
    }
}

#[cfg(test)]
impl Level {
    /// Amazon's L6.
    pub(crate) fn l6() -> Self {
        Self::named("L6").expect("a name")
    }

    /// Amazon's L7.
    pub(crate) fn l7() -> Self {
        Self::named("L7").expect("a name")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_kept_as_its_bare_name() {
        let level = Level::named(" L6 ").expect("a name");
        assert_eq!(serde_json::to_string(&level).expect("serialises"), "\"L6\"");
        assert_eq!(serde_json::from_str::<Level>("\"L6\"").expect("reads back"), level);
        assert_eq!(Level::named("Senior  Staff").expect("a name").to_string(), "Senior Staff");
        for text in ["", "  ", "-", "L6\u{7}", "\"L6\"", "a name that is far too long for a level"] {
            assert!(Level::named(text).is_err(), "{text}");
        }
    }
}
