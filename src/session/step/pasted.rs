//! A pasted letter in the conversation: what it says clearly fills the draft, what it leaves
//! in doubt is asked one after the other. A letter that may be of another offer is asked about
//! first, and nothing of the one offer comes into the other.

use super::editing::put_behind;
use super::{Control, Input, Letter, MOST_UNDER_WAY, Say, State, Stepped, Walk, awake, onward, resume, with};
use crate::session::said::says;
use crate::session::steering::steering;

/// Fills the open walkthrough, or a new one, and goes on: doubts first, then open questions.
pub(super) fn pasted(state: State, letter: Letter) -> Stepped {
    let state = awake(state);
    if state.may_differ_from(&letter) {
        return ask(letter, state, None);
    }
    fill(state, letter)
}

impl State {
    /// Whether a letter may be of another offer than the one being entered, so that it is asked about.
    pub fn may_differ_from(&self, letter: &Letter) -> bool {
        match self {
            Self::Idle => false,
            Self::Asking(question) => question.walk.may_be_of_another(letter),
            Self::Checking { walk } => walk.may_be_of_another(letter),
            Self::Settling { question, doubt } => {
                let mut walk = question.walk.clone();
                walk.doubts.insert(0, doubt.clone());
                walk.may_be_of_another(letter)
            }
            Self::Leaving { from, .. }
            | Self::Pasting { from, .. }
            | Self::Paused { from }
            | Self::Case { aside: from, .. } => from.may_differ_from(letter),
        }
    }
}

fn fill(state: State, letter: Letter) -> Stepped {
    match awake(state) {
        State::Asking(question) => onward(question.walk.filled_by(letter), question.returning, Vec::new()),
        State::Settling { mut question, doubt } => {
            question.walk.doubts.insert(0, doubt);
            onward(question.walk.filled_by(letter), question.returning, Vec::new())
        }
        State::Checking { walk } => onward(walk.filled_by(letter), true, Vec::new()),
        State::Case { aside, .. } => pasted(*aside, letter),
        // A letter answers most of it: what is optional can be added on the card of answers. Those but the first are
        // not awake.
        State::Idle | State::Leaving { .. } | State::Pasting { .. } | State::Paused { .. } => {
            onward(Walk::default().filled_by(letter), true, Vec::new())
        }
    }
}

/// Whether another offer can be entered while this one waits.
pub(super) fn has_room(from: &State) -> bool {
    from.is_untouched() || from.walks().len() < MOST_UNDER_WAY
}

fn ask(letter: Letter, from: State, first: Option<Say>) -> Stepped {
    let room = has_room(&from);
    let says = first.into_iter().chain([Say::AskPasted { room }]).collect();
    (State::Pasting { letter, from: Box::new(from) }, says)
}

/// What a letter is to the offer being entered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    /// That offer, with new figures: it takes its place.
    Replaces,
    /// Another one.
    Second,
    /// Nothing: the one being entered goes on.
    Left,
}

impl Which {
    fn nth(choice: usize) -> Option<Self> {
        [Self::Replaces, Self::Second, Self::Left].get(choice).copied()
    }

    fn read(text: &str) -> Option<Self> {
        let pasted = &steering().pasted;
        [(Self::Replaces, &pasted.replaces), (Self::Second, &pasted.second), (Self::Left, &pasted.left)]
            .into_iter()
            .find_map(|(which, messages)| says(text, messages).then_some(which))
    }
}

/// What happens next where it is asked what a letter is.
pub(super) fn which(letter: Letter, from: State, input: &Input) -> Stepped {
    let chosen = match input {
        Input::Settled(choice) => Which::nth(*choice),
        Input::Words { text, .. } => match Control::read(text) {
            Some(Control::GoOn | Control::No | Control::Back | Control::Cancel) => Some(Which::Left),
            Some(Control::Pause) => {
                return (
                    State::Paused { from: Box::new(State::Pasting { letter, from: Box::new(from) }) },
                    vec![Say::PutAside],
                );
            }
            _ => Which::read(text),
        },
        Input::Decline | Input::Back | Input::Cancel => Some(Which::Left),
        Input::Pause => {
            let asked = State::Pasting { letter, from: Box::new(from) };
            return (State::Paused { from: Box::new(asked) }, vec![Say::PutAside]);
        }
        _ => None,
    };
    let room = has_room(&from);
    match chosen {
        Some(Which::Replaces) => replace(letter, from),
        Some(Which::Second) if room => second(letter, from),
        Some(Which::Left) => {
            let (state, says) = resume(from);
            (state, with(Say::LetterLeft, says))
        }
        Some(Which::Second) | None => ask(letter, from, Some(Say::WaysToPaste { room })),
    }
}

/// The letter takes the place of the offer being entered, of which nothing stays but what is the user's.
fn replace(letter: Letter, mut from: State) -> Stepped {
    let Some(walk) = from.walk_mut() else { return onward(Walk::default().filled_by(letter), true, Vec::new()) };
    let walk = std::mem::take(walk);
    let stays = walk.of_the_user();
    onward(walk.without_the_offer().filled_by(letter), true, vec![Say::Replaced(stays)])
}

/// The letter is of another offer: the one being entered waits.
fn second(letter: Letter, from: State) -> Stepped {
    let (aside, waits) = put_behind(from);
    let walk = Walk { aside, ..Walk::default() };
    onward(walk.filled_by(letter), true, waits.then_some(Say::PutBehind).into_iter().collect())
}
