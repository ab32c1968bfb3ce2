//! All tax tables together: the newest of a place that fits a year.

use rust_embed::RustEmbed;

use super::reading::read;
use super::schedule::Schedule;
use super::table::{Income, Jurisdiction, Note, Payroll, Table};
use crate::data::{self, FileError};

/// The table files that ship with the program.
#[derive(RustEmbed)]
#[folder = "taxes/"]
struct Shipped;

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
            let table = read(file, text)?;
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
