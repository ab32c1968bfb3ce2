//! One tax table: what a place takes in a year, part by part.

use rust_decimal::Decimal;
use strum::VariantArray;

use super::Filing;
use super::schedule::{Recapture, Schedule};
use crate::market::State;
use crate::money::Money;

/// Who taxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray)]
pub(super) enum Jurisdiction {
    Federal,
    Washington,
    Texas,
    California,
    NewYork,
    NewYorkCity,
}

impl Jurisdiction {
    pub(super) const ALL: [Self; 6] = *Self::VARIANTS.as_array().expect("as many as there are");

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
