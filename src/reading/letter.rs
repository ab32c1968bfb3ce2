//! Reading a pasted offer letter, a recruiter's mail or notes of a call.
//!
//! Owns what counts as said: an answer comes with the sentence it is from, a figure with
//! two readings is a doubt, and a line with an amount or a day that was not used is
//! listed. Nothing is guessed. Takes one pass over the text.

mod again;
mod figures;
mod sections;
mod vests;
mod words;

use again::{without_posted_places, without_restated};
use figures::{base_of, corrects, money_told};
use sections::{Columns, set_aside};
use vests::{told_vesting, vesting};
use words::{Beside, days_named, words};

use jiff::civil::Date;

pub use super::said::{Besides, Found, LetterReading, Quoted};

use super::claim::{Claim, Outcome, Sourced};
use super::lexicon::Term;
use super::phrases::has;
use super::place::Stands;
use super::quotes::{quote, shorten};
use super::sentence::{Context, MoneyTold, named_alone, read_amounts};
use super::table::{Row, Table};
use super::text::{Age, Sentence, sentences};
use super::theirs::{is_value, of_past_year, take_theirs};
use super::ties::{Topic, heading_year, is_employer, labels, year_at};
use super::tokens::{clean, cut};
use super::weigh::{Voice, Weighed, Weighing};
use super::{Answer, LetterProblem, Problem};
use super::{amounts, currency, deadlines, place, schedule, terms};
use crate::market::Place;
use crate::money::{Currency, Money};
use crate::offer::{Field, Schedule};

/// Reads a letter. Days without a year are the next such days at or after `today`;
/// a day relative to the writing ("by Friday") is a problem, as that day is not known.
pub fn read_letter(text: &str, today: Date) -> LetterReading {
    let Walked { found, walk, throughout, told_currency } = walked(text, today);
    let vesting = vesting(&found);
    let texts: Vec<String> = found.iter().map(|sentence| sentence.text.clone()).collect();
    let Walk { mut claims, problems, mut unread, .. } = walk;
    if let Some((at, Some(schedule))) = &vesting {
        claims.push(Sourced { claim: Claim::Vesting(schedule.clone()), sentence: *at, age: Age::Plain });
    }
    let Weighed { found: mut answers, doubts, problems: weighed, unused, mut besides } =
        Weighing::new(claims, &texts, Voice::Letter, None, today).weigh();
    let mut all_problems = weighed;
    all_problems.extend(problems);
    if let Some((at, None)) = vesting {
        all_problems.push(LetterProblem::OtherVesting(shorten(&texts[at])).into());
        unread[at] = true;
    }
    for at in unused {
        unread[at] = true;
    }
    if let Some((lines, years)) = told_vesting(&found) {
        let quote = quote(&texts, &lines, &years);
        let years: Vec<String> = years.iter().map(ToString::to_string).collect();
        besides.vesting = Some(Quoted { what: years.join("/"), quote });
    }
    if let Some((code, at)) = told_currency {
        besides.currency = Some(Quoted { what: code, quote: shorten(&texts[at]) });
    }
    if let Some((currency, at)) = throughout {
        let quote = shorten(&texts[at]);
        answers = answers.into_iter().map(|found| Found { answer: found.answer.told_in(currency), ..found }).collect();
        answers.push(Found { answer: Answer::Currency(currency), quote, also: None });
        answers.sort_by_key(|found| found.answer.field());
    }
    let mut unread: Vec<String> =
        unread.iter().zip(&texts).filter(|(unread, _)| **unread).map(|(_, text)| shorten(text)).collect();
    unread.dedup();
    LetterReading { found: answers, doubts, unread, problems: once_each(all_problems), besides }
}

/// A letter's sentences, and what each claims.
struct Walked {
    found: Vec<Sentence>,
    walk: Walk,
    /// The one currency that all figures are in, with the sentence that names it.
    throughout: Option<(Currency, usize)>,
    /// The code of the one currency that the pay is said to be in.
    told_currency: Option<(String, usize)>,
}

