//! Totals that a letter states, held against the parts that it tells: never a part of the offer themselves.

use crate::analysis::pay_by_year;
use crate::market::{Level, Place};
use crate::money::Money;
use crate::offer::{Offer, OfferDraft};
use crate::reading::letter::Besides;
use crate::reading::{StatedTotal, TotalOf};

/// One sentence for each total that is stated.
pub(super) fn told(besides: &Besides, after: &OfferDraft) -> Vec<String> {
    let offer = with_parts(after);
    besides.totals.iter().map(|total| sentence(total.what, offer.as_ref())).collect()
}

/// The offer of these parts, where all of its pay is told; level and place are in no sum.
fn with_parts(draft: &OfferDraft) -> Option<Offer> {
    let level = draft.level.or_else(|| Level::named("L6").ok());
    let place = draft.place.clone().or(Some(Place::Seattle));
    OfferDraft { level, place, ..draft.clone() }.complete().ok()
}

fn sentence(total: StatedTotal, offer: Option<&Offer>) -> String {
    let StatedTotal { amount: total, of } = total;
    let Some(offer) = offer else {
        return format!("{total} is a total, and no part of an offer: base, sign-on and stock are needed apart.");
    };
    let years = pay_by_year(offer).map(|year| year.total());
    let all: Money = years.iter().copied().sum();
    if let Some(of) = of {
        let (name, sum) = match of {
            TotalOf::Year(year @ 2..=4) => (format!("year {year}"), years[usize::from(year) - 1]),
            TotalOf::Year(_) => ("year 1".to_owned(), years[0]),
            TotalOf::Average => ("the four-year average".to_owned(), all.split(4)),
            TotalOf::FourYears => ("all four years".to_owned(), all),
        };
        return if total == sum {
            format!("Their total of {total} fits {name} of these parts.")
        } else if is_about(total, sum) {
            format!("Their total of {total} is about {name} of these parts, {sum}.")
        } else {
            let comes = if matches!(of, TotalOf::FourYears) { "come" } else { "comes" };
            format!(
                "Their total of {total} does not fit these parts: {name} {comes} to {sum}. Ask what it counts, and at which share price."
            )
        };
    }
    // A total is of the first year or of all four where it doesn't say so: a later year's is known only by its very sum.
    let usual = [("year 1", years[0]), ("the four-year average", all.split(4)), ("all four years", all)];
    let later = [("year 2", years[1]), ("year 3", years[2]), ("year 4", years[3])];
    let same = usual.into_iter().chain(later).find(|(_, sum)| *sum == total);
    let near = usual.into_iter().find(|(_, sum)| is_about(total, *sum));
    match (same, near) {
        (Some((name, _)), _) => format!("Their total of {total} fits {name} of these parts."),
        (None, Some((name, sum))) => format!("Their total of {total} is about {name} of these parts, {sum}."),
        (None, None) => format!(
            "Their total of {total} does not fit these parts: year 1 comes to {}, the four-year average to {}. Ask what it counts, and at which share price.",
            years[0],
            all.split(4)
        ),
    }
}

