//! What to say and when: scripts, e-mails, answers, levers, rules and topics as data,
//! filled in with the user's own figures and facts.
//!
//! Owns the templates in `templates/scripts` and `templates/topics`, the data files beside
//! them, and the gate of truth: a competing offer, a deadline, a loss or a hardship appears
//! only from what the user entered, and the walk-away number never reaches a template.
//! Must not know the conversation, the store or Discord.

mod advice;
mod approver;
mod catalogue;
mod checklist;
mod competition;
mod condition;
mod context;
mod document;
mod done;
mod entry;
mod figures;
mod law;
mod lever;
mod lever_view;
mod market;
mod render_error;
mod talk;
mod tidy;

#[cfg(test)]
pub(crate) mod tests;

pub use approver::Approver;
pub use catalogue::{Catalogue, Rendered};
pub use checklist::{ChecklistLine, ChecklistPart};
pub use competition::{Competition, Line};
pub use context::{BeforeOffer, Material};
pub use done::Done;
pub use entry::{Addition, Entry, Kind, Treatment, Variant, When};
pub use lever::Lever;
pub use lever_view::{Effect, LeverView, Tactic};
pub use render_error::RenderError;
pub use talk::{TalkSigns, TalkTable, TalkTopic};
