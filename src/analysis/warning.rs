//! What to watch out for in an offer: stable codes, a severity, and the figures behind each.
//!
//! Owns which warnings an offer has. Must not know the words for them.

mod rules;

pub(super) use rules::warnings;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;
use strum::{IntoStaticStr, VariantArray};

use super::Growth;
use crate::market::{Place, Role};
use crate::money::{Currency, Money};
use crate::offer::{Component, Level};

/// How much a warning matters; worst first in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Changes what the offer is worth; act before answering.
    High,
    /// Worth asking about.
    Medium,
    /// Good to know.
    Low,
}

/// The kinds of warning. The snake-case names are stable: things outside read them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, IntoStaticStr, VariantArray)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum WarningCode {
    /// A figure looks ten times too large or too small.
    CheckTheZeros,
    /// Pay drops from year 1 to year 3.
    #[serde(rename = "year_3_below_year_1")]
    #[strum(serialize = "year_3_below_year_1")]
    Year3BelowYear1,
    /// The last day to answer is under 48 hours away.
    ExplodingDeadline,
    /// Nothing is in writing yet.
    NoWrittenOffer,
    /// Under the 50th percentile.
    BelowMedian,
    /// Pay drops from year 1 to year 2.
    #[serde(rename = "year_2_below_year_1")]
    #[strum(serialize = "year_2_below_year_1")]
    Year2BelowYear1,
    /// Pay drops from year 2 to year 3.
    #[serde(rename = "year_3_below_year_2")]
    #[strum(serialize = "year_3_below_year_2")]
    Year3BelowYear2,
    /// Year 3 holds up only if the share price rises.
    NeedsStockGrowth,
    /// Nobody said whether the sign-on is owed back.
    RepaymentTermsUnknown,
    /// Over half of the four years is stock.
    MostlyStock,
    /// The share price is more than 30 days old, or of no known day.
    OldSharePrice,
    /// Nothing is promised after the grant has vested.
    #[serde(rename = "nothing_after_year_4")]
    #[strum(serialize = "nothing_after_year_4")]
    NothingAfterYear4,
    /// Leaving before month 12 forfeits every share.
    #[serde(rename = "no_shares_before_month_12")]
    #[strum(serialize = "no_shares_before_month_12")]
    NoSharesBeforeMonth12,
    /// Over the top of the band.
    AboveBand,
    /// Base has no room up to the band's top.
    BaseAtBandTop,
    /// No band for this level and place.
    NoBand,
    /// The band's figures are older than 18 months.
    OldBands,
}

/// One warning about one offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Its kind.
    pub code: WarningCode,
    /// How much it matters.
    pub severity: Severity,
    /// What it is about, in figures.
    pub figures: WarningFigures,
}

impl Warning {
    /// The dollars at stake, where it has any.
    pub fn dollars(&self) -> Option<Money> {
        self.figures.dollars()
    }
}

impl From<WarningFigures> for Warning {
    /// The figures say which warning it is, and that says how much it matters.
    fn from(figures: WarningFigures) -> Self {
        let code = figures.code();
        Self { code, severity: code.severity(), figures }
    }
}

/// The figures of a warning, one shape a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WarningFigures {
    /// Of [`WarningCode::CheckTheZeros`].
    CheckTheZeros {
        /// Which part looks wrong.
        component: Component,
        /// The amount as it was given.
        amount: Money,
        /// The amount with a zero more or less.
        usual: Money,
    },
    /// Of [`WarningCode::Year3BelowYear1`].
    Year3BelowYear1(YearlyDrop),
    /// Of [`WarningCode::ExplodingDeadline`].
    ExplodingDeadline {
        /// Whole hours left to answer.
        hours: i64,
    },
    /// Of [`WarningCode::NoWrittenOffer`].
    NoWrittenOffer,
    /// Of [`WarningCode::BelowMedian`].
    BelowMedian {
        /// Dollars over four years up to the median.
        gap: Money,
    },
    /// Of [`WarningCode::Year2BelowYear1`].
    Year2BelowYear1(YearlyDrop),
    /// Of [`WarningCode::Year3BelowYear2`].
    Year3BelowYear2(YearlyDrop),
    /// Of [`WarningCode::NeedsStockGrowth`].
    NeedsStockGrowth {
        /// Dollars that year 3 is short of the better of years 1 and 2, flat.
        short: Money,
        /// The growth a year that makes up for it; `None` where none does.
        growth: Option<Growth>,
    },
    /// Of [`WarningCode::RepaymentTermsUnknown`].
    RepaymentTermsUnknown {
        /// The sign-on of both years.
        sign_on: Money,
    },
    /// Of [`WarningCode::MostlyStock`].
    MostlyStock {
        /// Stock over four years.
        stock: Money,
        /// Its percentage of the four years.
        percent: Decimal,
    },
    /// Of [`WarningCode::OldSharePrice`].
    OldSharePrice {
        /// The grant at that price.
        grant: Money,
        /// The price of a share.
        price: Money,
        /// The day of the price, where it is known.
        priced_on: Option<Date>,
    },
    /// Of [`WarningCode::NothingAfterYear4`].
    NothingAfterYear4 {
        /// Dollars that year 5 pays less than year 4.
        drop: Money,
    },
    /// Of [`WarningCode::NoSharesBeforeMonth12`].
    NoSharesBeforeMonth12 {
        /// The month of the first vest.
        month: u32,
        /// What vests in it.
        first: Money,
    },
    /// Of [`WarningCode::AboveBand`].
    AboveBand {
        /// Dollars over four years above the top.
        over: Money,
        /// The band's level.
        level: Level,
        /// The band's place.
        place: Place,
    },
    /// Of [`WarningCode::BaseAtBandTop`].
    BaseAtBandTop {
        /// Dollars a year above the top; zero at the top itself.
        over: Money,
        /// The top of base in the band.
        top: Money,
    },
    /// Of [`WarningCode::NoBand`].
    NoBand {
        /// The job family.
        role: Role,
        /// What the figures are in.
        currency: Currency,
        /// The offer's level.
        level: Level,
        /// The offer's place.
        place: Place,
    },
    /// Of [`WarningCode::OldBands`].
    OldBands {
        /// The day the band's figures stand for.
        as_of: Date,
        /// Whole months since then.
        months: i32,
    },
}

