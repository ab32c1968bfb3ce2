//! Controls and forms of a question that is no longer open.

use std::collections::BTreeMap;

use super::controls::asked;
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::outcome::{Gone, Outcome, Place, Turn};
use crate::echo;
use crate::reply::{Asked, Block, Card, Press, Verb};
use crate::session::Input;

/// The longest of what was typed that is shown back, in characters.
const LONGEST: usize = 1_000;

/// What to say about a control of an earlier question; `None` where it is of this one.
pub(crate) fn old(desk: &Desk, press: &Press) -> Option<Outcome> {
    let session = desk.account.session();
    if press.asked == Some(asked(session)) {
        return None;
    }
    let saved_at = session.saved.map(|step| Asked { session: session.number, step });
    if press.action.verb == Verb::Save && press.asked.is_some() && press.asked == saved_at {
        let shown = desk.account.newest().map(|record| links::analysis(record.id));
        return Some(Outcome::below(Card::text("It is saved already.").with_buttons(shown.into_iter().collect())));
    }
    if !session.state.is_open() {
        return Some(Outcome::Gone(Gone::Control));
    }
    let said = "That button is from an earlier question. Here is the one we are at; your answers are kept.";
    Some(Outcome::Walk(Turn::new(Input::Repeat, Place::Below).said(said)))
}

/// What to say about a form of an earlier question, with what was typed into it; `None` where it is of this one.
pub(super) fn form(desk: &Desk, press: &Press, texts: &BTreeMap<String, String>) -> Option<Outcome> {
    let session = desk.account.session();
    if press.asked == Some(asked(session)) {
        return None;
    }
    let typed = typed(texts);
    let open = session.state.is_open();
    let mut said = "That form is from an earlier question, so nothing of it is taken.".to_owned();
    if open {
        said.push_str(" Here is the question we are at; your answers are kept.");
    }
    if typed.is_some() {
        said.push_str(" You had written:");
    }
    let blocks: Vec<Block> = std::iter::once(Block::Text(said)).chain(typed.map(Block::Copy)).collect();
    if !open {
        return Some(Outcome::below(Card::default().with_all(blocks)));
    }
    Some(Outcome::Walk(Turn { above: blocks, ..Turn::new(Input::Repeat, Place::Below) }))
}

/// What was typed into a form, without marks that are not text; `None` where nothing was.
fn typed(texts: &BTreeMap<String, String>) -> Option<String> {
    let lines: Vec<&str> = texts.values().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    let joined = lines.join("\n");
    let shown: String = echo::without_marks(&joined).chars().take(LONGEST).collect();
    (!shown.is_empty()).then_some(shown)
}
