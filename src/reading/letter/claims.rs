//! What one sentence says of the offer's money.
//!
//! Owns base, sign-on and grant in running text. Every amount that no rule takes is left
//! for the list of what was not read.

use rust_decimal::prelude::ToPrimitive;

use super::bonus;
use super::lines::{Age, Sentence};
use super::topics::{Tied, Topic, named, tie};
use crate::market::Place;
use crate::money::Money;
use crate::offer::{Level, Payment, Repayment};
use crate::reading::amounts::in_thousands;
use crate::reading::dates;
use crate::reading::labels::is_employer;
use crate::reading::part::Part;
use crate::reading::tokens::{Kind, Token};
use crate::reading::{LetterProblem, Problem};
use jiff::civil::Date;

/// One thing said of the offer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Claim {
    Level(u32),
    Title(Level),
    Place(Place),
    Base(Money),
    /// A year's sign-on, where the year is said.
    SignOn {
        year: Option<u8>,
        amount: Money,
    },
    /// Both years' sign-on together.
    SignOnTotal(Money),
    NoSignOn,
    Shares(u32),
    SharePrice(Money),
    GrantValue(Money),
    GrantPerYear(Money),
    Start(Date),
    ReplyBy(Date),
    Payment(Payment),
    Repayment(Repayment),
    Written(bool),
}

/// What came of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) claims: Vec<Claim>,
    pub(crate) problems: Vec<Problem>,
    /// An amount or a day was not used.
    pub(crate) left: bool,
}

const UNIT_WORDS: &[&str] = &["shares", "share", "units", "unit", "rsus", "rsu"];
const PERIODS: &[&str] = &[
    "month",
    "months",
    "monthly",
    "hour",
    "hours",
    "hourly",
    "week",
    "weeks",
    "weekly",
    "biweekly",
    "semimonthly",
    "pay",
    "paycheck",
    "mo",
];

impl Outcome {
    /// Takes an amount that is not of the sign-on.
    fn take(&mut self, tokens: &[Token], amount: &Tied) {
        let claim = match amount.topic {
            Some(Topic::Base) => base(tokens, amount),
            Some(Topic::Grant | Topic::SharePrice) => grant(tokens, amount),
            _ => None,
        };
        let wanted = amount.topic.is_some_and(|topic| topic != Topic::Other);
        self.left |= claim.is_none() && (wanted || is_money(tokens, amount.index));
        self.claims.extend(claim);
    }
}

/// Reads the amounts of a sentence.
pub(crate) fn read_amounts(sentence: &Sentence) -> Outcome {
    let tokens = &sentence.tokens;
    let part = Part::new(&sentence.text, tokens.clone());
    let vest_from = vest_start(tokens);
    let is_amount = |index: usize| index < vest_from && counts_as_amount(sentence, &part, index);
    let amounts_left = |from: usize| (from..tokens.len()).any(|index| is_money(tokens, index));
    let mut outcome = Outcome { left: vest_from < tokens.len() && amounts_left(vest_from), ..Outcome::default() };
    if tokens.iter().any(|token| token.kind == Kind::Foreign) {
        outcome.left |= amounts_left(0);
        if outcome.left {
            outcome.problems.push(LetterProblem::Foreign(shorten(&sentence.text)).into());
        }
        return outcome;
    }
    if tokens.iter().any(is_employer) || is_no_offer(&part) {
        outcome.left |= (0..tokens.len()).any(is_amount);
        return outcome;
    }
    let topics = named(tokens);
    let mut tied = tie(tokens, &topics, is_amount);
    let used_up = drop_ranges_and_old(tokens, &mut tied);
    outcome.left |= used_up;
    if sentence.age == Age::Old || sentence.quoted {
        outcome.left |= !tied.is_empty();
        return outcome;
    }
    let told_by_years = bonus::names_year(tokens);
    for amount in tied.iter_mut().filter(|amount| amount.topic == Some(Topic::Bonus)) {
        amount.topic = Some(if told_by_years { Topic::SignOn } else { Topic::Other });
    }
    let (sign_on, rest): (Vec<Tied>, Vec<Tied>) = tied.into_iter().partition(|tied| tied.topic == Some(Topic::SignOn));
    bonus::read_sign_on(tokens, &sign_on, &mut outcome);
    for amount in &rest {
        outcome.take(tokens, amount);
    }
    if bonus::denies_sign_on(&part) && sign_on.is_empty() {
        outcome.claims.push(Claim::NoSignOn);
    }
    outcome
}

/// "If you joined at L7, base would be ...": what would be, not what is.
pub(crate) fn is_supposed(part: &Part<'_>) -> bool {
    part.has(&["if"]) && part.has(&["would", "could", "might", "instead", "potentially"])
}

