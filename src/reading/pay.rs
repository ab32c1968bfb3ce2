//! Base, what is left behind, the walk-away number, totals and posted ranges: fields of one figure.
//!
//! Must not know how a text is cut.

use super::amounts::{in_thousands, period};
use super::claim::{Claim, Outcome};
use super::lexicon::Term;
use super::phrases::{has, length_at};
use super::ties::{Tied, Topic, labels};
use super::tokens::Token;
use super::{Amount, AmountProblem, LetterProblem, Problem};
use crate::money::Money;

/// How many words before an amount are looked at.
const NEAR: usize = 24;

/// Reads amounts of the base: a figure by the month or hour is none where one by the year stands beside it.
pub(crate) fn read_base(tokens: &[Token], tied: &[Tied], prose: bool, outcome: &mut Outcome) {
    // "Base 170k in year 1 and 175k in year 2".
    if let [one, two] = tied
        && prose
        && let Some(problem) = by_years(tokens, [one, two])
    {
        outcome.left = true;
        outcome.problems.push(problem);
        return;
    }
    // "The base salary is $165,000 and $45,000 up front": no base is paid so.
    let at_once = |amount: &&Tied| {
        prose
            && length_at(tokens, amount.index + 1, Term::UpfrontWord).is_some()
            && in_thousands(&amount.figure) < Money::dollars(LEAST_BASE)
    };
    if tied.len() > 1 && tied.iter().any(|amount| at_once(&amount)) {
        outcome.left = true;
        let rest: Vec<Tied> = tied.iter().filter(|amount| !at_once(amount)).cloned().collect();
        return read_base(tokens, &rest, prose, outcome);
    }
    // "150k + 10k (post negotiation) = 160k": the sum is what is offered.
    if let [one, two, sum] = tied
        && in_thousands(&one.figure) + in_thousands(&two.figure) == in_thousands(&sum.figure)
        && tokens[two.index..sum.index].iter().any(|token| token.is_mark('='))
    {
        outcome.claims.push(Claim::Base(in_thousands(&sum.figure)));
        return;
    }
    // "Base x4: $680,000", "base over 4 years": what four years of it come to.
    let of_four = |amount: &Tied| {
        let parts = |token: &Token| token.is_mark_of(&[',', ';', '|', '(']);
        let near = amount.index.saturating_sub(NEAR);
        let from = tokens[near..amount.index].iter().rposition(parts).map_or(near, |at| near + at + 1);
        let led = &tokens[from..amount.index];
        super::part::says_four_years(led) && !labels(led).iter().any(|label| label.topic == Topic::Total)
    };
    if tied.iter().any(of_four) {
        outcome.left = true;
        return;
    }
    // "350k over 4": of more than a year.
    let over = |amount: &Tied| {
        let next = |offset: usize| tokens.get(amount.index + offset);
        next(1).is_some_and(|next| next.is(Term::Over))
            && next(2).and_then(Token::figure).is_some_and(|years| years.bare && years.value == Money::dollars(4))
    };
    if let [only] = tied
        && over(only)
    {
        outcome.claims.push(Claim::Total(in_thousands(&only.figure)));
        return;
    }
    let by_period: Vec<_> = tied.iter().map(|amount| (amount, period(tokens, amount.index))).collect();
    let yearly = by_period.iter().any(|(_, period)| period.is_none());
    for (amount, period) in by_period {
        let figure = &amount.figure;
        match period {
            _ if figure.percent => {}
            // No base is "$174" a year.
            None if !figure.scaled && figure.value < Money::dollars(1_000) => {
                outcome.claims.push(Claim::Base(figure.value * 1_000));
            }
            None => outcome.claims.push(Claim::Base(in_thousands(figure))),
            // By the month and by the year: the two must be the same pay.
            Some(period) if yearly => outcome.left |= !agrees(tied, tokens, figure.value * period.a_year()),
            Some(period) => {
                outcome.claims.push(Claim::BaseOfPeriod { said: figure.value, a_year: figure.value * period.a_year() });
            }
        }
    }
}

/// No base is less than this.
const LEAST_BASE: i64 = 60_000;

/// A base that is told by years, and not the same in both.
fn by_years(tokens: &[Token], [one, two]: [&Tied; 2]) -> Option<Problem> {
    let year = |from: usize, until: usize| (from..until.min(from + 4)).find_map(|at| super::ties::year_at(tokens, at));
    let years = (year(one.index + 1, two.index), year(two.index + 1, tokens.len()));
    let [year_1, year_2] = [one, two].map(|amount| in_thousands(&amount.figure));
    (years == (Some(1), Some(2)) && year_1 != year_2).then(|| LetterProblem::BaseByYears { year_1, year_2 }.into())
}

/// Whether a year's pay is that of a figure by the year in the same sentence, but for cents.
fn agrees(tied: &[Tied], tokens: &[Token], a_year: Money) -> bool {
    let yearly = tied.iter().filter(|amount| period(tokens, amount.index).is_none());
    yearly.map(|amount| in_thousands(&amount.figure)).any(|said| (said - a_year).abs() <= said.split(100))
}

