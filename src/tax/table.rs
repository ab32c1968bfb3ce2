//! The tax tables that were read: by place and year, part by part.

use rust_decimal::Decimal;
use rust_embed::RustEmbed;

use super::Filing;
use super::schedule::{Recapture, Schedule};
use crate::data::{self, FileError};
use crate::market::State;
use crate::money::Money;

/// The table files that ship with the program.
#[derive(RustEmbed)]
#[folder = "taxes/"]
struct Shipped;

/// Who taxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Jurisdiction {
    Federal,
    Washington,
    Texas,
    California,
    NewYork,
    NewYorkCity,
}

impl Jurisdiction {
    pub(super) const ALL: [Self; 6] =
        [Self::Federal, Self::Washington, Self::Texas, Self::California, Self::NewYork, Self::NewYorkCity];

    /// As in the files.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Federal => "federal",
            Self::Washington => "WA",
            Self::Texas => "TX",
            Self::California => "CA",
            Self::NewYork => "NY",
            Self::NewYorkCity => "NYC",
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Federal => "federal",
            Self::Washington => "Washington",
            Self::Texas => "Texas",
            Self::California => "California",
            Self::NewYork => "New York",
            Self::NewYorkCity => "New York City",
        }
    }

    /// A state's; `None` where there is no table of it.
    pub(super) fn of_state(state: State) -> Option<Self> {
        match state {
            State::WA => Some(Self::Washington),
            State::CA => Some(Self::California),
            State::NY => Some(Self::NewYork),
            State::TX => Some(Self::Texas),
            State::CO => None,
        }
    }
}

/// Something of each filing status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ByFiling<T> {
    pub(super) single: T,
    pub(super) joint: T,
}

impl<T> ByFiling<T> {
    pub(super) fn of(&self, filing: Filing) -> &T {
        match filing {
            Filing::Single => &self.single,
            Filing::Joint => &self.joint,
        }
    }
}

/// Tax on taxable income.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Income {
    /// Dollars of wages that are free.
    pub(super) standard_deduction: ByFiling<Money>,
    pub(super) schedule: ByFiling<Schedule>,
    /// An added rate on taxable income above an amount.
    pub(super) surtax: Option<(Money, Decimal)>,
    pub(super) recapture: Option<Recapture>,
}

/// What a payroll line counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PayrollKind {
    SocialSecurity,
    Medicare,
    State,
}

/// A rate on wages, taken from each pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Payroll {
    pub(super) kind: PayrollKind,
    pub(super) name: String,
    /// The employee's rate, as a ratio.
    pub(super) rate: Decimal,
    /// Wages it stops at.
    pub(super) up_to: Option<Money>,
    /// The most it can come to in a year.
    pub(super) most: Option<Money>,
    /// Wages it begins at, by what is owed.
    pub(super) above: Option<ByFiling<Money>>,
    /// Wages the employer begins to withhold at, where that differs.
    pub(super) withheld_above: Option<Money>,
}

/// Something to say beside the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    /// Only with yearly wages above this.
    pub(super) above: Money,
    pub(super) text: String,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) place: Jurisdiction,
    pub(super) year: i16,
    pub(super) source: String,
    pub(super) income: Option<Income>,
    /// Withheld from supplemental wages, by their sum in the year.
    pub(super) supplemental: Option<Schedule>,
    pub(super) payroll: Vec<Payroll>,
    pub(super) notes: Vec<Note>,
}

/// All tables that were read, at most one per place and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxTables(Vec<Table>);

impl TaxTables {
    /// The tables that ship with the program.
    pub fn shipped() -> Result<Self, FileError> {
        Self::from_texts(data::embedded::<Shipped>("taxes"))
    }

    pub(super) fn from_texts(mut texts: Vec<(String, String)>) -> Result<Self, FileError> {
        texts.sort();
        let mut tables: Vec<Table> = Vec::new();
        for (file, text) in &texts {
            let table = super::reading::read(file, text)?;
            if tables.iter().any(|other| other.place == table.place && other.year == table.year) {
                let reason = format!("repeats {} {}, which another file already holds", table.place.key(), table.year);
                return Err(FileError::at(file, "year", reason));
            }
            tables.push(table);
        }
        tables.sort_by_key(|table| (table.place, table.year));
        let tables = Self(tables);
        let federal = |missing: &str| FileError::new("taxes", format!("no federal file has {missing}"));
        tables.income(Jurisdiction::Federal, 0).ok_or_else(|| federal("[income]"))?;
        tables.supplemental(Jurisdiction::Federal, 0).ok_or_else(|| federal("[supplemental]"))?;
        tables.payroll(Jurisdiction::Federal, 0).ok_or_else(|| federal("[[payroll]]"))?;
        Ok(tables)
    }

    /// A part of the newest table of a place that is not after `year`; of the oldest one
    /// where all are after it. With the table's own year.
    fn part<'tables, T: ?Sized>(
        &'tables self,
        place: Jurisdiction,
        year: i16,
        part: impl Fn(&'tables Table) -> Option<&'tables T>,
    ) -> Option<(i16, &'tables T)> {
        let having = || {
            self.0
                .iter()
                .filter(|table| table.place == place)
                .filter_map(|table| part(table).map(|part| (table.year, part)))
        };
        having().filter(|(of, _)| *of <= year).last().or_else(|| having().next())
    }

    pub(super) fn income(&self, place: Jurisdiction, year: i16) -> Option<(i16, &Income)> {
        self.part(place, year, |table| table.income.as_ref())
    }

    pub(super) fn supplemental(&self, place: Jurisdiction, year: i16) -> Option<(i16, &Schedule)> {
        self.part(place, year, |table| table.supplemental.as_ref())
    }

    pub(super) fn payroll(&self, place: Jurisdiction, year: i16) -> Option<(i16, &[Payroll])> {
        self.part(place, year, |table| (!table.payroll.is_empty()).then_some(table.payroll.as_slice()))
    }

    pub(super) fn notes(&self, place: Jurisdiction, year: i16) -> &[Note] {
        self.part(place, year, |table| Some(table.notes.as_slice())).map_or(&[], |(_, notes)| notes)
    }

    /// The newest year with federal income tax brackets: the rules a plan of several years is worked out by.
    pub fn newest_year(&self) -> i16 {
        self.income(Jurisdiction::Federal, i16::MAX).map_or(0, |(year, _)| year)
    }

    /// Where the figures come from: `CA 2025: …`, one line a table.
    pub fn sources(&self) -> impl Iterator<Item = String> + '_ {
        self.0.iter().map(|table| format!("{} {}: {}", table.place.key(), table.year, table.source))
    }
}
