//! The same offer at other share prices: flat, the recruiter's growth, any other, a fall,
//! and the price at which year 3 pays what year 1 does.
//!
//! Every view stands beside the flat one with its difference in dollars.

use rust_decimal::Decimal;

use super::{Growth, Year, pay_by_year, recruiter_years};
use crate::money::{Money, percent};
use crate::offer::{Grant, Offer};

/// How far the price falls in [`WhatIf::fallen`]: 30 %.
pub const FALL: Decimal = Decimal::from_parts(30, 0, 0, true, 2);

/// An offer at one course of the share price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Dollars in each of the four years.
    pub years: [Money; 4],
    /// Dollars over four years.
    pub four_year_total: Money,
    /// Dollars in each year above the flat price; below zero where it pays less.
    pub years_against_flat: [Money; 4],
    /// Dollars over four years above the flat price.
    pub against_flat: Money,
}

/// The price at which year 3 pays as much as year 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvenPrice {
    /// The price as a multiple of the grant's price: below 1 the price may fall that far before
    /// year 3 pays less than year 1, above 1 it has to rise.
    pub factor: Decimal,
    /// Dollars a share, where the grant is in shares.
    pub price: Option<Money>,
}

impl EvenPrice {
    /// The change of price in percent, one decimal: `14.3`, `-35.7`.
    pub fn change_percent(&self) -> Decimal {
        ((self.factor - Decimal::ONE) * Decimal::ONE_HUNDRED).round_dp(1).normalize()
    }
}

/// An offer at several courses of the share price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// At a flat price: the headline.
    pub flat: Scenario,
    /// At the 15 % a year that recruiters' sheets are reported to assume, in their convention.
    pub recruiters: Scenario,
    /// At the growth the user chose, in the recruiters' convention.
    pub chosen: Option<(Growth, Scenario)>,
    /// The chosen growth, each vest valued at the month it vests.
    pub chosen_by_date: Option<Scenario>,
    /// At a price 30 % lower from the start.
    pub fallen: Scenario,
    /// Where year 3 equals year 1; `None` where no price does it, as year 3 vests no more than year 1.
    pub even: Option<EvenPrice>,
}

/// Looks at an offer under several courses of the share price.
pub fn what_if(offer: &Offer, chosen: Option<Growth>) -> WhatIf {
    WhatIf {
        flat: with_growth(offer, Growth::FLAT),
        recruiters: with_growth(offer, Growth::RECRUITERS),
        chosen: chosen.map(|growth| (growth, with_growth(offer, growth))),
        chosen_by_date: chosen.map(|growth| by_date(offer, growth)),
        fallen: at_price(offer, Decimal::ONE + FALL),
        even: even_price(offer),
    }
}

/// The stock of year n at (1+g)^(n-1): the convention reported from recruiters' sheets.
pub fn with_growth(offer: &Offer, growth: Growth) -> Scenario {
    Scenario::new(offer, recruiter_years(offer, growth))
}

/// All stock at a multiple of the grant's price: 0.7 is 30 % lower from the start.
pub fn at_price(offer: &Offer, factor: Decimal) -> Scenario {
    Scenario::new(offer, pay_by_year(offer).map(|year| year.base + year.sign_on + year.stock.scaled(factor)))
}

/// Each vest at month m at (1+g)^(m/12): what the growth means by the calendar, counted from the start date.
pub fn by_date(offer: &Offer, growth: Growth) -> Scenario {
    let root = twelfth_root(Decimal::ONE + growth.ratio());
    let mut gains = [Decimal::ZERO; 4];
    for vest in offer.schedule.vests() {
        let Some(gain) = gains.get_mut(((vest.month - 1) / 12) as usize) else { continue };
        let months = (0..vest.month % 12).fold(Decimal::ONE, |factor, _| factor * root);
        let factor = growth.factor(vest.month / 12).saturating_mul(months).round_dp(18);
        *gain += (vest.share * (factor - Decimal::ONE)).round_dp(20);
    }
    // The gain is added to the flat year, so that no growth is the flat view to the cent.
    let grant = offer.grant.value();
    let flat = pay_by_year(offer);
    Scenario::new(offer, std::array::from_fn(|year| flat[year].total() + grant.scaled(gains[year])))
}

/// The price at which year 3 pays as much as year 1: sign-on of year 1 over what year 3 vests
/// more than year 1. Zero where year 3 is at least year 1 at any price.
pub fn even_price(offer: &Offer) -> Option<EvenPrice> {
    let [first, _, third, _] = pay_by_year(offer);
    let more = third.stock - first.stock;
    if !more.is_positive() {
        return None;
    }
    let factor = (first.sign_on - third.sign_on).ratio_to(more)?;
    let price = match offer.grant {
        Grant::Shares { price, .. } => Some(price.scaled(factor)),
        Grant::Dollars(_) => None,
    };
    Some(EvenPrice { factor, price })
}

impl Scenario {
    fn new(offer: &Offer, years: [Money; 4]) -> Self {
        let flat = pay_by_year(offer).map(|year| Year::total(&year));
        let years_against_flat = std::array::from_fn(|year| years[year] - flat[year]);
        Self {
            years,
            four_year_total: years.into_iter().sum(),
            years_against_flat,
            against_flat: years_against_flat.into_iter().sum(),
        }
    }
}

