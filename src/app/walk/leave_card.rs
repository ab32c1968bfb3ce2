//! What is asked where something would be lost, or go into the wrong offer: leaving, and a letter that differs.

use super::controls::Controls;
use crate::app::words::walkthrough::name_of;
use crate::offer::Field;
use crate::reply::{Action, Block, Button, Card, Verb};
use crate::session::{Leaving, Session, Walk};
use crate::words;

/// Whether to leave a walkthrough.
pub(super) fn ask_leave(mut card: Card, wish: Leaving, session: &Session, controls: Controls) -> Card {
    let walk = session.state.walk();
    let answers = walk.map_or(0, answers_given);
    let (title, text) = match (wish, is_editing(session)) {
        (Leaving::Cancel, false) => ("Stop here?", format!("Answers so far: {answers}. What should I do with them?")),
        (Leaving::Cancel, true) => {
            ("Stop editing?", "The saved offer stays as it was. What you changed here is not in it yet.".to_owned())
        }
        (Leaving::StartOver, false) => {
            ("Start over?", format!("Answers so far: {answers}. Starting over throws them away."))
        }
        (Leaving::StartOver, true) => (
            "Start over?",
            "That drops what you changed here and shows the offer as it is saved, to edit it from there.".to_owned(),
        ),
    };
    card.title = Some(title.into());
    let mut buttons = vec![Button::primary(GO_ON, controls.press(Action::bare(Verb::Decline)))];
    if wish == Leaving::Cancel {
        buttons.push(controls.button(KEEP, Verb::Pause));
    }
    buttons.push(Button::danger(farewell(wish, session), controls.press(Action::bare(Verb::Confirm))));
    card.with(Block::Lead(text)).with_buttons(buttons)
}

const GO_ON: &str = "Go on";
/// The label of the button that puts a walkthrough aside.
pub(super) const KEEP: &str = "Keep them for later";

fn is_editing(session: &Session) -> bool {
    session.state.walk().is_some_and(|walk| walk.editing.is_some())
}

/// The label of the button that leaves.
fn farewell(wish: Leaving, session: &Session) -> &'static str {
    match (wish, is_editing(session)) {
        (Leaving::Cancel, false) => "Delete them",
        (Leaving::Cancel, true) => "Drop the changes",
        (Leaving::StartOver, _) => "Yes, start over",
    }
}

/// Which words there are to leave, or to go on.
pub(super) fn ways_to_leave(wish: Leaving, session: &Session) -> String {
    let farewell = farewell(wish, session).to_lowercase();
    match wish {
        Leaving::Cancel => format!(
            "Nothing is gone yet. That can wait until we go on; here I know \"go on\", \"keep them for later\" and \"{farewell}\"."
        ),
        Leaving::StartOver => {
            format!("Nothing is gone yet. That can wait until we go on; here I know \"go on\" and \"{farewell}\".")
        }
    }
}

/// How many answers were given in a walkthrough.
fn answers_given(walk: &Walk) -> usize {
    let given = walk.given();
    Field::asked().filter(|field| given.has(*field)).count() + usize::from(!given.schedule.is_amazons())
}

const LETTER_ANSWERS: [&str; 3] = ["Replace it", "Second offer", "Go on with the first"];

/// What a letter is to the offer being entered.
pub(super) fn ask_pasted(mut card: Card, room: bool, session: &Session, controls: Controls) -> Card {
    card.title = Some("Same offer, or another one?".into());
    let first = session.state.walk().map(name_of).unwrap_or_default();
    let lead = format!("This differs from {first}. Does it replace that, or is it a second offer?");
    let choices = LETTER_ANSWERS.iter().enumerate().filter(|(index, _)| room || *index != 1);
    let buttons = choices.map(|(index, label)| Button::new(*label, controls.on(Verb::Settle, index.to_string())));
    let mut small = if is_editing(session) {
        "Replacing it takes the figures of the letter alone into what you edit; the saved offer stays as it was until you save."
    } else {
        "Replacing it throws away what you entered of the first one."
    }
    .to_owned();
    small.push_str(if room {
        " With a second offer, the first waits until that is saved."
    } else {
        " Several offers wait already, so a second one has no room before one of them is done."
    });
    card.with(Block::Lead(lead)).with_buttons(buttons.collect()).with_small(small)
}

/// Which words say what a letter is.
pub(super) fn ways_to_paste(room: bool) -> String {
    if room {
        "Nothing of the letter is taken yet. Write \"replace it\", \"second offer\" or \"go on with the first\".".into()
    } else {
        "Nothing of the letter is taken yet. Write \"replace it\" or \"go on with the first\".".into()
    }
}

/// That a letter has taken the place of the offer being entered, and what of the user's stays.
pub(super) fn replaced(stays: &[Field]) -> String {
    let names: Vec<_> = stays.iter().map(|field| words::Phrase::plain(words::field(*field).to_lowercase())).collect();
    let gone = "The letter's offer takes the place of the one before.";
    if names.is_empty() {
        return gone.into();
    }
    format!("{gone} What you told me of yourself stays: {}.", words::listed(&names))
}
