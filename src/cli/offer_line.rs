//! An offer as one line of JSON: the reading of its keys, each mistake one sentence.

use jiff::Timestamp;
use jiff::civil::Date;

use super::amount::{Amount, Pay};
use super::bad_line::BadLine;
use super::keys::Keys;
use super::values::{Competing, Day, GrowthText, HoursText, Paid, PostedBase, Repaid, Shares, Target, Text};
use crate::analysis::{Growth, Hours, View};
use crate::echo::Echo;
use crate::market::{Companies, Company, CompanyName, Level, Place, PlaceNamed, Role, UnknownLevel};
use crate::money::{Currency, Money, UnknownCurrency};
use crate::offer::{
    Grant, Offer, OfferDraft, OtherOffer, Payment, Repayment, Schedule, SignOn, SignOnTerms, read_amazon_schedule,
    read_schedule,
};

/// One line of input. Money in dollars: a year for base, over four years for the grant.
#[derive(Debug)]
pub(super) struct OfferLine {
    company: Option<Text>,
    role: Option<Text>,
    level: Text,
    place: Place,
    /// What the amounts are in; US dollars where it is not given.
    currency: Currency,
    base: Pay,
    sign_on_year_1: Pay,
    sign_on_year_2: Pay,
    rsu_grant: Option<Pay>,
    rsu_shares: Option<Shares>,
    share_price: Option<Amount>,
    vesting: Option<Text>,
    start_date: Option<Date>,
    reply_by: Option<Date>,
    written: Option<bool>,
    sign_on_terms: Option<SignOnTerms>,
    competing: Vec<OtherOffer>,
    growth: Option<GrowthText>,
    /// Percentile aimed for, 1 to 99.
    target: Option<Target>,
    /// The least that would be accepted, dollars over four years.
    walk_away: Option<Pay>,
    /// Refreshers that would vest in year 5, dollars.
    refreshers: Option<Pay>,
    /// Hours worked in a week.
    hours: Option<HoursText>,
    /// Keys that mean nothing here: named in the answer, so that a slip is seen.
    pub(super) ignored: Vec<Echo>,
}

impl OfferLine {
    /// The least that would be accepted, dollars over four years.
    pub(super) fn walk_away(&self) -> Option<Money> {
        self.walk_away.map(|amount| amount.0)
    }

    /// Refreshers that would vest in year 5, dollars.
    pub(super) fn refreshers(&self) -> Option<Money> {
        self.refreshers.map(|amount| amount.0)
    }

    /// Hours worked in a week, where they are given.
    pub(super) fn hours(&self) -> Option<Hours> {
        self.hours.as_ref().map(|hours| hours.0)
    }

    /// The share price's growth a year, where it is given.
    pub(super) fn growth(&self) -> Option<Growth> {
        self.growth.as_ref().map(|growth| growth.0)
    }

    /// The offer, if the line says all of it; its company is one of `companies` or any other.
    pub(super) fn offer(&self, companies: &Companies) -> Result<Offer, BadLine> {
        let company = given(self.company.as_ref()).map_or(Whose::asked_for(), |name| Whose::named(name, companies));
        let level = company.read_level(&self.level.0)?;
        let grant = match (&self.rsu_grant, &self.rsu_shares, &self.share_price) {
            (Some(_), Some(_), _) => return Err(BadLine::GrantTwice),
            (Some(value), None, _) => Grant::Dollars(value.0),
            (None, Some(_), None) => return Err(BadLine::NoSharePrice),
            (None, Some(shares), Some(price)) => Grant::Shares { count: shares.0, price: price.0, priced_on: None },
            (None, None, _) => return Err(BadLine::NoGrant),
        };
        self.check_pay()?;
        let mut draft = OfferDraft {
            schedule: company.read_vesting(self.vesting.as_ref().map(|text| text.0.as_str()), grant)?,
            role: given(self.role.as_ref()).map_or_else(Role::default, |role| Role::from(role.to_owned())),
            company: company.name,
            level: Some(level),
            place: Some(self.place.clone()),
            base: Some(self.base.0),
            sign_on: Some(SignOn { year_1: self.sign_on_year_1.0, year_2: self.sign_on_year_2.0 }),
            grant: Some(grant),
            start_date: self.start_date,
            reply_by: self.reply_by,
            written: self.written,
            sign_on_terms: self.sign_on_terms,
            competing: self.competing.clone(),
            ..OfferDraft::default()
        };
        draft.set_currency(self.currency);
        if !draft.counts(grant) {
            return Err(BadLine::SharesInDollars(self.currency));
        }
        draft.complete().map_err(BadLine::Incomplete)
    }

    /// Whether each figure can be one: a thousandth of a salary is a slip that no warning would mend.
    fn check_pay(&self) -> Result<(), BadLine> {
        let base = self.base.0;
        if !base.is_positive() {
            return Err(BadLine::NoBase);
        }
        if base < Money::dollars(LEAST_BASE) {
            return Err(BadLine::LowBase(base));
        }
        let pay = [
            ("sign_on_year_1", Some(self.sign_on_year_1)),
            ("sign_on_year_2", Some(self.sign_on_year_2)),
            ("rsu_grant", self.rsu_grant),
        ];
        let low = pay.into_iter().find_map(|(key, pay)| {
            let amount = pay?.0;
            (!amount.is_zero() && amount < Money::dollars(LEAST_PAY)).then_some(BadLine::LowPay { key, amount })
        });
        low.map_or(Ok(()), Err)
    }

