//! The pages: one file a page, each an answer to a command or a press.

pub(crate) mod about;
pub(crate) mod analysis;
pub(crate) mod before_offer;
pub(crate) mod calendar;
pub(crate) mod case;
pub(crate) mod checklist;
pub(crate) mod compare;
pub(crate) mod counter;
pub(crate) mod ladder;
pub(crate) mod leave;
pub(crate) mod lever;
pub(crate) mod offers;
pub(crate) mod packages;
pub(crate) mod paste;
pub(crate) mod price;
pub(crate) mod revise;
pub(crate) mod rival;
pub(crate) mod rival_form;
pub(crate) mod script;
pub(crate) mod tax;
pub(crate) mod topic;
pub(crate) mod what_if;
pub(crate) mod what_if_text;
