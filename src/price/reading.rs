//! Reads a price source's answer: JSON or CSV.

use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::{PriceError, SharePrice};
use crate::money::Money;

/// No share of any company costs more, in dollars.
const HIGHEST: i64 = 10_000_000;

/// What is wrong with an answer, as a part of a sentence.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Misread {
    /// Bytes that are no UTF-8.
    #[error("it is no text")]
    NotText(#[source] std::str::Utf8Error),
    /// Not the JSON that is looked for.
    #[error("it is no JSON with price and date")]
    NotJson(#[source] Arc<serde_json::Error>),
    /// A table without the columns that are looked for.
    #[error("its first line has no date and close")]
    NoColumns,
    /// A line that ends too early.
    #[error("a line has fewer columns than the first")]
    ShortLine,
    /// A table that is empty.
    #[error("it has no line with a price")]
    NoLine,
    /// A price that is none.
    #[error("its price is no amount above zero")]
    Price,
    /// A day that is none.
    #[error("its date is no day such as 2026-11-20")]
    Date(#[source] jiff::Error),
    /// A day to come.
    #[error("its date lies ahead")]
    Ahead,
}

#[derive(Deserialize)]
struct Quote<'body> {
    // Kept as text: as a float the price would not be exact.
    #[serde(borrow)]
    price: &'body RawValue,
    date: &'body str,
}

/// Reads `{"price": "182.50", "date": "2026-11-20"}` (the price as a string or a number), or CSV
/// with a header that has `date` and `close` (or `price`), of which the newest day counts.
/// Where `content_type` says neither JSON nor CSV, the first letter of the body tells.
pub fn parse_price(body: &[u8], content_type: Option<&str>, source: &str) -> Result<SharePrice, PriceError> {
    let text = std::str::from_utf8(body).map_err(Misread::NotText)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    let kind = content_type.unwrap_or_default().to_ascii_lowercase();
    let json = kind.contains("json") || (!kind.contains("csv") && text.starts_with('{'));
    let (price, date) = if json { read_json(text)? } else { read_csv(text)? };
    Ok(SharePrice { price, date, source: source.to_owned() })
}

fn read_json(text: &str) -> Result<(Money, Date), Misread> {
    let quote: Quote<'_> = serde_json::from_str(text).map_err(|error| Misread::NotJson(Arc::new(error)))?;
    Ok((read_amount(quote.price.get().trim_matches('"'))?, read_date(quote.date)?))
}

fn read_csv(text: &str) -> Result<(Money, Date), Misread> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let header = cells(lines.next().unwrap_or_default());
    let column =
        |names: &[&str]| names.iter().find_map(|name| header.iter().position(|cell| cell.eq_ignore_ascii_case(name)));
    let (Some(date), Some(close)) = (column(&["date"]), column(&["close", "price"])) else {
        return Err(Misread::NoColumns);
    };
    let mut newest: Option<(Date, &str)> = None;
    for line in lines {
        let row = cells(line);
        let (Some(day), Some(price)) = (row.get(date), row.get(close)) else {
            return Err(Misread::ShortLine);
        };
        let day = read_date(day)?;
        if newest.is_none_or(|(before, _)| day > before) {
            newest = Some((day, price));
        }
    }
    let (day, price) = newest.ok_or(Misread::NoLine)?;
    Ok((read_amount(price)?, day))
}

/// The cells of a line. A quoted cell may not hold a comma: dates and prices don't.
fn cells(line: &str) -> Vec<&str> {
    line.split(',').map(|cell| cell.trim().trim_matches('"').trim()).collect()
}

/// Plain digits only: `182.50`.
fn read_amount(text: &str) -> Result<Money, Misread> {
    let plain = text.chars().all(|c| c.is_ascii_digit() || c == '.');
    let amount: Decimal = if plain { text.parse().map_err(|_| Misread::Price)? } else { return Err(Misread::Price) };
    let price = Money::exact(amount);
    if price.is_positive() && price <= Money::dollars(HIGHEST) { Ok(price) } else { Err(Misread::Price) }
}

