//! Replies that come twice running: the second says so.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::app::desk::Desk;
use crate::app::outcome::{Outcome, Page, Place, Turn};
use crate::app::pages::about;
use crate::reply::Card;
use crate::session::Input;

/// A page that comes twice running says so.
pub(super) fn twice(desk: &mut Desk, outcome: Outcome) -> Outcome {
    let outcome = match outcome {
        // What needs an offer first begins the walkthrough, and says so once.
        Outcome::Need(ref purpose) => {
            let times = desk.account.talked_mut().show(purpose.command.name());
            let Some(block) = about::same_page(desk, times) else { return outcome };
            let mut turn = Turn::new(Input::Begin, Place::Below);
            turn.above.push(block);
            return Outcome::Walk(turn);
        }
        other => other,
    };
    let Outcome::Page(mut page) = outcome else { return outcome };
    let times = desk.account.talked_mut().show(&mark(&page.card));
    if let Some(block) = about::same_page(desk, times) {
        page.card.blocks.insert(0, block);
    }
    Outcome::Page(page)
}

fn mark(card: &Card) -> String {
    let mut mark = DefaultHasher::new();
    format!("{:?}{:?}", card.title, card.blocks).hash(&mut mark);
    format!("{PAGE}{:016x}", mark.finish())
}

/// What the mark of a page begins with, apart from what else is noted as said.
const PAGE: &str = "page ";

/// Whether what was said last is a page of the walkthrough itself.
pub(super) fn is_page(said: &str) -> bool {
    said.starts_with(PAGE)
}

/// A page of the walkthrough; where it is the same as the last one, with something useful above.
pub(super) fn once(desk: &mut Desk, mut page: Page) -> Outcome {
    let times = desk.account.talked_mut().say(&mark(&page.card));
    if let Some(block) = about::same_again(desk, times) {
        page.card.blocks.insert(0, block);
    }
    Outcome::Page(page)
}
