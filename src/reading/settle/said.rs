//! The words that are known beside a doubt, and a reply as those words.

use crate::money::Money;

#[rustfmt::skip]
pub(super) const HALF: &[&str] = &[
    "half", "halves", "split", "evenly", "equally", "equal",
];
pub(super) const SUM: &[&str] =
    &["sum", "total", "totals", "together", "combined", "altogether", "overall", "over", "across", "between", "spread"];
#[rustfmt::skip]
pub(super) const EACH: &[&str] = &[
    "each", "every", "per", "annual", "annually", "yearly", "twice", "apiece",
];
pub(super) const FIRST: &[&str] = &["first", "1st", "1", "one", "y1", "yr1", "year1", "upfront"];
#[rustfmt::skip]
pub(super) const SECOND: &[&str] = &[
    "second", "2nd", "2", "two", "y2", "yr2", "year2", "both",
];
pub(super) const NOT: &[&str] =
    &["not", "no", "nothing", "none", "isnt", "never", "dont", "doesnt", "without", "havent", "zero"];
#[rustfmt::skip]
pub(super) const WRITTEN: &[&str] = &[
    "written", "writing", "letter", "signed", "paper", "pdf", "docusign", "email", "emailed", "mail", "mailed",
    "document",
];
pub(super) const VERBAL: &[&str] =
    &["verbal", "verbally", "phone", "call", "called", "oral", "orally", "said", "told", "spoken"];
#[rustfmt::skip]
pub(super) const PROCESS: &[&str] = &[
    "process", "interview", "interviews", "interviewing", "talking", "talks", "onsite", "onsites", "loop",
    "waiting", "pending", "early", "stage", "stages", "rounds", "progress",
];
pub(super) const FOUR: &[&str] =
    &["four", "4", "total", "whole", "all", "entire", "sum", "altogether", "together", "over"];
#[rustfmt::skip]
pub(super) const YEAR: &[&str] = &[
    "year", "years", "yr", "yrs", "a", "annum", "one", "1",
];
/// Words that settle nothing by themselves and disturb nothing beside those that do.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "the", "a", "an", "it", "its", "is", "was", "be", "in", "on", "of", "for", "to", "at", "and", "that", "thats",
    "this", "much", "amount", "amounts", "paid", "pay", "pays", "payment", "goes", "as", "i", "im", "have", "has",
    "got", "had", "mean", "meant", "they", "them", "me", "my", "with", "from", "by", "so", "just", "only", "still",
    "yet", "now", "year", "years", "yr", "yrs", "y", "please", "offer", "one", "option", "grant", "bonus", "sign",
    "signon", "company", "then", "would", "are", "been", "their", "recruiter", "your", "stock", "all", "everything",
];

/// The words of a reply that are known beside a doubt.
pub(super) struct Said(pub(super) Vec<String>);

impl Said {
    /// The words; `None` where one is of something else: a figure that is none of `amounts` (in dollars, or bare in
    /// thousands), or a word that is in no list of `own`. Words of `name` say nothing.
    pub(super) fn read(text: &str, own: &[&[&str]], amounts: &[Money], name: &str) -> Option<Self> {
        let lower = text.to_lowercase().replace(['\'', '’'], "");
        let name = name.to_lowercase();
        let named = |value: Money| amounts.iter().any(|amount| *amount == value || *amount == value * 1_000);
        let mut words = Vec::new();
        for word in lower.split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '$');
            match bare.parse::<Money>() {
                Ok(value) if !matches!(bare, "1" | "2" | "4") => {
                    if !named(value) {
                        return None;
                    }
                }
                Ok(_) | Err(_) => {
                    let parts = bare.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
                    words.extend(parts.map(str::to_owned));
                }
            }
        }
        words.retain(|word| !name.split_whitespace().any(|part| part == word));
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
            Err(_) if SECOND.contains(&word) => second = true,
            Err(_) if FIRST.contains(&word) => first = true,
            Err(_) if word.is_empty() || BESIDE.contains(&word) => {}
            Ok(_) | Err(_) => return None,
        }
    }
    (!(first && second)).then_some((second, amount?))
}
