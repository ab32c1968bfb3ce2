//! Taxes on one year's wages.

use rust_decimal::Decimal;

use super::table::{Income, Jurisdiction, Payroll, PayrollKind};
use super::tables::TaxTables;
use super::{Filer, Filing};
use crate::market::State;
use crate::money::Money;

/// Taxes on one year's wages, dollars. An estimate: wages alone, standard deduction, no credits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxEstimate {
    /// The wages it is of: base, sign-on and vested stock.
    pub wages: Money,
    /// Federal income tax.
    pub federal: Money,
    /// The employee's Social Security.
    pub social_security: Money,
    /// The employee's Medicare, with the additional 0.9 %.
    pub medicare: Money,
    /// State income tax; zero where there is none or no table.
    pub state: Money,
    /// City income tax; zero outside New York City.
    pub local: Money,
    /// State payroll lines, for example paid family leave.
    pub payroll: Vec<PayrollLine>,
    /// Whose income tax `state` is, where the state has one and it is known.
    pub taxing_state: Option<State>,
    /// The year of the rules used, by part.
    pub years_of_tables: Vec<(TaxPart, i16)>,
    /// What to say beside the figures, most important first.
    pub notes: Vec<TaxNote>,
}

/// One line of the estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaxLine<'a> {
    /// Federal income tax.
    FederalIncome,
    /// Social Security.
    SocialSecurity,
    /// Medicare.
    Medicare,
    /// Income tax of a state, where it is known which one.
    StateIncome(Option<State>),
    /// Income tax of New York City.
    CityIncome,
    /// A state payroll line, by the name in its table.
    Payroll(&'a str),
}

/// A part of the rules, which has a year of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaxPart {
    /// Federal income tax.
    FederalIncome,
    /// Social Security and Medicare.
    FederalPayroll,
    /// State income tax.
    StateIncome,
    /// State payroll lines.
    StatePayroll,
    /// City income tax.
    CityIncome,
}

/// What to know beside the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaxNote {
    /// No state is known, so none is counted.
    NoState,
    /// The state taxes wages and has no table.
    NoTable(State),
    /// Parts whose rules are of another year than the one asked for.
    OtherYears {
        /// The year asked for.
        asked: i16,
        /// The nearest there are.
        nearest: Vec<(TaxPart, i16)>,
    },
    /// What the state's table itself says.
    OfTable(String),
    /// A partner's pay is not counted.
    PartnerLeftOut,
    /// What every estimate is.
    Estimate,
}

/// One state payroll line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayrollLine {
    /// For example `WA Cares`.
    pub name: String,
    /// Dollars a year.
    pub amount: Money,
}

impl TaxEstimate {
    /// All taxes and payroll lines together.
    pub fn total(&self) -> Money {
        self.lines().into_iter().map(|(_, amount)| amount).sum()
    }

    /// What is left of the wages.
    pub fn take_home(&self) -> Money {
        self.wages - self.total()
    }

    /// Every line that is not zero, with its name.
    pub fn lines(&self) -> Vec<(TaxLine<'_>, Money)> {
        let mut lines = vec![
            (TaxLine::FederalIncome, self.federal),
            (TaxLine::SocialSecurity, self.social_security),
            (TaxLine::Medicare, self.medicare),
            (TaxLine::StateIncome(self.taxing_state), self.state),
            (TaxLine::CityIncome, self.local),
        ];
        lines.extend(self.payroll.iter().map(|line| (TaxLine::Payroll(&line.name), line.amount)));
        lines.retain(|(_, amount)| !amount.is_zero());
        lines
    }
}

impl Income {
    /// Exact income tax on a year's wages.
    pub(super) fn on_wages(&self, filing: Filing, wages: Money) -> Decimal {
        let taxable = (wages - *self.standard_deduction.of(filing)).above_zero();
        let schedule = self.schedule.of(filing);
        let surtax = self.surtax.map_or(Decimal::ZERO, |(above, rate)| (taxable - above).above_zero().amount() * rate);
        let recapture = self.recapture.map_or(Decimal::ZERO, |rule| schedule.recapture(rule, taxable, wages));
        schedule.on(taxable) + surtax + recapture
    }
}

impl Payroll {
    /// Dollars owed on a year's wages.
    pub(super) fn owed(&self, filing: Filing, wages: Money) -> Money {
        self.between(self.above.as_ref().map_or(Money::ZERO, |above| *above.of(filing)), wages)
    }

