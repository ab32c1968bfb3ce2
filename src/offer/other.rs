//! Another company's offer or process, as the user entered it: named with how firm it is, or with its figures.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::Schedule;
use crate::money::{Currency, Money};

/// Another company's offer or process, entered in one or both of two depths: how firm it is, so that scripts may speak
/// of it, and its figures, so that it can be compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OtherOffer {
    /// The company's name as typed.
    pub company: String,
    /// How firm it is: decides what a script may say of it. No script speaks of it where there is none.
    #[serde(default)]
    pub firmness: Option<Firmness>,
    /// Total pay as the user named it, dollars a year on average; none once figures were entered after it.
    #[serde(default)]
    pub a_year: Option<Money>,
    /// The last day to answer it, where known.
    #[serde(default)]
    pub reply_by: Option<Date>,
    /// Its figures, where they were entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figures: Option<Box<OtherFigures>>,
}

/// The figures of another company's offer. Nothing is filled in that was not entered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OtherFigures {
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

/// How firm another offer is, firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, VariantArray)]
#[serde(rename_all = "snake_case")]
pub enum Firmness {
    /// In writing.
    Written,
    /// Said, not written.
    Verbal,
    /// Interviews are under way; nothing is offered.
    InProcess,
}

impl OtherOffer {
    /// The same offer with every amount given to a currency by `given`.
    #[must_use]
    fn amounts(mut self, given: impl Fn(Money) -> Money) -> Self {
        self.a_year = self.a_year.map(&given);
        if let Some(figures) = &mut self.figures {
            let figures = figures.as_mut();
            for amount in [&mut figures.base, &mut figures.grant] {
                *amount = given(*amount);
            }
            for amount in figures.sign_on.iter_mut().chain(&mut figures.refreshers) {
                *amount = given(*amount);
            }
        }
        self
    }

    /// What its amounts are in.
    pub fn currency(&self) -> Currency {
        let figures = self.figures.as_ref().map(|figures| figures.base);
        self.a_year.or(figures).map_or(Currency::USD, Money::currency)
    }

    /// As it is told beside an offer in a currency: what names no currency of its own is in that one.
    #[must_use]
    pub fn told_in(self, currency: Currency) -> Self {
        self.amounts(|amount| if amount.has_currency() { amount } else { amount.in_currency(currency) })
            .beside(currency)
    }

    /// As it is shown beside an offer in a currency: US dollars say so where that is another.
    #[must_use]
    pub fn beside(self, currency: Currency) -> Self {
        let shown = |amount: Money| {
            if !amount.currency().is_usd() {
                amount
            } else if currency.is_usd() {
                amount.in_currency(Currency::USD)
            } else {
                amount.said_in(Currency::USD)
            }
        };
        self.amounts(shown)
    }

    /// Whether it is this company's.
    pub fn is_of(&self, company: &str) -> bool {
        self.company.eq_ignore_ascii_case(company)
    }

    /// Whether there is an offer, in writing or said, that a script may speak of.
    pub fn is_in_hand(&self) -> bool {
        matches!(self.firmness, Some(Firmness::Written | Firmness::Verbal))
    }

    /// It as it is named now; what that leaves out is as it was known before.
    #[must_use]
    pub fn with_known(self, before: Option<Self>) -> Self {
        let Some(before) = before else { return self };
        Self {
            company: self.company,
            firmness: self.firmness.or(before.firmness),
            a_year: self.a_year.or(before.a_year),
            reply_by: self.reply_by.or(before.reply_by),
            figures: self.figures.or(before.figures),
        }
    }

    /// The one figure for its pay a year: what the user named last, else what its figures come to.
    pub fn pay_a_year(&self) -> Option<Money> {
        self.a_year.or_else(|| self.figures.as_ref().map(|figures| figures.offered_a_year()))
    }
}

impl OtherFigures {
    /// What was offered, in whole dollars a year on average over four years at a flat share price, the target bonus
    /// with it. Refreshers that the user expects were not offered, and a discount is the user's own view.
    pub fn offered_a_year(&self) -> Money {
        let sign_on: Money = self.sign_on.iter().take(4).copied().sum();
        let stock: Money = self.schedule.year_amounts(self.grant).into_iter().sum();
        let average = (self.base + self.target_bonus()) + (sign_on + stock).split(4);
        average.whole()
    }

    /// The target bonus, dollars a year.
    pub fn target_bonus(&self) -> Money {
        self.base.scaled(self.bonus_percent.unwrap_or_default().max(Decimal::ZERO) / Decimal::ONE_HUNDRED)
    }
}

impl Firmness {
    /// All of them, firmest first.
    pub const ALL: [Self; 3] = *Self::VARIANTS.as_array().expect("as many as there are");

    /// The stable key: `written`, `verbal`, `in_process`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Verbal => "verbal",
            Self::InProcess => "in_process",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::{other, other_figures};
    use crate::money::percent;

    #[test]
    fn its_pay_is_one_figure() {
        let google = other(200_000, 50_000, 400_000);
        assert_eq!(google.pay_a_year(), Some(Money::dollars(312_500)));
        let said = OtherOffer { a_year: Some(Money::dollars(320_000)), ..google.clone() };
        assert_eq!(said.pay_a_year(), Some(Money::dollars(320_000)));
        assert_eq!(OtherOffer { figures: None, ..google }.pay_a_year(), None);
    }

    #[test]
    fn naming_it_again_loses_nothing_that_was_known() {
        let day = jiff::civil::date(2026, 12, 4);
        let figures = other(200_000, 50_000, 400_000).figures;
        let known = OtherOffer {
            company: "google".into(),
            firmness: Some(Firmness::Verbal),
            a_year: Some(Money::dollars(320_000)),
            reply_by: Some(day),
            figures,
        };
        let bare = OtherOffer { company: "Google".into(), firmness: None, a_year: None, reply_by: None, figures: None };
        let again = bare.clone().with_known(Some(known.clone()));
        assert_eq!(again, OtherOffer { company: "Google".into(), ..known.clone() });
        let said = OtherOffer {
            firmness: Some(Firmness::Written),
            a_year: Some(Money::dollars(450_000)),
            reply_by: Some(jiff::civil::date(2026, 12, 11)),
            ..bare.clone()
        };
        assert_eq!(said.clone().with_known(Some(known.clone())), OtherOffer { figures: known.figures, ..said });
        assert_eq!(bare.clone().with_known(None), bare);
    }

    #[test]
    fn only_what_was_offered_counts_as_offered() {
        let plain = other_figures(200_001, 1, 400_000);
        let seen = OtherFigures {
            refreshers: vec![Money::dollars(90_000)],
            private: true,
            private_discount: Some(percent(30)),
            bonus_percent: Some(Decimal::from(10)),
            ..plain
        };
        assert_eq!(seen.offered_a_year(), Money::dollars(320_001));
        let longer = OtherFigures { schedule: super::super::read_schedule("20x5 yearly").expect("reads"), ..seen };
        assert_eq!(longer.offered_a_year(), Money::dollars(300_001));
    }

    #[test]
    fn one_that_was_named_before_there_were_figures_reads() {
        let stored = r#"{"company":"Google","firmness":"written","a_year":"450000","reply_by":null}"#;
        let named: OtherOffer = serde_json::from_str(stored).expect("reads");
        assert_eq!((named.firmness, named.figures.clone()), (Some(Firmness::Written), None));
        assert_eq!(serde_json::to_string(&named).expect("serialises"), stored);
    }
}
