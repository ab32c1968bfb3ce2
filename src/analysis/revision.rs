//! The recruiter's new numbers against the old ones: what moved, and whether it is a shuffle.

use rust_decimal::Decimal;

use super::pay_by_year;
use crate::money::percentage;
use crate::money::{Money, percent};
use crate::offer::{Grant, Offer};

/// One figure before and after, dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// In the earlier version.
    pub before: Money,
    /// In the newer version.
    pub after: Money,
}

impl Change {
    /// The difference: above zero where it went up.
    pub fn moved(self) -> Money {
        self.after - self.before
    }
}

/// What is different between two versions of an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Base, dollars a year.
    pub base: Change,
    /// Sign-on of year 1.
    pub sign_on_year_1: Change,
    /// Sign-on of year 2.
    pub sign_on_year_2: Change,
    /// Grant, dollars over its schedule at each version's own share price.
    pub grant: Change,
    /// The share price, where both grants are in shares and it differs.
    pub share_price: Option<Change>,
    /// How much of the grant's change is that price and not the offer; zero where it is the same.
    pub moved_by_price: Money,
    /// Each year's total at a flat share price.
    pub years: [Change; 4],
    /// The four-year total at a flat share price.
    pub four_year_total: Change,
    /// Whether the vesting schedule differs.
    pub schedule_changed: bool,
    /// Whether figures moved in both directions while the total stayed within 1 %.
    pub shuffle: bool,
}

/// The figures of an offer that a recruiter moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevisedFigure {
    /// Base, a year.
    Base,
    /// Sign-on of year 1.
    SignOnYear1,
    /// Sign-on of year 2.
    SignOnYear2,
    /// The grant, over its schedule.
    Grant,
}

impl Revision {
    /// The four figures, in the order of an offer.
    pub fn figures(&self) -> [(RevisedFigure, Change); 4] {
        [
            (RevisedFigure::Base, self.base),
            (RevisedFigure::SignOnYear1, self.sign_on_year_1),
            (RevisedFigure::SignOnYear2, self.sign_on_year_2),
            (RevisedFigure::Grant, self.grant),
        ]
    }

    /// How far the four-year total moved, in percent of what it was; above zero either way.
    pub fn total_percent(&self) -> Option<Decimal> {
        percentage(self.four_year_total.moved().abs(), self.four_year_total.before)
    }
}

/// What is different between two versions of an offer.
pub fn diff(before: &Offer, after: &Offer) -> Revision {
    let change = |of: fn(&Offer) -> Money| Change { before: of(before), after: of(after) };
    let (old, new) = (pay_by_year(before), pay_by_year(after));
    let years = std::array::from_fn(|year| Change { before: old[year].total(), after: new[year].total() });
    let (share_price, moved_by_price) = prices(before.grant, after.grant);
    let mut revision = Revision {
        share_price,
        moved_by_price,
        base: change(|offer| offer.base),
        sign_on_year_1: change(|offer| offer.sign_on.year_1),
        sign_on_year_2: change(|offer| offer.sign_on.year_2),
        grant: change(|offer| offer.grant.value()),
        years,
        four_year_total: change(Offer::four_year_total),
        schedule_changed: before.schedule != after.schedule,
        shuffle: false,
    };
    revision.shuffle = is_shuffle(&revision);
    revision
}

/// The share price where it differs, and what it does to the newer number of shares.
fn prices(before: Grant, after: Grant) -> (Option<Change>, Money) {
    let (Grant::Shares { price: old, .. }, Grant::Shares { count, price: new, .. }) = (before, after) else {
        return (None, Money::ZERO);
    };
    if old == new { (None, Money::ZERO) } else { (Some(Change { before: old, after: new }), (new - old) * count) }
}

fn is_shuffle(revision: &Revision) -> bool {
    let moves = revision.figures().map(|(_, change)| change.moved());
    let both_ways = moves.iter().any(|moved| *moved > Money::ZERO) && moves.iter().any(|moved| *moved < Money::ZERO);
    let total = revision.four_year_total;
    both_ways && total.moved().abs() <= total.before.scaled(percent(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::{offer, offer_in_shares};
    use proptest::prelude::*;

    fn first() -> Offer {
        offer(200_000, 400_000, 90_000, 60_000)
    }

    #[track_caller]
    fn check(after: &Offer, shuffle: bool) {
        assert_eq!(diff(&first(), after).shuffle, shuffle);
    }

    #[test]
    fn a_shuffle_moves_both_ways_within_one_percent() {
        check(&first(), false);
        check(&offer(201_000, 400_000, 90_000, 60_000), false);
        check(&offer(210_000, 360_000, 90_000, 60_000), true);
        // The total is 1,350,000: 13,500 is 1 %.
        check(&offer(200_000, 423_500, 80_000, 60_000), true);
        check(&offer(200_000, 423_501, 80_000, 60_000), false);
        check(&offer(200_000, 400_000, 100_000, 50_000), true);
    }

    #[test]
    fn a_grant_in_shares_is_compared_in_dollars() {
        let before = offer_in_shares(160_000, 220, 1_200, 127_000, 94_000);
        let after = offer_in_shares(160_000, 240, 1_200, 127_000, 94_000);
        assert_eq!(diff(&before, &after).grant.moved(), Money::dollars(24_000));
    }

    #[test]
    fn a_new_share_price_is_not_a_new_offer() {
        let before = offer_in_shares(160_000, 220, 1_200, 127_000, 94_000);
        let after = offer_in_shares(165_000, 220, 1_300, 127_000, 94_000);
        let revision = diff(&before, &after);
        assert_eq!(revision.moved_by_price, Money::dollars(22_000));
        assert_eq!(revision.total_percent(), Some(Decimal::new(37, 1)));
    }

    proptest! {
        #[test]
        fn years_and_total_agree_and_the_way_back_is_the_opposite(
            base in 100_000i64..400_000, grant in 0i64..2_000_000, one in 0i64..300_000, two in 0i64..300_000,
        ) {
            let after = offer(base, grant, one, two);
            let there = diff(&first(), &after);
            let years: Money = there.years.iter().map(|change| change.moved()).sum();
            prop_assert_eq!(years, there.four_year_total.moved());
            let back = diff(&after, &first());
            prop_assert_eq!(back.four_year_total.moved(), -there.four_year_total.moved());
        }
    }
}
