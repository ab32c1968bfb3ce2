//! What an offer can turn into, as JSON: other share prices, leaving early, year 5, hourly pay.

use rust_decimal::Decimal;
use serde::Serialize;

use super::amount::Number;
use crate::analysis::{Departure, EvenPrice, Growth, Hours, Scenario, Year5, hourly, leave_early, what_if, year_5};
use crate::money::Money;
use crate::offer::Offer;

/// Leaving at the end of a month, dollars and shares.
#[derive(Serialize)]
pub(super) struct LeaveLine {
    month: u32,
    /// Base and sign-on less what is owed back: the same under a lump sum repaid pro rata and
    /// under monthly payment.
    cash_kept: Number,
    /// Owed back of a lump sum that is repaid pro rata.
    sign_on_owed_lump_sum: Number,
    /// Owed back where the sign-on is paid monthly.
    sign_on_owed_monthly: Number,
    stock_vested: Number,
    stock_forfeited: Number,
    shares_vested: Option<u32>,
    shares_forfeited: Option<u32>,
}

impl From<Departure> for LeaveLine {
    fn from(departure: Departure) -> Self {
        Self {
            month: departure.month,
            cash_kept: (departure.base_earned + departure.lump_paid - departure.owed_pro_rata).into(),
            sign_on_owed_lump_sum: departure.owed_pro_rata.into(),
            sign_on_owed_monthly: Money::ZERO.into(),
            stock_vested: departure.stock_vested.into(),
            stock_forfeited: departure.stock_forfeited.into(),
            shares_vested: departure.shares_vested,
            shares_forfeited: departure.shares_forfeited,
        }
    }
}

/// Leaving at each of the usual months.
pub(super) fn leave_lines(offer: &Offer) -> Vec<LeaveLine> {
    leave_early(offer).into_iter().map(LeaveLine::from).collect()
}

/// Year 5, dollars.
#[derive(Serialize)]
pub(super) struct Year5Line {
    without_refreshers: Number,
    drop: Number,
    level_refreshers: Number,
    with_own: Option<Number>,
}

impl Year5Line {
    pub(super) fn new(offer: &Offer, own: Option<Money>) -> Self {
        let Year5 { without_refreshers, drop, level_refreshers, with_own } = year_5(offer, own);
        Self {
            without_refreshers: without_refreshers.into(),
            drop: drop.into(),
            level_refreshers: level_refreshers.into(),
            with_own: with_own.map(Number::from),
        }
    }
}

/// The four years at one course of the share price, dollars.
#[derive(Serialize)]
struct ScenarioLine {
    years: [Number; 4],
    four_year_total: Number,
    against_flat: Number,
}

impl From<Scenario> for ScenarioLine {
    fn from(scenario: Scenario) -> Self {
        Self {
            years: scenario.years.map(Number::from),
            four_year_total: scenario.four_year_total.into(),
            against_flat: scenario.against_flat.into(),
        }
    }
}

/// The price at which year 3 pays what year 1 does.
#[derive(Serialize)]
struct EvenPriceLine {
    /// As a multiple of the grant's price, to four decimals.
    factor: Number,
    /// Dollars a share, where the grant is in shares.
    price: Option<Number>,
}

impl From<EvenPrice> for EvenPriceLine {
    fn from(even: EvenPrice) -> Self {
        Self { factor: Number(even.factor.round_dp(4)), price: even.price.map(Number::from) }
    }
}

/// Other courses of the share price beside the recruiter's.
#[derive(Serialize)]
pub(super) struct WhatIfLine {
    /// All stock 30 % lower.
    price_down_30_percent: ScenarioLine,
    /// At the growth in the line, each vest valued at its month; null without one.
    growth_by_date: Option<ScenarioLine>,
    /// Null where year 3 vests no more than year 1.
    even_price: Option<EvenPriceLine>,
}

impl WhatIfLine {
    pub(super) fn new(offer: &Offer, growth: Option<Growth>) -> Self {
        let views = what_if(offer, growth);
        Self {
            price_down_30_percent: views.fallen.into(),
            growth_by_date: views.chosen_by_date.map(ScenarioLine::from),
            even_price: views.even.map(EvenPriceLine::from),
        }
    }
}

/// Dollars an hour.
#[derive(Serialize)]
pub(super) struct HourlyLine {
    hours_a_year: Number,
    years: [Number; 4],
    average: Number,
}

impl HourlyLine {
    pub(super) fn new(offer: &Offer, hours: Hours) -> Self {
        let pay = hourly(offer, hours);
        let hours_a_year: Decimal = hours.in_a_year();
        Self { hours_a_year: Number(hours_a_year), years: pay.years.map(Number::from), average: pay.average.into() }
    }
}