/// Reads what is left behind: several figures joined by "and" or "+" are added up.
pub(crate) fn read_left_behind(tokens: &[Token], tied: &[Tied], quote: &str, outcome: &mut Outcome) {
    let refuse = |problem| Problem::Amount(Amount::Sum(crate::offer::Field::LeftBehind), problem);
    // "60k and 500 options": how many, and not what they are worth.
    let counts = |amount: &Tied| {
        let named = tokens.get(amount.index + 1).is_some_and(|next| next.is(Term::OtherStock));
        super::amounts::counts_units(tokens, amount.index) || amount.figure.bare && named
    };
    if tied.iter().any(counts) {
        outcome.problems.push(refuse(AmountProblem::InShares));
        return;
    }
    if let [only] = tied
        && let Some(times) = times_told(tokens, only.index)
    {
        outcome.claims.push(Claim::LeftBehind(in_thousands(&only.figure) * times));
        return;
    }
    // "120k, of which 30k vests in feb": a part of what was told.
    if let [whole, part] = tied
        && has(&tokens[whole.index + 1..part.index], Term::OfWhich)
        && in_thousands(&part.figure) <= in_thousands(&whole.figure)
    {
        outcome.claims.push(Claim::LeftBehind(in_thousands(&whole.figure)));
        return;
    }
    if tied.len() == 1 && has(tokens, Term::EachOfMany) {
        outcome.problems.push(refuse(AmountProblem::Several(quote.to_owned())));
        return;
    }
    let [_, .., _] = tied else {
        match tied {
            // "80k of rsus and a bonus": how much?
            [only] if bonus_without_amount(tokens, only.index) => {
                outcome.problems.push(refuse(AmountProblem::Several(quote.to_owned())));
            }
            [only] if of_a_year(tokens, only.index) => outcome.problems.push(refuse(AmountProblem::OfOneYear)),
            [only] => outcome.claims.push(Claim::LeftBehind(in_thousands(&only.figure))),
            _ => {}
        }
        return;
    };
    let all: Vec<Money> = tied.iter().map(|amount| in_thousands(&amount.figure)).collect();
    let (last, parts) = all.split_last().map_or((Money::ZERO, &[][..]), |(last, parts)| (*last, parts));
    let before = parts.iter().fold(Money::ZERO, |sum, value| sum + *value);
    // "80k stock + 30k bonus = 110k": the sum is said too, and must be one.
    if parts.len() > 1 && last == before {
        outcome.claims.push(Claim::LeftBehind(last));
        return;
    }
    if tokens.iter().any(|token| token.is_mark('=')) {
        outcome.problems.push(refuse(AmountProblem::Several(quote.to_owned())));
        return;
    }
    let added = tied.windows(2).all(|pair| {
        let between = &tokens[pair[0].index + 1..pair[1].index];
        between.iter().any(|token| token.is_mark_of(&['+', '&']) || token.is(Term::Joiner) || token.is(Term::Plus))
            && !between.iter().any(|token| token.is(Term::Or) || token.is(Term::To))
            || between.iter().any(|token| token.is_mark_of(&[',', '(', '=']))
    });
    if !added || has(tokens, Term::EachOfMany) {
        outcome.problems.push(refuse(AmountProblem::Several(quote.to_owned())));
        return;
    }
    // "110k (80k stock + 30k bonus)".
    let each: Vec<Money> = tied.iter().map(|amount| in_thousands(&amount.figure)).collect();
    if each.len() > 2 && each[0] == each[1..].iter().fold(Money::ZERO, |sum, value| sum + *value) {
        outcome.claims.push(Claim::LeftBehind(each[0]));
        return;
    }
    let values: Vec<Money> = tied.iter().map(|amount| in_thousands(&amount.figure)).collect();
    let sum: Money = values.iter().fold(Money::ZERO, |sum, value| sum + *value);
    // "80k unvested, 80k in all": said again. "60k in february and 60k in may" is two.
    let again = values.len() == 2 && values[0] == values[1] && has(tokens, Term::Sum);
    outcome.claims.push(Claim::LeftBehind(if again { values[0] } else { sum }));
}

/// "two vests of 25k": how many of them.
fn times_told(tokens: &[Token], index: usize) -> Option<u32> {
    let of = index >= 3 && tokens[index - 1].is(Term::Of) && tokens[index - 2].is(Term::Vest);
    super::dates::number(&tokens[index.checked_sub(3)?])
        .filter(|times| of && (2..=10).contains(times))
        .and_then(|times| u32::try_from(times).ok())
}

fn bonus_without_amount(tokens: &[Token], index: usize) -> bool {
    let at = (index + 1..tokens.len()).find(|at| tokens[*at].is(Term::Bonus));
    at.is_some_and(|at| tokens[index + 1..at].iter().any(|token| token.is(Term::Joiner) || token.is_mark('+')))
}

/// "50k a year".
fn of_a_year(tokens: &[Token], index: usize) -> bool {
    let next = |offset: usize| tokens.get(index + offset);
    next(1).is_some_and(|token| token.is(Term::Yearly))
        || (next(1).is_some_and(|token| token.is(Term::Each) || token.is_mark('/'))
            && next(2).is_some_and(|token| token.is(Term::Year)))
}

