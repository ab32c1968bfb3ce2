//! The pages: one file a page (a folder where it has pages of its own), each an answer to a
//! command or a press.
//!
//! A page works with the [`Desk`](super::desk::Desk) and returns an
//! [`Outcome`](super::outcome::Outcome). It must not know another page, the walkthrough, or
//! how a request reached it.

pub(crate) mod about;
pub(crate) mod analysis;
pub(crate) mod bands;
pub(crate) mod calendar;
pub(crate) mod checklist;
pub(crate) mod compare;
pub(crate) mod counter;
pub(crate) mod help;
pub(crate) mod lever;
pub(crate) mod method;
pub(crate) mod offers;
pub(crate) mod paste;
pub(crate) mod price;
pub(crate) mod quick;
pub(crate) mod revise;
pub(crate) mod script;
pub(crate) mod tax;
pub(crate) mod topic;
pub(crate) mod warnings;
pub(crate) mod what_if;
