//! An amount as documents keep it: `"185000"`, and `"185000 CAD"` in another currency than US dollars.

use rust_decimal::Decimal;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Currency, Money};

#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    Plain(Decimal),
    Named(String),
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.1 {
            None => Serialize::serialize(&self.0, serializer),
            Some(currency) => serializer.collect_str(&format_args!("{} {currency}", self.0)),
        }
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = match Kept::deserialize(deserializer)? {
            Kept::Plain(amount) => return Ok(Self(amount, None)),
            Kept::Named(text) => text,
        };
        let read =
            |(amount, code): (&str, &str)| Some(Self(amount.parse().ok()?, Some(code.parse::<Currency>().ok()?)));
        text.split_once(' ')
            .and_then(read)
            .ok_or_else(|| D::Error::custom("an amount is a number, and a currency's code"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_keeps_its_currency() {
        let cad = Currency::of_text("CAD").expect("known");
        let kept = |money: Money| serde_json::to_string(&money).expect("serialises");
        let read = |text: &str| serde_json::from_str::<Money>(text).map(|money| money.to_string()).ok();
        assert_eq!(kept(Money::dollars(185_000)), "\"185000\"");
        assert_eq!(kept(Money::dollars(-185_000).in_currency(cad)), "\"-185000 CAD\"");
        assert_eq!(read("\"185000\"").as_deref(), Some("$185,000"));
        assert_eq!(kept(Money::dollars(185_000).in_currency(Currency::USD)), "\"185000\"");
        assert_eq!(kept(Money::dollars(185_000).said_in(Currency::USD)), "\"185000 USD\"");
        assert_eq!(read("\"185000 USD\"").as_deref(), Some("US$185,000"));
        assert_eq!(read("\"-185000.5 CAD\"").as_deref(), Some("-C$185,000.50"));
        for text in ["\"\"", "\"CAD\"", "\"1 XXX\"", "\"x CAD\"", "true"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
