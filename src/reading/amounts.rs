//! One amount for one field: base, what is left behind, the walk-away number.
//!
//! Owns when a bare figure means thousands. Must not know how a message is split.

use super::part::{Beside, Part, YEARLY};
use super::plausible::{Figures, Look, look};
use super::tokens::Figure;
use super::{Answer, Doubt, Problem, Reading};
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
fn only_amount(
    part: &Part<'_>,
    known: &[&str],
    name: &str,
    example: &str,
) -> Result<(Figure, Option<Problem>), Problem> {
    if let Some(problem) = part.unreadable(example) {
        return Err(problem);
    }
    let said = part.quote();
    let figure = match part.amounts().as_slice() {
        [(_, figure)] => (*figure).clone(),
        [] if said.is_empty() => return Err(Problem(format!("I see no amount for {name}. Send it like {example}."))),
        [] => return Err(Problem(format!("I see no amount for {name} in \"{said}\". Send it like {example}."))),
        _ => {
            return Err(Problem(format!(
                "I see more than one amount for {name} in \"{said}\". Send one figure, like {example}."
            )));
        }
    };
    match part.beside(known) {
        Beside::Clean => Ok((figure, None)),
        Beside::Unread(words) => Ok((figure, Some(left_out(&words)))),
        Beside::Changing(word) => Err(Problem(format!(
            "I'm not sure what \"{word}\" does to the amount in \"{said}\". Send only the figure for {name}, like {example}."
        ))),
    }
}

/// The sentence for words that were left out.
pub(crate) fn left_out(words: &str) -> Problem {
    Problem(format!("I left out \"{words}\": I don't know where it belongs."))
}

/// An amount as an answer, or as a doubt where zeros seem to have slipped.
fn judged(figures: Figures, amount: Money, level: Option<Level>, name: &str, answer: fn(Money) -> Answer) -> Reading {
    match look(figures, amount, level) {
        Look::Usual => Reading::of(answer(amount)),
        Look::Slipped(likely) => Reading::open(Doubt::Zeros { typed: answer(amount), likely: answer(likely) }),
        Look::Odd => Reading::refused(format!(
            "I read {amount} for {name}, and that is far from any offer. It should be between {}: check the zeros and send it again.",
            figures.words()
        )),
    }
}

/// Base salary, dollars a year.
pub(crate) fn read_base(part: &Part<'_>, level: Option<Level>) -> Reading {
    let known = [YEARLY, &["base", "salary", "pay", "per", "fixed"]].concat();
    match only_amount(part, &known, "the base salary", "185k") {
        Ok((figure, note)) => {
            judged(Figures::Base, in_thousands(&figure), level, "the base salary", Answer::Base).noting(note)
        }
        Err(problem) => Reading::from(problem),
    }
}

/// Unvested equity and bonus left behind, dollars.
pub(crate) fn read_left_behind(part: &Part<'_>) -> Reading {
    if part.has(&["shares", "units", "share"]) {
        return Reading::refused(
            "I need what you leave behind in dollars, not in shares. Send shares times price, like 120k.",
        );
    }
    if part.has(YEARLY) {
        return Reading::refused("I need all that you leave behind in one figure, not a year's. Send it like 120k.");
    }
    match only_amount(part, LEFT_BEHIND, "what you leave behind", "120k") {
        Ok((figure, note)) if figure.value.is_zero() => Reading::of(Answer::Nothing(Field::LeftBehind)).noting(note),
        Ok((figure, note)) => {
            let amount = in_thousands(&figure);
            judged(Figures::LeftBehind, amount, None, "what you leave behind", Answer::LeftBehind).noting(note)
        }
        Err(problem) => Reading::from(problem),
    }
}

/// The least the user would take, dollars over four years; a year's figure counts four times.
pub(crate) fn read_walk_away(part: &Part<'_>, level: Option<Level>) -> Reading {
    let known = [YEARLY, WALK_AWAY].concat();
    let (figure, note) =
        match only_amount(part, &known, "your walk-away number", "1.36m over four years or 340k a year") {
            Ok(read) => read,
            Err(problem) => return Reading::from(problem),
        };
    let amount = in_thousands(&figure);
    let name = "your walk-away number";
    let over_four = says_four_years(part);
    let yearly = !over_four && part.has(YEARLY);
    // An L7's year can be what an L6 earns in four.
    let four_years_begin = match level {
        None => Money::dollars(700_000),
        Some(_) => {
            let usual = Companies::asked_for().usual(level);
            usual.four_years_from.unwrap_or_else(|| Figures::TotalAYear.widest().high)
        }
    };
    let reading = if yearly {
        judged(Figures::FourYears, amount * 4, None, name, Answer::WalkAway)
    } else if amount >= four_years_begin || (over_four && !Figures::TotalAYear.possible(amount)) {
        judged(Figures::FourYears, amount, None, name, Answer::WalkAway)
    } else if Figures::TotalAYear.possible(amount) {
        Reading::open(Doubt::WalkAwayUnit { amount })
    } else {
        Reading::refused(format!(
            "I read {amount} as {name}, and that is too low for a year and for four. Send it like 340k a year or 1.36m over four years."
        ))
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
