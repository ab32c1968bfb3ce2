//! Another company's offer: its figures as the user entered them, and its four years.
//!
//! Nothing is filled in: a bonus is a target as entered, refreshers are none unless
//! entered, and a discount on private stock is the user's own.

mod presets;

pub use presets::{Confidence, Preset, PresetError, Presets};

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

    /// What to know about its figures, one sentence each.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        let bonus = self.base.scaled(self.bonus_ratio());
        if bonus.is_positive() {
            notes.push(format!("Counts the target bonus in full, {bonus} a year; a target is not a promise."));
        }
        let refreshers: Money = self.refreshers.iter().take(4).copied().sum();
        if refreshers.is_positive() {
            notes.push(format!("Counts {refreshers} of refreshers that you expect; ask whether they are in writing."));
        }
        let discount = (self.discount() * Decimal::ONE_HUNDRED).round_dp(1).normalize();
        let has_stock = self.grant.is_positive() || refreshers.is_positive();
        if has_stock && !discount.is_zero() {
            notes.push(format!("Its stock is counted {discount} % lower, as you set."));
        } else if has_stock && self.private && self.private_discount.is_none() {
            notes.push("Its stock is private and counted in full; set a discount for what you can't sell.".to_owned());
        }
        let later = self.grant - self.schedule.year_amounts(self.grant).into_iter().sum();
        if later.is_positive() {
            notes.push(super::compare::vests_later(later));
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
pub(crate) mod tests {
    use super::*;
    use crate::money::percent;
    use crate::offer::read_schedule;

    /// A Google-shaped offer: base, one sign-on, grant, in dollars; no bonus entered.
    pub(crate) fn rival(base: i64, sign_on: i64, grant: i64) -> RivalOffer {
        RivalOffer {
            company: "Google".into(),
            base: Money::dollars(base),
            sign_on: vec![Money::dollars(sign_on)],
            grant: Money::dollars(grant),
            schedule: read_schedule("33/33/22/12 monthly").expect("a schedule"),
            bonus_percent: None,
            refreshers: Vec::new(),
            private: false,
            private_discount: None,
        }
    }

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
        insta::assert_snapshot!(offer.notes().join("\n"), @r"
        Counts the target bonus in full, $30,000 a year; a target is not a promise.
        Counts $20,000 of refreshers that you expect; ask whether they are in writing.
        Its stock is private and counted in full; set a discount for what you can't sell.
        $80,000 of its grant vests after year 4 and is not counted.
        ");
        let discounted = RivalOffer { private_discount: Some(percent(30)), ..offer };
        insta::assert_snapshot!(discounted.notes()[2], @"Its stock is counted 30 % lower, as you set.");
        assert_eq!(rival(200_000, 10_000, 100_000).notes(), Vec::<String>::new());
    }

    #[test]
    fn it_is_kept_as_it_was() {
        let offer = RivalOffer { private_discount: Some(percent(30)), ..rival(200_000, 50_000, 400_000) };
        let text = serde_json::to_string(&offer).expect("serialises");
        assert_eq!(serde_json::from_str::<RivalOffer>(&text).expect("reads back"), offer);
    }
}
