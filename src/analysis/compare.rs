//! Offers side by side, at one common growth of the share price.

use super::rival::{ComparedYear, RivalOffer};
use super::{Growth, pay_by_year, percentage};
use crate::money::{Money, percent};
use crate::offer::Offer;

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
    Rival(&'offer RivalOffer),
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
    /// What to know about its figures, one sentence each.
    pub notes: Vec<String>,
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
    /// Whether the two best are within 2 %.
    pub too_close: bool,
    /// What it comes to, for the user.
    pub verdict: String,
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
    let (best, first, next) = (*best, &columns[*best], &columns[*second]);
    let ahead = first.four_year_total - next.four_year_total;
    let too_close = ahead <= first.four_year_total.scaled(percent(2));
    let verdict = verdict(&columns, first, next, too_close, growth);
    Ok(Comparison { growth, columns, best, too_close, verdict })
}

fn column(candidate: &Candidate<'_>, growth: Growth) -> Column {
    let (name, years, notes) = match candidate {
        Candidate::Rival(offer) => (offer.company.clone(), offer.years(growth), offer.notes()),
        Candidate::Amazon { name, offer } => ((*name).to_owned(), amazon_years(offer, growth), amazon_notes(offer)),
    };
    Column {
        name,
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

fn amazon_notes(offer: &Offer) -> Vec<String> {
    let later = offer.grant.value() - offer.vested_in_four_years();
    if later.is_positive() { vec![vests_later(later)] } else { Vec::new() }
}

/// What a schedule of more than four years leaves out.
pub(super) fn vests_later(amount: Money) -> String {
    format!("{amount} of its grant vests after year 4 and is not counted.")
}

fn verdict(columns: &[Column], first: &Column, next: &Column, too_close: bool, growth: Growth) -> String {
    let ahead = first.four_year_total - next.four_year_total;
    let price = if growth == Growth::FLAT {
        "at a flat share price".to_owned()
    } else {
        format!("with share prices growing {growth} a year")
    };
    // At a growth the figures are a view of the future: to the hundred is as exact as they are.
    let ahead_said = if growth == Growth::FLAT { ahead.to_string() } else { ahead.short() };
    let lead = if ahead.is_zero() {
        format!(
            "Too close to call: {} and {} both pay {} over four years, {price}.",
            first.name, next.name, first.four_year_total
        )
    } else if too_close {
        format!(
            "Too close to call: {} is {ahead_said} ahead of {} over four years, within 2 %, {price}.",
            first.name, next.name
        )
    } else {
        let share = percentage(ahead, next.four_year_total).map_or(String::new(), |share| format!(" ({share} %)"));
        format!("{} pays {ahead_said} more than {} over four years{share}, {price}.", first.name, next.name)
    };
    let safest = columns.iter().max_by_key(|column| column.guaranteed_cash).unwrap_or(first);
    let cash = safest.guaranteed_cash - first.guaranteed_cash;
    if cash.is_positive() {
        return format!("{lead} In guaranteed cash {} leads by {cash}.", safest.name);
    }
    lead
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::rival::tests::rival;
    use crate::analysis::test_offers::offer;
    use proptest::prelude::*;

    fn against(rival: &RivalOffer, growth: i64) -> Comparison {
        let offer = offer(200_000, 400_000, 90_000, 60_000);
        let amazon = Candidate::Amazon { name: "Amazon L6, Seattle", offer: &offer };
        compare(&[amazon, Candidate::Rival(rival)], Growth::new(percent(growth)).expect("in range"))
            .expect("two offers")
    }

    #[test]
    fn verdicts_a_user_reads() {
        insta::assert_snapshot!(against(&rival(190_000, 20_000, 700_000), 0).verdict, @"Google pays $130,000 more than Amazon L6, Seattle over four years (9.6 %), at a flat share price. In guaranteed cash Amazon L6, Seattle leads by $170,000.");
        insta::assert_snapshot!(against(&rival(205_000, 0, 300_000), 0).verdict, @"Amazon L6, Seattle pays $230,000 more than Google over four years (20.5 %), at a flat share price.");
        insta::assert_snapshot!(against(&rival(210_000, 40_000, 450_000), 0).verdict, @"Too close to call: Amazon L6, Seattle is $20,000 ahead of Google over four years, within 2 %, at a flat share price.");
        insta::assert_snapshot!(against(&rival(200_000, 150_000, 400_000), 0).verdict, @"Too close to call: Amazon L6, Seattle and Google both pay $1,350,000 over four years, at a flat share price.");
        insta::assert_snapshot!(against(&rival(200_000, 150_000, 400_000), 15).verdict, @"Amazon L6, Seattle pays $70.8k more than Google over four years (5 %), with share prices growing 15 % a year.");
    }

    #[track_caller]
    fn check_close(grant: i64, too_close: bool) {
        // Amazon pays 1,350,000; a rival at 980,000 of base and a grant.
        assert_eq!(against(&rival(245_000, 0, grant), 0).too_close, too_close, "{grant}");
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
        let one = rival(200_000, 0, 0);
        let many = [Candidate::Rival(&one); 6];
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
        assert_eq!(comparison.columns[0].notes, ["$80,000 of its grant vests after year 4 and is not counted."]);
    }

    #[test]
    fn bonus_counts_in_the_total_but_not_in_guaranteed_cash() {
        let with_bonus = RivalOffer { bonus_percent: Some(15.into()), ..rival(200_000, 50_000, 0) };
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
            let other = rival(base / 2 + 100_000, sign_on, grant);
            let growth = Growth::new(percent(growth)).expect("in range");
            let candidates = [Candidate::Rival(&other), Candidate::Amazon { name: "a", offer: &amazon }];
            let comparison = compare(&candidates, growth).expect("two");
            let most = comparison.columns.iter().map(|column| column.four_year_total).max();
            prop_assert_eq!(Some(comparison.columns[comparison.best].four_year_total), most);
            let recruiters: Money = crate::analysis::recruiter_years(&amazon, growth).into_iter().sum();
            prop_assert_eq!(comparison.columns[1].four_year_total, recruiters);
        }
    }
}
