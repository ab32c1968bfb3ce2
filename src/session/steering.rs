//! The words that steer the walkthrough, as data.
//!
//! Owns `steering.toml` and the look-up in it. Must not know what happens next.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::offer::Field;

/// What a message says where it is asked for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    pub(super) delete: Vec<String>,
    pub(super) start_over: Vec<String>,
    pub(super) bare_no: Vec<String>,
    pub(super) all_right: Vec<String>,
    pub(super) wait: Vec<String>,
    pub(super) undo: Vec<String>,
}

/// What a second letter is said to be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pasted {
    pub(super) replaces: Vec<String>,
    pub(super) second: Vec<String>,
    pub(super) left: Vec<String>,
}

/// What a message is made of that says that somebody can't tell.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unknown {
    pub(super) whole: Vec<String>,
    pub(super) not: Vec<String>,
    pub(super) known: Vec<String>,
    pub(super) beside: Vec<String>,
}

/// How a change of one answer is said.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    pub(super) verbs: Vec<String>,
    pub(super) wrong: Vec<String>,
    pub(super) around: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Today {
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    controls: HashMap<String, Vec<String>>,
    said: Said,
    pasted: Pasted,
    unknown: Unknown,
    today: Today,
    change: Change,
    fields: HashMap<String, Vec<String>>,
}

/// All of them.
#[derive(Debug)]
pub(super) struct Steering {
    controls: HashMap<String, String>,
    pub(super) said: Said,
    pub(super) pasted: Pasted,
    pub(super) unknown: Unknown,
    pub(super) today: Vec<String>,
    pub(super) change: Change,
    fields: HashMap<String, Field>,
}

static STEERING: LazyLock<Steering> = LazyLock::new(|| {
    Steering::read(include_str!("steering.toml")).expect("the words in the program are read in its tests")
});

/// The words that ship with the program, read once.
pub(super) fn steering() -> &'static Steering {
    &STEERING
}

impl Steering {
    fn read(text: &str) -> Result<Self, String> {
        let File { controls, said, pasted, unknown, today, change, fields } =
            toml::from_str(text).map_err(|error| error.to_string())?;
        Ok(Self {
            controls: by_words(controls, |key| Some(key.to_owned()))?,
            fields: by_words(fields, |key| Field::ALL.iter().copied().find(|field| field.key() == key))?,
            today: today.words,
            said,
            pasted,
            unknown,
            change,
        })
    }

    /// The key of the control that a whole message is.
    pub(super) fn control(&self, plain: &str) -> Option<&str> {
        self.controls.get(plain).map(String::as_str)
    }

    /// The keys of all controls.
    #[cfg(test)]
    pub(super) fn controls(&self) -> impl Iterator<Item = &String> {
        self.controls.values()
    }

    /// A field by a name that is neither its key nor its label.
    pub(super) fn field(&self, name: &str) -> Option<Field> {
        self.fields.get(name).copied()
    }
}

/// What each of some words means; no words mean two things.
fn by_words<T: Clone>(
    table: HashMap<String, Vec<String>>,
    meant: impl Fn(&str) -> Option<T>,
) -> Result<HashMap<String, T>, String> {
    let mut all = HashMap::new();
    for (key, words) in table {
        let meant = meant(&key).ok_or_else(|| format!("nothing is called {key}"))?;
        for words in words {
            if let Some(_other) = all.insert(words.clone(), meant.clone()) {
                return Err(format!("{words} stands twice"));
            }
        }
    }
    Ok(all)
}
