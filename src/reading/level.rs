//! The level, by number or title, as the company's data has them.
//!
//! A title that is used at more than one level is asked about, not guessed.

use rust_decimal::Decimal;

use super::part::Part;
use super::tokens::Kind;
use super::{Answer, LevelProblem, Problem, Reading};
use crate::market::{Companies, Company, Role};
use crate::money::Money;

/// Words that may stand around a level.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "level", "l", "sde", "engineer", "software", "a", "an",
    "at", "as", "its", "im", "the", "is", "it", "amazon", "i", "am", "for", "offer", "think", "be", "would",
    "developer", "development", "role", "my", "they", "said", "ic6", "ic7", "got", "dev", "swe", "leveled",
    "to", "was", "in", "id", "believe", "yes", "applied", "scientist", "tpm", "pm", "pmt", "manager",
    "sdm", "staff",
];

/// Reads a level.
pub(crate) fn read_level(part: &Part<'_>) -> Reading {
    let company = Companies::asked_for();
    let ask = || Reading::refused(LevelProblem::Unclear(part.quote()));
    let named = Role::of_text(part.text());
    let Some(mut found) = numbers(part, company) else { return ask() };
    found.sort_unstable();
    found.dedup();
    // A Senior Manager is not the Senior of an engineer.
    let elsewhere = part.has(&["manager", "staff"]);
    let titled = || match &named {
        Some(named) => named.level,
        None => company.titled(|title| part.has_phrase(title)).filter(|_| !elsewhere),
    };
    let level = match found.as_slice() {
        [] => titled(),
        [number] => match company.numbered(*number) {
            Some(level) => Some(level),
            None => return Reading::refused(LevelProblem::NotListed(*number)),
        },
        _ => None,
    };
    let role = named.map(|named| named.role);
    let answers = level.map(Answer::Level).into_iter().chain(role.clone().map(Answer::Role)).collect();
    match (level, role) {
        (Some(_), _) => Reading { answers, ..Reading::default() },
        (None, Some(role)) => Reading { answers, problems: vec![LevelProblem::OfRole(role).into()], doubt: None },
        (None, None) => ask(),
    }
}

/// Reads a job family.
pub(crate) fn read_role(part: &Part<'_>) -> Reading {
    Role::of_text(part.text())
        .map_or_else(|| Reading::refused(Problem::Role(part.quote())), |named| Reading::of(Answer::Role(named.role)))
}

/// The levels named by number; nothing where a word or figure is not about a level.
fn numbers(part: &Part<'_>, company: &Company) -> Option<Vec<u32>> {
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
                (None, "six") => found.push(6),
                (None, "seven") => found.push(7),
                (None, word) if KNOWN.contains(&word) || company.has_title_word(word) || Role::has_word(word) => {}
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
