//! An offer as one line of JSON: the reading of its keys, each mistake one sentence.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::amount::{Amount, scalar};
use super::bad_line::BadLine;
use crate::analysis::{Growth, Hours, View};
use crate::market::{Companies, Company, CompanyName, Level, Place, Role, UnknownLevel};
use crate::money::{Currency, Money, UnknownCurrency};
use crate::offer::{Grant, Offer, OfferDraft, Schedule, SignOn, read_amazon_schedule, read_schedule};

/// One line of input. Money in dollars: a year for base, over four years for the grant.
#[derive(Debug)]
pub(super) struct OfferLine {
    company: Option<Text>,
    role: Option<Text>,
    level: Text,
    city: Option<Text>,
    /// What the amounts are in; US dollars where it is not given.
    currency: Option<Text>,
    base: Amount,
    sign_on_year_1: Amount,
    sign_on_year_2: Amount,
    rsu_grant: Option<Amount>,
    rsu_shares: Option<Shares>,
    share_price: Option<Amount>,
    vesting: Option<Text>,
    growth: Option<GrowthText>,
    /// Percentile aimed for, 1 to 99.
    target: Option<Target>,
    /// The least that would be accepted, dollars over four years.
    walk_away: Option<Amount>,
    /// Refreshers that would vest in year 5, dollars.
    refreshers: Option<Amount>,
    /// Hours worked in a week.
    hours: Option<HoursText>,
    /// Keys that mean nothing here: named in the answer, so that a slip is seen.
    pub(super) ignored: Vec<String>,
}

/// A text; a bare number is taken as one, so that what is wrong with it is said in its own words.
#[derive(Debug)]
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar(deserializer).map(Self)
    }
}

#[derive(Debug)]
struct Target(u8);

impl<'de> Deserialize<'de> for Target {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = scalar(deserializer)?;
        let target = text.trim().parse().ok().filter(|target| (1..=99).contains(target));
        target
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom(format!("\"{text}\" is not a percentile from 1 to 99; write 75")))
    }
}

#[derive(Debug)]
struct Shares(u32);

impl<'de> Deserialize<'de> for Shares {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = scalar(deserializer)?.replace(',', "");
        let count = text.trim().parse().ok().filter(|count| *count <= Grant::MOST_SHARES);
        count
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom(format!("\"{text}\" is not a number of shares; write 1400")))
    }
}

#[derive(Debug)]
struct GrowthText(Growth);

impl<'de> Deserialize<'de> for GrowthText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = scalar(deserializer)?;
        let wrong = || {
            serde::de::Error::custom(format!("\"{text}\" is not a ratio a year from -0.95 to 3; write 0.15 or \"15%\""))
        };
        let (digits, scale) = match text.trim().strip_suffix('%') {
            Some(percent) => (percent.trim(), Decimal::ONE_HUNDRED),
            None => (text.trim(), Decimal::ONE),
        };
        let ratio = digits.parse::<Decimal>().map_err(|_| wrong())? / scale;
        let growth = (ratio <= Decimal::from(3)).then(|| Growth::new(ratio)).flatten();
        growth.map(Self).ok_or_else(wrong)
    }
}

#[derive(Debug)]
struct HoursText(Hours);

impl<'de> Deserialize<'de> for HoursText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = scalar(deserializer)?;
        text.trim()
            .parse()
            .ok()
            .and_then(Hours::a_week)
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom(format!("\"{text}\" is not hours a week from 1 to 120; write 45")))
    }
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
        if !self.base.0.is_positive() {
            return Err(BadLine::NoBase);
        }
        let currency = self.currency()?;
        let mut draft = OfferDraft {
            schedule: company.read_vesting(self.vesting.as_ref().map(|text| text.0.as_str()), grant)?,
            role: given(self.role.as_ref()).map_or_else(Role::default, |role| Role::from(role.to_owned())),
            company: company.name,
            level: Some(level),
            place: Some(Place::from(self.city.as_ref().map_or_else(String::new, |city| city.0.clone()))),
            base: Some(self.base.0),
            sign_on: Some(SignOn { year_1: self.sign_on_year_1.0, year_2: self.sign_on_year_2.0 }),
            grant: Some(grant),
            ..OfferDraft::default()
        };
        draft.set_currency(currency);
        if !draft.counts(grant) {
            return Err(BadLine::SharesInDollars(currency));
        }
        draft.complete().map_err(BadLine::Incomplete)
    }

    /// What its amounts are in.
    fn currency(&self) -> Result<Currency, UnknownCurrency> {
        given(self.currency.as_ref()).map_or(Ok(Currency::USD), str::parse)
    }

    /// The view that the line asks for, at a moment.
    pub(super) fn view(&self, now: Timestamp) -> View {
        let mut view = View::usual(now);
        view.growth = self.growth().unwrap_or(view.growth);
        view.target = self.target.as_ref().map_or(view.target, |target| target.0);
        view
    }
}

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

/// The keys of a line that are still to be read.
struct Keys(BTreeMap<String, Box<RawValue>>);

impl Keys {
    fn take<T: DeserializeOwned>(&mut self, key: &'static str) -> Result<Option<T>, BadLine> {
        match self.0.remove(key) {
            Some(raw) if raw.get() != "null" => {
                serde_json::from_str(raw.get()).map(Some).map_err(|cause| BadLine::Value { key, cause })
            }
            _ => Ok(None),
        }
    }

    fn need<T: DeserializeOwned>(&mut self, key: &'static str, example: &'static str) -> Result<T, BadLine> {
        self.take(key)?.ok_or(BadLine::Missing { key, example })
    }
}

/// A line as an offer, or what is wrong with it.
pub(super) fn read_line(line: &str) -> Result<OfferLine, BadLine> {
    let mut keys = Keys(serde_json::from_str(line).map_err(BadLine::NotAnObject)?);
    Ok(OfferLine {
        company: keys.take("company")?,
        role: keys.take("role")?,
        level: keys.need("level", "\"L6\"")?,
        city: keys.take("city")?,
        currency: keys.take("currency")?,
        base: keys.need("base", "200000")?,
        sign_on_year_1: keys.need("sign_on_year_1", "90000")?,
        sign_on_year_2: keys.need("sign_on_year_2", "60000")?,
        rsu_grant: keys.take("rsu_grant")?,
        rsu_shares: keys.take("rsu_shares")?,
        share_price: keys.take("share_price")?,
        vesting: keys.take("vesting")?,
        growth: keys.take("growth")?,
        target: keys.take("target")?,
        walk_away: keys.take("walk_away")?,
        refreshers: keys.take("refreshers")?,
        hours: keys.take("hours")?,
        ignored: keys.0.into_keys().collect(),
    })
}
