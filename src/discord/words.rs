//! What the shell itself has to say, where the door can't: about Discord, not about offers.
//!
//! Owns these few sentences. Must not know anything of a user.

use crate::reply::Press;
use crate::reply::{Button, Card, Form};

/// A control of somebody else, or made up.
pub(super) fn not_theirs() -> Card {
    Card::text(
        "That control belongs to someone else's conversation, so nothing happened. Use /offer start to begin one of your own.",
    )
}

/// A control of another version of this program.
pub(super) fn old_control() -> Card {
    Card::text(
        "That control is from an earlier version of me and no longer works. Your answers are still here: use /offer start to go on.",
    )
}

/// More presses at once than can be answered.
pub(super) fn too_fast() -> Card {
    Card::text("That was too much at once, so this press did nothing. Wait a few seconds and press again.")
}

/// Something broke on this side.
pub(super) fn broken(reference: &str) -> Card {
    Card::text("Something went wrong on my side. What you had saved is safe; try that again.")
        .with_small(format!("If it happens again, tell whoever runs this bot: reference {reference}."))
}

/// A file that takes long. It stands there until the answer does, or for good where this program
/// is ended first.
pub(super) fn reading_file() -> Card {
    Card::text(
        "I'm still reading that. This message changes as soon as I'm done. If it still stands here in a minute, I was \
         interrupted: nothing was taken from it, so please try it again.",
    )
}

/// A form that Discord lets open only from a button. `pressed` is the button that opened it
/// before; where a command or a choice did, the form's own press does, as a button.
pub(super) fn form_ready(form: &Form, pressed: Option<&Press>) -> Card {
    let press = pressed.unwrap_or(&form.press).clone();
    Card::text(format!("{}: the form is ready.", form.title.trim()))
        .with_buttons(vec![Button::primary("Open the form", press)])
}

/// A short name for an event that a user can read out and an operator can find.
pub(super) fn reference(id: u64) -> String {
    let mixed = (id ^ (id >> 22)) & 0x3fff_ffff;
    let bytes = (mixed << 2).to_be_bytes();
    data_encoding::BASE32_NOPAD.encode(&bytes[4..])[..6].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_short_and_differ() {
        let references: std::collections::BTreeSet<String> =
            (0..1000_u64).map(|n| reference((1_100_000_000_000_000_000 + n) << 1)).collect();
        assert_eq!(references.len(), 1000);
        assert!(references.iter().all(|reference| reference.len() == 6));
    }
}
