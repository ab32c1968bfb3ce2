//! The recruiter's new numbers, in words.

use crate::analysis::{RevisedFigure, Revision};
use crate::money::Money;

/// What new numbers come to: one to three sentences.
pub fn revision(revision: &Revision) -> String {
    let parts = moves(revision);
    if parts.is_empty() {
        return if revision.schedule_changed {
            format!("The figures are the same, but the vesting schedule changed: {}.", years_apart(revision))
        } else {
            "Nothing changed: the same base, sign-on and grant as before.".to_owned()
        };
    }
    let moved = revision.four_year_total.moved();
    let size = moved.abs();
    let share = revision.total_percent().map_or(String::new(), |share| format!(" ({share} %)"));
    let lead = if revision.shuffle && moved.is_zero() {
        format!("A shuffle: {parts}, and the four-year total is the same.")
    } else if revision.shuffle {
        format!("A shuffle: {parts}, and the four-year total is only {size} {}{share}.", more_or_less(moved))
    } else if moved.is_zero() {
        format!("The four-year total is the same: {parts}.")
    } else {
        let better = if moved.is_positive() { "Better" } else { "Worse" };
        format!("{better} by {size} over four years{share}: {parts}.")
    };
    format!("{lead}{}", beside(revision))
}

/// What else moved, or moved a figure without being an offer.
fn beside(revision: &Revision) -> String {
    let mut said = String::new();
    if let Some(price) = revision.share_price {
        said = format!(
            " {} of the grant's change is the share price, {} instead of {}, not the offer.",
            revision.moved_by_price.abs(),
            price.after,
            price.before
        );
    }
    if revision.schedule_changed {
        said.push_str(" The vesting schedule changed too.");
    }
    said
}

/// `base up $10,000 a year, grant down $40,000`.
fn moves(revision: &Revision) -> String {
    let moved = revision.figures().into_iter().filter(|(_, change)| !change.moved().is_zero());
    let parts = moved.map(|(figure, change)| {
        let direction = if change.moved().is_positive() { "up" } else { "down" };
        let unit = match figure {
            RevisedFigure::Base => " a year",
            RevisedFigure::SignOnYear1 | RevisedFigure::SignOnYear2 | RevisedFigure::Grant => "",
        };
        format!("{} {direction} {}{unit}", revised_figure(figure), change.moved().abs())
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// `base`, `sign-on in year 1`, `sign-on in year 2`, `grant`.
pub fn revised_figure(figure: RevisedFigure) -> &'static str {
    match figure {
        RevisedFigure::Base => "base",
        RevisedFigure::SignOnYear1 => "sign-on in year 1",
        RevisedFigure::SignOnYear2 => "sign-on in year 2",
        RevisedFigure::Grant => "grant",
    }
}

/// `year 1 pays $20,000 less, year 4 pays $20,000 more`.
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
    use crate::analysis::diff;
    use crate::analysis::test_offers::{offer, offer_in_shares};
    use crate::offer::{Offer, read_schedule};

    #[test]
    fn verdicts_a_user_reads() {
        let first = offer(200_000, 400_000, 90_000, 60_000);
        let verdict = |after: &Offer| revision(&diff(&first, after));
        insta::assert_snapshot!(verdict(&first), @"Nothing changed: the same base, sign-on and grant as before.");
        insta::assert_snapshot!(verdict(&offer(210_000, 450_000, 90_000, 60_000)), @"Better by $90,000 over four years (6.7 %): base up $10,000 a year, grant up $50,000.");
        insta::assert_snapshot!(verdict(&offer(210_000, 360_000, 90_000, 60_000)), @"A shuffle: base up $10,000 a year, grant down $40,000, and the four-year total is the same.");
        insta::assert_snapshot!(verdict(&offer(210_000, 365_000, 90_000, 60_000)), @"A shuffle: base up $10,000 a year, grant down $35,000, and the four-year total is only $5,000 more (0.4 %).");
        insta::assert_snapshot!(verdict(&offer(200_000, 350_000, 90_000, 60_000)), @"Worse by $50,000 over four years (3.7 %): grant down $50,000.");
        insta::assert_snapshot!(verdict(&offer(220_000, 300_000, 100_000, 40_000)), @"Worse by $30,000 over four years (2.2 %): base up $20,000 a year, sign-on in year 1 up $10,000, sign-on in year 2 down $20,000, grant down $100,000.");
        let even = Offer { schedule: read_schedule("25x4 yearly").expect("a schedule"), ..first.clone() };
        insta::assert_snapshot!(verdict(&even), @"The figures are the same, but the vesting schedule changed: year 1 pays $80,000 more, year 2 pays $40,000 more, year 3 pays $60,000 less, year 4 pays $60,000 less.");
    }

    #[test]
    fn a_new_share_price_is_not_a_new_offer() {
        let before = offer_in_shares(160_000, 220, 1_200, 127_000, 94_000);
        let after = offer_in_shares(165_000, 220, 1_300, 127_000, 94_000);
        insta::assert_snapshot!(revision(&diff(&before, &after)), @"Better by $42,000 over four years (3.7 %): base up $5,000 a year, grant up $22,000. $22,000 of the grant's change is the share price, $1,300 instead of $1,200, not the offer.");
    }
}
