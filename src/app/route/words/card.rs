//! A vague yes at the card of answers: what it is to is asked before anything is saved.

use super::again::is_page;
use crate::app::desk::Desk;
use crate::app::outcome::{Place, Turn};
use crate::session::{Control, Input, State};

/// What was said where it was asked whether the card of answers is to be saved.
const SHALL_I_SAVE: &str = "shall I save";

/// An "ok" behind advice may be to the advice: whether to save is asked before anything is saved.
pub(super) fn save_asked_first(desk: &mut Desk, text: &str) -> Option<Turn> {
    let State::Checking { .. } = desk.account.session().state else { return None };
    let said = desk.account.talked().said.as_ref()?;
    if Control::read(text) != Some(Control::Yes) || is_page(&said.what) || said.what == SHALL_I_SAVE {
        return None;
    }
    Some(shall_i_save(desk))
}

pub(super) fn shall_i_save(desk: &mut Desk) -> Turn {
    desk.account.talked_mut().say(SHALL_I_SAVE);
    Turn::new(Input::Repeat, Place::Below).said("Shall I save it as it stands? \"Yes\" or \"save\" saves it.")
}
