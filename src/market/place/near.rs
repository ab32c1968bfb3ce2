//! Names with a slip of the finger in them.

use strsim::osa_distance;

use super::PlaceNamed;
use super::file::{Gazetteer, Meaning};
use super::named::of_name;

/// Whether slips count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nearness {
    /// A name counts only as it is.
    Exact,
    /// A name counts with a letter or two wrong.
    WithSlips,
}

/// The one city that a name in no table is nearest to: the place itself where it is plainly the same word, else one to
/// be confirmed.
pub(super) fn nearest(tables: &Gazetteer, typed: &str, near: Nearness) -> Option<PlaceNamed> {
    if near == Nearness::Exact {
        return None;
    }
    let together = |name: &str| name.chars().filter(|c| *c != ' ').collect::<String>();
    let letters = together(typed);
    let length = letters.chars().count();
    if length < 5 {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    let mut rivals: Vec<PlaceNamed> = Vec::new();
    for (name, meanings) in &tables.names {
        let is_city = meanings.iter().any(|meaning| matches!(meaning, Meaning::City(city) if !city.also_a_word));
        let other = together(name);
        let begins = other.chars().next() == letters.chars().next();
        if !is_city || !begins || other.chars().count() < 5 || other.chars().count().abs_diff(length) > 2 {
            continue;
        }
        let distance = osa_distance(&other, &letters);
        match best {
            Some((least, _)) if distance > least => {}
            Some((least, _)) if distance == least => rivals.push(of_name(tables, name)),
            _ => {
                best = Some((distance, name));
                rivals = vec![of_name(tables, name)];
            }
        }
    }
    let (distance, _) = best?;
    rivals.dedup();
    let named = rivals.first()?.clone();
    let same = rivals.iter().all(|other| *other == named);
    let most = if length >= 7 { 2 } else { 1 };
    if distance > most || !same {
        return None;
    }
    let plainly = distance <= usize::from(length >= 6) || (distance == 2 && length >= 11);
    match named {
        named if plainly => Some(named),
        PlaceNamed::Known(place) | PlaceNamed::Us(place) | PlaceNamed::Abroad(place, _) => Some(PlaceNamed::Near(place)),
        PlaceNamed::Either(_) | PlaceNamed::Near(_) | PlaceNamed::Unknown(_) | PlaceNamed::NoPlace => None,
    }
}
