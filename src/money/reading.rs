//! One amount from a text.

use std::str::FromStr;

use rust_decimal::Decimal;

use super::words::{factor, without_about, without_dollars_before, without_dollars_behind};
use super::{Currency, LARGEST, Money, MoneyError};

impl FromStr for Money {
    type Err = MoneyError;

    /// Reads one amount: `185k`, `$185,000`, `185.5k`, `1.2m`, `200 000`, `USD 90k`, `1.2 million`.
    /// A bare `185` is 185 dollars: only the field it answers can tell that thousands are meant.
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let lower = text.trim().to_lowercase();
        if names_another_currency(&lower) {
            return Err(MoneyError::OtherCurrency);
        }
        let mut rest = lower.as_str();
        let mut negative = false;
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix(['-', '−', '–']) {
                negative = true;
                rest = after;
            } else if let Some(after) = without_dollars_before(rest).or_else(|| without_about(rest)) {
                rest = after;
            } else {
                break;
            }
        }
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '_' | '\u{a0}' | '\u{202f}' | '\'')))
            .unwrap_or(rest.len());
        let (digits, tail) = rest.split_at(end);
        let number = read_grouped(digits)?;
        let tail = tail.trim().trim_end_matches(['.', '!', '$']).trim();
        let unit = factor(without_dollars_behind(tail).trim()).ok_or(MoneyError::Unclear)?;
        let amount = number.checked_mul(Decimal::from(unit)).ok_or(MoneyError::TooLarge)?;
        if amount > Decimal::from(LARGEST) {
            return Err(MoneyError::TooLarge);
        }
        if negative && !amount.is_zero() {
            return Err(MoneyError::Negative);
        }
        Ok(Self::exact(amount))
    }
}

/// Whether a sign or code of another currency stands in a text.
fn names_another_currency(text: &str) -> bool {
    let word = |code: &str| text.split(|c: char| !c.is_alphabetic()).any(|word| word.eq_ignore_ascii_case(code));
    let sign = |sign: &str| !sign.is_ascii() && text.contains(sign);
    Currency::all().filter(|currency| !currency.is_usd()).any(|other| word(other.code()) || sign(other.sign()))
}

/// Reads digits with optional grouping: `1,400`, `200 000`, `185.5`, `95.000,50` is refused as unclear.
fn read_grouped(text: &str) -> Result<Decimal, MoneyError> {
    let text = text.trim();
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Err(MoneyError::NoNumber);
    }
    let text = text.trim_end_matches([',', '.']);
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    if fraction.is_some_and(|f| f.is_empty() || !f.chars().all(|c| c.is_ascii_digit())) {
        return Err(MoneyError::Unclear);
    }
    let groups: Vec<&str> = whole.split([',', ' ', '_', '\'', '\u{a0}', '\u{202f}']).collect();
    let well_grouped = groups.len() == 1
        || (groups.iter().skip(1).all(|group| group.len() == 3) && (1..=3).contains(&groups[0].len()));
    if !well_grouped {
        return Err(MoneyError::Unclear);
    }
    let whole = groups.concat();
    let whole = if whole.is_empty() { "0" } else { &whole };
    if whole.len() > 15 {
        return Err(MoneyError::TooLarge);
    }
    let fraction: String = fraction.unwrap_or("0").chars().take(8).collect();
    Decimal::from_str(&format!("{whole}.{fraction}")).map_err(|_| MoneyError::TooLarge)
}
