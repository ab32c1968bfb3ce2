//! The controls of an open question: each carries the walkthrough and the step it was shown at.

use crate::reply::{Action, Asked, Button, Press, Verb};
use crate::session::Session;

/// Makes the controls of what a session asks now.
#[derive(Clone, Copy)]
pub(super) struct Controls {
    asked: Asked,
}

/// The question that a session asks now.
pub(super) fn asked(session: &Session) -> Asked {
    Asked { session: session.number, step: session.step }
}

impl Controls {
    pub(super) fn of(session: &Session) -> Self {
        Self { asked: asked(session) }
    }

    pub(super) fn press(self, action: Action) -> Press {
        Press { asked: Some(self.asked), action }
    }

    pub(super) fn on(self, verb: Verb, subject: impl Into<String>) -> Press {
        self.press(Action::on(verb, subject))
    }

    pub(super) fn button(self, label: &str, verb: Verb) -> Button {
        Button::new(label, self.press(Action::bare(verb)))
    }

    /// The row below a question: the way back, where there is one; what passes the question, where
    /// that stands here; Help, Why and Cancel.
    pub(super) fn steering(self, back: bool, pass: Option<&str>) -> Vec<Button> {
        let back = back.then(|| self.button("Back", Verb::Back));
        let pass = pass.map(|label| self.button(label, Verb::Skip));
        let always = [("Help", Verb::Help), ("Why?", Verb::Why), ("Cancel", Verb::Cancel)];
        let always = always.map(|(label, verb)| self.button(label, verb));
        back.into_iter().chain(pass).chain(always).collect()
    }
}
