//! The levels of a company: their order and titles, and which one a text names.

use super::Company;
use crate::echo::Echo;
use crate::market::level::{UnknownLevel, any_of};
use crate::market::spelling::simplify;
use crate::market::{Level, Range};
use crate::money::Money;

/// What is known of one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelData {
    /// The level.
    pub level: Level,
    /// What people call it: `Senior`.
    pub title: Option<String>,
    /// Whether the walkthrough offers it as a button.
    pub asked: bool,
    /// What is usual at it.
    pub usual: Usual,
    /// The number that means it when it stands alone.
    pub(super) number: Option<u32>,
    /// Titles that mean it when they stand alone, in lower case.
    pub(super) words: Vec<String>,
}

/// Where the figures of a level's offers usually are, in dollars: wide, to tell a slip from an offer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usual {
    /// Base a year.
    pub base: Option<Range>,
    /// Sign-on of one year.
    pub sign_on_year: Option<Range>,
    /// The grant over all vests.
    pub grant: Option<Range>,
    /// From here up an amount of pay can only be for four years.
    pub four_years_from: Option<Money>,
}

impl LevelData {
    /// `L6 (Senior)`; the name alone where no title is known.
    pub fn title(&self) -> String {
        match &self.title {
            Some(title) => format!("{} ({title})", self.level),
            None => self.level.to_string(),
        }
    }
}

impl Company {
    /// Its levels, lower ones first; none where they are not known.
    pub fn levels(&self) -> &[LevelData] {
        &self.levels
    }

    /// What is known of one of its levels.
    pub fn level(&self, level: Level) -> Option<&LevelData> {
        self.levels.iter().find(|known| known.level == level)
    }

    /// The level above, where it is known.
    pub fn next_level(&self, level: Level) -> Option<Level> {
        let above = self.levels.iter().skip_while(|known| known.level != level).nth(1);
        above.map(|known| known.level)
    }

    /// `L6 (Senior)`; the name alone where no title is known.
    pub fn title(&self, level: Level) -> String {
        self.level(level).map_or_else(|| level.to_string(), LevelData::title)
    }

    /// What is usual at a level; nothing where that is not known.
    pub fn usual(&self, level: Option<Level>) -> Usual {
        level.and_then(|level| self.level(level)).map(|known| known.usual).unwrap_or_default()
    }

    /// The level of a number: 6 is L6 at Amazon.
    pub fn numbered(&self, number: u32) -> Option<Level> {
        self.levels.iter().find(|known| known.number == Some(number)).map(|known| known.level)
    }

    /// The level of a text's title: Senior is L6 at Amazon, Senior Principal L8. `None` where the text,
    /// asked for each title in lower case, has none or several.
    pub fn titled(&self, has: impl Fn(&str) -> bool) -> Option<Level> {
        let said: Vec<(Level, &str)> = self.titles().filter(|(_, title)| has(title)).collect();
        let (level, longest) = said.iter().copied().max_by_key(|(_, title)| title.len())?;
        said.iter().all(|(other, title)| *other == level || longest.contains(title)).then_some(level)
    }

    /// Whether a word is a title or part of one.
    pub fn has_title_word(&self, word: &str) -> bool {
        self.titles().any(|(_, title)| title.split(' ').any(|part| part == word))
    }

    fn titles(&self) -> impl Iterator<Item = (Level, &str)> {
        self.levels.iter().flat_map(|known| known.words.iter().map(|title| (known.level, title.as_str())))
    }

    /// The levels that the walkthrough offers, in words: `L6 or L7`.
    pub fn asked_in_words(&self) -> String {
        let asked: Vec<Level> = self.levels.iter().filter(|known| known.asked).map(|known| known.level).collect();
        any_of(&asked)
    }

    /// The level that a text names: `L6`, `l 7`, `6`, `level 6`, `L6_SDE`, `senior`. Where the company's
    /// levels are not known, any short name is taken as it is written.
    pub fn read_level(&self, text: &str) -> Result<Level, UnknownLevel> {
        if self.levels.is_empty() {
            return Level::named(text);
        }
        let plain = simplify(text);
        let words: Vec<&str> = plain.split(' ').collect();
        let named = |known: &&LevelData| {
            let number = known.number.map(|number| number.to_string());
            let name = simplify(known.level.name());
            words.iter().any(|word| *word == name || number.as_deref() == Some(*word))
        };
        let mut by_name = self.levels.iter().filter(named);
        match (by_name.next(), by_name.next()) {
            (Some(known), None) => return Ok(known.level),
            (Some(_), Some(_)) => return Err(self.unknown(text)),
            (None, _) => {}
        }
        self.titled(|title| has_phrase(&words, title)).ok_or_else(|| self.unknown(text))
    }

    /// What is said of a text that names none of its levels.
    pub fn unknown(&self, text: &str) -> UnknownLevel {
        UnknownLevel::NotListed { given: Echo::of(text), known: self.levels.iter().map(|known| known.level).collect() }
    }
}

fn has_phrase(words: &[&str], phrase: &str) -> bool {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    words.windows(phrase.len()).any(|window| window == phrase)
}

#[cfg(test)]
mod tests {
    use crate::market::Companies;

    #[test]
    fn amazons_levels_are_read_in_the_usual_spellings() {
        let amazon = Companies::asked_for();
        for (text, level) in [
            ("L6", "L6"),
            ("l7", "L7"),
            ("6", "L6"),
            ("Level 7", "L7"),
            ("L 6", "L6"),
            ("L6_SDE", "L6"),
            ("L7_Senior_Principal", "L7"),
            ("L7 (Principal)", "L7"),
            ("senior", "L6"),
            ("Principal", "L7"),
            ("Senior Principal", "L8"),
            ("SDE II", "L5"),
            ("L4", "L4"),
            ("L10", "L10"),
        ] {
            assert_eq!(amazon.read_level(text).map(|level| level.to_string()), Ok(level.to_owned()), "{text}");
        }
        for text in ["L9", "", "L6 or L7", "67", "L66", "staff", "principal or senior"] {
            assert!(amazon.read_level(text).is_err(), "{text}");
        }
    }

    #[test]
    fn titles_and_the_next_level_are_data() {
        let amazon = Companies::asked_for();
        let level = |text: &str| amazon.read_level(text).expect("a level");
        assert_eq!(amazon.title(level("L6")), "L6 (Senior)");
        assert_eq!(amazon.title(level("L5")), "L5 (SDE II)");
        let ladder: Vec<String> = amazon.levels().iter().map(|known| known.level.to_string()).collect();
        assert_eq!(ladder, ["L4", "L5", "L6", "L7", "L8", "L10"]);
        assert_eq!(amazon.next_level(level("L6")), Some(level("L7")));
        assert_eq!(amazon.next_level(level("L10")), None);
        assert_eq!(amazon.asked_in_words(), "L6 or L7");
    }

    #[test]
    fn where_no_levels_are_known_a_name_is_taken_as_written() {
        let google = Companies::shipped().find("Google").expect("known");
        assert_eq!(google.read_level(" L5 ").expect("a name").to_string(), "L5");
        assert_eq!(google.title(google.read_level("L5").expect("a name")), "L5");
        insta::assert_snapshot!(google.read_level("?").expect_err("no name"), @"a level is a short name such as L6, not \"?\"");
    }
}
