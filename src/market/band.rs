//! What one cell pays, from its file: money as strings, so that no cent is lost.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Cell, Companies, Company, CompanyName, Level, Percentile, Place, Range, Role};
use crate::data::{FileError, read_toml};
use crate::money::{Currency, Money};

/// What one market cell pays.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The company.
    pub company: CompanyName,
    /// The job family.
    pub role: Role,
    /// The level.
    pub level: Level,
    /// The place.
    pub place: Place,
    /// Base, dollars a year.
    pub base: Range,
    /// Sign-on, dollars over both years.
    pub sign_on: Range,
    /// Grant, dollars over four years.
    pub grant: Range,
    /// Where the figures are from.
    pub source: String,
    /// The day the figures stand for.
    pub as_of: Date,
    /// What the ends mean, for example `p10/p90`.
    pub ends: String,
    /// What to know about the figures, for example where the source contradicts itself.
    pub notes: Vec<String>,
    /// Other names of the place.
    also_called: Vec<Place>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BandFile {
    company: String,
    #[serde(default)]
    role: Role,
    level: String,
    place: String,
    #[serde(default)]
    place_names: Vec<String>,
    base: [String; 2],
    sign_on_two_years: [String; 2],
    grant_four_years: [String; 2],
    source: String,
    as_of: String,
    ends: String,
    #[serde(default)]
    notes: Vec<String>,
}

impl Band {
    /// The yearly average over four years that the components span: (4 x base + sign-on + grant) / 4.
    pub fn four_year_average(&self) -> Range {
        let average = |base: Money, sign_on: Money, grant: Money| (base * 4 + sign_on + grant).split(4);
        Range {
            low: average(self.base.low, self.sign_on.low, self.grant.low),
            high: average(self.base.high, self.sign_on.high, self.grant.high),
        }
    }

    /// Where a four-year total stands in this band.
    pub fn percentile(&self, four_year_total: Money) -> Option<Percentile> {
        Percentile::of_total(four_year_total, self.four_year_average())
    }

    /// Four-year total, in dollars, at a percentile from 1 to 99.
    pub fn total_at(&self, percentile: u8) -> Option<Money> {
        Percentile::pay_at(percentile, self.four_year_average()).map(|average| average * 4)
    }

    /// Whole months from the day of the figures to `today`; zero for a day before it.
    pub fn age_in_months(&self, today: Date) -> i32 {
        let months = i32::from(today.year() - self.as_of.year()) * 12 + i32::from(today.month() - self.as_of.month());
        (months - i32::from(today.day() < self.as_of.day())).max(0)
    }

    /// Older than 18 months: to be said beside every figure from this band.
    pub fn is_old(&self, today: Date) -> bool {
        self.age_in_months(today) > 18 || (self.age_in_months(today) == 18 && today.day() > self.as_of.day())
    }

    /// What it is the band of.
    pub fn cell(&self) -> Cell<'_> {
        Cell {
            company: &self.company,
            role: &self.role,
            level: self.level,
            place: &self.place,
            currency: Currency::USD,
        }
    }

    /// Whether it is the band of a cell, by any name of its place.
    pub(super) fn is_of(&self, cell: Cell<'_>) -> bool {
        self.cells().any(|own| own.is(cell))
    }

    /// What it is the band of, once for each name of the place.
    pub(super) fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        std::iter::once(&self.place).chain(&self.also_called).map(|place| Cell { place, ..self.cell() })
    }

    pub(super) fn parse(file: &str, text: &str, companies: &Companies) -> Result<Self, FileError> {
        let read: BandFile = read_toml(file, text)?;
        let wrong = |key: &str, reason: String| FileError::at(file, key, reason);
        let range = |key: &str, ends: &[String; 2]| {
            Range::read(ends).map_err(|error| wrong(key, error.to_string()).because(error))
        };
        for (key, text) in [("role", read.role.as_str()), ("place", &read.place), ("source", &read.source)] {
            if text.trim().is_empty() {
                return Err(wrong(key, "is empty".into()));
            }
        }
        if read.ends != "p10/p90" {
            return Err(wrong("ends", format!("is \"{}\"; the percentile is defined for \"p10/p90\" only", read.ends)));
        }
        let company = read.company(file, companies)?;
        let as_of = read.as_of.parse().map_err(|error: jiff::Error| {
            wrong("as_of", format!("is \"{}\"; write a date such as 2025-01-01", read.as_of)).because(error)
        })?;
        Ok(Self {
            base: range("base", &read.base)?,
            sign_on: range("sign_on_two_years", &read.sign_on_two_years)?,
            grant: range("grant_four_years", &read.grant_four_years)?,
            level: company
                .read_level(&read.level)
                .map_err(|error| wrong("level", format!("is wrong: {error}")).because(error))?,
            as_of,
            place: Place::from(read.place),
            also_called: read.place_names.into_iter().map(Place::from).collect(),
            company: CompanyName::from(company.name.clone()),
            role: read.role,
            source: read.source,
            ends: read.ends,
            notes: read.notes,
        })
    }
}

impl BandFile {
    fn company<'a>(&self, file: &str, companies: &'a Companies) -> Result<&'a Company, FileError> {
        companies.find(&self.company).ok_or_else(|| {
            let reason = format!("is \"{}\", which is no company in companies.toml; add it there first", self.company);
            FileError::at(file, "company", reason)
        })
    }
}