/// Within a hundredth: totals are said in round figures.
fn is_about(total: Money, sum: Money) -> bool {
    let apart = if total > sum { total - sum } else { sum - total };
    apart * 100 <= sum
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::offer::{Grant, SignOn};

    /// L6 in Seattle: $200k base, 90/60 sign-on, $400k of stock.
    fn draft() -> OfferDraft {
        OfferDraft {
            base: Some(Money::dollars(200_000)),
            sign_on: Some(SignOn { year_1: Money::dollars(90_000), year_2: Money::dollars(60_000) }),
            grant: Some(Grant::Dollars(Money::dollars(400_000))),
            ..OfferDraft::default()
        }
    }

    fn says(total: i64) -> String {
        of(total, None)
    }

    fn of(total: i64, of: Option<TotalOf>) -> String {
        sentence(StatedTotal { amount: Money::dollars(total), of }, with_parts(&draft()).as_ref())
    }

    #[test]
    fn a_total_that_says_its_sum_is_held_against_that_one() {
        let said = [
            of(310_000, Some(TotalOf::Year(1))),
            of(312_000, Some(TotalOf::Year(1))),
            of(337_500, Some(TotalOf::Year(1))),
            of(320_000, Some(TotalOf::Year(2))),
            of(310_000, Some(TotalOf::Average)),
            of(1_350_000, Some(TotalOf::FourYears)),
        ];
        insta::assert_snapshot!(said.join("\n"), @"
        Their total of $310,000 fits year 1 of these parts.
        Their total of $312,000 is about year 1 of these parts, $310,000.
        Their total of $337,500 does not fit these parts: year 1 comes to $310,000. Ask what it counts, and at which share price.
        Their total of $320,000 fits year 2 of these parts.
        Their total of $310,000 does not fit these parts: the four-year average comes to $337,500. Ask what it counts, and at which share price.
        Their total of $1,350,000 fits all four years of these parts.
        ");
    }

    #[test]
    fn a_total_is_held_against_the_parts() {
        insta::assert_snapshot!([310_000, 311_000, 322_000, 337_500, 1_350_000, 360_000].map(says).join("\n"), @"
        Their total of $310,000 fits year 1 of these parts.
        Their total of $311,000 is about year 1 of these parts, $310,000.
        Their total of $322,000 does not fit these parts: year 1 comes to $310,000, the four-year average to $337,500. Ask what it counts, and at which share price.
        Their total of $337,500 fits the four-year average of these parts.
        Their total of $1,350,000 fits all four years of these parts.
        Their total of $360,000 fits year 3 of these parts.
        ");
        insta::assert_snapshot!(sentence(StatedTotal { amount: Money::dollars(350_000), of: None }, None), @"$350,000 is a total, and no part of an offer: base, sign-on and stock are needed apart.");
    }

    /// Year 1 is $310,000, the average $337,500, all four years $1,350,000.
    #[test]
    fn a_total_in_any_wording_is_held_against_what_it_says_it_is() {
        let fits = [
            ("First year total: $310,000", "fits year 1"),
            ("Year 1 TC is 310k", "fits year 1"),
            ("Total compensation in your first year: $310,000", "fits year 1"),
            ("TC (year one) $310,000", "fits year 1"),
            ("first-year total comp of $310,000", "fits year 1"),
            ("TC: 310k", "fits year 1"),
            ("total comp 337.5k a year on average", "fits the four-year average"),
            ("Average annual total compensation: $337,500", "fits the four-year average"),
            ("average TC over 4 years: 337,500", "fits the four-year average"),
            ("TC 337.5k", "fits the four-year average"),
            ("four-year total: $1,350,000", "fits all four years"),
            ("Total over four years: $1.35M", "fits all four years"),
            ("4 year total comp 1,350,000", "fits all four years"),
            ("Total compensation: $1,350,000", "fits all four years"),
            ("First year total: $337,500", "does not fit these parts: year 1 comes to $310,000"),
            ("their total of $325k", "does not fit these parts: year 1 comes to $310,000, the four-year average"),
            ("Year 1 TC is 340k", "does not fit these parts: year 1 comes to $310,000"),
            ("average TC over 4 years: 310,000", "does not fit these parts: the four-year average comes to $337,500"),
            ("four-year total: $1,200,000", "does not fit these parts: all four years come to $1,350,000"),
            ("Total comp for year 1: $311,000", "is about year 1"),
            ("package worth 360k", "fits year 3"),
            ("all-in 322k", "does not fit these parts"),
        ];
        let today = jiff::civil::date(2026, 11, 26);
        let mut wrong = Vec::new();
        for (wording, holds) in fits {
            let text = format!("L6 Seattle\nBase $200,000\nSign-on 90k/60k\nRSUs $400,000\n{wording}");
            let reading = crate::reading::letter::read_letter(&text, today);
            let lines = told(&reading.besides, &draft()).join(" ");
            let base =
                reading.found.iter().any(|found| found.answer == crate::reading::Answer::Base(Money::dollars(200_000)));
            if !lines.contains(holds) || !base {
                wrong.push(format!("{wording}: {lines}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    proptest! {
        /// "Fits" is said of a figure that one of the sums has, and of no other.
        #[test]
        fn fits_is_true_of_the_figures(total in 1i64..2_000_000) {
            let offer = with_parts(&draft()).expect("all parts");
            let years = pay_by_year(&offer).map(|year| year.total());
            let all: Money = years.iter().copied().sum();
            let sums = [years[0], years[1], years[2], years[3], all, all.split(4)];
            let said = says(total);
            prop_assert_eq!(said.contains(" fits "), sums.contains(&Money::dollars(total)), "{}", said);
            prop_assert!(!said.contains("does not fit") || !sums.contains(&Money::dollars(total)), "{}", said);
            let usual = [years[0], all, all.split(4)];
            let near = usual.iter().any(|sum| is_about(Money::dollars(total), *sum));
            prop_assert!(!said.contains("is about") || near, "{}", said);
        }
    }
}
