//! Exact dollars: reading what people type, the one rounding rule, and display.
//!
//! Owns [`Money`]. Must not know what an amount is for: whether it is a year's
//! base or a grant over four years is said by the field that holds it.
//!
//! **The rounding rule**: sums are exact; a product with a ratio (growth, tax,
//! a vest share) is rounded once, at its end, to the cent, halves away from
//! zero ([`Money::scaled`]). Display never changes the amount that is kept.

mod currency;
mod kept;
mod reading;
mod words;

pub use currency::{Currency, UnknownCurrency};
pub(crate) use words::unit;

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use rust_decimal::{Decimal, RoundingStrategy};

/// The largest amount the bot works with: nothing in an offer is near it, and
/// sums of a few of them stay far inside what `Decimal` holds exactly.
pub const LARGEST: i64 = 1_000_000_000;

/// An exact amount; may be negative where it is a difference. It is in US dollars, or in the currency that it carries.
/// Amounts compare by their figure alone: whoever holds two against each other sees to it that they are in one currency.
#[derive(Clone, Copy, Debug, Default)]
pub struct Money(Decimal, Option<Currency>);

impl PartialEq for Money {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Money {}

impl PartialOrd for Money {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Money {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl Hash for Money {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// Why a text is not an amount. The display is a sentence for the user.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Nothing that looks like a number.
    #[error("I see no amount there")]
    NoNumber,
    /// A number with something around it that is not understood.
    #[error("I can't read that as one amount")]
    Unclear,
    /// Another currency than dollars.
    #[error("that looks like another currency")]
    OtherCurrency,
    /// Below zero.
    #[error("an amount can't be below zero")]
    Negative,
    /// Beyond [`LARGEST`].
    #[error("that is more than I can work with")]
    TooLarge,
}

impl Money {
    /// No dollars.
    pub const ZERO: Self = Self(Decimal::ZERO, None);

    /// Whole dollars.
    pub fn dollars(amount: i64) -> Self {
        Self(Decimal::from(amount), None)
    }

    /// An exact amount, rounded to the cent.
    pub fn exact(amount: Decimal) -> Self {
        Self(to_cents(amount), None)
    }

    /// The amount in dollars.
    pub fn amount(self) -> Decimal {
        self.0
    }

    /// The currency it is in.
    pub fn currency(self) -> Currency {
        self.1.unwrap_or_default()
    }

    /// The same figure in a currency: nothing is converted. US dollars are what an amount is in by itself (`$450,000`).
    #[must_use]
    pub fn in_currency(self, currency: Currency) -> Self {
        Self(self.0, Some(currency).filter(|currency| !currency.is_usd()))
    }

    /// The same figure in a currency that was named, or that stands beside another: US dollars say so (`US$450,000`).
    #[must_use]
    pub fn said_in(self, currency: Currency) -> Self {
        Self(self.0, Some(currency))
    }

    /// Whether a currency was named with it, or has been given to it.
    pub fn has_currency(self) -> bool {
        self.1.is_some()
    }

    /// Rounded to whole dollars, halves away from zero.
    #[must_use]
    pub fn whole(self) -> Self {
        Self(self.0.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero), self.1)
    }

    /// This amount times `ratio`, rounded once to the cent.
    #[must_use]
    pub fn scaled(self, ratio: Decimal) -> Self {
        Self(to_cents(self.0.saturating_mul(ratio)), self.1)
    }

    /// This amount in `parts` equal parts, rounded to the cent. Zero parts give zero.
    #[must_use]
    pub fn split(self, parts: u32) -> Self {
        if parts == 0 {
            return Self::ZERO;
        }
        Self(to_cents(self.0 / Decimal::from(parts)), self.1)
    }

    /// `self / other` as a ratio; `None` where `other` is zero.
    pub fn ratio_to(self, other: Self) -> Option<Decimal> {
        self.0.checked_div(other.0)
    }

    /// The nearest multiple of `step` at or above this amount.
    #[must_use]
    pub fn rounded_up_to(self, step: Self) -> Self {
        if step.is_zero() {
            return self;
        }
        Self((self.0 / step.0).ceil() * step.0, self.1)
    }

