//! The words that are known beside a doubt, and a reply as those words.

use super::super::Doubt;
use crate::money::Money;

pub(super) const HALF: &[&str] = &["half", "halves", "split", "evenly", "equally", "equal"];
pub(super) const SUM: &[&str] =
    &["sum", "total", "totals", "together", "combined", "altogether", "overall", "over", "across", "between"];
pub(super) const EACH: &[&str] = &["each", "every", "per", "annual", "annually", "yearly", "twice", "apiece"];
pub(super) const FIRST: &[&str] =
    &["first", "1st", "1", "one", "y1", "yr1", "year1", "upfront", "all", "only", "everything"];
pub(super) const SECOND: &[&str] = &["second", "2nd", "2", "two", "y2", "yr2", "year2", "both"];
pub(super) const NOT: &[&str] =
    &["not", "no", "nothing", "none", "isnt", "never", "dont", "doesnt", "without", "havent", "zero"];
pub(super) const WRITTEN: &[&str] = &[
    "written", "writing", "letter", "signed", "paper", "pdf", "docusign", "email", "emailed", "mail", "mailed",
    "document",
];
pub(super) const VERBAL: &[&str] =
    &["verbal", "verbally", "phone", "call", "called", "oral", "orally", "said", "told", "spoken"];
pub(super) const PROCESS: &[&str] = &[
    "process",
    "interview",
    "interviews",
    "interviewing",
    "talking",
    "talks",
    "onsite",
    "onsites",
    "loop",
    "waiting",
    "pending",
    "early",
    "stage",
    "stages",
    "rounds",
    "progress",
];
pub(super) const FOUR: &[&str] =
    &["four", "4", "total", "whole", "all", "entire", "sum", "altogether", "together", "over"];
pub(super) const YEAR: &[&str] = &["year", "years", "yr", "yrs", "a", "annum", "one", "1"];
/// Words that settle nothing by themselves and disturb nothing beside those that do.
pub(super) const BESIDE: &[&str] = &[
    "the",
    "a",
    "an",
    "it",
    "its",
    "is",
    "was",
    "be",
    "in",
    "on",
    "of",
    "for",
    "to",
    "at",
    "and",
    "that",
    "thats",
    "this",
    "much",
    "amount",
    "amounts",
    "paid",
    "pay",
    "pays",
    "payment",
    "goes",
    "as",
    "i",
    "im",
    "have",
    "has",
    "got",
    "had",
    "mean",
    "meant",
    "they",
    "them",
    "me",
    "my",
    "with",
    "from",
    "by",
    "so",
    "just",
    "only",
    "still",
    "yet",
    "now",
    "year",
    "years",
    "yr",
    "yrs",
    "y",
    "please",
    "offer",
    "one",
    "option",
    "grant",
    "bonus",
    "sign",
    "signon",
    "company",
    "then",
    "would",
    "are",
    "been",
    "their",
    "recruiter",
    "your",
    "stock",
];

/// The words of a reply that are known beside a doubt.
pub(super) struct Said(pub(super) Vec<String>);

impl Said {
    /// The words; `None` where one is of something else: another figure, or a word that is not known here.
    pub(super) fn read(text: &str, doubt: &Doubt) -> Option<Self> {
        let lower = text.to_lowercase().replace(['\'', '’'], "");
        let mut words = Vec::new();
        for word in lower.split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '$');
            if bare.parse::<Money>().is_ok() && !matches!(bare, "1" | "2" | "4") {
                if !names(doubt, bare) {
                    return None;
                }
                continue;
            }
            words.extend(bare.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_owned));
        }
        let own: &[&[&str]] = match doubt {
            Doubt::Zeros { .. } => &[&["yes", "typed", "wrote", "no"]],
            Doubt::SignOnSplit { .. } | Doubt::SignOnSum { .. } => &[HALF, SUM, EACH, FIRST, SECOND, NOT],
            Doubt::SharePrice { .. } => &[],
            Doubt::Firmness { company, .. } => {
                let name = company.to_lowercase();
                words.retain(|word| !name.split_whitespace().any(|part| part == word));
                &[WRITTEN, VERBAL, PROCESS, NOT]
            }
            Doubt::WalkAwayUnit { .. } | Doubt::GrantPerYear { .. } => &[FOUR, YEAR, EACH],
        };
        let known = |word: &String| own.iter().copied().chain([BESIDE]).any(|list| list.contains(&word.as_str()));
        (!words.is_empty() && words.iter().all(known)).then_some(Self(words))
    }

    pub(super) fn has(&self, list: &[&str]) -> bool {
        self.0.iter().any(|word| list.contains(&word.as_str()))
    }

    /// Whether a word of the list is said, and no "not" before it takes it back.
    pub(super) fn affirms(&self, list: &[&str]) -> bool {
        (0..self.0.len()).any(|at| {
            let before = &self.0[at.saturating_sub(3)..at];
            list.contains(&self.0[at].as_str()) && !before.iter().any(|word| NOT.contains(&word.as_str()))
        })
    }
}

/// Whether a figure is one that the question names: the amount in doubt, or one of a reading.
fn names(doubt: &Doubt, figure: &str) -> bool {
    let Ok(value) = figure.parse::<Money>() else { return false };
    let amounts = match doubt {
        Doubt::SignOnSplit { amount } | Doubt::SignOnSum { amount } => vec![*amount, amount.split(2)],
        Doubt::WalkAwayUnit { amount } | Doubt::GrantPerYear { amount } => vec![*amount],
        Doubt::Firmness { a_year, .. } => a_year.iter().copied().collect(),
        Doubt::Zeros { .. } | Doubt::SharePrice { .. } => Vec::new(),
    };
    amounts.iter().any(|amount| *amount == value || *amount == value * 1_000)
}

/// The one year of a sum that a reply names, and whether that is the second one.
pub(super) fn of_one_year(text: &str) -> Option<(bool, Money)> {
    let mut amount = None;
    let (mut first, mut second) = (false, false);
    let lower = text.to_lowercase();
    for word in lower.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '$')) {
        match word.parse::<Money>() {
            Ok(_) if matches!(word, "1" | "2") => (first, second) = (first || word == "1", second || word == "2"),
            Ok(value) if amount.is_none() => {
                let thousands = value < Money::dollars(1_000) && !word.ends_with('k');
                amount = Some(if thousands { value * 1_000 } else { value });
            }
            Ok(_) => return None,
            Err(_) if SECOND.contains(&word) => second = true,
            Err(_) if FIRST.contains(&word) => first = true,
            Err(_) if word.is_empty() || BESIDE.contains(&word) => {}
            Err(_) => return None,
        }
    }
    (!(first && second)).then_some((second, amount?))
}
