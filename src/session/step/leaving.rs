//! Leaving a walkthrough: asked about where something would be lost.

use super::{begin, resume};
use crate::offer::OfferDraft;
use crate::session::{Control, Input, Leaving, Say, State};

pub(super) fn want_to_leave(state: State, wish: Leaving) -> (State, Vec<Say>) {
    let nothing_known = state.walk().is_none_or(|walk| walk.given() == OfferDraft::default());
    if nothing_known {
        return left(wish, &state);
    }
    (State::Leaving { wish, from: Box::new(state) }, vec![Say::AskLeave(wish)])
}

fn left(wish: Leaving, from: &State) -> (State, Vec<Say>) {
    match wish {
        Leaving::Cancel => (State::Idle, vec![Say::Stopped(from.walk().and_then(|walk| walk.editing))]),
        Leaving::StartOver => begin(State::Idle),
    }
}

pub(super) fn leave(wish: Leaving, from: State, input: Input) -> (State, Vec<Say>) {
    let input = match input {
        Input::Words { text, .. } => match Control::read(&text) {
            Some(Control::Yes) => Input::Confirm,
            Some(Control::No | Control::Back) => Input::Decline,
            Some(Control::Pause | Control::Skip) => Input::Pause,
            _ if text.trim().eq_ignore_ascii_case("delete") => Input::Confirm,
            _ => Input::Help,
        },
        other => other,
    };
    match input {
        Input::Confirm => left(wish, &from),
        Input::Decline | Input::Back => resume(from),
        Input::Pause => (State::Paused { from: Box::new(from) }, vec![Say::PutAside]),
        Input::Cancel => want_to_leave(from, Leaving::Cancel),
        Input::StartOver => want_to_leave(from, Leaving::StartOver),
        _ => (State::Leaving { wish, from: Box::new(from) }, vec![Say::AskLeave(wish)]),
    }
}
