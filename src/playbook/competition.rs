//! What may be said about other offers and dates: from the entered facts, worded as firm as
//! they are; and lines that need no offer, each with what must be true for it.

use super::advice::{Group, line_key};
use super::catalogue::Catalogue;
use super::context::{Context, Material};
use super::render_error::RenderError;

/// Lines about competition for one offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Competition {
    /// What the entered offers allow; empty where none is entered.
    pub from_facts: String,
    /// Lines that need no other offer.
    pub without_offer: Vec<Line>,
    /// Lines about dates.
    pub urgency: Vec<Line>,
}

/// One line to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The words.
    pub says: String,
    /// What must be true, to be shown as "only if …"; `None` where an entered fact backs it.
    pub only_if: Option<String>,
}

impl Catalogue {
    /// What may be said about other offers and dates.
    pub fn competition(&self, material: &Material<'_>) -> Result<Competition, RenderError> {
        let context = Context::of(material);
        let of_group = |group: Group| -> Result<Vec<Line>, RenderError> {
            let mut lines = Vec::new();
            for line in self.advice.lines.iter().filter(|line| line.group == group) {
                if line.condition.is_none_or(|condition| context.knows(condition)) {
                    let says = self.text(&line_key(&line.key), &context)?;
                    lines.push(Line { says, only_if: line.only_if.clone() });
                }
            }
            Ok(lines)
        };
        Ok(Competition {
            from_facts: self.text("others", &context)?,
            without_offer: of_group(Group::NoOffer)?,
            urgency: of_group(Group::Urgency)?,
        })
    }
}
