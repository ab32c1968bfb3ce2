//! One amount for one field: base, what is left behind, the walk-away number.
//!
//! Owns when a bare figure means thousands. Must not know how a message is split.

use super::part::{Beside, Part, YEARLY};
use super::plausible::{Figures, Look, look};
use super::tokens::Figure;
use super::{Amount, AmountProblem, Answer, Doubt, Problem, Reading};
use crate::market::Companies;
use crate::money::Money;
use crate::offer::{Field, Level};

/// Words beside an amount that is left behind.
#[rustfmt::skip]
const LEFT_BEHIND: &[&str] = &[
    "leaving", "leave", "left", "behind", "unvested", "equity", "stock", "rsu", "rsus", "forfeit", "forfeiting",
    "walking", "away", "lose", "losing", "vested", "worth", "value", "grant", "grants", "options", "google",
    "meta", "microsoft", "apple", "netflix", "facebook", "plus", "still", "company",
];

/// Words beside a walk-away number.
#[rustfmt::skip]
const WALK_AWAY: &[&str] = &[
    "walk", "away", "walkaway", "minimum", "min", "floor", "least", "per", "over", "4", "tc", "comp",
    "compensation", "average", "avg", "averaging", "than", "less", "would", "take", "overall", "pay", "want",
];

/// The amount a figure stands for: a bare number below 1,000 is in thousands.
pub(crate) fn in_thousands(figure: &Figure) -> Money {
    if figure.bare && figure.value < Money::dollars(1_000) { figure.value * 1_000 } else { figure.value }
}

/// The only amount of a part, as typed, with what is left to say of the words beside it.
fn only_amount(part: &Part<'_>, known: &[&str], amount: Amount) -> Result<(Figure, Option<Problem>), Problem> {
    if let Some(problem) = part.unreadable(amount) {
        return Err(problem);
    }
    let quote = part.quote();
    let refuse = |problem| Err(Problem::Amount(amount, problem));
    let figure = match part.amounts().as_slice() {
        [(_, figure)] => (*figure).clone(),
        [] => return refuse(AmountProblem::Missing(quote)),
        _ => return refuse(AmountProblem::Several(quote)),
    };
    match part.beside(known) {
        Beside::Clean => Ok((figure, None)),
        Beside::Unread(words) => Ok((figure, Some(Problem::LeftOut(words)))),
        Beside::Changing(word) => refuse(AmountProblem::Changed { word, quote }),
    }
}

/// An amount as an answer, or as a doubt where zeros seem to have slipped.
fn judged(figures: Figures, amount: Money, level: Option<Level>, of: Amount, answer: fn(Money) -> Answer) -> Reading {
    match look(figures, amount, level) {
        Look::Usual => Reading::of(answer(amount)),
        Look::Slipped(likely) => Reading::open(Doubt::Zeros { typed: answer(amount), likely: answer(likely) }),
        Look::Unusual => Reading::open(Doubt::Unusual { typed: answer(amount) }),
        Look::Odd => Reading::refused(Problem::Amount(of, AmountProblem::Odd { amount, usual: figures.widest() })),
    }
}

/// Base salary, dollars a year.
pub(crate) fn read_base(part: &Part<'_>, level: Option<Level>) -> Reading {
    let known = [YEARLY, &["base", "salary", "pay", "per", "fixed"]].concat();
    match only_amount(part, &known, Amount::Base) {
        Ok((figure, note)) => {
            judged(Figures::Base, in_thousands(&figure), level, Amount::Base, Answer::Base).noting(note)
        }
        Err(problem) => Reading::from(problem),
    }
}

/// Unvested equity and bonus left behind, dollars.
pub(crate) fn read_left_behind(part: &Part<'_>) -> Reading {
    let field = Field::LeftBehind;
    if part.has(&["shares", "units", "share"]) {
        return Reading::refused(Problem::Amount(Amount::Sum(field), AmountProblem::InShares));
    }
    if part.has(YEARLY) {
        return Reading::refused(Problem::Amount(Amount::Sum(field), AmountProblem::OfOneYear));
    }
    read_sum(field, part, LEFT_BEHIND, Answer::LeftBehind)
}

/// One sum in dollars, beside words that are known to go with it; none of it is "nothing".
pub(crate) fn read_sum(field: Field, part: &Part<'_>, known: &[&str], answer: fn(Money) -> Answer) -> Reading {
    match only_amount(part, known, Amount::Sum(field)) {
        Ok((figure, note)) if figure.value.is_zero() => Reading::of(Answer::Nothing(field)).noting(note),
        Ok((figure, note)) => {
            judged(Figures::Sum, in_thousands(&figure), None, Amount::Sum(field), answer).noting(note)
        }
        Err(problem) => Reading::from(problem),
    }
}

/// The least the user would take, dollars over four years; a year's figure counts four times.
pub(crate) fn read_walk_away(part: &Part<'_>, level: Option<Level>) -> Reading {
    let known = [YEARLY, WALK_AWAY].concat();
    let (figure, note) = match only_amount(part, &known, Amount::WalkAway) {
        Ok(read) => read,
        Err(problem) => return Reading::from(problem),
    };
    let amount = in_thousands(&figure);
    let over_four = says_four_years(part);
    let yearly = !over_four && part.has(YEARLY);
    // An L7's year can be what an L6 earns in four.
    let four_years_begin = level.map_or(Money::dollars(700_000), |level| {
        let usual = Companies::asked_for().usual(Some(level));
        usual.four_years_from.unwrap_or_else(|| Figures::TotalAYear.widest().high)
    });
    let reading = if yearly {
        judged(Figures::FourYears, amount * 4, None, Amount::WalkAway, Answer::WalkAway)
    } else if amount >= four_years_begin || (over_four && !Figures::TotalAYear.possible(amount)) {
        judged(Figures::FourYears, amount, None, Amount::WalkAway, Answer::WalkAway)
    } else if Figures::TotalAYear.possible(amount) {
        Reading::open(Doubt::WalkAwayUnit { amount })
    } else {
        Reading::refused(Problem::Amount(Amount::WalkAway, AmountProblem::TooLow(amount)))
    };
    reading.noting(note)
}

/// Whether the part says that its figure is for four years.
pub(crate) fn says_four_years(part: &Part<'_>) -> bool {
    let years = ["year", "years", "yr", "yrs"];
    part.tokens.windows(2).any(|pair| {
        let four =
            pair[0].is_word(&["four"]) || pair[0].figure().is_some_and(|figure| figure.value == Money::dollars(4));
        four && pair[1].is_word(&years)
    }) || part.has(&["4yr", "4y", "4yrs"])
}
