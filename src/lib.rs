//! Counteroffer: a Discord shell around a pure conversation about an Amazon offer.
//!
//! In reading order, each module knowing only those before it:
pub mod analysis;
pub mod app;
pub mod cli;
pub mod counter;
pub mod discord;
pub mod market;
pub mod money;
pub mod offer;
pub mod playbook;
pub mod price;
pub mod reply;
pub mod session;
pub mod store;
pub mod tax;
