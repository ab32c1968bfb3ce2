//! Whether the offer is in writing.

use super::claim::Claim;
use super::lexicon::Term;
use super::phrases::{find, has, length_at};
use super::ties::{Label, Topic, labels};
use super::tokens::{Kind, Token};

/// What a letter says of itself.
pub(crate) fn in_letter(tokens: &[Token]) -> Option<Claim> {
    let verbal = is_verbal(tokens);
    let formal = (has(tokens, Term::Formality) && has(tokens, Term::Formal))
        || has(tokens, Term::ThisLetter)
        || (has(tokens, Term::OfferLetter) && has(tokens, Term::Attached));
    let in_hand = is_in_hand(tokens);
    let formal = formal || in_hand;
    match (formal, verbal) {
        (true, false) => Some(Claim::Written(true)),
        (false, true) => Some(Claim::Written(false)),
        _ => None,
    }
}

/// "The verbal offer is 165k", "letter will follow"; not "the verbal offer was 160k", "I verbally accepted", "she said
/// verbally that the team is fun".
fn is_verbal(tokens: &[Token]) -> bool {
    let told = |at: usize, length: usize| {
        let next = tokens.get(at + length);
        if length == 1 && tokens[at].is(Term::Verbal) {
            let agreed = next.is_some_and(|next| next.is(Term::Agreed)) || at > 0 && tokens[at - 1].is(Term::Agreed);
            let of_offer = has(tokens, Term::TheOffer) || !labels(tokens).is_empty();
            return of_offer && !agreed;
        }
        !(next.is_some_and(|next| next.is(Term::Was)) && has(&tokens[at + length..], Term::Letter))
    };
    (0..tokens.len()).any(|at| length_at(tokens, at, Term::NotWritten).is_some_and(|length| told(at, length)))
}

/// "I have it in writing": said of the offer, as it is; "I took notes in writing" is not, nor is "put it in writing".
fn is_in_hand(tokens: &[Token]) -> bool {
    let Some((at, _)) = find(tokens, Term::WrittenHere) else { return false };
    let parts = |token: &Token| token.is_mark_of(&[',', ';', ':', '.', '(', ')']);
    let from = tokens[..at].iter().rposition(parts).map_or(0, |mark| mark + 1);
    let wished = tokens[from..at].first().is_some_and(|first| first.is(Term::Imperative));
    let of_offer = at == from
        || tokens[from..at].iter().any(|token| token.is(Term::OfferThing) || token.is(Term::TheOffer))
        || !labels(&tokens[from..at]).is_empty()
        || !tokens[at].is(Term::Of);
    // "I'll have the letter tomorrow", "when I have the letter".
    let ahead = has(&tokens[from..at], Term::Ahead);
    of_offer && !wished && !ahead && !has(tokens, Term::Negation) && !is_open(tokens)
}

/// "I'll have the letter tomorrow", "when they sent the letter": not yet.
pub(crate) fn is_ahead(piece: &[Token]) -> bool {
    let label = (0..piece.len()).find(|at| length_at(piece, *at, Term::WrittenLabel).is_some()).unwrap_or_default();
    has(&piece[..label], Term::Ahead)
}

/// "They promised refreshers in writing", "can I get it in writing?": what is promised, asked for or no part of the offer.
pub(crate) fn is_open(tokens: &[Token]) -> bool {
    let Some((at, length)) = find(tokens, Term::WrittenHere) else { return false };
    let parts = |token: &Token| token.is_mark_of(&[',', ';', ':', '.', '(', ')']);
    let from = tokens[..at].iter().rposition(parts).map_or(0, |mark| mark + 1);
    let until = tokens[at + length..].iter().position(parts).map_or(tokens.len(), |mark| at + length + mark);
    let clause = &tokens[from..until];
    let open = [Term::Promised, Term::Possible].into_iter().any(|term| has(clause, term));
    let beside = |label: &Label| matches!(label.topic, Topic::OtherStock | Topic::Benefit | Topic::Relocation);
    let asked = tokens.last().is_some_and(|last| last.is_mark('?'));
    open || asked || labels(clause).iter().any(beside)
}

/// "I have it", "got it yesterday": what else is had, heard or to be done says nothing of a letter.
fn says_only_have(tokens: &[Token]) -> bool {
    let beside = |token: &Token| {
        token.kind != Kind::Word
            || [Term::Have, Term::BesideHave, Term::SoftFiller, Term::Greeting].into_iter().any(|term| token.is(term))
    };
    has(tokens, Term::Have) && tokens.iter().all(beside)
}

/// "Only the base is in writing": the rest is not.
pub(crate) fn is_of_a_part(tokens: &[Token]) -> bool {
    let pay = |label: &Label| matches!(label.topic, Topic::Base | Topic::SignOn | Topic::Grant);
    let only = |start: usize| {
        let the = usize::from(start > 0 && tokens[start - 1].is(Term::The));
        start > the && tokens[start - the - 1].is(Term::Only)
    };
    labels(tokens).iter().any(|label| pay(label) && only(label.start))
}

/// What an answer to the question says, or a message that names it; none where it says both.
pub(crate) fn answered(tokens: &[Token]) -> Option<bool> {
    // "Not only verbal, also by email": what more there is says it.
    if let Some(at) = (1..tokens.len()).find(|at| tokens[at - 1].is(Term::Negation) && tokens[*at].is(Term::Only)) {
        let verbal = length_at(tokens, at + 1, Term::Verbal).unwrap_or(0);
        return answered(&[&tokens[..at - 1], &tokens[at + 1 + verbal..]].concat());
    }
    if is_of_a_part(tokens) {
        return None;
    }
    let no = has(tokens, Term::No)
        || has(tokens, Term::Negation)
        || has(tokens, Term::Verbal)
        || has(tokens, Term::NotWritten);
    let agrees = has(tokens, Term::Yes);
    let yes = agrees || has(tokens, Term::Written) || has(tokens, Term::Letter) || says_only_have(tokens);
    let contrast = has(tokens, Term::But) || (agrees && no);
    match (yes, no) {
        _ if contrast => None,
        (_, true) => Some(false),
        (true, false) => Some(true),
        (false, false) => None,
    }
}
