//! The words that stand beside the digits of an amount, as data.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    units: HashMap<String, Vec<String>>,
    dollars: Dollars,
    about: About,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dollars {
    before: Vec<String>,
    behind: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    before: Vec<String>,
}

static WORDS: LazyLock<File> = LazyLock::new(|| {
    toml::from_str(include_str!("amounts.toml")).expect("the words in the program are read in its tests")
});

static UNITS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let spelled = |(unit, words): (&'static String, &'static Vec<String>)| {
        words.iter().map(move |word| (word.as_str(), unit.as_str()))
    };
    WORDS.units.iter().flat_map(spelled).collect()
});

/// The letter that a unit right behind digits counts as: `k`, `m`.
pub(crate) fn unit(word: &str) -> Option<&'static str> {
    UNITS.get(word).copied()
}

/// What a unit multiplies by.
pub(super) fn factor(word: &str) -> Option<i64> {
    match unit(word) {
        None if word.is_empty() => Some(1),
        Some("k") => Some(1_000),
        Some("m") => Some(1_000_000),
        _ => None,
    }
}

/// A text without a sign or name of dollars that leads it.
pub(super) fn without_dollars_before(text: &str) -> Option<&str> {
    WORDS.dollars.before.iter().find_map(|lead| text.strip_prefix(lead.as_str()))
}

/// A text without a name of dollars that ends it.
pub(super) fn without_dollars_behind(text: &str) -> &str {
    WORDS.dollars.behind.iter().find_map(|end| text.strip_suffix(end.as_str())).unwrap_or(text)
}

/// A text without a word that leaves the amount behind it as it is.
pub(super) fn without_about(text: &str) -> Option<&str> {
    WORDS.about.before.iter().find_map(|lead| text.strip_prefix(lead.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_has_a_factor() {
        for word in UNITS.keys() {
            assert!(factor(word).is_some_and(|factor| factor > 1), "{word}");
        }
    }
}
