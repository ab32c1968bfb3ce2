//! What was given with a command: texts by the names of its options.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Options by name, as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Options(BTreeMap<String, String>);

impl Options {
    /// An option's text, trimmed; `None` where it is not given or blank.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    /// An option's text, trimmed; empty where it is not given.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    /// With an option in addition.
    #[must_use]
    pub fn with(mut self, name: &str, text: impl Into<String>) -> Self {
        self.0.insert(name.to_owned(), text.into());
        self
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }
}

impl<N: Into<String>, T: Into<String>> FromIterator<(N, T)> for Options {
    fn from_iter<I: IntoIterator<Item = (N, T)>>(options: I) -> Self {
        Self(options.into_iter().map(|(name, text)| (name.into(), text.into())).collect())
    }
}
