//! The sign-on bonus: which year an amount is for, and what payments by the month add up to.
//!
//! Must not know how it is repaid: `terms.rs` does.

mod instalments;
mod years;

use instalments::{instalments, is_instalment, is_paid_monthly};
use years::{denies_other_year, lone_ordinal, tell_years, year_between};

use super::amounts::{Period, in_thousands, is_money, period};
use super::claim::{Claim, Outcome};
use super::lexicon::Term;
use super::phrases::{find, has, length_at};
use super::plausible::{Figures, Look, look};
use super::text::Sentence;
use super::ties::{Tied, year_at};
use super::tokens::Token;
use super::{Answer, Doubt, LetterSignOn, Reading, SignOnProblem};
use crate::money::Money;
use crate::offer::{Level, Payment, SignOn};

/// A sign-on amount, with the words that can say its year.
struct Amount {
    index: usize,
    value: Money,
    year: Option<u8>,
}

/// Reads the sign-on amounts of a sentence. `amounts` are all of the sentence, of which those of the sign-on are tied.
pub(crate) fn read_sign_on(sentence: &Sentence, tied: &[Tied], all: &[usize], prose: bool, outcome: &mut Outcome) {
    let tokens = &sentence.tokens;
    let (monthly, whole): (Vec<&Tied>, Vec<&Tied>) = tied
        .iter()
        .partition(|amount| is_instalment(tokens, amount.index) && !(prose && is_paid_monthly(tokens, amount)));
    let mut amounts: Vec<Amount> = whole
        .iter()
        .map(|amount| Amount { index: amount.index, value: in_thousands(&amount.figure), year: None })
        .collect();
    let total = drop_sum(&mut amounts).or_else(|| drop_total(tokens, &mut amounts));
    let sum = total;
    tell_years(tokens, &mut amounts, all);
    if let ([Amount { year: year @ None, index, .. }], Some(_)) = (amounts.as_mut_slice(), total) {
        // "120k total, 70 first".
        *year = lone_ordinal(tokens, *index);
    }
    if let [Amount { year, .. }] = amounts.as_mut_slice()
        && *year != Some(1)
        && denies_other_year(tokens, 1)
    {
        *year = Some(1);
    }
    // "100k, 50 on start and 50 after 6 months": both parts are the first year's, or who knows.
    if sum.is_some() && within_a_year(tokens) {
        outcome.left = true;
        if !prose {
            outcome.problems.push(SignOnProblem::Years(super::part::quote(&sentence.text)).into());
        }
        return;
    }
    let mut claims: Vec<Claim> = sum.into_iter().map(Claim::SignOnTotal).collect();
    claims.extend(of_amounts(tokens, &amounts));
    let mut payments: Vec<Amount> =
        monthly.iter().map(|amount| Amount { index: amount.index, value: amount.figure.value, year: None }).collect();
    tell_years(tokens, &mut payments, all);
    // "5k a month for 12 months then 4k a month".
    if let [Amount { year: one @ None, .. }, Amount { year: two @ None, .. }] = payments.as_mut_slice() {
        (*one, *two) = (Some(1), Some(2));
    }
    for payment in &payments {
        let before = claims.len();
        instalments(sentence, payment, &amounts, sum, &mut claims, outcome);
        if !prose {
            for claim in &mut claims[before..] {
                *claim = match &*claim {
                    Claim::SignOn { year, amount } => Claim::SignOnOfMonths { year: *year, amount: *amount },
                    Claim::SignOnEach(amount) => Claim::SignOnOfMonths { year: None, amount: *amount },
                    other => other.clone(),
                };
            }
        }
    }
    let by_month = monthly.iter().all(|amount| !matches!(period(tokens, amount.index), Some(Period::Hour)));
    // "reduced by 1/12 for each month" is no payment.
    let of_money = monthly.iter().any(|amount| is_money(tokens, amount.index));
    if prose && of_money && !claims.is_empty() && by_month {
        claims.push(Claim::Payment(Payment::Monthly));
    }
    outcome.claims.extend(claims);
}

