//! Reading a pasted offer letter, a recruiter's mail or notes of a call.
//!
//! Owns what counts as said: an answer comes with the sentence it is from, a figure with
//! two readings is a doubt, and a line with an amount or a day that was not used is
//! listed. Nothing is guessed. Takes one pass over the text.

mod bonus;
mod claims;
mod days;
mod lines;
mod schedule;
mod settle;
mod tables;
mod terms;
mod topics;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::tokens::{Kind, clean, cut};
use super::{Answer, Doubt, LetterProblem, Problem};
use crate::market::Role;
use crate::money::Money;
use crate::offer::{Payment, Repayment, Schedule};
use claims::{Claim, Outcome, read_amounts, shorten};
use lines::{Age, Sentence, sentences};
use settle::{Settling, Sourced};
use tables::{Row, Table};

/// One answer of a letter, with the words it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What was understood.
    pub answer: Answer,
    /// The sentence or line, at most 120 characters.
    pub quote: String,
}

/// What came of a letter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LetterReading {
    /// What was understood, in the order of the fields.
    pub found: Vec<Found>,
    /// What can be meant in two ways, each with its sentence.
    pub doubts: Vec<(Doubt, String)>,
    /// Sentences and lines with amounts or days that were not used, as they stand in the letter.
    pub unread: Vec<String>,
    /// What stands in the way of an answer.
    pub problems: Vec<Problem>,
    /// What is said besides the answers of the offer.
    pub besides: Besides,
}

/// Something said, with the words it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted<T> {
    /// What was understood.
    pub what: T,
    /// The sentence or line, at most 120 characters.
    pub quote: String,
}

/// What a letter says that is no answer of the offer, or only half of one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Besides {
    /// The job family, as its name: `SDM`.
    pub role: Option<Quoted<Role>>,
    /// The code of another currency than the US dollar (`CAD`), whose figures are no answers.
    pub currency: Option<Quoted<String>>,
    /// The place as it is written, also where it is a known one.
    pub place: Option<Quoted<String>>,
    /// The posting's own range of base, dollars a year.
    pub posted_base: Option<Quoted<(Money, Money)>>,
    /// Totals of several parts together, in the order of the text, dollars: never a field of the offer.
    pub totals: Vec<Quoted<Money>>,
    /// How the sign-on is paid, also where its repayment is not said.
    pub sign_on_paid: Option<Quoted<Payment>>,
    /// What is owed back of the sign-on, also where its payment is not said.
    pub sign_on_repaid: Option<Quoted<Repayment>>,
    /// Shares of the grant, also where no price is said.
    pub shares: Option<Quoted<u32>>,
    /// Dollars a share, where they are said.
    pub share_price: Option<Quoted<Money>>,
}

/// Reads a letter. Days without a year are the next such days at or after `today`;
/// a day relative to the writing ("by Friday") is a problem, as that day is not known.
pub fn read_letter(text: &str, today: Date) -> LetterReading {
    // A tab parts the cells of a pasted table.
    let text = clean(&text.replace('\t', "   "));
    let mut found = sentences(&text);
    unquote_forwarded(&mut found);
    let mut walk = Walk {
        today,
        table: Table::default(),
        claims: Vec::new(),
        problems: Vec::new(),
        unread: vec![false; found.len()],
        year: None,
    };
    for (index, sentence) in found.iter().enumerate() {
        walk.take(index, sentence);
    }
    let vesting = vesting(&found);
    let texts: Vec<String> = found.iter().map(|sentence| shorten(&sentence.text)).collect();
    let Walk { claims, problems, mut unread, .. } = walk;
    let (mut reading, unused) = Settling::new(claims, &texts).settle();
    reading.problems.extend(problems);
    match vesting {
        Some((at, Some(schedule))) => {
            reading.found.push(Found { answer: Answer::Vesting(schedule), quote: texts[at].clone() });
        }
        Some((at, None)) => {
            reading.problems.push(LetterProblem::OtherVesting(texts[at].clone()).into());
            unread[at] = true;
        }
        None => {}
    }
    for at in unused {
        unread[at] = true;
    }
    reading.unread = unread.iter().zip(&texts).filter(|(unread, _)| **unread).map(|(_, text)| text.clone()).collect();
    reading.unread.dedup();
    reading.problems = once_each(reading.problems);
    reading.found.sort_by_key(|found| found.answer.field());
    reading
}

/// Each problem where it stands first.
fn once_each(problems: Vec<Problem>) -> Vec<Problem> {
    let mut each = Vec::new();
    for problem in problems {
        if !each.contains(&problem) {
            each.push(problem);
        }
    }
    each
}

/// A mail that only passes another one on: the one passed on is the letter.
fn unquote_forwarded(found: &mut [Sentence]) {
    let said = |sentence: &Sentence| (0..sentence.tokens.len()).any(|index| claims::is_money(&sentence.tokens, index));
    if !found.iter().any(|sentence| !sentence.quoted && said(sentence)) {
        for sentence in found {
            sentence.quoted = false;
        }
    }
}