/// The twelfth root of a positive number up to 11, by halving, to 20 decimals.
fn twelfth_root(number: Decimal) -> Decimal {
    let twelfth_power = |root: Decimal| {
        let cube = root * root * root;
        let sixth = cube * cube;
        sixth * sixth
    };
    if number == Decimal::ONE {
        return Decimal::ONE;
    }
    // 1.25 to the twelfth is 14.6: above the greatest growth there is.
    let (mut below, mut above) = (Decimal::ZERO, percent(125));
    for _ in 0..68 {
        let middle = ((below + above) / Decimal::TWO).round_dp(20);
        if twelfth_power(middle) <= number {
            below = middle;
        } else {
            above = middle;
        }
    }
    below
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::{offer, offer_in_shares};
    use crate::offer::Schedule;
    use proptest::prelude::*;

    fn growth(percentage: i64) -> Growth {
        Growth::new(percent(percentage)).expect("within reason")
    }

    fn short(scenario: &Scenario) -> String {
        let years = scenario.years.map(Money::bare_short).join("/");
        format!("{years} {} ({})", scenario.four_year_total.bare_short(), scenario.against_flat.bare_short())
    }

    #[test]
    fn the_letter_of_220_units_side_by_side() {
        let letter = offer_in_shares(160_000, 220, 1_200, 127_000, 94_000);
        let views = what_if(&letter, Some(growth(-10)));
        let (chosen, scenario) = views.chosen.expect("chosen");
        assert_eq!(chosen, growth(-10));
        let all = [&views.flat, &views.recruiters, &scenario, &views.chosen_by_date.expect("chosen"), &views.fallen];
        insta::assert_snapshot!(all.map(short).join("\n"), @r"
        300.2k/293.6k/265.6k/265.6k 1.13M (0)
        300.2k/299.5k/299.7k/320.6k 1.22M (95k)
        300.2k/289.6k/245.5k/237k 1.07M (-52.6k)
        298.9k/286.1k/239.1k/231.2k 1.06M (-69.8k)
        296.2k/281.7k/233.9k/233.9k 1.05M (-79.2k)
        ");
        assert_eq!(what_if(&letter, None).chosen_by_date, None);
    }

    #[test]
    fn by_date_values_each_vest_in_its_month() {
        // 44 % a year is 20 % in half a year: 0.2 x 1.44^2.5 + 0.2 x 1.44^3 of the grant in year 3.
        let years = by_date(&offer(0, 100_000, 0, 0), growth(44)).years;
        assert_eq!(
            years.map(|year| year.to_string()),
            ["$7,200", "$31,104", "$109,486.08", "$157,659.96"].map(str::to_owned)
        );
    }

    #[track_caller]
    fn even(offer: &Offer, factor: &str, change: &str, price: Option<&str>) {
        let even = even_price(offer).expect("there is one");
        assert_eq!(even.factor.round_dp(4).normalize().to_string(), factor);
        assert_eq!(even.change_percent().to_string(), change);
        assert_eq!(even.price.map(|price| price.to_string()).as_deref(), price);
    }

    #[test]
    fn the_price_at_which_year_3_is_year_1() {
        even(&offer(180_000, 300_000, 120_000, 80_000), "1.1429", "14.3", None);
        even(&offer(200_000, 400_000, 90_000, 60_000), "0.6429", "-35.7", None);
        even(&offer(200_000, 400_000, 0, 60_000), "0", "-100", None);
        even(&offer_in_shares(160_000, 220, 1_200, 127_000, 94_000), "1.3745", "37.4", Some("$1,649.35"));
        assert_eq!(even_price(&offer(200_000, 0, 90_000, 60_000)), None);
        let level = Schedule::by_year(&[25; 4].map(Decimal::from), 3).expect("adds up");
        assert_eq!(even_price(&Offer { schedule: level, ..offer(200_000, 400_000, 90_000, 0) }), None);
    }

    #[test]
    fn twelfth_roots() {
        for (number, expected) in
            [("1", "1"), ("11", "1.2211885503"), ("0.05", "0.7790778081"), ("1.15", "1.0117149169")]
        {
            let root = twelfth_root(number.parse().expect("a number"));
            assert_eq!(root.round_dp(10).normalize().to_string(), expected, "{number}");
        }
    }

    proptest! {
        #[test]
        fn no_growth_is_the_flat_view(cents in 0i64..500_000_000, base in 0i64..400_000, first in 0i64..300_000) {
            let mut offer = offer(base, 0, first, 0);
            offer.grant = Grant::Dollars(Money::exact(Decimal::new(cents, 2)));
            let flat = with_growth(&offer, Growth::FLAT);
            prop_assert_eq!(flat.against_flat, Money::ZERO);
            prop_assert_eq!(by_date(&offer, Growth::FLAT), flat);
            prop_assert_eq!(at_price(&offer, Decimal::ONE), flat);
            prop_assert_eq!(flat.four_year_total, offer.four_year_total());
        }

        #[test]
        fn every_view_rises_with_growth(percentage in -95i64..999, grant in 0i64..2_000_000) {
            let offer = offer(200_000, grant, 50_000, 50_000);
            for view in [with_growth, by_date] {
                let (less, more) = (view(&offer, growth(percentage)), view(&offer, growth(percentage + 1)));
                prop_assert!((0..4).all(|year| less.years[year] <= more.years[year]));
                prop_assert_eq!(less.four_year_total - less.against_flat, offer.four_year_total());
            }
        }

        #[test]
        fn at_the_even_price_year_3_is_year_1(grant in 1_000i64..3_000_000, first in 0i64..500_000, second in 0i64..500_000) {
            let offer = offer(200_000, grant, first, second);
            let even = even_price(&offer).expect("year 3 vests more");
            let years = at_price(&offer, even.factor).years;
            prop_assert!((years[0] - years[2]).abs() <= Money::dollars(1).split(100));
        }
    }
}
