//! The whole counter plan of one offer.

use super::packages::packages;
use super::search::Search;
use super::steps::{Steps, cents};
use super::vested::Vested;
use super::{Ask, Figures, Limits, Package, ladder};
use crate::market::Band;
use crate::money::{Money, percent};
use crate::offer::Offer;

/// What to ask for, how to open, what to trade and how to give way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The percentile aimed for; `None` without a band, where [`Plan::WITHOUT_BAND`] is aimed for instead.
    pub target_percentile: Option<u8>,
    /// Dollars over four years aimed for.
    pub target_total: Money,
    /// Dollars over four years from the offer to the target; zero where the offer is there.
    pub gap: Money,
    /// Whether the asks reach the target.
    pub reached: bool,
    /// Dollars over four years by which the asks stay short of the target; zero where they reach it.
    pub shortfall: Money,
    /// What is offered now.
    pub offered: Figures,
    /// What to aim for: at least the target inside the limits, or the most they allow.
    pub asks: Figures,
    /// What to ask for first: half a gap above the target, inside the same limits.
    pub opening: Figures,
    /// Three ways to the same four-year value, led by base, by sign-on and by stock.
    pub packages: [Package; 3],
    /// Whether the three packages differ. They can't where fewer than two levers have room, and
    /// need not where the offer is at the target already.
    pub packages_differ: bool,
    /// Five steps from the opening ask down, their totals falling evenly.
    pub ladder: [Figures; 5],
    /// Whether the user's walk-away number is above even the opening ask, so that there is
    /// nothing to give: every rung is then the opening ask.
    pub walk_away_out_of_reach: bool,
    /// How far each lever goes.
    pub limits: Limits,
}

impl Plan {
    /// Without a band: the increase of the offered four-year total that is aimed for, in
    /// percent. A choice of this program without any source, to be shown as such.
    pub const WITHOUT_BAND: i64 = 10;
}

/// Plans the counter to an offer.
///
/// The target is the four-year total at percentile `target` (held between 1 and 99) of the
/// band; without a band, [`Plan::WITHOUT_BAND`] percent above the offer. Among all asks inside
/// [`Limits`] that reach it (or, where none does, among those with the highest total) the one
/// with the most even years is chosen, then the one with the least change of base, then the
/// least total, the least grant, the most sign-on in year 1. Figures that are changed are
/// multiples of $500; the rest stay as offered. An offer at or above the target is its own ask.
pub fn plan(offer: &Offer, band: Option<&Band>, target: u8, walk_away: Option<Money>) -> Plan {
    let offered_total = offer.four_year_total();
    let target = target.clamp(1, 99);
    let at_percentile = band.and_then(|band| band.total_at(target));
    let target_total =
        at_percentile.unwrap_or_else(|| offered_total + offered_total.scaled(percent(Plan::WITHOUT_BAND)));
    let gap = (target_total - offered_total).above_zero();
    let limits = Limits::of(offer, band);
    let search = search(offer, &limits);
    let figures = |ask: Ask| Figures::against(ask, offer, offered_total);
    let offered = figures(Ask::offered(offer));
    let best = |total: Money| if gap.is_zero() { offered } else { figures(search.best(cents(total)).ask()) };
    let asks = best(target_total);
    let opening = best(target_total + gap.split(2));
    let shortfall = (target_total - asks.four_year_total).above_zero();
    let (packages, packages_differ) = packages(&search, &asks, offered_total, figures);
    let floor = walk_away.map_or(offered_total, |least| least.max(offered_total));
    Plan {
        target_percentile: at_percentile.map(|_| target),
        target_total,
        gap,
        reached: shortfall.is_zero(),
        shortfall,
        offered,
        asks,
        opening,
        packages,
        packages_differ,
        ladder: ladder::ladder(offer, &opening, floor, figures),
        walk_away_out_of_reach: floor > opening.four_year_total,
        limits,
    }
}

/// Where asks for an offer may lie.
pub(super) fn search(offer: &Offer, limits: &Limits) -> Search {
    Search {
        base: Steps::new(cents(offer.base), cents(limits.base.cap)),
        sign_on: [cents(offer.sign_on.year_1), cents(offer.sign_on.year_2)],
        sign_on_cap: cents(limits.sign_on.cap),
        grant: Steps::new(cents(limits.grant.offered), cents(limits.grant.cap)),
        vested: Vested::new(&offer.schedule),
    }
}

#[cfg(test)]
mod tests;