/// The walk over a letter's sentences.
struct Walk {
    today: Date,
    table: Table,
    claims: Vec<Sourced>,
    problems: Vec<Problem>,
    unread: Vec<bool>,
    /// The year of the heading above, as in "Year 1:".
    year: Option<u8>,
}

impl Walk {
    /// Keeps the year of a heading for the lines listed under it.
    fn head(&mut self, sentence: &Sentence) {
        match bonus::heading_year(&sentence.tokens) {
            Some(year) => self.year = Some(year),
            None if !sentence.listed => self.year = None,
            None => {}
        }
    }

    fn take(&mut self, index: usize, sentence: &Sentence) {
        let mut outcome = match self.table.take(sentence) {
            Row::Header => return,
            Row::Years(claims, left) => Outcome { claims, left, ..Outcome::default() },
            Row::Revised(text) => {
                let revised = Sentence { tokens: cut(&text), text, age: Age::Revised, ..sentence.clone() };
                let read = read_amounts(&revised);
                Outcome { left: true, ..read }
            }
            Row::Text => read_amounts(sentence),
        };
        self.head(sentence);
        if sentence.listed
            && let Some(heading) = self.year
        {
            for claim in &mut outcome.claims {
                if let Claim::SignOn { year: year @ None, .. } = claim {
                    *year = Some(heading);
                }
            }
        }
        let before = self.problems.len();
        let terms = terms::read_terms(sentence, self.today, &mut self.problems);
        let dated = terms.iter().filter(|claim| matches!(claim, Claim::Start(_) | Claim::ReplyBy(_))).count();
        let more_days = days_named(sentence) > dated;
        outcome.claims.extend(terms);
        self.problems.append(&mut outcome.problems);
        self.unread[index] = outcome.left || more_days || self.problems.len() > before;
        let age = sentence.age;
        self.claims.extend(outcome.claims.into_iter().map(|claim| Sourced { claim, sentence: index, age }));
    }
}

/// How many days of the calendar a sentence names.
fn days_named(sentence: &Sentence) -> usize {
    let tokens = &sentence.tokens;
    let small = |at: usize, most: i64| {
        tokens
            .get(at)
            .and_then(super::tokens::Token::figure)
            .is_some_and(|figure| figure.bare && figure.value <= crate::money::Money::dollars(most))
    };
    let slash = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark('/'));
    let counted = (0..tokens.len()).filter(|&at| {
        let month = tokens[at].kind == Kind::Word && super::dates::month(&tokens[at].word).is_some();
        let numbered = |at: Option<usize>| {
            at.and_then(|at| tokens.get(at)).is_some_and(|token| {
                token.figure().is_some_and(|figure| figure.bare) || token.word.starts_with(|c: char| c.is_ascii_digit())
            })
        };
        let slashed =
            small(at, 12) && slash(at + 1) && small(at + 2, 31) && !slash(at + 3) && !(at > 0 && slash(at - 1));
        // "5/15/40/40" is a vesting schedule.
        let date_like = tokens[at].kind == Kind::DateLike && !slash(at + 1);
        date_like || slashed || (month && (numbered(Some(at + 1)) || numbered(at.checked_sub(1))))
    });
    counted.count()
}

/// The sentence that vests in another way than usual, and the schedule where it tells it whole.
fn vesting(sentences: &[Sentence]) -> Option<(usize, Option<Schedule>)> {
    let at = other_vesting(sentences)?;
    let told = |sentence: &&Sentence| !sentence.quoted && schedule::tells_vesting(sentence);
    // Two sentences about it may say two things: then neither is taken.
    let alone = sentences.iter().filter(told).count() == 1;
    Some((at, alone.then(|| schedule::whole_schedule(&sentences[at])).flatten()))
}

/// The sentence that vests in another way than usual.
fn other_vesting(sentences: &[Sentence]) -> Option<usize> {
    let mut groups: Vec<(usize, Vec<Decimal>)> = Vec::new();
    let mut in_vesting = false;
    for (at, sentence) in sentences.iter().enumerate() {
        let vests = sentence.tokens.iter().any(|token| token.word.starts_with("vest"));
        let other = topics::named(&sentence.tokens).iter().any(|named| named.topic == topics::Topic::Other);
        if other {
            in_vesting = false;
            continue;
        }
        let percentages = schedule::vest_percentages(sentence, in_vesting && sentence.listed);
        if schedule::says_even(sentence) && percentages.is_empty() {
            return Some(at);
        }
        if vests && !percentages.is_empty() || groups.is_empty() {
            groups.push((at, percentages));
        } else if let Some((_, group)) = groups.last_mut() {
            group.extend(percentages);
        }
        in_vesting = vests || (in_vesting && sentence.listed);
    }
    groups.retain(|(_, group)| !group.is_empty());
    let all: Vec<Decimal> = groups.iter().flat_map(|(_, group)| group.clone()).collect();
    let usual = groups.iter().all(|(_, group)| schedule::is_usual(group)) || schedule::is_usual(&all);
    if usual { None } else { groups.first().map(|(at, _)| *at) }
}

#[cfg(test)]
mod tests;
