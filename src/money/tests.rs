//! Reading, rounding and showing dollars.

use super::*;
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(text.parse::<Money>().map(|money| money.to_string()), Ok(expected.to_owned()), "{text}");
}

#[track_caller]
fn refuse(text: &str, expected: MoneyError) {
    assert_eq!(text.parse::<Money>(), Err(expected), "{text}");
}

#[test]
fn reads_what_people_type() {
    check("185k", "$185,000");
    check("$185,000", "$185,000");
    check("185.5k", "$185,500");
    check("1.2m", "$1,200,000");
    check("$1.2M", "$1,200,000");
    check("1.2 million", "$1,200,000");
    check("200 000", "$200,000");
    check("USD 90k", "$90,000");
    check("90k usd", "$90,000");
    check("$90K.", "$90,000");
    check("0", "$0");
    check("182.50", "$182.50");
    check("  ~185k ", "$185,000");
    check("1,150k", "$1,150,000");
    check("185,000.75", "$185,000.75");
    check(".5m", "$500,000");
}

#[test]
fn refuses_what_is_not_one_amount() {
    refuse("", MoneyError::NoNumber);
    refuse("lots", MoneyError::NoNumber);
    refuse("90/70", MoneyError::Unclear);
    refuse("95.000,50", MoneyError::Unclear);
    refuse("18,50", MoneyError::Unclear);
    refuse("€95k", MoneyError::OtherCurrency);
    refuse("95k eur", MoneyError::OtherCurrency);
    refuse("-5k", MoneyError::Negative);
    refuse("5000m", MoneyError::TooLarge);
    refuse("99999999999999999999999999999999", MoneyError::TooLarge);
    refuse("185k a year", MoneyError::Unclear);
}

#[test]
fn short_is_readable() {
    for (amount, expected) in [
        ("0", "$0"),
        ("950", "$950"),
        ("352500", "$352.5k"),
        ("364080", "$364.1k"),
        ("1410000", "$1.41M"),
        ("999950", "$1M"),
        ("999949", "$999.9k"),
        ("46000", "$46k"),
        ("2650000", "$2.65M"),
    ] {
        assert_eq!(amount.parse::<Money>().map(Money::short), Ok(expected.to_owned()));
    }
    assert_eq!((Money::ZERO - Money::dollars(15_000)).short(), "-$15k");
    assert_eq!((Money::ZERO - Money::dollars(900)).to_string(), "-$900");
}

#[test]
fn rounds_halves_away_from_zero_once() {
    assert_eq!(Money::exact(Decimal::new(12_345, 3)).to_string(), "$12.35");
    assert_eq!(Money::dollars(1).split(3).to_string(), "$0.33");
    assert_eq!(Money::dollars(212_100).rounded_up_to(Money::dollars(500)), Money::dollars(212_500));
    assert_eq!(Money::dollars(212_499).rounded_down_to(Money::dollars(500)), Money::dollars(212_000));
}

proptest! {
    #[test]
    fn display_and_parse_round_trip(cents in 0i64..100_000_000_000) {
        let money = Money::exact(Decimal::new(cents, 2));
        prop_assert_eq!(money.to_string().parse::<Money>(), Ok(money));
    }

    #[test]
    fn serialised_and_read_back(cents in -100_000_000_000i64..100_000_000_000) {
        let money = Money::exact(Decimal::new(cents, 2));
        let text = serde_json::to_string(&money).expect("money serialises");
        prop_assert_eq!(serde_json::from_str::<Money>(&text).expect("and back"), money);
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,40}") {
        let _ = text.parse::<Money>();
    }
}
