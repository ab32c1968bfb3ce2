//! A message: read as a letter of a sentence or two, where a bare value answers what was asked.
//!
//! Owns what is left when all that names itself is taken out, and what to say of words that were not understood. A
//! figure never lands in a field by chance: where it is not plain, it is asked about.

mod abroad;
mod asks;
mod bare;
mod cleared;
mod former;
mod instead;
mod likely;
mod moved;
mod names;
mod others;
mod pieces;
mod taking;
mod whose;

use abroad::in_dollars_abroad;
pub(crate) use asks::beside_question;
use asks::{is_question, take_question};
use bare::{amount_of, amount_of_topic, field_of, is_of_amount, listed, read_bare, requoted};
use cleared::{cleared, is_taken_out};
use former::{denies_schedule, without_former};
pub(crate) use others::beside_another;
use others::{about_this_one, says_no_more};
use pieces::{left_words, sentences};

use jiff::civil::Date;

use super::PlaceProblem;
use super::claim::{Claim, Outcome, Sourced};
use super::lexicon::Term;
use super::part::{Beside, Part, quote, says_something};
use super::phrases::{has, length_at, length_of_any};
use super::sentence::{Context, MoneyTold, read_amounts};
use super::text::{Age, Sentence};
use super::ties::{Topic, is_employer, labels};
use super::tokens::{Kind, Token, clean, cut, in_currency};
use super::weigh::{Voice, Weighed, Weighing};
use super::{
    Amount, AmountProblem, Answer, DayProblem, Doubt, GrantProblem, Problem, Reading, SignOnProblem, TermsProblem,
    competing, dates, deadlines, level, place, terms, vesting, written,
};
use crate::market::{Role, ScheduleTextError};
use crate::money::Currency;
use crate::offer::{Field, FieldKind, OfferDraft};

/// The most tokens of a message that is read: 4,000 characters that people write have a third fewer.
const MOST_TOKENS: usize = 1_500;

/// How US dollars are told from other ones.
const US_SIGN: &str = "us$";

/// Reads a message sent while `asked` is asked for, or while no question is open.
pub(crate) fn read_message(asked: Option<Field>, text: &str, draft: &OfferDraft, today: Date) -> Reading {
    let text = clean(text);
    let tokens = in_currency(cut(&text), draft.currency);
    if tokens.len() > MOST_TOKENS {
        return Reading::refused(Problem::Unplaced(quote(&text)));
    }
    let mut whole = without_former(tokens, today);
    if let Some(question) = take_question(&mut whole) {
        let asked_too = Problem::AskedBeside(Part::new(&text, question).quote());
        let told = Part::new(&text, whole).text().to_owned();
        let reading = read_message(asked, &told, draft, today);
        let read = !reading.answers.is_empty() || reading.doubt.is_some();
        return if read { reading.noting(Some(asked_too)) } else { reading };
    }
    if !instead::without_wrong(&mut whole) {
        return Reading::refused(Problem::Unplaced(Part::new(&text, whole).quote()));
    }
    let old = instead::without_old(&mut whole, draft);
    let asked = old.or_else(|| instead::corrected(&whole, asked, draft)).or(asked);
    if whole.iter().all(|token| matches!(token.kind, Kind::Mark(_) | Kind::Break)) {
        return Reading::refused(Problem::Empty);
    }
    let part = Part::new(&text, whole.clone());
    // "180k CAD, rsu 260k usd" where figures are Canadian dollars: which amount is in which?
    let other = |token: &Token| token.is_foreign() || token.is(Term::UsDollars);
    if !draft.currency.is_usd() && (whole.iter().any(other) || text.to_lowercase().contains(US_SIGN)) {
        let of = asked.and_then(amount_of).unwrap_or(Amount::Base);
        return Reading::refused(Problem::Amount(of, AmountProblem::Mixed(part.quote())));
    }
    if is_question(asked, &part.tokens) {
        return Reading::refused(Problem::Unplaced(part.quote()));
    }
    if corrects_another(asked, &part.tokens, draft) {
        return Reading::refused(Problem::Unplaced(part.quote()));
    }
    if asked == Some(Field::Competing)
        && let Some(reading) = about_this_one(&part, draft, today)
    {
        return reading;
    }
    if let Some(field) = cleared(&part.tokens) {
        return Reading::of(Answer::Nothing(field));
    }
    if is_taken_out(&part.tokens, draft) {
        return Reading::of(Answer::Nothing(Field::Competing));
    }
    if let Some(reading) = plain_answer(asked, &part, today).or_else(|| listed(asked, &part, draft)) {
        return reading;
    }
    if denies_schedule(&whole, today) {
        return Reading::refused(Problem::Vesting(ScheduleTextError::NoPercentages));
    }
    let (said, rest) = vesting::split(asked, &text, whole);
    let vests = said.map(|said| {
        let part = Part::new(&text, said.tokens);
        let reading = if said.disputed {
            Reading::refused(Problem::Disputed(part.quote()))
        } else {
            vesting::read_vesting(&part)
        };
        (reading, part.quote())
    });
    let alone = vests.is_some() && !says_something(&rest);
    let mut reading =
        if alone { Reading::default() } else { Message::new(asked, &text, draft, today).read(&rest, vests.is_some()) };
    if let Some((vests, quote)) = vests {
        reading = reading.merge(vests, &quote);
    }
    in_dollars_abroad(likely::likely_dollars(reading, draft), &part)
}

