//! Reading what is typed into a what-if: growth, share price, month, hours, refreshers.

use rust_decimal::Decimal;

use crate::analysis::{Growth, Hours};
use crate::echo::Echo;
use crate::money::{Money, MoneyError};
use crate::reading;

/// The last month that leaving is looked at.
const LAST_MONTH: u32 = 60;
/// The highest growth a year that is taken for one, in percent.
const HIGHEST_GROWTH: i64 = 300;

/// What a what-if is asked with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wishes {
    /// Growth of the share price a year.
    pub growth: Option<Growth>,
    /// Dollars a share, from the start.
    pub price: Option<Money>,
    /// The month at whose end the user leaves.
    pub leave_month: Option<u32>,
    /// Hours worked in a week.
    pub hours: Option<Decimal>,
}

impl Wishes {
    /// The names of what can be asked, as options and as inputs of the form.
    pub(crate) const KEYS: [&str; 4] = ["growth", "price", "leave_month", "hours"];

    /// Reads what was typed; empty texts are not asked. Every mistake is told.
    pub(crate) fn read<'texts>(text: impl Fn(&str) -> &'texts str) -> Result<Self, Vec<Unread>> {
        let mut problems = Vec::new();
        let wishes = Self {
            growth: one(&text, "growth", read_growth, &mut problems),
            price: one(&text, "price", read_price, &mut problems),
            leave_month: one(&text, "leave_month", read_month, &mut problems),
            hours: one(&text, "hours", read_hours, &mut problems),
        };
        if problems.is_empty() { Ok(wishes) } else { Err(problems) }
    }
}

/// What can't be read of a wish: a sentence with an example.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum BadWish {
    #[error("I can't read \"{0}\" as growth a year from -95 % to {HIGHEST_GROWTH} %; for example 20 %.")]
    Growth(Echo),
    #[error("\"{0}\" is no price a share; for example 182.50.")]
    Price(Echo),
    #[error("{0}; give dollars a share, for example 182.50.")]
    PriceAmount(#[source] MoneyError),
    #[error("I can't read \"{0}\" as a month from 1 to {LAST_MONTH} after the start; for example 18.")]
    Month(Echo),
    #[error("I can't read \"{0}\" as hours a week from 1 to 120; for example 45.")]
    Hours(Echo),
    #[error("{0}. Send dollars that would vest in year 5, for example 50k.")]
    Refreshers(#[source] MoneyError),
}

/// A wish that can't be read, with its name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{key}: {wish}")]
pub(crate) struct Unread {
    key: &'static str,
    #[source]
    wish: BadWish,
}

fn one<'texts, T>(
    text: impl Fn(&str) -> &'texts str,
    key: &'static str,
    read: impl Fn(&str) -> Result<T, BadWish>,
    problems: &mut Vec<Unread>,
) -> Option<T> {
    let text = text(key).trim();
    if text.is_empty() {
        return None;
    }
    read(text).map_err(|wish| problems.push(Unread { key, wish })).ok()
}

/// `20`, `20 %`, `-10%`, `flat`; a fraction below 1 without a sign of percent is a ratio: `0.2` is 20 %.
fn read_growth(text: &str) -> Result<Growth, BadWish> {
    let plain = text.to_lowercase().replace(['+', ' '], "").replace("percent", "%");
    if ["flat", "none", "no"].contains(&plain.as_str()) {
        return Ok(Growth::FLAT);
    }
    let digits = plain.strip_suffix("ayear").unwrap_or(&plain);
    let (digits, in_percent) = digits.strip_suffix('%').map_or((digits, false), |digits| (digits, true));
    let number = digits.parse::<Decimal>().ok();
    let ratio = number.map(|number| {
        let is_ratio = !in_percent && number.abs() < Decimal::ONE;
        if is_ratio { number } else { number / Decimal::ONE_HUNDRED }
    });
    let highest = Decimal::new(HIGHEST_GROWTH, 2);
    ratio.filter(|ratio| *ratio <= highest).and_then(Growth::new).ok_or_else(|| BadWish::Growth(Echo::of(text)))
}

