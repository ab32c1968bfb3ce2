//! Whose a name is: whether the words before a level or place speak of the job or of somebody else.
//!
//! Must not know levels and places.

use super::lexicon::Term;
use super::phrases::{has, length_of_any};
use super::tokens::{Kind, Token};

/// What a name is of.
#[derive(Clone, Copy)]
pub(crate) enum Of {
    Level,
    Place,
}

/// Whether the words before a place at its own question say that it is not the job's: "my recruiter is in Austin".
pub(crate) fn is_elsewhere(tokens: &[Token], at: usize) -> bool {
    let (start, _) = piece(tokens, at, at + 1);
    let before = &tokens[start..at];
    // "Hi Austin,".
    let greeted = before.len() == 1
        && before[0].is(Term::Salutation)
        && tokens.get(at + 1).is_some_and(|next| next.is_mark_of(&[',', '!', '-']));
    let away = before.last().is_some_and(|token| token.is(Term::Away)) && !names_job(before);
    // "Meeting you in our Seattle office".
    let ours = before.last().is_some_and(|last| last.is(Term::We));
    greeted || away || !ours && others_from(before, Of::Place).is_some()
}

/// How many words before and behind a name can be about it.
const NEAR: usize = 40;

/// The tokens between the marks around a name.
pub(crate) fn piece(tokens: &[Token], from: usize, until: usize) -> (usize, usize) {
    let parts = |token: &Token| !matches!(token.kind, Kind::Word | Kind::Figure(_)) || token.is(Term::Turns);
    // A text without marks is looked at near the name only, so that it is read in linear time.
    let (first, last) = (from.saturating_sub(NEAR), tokens.len().min(until + NEAR));
    let start = tokens[first..from].iter().rposition(parts).map_or(first, |at| first + at + 1);
    let end = tokens[until..last].iter().position(parts).map_or(last, |at| until + at);
    (start, end)
}

/// Where words begin that speak of somebody else, or of what is wished for: "my friend", "she", "I deserve".
pub(crate) fn others_from(before: &[Token], of: Of) -> Option<usize> {
    // "The recruiter said L6" tells of the offer.
    let tells = |end: usize| before[end..].iter().any(|token| token.is(Term::Tells));
    (0..before.len()).find(|at| {
        let others: &[Term] = match of {
            Of::Level => &[Term::OthersLevel, Term::Wish, Term::Hearsay],
            Of::Place => &[Term::OthersLevel, Term::Wish, Term::Hearsay, Term::OthersPlace, Term::NotJobPlace],
        };
        let told = [Term::Teller, Term::ReportsTo, Term::IWas];
        length_of_any(before, *at, others).is_some()
            || length_of_any(before, *at, &told).is_some_and(|length| !tells(at + length))
    })
}

/// "The job is in", "they leveled me at", "amazon".
pub(crate) fn names_job(before: &[Token]) -> bool {
    has(before, Term::JobWord) || has(before, Term::JobIn) || has(before, Term::Tells)
}
