//! Which place a text names: cities with what stands beside them, slips of the finger, and what is no place.

use super::file::{City, Gazetteer, Region, plain};
use super::mention::{Mention, fits, mentions};
use super::near::{Nearness, nearest};
use super::text::{Word, words_of};
use super::{Country, Place};
use crate::echo;

/// What a text says of where a job is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceNamed {
    /// A place with a key of its own.
    Known(Place),
    /// Another place in the US.
    Us(Place),
    /// A place outside the US.
    Abroad(Place, Country),
    /// Several, or one name of several places: which one is to be asked.
    Either(Vec<Place>),
    /// Almost the name of this place: to be confirmed. What is plainly the same word is given as the place itself.
    Near(Place),
    /// What may be a place's name, and is in no table: to be confirmed.
    Unknown(Place),
    /// No place.
    NoPlace,
}

impl PlaceNamed {
    /// The place, where there is one without asking.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Known(place) | Self::Us(place) | Self::Abroad(place, _) => Some(place),
            Self::Either(_) | Self::Near(_) | Self::Unknown(_) | Self::NoPlace => None,
        }
    }
}

/// The most words of a name.
const LONGEST_NAME: usize = 4;

/// What a text says of where a job is. With `near`, names with a slip of the finger count too.
pub(super) fn read(text: &str, near: Nearness) -> PlaceNamed {
    let tables = Gazetteer::shipped();
    let words = words_of(text);
    let said = words.iter().map(|word| word.lower.as_str()).filter(|word| !tables.fillers.contains(*word));
    if let Some(known) = tables.known.get(&said.collect::<Vec<_>>().join(" ")) {
        return PlaceNamed::Known(known.clone());
    }
    let mentions = mentions(tables, &words);
    let found = if mentions.iter().any(Mention::is_city) {
        cities(tables, &words, &mentions)
    } else if let Some(region) = mentions.first() {
        beside(tables, &words, &mentions, region)
    } else {
        Vec::new()
    };
    match found.as_slice() {
        [] if text.contains('?') => PlaceNamed::NoPlace,
        [] => unlisted(tables, &words, near),
        [one] => one.clone(),
        several => {
            PlaceNamed::Either(several.iter().flat_map(places).fold(Vec::new(), |mut all: Vec<Place>, place| {
                if !all.iter().any(|other| other.is(&place)) {
                    all.push(place);
                }
                all
            }))
        }
    }
}

fn places(named: &PlaceNamed) -> Vec<Place> {
    match named {
        PlaceNamed::Known(place)
        | PlaceNamed::Us(place)
        | PlaceNamed::Abroad(place, _)
        | PlaceNamed::Near(place)
        | PlaceNamed::Unknown(place) => vec![place.clone()],
        PlaceNamed::Either(places) => places.clone(),
        PlaceNamed::NoPlace => Vec::new(),
    }
}

/// The places of all cities that are named.
fn cities(tables: &Gazetteer, words: &[Word], mentions: &[Mention<'_>]) -> Vec<PlaceNamed> {
    let certain = mentions.iter().any(|mention| mention.is_city() && !mention.is_region());
    let first = mentions.iter().position(Mention::is_city);
    let is_the_city = |index: usize, mention: &Mention<'_>| {
        mention.is_city() && (!mention.is_region() || (!certain && first == Some(index)))
    };
    let is_beside = |index: usize, mention: &Mention<'_>| mention.is_region() && !is_the_city(index, mention);
    let mut found: Vec<PlaceNamed> = Vec::new();
    for (_, mention) in mentions.iter().enumerate().filter(|(index, mention)| is_the_city(*index, mention)) {
        let all = || mentions.iter().enumerate().filter(|(index, mention)| is_beside(*index, mention));
        let own: Vec<&Mention<'_>> =
            all().filter(|(_, other)| other.group == mention.group).map(|(_, other)| other).collect();
        let beside = if own.is_empty() { all().map(|(_, other)| other).collect() } else { own.clone() };
        let named = city(tables, words, mention, &beside, own.is_empty());
        if !found.iter().any(|other| same(other, &named)) && named != PlaceNamed::NoPlace {
            found.push(named);
        }
    }
    found
}

fn same(one: &PlaceNamed, other: &PlaceNamed) -> bool {
    one == other || one.place().zip(other.place()).is_some_and(|(one, other)| one.is(other))
}

