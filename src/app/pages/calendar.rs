//! `/calendar`: the dates of an offer as a list in the reader's own time zone, and as a file.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::analysis::{CalendarEvent, CalendarGap, calendar};
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::outcome::Outcome;
use crate::offer::{Field, OfferRecord};
use crate::playbook::Done;
use crate::reply::{Block, Button, Card, File};
use crate::words;
use crate::words::answers::grouped;

/// Dates on the card; the file holds all of them.
const MOST_SHOWN: usize = 12;

/// `/calendar [offer]`.
pub(crate) fn show(desk: &Desk, record: &OfferRecord) -> Outcome {
    Outcome::here(card(record, desk.now)).did(record.id, Done::CalendarShown)
}

fn card(record: &OfferRecord, now: Timestamp) -> Card {
    let calendar = calendar(&record.offer);
    let today = TimeZone::UTC.to_datetime(now).date();
    let ahead: Vec<&CalendarEvent> = calendar.events.iter().filter(|event| event.date >= today).collect();
    let no_start = record.offer.start_date.is_none();
    let mut card = Card::titled(format!("Calendar: {}", record.name));
    card = card.with(Block::Lead(lead(no_start, ahead.len(), calendar.events.len())));
    for event in ahead.iter().take(MOST_SHOWN) {
        card = card.with(moment(event));
    }
    // What to do without a start date stands in the lead, with a button.
    let gaps = calendar.gaps.iter().filter(|gap| **gap != CalendarGap::NoStartDate);
    let notes: Vec<String> = gaps.map(|gap| words::calendar_gap(*gap).to_owned()).collect();
    if !notes.is_empty() {
        card = card.with(Block::Bullets(notes));
    }
    if !calendar.events.is_empty() {
        card.files.push(File {
            name: format!("amazon-offer-{}.ics", record.id),
            content: words::calendar_file(&calendar, record.id, &record.name, now).into_bytes(),
            description: match calendar.events.len() {
                1 => "1 date of the offer, for a calendar program".to_owned(),
                several => format!("{several} dates of the offer, for a calendar program"),
            },
        });
        card = card.with_small(
            "The file holds every date; open it with your calendar. Its titles name no amounts, its details do.",
        );
    }
    let mut buttons = Vec::new();
    if no_start {
        buttons.push(Button::primary("Set the start date", links::edit_field(Field::StartDate, record.id)));
    }
    buttons.push(links::analysis(record.id));
    card.with_buttons(buttons)
}

fn lead(no_start: bool, ahead: usize, all: usize) -> String {
    if no_start {
        return "I don't know your first day yet, so vests and payments have no date. Set it, and each gets one."
            .into();
    }
    match ahead {
        0 => "All dates of this offer have passed.".into(),
        1 => "One date lies ahead.".into(),
        count if count > MOST_SHOWN => {
            format!("{count} dates lie ahead. Here are the next {MOST_SHOWN}; all {all} are in the file.")
        }
        count => format!("{count} dates lie ahead."),
    }
}

fn moment(event: &CalendarEvent) -> Block {
    let title = words::capitalised(&words::event_title(event));
    let after = match (event.amount(), event.shares()) {
        (Some(amount), Some(shares)) => {
            format!(", {amount} for {} shares", grouped(shares))
        }
        (Some(amount), None) => format!(", {amount}"),
        (None, _) => String::new(),
    };
    Block::Moment { before: format!("{title}: "), unix: noon(event.date), after }
}

/// Noon UTC, which is the same day from Hawaii to Japan.
fn noon(day: Date) -> i64 {
    TimeZone::UTC.to_timestamp(day.at(12, 0, 0, 0)).map_or(0, Timestamp::as_second)
}
