//! Counteroffer: a Discord shell around a pure conversation about an Amazon offer.
//!
//! Read in this order; each module knows only those above it:
//!
//! * `money`: exact dollars, one rounding rule
//! * `data`: files of data, and what is said where one can't be used
//! * `user`: who speaks
//! * `document`: a file with a letter in it, to text, in a process of its own
//! * `echo`: what someone typed, as it is shown back
//! * `market`: companies with their levels, pay bands, places, percentile
//! * `offer`: what was offered
//! * `reading`: what people type and paste, to answers, doubts and problems
//! * `analysis`: pay year by year, warnings, growth, comparison, calendar
//! * `tax`: tax and withholding by place and year
//! * `price`: a share price from a source the operator names
//! * `counter`: what to ask for
//! * `words`: codes and figures in sentences
//! * `playbook`: scripts, e-mails and advice over templates
//! * `session`: the walkthrough as a pure step
//! * `reply`: what a shell can show
//! * `store`: documents made durable
//! * `app`: the one door, `App::handle(Request, now) -> Reply`
//! * `config`, `discord`, `cli`: the shells
//!
//! What holds everywhere, and is tested by `tests/it/walls/`: serenity is named only in
//! `discord`; handlebars only in `playbook`; nothing below the shells reads the clock; money is
//! never a floating-point number.

mod analysis;
mod app;
mod cli;
mod config;
mod counter;
mod data;
mod discord;
mod document;
mod echo;
mod market;
mod money;
mod offer;
mod playbook;
mod price;
mod reading;
mod reply;
mod session;
mod store;
mod tax;
mod user;
mod words;

// What the program's own tests and benches need from outside.
pub use analysis::{View, analyse};
pub use app::{App, Body, Brought, Command, Options, Request, Venue};
pub use cli::{Arguments, run};
pub use config::{Config, log_filter};
pub use counter::plan;
pub use discord::{Door, StartError, run_until};
pub use market::{Bands, Level, Place, Schedule};
pub use money::Money;
pub use offer::{Field, Grant, Offer, OfferDraft, SignOn};
pub use playbook::Catalogue;
pub use reading::letter::read_letter;
pub use reading::read_answer;
pub use reply::{
    Action, Asked, Block, Button, Card, Choice, Controls, File, Form, Press, Reply, Suggestion, TextInput, Verb,
};
pub use store::{Cached, Change, Committed, Documents, SqliteStore, Store, StoreError};
pub use user::UserId;
