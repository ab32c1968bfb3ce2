//! One thing to settle: which reading of an answer is meant.
//!
//! The doubt is kept until it is settled, whatever else is said meanwhile.

use jiff::civil::Date;

use super::asking::{asking, stay_or_go, take_saying};
use super::{
    Answer, Control, Doubt, Input, Question, Reading, Say, State, Stepped, not_understood, read_answer, says_of_today,
    says_unknown, step, take, understood,
};
use crate::reading::{CompetingProblem, Problem, Settled, beside_another, is_known_company};
use crate::session::walk::OF_THE_USER;

/// What happens next at a doubt.
pub(super) fn settling(mut question: Question, doubt: Doubt, input: Input) -> Stepped {
    match input {
        Input::Settled(choice) => match doubt.chosen(choice) {
            Some(settled) => settle(question, settled),
            None => again(question, doubt),
        },
        Input::Confirm => yes_or_no(question, doubt, true),
        Input::Decline => yes_or_no(question, doubt, false),
        Input::Back => of_doubt(question, &doubt).ask(Vec::new()),
        Input::Skip => skipped(question, doubt),
        Input::Help => {
            let explain = Say::ExplainDoubt(doubt.clone());
            question.settle(doubt, vec![explain])
        }
        Input::Why => {
            let why = Say::WhyDoubt(doubt.clone());
            question.settle(doubt, vec![why])
        }
        Input::Words { text, today } => words(question, doubt, &text, today),
        Input::Answered(answer) => took(question, doubt, vec![answer], Vec::new()),
        Input::Change(field) => {
            // Of several, another one may be meant.
            if field != doubt.field() || field.takes_several() {
                question.walk.doubts.insert(0, doubt);
            }
            asking(question, Input::Change(field))
        }
        _ => again(question, doubt),
    }
}

/// The question that a doubt came up under, where that is about the same; else the doubt's own.
fn of_doubt(question: Question, doubt: &Doubt) -> Question {
    if question.field == doubt.field() {
        return question;
    }
    Question::of(doubt.field(), question.walk, question.returning)
}

/// Asked again, with what there is to choose from.
fn again(question: Question, doubt: Doubt) -> Stepped {
    let choices = Say::Choices(doubt.clone());
    unsettled(question, doubt, choices)
}

fn unsettled(question: Question, doubt: Doubt, say: Say) -> Stepped {
    Question { failures: question.failures.saturating_add(1), ..question }.settle(doubt, vec![say])
}

fn settle(question: Question, settled: Settled) -> Stepped {
    match settled {
        Settled::As(answer) => take(question, vec![answer]),
        Settled::Narrowed(doubt) => Question { failures: 0, ..question }.settle(doubt, Vec::new()),
    }
}

fn yes_or_no(question: Question, doubt: Doubt, yes: bool) -> Stepped {
    match doubt.yes_or_no(yes) {
        Some(answer) => take(question, vec![answer]),
        // "No": then what is it?
        None if !yes && (doubt.has_one_reading() || doubt.is_of_unknown_company()) => {
            of_doubt(question, &doubt).ask(Vec::new())
        }
        None => again(question, doubt),
    }
}

/// Passed: taken for what claims the least, or left out and said so.
fn skipped(mut question: Question, doubt: Doubt) -> Stepped {
    if let Some(weakest) = doubt.weakest() {
        return take_weakest(question, &doubt, weakest);
    }
    let field = doubt.field();
    let known = question.walk.draft.has(field);
    if field.required() && !known && matches!(doubt, Doubt::SharePrice { .. }) {
        return unsettled(question, doubt, Say::WhereThePriceIs);
    }
    if field.required() && !known {
        return unsettled(question, doubt, Say::Needed(field));
    }
    if !known {
        question.walk.draft.passed.insert(field);
    }
    stay_or_go(question, vec![Say::LeftOutDoubt(doubt)])
}

/// Only of another offer it is to be said that it counts as the least firm; the rest says itself.
fn take_weakest(question: Question, doubt: &Doubt, weakest: Answer) -> Stepped {
    let said = matches!(doubt, Doubt::Firmness { .. }).then_some(Say::AsWeakest);
    take_saying(question, vec![weakest], said)
}

fn words(question: Question, doubt: Doubt, text: &str, today: Date) -> Stepped {
    match Control::read(text) {
        Some(Control::Yes) => yes_or_no(question, doubt, true),
        Some(Control::No) => yes_or_no(question, doubt, false),
        Some(Control::GoOn | Control::ThatsAll | Control::Save) => again(question, doubt),
        Some(control) => step(State::Settling { question, doubt }, control.into()),
        None if matches!(doubt, Doubt::SharePrice { .. }) && (says_unknown(text) || says_of_today(text)) => {
            unsettled(question, doubt, Say::WhereThePriceIs)
        }
        None if says_unknown(text) => match doubt.weakest() {
            Some(weakest) => take_weakest(question, &doubt, weakest),
            None if matches!(doubt, Doubt::SignOnPaid { .. } | Doubt::VestsHowOften { .. }) => skipped(question, doubt),
            None => again(question, doubt),
        },
        None if let Some(all) = settled_together(&question, &doubt, text) => take(question, all),
        None if doubt.is_total_by(text) => of_doubt(question, &doubt).ask(Vec::new()),
        None => match doubt.settled_by(text) {
            Some(settled) => settle(question, settled),
            None => read(question, doubt, text, today),
        },
    }
}