/// One city with what stands beside it; `far` where that belongs to another name.
fn city(tables: &Gazetteer, words: &[Word], mention: &Mention<'_>, beside: &[&Mention<'_>], far: bool) -> PlaceNamed {
    let agrees = |city: &&City| beside.iter().all(|other| other.regions().any(|region| fits(city.region, region)));
    let mut fitting: Vec<&City> = mention.cities().filter(agrees).collect();
    if fitting.is_empty() && mention.cities().count() == 1 {
        // A code of a region that the tables have for another country: `IT, MI, Milan`.
        let some = |city: &&City| {
            beside.iter().any(|other| other.regions().any(|region| region != Region::Us && fits(city.region, region)))
        };
        fitting = mention.cities().filter(some).collect();
    }
    let candidates: Vec<&City> = match fitting.is_empty() {
        false => fitting,
        true if beside.is_empty() || far => mention.cities().collect(),
        true => Vec::new(),
    };
    let bare = beside.is_empty() || far;
    let candidates: Vec<&City> = candidates.into_iter().filter(|city| !(bare && city.also_a_word)).collect();
    let name = words[mention.from..mention.to].iter().map(|word| word.lower.as_str()).collect::<Vec<_>>().join(" ");
    let meant = tables.alone.get(&name).copied();
    match candidates.as_slice() {
        [] if bare => PlaceNamed::NoPlace,
        [] => beside.first().map_or(PlaceNamed::NoPlace, |other| {
            let shown = words[mention.from..mention.to].iter().map(|word| word.written.as_str()).collect::<Vec<_>>();
            in_region(tables, &shown.join(" "), other.regions().next().unwrap_or(Region::Us))
        }),
        [one] if !(bare && mention.is_region() && meant.is_none()) => of_city(tables, one, !bare),
        all => {
            let by_itself = meant.filter(|_| bare).and_then(|meant| all.iter().find(|city| city.region == meant));
            if let Some(city) = by_itself {
                return of_city(tables, city, false);
            }
            if let Some(region) = meant.filter(|region| bare && mention.regions().any(|own| own == *region)) {
                return of_region(tables, region);
            }
            let regions: Vec<Region> = mention.regions().filter(|_| bare).collect();
            let one_country = regions.iter().all(|region| all.iter().all(|city| city.region == *region));
            if all.len() == 1 && one_country {
                return of_city(tables, all[0], false);
            }
            let regions = regions.into_iter().map(|region| of_region(tables, region));
            let each = all.iter().map(|city| of_city(tables, city, true)).chain(regions);
            PlaceNamed::Either(each.flat_map(|named| places(&named)).collect())
        }
    }
}

/// A city of the tables; with its state where that was said or is needed to tell it from others.
fn of_city(tables: &Gazetteer, city: &City, with_region: bool) -> PlaceNamed {
    if let Some(known) = &city.known {
        return PlaceNamed::Known(known.clone());
    }
    let alone = plain(&city.shown);
    let only = !city.also_a_word
        && (tables.names.get(&alone).is_none_or(|meanings| meanings.len() == 1)
            || tables.alone.get(&alone) == Some(&city.region));
    match city.region {
        Region::State(_) if !with_region && only => PlaceNamed::Us(Place::Elsewhere(city.shown.clone())),
        Region::Abroad(country) if only || country.is_called(&city.shown) => {
            PlaceNamed::Abroad(Place::Elsewhere(city.shown.clone()), country)
        }
        region => in_region(tables, &city.shown, region),
    }
}

/// A name with its region: `Springfield, IL`.
fn in_region(tables: &Gazetteer, name: &str, region: Region) -> PlaceNamed {
    let within = |region: &str| {
        let room = Place::LONGEST_NAME.saturating_sub(region.chars().count() + 2);
        Place::Elsewhere(format!("{}, {region}", echo::kept(name, room)))
    };
    match region {
        Region::Us => PlaceNamed::Us(within("US")),
        Region::State(state) => PlaceNamed::Us(within(&tables.states[usize::from(state)].code)),
        Region::Abroad(country) => PlaceNamed::Abroad(within(country.short_name()), country),
    }
}

/// A state or country alone.
fn of_region(tables: &Gazetteer, region: Region) -> PlaceNamed {
    match region {
        Region::Us => PlaceNamed::Us(Place::Elsewhere("US".into())),
        Region::State(state) => {
            let data = &tables.states[usize::from(state)];
            // Of Washington and New York the name alone is a city's.
            let state = if tables.names.get(&data.name.to_lowercase()).is_some_and(|meanings| meanings.len() > 1) {
                format!("{} State", data.name)
            } else {
                data.name.clone()
            };
            PlaceNamed::Us(Place::Elsewhere(state))
        }
        Region::Abroad(country) => PlaceNamed::Abroad(Place::Elsewhere(country.short_name().to_owned()), country),
    }
}