fn walked(text: &str, today: Date) -> Walked {
    // A tab parts the cells of a pasted table.
    let text = clean(&text.replace('\t', "   "));
    let mut found: Vec<Sentence> = sentences(&text).into_iter().flat_map(by_employer).collect();
    unquote_forwarded(&mut found);
    set_aside(&mut found);
    currency::without_names(&mut found);
    for sentence in &mut found {
        if of_past_year(&sentence.tokens, today.year()) {
            sentence.age = Age::Old;
        }
    }
    let day_first = !currency::named(&found).is_empty();
    let foreign_of_others = currency::is_of_others(&found);
    let throughout = currency::throughout(&found);
    let told_currency = currency::told(&found);
    if let Some((currency, _)) = throughout {
        for sentence in &mut found {
            sentence.tokens = currency::told_in(std::mem::take(&mut sentence.tokens), currency);
        }
    }
    let mut walk = Walk {
        today,
        foreign: day_first && throughout.is_none(),
        foreign_of_others,
        day_first,
        table: Table::default(),
        columns: Columns::default(),
        claims: Vec::new(),
        problems: Vec::new(),
        unread: vec![false; found.len()],
        before: None,
        named: None,
        stacked: false,
        of_other: false,
        among_facts: false,
        of_reply: false,
        year: None,
        named_year: None,
        base: None,
        money: money_told(&found),
        near_end: false,
        signed: false,
    };
    for (index, sentence) in found.iter().enumerate() {
        let greeted = index > 0 && place::greets(&found[index - 1]);
        walk.among_facts = !greeted && found.get(index + 1).is_some_and(gives_facts);
        walk.near_end = index > 0 && index + SIGNATURE >= found.len();
        walk.take(index, sentence);
    }
    without_restated(&found, &mut walk.claims);
    without_posted_places(&mut walk.claims);
    Walked { found, walk, throughout, told_currency }
}

/// A short line of figures with their names: "base 170k".
fn gives_facts(sentence: &Sentence) -> bool {
    let tokens = &sentence.tokens;
    tokens.len() <= LINE && !labels(tokens).is_empty() && tokens.iter().any(|token| token.figure().is_some())
}

/// The most lines of a signature.
const SIGNATURE: usize = 4;

/// The most tokens of a line of figures.
const LINE: usize = 14;

/// "PTO is prorated in year 1": a sentence on something else than the sign-on before it.
fn names_other_pay(tokens: &[super::tokens::Token]) -> bool {
    let named = labels(tokens);
    let other = |topic: Topic| matches!(topic, Topic::Benefit | Topic::Relocation | Topic::OtherStock);
    named.iter().any(|label| other(label.topic)) && !named.iter().any(|label| label.topic == Topic::SignOn)
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
    let said = |sentence: &Sentence| (0..sentence.tokens.len()).any(|index| amounts::is_money(&sentence.tokens, index));
    if !found.iter().any(|sentence| !sentence.quoted && said(sentence)) {
        for sentence in found {
            sentence.quoted = false;
        }
    }
}

/// The walk over a letter's sentences.
#[expect(clippy::struct_excessive_bools, reason = "independent marks of the place reached, not states of one thing")]
struct Walk {
    today: Date,
    foreign: bool,
    foreign_of_others: bool,
    /// Another currency is named: its country may write the day before the month.
    day_first: bool,
    table: Table,
    /// Two offers side by side: "Microsoft vs Amazon".
    columns: Columns,
    claims: Vec<Sourced>,
    problems: Vec<Problem>,
    unread: Vec<bool>,
    /// What the sentence before was about.
    before: Option<Topic>,
    /// What the line before named without a figure.
    named: Option<Topic>,
    /// Lines before named several things, one below the other.
    stacked: bool,
    /// The sentence before was about another employer.
    of_other: bool,
    /// The next line gives figures, and the one before greets nobody.
    among_facts: bool,
    /// The sentence before was about the day to answer by.
    of_reply: bool,
    /// The year of the heading above, as in "Year 1:".
    year: Option<u8>,
    /// The year of what the line before named.
    named_year: Option<u8>,
    /// The base that was told before.
    base: Option<Money>,
    /// How its bases and sign-ons are told.
    money: MoneyTold,
    /// It is one of the last lines.
    near_end: bool,
    /// The letter has ended, but for the writer's name.
    signed: bool,
}

