//! Where a user lives, as options and controls name it.

use crate::echo::Echo;
use crate::market::{Place, State, simplify};
use crate::reply::Suggestion;
use crate::tax::{Filer, Filing};

/// Where the user lives, as an option or a control names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Home {
    /// Where the job is.
    #[default]
    AtTheJob,
    /// In a state, outside New York City.
    In(State),
    /// In New York City.
    NewYorkCity,
    /// Anywhere else, as typed where it was.
    Other(Echo),
}

/// The homes to choose from: key, name, other ways to write it.
pub(crate) const HOMES: [(&str, &str, &[&str]); 7] = [
    ("wa", "Washington", &["washington", "washington state"]),
    ("ca", "California", &["california", "cal"]),
    ("nyc", "New York City", &["new york city", "manhattan", "brooklyn", "queens"]),
    ("ny", "New York, outside the city", &["new york", "new york state"]),
    ("tx", "Texas", &["texas"]),
    ("co", "Colorado", &["colorado"]),
    ("other", "Another state", &["another state", "other", "elsewhere"]),
];

impl Home {
    pub(crate) fn read(text: &str) -> Self {
        let plain = text.trim().to_lowercase();
        let known = HOMES.iter().find(|(key, name, others)| {
            plain == *key || plain == name.to_lowercase() || others.contains(&plain.as_str())
        });
        match known.map(|(key, ..)| *key) {
            _ if plain.is_empty() => Self::AtTheJob,
            Some("wa") => Self::In(State::WA),
            Some("ca") => Self::In(State::CA),
            Some("ny") => Self::In(State::NY),
            Some("tx") => Self::In(State::TX),
            Some("co") => Self::In(State::CO),
            Some("nyc") => Self::NewYorkCity,
            Some(_) => Self::Other(Echo::default()),
            None => Self::Other(Echo::of(text)),
        }
    }

    pub(crate) fn key(&self) -> &'static str {
        match self {
            Self::AtTheJob => "",
            Self::In(State::WA) => "wa",
            Self::In(State::CA) => "ca",
            Self::In(State::NY) => "ny",
            Self::In(State::TX) => "tx",
            Self::In(State::CO) => "co",
            Self::NewYorkCity => "nyc",
            Self::Other(_) => "other",
        }
    }

    pub(crate) fn words(&self, job: &Place) -> String {
        match self {
            Self::AtTheJob => format!("where the job is, in {job}"),
            Self::Other(name) if name.is_empty() => "in another state".into(),
            Self::Other(name) => format!("in {name}"),
            home => {
                let name = HOMES.iter().find(|(key, ..)| *key == home.key()).map_or("", |(_, name, _)| *name);
                format!("in {name}")
            }
        }
    }

    pub(crate) fn filer(&self, job: &Place, filing: Filing) -> Filer {
        match self {
            Self::AtTheJob => Filer::living_at(job, filing),
            Self::In(state) => Filer { filing, state: Some(*state), new_york_city: false },
            Self::NewYorkCity => Filer::living_at(&Place::Nyc, filing),
            Self::Other(_) => Filer { filing, state: None, new_york_city: false },
        }
    }
}

/// Suggestions for the option `state`: by key, name, or any other way to write it.
pub(crate) fn suggest(typed: &str) -> Vec<Suggestion> {
    let typed = simplify(typed);
    HOMES
        .iter()
        .filter(|(key, name, others)| {
            let begins = key.starts_with(&typed) || others.iter().any(|other| other.starts_with(&typed));
            begins || simplify(name).contains(&typed)
        })
        .map(|(_, name, _)| Suggestion { label: (*name).into(), value: (*name).into() })
        .collect()
}
