//! What a grant comes to, as an answer or a doubt.
//!
//! Must not know how its figures were read.

use super::{Answer, Date, Doubt, Figures, Grant, GrantProblem, Level, Look, Money, Reading, look};

/// Shares at a price, as an answer or as a doubt where zeros slipped in the price or the count.
pub(crate) fn priced(count: u32, price: Money, on: Option<Date>, level: Option<Level>) -> Reading {
    let grant = |count, price| Grant::Shares { count, price, priced_on: on };
    let typed = grant(count, price);
    let doubt = |likely| Reading::open(Doubt::Zeros { typed: Answer::Grant(typed), likely: Answer::Grant(likely) });
    match look(Figures::SharePrice, price, None) {
        Look::Usual | Look::Unusual => {}
        Look::Slipped(likely) => return doubt(grant(count, likely)),
        Look::Odd => {
            return Reading::refused(GrantProblem::OddPrice { price, usual: Figures::SharePrice.widest() });
        }
    }
    match look(Figures::Grant, typed.value(), level) {
        Look::Usual => Reading::of(Answer::Grant(typed)),
        Look::Unusual => Reading::open(Doubt::Unusual { typed: Answer::Grant(typed) }),
        Look::Slipped(value) => {
            let counts = [count.saturating_mul(10), count / 10, count.saturating_mul(100), count / 100];
            let usual = |count: &u32| look(Figures::Grant, grant(*count, price).value(), level) == Look::Usual;
            doubt(counts.into_iter().find(usual).map_or(Grant::Dollars(value), |count| grant(count, price)))
        }
        Look::Odd => Reading::refused(GrantProblem::OddShares { count, price, value: typed.value() }),
    }
}

/// A dollar grant as an answer, or as a doubt where zeros slipped.
pub(crate) fn judged(grant: Grant, value: Money, level: Option<Level>) -> Reading {
    match look(Figures::Grant, value, level) {
        _ if value.is_zero() => Reading::open(Doubt::Unusual { typed: Answer::Grant(grant) }),
        Look::Usual => Reading::of(Answer::Grant(grant)),
        Look::Unusual => Reading::open(Doubt::Unusual { typed: Answer::Grant(grant) }),
        Look::Slipped(likely) => {
            Reading::open(Doubt::Zeros { typed: Answer::Grant(grant), likely: Answer::Grant(Grant::Dollars(likely)) })
        }
        Look::Odd => Reading::refused(GrantProblem::Odd { value, usual: Figures::Grant.widest() }),
    }
}