/// Whether a bare value corrects an earlier answer of the same kind as the one that is asked for: "no sorry jan 18" may
/// be the first day as well as the deadline.
fn corrects_another(asked: Option<Field>, tokens: &[Token], draft: &OfferDraft) -> bool {
    let Some(field) = asked.filter(|field| !draft.has(*field)) else { return false };
    let alike: &[Field] = match field {
        Field::StartDate | Field::ReplyBy => &[Field::StartDate, Field::ReplyBy],
        Field::Base | Field::SignOn | Field::Grant => &[Field::Base, Field::SignOn, Field::Grant],
        _ => return false,
    };
    let value = tokens.iter().position(|token| token.figure().is_some() || super::dates::dates_something(token));
    let Some(value) = value else { return false };
    let corrects = has(&tokens[..value], Term::Correction);
    // Two years are the sign-on's.
    let pair = field == Field::SignOn && tokens.iter().any(|token| token.is_mark('/'));
    let named = !labels(tokens).is_empty() || has(tokens, Term::Start) || has(tokens, Term::Reply);
    corrects && !pair && !named && alike.iter().any(|other| *other != field && draft.has(*other))
}

/// Answers that are the whole message: "none", "I don't know", and all that other offers are told with.
fn plain_answer(asked: Option<Field>, part: &Part<'_>, today: Date) -> Option<Reading> {
    let field = asked?;
    if field.optional() && says_nothing(part) && !(field == Field::Written && has(&part.tokens, Term::No)) {
        return Some(Reading::of(Answer::Nothing(field)));
    }
    if field == Field::Competing && says_no_more(&part.tokens) {
        return Some(Reading::of(Answer::Nothing(field)));
    }
    // "Nothing, i'm unemployed".
    let none = part.tokens.first().is_some_and(|first| first.is(Term::Nothing) || first.is(Term::PlainNo))
        && part.tokens.get(1).is_some_and(|next| next.is_mark_of(&[',', '.']));
    let of_none = |token: &Token| token.figure().is_none() && !is_employer(token) && !competing::is_firmness(token);
    if field == Field::Competing && none && part.tokens.iter().all(of_none) {
        return Some(Reading::of(Answer::Nothing(field)));
    }
    let with_sums = labels(&part.tokens).iter().any(|label| matches!(label.topic, Topic::WalkAway | Topic::LeftBehind));
    if field == Field::Competing && !with_sums && !corrects_pay(&part.tokens) {
        return Some(competing::read_answered(part, today));
    }
    None
}

/// Whether a message at the question for other offers is about this one: "sorry, base is 210".
fn corrects_pay(tokens: &[Token]) -> bool {
    // "box gave me 260k base": what leads names somebody.
    let lead = tokens.iter().take_while(|token| {
        token.kind != Kind::Word
            || token.is(Term::Correction)
            || token.is(Term::SoftFiller)
            || token.is(Term::The)
            || token.is(Term::TheOffer)
            || token.is(Term::Greeting)
    });
    let lead = lead.count();
    let pay = labels(tokens)
        .iter()
        .any(|label| matches!(label.topic, Topic::Base | Topic::SignOn | Topic::Grant) && label.start <= lead.min(4));
    let figures = tokens.iter().any(|token| token.figure().is_some());
    pay && figures && !tokens.iter().any(is_employer) && !has(tokens, Term::OtherOffer)
}

