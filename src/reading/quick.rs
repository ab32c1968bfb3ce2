//! Figures that come one by one: the options of `/offer quick`, a line of JSON.

use super::amounts::in_thousands;
use super::part::Part;
use super::plausible::{Figures, Look, look};
use super::tokens::{clean, cut};
use super::{
    Amount, AmountProblem, Answer, Doubt, GrantProblem, Problem, Reading, SignOnProblem, amounts, grant, sign_on,
};
use crate::money::Money;
use crate::offer::{Field, Level, SignOn};

/// Reads one amount for [`Field::Base`] (dollars a year) or one year of [`Field::SignOn`]:
/// `185k`, `185`, `200000`; for a sign-on year also `none` and `0`. The doubt, where there
/// is one, is [`Doubt::Zeros`] or [`Doubt::Unusual`] and the amount is as typed; in it a sign-on year stands as
/// year 1. Any other field is refused.
pub fn read_amount_for(field: Field, text: &str, level: Option<Level>) -> Result<(Money, Option<Doubt>), Vec<Problem>> {
    let text = clean(text);
    let part = Part::new(&text, cut(&text));
    match field {
        Field::Base => amount_of(Amount::Base, amounts::read_base(&part, level)),
        Field::SignOn => amount_of(Amount::SignOnYear, one_year(&part, level)),
        other => Err(vec![Problem::NotOneAmount(other)]),
    }
}

fn amount_of(wanted: Amount, reading: Reading) -> Result<(Money, Option<Doubt>), Vec<Problem>> {
    if !reading.problems.is_empty() {
        return Err(reading.problems);
    }
    let of = |answer: &Answer| match answer {
        Answer::Base(amount) => Some(*amount),
        Answer::SignOn(sign_on) => Some(sign_on.year_1),
        _ => None,
    };
    let amount = match (&reading.doubt, reading.answers.first()) {
        (Some(Doubt::Zeros { typed, .. } | Doubt::Unusual { typed }), _) => of(typed),
        (_, Some(answer)) => of(answer),
        _ => None,
    };
    let missing = || vec![Problem::Amount(wanted, AmountProblem::Missing(String::new()))];
    amount.map(|amount| (amount, reading.doubt)).ok_or_else(missing)
}

/// One year's sign-on, read as year 1.
fn one_year(part: &Part<'_>, level: Option<Level>) -> Reading {
    if sign_on::says_none(part) {
        return Reading::of(Answer::SignOn(SignOn::default()));
    }
    if let Some(problem) = part.unreadable(Amount::SignOnYear) {
        return Reading::from(problem);
    }
    let amounts = part.amounts();
    let clean = part.beside(&["sign", "on", "year", "signing", "1", "2"]) == super::part::Beside::Clean;
    match amounts.as_slice() {
        [(_, figure)] if clean => sign_on::judged(SignOn { year_1: in_thousands(figure), year_2: Money::ZERO }, level),
        _ => Reading::refused(SignOnProblem::NotOneYear(part.quote())),
    }
}

/// Reads the two years of a sign-on given apart: an answer, or a doubt about its zeros.
pub fn read_sign_on_years(year_1: &str, year_2: &str, level: Option<Level>) -> Reading {
    let first = read_amount_for(Field::SignOn, year_1, level);
    let second = read_amount_for(Field::SignOn, year_2, level);
    match (first, second) {
        (Ok((year_1, _)), Ok((year_2, _))) => sign_on::judged(SignOn { year_1, year_2 }, level),
        (Err(problems), _) | (_, Err(problems)) => Reading::default().noting(problems),
    }
}

/// Reads a grant with the price given apart: `200k`, `200000`, `2200 shares` and `182.50`.
/// A price beside a dollar amount is a problem, as the two can't both hold.
pub fn read_grant(text: &str, price: Option<&str>, level: Option<Level>) -> Reading {
    let text = clean(text);
    let part = Part::new(&text, cut(&text));
    let reading = grant::read_grant_part(&part, level);
    let Some(price) = price.map(clean).filter(|price| !price.trim().is_empty()) else { return reading };
    let price_part = Part::new(&price, cut(&price));
    if let Some(problem) = price_part.unreadable(Amount::SharePrice) {
        return Reading::from(problem);
    }
    let known = ["at", "price", "share", "a", "per", "each"];
    let figure = match price_part.amounts().as_slice() {
        [(_, figure)] if price_part.beside(&known) == super::part::Beside::Clean => figure.value,
        _ => {
            return Reading::refused(GrantProblem::Price(price_part.quote()));
        }
    };
    match reading {
        Reading { problems, .. } if !problems.is_empty() => {
            let usual = look(Figures::SharePrice, figure, None) == Look::Usual;
            let counted = usual.then(|| bare_count(&part, figure, level)).flatten();
            counted.unwrap_or_else(|| Reading::default().noting(problems))
        }
        Reading { doubt: Some(Doubt::SharePrice { count }), .. } => grant::priced(count, figure, level),
        _ => match bare_count(&part, figure, level) {
            Some(reading) => reading,
            None => Reading::refused(GrantProblem::PriceOfDollars(part.quote())),
        },
    }
}

/// A number alone beside a price counts shares.
fn bare_count(part: &Part<'_>, price: Money, level: Option<Level>) -> Option<Reading> {
    let [(_, figure)] = part.amounts()[..] else { return None };
    let alone = part.tokens.len() == 1 && figure.bare && figure.value.amount().fract().is_zero();
    let count = u32::try_from(figure.value.amount().trunc()).ok().filter(|count| *count > 0)?;
    alone.then(|| grant::priced(count, price, level))
}
