//! The opening ask and the ladder down from it, as a page.
//!
//! The lines to copy go to the employer: never the walk-away number, and no word about what
//! the lowest step means.

use super::back;
use crate::app::links;
use crate::app::material::WorkedOut;
use crate::app::words::figures::{OUT_OF_REACH, exact_short};
use crate::counter::Plan;
use crate::offer::OfferRecord;
use crate::reply::{Block, Card, Table};
use crate::words;

/// The opening ask, and how to give way from it.
pub(super) fn card(record: &OfferRecord, worked_out: &WorkedOut) -> Card {
    let plan = worked_out.plan();
    let opening = &plan.opening;
    let mut card = Card::titled("Opening ask and ladder");
    if !opening.increase.is_positive() {
        return card
            .with(Block::Lead("There is nothing to open with: the plan asks for what is offered.".into()))
            .with_buttons(vec![back(record), links::analysis(record.id)]);
    }
    let room = opening.four_year_total - plan.target_total;
    let why = if room.is_positive() {
        format!("It is {} above your target, so that you have something to give.", room.short())
    } else {
        "The limits allow no more, so there is little to give away.".into()
    };
    card = card.with(Block::Lead(format!(
        "Open with {}: {} more than offered over four years. {why}",
        words::changes(&plan.offered.ask, &opening.ask),
        opening.increase.short()
    )));
    if plan.walk_away_out_of_reach {
        let [opening_line, ..] = words::ladder_lines(plan);
        card = card.with(Block::Text(OUT_OF_REACH.into())).with(Block::Heading("What to say".into()));
        card = card.with(Block::Copy(opening_line));
        return card.with_buttons(vec![back(record), links::analysis(record.id)]);
    }
    card = card.with(Block::Table(ladder_table(plan)));
    card = card.with(Block::Text(
        "Go down one step only when they have moved, and only as far as you need. What to say on each:".into(),
    ));
    for ((number, step), line) in (1..).zip(STEPS).zip(words::ladder_lines(plan)) {
        card = card.with(Block::Heading(format!("{number}. {step}"))).with(Block::Copy(line));
    }
    let floor = match record.offer.walk_away {
        Some(least) if least > plan.offered.four_year_total => {
            "Step 5 is the least you told me you would take. Only you see that; no line above says it."
        }
        _ => "Step 5 is the offer as it stands.",
    };
    card.with_buttons(vec![back(record), links::analysis(record.id)]).with_small(floor)
}

/// What each step of the ladder is.
const STEPS: [&str; 5] = ["Open", "First step down", "The middle", "One more", "The last"];

fn ladder_table(plan: &Plan) -> Table {
    let rows = plan.ladder.iter().enumerate().map(|(index, rung)| {
        let ask = rung.ask;
        let amounts = [ask.base, ask.sign_on.total(), ask.grant];
        let cells = amounts.map(|amount| exact_short([amount]).concat()).into_iter();
        let cells = cells.chain([rung.four_year_total.bare_short()]);
        std::iter::once((index + 1).to_string()).chain(cells).collect()
    });
    Table { header: ["", "Base", "Sign-on", "Stock", "4 yrs"].map(str::to_owned).to_vec(), rows: rows.collect() }
}
