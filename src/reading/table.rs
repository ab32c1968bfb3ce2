//! Rows under a header of years, or of an earlier and a revised offer.

use super::claim::Claim;
use super::lexicon::Term;
use super::phrases::has;
use super::text::Sentence;
use super::ties::{Topic, is_employer, labels, year_at};
use super::tokens::{Token, cut};
use crate::market::Companies;
use crate::money::Money;

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
    /// What the header's first cell names: every row is for it.
    topic: Option<Topic>,
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
            self.topic = labels(&cut(&sentence.cells[0])).first().map(|named| named.topic);
            return Row::Header;
        }
        // A header without a cell over the labels.
        if self.columns.len() + 1 == sentence.cells.len() {
            self.columns.insert(0, Column::Other);
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
        let of_row = labels(&label).first().map(|named| named.topic);
        let sum = has(&label, Term::Sum).then_some(Topic::Total);
        let topic = of_row.or(sum).or(self.topic);
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
            Some(Topic::Total) => (values.iter().filter_map(|(_, value)| value.map(Claim::Total)).collect(), false),
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
    // "Amazon L6 | Google L5": the other employer's column is not read.
    let ours = |cell: &String| cut(cell).iter().any(|token| Companies::asked_for().is_called(&token.word));
    let theirs = |cell: &String| cut(cell).iter().any(is_employer);
    if cells.iter().any(theirs) && cells.iter().filter(|cell| ours(cell)).count() == 1 {
        let of = |cell: &String| {
            if ours(cell) {
                Column::New
            } else if theirs(cell) {
                Column::Old
            } else {
                Column::Other
            }
        };
        return Some(cells.iter().map(of).collect());
    }
    let years = columns.iter().filter(|column| matches!(column, Column::Year(_))).count();
    let versions = columns.contains(&Column::Old) && columns.contains(&Column::New);
    (years >= 2 || versions).then_some(columns)
}

fn column(cell: &str) -> Column {
    let tokens = cut(cell);
    let number = |token: &Token| token.figure().and_then(|figure| u8::try_from(figure.value.amount().trunc()).ok());
    match tokens.as_slice() {
        [year, count] if year.is(Term::Year) => number(count).map_or(Column::Other, Column::Year),
        [_] | [_, _] if year_at(&tokens, 0).is_some() => year_at(&tokens, 0).map_or(Column::Other, Column::Year),
        [short] if short.word.len() == 2 && lexicon_year(short).is_some() => {
            lexicon_year(short).map_or(Column::Other, Column::Year)
        }
        _ if has(&tokens, Term::Old) || has(&tokens, Term::OldColumn) => Column::Old,
        _ if has(&tokens, Term::Revised) || has(&tokens, Term::NewColumn) => Column::New,
        _ => Column::Other,
    }
}

/// The year of `y3`.
fn lexicon_year(token: &Token) -> Option<u8> {
    let first = token.word.get(..1)?;
    let is_year = super::lexicon::lexicon().of_word(first).has(Term::Year);
    is_year.then(|| token.word[1..].parse().ok()).flatten()
}
