//! What the keys of an offer's line hold, each mistake one sentence.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::amount::{Pay, scalar};
use crate::analysis::{Growth, Hours};
use crate::echo::Echo;
use crate::offer::{Firmness, Grant, OtherOffer, Payment, Repayment};

/// What stands for a repayment that is not spoken of where the payment is.
pub(super) const NOT_SAID: &str = "not_said";
/// The currency of every amount that is an answer.
pub(super) const DOLLARS: &str = "USD";

/// A text; a bare number is taken as one, so that what is wrong with it is said in its own words.
#[derive(Debug)]
pub(super) struct Text(pub String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar(deserializer).map(Self)
    }
}

/// A percentile, 1 to 99.
#[derive(Debug)]
pub(super) struct Target(pub u8);

impl<'de> Deserialize<'de> for Target {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = scalar(deserializer)?;
        let echo = Echo::of(&text);
        let target = text.trim().parse().ok().filter(|target| (1..=99).contains(target));
        target
            .map(Self)
            .ok_or_else(|| D::Error::custom(format!("\"{echo}\" is not a percentile from 1 to 99; write 75")))
    }
}

/// A number of shares.
#[derive(Debug)]
pub(super) struct Shares(pub u32);

impl<'de> Deserialize<'de> for Shares {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = scalar(deserializer)?.replace(',', "");
        let echo = Echo::of(&text);
        let count = text.trim().parse().ok().filter(|count| *count <= Grant::MOST_SHARES);
        count.map(Self).ok_or_else(|| D::Error::custom(format!("\"{echo}\" is not a number of shares; write 1400")))
    }
}

/// Growth a year: `0.15`, `"15%"`.
#[derive(Debug)]
pub(super) struct GrowthText(pub Growth);

impl<'de> Deserialize<'de> for GrowthText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = scalar(deserializer)?;
        let echo = Echo::of(&text);
        let wrong =
            || D::Error::custom(format!("\"{echo}\" is not a ratio a year from -0.95 to 3; write 0.15 or \"15%\""));
        let (digits, scale) = match text.trim().strip_suffix('%') {
            Some(percent) => (percent.trim(), Decimal::ONE_HUNDRED),
            None => (text.trim(), Decimal::ONE),
        };
        let ratio = digits.parse::<Decimal>().map_err(|_| wrong())? / scale;
        let growth = (ratio <= Decimal::from(3)).then(|| Growth::new(ratio)).flatten();
        growth.map(Self).ok_or_else(wrong)
    }
}

/// Hours a week.
#[derive(Debug)]
pub(super) struct HoursText(pub Hours);

impl<'de> Deserialize<'de> for HoursText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = scalar(deserializer)?;
        let echo = Echo::of(&text);
        text.trim()
            .parse()
            .ok()
            .and_then(Hours::a_week)
            .map(Self)
            .ok_or_else(|| D::Error::custom(format!("\"{echo}\" is not hours a week from 1 to 120; write 45")))
    }
}

/// One of a few words.
fn one_of<'de, D: Deserializer<'de>, T: Copy>(deserializer: D, known: &[(&str, T)]) -> Result<T, D::Error> {
    let text = scalar(deserializer)?;
    let plain = text.trim().to_lowercase();
    let found = known.iter().find(|(key, _)| *key == plain).map(|(_, what)| *what);
    found.ok_or_else(|| {
        let keys: Vec<&str> = known.iter().map(|(key, _)| *key).collect();
        let echo = Echo::of(&text);
        D::Error::custom(format!("\"{echo}\" is none of {}", keys.join(", ")))
    })
}

/// `lump_sum`, `monthly`.
pub(super) fn paid(payment: Payment) -> &'static str {
    match payment {
        Payment::LumpSum => "lump_sum",
        Payment::Monthly => "monthly",
    }
}

/// `pro_rata`, `full`, `nothing`, `not_said`.
pub(super) fn repaid(repayment: Repayment) -> &'static str {
    match repayment {
        Repayment::ProRata => "pro_rata",
        Repayment::Full => "full",
        Repayment::Nothing => "nothing",
        Repayment::NotSaid => "not_said",
    }
}

/// How a sign-on is paid.
#[derive(Debug)]
pub(super) struct Paid(pub Payment);

impl<'de> Deserialize<'de> for Paid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let known = [Payment::LumpSum, Payment::Monthly].map(|payment| (paid(payment), payment));
        one_of(deserializer, &known).map(Self)
    }
}

/// What is owed back of a sign-on; none where that is not said.
#[derive(Debug)]
pub(super) struct Repaid(pub Option<Repayment>);

impl<'de> Deserialize<'de> for Repaid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let said = [Repayment::ProRata, Repayment::Full, Repayment::Nothing];
        let mut known = said.map(|repayment| (repaid(repayment), Some(repayment))).to_vec();
        known.push((NOT_SAID, None));
        one_of(deserializer, &known).map(Self)
    }
}

/// A day: `2026-12-04`.
#[derive(Debug)]
pub(super) struct Day(pub Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = scalar(deserializer)?;
        let echo = Echo::of(&text);
        let day = text.trim().parse();
        day.map(Self).map_err(|_| D::Error::custom(format!("\"{echo}\" is not a day; write 2026-12-04")))
    }
}

/// The posting's own range of base: two amounts a year, the lower one first.
#[derive(Debug)]
pub(super) struct PostedBase;

impl<'de> Deserialize<'de> for PostedBase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let [low, high] = <[Pay; 2]>::deserialize(deserializer)
            .map_err(|_| D::Error::custom("two amounts a year are needed, such as [183700, 319800]"))?;
        if low.0 > high.0 { Err(D::Error::custom("the lower amount comes first")) } else { Ok(Self) }
    }
}

/// Another company's offer or process.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Competing {
    company: Text,
    #[serde(default)]
    firmness: Option<Firm>,
    #[serde(default)]
    amount: Option<Pay>,
}

/// How firm another offer is.
#[derive(Debug)]
struct Firm(Firmness);

impl<'de> Deserialize<'de> for Firm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        one_of(deserializer, &Firmness::ALL.map(|firmness| (firmness.key(), firmness))).map(Self)
    }
}

impl From<Competing> for OtherOffer {
    fn from(told: Competing) -> Self {
        Self {
            company: crate::echo::kept(&told.company.0, Echo::LONGEST),
            firmness: told.firmness.map(|firm| firm.0),
            a_year: told.amount.map(|amount| amount.0),
            reply_by: None,
            figures: None,
        }
    }
}
