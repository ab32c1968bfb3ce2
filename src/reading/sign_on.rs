//! The sign-on bonus: which year an amount is for, and what payments by the month add up to.
//!
//! Must not know how it is repaid: `terms.rs` does.

use rust_decimal::prelude::ToPrimitive;

use super::amounts::{Period, in_thousands, is_money, period};
use super::claim::{Claim, Outcome};
use super::lexicon::Term;
use super::phrases::{has, length_at};
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

/// A year's sign-on that is paid by the month: "$45,000 monthly" is no month's.
fn is_paid_monthly(tokens: &[Token], amount: &Tied) -> bool {
    let index = amount.index;
    let led = (index.saturating_sub(6)..index).any(|at| length_at(tokens, at, Term::InstalmentLead).is_some());
    let behind = tokens.get(index + 1).is_some_and(|next| next.is(Term::Month) && next.is(Term::Often));
    behind && !led && in_thousands(&amount.figure) >= Money::dollars(MOST_A_MONTH)
}

/// From here on an amount is no month's sign-on.
const MOST_A_MONTH: i64 = 20_000;

/// Takes out the sum of "120k total, 70k of it first".
fn drop_total(tokens: &[Token], amounts: &mut Vec<Amount>) -> Option<Money> {
    let [one, two] = amounts.as_slice() else { return None };
    let until = tokens.len().min(one.index + 4);
    let told =
        has(&tokens[one.index + 1..until.min(two.index)], Term::Sum) || has(&tokens[one.index + 1..], Term::OfWhich);
    (told && one.value > two.value && year_between(tokens, one.index, two.index).is_none())
        .then(|| amounts.remove(0).value)
}

/// The year that is named between two places.
fn year_between(tokens: &[Token], from: usize, until: usize) -> Option<u8> {
    years_between(tokens, from + 1, until).first().copied()
}

