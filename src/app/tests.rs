//! Conversations through the door, without a network: what a person sees.

mod about;
mod bands;
mod commands;
mod companies;
mod compare;
pub(crate) mod conversation;
mod counter;
mod currency;
mod durable;
mod echoes;
mod editing;
mod facts;
mod first_words;
mod labels;
mod late;
mod offers;
mod one_form;
mod others;
mod paste;
mod playbook;
mod price;
mod quick;
mod revise;
mod roles;
mod settling;
mod talk;
mod tax;
mod truth;
mod walkthrough;
mod what_if;

use super::*;
use crate::reply::{Card, Controls};
use crate::user::UserId;
pub(crate) use conversation::{Conversation, app_over, text};

pub(crate) const QUICK: &[(&str, &str)] = &[
    ("level", "L6"),
    ("location", "Seattle"),
    ("base", "200k"),
    ("sign_on_1", "90k"),
    ("sign_on_2", "60k"),
    ("rsu", "400k"),
];
