//! Whose level one is: that of the job, or of a manager, of peers, of a later promotion.
//!
//! Must not know which level it is.

use super::{Kind, Term, Token, find, length_at, length_of_any, level_at};

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
    named || followed || joined() || bracketed()
}

fn names_others(tokens: &[Token], at: usize) -> Option<usize> {
    length_of_any(tokens, at, &[Term::OthersLevel, Term::ReportsTo, Term::IWas])
}

/// The tokens before somebody else is spoken of.
pub(super) fn own_part(tokens: &[Token]) -> &[Token] {
    let others = [Term::ReportsTo, Term::OthersLevel].into_iter().filter_map(|term| find(tokens, term));
    let until = others.map(|(at, _)| at).min().unwrap_or(tokens.len());
    &tokens[..until]
}
