//! The card of answers: saved, or corrected.

use jiff::civil::Date;

use super::asking::{asking, take};
use super::{
    Control, Field, Input, Question, Reading, Say, State, Stepped, Walk, check, ended, not_understood, onward,
    read_answer, step, understood,
};
use crate::reading::Answer;
use crate::reading::Problem;
use crate::session::said::{says_all_right, says_undo, says_wait};

/// What happens next at the card of answers.
pub(super) fn checking(mut walk: Walk, input: Input) -> Stepped {
    match input {
        Input::Save | Input::Confirm if walk.doubts.is_empty() && walk.unread.is_some() => match walk.unread.take() {
            Some(field) => Question::of(field, walk, true).ask(vec![Say::UnreadFirst]),
            None => check(walk, Vec::new()),
        },
        Input::Save | Input::Confirm if !walk.doubts.is_empty() => onward(walk, true, Vec::new()),
        Input::Save | Input::Confirm => match walk.draft.complete() {
            Ok(offer) => ended(walk.aside, vec![Say::Complete { offer: Box::new(offer), editing: walk.editing }]),
            Err(field) => Question::of(field, walk, true).again(Say::Needed(field)),
        },
        Input::Change(field) => Question::of(field, walk, true).ask(Vec::new()),
        Input::Back => {
            let last = Field::asked().rev().find(|field| walk.draft.asks_for(*field));
            match last {
                Some(last) => Question::of(last, walk, false).ask(Vec::new()),
                None => check(walk, Vec::new()),
            }
        }
        Input::Answered(answer) if !matches!(&answer, Answer::Nothing(field) if field.required()) => {
            let field = answer.field();
            take(Question::of(field, walk, true), vec![answer])
        }
        Input::Filled { texts, today } => match texts.first() {
            Some((field, _)) => asking(Question::of(*field, walk, true), Input::Filled { texts, today }),
            None => check(walk, Vec::new()),
        },
        Input::Words { text, today } => match Control::read(&text) {
            _ if says_all_right(&text) => checking(walk, Input::Save),
            _ if says_wait(&text) => check(walk, vec![Say::NotSavedYet]),
            _ if says_undo(&text) && walk.before.is_some() => {
                if let Some(before) = walk.before.take() {
                    walk.draft = *before;
                }
                check(walk, vec![Say::Undone])
            }
            Some(Control::Yes) => checking(walk, Input::Save),
            Some(Control::No | Control::GoOn | Control::Skip) => check(walk, vec![Say::ExplainCheck]),
            Some(control) => step(State::Checking { walk }, control.into()),
            None => correct(walk, &text, today),
        },
        Input::Help | Input::Why => check(walk, vec![Say::ExplainCheck]),
        _ => check(walk, Vec::new()),
    }
}

/// Labelled words at the card of answers ("base 190k") correct that answer.
fn correct(mut walk: Walk, text: &str, today: Date) -> Stepped {
    let mut reading = read_answer(None, text, &walk.draft, today);
    let later = reading.take_later();
    let Reading { answers, doubt, problems, .. } = reading;
    let answered = |field: Field| answers.iter().any(|answer| answer.field() == field);
    walk.unread = problems.iter().find_map(pay_unread).or(walk.unread).filter(|field| !answered(*field));
    if answers.is_empty() && doubt.is_none() {
        return check(walk, vec![not_understood(problems).unwrap_or(Say::ExplainCheck)]);
    }
    let says = understood(answers.clone()).into_iter().chain(not_understood(problems)).collect();
    walk.before = Some(Box::new(walk.draft.clone()));
    for answer in answers {
        walk.take(answer);
    }
    for doubt in later {
        walk.doubt_later(doubt);
    }
    match doubt {
        Some(doubt) => Question::of(doubt.field(), walk, true).settle(doubt, says),
        None => check(walk, says),
    }
}

/// The pay that a problem is about: it was told, and is in no answer.
fn pay_unread(problem: &Problem) -> Option<Field> {
    match problem {
        Problem::SignOn(_) => Some(Field::SignOn),
        Problem::Grant(_) => Some(Field::Grant),
        Problem::NotOneAmount(field) => {
            Some(*field).filter(|field| matches!(field, Field::Base | Field::SignOn | Field::Grant))
        }
        _ => None,
    }
}
