//! Whether the vesting in a letter is Amazon's usual one, and which other one it is.

use rust_decimal::Decimal;

use super::lexicon::Term;
use super::phrases::has;
use super::text::{Age, Sentence};
use super::tokens::Token;
use crate::offer::{Schedule, read_schedule};

/// Percentages of a sentence that tells when stock vests, in order; and its words.
pub(crate) fn vest_percentages(sentence: &Sentence, in_vesting: bool) -> Vec<Decimal> {
    let vests = sentence.tokens.iter().any(|token| token.is(Term::Vest));
    if sentence.quoted || !(vests || in_vesting) {
        return Vec::new();
    }
    let spelled = slashed(&sentence.tokens);
    if !spelled.is_empty() {
        return spelled;
    }
    let percentage = |token: &Token| token.figure().filter(|figure| figure.percent).map(|figure| figure.value.amount());
    let percentages: Vec<Decimal> = sentence.tokens.iter().filter_map(percentage).collect();
    if percentages.is_empty() && vests { counted(&sentence.tokens) } else { percentages }
}

/// Parts of a grant told as numbers of shares after "vest", as whole percentages of their sum.
fn counted(tokens: &[Token]) -> Vec<Decimal> {
    let from = tokens.iter().position(|token| token.is(Term::Vest)).unwrap_or(tokens.len());
    let part = |at: usize| {
        let figure = tokens[at].figure().filter(|figure| figure.bare)?;
        let next = tokens.get(at + 1);
        let listed = next.is_some_and(|next| next.is(Term::VestCounted));
        (listed && figure.value.amount().fract().is_zero()).then(|| figure.value.amount())
    };
    let parts: Vec<Decimal> = (from..tokens.len()).filter_map(part).collect();
    let sum: Decimal = parts.iter().sum();
    if parts.len() < 3 || sum.is_zero() {
        return Vec::new();
    }
    parts.iter().map(|part| (part * Decimal::ONE_HUNDRED / sum).round()).collect()
}

/// "(74 / 222 / 592 / 592)", "$16k + $48k + $128k + $128k": four parts side by side, as whole percentages of their sum.
fn listed(tokens: &[Token]) -> Vec<Decimal> {
    let part = |at: usize| {
        let figure = tokens.get(at).and_then(Token::figure).filter(|figure| !figure.percent)?;
        Some(figure.value.amount())
    };
    let joined = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark_of(&['/', '+']));
    let run = |at: usize| {
        let parts: Vec<Decimal> = [at, at + 2, at + 4, at + 6].into_iter().filter_map(part).collect();
        let apart = joined(at + 1) && joined(at + 3) && joined(at + 5) && !joined(at + 7);
        (parts.len() == 4 && apart && !(at > 0 && joined(at - 1))).then_some(parts)
    };
    let Some(parts) = (0..tokens.len()).find_map(run) else { return Vec::new() };
    let sum: Decimal = parts.iter().sum();
    if sum <= Decimal::ONE_HUNDRED {
        return Vec::new();
    }
    let percentages: Vec<Decimal> = parts.iter().map(|part| part * Decimal::ONE_HUNDRED / sum).collect();
    if percentages.iter().all(|part| part.fract().is_zero()) { percentages } else { Vec::new() }
}

/// `5/15/40/40` and `5-15-40-40`, with or without percent signs.
fn slashed(tokens: &[Token]) -> Vec<Decimal> {
    let numbers = |text: &str| -> Vec<Decimal> {
        text.split(['/', '-']).filter_map(|number| number.trim_end_matches('%').parse().ok()).collect()
    };
    let joined: String = tokens.iter().map(|token| token.word.as_str()).collect::<Vec<_>>().join(" ");
    let joined = joined
        .replace(" % ", "%")
        .replace(" %", "%")
        .replace(" / ", "/")
        .replace(" - ", "-")
        .replace("/ ", "/")
        .replace(" /", "/");
    joined
        .split(' ')
        .map(numbers)
        .find(|found| found.len() == 4 && found.iter().sum::<Decimal>() == Decimal::ONE_HUNDRED)
        .unwrap_or_default()
}