/// "Both in writing": how firm all are that wait to be asked about.
fn settled_together(question: &Question, doubt: &Doubt, text: &str) -> Option<Vec<Answer>> {
    let waiting = question.walk.doubts.iter().filter(|other| matches!(other, Doubt::Firmness { .. }));
    let all: Vec<&Doubt> = std::iter::once(doubt).chain(waiting).collect();
    if all.len() < 2 || !matches!(doubt, Doubt::Firmness { .. }) {
        return None;
    }
    all.into_iter().map(|doubt| doubt.settled_for_all(text)).collect()
}

/// Reads what does not choose: it may say the answer whole, or answer something else.
fn read(mut question: Question, doubt: Doubt, text: &str, today: Date) -> Stepped {
    let draft = &question.walk.draft;
    let full = doubt.in_full(text);
    let mut reading = read_answer(Some(doubt.field()), &full, draft, today);
    // A company that is known in place of one that is not.
    if doubt.is_of_unknown_company() && is_known_company(text.trim()) {
        return match reading.doubt {
            Some(new) => Question { failures: 0, ..question }.settle(new, Vec::new()),
            None => take(question, reading.answers),
        };
    }
    // What is said while another offer is asked about is of that one, unless it names this one.
    if doubt.company().is_some() {
        let own = |field| OF_THE_USER.contains(&field);
        if let Some(of_this_one) = beside_another(text, draft, today) {
            reading = of_this_one;
        } else {
            reading.answers.retain(|answer| own(answer.field()));
            reading.doubt = reading.doubt.filter(|doubt| own(doubt.field()));
            reading.later.retain(|doubt| own(doubt.field()));
        }
    }
    for later in reading.take_later() {
        question.walk.doubt_later(later);
    }
    let Reading { answers, doubt: other, problems, .. } = reading;
    let answers: Vec<Answer> = answers.into_iter().filter(|answer| of_use(&doubt, answer)).collect();
    // "Nothing" at the price of a share takes no shares away.
    let emptied = matches!((&doubt, &other), (Doubt::SharePrice { .. }, Some(Doubt::Unusual { .. })));
    if emptied && Control::read(text).is_none() && !text.chars().any(|c| c.is_ascii_digit()) {
        return again(question, doubt);
    }
    match other {
        // Typed again as it was: so it is meant.
        Some(same) if same == doubt => match doubt.typed_again() {
            Some(typed) => return took(question, doubt, answers.into_iter().chain([typed]).collect(), Vec::new()),
            None => return again(question, doubt),
        },
        Some(Doubt::Firmness { a_year: None, .. }) if doubt.weakest().is_some() => {
            // Where the parts of that offer go is worth knowing.
            let parts = problems
                .into_iter()
                .filter(|problem| matches!(problem, Problem::Competing(CompetingProblem::InParts(_))));
            return match not_understood(parts.collect()) {
                Some(said) => unsettled(question, doubt, said),
                None => again(question, doubt),
            };
        }
        Some(Doubt::Firmness { company, a_year }) => {
            let new = Doubt::Firmness { company, a_year };
            if new.is_about_the_same(&doubt) {
                return Question { failures: 0, ..question }.settle(new, Vec::new());
            }
            question.walk.doubt_later(new);
            return took(question, doubt, answers, problems.into_iter().collect());
        }
        Some(new) if new.field() == doubt.field() => {
            let says = understood(answers.clone()).into_iter().chain(not_understood(problems)).collect();
            for answer in answers {
                question.walk.take(answer);
            }
            return Question { failures: 0, ..question }.settle(new, says);
        }
        Some(new) => {
            question.walk.doubt_later(new);
            return took(question, doubt, answers, problems);
        }
        None => {}
    }
    if answers.is_empty() {
        // Of a figure it is worth knowing why it can't be taken; of other words, what there is to choose from.
        let figure = text.chars().any(|c| c.is_ascii_digit());
        return match not_understood(problems).filter(|_| figure) {
            Some(problem) => unsettled(question, doubt, problem),
            None => again(question, doubt),
        };
    }
    took(question, doubt, answers, problems)
}

/// Whether an answer can be taken while a doubt is open: of the same field only what settles it, or another company's
/// offer.
fn of_use(doubt: &Doubt, answer: &Answer) -> bool {
    answer.field() != doubt.field() || doubt.is_answered_by(answer) || matches!(answer, Answer::Competing(_))
}

/// Takes answers while a doubt is open, and asks it again unless one of them settles it.
fn took(mut question: Question, doubt: Doubt, answers: Vec<Answer>, problems: Vec<Problem>) -> Stepped {
    let takes_away = |answer: &Answer| matches!(answer, Answer::Nothing(field) if field.required());
    let answers: Vec<Answer> =
        answers.into_iter().filter(|answer| of_use(&doubt, answer) && !takes_away(answer)).collect();
    let settled = answers.iter().any(|answer| doubt.is_answered_by(answer));
    let nothing_taken = answers.is_empty() && problems.is_empty();
    let mut says: Vec<Say> = understood(answers.clone()).into_iter().chain(not_understood(problems)).collect();
    for answer in answers {
        question.walk.take(answer);
    }
    if settled {
        return stay_or_go(question, says);
    }
    if nothing_taken {
        says.push(Say::Choices(doubt.clone()));
    }
    question.settle(doubt, says)
}
