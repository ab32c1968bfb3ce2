//! How firm another offer is said to be: in writing, verbal, in process; what is denied or only expected is not.
//!
//! Must not know whose offer it is.

use super::{Firmness, Term, Token, has, is_firmness};

/// How firm words say an offer is; none where they say it in two ways or deny it.
pub(super) fn firmness_in(tokens: &[Token]) -> Option<Firmness> {
    let denied = written_denied(tokens);
    let named =
        [(Term::Written, Firmness::Written), (Term::Verbal, Firmness::Verbal), (Term::InProcess, Firmness::InProcess)];
    // "I expect a written offer": it is in process, or as firm as it is said to be now.
    let expected = |term: Term| {
        let at = tokens.iter().position(|token| token.is(term));
        at.is_some_and(|at| has(clause_before(tokens, at), Term::Expecting))
    };
    let stands = |(term, firmness): &(Term, Firmness)| match firmness {
        // "Over the phone, nothing in writing": what is denied is not said.
        Firmness::Written => has(tokens, *term) && !denied && !expected(*term),
        Firmness::Verbal => has(tokens, *term) && !expected(*term),
        Firmness::InProcess => has(tokens, *term),
    };
    let awaited = [Term::Written, Term::Verbal].into_iter().any(expected);
    let firm: Vec<Firmness> = named.into_iter().filter(stands).map(|(_, firmness)| firmness).collect();
    // "Verbal, waiting for the written one".
    let pending = |firmness: &Firmness| awaited && firm.len() > 1 && *firmness == Firmness::InProcess;
    let mut said = firm.iter().copied().filter(|firmness| !pending(firmness));
    let Some(first) = said.next() else { return awaited.then_some(Firmness::InProcess) };
    // "not verbal": the denial stands before it.
    let at = (0..tokens.len()).find(|at| is_firmness(&tokens[*at])).unwrap_or_default();
    let refused = !denied && tokens[at.saturating_sub(3)..at].iter().any(|token| token.is(Term::Negation));
    (said.next().is_none() && !(refused && first != Firmness::InProcess)).then_some(first)
}

/// "Not in writing", "nothing on paper", "I don't have the letter": whether the words before it deny that it is written.
fn written_denied(tokens: &[Token]) -> bool {
    let Some(at) = tokens.iter().position(|token| token.is(Term::Written)) else { return false };
    clause_before(tokens, at).iter().any(|token| token.is(Term::Negation) || token.is(Term::Nothing))
}

/// The few words before `at`, from the last mark on.
fn clause_before(tokens: &[Token], at: usize) -> &[Token] {
    let before = &tokens[at.saturating_sub(5)..at];
    let clause = before.iter().rposition(|token| token.is_mark_of(&[',', ';', '(', '.'])).map_or(0, |mark| mark + 1);
    &before[clause..]
}
