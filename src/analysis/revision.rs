//! The recruiter's new numbers against the old ones: what moved, and whether it is a shuffle.

use super::{pay_by_year, percentage};
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
    /// What it comes to, for the user.
    pub verdict: String,
}

impl Revision {
    /// The four components with their names, in the order of an offer.
    pub fn components(&self) -> [(&'static str, Change); 4] {
        [
            ("base", self.base),
            ("sign-on in year 1", self.sign_on_year_1),
            ("sign-on in year 2", self.sign_on_year_2),
            ("grant", self.grant),
        ]
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
        verdict: String::new(),
    };
    revision.shuffle = is_shuffle(&revision);
    revision.verdict = verdict(&revision);
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
    let moves = revision.components().map(|(_, change)| change.moved());
    let both_ways = moves.iter().any(|moved| *moved > Money::ZERO) && moves.iter().any(|moved| *moved < Money::ZERO);
    let total = revision.four_year_total;
    both_ways && total.moved().abs() <= total.before.scaled(percent(1))
}

fn verdict(revision: &Revision) -> String {
    let total = revision.four_year_total;
    let parts = moves(revision);
    let mut beside = String::new();
    if let Some(price) = revision.share_price {
        beside = format!(
            " {} of the grant's change is the share price, {} instead of {}, not the offer.",
            revision.moved_by_price.abs(),
            price.after,
            price.before
        );
    }
    if revision.schedule_changed {
        beside.push_str(" The vesting schedule changed too.");
    }
    if parts.is_empty() {
        return if revision.schedule_changed {
            format!("The figures are the same, but the vesting schedule changed: {}.", years_apart(revision))
        } else {
            "Nothing changed: the same base, sign-on and grant as before.".to_owned()
        };
    }
    let by = |moved: Money| percentage(moved, total.before).map_or(String::new(), |share| format!(" ({share} %)"));
    let moved = total.moved();
    let size = moved.abs();
    if revision.shuffle {
        let net = if moved.is_zero() {
            "the four-year total is the same".to_owned()
        } else {
            format!("the four-year total is only {size} {}{}", more_or_less(moved), by(size))
        };
        return format!("A shuffle: {parts}, and {net}.{beside}");
    }
    if moved.is_zero() {
        return format!("The four-year total is the same: {parts}.{beside}");
    }
    let better = if moved.is_positive() { "Better" } else { "Worse" };
    format!("{better} by {size} over four years{}: {parts}.{beside}", by(size))
}

/// `base up $10,000 a year, grant down $40,000`.
fn moves(revision: &Revision) -> String {
    let parts: Vec<String> = revision
        .components()
        .into_iter()
        .filter(|(_, change)| !change.moved().is_zero())
        .map(|(name, change)| {
            let direction = if change.moved().is_positive() { "up" } else { "down" };
            let unit = if name == "base" { " a year" } else { "" };
            format!("{name} {direction} {}{unit}", change.moved().abs())
        })
        .collect();
    parts.join(", ")
}

/// `year 1 $20,000 less, year 4 $20,000 more`.
fn years_apart(revision: &Revision) -> String {
    let apart: Vec<String> = (1..)
        .zip(revision.years)
        .filter(|(_, change)| !change.moved().is_zero())
        .map(|(year, change)| format!("year {year} pays {} {}", change.moved().abs(), more_or_less(change.moved())))
        .collect();
    if apart.is_empty() { "each year pays the same".to_owned() } else { apart.join(", ") }
}

fn more_or_less(moved: Money) -> &'static str {
    if moved.is_positive() { "more" } else { "less" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::{offer, offer_in_shares};
    use crate::offer::read_schedule;
    use proptest::prelude::*;

    fn first() -> Offer {
        offer(200_000, 400_000, 90_000, 60_000)
    }

    #[test]
    fn verdicts_a_user_reads() {
        let verdict = |after: &Offer| diff(&first(), after).verdict;
        insta::assert_snapshot!(verdict(&first()), @"Nothing changed: the same base, sign-on and grant as before.");
        insta::assert_snapshot!(verdict(&offer(210_000, 450_000, 90_000, 60_000)), @"Better by $90,000 over four years (6.7 %): base up $10,000 a year, grant up $50,000.");
        insta::assert_snapshot!(verdict(&offer(210_000, 360_000, 90_000, 60_000)), @"A shuffle: base up $10,000 a year, grant down $40,000, and the four-year total is the same.");
        insta::assert_snapshot!(verdict(&offer(210_000, 365_000, 90_000, 60_000)), @"A shuffle: base up $10,000 a year, grant down $35,000, and the four-year total is only $5,000 more (0.4 %).");
        insta::assert_snapshot!(verdict(&offer(200_000, 350_000, 90_000, 60_000)), @"Worse by $50,000 over four years (3.7 %): grant down $50,000.");
        insta::assert_snapshot!(verdict(&offer(220_000, 300_000, 100_000, 40_000)), @"Worse by $30,000 over four years (2.2 %): base up $20,000 a year, sign-on in year 1 up $10,000, sign-on in year 2 down $20,000, grant down $100,000.");
        let even = Offer { schedule: read_schedule("25x4 yearly").expect("a schedule"), ..first() };
        insta::assert_snapshot!(verdict(&even), @"The figures are the same, but the vesting schedule changed: year 1 pays $80,000 more, year 2 pays $40,000 more, year 3 pays $60,000 less, year 4 pays $60,000 less.");
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
        insta::assert_snapshot!(revision.verdict, @"Better by $42,000 over four years (3.7 %): base up $5,000 a year, grant up $22,000. $22,000 of the grant's change is the share price, $1,300 instead of $1,200, not the offer.");
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
            prop_assert!(!there.verdict.is_empty());
        }
    }
}