    /// Dollars the employer withholds of a year's wages.
    pub(super) fn withheld(&self, filing: Filing, wages: Money) -> Money {
        self.withheld_above.map_or_else(|| self.owed(filing, wages), |above| self.between(above, wages))
    }

    fn between(&self, above: Money, wages: Money) -> Money {
        let counted = self.up_to.map_or(wages, |end| wages.min(end));
        let amount = (counted - above).above_zero().scaled(self.rate);
        self.most.map_or(amount, |most| amount.min(most))
    }
}

impl TaxTables {
    /// Income tax of one place on a year's wages, to the cent; zero where it takes none.
    pub(super) fn income_tax(&self, place: Option<Jurisdiction>, filing: Filing, wages: Money, year: i16) -> Money {
        place
            .and_then(|place| self.income(place, year))
            .map_or(Money::ZERO, |(_, income)| Money::exact(income.on_wages(filing, wages)))
    }

    /// Taxes on one year's wages by the rules of `year`, or the nearest there are.
    pub fn estimate(&self, filer: Filer, wages: Money, year: i16) -> TaxEstimate {
        let filing = filer.filing;
        let wages = wages.above_zero();
        let state = filer.state.and_then(Jurisdiction::of_state);
        let city = filer.city();
        let payroll = |place, kind: PayrollKind| {
            let lines = self.payroll(place, year).map_or(&[][..], |(_, lines)| lines);
            lines
                .iter()
                .filter(move |line| line.kind == kind)
                .map(|line| PayrollLine { name: line.name.clone(), amount: line.owed(filing, wages) })
                .collect::<Vec<_>>()
        };
        let sum = |kind| payroll(Jurisdiction::Federal, kind).into_iter().map(|line| line.amount).sum();
        let years_of_tables = self.years_used(state, city, year);
        TaxEstimate {
            wages,
            federal: self.income_tax(Some(Jurisdiction::Federal), filing, wages, year),
            social_security: sum(PayrollKind::SocialSecurity),
            medicare: sum(PayrollKind::Medicare),
            state: self.income_tax(state, filing, wages, year),
            local: self.income_tax(city, filing, wages, year),
            payroll: state.map_or_else(Vec::new, |place| payroll(place, PayrollKind::State)),
            taxing_state: filer.state.filter(|_| state.is_some_and(|place| self.income(place, year).is_some())),
            notes: self.notes_on(filer, wages, year, &years_of_tables),
            years_of_tables,
        }
    }

    fn years_used(&self, state: Option<Jurisdiction>, city: Option<Jurisdiction>, year: i16) -> Vec<(TaxPart, i16)> {
        let income = |place: Option<Jurisdiction>, part| {
            place.and_then(|place| self.income(place, year)).map(|(of, _)| (part, of))
        };
        let payroll = |place: Option<Jurisdiction>, part| {
            place.and_then(|place| self.payroll(place, year)).map(|(of, _)| (part, of))
        };
        let federal = Some(Jurisdiction::Federal);
        [
            income(federal, TaxPart::FederalIncome),
            payroll(federal, TaxPart::FederalPayroll),
            income(state, TaxPart::StateIncome),
            payroll(state, TaxPart::StatePayroll),
            income(city, TaxPart::CityIncome),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn notes_on(&self, filer: Filer, wages: Money, year: i16, years: &[(TaxPart, i16)]) -> Vec<TaxNote> {
        let mut notes = Vec::new();
        match filer.state {
            None => notes.push(TaxNote::NoState),
            Some(state) if Jurisdiction::of_state(state).is_none() => notes.push(TaxNote::NoTable(state)),
            Some(_) => {}
        }
        let nearest: Vec<(TaxPart, i16)> = years.iter().copied().filter(|(_, of)| *of != year).collect();
        if !nearest.is_empty() {
            notes.push(TaxNote::OtherYears { asked: year, nearest });
        }
        if let Some(place) = filer.state.and_then(Jurisdiction::of_state) {
            let said = self.notes(place, year).iter().filter(|note| wages > note.above);
            notes.extend(said.map(|note| TaxNote::OfTable(note.text.clone())));
        }
        if filer.filing == Filing::Joint {
            notes.push(TaxNote::PartnerLeftOut);
        }
        notes.push(TaxNote::Estimate);
        notes
    }
}

impl Filer {
    /// The city that taxes its residents: one that lies in the state.
    pub(super) fn city(self) -> Option<Jurisdiction> {
        (self.new_york_city && self.state == Some(State::NY)).then_some(Jurisdiction::NewYorkCity)
    }
}
