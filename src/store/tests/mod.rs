//! What every store has to do alike.

pub(crate) mod conformance;
