//! A saved offer to edit; what was open waits until that is done.

use super::{Input, MOST_UNDER_WAY, Say, State, Stepped, Walk, awake, check, checking, resume, step, with};
use crate::offer::{Field, Offer, OfferId};

/// Opens the card of answers of a saved offer, or asks for one of its answers at once.
pub(super) fn edit(state: State, id: OfferId, offer: Offer, field: Option<Field>) -> Stepped {
    let letter_left = matches!(state, State::Pasting { .. });
    let state = awake(state);
    if state.walk().is_some_and(|walk| walk.editing == Some(id)) {
        return match field {
            Some(field) => step(state, Input::Change(field)),
            None => resume(state),
        };
    }
    let mut first = if letter_left { vec![Say::LetterLeft] } else { Vec::new() };
    if !state.is_untouched() && state.walks().len() >= MOST_UNDER_WAY {
        let (state, says) = resume(state);
        return (state, with(Say::TooManyOpen, says));
    }
    let (aside, waits) = put_behind(state);
    first.extend(waits.then_some(Say::PutBehind));
    let walk = Walk { aside, ..Walk::editing(id, offer) };
    let (state, says) = match field {
        Some(field) => checking(walk, Input::Change(field)),
        None => check(walk, Vec::new()),
    };
    first.extend(says);
    (state, first)
}

/// What waits behind a walkthrough that begins while another is open, and whether that one is among it: one in which
/// nothing would be lost is not.
pub(super) fn put_behind(mut state: State) -> (Option<Box<State>>, bool) {
    if state.is_untouched() {
        return (state.walk_mut().and_then(|walk| walk.aside.take()), false);
    }
    (Some(Box::new(state)), true)
}
