//! The words of the language that the reader knows, as data: which mean what, and nothing of how they combine.
//!
//! Owns `lexicon.toml` and the look-up of a token's meanings; employers are words of it by the table of companies. Must
//! not know a field: a reader asks for terms.

mod term;

pub(crate) use term::Term;

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::market::{Companies, Company};

/// What a word ends with that names an owner.
const POSSESSIVE: char = 's';

/// The words that ship with the program.
const SHIPPED: &str = include_str!("lexicon.toml");

/// A set of terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Terms([u128; Term::VARIANTS.len().div_ceil(128)]);

impl Terms {
    /// These terms together.
    pub(crate) fn of(terms: &[Term]) -> Self {
        let mut all = Self::default();
        for term in terms {
            all.add(*term);
        }
        all
    }

    pub(crate) fn has(&self, term: Term) -> bool {
        let (word, bit) = place(term);
        self.0[word] & bit != 0
    }

    /// Whether any of these is among the others.
    pub(crate) fn meets(&self, others: &Self) -> bool {
        self.0.iter().zip(&others.0).any(|(one, other)| one & other != 0)
    }

    /// The meanings of what means nothing.
    pub(crate) fn none() -> &'static Self {
        static NONE: Terms = Terms([0; Term::VARIANTS.len().div_ceil(128)]);
        &NONE
    }

    fn join(&mut self, other: Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }

    fn add(&mut self, term: Term) {
        let (word, bit) = place(term);
        self.0[word] |= bit;
    }
}

fn place(term: Term) -> (usize, u128) {
    let number = term as usize;
    (number / 128, 1 << (number % 128))
}

/// A phrase of two words or more.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) words: Vec<String>,
    pub(super) terms: Terms,
}

/// What the words mean.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    words: HashMap<String, Terms>,
    /// Phrases by their first word, longer ones first.
    pub(super) phrases: HashMap<String, Vec<Phrase>>,
    /// The meanings of all phrases by their first word.
    begins: HashMap<String, Terms>,
    months: HashMap<String, i8>,
    weekdays: HashMap<String, i8>,
    numbers: HashMap<String, i64>,
    currencies: HashMap<String, String>,
    signs: HashMap<String, String>,
    levels: HashMap<String, u32>,
    ordinals: HashMap<String, i8>,
}

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    terms: HashMap<String, Vec<String>>,
    months: HashMap<String, Vec<String>>,
    weekdays: HashMap<String, Vec<String>>,
    numbers: HashMap<String, i64>,
    currencies: HashMap<String, Vec<String>>,
    signs: HashMap<String, String>,
    levels: HashMap<String, u32>,
    ordinals: HashMap<String, i8>,
}

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(SHIPPED).expect("the lexicon in the program is read in its tests"));

