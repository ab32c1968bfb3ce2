//! The companies as data: how people name them, how they vest, which levels they have.
//!
//! Owns what is known of a company and the reading of a level's name. Must not know an offer.

mod file;
mod levels;

use std::sync::LazyLock;

use serde::Deserialize;

use super::Schedule;
use super::spelling::simplify;

pub use levels::{LevelData, Usual};

/// The companies that ship with the program.
const SHIPPED: &str = include_str!("../../../bands/companies.toml");

/// How well a fact is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The company itself, or several sources that agree.
    High,
    /// One decent source.
    Medium,
    /// Hearsay.
    Low,
}

/// Where a fact is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// How well it is supported.
    pub confidence: Confidence,
    /// Where it is from, in words.
    pub words: String,
    /// What else to know; may be empty.
    pub note: String,
}

/// When a new hire's grant usually vests: a starting point, to be held against the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vesting {
    /// When it usually vests; `None` where the company usually grants no stock.
    pub schedule: Option<Schedule>,
    /// The schedule in words; empty where there is none.
    pub words: String,
    /// Where that is from.
    pub source: Source,
}

/// What is customary in a company's offers, as far as that is known. For comparing and explaining:
/// no sum assumes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customary {
    /// How many years a sign-on is paid in.
    pub sign_on_years: Option<Sourced<u8>>,
    /// The yearly target bonus in percent of base, from and to; 0 to 0 where there is none as a rule.
    pub target_bonus: Option<Sourced<[u8; 2]>>,
    /// How later grants come about.
    pub refreshers: Option<Sourced<String>>,
}

/// Something that is known, with where it is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// What is known.
    pub what: T,
    /// Where it is from.
    pub source: Source,
}

/// What is known of a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// Its name.
    pub name: String,
    /// Whether its stock can't be sold on a market.
    pub private: bool,
    /// How it usually vests, where that is known.
    pub vesting: Option<Vesting>,
    /// What is customary in its offers.
    pub customary: Customary,
    /// Where its levels are from.
    pub levels_source: Option<Source>,
    aliases: Vec<String>,
    levels: Vec<LevelData>,
}

/// Every company that is known, in the order of the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Companies(Vec<Company>);

static SHIPPED_COMPANIES: LazyLock<Companies> = LazyLock::new(|| {
    Companies::read("bands/companies.toml", SHIPPED).expect("the companies in the program are read in its tests")
});

/// Letters of the shortest name in which a slip is looked for: "Meto" may be a name.
const SHORTEST_WITH_SLIP: usize = 6;

impl Company {
    /// What it is called, in lower case.
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// Whether one lower-case word names this company.
    pub fn is_called(&self, word: &str) -> bool {
        self.aliases.iter().any(|alias| alias == word)
    }
}

impl Companies {
    /// The companies that ship with the program, read once.
    pub fn shipped() -> &'static Self {
        &SHIPPED_COMPANIES
    }

    /// The company whose offers the conversation reads, Amazon: the first that ships with the program.
    pub fn asked_for() -> &'static Company {
        &Self::shipped().0[0]
    }

    /// A company by name, in any case; words after the name don't matter (`Google Cloud`), words
    /// before it do.
    pub fn find(&self, company: &str) -> Option<&Company> {
        let plain = simplify(company);
        self.0.iter().find(|known| {
            let begins = |alias: &String| plain == *alias || plain.starts_with(&format!("{alias} "));
            known.aliases.iter().any(begins)
        })
    }

    /// Another company whose name this is with one slip of the finger in it: `Goolge`.
    pub fn with_slip(&self, company: &str) -> Option<&Company> {
        let plain = simplify(company);
        if plain.chars().count() < SHORTEST_WITH_SLIP || self.find(company).is_some() {
            return None;
        }
        let near = |alias: &String| {
            alias.chars().count() >= SHORTEST_WITH_SLIP
                && alias.chars().next() == plain.chars().next()
                && strsim::osa_distance(alias, &plain) == 1
        };
        let mut found = self.others().filter(|known| known.aliases.iter().any(near));
        found.next().filter(|_| found.next().is_none())
    }

    /// How a name that was typed in small letters is written: "openai" as `OpenAI`, "capital one" as Capital One.
    pub fn written(&self, company: &str) -> String {
        if company.chars().any(char::is_uppercase) {
            return company.to_owned();
        }
        let known = self.find(company).filter(|known| known.name.eq_ignore_ascii_case(company));
        known.map_or_else(|| with_capitals(company), |known| known.name.clone())
    }

    /// Every company, in the order of the data.
    pub fn iter(&self) -> impl Iterator<Item = &Company> {
        self.0.iter()
    }

    /// Every company but the one that the conversation asks for.
    pub fn others(&self) -> impl Iterator<Item = &Company> {
        self.0.iter().skip(1)
    }
}
/// Each word with a capital first.
fn with_capitals(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
