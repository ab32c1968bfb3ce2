//! When a grant vests: shares of the **grant** by month after the start.
//!
//! The source's pseudo-code vests a share of the base salary; that is wrong,
//! and every figure here is a share of the grant.

mod text;

pub(super) use text::{FILLERS, percentages_alone, read_even_schedule};
pub use text::{Rhythm, ScheduleTextError, read_how_often, told_but_how_often};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::money::Money;

/// One vest: a share of the grant, this many months after the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vest {
    /// Months after the start date, 1 or more.
    pub month: u32,
    /// The share of the grant, 0 to 1.
    pub share: Decimal,
}

/// The vests of a grant in order of month; their shares add up to 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Vest>", into = "Vec<Vest>")]
pub struct Schedule(Vec<Vest>);

/// Why a list of vests is no schedule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScheduleError {
    /// The shares must add up to the whole grant.
    #[error("the vests add up to {0} % of the grant, not 100 %")]
    NotWhole(Decimal),
    /// Months start at 1 and rise.
    #[error("vest months must rise, from 1 to {most}", most = Schedule::LAST_MONTH)]
    OutOfOrder,
    /// A share is below zero.
    #[error("a vest can't be below zero")]
    Negative,
}

impl Schedule {
    /// The last month a vest may fall in.
    pub const LAST_MONTH: u32 = 120;

    /// A schedule from its vests, in order of month.
    pub fn new(vests: Vec<Vest>) -> Result<Self, ScheduleError> {
        if vests.iter().any(|vest| vest.share.is_sign_negative()) {
            return Err(ScheduleError::Negative);
        }
        let rising = vests.windows(2).all(|pair| pair[0].month < pair[1].month);
        let inside = vests.iter().all(|vest| (1..=Self::LAST_MONTH).contains(&vest.month));
        if !rising || !inside {
            return Err(ScheduleError::OutOfOrder);
        }
        let whole = vests.iter().try_fold(Decimal::ZERO, |sum, vest| sum.checked_add(vest.share));
        match whole {
            Some(whole) if whole == Decimal::ONE => Ok(Self(vests)),
            whole => {
                Err(ScheduleError::NotWhole(whole.unwrap_or_default().saturating_mul(Decimal::ONE_HUNDRED).normalize()))
            }
        }
    }

    /// Yearly percentages, each vesting in equal parts every `every_months` months (1, 3, 6 or 12).
    /// The last part of a year takes what equal parts leave over.
    pub fn by_year(percentages: &[Decimal], every_months: u32) -> Result<Self, ScheduleError> {
        let parts = 12 / every_months.clamp(1, 12);
        let mut vests = Vec::new();
        for (year, percentage) in (0u32..).zip(percentages) {
            let share = percentage / Decimal::ONE_HUNDRED;
            let part = (share / Decimal::from(parts)).round_dp(8);
            for index in 1..=parts {
                let share = if index == parts { share - part * Decimal::from(parts - 1) } else { part };
                vests.push(Vest { month: year * 12 + index * (12 / parts), share });
            }
        }
        Self::new(vests.into_iter().filter(|vest| !vest.share.is_zero()).collect())
    }

    /// The same schedule with all of the first year at month 12.
    #[must_use]
    pub fn with_year_cliff(&self) -> Self {
        let first: Decimal = self.0.iter().filter(|vest| vest.month <= 12).map(|vest| vest.share).sum();
        let cliff = std::iter::once(Vest { month: 12, share: first }).filter(|vest| !vest.share.is_zero());
        // The same shares in rising months: this can only be a schedule again.
        Self(cliff.chain(self.0.iter().copied().filter(|vest| vest.month > 12)).collect())
    }

    /// The vests in order.
    pub fn vests(&self) -> &[Vest] {
        &self.0
    }

    /// The month of the first vest.
    pub fn first_month(&self) -> Option<u32> {
        self.0.first().map(|vest| vest.month)
    }

    /// The share of the grant that vests in year 1 to 4 (months 1-12, 13-24, 25-36, 37-48).
    pub fn year_shares(&self) -> [Decimal; 4] {
        let mut shares = [Decimal::ZERO; 4];
        for vest in &self.0 {
            if let Some(share) = shares.get_mut(((vest.month - 1) / 12) as usize) {
                *share += vest.share;
            }
        }
        shares
    }

