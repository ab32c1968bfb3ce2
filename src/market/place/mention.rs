//! Names of the tables in a text: cities, and the states and countries that stand beside them.

use super::file::{City, Gazetteer, Meaning, Region};
use super::text::Word;

/// Two-letter codes that are words: in lower case they count only beside one of their cities.
const WORDS: [&str; 24] = [
    "in", "or", "me", "hi", "ok", "oh", "de", "la", "ma", "pa", "id", "al", "on", "act", "are", "fin", "est", "pol",
    "sa", "ab", "ne", "no", "be", "at",
];

/// The most words of a name.
const LONGEST_NAME: usize = 4;

/// A name of the tables in a text.
pub(super) struct Mention<'a> {
    /// Its first word.
    pub(super) from: usize,
    /// The word after its last.
    pub(super) to: usize,
    /// Which of the alternatives it belongs to.
    pub(super) group: usize,
    meanings: &'a [Meaning],
}

impl Mention<'_> {
    pub(super) fn cities(&self) -> impl Iterator<Item = &City> {
        self.meanings.iter().filter_map(|meaning| match meaning {
            Meaning::City(city) => Some(city),
            Meaning::Region(_) => None,
        })
    }

    pub(super) fn regions(&self) -> impl Iterator<Item = Region> {
        self.meanings.iter().filter_map(|meaning| match meaning {
            Meaning::Region(region) => Some(*region),
            Meaning::City(_) => None,
        })
    }

    pub(super) fn is_city(&self) -> bool {
        self.cities().next().is_some()
    }

    pub(super) fn is_region(&self) -> bool {
        self.regions().next().is_some()
    }
}

/// The names of the tables in a text, longest ones first where they overlap.
pub(super) fn mentions<'a>(tables: &'a Gazetteer, words: &[Word]) -> Vec<Mention<'a>> {
    let mut found: Vec<Mention<'a>> = Vec::new();
    let (mut index, mut group) = (0, 0);
    while index < words.len() {
        let separates = words[index].another || matches!(words[index].lower.as_str(), "or" | "and");
        let longest = (1..=LONGEST_NAME.min(words.len() - index)).rev().find_map(|length| {
            let phrase = &words[index..index + length];
            // A name does not go over the end of another.
            if phrase[1..].iter().any(|word| word.another) {
                return None;
            }
            let name = phrase.iter().map(|word| word.lower.as_str()).collect::<Vec<_>>().join(" ");
            let meanings = tables.names.get(&name)?;
            let counts = !tables.codes.contains(&name) || code_counts(tables, words, index, &found, meanings);
            counts.then_some((length, meanings))
        });
        if separates && longest.is_none_or(|_| words[index].another) {
            group += 1;
        }
        let Some((length, meanings)) = longest else {
            index += 1;
            continue;
        };
        found.push(Mention { from: index, to: index + length, group, meanings });
        index += length;
    }
    found
}

/// Whether a code can be meant as one: `Denver CO`, `US, WA`, `Springfield, IL`, and not `tell me`.
fn code_counts(tables: &Gazetteer, words: &[Word], index: usize, before: &[Mention<'_>], meanings: &[Meaning]) -> bool {
    let word = &words[index];
    let previous = before.last().filter(|mention| mention.to == index);
    let its_city = previous.is_some_and(|mention| {
        mention.cities().any(|city| {
            let beside = |meaning: &Meaning| matches!(meaning, Meaning::Region(region) if fits(city.region, *region));
            meanings.iter().any(beside)
        })
    });
    let is_word = WORDS.contains(&word.lower.as_str()) || tables.never.contains(&word.lower);
    let after_comma = word.apart && index > 0;
    let begins = words.get(index + 1).is_some_and(|next| next.apart);
    let after_name = index > 0 && {
        let name = &words[index - 1].lower;
        !tables.never.contains(name) && (previous.is_some() || !tables.fillers.contains(name))
    };
    let after_fillers =
        last_word(words, index) && words[..index].iter().all(|word| tables.fillers.contains(&word.lower));
    // "remote us": beside that it is no "us" of people.
    let is_beside_remote =
        || (index == 0 || last_word(words, index)) && words.iter().any(|word| tables.remote.contains(&word.lower));
    let last = words[index + 1..].iter().all(|word| US.contains(&word.lower.as_str()) || word.lower.len() == 5);
    its_city
        || (word.capitals && (after_comma || begins))
        || (after_comma && last && after_name)
        || (!is_word && word.lower != "us" && ((after_name && (last || word.capitals)) || after_fillers))
        || (word.lower == "us" && (word.capitals || is_beside_remote()))
}

fn last_word(words: &[Word], index: usize) -> bool {
    index + 1 == words.len()
}

/// Words after a code that leave it the last one.
const US: [&str; 3] = ["usa", "us", "united"];

/// Whether a city's region is what stands beside it, or in it.
pub(super) fn fits(city: Region, beside: Region) -> bool {
    city == beside || (beside == Region::Us && matches!(city, Region::State(_)))
}
