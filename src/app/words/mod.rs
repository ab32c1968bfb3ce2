//! Sentences and figures in words that several pages share.

pub(crate) mod competition;
pub(crate) mod figures;
pub(crate) mod homes;
pub(crate) mod needs;
pub(crate) mod refusals;
pub(crate) mod unread;
pub(crate) mod walkthrough;
