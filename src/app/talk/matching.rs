//! Which topic a text is about: by how much of it a phrasing covers, and how much of the phrasing it holds.
//!
//! Nothing is learned or guessed at: phrasings are data, and what is not near enough to one is no topic.

use std::collections::BTreeSet;

use super::numbers::is_question;
use super::plain::{alike, words};
use crate::playbook::{TalkSigns, TalkTable, TalkTopic};

/// How near a text has to be to a phrasing, in percent, where no question is open.
const NEAR: u32 = 78;
/// How near where a question is open: nearly word by word.
const VERY_NEAR: u32 = 90;
/// What a word weighs; one that says little by itself weighs less.
const WEIGHT: u32 = 4;
const SMALL_WEIGHT: u32 = 1;
/// The most words of a question or remark; what is longer is a story.
const MOST_WORDS: usize = 24;

/// A topic's phrasings, cut into words once.
struct Phrasing {
    topic: usize,
    /// Its words, each with its weight.
    words: Vec<(String, u32)>,
    /// The weight of all of them.
    weight: u32,
    /// A word that means the topic only where no question is open.
    alone: bool,
    /// It has a no in it: nothing without one is like it.
    denies: bool,
    /// It is a question: with another one open, only a question is like it.
    asks: bool,
}

/// The topics, ready to be compared with.
pub(crate) struct Topics {
    table: TalkTable,
    phrasings: Vec<Phrasing>,
    fillers: BTreeSet<String>,
    small: BTreeSet<String>,
}

impl Topics {
    /// Those of a table.
    pub(crate) fn of(table: TalkTable) -> Self {
        let TalkSigns { fillers, small, .. } = &table.signs;
        let (fillers, small) = (fillers.iter().cloned().collect(), small.iter().cloned().collect());
        let mut topics = Self { table, phrasings: Vec::new(), fillers, small };
        let mut phrasings = Vec::new();
        for (index, topic) in topics.table.topics.iter().enumerate() {
            let asks = topic.asks.iter().map(|phrase| (phrase, false));
            for (phrase, alone) in asks.chain(topic.words.iter().map(|word| (word, true))) {
                let asks = is_question(phrase, topics.signs());
                let words = topics.told(phrase);
                let denies = topics.denies(&words);
                let words = topics.weighed(words);
                phrasings.push(Phrasing { topic: index, weight: sum(&words), words, alone, denies, asks });
            }
        }
        topics.phrasings = phrasings;
        topics
    }

    /// The table they are from.
    pub(crate) fn table(&self) -> &TalkTable {
        &self.table
    }

    /// Texts by what they are.
    pub(crate) fn signs(&self) -> &TalkSigns {
        &self.table.signs
    }

    /// The words of a text without fillers; all of them where there is nothing else.
    fn told(&self, text: &str) -> Vec<String> {
        let all: Vec<String> = words(text).into_iter().map(any_amount).collect();
        let told: Vec<String> = all.iter().filter(|word| !self.fillers.contains(*word)).cloned().collect();
        if told.is_empty() { all } else { told }
    }

    fn denies(&self, words: &[String]) -> bool {
        words.iter().any(|word| self.signs().of_a_no.contains(word))
    }

    fn weighed(&self, words: Vec<String>) -> Vec<(String, u32)> {
        let weight = |word: &String| if self.small.contains(word) { SMALL_WEIGHT } else { WEIGHT };
        words
            .into_iter()
            .map(|word| {
                let weight = weight(&word);
                (word, weight)
            })
            .collect()
    }

    /// The topic that a text is nearest to; `None` where none is near enough. With a question open it has to be
    /// nearly word by word, and single words mean none.
    pub(crate) fn find(&self, text: &str, open: bool) -> Option<&TalkTopic> {
        let told = self.told(text);
        if told.is_empty() || told.len() > MOST_WORDS {
            return None;
        }
        let denies = self.denies(&told);
        let told = self.weighed(told);
        let weight = sum(&told);
        let asks = is_question(text, self.signs());
        let enough = if open { VERY_NEAR } else { NEAR };
        let phrasings = self.phrasings.iter().filter(|phrasing| {
            // Even if all of the shorter one is in the longer one.
            let can_be_near = percent(weight.min(phrasing.weight), weight, phrasing.weight) >= enough;
            can_be_near && phrasing.denies == denies && !(open && (phrasing.alone || phrasing.asks && !asks))
        });
        let best =
            phrasings.map(|phrasing| (nearness(&told, weight, phrasing), phrasing.topic)).max_by(|one, other| {
                // The first of the table where two are as near.
                one.0.cmp(&other.0).then(other.1.cmp(&one.1))
            });
        let (near, topic) = best?;
        if near >= enough { self.table.topics.get(topic) } else { None }
    }
}

impl Topics {
    /// The topic of a text, else that of its first clause, or its last: "i dont have an offer yet, just finished loop".
    pub(crate) fn find_in(&self, text: &str, open: bool) -> Option<&TalkTopic> {
        let clauses: Vec<&str> =
            text.split([',', '.', ';', '!', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
        let long = |clause: &&&str| words(clause).len() >= LEAST_OF_A_CLAUSE;
        let ends = [clauses.first(), clauses.last()].into_iter().flatten().filter(|_| clauses.len() > 1).filter(long);
        self.find(text, open).or_else(|| ends.into_iter().find_map(|clause| self.find(clause, open)))
    }
}

/// An amount as any other: "is 190 low for l6" asks what "is 205k low for l6" does.
fn any_amount(word: String) -> String {
    let digits = word.trim_end_matches('k');
    let amount = digits.len() > 1 && digits.bytes().all(|b| b.is_ascii_digit()) && digits != PLAN;
    if amount { ANY_AMOUNT.to_owned() } else { word }
}

/// What stands for an amount.
const ANY_AMOUNT: &str = "0";
/// No amount: the 401(k).
const PLAN: &str = "401";

/// The least words of a clause that means a topic by itself.
const LEAST_OF_A_CLAUSE: usize = 3;

fn sum(words: &[(String, u32)]) -> u32 {
    words.iter().map(|(_, weight)| weight).sum()
}

/// Twice the weight of what both hold over the weight of both, in percent.
fn percent(both: u32, one: u32, other: u32) -> u32 {
    200 * both / (one + other).max(1)
}

/// How near a text is to a phrasing. Words are matched in their order.
fn nearness(told: &[(String, u32)], weight: u32, phrasing: &Phrasing) -> u32 {
    let same = |one: &str, other: &str| if phrasing.alone { one == other } else { alike(one, other) };
    let mut both = 0;
    let mut behind = 0;
    for (word, weight) in &phrasing.words {
        if let Some(at) = told[behind..].iter().position(|(other, _)| same(word, other)) {
            behind += at + 1;
            both += weight;
        }
    }
    percent(both, weight, phrasing.weight)
}
