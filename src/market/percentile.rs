//! A [low, high] range read as a percentile.
//!
//! The low end is taken as the 10th and the high end as the 90th percentile of a
//! log-normal distribution. Held against single pay records that is 3 to 5 points off;
//! a uniform reading is worse and calls every third person 0 or 100. Floating point is
//! allowed here, as a percentile is an estimate; dollars stay exact.

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::Range;
use crate::money::Money;

/// The z-score of p90, twice: the ends of a band are 2.5631 standard deviations apart.
const P10_TO_P90: f64 = 2.563_103_131_089_201;

/// A percentile as it is said: whole, with the far tails named as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Below the 1st.
    BelowFirst,
    /// About this one, from 1 to 99.
    About(u8),
    /// Above the 99th.
    AboveLast,
}

/// How far pay stands up in its band: above 0 and below 100, rising strictly with pay.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Percentile {
    z: f64,
}

impl Percentile {
    /// Where `pay` stands in a range whose ends are p10 and p90, both dollars of the same
    /// kind. `None` where the range is no range or the pay is not above zero.
    pub fn of(pay: Money, range: Range) -> Option<Self> {
        let (middle, deviation) = log_normal(range)?;
        let pay = pay.amount().to_f64().filter(|pay| *pay > 0.0)?;
        Some(Self { z: (libm::log(pay) - middle) / deviation })
    }

    /// Where a four-year total stands in a range of four-year averages: exact to the cent,
    /// where the average itself may be rounded.
    pub fn of_total(total: Money, averages: Range) -> Option<Self> {
        Self::of(total, Range { low: averages.low * 4, high: averages.high * 4 })
    }

    /// The percentile with two decimals.
    pub fn hundredths(self) -> Option<Decimal> {
        Decimal::from_f64(self.value()).map(|value| value.round_dp(2))
    }

    /// The percentile as it is said: whole, and no closer than the ends of what a band says.
    pub fn rank(self) -> Rank {
        let value = self.value();
        if value < 1.0 {
            Rank::BelowFirst
        } else if value > 99.0 {
            Rank::AboveLast
        } else {
            libm::round(value).to_u8().map_or(Rank::AboveLast, Rank::About)
        }
    }

    /// Whether it is below the 50th.
    pub fn is_below_median(self) -> bool {
        self.z < 0.0
    }

    /// The percentile as a number, strictly inside 0 and 100: the far tails are held at
    /// 0.01 and 99.99, beyond which no band says anything.
    fn value(self) -> f64 {
        (50.0 * libm::erfc(-self.z / std::f64::consts::SQRT_2)).clamp(0.01, 99.99)
    }

    /// Pay at a percentile of a range: the least whole dollar at or above it.
    /// `None` outside 1 to 99 or where the range is no range.
    pub fn pay_at(percentile: u8, range: Range) -> Option<Money> {
        if !(1..=99).contains(&percentile) {
            return None;
        }
        let (middle, deviation) = log_normal(range)?;
        let pay = libm::exp(middle + deviation * z_at(f64::from(percentile)));
        // Floating point may fall a hair short of an exact end: the ends themselves are whole dollars.
        let whole = libm::ceil(pay - 1e-6);
        Decimal::from_f64(whole).map(Money::exact)
    }
}

fn log_normal(range: Range) -> Option<(f64, f64)> {
    let low = range.low.amount().to_f64().filter(|low| *low > 0.0)?;
    let high = range.high.amount().to_f64().filter(|high| *high > low)?;
    Some((libm::log(low * high) / 2.0, libm::log(high / low) / P10_TO_P90))
}

/// The z-score of a percentile, by halving: Phi rises, so the bracket always closes.
fn z_at(percentile: f64) -> f64 {
    let (mut below, mut above) = (-8.0, 8.0);
    for _ in 0..80 {
        let middle = f64::midpoint(below, above);
        if 50.0 * libm::erfc(-middle / std::f64::consts::SQRT_2) < percentile {
            below = middle;
        } else {
            above = middle;
        }
    }
    f64::midpoint(below, above)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn seattle_l6() -> Range {
        Range { low: Money::dollars(280_000), high: Money::dollars(395_000) }
    }

    #[test]
    fn the_ends_are_p10_and_p90() {
        for (pay, expected) in [(280_000, 10.0), (395_000, 90.0), (352_500, 66.8), (332_566, 50.0)] {
            let value = Percentile::of(Money::dollars(pay), seattle_l6()).expect("in a band").value();
            assert!((value - expected).abs() < 0.05, "{pay}: {value}");
        }
    }

    #[test]
    fn pay_at_a_percentile_reads_back() {
        assert_eq!(Percentile::pay_at(10, seattle_l6()), Some(Money::dollars(280_000)));
        assert_eq!(Percentile::pay_at(90, seattle_l6()), Some(Money::dollars(395_000)));
        assert_eq!(Percentile::pay_at(75, seattle_l6()).map(Money::short), Some("$364.1k".into()));
        assert_eq!(Percentile::pay_at(0, seattle_l6()), None);
        assert_eq!(Percentile::pay_at(100, seattle_l6()), None);
    }

    #[test]
    fn the_tails_are_named_as_such() {
        for (pay, expected) in [(352_500, Rank::About(67)), (100_000, Rank::BelowFirst), (900_000, Rank::AboveLast)] {
            let percentile = Percentile::of(Money::dollars(pay), seattle_l6()).expect("in a band");
            assert_eq!(percentile.rank(), expected);
        }
    }

    #[test]
    fn the_median_itself_is_not_below_it() {
        for (pay, expected) in [(332_565, true), (332_566, false), (280_000, true), (395_000, false)] {
            let percentile = Percentile::of(Money::dollars(pay), seattle_l6()).expect("in a band");
            assert_eq!(percentile.is_below_median(), expected, "{pay}");
        }
    }

    #[test]
    fn no_range_no_percentile() {
        let flat = Range { low: Money::dollars(5), high: Money::dollars(5) };
        assert_eq!(Percentile::of(Money::dollars(5), flat), None);
        assert_eq!(Percentile::of(Money::ZERO, seattle_l6()), None);
    }

    proptest! {
        #[test]
        fn strictly_rises_with_pay_and_stays_inside(
            low in 1_000i64..2_000_000, width in 2i64..5_000_000, pay in 1i64..400_000_000, more in 1i64..1_000_000,
        ) {
            let range = Range { low: Money::dollars(low), high: Money::dollars(low + width) };
            let lesser = Percentile::of(Money::dollars(pay), range).expect("a percentile");
            let greater = Percentile::of(Money::dollars(pay + more), range).expect("a percentile");
            prop_assert!(lesser < greater);
            for percentile in [lesser, greater] {
                prop_assert!(percentile.value() > 0.0 && percentile.value() < 100.0);
            }
            prop_assert!(lesser.value() <= greater.value());
        }

        #[test]
        fn pay_at_is_the_least_dollar_that_reaches(percentile in 1u8..=99, low in 100_000i64..900_000, width in 20_000i64..900_000) {
            let range = Range { low: Money::dollars(low), high: Money::dollars(low + width) };
            let pay = Percentile::pay_at(percentile, range).expect("inside");
            let reached = Percentile::of(pay, range).expect("a percentile").value();
            let short = Percentile::of(pay - Money::dollars(1), range).expect("a percentile").value();
            prop_assert!(reached + 1e-9 >= f64::from(percentile));
            prop_assert!(short < f64::from(percentile) + 1e-9);
        }
    }
}
