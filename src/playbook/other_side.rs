//! The other side: what recruiters aim for, who approves what, how to help them, and five
//! psychological principles. Claims are marked as claims.

use rust_decimal::Decimal;

use super::advice::Principle;
use super::catalogue::Catalogue;
use super::context::Material;
use crate::analysis::percentage;
use crate::money::Money;
use crate::offer::Offer;

/// The other side, for one offer and its plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherSide {
    /// A recruiter's goals, first to last; the playbook's claim.
    pub goals: Vec<String>,
    /// Who approves the opening ask.
    pub approval: Approval,
    /// The whole ladder: rise of the four-year total, and who approves it; the playbook's claim.
    pub ladder: Vec<(String, String)>,
    /// How to make it easy for them.
    pub help: Vec<String>,
    /// Five principles.
    pub principles: Vec<Principle>,
}

/// Who has to approve a rise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// Who.
    pub who: String,
    /// The rise of the four-year total in percent, one decimal.
    pub percent: Decimal,
    /// All of it in a sentence, with its label.
    pub says: String,
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
            approval: self.approval(asked - material.offer.four_year_total(), material.offer),
            ladder: ladder.collect(),
            help: file.helps.iter().map(|help| help.says.clone()).collect(),
            principles: file.principles.clone(),
        }
    }

    /// Who approves a rise of the four-year total, as the playbook claims.
    pub fn approval(&self, rise: Money, offer: &Offer) -> Approval {
        let ratio = rise.ratio_to(offer.four_year_total()).unwrap_or_default() * Decimal::ONE_HUNDRED;
        let rungs = &self.advice.other_side.rungs;
        let rung = rungs.iter().find(|rung| rung.up_to.is_none_or(|up_to| ratio <= Decimal::from(up_to)));
        let who = rung.map_or("", |rung| rung.who.as_str()).to_owned();
        let percent = percentage(rise, offer.four_year_total()).unwrap_or_default();
        let says = format!("+{percent} % over four years: {who}. The playbook's claim.");
        Approval { who, percent, says }
    }
}
