//! Another company's offer as it is compared: its four years, and what to know about its figures.
//!
//! Nothing is filled in: a bonus is a target as entered, refreshers are none unless
//! entered, and a discount on private stock is the user's own.

use rust_decimal::Decimal;

use super::Growth;
use crate::money::Money;
use crate::offer::OtherFigures;

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

impl OtherFigures {
    /// The four years, with the granted stock of year n at (1+g)^(n-1), as for Amazon's offer.
    /// Refreshers count as entered.
    pub fn years(&self, growth: Growth) -> [ComparedYear; 4] {
        let granted = self.schedule.year_amounts(self.grant);
        let kept = Decimal::ONE - self.discount();
        let bonus = self.target_bonus();
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
        let bonus = self.target_bonus();
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::other_figures;
    use crate::money::percent;
    use crate::offer::read_schedule;

    #[track_caller]
    fn check(offer: &OtherFigures, growth: i64, expected: [&str; 4]) {
        let growth = Growth::new(percent(growth)).expect("in range");
        assert_eq!(offer.years(growth).map(|year| year.total().bare_short()), expected.map(str::to_owned));
    }

    #[test]
    fn years_add_up_what_was_entered() {
        let plain = other_figures(200_000, 50_000, 400_000);
        check(&plain, 0, ["382k", "332k", "288k", "248k"]);
        check(&plain, 10, ["382k", "345.2k", "306.5k", "263.9k"]);
        check(
            &OtherFigures { bonus_percent: Some(Decimal::from(15)), ..plain.clone() },
            0,
            ["412k", "362k", "318k", "278k"],
        );
        let refreshed = [0, 20_000, 40_000, 60_000].map(Money::dollars).to_vec();
        check(&OtherFigures { refreshers: refreshed, ..plain.clone() }, 0, ["382k", "352k", "328k", "308k"]);
        check(
            &OtherFigures { private: true, private_discount: Some(percent(30)), ..plain },
            0,
            ["342.4k", "292.4k", "261.6k", "233.6k"],
        );
    }

    #[test]
    fn notes_name_what_is_not_promised() {
        let offer = OtherFigures {
            bonus_percent: Some(Decimal::from(15)),
            refreshers: vec![Money::ZERO, Money::dollars(20_000)],
            private: true,
            schedule: read_schedule("20/20/20/20/20 yearly").expect("a schedule"),
            ..other_figures(200_000, 0, 400_000)
        };
        let expected = [
            OfferNote::CountsBonus { a_year: Money::dollars(30_000) },
            OfferNote::CountsRefreshers(Money::dollars(20_000)),
            OfferNote::PrivateStockInFull,
            OfferNote::VestsLater(Money::dollars(80_000)),
        ];
        assert_eq!(offer.notes(), expected);
        let discounted = OtherFigures { private_discount: Some(percent(30)), ..offer };
        assert_eq!(discounted.notes()[2], OfferNote::StockLowered { percent: Decimal::from(30) });
        assert_eq!(other_figures(200_000, 10_000, 100_000).notes(), []);
    }

    #[test]
    fn it_is_kept_as_it_was() {
        let offer = OtherFigures { private_discount: Some(percent(30)), ..other_figures(200_000, 50_000, 400_000) };
        let text = serde_json::to_string(&offer).expect("serialises");
        assert_eq!(serde_json::from_str::<OtherFigures>(&text).expect("reads back"), offer);
    }
}