/// How far one year pays less than an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearlyDrop {
    /// Dollars less.
    pub dollars: Money,
    /// The same in percent of the earlier year.
    pub percent: Option<Decimal>,
}

impl WarningFigures {
    /// The dollars at stake, where there are any.
    pub fn dollars(&self) -> Option<Money> {
        match self {
            Self::Year3BelowYear1(drop) | Self::Year2BelowYear1(drop) | Self::Year3BelowYear2(drop) => {
                Some(drop.dollars)
            }
            Self::CheckTheZeros { amount: dollars, .. }
            | Self::BelowMedian { gap: dollars }
            | Self::NeedsStockGrowth { short: dollars, .. }
            | Self::RepaymentTermsUnknown { sign_on: dollars }
            | Self::MostlyStock { stock: dollars, .. }
            | Self::OldSharePrice { grant: dollars, .. }
            | Self::NothingAfterYear4 { drop: dollars }
            | Self::NoSharesBeforeMonth12 { first: dollars, .. }
            | Self::AboveBand { over: dollars, .. }
            | Self::BaseAtBandTop { over: dollars, .. } => Some(*dollars),
            Self::ExplodingDeadline { .. } | Self::NoWrittenOffer | Self::NoBand { .. } | Self::OldBands { .. } => None,
        }
    }

    /// Which warning they are of.
    pub fn code(&self) -> WarningCode {
        match self {
            Self::CheckTheZeros { .. } => WarningCode::CheckTheZeros,
            Self::Year3BelowYear1(_) => WarningCode::Year3BelowYear1,
            Self::ExplodingDeadline { .. } => WarningCode::ExplodingDeadline,
            Self::NoWrittenOffer => WarningCode::NoWrittenOffer,
            Self::BelowMedian { .. } => WarningCode::BelowMedian,
            Self::Year2BelowYear1(_) => WarningCode::Year2BelowYear1,
            Self::Year3BelowYear2(_) => WarningCode::Year3BelowYear2,
            Self::NeedsStockGrowth { .. } => WarningCode::NeedsStockGrowth,
            Self::RepaymentTermsUnknown { .. } => WarningCode::RepaymentTermsUnknown,
            Self::MostlyStock { .. } => WarningCode::MostlyStock,
            Self::OldSharePrice { .. } => WarningCode::OldSharePrice,
            Self::NothingAfterYear4 { .. } => WarningCode::NothingAfterYear4,
            Self::NoSharesBeforeMonth12 { .. } => WarningCode::NoSharesBeforeMonth12,
            Self::AboveBand { .. } => WarningCode::AboveBand,
            Self::BaseAtBandTop { .. } => WarningCode::BaseAtBandTop,
            Self::NoBand { .. } => WarningCode::NoBand,
            Self::OldBands { .. } => WarningCode::OldBands,
        }
    }
}

impl WarningCode {
    /// Every code.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// How much a warning of this kind matters.
    pub fn severity(self) -> Severity {
        match self {
            Self::CheckTheZeros
            | Self::Year3BelowYear1
            | Self::ExplodingDeadline
            | Self::NoWrittenOffer
            | Self::BelowMedian => Severity::High,
            Self::Year2BelowYear1
            | Self::Year3BelowYear2
            | Self::NeedsStockGrowth
            | Self::RepaymentTermsUnknown
            | Self::MostlyStock => Severity::Medium,
            Self::OldSharePrice
            | Self::NothingAfterYear4
            | Self::NoSharesBeforeMonth12
            | Self::AboveBand
            | Self::BaseAtBandTop
            | Self::NoBand
            | Self::OldBands => Severity::Low,
        }
    }

    /// The stable name.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