/// Whether these percentages, gathered over the letter, can be Amazon's 5/15/40/40.
pub(crate) fn is_usual(percentages: &[Decimal]) -> bool {
    let usual: [&[i64]; 8] = [
        &[5, 15, 20, 20, 20, 20],
        &[5, 15, 40, 40],
        &[5, 15, 20],
        &[5, 15, 40],
        &[5, 15],
        &[5, 15, 20, 20],
        &[5],
        &[5, 15, 80],
    ];
    usual.iter().any(|known| {
        known.len() == percentages.len()
            && known.iter().zip(percentages).all(|(known, percentage)| Decimal::from(*known) == *percentage)
    })
}

/// The parts of each year that a sentence tells, as whole percentages of the grant: `5/15/40/40`, six vests, or even.
pub(crate) fn told(sentence: &Sentence) -> Option<Vec<Decimal>> {
    let tokens = &sentence.tokens;
    if sentence.quoted || sentence.age == Age::Old {
        return None;
    }
    let vests = has(tokens, Term::Vest);
    let run = (0..tokens.len()).find_map(|at| super::amounts::schedule_numbers(tokens, at));
    if let Some(years) = run.and_then(|numbers| by_year(&numbers)) {
        return Some(years);
    }
    let percent = |token: &Token| token.figure().filter(|figure| figure.percent).map(|figure| figure.value.amount());
    let percentages: Vec<Decimal> = tokens.iter().filter_map(percent).collect();
    let even = super::part::says_four_years(tokens) || has(tokens, Term::EachYear);
    if vests && percentages == [Decimal::from(25)] && even {
        return Some(vec![Decimal::from(25); 4]);
    }
    if let Some(years) = by_year(&percentages).or_else(|| by_month_after(tokens, &percentages)) {
        return Some(years);
    }
    let beside = || super::ties::labels(tokens).iter().any(|label| label.topic == super::ties::Topic::Grant);
    let usual = (vests || beside()) && percentages.len() > 2 && is_usual(&percentages);
    if usual {
        return Some([5, 15, 40, 40].map(Decimal::from).to_vec());
    }
    let of_grant = super::ties::labels(tokens).iter().any(|label| label.topic == super::ties::Topic::Grant);
    let listed = if vests || of_grant { listed(tokens) } else { Vec::new() };
    let counted = if vests { counted(tokens) } else { Vec::new() };
    by_year(&listed).or_else(|| by_year(&counted)).or_else(|| {
        let even = vests && percentages.is_empty() && has(tokens, Term::Even) && super::part::says_four_years(tokens);
        even.then(|| vec![Decimal::from(25); 4])
    })
}

/// "25% after one year, then 1/48 each month": the years that makes, where it is a whole.
fn by_month_after(tokens: &[Token], percentages: &[Decimal]) -> Option<Vec<Decimal>> {
    let [first] = percentages else { return None };
    let value = |at: usize| {
        tokens.get(at).and_then(Token::figure).filter(|figure| figure.bare).map(|figure| figure.value.amount())
    };
    let part = (0..tokens.len()).find_map(|at| {
        let over = tokens.get(at + 1).is_some_and(|mark| mark.is_mark('/'));
        let (one, of) = (value(at)?, value(at + 2)?);
        (over && one == Decimal::ONE && !of.is_zero()).then(|| Decimal::ONE_HUNDRED * Decimal::from(12) / of)
    })?;
    let years = vec![*first, part, part, part];
    (has(tokens, Term::Month) && years.iter().sum::<Decimal>() == Decimal::ONE_HUNDRED).then_some(years)
}

