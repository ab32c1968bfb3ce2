//! A bare figure beside a known grant: "rsus 430" is dollars where $400,000 are known, and no count of shares.

use super::{Answer, GrantProblem, OfferDraft, Problem, Reading};
use crate::offer::Grant;

/// The reading in the order of the fields, with such a figure as the grant that it plainly is.
pub(super) fn likely_dollars(mut reading: Reading, draft: &OfferDraft) -> Reading {
    reading.answers.sort_by_key(Answer::field);
    let Some(Grant::Dollars(known)) = draft.grant else { return reading };
    let meant = reading.problems.iter().find_map(|problem| match problem {
        Problem::Grant(GrantProblem::SharesOrDollars(bare)) => Some(*bare * 1_000),
        _ => None,
    });
    let near = |figure: crate::money::Money| figure * 100 > known * 60 && figure * 100 < known * 170;
    if let Some(figure) = meant.filter(|figure| near(*figure)) {
        reading.problems.retain(|problem| !matches!(problem, Problem::Grant(GrantProblem::SharesOrDollars(_))));
        reading.answers.push(Answer::Grant(Grant::Dollars(figure)));
        reading.answers.sort_by_key(Answer::field);
    }
    reading
}