/// "70 first": the year of an amount by an ordinal alone.
fn lone_ordinal(tokens: &[Token], index: usize) -> Option<u8> {
    let near = &tokens[index + 1..tokens.len().min(index + 4)];
    let named = near.iter().find(|token| token.is(Term::Ordinal))?;
    Some(if named.is(Term::First) { 1 } else { 2 })
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

/// "nothing in year 2", "no second year".
fn denies_other_year(tokens: &[Token], told: u8) -> bool {
    (0..tokens.len()).any(|at| {
        let denies = tokens[at].is(Term::Nothing) || tokens[at].is(Term::None) || tokens[at].is(Term::Negation);
        denies
            && (at + 1..(at + 5).min(tokens.len())).any(|year| year_at(tokens, year).is_some_and(|year| year != told))
    })
}

/// "each year", "both years", "x2", "a year": the same in both.
fn is_for_each(tokens: &[Token], amounts: &[Amount], amount: &Amount) -> bool {
    if amounts.len() != 1 || is_total(tokens, amount.index) || spreads(tokens) {
        return false;
    }
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
        || has(&tokens[amount.index..], Term::Both)
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

/// Tells each amount its year: named behind each amount, or before each.
fn tell_years(tokens: &[Token], amounts: &mut [Amount], all: &[usize]) {
    // "$60,000 & $45,000 in years 2 and 1".
    let of = |at: usize, year: i64| {
        tokens.get(at).and_then(Token::figure).is_some_and(|figure| figure.bare && figure.value == Money::dollars(year))
    };
    let reversed = (0..tokens.len()).any(|at| tokens[at].is(Term::Years) && of(at + 1, 2) && of(at + 3, 1));
    if let ([one, two], true) = (&mut *amounts, reversed) {
        (one.year, two.year) = (Some(2), Some(1));
        return;
    }
    let Some(first) = amounts.first() else { return };
    let window = |index: usize| {
        let from = all.iter().copied().filter(|at| *at < index).max().map_or(0, |at| at + 1);
        let until = all.iter().copied().filter(|at| *at > index).min().unwrap_or(tokens.len());
        // "12 x $9,250 ($111,000)": what stands in brackets is of the amount before it.
        let bracketed = from > 0 && from + 1 == index && tokens[from].is_mark('(');
        let from =
            if bracketed { all.iter().copied().filter(|at| *at + 1 < from).max().map_or(0, |at| at + 1) } else { from };
        (from, until)
    };
    let indexes: Vec<usize> = amounts.iter().map(|amount| amount.index).collect();
    let lead = years_between(tokens, window(first.index).0, first.index);
    if lead == [1, 2] {
        // "Y1/Y2 signon 77.5/60", "Year 1 & Year 2: $64,000 each".
        if let [one, two] = amounts {
            (one.year, two.year) = (Some(1), Some(2));
        }
        return;
    }
    // "nothing the first year, 50k the second": what leads is another year's.
    let nothing = tokens[window(first.index).0..first.index].iter().any(|token| token.is(Term::Nothing));
    let leading = !nothing && years_between(tokens, window(first.index).0, first.index).last().is_some();
    let mut years: Vec<Option<u8>> = indexes
        .iter()
        .map(|index| {
            let (from, until) = window(*index);
            if leading {
                // What leads the next amount stands behind this one.
                return years_between(tokens, from, *index).last().copied();
            }
            // "$51,000, second year $39,000": parted from the amount before, the year leads the one behind.
            led_by_year(tokens, from, *index).or_else(|| {
                let of_next = led_by_year(tokens, index + 1, until).is_some() && until < tokens.len();
                years_between(tokens, index + 1, until).first().copied().filter(|_| !of_next)
            })
        })
        .collect();
    // "Total first year: $305,000 (base $185,000 + sign on $100,000)": the line's own year.
    let first_of_all = all.iter().copied().min().unwrap_or(first.index);
    if let ([None], [year]) = (years.as_slice(), years_between(tokens, 0, first_of_all).as_slice()) {
        years = vec![Some(*year)];
    }
    // "60,000 at start; a second-year bonus of 48,000": the year leads the amount behind it.
    if let ([one, two], [Some(2), None]) = (&indexes[..], years.as_slice())
        && !leading
        && leads_next(tokens, one + 1, *two)
    {
        years = vec![Some(1), Some(2)];
    }
    let told = |years: &[Option<u8>]| years.iter().flatten().count();
    if let [one, two] = indexes[..] {
        let small =
            |at: usize| tokens[at].figure().is_some_and(|figure| figure.bare && figure.value < Money::dollars(1_000));
        let joined = {
            let between = &tokens[one + 1..two];
            let joiner = |token: &Token| token.is_mark_of(&['/', '+', '&', ',']) || token.is(Term::Joiner);
            between.len() <= 3
                && (between.is_empty() && small(one) && small(two) || between.iter().any(joiner))
                && between.iter().all(|token| {
                    joiner(token)
                        || token.is(Term::Filler)
                        || token.is(Term::AfterGlue)
                        || token.is_mark_of(&['(', ')'])
                })
        };
        let behind = years_between(tokens, two + 1, window(two).1);
        if told(&years) < 2 && joined && (behind.as_slice() == [1, 2] || told(&years) == 0) {
            // "80/60 first, second year", "90/70".
            years = vec![Some(1), Some(2)];
        } else if told(&years) == 1 {
            // "90k upfront, 70k after a year".
            let other = years.iter().position(Option::is_none).unwrap_or(0);
            let (from, until) = window(indexes[other]);
            if years[1 - other] == Some(2)
                && (has(&tokens[indexes[other]..until], Term::Upfront)
                    || has(&tokens[from..indexes[other]], Term::Upfront))
            {
                years[other] = Some(1);
            } else if years[1 - other] == Some(1) && has(&tokens[indexes[other]..until], Term::Later) {
                years[other] = Some(2);
            }
        }
    }
    for (amount, year) in amounts.iter_mut().zip(years) {
        amount.year = year;
    }
}

/// The year that stands between a comma and an amount, with nothing that parts it from that.
fn led_by_year(tokens: &[Token], from: usize, until: usize) -> Option<u8> {
    let parted = |token: &Token| token.is_mark_of(&[',', ';', ':']);
    let comma = (from..until).rev().find(|at| parted(&tokens[*at]))?;
    let near = until - comma <= 5;
    let years = years_between(tokens, comma + 1, until);
    (near && comma > 0).then(|| years.first().copied()).flatten()
}

/// Whether the year that is named between two places belongs to what follows: a name of the sign-on stands behind it.
fn leads_next(tokens: &[Token], from: usize, until: usize) -> bool {
    let Some(year) = (from..until).rev().find(|at| year_at(tokens, *at).is_some()) else { return false };
    let name = |at: usize| {
        tokens[at].is(Term::Bonus) || length_at(tokens, at, Term::SignOn).is_some() || tokens[at].is(Term::Payment)
    };
    (year..until).any(name) && !tokens[year..until].iter().any(|token| token.is_mark(','))
}

/// The years named between two places, each once.
fn years_between(tokens: &[Token], from: usize, until: usize) -> Vec<u8> {
    let mut years: Vec<u8> = (from..until.max(from)).filter_map(|at| year_at(tokens, at)).collect();
    years.dedup();
    years
}

/// What a payment by the month adds up to.
fn instalments(
    sentence: &Sentence,
    payment: &Amount,
    whole: &[Amount],
    sum: Option<Money>,
    claims: &mut Vec<Claim>,
    outcome: &mut Outcome,
) {
    let tokens = &sentence.tokens;
    let quote = super::part::quote(&sentence.text);
    let by_month = period(tokens, payment.index).is_none_or(|period| period == Period::Month);
    let parts =
        payments(tokens).or_else(|| payment.year.map(|_| 12)).filter(|parts| by_month && matches!(parts, 12 | 24));
    let near = |one: Money, other: Money| (one - other).abs() <= Money::dollars(2);
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
            outcome.problems.push(super::LetterProblem::SignOn(LetterSignOn::Monthly(payment.value)).into());
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
    by_number.or_else(|| has(tokens, Term::TwoYears).then_some(24))
}

fn is_instalment(tokens: &[Token], index: usize) -> bool {
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

/// Whether a sentence says that there is no sign-on.
pub(crate) fn denies_sign_on(tokens: &[Token]) -> bool {
    has(tokens, Term::NoSignOn) && !has(tokens, Term::Repay)
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
