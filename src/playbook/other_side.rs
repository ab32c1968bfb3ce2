//! The other side: what recruiters aim for, who approves what, how to help them, and five
//! psychological principles. Claims are marked as claims.

use rust_decimal::Decimal;

use super::advice::Principle;
use super::catalogue::Catalogue;
use super::context::Material;
use crate::counter::Approval;
use crate::money::Money;
use crate::money::percentage;
use crate::offer::Offer;
use crate::words;

/// The other side, for one offer and its plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherSide {
    /// A recruiter's goals, first to last; the playbook's claim.
    pub goals: Vec<String>,
    /// Who approves the opening ask.
    pub approver: Approver,
    /// The whole ladder: rise of the four-year total, and who approves it; the playbook's claim.
    pub ladder: Vec<(String, String)>,
    /// How to make it easy for them.
    pub help: Vec<String>,
    /// Five principles.
    pub principles: Vec<Principle>,
}

/// Who has to approve a rise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approver {
    /// Who, as the playbook claims.
    pub approval: Approval,
    /// The rise of the four-year total in percent, one decimal.
    pub percent: Decimal,
    /// All of it in a sentence, with its label.
    pub says: String,
}

/// Who approves a rise of the four-year total.
pub(super) fn approver(offer: &Offer, rise: Money) -> Approver {
    let offered = offer.four_year_total();
    let approval = Approval::of(offered, offered + rise);
    let percent = percentage(rise, offered).unwrap_or_default();
    Approver {
        approval,
        percent,
        says: format!(
            "+{percent} % over four years: for {} to approve, the playbook claims.",
            words::approver(approval)
        ),
    }
}

impl Catalogue {
    /// The other side of the table.
    pub fn other_side(&self, material: &Material<'_>) -> OtherSide {
        let file = &self.advice.other_side;
        let asked = material.opening.applied_to(material.offer).four_year_total();
        let mut from = 0;
        let ladder = file.rungs.iter().map(|rung| {
            let range = rung.up_to.map_or_else(|| format!("over {from} %"), |up_to| format!("{from} to {up_to} %"));
            from = rung.up_to.unwrap_or(from);
            (range, rung.who.clone())
        });
        OtherSide {
            goals: file.goals.iter().map(|goal| goal.says.clone()).collect(),
            approver: approver(material.offer, asked - material.offer.four_year_total()),
            ladder: ladder.collect(),
            help: file.helps.iter().map(|help| help.says.clone()).collect(),
            principles: file.principles.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::tests::{barest, catalogue};

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
        let side = catalogue().other_side(&barest(&[]).material());
        assert_eq!(side.approver.approval, Approval::HiringManager);
        assert_eq!(side.approver.percent.to_string(), "16.1");
        assert_eq!((side.goals.len(), side.ladder.len(), side.help.len(), side.principles.len()), (3, 4, 5, 5));
        assert!(side.principles.iter().all(|one| one.claim != one.evidence.is_some()), "a claim or a study");
    }
}
