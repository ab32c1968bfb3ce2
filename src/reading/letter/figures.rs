//! How a letter tells its figures: to the dollar or in bare thousands, and which are said again.
//!
//! Must not know what they come to.

use super::{Claim, Context, Money, MoneyTold, Sentence, Topic, labels};
use crate::reading::amounts::counts_units;
use crate::reading::tokens::Figure;

/// How the bases and sign-ons of a text are told: beside "190k" a bare "400" may be thousands.
pub(super) fn money_told(found: &[Sentence]) -> MoneyTold {
    let figures = found.iter().filter(|sentence| !sentence.of_others).flat_map(|sentence| {
        let tokens = &sentence.tokens;
        let named: Vec<usize> = labels(tokens)
            .into_iter()
            .filter(|label| matches!(label.topic, Topic::Base | Topic::SignOn))
            .filter_map(|label| {
                // "21k yr2 sign-on, 345 RSUs": what counts them is no money.
                let money = |at: &usize| tokens[*at].figure().is_some() && !counts_units(tokens, *at);
                let behind = (label.end..tokens.len().min(label.end + 4)).find(money);
                let before = label.start.checked_sub(1).filter(|at| tokens[*at].figure().is_some());
                before.or(behind)
            })
            .collect();
        named.into_iter().filter_map(|at| tokens[at].figure()).collect::<Vec<_>>()
    });
    let figures: Vec<&Figure> =
        figures.filter(|figure| !figure.percent && (!figure.bare || figure.value > Money::dollars(12))).collect();
    let full = |figure: &&Figure| !figure.scaled && figure.value >= Money::dollars(1_000);
    let bare = |figure: &&Figure| figure.bare && figure.value < Money::dollars(1_000);
    if !figures.is_empty() && figures.iter().all(full) {
        MoneyTold::InFull
    } else if figures.iter().any(bare) {
        MoneyTold::InBareThousands
    } else {
        MoneyTold::Otherwise
    }
}

pub(super) fn base_of(claim: &Claim) -> Option<Money> {
    match claim {
        Claim::Base(base) => Some(*base),
        _ => None,
    }
}

/// Whether a sentence without a name says again what the one before was about.
pub(super) fn corrects(sentence: &Sentence, context: Context, claims: &[Claim]) -> bool {
    let again = context.before.is_some() && labels(&sentence.tokens).is_empty() && !claims.is_empty();
    again && context.corrects
}
