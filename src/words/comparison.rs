//! Offers side by side, in words.

use crate::analysis::{Comparison, Growth, OfferNote};

/// What a comparison comes to, in one or two sentences.
pub fn comparison(comparison: &Comparison) -> String {
    let lead = lead(comparison);
    match comparison.safer() {
        Some((safest, more)) => format!("{lead} In guaranteed cash {} leads by {more}.", safest.name),
        None => lead,
    }
}

fn lead(comparison: &Comparison) -> String {
    let (first, second, ahead) = (comparison.first(), comparison.second(), comparison.ahead());
    let flat = comparison.growth == Growth::FLAT;
    let price = if flat {
        "at a flat share price".to_owned()
    } else {
        format!("with share prices growing {} a year", comparison.growth)
    };
    // At a growth the figures are a view of the future: to the hundred is as exact as they are.
    let ahead_said = if flat { ahead.to_string() } else { ahead.short() };
    if ahead.is_zero() {
        format!(
            "Too close to call: {} and {} both pay {} over four years, {price}.",
            first.name, second.name, first.four_year_total
        )
    } else if comparison.too_close {
        format!(
            "Too close to call: {} is {ahead_said} ahead of {} over four years, within 2 %, {price}.",
            first.name, second.name
        )
    } else {
        let share = comparison.ahead_percent().map_or(String::new(), |share| format!(" ({share} %)"));
        format!("{} pays {ahead_said} more than {} over four years{share}, {price}.", first.name, second.name)
    }
}

/// What to know about the figures of an offer, one sentence.
pub fn offer_note(note: &OfferNote) -> String {
    match note {
        OfferNote::CountsBonus { a_year } => {
            format!("Counts the target bonus in full, {a_year} a year; a target is not a promise.")
        }
        OfferNote::CountsRefreshers(refreshers) => {
            format!("Counts {refreshers} of refreshers that you expect; ask whether they are in writing.")
        }
        OfferNote::StockLowered { percent } => format!("Its stock is counted {percent} % lower, as you set."),
        OfferNote::PrivateStockInFull => {
            "Its stock is private and counted in full; set a discount for what you can't sell.".into()
        }
        OfferNote::VestsLater(later) => format!("{later} of its grant vests after year 4 and is not counted."),
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use crate::analysis::test_offers::{offer, other};
    use crate::analysis::{Candidate, Growth, OfferNote, compare};
    use crate::money::{Money, percent};
    use crate::offer::OtherOffer;

    fn verdict(other: &OtherOffer, growth: i64) -> String {
        let offer = offer(200_000, 400_000, 90_000, 60_000);
        let amazon = Candidate::Amazon { name: "Amazon L6, Seattle", offer: &offer };
        let growth = Growth::new(percent(growth)).expect("in range");
        super::comparison(&compare(&[amazon, Candidate::other(other).expect("figures")], growth).expect("two offers"))
    }

    #[test]
    fn verdicts_a_user_reads() {
        insta::assert_snapshot!(verdict(&other(190_000, 20_000, 700_000), 0), @"Google pays $130,000 more than Amazon L6, Seattle over four years (9.6 %), at a flat share price. In guaranteed cash Amazon L6, Seattle leads by $170,000.");
        insta::assert_snapshot!(verdict(&other(205_000, 0, 300_000), 0), @"Amazon L6, Seattle pays $230,000 more than Google over four years (20.5 %), at a flat share price.");
        insta::assert_snapshot!(verdict(&other(210_000, 40_000, 450_000), 0), @"Too close to call: Amazon L6, Seattle is $20,000 ahead of Google over four years, within 2 %, at a flat share price.");
        insta::assert_snapshot!(verdict(&other(200_000, 150_000, 400_000), 0), @"Too close to call: Amazon L6, Seattle and Google both pay $1,350,000 over four years, at a flat share price.");
        insta::assert_snapshot!(verdict(&other(200_000, 150_000, 400_000), 15), @"Amazon L6, Seattle pays $70.8k more than Google over four years (5 %), with share prices growing 15 % a year.");
    }

    #[test]
    fn notes_name_what_is_not_promised() {
        let notes = [
            OfferNote::CountsBonus { a_year: Money::dollars(30_000) },
            OfferNote::CountsRefreshers(Money::dollars(20_000)),
            OfferNote::PrivateStockInFull,
            OfferNote::StockLowered { percent: Decimal::from(30) },
            OfferNote::VestsLater(Money::dollars(80_000)),
        ];
        insta::assert_snapshot!(notes.iter().map(super::offer_note).collect::<Vec<_>>().join("\n"), @r"
        Counts the target bonus in full, $30,000 a year; a target is not a promise.
        Counts $20,000 of refreshers that you expect; ask whether they are in writing.
        Its stock is private and counted in full; set a discount for what you can't sell.
        Its stock is counted 30 % lower, as you set.
        $80,000 of its grant vests after year 4 and is not counted.
        ");
    }
}
