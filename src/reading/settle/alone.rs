//! Replies that say only what was asked for: one price, or one half of the sign-on's terms.

use super::paid;
use crate::money::Money;
use crate::offer::{Payment, Repayment};
use crate::reading::claim::Claim;
use crate::reading::plausible::Figures;
use crate::reading::tokens::{clean, cut};
use crate::reading::{Answer, Doubt};

/// The half of the sign-on's terms that is asked for, in a reply about nothing else.
pub(super) fn other_half(doubt: &Doubt, text: &str) -> Option<Answer> {
    let tokens = cut(&clean(text));
    let of_pay =
        crate::reading::ties::labels(&tokens).iter().any(|label| label.topic != crate::reading::ties::Topic::SignOn);
    let mut claims = crate::reading::terms::read_terms(&tokens, true).into_iter();
    let whole = |token: &crate::reading::tokens::Token| {
        token.figure().is_some_and(|figure| figure.percent && figure.value == Money::dollars(100))
    };
    let (claim, None, false) = (claims.next(), claims.next(), of_pay) else { return None };
    let said = |token: &&crate::reading::tokens::Token| !matches!(token.kind, crate::reading::tokens::Kind::Mark(_));
    let all = || tokens.iter().filter(said).all(whole).then_some(Claim::Repayment(Repayment::Full));
    let claim = claim.or_else(all)?;
    match (doubt, claim) {
        (Doubt::LumpSumRepaid, Claim::Repayment(repayment)) => Some(paid(Payment::LumpSum, repayment)),
        (Doubt::SignOnPaid { repayment }, Claim::Payment(payment)) => Some(paid(payment, *repayment)),
        _ => None,
    }
}

/// The one price a share in a reply that names nothing else: a figure of dollars that is no number of shares and no day.
pub(super) fn price_in(tokens: &[crate::reading::tokens::Token]) -> Option<Money> {
    let price = |at: usize| {
        let figure = tokens[at].figure().filter(|figure| !figure.scaled && !figure.percent)?;
        let plain = !crate::reading::units::counts_units(tokens, at) && Figures::SharePrice.possible(figure.value);
        plain.then_some(figure.value)
    };
    let figures: Vec<usize> = (0..tokens.len()).filter(|at| tokens[*at].figure().is_some()).collect();
    let [only] = figures[..] else { return None };
    let other =
        !crate::reading::ties::labels(tokens).iter().all(|label| label.topic == crate::reading::ties::Topic::Price)
            || tokens.iter().any(|token| crate::reading::dates::month(&token.word).is_some())
            || tokens.iter().any(crate::reading::tokens::Token::is_foreign);
    price(only).filter(|_| !other)
}
