//! Where the job is: a known place by any of its names, or another one as typed.

use super::fields::says_nothing;
use super::part::Part;
use super::tokens::Kind;
use super::{Answer, PlaceProblem, Reading};
use crate::market::{Place, PlaceNamed};

/// Words beside a known place that leave it the same place.
#[rustfmt::skip]
const PLACE_FILLER: &[&str] = &[
    "in", "the", "office", "hq", "area", "downtown", "usa", "us", "united", "states", "hybrid", "onsite", "metro",
    "hub", "wa", "ca", "ny", "tx", "washington", "california", "texas", "based", "its", "at", "is", "location",
    "city", "located", "job", "greater", "im", "be", "will", "would", "role", "my", "a", "region", "campus", "it",
    "offer", "amazon", "for", "of", "site",
];

/// Reads a place.
pub(crate) fn read_place(part: &Part<'_>) -> Reading {
    let text = part.text().trim();
    let said = part.quote();
    let ask = || Reading::refused(PlaceProblem::Missing(said.clone()));
    if let Some(place) = Place::known(text) {
        return Reading::of(Answer::Location(place));
    }
    match Place::of_text(text) {
        PlaceNamed::Known(place) | PlaceNamed::Abroad(place, _) => return Reading::of(Answer::Location(place)),
        PlaceNamed::Either(_) => return Reading::refused(PlaceProblem::Several(said)),
        PlaceNamed::NoPlace => return ask(),
        // As it is written: bands may know it by that name.
        PlaceNamed::Us(_) | PlaceNamed::Near(_) | PlaceNamed::Unknown(_) => {}
    }
    let meaningful = text.chars().any(char::is_alphabetic);
    let figures = part.tokens.iter().any(|token| !matches!(token.kind, Kind::Word | Kind::Mark(_) | Kind::Break));
    let nothing = says_nothing(part) || part.has(&["dont", "idk", "unsure"]);
    if !meaningful || figures || nothing || text.contains('?') {
        return ask();
    }
    let (known, others) = places_in(part);
    match known.as_slice() {
        [place] if others.is_empty() => return Reading::of(Answer::Location(place.clone())),
        [_, _, ..] => {
            return Reading::refused(PlaceProblem::Several(said));
        }
        _ => {}
    }
    let name = strip_lead(part);
    if name.chars().count() > Place::LONGEST_NAME {
        return Reading::refused(PlaceProblem::TooLong(said));
    }
    if name.is_empty() { ask() } else { Reading::of(Answer::Location(Place::from(name))) }
}

/// The text without "I'm based in" before the place's name.
fn strip_lead(part: &Part<'_>) -> String {
    #[rustfmt::skip]
    const LEAD: &[&str] = &[
        "in", "based", "located", "its", "at", "the", "location", "im", "it", "is", "my", "offer", "for", "city",
        "be", "will", "would", "job", "role",
    ];
    let first =
        part.tokens.iter().find(|token| !token.is_word(LEAD) && !matches!(token.kind, Kind::Mark(_) | Kind::Break));
    let Some((first, last)) =
        first.zip(part.tokens.iter().rfind(|token| token.kind == Kind::Word || token.is_mark(')')))
    else {
        return String::new();
    };
    let text = part.source.get(first.start..last.end.max(first.end)).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The known places named, and the words that belong to none and are no filler.
fn places_in(part: &Part<'_>) -> (Vec<Place>, Vec<String>) {
    let tokens: Vec<&str> =
        part.tokens.iter().filter(|token| token.kind == Kind::Word).map(|token| token.word.as_str()).collect();
    let (mut known, mut others) = (Vec::new(), Vec::new());
    let mut index = 0;
    while index < tokens.len() {
        if let Some((used, place)) = place_at(&tokens[index..]) {
            if !known.contains(&place) {
                known.push(place);
            }
            index += used;
        } else {
            if !PLACE_FILLER.contains(&tokens[index]) {
                others.push(tokens[index].to_owned());
            }
            index += 1;
        }
    }
    (known, others)
}

/// A known place at the start of these words, by its longest name, with how many words it takes.
pub(crate) fn place_at(words: &[&str]) -> Option<(usize, Place)> {
    (1..=words.len().min(4)).rev().find_map(|used| {
        let name = words[..used].join(" ");
        Place::known(&name).map(|place| (used, place))
    })
}
