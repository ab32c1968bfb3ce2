//! Figures as templates see them: formatted here, so that templates hold no arithmetic.

use rust_decimal::Decimal;
use serde::Serialize;

use super::Lever;
use super::lever::in_two_years;
use crate::analysis::{Year, pay_by_year};
use crate::counter::Ask;
use crate::market::Band;
use crate::money::Money;
use crate::money::percentage;
use crate::offer::{Grant, Offer, Schedule, SignOn};
use crate::words;

/// What a round figure is a multiple of, in dollars.
const ROUND: Decimal = Decimal::from_parts(5_000, 0, 0, false, 0);

/// One figure that should rise.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Raise {
    /// What is offered.
    pub(super) from: String,
    /// What is asked for.
    pub(super) to: String,
    /// The difference.
    pub(super) by: String,
    /// Whether what is asked for is no round figure.
    #[serde(skip)]
    pub(super) precise: bool,
    /// Sign-on only: the part in year 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) year_1: Option<String>,
    /// Sign-on only: the part in year 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) year_2: Option<String>,
    /// Grant in shares only: the asked number of shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) shares: Option<String>,
    /// Grant in shares only: the price they are counted at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) price: Option<String>,
}

/// The levers in dollars that rise.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Raises {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) base: Option<Raise>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sign_on: Option<Raise>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) grant: Option<Raise>,
}

impl Raises {
    /// From the offered figures to the asked ones.
    pub(super) fn between(offer: &Offer, ask: &Ask) -> Self {
        let raise = |from: Money, to: Money| {
            (to > from).then(|| Raise {
                from: from.to_string(),
                to: to.to_string(),
                by: (to - from).to_string(),
                precise: !(to.amount() % ROUND).is_zero(),
                year_1: None,
                year_2: None,
                shares: None,
                price: None,
            })
        };
        let sign_on = raise(offer.sign_on.total(), ask.sign_on.total()).map(|raise| Raise {
            year_1: Some(ask.sign_on.year_1.to_string()),
            year_2: Some(ask.sign_on.year_2.to_string()),
            ..raise
        });
        let grant = raise(offer.grant.value(), ask.grant).map(|raise| match offer.grant.of_value(ask.grant) {
            Grant::Shares { count, price, .. } => {
                Raise { shares: Some(grouped(count)), price: Some(price.to_string()), ..raise }
            }
            Grant::Dollars(_) => raise,
        });
        Self { base: raise(offer.base, ask.base), sign_on, grant }
    }

    /// Each lever in dollars as it would be asked for alone; none where it has no room.
    pub(super) fn alone(offer: &Offer, band: Option<&Band>, plan: &Ask) -> Self {
        let figure = |lever: Lever| lever.figure_alone(offer, band, plan);
        let offered = Ask::offered(offer);
        let sign_on = figure(Lever::SignOn).map_or(offered.sign_on, |total| {
            if total == plan.sign_on.total() { plan.sign_on } else { in_two_years(offer.sign_on, total) }
        });
        let ask = Ask {
            base: figure(Lever::Base).unwrap_or(offered.base),
            sign_on,
            grant: figure(Lever::Grant).unwrap_or(offered.grant),
        };
        Self::between(offer, &ask)
    }

    /// What a lever in dollars would ask for.
    pub(super) fn of(&self, lever: Lever) -> Option<&Raise> {
        match lever {
            Lever::Base => self.base.as_ref(),
            Lever::SignOn => self.sign_on.as_ref(),
            Lever::Grant => self.grant.as_ref(),
            _ => None,
        }
    }

    pub(super) fn count(&self) -> usize {
        usize::from(self.base.is_some()) + usize::from(self.sign_on.is_some()) + usize::from(self.grant.is_some())
    }

    /// Only the raise that is worth most over four years, and what it is worth.
    fn largest(&self, offer: &Offer, ask: &Ask) -> (Self, Money) {
        let worth = [
            (ask.grant - offer.grant.value(), Lever::Grant),
            ((ask.base - offer.base) * 4, Lever::Base),
            (ask.sign_on.total() - offer.sign_on.total(), Lever::SignOn),
        ];
        let largest = worth.into_iter().reduce(|best, next| if next.0 > best.0 { next } else { best });
        let mut one = Self::default();
        let Some((gain, lever)) = largest.filter(|(gain, _)| gain.is_positive()) else { return (one, Money::ZERO) };
        match lever {
            Lever::Base => one.base.clone_from(&self.base),
            Lever::SignOn => one.sign_on.clone_from(&self.sign_on),
            _ => one.grant.clone_from(&self.grant),
        }
        (one, gain)
    }
}

/// A whole set of asked figures, and what they come to.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Plan {
    /// What rises.
    pub(super) raises: Raises,
    /// The one raise worth most.
    pub(super) one: Raises,
    /// Whether the offer with that one raise is at least what the user would take, so that they can say yes to it.
    pub(super) one_is_enough: bool,
    /// Whether anything rises.
    pub(super) any: bool,
    /// Whether more than one thing rises.
    pub(super) several: bool,
    /// `one thing`, `two things`, `three things`; `nothing` where nothing rises.
    pub(super) things: &'static str,
    /// Four-year total.
    pub(super) total: String,
    /// Its rise over the offer's.
    pub(super) by: String,
    /// That rise in percent.
    pub(super) percent: String,
    /// A year on average, to the dollar.
    pub(super) average: String,
    pub(super) year_1: String,
    pub(super) year_2: String,
    pub(super) year_3: String,
    pub(super) year_4: String,
}

