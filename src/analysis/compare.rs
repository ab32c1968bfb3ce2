//! Offers side by side, at one common growth of the share price.

use rust_decimal::Decimal;

use super::other_offer::{ComparedYear, OfferNote};
use super::{Growth, pay_by_year};
use crate::money::percentage;
use crate::money::{Money, percent};
#[cfg(test)]
use crate::offer::OtherOffer;
use crate::offer::{Offer, OtherFigures};

/// One offer to compare.
#[derive(Clone, Copy, Debug)]
pub enum Candidate<'offer> {
    /// One of the user's Amazon offers, by the name they gave it.
    Amazon {
        /// The name.
        name: &'offer str,
        /// The offer.
        offer: &'offer Offer,
    },
    /// Another company's.
    Other {
        /// The company.
        company: &'offer str,
        /// Its figures.
        figures: &'offer OtherFigures,
    },
}

impl<'offer> Candidate<'offer> {
    /// Another company's offer; `None` where its figures were not entered.
    #[cfg(test)]
    pub fn other(offer: &'offer OtherOffer) -> Option<Self> {
        offer.figures.as_deref().map(|figures| Self::Other { company: &offer.company, figures })
    }

    /// What it is called.
    pub fn name(self) -> &'offer str {
        match self {
            Self::Amazon { name, .. } => name,
            Self::Other { company, .. } => company,
        }
    }
}

/// One offer of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it is called.
    pub name: String,
    /// The four years.
    pub years: [ComparedYear; 4],
    /// Dollars over four years, target bonus and stock with them.
    pub four_year_total: Money,
    /// Base and sign-on over four years: what is promised in cash.
    pub guaranteed_cash: Money,
    /// What to know about its figures.
    pub notes: Vec<OfferNote>,
}

/// Offers side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The growth of the share price that all of them are counted with.
    pub growth: Growth,
    /// The offers, in the order given.
    pub columns: Vec<Column>,
    /// Which column has the highest four-year total; the first of equals.
    pub best: usize,
    /// Which column comes next.
    pub next: usize,
    /// Whether the two best are within 2 %.
    pub too_close: bool,
}

impl Comparison {
    /// The offer with the highest four-year total.
    pub fn first(&self) -> &Column {
        &self.columns[self.best]
    }

    /// The offer that comes next.
    pub fn second(&self) -> &Column {
        &self.columns[self.next]
    }

    /// Dollars over four years that the first is ahead of the second.
    pub fn ahead(&self) -> Money {
        self.first().four_year_total - self.second().four_year_total
    }

    /// The same in percent of the second.
    pub fn ahead_percent(&self) -> Option<Decimal> {
        percentage(self.ahead(), self.second().four_year_total)
    }

    /// The offer that has more guaranteed cash than the first, with the dollars that it has more.
    pub fn safer(&self) -> Option<(&Column, Money)> {
        let safest = self.columns.iter().max_by_key(|column| column.guaranteed_cash)?;
        let more = safest.guaranteed_cash - self.first().guaranteed_cash;
        more.is_positive().then_some((safest, more))
    }
}

/// Why offers can't be compared: a sentence for the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompareError {
    /// One or none.
    #[error("comparing takes two offers or more; add another with /offer start")]
    TooFew,
    /// More than [`MOST`].
    #[error("at most five offers fit side by side; leave some out")]
    TooMany,
}

/// The most offers in one comparison.
pub const MOST: usize = 5;

