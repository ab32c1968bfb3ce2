//! Sentences and figures in words that several pages share.

pub(crate) mod answers;
pub(crate) mod asks;
pub(crate) mod questions;