    /// The nearest multiple of `step` at or below this amount.
    #[must_use]
    pub fn rounded_down_to(self, step: Self) -> Self {
        if step.is_zero() {
            return self;
        }
        Self((self.0 / step.0).floor() * step.0, self.1)
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(self) -> Self {
        Self(self.0.abs(), self.1)
    }

    /// The part above zero: what is left of a difference when only excess counts.
    #[must_use]
    pub fn above_zero(self) -> Self {
        Self(self.0.max(Decimal::ZERO), self.1)
    }

    /// Whether this is exactly zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether this is above zero.
    pub fn is_positive(self) -> bool {
        self > Self::ZERO
    }

    /// Three or four figures for running text and tables: `$352.5k`, `$1.41M`, `$950`.
    /// Rounded for reading; the figure to act on is the full display.
    pub fn short(self) -> String {
        self.signed(self.sign(), &self.short_figure())
    }

    /// As [`Money::short`] after rounding to whole thousands, for figures that are estimates: `$364k`.
    pub fn about(self) -> String {
        let thousand = Decimal::from(1_000);
        let whole = (self.0 / thousand).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero) * thousand;
        if self.0.abs() < thousand { self.short() } else { Self(whole, self.1).short() }
    }

    /// As [`Money::short`] without the currency's sign, for columns that say it once.
    pub fn bare_short(self) -> String {
        self.signed("", &self.short_figure())
    }

    /// The one place where an amount gets its sign.
    fn signed(self, sign: &str, figure: &str) -> String {
        let minus = if self.0.is_sign_negative() && !self.is_zero() { "-" } else { "" };
        format!("{minus}{sign}{figure}")
    }

    /// `352.5k`, without a sign.
    fn short_figure(self) -> String {
        let size = self.0.abs();
        let thousand = Decimal::from(1_000);
        let million = Decimal::from(1_000_000);
        let rounded = |value: Decimal, places| {
            value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero).normalize()
        };
        if size < thousand {
            return rounded(size, 0).to_string();
        }
        // 999.95k would print as 1000k: decide after rounding.
        let thousands = rounded(size / thousand, 1);
        if thousands < thousand {
            return format!("{thousands}k");
        }
        format!("{}M", rounded(size / million, 2))
    }

    fn sign(self) -> &'static str {
        self.1.map_or(Currency::USD.sign(), Currency::sign_in_full)
    }

    /// `212,500`, `1,234.56`: the figure alone.
    pub fn figure(self) -> String {
        let cents = to_cents(self.0).abs();
        let text = if cents.fract().is_zero() { format!("{cents:.0}") } else { format!("{cents:.2}") };
        let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
        let mut grouped = String::with_capacity(text.len() + whole.len() / 3);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        match fraction {
            Some(fraction) => format!("{grouped}.{fraction}"),
            None => grouped,
        }
    }
}

/// The share that a percentage is: `15 %` is `percent(15)`, 0.15.
pub fn percent(percentage: i64) -> Decimal {
    Decimal::new(percentage, 2)
}

fn to_cents(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero).normalize()
}

impl fmt::Display for Money {
    /// `$212,500`, `$1,234.56`, `-$900`, `C$90,000`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cents = Self(to_cents(self.0), self.1);
        f.pad(&cents.signed(self.sign(), &cents.figure()))
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0), self.1.or(other.1))
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0), self.1.or(other.1))
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0, self.1)
    }
}

impl Mul<u32> for Money {
    type Output = Self;
    fn mul(self, count: u32) -> Self {
        Self(self.0.saturating_mul(Decimal::from(count)), self.1)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, |total, amount| total + amount)
    }
}

/// A share of a whole as a percentage with one decimal, for reading: `4.8`.
pub fn percentage(part: Money, whole: Money) -> Option<Decimal> {
    part.ratio_to(whole).map(|ratio| (ratio * Decimal::ONE_HUNDRED).round_dp(1).normalize())
}

#[cfg(test)]
mod tests;