/// Whether the whole text is a way of saying "none" or "I don't know".
pub(crate) fn says_nothing(part: &Part<'_>) -> bool {
    is_all(&part.tokens, &[Term::None, Term::Unknown])
}

/// Whether the tokens are nothing but phrases of these meanings and filler.
fn is_all(tokens: &[Token], terms: &[Term]) -> bool {
    let mut at = 0;
    let mut any = false;
    while at < tokens.len() {
        let length = length_of_any(tokens, at, terms);
        match length {
            Some(length) => {
                any = true;
                at += length;
            }
            None if matches!(tokens[at].kind, Kind::Mark('.' | ',' | '/') | Kind::Break) => at += 1,
            None if tokens[at].is(Term::SoftFiller) => at += 1,
            None => return false,
        }
    }
    any
}

/// A message being read.
struct Message<'a> {
    asked: Option<Field>,
    text: &'a str,
    draft: &'a OfferDraft,
    today: Date,
    claims: Vec<Sourced>,
    quotes: Vec<String>,
    /// What was read as a whole, with its words.
    readings: Vec<(Reading, String)>,
    problems: Vec<Problem>,
    /// Tokens that nothing understood.
    left: Vec<Token>,
}

impl<'a> Message<'a> {
    fn new(asked: Option<Field>, text: &'a str, draft: &'a OfferDraft, today: Date) -> Self {
        let (claims, quotes, readings, problems, left) = Default::default();
        Self { asked, text, draft, today, claims, quotes, readings, problems, left }
    }

    fn read(mut self, tokens: &[Token], vests: bool) -> Reading {
        let mut before = None;
        for sentence in sentences(tokens) {
            before = self.sentence(sentence, before);
        }
        self.answer_asked(vests);
        self.outcome()
    }

