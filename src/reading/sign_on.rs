//! The sign-on bonus: its two years, and how it is paid and repaid.

use super::amounts::in_thousands;
use super::part::{Beside, Part, YEARLY};
use super::plausible::{Figures, Look, look};
use super::{Amount, AmountProblem, Answer, Doubt, Problem, Reading, SignOnProblem, TermsProblem};
use crate::money::Money;
use crate::offer::{Field, Level, Payment, Repayment, SignOn, SignOnTerms};

/// Words for "there is none of it".
const NONE: &[&str] = &["none", "no", "nothing", "zero", "nope", "na", "without", "nil", "nada"];

/// Names of what there is none of.
const NAMES: &[&str] = &[
    "sign", "on", "signon", "signing", "joining", "rsu", "rsus", "stock", "equity", "grant", "shares", "units", "any",
    "have", "dont", "bonuses", "year",
];

/// Whether the part says that there is nothing, and names no figure.
pub(crate) fn says_none(part: &Part<'_>) -> bool {
    let n_a = part.text().trim().trim_end_matches('.').eq_ignore_ascii_case("n/a");
    n_a || (part.has(NONE) && part.amounts().is_empty() && part.beside(&[NONE, NAMES].concat()) == Beside::Clean)
}

/// The sign-on of both years.
pub(crate) fn read_sign_on(part: &Part<'_>, level: Option<Level>) -> Reading {
    if says_none(part) {
        return Reading::of(Answer::SignOn(SignOn::default()));
    }
    if let Some(problem) = part.unreadable(Amount::SignOn) {
        return Reading::from(problem);
    }
    let known = [
        YEARLY,
        &[
            "sign", "signon", "signing", "ons", "joining", "both", "then", "per", "x", "x2", "only", "y1", "y2", "yr1",
            "yr2", "year1", "year2", "times", "over", "split", "combined", "together", "evenly", "across", "second",
            "plus", "no", "none", "nothing",
        ],
    ]
    .concat();
    let note = match part.beside(&known) {
        Beside::Clean => None,
        Beside::Unread(words) => Some(Problem::LeftOut(words)),
        Beside::Changing(word) => {
            let changed = AmountProblem::Changed { word, quote: part.quote() };
            return Reading::refused(Problem::Amount(Amount::SignOn, changed));
        }
    };
    read_years(part, level).noting(note)
}

fn read_years(part: &Part<'_>, level: Option<Level>) -> Reading {
    let said = part.quote();
    let amounts: Vec<(usize, Money)> =
        part.amounts().into_iter().map(|(index, figure)| (index, in_thousands(figure))).collect();
    match amounts.as_slice() {
        [] => Reading::refused(SignOnProblem::Missing(said)),
        [(_, amount)] => read_single(part, *amount, level),
        [(first, year_1), (second, year_2)] => {
            if is_range(part, *first, *second) {
                return Reading::refused(SignOnProblem::Range(said));
            }
            let swapped = tagged_year(part, *first) == Some(2) || tagged_year(part, *second) == Some(1);
            let same = tagged_year(part, *first).is_some() && tagged_year(part, *first) == tagged_year(part, *second);
            if same {
                return Reading::refused(SignOnProblem::YearTwice(said));
            }
            let (year_1, year_2) = if swapped { (*year_2, *year_1) } else { (*year_1, *year_2) };
            judged(SignOn { year_1, year_2 }, level)
        }
        [(_, a), (_, b), (_, c)] if *a + *b == *c => judged(SignOn { year_1: *a, year_2: *b }, level),
        [(_, a), (_, b), (_, c)] if *b + *c == *a => judged(SignOn { year_1: *b, year_2: *c }, level),
        _ => Reading::refused(SignOnProblem::TooMany(said)),
    }
}

