//! Whether the offer is in writing.

use super::claim::Claim;
use super::lexicon::Term;
use super::phrases::has;
use super::tokens::Token;

/// What a letter says of itself.
pub(crate) fn in_letter(tokens: &[Token]) -> Option<Claim> {
    let verbal = has(tokens, Term::NotWritten);
    let formal = (has(tokens, Term::Formality) && has(tokens, Term::Formal))
        || has(tokens, Term::ThisLetter)
        || (has(tokens, Term::OfferLetter) && has(tokens, Term::Attached));
    let in_hand = has(tokens, Term::WrittenHere) && !has(tokens, Term::Negation);
    let formal = formal || in_hand;
    match (formal, verbal) {
        (true, false) => Some(Claim::Written(true)),
        (false, true) => Some(Claim::Written(false)),
        _ => None,
    }
}

/// What an answer to the question says, or a message that names it; none where it says both.
pub(crate) fn answered(tokens: &[Token]) -> Option<bool> {
    let no = has(tokens, Term::No)
        || has(tokens, Term::Negation)
        || has(tokens, Term::Verbal)
        || has(tokens, Term::NotWritten);
    let agrees = has(tokens, Term::Yes);
    let yes = agrees || has(tokens, Term::Written) || has(tokens, Term::Letter) || has(tokens, Term::Have);
    let contrast = has(tokens, Term::But) || (agrees && no);
    match (yes, no) {
        _ if contrast => None,
        (_, true) => Some(false),
        (true, false) => Some(true),
        (false, false) => None,
    }
}
