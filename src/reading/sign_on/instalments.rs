//! Payments of the sign-on by the month: what they add up to, and a year's amount that is only paid so.
//!
//! Must not know the years.

use rust_decimal::prelude::ToPrimitive;

use super::{
    Amount, Claim, LetterSignOn, Money, Outcome, Period, Sentence, SignOnProblem, Term, Tied, Token, has, in_thousands,
    length_at, period,
};

/// A year's sign-on that is paid by the month: "$45,000 monthly" is no month's.
pub(super) fn is_paid_monthly(tokens: &[Token], amount: &Tied) -> bool {
    let index = amount.index;
    let led = (index.saturating_sub(6)..index).any(|at| length_at(tokens, at, Term::InstalmentLead).is_some());
    let behind = tokens.get(index + 1).is_some_and(|next| next.is(Term::Month) && next.is(Term::Often));
    behind && !led && in_thousands(&amount.figure) >= Money::dollars(MOST_A_MONTH)
}

/// From here on an amount is no month's sign-on.
const MOST_A_MONTH: i64 = 20_000;

/// What a payment by the month adds up to.
pub(super) fn instalments(
    sentence: &Sentence,
    payment: &Amount,
    whole: &[Amount],
    sum: Option<Money>,
    claims: &mut Vec<Claim>,
    outcome: &mut Outcome,
) {
    let tokens = &sentence.tokens;
    let quote = crate::reading::part::quote(&sentence.text);
    let by_month = period(tokens, payment.index).is_none_or(|period| period == Period::Month);
    let parts =
        payments(tokens).or_else(|| payment.year.map(|_| 12)).filter(|parts| by_month && matches!(parts, 12 | 24));
    // A month's dollars are rounded: of twelve months that makes up to six.
    let near = |one: Money, other: Money| (one - other).abs() <= Money::dollars(12);
    let of_twelve = payment.value * 12;
    let said = whole.iter().any(|other| {
        near(other.value, of_twelve) || parts.is_some_and(|parts| near(other.value, payment.value * parts))
    }) || sum.is_some_and(|sum| near(sum, payment.value * 24));
    match parts {
        _ if said => {}
        Some(12) => claims.push(Claim::SignOn { year: payment.year, amount: of_twelve }),
        Some(24) => claims.push(Claim::SignOnEach(of_twelve)),
        _ if !by_month => {
            outcome.left = true;
            outcome.problems.push(SignOnProblem::Years(quote).into());
        }
        _ => {
            outcome.left = true;
            outcome.problems.push(crate::reading::LetterProblem::SignOn(LetterSignOn::Monthly(payment.value)).into());
        }
    }
}

/// How many monthly payments are named: `12 equal monthly installments`, `for 24 months`, `for two years`.
fn payments(tokens: &[Token]) -> Option<u32> {
    let by_number = (0..tokens.len()).find_map(|index| {
        let number = match tokens[index].figure() {
            Some(figure) if figure.bare => figure.value.amount().to_u32()?,
            _ => return None,
        };
        let next = tokens
            .iter()
            .skip(index + 1)
            .find(|token| !token.is(Term::CountGlue) && !token.is_mark_of(&['(', ')']) && token.figure().is_none())?;
        (number <= 48
            && (next.is(Term::Times) || next.is(Term::Monthly) || next.is(Term::Month) || next.is(Term::Instalment)))
        .then_some(number)
    });
    // "5k a month for 2 years".
    let two_years = tokens.windows(2).any(|pair| {
        let two = pair[0].figure().is_some_and(|figure| figure.bare && figure.value == Money::dollars(2));
        two && pair[1].is(Term::Years)
    });
    by_number.or_else(|| (two_years || has(tokens, Term::TwoYears)).then_some(24))
}

pub(super) fn is_instalment(tokens: &[Token], index: usize) -> bool {
    let from = index.saturating_sub(6);
    let of_payments = (from..index)
        .any(|at| length_at(tokens, at, Term::InstalmentLead).is_some_and(|length| at + length == index))
        && has(&tokens[from..index], Term::Monthly);
    // "12 x $9,250".
    let times = index >= 2
        && tokens[index - 1].is(Term::Times)
        && tokens[index - 2].figure().is_some_and(|figure| figure.bare && figure.value == Money::dollars(12));
    period(tokens, index).is_some() || of_payments || times
}