fn read_price(text: &str) -> Result<Money, BadWish> {
    let most = Money::dollars(100_000);
    match reading::read_price(text) {
        Ok(price) if price.is_positive() && price <= most => Ok(price),
        Ok(_) => Err(BadWish::Price(Echo::of(text))),
        Err(error) => Err(BadWish::PriceAmount(error)),
    }
}

fn read_month(text: &str) -> Result<u32, BadWish> {
    let digits = text.trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace());
    let month = digits.parse().ok().filter(|month| (1..=LAST_MONTH).contains(month));
    month.ok_or_else(|| BadWish::Month(Echo::of(text)))
}

/// `45`, `45 hours`, `37.5h`.
pub(crate) fn read_hours(text: &str) -> Result<Decimal, BadWish> {
    let digits = text.trim().trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace() || c == '/');
    let hours = digits.parse::<Decimal>().ok().filter(|hours| hours.scale() <= 2);
    hours.filter(|hours| Hours::a_week(*hours).is_some()).ok_or_else(|| BadWish::Hours(Echo::of(text)))
}

/// Dollars of refreshers: `50k`, `0`.
pub(crate) fn read_refreshers(text: &str) -> Result<Money, BadWish> {
    reading::read_pay(text).map_err(BadWish::Refreshers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn growth(text: &str, expected: &str) {
        assert_eq!(read_growth(text).map_or("refused".into(), |growth| growth.to_string()), expected, "{text}");
    }

    #[test]
    fn growth_is_read_as_people_write_it() {
        growth("20", "20 %");
        growth("20%", "20 %");
        growth("20 percent", "20 %");
        growth("+7.5 % a year", "7.5 %");
        growth("-10", "-10 %");
        growth("0.2", "20 %");
        growth("0.5%", "0.5 %");
        growth("-0.3", "-30 %");
        growth("1", "1 %");
        growth("0", "0 %");
        growth("flat", "0 %");
        growth("300", "300 %");
        for text in ["301", "-96", "-1000000000000000000000000000000", "much", "", "1.2.3", "%", "2x"] {
            growth(text, "refused");
        }
    }

    #[track_caller]
    fn check(pairs: &[(&str, &str)], expected: &str) {
        let text = |key: &str| pairs.iter().find(|(known, _)| *known == key).map_or("", |(_, text)| text);
        let read = Wishes::read(text);
        let words = match read {
            Ok(Wishes { growth, price, leave_month, hours }) => {
                let parts = [
                    growth.map(|growth| growth.to_string()),
                    price.map(|price| price.to_string()),
                    leave_month.map(|month| month.to_string()),
                    hours.map(|hours| hours.to_string()),
                ];
                parts.map(|part| part.unwrap_or_else(|| "-".into())).join(" ")
            }
            Err(unread) => unread.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        };
        assert_eq!(words, expected);
    }

    #[test]
    fn everything_is_optional_and_mistakes_are_told_together() {
        check(&[], "- - - -");
        check(
            &[("growth", " "), ("price", "182.50"), ("leave_month", "18 months"), ("hours", "45h")],
            "- $182.50 18 45",
        );
        check(&[("hours", "37.5 hours/week")], "- - - 37.5");
        for price in ["at 182.50 a share", "$182.50", "182.50 each", "182.5 dollars"] {
            check(&[("price", price)], "- $182.50 - -");
        }
        check(
            &[("growth", "a lot"), ("price", "0"), ("leave_month", "61"), ("hours", "200")],
            "growth: I can't read \"a lot\" as growth a year from -95 % to 300 %; for example 20 %. \
             price: \"0\" is no price a share; for example 182.50. \
             leave_month: I can't read \"61\" as a month from 1 to 60 after the start; for example 18. \
             hours: I can't read \"200\" as hours a week from 1 to 120; for example 45.",
        );
        assert_eq!(read_refreshers("50k"), Ok(Money::dollars(50_000)));
        assert_eq!(read_refreshers("0"), Ok(Money::ZERO));
        assert!(read_refreshers("some").is_err_and(|wish| wish.to_string().ends_with("for example 50k.")));
    }
}