/// Reads the least that is taken: of one year, of four, or not said.
pub(crate) fn read_walk_away(tokens: &[Token], tied: &[Tied], quote: &str, outcome: &mut Outcome) {
    match tied {
        [only] => {
            let years = if super::part::says_four_years(tokens) {
                Some(4)
            } else if has(tokens, Term::Yearly) || of_a_year(tokens, only.index) {
                Some(1)
            } else {
                None
            };
            outcome.claims.push(Claim::WalkAway { amount: in_thousands(&only.figure), years });
        }
        [] => {}
        _ => outcome.problems.push(Problem::Amount(Amount::WalkAway, AmountProblem::Several(quote.to_owned()))),
    }
}

/// Reads the totals of a sentence: never a field of the offer.
pub(crate) fn read_totals(tokens: &[Token], tied: &[Tied], outcome: &mut Outcome) {
    let a_share = |index: usize| {
        let next = |offset: usize| tokens.get(index + offset);
        next(1).is_some_and(|token| token.is(Term::Each) || token.is_mark('/'))
            && next(2).is_some_and(|token| token.is(Term::Unit))
    };
    let large = |amount: &&Tied| {
        !amount.figure.percent && !a_share(amount.index) && in_thousands(&amount.figure) >= Money::dollars(20_000)
    };
    // "Prev: Capital One, 172k TC": somebody else's. "RSU: $288,000 total / $72,000 average": the grant's.
    if has(tokens, Term::PayNow) || has(tokens, Term::MyJob) {
        return;
    }
    let named = labels(tokens);
    let of_grant = |amount: &&Tied| {
        let parts = |token: &Token| token.is_mark_of(&[',', ';', '.']);
        let before = named.iter().rfind(|label| label.end <= amount.index && label.topic != Topic::Total);
        before.is_some_and(|label| label.topic == Topic::Grant && !tokens[label.end..amount.index].iter().any(parts))
            && tokens.get(amount.index + 1).is_some_and(|next| next.is(Term::Total))
    };
    // "TC 242 (170 + 60 + 12)", "OTE $310,000 (60/40)": what stands in brackets are its parts.
    let in_brackets = |index: usize| {
        let near = index.saturating_sub(NEAR);
        let open = tokens[near..index].iter().rposition(|token| token.is_mark('(')).map(|at| near + at);
        open.is_some_and(|open| !tokens[open..index].iter().any(|token| token.is_mark(')')))
    };
    let outside = tied.iter().any(|amount| !in_brackets(amount.index));
    let totals = tied
        .iter()
        .filter(large)
        .filter(|amount| !of_grant(amount))
        .filter(|amount| !is_summand(tokens, amount.index))
        .filter(|amount| !outside || !in_brackets(amount.index));
    outcome.claims.extend(totals.map(|amount| Claim::Total(in_thousands(&amount.figure))));
}

/// "Year 1 comp: 165k + 45k + 28 shares": a part that is added to others.
fn is_summand(tokens: &[Token], index: usize) -> bool {
    let plus = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is_mark('+'));
    plus(Some(index + 1)) || plus(index.checked_sub(1))
}

/// Reads a posting's range of base: two figures, lower and higher.
pub(crate) fn read_posted(tokens: &[Token], amounts: &[Tied], outcome: &mut Outcome) {
    let plain = amounts.iter().all(|amount| !amount.figure.bare || amount.figure.value >= Money::dollars(1_000));
    // "USA, WA, Seattle - 168,100.00 - 227,400.00 USD annually": how Amazon's postings end.
    let placed = tokens.first().is_some_and(|first| crate::market::Place::names_region(&first.word))
        || (0..tokens.len()).any(|at| super::place::known_in_message(tokens, at).is_some());
    let line = has(tokens, Term::Yearly) && placed && amounts.iter().all(|amount| amount.topic.is_none());
    let ends = has(tokens, Term::LeastWord)
        && has(tokens, Term::MostWord)
        && amounts.iter().all(|amount| amount.topic.is_none());
    // "Posted sign-on range".
    let named = labels(tokens);
    let first = amounts.first().map_or(0, |amount| amount.index);
    let of_others = named.iter().any(|label| label.topic == Topic::SignOn && label.end <= first)
        && !named.iter().any(|label| label.topic == Topic::Base);
    let of_base = plain
        && !of_others
        && (line || ends || has(tokens, Term::PostedStrong))
        && !tokens.iter().any(super::ties::is_employer);
    let figures: Vec<Money> = amounts
        .iter()
        .filter(|amount| matches!(amount.topic, Some(Topic::Posted | Topic::Base) | None) && !amount.figure.percent)
        .map(|amount| in_thousands(&amount.figure))
        .collect();
    if let [low, high] = figures[..]
        && of_base
        && low < high
        && low >= Money::dollars(20_000)
    {
        outcome.claims.push(Claim::Posted(low, high));
    }
}

/// A sentence that names another currency: none of its figures is in dollars.
pub(crate) fn foreign(quote: &str) -> Problem {
    LetterProblem::Foreign(quote.to_owned()).into()
}
