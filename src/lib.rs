//! Counteroffer: a Discord shell around a pure conversation about an Amazon offer.
//!
//! Read in this order; each module knows only those above it:
//!
//! * [`money`]: exact dollars, one rounding rule
//! * [`data`]: files of data, and what is said where one can't be used
//! * [`user`]: who speaks
//! * [`market`]: companies with their levels, pay bands, places, percentile
//! * [`offer`]: what was offered
//! * [`reading`]: what people type and paste, to answers, doubts and problems
//! * [`analysis`]: pay year by year, warnings, growth, comparison, calendar
//! * [`tax`]: tax and withholding by place and year
//! * [`price`]: a share price from a source the operator names
//! * [`counter`]: what to ask for
//! * [`words`]: codes and figures in sentences
//! * [`playbook`]: scripts, e-mails and advice over templates
//! * [`session`]: the walkthrough as a pure step
//! * [`reply`]: what a shell can show
//! * [`store`]: documents made durable
//! * [`app`]: the one door, `App::handle(Request, now) -> Reply`
//! * [`config`], [`discord`], [`cli`]: the shells
//!
//! What holds everywhere, and is tested by `tests/it/walls/`: serenity is named only in
//! `discord`; handlebars only in `playbook`; nothing below the shells reads the clock; money is
//! never a floating-point number.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod config;
pub mod counter;
pub mod data;
pub mod discord;
pub mod market;
pub mod money;
pub mod offer;
pub mod playbook;
pub mod price;
pub mod reading;
pub mod reply;
pub mod session;
pub mod store;
pub mod tax;
pub mod user;
pub mod words;
