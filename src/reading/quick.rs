//! Figures that come one by one: the options of `/offer quick`, a line of JSON.

use jiff::civil::Date;

use super::grant;
use super::lexicon::Term;
use super::message::read_message;
use super::part::{Beside, Part};
use super::phrases::length_at;
use super::plausible::{Figures, Look, look};
use super::sign_on;
use super::tokens::{Figure, Kind, clean, cut};
use super::{Amount, AmountProblem, Answer, Doubt, GrantProblem, Problem, Reading, SignOnProblem};
use crate::money::{Money, MoneyError};
use crate::offer::{Field, Grant, Level, OfferDraft, SignOn};

/// A day for texts that hold none.
const NO_DAY: Date = Date::constant(2000, 1, 1);

/// Reads one amount for [`Field::Base`] (dollars a year) or one year of [`Field::SignOn`]:
/// `185k`, `185`, `200000`; for a sign-on year also `none` and `0`. The doubt, where there
/// is one, is [`Doubt::Zeros`] and the amount is as typed; in it a sign-on year stands as
/// year 1. Any other field is refused.
pub fn read_amount_for(field: Field, text: &str, level: Option<Level>) -> Result<(Money, Option<Doubt>), Vec<Problem>> {
    let text = clean(text);
    let part = Part::new(&text, cut(&text));
    match field {
        Field::Base => amount_of(Amount::Base, alone(Field::Base, &text, level)),
        Field::SignOn => amount_of(Amount::SignOnYear, one_year(&part, level)),
        other => Err(vec![Problem::NotOneAmount(other)]),
    }
}

/// A text as the answer to one question.
fn alone(field: Field, text: &str, level: Option<Level>) -> Reading {
    let draft = OfferDraft { level, ..OfferDraft::default() };
    let reading = read_message(Some(field), text, &draft, NO_DAY);
    // A figure of its own, and nothing of another field beside it.
    let others = reading.answers.iter().any(|answer| answer.field() != field);
    if others { Reading::refused(Problem::LeftOut(super::part::quote(text))) } else { reading }
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
        (Some(Doubt::BaseOfPeriod { .. } | Doubt::TotalOrBase { .. }), _) => None,
        (_, Some(answer)) => of(answer),
        _ => None,
    };
    let missing = || vec![Problem::Amount(wanted, AmountProblem::Missing(String::new()))];
    amount.map(|amount| (amount, reading.doubt)).ok_or_else(missing)
}

/// One year's sign-on, read as year 1.
fn one_year(part: &Part<'_>, level: Option<Level>) -> Reading {
    let none = (0..part.tokens.len()).all(|at| length_at(&part.tokens, at, Term::PlainNone).is_some());
    if none && !part.tokens.is_empty() {
        return Reading::of(Answer::SignOn(SignOn::default()));
    }
    if let Some(problem) = part.unreadable(Amount::SignOnYear) {
        return Reading::from(problem);
    }
    let clean = part.beside(&[Term::SignOn, Term::Year, Term::YearOne, Term::YearTwo]) == Beside::Clean;
    match part.amounts().as_slice() {
        [(_, figure)] if clean => {
            sign_on::judged(SignOn { year_1: super::amounts::in_thousands(figure), year_2: Money::ZERO }, level)
        }
        _ => Reading::refused(SignOnProblem::NotOneYear(part.quote())),
    }
}

/// Reads one amount of pay: `185k`, `$185,000`, `two hundred k`; a bare number below 1,000 is in thousands.
pub fn read_pay(text: &str) -> Result<Money, MoneyError> {
    one_figure(text, &[], super::amounts::in_thousands)
}

/// Reads one amount in dollars as they stand, such as a share's price: `182.50`, `$182.50 a share`.
pub fn read_price(text: &str) -> Result<Money, MoneyError> {
    one_figure(text, &OF_PRICE, |figure| figure.value)
}

/// What can stand beside a price and leaves it as it is.
const OF_PRICE: [Term; 6] = [Term::PriceLead, Term::Price, Term::Unit, Term::Each, Term::PriceGlue, Term::Apiece];

/// The one figure of a text, where nothing beside it makes it another.
fn one_figure(text: &str, known: &[Term], value: impl Fn(&Figure) -> Money) -> Result<Money, MoneyError> {
    let text = clean(text);
    let part = Part::new(&text, cut(&text));
    let refused = part.tokens.iter().find_map(|token| match &token.kind {
        Kind::Foreign(_) => Some(MoneyError::OtherCurrency),
        Kind::Unclear(why) => Some(why.clone()),
        Kind::Figure(figure) if figure.negative && !figure.value.is_zero() => Some(MoneyError::Negative),
        Kind::Figure(figure) if figure.percent => Some(MoneyError::Unclear),
        Kind::Vague | Kind::DateLike => Some(MoneyError::Unclear),
        Kind::Word | Kind::Figure(_) | Kind::Mark(_) | Kind::Break => None,
    });
    match (refused, part.amounts().as_slice()) {
        (Some(why), _) => Err(why),
        (None, []) => Err(MoneyError::NoNumber),
        (None, [(_, figure)]) if part.beside(known) == Beside::Clean => Ok(value(figure)),
        (None, _) => Err(MoneyError::Unclear),
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
    let reading = without_day(alone(Field::Grant, &text, level));
    let Some(price) = price.map(clean).filter(|price| !price.trim().is_empty()) else { return reading };
    let price_part = Part::new(&price, cut(&price));
    if let Some(problem) = price_part.unreadable(Amount::SharePrice) {
        return Reading::from(problem);
    }
    let Ok(figure) = read_price(&price) else {
        return Reading::refused(GrantProblem::Price(price_part.quote()));
    };
    match reading {
        Reading { problems, .. } if !problems.is_empty() => {
            let usual = look(Figures::SharePrice, figure, None) == Look::Usual;
            let counted = usual.then(|| bare_count(&part, figure, level)).flatten();
            counted.unwrap_or_else(|| Reading::default().noting(problems))
        }
        Reading { doubt: Some(Doubt::SharePrice { count }), .. } => grant::priced(count, figure, None, level),
        _ => match bare_count(&part, figure, level) {
            Some(reading) => reading,
            None => Reading::refused(GrantProblem::PriceOfDollars(part.quote())),
        },
    }
}

/// A price that came alone is of no day.
fn without_day(mut reading: Reading) -> Reading {
    for answer in &mut reading.answers {
        if let Answer::Grant(Grant::Shares { priced_on, .. }) = answer {
            *priced_on = None;
        }
    }
    reading
}

/// A number alone beside a price counts shares.
fn bare_count(part: &Part<'_>, price: Money, level: Option<Level>) -> Option<Reading> {
    let [(_, figure)] = part.amounts()[..] else { return None };
    let alone = part.tokens.len() == 1 && figure.bare && figure.value.amount().fract().is_zero();
    let count = u32::try_from(figure.value.amount().trunc()).ok().filter(|count| *count > 0)?;
    alone.then(|| grant::priced(count, price, None, level))
}
