//! What an offer pays: the four [`Year`]s, where it stands in its band, [`Growth`]
//! views of the stock, and [`Warning`]s with their figures.
//!
//! Owns the sums over a complete offer. Must not know the conversation, the store,
//! scripts or Discord. The moment it is asked at is a parameter.

mod calendar;
mod compare;
mod growth;
mod hourly;
mod leave_early;
mod other_offer;
mod position;
mod revision;
mod standing;
#[cfg(test)]
pub(crate) mod test_offers;
mod view;
mod warning;
mod what_if;
mod year_5;
mod years;

pub use calendar::{Calendar, CalendarEvent, CalendarGap, EventKind, SignOnPaid, VestFigures, calendar};
pub use compare::{Candidate, Comparison, MOST as MOST_COMPARED, compare};
pub use growth::{Growth, implied_growth, recruiter_years};
pub use hourly::{Hours, hourly};
pub use leave_early::{Departure, LEAVING_MONTHS, leave_at, leave_early};
pub use other_offer::{ComparedYear, OfferNote};
pub use position::Position;
pub use revision::{Change, RevisedFigure, Revision, diff};
pub use standing::Standing;
pub use view::View;
#[cfg(test)]
pub use warning::YearlyDrop;
pub use warning::{Severity, Warning, WarningCode, WarningFigures};
pub use what_if::{EvenPrice, Scenario, at_price, what_if};
pub use year_5::{Year5, year_5};
pub use years::{Year, pay_by_year};

use crate::market::{Band, Bands};
use crate::money::Money;
use crate::offer::Offer;

/// All that an answer shows of an offer.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// The four years, at a flat share price.
    pub years: [Year; 4],
    /// Dollars over four years, flat.
    pub four_year_total: Money,
    /// Dollars a year on average, flat.
    pub four_year_average: Money,
    /// Where it stands, where there is a band.
    pub standing: Option<Standing>,
    /// The least yearly growth at which year 3 is at least years 1 and 2; `None` where
    /// no growth can do it (no stock vests in year 3).
    pub implied_growth: Option<Growth>,
    /// The recruiter's view: the growth used, and each year's total with it.
    pub recruiter_view: (Growth, [Money; 4]),
    /// What to watch out for, worst first.
    pub warnings: Vec<Warning>,
}

/// Looks at an offer with the band of its cell, if there is one.
pub fn analyse(offer: &Offer, bands: &Bands, view: View) -> Analysis {
    let band = bands.find(offer.cell());
    let years = pay_by_year(offer);
    let four_year_total: Money = years.iter().map(Year::total).sum();
    let four_year_average = four_year_total.split(4);
    let standing = band.and_then(|band| stand(offer, band, four_year_total, view));
    let implied_growth = implied_growth(offer);
    let warnings = warning::warnings(offer, &years, band, standing.as_ref(), implied_growth, view);
    Analysis {
        years,
        four_year_total,
        four_year_average,
        standing,
        implied_growth,
        recruiter_view: (view.growth, recruiter_years(offer, view.growth)),
        warnings,
    }
}

fn stand(offer: &Offer, band: &Band, total: Money, view: View) -> Option<Standing> {
    let percentile = band.percentile(total)?;
    let target_total = band.total_at(view.target)?;
    Some(Standing {
        percentile,
        base: Position::of(offer.base, band.base),
        sign_on: Position::of(offer.sign_on.total(), band.sign_on),
        grant: Position::of(offer.grant.value(), band.grant),
        target: view.target,
        target_total,
        gap: (target_total - total).above_zero(),
        bands_as_of: band.as_of,
        bands_are_old: band.is_old(view.today()),
    })
}
