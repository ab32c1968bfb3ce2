//! Pay year by year: base + sign-on of the year + the part of the grant that vests in it.

use crate::money::Money;
use crate::offer::Offer;

/// One year's pay, dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// Base salary.
    pub base: Money,
    /// Sign-on paid for this year.
    pub sign_on: Money,
    /// Stock vesting in this year.
    pub stock: Money,
}

impl Year {
    /// All three together.
    pub fn total(&self) -> Money {
        self.base + self.sign_on + self.stock
    }
}

/// The four years of an offer at a flat share price.
pub fn pay_by_year(offer: &Offer) -> [Year; 4] {
    let stock = offer.schedule.year_amounts(offer.grant.value());
    let sign_on = [offer.sign_on.year_1, offer.sign_on.year_2, Money::ZERO, Money::ZERO];
    std::array::from_fn(|year| Year { base: offer.base, sign_on: sign_on[year], stock: stock[year] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::{offer, offer_in_shares};
    use proptest::prelude::*;

    #[track_caller]
    fn check(offer: &Offer, expected: [&str; 4], average: &str) {
        let years = pay_by_year(offer);
        assert_eq!(years.map(|year| year.total().bare_short()), expected.map(str::to_owned));
        assert_eq!(years.iter().map(Year::total).sum::<Money>().split(4).bare_short(), average);
    }

    #[test]
    fn the_vectors_of_the_design() {
        check(&offer(200_000, 400_000, 90_000, 60_000), ["310k", "320k", "360k", "360k"], "337.5k");
        check(&offer(180_000, 300_000, 120_000, 80_000), ["315k", "305k", "300k", "300k"], "305k");
        check(&offer(300_000, 1_150_000, 180_000, 120_000), ["537.5k", "592.5k", "760k", "760k"], "662.5k");
        check(&offer(160_000, 1_000_000, 400_000, 300_000), ["610k", "610k", "560k", "560k"], "585k");
        check(
            &offer_in_shares(160_000, 220, 1_200, 127_000, 94_000),
            ["300.2k", "293.6k", "265.6k", "265.6k"],
            "281.3k",
        );
    }

    #[test]
    fn stock_is_a_share_of_the_grant_not_of_the_base() {
        let stock = pay_by_year(&offer(200_000, 400_000, 0, 0)).map(|year| year.stock.bare_short());
        assert_eq!(stock, ["20k", "60k", "160k", "160k"].map(str::to_owned));
    }

    proptest! {
        #[test]
        fn four_years_are_four_bases_the_sign_ons_and_the_grant(
            base in 0i64..1_000_000, grant in 0i64..10_000_000, first in 0i64..1_000_000, second in 0i64..1_000_000,
        ) {
            let offer = offer(base, grant, first, second);
            let total: Money = pay_by_year(&offer).iter().map(Year::total).sum();
            prop_assert_eq!(total, Money::dollars(base * 4 + first + second + grant));
            prop_assert_eq!(total, offer.four_year_total());
        }
    }
}
