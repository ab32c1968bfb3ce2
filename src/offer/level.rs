//! The two levels the bot knows.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An Amazon job level the playbook covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// Senior: SDE III and peers.
    L6,
    /// Principal.
    L7,
}

/// A text that names neither L6 nor L7.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the level must be L6 or L7, not \"{0}\"")]
pub struct UnknownLevel(pub String);

impl Level {
    /// Both levels, lower first.
    pub const ALL: [Self; 2] = [Self::L6, Self::L7];

    /// `L6 (Senior)`, `L7 (Principal)`.
    pub fn title(self) -> &'static str {
        match self {
            Self::L6 => "L6 (Senior)",
            Self::L7 => "L7 (Principal)",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::L6 => "L6",
            Self::L7 => "L7",
        })
    }
}

impl FromStr for Level {
    type Err = UnknownLevel;

    /// `L6`, `l 7`, `6`, `level 6`, `L6_SDE`, `L7_Senior_Principal`, `senior`, `principal`.
    fn from_str(text: &str) -> Result<Self, UnknownLevel> {
        let lower = text.trim().to_lowercase();
        let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let named = |digit: &str, short: &str| words.iter().any(|word| *word == short || *word == digit);
        match (named("6", "l6"), named("7", "l7")) {
            (true, false) => Ok(Self::L6),
            (false, true) => Ok(Self::L7),
            (false, false) if words.contains(&"principal") => Ok(Self::L7),
            (false, false) if words.contains(&"senior") => Ok(Self::L6),
            _ => Err(UnknownLevel(text.trim().chars().take(40).collect())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Level;

    #[test]
    fn reads_the_usual_spellings() {
        for (text, level) in [
            ("L6", Level::L6),
            ("l7", Level::L7),
            ("6", Level::L6),
            ("Level 7", Level::L7),
            ("L 6", Level::L6),
            ("L6_SDE", Level::L6),
            ("L7_Senior_Principal", Level::L7),
            ("L7 (Principal)", Level::L7),
            ("senior", Level::L6),
            ("Principal", Level::L7),
        ] {
            assert_eq!(text.parse(), Ok(level), "{text}");
        }
        for text in ["L5", "", "L6 or L7", "67", "L66"] {
            assert!(text.parse::<Level>().is_err(), "{text}");
        }
    }
}
