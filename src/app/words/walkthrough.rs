//! What is said of a walkthrough that is open.

use crate::offer::Field;
use crate::session::{Session, Walk};

/// What is known of an open walkthrough, for `/offer list`.
pub(crate) fn open_walkthrough(session: &Session) -> Option<String> {
    let walk = session.state.walk()?;
    let behind = match session.state.walks().len() {
        0 | 1 => "",
        2 => " Another one waits behind it.",
        _ => " Others wait behind it.",
    };
    if walk.editing.is_some() {
        return Some(format!("You are editing a saved offer; the changes are not saved yet.{behind}"));
    }
    let answered = Field::asked().filter(|field| walk.given().has(*field)).count();
    let asked = Field::asked().count();
    Some(match answered {
        0 => format!("A walkthrough is open; nothing is answered yet.{behind}"),
        1 => format!("A walkthrough is open with 1 answer of {asked}.{behind}"),
        _ => format!("A walkthrough is open with {answered} answers of {asked}.{behind}"),
    })
}

/// What the offer of a walkthrough is called before it is saved: `the offer you are entering (L6, Seattle)`.
pub(crate) fn name_of(walk: &Walk) -> String {
    let level = walk.draft.level;
    let whose = if walk.editing.is_some() { "you are editing" } else { "you are entering" };
    match (level, &walk.draft.place) {
        (Some(level), Some(place)) => format!("the offer {whose} ({level}, {place})"),
        (Some(level), None) => format!("the offer {whose} ({level})"),
        (None, Some(place)) => format!("the offer {whose} ({place})"),
        (None, None) => format!("the offer {whose}"),
    }
}
