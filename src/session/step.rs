//! The one step of the conversation: total, pure, and never losing an answer.
//!
//! An answer leaves a draft only by a confirmed "start over" or "delete", or by "none"
//! said to that very question.

use super::control::bare_no;
use super::{Control, Input, Leaving, Question, Say, State, Walk};
use crate::offer::{Field, OfferDraft};
use crate::reading::{Answer, Doubt, Problem, Reading, names_vesting, read_answer, readings};

mod case;
mod leaving;
mod pasted;

use leaving::{leave, want_to_leave};

/// Failures in a row after which examples are shown.
const FAILURES_BEFORE_EXAMPLES: u8 = 2;

/// What happens next, and what to say about it. Any input in any state gives an answer.
pub fn step(state: State, input: Input) -> (State, Vec<Say>) {
    match (state, input) {
        (State::Case { talk, aside }, input) => case::go_on(talk, *aside, input),
        (state, Input::Case { offer, facts }) => case::begin(state, offer, facts),
        (state, Input::Begin) => begin(state),
        (State::Idle, Input::Edit { id, offer, field }) => {
            let walk = Walk { draft: OfferDraft::from(*offer), editing: Some(id), ..Walk::default() };
            match field {
                Some(field) => checking(walk, Input::Change(field)),
                None => (State::Checking { walk }, vec![Say::Check]),
            }
        }
        (state, edit @ Input::Edit { .. }) if state.holds_no_answer() => step(State::Idle, edit),
        (state, Input::Edit { id, field, .. }) => {
            let state = awake(state);
            let is_of_it = state.walk().is_some_and(|walk| walk.editing == Some(id));
            if let (true, Some(field)) = (is_of_it, field) {
                return step(state, Input::Change(field));
            }
            let ask = ask_again(&state);
            (state, with(Say::AlreadyOpen, ask))
        }
        (state, Input::Pasted { answers, doubts }) => pasted::pasted(state, answers, doubts),
        (State::Idle, _) => (State::Idle, vec![Say::NothingOpen]),
        (State::Paused { from }, Input::Confirm | Input::Back | Input::Pause) => resume(*from),
        (State::Paused { from }, input) => step(*from, input),
        (state, Input::Again) => resume(state),
        (state, Input::Repeat) => {
            let ask = ask_again(&state);
            (state, ask)
        }
        (State::Leaving { wish, from }, input) => leave(wish, *from, input),
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
    fn ask(self, mut says: Vec<Say>) -> (State, Vec<Say>) {
        says.push(Say::Ask(self.field));
        (State::Asking(self), says)
    }

    /// Asked which reading of `doubt` is meant, after what is said first.
    fn settle(self, doubt: Doubt, mut says: Vec<Say>) -> (State, Vec<Say>) {
        says.push(Say::Settle(doubt.clone()));
        (State::Settling { question: self, doubt }, says)
    }

    fn again(self, say: Say) -> (State, Vec<Say>) {
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

    fn failed(mut self, problems: Vec<Problem>, understood: Vec<Say>) -> (State, Vec<Say>) {
        self.failures = self.failures.saturating_add(1);
        let mut says = understood;
        says.push(Say::Problem(problems));
        if self.failures >= FAILURES_BEFORE_EXAMPLES {
            says.push(Say::Examples(self.field));
        }
        self.ask(says)
    }
}

/// The card of answers, after what is said first.
fn check(walk: Walk, mut says: Vec<Say>) -> (State, Vec<Say>) {
    says.push(Say::Check);
    (State::Checking { walk }, says)
}

fn with(first: Say, mut rest: Vec<Say>) -> Vec<Say> {
    rest.insert(0, first);
    rest
}

fn awake(state: State) -> State {
    match state {
        State::Paused { from } => awake(*from),
        state => state,
    }
}

/// The question of a state, asked once more.
fn ask_again(state: &State) -> Vec<Say> {
    match state {
        State::Idle => Vec::new(),
        State::Asking(question) => vec![Say::Ask(question.field)],
        State::Settling { doubt, .. } => vec![Say::Settle(doubt.clone())],
        State::Checking { .. } => vec![Say::Check],
        State::Leaving { wish, .. } => vec![Say::AskLeave(*wish)],
        State::Case { talk, .. } => vec![Say::AskFact(talk.at)],
        State::Paused { from } => ask_again(from),
    }
}

fn begin(state: State) -> (State, Vec<Say>) {
    match state {
        State::Idle => onward(Walk::default(), false, vec![Say::Welcome]),
        State::Leaving { from, .. } | State::Paused { from } => begin(*from),
        open => {
            let ask = ask_again(&open);
            (open, with(Say::WelcomeBack, ask))
        }
    }
}

fn resume(state: State) -> (State, Vec<Say>) {
    let ask = ask_again(&state);
    (state, with(Say::WelcomeBack, ask))
}

fn asking(question: Question, input: Input) -> (State, Vec<Say>) {
    let field = question.field;
    match input {
        Input::Words { text, today } => match Control::read(&text) {
            Some(Control::Yes | Control::No) if field == Field::Written => read(question, &text, today),
            // "Any other offer?" "No": that is all. To another answer a bare no may mean "leave it".
            _ if bare_no(&text) && question.has_more() => asking(question, Input::Skip),
            _ if bare_no(&text) && field != Field::Written && question.walk.draft.has(field) => {
                question.again(Say::Stays(field))
            }
            // "Go on".
            Some(Control::No) if question.walk.draft.has(field) => asking(question, Input::Skip),
            Some(Control::No) if !field.required() => take(question, vec![Answer::Nothing(field)]),
            Some(Control::Yes | Control::No | Control::Save) | None => read(question, &text, today),
            Some(control) => step(State::Asking(question), control.into()),
        },
        Input::Answered(Answer::Nothing(other)) if other.required() => question.again(Say::Needed(other)),
        Input::Answered(Answer::Nothing(other)) if other == field && question.on_the_way_with_more() => {
            asking(question, Input::Skip)
        }
        Input::Answered(answer) => take(question, vec![answer]),
        Input::Back => back(question),
        Input::Skip if field.required() && !question.walk.draft.has(field) => question.again(Say::Needed(field)),
        Input::Skip => {
            let mut question = question;
            if !question.walk.draft.has(field) {
                question.walk.draft.passed.insert(field);
            }
            onward(question.walk, question.returning, Vec::new())
        }
        Input::Help => question.again(Say::Explain(field)),
        Input::Why => question.again(Say::Why(field)),
        Input::Change(other) => {
            let returning = question.walk.draft.complete().is_ok() && question.walk.draft.next_open().is_none();
            Question::of(other, question.walk, returning).ask(Vec::new())
        }
        Input::Save => onward(question.walk, question.returning, Vec::new()),
        _ => question.ask(Vec::new()),
    }
}

fn read(mut question: Question, text: &str, today: jiff::civil::Date) -> (State, Vec<Say>) {
    let Reading { answers, doubt, problems } = read_answer(Some(question.field), text, &question.walk.draft, today);
    if question.on_the_way_with_more() && answers == [Answer::Nothing(question.field)] {
        return onward(question.walk, false, Vec::new());
    }
    let answered = answers.iter().any(|answer| answer.field() == question.field);
    let understood = if answers.is_empty() { Vec::new() } else { vec![Say::Understood(answers.clone())] };
    for answer in answers {
        question.walk.take(answer);
    }
    if let Some(doubt) = doubt {
        let mut says = understood;
        says.extend(not_understood(problems));
        return Question { failures: 0, ..question }.settle(doubt, says);
    }
    if problems.is_empty() {
        return stay_or_go(question, understood);
    }
    if answered {
        // The question itself is answered: say what was left over and go on.
        let mut says = understood;
        says.push(Say::Problem(problems));
        return stay_or_go(question, says);
    }
    question.failed(problems, understood)
}

/// What there is to say of problems: nothing where there are none.
fn not_understood(problems: Vec<Problem>) -> Option<Say> {
    (!problems.is_empty()).then_some(Say::Problem(problems))
}

/// Takes ready answers and goes on.
fn take(mut question: Question, answers: Vec<Answer>) -> (State, Vec<Say>) {
    let understood = vec![Say::Understood(answers.clone())];
    for answer in answers {
        question.walk.take(answer);
    }
    stay_or_go(question, understood)
}

/// Other offers may be several: after one, the same question asks for the next. Any other
/// answered question leads on.
fn stay_or_go(question: Question, says: Vec<Say>) -> (State, Vec<Say>) {
    let more_to_come = question.has_more();
    let unanswered = !question.walk.draft.has(question.field) && !question.walk.draft.passed.contains(&question.field);
    if more_to_come || unanswered {
        return Question { failures: 0, ..question }.ask(says);
    }
    onward(question.walk, question.returning, says)
}

/// The field a doubt is about.
fn field_of(doubt: &Doubt) -> Field {
    readings(doubt).first().map_or(Field::Grant, Answer::field)
}

/// The next doubt that is left, the next open question, or the card of answers.
fn onward(mut walk: Walk, returning: bool, says: Vec<Say>) -> (State, Vec<Say>) {
    if !walk.doubts.is_empty() {
        let doubt = walk.doubts.remove(0);
        return Question::of(field_of(&doubt), walk, returning).settle(doubt, says);
    }
    match walk.draft.next_open() {
        Some(field) if !returning || field.required() => Question::of(field, walk, returning).ask(says),
        _ => check(walk, says),
    }
}

fn back(question: Question) -> (State, Vec<Say>) {
    if question.returning {
        return check(question.walk, Vec::new());
    }
    match question.field.before() {
        // Not one of the questions in a row: back to those.
        None if question.field.number().is_none() => onward(question.walk, false, Vec::new()),
        None => question.again(Say::NothingBefore),
        Some(field) => Question::of(field, question.walk, false).ask(Vec::new()),
    }
}

fn settling(question: Question, doubt: Doubt, input: Input) -> (State, Vec<Say>) {
    match input {
        Input::Settled(choice) => match readings(&doubt).into_iter().nth(choice) {
            Some(answer) => take(question, vec![answer]),
            None => unsettled(question, doubt),
        },
        Input::Back | Input::Decline => question.ask(Vec::new()),
        Input::Help | Input::Why => {
            let explain = Say::Explain(question.field);
            question.settle(doubt, vec![explain])
        }
        Input::Words { text, today } => match Control::read(&text) {
            Some(Control::Yes) => settling(question, doubt, Input::Settled(0)),
            Some(Control::No) => question.ask(Vec::new()),
            Some(control) => step(State::Settling { question, doubt }, control.into()),
            None => match doubt.settled_by(&text) {
                Some(answer) => take(question, vec![answer]),
                None => read(Question { failures: 0, ..question }, &doubt.in_full(&text), today),
            },
        },
        Input::Answered(_) | Input::Skip | Input::Change(_) => asking(question, input),
        _ => unsettled(question, doubt),
    }
}

fn unsettled(question: Question, doubt: Doubt) -> (State, Vec<Say>) {
    Question { failures: question.failures.saturating_add(1), ..question }.settle(doubt, Vec::new())
}

fn checking(walk: Walk, input: Input) -> (State, Vec<Say>) {
    match input {
        Input::Save | Input::Confirm if !walk.doubts.is_empty() => onward(walk, true, Vec::new()),
        Input::Save | Input::Confirm => match walk.draft.complete() {
            Ok(offer) => {
                let complete = Say::Complete { offer: Box::new(offer), editing: walk.editing };
                (State::Idle, vec![complete])
            }
            Err(field) => Question::of(field, walk, true).again(Say::Needed(field)),
        },
        Input::Change(field) => Question::of(field, walk, true).ask(Vec::new()),
        Input::Back => match Field::asked().next_back() {
            Some(last) => Question::of(last, walk, false).ask(Vec::new()),
            None => check(walk, Vec::new()),
        },
        Input::Answered(answer) if !matches!(&answer, Answer::Nothing(field) if field.required()) => {
            let field = answer.field();
            take(Question::of(field, walk, true), vec![answer])
        }
        Input::Words { text, today } => match Control::read(&text) {
            Some(Control::Yes) => checking(walk, Input::Save),
            Some(Control::No) => check(walk, vec![Say::ExplainCheck]),
            Some(control) => step(State::Checking { walk }, control.into()),
            None => correct(walk, &text, today),
        },
        Input::Help | Input::Why => check(walk, vec![Say::ExplainCheck]),
        _ => check(walk, Vec::new()),
    }
}

/// Labelled words at the card of answers ("base 190k") correct that answer.
fn correct(mut walk: Walk, text: &str, today: jiff::civil::Date) -> (State, Vec<Say>) {
    let Reading { answers, doubt, problems } = read_answer(None, text, &walk.draft, today);
    if answers.is_empty() && doubt.is_none() {
        let said = not_understood(problems).filter(|_| names_vesting(text));
        return check(walk, vec![said.unwrap_or(Say::ExplainCheck)]);
    }
    let mut says = if answers.is_empty() { Vec::new() } else { vec![Say::Understood(answers.clone())] };
    for answer in answers {
        walk.take(answer);
    }
    says.extend(not_understood(problems));
    match doubt {
        Some(doubt) => Question::of(field_of(&doubt), walk, true).settle(doubt, says),
        None => check(walk, says),
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
            Control::Save => Self::Save,
            Control::Yes => Self::Confirm,
            Control::No => Self::Decline,
            Control::Pause => Self::Pause,
            Control::Change(field) => Self::Change(field),
        }
    }
}

#[cfg(test)]
mod tests;
