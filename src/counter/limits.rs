//! How far each lever can be pushed, by the playbook's ratios and the band.

use rust_decimal::Decimal;

use super::Ask;
use super::steps::{STEP, money};
use crate::market::Band;
use crate::money::Money;
use crate::offer::{Component, Offer};

/// What sets a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetBy {
    /// The playbook's ratio to what is offered: an unsourced claim.
    Ratio,
    /// The top of the band's range.
    BandTop,
    /// The middle of the band's range, where no sign-on was offered.
    BandMiddle,
    /// What is offered, which stands at or over every other limit.
    Offered,
}

/// The limit of one lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What is offered: dollars a year for base, over both years for sign-on, in all for the grant.
    pub offered: Money,
    /// The most to ask for, in the same dollars; never below what is offered.
    pub cap: Money,
    /// What sets it.
    pub set_by: SetBy,
}

impl Limit {
    /// Dollars between what is offered and the limit.
    pub fn room(&self) -> Money {
        self.cap - self.offered
    }

    fn new(offered: Money, cap: Money, set_by: SetBy) -> Self {
        if cap > offered {
            Self { offered, cap, set_by }
        } else {
            Self { offered, cap: offered, set_by: SetBy::Offered }
        }
    }
}

/// The limits of all levers of one offer.
///
/// Base goes up to 1.15 times what is offered, sign-on (both years together) up to 3 times, the
/// grant up to 1.5 times, each at most to the band's top; where no sign-on was offered, it goes
/// up to the middle of the band's range. The ratios are the playbook's claim. Without a band
/// they hold alone. No limit is below what is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Base, dollars a year.
    pub base: Limit,
    /// Sign-on, dollars over both years.
    pub sign_on: Limit,
    /// Grant, dollars over all vests.
    pub grant: Limit,
}

impl Limits {
    /// The most base is said to rise, as a ratio to what is offered.
    pub const BASE_RATIO: Decimal = Decimal::from_parts(115, 0, 0, false, 2);
    /// The most sign-on is said to rise.
    pub const SIGN_ON_RATIO: Decimal = Decimal::from_parts(3, 0, 0, false, 0);
    /// The most a grant is said to rise.
    pub const GRANT_RATIO: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

    /// The limits of an offer in its band, if there is one.
    pub fn of(offer: &Offer, band: Option<&Band>) -> Self {
        let limit = |offered: Money, ratio: Decimal, top: Option<Money>| {
            let by_ratio = offered.scaled(ratio);
            match top {
                Some(top) if top < by_ratio => Limit::new(offered, top, SetBy::BandTop),
                _ => Limit::new(offered, by_ratio, SetBy::Ratio),
            }
        };
        let sign_on = offer.sign_on.total();
        let sign_on = match band {
            Some(band) if sign_on.is_zero() => Limit::new(sign_on, band.sign_on.middle(), SetBy::BandMiddle),
            _ => limit(sign_on, Self::SIGN_ON_RATIO, band.map(|band| band.sign_on.high)),
        };
        Self {
            base: limit(offer.base, Self::BASE_RATIO, band.map(|band| band.base.high)),
            sign_on,
            grant: limit(offer.grant.value(), Self::GRANT_RATIO, band.map(|band| band.grant.high)),
        }
    }

    /// The limit of one lever.
    pub fn get(&self, component: Component) -> &Limit {
        match component {
            Component::Base => &self.base,
            Component::SignOn => &self.sign_on,
            Component::Stock => &self.grant,
        }
    }

    /// The levers that an ask has pushed so far that not one more step of $500 fits.
    pub fn reached_by(&self, ask: &Ask) -> impl Iterator<Item = Component> {
        let (limits, asked) = (*self, *ask);
        Component::ALL.into_iter().filter(move |component| {
            let figure = match component {
                Component::Base => asked.base,
                Component::SignOn => asked.sign_on.total(),
                Component::Stock => asked.grant,
            };
            figure + money(STEP) > limits.get(*component).cap
        })
    }

    /// Whether an ask keeps every limit and goes nowhere below what is offered.
    pub fn allow(&self, ask: &Ask, offer: &Offer) -> bool {
        let within = |figure: Money, limit: &Limit| (limit.offered..=limit.cap).contains(&figure);
        within(ask.base, &self.base)
            && within(ask.sign_on.total(), &self.sign_on)
            && within(ask.grant, &self.grant)
            && ask.sign_on.year_1 >= offer.sign_on.year_1
            && ask.sign_on.year_2 >= offer.sign_on.year_2
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::{bands, offer};

    #[track_caller]
    fn check(offer: &Offer, with_band: bool, expected: [(i64, SetBy); 3]) {
        let bands = bands();
        let band = if with_band { bands.find(offer.cell()) } else { None };
        let limits = Limits::of(offer, band);
        let found = Component::ALL.map(|component| (limits.get(component).cap, limits.get(component).set_by));
        assert_eq!(found, expected.map(|(cap, set_by)| (Money::dollars(cap), set_by)));
    }

    #[test]
    fn the_lesser_of_ratio_and_band_top() {
        use SetBy::{BandMiddle, BandTop, Offered, Ratio};
        let middling = offer(200_000, 400_000, 90_000, 60_000);
        check(&middling, true, [(220_000, BandTop), (200_000, BandTop), (500_000, BandTop)]);
        check(&middling, false, [(230_000, Ratio), (450_000, Ratio), (600_000, Ratio)]);
        check(&offer(180_000, 300_000, 20_000, 20_000), true, [(207_000, Ratio), (120_000, Ratio), (450_000, Ratio)]);
        check(&offer(230_000, 600_000, 0, 0), true, [(230_000, Offered), (150_000, BandMiddle), (600_000, Offered)]);
        check(&offer(200_000, 0, 0, 0), false, [(230_000, Ratio), (0, Offered), (0, Offered)]);
        check(
            &offer(220_000, 500_000, 100_000, 100_000),
            true,
            [(220_000, Offered), (200_000, Offered), (500_000, Offered)],
        );
    }

    #[test]
    fn names_the_levers_that_have_no_step_left() {
        let offer = offer(200_000, 400_000, 90_000, 60_000);
        let limits = Limits::of(&offer, None);
        let mut ask = Ask::offered(&offer);
        assert_eq!(limits.reached_by(&ask).count(), 0);
        ask.base = Money::dollars(229_500);
        assert_eq!(limits.reached_by(&ask).count(), 0);
        ask.base = Money::dollars(230_000);
        ask.grant = Money::dollars(600_000);
        assert_eq!(limits.reached_by(&ask).collect::<Vec<_>>(), [Component::Base, Component::Stock]);
        assert!(limits.allow(&ask, &offer));
        ask.base = Money::dollars(230_500);
        assert!(!limits.allow(&ask, &offer));
    }
}
