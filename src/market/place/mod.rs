//! Places: four by all their usual names, and any other as it is written, with the country where that is known.

mod file;
mod mention;
mod named;
mod near;
#[cfg(test)]
mod tests;
mod text;

pub use file::Country;
pub use named::PlaceNamed;

use file::Gazetteer;
use near::Nearness;

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::spelling::simplify;
use crate::echo::{self, Echo};

/// Where a job is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub enum Place {
    /// Seattle, Bellevue and around.
    Seattle,
    /// San Francisco, the Peninsula and the South Bay.
    BayArea,
    /// New York City.
    Nyc,
    /// Austin, Texas.
    Austin,
    /// Any other place, as typed.
    Elsewhere(String),
}

/// A state whose law or tax the bot knows something of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum State {
    /// Washington.
    WA,
    /// California.
    CA,
    /// New York.
    NY,
    /// Texas.
    TX,
    /// Colorado.
    CO,
}

impl Place {
    /// The places known by all their names.
    pub const KNOWN: [Self; 4] = [Self::Seattle, Self::BayArea, Self::Nyc, Self::Austin];

    /// The longest name kept of another place, in characters.
    pub const LONGEST_NAME: usize = Echo::LONGEST;

    /// The stable key of a known place, as in band files and on the command line.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            Self::Seattle => Some("Seattle"),
            Self::BayArea => Some("Bay_Area"),
            Self::Nyc => Some("NYC"),
            Self::Austin => Some("Austin"),
            Self::Elsewhere(_) => None,
        }
    }

    /// Whether it is the same place, however it is written.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Elsewhere(name), Self::Elsewhere(other)) => {
                let of_tables = |name: &str| Self::spelled(name).place().cloned();
                simplify(name) == simplify(other)
                    || of_tables(name).is_some_and(|place| Some(place) == of_tables(other))
            }
            _ => self == other,
        }
    }

    /// The known place a text names and nothing else, by key or alias; `None` for any other text.
    pub fn known(text: &str) -> Option<Self> {
        Gazetteer::shipped().known.get(&simplify(text)).cloned()
    }

    /// The city in a text that only counts as this place: `Bellevue` of Seattle.
    pub fn city_around(&self, text: &str) -> Option<&'static str> {
        let plain = simplify(text);
        let said = |city: &str| plain.split(' ').any(|word| word == city.to_lowercase());
        if self.key().is_some_and(&said) {
            return None;
        }
        let around = Gazetteer::shipped().around.iter().filter(|(place, _)| place == self);
        around.map(|(_, city)| city.as_str()).find(|city| said(city))
    }

    /// What a text says of where a job is: `Seattle`, `US, WA, Seattle`, `on the Alexa team in Seattle`, `seatle`,
    /// `Toronto`, and what is no place (`thanks`).
    pub fn of_text(text: &str) -> PlaceNamed {
        named::read(text, Nearness::WithSlips)
    }

    /// What a text says of where a job is, with every name as it is spelled.
    pub fn spelled(text: &str) -> PlaceNamed {
        named::read(text, Nearness::Exact)
    }

    /// Whether a word is the name or code of a state or country: `WA`, `Virginia`, `BC`.
    pub fn names_region(word: &str) -> bool {
        let meanings = Gazetteer::shipped().names.get(&simplify(word));
        meanings.is_some_and(|all| all.iter().any(|meaning| matches!(meaning, file::Meaning::Region(_))))
    }

    /// Whether it is a whole state or country, in which an office is still to be named.
    pub fn is_region(&self) -> bool {
        let Self::Elsewhere(name) = self else { return false };
        named::names_region_only(name)
    }

    /// Known places whose key or an alias starts with `typed`, for suggestions.
    pub fn suggestions(typed: &str) -> Vec<Self> {
        let plain = simplify(typed);
        let begins = |place: &Self| {
            plain.is_empty()
                || simplify(&place.to_string()).starts_with(&plain)
                || Gazetteer::shipped().aliases.iter().any(|(own, alias)| own == place && alias.starts_with(&plain))
        };
        Self::KNOWN.into_iter().filter(begins).collect()
    }

    /// Where it is known to be, by its name.
    fn named(&self) -> PlaceNamed {
        match self {
            Self::Seattle | Self::BayArea | Self::Nyc | Self::Austin => PlaceNamed::Known(self.clone()),
            Self::Elsewhere(name) => named::read(name, Nearness::Exact),
        }
    }

    /// The country, where it is known to be outside the US.
    pub fn abroad(&self) -> Option<Country> {
        match self.named() {
            PlaceNamed::Abroad(_, country) => Some(country),
            PlaceNamed::Known(_)
            | PlaceNamed::Us(_)
            | PlaceNamed::Either(_)
            | PlaceNamed::Near(_)
            | PlaceNamed::Unknown(_)
            | PlaceNamed::NoPlace => None,
        }
    }

    /// The state, where it is known and its law or tax is.
    pub fn state(&self) -> Option<State> {
        let code = match self.named() {
            PlaceNamed::Known(Self::Seattle) => "WA",
            PlaceNamed::Known(Self::BayArea) => "CA",
            PlaceNamed::Known(Self::Nyc) => "NY",
            PlaceNamed::Known(Self::Austin) => "TX",
            PlaceNamed::Us(Self::Elsewhere(name)) => named::state_of(&name)?,
            PlaceNamed::Known(Self::Elsewhere(_))
            | PlaceNamed::Us(_)
            | PlaceNamed::Abroad(..)
            | PlaceNamed::Either(_)
            | PlaceNamed::Near(_)
            | PlaceNamed::Unknown(_)
            | PlaceNamed::NoPlace => return None,
        };
        [("WA", State::WA), ("CA", State::CA), ("NY", State::NY), ("TX", State::TX), ("CO", State::CO)]
            .into_iter()
            .find_map(|(known, state)| (known == code).then_some(state))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Seattle => "Seattle",
            Self::BayArea => "the Bay Area",
            Self::Nyc => "New York City",
            Self::Austin => "Austin",
            Self::Elsewhere(name) => name,
        })
    }
}

impl From<String> for Place {
    fn from(text: String) -> Self {
        Self::known(&text).unwrap_or_else(|| Self::Elsewhere(echo::kept(&text, Self::LONGEST_NAME)))
    }
}

impl From<Place> for String {
    fn from(place: Place) -> Self {
        place.key().map_or_else(|| place.to_string(), str::to_owned)
    }
}

impl FromStr for Place {
    type Err = Infallible;
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::from(text.to_owned()))
    }
}
