//! What vests of a grant in each year, in whole cents: the same figures as
//! [`Schedule::year_amounts`] gives, for the thousands of grants a search looks at.

use rust_decimal::Decimal;

use crate::offer::Schedule;

/// The shares of a schedule as integers over one denominator.
#[derive(Clone, Copy, Debug)]
pub(super) struct Vested {
    /// Share of each year.
    years: [i128; 4],
    /// Share of all four years.
    whole: i128,
    /// What the shares are parts of.
    denominator: i128,
    /// The last year with a vest, which takes the cents that rounding leaves over.
    last: Option<usize>,
}

/// Decimals of a share that are kept; no schedule that a person enters has more.
const MOST_DECIMALS: u32 = 18;

impl Vested {
    /// A schedule, ready for many grants.
    pub(super) fn new(schedule: &Schedule) -> Self {
        let shares = schedule.year_shares().map(|share| share.round_dp(MOST_DECIMALS).normalize());
        let scale = shares.iter().map(Decimal::scale).max().unwrap_or_default();
        let years = shares.map(|share| share.mantissa() * 10i128.pow(scale - share.scale()));
        let last = years.iter().rposition(|share| *share != 0);
        Self { years, whole: years.iter().sum(), denominator: 10i128.pow(scale), last }
    }

    /// Whether anything vests within four years.
    pub(super) fn any(&self) -> bool {
        self.last.is_some()
    }

    /// Cents that vest in each year of a grant in cents.
    pub(super) fn years(&self, grant: i64) -> [i64; 4] {
        let mut years = self.years.map(|share| self.part(grant, share));
        if let Some(last) = self.last {
            let before: i64 = years[..last].iter().sum();
            years[last] = self.total(grant) - before;
        }
        years
    }

    /// Cents that vest in the four years together.
    pub(super) fn total(&self, grant: i64) -> i64 {
        self.part(grant, self.whole)
    }

    /// `grant * share`, rounded to the cent, halves up: amounts here are never negative.
    fn part(&self, grant: i64, share: i128) -> i64 {
        if share == self.denominator {
            return grant;
        }
        // Machine words do for every schedule in whole or tenth percentages; they divide faster.
        if let (Ok(share), Ok(denominator)) = (i32::try_from(share), i32::try_from(self.denominator))
            && denominator <= 10_000
            && grant <= 1_000_000_000_000
        {
            return (grant * i64::from(share) * 2 / i64::from(denominator) + 1) / 2;
        }
        let doubled = i128::from(grant) * share * 2 / self.denominator;
        i64::try_from((doubled + 1) / 2).unwrap_or(i64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::counter::steps::{cents, money};
    use crate::money::Money;
    use proptest::prelude::*;

    #[track_caller]
    fn agree(schedule: &Schedule, grant: i64) -> Result<(), TestCaseError> {
        let vested = Vested::new(schedule);
        let expected = schedule.year_amounts(money(grant)).map(cents);
        prop_assert_eq!(vested.years(grant), expected);
        prop_assert_eq!(vested.total(grant), expected.iter().sum::<i64>());
        Ok(())
    }

    #[test]
    fn amazon() {
        let years = Vested::new(&Schedule::amazon()).years(cents(Money::dollars(400_000)));
        assert_eq!(years.map(money), [20_000, 60_000, 160_000, 160_000].map(Money::dollars));
    }

    proptest! {
        #[test]
        fn agrees_with_the_schedule(
            grant in 0i64..100_000_000_000, first in 0i64..=3_333, second in 0i64..=3_333, third in 0i64..=3_333, every in 0usize..4, years in 4usize..=5,
        ) {
            agree(&Schedule::amazon(), grant)?;
            let rest = 10_000 - first - second - third;
            let mut percentages = vec![Decimal::new(first, 2), Decimal::new(second, 2), Decimal::new(third, 2), Decimal::new(rest, 2)];
            if years == 5 {
                percentages.rotate_right(1);
                percentages.insert(0, Decimal::ZERO);
            }
            let schedule = Schedule::by_year(&percentages, [1, 3, 6, 12][every]).expect("adds up");
            agree(&schedule, grant)?;
        }
    }
}
