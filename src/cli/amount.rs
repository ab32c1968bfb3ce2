//! Amounts in JSON: numbers and texts alike, exact to the cent in both directions.

use rust_decimal::Decimal;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::echo::Echo;
use crate::money::{Money, MoneyError};
use crate::reading::{read_pay, read_price};

/// An amount as it stands in the line: `200000`, `200000.50` or `"200k"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount(pub Money);

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = scalar(deserializer)?;
        read_price(&text).map(Self).map_err(no_amount(&text)).map_err(D::Error::custom)
    }
}

/// A text that is no amount.
#[derive(Debug, thiserror::Error)]
#[error("\"{echo}\" is not an amount: {cause}; write 200000 or \"200k\"")]
struct NoAmount {
    echo: Echo,
    #[source]
    cause: MoneyError,
}

fn no_amount(text: &str) -> impl Fn(MoneyError) -> NoAmount {
    let echo = Echo::of(text);
    move |cause| NoAmount { echo: echo.clone(), cause }
}

/// Pay as it stands in the line, read as the conversation reads it: a bare number below 1,000 is in
/// thousands (`185`, `"90"`), and points between groups of three part thousands (`"185.000"`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pay(pub Money);

impl<'de> Deserialize<'de> for Pay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = scalar(deserializer)?;
        read_pay(&text).map(Self).map_err(no_amount(&text)).map_err(D::Error::custom)
    }
}

/// A number or text, as text. A number is taken digit by digit, so that no cent is lost on
/// the way through floating point.
pub(super) fn scalar<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    let raw = raw.get().trim();
    if raw.starts_with('"') {
        return serde_json::from_str(raw).map_err(D::Error::custom);
    }
    if raw.starts_with(['{', '[', 't', 'f', 'n']) {
        return Err(D::Error::custom("a number or a text is needed here"));
    }
    match Decimal::from_scientific(raw).or_else(|_| raw.parse()) {
        Ok(number) => Ok(number.normalize().to_string()),
        Err(_) => Err(D::Error::custom("that number is too large")),
    }
}

/// A decimal as a JSON number, without a detour through floating point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number(pub Decimal);

impl From<Money> for Number {
    fn from(money: Money) -> Self {
        Self(money.amount())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw = RawValue::from_string(self.0.normalize().to_string()).map_err(serde::ser::Error::custom)?;
        raw.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_texts_read_alike() {
        for (text, expected) in [
            ("200000", "$200,000"),
            ("\"200k\"", "$200,000"),
            ("200000.10", "$200,000.10"),
            ("2e5", "$200,000"),
            ("\"$185,500\"", "$185,500"),
            ("0", "$0"),
        ] {
            let amount: Amount = serde_json::from_str(text).expect(text);
            assert_eq!(amount.0.to_string(), expected);
        }
        for text in ["-5", "null", "[1]", "true", "\"lots\"", "1e40"] {
            assert!(serde_json::from_str::<Amount>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn numbers_are_written_exactly() {
        let texts = ["100", "0.10", "337500.00", "12.35"]
            .map(|text| serde_json::to_string(&Number(text.parse().expect("a decimal"))).expect("serialises"));
        assert_eq!(texts, ["100", "0.1", "337500", "12.35"]);
    }
}
