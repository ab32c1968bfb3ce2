//! What is withheld from sign-on and stock, against the tax that they cause.
//!
//! Employers withhold a flat rate from supplemental wages. At the pay of an L6 or L7 the
//! marginal rate is higher, so part of the tax on every vest is still owed at filing.
//! Regular pay is taken to be withheld exactly.

use std::iter::Sum;
use std::ops::Add;

use super::table::{Jurisdiction, PayrollKind};
use super::tables::TaxTables;
use super::{Filer, Filing};
use crate::money::Money;

/// What one tax takes of a payment, dollars: withheld at once, and owed in the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GapPart {
    /// Withheld when it is paid.
    pub withheld: Money,
    /// What it adds to the year's tax.
    pub owed: Money,
}

impl GapPart {
    /// Still to pay at filing; below zero where too much is withheld.
    pub fn short(self) -> Money {
        self.owed - self.withheld
    }
}

/// Withheld and owed of one payment, or of several added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WithholdingGap {
    /// The payment, dollars before tax.
    pub paid: Money,
    /// Federal income tax.
    pub federal: GapPart,
    /// State income tax.
    pub state: GapPart,
    /// City income tax.
    pub local: GapPart,
    /// The additional 0.9 % Medicare tax: owed by filing status, withheld by one threshold.
    pub additional_medicare: GapPart,
}

impl WithholdingGap {
    /// Income tax still to pay at filing; below zero where too much is withheld.
    pub fn short(&self) -> Money {
        self.income_taxes().into_iter().map(GapPart::short).sum()
    }

    /// Income tax withheld of it.
    pub fn withheld(&self) -> Money {
        self.income_taxes().into_iter().map(|part| part.withheld).sum()
    }

    /// What it adds to the year's income tax.
    pub fn owed(&self) -> Money {
        self.income_taxes().into_iter().map(|part| part.owed).sum()
    }

    fn income_taxes(&self) -> [GapPart; 3] {
        [self.federal, self.state, self.local]
    }
}

impl Add for GapPart {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { withheld: self.withheld + other.withheld, owed: self.owed + other.owed }
    }
}

impl Add for WithholdingGap {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            paid: self.paid + other.paid,
            federal: self.federal + other.federal,
            state: self.state + other.state,
            local: self.local + other.local,
            additional_medicare: self.additional_medicare + other.additional_medicare,
        }
    }
}

impl Sum for WithholdingGap {
    fn sum<I: Iterator<Item = Self>>(gaps: I) -> Self {
        gaps.fold(Self::default(), |sum, gap| sum + gap)
    }
}

impl TaxTables {
    /// The gap of each payment, in the order paid, on top of a year's regular wages and the
    /// payments before it, by the rules of `year` or the nearest there are.
    pub fn withholding_gaps(&self, filer: Filer, regular: Money, payments: &[Money], year: i16) -> Vec<WithholdingGap> {
        let mut before = Money::ZERO;
        let gap = |payment: &Money| {
            let after = before + *payment;
            let part = |place: Option<Jurisdiction>| GapPart {
                withheld: self.flat(place, after, year) - self.flat(place, before, year),
                owed: self.income_tax(place, filer.filing, regular + after, year)
                    - self.income_tax(place, filer.filing, regular + before, year),
            };
            let [from, to] = [before, after].map(|paid| self.split_medicare(filer.filing, regular + paid, year));
            let gap = WithholdingGap {
                paid: *payment,
                federal: part(Some(Jurisdiction::Federal)),
                state: part(filer.state.and_then(Jurisdiction::of_state)),
                local: part(filer.city()),
                additional_medicare: GapPart { withheld: to.withheld - from.withheld, owed: to.owed - from.owed },
            };
            before = after;
            gap
        };
        payments.iter().map(gap).collect()
    }

    /// Withheld of supplemental wages that add up to `paid` in the year.
    fn flat(&self, place: Option<Jurisdiction>, paid: Money, year: i16) -> Money {
        place
            .and_then(|place| self.supplemental(place, year))
            .map_or(Money::ZERO, |(_, rates)| Money::exact(rates.on(paid)))
    }

    /// Medicare lines that are withheld by another threshold than they are owed by.
    fn split_medicare(&self, filing: Filing, wages: Money, year: i16) -> GapPart {
        let lines = self.payroll(Jurisdiction::Federal, year).map_or(&[][..], |(_, lines)| lines);
        lines
            .iter()
            .filter(|line| line.kind == PayrollKind::Medicare && line.withheld_above.is_some())
            .map(|line| GapPart { withheld: line.withheld(filing, wages), owed: line.owed(filing, wages) })
            .fold(GapPart::default(), Add::add)
    }
}
