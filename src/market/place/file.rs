//! `places.toml`: from its text to every name that a place, a state or a country has.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Place;
use super::text::words_of;
use crate::data::{FileError, read_toml};
use crate::money::Currency;

/// What a name in the tables can stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A city, and whether its name is no English word besides.
    City(City),
    /// What stands beside a city: a state, a country, a part of one.
    Region(Region),
}

/// A city in the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct City {
    /// Where it is.
    pub(super) region: Region,
    /// The place with a key of its own that it belongs to.
    pub(super) known: Option<Place>,
    /// The name as it is shown.
    pub(super) shown: String,
    /// Whether the name is an English word too: it counts only beside its region.
    pub(super) also_a_word: bool,
}

/// A part of the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    /// Somewhere in the US.
    Us,
    /// A state, by its index in the tables.
    State(u8),
    /// A country outside the US.
    Abroad(Country),
}

#[derive(Debug)]
pub(super) struct StateData {
    pub(super) code: String,
    pub(super) name: String,
}

#[derive(Debug)]
struct CountryData {
    code: String,
    name: String,
    currency: Currency,
}

/// Every name, and the words around them.
#[derive(Debug)]
pub(super) struct Gazetteer {
    pub(super) states: Vec<StateData>,
    countries: Vec<CountryData>,
    /// What a name stands for; words apart by one space, in lower case.
    pub(super) names: HashMap<String, Vec<Meaning>>,
    /// Names that mean a place with a key, with its state or without.
    pub(super) known: HashMap<String, Place>,
    /// Names of the places with a key as in the file, in lower case.
    pub(super) aliases: Vec<(Place, String)>,
    /// Cities that count as a place with a key, as they are shown.
    pub(super) around: Vec<(Place, String)>,
    /// The region meant where nothing stands beside a name.
    pub(super) alone: HashMap<String, Region>,
    /// Codes of states and countries: they count only where they can be meant.
    pub(super) codes: HashSet<String>,
    pub(super) fillers: HashSet<String>,
    pub(super) leads: HashSet<String>,
    pub(super) remote: HashSet<String>,
    pub(super) never: HashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlacesFile {
    known: Vec<KnownPart>,
    state: Vec<StatePart>,
    country: Vec<CountryPart>,
    alone: BTreeMap<String, String>,
    words: WordsPart,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownPart {
    key: String,
    state: String,
    names: Vec<String>,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    around: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatePart {
    code: String,
    name: String,
    #[serde(default)]
    names: Vec<String>,
    cities: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountryPart {
    code: String,
    name: String,
    names: Vec<String>,
    currency: String,
    #[serde(default)]
    regions: Vec<String>,
    cities: Vec<String>,
    #[serde(default)]
    also: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsPart {
    us: Vec<String>,
    fillers: Vec<String>,
    leads: Vec<String>,
    remote: Vec<String>,
    never: Vec<String>,
}

static SHIPPED: LazyLock<Gazetteer> = LazyLock::new(|| {
    Gazetteer::read("market/places.toml", include_str!("../../../market/places.toml"))
        .expect("the places in the program are read in its tests")
});

impl Gazetteer {
    pub(super) fn shipped() -> &'static Self {
        &SHIPPED
    }

    fn read(file: &str, text: &str) -> Result<Self, FileError> {
        let read: PlacesFile = read_toml(file, text)?;
        let set = |words: Vec<String>| words.into_iter().collect();
        let mut tables = Self {
            states: Vec::new(),
            countries: Vec::new(),
            names: HashMap::new(),
            known: HashMap::new(),
            aliases: Vec::new(),
            around: Vec::new(),
            alone: HashMap::new(),
            codes: HashSet::from(["us".to_owned()]),
            fillers: set(read.words.fillers),
            leads: set(read.words.leads),
            remote: set(read.words.remote),
            never: set(read.words.never),
        };
        for name in &read.words.us {
            tables.add(name, Meaning::Region(Region::Us));
        }
        for (index, part) in (0..).zip(read.state) {
            tables.add_state(index, part);
        }
        for part in &read.known {
            tables.add_known(file, part)?;
        }
        for (index, part) in (0..).zip(read.country) {
            tables.add_country(file, index, part)?;
        }
        for (name, region) in read.alone {
            let found = tables.region(&region);
            let found = found.ok_or_else(|| {
                FileError::at(file, "alone", format!("has \"{region}\", which is no country and no US-state"))
            })?;
            tables.alone.insert(name, found);
        }
        Ok(tables)
    }

    fn add_state(&mut self, index: u8, part: StatePart) {
        let region = Region::State(index);
        self.codes.insert(part.code.to_lowercase());
        for name in [&part.code, &part.name].into_iter().chain(&part.names) {
            self.add(name, Meaning::Region(region));
        }
        for city in part.cities {
            self.add(&city, Meaning::City(City { region, known: None, shown: city.clone(), also_a_word: false }));
        }
        self.states.push(StateData { code: part.code, name: part.name });
    }

    fn add_known(&mut self, file: &str, part: &KnownPart) -> Result<(), FileError> {
        let wrong = |key: &str, reason: &str| FileError::at(file, key, reason).of(&part.key);
        let place = Place::KNOWN.into_iter().find(|place| place.key() == Some(&part.key));
        let place = place.ok_or_else(|| wrong("key", "is no place's"))?;
        let index = self.states.iter().position(|state| state.code == part.state);
        let index = index.and_then(|index| u8::try_from(index).ok());
        let index = index.ok_or_else(|| wrong("state", "is no state's code"))?;
        let state = &self.states[usize::from(index)];
        let beside = [state.code.to_lowercase(), state.name.to_lowercase()];
        self.known.insert(plain(&part.key), place.clone());
        if part.around.iter().any(|city| !part.names.contains(city)) {
            return Err(wrong("around", "has what is no name of it"));
        }
        self.around.extend(part.around.iter().map(|city| (place.clone(), city.clone())));
        for name in &part.names {
            let said = plain(name);
            for state in &beside {
                self.known.insert(format!("{said} {state}"), place.clone());
            }
            self.known.insert(said.clone(), place.clone());
            self.known.insert(format!("the {said}"), place.clone());
            self.aliases.push((place.clone(), said));
            let also_a_word = part.also.contains(name);
            let city =
                City { region: Region::State(index), known: Some(place.clone()), shown: name.clone(), also_a_word };
            self.add(name, Meaning::City(city));
        }
        Ok(())
    }

    fn add_country(&mut self, file: &str, index: u8, part: CountryPart) -> Result<(), FileError> {
        let wrong = |key: &str, reason: String| FileError::at(file, key, reason).of(&part.code);
        let currency = Currency::of_text(&part.currency)
            .ok_or_else(|| wrong("currency", format!("has \"{}\", which is no currency", part.currency)))?;
        let region = Region::Abroad(Country(index));
        let also: HashSet<String> = part.also.iter().map(|name| plain(name)).collect();
        self.codes.insert(part.code.to_lowercase());
        for name in std::iter::once(&part.code).chain(&part.names).chain(&part.regions) {
            if name.chars().count() <= 3 || also.contains(&plain(name)) {
                self.codes.insert(plain(name));
            }
            self.add(name, Meaning::Region(region));
        }
        for city in &part.cities {
            let also_a_word = also.contains(&plain(city));
            self.add(city, Meaning::City(City { region, known: None, shown: city.clone(), also_a_word }));
        }
        self.countries.push(CountryData { code: part.code, name: part.name, currency });
        Ok(())
    }

    fn add(&mut self, name: &str, meaning: Meaning) {
        let meanings = self.names.entry(plain(name)).or_default();
        if !meanings.contains(&meaning) {
            meanings.push(meaning);
        }
    }

    /// `GB`, `US-CA`.
    fn region(&self, text: &str) -> Option<Region> {
        let index = |position: Option<usize>| position.and_then(|index| u8::try_from(index).ok());
        match text.strip_prefix("US-") {
            Some(code) => index(self.states.iter().position(|state| state.code == code)).map(Region::State),
            None => index(self.countries.iter().position(|country| country.code == text))
                .map(|index| Region::Abroad(Country(index))),
        }
    }
}

/// A name as the tables have it.
pub(super) fn plain(name: &str) -> String {
    words_of(name).into_iter().map(|word| word.lower).collect::<Vec<_>>().join(" ")
}

/// A country outside the US, by its place in the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Country(u8);

impl Country {
    fn data(self) -> &'static CountryData {
        &Gazetteer::shipped().countries[usize::from(self.0)]
    }

    /// As it is said in a sentence: `Canada`, `the UK`.
    pub fn name(self) -> &'static str {
        &self.data().name
    }

    /// As it stands beside a city: `UK`.
    pub fn short_name(self) -> &'static str {
        self.name().trim_start_matches("the ")
    }

    /// What people are paid in there.
    pub fn currency(self) -> Currency {
        self.data().currency
    }

    pub(super) fn is_called(self, name: &str) -> bool {
        self.short_name() == name
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
        [[known]]
        key = "Seattle"
        state = "WA"
        names = ["Seattle"]
        [[state]]
        code = "WA"
        name = "Washington"
        cities = ["Spokane"]
        [[country]]
        code = "CA"
        name = "Canada"
        names = ["canada"]
        currency = "CAD"
        cities = ["Toronto"]
        [alone]
        toronto = "CA"
        [words]
        us = ["us"]
        fillers = []
        leads = []
        remote = []
        never = []
    "#;

    #[test]
    fn a_bad_file_is_named_with_key_and_reason() {
        let refuse = |from: &str, to: &str, expected: &str| {
            let error = Gazetteer::read("p.toml", &GOOD.replace(from, to)).expect_err("bad");
            assert_eq!(error.to_string(), expected);
        };
        assert!(Gazetteer::read("p.toml", GOOD).is_ok());
        refuse("key = \"Seattle\"", "key = \"Saettle\"", "p.toml: Saettle: `key` is no place's");
        refuse("state = \"WA\"", "state = \"WW\"", "p.toml: Seattle: `state` is no state's code");
        refuse("\"CAD\"", "\"CAX\"", "p.toml: CA: `currency` has \"CAX\", which is no currency");
        refuse(
            "toronto = \"CA\"",
            "toronto = \"XX\"",
            "p.toml: `alone` has \"XX\", which is no country and no US-state",
        );
    }

    #[test]
    fn every_country_has_its_name_and_currency() {
        let tables = Gazetteer::shipped();
        assert!(tables.countries.iter().all(|country| country.code.len() == 2 && !country.currency.is_usd()));
        assert_eq!(tables.aliases.iter().filter(|(place, _)| *place == Place::BayArea).count(), 28);
    }
}
