//! A calendar as an iCalendar file (RFC 5545) for any calendar program.

use icalendar::{Component, Event, Property};
use jiff::Timestamp;

use super::{event_detail, title_among_others};
use crate::analysis::Calendar;
use crate::offer::OfferId;

/// The text of an `.ics` file: all-day events whose titles hold no amounts (those are in
/// the descriptions), marked private and as free time. An event keeps its UID from file to
/// file, so that a newer file moves it instead of adding a second one.
pub fn calendar_file(calendar: &Calendar, offer: OfferId, name: &str, now: Timestamp) -> String {
    let mut file = icalendar::Calendar::empty();
    file.append_property(("VERSION", "2.0"));
    file.append_property(("PRODID", "-//Counteroffer//Offer calendar//EN"));
    file.append_property(("CALSCALE", "GREGORIAN"));
    file.append_property(("METHOD", "PUBLISH"));
    // A name is one line, whatever was typed.
    let name: String = name.chars().filter(|letter| !letter.is_control()).collect();
    file.append_property(("X-WR-CALNAME", name.as_str()));
    let stamp = now.strftime("%Y%m%dT%H%M%SZ").to_string();
    for event in &calendar.events {
        let day = Property::new("DTSTART", event.date.strftime("%Y%m%d").to_string())
            .append_parameter(("VALUE", "DATE"))
            .done();
        let mut entry = Event::with_uid(&format!("offer-{offer}-{}@counteroffer", event.key()));
        entry
            .add_property("DTSTAMP", stamp.as_str())
            .append_property(day)
            .summary(&title_among_others(event))
            .description(&event_detail(event))
            .add_property("TRANSP", "TRANSPARENT")
            .add_property("CLASS", "PRIVATE");
        file.push(entry.done());
    }
    file.to_string()
}

#[cfg(test)]
mod tests;