impl Walk {
    /// Keeps the year of a heading for the lines listed under it.
    fn head(&mut self, sentence: &Sentence) {
        match heading_year(&sentence.tokens) {
            Some(year) => self.year = Some(year),
            None if !sentence.listed => self.year = None,
            None => {}
        }
    }

    /// What stands under another's heading: its figures are left out, its employer's offer counts.
    fn leave(&mut self, index: usize, sentence: &Sentence) {
        self.unread[index] = sentence.tokens.iter().any(is_value) || days_named(sentence) > 0;
        (self.before, self.named, self.named_year, self.year) = (None, None, None, None);
        (self.stacked, self.of_reply, self.of_other) = (false, false, true);
        if sentence.tokens.iter().any(is_employer) {
            let claims = crate::reading::competing::in_letter(sentence, self.today).into_iter();
            self.claims.extend(claims.map(|claim| Sourced { claim, sentence: index, age: sentence.age }));
        }
    }

    fn take(&mut self, index: usize, sentence: &Sentence) {
        if sentence.of_others {
            return self.leave(index, sentence);
        }
        let own_side = self.columns.take(sentence);
        let sided = own_side.is_some();
        let sentence = own_side.as_ref().unwrap_or(sentence);
        let year = self.year.filter(|_| sentence.listed).or(self.named_year);
        let context = Context {
            voice: Voice::Letter,
            asked: None,
            today: self.today,
            foreign: self.foreign,
            foreign_of_others: self.foreign_of_others,
            before: self.before,
            named_before: self.named,
            year,
            base: self.base,
            money: self.money,
            corrects: sentence.starred || has(&sentence.tokens, Term::Correction),
        };
        let name = named_alone(sentence);
        // "Base", "Sign-on", "RSUs", then their amounts: whose the first is is not said.
        let pay = |topic: &Topic| matches!(topic, Topic::Base | Topic::SignOn | Topic::Grant);
        let another = |before: Topic| pay(&before) && name.is_some_and(|name| pay(&name) && name != before);
        self.stacked = name.is_some() && (self.stacked || self.named.is_some_and(another));
        self.named = name.filter(|_| !self.stacked);
        // "Year One Bonus.", then "$66,800.": the year is the name's too.
        self.named_year =
            self.named.and_then(|_| (0..sentence.tokens.len()).find_map(|at| year_at(&sentence.tokens, at)));
        let mut outcome = Outcome::of(sentence.tokens.len());
        let mut of_theirs = None;
        match self.table.take(sentence) {
            Row::Header => return,
            Row::Years(claims, left) => {
                outcome.claims = claims;
                outcome.left = left;
            }
            Row::Revised(text) => {
                let revised = Sentence { tokens: cut(&text), text, age: Age::Revised, ..sentence.clone() };
                outcome = Outcome::of(revised.tokens.len());
                self.before = read_amounts(&revised, context, &mut outcome);
                outcome.left = true;
            }
            Row::Text => {
                let theirs = take_theirs(&sentence.tokens, &mut outcome.used);
                of_theirs = theirs.begins;
                let last = read_amounts(sentence, context, &mut outcome);
                outcome.left |= theirs.amounts;
                // "If you go before your 1st year is over, you repay." gives nothing of its own.
                let silent = last.is_none() && !sentence.tokens.iter().any(|token| token.figure().is_some());
                // "My friend's base is 180k. I got 186."
                let of_base = theirs.amounts && labels(&sentence.tokens).iter().any(|label| label.topic == Topic::Base);
                let last = last.or(of_base.then_some(Topic::Posted));
                self.before = if silent { self.before } else { last };
            }
        }
        self.head(sentence);
        let before = self.problems.len();
        let of_moving = context.named_before == Some(Topic::Relocation);
        let of_other = std::mem::replace(&mut self.of_other, sentence.tokens.iter().any(is_employer));
        self.signed |= place::signs_off(sentence) || self.near_end && place::is_signature(sentence);
        let stands = match (index, self.signed) {
            (0, _) => Stands::First,
            (_, true) => Stands::BelowSignOff,
            (_, false) if self.among_facts => Stands::AmongFacts,
            (_, false) => Stands::Between,
        };
        // "There's no repayment.": with no name of its own it is of what the sentence before was about.
        let owing = labels(&sentence.tokens).is_empty()
            && (terms::owes(&sentence.tokens).is_some() || has(&sentence.tokens, Term::NoRepay));
        let of_sign_on = terms::heads(&sentence.tokens)
            || context.before == Some(Topic::SignOn)
                && (super::ties::names_year(&sentence.tokens) && !names_other_pay(&sentence.tokens) || owing);
        let goes_on = std::mem::replace(&mut self.of_reply, deadlines::speaks_of_reply(&sentence.tokens));
        let days = deadlines::Around { day_first: self.day_first, goes_on };
        let beside = Beside { of_moving, of_other, of_sign_on, days, stands, of_theirs };
        let terms = words(sentence, beside, self.today, &mut self.problems);
        let dated = terms.iter().filter(|claim| matches!(claim, Claim::Start(_) | Claim::ReplyBy(_))).count();
        let more_days = days_named(sentence) > dated;
        outcome.claims.extend(terms);
        self.problems.append(&mut outcome.problems);
        self.unread[index] = sided || outcome.left || more_days || self.problems.len() > before;
        // "base is 180k", then "sorry, 182k": what is said again stands.
        let corrects = corrects(sentence, context, &outcome.claims);
        let age = if corrects { Age::Revised } else { sentence.age };
        self.base = outcome.claims.iter().rev().find_map(base_of).or(self.base);
        self.claims.extend(outcome.claims.into_iter().map(|claim| Sourced { claim, sentence: index, age }));
    }
}

