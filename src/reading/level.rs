//! The level: L6 or L7, by number or title.
//!
//! A title that Amazon uses at more than one level is asked about, not guessed.

use rust_decimal::Decimal;

use super::part::Part;
use super::tokens::Kind;
use super::{Answer, LevelProblem, Reading};
use crate::market::Companies;
use crate::money::Money;
use crate::offer::Level;

/// Words that may stand around a level.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "l6", "l7", "level", "l", "sde", "sde3", "iii", "senior", "sr", "principal", "engineer", "software", "a", "an",
    "at", "as", "its", "im", "the", "is", "it", "amazon", "i", "am", "for", "offer", "think", "be", "would",
    "developer", "development", "role", "my", "they", "said", "ic6", "ic7", "got", "dev", "pe", "swe", "leveled",
    "to", "was", "in", "id", "sdeiii", "believe", "yes", "applied", "scientist", "tpm", "pm", "pmt", "manager",
    "sdm", "staff",
];

/// Reads a level.
pub(crate) fn read_level(part: &Part<'_>) -> Reading {
    let said = part.quote();
    let ask = || Reading::refused(LevelProblem::Unclear(said.clone()));
    let answer = |level: Option<Level>| level.map(|level| Reading::of(Answer::Level(level)));
    let amazon = Companies::asked_for();
    let Some(mut found) = numbers(part) else { return ask() };
    found.sort_unstable();
    found.dedup();
    let senior = part.has(&["senior", "sr"]);
    let principal = part.has(&["principal", "pe"]);
    let elsewhere = part.has(&["manager", "sdm", "staff"]);
    match (found.as_slice(), senior, principal) {
        ([number], ..) => {
            answer(amazon.numbered(*number)).unwrap_or_else(|| Reading::refused(LevelProblem::NotCovered(*number)))
        }
        ([], true, false) if !elsewhere => answer(amazon.titled("senior")).unwrap_or_else(ask),
        ([], false, true) if !elsewhere => answer(amazon.titled("principal")).unwrap_or_else(ask),
        ([], true, true) => Reading::refused(LevelProblem::SeniorPrincipal),
        _ => ask(),
    }
}

/// The levels named by number; nothing where a word or figure is not about a level.
fn numbers(part: &Part<'_>) -> Option<Vec<u32>> {
    let mut found: Vec<u32> = Vec::new();
    for (index, token) in part.tokens.iter().enumerate() {
        let word = token.word.as_str();
        match &token.kind {
            Kind::Figure(figure) if figure.bare && figure.value < Money::dollars(13) => {
                let sde = index > 0 && part.tokens[index - 1].is_word(&["sde", "swe"]);
                let number = (1..=12).find(|level| figure.value.amount() == Decimal::from(*level));
                found.extend(number.map(|level| if sde { level + 3 } else { level }));
            }
            Kind::Figure(_) | Kind::Unclear(_) | Kind::Foreign | Kind::DateLike => return None,
            Kind::Word => match (level_number(word), word) {
                (Some(level), _) => found.push(level),
                (None, "six" | "iii" | "sdeiii" | "sde3") => found.push(6),
                (None, "seven") => found.push(7),
                (None, "ii") => found.push(5),
                (None, word) if KNOWN.contains(&word) => {}
                _ => return None,
            },
            Kind::Mark(_) | Kind::Break => {}
        }
    }
    Some(found)
}

/// The number in `l6`.
pub(crate) fn level_number(word: &str) -> Option<u32> {
    let digits = word.strip_prefix('l')?;
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten().filter(|level| (1..=12).contains(level))
}
