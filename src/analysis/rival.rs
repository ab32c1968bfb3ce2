//! Another company's offer: its figures as the user entered them, and its four years.
//!
//! Nothing is filled in: a bonus is a target as entered, refreshers are none unless
//! entered, and a discount on private stock is the user's own.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Growth;
use crate::money::Money;
use crate::offer::Schedule;

/// An offer of another company.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RivalOffer {
    /// The company, as typed.
    pub company: String,
    /// Base salary, dollars a year.
    pub base: Money,
    /// Sign-on of year 1, 2, … in dollars; none after the last.
    #[serde(default)]
    pub sign_on: Vec<Money>,
    /// Stock, dollars over its whole schedule.
    pub grant: Money,
    /// When it vests.
    pub schedule: Schedule,
    /// Target bonus, percent of base a year: 15 for 15 %. A target, not a promise.
    #[serde(default)]
    pub bonus_percent: Option<Decimal>,
    /// Refresher stock vesting in year 1, 2, … in dollars, as the user expects it; none unless entered.
    #[serde(default)]
    pub refreshers: Vec<Money>,
    /// Whether the stock can't be sold on a market.
    #[serde(default)]
    pub private: bool,
    /// What the user takes off private stock, as a ratio: 0.3 is 30 %. `None` until they set it.
    #[serde(default)]
    pub private_discount: Option<Decimal>,
}

/// One year of an offer that is compared, dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComparedYear {
    /// Base salary.
    pub base: Money,
    /// Sign-on paid for this year.
    pub sign_on: Money,
    /// Target bonus; not guaranteed.
    pub bonus: Money,
    /// Stock vesting in this year, refreshers with it.
    pub stock: Money,
}

/// What to know about the figures of an offer that is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferNote {
    /// The target bonus is counted in full.
    CountsBonus {
        /// Dollars a year.
        a_year: Money,
    },
    /// Refreshers are counted as the user expects them, dollars over four years.
    CountsRefreshers(Money),
    /// Its stock is counted lower, as the user set it.
    StockLowered {
        /// By how many percent.
        percent: Decimal,
    },
    /// Its stock is private, and the user has set nothing to take off.
    PrivateStockInFull,
    /// Dollars of its grant that vest after year 4 and are not counted.
    VestsLater(Money),
}

impl ComparedYear {
    /// All four together.
    pub fn total(&self) -> Money {
        self.base + self.sign_on + self.bonus + self.stock
    }

    /// What is promised in cash: base and sign-on.
    pub fn guaranteed_cash(&self) -> Money {
        self.base + self.sign_on
    }
}

impl RivalOffer {
    /// The four years, with the granted stock of year n at (1+g)^(n-1), as for Amazon's offer.
    /// Refreshers count as entered.
    pub fn years(&self, growth: Growth) -> [ComparedYear; 4] {
        let granted = self.schedule.year_amounts(self.grant);
        let kept = Decimal::ONE - self.discount();
        let bonus = self.base.scaled(self.bonus_ratio());
        let mut exponent = 0;
        std::array::from_fn(|year| {
            let of = |amounts: &[Money]| amounts.get(year).copied().unwrap_or_default();
            let stock = granted[year].scaled(growth.factor(exponent)) + of(&self.refreshers);
            exponent += 1;
            ComparedYear { base: self.base, sign_on: of(&self.sign_on), bonus, stock: stock.scaled(kept) }
        })
    }

    /// What to know about its figures.
    pub fn notes(&self) -> Vec<OfferNote> {
        let mut notes = Vec::new();
        let bonus = self.base.scaled(self.bonus_ratio());
        if bonus.is_positive() {
            notes.push(OfferNote::CountsBonus { a_year: bonus });
        }
        let refreshers: Money = self.refreshers.iter().take(4).copied().sum();
        if refreshers.is_positive() {
            notes.push(OfferNote::CountsRefreshers(refreshers));
        }
        let percent = (self.discount() * Decimal::ONE_HUNDRED).round_dp(1).normalize();
        let has_stock = self.grant.is_positive() || refreshers.is_positive();
        if has_stock && !percent.is_zero() {
            notes.push(OfferNote::StockLowered { percent });
        } else if has_stock && self.private && self.private_discount.is_none() {
            notes.push(OfferNote::PrivateStockInFull);
        }
        let later = self.grant - self.schedule.year_amounts(self.grant).into_iter().sum();
        if later.is_positive() {
            notes.push(OfferNote::VestsLater(later));
        }
        notes
    }

    /// The discount as a ratio from 0 to 1.
    fn discount(&self) -> Decimal {
        self.private_discount.unwrap_or_default().clamp(Decimal::ZERO, Decimal::ONE)
    }

    fn bonus_ratio(&self) -> Decimal {
        self.bonus_percent.unwrap_or_default().max(Decimal::ZERO) / Decimal::ONE_HUNDRED
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::rival;
    use crate::money::percent;
    use crate::offer::read_schedule;

    #[track_caller]
    fn check(offer: &RivalOffer, growth: i64, expected: [&str; 4]) {
        let growth = Growth::new(percent(growth)).expect("in range");
        assert_eq!(offer.years(growth).map(|year| year.total().bare_short()), expected.map(str::to_owned));
    }

    #[test]
    fn years_add_up_what_was_entered() {
        let plain = rival(200_000, 50_000, 400_000);
        check(&plain, 0, ["382k", "332k", "288k", "248k"]);
        check(&plain, 10, ["382k", "345.2k", "306.5k", "263.9k"]);
        check(
            &RivalOffer { bonus_percent: Some(Decimal::from(15)), ..plain.clone() },
            0,
            ["412k", "362k", "318k", "278k"],
        );
        let refreshed = [0, 20_000, 40_000, 60_000].map(Money::dollars).to_vec();
        check(&RivalOffer { refreshers: refreshed, ..plain.clone() }, 0, ["382k", "352k", "328k", "308k"]);
        check(
            &RivalOffer { private: true, private_discount: Some(percent(30)), ..plain },
            0,
            ["342.4k", "292.4k", "261.6k", "233.6k"],
        );
    }

    #[test]
    fn notes_name_what_is_not_promised() {
        let offer = RivalOffer {
            bonus_percent: Some(Decimal::from(15)),
            refreshers: vec![Money::ZERO, Money::dollars(20_000)],
            private: true,
            schedule: read_schedule("20/20/20/20/20 yearly").expect("a schedule"),
            ..rival(200_000, 0, 400_000)
        };
        let expected = [
            OfferNote::CountsBonus { a_year: Money::dollars(30_000) },
            OfferNote::CountsRefreshers(Money::dollars(20_000)),
            OfferNote::PrivateStockInFull,
            OfferNote::VestsLater(Money::dollars(80_000)),
        ];
        assert_eq!(offer.notes(), expected);
        let discounted = RivalOffer { private_discount: Some(percent(30)), ..offer };
        assert_eq!(discounted.notes()[2], OfferNote::StockLowered { percent: Decimal::from(30) });
        assert_eq!(rival(200_000, 10_000, 100_000).notes(), []);
    }

    #[test]
    fn it_is_kept_as_it_was() {
        let offer = RivalOffer { private_discount: Some(percent(30)), ..rival(200_000, 50_000, 400_000) };
        let text = serde_json::to_string(&offer).expect("serialises");
        assert_eq!(serde_json::from_str::<RivalOffer>(&text).expect("reads back"), offer);
    }
}
