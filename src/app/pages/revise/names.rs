//! The figures of new numbers by name: in the form, on cards and buttons.

use std::collections::BTreeMap;

use crate::analysis::RevisedFigure;
use crate::offer::{Grant, Offer, OfferId};
use crate::reply::{Action, Press, Verb};
use crate::words::answers::grouped;

pub(super) const BASE: &str = "base";
pub(super) const YEAR_1: &str = "sign_on_1";
pub(super) const YEAR_2: &str = "sign_on_2";
pub(super) const GRANT: &str = "grant";
pub(super) const PRICE: &str = "price";

/// What a form of new numbers is kept as.
pub(super) fn form_name(id: OfferId) -> String {
    format!("revise_{id}")
}

pub(super) fn press(subject: &str, id: OfferId) -> Press {
    Press::always(Action::on_offer(Verb::Revise, subject, id))
}

/// A figure's name in few letters.
pub(super) fn name_of(figure: RevisedFigure) -> &'static str {
    match figure {
        RevisedFigure::Base => "Base",
        RevisedFigure::SignOnYear1 => "Sign-on 1",
        RevisedFigure::SignOnYear2 => "Sign-on 2",
        RevisedFigure::Grant => "Grant",
    }
}

/// The figures as they could have been typed.
pub(super) fn present(offer: &Offer) -> BTreeMap<String, String> {
    let (grant, price) = match offer.grant {
        Grant::Dollars(value) => (value.to_string(), String::new()),
        Grant::Shares { count, price, .. } => (format!("{} shares", grouped(count)), price.to_string()),
    };
    let sign_on = offer.sign_on;
    [
        (BASE, offer.base.to_string()),
        (YEAR_1, sign_on.year_1.to_string()),
        (YEAR_2, sign_on.year_2.to_string()),
        (GRANT, grant),
        (PRICE, price),
    ]
    .map(|(key, text)| (key.to_owned(), text))
    .into()
}