    /// The view that the line asks for, at a moment.
    pub(super) fn view(&self, now: Timestamp) -> View {
        let mut view = View::usual(now);
        view.growth = self.growth().unwrap_or(view.growth);
        view.target = self.target.as_ref().map_or(view.target, |target| target.0);
        view
    }
}

/// The least base that is taken for one, dollars a year.
const LEAST_BASE: i64 = 10_000;
/// The least sign-on of a year or grant that is taken for one, dollars.
const LEAST_PAY: i64 = 1_000;

/// A text that says something.
fn given(text: Option<&Text>) -> Option<&str> {
    text.map(|text| text.0.trim()).filter(|text| !text.is_empty())
}

/// Whose offer a line has, and what is known of that company.
struct Whose<'a> {
    name: CompanyName,
    known: Option<&'a Company>,
}

impl<'a> Whose<'a> {
    fn asked_for() -> Self {
        Self { name: CompanyName::default(), known: Some(Companies::asked_for()) }
    }

    fn named(name: &str, companies: &'a Companies) -> Self {
        let known = companies.find(name);
        let name = known.map_or_else(|| name.to_owned(), |company| company.name.clone());
        Self { name: CompanyName::from(name), known }
    }

    /// Where a company's levels are not known, any short name is one.
    fn read_level(&self, text: &str) -> Result<Level, UnknownLevel> {
        self.known.map_or_else(|| Level::named(text), |company| company.read_level(text))
    }

    /// The vesting as given, else what is usual at the company.
    fn read_vesting(&self, text: Option<&str>, grant: Grant) -> Result<Schedule, BadLine> {
        if let Some(text) = text {
            let read = if self.name.is_asked_for() { read_amazon_schedule(text) } else { read_schedule(text) };
            return read.map_err(BadLine::Vesting);
        }
        let vesting = self.known.and_then(|company| company.vesting.as_ref());
        match vesting.and_then(|vesting| vesting.schedule.clone()) {
            Some(usual) => Ok(usual),
            None if grant.value().is_zero() => Ok(Schedule::default()),
            None => Err(BadLine::NoVesting(self.name.clone())),
        }
    }
}

/// The place that `city` or `location` names; both only where they name the same one.
fn place(city: Option<Text>, location: Option<Text>) -> Result<Place, BadLine> {
    // "San Jose, CA, USA" is the place that a person in the conversation would get.
    let named = |text: Text| match Place::spelled(&text.0) {
        PlaceNamed::Known(place) => place,
        _ => Place::from(text.0),
    };
    let [city, location] = [city, location].map(|text| text.map(named));
    match (city, location) {
        (Some(city), Some(location)) if !city.is(&location) => Err(BadLine::TwoPlaces { city, location }),
        (city, location) => Ok(city.or(location).unwrap_or_else(|| Place::from(String::new()))),
    }
}

/// What the amounts are in: US dollars where it is not said.
fn currency(text: Option<&Text>) -> Result<Currency, UnknownCurrency> {
    given(text).map_or(Ok(Currency::USD), str::parse)
}

/// How the sign-on is paid and repaid, where both are said.
fn terms(paid: Option<Paid>, repaid: Option<Repaid>) -> Option<SignOnTerms> {
    let (payment, repaid) = (paid?.0, repaid?.0);
    let unsaid = (payment == Payment::Monthly).then_some(Repayment::NotSaid);
    Some(SignOnTerms { payment, repayment: repaid.or(unsaid)? })
}

/// Keys of `read` that tell of the text, and of no figure.
const OF_THE_TEXT: &[&str] = &["quotes", "questions", "unclear", "unused", "stated_totals"];

/// A line as an offer, or what is wrong with it.
pub(super) fn read_line(line: &str) -> Result<OfferLine, BadLine> {
    let mut keys = Keys::of(line)?;
    let currency = currency(keys.take::<Text>("currency")?.as_ref())?;
    keys.take::<PostedBase>("posted_base")?;
    keys.pass(OF_THE_TEXT);
    let competing = keys.take::<Vec<Competing>>("competing")?.unwrap_or_default();
    Ok(OfferLine {
        company: keys.take("company")?,
        role: keys.take("role")?,
        level: keys.need("level", "\"L6\"")?,
        place: place(keys.take("city")?, keys.take("location")?)?,
        currency,
        base: keys.need("base", "200000")?,
        sign_on_year_1: keys.need("sign_on_year_1", "90000")?,
        sign_on_year_2: keys.need("sign_on_year_2", "60000")?,
        rsu_grant: keys.take("rsu_grant")?,
        rsu_shares: keys.take("rsu_shares")?,
        share_price: keys.take("share_price")?,
        vesting: keys.take("vesting")?,
        start_date: keys.take::<Day>("start_date")?.map(|day| day.0),
        reply_by: keys.take::<Day>("reply_by")?.map(|day| day.0),
        written: keys.take("written")?,
        sign_on_terms: terms(keys.take("sign_on_paid")?, keys.take("sign_on_repaid")?),
        competing: competing.into_iter().map(OtherOffer::from).collect(),
        growth: keys.take("growth")?,
        target: keys.take("target")?,
        walk_away: keys.take("walk_away")?,
        refreshers: keys.take("refreshers")?,
        hours: keys.take("hours")?,
        ignored: keys.rest(),
    })
}