fn read_single(part: &Part<'_>, amount: Money, level: Option<Level>) -> Reading {
    if amount.is_zero() {
        return Reading::of(Answer::SignOn(SignOn::default()));
    }
    let year = part.amounts().first().and_then(|(index, _)| tagged_year(part, *index));
    let nothing_else = part.has(&["only", "no", "none", "nothing"]);
    if let Some(year) = year {
        return match (year, nothing_else) {
            (1, true) => judged(SignOn { year_1: amount, year_2: Money::ZERO }, level),
            (2, true) => judged(SignOn { year_1: Money::ZERO, year_2: amount }, level),
            _ => Reading::refused(SignOnProblem::OneYear { amount, year }),
        };
    }
    if part.has(&["x", "times"]) {
        let twice =
            part.tokens.iter().any(|token| token.figure().is_some_and(|figure| figure.value == Money::dollars(2)));
        return if twice {
            judged(SignOn { year_1: amount, year_2: amount }, level)
        } else {
            Reading::refused(SignOnProblem::Years(part.quote()))
        };
    }
    let total = part.has(&["total", "combined", "together", "over", "across", "split"]);
    if !total && (part.has(&["both", "x2", "each", "every", "per", "annually", "yearly"]) || part.has_phrase("a year"))
    {
        return judged(SignOn { year_1: amount, year_2: amount }, level);
    }
    if look(Figures::SignOnYear, amount, None) == Look::Usual {
        return Reading::open(Doubt::SignOnSplit { amount });
    }
    Reading::refused(SignOnProblem::Unusual(amount))
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

/// The year a figure is said to be for: the year right after it, else right before it.
fn tagged_year(part: &Part<'_>, index: usize) -> Option<u8> {
    let tokens = &part.tokens;
    let glue =
        |at: usize| tokens[at].is_word(&["in", "for", "the", "on", "of", "is", "paid"]) || tokens[at].is_mark(':');
    let mut after = index + 1;
    while after < tokens.len() && glue(after) {
        after += 1;
    }
    let leading = year_at_start(part);
    if !leading && let Some(year) = year_at(part, after) {
        return Some(year);
    }
    let mut before = index;
    while before > 0 && (glue(before - 1) || tokens[before - 1].is_mark('(')) {
        before -= 1;
    }
    let before = before.checked_sub(1)?;
    if leading {
        year_at(part, before).or_else(|| before.checked_sub(1).and_then(|at| year_at(part, at)))
    } else {
        None
    }
}

/// Whether a year is named before the first amount ("year 1: 90k").
fn year_at_start(part: &Part<'_>) -> bool {
    let first = part.amounts().first().map_or(0, |(index, _)| *index);
    (0..first).any(|at| year_at(part, at).is_some())
}

/// The year named at a token: `year 1`, `first year`, `y2`.
fn year_at(part: &Part<'_>, at: usize) -> Option<u8> {
    let word = |at: usize| part.tokens.get(at).map(|token| token.word.as_str());
    let number = |word: &str| match word {
        "1" | "one" | "first" | "1st" => Some(1),
        "2" | "two" | "second" | "2nd" => Some(2),
        _ => None,
    };
    let here = word(at)?;
    match here {
        "y1" | "yr1" | "year1" => Some(1),
        "y2" | "yr2" | "year2" => Some(2),
        "year" | "yr" | "y" => word(at + 1).and_then(number),
        "first" | "second" | "1st" | "2nd" => number(here),
        _ => None,
    }
}

fn is_range(part: &Part<'_>, first: usize, second: usize) -> bool {
    part.tokens[first + 1..second].iter().any(|token| token.is_mark('-') || token.is_word(&["to", "or", "between"]))
}

/// How the sign-on is paid and repaid.
pub(crate) fn read_terms(part: &Part<'_>) -> Reading {
    let lump = part.has(&["lump", "upfront", "lumpsum", "once", "single"])
        || part.has_phrase("up front")
        || part.has_phrase("one payment")
        || part.has_phrase("first paycheck");
    let monthly = part.has(&["monthly", "installments", "instalments", "paychecks"])
        || ["each", "every", "per", "a"].iter().any(|each| part.has_phrase(&format!("{each} month")))
        || ["each", "every", "per"].iter().any(|each| part.has_phrase(&format!("{each} paycheck")));
    if part.has(&["know", "sure", "unsure", "idk", "unclear", "unknown"]) {
        return Reading::of(Answer::Nothing(Field::SignOnTerms));
    }
    let owed = repayment(part);
    match (lump, monthly, owed) {
        (true, true, _) => Reading::refused(TermsProblem::BothWays),
        (false, true, owed) => Reading::of(Answer::SignOnTerms(SignOnTerms {
            payment: Payment::Monthly,
            repayment: owed.unwrap_or(Repayment::Nothing),
        })),
        (true, false, Some(repayment)) => {
            Reading::of(Answer::SignOnTerms(SignOnTerms { payment: Payment::LumpSum, repayment }))
        }
        (true, false, None) => Reading::refused(TermsProblem::NoRepayment),
        (false, false, _) if says_none(part) && owed.is_none() => Reading::of(Answer::Nothing(Field::SignOnTerms)),
        (false, false, _) => Reading::refused(TermsProblem::Missing(part.quote())),
    }
}

fn repayment(part: &Part<'_>) -> Option<Repayment> {
    let none = part.has(&["keep"]) || part.has_phrase("owe nothing") || denies_repayment(part);
    let pro_rata = part.has(&["prorated", "prorata", "rata", "rated", "proportional", "proportionally", "prorate"]);
    let full = part.has(&["full", "fully", "entire", "entirely", "whole"])
        || part.has_phrase("all of it")
        || part.has_phrase("it all");
    match (none, pro_rata, full) {
        (true, false, false) => Some(Repayment::Nothing),
        (false, true, false) => Some(Repayment::ProRata),
        (false, false, true) => Some(Repayment::Full),
        (false, false, false) if part.has(&["nothing", "none"]) => Some(Repayment::Nothing),
        _ => None,
    }
}

/// "no clawback", "don't have to pay it back": the denial must reach the repayment.
fn denies_repayment(part: &Part<'_>) -> bool {
    let between = ["have", "to", "need", "any", "a", "it", "of", "the", "pay", "paid", "money", "is", "be", "anything"];
    let owed = ["clawback", "repayment", "repay", "payback", "repaid", "back", "owe", "owed", "returned"];
    (0..part.tokens.len())
        .filter(|at| part.tokens[*at].is_word(&["no", "without", "nothing", "not", "dont", "none", "zero", "never"]))
        .any(|at| {
            part.tokens[at + 1..]
                .iter()
                .find(|token| !token.is_word(&between))
                .is_some_and(|token| token.is_word(&owed))
        })
}
