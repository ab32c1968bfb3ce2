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
            self.stated_totals = Some(besides.totals.iter().map(|total| total.what.into()).collect());
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
mod tests {
    use super::*;
    use crate::market::Role;
    use crate::money::Money;
    use crate::offer::Payment;
    use crate::reading::Doubt;

    fn quoted<T>(what: T, quote: &str) -> Quoted<T> {
        Quoted { what, quote: quote.to_owned() }
    }

    fn found(answer: Answer) -> Found {
        Found { answer, quote: "said".to_owned(), also: None }
    }

    /// Everything that a letter can say beside its answers.
    fn besides() -> Besides {
        Besides {
            role: Some(quoted(Role::from("SDM".to_owned()), "Manager")),
            currency: Some(quoted("CAD".to_owned(), "CAD 180,000")),
            place: Some(quoted("Toronto, ON".to_owned(), "in Toronto, ON")),
            posted_base: Some(quoted((Money::dollars(183_700), Money::dollars(319_800)), "from 183,700")),
            totals: vec![quoted(Money::dollars(320_000), "TC 320"), quoted(Money::dollars(410_000), "410 later")],
            sign_on_paid: Some(quoted(Payment::Monthly, "12 instalments")),
            sign_on_repaid: None,
            shares: Some(quoted(1_900, "1,900 units")),
            share_price: Some(quoted(Money::dollars(182), "at $182")),
            vesting: Some(quoted("5/15/40/40".to_owned(), "(5/15/40/40)")),
        }
    }

    fn line(reading: &LetterReading) -> serde_json::Value {
        serde_json::from_str(&json(&ReadLine::of(reading))).expect("JSON")
    }

    #[test]
    fn what_is_said_besides_has_its_keys() {
        let line = line(&LetterReading { besides: besides(), ..LetterReading::default() });
        let told = ["role", "currency", "location", "posted_base", "stated_totals", "sign_on_paid", "sign_on_repaid"];
        let told = told.iter().chain(&["rsu_shares", "share_price", "rsu_grant", "base"]);
        let told: Vec<String> = told.map(|key| format!("{key} {}", line[*key])).collect();
        insta::assert_snapshot!(told.join("\n"), @r#"
        role "SDM"
        currency "CAD"
        location "Toronto, ON"
        posted_base [183700,319800]
        stated_totals [320000,410000]
        sign_on_paid "monthly"
        sign_on_repaid "not_said"
        rsu_shares 1900
        share_price 182
        rsu_grant null
        base null
        "#);
        insta::assert_snapshot!(line["quotes"], @r#"{"currency":"CAD 180,000","location":"in Toronto, ON","posted_base":"from 183,700","role":"Manager","rsu_shares":"1,900 units","share_price":"at $182","sign_on_paid":"12 instalments","stated_totals":["TC 320","410 later"],"vesting":"(5/15/40/40)"}"#);
    }

    #[test]
    fn an_answer_comes_before_what_is_said_besides() {
        let answers = [
            Answer::Location(Place::BayArea),
            Answer::Base(Money::dollars(190_000)),
            Answer::Grant(Grant::Dollars(Money::dollars(400_000))),
        ];
        let line =
            line(&LetterReading { found: answers.map(found).to_vec(), besides: besides(), ..LetterReading::default() });
        assert_eq!(
            [&line["location"], &line["currency"], &line["rsu_grant"], &line["rsu_shares"]].map(ToString::to_string),
            ["\"Bay_Area\"", "\"USD\"", "400000", "null"]
        );
    }

    #[test]
    fn what_is_owed_back_is_told_only_where_it_is_said() {
        let of = |terms: Option<SignOnTerms>, repaid: Option<Repayment>, paid: Option<Payment>| {
            let found = terms.map(|terms| found(Answer::SignOnTerms(terms))).into_iter().collect();
            let besides = Besides {
                sign_on_paid: paid.map(|paid| quoted(paid, "paid")),
                sign_on_repaid: repaid.map(|repaid| quoted(repaid, "repaid")),
                ..Besides::default()
            };
            let line = line(&LetterReading { found, besides, ..LetterReading::default() });
            format!("{} {}", line["sign_on_paid"], line["sign_on_repaid"]).replace('"', "")
        };
        let terms = |payment, repayment| Some(SignOnTerms { payment, repayment });
        let (lump, monthly) = (Payment::LumpSum, Payment::Monthly);
        assert_eq!(of(None, None, None), "null null");
        assert_eq!(of(None, None, Some(lump)), "lump_sum not_said");
        assert_eq!(of(None, Some(Repayment::Full), None), "null full");
        assert_eq!(of(terms(lump, Repayment::ProRata), None, None), "lump_sum pro_rata");
        assert_eq!(of(terms(lump, Repayment::ProRata), None, Some(lump)), "lump_sum pro_rata");
        assert_eq!(of(terms(monthly, Repayment::NotSaid), None, None), "monthly not_said");
        assert_eq!(of(terms(monthly, Repayment::NotSaid), None, Some(monthly)), "monthly not_said");
        assert_eq!(of(terms(monthly, Repayment::Nothing), None, None), "monthly nothing");
        assert_eq!(of(terms(monthly, Repayment::ProRata), None, Some(monthly)), "monthly pro_rata");
    }

    #[test]
    fn other_offers_and_doubts_each_have_their_words() {
        let offer = |company: &str, firmness, a_year| OtherOffer {
            company: company.to_owned(),
            firmness,
            a_year,
            reply_by: None,
            figures: None,
        };
        let google = offer("Google", Some(Firmness::Written), Some(Money::dollars(450_000)));
        let stripe = offer("Stripe", Some(Firmness::InProcess), None);
        let doubt = Doubt::Firmness { company: "Meta".to_owned(), a_year: None };
        let line = line(&LetterReading {
            found: [google, stripe].map(Answer::Competing).map(found).to_vec(),
            doubts: vec![(doubt.clone(), "Meta".to_owned()), (doubt, "Meta again".to_owned())],
            unread: vec!["Pays 5 CAD.".to_owned(), "Call me on May 5.".to_owned()],
            problems: vec![LetterProblem::Foreign("Pays 5 CAD.".to_owned()).into()],
            ..LetterReading::default()
        });
        insta::assert_snapshot!(line["competing"], @r#"[{"amount":450000,"company":"Google","firmness":"written"},{"amount":null,"company":"Stripe","firmness":"in_process"},{"amount":null,"company":"Meta","firmness":null}]"#);
        assert_eq!(line["quotes"]["competing"].to_string(), r#"["said","said","Meta"]"#);
        assert_eq!(line["questions"][0], "How firm is the one from Meta?");
        assert_eq!(line["questions"].as_array().map(Vec::len), Some(6), "asked once, then the five that are needed");
        insta::assert_snapshot!(line["unclear"], @r#"["I can't tell what every figure is in, so I left out: \"Pays 5 CAD.\""]"#);
        insta::assert_snapshot!(line["unused"], @r#"["Call me on May 5."]"#);
    }
}
