//! The seven levers, and the room that each has for one offer.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use crate::counter::{Ask, Limit, Limits};
use crate::market::Band;
use crate::money::{Money, percent};
use crate::offer::{Component, Offer, SignOn};

/// Something that can be negotiated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, VariantArray)]
#[serde(rename_all = "snake_case")]
pub enum Lever {
    /// Base salary.
    Base,
    /// Sign-on bonus of both years.
    SignOn,
    /// The RSU grant.
    Grant,
    /// The first day.
    StartDate,
    /// The level.
    Level,
    /// Where and when the work is done, and the move there.
    Flexibility,
    /// A guaranteed bonus or refresher.
    Bonus,
}

/// Asked figures are multiples of this: precise, and still easy to say.
const STEP: i64 = 500;

impl Lever {
    /// All levers, in the playbook's order.
    pub const ALL: [Self; 7] = *Self::VARIANTS.as_array().expect("as many as there are");

    /// The stable key, also the name of the lever's script.
    pub fn key(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::SignOn => "sign_on",
            Self::Grant => "grant",
            Self::StartDate => "start_date",
            Self::Level => "level",
            Self::Flexibility => "flexibility",
            Self::Bonus => "bonus",
        }
    }

    /// The lever of a key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lever| lever.key() == key)
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Base => "Base salary",
            Self::SignOn => "Sign-on bonus",
            Self::Grant => "RSU grant",
            Self::StartDate => "Start date",
            Self::Level => "Level",
            Self::Flexibility => "Flexibility and relocation",
            Self::Bonus => "Guaranteed bonus or refreshers",
        }
    }

    /// Its part of the figures; `None` for a lever that is not measured in dollars.
    pub fn component(self) -> Option<Component> {
        match self {
            Self::Base => Some(Component::Base),
            Self::SignOn => Some(Component::SignOn),
            Self::Grant => Some(Component::Stock),
            Self::StartDate | Self::Level | Self::Flexibility | Self::Bonus => None,
        }
    }

    /// The room it has in dollars; `None` for a lever that is not measured in dollars.
    pub fn room(self, offer: &Offer, band: Option<&Band>) -> Option<Limit> {
        self.component().map(|component| *Limits::of(offer, band).get(component))
    }

    /// The figure to ask for when this lever is pulled alone: the plan's, where the plan
    /// pulls it; else what brings as much over four years as the whole plan; else halfway
    /// to the limit. Inside the room and above what is offered, or `None`.
    pub fn figure_alone(self, offer: &Offer, band: Option<&Band>, plan: &Ask) -> Option<Money> {
        let room = self.room(offer, band)?;
        let planned = match self {
            Self::Base => plan.base,
            Self::SignOn => plan.sign_on.total(),
            _ => plan.grant,
        };
        if planned > room.offered {
            return Some(planned);
        }
        let wanted = plan.applied_to(offer).four_year_total() - offer.four_year_total();
        let step = Money::dollars(STEP);
        let rise = if self == Self::Base { wanted.split(4) } else { wanted };
        let rise = if rise.is_positive() { rise } else { (room.cap - room.offered).split(2) };
        let figure = (room.offered + rise).rounded_up_to(step).min(room.cap.rounded_down_to(step));
        (figure > room.offered).then_some(figure)
    }

    /// The offer with this lever's figure changed and all else as it is.
    pub fn applied(self, offer: &Offer, figure: Money) -> Offer {
        let mut ask = Ask::offered(offer);
        match self {
            Self::Base => ask.base = figure,
            Self::SignOn => ask.sign_on = in_two_years(offer.sign_on, figure),
            Self::Grant => ask.grant = figure,
            Self::StartDate | Self::Level | Self::Flexibility | Self::Bonus => return offer.clone(),
        }
        ask.applied_to(offer)
    }
}

/// A sign-on total spread over its two years as the offered one is; evenly where none was
/// offered. Year 2 is a multiple of the step, year 1 takes the rest.
pub(super) fn in_two_years(offered: SignOn, total: Money) -> SignOn {
    let share = offered.year_2.ratio_to(offered.total()).unwrap_or(percent(50));
    let year_2 = total.scaled(share).rounded_down_to(Money::dollars(STEP));
    SignOn { year_1: total - year_2, year_2 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers::{bands, offer};
    use proptest::prelude::*;

    fn seattle() -> Band {
        let bands = bands();
        let offer = offer(1, 1, 1, 1);
        bands.find(offer.cell()).expect("a known cell").clone()
    }

    #[test]
    fn levers_in_dollars_have_room_and_the_others_none() {
        let (offer, band) = (offer(185_000, 350_000, 40_000, 20_000), seattle());
        let most = Lever::ALL.map(|lever| lever.room(&offer, Some(&band)).map(|room| room.cap.to_string()));
        let dollars = ["$212,750", "$180,000", "$500,000"].map(|cap| Some(cap.to_owned()));
        assert_eq!(most[..3], dollars);
        assert_eq!(most[3..], [const { None }; 4]);
    }

    #[test]
    fn a_lever_alone_asks_for_the_plans_figure_or_as_much_as_the_plan_brings() {
        let (offer, band) = (offer(185_000, 350_000, 40_000, 20_000), seattle());
        let mut plan = Ask::offered(&offer);
        plan.grant = Money::dollars(380_000);
        let figures = [Lever::Base, Lever::SignOn, Lever::Grant]
            .map(|lever| lever.figure_alone(&offer, Some(&band), &plan).map(|figure| figure.to_string()));
        assert_eq!(figures, ["$192,500", "$90,000", "$380,000"].map(|figure| Some(figure.to_owned())));
    }

    #[test]
    fn a_sign_on_keeps_its_shape() {
        let split = in_two_years(
            SignOn { year_1: Money::dollars(90_000), year_2: Money::dollars(60_000) },
            Money::dollars(200_000),
        );
        assert_eq!((split.year_1, split.year_2), (Money::dollars(120_000), Money::dollars(80_000)));
        let none = in_two_years(SignOn::default(), Money::dollars(75_500));
        assert_eq!((none.year_1, none.year_2), (Money::dollars(38_000), Money::dollars(37_500)));
    }

    proptest! {
        #[test]
        fn a_figure_alone_is_above_the_offer_and_inside_the_room(
            base in 150_000i64..260_000, grant in 0i64..700_000, first in 0i64..150_000, second in 0i64..150_000, banded: bool,
        ) {
            let offer = offer(base, grant, first, second);
            let band = banded.then(seattle);
            for lever in [Lever::Base, Lever::SignOn, Lever::Grant] {
                let room = lever.room(&offer, band.as_ref()).expect("a lever in dollars");
                if let Some(figure) = lever.figure_alone(&offer, band.as_ref(), &Ask::offered(&offer)) {
                    prop_assert!(figure > room.offered && figure <= room.cap);
                    prop_assert!(lever.applied(&offer, figure).four_year_total() > offer.four_year_total());
                }
            }
        }
    }
}
