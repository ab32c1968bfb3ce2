//! Rows under a header of years, or of an earlier and a revised offer.

use super::claims::Claim;
use super::lines::Sentence;
use super::topics::{Topic, named};
use crate::money::Money;
use crate::reading::tokens::{Token, cut};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Year(u8),
    /// Of an offer that was replaced.
    Old,
    New,
    Other,
}

/// The header over the rows that follow.
#[derive(Debug, Default)]
pub(crate) struct Table {
    columns: Vec<Column>,
}

/// What a row is.
pub(crate) enum Row {
    /// No row of a table with a known header.
    Text,
    /// The header itself.
    Header,
    /// Claims of a row by years; whether amounts were left.
    Years(Vec<Claim>, bool),
    /// The row as "label: revised value".
    Revised(String),
}

impl Table {
    /// Takes the next sentence: a header, a row under it, or text that ends the table.
    pub(crate) fn take(&mut self, sentence: &Sentence) -> Row {
        if sentence.cells.is_empty() {
            self.columns.clear();
            return Row::Text;
        }
        if let Some(columns) = header(&sentence.cells) {
            self.columns = columns;
            return Row::Header;
        }
        if self.columns.len() != sentence.cells.len() {
            return Row::Text;
        }
        if let Some(new) = self.columns.iter().position(|column| *column == Column::New) {
            return Row::Revised(format!("{}: {}", sentence.cells[0], sentence.cells[new]));
        }
        if self.columns.iter().any(|column| matches!(column, Column::Year(_))) {
            let (claims, left) = self.by_years(&sentence.cells);
            return Row::Years(claims, left);
        }
        Row::Text
    }

    fn by_years(&self, cells: &[String]) -> (Vec<Claim>, bool) {
        let label = cut(&cells[0]);
        let topic = named(&label).first().map(|named| named.topic);
        let values: Vec<(u8, Option<Money>)> = self
            .columns
            .iter()
            .zip(cells)
            .filter_map(|(column, cell)| match column {
                Column::Year(year) => Some((*year, amount(cell))),
                _ => None,
            })
            .collect();
        let any = values.iter().any(|(_, value)| value.is_some_and(Money::is_positive));
        match topic {
            Some(Topic::Base) => match values.as_slice() {
                [(_, Some(first)), rest @ ..] if rest.iter().all(|(_, value)| *value == Some(*first)) => {
                    (vec![Claim::Base(*first)], false)
                }
                _ => (Vec::new(), any),
            },
            Some(Topic::SignOn) => {
                let of =
                    |year: u8| values.iter().find(|(of, _)| *of == year).map(|(_, value)| value.unwrap_or_default());
                let later = values.iter().any(|(year, value)| *year > 2 && value.is_some_and(Money::is_positive));
                match (of(1), of(2)) {
                    (Some(one), Some(two)) if !later && any => (
                        vec![
                            Claim::SignOn { year: Some(1), amount: one },
                            Claim::SignOn { year: Some(2), amount: two },
                        ],
                        false,
                    ),
                    _ => (Vec::new(), any),
                }
            }
            _ => (Vec::new(), any),
        }
    }
}

/// The amount of a cell; a dash or nothing is none.
fn amount(cell: &str) -> Option<Money> {
    let tokens = cut(cell);
    let mut figures = tokens.iter().filter_map(Token::figure);
    let first = figures.next()?;
    (figures.next().is_none() && !first.percent).then_some(first.value)
}

fn header(cells: &[String]) -> Option<Vec<Column>> {
    let columns: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
    let years = columns.iter().filter(|column| matches!(column, Column::Year(_))).count();
    let versions = columns.contains(&Column::Old) && columns.contains(&Column::New);
    (years >= 2 || versions).then_some(columns)
}

fn column(cell: &str) -> Column {
    let lower = cell.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        ["year" | "yr" | "y", number] => number.parse().map_or(Column::Other, Column::Year),
        [short] if short.len() == 2 && short.starts_with('y') => short[1..].parse().map_or(Column::Other, Column::Year),
        _ if words.iter().any(|word| matches!(*word, "original" | "previous" | "initial" | "old" | "before")) => {
            Column::Old
        }
        _ if words.iter().any(|word| matches!(*word, "revised" | "new" | "updated" | "after" | "final")) => Column::New,
        _ => Column::Other,
    }
}