/// The words that ship with the program, read once.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn read(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut lexicon = Self {
            numbers: file.numbers,
            signs: file.signs,
            levels: file.levels,
            ordinals: file.ordinals,
            ..Self::default()
        };
        let mut phrases: HashMap<Vec<String>, Terms> = HashMap::new();
        for (name, entries) in &file.terms {
            let term: Term = name.parse().map_err(|_| format!("there is no term called {name}"))?;
            for entry in entries {
                let words: Vec<String> = entry.split(' ').map(str::to_owned).collect();
                phrases.entry(words).or_default().add(term);
            }
        }
        for name in Companies::shipped().others().flat_map(Company::aliases) {
            let words: Vec<String> = name.split(' ').map(str::to_owned).collect();
            match words.as_slice() {
                // "Meta's": tokens have no apostrophe.
                [word] => {
                    phrases.entry(vec![format!("{word}{POSSESSIVE}")]).or_default().add(Term::Employer);
                }
                // "AT&T" would be in "at T-Mobile".
                [.., last] if last.len() < 2 => continue,
                _ => {}
            }
            phrases.entry(words).or_default().add(Term::Employer);
        }
        for (words, terms) in phrases {
            match words.as_slice() {
                [word] => {
                    lexicon.words.insert(word.clone(), terms);
                }
                [first, ..] => {
                    lexicon.begins.entry(first.clone()).or_default().join(terms);
                    lexicon.phrases.entry(first.clone()).or_default().push(Phrase { words, terms });
                }
                [] => {}
            }
        }
        for phrases in lexicon.phrases.values_mut() {
            phrases.sort_by(|one, other| other.words.len().cmp(&one.words.len()).then(one.words.cmp(&other.words)));
        }
        lexicon.currencies = spelled(file.currencies, |code| Ok(code.to_owned()))?;
        lexicon.months = spelled(file.months, |number| number.parse::<i8>().map_err(|error| error.to_string()))?;
        lexicon.weekdays = spelled(file.weekdays, |number| number.parse::<i8>().map_err(|error| error.to_string()))?;
        Ok(lexicon)
    }

    /// What a word means, in lower case.
    pub(crate) fn of_word(&self, word: &str) -> &Terms {
        self.words.get(word).unwrap_or(Terms::none())
    }

    /// What the phrases that start with this word mean, all together.
    pub(crate) fn begins(&self, word: &str) -> &Terms {
        self.begins.get(word).unwrap_or(Terms::none())
    }

    /// The number of a month's name, from 1.
    pub(crate) fn month(&self, word: &str) -> Option<i8> {
        self.months.get(word).copied()
    }

    /// The number of a weekday's name, Monday 1 to Sunday 7.
    pub(crate) fn weekday(&self, word: &str) -> Option<i8> {
        self.weekdays.get(word).copied()
    }

    /// The number that a word names.
    pub(crate) fn number(&self, word: &str) -> Option<i64> {
        self.numbers.get(word).copied()
    }

    /// The code of the currency that a word names, US dollars among them.
    pub(crate) fn currency(&self, word: &str) -> Option<&str> {
        self.currencies.get(word).map(String::as_str)
    }

    /// The code of a currency's sign.
    pub(crate) fn sign(&self, sign: char) -> Option<&str> {
        self.signs.get(sign.encode_utf8(&mut [0; 4]) as &str).map(String::as_str)
    }

    /// The day of the month that a word names: `fourth`.
    pub(crate) fn ordinal(&self, word: &str) -> Option<i8> {
        self.ordinals.get(word).copied()
    }

    /// The number of a level that a word names by itself.
    pub(crate) fn level(&self, word: &str) -> Option<u32> {
        self.levels.get(word).copied()
    }
}

fn spelled<T: Clone>(
    table: HashMap<String, Vec<String>>,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<HashMap<String, T>, String> {
    let mut all = HashMap::new();
    for (key, spellings) in table {
        let value = read(&key)?;
        for spelling in spellings {
            if all.insert(spelling.clone(), value.clone()).is_some() {
                return Err(format!("{spelling} stands twice"));
            }
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_has_words_and_every_word_is_spelled_as_tokens_are() {
        let file: File = toml::from_str(SHIPPED).expect("the lexicon");
        // Employers have a table of their own.
        for term in Term::VARIANTS.iter().filter(|term| **term != Term::Employer) {
            let name: &str = (*term).into();
            assert!(file.terms.get(name).is_some_and(|entries| !entries.is_empty()), "{name} has no words");
        }
        for (name, entries) in &file.terms {
            let mut seen = std::collections::BTreeSet::new();
            for entry in entries {
                assert!(seen.insert(entry), "{name}: {entry} stands twice");
                let tokens = super::super::tokens::cut_plain(entry);
                let plain = tokens.iter().map(|token| token.word.as_str()).collect::<Vec<_>>().join(" ");
                assert_eq!(*entry, plain, "{name}: tokens of \"{entry}\" are spelled otherwise");
            }
        }
    }
}
