//! The conversation: what is awaited ([`State`]), what can happen ([`Input`]), what to
//! say ([`Say`]), and the one pure, total function between them ([`step`]).
//!
//! Owns the walkthrough of an offer and the questions behind the case. Must not know wording, controls, the store, the
//! clock or Discord: the day of an input comes with it.

mod case;
mod control;
mod input;
mod said;
mod say;
mod state;
mod steering;
mod step;
mod walk;

pub use case::{CaseQuestion, CaseTalk};
pub use control::Control;
pub use input::Input;
pub use said::bare_no;
pub use say::{Refused, Say};
pub use state::{Awaited, Leaving, Letter, Question, Session, State, Walk};
pub use step::step;
