//! The market as templates see it: ranges of the band, and where the offer stands.

use serde::Serialize;

use super::figures::whole;
use super::tidy::mark_market;
use crate::analysis::{Analysis, Position};
use crate::market::{Band, Range};
use crate::money::Money;
use crate::offer::Offer;
use crate::words;

/// The band of the cell. What does not speak for a rise is absent: a script never quotes
/// a range that the offer already tops.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Market {
    /// The month of the figures, `January 2025`, with the mark of [`mark_market`].
    as_of: String,
    #[serde(skip)]
    pub(super) month: String,
    /// Base a year; absent at or above the range.
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<Ends>,
    /// Sign-on over both years; absent at or above the range.
    #[serde(skip_serializing_if = "Option::is_none")]
    sign_on: Option<Ends>,
    /// Grant over four years; absent at or above the range.
    #[serde(skip_serializing_if = "Option::is_none")]
    grant: Option<Ends>,
    /// Average a year over four years of the whole package.
    average: Ends,
    /// Where the offer stands; absent before an offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    percentile: Option<String>,
    /// How far it is to the target; absent where it is reached, and before an offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<Gap>,
}

/// A range, and where the offered amount sits where that speaks for a rise.
#[derive(Clone, Debug, Serialize)]
struct Ends {
    low: String,
    high: String,
    /// Halfway between them.
    middle: String,
    /// `below the range` or `in the lower third`.
    #[serde(skip_serializing_if = "Option::is_none")]
    low_side: Option<&'static str>,
}

impl Ends {
    fn of(range: Range, low_side: Option<&'static str>) -> Self {
        Self { low: whole(range.low), high: whole(range.high), middle: whole(range.middle()), low_side }
    }
}

/// The way to the target.
#[derive(Clone, Debug, Serialize)]
struct Gap {
    /// `75th`.
    target: String,
    /// Four-year total at the target.
    total: String,
    /// Dollars over four years.
    four_years: String,
    /// Dollars a year.
    a_year: String,
}

impl Market {
    /// The band beside an offer.
    pub(super) fn of(offer: &Offer, band: &Band, analysis: &Analysis) -> Self {
        let standing = analysis.standing.as_ref();
        let gap = standing.filter(|standing| standing.gap.is_positive()).map(|standing| Gap {
            target: words::ordinal(standing.target),
            total: standing.target_total.to_string(),
            four_years: standing.gap.to_string(),
            a_year: whole(standing.gap.split(4)),
        });
        Self {
            base: below_top(offer.base, band.base),
            sign_on: below_top(offer.sign_on.total(), band.sign_on),
            grant: below_top(offer.grant.value(), band.grant),
            percentile: standing.map(|standing| words::percentile(standing.percentile)),
            gap,
            ..Self::before_offer(band)
        }
    }

    /// Whether there is a range of base to quote.
    pub(super) fn shows_base(&self) -> bool {
        self.base.is_some()
    }

    /// The band alone.
    pub(super) fn before_offer(band: &Band) -> Self {
        let ends = |range: Range| Ends::of(range, None);
        let month = band.as_of.strftime("%B %Y").to_string();
        Self {
            as_of: mark_market(&month),
            month,
            base: Some(ends(band.base)),
            sign_on: Some(ends(band.sign_on)),
            grant: Some(ends(band.grant)),
            average: ends(band.four_year_average()),
            percentile: None,
            gap: None,
        }
    }
}

fn below_top(offered: Money, range: Range) -> Option<Ends> {
    let low_side = match Position::of(offered, range) {
        Position::Below => Some("below that range"),
        Position::LowerThird => Some("in its lower third"),
        Position::Middle | Position::UpperThird | Position::Above => None,
    };
    (offered < range.high).then(|| Ends::of(range, low_side))
}
