//! `/case`: why the offer should move, on one page. The questions behind it are a
//! conversation of their own; what they collect is kept with the offer and reused.

use super::{outcome, show};
use crate::app::account::Purpose;
use crate::app::command::{Command, Options};
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::outcome::{NotThere, Outcome, Place, Turn};
use crate::app::words::{competition, refusals};
use crate::offer::{OfferId, OfferRecord};
use crate::playbook::Variant;
use crate::reply::{Action, Block, Button, Card, Press, Verb};
use crate::session::{CaseQuestion, Input};
use crate::words;

/// The entry of the catalogue that is the page.
const ENTRY: &str = "case";
/// Subject of the button that asks the questions.
const ASK: &str = "ask";
/// Subject of the button that shows lines to add.
const LINES: &str = "lines";

/// `/case [offer]`: the page where there is something for it, else the questions.
pub(crate) fn command(desk: &Desk, options: &Options) -> Outcome {
    match desk.named(options.get("offer")) {
        Ok(id) => desk.of(id, |record| open(desk, record)),
        Err(NotThere::NoOffer) => Outcome::Need(Purpose { command: Command::Case, options: Options::default() }),
        Err(instead) => instead.into(),
    }
}

fn open(desk: &Desk, record: &OfferRecord) -> Outcome {
    if desk.account.session().state.case().is_some_and(|talk| talk.offer == record.id) {
        return Outcome::Walk(Turn::new(Input::Again, Place::Below));
    }
    let known = CaseQuestion::ALL.iter().any(|question| record.facts.get(question.fact()).is_some());
    if known { show(desk, ENTRY, record.id, Variant::Normal) } else { begin(record) }
}

/// The first question of the case.
fn begin(record: &OfferRecord) -> Outcome {
    let input = Input::Case { offer: record.id, facts: record.facts.clone() };
    Outcome::Walk(Turn::new(input, Place::Below).said(
        "A few questions, all of them optional, and each answer is kept for your scripts too. The market and your figures \
         I have already.",
    ))
}

/// The page once the questions are through, below what was said last.
pub(crate) fn finished(desk: &Desk, id: OfferId, said: Vec<Block>) -> Outcome {
    outcome(desk, ENTRY, id, Variant::Normal, said)
}

/// A press of one of the page's buttons, or of the button that leads to it.
pub(crate) fn pressed(desk: &Desk, record: &OfferRecord, subject: &str) -> Outcome {
    match subject {
        ASK => begin(record),
        LINES => Outcome::below(lines_card(desk, record)),
        _ => open(desk, record),
    }
}

/// What stands around the page: what would make it stronger, and where to go from it.
pub(super) fn around(card: Card, record: &OfferRecord) -> Card {
    let press = |subject| Press::always(Action::on_offer(Verb::Case, subject, record.id));
    let mut missing: Vec<String> = CaseQuestion::ALL
        .iter()
        .map(|question| question.fact())
        .filter(|fact| record.facts.get(*fact).is_none())
        .map(|fact| words::fact_label(fact).to_lowercase())
        .collect();
    if record.offer.left_behind.is_none() {
        missing.push("unvested pay you leave behind (/offer edit)".into());
    }
    let card = card.with_buttons(vec![
        Button::new("Lines to add", press(LINES)),
        Button::new("Go through the questions", press(ASK)),
    ]);
    if missing.is_empty() { card } else { card.with_small(format!("Not in it yet: {}.", missing.join("; "))) }
}

fn lines_card(desk: &Desk, record: &OfferRecord) -> Card {
    let blocks = match competition::lines(desk, &desk.work_out(record)) {
        Ok(blocks) => blocks,
        Err(error) => return refusals::my_mistake(&error),
    };
    Card::titled("Lines to add").with_all(blocks).with_buttons(vec![
        Button::primary("Your case", links::of_offer(Verb::Case, record.id)),
        Button::new("Edit the offer", links::of_offer(Verb::Edit, record.id)),
    ])
}
