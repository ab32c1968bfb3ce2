//! What a letter says again of a thing that it gave elsewhere: what is owed back, the places of a posting's ranges.
//!
//! Must not know how a claim is read.

use super::{Claim, Place, Sentence, Sourced, Term, has};

/// "You'll reimburse the first $92,000 bonus": where the sign-on was given before, what is owed back says it again.
pub(super) fn without_restated(found: &[Sentence], claims: &mut Vec<Sourced>) {
    let is_sign_on = |claim: &Claim| {
        matches!(claim, Claim::SignOn { .. } | Claim::SignOnEach(_) | Claim::SignOnTotal(_) | Claim::SignOnAtStart(_))
    };
    let owed = |sourced: &Sourced| has(&found[sourced.sentence].tokens, Term::Repay);
    let told: Vec<Claim> = claims
        .iter()
        .filter(|sourced| is_sign_on(&sourced.claim) && !owed(sourced))
        .map(|sourced| sourced.claim.clone())
        .collect();
    let again = |claim: &Claim| {
        told.iter().any(|told| match (told, claim) {
            (Claim::SignOn { year: one, amount }, Claim::SignOn { year: other, amount: again }) => {
                amount == again || (one == other && one.is_some())
            }
            (told, claim) => told == claim,
        })
    };
    claims.retain(|sourced| !(owed(sourced) && again(&sourced.claim)));
}

/// Of several posted ranges the one of the job's place counts, else none; the place of a posting's line counts only
/// where nothing else says where the job is.
pub(super) fn without_posted_places(claims: &mut Vec<Sourced>) {
    let posted: Vec<usize> = claims
        .iter()
        .filter(|sourced| matches!(sourced.claim, Claim::Posted(..)))
        .map(|sourced| sourced.sentence)
        .collect();
    let place = |sourced: &Sourced| match &sourced.claim {
        Claim::Place(place) => Some((place.clone(), sourced.sentence)),
        _ => None,
    };
    let places: Vec<(Place, usize)> = claims.iter().filter_map(place).collect();
    let own = places.iter().find(|(_, at)| !posted.contains(at)).map(|(place, _)| place.clone());
    let of_own = |at: usize| {
        let named = places.iter().find(|(_, of)| *of == at);
        named.zip(own.as_ref()).is_some_and(|((named, _), own)| named.is(own))
    };
    if posted.len() > 1 && posted.iter().any(|at| places.iter().any(|(_, of)| of == at)) {
        claims.retain(|sourced| !matches!(sourced.claim, Claim::Posted(..)) || of_own(sourced.sentence));
    }
    if own.is_some() {
        claims.retain(|sourced| !(matches!(sourced.claim, Claim::Place(_)) && posted.contains(&sourced.sentence)));
    }
}
