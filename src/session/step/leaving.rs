//! Leaving a walkthrough: asked about where something would be lost. Only a word that can mean nothing else takes
//! answers away; a yes may mean "yes, keep them" as well.

use super::{check, ended, onward, resume, step};
use crate::session::said::{says_delete, says_start_over};
use crate::session::{Control, Input, Leaving, Say, State, Walk};

pub(super) fn want_to_leave(state: State, wish: Leaving) -> (State, Vec<Say>) {
    if state.is_untouched() {
        return left(wish, state);
    }
    (State::Leaving { wish, from: Box::new(state) }, vec![Say::AskLeave(wish)])
}

fn left(wish: Leaving, mut from: State) -> (State, Vec<Say>) {
    let walk = from.walk_mut().map(std::mem::take).unwrap_or_default();
    match (wish, walk.editing, walk.as_it_was) {
        (Leaving::StartOver, Some(editing), Some(was)) => {
            let draft = was.as_ref().clone();
            let walk = Walk {
                draft,
                editing: Some(editing),
                as_it_was: Some(was),
                known_others: walk.known_others,
                aside: walk.aside,
                ..Walk::default()
            };
            check(walk, vec![Say::AsItWas])
        }
        (Leaving::StartOver, None, _) => {
            onward(Walk { aside: walk.aside, ..Walk::default() }, false, vec![Say::Welcome])
        }
        (Leaving::Cancel, editing, _) | (Leaving::StartOver, editing, None) => {
            ended(walk.aside, vec![Say::Stopped(editing)])
        }
    }
}

pub(super) fn leave(wish: Leaving, from: State, input: Input) -> (State, Vec<Say>) {
    let input = match input {
        Input::Words { text, .. } => match (Control::read(&text), wish) {
            _ if wish == Leaving::Cancel && says_delete(&text) => Input::Confirm,
            _ if wish == Leaving::StartOver && says_start_over(&text) => Input::Confirm,
            (Some(Control::No | Control::GoOn | Control::Back), _) => Input::Decline,
            (Some(Control::Pause | Control::Skip), _) | (Some(Control::Yes), Leaving::Cancel) => Input::Pause,
            (Some(Control::Save), _) => return step(from, Input::Save),
            (Some(Control::Change(field)), _) => return step(from, Input::Change(field)),
            (Some(Control::Cancel), Leaving::StartOver) => Input::Cancel,
            (Some(Control::StartOver), Leaving::Cancel) => Input::StartOver,
            (
                None
                | Some(
                    Control::Yes
                    | Control::ThatsAll
                    | Control::Help
                    | Control::Why
                    | Control::Cancel
                    | Control::StartOver,
                ),
                _,
            ) => Input::Help,
        },
        other => other,
    };
    match input {
        Input::Confirm => left(wish, from),
        Input::Decline | Input::Back => resume(from),
        Input::Pause => (State::Paused { from: Box::new(from) }, vec![Say::PutAside]),
        Input::Cancel => want_to_leave(from, Leaving::Cancel),
        Input::StartOver => want_to_leave(from, Leaving::StartOver),
        Input::Help | Input::Why => {
            (State::Leaving { wish, from: Box::new(from) }, vec![Say::WaysToLeave(wish), Say::AskLeave(wish)])
        }
        _ => (State::Leaving { wish, from: Box::new(from) }, vec![Say::AskLeave(wish)]),
    }
}
