//! Reads one table file: TOML, money and percentages as strings.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::schedule::{Bracket, Recapture, Schedule};
use super::table::{ByFiling, Income, Jurisdiction, Note, Payroll, PayrollKind, Table};
use crate::data::{FileError, read_toml};
use crate::money::{Money, MoneyError};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TableFile {
    place: String,
    year: i16,
    source: String,
    income: Option<IncomePart>,
    supplemental: Option<SupplementalPart>,
    #[serde(default)]
    payroll: Vec<PayrollPart>,
    #[serde(default)]
    note: Vec<NotePart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IncomePart {
    standard_deduction: Ends,
    single: Vec<[String; 2]>,
    joint: Vec<[String; 2]>,
    surtax: Option<SurtaxPart>,
    recapture: Option<RecapturePart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ends {
    single: String,
    joint: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SurtaxPart {
    above: String,
    percent: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RecapturePart {
    from: String,
    over: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SupplementalPart {
    rates: Vec<[String; 2]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PayrollPart {
    kind: String,
    name: String,
    percent: String,
    employee_share: Option<String>,
    up_to: Option<String>,
    most: Option<String>,
    above: Option<Ends>,
    withheld_above: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NotePart {
    above: Option<String>,
    text: String,
}

/// Values of one file, each refused with the file's name and its key.
struct Reader<'file> {
    file: &'file str,
}

/// Reads one file's text.
pub(super) fn read(file: &str, text: &str) -> Result<Table, FileError> {
    let read: TableFile = read_toml(file, text)?;
    let reader = Reader { file };
    let place = Jurisdiction::ALL.into_iter().find(|place| place.key() == read.place).ok_or_else(|| {
        let known = Jurisdiction::ALL.map(Jurisdiction::key).join(", ");
        reader.refuse("place", format!("is \"{}\"; it must be one of {known}", read.place))
    })?;
    if !(2000..=2100).contains(&read.year) {
        return Err(reader.refuse("year", format!("is {}; write the calendar year, such as 2026", read.year)));
    }
    if read.source.trim().is_empty() {
        return Err(reader.refuse("source", "is empty".into()));
    }
    Ok(Table {
        place,
        year: read.year,
        source: read.source,
        income: read.income.map(|part| reader.income(&part)).transpose()?,
        supplemental: read.supplemental.map(|part| reader.schedule("supplemental.rates", &part.rates)).transpose()?,
        payroll: read.payroll.into_iter().map(|part| reader.payroll(part)).collect::<Result<_, _>>()?,
        notes: read.note.into_iter().map(|part| reader.note(part)).collect::<Result<_, _>>()?,
    })
}

impl Reader<'_> {
    fn refuse(&self, key: &str, reason: String) -> FileError {
        FileError::at(self.file, key, reason)
    }

    fn money(&self, key: &str, text: &str) -> Result<Money, FileError> {
        text.parse().map_err(|error: MoneyError| {
            self.refuse(key, format!("has \"{text}\": {error}; write an amount such as \"184,500\"")).because(error)
        })
    }

    /// A percentage as a ratio.
    fn rate(&self, key: &str, text: &str) -> Result<Decimal, FileError> {
        let wrong = || self.refuse(key, format!("has \"{text}\"; write a percentage from 0 to 100, such as \"9.3\""));
        let percent: Decimal = text.parse().map_err(|error: rust_decimal::Error| wrong().because(error))?;
        if !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent) {
            return Err(wrong());
        }
        Ok(percent / Decimal::ONE_HUNDRED)
    }

    fn schedule(&self, key: &str, rows: &[[String; 2]]) -> Result<Schedule, FileError> {
        let mut brackets: Vec<Bracket> = Vec::new();
        for (index, [end, percent]) in rows.iter().enumerate() {
            let last = index + 1 == rows.len();
            if last != (end == "above") {
                return Err(self.refuse(key, "must end with one row [\"above\", …], and only there".into()));
            }
            let up_to = if last { None } else { Some(self.money(key, end)?) };
            let bracket = Bracket { up_to, rate: self.rate(key, percent)? };
            let before = brackets.last().copied();
            let ends_rise = up_to.is_none_or(|end| end > before.and_then(|before| before.up_to).unwrap_or_default());
            if !ends_rise || before.is_some_and(|before| before.rate > bracket.rate) {
                return Err(self.refuse(key, format!("falls at \"{end}\": ends and percentages must rise")));
            }
            brackets.push(bracket);
        }
        if brackets.is_empty() {
            return Err(self.refuse(key, "has no row".into()));
        }
        Ok(Schedule(brackets))
    }

    fn income(&self, part: &IncomePart) -> Result<Income, FileError> {
        let deduction = |text: &str| self.money("income.standard_deduction", text);
        let surtax = part.surtax.as_ref().map(|surtax| {
            Ok((
                self.money("income.surtax.above", &surtax.above)?,
                self.rate("income.surtax.percent", &surtax.percent)?,
            ))
        });
        let recapture = part.recapture.as_ref().map(|recapture| {
            Ok(Recapture {
                from: self.money("income.recapture.from", &recapture.from)?,
                over: self.money("income.recapture.over", &recapture.over)?,
            })
        });
        Ok(Income {
            standard_deduction: ByFiling {
                single: deduction(&part.standard_deduction.single)?,
                joint: deduction(&part.standard_deduction.joint)?,
            },
            schedule: ByFiling {
                single: self.schedule("income.single", &part.single)?,
                joint: self.schedule("income.joint", &part.joint)?,
            },
            surtax: surtax.transpose()?,
            recapture: recapture.transpose()?,
        })
    }

    fn payroll(&self, part: PayrollPart) -> Result<Payroll, FileError> {
        let kind = match part.kind.as_str() {
            "social_security" => PayrollKind::SocialSecurity,
            "medicare" => PayrollKind::Medicare,
            "state" => PayrollKind::State,
            other => {
                let reason = format!("is \"{other}\"; it must be social_security, medicare or state");
                return Err(self.refuse("payroll.kind", reason));
            }
        };
        if part.name.trim().is_empty() {
            return Err(self.refuse("payroll.name", "is empty".into()));
        }
        let money = |key: &str, text: &Option<String>| text.as_deref().map(|text| self.money(key, text)).transpose();
        let share = part.employee_share.as_deref().map(|text| self.rate("payroll.employee_share", text)).transpose()?;
        let above = part.above.as_ref().map(|ends| {
            Ok(ByFiling {
                single: self.money("payroll.above", &ends.single)?,
                joint: self.money("payroll.above", &ends.joint)?,
            })
        });
        Ok(Payroll {
            kind,
            rate: self.rate("payroll.percent", &part.percent)? * share.unwrap_or(Decimal::ONE),
            up_to: money("payroll.up_to", &part.up_to)?,
            most: money("payroll.most", &part.most)?,
            above: above.transpose()?,
            withheld_above: money("payroll.withheld_above", &part.withheld_above)?,
            name: part.name,
        })
    }

    fn note(&self, part: NotePart) -> Result<Note, FileError> {
        let above = part.above.as_deref().map_or(Ok(Money::ZERO), |text| self.money("note.above", text))?;
        Ok(Note { above, text: part.text })
    }
}
