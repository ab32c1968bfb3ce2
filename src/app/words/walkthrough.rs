//! What is said of a walkthrough that is open.

use crate::offer::Field;
use crate::session::Session;

/// What is known of an open walkthrough, for `/offer list`.
pub(crate) fn open_walkthrough(session: &Session) -> Option<String> {
    let walk = session.state.walk()?;
    let answered = Field::asked().filter(|field| walk.draft.has(*field)).count();
    Some(format!("A walkthrough is open with {answered} of {} answers.", Field::asked().count()))
}
