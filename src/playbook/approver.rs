//! Who has to approve a rise, as the playbook claims it.

use rust_decimal::Decimal;

use super::context::Material;
use crate::counter::Approval;
use crate::money::{Money, percentage};
use crate::offer::Offer;

/// Who has to approve a rise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Approver {
    /// Who, as the playbook claims.
    pub approval: Approval,
    /// The rise of the four-year total in percent, one decimal.
    pub percent: Decimal,
}

impl Approver {
    /// Who approves a rise of the four-year total.
    pub(super) fn of(offer: &Offer, rise: Money) -> Self {
        let offered = offer.four_year_total();
        let percent = percentage(rise, offered).unwrap_or_default();
        Self { approval: Approval::of(offered, offered + rise), percent }
    }

    /// Who approves the opening ask.
    pub fn of_opening(material: &Material<'_>) -> Self {
        let asked = material.opening.applied_to(material.offer).four_year_total();
        Self::of(material.offer, asked - material.offer.four_year_total())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::tests::{barest, catalogue};
    use crate::words;

    #[test]
    fn the_ladder_that_is_shown_is_the_one_that_is_used() {
        let catalogue = catalogue();
        let offered = Money::dollars(1_000_000);
        let mut asked = offered;
        for rung in &catalogue.advice.other_side.rungs {
            let (who, beyond) = match rung.up_to {
                Some(up_to) => {
                    asked = offered + Money::dollars(i64::from(up_to) * 10_000);
                    (Approval::of(offered, asked), Approval::of(offered, asked + Money::dollars(1)))
                }
                None => (Approval::of(offered, asked * 2), Approval::VicePresident),
            };
            assert!(rung.who.starts_with(words::approver(who)), "{} is not {who:?}", rung.who);
            assert!(rung.up_to.is_none() || beyond != who);
        }
    }

    #[test]
    fn the_ask_of_the_plan_goes_to_its_approver() {
        let approver = Approver::of_opening(&barest(&[]).material());
        assert_eq!(approver.approval, Approval::HiringManager);
        assert_eq!(approver.percent.to_string(), "16.1");
    }

    #[test]
    fn a_principle_is_a_claim_or_has_a_study() {
        let principles = &catalogue().advice.other_side.principles;
        assert!(!principles.is_empty() && principles.iter().all(|one| one.claim != one.evidence.is_some()));
    }
}
