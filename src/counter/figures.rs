//! An ask with everything it comes to: its years, its total, the increase, the approver.

use rust_decimal::Decimal;

use super::{Approval, Ask};
use crate::money::Money;
use crate::offer::Offer;

/// An ask and what it pays, at a flat share price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The four figures to ask for.
    pub ask: Ask,
    /// Dollars in each of the four years.
    pub years: [Money; 4],
    /// Dollars over four years.
    pub four_year_total: Money,
    /// Dollars over four years above what is offered.
    pub increase: Money,
    /// The increase in percent of what is offered, to two decimals: 12.34 for 12.34 %. 100 where
    /// nothing at all was offered.
    pub increase_percent: Decimal,
    /// Who is said to approve it.
    pub approval: Approval,
}

impl Figures {
    /// What an ask comes to against what is offered.
    pub fn of(ask: Ask, offer: &Offer) -> Self {
        Self::against(ask, offer, offer.four_year_total())
    }

    /// As [`Figures::of`], with the offered four-year total at hand.
    pub(super) fn against(ask: Ask, offer: &Offer, offered: Money) -> Self {
        let ask = ask.in_currency(offer.currency);
        let stock = offer.schedule.year_amounts(ask.grant);
        let sign_on = [ask.sign_on.year_1, ask.sign_on.year_2, Money::ZERO, Money::ZERO];
        let years = std::array::from_fn(|year| ask.base + sign_on[year] + stock[year]);
        let four_year_total: Money = years.into_iter().sum();
        let increase = four_year_total - offered;
        let increase_percent = match increase.ratio_to(offered) {
            Some(ratio) => (ratio * Decimal::ONE_HUNDRED).round_dp(2).normalize(),
            None if increase.is_zero() => Decimal::ZERO,
            None => Decimal::ONE_HUNDRED,
        };
        let approval = Approval::of(offered, four_year_total);
        Self { ask, years, four_year_total, increase, increase_percent, approval }
    }

    /// Dollars between the best and the worst year: zero is perfectly even.
    pub fn spread(&self) -> Money {
        let best = self.years.into_iter().max().unwrap_or_default();
        let worst = self.years.into_iter().min().unwrap_or_default();
        best - worst
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::offer;
    use crate::offer::SignOn;

    #[test]
    fn figures_of_an_ask() {
        let offer = offer(200_000, 400_000, 90_000, 60_000);
        let sign_on = SignOn { year_1: Money::dollars(120_000), year_2: Money::dollars(80_000) };
        let ask = Ask { base: Money::dollars(214_500), sign_on, grant: Money::dollars(400_000) };
        let figures = Figures::of(ask, &offer);
        assert_eq!(figures.years, [354_500, 354_500, 374_500, 374_500].map(Money::dollars));
        assert_eq!(figures.four_year_total, Money::dollars(1_458_000));
        assert_eq!(figures.increase, Money::dollars(108_000));
        assert_eq!(figures.increase_percent.to_string(), "8");
        assert_eq!(figures.approval, Approval::Recruiter);
        assert_eq!(figures.spread(), Money::dollars(20_000));
    }

    #[test]
    fn nothing_offered_has_an_increase_of_a_hundred_percent() {
        let nothing = offer(0, 0, 0, 0);
        assert_eq!(Figures::of(Ask::offered(&nothing), &nothing).increase_percent, Decimal::ZERO);
        let some = Ask { base: Money::dollars(1), ..Ask::offered(&nothing) };
        assert_eq!(Figures::of(some, &nothing).increase_percent, Decimal::ONE_HUNDRED);
    }
}
