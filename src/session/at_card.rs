//! Words that only the card of answers knows: that it is right as it stands, that nothing is to be saved yet, and "undo".

use super::control::plain;

/// Whether a whole message agrees to the card of answers as it stands.
pub(super) fn says_all_right(text: &str) -> bool {
    matches!(
        plain(text).as_str(),
        "everything is right"
            | "everything is correct"
            | "everything looks good"
            | "everything looks right"
            | "everything is fine"
            | "all right"
            | "all correct"
            | "all is right"
            | "all is well"
            | "its all right"
            | "its all correct"
            | "its correct"
            | "its right"
            | "its fine"
            | "its all good"
            | "no its fine"
            | "no its all good"
            | "no thats all"
            | "no thats it"
            | "no thats everything"
            | "no changes"
            | "no change"
            | "nothing to change"
            | "no nothing to change"
            | "no corrections"
            | "nothing to correct"
            | "nothing else"
            | "no nothing else"
            | "yep save"
            | "yes save them"
            | "yeah save"
            | "yeah save it"
            | "yep save it"
            | "sure save it"
            | "lgtm"
            | "looks right"
            | "looks correct"
            | "looks fine"
            | "looks great"
            | "that looks right"
            | "that looks good"
            | "this looks right"
            | "this looks good"
            | "it looks good"
            | "all fine"
            | "yes all good"
            | "yes looks good"
            | "yes thats right"
            | "yes its right"
            | "yes its correct"
            | "yes correct"
            | "yes everything is right"
            | "yes all correct"
            | "confirm"
            | "confirmed"
            | "save all"
            | "save everything"
            | "go save"
    ) || matches!(text.trim(), "👍" | "👍🏻" | "👍🏼" | "👍🏽" | "👍🏾" | "👍🏿" | "✅")
}

/// Whether a whole message wants nothing saved yet.
pub(super) fn says_wait(text: &str) -> bool {
    matches!(
        plain(text).as_str(),
        "wait"
            | "hold on"
            | "hang on"
            | "one sec"
            | "one second"
            | "one moment"
            | "not yet"
            | "dont save"
            | "dont save yet"
            | "dont save it"
            | "dont save it yet"
            | "do not save"
            | "do not save yet"
            | "no dont save"
            | "wait dont save"
            | "hold on a sec"
            | "let me check"
            | "let me look"
            | "let me see"
            | "go"
            | "not so fast"
    )
}

/// Whether a whole message takes the last correction back.
pub(super) fn says_undo(text: &str) -> bool {
    matches!(
        plain(text).as_str(),
        "undo" | "undo that" | "undo it" | "take that back" | "revert" | "revert that" | "no undo that"
    )
}
