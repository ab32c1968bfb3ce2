//! Where an offer stands, in words: its percentile, and each part's place in its range.

use crate::analysis::Position;
use crate::market::{Percentile, Rank};

/// `about the 67th`, `below the 1st`, `above the 99th`: to stand before "percentile".
pub fn percentile(percentile: Percentile) -> String {
    match percentile.rank() {
        Rank::BelowFirst => "below the 1st".into(),
        Rank::About(rank) => format!("about the {}", ordinal(rank)),
        Rank::AboveLast => "above the 99th".into(),
    }
}

/// `below the range`, `lower third`, …
pub fn position(position: Position) -> &'static str {
    match position {
        Position::Below => "below the range",
        Position::LowerThird => "lower third",
        Position::Middle => "middle third",
        Position::UpperThird => "upper third",
        Position::Above => "above the range",
    }
}

/// `1st`, `2nd`, `13th`, `21st`.
pub fn ordinal(number: u8) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::Range;
    use crate::money::Money;

    #[test]
    fn ordinals() {
        for (number, expected) in [
            (1, "1st"),
            (2, "2nd"),
            (3, "3rd"),
            (11, "11th"),
            (12, "12th"),
            (13, "13th"),
            (67, "67th"),
            (52, "52nd"),
            (99, "99th"),
            (111, "111th"),
        ] {
            assert_eq!(ordinal(number), expected);
        }
    }

    #[test]
    fn a_percentile_says_how_sure_the_tails_are() {
        let seattle_l6 = Range { low: Money::dollars(280_000), high: Money::dollars(395_000) };
        for (pay, expected) in [(352_500, "about the 67th"), (100_000, "below the 1st"), (900_000, "above the 99th")] {
            let found = Percentile::of(Money::dollars(pay), seattle_l6).expect("in a band");
            assert_eq!(percentile(found), expected);
        }
    }
}
