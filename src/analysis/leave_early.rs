//! What leaving early costs: cash kept, sign-on owed back, stock vested and forfeited.
//!
//! Conventions: leaving at month m means at the end of that month, with what vests in it. A
//! lump sum is paid at the start of the year it is for, so at month 12 that of year 2 has not
//! been paid. Stock is at a flat price.

use rust_decimal::Decimal;

use crate::money::Money;
use crate::offer::{Grant, Offer, Payment, Repayment, SignOnTerms};

/// Months that are looked at.
pub const LEAVING_MONTHS: [u32; 7] = [6, 12, 18, 24, 30, 36, 48];

/// Leaving at the end of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Departure {
    /// Months worked.
    pub month: u32,
    /// Base earned so far, dollars.
    pub base_earned: Money,
    /// Sign-on received so far where it is paid as a lump sum at the start of its year.
    pub lump_paid: Money,
    /// Of that, what is owed back where repayment is pro rata: the months of the year not worked.
    pub owed_pro_rata: Money,
    /// Of that, what is owed back where repayment is in full: the whole of a year not finished.
    pub owed_in_full: Money,
    /// Sign-on received so far where it is paid monthly; then nothing is owed back.
    pub monthly_paid: Money,
    /// Stock vested so far, dollars at a flat price.
    pub stock_vested: Money,
    /// Stock that is lost, dollars at a flat price.
    pub stock_forfeited: Money,
    /// Whole shares vested so far, where the grant is in shares.
    pub shares_vested: Option<u32>,
    /// Shares that are lost, where the grant is in shares.
    pub shares_forfeited: Option<u32>,
}

impl Departure {
    /// Sign-on received by then, before anything is paid back.
    pub fn sign_on_paid(&self, payment: Payment) -> Money {
        match payment {
            Payment::LumpSum => self.lump_paid,
            Payment::Monthly => self.monthly_paid,
        }
    }

    /// Sign-on owed back. Monthly payment just stops, whatever the repayment terms say.
    pub fn sign_on_owed(&self, terms: SignOnTerms) -> Money {
        match (terms.payment, terms.repayment) {
            (Payment::Monthly, _) | (_, Repayment::Nothing) => Money::ZERO,
            (Payment::LumpSum, Repayment::ProRata | Repayment::NotSaid) => self.owed_pro_rata,
            (Payment::LumpSum, Repayment::Full) => self.owed_in_full,
        }
    }

    /// Base earned plus sign-on received less sign-on owed back.
    pub fn cash_kept(&self, terms: SignOnTerms) -> Money {
        self.base_earned + self.sign_on_paid(terms.payment) - self.sign_on_owed(terms)
    }
}

/// What leaving costs at each of [`LEAVING_MONTHS`].
pub fn leave_early(offer: &Offer) -> [Departure; 7] {
    LEAVING_MONTHS.map(|month| leave_at(offer, month))
}

