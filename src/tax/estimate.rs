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
    pub state_name: Option<&'static str>,
    /// The year of the rules used, by part.
    pub years_of_tables: Vec<(&'static str, i16)>,
    /// What to say beside the figures, most important first.
    pub notes: Vec<String>,
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
    pub fn lines(&self) -> Vec<(String, Money)> {
        let mut lines = vec![
            ("Federal income tax".to_owned(), self.federal),
            ("Social Security".to_owned(), self.social_security),
            ("Medicare".to_owned(), self.medicare),
        ];
        lines.push((format!("{} income tax", self.state_name.unwrap_or("State")), self.state));
        lines.push(("New York City income tax".to_owned(), self.local));
        lines.extend(self.payroll.iter().map(|line| (line.name.clone(), line.amount)));
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
            state_name: state.filter(|place| self.income(*place, year).is_some()).map(Jurisdiction::name),
            notes: self.notes_on(filer, wages, year, &years_of_tables),
            years_of_tables,
        }
    }

    fn years_used(
        &self,
        state: Option<Jurisdiction>,
        city: Option<Jurisdiction>,
        year: i16,
    ) -> Vec<(&'static str, i16)> {
        let income = |place: Option<Jurisdiction>, name| {
            place.and_then(|place| self.income(place, year)).map(|(of, _)| (name, of))
        };
        let payroll = |place: Option<Jurisdiction>, name| {
            place.and_then(|place| self.payroll(place, year)).map(|(of, _)| (name, of))
        };
        let federal = Some(Jurisdiction::Federal);
        [
            income(federal, "federal income tax"),
            payroll(federal, "Social Security and Medicare"),
            income(state, "state income tax"),
            payroll(state, "state payroll lines"),
            income(city, "city income tax"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn notes_on(&self, filer: Filer, wages: Money, year: i16, years: &[(&'static str, i16)]) -> Vec<String> {
        let mut notes = Vec::new();
        match filer.state {
            None => notes.push("I know no state tax for this place, so it is left out.".to_owned()),
            Some(State::CO) => {
                notes.push("Colorado taxes wages, but its table is not in here: its tax is left out.".to_owned());
            }
            Some(_) => {}
        }
        let other: Vec<String> =
            years.iter().filter(|(_, of)| *of != year).map(|(part, of)| format!("{part} {of}")).collect();
        if !other.is_empty() {
            notes.push(format!("Not all rules are of {year}; the nearest there are: {}.", other.join(", ")));
        }
        if let Some(place) = filer.state.and_then(Jurisdiction::of_state) {
            let said = self.notes(place, year).iter().filter(|note| wages > note.above);
            notes.extend(said.map(|note| note.text.clone()));
        }
        if filer.filing == Filing::Joint {
            notes.push("A partner's pay is not in here; it would put this pay into higher brackets.".to_owned());
        }
        notes.push(
            "An estimate, not tax advice: this pay alone, standard deduction, no credits and no retirement saving."
                .to_owned(),
        );
        notes
    }
}

impl Filer {
    /// The city that taxes its residents: one that lies in the state.
    pub(super) fn city(self) -> Option<Jurisdiction> {
        (self.new_york_city && self.state == Some(State::NY)).then_some(Jurisdiction::NewYorkCity)
    }
}
