//! Sums that are no pay a year: what is left behind, and the least that is taken.

use super::plausible::{Figures, Look, look};
use super::{Amount, AmountProblem, Answer, Doubt, Problem, Reading};
use crate::market::Companies;
use crate::money::Money;
use crate::offer::{Field, Level};

/// From here up a figure without a level can only be for four years.
const FOUR_YEARS_FROM: i64 = 700_000;

/// What is left behind, dollars; none of it is "nothing".
pub(crate) fn left_behind(amount: Money) -> Reading {
    if amount.is_zero() {
        return Reading::of(Answer::Nothing(Field::LeftBehind));
    }
    judged(Figures::Sum, amount, Amount::Sum(Field::LeftBehind), Answer::LeftBehind)
}

/// The least that is taken, dollars over four years; a year's figure counts four times.
pub(crate) fn walk_away(amount: Money, years: Option<u8>, level: Option<Level>) -> Reading {
    let of_four = |amount| judged(Figures::FourYears, amount, Amount::WalkAway, Answer::WalkAway);
    // An L7's year can be what an L6 earns in four.
    let four_years_begin = level.map_or(Money::dollars(FOUR_YEARS_FROM), |level| {
        let usual = Companies::asked_for().usual(Some(level));
        usual.four_years_from.unwrap_or_else(|| Figures::TotalAYear.widest().high)
    });
    let said_four = years == Some(4);
    if years == Some(1) {
        of_four(amount * 4)
    } else if amount >= four_years_begin || (said_four && !Figures::TotalAYear.possible(amount)) {
        of_four(amount)
    } else if Figures::TotalAYear.possible(amount) {
        Reading::open(Doubt::WalkAwayUnit { amount })
    } else {
        Reading::refused(Problem::Amount(Amount::WalkAway, AmountProblem::TooLow(amount)))
    }
}

/// An amount as an answer, or as a doubt where zeros seem to have slipped.
fn judged(figures: Figures, amount: Money, of: Amount, answer: fn(Money) -> Answer) -> Reading {
    match look(figures, amount, None) {
        Look::Usual => Reading::of(answer(amount)),
        Look::Unusual => Reading::open(Doubt::Unusual { typed: answer(amount) }),
        Look::Slipped(likely) => Reading::open(Doubt::Zeros { typed: answer(amount), likely: answer(likely) }),
        Look::Odd => Reading::refused(Problem::Amount(of, AmountProblem::Odd { amount, usual: figures.widest() })),
    }
}
