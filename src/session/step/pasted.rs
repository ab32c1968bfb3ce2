//! A pasted letter in the conversation: what it says clearly fills the draft, what it leaves
//! in doubt is asked one after the other.

use super::{Answer, Doubt, Say, State, Walk, field_of, onward};

/// Fills the open walkthrough, or a new one, and goes on: doubts first, then open questions.
pub(super) fn pasted(state: State, answers: Vec<Answer>, doubts: Vec<Doubt>) -> (State, Vec<Say>) {
    let (mut walk, returning) = match state {
        // A letter answers most of it: what is optional can be added on the card of answers.
        State::Idle => (Walk::default(), true),
        State::Asking(question) => (question.walk, question.returning),
        State::Settling { mut question, doubt } => {
            question.walk.doubts.insert(0, doubt);
            (question.walk, question.returning)
        }
        State::Checking { walk } => (walk, true),
        State::Leaving { from, .. } | State::Paused { from } | State::Case { aside: from, .. } => {
            return pasted(*from, answers, doubts);
        }
    };
    walk = walk.with_letter(answers);
    for doubt in doubts {
        let same = |other: &Doubt| match (other, &doubt) {
            (Doubt::Firmness { company: one, .. }, Doubt::Firmness { company: two, .. }) => {
                one.eq_ignore_ascii_case(two)
            }
            _ => field_of(other) == field_of(&doubt),
        };
        walk.doubts.retain(|other| !same(other));
        walk.doubts.push(doubt);
    }
    onward(walk, returning, Vec::new())
}
