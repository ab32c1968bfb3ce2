//! US dollars of a job outside the US.
//!
//! Must not know how places and amounts are read.

use super::{Amount, AmountProblem, Answer, Currency, Field, Part, Problem, Reading, Term};

/// "L6 toronto base 170k usd": US dollars, though the place has money of its own; of "115k, stock 200k usd" nobody knows.
pub(super) fn in_dollars_abroad(mut reading: Reading, part: &Part<'_>) -> Reading {
    let tokens = &part.tokens;
    let abroad =
        reading.answers.iter().any(|answer| matches!(answer, Answer::Location(place) if place.abroad().is_some()));
    let named = |at: usize| tokens.get(at).is_some_and(|token| token.is(Term::UsDollars));
    if !abroad || !(0..tokens.len()).any(named) {
        return reading;
    }
    let money: Vec<usize> = (0..tokens.len()).filter(|at| crate::reading::amounts::is_money(tokens, *at)).collect();
    let told = |at: &usize| named(at + 1) || named(at + 2) || at.checked_sub(1).is_some_and(named);
    if money.iter().all(told) || money.len() == 1 {
        reading.answers.push(Answer::Currency(Currency::default()));
        reading.answers.sort_by_key(Answer::field);
        return reading;
    }
    let of_money = |answer: &Answer| matches!(answer.field(), Field::Base | Field::SignOn | Field::Grant);
    reading.answers.retain(|answer| !of_money(answer));
    reading.doubt = None;
    reading.problems.push(Problem::Amount(Amount::Base, AmountProblem::Mixed(part.quote())));
    reading
}
