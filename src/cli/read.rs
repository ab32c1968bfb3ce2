//! `counteroffer read`: a letter, mail or note a line in, what it says a line out. The same answers as `/offer paste`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::amount::Number;
use super::bad_line::BadLine;
use super::json_lines::json;
use super::keys::Keys;
use super::values::{DOLLARS, Day, NOT_SAID, paid, repaid};
use crate::app::asked_for;
use crate::echo::Echo;
use crate::market::{Place, read_amazon_schedule};
use crate::offer::{Field, Firmness, Grant, OtherOffer, Repayment, Schedule, SignOn, SignOnTerms};
use crate::reading::letter::{Besides, Found, LetterReading, Quoted, read_letter};
use crate::reading::{Answer, Doubt, LetterProblem, Problem};
use crate::words;

/// Another company's offer or process.
#[derive(Serialize)]
struct CompetingLine {
    company: String,
    /// `written`, `verbal`, `in_process`; null where a deadline or figures are all that is said.
    firmness: Option<&'static str>,
    /// Total pay, dollars a year.
    amount: Option<Number>,
}

impl From<&OtherOffer> for CompetingLine {
    fn from(offer: &OtherOffer) -> Self {
        Self {
            company: offer.company.clone(),
            firmness: offer.firmness.map(Firmness::key),
            amount: offer.pay_a_year().map(Number::from),
        }
    }
}

/// The words that a key came from.
#[derive(Serialize)]
#[serde(untagged)]
enum Quote {
    Words(String),
    /// One for each item of a list.
    Each(Vec<String>),
}

/// One line of output: every key is always there. Dollars a year for base, over four years for the grant.
#[derive(Default, Serialize)]
struct ReadLine {
    level: Option<String>,
    role: Option<String>,
    location: Option<String>,
    currency: Option<String>,
    base: Option<Number>,
    sign_on_year_1: Option<Number>,
    sign_on_year_2: Option<Number>,
    rsu_grant: Option<Number>,
    rsu_shares: Option<u32>,
    share_price: Option<Number>,
    vesting: Option<String>,
    start_date: Option<Date>,
    reply_by: Option<Date>,
    written: Option<bool>,
    sign_on_paid: Option<&'static str>,
    sign_on_repaid: Option<&'static str>,
    posted_base: Option<[Number; 2]>,
    stated_totals: Option<Vec<Number>>,
    competing: Option<Vec<CompetingLine>>,
    quotes: BTreeMap<&'static str, Quote>,
    questions: Vec<String>,
    unclear: Vec<String>,
    unused: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ignored: Vec<Echo>,
}

impl ReadLine {
    fn of(reading: &LetterReading) -> Self {
        let mut line = Self::default();
        for found in &reading.found {
            line.answer(found);
        }
        for (doubt, quote) in &reading.doubts {
            line.doubt(doubt, quote);
        }
        line.besides(&reading.besides);
        line.without_guessed_currency(reading);
        let said = |unread: &&String| !reading.problems.iter().any(|problem| problem.line() == Some(unread));
        line.unused = reading.unread.iter().filter(said).cloned().collect();
        line.unclear.extend(reading.problems.iter().map(words::problem));
        line.questions = questions(reading);
        line
    }

    /// Another offer whose firmness is asked about is one already.
    fn doubt(&mut self, doubt: &Doubt, quote: &str) {
        let known = |company: &str| self.competing.iter().flatten().any(|other| other.company == company);
        if let Doubt::Firmness { company, a_year } = doubt
            && !known(company)
        {
            let amount = a_year.map(Number::from);
            let competing = CompetingLine { company: company.clone(), firmness: None, amount };
            self.competing.get_or_insert_default().push(competing);
            self.competing_quote(quote);
        }
    }

    fn competing_quote(&mut self, quote: &str) {
        match self.quotes.entry("competing").or_insert(Quote::Each(Vec::new())) {
            Quote::Each(quotes) => quotes.push(quote.to_owned()),
            Quote::Words(_) => {}
        }
    }

