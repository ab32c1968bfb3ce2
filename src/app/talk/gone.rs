//! Other companies' offers that are none any more. Must not know what becomes of them.

use super::news;
use super::numbers::is_question;
use super::plain::{has_one, holds, words};
use crate::offer::OfferDraft;
use crate::playbook::TalkSigns;

/// The other companies of a saved offer that a text says are none any more, and what its other clauses tell: "i turned
/// down google", "both fell through", "I no longer have the google offer, but Meta gave me 430k".
pub(super) fn gone(text: &str, signs: &TalkSigns, known: &OfferDraft) -> (Vec<String>, Option<String>) {
    /// The most words of such a remark.
    const SHORT: usize = 8;
    if is_question(text, signs) || has_one(text, &signs.of_a_wish) {
        return (Vec::new(), None);
    }
    let others: Vec<String> = known.competing.iter().map(|other| other.company.clone()).collect();
    let ends = |clause: &str| {
        let told = words(clause);
        let named: Vec<String> = others.iter().filter(|name| holds(&told, &words(name))).cloned().collect();
        let none_left = has_one(clause, &signs.of_none_left);
        let denied = named.iter().any(|name| is_denied_of(&told, &words(name), signs));
        let ended = none_left || denied || has_one(clause, &signs.of_an_end);
        let all = none_left || has_one(clause, &signs.of_all_others);
        if told.len() > SHORT || !ended {
            return Vec::new();
        }
        if named.is_empty() && all { others.clone() } else { named }
    };
    let whole = ends(text);
    if !whole.is_empty() {
        return (whole, None);
    }
    let clauses = news::clauses(text, signs);
    let (ended, rest): (Vec<&String>, Vec<&String>) = clauses.iter().partition(|clause| !ends(clause).is_empty());
    let gone = ended.iter().flat_map(|clause| ends(clause)).collect();
    let rest: Vec<String> = rest.into_iter().cloned().collect();
    (gone, (!ended.is_empty() && !rest.is_empty()).then(|| rest.join(", ")))
}

/// "No google", "i don't have a google offer", "google said no".
fn is_denied_of(told: &[String], name: &[String], signs: &TalkSigns) -> bool {
    let Some(at) = told.windows(name.len().max(1)).position(|window| window == name) else { return false };
    let denies = |word: &String| signs.of_a_no.contains(word);
    let figures = told.iter().any(|word| word.chars().any(|c| c.is_ascii_digit()));
    let before = told[..at].iter().any(denies);
    let said_no = told.last().is_some_and(denies) && at == 0;
    !figures && (before || said_no)
}
