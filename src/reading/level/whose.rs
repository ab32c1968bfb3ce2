//! Whose level one is: that of the job, or of a manager, of peers, of a later promotion.
//!
//! Must not know which level it is.

use super::{Kind, Term, Token, find, has, length_at, length_of_any, level_at};
use crate::money::Money;

/// How many words before a level say whose it is.
const BEFORE: usize = 6;

/// Whether the level at `at` is not the offered job's: "your manager is an L7", "promo to L6", "L4 SDEs".
pub(crate) fn is_of_others(tokens: &[Token], at: usize) -> bool {
    let floor = at.saturating_sub(BEFORE);
    let ends = |token: &Token| token.is_mark_of(&[',', ';', '.', '(', ')']) || token.kind == Kind::Break;
    let from = tokens[floor..at].iter().rposition(ends).map_or(floor, |mark| floor + mark + 1);
    // "(borderline L7)" goes with its bracket; "the hiring manager offered me L6" turns back.
    let named = (from..at)
        .filter_map(|start| names_others(tokens, start).map(|length| start + length))
        .next_back()
        .is_some_and(|end| {
            end <= at && !tokens[end..at].iter().any(|token| token.is(Term::OwnLevel) || token.is(Term::Tells))
        });
    let length = level_at(tokens, at).map_or(1, |(_, length)| length);
    let behind = at + length;
    let followed = behind < tokens.len()
        && (length_at(tokens, behind, Term::OthersBehind).is_some()
            || length_at(tokens, behind, Term::ReportsTo).is_some());
    // "My peers are L5 and L6".
    let joined = || {
        let before = at.checked_sub(2).filter(|_| tokens[at - 1].is(Term::Joiner) || tokens[at - 1].is(Term::Or));
        before.is_some_and(|before| level_at(tokens, before).is_some() && is_of_others(tokens, before))
    };
    // "Your manager is Lee (L8)", "reporting to Kim Lee (L7)".
    let bracketed = || {
        at > 0
            && tokens[at - 1].is_mark('(')
            && (floor.saturating_sub(BEFORE)..at).any(|start| length_at(tokens, start, Term::ReportsTo).is_some())
    };
    // "The recruiter called with an L6 offer".
    let of_job = (behind..tokens.len().min(behind + 2))
        .any(|at| [Term::OfferWord, Term::OfferNoun, Term::JobNoun].into_iter().any(|term| tokens[at].is(term)));
    named
        || followed
        || joined()
        || bracketed()
        || (!of_job && is_of_somebody(&tokens[from..at]))
        || is_not_now(tokens, from, at, behind)
}

/// "With an L8 director", "my referrer is an L7 SDM": one who is no "you" and no role; "as an L6" and "this is an L6" are
/// the job's.
fn is_of_somebody(before: &[Token]) -> bool {
    let led = before.split_last().filter(|(last, _)| last.is(Term::Article));
    let Some((_, before)) = led else { return before.last().is_some_and(|last| last.is(Term::Another)) };
    let Some((last, subject)) = before.split_last() else { return false };
    let job = |token: &Token| token.is(Term::JobSubject) || token.is(Term::OwnLevel) || token.is(Term::Level);
    last.is(Term::LevelWith) || last.is(Term::Is) && !subject.is_empty() && !subject.iter().any(job)
}

/// "L6 pays 50k more", "by 2028 I'd be L6", "up-level to L6 was denied": a level in general, one to come, one refused.
fn is_not_now(tokens: &[Token], from: usize, at: usize, behind: usize) -> bool {
    let next = tokens.get(behind);
    let general = at == from && next.is_some_and(|next| next.is(Term::LevelVerb));
    let year = |token: &Token| {
        let figure = token.figure().filter(|figure| figure.bare && !figure.percent);
        figure.is_some_and(|figure| (Money::dollars(2_024)..=Money::dollars(2_045)).contains(&figure.value))
    };
    let led = |pair: &[Token]| (pair[0].is(Term::By) || pair[0].is(Term::InYear)) && year(&pair[1]);
    let later = tokens[from..at].windows(2).any(led);
    let ends = |token: &Token| token.is_mark_of(&[',', ';', '.', '(']) || token.is(Term::Turns);
    let rest = &tokens[behind.min(tokens.len())..];
    let until = rest.iter().position(ends).unwrap_or(rest.len());
    general || later || has(&rest[..until], Term::LevelDenied)
}

fn names_others(tokens: &[Token], at: usize) -> Option<usize> {
    length_of_any(tokens, at, &[Term::OthersLevel, Term::ReportsTo, Term::IWas])
}

/// "I was a senior engineer at Dell", "I talked to a principal engineer"; "I was offered" tells of the job.
fn past_or_met(tokens: &[Token]) -> Option<usize> {
    let was = find(tokens, Term::IWas).filter(|(at, length)| !has(&tokens[at + length..], Term::Tells));
    let met = find(tokens, Term::SpokeTo);
    was.into_iter().chain(met).map(|(at, _)| at).min()
}

/// The tokens before somebody else is spoken of.
pub(super) fn own_part(tokens: &[Token]) -> &[Token] {
    let others = [Term::ReportsTo, Term::OthersLevel].into_iter().filter_map(|term| find(tokens, term));
    let until = others.map(|(at, _)| at).chain(past_or_met(tokens)).min().unwrap_or(tokens.len());
    &tokens[..until]
}