/// Whether a sentence is about what the reader earns, asked for or gives up, or about what
/// would be if: not about what is offered.
fn is_no_offer(part: &Part<'_>) -> bool {
    #[rustfmt::skip]
    const PHRASES: &[&str] = &[
        "your current", "my ask", "youre at", "you are at", "youre currently", "you are currently", "leave behind",
        "leaving behind", "walk away from", "walking away from", "you asked", "i asked", "asked for", "asking for",
        "you requested", "your ask", "you mentioned", "you shared", "you told", "my current", "i countered", "your counter",
        "my counter", "hoping for", "currently making", "currently earn",
    ];
    is_supposed(part)
        || part.has(&["forfeit", "forfeiting", "unvested"])
        || PHRASES.iter().any(|phrase| part.has_phrase(phrase))
}

/// A text for a problem: at most 120 characters.
pub(crate) fn shorten(text: &str) -> String {
    const LONGEST: usize = 120;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let kept: String = text.chars().take(LONGEST - 1).collect();
    format!("{}…", kept.trim_end())
}

/// From where on the figures are parts of a vest: after "vest" in a sentence that says how.
fn vest_start(tokens: &[Token]) -> usize {
    let vest = tokens.iter().position(|token| token.word.starts_with("vest"));
    let percent = tokens.iter().any(|token| token.figure().is_some_and(|figure| figure.percent));
    match vest {
        Some(_) if percent && !tokens.iter().any(|token| token.is_word(&["grant", "award", "granted", "awarded"])) => 0,
        Some(at) => at,
        None if percent
            && tokens.iter().any(|token| token.is_word(&["anniversary", "month", "months", "shares", "units"])) =>
        {
            0
        }
        None => tokens.len(),
    }
}

/// Whether a token is money or a number of shares, by its own looks.
pub(crate) fn is_money(tokens: &[Token], index: usize) -> bool {
    let Some(figure) = tokens[index].figure() else { return false };
    if figure.percent || tokens[index].word == "401k" || belongs_to_day(tokens, index) {
        return false;
    }
    figure.dollars
        || figure.scaled
        || (figure.bare && figure.value >= Money::dollars(10_000))
        || counts_units(tokens, index)
}

fn counts_as_amount(sentence: &Sentence, part: &Part<'_>, index: usize) -> bool {
    let tokens = &sentence.tokens;
    let Some(figure) = tokens[index].figure() else { return false };
    if is_money(tokens, index) {
        return true;
    }
    let of_schedule = index >= 2 && tokens[index - 1].is_mark('/') && tokens[index - 2].kind == Kind::DateLike;
    if of_schedule {
        // The last number of "5/15/40/40".
        return false;
    }
    let in_notes = sentence.listed || tokens.len() <= 24;
    in_notes
        && figure.bare
        && !figure.percent
        && figure.value >= Money::dollars(20)
        && tokens[index].word != "401"
        && !part.counts_years(index)
        && !belongs_to_day(tokens, index)
        && !tokens.get(index + 1).is_some_and(|next| {
            next.is_word(&[
                "day",
                "days",
                "business",
                "month",
                "months",
                "hours",
                "weeks",
                "minutes",
                "percent",
                "am",
                "pm",
                "years",
                "people",
                "engineers",
            ])
        })
}

fn belongs_to_day(tokens: &[Token], index: usize) -> bool {
    let month = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at))
            .is_some_and(|token| token.kind == Kind::Word && dates::month(&token.word).is_some())
    };
    let Some(figure) = tokens[index].figure() else { return false };
    if !figure.bare {
        return false;
    }
    let year =
        figure.value >= Money::dollars(1_990) && figure.value <= Money::dollars(2_100) && !counts_units(tokens, index);
    let day = figure.value <= Money::dollars(31);
    let slash = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is_mark('/') || token.is_mark(':'))
    };
    let numeric = day && (slash(Some(index + 1)) || slash(index.checked_sub(1)));
    year || numeric || (day && (month(index.checked_sub(1)) || month(Some(index + 1))))
}

/// `1,400 RSUs`, `220 restricted stock units`.
fn counts_units(tokens: &[Token], index: usize) -> bool {
    let whole = tokens[index].figure().is_some_and(|figure| figure.bare && figure.value.amount().fract().is_zero());
    let between = ["amazon", "amzn", "restricted", "common", "stock", "new"];
    let mut after = tokens[index + 1..].iter().take(5).skip_while(|token| token.is_word(&between));
    whole && after.next().is_some_and(|next| next.is_word(UNIT_WORDS))
}

/// Words for a figure that went up: "from X to Y" is then no range.
const RAISED: &[&str] = &[
    "increase",
    "increased",
    "increasing",
    "raise",
    "raised",
    "raising",
    "bump",
    "bumped",
    "moved",
    "move",
    "up",
    "went",
    "goes",
    "improve",
    "improved",
];

