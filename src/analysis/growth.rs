//! The stock at another price: the recruiter's convention, and the growth an offer
//! silently needs.
//!
//! Recruiters' sheets, as reported, value the stock of year n at (1+g)^(n-1). It is a
//! view, never the headline: the headline is the flat price.

use std::fmt;

use rust_decimal::Decimal;

use super::{Year, pay_by_year};
use crate::money::{Money, percent};
use crate::offer::Offer;

/// Share-price growth a year, as a ratio: 0.15 is 15 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Growth(Decimal);

impl Growth {
    /// No growth: the headline.
    pub const FLAT: Self = Self(Decimal::ZERO);
    /// The 15 % a year that recruiters' sheets are reported to assume.
    pub const RECRUITERS: Self = Self(Decimal::from_parts(15, 0, 0, false, 2));

    /// A ratio a year, from -0.95 to 10; `None` outside.
    pub fn new(ratio: Decimal) -> Option<Self> {
        (percent(-95)..=Decimal::TEN).contains(&ratio).then_some(Self(ratio))
    }

    /// The ratio: 0.15 for 15 %.
    pub fn ratio(self) -> Decimal {
        self.0
    }

    /// (1+g)^years.
    pub fn factor(self, years: u32) -> Decimal {
        (0..years).fold(Decimal::ONE, |factor, _| factor.saturating_mul(Decimal::ONE + self.0).round_dp(18))
    }
}

impl fmt::Display for Growth {
    /// `15 %`, `7.4 %`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", (self.0 * Decimal::ONE_HUNDRED).round_dp(1).normalize())
    }
}

/// Each year's total with the stock of year n at (1+g)^(n-1).
pub fn recruiter_years(offer: &Offer, growth: Growth) -> [Money; 4] {
    grown(&pay_by_year(offer), growth)
}

fn grown(years: &[Year; 4], growth: Growth) -> [Money; 4] {
    let mut factor = Decimal::ONE;
    years.map(|year| {
        let stock = year.stock.scaled(factor);
        factor = factor.saturating_mul(Decimal::ONE + growth.0).round_dp(18);
        year.base + year.sign_on + stock
    })
}

/// The smallest growth of at least zero at which year 3 is at least years 1 and 2, in the
/// recruiter's convention, rounded up to a hundredth of a percent. `None` where no growth
/// up to 1,000 % does it.
pub fn implied_growth(offer: &Offer) -> Option<Growth> {
    let years = pay_by_year(offer);
    let holds = |growth: Growth| {
        let [first, second, third, _] = grown(&years, growth);
        third >= first && third >= second
    };
    // Stock of year 3 grows by the square where that of year 2 grows by the first power: where
    // it holds at one growth it holds at every higher one, so halving finds the smallest.
    let step = Decimal::new(1, 4);
    let at = |steps: i64| Growth(step * Decimal::from(steps));
    let (mut below, mut above) = (0i64, 100_000i64);
    if holds(Growth::FLAT) {
        return Some(Growth::FLAT);
    }
    if !holds(at(above)) {
        return None;
    }
    while above - below > 1 {
        let middle = i64::midpoint(below, above);
        if holds(at(middle)) {
            above = middle;
        } else {
            below = middle;
        }
    }
    Some(at(above))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::{offer, offer_in_shares};

    #[test]
    fn the_recruiters_fifteen_percent() {
        let letter = offer_in_shares(160_000, 220, 1_200, 127_000, 94_000);
        let years = recruiter_years(&letter, Growth::RECRUITERS).map(Money::bare_short);
        assert_eq!(years, ["300.2k", "299.5k", "299.7k", "320.6k"].map(str::to_owned));
        let principal = offer(160_000, 1_000_000, 400_000, 300_000);
        let years = recruiter_years(&principal, Growth::RECRUITERS).map(Money::bare_short);
        assert_eq!(years, ["610k", "632.5k", "689k", "768.4k"].map(str::to_owned));
    }

    #[test]
    fn the_growth_an_offer_silently_needs() {
        let needs = |offer: &Offer| implied_growth(offer).map(|growth| growth.to_string());
        assert_eq!(needs(&offer(160_000, 1_000_000, 400_000, 300_000)), Some("7.4 %".into()));
        assert_eq!(needs(&offer(200_000, 400_000, 90_000, 60_000)), Some("0 %".into()));
        assert_eq!(needs(&offer(200_000, 0, 90_000, 60_000)), None);
    }

    #[test]
    fn growth_outside_reason_is_refused() {
        assert_eq!(Growth::new(percent(-96)), None);
        assert_eq!(Growth::new(percent(1001)), None);
        assert_eq!(Growth::new(percent(-30)).map(|growth| growth.to_string()), Some("-30 %".into()));
    }
}