/// Every claim of a text, before they are weighed against each other.
#[cfg(test)]
pub(crate) fn claims_of(text: &str, today: Date) -> Vec<Claim> {
    walked(text, today).walk.claims.into_iter().map(|sourced| sourced.claim).collect()
}

/// "Goldman offered 260k, Amazon NYC L6 base 205k": what is said of another employer, and from the name of this one on
/// what is said of it.
fn by_employer(sentence: Sentence) -> Vec<Sentence> {
    let tokens = &sentence.tokens;
    let is_called = |word: &str| crate::market::Companies::asked_for().is_called(word);
    let own = |at: usize| {
        let word = tokens[at].word.as_str();
        is_called(word) || word.strip_suffix('s').is_some_and(is_called)
    };
    let turns = |at: usize| {
        let parted = tokens[at - 1].is_mark_of(&[',', ';', '(', ')', ':', '.']);
        let states = tokens.get(at + 1).is_some_and(|next| next.is(Term::Is) || next.is(Term::TheOffer));
        own(at) && (parted || states)
    };
    let first = tokens.iter().position(is_employer);
    let split = first.and_then(|first| (first + 1..tokens.len()).find(|at| turns(*at)));
    let Some(at) = split.filter(|at| !tokens[*at..].iter().any(is_employer)) else { return vec![sentence] };
    let part = |from: usize, until: usize| {
        let text = sentence.text.get(from..until).unwrap_or_default().trim().to_owned();
        Sentence { tokens: cut(&text), text, cells: Vec::new(), ..sentence.clone() }
    };
    let middle = tokens[at].start;
    vec![part(0, middle), part(middle, sentence.text.len())]
}

/// The one of base, sign-on and grant that a text speaks of; `None` where it is none or several.
pub fn pay_named(text: &str) -> Option<Field> {
    let named = labels(&cut(&clean(text))).into_iter().filter_map(|label| match label.topic {
        Topic::Base => Some(Field::Base),
        Topic::SignOn => Some(Field::SignOn),
        Topic::Grant => Some(Field::Grant),
        _ => None,
    });
    let named: std::collections::BTreeSet<Field> = named.collect();
    if named.len() == 1 { named.into_iter().next() } else { None }
}

/// Whether a text speaks of base, sign-on, stock or a total.
pub fn names_pay(text: &str) -> bool {
    !labels(&cut(&clean(text))).is_empty()
}
