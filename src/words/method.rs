//! How figures are worked out, and with what.

use crate::analysis::Hours;
use crate::market::Confidence;
use crate::money::Money;

/// How the figures are worked out, in one line for the small print and the command line.
pub const METHOD: &str = "year = base + sign-on + vested grant at a flat share price; \
     percentile of the four-year average, log-normal between the band's ends read as p10 and p90";

/// `40 hours a week, 2,080 a year`.
pub fn hours(hours: Hours) -> String {
    let year = Money::exact(hours.in_a_year()).figure();
    format!("{} hours a week, {} a year", hours.in_a_week().normalize(), year)
}

/// How well a fact is supported: `well supported`, `one source`, `hearsay`.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "well supported",
        Confidence::Medium => "one source",
        Confidence::Low => "hearsay",
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    #[test]
    fn hours_are_named() {
        assert_eq!(hours(Hours::USUAL), "40 hours a week, 2,080 a year");
        let part_time = Hours::a_week(Decimal::new(3750, 2)).expect("within a week");
        assert_eq!(hours(part_time), "37.5 hours a week, 1,950 a year");
    }
}