    fn part(&self, tokens: &[Token]) -> Part<'a> {
        Part::new(self.text, tokens.to_vec())
    }

    /// Reads one sentence; what is left of it is kept.
    fn sentence(&mut self, tokens: &[Token], before: Option<Topic>) -> Option<Topic> {
        let text = self.part(tokens).text().to_owned();
        let sentence = Sentence { listed: true, ..Sentence::of(text, tokens.to_vec()) };
        let mut outcome = Outcome::of(tokens.len());
        self.others(tokens, &mut outcome);
        self.whose(tokens, &mut outcome);
        self.not_counted(tokens, &mut outcome);
        self.schedule(tokens, &mut outcome);
        self.moved(tokens, &mut outcome);
        self.days(tokens, &mut outcome);
        self.names(tokens, &mut outcome);
        self.terms(tokens, &mut outcome);
        let unreadable = self.unreadable(tokens, &outcome);
        let context = Context {
            voice: Voice::Message,
            asked: self.asked,
            today: self.today,
            foreign: false,
            foreign_of_others: false,
            before,
            named_before: None,
            year: None,
            base: None,
            money: MoneyTold::Otherwise,
            corrects: false,
        };
        let mut last = None;
        if let Some(problem) = unreadable {
            self.problems.push(problem);
            let used = outcome.used.len();
            outcome.take(0, used);
        } else {
            last = read_amounts(&sentence, context, &mut outcome);
            self.hold_against_words(tokens, &mut outcome);
        }
        // "190k. no sorry 195k": what is said again stands.
        let age = if !self.quotes.is_empty() && has(tokens, Term::Correction) { Age::Revised } else { Age::Plain };
        let at = self.quotes.len();
        self.quotes.push(self.part(tokens).text().to_owned());
        let sourced = |claim| Sourced { claim, sentence: at, age };
        self.claims.extend(outcome.claims.drain(..).map(sourced));
        self.problems.append(&mut outcome.problems);
        let left = tokens.iter().zip(&outcome.used).filter(|(_, used)| !**used).map(|(token, _)| token.clone());
        self.left.extend(left);
        last
    }

    /// Why no amount of a sentence can be read.
    fn unreadable(&self, tokens: &[Token], outcome: &Outcome) -> Option<Problem> {
        let open: Vec<Token> =
            tokens.iter().zip(&outcome.used).filter(|(_, used)| !**used).map(|(token, _)| token.clone()).collect();
        let percent = |token: &Token| token.figure().is_some_and(|figure| figure.percent);
        let plain: Vec<Token> = open.iter().filter(|token| !percent(token)).cloned().collect();
        let amounts = open.iter().any(|token| token.figure().is_some_and(|figure| !figure.percent));
        // "180k + 10%": a part of an amount; "match 4%" and "25% a year" are something else.
        let added = (1..tokens.len()).any(|at| {
            tokens[at].figure().is_some_and(|figure| figure.percent)
                && (tokens[at - 1].is_mark('+') || tokens[at - 1].is(Term::Plus))
        });
        let vests = !added;
        let of = self.asked.and_then(amount_of).unwrap_or(Amount::Base);
        let part = self.part(if amounts && vests { &plain } else { &open });
        let wanted = self.asked.is_some_and(|field| amount_of(field).is_some()) || !labels(&open).is_empty();
        wanted.then(|| part.unreadable(of).map(|problem| requoted(problem, &self.part(tokens).quote()))).flatten()
    }

    /// What is left answers what was asked, where nothing that names itself did.
    fn answer_asked(&mut self, vests: bool) {
        let Some(field) = self.asked else { return };
        let answered = self.claims.iter().any(|sourced| field_of(&sourced.claim) == Some(field))
            || (field == Field::Vesting && vests);
        if answered {
            return;
        }
        if field == Field::Written && written::is_of_a_part(&cut(self.text)) {
            self.left.clear();
            return self.problems.push(Problem::Written(quote(self.text)));
        }
        let understood = !self.claims.is_empty() || !self.readings.is_empty() || vests;
        let left: Vec<Token> = self.left.clone();
        let part = self.part(&left);
        let written = field == Field::Written && (has(&left, Term::Yes) || has(&left, Term::No));
        if !written && !says_something(&left) && (understood || !self.problems.is_empty()) {
            return;
        }
        let Some(reading) = read_bare(field, &part, self.draft, self.today) else { return };
        let read = !reading.answers.is_empty() || reading.doubt.is_some();
        if !read && (understood || !self.problems.is_empty()) {
            return;
        }
        self.left.clear();
        let quote = part.quote();
        self.readings.push((reading, quote));
    }

    /// All of it together: answers, the one doubt that can be asked, and what was not understood, once.
    fn outcome(self) -> Reading {
        let totals: Vec<(crate::money::Money, usize)> = self
            .claims
            .iter()
            .filter_map(|sourced| match sourced.claim {
                Claim::Total(amount) => Some((amount, sourced.sentence)),
                _ => None,
            })
            .collect();
        let base_told =
            self.claims.iter().any(|sourced| matches!(sourced.claim, Claim::Base(_) | Claim::BaseOfPeriod { .. }));
        let Weighed { found, doubts, problems, .. } =
            Weighing::new(self.claims, &self.quotes, Voice::Message, self.draft.level, self.today)
                .after(self.draft)
                .weigh();
        let mut reading =
            Reading { answers: found.into_iter().map(|found| found.answer).collect(), ..Reading::default() };
        for (reading_of, part) in self.readings {
            reading = reading.merge(reading_of, &part);
        }
        for (doubt, words) in doubts {
            reading = reading.merge(Reading::open(doubt), &quote(&words));
        }
        if let Some((amount, _)) = totals.first()
            && self.asked == Some(Field::Base)
            && !base_told
        {
            reading = reading.merge(Reading::open(Doubt::TotalOrBase { amount: *amount }), &amount.to_string());
        } else if let Some((amount, _)) = totals.first() {
            reading.problems.push(Problem::TotalLeftOut(amount.to_string()));
        }
        reading.problems.extend(problems);
        reading.problems.extend(self.problems);
        let words = left_words(self.text, &self.left);
        if let Some(words) = words {
            let understood = !reading.answers.is_empty() || reading.doubt.is_some();
            if understood {
                reading.problems.push(Problem::LeftOut(words));
            } else if reading.problems.is_empty() {
                reading.problems.push(Problem::Unplaced(words));
            }
        }
        reading.problems.dedup();
        if reading == Reading::default() {
            reading.problems.push(Problem::Unplaced(quote(self.text)));
        }
        reading
    }
}
