//! Counteroffer.

pub mod money;
pub mod offer;
pub mod market;
pub mod analysis;