/// A text without a city of the tables, and with a state or country: the name beside it, or the region alone.
fn beside(tables: &Gazetteer, words: &[Word], mentions: &[Mention<'_>], first: &Mention<'_>) -> Vec<PlaceNamed> {
    let narrowest = mentions.iter().flat_map(Mention::regions).find(|region| *region != Region::Us);
    let region = narrowest.or_else(|| first.regions().next()).unwrap_or(Region::Us);
    if words.iter().any(|word| tables.remote.contains(&word.lower)) {
        return vec![in_region(tables, "Remote", region)];
    }
    let can_be = |word: &&Word| {
        !tables.never.contains(&word.lower)
            && !tables.fillers.contains(&word.lower)
            && word.lower.chars().all(char::is_alphabetic)
    };
    let mut name: Vec<&Word> = words[..first.from].iter().rev().take_while(can_be).take(LONGEST_NAME).collect();
    name.reverse();
    if name.is_empty() {
        let last = mentions.last().map_or(first.to, |mention| mention.to);
        name = words[last..].iter().take_while(can_be).take(LONGEST_NAME).collect();
    }
    // Another place is named beside it than stands in the tables, and is cut from the words before it.
    if let Some(lead) = name.iter().rposition(|word| tables.leads.contains(&word.lower)) {
        name.drain(..=lead);
    }
    let stray = words.iter().any(|word| tables.never.contains(&word.lower) && !tables.names.contains_key(&word.lower));
    if name.is_empty() && stray && words.len() > 3 {
        return Vec::new();
    }
    if name.is_empty() {
        return vec![of_region(tables, region)];
    }
    let name: Vec<String> = name.iter().map(|word| titled(word)).collect();
    vec![in_region(tables, &name.join(" "), region)]
}

/// A word as a name is written.
fn titled(word: &Word) -> String {
    if word.written.chars().any(char::is_uppercase) {
        return word.written.clone();
    }
    let mut letters = word.written.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A text without any name of the tables.
fn unlisted(tables: &Gazetteer, words: &[Word], near: Nearness) -> PlaceNamed {
    if words.iter().any(|word| word.lower.chars().any(|c| c.is_ascii_digit()) && !tables.fillers.contains(&word.lower))
    {
        return PlaceNamed::NoPlace;
    }
    let lead = words.iter().rposition(|word| tables.leads.contains(&word.lower));
    let after_lead = lead.map_or(words, |lead| &words[lead + 1..]);
    let name: Vec<&Word> = after_lead.iter().filter(|word| !tables.fillers.contains(&word.lower)).collect();
    if name.is_empty() || name.len() > LONGEST_NAME || !name.iter().any(|word| word.lower.chars().count() > 2) {
        return PlaceNamed::NoPlace;
    }
    if name.iter().any(|word| tables.remote.contains(&word.lower)) {
        return PlaceNamed::Unknown(Place::Elsewhere("Remote".into()));
    }
    if name.iter().any(|word| tables.never.contains(&word.lower)) {
        return PlaceNamed::NoPlace;
    }
    let plain: Vec<&str> = name.iter().map(|word| word.lower.as_str()).collect();
    match nearest(tables, &plain.join(" "), near, |name| of_name(tables, name)) {
        Some((named, true)) => return named,
        Some((PlaceNamed::Known(place) | PlaceNamed::Us(place) | PlaceNamed::Abroad(place, _), false)) => {
            return PlaceNamed::Near(place);
        }
        Some(_) | None => {}
    }
    let shown: Vec<String> = name.iter().map(|word| titled(word)).collect();
    PlaceNamed::Unknown(Place::Elsewhere(echo::kept(&shown.join(" "), Place::LONGEST_NAME)))
}

/// The place that a name of the tables means alone.
fn of_name(tables: &Gazetteer, name: &str) -> PlaceNamed {
    let words = words_of(name);
    cities(tables, &words, &mentions(tables, &words)).into_iter().next().unwrap_or(PlaceNamed::NoPlace)
}

/// Whether a name is that of a state or country and of no city.
pub(super) fn names_region_only(name: &str) -> bool {
    let words = words_of(name);
    let mentions = mentions(Gazetteer::shipped(), &words);
    let [only] = mentions.as_slice() else { return false };
    only.is_region() && !only.is_city() && (only.from, only.to) == (0, words.len())
}

/// The code of the state that a place's name is in: one that [`read`] gave.
pub(super) fn state_of(name: &str) -> Option<&'static str> {
    let tables = Gazetteer::shipped();
    let words = words_of(name);
    let mentions = mentions(tables, &words);
    let of_state = |region: Region| match region {
        Region::State(state) => Some(tables.states[usize::from(state)].code.as_str()),
        Region::Us | Region::Abroad(_) => None,
    };
    // What stands beside a city says its state; a city alone has one in the tables.
    let beside = mentions.iter().skip(1).rev().chain(mentions.iter().filter(|mention| !mention.is_city()));
    let cities = mentions.iter().flat_map(Mention::cities);
    beside.flat_map(Mention::regions).find_map(of_state).or_else(|| cities.map(|city| city.region).find_map(of_state))
}