/// The year and its percentage that a line tells: "yr3 - 20% every six months" is 40.
pub(crate) fn of_year(sentence: &Sentence) -> Option<(usize, Decimal)> {
    let tokens = &sentence.tokens;
    let digit =
        |word: &str| word.chars().last().and_then(|c| c.to_digit(10)).and_then(|digit| usize::try_from(digit).ok());
    let first = tokens.first()?;
    let spelled = digit(&first.word).filter(|_| {
        let lead = first.word.trim_end_matches(|c: char| c.is_ascii_digit());
        super::lexicon::lexicon().of_word(lead).has(Term::Year)
    });
    let year = spelled.or_else(|| digit(&tokens.get(1)?.word).filter(|_| first.is(Term::Year)))?;
    let percents: Vec<Decimal> = tokens
        .iter()
        .filter_map(Token::figure)
        .filter(|figure| figure.percent)
        .map(|figure| figure.value.amount())
        .collect();
    let [percent] = percents[..] else { return None };
    let twice = has(tokens, Term::SemiAnnual) || has(tokens, Term::HalfYearly);
    (1..=4).contains(&year).then(|| (year, if twice { percent * Decimal::TWO } else { percent }))
}

/// Four years, or Amazon's six vests as four years; none where they are not the whole.
fn by_year(parts: &[Decimal]) -> Option<Vec<Decimal>> {
    let whole = parts.iter().sum::<Decimal>() == Decimal::ONE_HUNDRED;
    match parts {
        [_, _, _, _] if whole => Some(parts.to_vec()),
        [one, two, a, b, c, d] if whole => Some(vec![*one, *two, *a + *b, *c + *d]),
        _ => None,
    }
}

/// Whether a sentence speaks of vesting.
pub(crate) fn tells_vesting(sentence: &Sentence) -> bool {
    sentence.tokens.iter().any(|token| token.is(Term::Vest))
}

/// The schedule of a sentence that tells all of it: the part of each year and how often it vests
/// (`25/25/25/25 quarterly`), or equal parts, how often and how long. `None` where anything is left open.
pub(crate) fn whole_schedule(sentence: &Sentence) -> Option<Schedule> {
    let tokens = &sentence.tokens;
    if sentence.age != Age::Plain || has(tokens, Term::OpenSchedule) {
        return None;
    }
    // "Sign-on paid monthly, RSUs vesting 25/25/25/25": how often may be said of something else.
    if has(tokens, Term::OtherPay) {
        return None;
    }
    let often: Vec<&str> = OFTEN.into_iter().filter_map(|(term, often)| has(tokens, term).then_some(often)).collect();
    let [often] = often[..] else { return None };
    // "1-year cliff" has a year of its own; any other cliff is not told whole.
    if has(tokens, Term::Cliff) {
        return None;
    }
    let parts = slashed(&sentence.tokens);
    if !parts.is_empty() {
        let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
        return read_schedule(&format!("{} {often}", parts.join("/"))).ok();
    }
    let other = tokens.iter().any(|token| token.figure().is_some_and(|figure| figure.percent));
    let even = super::part::says_four_years(tokens) && has(tokens, Term::Even) && !other;
    even.then(|| read_schedule(&format!("25/25/25/25 {often}")).ok()).flatten()
}

/// How often a grant vests, as the schedules' reader spells it.
const OFTEN: [(Term, &str); 4] = [
    (Term::Quarterly, "quarterly"),
    (Term::EveryMonth, "monthly"),
    (Term::EveryYear, "yearly"),
    (Term::SemiAnnual, "every six months"),
];

/// Words that say another vesting than Amazon's without percentages.
pub(crate) fn says_even(sentence: &Sentence) -> bool {
    let tokens = &sentence.tokens;
    let other = has(tokens, Term::Even)
        || has(tokens, Term::Quarterly)
        || (has(tokens, Term::EveryMonth) && !has(tokens, Term::OtherPay));
    has(tokens, Term::Vest) && !sentence.quoted && other
}