/// Puts two to five offers side by side at one growth.
pub fn compare(candidates: &[Candidate<'_>], growth: Growth) -> Result<Comparison, CompareError> {
    if candidates.len() > MOST {
        return Err(CompareError::TooMany);
    }
    let columns: Vec<Column> = candidates.iter().map(|candidate| column(candidate, growth)).collect();
    let mut order: Vec<usize> = (0..columns.len()).collect();
    // A stable sort keeps the first of equals first.
    order.sort_by_key(|index| std::cmp::Reverse(columns[*index].four_year_total));
    let [best, second, ..] = order.as_slice() else {
        return Err(CompareError::TooFew);
    };
    let (best, next) = (*best, *second);
    let [first, second] = [best, next].map(|index| columns[index].four_year_total);
    let too_close = first - second <= first.scaled(percent(2));
    Ok(Comparison { growth, columns, best, next, too_close })
}

fn column(candidate: &Candidate<'_>, growth: Growth) -> Column {
    let (years, notes) = match candidate {
        Candidate::Other { figures, .. } => (figures.years(growth), figures.notes()),
        Candidate::Amazon { offer, .. } => (amazon_years(offer, growth), amazon_notes(offer)),
    };
    Column {
        name: candidate.name().to_owned(),
        four_year_total: years.iter().map(ComparedYear::total).sum(),
        guaranteed_cash: years.iter().map(ComparedYear::guaranteed_cash).sum(),
        years,
        notes,
    }
}

/// Amazon pays no cash bonus to these levels.
fn amazon_years(offer: &Offer, growth: Growth) -> [ComparedYear; 4] {
    let mut exponent = 0;
    pay_by_year(offer).map(|year| {
        let stock = year.stock.scaled(growth.factor(exponent));
        exponent += 1;
        ComparedYear { base: year.base, sign_on: year.sign_on, bonus: Money::ZERO, stock }
    })
}

fn amazon_notes(offer: &Offer) -> Vec<OfferNote> {
    let later = offer.grant.value() - offer.vested_in_four_years();
    if later.is_positive() { vec![OfferNote::VestsLater(later)] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::{offer, other, other_figures};
    use proptest::prelude::*;

    fn theirs(offer: &OtherOffer) -> Candidate<'_> {
        Candidate::other(offer).expect("figures")
    }

    fn against(other: &OtherOffer, growth: i64) -> Comparison {
        let offer = offer(200_000, 400_000, 90_000, 60_000);
        let amazon = Candidate::Amazon { name: "Amazon L6, Seattle", offer: &offer };
        compare(&[amazon, theirs(other)], Growth::new(percent(growth)).expect("in range")).expect("two offers")
    }

    #[test]
    fn who_is_ahead_and_by_how_much() {
        let comparison = against(&other(190_000, 20_000, 700_000), 0);
        assert_eq!(
            [comparison.first(), comparison.second()].map(|column| &*column.name),
            ["Google", "Amazon L6, Seattle"]
        );
        assert_eq!(comparison.ahead(), Money::dollars(130_000));
        assert_eq!(comparison.ahead_percent(), Some(Decimal::new(96, 1)));
        let safer = comparison.safer().map(|(column, more)| (&*column.name, more));
        assert_eq!(safer, Some(("Amazon L6, Seattle", Money::dollars(170_000))));
        assert_eq!(against(&other(205_000, 0, 300_000), 0).safer(), None);
    }

    #[track_caller]
    fn check_close(grant: i64, too_close: bool) {
        // Amazon pays 1,350,000; the other 980,000 of base and a grant.
        assert_eq!(against(&other(245_000, 0, grant), 0).too_close, too_close, "{grant}");
    }

    #[test]
    fn two_percent_of_the_better_one_is_too_close() {
        check_close(343_000, true);
        check_close(342_999, false);
        check_close(397_551, true);
        check_close(397_552, false);
    }

    #[test]
    fn two_to_five_offers() {
        let one = other(200_000, 0, 0);
        let many = [theirs(&one); 6];
        let text = |count: usize| compare(&many[..count], Growth::FLAT).map(|_| ()).map_err(|error| error.to_string());
        assert_eq!(text(5), Ok(()));
        assert_eq!(text(6), Err("at most five offers fit side by side; leave some out".into()));
        assert_eq!(text(1), Err("comparing takes two offers or more; add another with /offer start".into()));
        assert!(text(0).is_err());
        assert_eq!(compare(&many[..5], Growth::FLAT).expect("five").best, 0);
    }

    #[test]
    fn stock_after_year_four_is_said() {
        let five_years = crate::offer::read_schedule("20x5 yearly").expect("a schedule");
        let longer = Offer { schedule: five_years, ..offer(200_000, 400_000, 0, 0) };
        let candidate = Candidate::Amazon { name: "a", offer: &longer };
        let comparison = compare(&[candidate, candidate], Growth::FLAT).expect("two");
        assert_eq!(comparison.columns[0].notes, [OfferNote::VestsLater(Money::dollars(80_000))]);
    }

    #[test]
    fn bonus_counts_in_the_total_but_not_in_guaranteed_cash() {
        let plain = other(200_000, 50_000, 0);
        let figures = OtherFigures { bonus_percent: Some(15.into()), ..other_figures(200_000, 50_000, 0) };
        let with_bonus = OtherOffer { figures: Some(Box::new(figures)), ..plain };
        let column = &against(&with_bonus, 0).columns[1];
        assert_eq!(column.guaranteed_cash, Money::dollars(850_000));
        assert_eq!(column.four_year_total, Money::dollars(970_000));
    }

    proptest! {
        #[test]
        fn the_best_has_the_most_and_amazon_counts_as_ever(
            base in 0i64..500_000, grant in 0i64..3_000_000, sign_on in 0i64..300_000, growth in -50i64..100,
        ) {
            let amazon = offer(base, grant, sign_on, sign_on / 2);
            let google = other(base / 2 + 100_000, sign_on, grant);
            let growth = Growth::new(percent(growth)).expect("in range");
            let candidates = [theirs(&google), Candidate::Amazon { name: "a", offer: &amazon }];
            let comparison = compare(&candidates, growth).expect("two");
            let most = comparison.columns.iter().map(|column| column.four_year_total).max();
            prop_assert_eq!(Some(comparison.columns[comparison.best].four_year_total), most);
            let recruiters: Money = crate::analysis::recruiter_years(&amazon, growth).into_iter().sum();
            prop_assert_eq!(comparison.columns[1].four_year_total, recruiters);
        }
    }
}
