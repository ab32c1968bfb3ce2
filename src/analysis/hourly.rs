//! Pay by the hour, for the hours that are really worked.

use rust_decimal::Decimal;

use super::{Year, pay_by_year};
use crate::money::Money;
use crate::offer::Offer;

/// Hours worked in a week, over 52 weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours(Decimal);

impl Hours {
    /// 40 hours a week: 2,080 a year.
    pub const USUAL: Self = Self(Decimal::from_parts(40, 0, 0, false, 0));

    /// Hours a week from 1 to 120; `None` outside.
    pub fn a_week(hours: Decimal) -> Option<Self> {
        (Decimal::ONE..=Decimal::from(120)).contains(&hours).then_some(Self(hours))
    }

    /// Hours a week.
    pub fn in_a_week(self) -> Decimal {
        self.0
    }

    /// Hours a year: 52 weeks.
    pub fn in_a_year(self) -> Decimal {
        self.0 * Decimal::from(52)
    }
}

/// Dollars an hour, to the cent, at a flat share price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hourly {
    /// The hours it is worked out with.
    pub hours: Hours,
    /// Dollars an hour in each of the four years.
    pub years: [Money; 4],
    /// Dollars an hour over all four years.
    pub average: Money,
}

/// Works out the hourly rate of an offer.
pub fn hourly(offer: &Offer, hours: Hours) -> Hourly {
    let years = pay_by_year(offer).map(|year| Year::total(&year));
    let rate = |pay: Money, count: u32| {
        Money::exact(pay.amount() / (hours.in_a_year() * Decimal::from(count))).in_currency(pay.currency())
    };
    Hourly { hours, years: years.map(|year| rate(year, 1)), average: rate(years.into_iter().sum(), 4) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::offer;
    use proptest::prelude::*;

    #[track_caller]
    fn check(offer: &Offer, hours: Hours, years: [&str; 4], average: &str) {
        let hourly = hourly(offer, hours);
        assert_eq!(hourly.years.map(|year| year.to_string()), years.map(str::to_owned));
        assert_eq!(hourly.average.to_string(), average);
    }

    #[test]
    fn dollars_an_hour() {
        let middling = offer(200_000, 400_000, 90_000, 60_000);
        check(&middling, Hours::USUAL, ["$149.04", "$153.85", "$173.08", "$173.08"], "$162.26");
        let long = Hours::a_week(Decimal::new(555, 1)).expect("within a week");
        check(&middling, long, ["$107.42", "$110.88", "$124.74", "$124.74"], "$116.94");
    }

    #[test]
    fn hours_are_within_a_week() {
        for hours in [0, -1, 121, 1_000] {
            assert_eq!(Hours::a_week(Decimal::from(hours)), None, "{hours}");
        }
    }

    proptest! {
        #[test]
        fn the_rate_times_the_hours_is_the_pay(base in 0i64..400_000, grant in 0i64..2_000_000, tenths in 10i64..=1_200) {
            let offer = offer(base, grant, 10_000, 0);
            let hours = Hours::a_week(Decimal::new(tenths, 1)).expect("within a week");
            let hourly = hourly(&offer, hours);
            let cent = Money::dollars(1).split(100);
            for (rate, year) in hourly.years.into_iter().zip(pay_by_year(&offer)) {
                let off = (rate.scaled(hours.in_a_year()) - year.total()).abs();
                prop_assert!(off <= cent.scaled(hours.in_a_year()));
            }
            let (least, most) = (hourly.years.into_iter().min(), hourly.years.into_iter().max());
            prop_assert!(least <= Some(hourly.average) && Some(hourly.average) <= most);
        }
    }
}