/// Takes out both ends of a range, and figures that are only named as the earlier ones.
/// Says whether any of them was about the offer.
fn drop_ranges_and_old(tokens: &[Token], tied: &mut Vec<Tied>) -> bool {
    let raised = tokens.iter().any(|token| token.is_word(RAISED));
    let mut dropped: Vec<bool> =
        tied.iter().map(|amount| is_earlier(tokens, amount.index) || is_limit(tokens, amount.index)).collect();
    for pair in 0..tied.len().saturating_sub(1) {
        let (first, second) = (tied[pair].index, tied[pair + 1].index);
        let between = &tokens[first + 1..second];
        let to = between.len() <= 2 && between.iter().any(|token| token.is_word(&["to"]));
        let dash = between.len() == 1 && between[0].is_mark('-');
        let between_and =
            first > 0 && tokens[first - 1].is_word(&["between"]) && between.iter().any(|token| token.is_word(&["and"]));
        let arrow = between.len() == 2 && between[0].is_mark('-') && between[1].is_mark('>');
        let replaced = arrow || (to && raised);
        dropped[pair] |= replaced || to || dash || between_and;
        dropped[pair + 1] |= !replaced && (to || dash || between_and);
    }
    let wanted = |amount: &Tied| amount.topic.is_some_and(|topic| topic != Topic::Other);
    let counts = |amount: &Tied| wanted(amount) || is_money(tokens, amount.index);
    let any = tied.iter().zip(&dropped).any(|(amount, dropped)| *dropped && counts(amount));
    let mut keep = dropped.iter().map(|dropped| !dropped);
    tied.retain(|_| keep.next().unwrap_or(true));
    any
}

/// `up to $200,000`: a limit, not what is offered; "bumped up to" is an offer.
fn is_limit(tokens: &[Token], index: usize) -> bool {
    let word = |back: usize, words: &[&str]| index.checked_sub(back).is_some_and(|at| tokens[at].is_word(words));
    word(1, &["to"]) && word(2, &["up"]) && !word(3, RAISED)
}

/// `from $185,000`, `instead of 1,400`, `started at $185K`.
fn is_earlier(tokens: &[Token], index: usize) -> bool {
    let word = |back: usize, words: &[&str]| index.checked_sub(back).is_some_and(|at| tokens[at].is_word(words));
    word(1, &["from", "previously", "was", "originally", "old"])
        || (word(1, &["of"]) && word(2, &["instead"]))
        || (word(1, &["at"]) && word(2, &["started"]))
}

/// Whether the amount is for a month, an hour, a pay period.
pub(crate) fn for_a_period(tokens: &[Token], index: usize) -> bool {
    let next = |offset: usize| tokens.get(index + offset);
    let word = |offset: usize| next(offset).is_some_and(|token| token.is_word(PERIODS));
    let joined =
        next(1).is_some_and(|token| token.is_word(&["per", "a", "each", "every", "semi", "bi"]) || token.is_mark('/'));
    word(1) || (joined && word(2))
}

/// A year's base; `bi-weekly in the amount of $6,630` is none.
fn base(tokens: &[Token], amount: &Tied) -> Option<Claim> {
    let from = tokens[..amount.index].iter().rposition(|token| token.figure().is_some()).map_or(0, |at| at + 1);
    let small = amount.figure.value < Money::dollars(50_000) && !amount.figure.bare;
    let instalment = small && tokens[from..amount.index].iter().any(|token| token.is_word(PERIODS));
    (!for_a_period(tokens, amount.index) && !instalment).then(|| Claim::Base(in_thousands(&amount.figure)))
}

fn grant(tokens: &[Token], amount: &Tied) -> Option<Claim> {
    let figure = &amount.figure;
    let price_like = figure.value <= Money::dollars(2_000);
    if figure.dollars || figure.scaled {
        if price_like {
            return Some(Claim::SharePrice(figure.value));
        }
        let next = |offset: usize| tokens.get(amount.index + offset);
        let yearly = (next(1).is_some_and(|token| token.is_word(&["per", "a", "each", "every"]) || token.is_mark('/'))
            && next(2).is_some_and(|token| token.is_word(&["year", "yr"])))
            || next(1).is_some_and(|token| token.is_word(&["annually", "yearly"]));
        return Some(if yearly { Claim::GrantPerYear(figure.value) } else { Claim::GrantValue(figure.value) });
    }
    let before = amount.index.checked_sub(1).map(|at| &tokens[at]);
    let at_price = before.is_some_and(|token| token.is_mark('@') || token.is_word(&["at"]));
    if !figure.value.amount().fract().is_zero() || amount.topic == Some(Topic::SharePrice) || at_price {
        return price_like.then_some(Claim::SharePrice(figure.value));
    }
    // "RSU 400" may be 400 thousand dollars; "RSU 1,500" can only be shares.
    let counted = counts_units(tokens, amount.index)
        || tokens.iter().any(|token| token.is_word(&["shares", "units", "rsus"]))
        || (figure.value >= Money::dollars(1_000) && tokens.iter().any(|token| token.is_word(&["rsu"])));
    let count = figure.value.amount().to_u32().filter(|count| *count > 0);
    count.filter(|_| counted).map(Claim::Shares)
}
