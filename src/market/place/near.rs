//! Names with a slip of the finger in them.

use strsim::osa_distance;

use super::file::{Gazetteer, Meaning};

/// Whether slips count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nearness {
    /// A name counts only as it is.
    Exact,
    /// A name counts with a letter or two wrong.
    WithSlips,
}

/// What the one city means that a name in no table is nearest to, and whether it is plainly the same word. `means`
/// gives what a name of the tables means.
pub(super) fn nearest<T: PartialEq>(
    tables: &Gazetteer,
    typed: &str,
    near: Nearness,
    means: impl Fn(&str) -> T,
) -> Option<(T, bool)> {
    let together = |name: &str| name.chars().filter(|c| *c != ' ').collect::<String>();
    let letters = together(typed);
    let length = letters.chars().count();
    if near == Nearness::Exact || length < SHORTEST {
        return None;
    }
    let mut least = usize::MAX;
    let mut nearest: Vec<&str> = Vec::new();
    for (name, meanings) in &tables.names {
        let is_city = meanings.iter().any(|meaning| matches!(meaning, Meaning::City(city) if !city.also_a_word));
        let other = together(name);
        let begins = other.chars().next() == letters.chars().next();
        let long = other.chars().count();
        if !is_city || !begins || long < SHORTEST || long.abs_diff(length) > MOST_SLIPS {
            continue;
        }
        let distance = osa_distance(&other, &letters);
        if distance < least {
            least = distance;
            nearest.clear();
        }
        if distance == least {
            nearest.push(name);
        }
    }
    let mut others = nearest.into_iter().map(means);
    let first = others.next()?;
    let most = if length >= 7 { MOST_SLIPS } else { 1 };
    if least > most || !others.all(|other| other == first) {
        return None;
    }
    let plainly = least <= usize::from(length >= 6) || (least == MOST_SLIPS && length >= 11);
    Some((first, plainly))
}

/// Letters of the shortest name in which a slip is looked for.
const SHORTEST: usize = 5;
/// The most letters that can be wrong.
const MOST_SLIPS: usize = 2;