/// A day, or the day of a moment: `2026-11-20`, `2026-11-20T21:00:00Z`.
fn read_date(text: &str) -> Result<Date, Misread> {
    let day = text.trim().split(['T', ' ']).next().unwrap_or_default();
    day.parse().map_err(Misread::Date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(body: &str, content_type: Option<&str>, expected: &str) {
        let price = parse_price(body.as_bytes(), content_type, "prices.example");
        assert_eq!(price.expect(body).words(), expected);
    }

    #[test]
    fn reads_json_and_csv() {
        let expected = "$182.50 a share on November 20, 2026 (prices.example)";
        let json = Some("application/json; charset=utf-8");
        check(r#"{"price": "182.50", "date": "2026-11-20"}"#, json, expected);
        check(r#"{"symbol": "AMZN", "date": "2026-11-20T21:00:00Z", "price": 182.50}"#, json, expected);
        check(" {\"price\":182.5,\"date\":\"2026-11-20\"}\n", None, expected);
        check("date,close\n2026-11-20,182.50\n", Some("text/csv"), expected);
        check("\u{feff}Date,Open,Close\r\n2026-11-20,180,182.50\r\n2026-11-19,170,171.00\r\n", None, expected);
        check("\"date\",\"price\"\n\"2026-11-19\",\"171\"\n\"2026-11-20\",\"182.50\"", Some("text/plain"), expected);
        check(
            r#"{"price": "182.505", "date": "2026-11-20"}"#,
            json,
            "$182.51 a share on November 20, 2026 (prices.example)",
        );
    }

    #[track_caller]
    fn refuse(body: &[u8], content_type: Option<&str>, expected: &str) {
        let error = parse_price(body, content_type, "prices.example").expect_err("no price");
        let PriceError::Unreadable(misread) = error else { panic!("{error}") };
        assert_eq!(misread.to_string(), expected, "{}", String::from_utf8_lossy(body));
    }

    #[test]
    fn refuses_what_is_no_price() {
        let amount = "its price is no amount above zero";
        let json = Some("application/json");
        refuse(b"", None, "its first line has no date and close");
        refuse(b"<html>", Some("text/html"), "its first line has no date and close");
        refuse(b"\xff\xfe", None, "it is no text");
        refuse(b"{}", None, "it is no JSON with price and date");
        refuse(b"date,close\n2026-11-20,1", json, "it is no JSON with price and date");
        for price in ["\"0\"", "\"-5\"", "-5", "\"\"", "null", "1e3", "\"NaN\"", "\"10000001\"", "[1]", "\"1,000\""] {
            refuse(format!(r#"{{"price": {price}, "date": "2026-11-20"}}"#).as_bytes(), json, amount);
        }
        refuse(br#"{"price": "1", "date": "yesterday"}"#, json, "its date is no day such as 2026-11-20");
        refuse(b"date,close\n", None, "it has no line with a price");
        refuse(b"date,close\n2026-11-20\n", None, "a line has fewer columns than the first");
        refuse(b"date,close\n2026-11-20,null\n", None, amount);
    }

    proptest! {
        #[test]
        fn no_body_panics(body in prop::collection::vec(any::<u8>(), 0..200), text in "[a-z0-9{}\":,.\n -]{0,80}") {
            for kind in [None, Some("application/json"), Some("text/csv")] {
                let _ = parse_price(&body, kind, "x");
                let _ = parse_price(text.as_bytes(), kind, "x");
            }
        }

        #[test]
        fn prices_are_exact(cents in 1i64..100_000_000) {
            let price = Money::exact(Decimal::new(cents, 2));
            let body = format!(r#"{{"price": {}, "date": "2026-11-20"}}"#, price.amount());
            prop_assert_eq!(parse_price(body.as_bytes(), None, "x").map(|read| read.price).ok(), Some(price));
        }
    }
}
