//! The words that are known beside a doubt, and a reply as those words.

use crate::money::Money;
use crate::reading::lexicon::{Term, lexicon};

/// The words of a reply that are known beside a doubt.
pub(super) struct Said(pub(super) Vec<String>);

impl Said {
    /// The words; `None` where one is of something else: a figure that is none of `amounts` (in dollars, or bare in
    /// thousands), or a word that means none of `own` and disturbs something. Words of `name` say nothing.
    pub(super) fn read(text: &str, own: &[Term], amounts: &[Money], name: &str) -> Option<Self> {
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
        let known = |word: &String| own.iter().chain(&[Term::SaidBeside]).any(|term| means(word, *term));
        (!words.is_empty() && words.iter().all(known)).then_some(Self(words))
    }

    pub(super) fn has(&self, term: Term) -> bool {
        self.0.iter().any(|word| means(word, term))
    }

    /// Whether a word of this meaning is said, and no "not" before it takes it back.
    pub(super) fn affirms(&self, term: Term) -> bool {
        (0..self.0.len()).any(|at| {
            let before = &self.0[at.saturating_sub(3)..at];
            means(&self.0[at], term) && !before.iter().any(|word| means(word, Term::SaidNot))
        })
    }
}

/// What stands before "the rest".
pub(super) fn before_rest(text: &str) -> Option<&str> {
    let rest = text.split_whitespace().find(|word| means(&word.to_lowercase(), Term::SaidRest))?;
    text.find(rest).map(|at| &text[..at])
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
            Err(_) if means(word, Term::SaidSecond) => second = true,
            Err(_) if means(word, Term::SaidFirst) => first = true,
            Err(_) if word.is_empty() || means(word, Term::SaidBeside) => {}
            Ok(_) | Err(_) => return None,
        }
    }
    (!(first && second)).then_some((second, amount?))
}

/// Whether a word means this beside a doubt.
pub(super) fn means(word: &str, term: Term) -> bool {
    lexicon().of_word(word).has(term)
}
