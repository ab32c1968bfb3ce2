//! A question of the walkthrough and what is said to it.

use jiff::civil::Date;

use super::{
    Control, FAILURES_BEFORE_EXAMPLES, Field, Input, Question, Say, State, Stepped, bare_no, check, not_understood,
    onward, says_unknown, step, understood,
};
use crate::offer::OfferDraft;
use crate::reading::{Answer, CompetingProblem, Problem, Reading, read_answer};

/// What happens next at a question.
pub(super) fn asking(question: Question, input: Input) -> Stepped {
    let field = question.field;
    match input {
        Input::Words { text, today } => words(question, &text, today),
        Input::Filled { texts, today } => filled(question, texts, today),
        Input::Answered(Answer::Nothing(other)) if other.required() => question.again(Say::Needed(other)),
        Input::Answered(Answer::Nothing(other)) if other == field && question.on_the_way_with_more() => {
            asking(question, Input::Skip)
        }
        Input::Answered(answer) => take(question, vec![answer]),
        Input::Back => back(question),
        Input::Skip if field.required() && !question.walk.draft.has(field) => question.again(Say::Needed(field)),
        Input::Skip => passed(question, Vec::new()),
        Input::Help => question.again(Say::Explain(field)),
        Input::Why => question.again(Say::Why(field)),
        Input::Change(other) => {
            let returning = question.walk.draft.complete().is_ok() && question.walk.draft.next_open().is_none();
            Question::of(other, question.walk, returning).ask(Vec::new())
        }
        Input::Save => enough(question),
        _ => question.ask(Vec::new()),
    }
}

fn words(question: Question, text: &str, today: Date) -> Stepped {
    let field = question.field;
    let known = question.walk.draft.has(field);
    match Control::read(text) {
        Some(Control::Yes | Control::No) if field == Field::Written => read(question, text, today),
        // "Any other offer?" "Yes": which?
        Some(Control::Yes) if field == Field::Competing => {
            failed(question, vec![CompetingProblem::Missing.into()], Vec::new())
        }
        // "Any other offer?" "No": that is all. To another answer a bare no may mean "leave it".
        Some(Control::ThatsAll) if question.has_more() => asking(question, Input::Skip),
        _ if bare_no(text) && question.has_more() => asking(question, Input::Skip),
        _ if bare_no(text) && field != Field::Written && known => question.again(Say::Stays(field)),
        Some(Control::GoOn) => asking(question, Input::Skip),
        Some(Control::No) if !field.required() => take(question, vec![Answer::Nothing(field)]),
        None if says_unknown(text) => unknown(question),
        Some(Control::Yes | Control::No) | None => read(question, text, today),
        Some(control) => step(State::Asking(question), control.into()),
    }
}

/// The user can't tell: what is needed is to be asked for, the rest is left open.
fn unknown(question: Question) -> Stepped {
    let field = question.field;
    match (question.walk.draft.has(field), field.required()) {
        (true, _) => question.again(Say::Stays(field)),
        (false, true) => question.again(Say::AskThem(field)),
        (false, false) => passed(question, vec![Say::LeftOpen(field)]),
    }
}

/// The question is passed; an answer given before is kept.
fn passed(mut question: Question, says: Vec<Say>) -> Stepped {
    if !question.walk.draft.has(question.field) {
        question.walk.draft.passed.insert(question.field);
    }
    onward(question.walk, question.returning, says)
}

/// No more questions: the card of answers, once what is needed is there.
fn enough(question: Question) -> Stepped {
    let draft = &question.walk.draft;
    let missing: Vec<Field> = Field::asked().filter(|field| field.required() && !draft.has(*field)).collect();
    if !missing.is_empty() {
        return question.again(Say::StillNeeded(missing));
    }
    let cut_short = !question.returning && question.walk.doubts.is_empty() && draft.next_open().is_some();
    onward(question.walk, true, if cut_short { vec![Say::Enough] } else { Vec::new() })
}

fn read(mut question: Question, text: &str, today: Date) -> Stepped {
    let mut reading = read_answer(Some(question.field), text, &question.walk.draft, today);
    let later = reading.take_later();
    let Reading { answers, doubt, problems, .. } = reading;
    if question.on_the_way_with_more() && answers == [Answer::Nothing(question.field)] {
        return onward(question.walk, false, Vec::new());
    }
    let answered = answers.iter().any(|answer| answer.field() == question.field);
    let mut says: Vec<Say> = understood(answers.clone()).into_iter().collect();
    says.extend(answers.iter().find_map(|answer| counts_as(answer, text)));
    for answer in answers {
        question.walk.take(answer);
    }
    for doubt in later {
        question.walk.doubt_later(doubt);
    }
    if let Some(doubt) = doubt {
        says.extend(not_understood(problems));
        return Question { failures: 0, ..question }.settle(doubt, says);
    }
    // Where the question itself is answered, what was left over is said on the way.
    if problems.is_empty() || answered {
        says.extend(not_understood(problems));
        return stay_or_go(question, says);
    }
    failed(question, problems, says)
}

