//! Places: four by all their usual names, and any other as it is written.

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
            (Self::Elsewhere(name), Self::Elsewhere(other)) => simplify(name) == simplify(other),
            _ => self == other,
        }
    }

    /// Names that mean this place, in lower case, besides its key.
    fn aliases(&self) -> &'static [&'static str] {
        match self {
            Self::Seattle => &[
                "seattle",
                "sea",
                "bellevue",
                "redmond",
                "kirkland",
                "seattle wa",
                "seattle washington",
                "puget sound",
                "greater seattle",
                "bellevue wa",
                "arlington wa",
            ],
            Self::BayArea => &[
                "bay area",
                "the bay area",
                "the bay",
                "bay",
                "sf",
                "san francisco",
                "sf bay area",
                "san francisco bay area",
                "mountain view",
                "palo alto",
                "sunnyvale",
                "santa clara",
                "san jose",
                "cupertino",
                "menlo park",
                "east palo alto",
                "silicon valley",
                "south bay",
                "san mateo",
                "oakland",
                "berkeley",
                "san francisco ca",
                "sunnyvale ca",
                "palo alto ca",
                "san jose ca",
                "mountain view ca",
                "cupertino ca",
                "santa clara ca",
            ],
            Self::Nyc => {
                &["nyc", "new york", "new york city", "manhattan", "brooklyn", "ny", "new york ny", "nyc ny", "queens"]
            }
            Self::Austin => &["austin", "austin tx", "austin texas", "atx"],
            Self::Elsewhere(_) => &[],
        }
    }

    /// The known place a text names, by key or alias; `None` for any other text.
    pub fn known(text: &str) -> Option<Self> {
        let plain = simplify(text);
        Self::KNOWN.into_iter().find(|place| {
            place.aliases().contains(&plain.as_str()) || place.key().is_some_and(|key| simplify(key) == plain)
        })
    }

    /// Known places whose key or an alias starts with `typed`, for suggestions.
    pub fn suggestions(typed: &str) -> Vec<Self> {
        let plain = simplify(typed);
        Self::KNOWN
            .into_iter()
            .filter(|place| plain.is_empty() || place.aliases().iter().any(|alias| alias.starts_with(&plain)))
            .collect()
    }

    /// The state, where it is known or the text ends in its code.
    pub fn state(&self) -> Option<State> {
        match self {
            Self::Seattle => Some(State::WA),
            Self::BayArea => Some(State::CA),
            Self::Nyc => Some(State::NY),
            Self::Austin => Some(State::TX),
            Self::Elsewhere(name) => {
                let plain = simplify(name);
                let ends =
                    |words: &[&str]| words.iter().any(|word| plain == *word || plain.ends_with(&format!(" {word}")));
                [
                    (State::WA, ["wa", "washington state"].as_slice()),
                    (State::CA, &["ca", "california", "los angeles", "san diego", "irvine"]),
                    (State::NY, &["ny", "new york state"]),
                    (State::TX, &["tx", "texas", "dallas", "houston"]),
                    (State::CO, &["co", "colorado", "denver", "boulder"]),
                ]
                .into_iter()
                .find(|(_, words)| ends(words))
                .map(|(state, _)| state)
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_places_by_their_usual_names() {
        for (text, place) in [
            ("sf", Place::BayArea),
            ("Bay Area", Place::BayArea),
            ("Mountain View", Place::BayArea),
            ("Bay_Area", Place::BayArea),
            ("nyc", Place::Nyc),
            ("New York", Place::Nyc),
            ("NYC", Place::Nyc),
            ("Seattle, WA", Place::Seattle),
            ("austin", Place::Austin),
        ] {
            assert_eq!(Place::known(text), Some(place), "{text}");
        }
        assert_eq!(Place::known("Boston"), None);
        assert_eq!(Place::known(""), None);
    }

    #[test]
    fn keeps_other_places_as_typed_and_guesses_their_state_from_a_code() {
        let place: Place = " Denver,  CO ".parse().expect("any text is a place");
        assert_eq!(place, Place::Elsewhere("Denver, CO".into()));
        assert_eq!(place.state(), Some(State::CO));
        assert_eq!(Place::Elsewhere("Boston".into()).state(), None);
    }

    #[test]
    fn display_reads_back_as_the_same_place() {
        for place in Place::KNOWN {
            assert_eq!(Place::known(&place.to_string()), Some(place.clone()));
            assert_eq!(Place::from(String::from(place.clone())), place);
        }
    }

    #[test]
    fn suggests_by_the_start_of_any_name() {
        assert_eq!(Place::suggestions("s"), vec![Place::Seattle, Place::BayArea]);
        assert_eq!(Place::suggestions("new"), vec![Place::Nyc]);
        assert_eq!(Place::suggestions(""), Place::KNOWN.to_vec());
    }
}