    /// Dollars of a grant that vest in each of the four years. Cents that rounding would
    /// lose or gain fall in the last year with a vest, so that the years add up exactly.
    pub fn year_amounts(&self, grant: Money) -> [Money; 4] {
        let shares = self.year_shares();
        let mut amounts = shares.map(|share| grant.scaled(share));
        let whole = grant.scaled(shares.iter().sum());
        if let Some(last) = shares.iter().rposition(|share| !share.is_zero()) {
            let before: Money = amounts[..last].iter().copied().sum();
            amounts[last] = whole - before;
        }
        amounts
    }

    /// Each vest with its dollars of a grant. The last vest of a year takes its odd cents, so
    /// that the vests of a year add up to [`Schedule::year_amounts`].
    pub fn vest_amounts(&self, grant: Money) -> Vec<(Vest, Money)> {
        let by_year = self.year_amounts(grant);
        let mut amounts: Vec<(Vest, Money)> = self.0.iter().map(|vest| (*vest, grant.scaled(vest.share))).collect();
        for (year, whole) in (0u32..).zip(by_year) {
            let in_year = |vest: &Vest| (vest.month - 1) / 12 == year;
            if let Some(last) = amounts.iter().rposition(|(vest, _)| in_year(vest)) {
                let before: Money =
                    amounts[..last].iter().filter(|(vest, _)| in_year(vest)).map(|(_, amount)| *amount).sum();
                amounts[last].1 = whole - before;
            }
        }
        amounts
    }

    /// `5/15/40/40`, as percentages of the grant.
    pub fn summary(&self) -> String {
        let shares = self.year_shares().map(|share| (share * Decimal::ONE_HUNDRED).round_dp(1).normalize().to_string());
        shares.join("/")
    }
}

impl TryFrom<Vec<Vest>> for Schedule {
    type Error = ScheduleError;
    fn try_from(vests: Vec<Vest>) -> Result<Self, ScheduleError> {
        Self::new(vests)
    }
}

impl From<Schedule> for Vec<Vest> {
    fn from(schedule: Schedule) -> Self {
        schedule.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::percent;
    use proptest::prelude::*;

    fn shares(schedule: &Schedule) -> String {
        schedule.summary()
    }

    #[test]
    fn amazon_vests_five_fifteen_forty_forty_of_the_grant() {
        assert_eq!(shares(&Schedule::amazon()), "5/15/40/40");
        let amounts = Schedule::amazon().year_amounts(Money::dollars(400_000));
        assert_eq!(amounts, [20_000, 60_000, 160_000, 160_000].map(Money::dollars));
    }

    #[test]
    fn yearly_percentages_spread_over_the_year() {
        let google = Schedule::by_year(&[33, 33, 22, 12].map(Decimal::from), 1).expect("adds up");
        assert_eq!(shares(&google), "33/33/22/12");
        assert_eq!(google.first_month(), Some(1));
        assert_eq!(google.vests().len(), 48);
        let meta = Schedule::by_year(&[25, 25, 25, 25].map(Decimal::from), 3).expect("adds up");
        assert_eq!(meta.vests().len(), 16);
    }

    #[test]
    fn refuses_what_is_no_schedule() {
        let vest = |month, share| Vest { month, share: percent(share) };
        assert_eq!(Schedule::new(vec![vest(12, 50)]), Err(ScheduleError::NotWhole(Decimal::from(50))));
        assert_eq!(Schedule::new(vec![vest(24, 50), vest(12, 50)]), Err(ScheduleError::OutOfOrder));
        assert_eq!(Schedule::new(vec![vest(0, 100)]), Err(ScheduleError::OutOfOrder));
        assert_eq!(Schedule::new(vec![vest(1, -5), vest(2, 105)]), Err(ScheduleError::Negative));
    }

    proptest! {
        #[test]
        fn the_four_years_add_up_to_the_grant(cents in 0i64..1_000_000_000) {
            let grant = Money::exact(Decimal::new(cents, 2));
            prop_assert_eq!(Schedule::amazon().year_amounts(grant).into_iter().sum::<Money>(), grant);
        }

        #[test]
        fn the_vests_add_up_to_the_grant(cents in 0i64..1_000_000_000, every in prop::sample::select(vec![1u32, 3, 6, 12])) {
            let grant = Money::exact(Decimal::new(cents, 2));
            let schedule = Schedule::by_year(&[33, 33, 22, 12].map(Decimal::from), every).expect("adds up");
            let vests = schedule.vest_amounts(grant);
            prop_assert_eq!(vests.iter().map(|(_, amount)| *amount).sum::<Money>(), grant);
            prop_assert_eq!(vests.len(), schedule.vests().len());
        }
    }
}