/// Takes out the sum of "120k total, 70k of it first".
fn drop_total(tokens: &[Token], amounts: &mut Vec<Amount>) -> Option<Money> {
    let [one, two] = amounts.as_slice() else { return None };
    let until = tokens.len().min(one.index + 4);
    let told =
        has(&tokens[one.index + 1..until.min(two.index)], Term::Sum) || has(&tokens[one.index + 1..], Term::OfWhich);
    (told && one.value > two.value && year_between(tokens, one.index, two.index).is_none())
        .then(|| amounts.remove(0).value)
}

/// "after 6 months": a payment before the first anniversary.
fn within_a_year(tokens: &[Token]) -> bool {
    (2..tokens.len()).any(|at| {
        tokens[at].is(Term::Month)
            && tokens[at - 2].is(Term::After)
            && tokens[at - 1].figure().is_some_and(|figure| figure.bare && figure.value < Money::dollars(12))
    })
}

/// Takes out the amount that is the sum of two others: "140k (80/60)".
fn drop_sum(amounts: &mut Vec<Amount>) -> Option<Money> {
    let [one, two, three] = amounts.as_slice() else {
        return None;
    };
    let sums = [(0, two.value + three.value), (1, one.value + three.value), (2, one.value + two.value)];
    let values = [one.value, two.value, three.value];
    let at = sums.into_iter().find(|(at, sum)| values[*at] == *sum && !sum.is_zero()).map(|(at, _)| at)?;
    Some(amounts.remove(at).value)
}

fn of_amounts(tokens: &[Token], amounts: &[Amount]) -> Vec<Claim> {
    let mut claims = Vec::new();
    let untold = amounts.iter().filter(|amount| amount.year.is_none()).count();
    for amount in amounts {
        let claim = match amount.year {
            Some(_) => Claim::SignOn { year: amount.year, amount: amount.value },
            None if is_for_each(tokens, amounts, amount) => Claim::SignOnEach(amount.value),
            None if amounts.len() == 1 && spreads(tokens) && has(tokens, Term::Even) => {
                claims.push(Claim::SignOn { year: Some(1), amount: amount.value.split(2) });
                Claim::SignOn { year: Some(2), amount: amount.value - amount.value.split(2) }
            }
            None if is_total(tokens, amount.index) || (untold == 1 && amounts.len() == 1 && spreads(tokens)) => {
                Claim::SignOnTotal(amount.value)
            }
            None => Claim::SignOn { year: None, amount: amount.value },
        };
        claims.push(claim);
    }
    if let [Amount { year: None, value, .. }] = amounts
        && has(tokens, Term::Upfront)
    {
        claims.push(Claim::SignOnAtStart(*value));
    }
    // "90 then nothing".
    if let [Amount { year: None, value, index }] = amounts
        && tokens.get(index + 1).is_some_and(|next| next.is(Term::Joiner))
        && tokens.get(index + 2).is_some_and(|next| next.is(Term::Nothing))
    {
        claims =
            vec![Claim::SignOn { year: Some(1), amount: *value }, Claim::SignOn { year: Some(2), amount: Money::ZERO }];
    }
    // "90k year 1 only", "90k in year 1, nothing in year 2".
    if let [Amount { year: Some(year), .. }] = amounts
        && (has(tokens, Term::Only) || denies_other_year(tokens, *year))
    {
        claims.push(Claim::SignOn { year: Some(3 - year), amount: Money::ZERO });
    }
    claims
}

/// "each year", "both years", "x2", "a year": the same in both.
fn is_for_each(tokens: &[Token], amounts: &[Amount], amount: &Amount) -> bool {
    if amounts.len() != 1 || is_total(tokens, amount.index) || spreads(tokens) {
        return false;
    }
    // "80k, and I'd have to pay it back if I leave in a year": what follows is of leaving.
    let leaves = |at: &usize| tokens[*at].is(Term::If) || length_at(tokens, *at, Term::Repay).is_some();
    let until = (amount.index..tokens.len()).find(leaves).unwrap_or(tokens.len());
    let next = |offset: usize| tokens.get(amount.index + offset);
    let a_year = next(1).is_some_and(|token| token.is(Term::Each) || token.is_mark('/'))
        && next(2).is_some_and(|token| token.is(Term::Year));
    let times = |at: usize| {
        tokens[at].is(Term::Times)
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.figure().is_some_and(|figure| figure.value == Money::dollars(2)))
    };
    a_year
        || has(&tokens[amount.index..until], Term::Both)
        || has(tokens, Term::BothYears)
        || (0..tokens.len()).any(times)
        || next(1).is_some_and(|token| token.is(Term::Yearly))
}

