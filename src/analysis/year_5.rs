//! Year 5, after the first grant has vested.
//!
//! Later grants (refreshers) are at the employer's discretion: assumed none, shown at the size
//! that would keep pay level, and at any size the user enters.

use super::{Year, pay_by_year};
use crate::money::Money;
use crate::offer::Offer;

/// What year 5 pays, dollars, at a flat share price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year5 {
    /// With no refreshers: base, and whatever of the first grant vests in months 49 to 60.
    pub without_refreshers: Money,
    /// Dollars that this is below year 4; below zero where it is above.
    pub drop: Money,
    /// Refreshers that would have to vest in year 5 to keep it at year 4's pay; zero where it holds anyway.
    pub level_refreshers: Money,
    /// With the refreshers that the user entered.
    pub with_own: Option<Money>,
}

/// Works out year 5, with `own` dollars of refreshers vesting in it where the user entered some.
pub fn year_5(offer: &Offer, own: Option<Money>) -> Year5 {
    let [.., fourth] = pay_by_year(offer);
    let share =
        offer.schedule.vests().iter().filter(|vest| (49..=60).contains(&vest.month)).map(|vest| vest.share).sum();
    let without_refreshers = offer.base + offer.grant.value().scaled(share);
    let drop = Year::total(&fourth) - without_refreshers;
    Year5 {
        without_refreshers,
        drop,
        level_refreshers: drop.above_zero(),
        with_own: own.map(|refreshers| without_refreshers + refreshers),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::offer;
    use crate::offer::Schedule;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    #[track_caller]
    fn check(offer: &Offer, own: Option<i64>, expected: [i64; 3], with_own: Option<i64>) {
        let year = year_5(offer, own.map(Money::dollars));
        assert_eq!([year.without_refreshers, year.drop, year.level_refreshers], expected.map(Money::dollars));
        assert_eq!(year.with_own, with_own.map(Money::dollars));
    }

    #[test]
    fn base_alone_unless_something_else_vests() {
        check(&offer(200_000, 400_000, 90_000, 60_000), None, [200_000, 160_000, 160_000], None);
        check(&offer(200_000, 400_000, 90_000, 60_000), Some(50_000), [200_000, 160_000, 160_000], Some(250_000));
        check(&offer(200_000, 0, 90_000, 60_000), None, [200_000, 0, 0], None);
        let five = Schedule::by_year(&[20; 5].map(Decimal::from), 12).expect("adds up");
        check(&Offer { schedule: five, ..offer(200_000, 400_000, 0, 0) }, None, [280_000, 0, 0], None);
        let late = Schedule::by_year(&[10, 10, 10, 10, 60].map(Decimal::from), 12).expect("adds up");
        check(&Offer { schedule: late, ..offer(200_000, 400_000, 0, 0) }, None, [440_000, -200_000, 0], None);
    }

    proptest! {
        #[test]
        fn the_level_refreshers_keep_year_4(base in 0i64..400_000, grant in 0i64..2_000_000, first in 0i64..300_000) {
            let offer = offer(base, grant, first, 0);
            let year = year_5(&offer, Some(year_5(&offer, None).level_refreshers));
            prop_assert_eq!(year.with_own, Some(pay_by_year(&offer)[3].total()));
        }
    }
}
