//! The one step of the conversation: total, pure, and never losing an answer.
//!
//! An answer leaves a draft only by a confirmed "start over" or "delete", by "none" said to that very question, or with
//! an offer that a letter was said to replace.

use super::said::{bare_no, says_of_today, says_unknown};
use super::{Control, Input, Leaving, Letter, Question, Say, State, Walk};
use crate::offer::Field;
use crate::reading::{Answer, Doubt, Problem, Reading, read_answer};

mod asking;
mod case;
mod checking;
mod editing;
mod leaving;
mod pasted;
mod settling;

use asking::{asking, take};
use checking::checking;
use leaving::{leave, want_to_leave};
use settling::settling;

/// Failures in a row after which examples are shown.
const FAILURES_BEFORE_EXAMPLES: u8 = 2;
/// The most walkthroughs under way of one user: one is open, the others wait behind it.
const MOST_UNDER_WAY: usize = 4;

/// What is awaited next, and what is said.
type Stepped = (State, Vec<Say>);

/// What happens next, and what to say about it. Any input in any state gives an answer.
pub fn step(state: State, input: Input) -> Stepped {
    match (state, input) {
        (State::Case { talk, aside }, input) => case::go_on(talk, *aside, input),
        (state, Input::Case { offer, facts }) => case::begin(state, offer, facts),
        (state, Input::Begin) => begin(state),
        (state, Input::Edit { id, offer, field }) => editing::edit(state, id, *offer, field),
        (state, Input::Pasted(letter)) => pasted::pasted(state, letter),
        (State::Idle, _) => (State::Idle, vec![Say::NothingOpen]),
        (State::Paused { from }, Input::Confirm | Input::Back | Input::Pause) => resume(*from),
        (State::Paused { from }, input) => step(*from, input),
        (state, Input::Again) => resume(state),
        (state, Input::Repeat) => {
            let ask = state.asks();
            (state, ask)
        }
        (State::Leaving { wish, from }, input) => leave(wish, *from, input),
        (State::Pasting { letter, from }, input) => pasted::which(letter, *from, &input),
        (state, Input::Cancel) => want_to_leave(state, Leaving::Cancel),
        (state, Input::StartOver) => want_to_leave(state, Leaving::StartOver),
        (state, Input::Pause) => (State::Paused { from: Box::new(state) }, vec![Say::PutAside]),
        (State::Asking(question), input) => asking(question, input),
        (State::Settling { question, doubt }, input) => settling(question, doubt, input),
        (State::Checking { walk }, input) => checking(walk, input),
    }
}

impl Question {
    /// Asked, after what is said first.
    fn ask(self, mut says: Vec<Say>) -> Stepped {
        says.push(Say::Ask(self.field));
        (State::Asking(self), says)
    }

    /// Asked which reading of `doubt` is meant, after what is said first.
    fn settle(self, doubt: Doubt, mut says: Vec<Say>) -> Stepped {
        says.push(Say::Settle(doubt.clone()));
        (State::Settling { question: self, doubt }, says)
    }

    fn again(self, say: Say) -> Stepped {
        self.ask(vec![say])
    }

    /// Whether it asks for more of what is known already: other offers may be several.
    fn has_more(&self) -> bool {
        self.field.takes_several() && self.walk.draft.has(self.field)
    }

    /// Whether "none" says that there are no more; from the card it takes the offers away.
    fn on_the_way_with_more(&self) -> bool {
        !self.returning && self.has_more()
    }
}

impl State {
    /// What asks for what is awaited, once more.
    pub fn asks(&self) -> Vec<Say> {
        match self {
            Self::Idle => Vec::new(),
            Self::Asking(question) => vec![Say::Ask(question.field)],
            Self::Settling { doubt, .. } => vec![Say::Settle(doubt.clone())],
            Self::Checking { .. } => vec![Say::Check],
            Self::Leaving { wish, .. } => vec![Say::AskLeave(*wish)],
            Self::Pasting { from, .. } => vec![Say::AskPasted { room: pasted::has_room(from) }],
            Self::Case { talk, .. } => vec![Say::AskFact(talk.at)],
            Self::Paused { from } => from.asks(),
        }
    }
}

fn with(first: Say, mut rest: Vec<Say>) -> Vec<Say> {
    rest.insert(0, first);
    rest
}

/// A state with its walkthrough, without a question whether to leave it or a pause around it.
fn awake(state: State) -> State {
    match state {
        State::Paused { from } | State::Leaving { from, .. } | State::Pasting { from, .. } => awake(*from),
        state => state,
    }
}

/// A state that waits.
fn waiting(state: State) -> State {
    match awake(state) {
        State::Idle => State::Idle,
        open => State::Paused { from: Box::new(open) },
    }
}

/// A walkthrough is through: what waited behind it is there again, put aside.
fn ended(aside: Option<Box<State>>, mut says: Vec<Say>) -> Stepped {
    match aside.map(|aside| waiting(*aside)) {
        None | Some(State::Idle) => (State::Idle, says),
        Some(waits) => {
            says.push(Say::Waits);
            (waits, says)
        }
    }
}

fn begin(state: State) -> Stepped {
    match state {
        State::Idle => onward(Walk::default(), false, vec![Say::Welcome]),
        State::Leaving { from, .. } | State::Paused { from } => begin(*from),
        // Nothing of the saved offer was changed: a new one can begin, or what waited go on.
        State::Checking { walk } | State::Asking(Question { walk, .. })
            if walk.editing.is_some() && walk.is_untouched() =>
        {
            begin(walk.aside.map_or(State::Idle, |aside| *aside))
        }
        open => resume(open),
    }
}

fn resume(state: State) -> Stepped {
    let ask = state.asks();
    let nothing_yet = matches!(&state, State::Asking(question) if question.walk.is_untouched());
    (state, with(if nothing_yet { Say::FirstWords } else { Say::WelcomeBack }, ask))
}

/// The card of answers, after what is said first.
fn check(walk: Walk, mut says: Vec<Say>) -> Stepped {
    says.push(Say::Check);
    (State::Checking { walk }, says)
}

/// What there is to say of problems: nothing where there are none.
fn not_understood(problems: Vec<Problem>) -> Option<Say> {
    (!problems.is_empty()).then_some(Say::Problem(problems))
}

/// What there is to say of answers: nothing where there are none.
fn understood(answers: Vec<Answer>) -> Option<Say> {
    (!answers.is_empty()).then_some(Say::Understood(answers))
}

/// The next doubt that is left, the next open question, or the card of answers.
fn onward(mut walk: Walk, returning: bool, says: Vec<Say>) -> Stepped {
    if !walk.doubts.is_empty() {
        let doubt = walk.doubts.remove(0);
        return Question::of(doubt.field(), walk, returning).settle(doubt, says);
    }
    match walk.draft.next_open() {
        Some(field) if !returning || field.required() => Question::of(field, walk, returning).ask(says),
        _ => check(walk, says),
    }
}

impl From<Control> for Input {
    fn from(control: Control) -> Self {
        match control {
            Control::Back => Self::Back,
            Control::Skip => Self::Skip,
            Control::Cancel => Self::Cancel,
            Control::Help => Self::Help,
            Control::Why => Self::Why,
            Control::StartOver => Self::StartOver,
            Control::Save | Control::ThatsAll => Self::Save,
            Control::Yes => Self::Confirm,
            Control::No | Control::GoOn => Self::Decline,
            Control::Pause => Self::Pause,
            Control::Change(field) => Self::Change(field),
        }
    }
}

#[cfg(test)]
mod tests;
