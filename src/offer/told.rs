//! All that a user has told of an offer, whichever question it was told to.
//!
//! Owns that every fact has one home: where the walkthrough asks for the same thing, its answer is the fact until
//! another is given. Must not know the wording of questions, scripts or Discord.

use jiff::civil::Date;

use super::{Fact, Facts, Field, Offer, OtherOffer};

/// An offer with the facts beside it, on a day.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// What the walkthrough was told.
    pub offer: &'a Offer,
    /// What the case and the forms of scripts were told.
    pub facts: &'a Facts,
    /// The day it is looked at: a day that has passed counts as unknown.
    pub today: Date,
}

impl Told<'_> {
    /// A fact as it is kept: what was given for it, else what the walkthrough knows.
    pub fn kept(&self, fact: Fact) -> Option<String> {
        let told = self.facts.get(fact).map(str::to_owned).or_else(|| in_offer(fact, self.offer));
        told.filter(|kept| fact.day(kept).is_none_or(|day| day >= self.today))
    }

    /// Whether a fact is known from the walkthrough and from nowhere else.
    pub fn is_of_offer(&self, fact: Fact) -> bool {
        self.facts.get(fact).is_none() && self.kept(fact).is_some()
    }

    /// Whether a fact can be true of this offer: without another offer there is no bonus in one.
    pub fn fits(&self, fact: Fact) -> bool {
        fact != Fact::OtherBonus || self.offer.competing.iter().any(OtherOffer::is_in_hand)
    }
}

/// What the walkthrough was told of a fact, as it would be kept.
pub(super) fn in_offer(fact: Fact, offer: &Offer) -> Option<String> {
    Field::ALL.iter().find_map(|field| offer.as_fact(*field).filter(|(answered, _)| *answered == fact)?.1)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::analysis::test_offers::offer;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn the_walkthroughs_answer_is_the_fact_until_another_is_given() {
        let mut facts = Facts::default();
        let offer = Offer { start_date: Some(date(2027, 3, 16)), ..offer(200_000, 400_000, 90_000, 60_000) };
        let wanted = |facts: &Facts, today| Told { offer: &offer, facts, today }.kept(Fact::WantedStart);
        assert_eq!(wanted(&facts, TODAY).as_deref(), Some("2027-03-16"));
        facts.set(Fact::WantedStart, "2027-04-06");
        assert_eq!(wanted(&facts, TODAY).as_deref(), Some("2027-04-06"));
        assert_eq!(wanted(&facts, date(2027, 4, 7)), None, "a day that has passed");
        facts.set(Fact::WantedStart, "as late as they let me");
        assert_eq!(wanted(&facts, TODAY).as_deref(), Some("as late as they let me"));
    }

    #[test]
    fn a_bonus_of_another_offer_needs_another_offer() {
        let offer = offer(200_000, 400_000, 90_000, 60_000);
        let told = Told { offer: &offer, facts: &Facts::default(), today: TODAY };
        assert!(!told.fits(Fact::OtherBonus) && told.fits(Fact::LostBonus));
    }
}
