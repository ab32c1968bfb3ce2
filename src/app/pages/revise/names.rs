//! The figures of new numbers by name: in the form, on cards and buttons.

use crate::analysis::RevisedFigure;
use crate::offer::OfferId;
use crate::reply::{Action, Press, Verb};

pub(super) const BASE: &str = "base";
pub(super) const YEAR_1: &str = "sign_on_1";
pub(super) const YEAR_2: &str = "sign_on_2";
pub(super) const GRANT: &str = "grant";
pub(super) const PRICE: &str = "price";

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