impl Plan {
    pub(super) fn of(offer: &Offer, ask: &Ask) -> Self {
        // In dollars even where the offer is in shares: whole shares would blur the sum that is asked for.
        let asked = Offer { grant: Grant::Dollars(ask.grant), ..ask.applied_to(offer) };
        let raises = Raises::between(offer, ask);
        let rise = asked.four_year_total() - offer.four_year_total();
        let [year_1, year_2, year_3, year_4] = pay_by_year(&asked).map(|year| year.total().to_string());
        let (one, gain) = raises.largest(offer, ask);
        let one_is_enough = offer.walk_away.is_none_or(|least| offer.four_year_total() + gain >= least);
        Self {
            one,
            one_is_enough,
            any: raises.count() > 0,
            several: raises.count() > 1,
            things: ["nothing", "one thing", "two things", "three things"][raises.count()],
            total: asked.four_year_total().to_string(),
            by: rise.to_string(),
            percent: percentage(rise, offer.four_year_total()).unwrap_or_default().to_string(),
            average: whole(asked.four_year_total().split(4)),
            raises,
            year_1,
            year_2,
            year_3,
            year_4,
        }
    }
}

/// The offer as it stands.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Offered {
    pub(super) base: String,
    /// Both years together; absent where none is offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sign_on: Option<String>,
    pub(super) sign_on_year_1: String,
    pub(super) sign_on_year_2: String,
    /// Absent where none is offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) grant: Option<String>,
    /// Only where the grant was stated in shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) shares: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) price: Option<String>,
    /// `5/15/40/40`, `25/25/25/25 quarterly`.
    pub(super) schedule: String,
    /// How long the grant vests: `four years`.
    pub(super) vests_over: String,
    /// Whether over half of the grant vests in years 3 and 4.
    pub(super) vests_late: bool,
    pub(super) stock_year_1: String,
    pub(super) stock_year_2: String,
    pub(super) stock_year_3: String,
    pub(super) stock_year_4: String,
    pub(super) year_1: String,
    pub(super) year_2: String,
    pub(super) year_3: String,
    pub(super) year_4: String,
    pub(super) total: String,
    pub(super) average: String,
    /// The drop from year 1 to year 3, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) year_3_drop: Option<String>,
    /// Whether it is known to be in writing.
    pub(super) in_writing: bool,
    /// Whether nobody said if the sign-on is owed back.
    pub(super) terms_unknown: bool,
    /// Unvested pay left behind, as entered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) left_behind: Option<String>,
}

impl Offered {
    pub(super) fn of(offer: &Offer) -> Self {
        let years = pay_by_year(offer);
        let [year_1, year_2, year_3, year_4] = years.map(|year| year.total().to_string());
        let [stock_year_1, stock_year_2, stock_year_3, stock_year_4] = years.map(|year| year.stock.to_string());
        let stated = |amount: Money| amount.is_positive().then(|| amount.to_string());
        let (shares, price) = match offer.grant {
            Grant::Shares { count, price, .. } => (Some(grouped(count)), Some(price.to_string())),
            Grant::Dollars(_) => (None, None),
        };
        Self {
            base: offer.base.to_string(),
            sign_on: stated(offer.sign_on.total()),
            sign_on_year_1: offer.sign_on.year_1.to_string(),
            sign_on_year_2: offer.sign_on.year_2.to_string(),
            grant: stated(offer.grant.value()),
            shares,
            price,
            schedule: words::schedule(&offer.schedule),
            vests_over: vests_over(&offer.schedule),
            vests_late: vests_late(&offer.schedule),
            stock_year_1,
            stock_year_2,
            stock_year_3,
            stock_year_4,
            total: offer.four_year_total().to_string(),
            average: whole(offer.four_year_total().split(4)),
            year_3_drop: stated(drop(&years)),
            year_1,
            year_2,
            year_3,
            year_4,
            in_writing: offer.written == Some(true),
            terms_unknown: offer.sign_on_terms.is_none() && offer.sign_on != SignOn::default(),
            left_behind: offer.left_behind.and_then(stated),
        }
    }
}

/// How long a grant vests, in words.
fn vests_over(schedule: &Schedule) -> String {
    const YEARS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let last = schedule.vests().last().map_or(1, |vest| vest.month.max(1));
    let years = last.div_ceil(12) as usize;
    let many = if years == 1 { "year" } else { "years" };
    YEARS.get(years - 1).map_or_else(|| format!("{years} {many}"), |word| format!("{word} {many}"))
}

fn vests_late(schedule: &Schedule) -> bool {
    let [_, _, third, fourth] = schedule.year_shares();
    (third + fourth) * Decimal::TWO > Decimal::ONE
}

fn drop(years: &[Year; 4]) -> Money {
    (years[0].total() - years[2].total()).above_zero()
}

/// To the dollar: averages are said, not booked.
pub(super) fn whole(amount: Money) -> String {
    amount.whole().to_string()
}

/// `2,200`.
pub(super) fn grouped(count: u32) -> String {
    Money::dollars(i64::from(count)).figure()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::offer;

    #[test]
    fn a_figure_is_precise_where_it_is_no_round_one() {
        let offer = offer(190_000, 400_000, 80_000, 60_000);
        let asks = |base: i64| {
            let ask = Ask { base: Money::dollars(base), ..Ask::offered(&offer) };
            Raises::between(&offer, &ask).of(Lever::Base).map(|raise| raise.precise)
        };
        let seen: Vec<Option<bool>> = [220_000, 215_000, 205_500, 207_000, 100_000].map(asks).into();
        assert_eq!(seen, [Some(false), Some(false), Some(true), Some(true), None]);
    }
}