    /// "$" outside the US can be another dollar.
    fn without_guessed_currency(&mut self, reading: &LetterReading) {
        if self.currency.as_deref() == Some(DOLLARS) && asks_currency(reading) {
            self.currency = None;
            self.quotes.remove("currency");
        }
    }

    /// Keeps the words of some keys.
    fn quote(&mut self, keys: &[&'static str], quote: &str) {
        self.quotes.extend(keys.iter().map(|key| (*key, Quote::Words(quote.to_owned()))));
    }

    fn answer(&mut self, found: &Found) {
        let quote = found.quote.as_str();
        let also = found.also.as_deref().unwrap_or(quote);
        match &found.answer {
            Answer::Level(level) => {
                self.level = Some(level.to_string());
                self.quote(&["level"], quote);
            }
            Answer::Role(role) => {
                self.role = Some(role.to_string());
                self.quote(&["role"], quote);
            }
            Answer::Location(place) => self.location(place, quote),
            Answer::Currency(currency) => {
                self.currency = Some(currency.code().to_owned());
                self.quote(&["currency"], quote);
            }
            Answer::Base(base) => {
                self.base = Some((*base).into());
                self.quote(&["base"], quote);
            }
            Answer::SignOn(SignOn { year_1, year_2 }) => {
                (self.sign_on_year_1, self.sign_on_year_2) = (Some((*year_1).into()), Some((*year_2).into()));
                self.quote(&["sign_on_year_1"], quote);
                self.quote(&["sign_on_year_2"], also);
            }
            Answer::Grant(Grant::Dollars(value)) => {
                self.rsu_grant = Some((*value).into());
                self.quote(&["rsu_grant"], quote);
            }
            Answer::Grant(Grant::Shares { count, price, .. }) => {
                (self.rsu_shares, self.share_price) = (Some(*count), Some((*price).into()));
                self.quote(&["rsu_shares"], quote);
                self.quote(&["share_price"], also);
            }
            Answer::Vesting(schedule) => self.vesting(schedule, quote),
            Answer::Written(written) => {
                self.written = Some(*written);
                self.quote(&["written"], quote);
            }
            Answer::StartDate(day) => {
                self.start_date = Some(*day);
                self.quote(&["start_date"], quote);
            }
            Answer::ReplyBy(day) => {
                self.reply_by = Some(*day);
                self.quote(&["reply_by"], quote);
            }
            Answer::SignOnTerms(terms) => self.terms(*terms, quote, also),
            Answer::Competing(offer) => {
                self.competing.get_or_insert_default().push(offer.into());
                self.competing_quote(quote);
            }
            // No letter says these: they are its reader's own.
            Answer::LeftBehind(_) | Answer::WalkAway(_) | Answer::Nothing(_) => {}
        }
        if is_money(&found.answer) && self.currency.is_none() {
            self.currency = Some(DOLLARS.to_owned());
            self.quote(&["currency"], quote);
        }
    }

    fn location(&mut self, place: &Place, quote: &str) {
        self.location = Some(place.key().map_or_else(|| place.to_string(), str::to_owned));
        self.quote(&["location"], quote);
    }

    /// A schedule as `analyze` reads it back; one that can't be written by the year is unclear.
    fn vesting(&mut self, schedule: &Schedule, quote: &str) {
        let text = words::schedule(schedule);
        if read_amazon_schedule(&text).as_ref() == Ok(schedule) {
            self.vesting = Some(text);
            self.quote(&["vesting"], quote);
        } else {
            self.unclear.push(words::problem(&Problem::Letter(LetterProblem::OtherVesting(quote.to_owned()))));
        }
    }

    fn terms(&mut self, SignOnTerms { payment, repayment }: SignOnTerms, quote: &str, also: &str) {
        self.sign_on_paid = Some(paid(payment));
        self.quote(&["sign_on_paid"], quote);
        self.sign_on_repaid = Some(repaid(repayment));
        if repayment != Repayment::NotSaid {
            self.quote(&["sign_on_repaid"], also);
        }
    }

    fn besides(&mut self, besides: &Besides) {
        if let Some(Quoted { what, quote }) = &besides.role {
            self.role = Some(what.to_string());
            self.quote(&["role"], quote);
        }
        if let (None, Some(Quoted { what, quote })) = (&self.location, &besides.place) {
            self.location(&Place::from(what.clone()), quote);
        }
        if let (None, Some(Quoted { what, quote })) = (&self.currency, &besides.currency) {
            self.currency = Some(what.clone());
            self.quote(&["currency"], quote);
        }
        if let Some(Quoted { what, quote }) = &besides.sign_on_paid {
            self.sign_on_paid = Some(paid(*what));
            self.quote(&["sign_on_paid"], quote);
            if besides.sign_on_repaid.is_none() && self.sign_on_repaid.is_none() {
                self.sign_on_repaid = Some(NOT_SAID);
            }
        }
        if let Some(Quoted { what, quote }) = &besides.sign_on_repaid {
            self.sign_on_repaid = Some(repaid(*what));
            self.quote(&["sign_on_repaid"], quote);
        }
        let read_back = |text: &str| read_amazon_schedule(text).is_ok();
        if let (None, Some(Quoted { what, quote })) = (&self.vesting, &besides.vesting)
            && read_back(what)
        {
            self.vesting = Some(what.clone());
            self.quote(&["vesting"], quote);
        }
        if self.rsu_grant.is_none() && self.rsu_shares.is_none() {
            if let Some(Quoted { what, quote }) = &besides.shares {
                self.rsu_shares = Some(*what);
                self.quote(&["rsu_shares"], quote);
            }
            if let Some(Quoted { what, quote }) = &besides.share_price {
                self.share_price = Some((*what).into());
                self.quote(&["share_price"], quote);
            }
        }
        if let Some(Quoted { what: (low, high), quote }) = &besides.posted_base {
            self.posted_base = Some([*low, *high].map(Number::from));
            self.quote(&["posted_base"], quote);
        }
        if !besides.totals.is_empty() {
            self.stated_totals = Some(besides.totals.iter().map(|total| total.what.amount.into()).collect());
            let quotes = besides.totals.iter().map(|total| total.quote.clone()).collect();
            self.quotes.insert("stated_totals", Quote::Each(quotes));
        }
    }
}

fn is_money(answer: &Answer) -> bool {
    answer.pay().is_some_and(|pay| pay.total().is_positive())
}

/// Whether the job is outside the US and no currency is named.
fn asks_currency(reading: &LetterReading) -> bool {
    let abroad = |found: &Found| matches!(&found.answer, Answer::Location(place) if place.abroad().is_some());
    let told = |found: &Found| matches!(found.answer, Answer::Currency(_));
    let found = &reading.found;
    reading.besides.currency.is_none() && found.iter().any(abroad) && !found.iter().any(told)
}

/// What would be asked: what can be meant in two ways, then what is needed and not told.
fn questions(reading: &LetterReading) -> Vec<String> {
    let doubts = reading.doubts.iter().map(|(doubt, _)| doubt);
    let mut settled: Vec<Field> = reading.found.iter().map(|found| found.answer.field()).collect();
    settled.extend(doubts.clone().map(crate::reading::Doubt::field));
    let open = Field::ALL.iter().filter(|field| field.required() && !settled.contains(field));
    let mut asked: Vec<String> = Vec::new();
    let currency = asks_currency(reading).then_some(&Field::Currency);
    for question in doubts.map(words::question).chain(open.chain(currency).map(|field| asked_for(*field).to_owned())) {
        if !asked.contains(&question) {
            asked.push(question);
        }
    }
    asked
}

/// What one line's text says.
pub(super) fn read_text_line(line: &str, now: Timestamp) -> Result<String, BadLine> {
    let mut keys = Keys::of(line)?;
    let text: String = keys.need("text", "\"Base: $190,000 …\"")?;
    let today = keys.take::<Day>("today")?.map_or_else(|| TimeZone::UTC.to_datetime(now).date(), |day| day.0);
    let ignored = keys.rest();
    Ok(json(&ReadLine { ignored, ..ReadLine::of(&read_letter(&text, today)) }))
}

#[cfg(test)]
mod tests;
