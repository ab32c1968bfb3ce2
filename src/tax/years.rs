//! Taxes on an offer, year by year, with the gap of every vest.

use super::tables::TaxTables;
use super::withholding::WithholdingGap;
use super::{Filer, TaxEstimate};
use crate::analysis::pay_by_year;
use crate::money::Money;
use crate::offer::Offer;

/// Taxes on one year of an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearTax {
    /// The estimate of the year's pay.
    pub estimate: TaxEstimate,
    /// Sign-on and each vest of the year, in order, with what is withheld and owed of it.
    pub supplements: Vec<(Supplement, WithholdingGap)>,
    /// All of those together.
    pub gap: WithholdingGap,
}

/// A payment beside base pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supplement {
    /// What it is.
    pub kind: SupplementKind,
    /// Months after the start date; the start of the year for its sign-on.
    pub month: u32,
    /// Dollars before tax.
    pub amount: Money,
}

/// Kinds of payment beside base pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupplementKind {
    /// The sign-on of a year.
    SignOn,
    /// A vest.
    Vest,
}

impl TaxTables {
    /// The four years of an offer at a flat share price, each taxed as one calendar year, all by
    /// the newest federal rules: see [`TaxTables::newest_year`].
    pub fn by_year(&self, offer: &Offer, filer: Filer) -> [YearTax; 4] {
        let rules = self.newest_year();
        let mut year: u32 = 0;
        pay_by_year(offer).map(|pay| {
            let payments = supplements(offer, year, pay.sign_on);
            let amounts: Vec<Money> = payments.iter().map(|payment| payment.amount).collect();
            let gaps = self.withholding_gaps(filer, pay.base, &amounts, rules);
            year += 1;
            YearTax {
                estimate: self.estimate(filer, pay.total(), rules),
                gap: gaps.iter().copied().sum(),
                supplements: payments.into_iter().zip(gaps).collect(),
            }
        })
    }
}

/// Sign-on, then vests, of one year of the offer, counted from 0.
fn supplements(offer: &Offer, year: u32, sign_on: Money) -> Vec<Supplement> {
    let first = Supplement { kind: SupplementKind::SignOn, month: year * 12, amount: sign_on };
    let vests = offer
        .schedule
        .vest_amounts(offer.grant.value())
        .into_iter()
        .filter(|(vest, _)| (vest.month - 1) / 12 == year)
        .map(|(vest, amount)| Supplement { kind: SupplementKind::Vest, month: vest.month, amount });
    std::iter::once(first).chain(vests).filter(|payment| payment.amount.is_positive()).collect()
}