/// "over two years", "over the first 2 years", "split", "combined".
fn spreads(tokens: &[Token]) -> bool {
    let over = |at: usize| {
        tokens[at].is(Term::Over)
            && tokens[at + 1..].iter().take(4).any(|token| {
                token.figure().is_some_and(|figure| figure.bare && figure.value == Money::dollars(2))
                    || token.is(Term::Second)
            })
            && tokens[at + 1..].iter().take(5).any(|token| token.is(Term::Years))
    };
    has(tokens, Term::OverTwo) || (0..tokens.len()).any(over)
}

fn is_total(tokens: &[Token], index: usize) -> bool {
    let from = index.saturating_sub(4);
    has(&tokens[from..index], Term::Sum) || has(&tokens[index + 1..(index + 4).min(tokens.len())], Term::Sum)
}

/// Whether a sentence says that there is no sign-on.
pub(crate) fn denies_sign_on(tokens: &[Token]) -> bool {
    has(tokens, Term::NoSignOn) && !has(tokens, Term::Repay)
}

/// What a sentence without sign-on amounts denies: all of it, or the one year that is named behind the denial.
pub(crate) fn denied(tokens: &[Token]) -> Claim {
    match years::denied_alone(tokens) {
        Some(year) => Claim::SignOn { year: Some(year), amount: Money::ZERO },
        None => Claim::NoSignOn,
    }
}

/// A sign-on as an answer, or as a doubt where zeros seem to have slipped in a year.
pub(crate) fn judged(sign_on: SignOn, level: Option<Level>) -> Reading {
    let (mut slipped, mut unusual_at_level) = (false, false);
    let mut usual = |amount: Money| match look(Figures::SignOnYear, amount, level) {
        Look::Slipped(likely) if !amount.is_zero() => {
            slipped = true;
            Ok(likely)
        }
        Look::Unusual if !amount.is_zero() => {
            unusual_at_level = true;
            Ok(amount)
        }
        Look::Odd if !amount.is_zero() => Err(amount),
        _ => Ok(amount),
    };
    let likely = usual(sign_on.year_1).and_then(|year_1| Ok(SignOn { year_1, year_2: usual(sign_on.year_2)? }));
    let likely = likely.map(|likely| same_slip(sign_on, level).filter(|_| slipped).unwrap_or(likely));
    match likely {
        Err(amount) => Reading::refused(SignOnProblem::Odd(amount)),
        Ok(likely) if slipped => {
            Reading::open(Doubt::Zeros { typed: Answer::SignOn(sign_on), likely: Answer::SignOn(likely) })
        }
        Ok(_) if unusual_at_level => Reading::open(Doubt::Unusual { typed: Answer::SignOn(sign_on) }),
        Ok(_) => Reading::of(Answer::SignOn(sign_on)),
    }
}

/// Both years off by the same factor of ten: "900/700" means 90/70.
fn same_slip(sign_on: SignOn, level: Option<Level>) -> Option<SignOn> {
    let usual = |amount: Money| amount.is_zero() || look(Figures::SignOnYear, amount, level) == Look::Usual;
    let scaled = |scale: fn(Money) -> Money| SignOn { year_1: scale(sign_on.year_1), year_2: scale(sign_on.year_2) };
    [scaled(|amount| amount * 10), scaled(|amount| amount.split(10)), scaled(|amount| amount * 1_000)]
        .into_iter()
        .find(|both| usual(both.year_1) && usual(both.year_2))
}