/// "Bellevue": Seattle's range is used, which is said.
fn counts_as(answer: &Answer, text: &str) -> Option<Say> {
    let Answer::Location(place) = answer else { return None };
    place.city_around(text).map(|city| Say::CountsAs(city, place.to_string()))
}

fn failed(mut question: Question, problems: Vec<Problem>, mut says: Vec<Say>) -> Stepped {
    question.failures = question.failures.saturating_add(1);
    says.push(Say::Problem(problems));
    if question.failures >= FAILURES_BEFORE_EXAMPLES {
        says.push(Say::Examples(question.field));
    }
    question.ask(says)
}

/// A form with several answers: each is read as if it had been typed to its question.
fn filled(mut question: Question, texts: Vec<(Field, String)>, today: Date) -> Stepped {
    let (mut taken, mut unread, mut open) = (Vec::new(), Vec::new(), Vec::new());
    let (mut ask, mut ask_them) = (None, None);
    for (field, text) in texts {
        let known = question.walk.draft.has(field);
        if text.trim().is_empty() || says_unknown(&text) && known {
            continue;
        }
        if says_unknown(&text) {
            if field.required() {
                ask_them = ask_them.or(Some(field));
            } else {
                question.walk.draft.passed.insert(field);
                open.push(Say::LeftOpen(field));
            }
            continue;
        }
        let mut reading = read_answer(Some(field), &text, &question.walk.draft, today);
        let later = reading.take_later();
        let Reading { answers, doubt, problems, .. } = reading;
        let new = |draft: &OfferDraft, answer: &Answer| {
            let mut with = draft.clone();
            answer.clone().put_into(&mut with);
            with != *draft && !matches!(answer, Answer::Nothing(field) if field.required())
        };
        for answer in answers {
            if new(&question.walk.draft, &answer) {
                taken.push(answer.clone());
                question.walk.take(answer);
            }
        }
        for doubt in doubt.into_iter().chain(later) {
            question.walk.doubt_later(doubt);
        }
        if !problems.is_empty() {
            ask = ask.or(Some(field));
            unread.extend(problems);
        }
    }
    let mut says: Vec<Say> = understood(taken).into_iter().chain(open).chain(not_understood(unread)).collect();
    match (ask, ask_them) {
        (Some(field), _) => Question::of(field, question.walk, question.returning).ask(says),
        (None, Some(field)) => {
            says.push(Say::AskThem(field));
            Question::of(field, question.walk, question.returning).ask(says)
        }
        (None, None) => onward(question.walk, question.returning, says),
    }
}

/// Takes ready answers and goes on.
pub(super) fn take(question: Question, answers: Vec<Answer>) -> Stepped {
    take_saying(question, answers, None)
}

/// Takes ready answers, says something of them, and goes on.
pub(super) fn take_saying(mut question: Question, answers: Vec<Answer>, say: impl IntoIterator<Item = Say>) -> Stepped {
    let says = understood(answers.clone()).into_iter().chain(say).collect();
    for answer in answers {
        question.walk.take(answer);
    }
    stay_or_go(question, says)
}

/// Other offers may be several: after one, the same question asks for the next. Any other
/// answered question leads on.
pub(super) fn stay_or_go(question: Question, says: Vec<Say>) -> Stepped {
    let more_to_come = question.has_more();
    let unanswered = !question.walk.draft.has(question.field) && !question.walk.draft.passed.contains(&question.field);
    // What is in doubt is settled before the question is asked again.
    if (more_to_come || unanswered) && question.walk.doubts.is_empty() {
        return Question { failures: 0, ..question }.ask(says);
    }
    onward(question.walk, question.returning, says)
}

fn back(question: Question) -> Stepped {
    if question.returning {
        return check(question.walk, Vec::new());
    }
    let before = std::iter::successors(question.field.before(), |field| field.before());
    let before = before.into_iter().find(|field| question.walk.draft.asks_for(*field));
    match before {
        // Not one of the questions in a row: back to those.
        None if question.field.number().is_none() => onward(question.walk, false, Vec::new()),
        None => question.again(Say::NothingBefore),
        Some(field) => Question::of(field, question.walk, false).ask(Vec::new()),
    }
}
