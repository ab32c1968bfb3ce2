//! Labels of controls as words: who types what a button says gets what it does.

use super::questions::Sheet;
use super::{card, meaning};
use crate::app::desk::Desk;
use crate::reply::{Action, Block, Card, Controls, Verb};
use crate::session::Input;

/// Said where a button that opens a form is typed: the answer itself can be typed as well.
pub(super) const WRITE_IT: &str = "Write the answer here.";
/// Said where the label of the button that opens a form with several answers is typed.
const OPEN_IT: &str = "Press that button to open the form; or write several answers in one message.";
/// Said where the label of the button that opens the form for a letter is typed.
const PASTE_IT: &str = "Press that button, and put the letter into the form.";
/// Said where the label of the button for today's share price is typed.
const PRESS_IT: &str = "Press that button: only then I look the price up.";

/// Words that are the label of a control of the open question as what that control does; anything else as it is.
pub(super) fn meant(desk: &Desk, input: Input, above: &mut Vec<Block>) -> Input {
    let Input::Words { text, today } = input else { return input };
    let as_typed = Input::Words { text: text.clone(), today };
    let state = &desk.account.session().state;
    if !state.is_open() {
        return as_typed;
    }
    let shown = card::add(Card::default(), &state.asks(), desk);
    let Some((action, value)) = labelled(&shown, &text) else { return as_typed };
    if let Some(input) = meaning(&action, value.as_deref()) {
        return input;
    }
    match action.verb {
        Verb::Type if Sheet::from_key(&action.subject).is_some() => above.push(Block::Text(OPEN_IT.into())),
        Verb::Type => above.push(Block::Text(WRITE_IT.into())),
        Verb::Paste => above.push(Block::Text(PASTE_IT.into())),
        Verb::Price => above.push(Block::Text(PRESS_IT.into())),
        _ => return as_typed,
    }
    Input::Repeat
}

/// The control whose label a text is, and the value chosen where it is one of a list.
fn labelled(card: &Card, text: &str) -> Option<(Action, Option<String>)> {
    let typed = plain(text);
    if typed.is_empty() {
        return None;
    }
    card.controls.iter().find_map(|row| match row {
        Controls::Buttons(buttons) => {
            let button = buttons.iter().find(|button| plain(&button.label) == typed)?;
            Some((button.press.action.clone(), None))
        }
        Controls::Select { press, options, .. } => {
            let option = options.iter().find(|option| plain(&option.label) == typed)?;
            Some((press.action.clone(), Some(option.value.clone())))
        }
    })
}

/// A text by its letters and digits.
fn plain(text: &str) -> String {
    let letters: String =
        text.chars().filter(|c| !matches!(c, '\'' | '’')).map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