/// What leaving costs at the end of a month.
pub fn leave_at(offer: &Offer, month: u32) -> Departure {
    // One month short of a year's end still owes a twelfth; a finished year owes nothing.
    let of_year = |amount: Money, year: u32| {
        let worked = month.saturating_sub((year - 1) * 12).min(12);
        let paid = if worked > 0 { amount } else { Money::ZERO };
        let earned = amount.scaled(Decimal::from(worked) / Decimal::from(12));
        let in_full = if worked < 12 { paid } else { Money::ZERO };
        (paid, earned, in_full)
    };
    let years = [of_year(offer.sign_on.year_1, 1), of_year(offer.sign_on.year_2, 2)];
    let lump_paid: Money = years.iter().map(|year| year.0).sum();
    let monthly_paid: Money = years.iter().map(|year| year.1).sum();
    let grant = offer.grant.value();
    let vested: Decimal = offer.schedule.vests().iter().filter(|vest| vest.month <= month).map(|vest| vest.share).sum();
    let stock_vested = grant.scaled(vested);
    let shares = match offer.grant {
        Grant::Shares { count, .. } => {
            u32::try_from((Decimal::from(count) * vested).floor()).ok().map(|vested| (vested, count - vested))
        }
        Grant::Dollars(_) => None,
    };
    Departure {
        month,
        base_earned: offer.base.scaled(Decimal::from(month) / Decimal::from(12)),
        lump_paid,
        owed_pro_rata: lump_paid - monthly_paid,
        owed_in_full: years.iter().map(|year| year.2).sum(),
        monthly_paid,
        stock_vested,
        stock_forfeited: grant - stock_vested,
        shares_vested: shares.map(|(vested, _)| vested),
        shares_forfeited: shares.map(|(_, lost)| lost),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::pay_by_year;
    use crate::analysis::test_offers::{offer, offer_in_shares};
    use proptest::prelude::*;

    const PRO_RATA: SignOnTerms = SignOnTerms { payment: Payment::LumpSum, repayment: Repayment::ProRata };
    const FULL: SignOnTerms = SignOnTerms { payment: Payment::LumpSum, repayment: Repayment::Full };
    const NOTHING: SignOnTerms = SignOnTerms { payment: Payment::LumpSum, repayment: Repayment::Nothing };
    const MONTHLY: SignOnTerms = SignOnTerms { payment: Payment::Monthly, repayment: Repayment::Full };

    #[test]
    fn the_seven_months_of_the_middling_offer() {
        let rows = leave_early(&offer(200_000, 400_000, 90_000, 60_000)).map(|departure| {
            let figures = [
                departure.cash_kept(PRO_RATA),
                departure.owed_pro_rata,
                departure.owed_in_full,
                departure.cash_kept(FULL),
                departure.stock_vested,
                departure.stock_forfeited,
            ];
            format!("{:>2} {}", departure.month, figures.map(Money::bare_short).join(" "))
        });
        insta::assert_snapshot!(rows.join("\n"), @r"
         6 145k 45k 90k 100k 0 400k
        12 290k 0 0 290k 20k 380k
        18 420k 30k 60k 390k 20k 380k
        24 550k 0 0 550k 80k 320k
        30 650k 0 0 650k 160k 240k
        36 750k 0 0 750k 240k 160k
        48 950k 0 0 950k 400k 0
        ");
    }

    #[test]
    fn the_terms_decide_what_is_kept() {
        let departure = leave_at(&offer(120_000, 0, 24_000, 12_000), 15);
        assert_eq!(departure.base_earned, Money::dollars(150_000));
        for (terms, paid, owed, kept) in [
            (PRO_RATA, 36_000, 9_000, 177_000),
            (FULL, 36_000, 12_000, 174_000),
            (NOTHING, 36_000, 0, 186_000),
            (MONTHLY, 27_000, 0, 177_000),
        ] {
            assert_eq!(departure.sign_on_paid(terms.payment), Money::dollars(paid), "{terms:?}");
            assert_eq!(departure.sign_on_owed(terms), Money::dollars(owed), "{terms:?}");
            assert_eq!(departure.cash_kept(terms), Money::dollars(kept), "{terms:?}");
        }
    }

    #[test]
    fn shares_vest_whole() {
        let shares = |month| {
            let departure = leave_at(&offer_in_shares(160_000, 225, 1_200, 0, 0), month);
            (departure.shares_vested, departure.shares_forfeited)
        };
        assert_eq!(shares(11), (Some(0), Some(225)));
        assert_eq!(shares(12), (Some(11), Some(214)));
        assert_eq!(shares(48), (Some(225), Some(0)));
        assert_eq!(leave_at(&offer(160_000, 264_000, 0, 0), 12).shares_vested, None);
    }

    proptest! {
        #[test]
        fn pro_rata_keeps_what_monthly_pays_and_nothing_is_lost(
            base in 0i64..1_000_000, grant in 0i64..5_000_000, first in 0i64..500_000, second in 0i64..500_000, month in 0u32..=120,
        ) {
            let offer = offer(base, grant, first, second);
            let departure = leave_at(&offer, month);
            prop_assert_eq!(departure.cash_kept(PRO_RATA), departure.cash_kept(MONTHLY));
            prop_assert!(departure.cash_kept(FULL) <= departure.cash_kept(PRO_RATA));
            prop_assert!(departure.cash_kept(PRO_RATA) <= departure.cash_kept(NOTHING));
            prop_assert!(Money::ZERO <= departure.owed_pro_rata && departure.owed_pro_rata <= departure.owed_in_full);
            prop_assert_eq!(departure.stock_vested + departure.stock_forfeited, offer.grant.value());
            let next = leave_at(&offer, month + 1);
            prop_assert!(next.stock_vested >= departure.stock_vested && next.cash_kept(PRO_RATA) >= departure.cash_kept(PRO_RATA));
        }

        #[test]
        fn four_whole_years_are_the_four_years(base in 0i64..1_000_000, grant in 0i64..5_000_000, first in 0i64..500_000, second in 0i64..500_000) {
            let offer = offer(base, grant, first, second);
            let [.., last] = leave_early(&offer);
            let total: Money = pay_by_year(&offer).iter().map(crate::analysis::Year::total).sum();
            prop_assert_eq!(last.cash_kept(FULL) + last.stock_vested, total);
        }
    }
}
