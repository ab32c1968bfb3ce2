//! A vague yes at the card of answers: what it is to is asked before anything is saved.

use crate::app::desk::Desk;
use crate::app::outcome::{Place, Turn};
use crate::session::{Input, State};

/// What was said where it was asked whether the card of answers is to be saved.
const SHALL_I_SAVE: &str = "shall I save";

/// An "ok" behind advice may be to the advice: whether to save is asked before anything is saved.
pub(super) fn save_asked_first(desk: &mut Desk, text: &str) -> Option<Turn> {
    let State::Checking { .. } = desk.account.session().state else { return None };
    let plain = text.trim().trim_end_matches(['.', '!']).to_lowercase();
    let vague = matches!(plain.as_str(), "ok" | "okay" | "k" | "sure" | "yes" | "y" | "yep" | "yeah" | "yup");
    let said = desk.account.talked().said.as_ref()?;
    let by_a_card = said.what.len() == 16 && said.what.bytes().all(|b| b.is_ascii_hexdigit());
    if !vague || by_a_card || said.what == SHALL_I_SAVE {
        return None;
    }
    Some(shall_i_save(desk))
}

pub(super) fn shall_i_save(desk: &mut Desk) -> Turn {
    desk.account.talked_mut().say(SHALL_I_SAVE);
    Turn::new(Input::Repeat, Place::Below).said("Shall I save it as it stands? \"Yes\" or \"save\" saves it.")
}
