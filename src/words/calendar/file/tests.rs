use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

use super::super::tests::{dated, with_terms};
use super::*;
use crate::analysis::calendar;
use crate::analysis::test_offers::{offer, offer_in_shares};
use crate::offer::{Offer, Payment, Repayment};

fn now() -> jiff::Timestamp {
    "2026-11-23T02:03:04Z".parse().expect("a moment")
}

#[test]
fn the_file_is_what_calendar_programs_read() {
    let one = Offer { start_date: None, ..dated(offer(200_000, 400_000, 0, 0)) };
    let file = calendar_file(&calendar(&one), OfferId(3), "Amazon L6, Seattle\r\nBEGIN:VALARM", now());
    assert!(file.lines().all(|line| !line.ends_with(' ')));
    insta::assert_snapshot!(file.replace("\r\n", "\n"), @r"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Counteroffer//Offer calendar//EN
    CALSCALE:GREGORIAN
    METHOD:PUBLISH
    X-WR-CALNAME:Amazon L6\, SeattleBEGIN:VALARM
    BEGIN:VEVENT
    CLASS:PRIVATE
    DESCRIPTION:Answer by the end of this day\, or ask for more time before it.
    DTSTAMP:20261123T020304Z
    DTSTART;VALUE=DATE:20261204
    SUMMARY:Amazon: last day to answer
    TRANSP:TRANSPARENT
    UID:offer-3-reply-by@counteroffer
    END:VEVENT
    END:VCALENDAR
    ");
}

/// What a reader of the file finds: UID, day, title and description of each event.
fn read_back(file: &str) -> Vec<[String; 4]> {
    use icalendar::Component as _;
    let parsed: icalendar::Calendar = file.parse().expect("a calendar");
    let of = |event: &icalendar::Event, key: &str| event.property_value(key).unwrap_or_default().to_owned();
    parsed.events().map(|event| ["UID", "DTSTART", "SUMMARY", "DESCRIPTION"].map(|key| of(event, key))).collect()
}

#[test]
fn titles_hold_no_amounts_and_events_are_private_all_day() {
    let file = calendar_file(&calendar(&with_terms(Payment::LumpSum, Repayment::Full)), OfferId(1), "Amazon", now());
    let events = read_back(&file);
    assert_eq!(events.len(), 13);
    assert!(events.iter().all(|[_, _, title, _]| !title.contains('$')));
    assert!(events.iter().any(|[_, _, _, detail]| detail.contains("$90,000")));
    assert_eq!(file.matches("DTSTART;VALUE=DATE:").count(), 13);
    assert_eq!(file.matches("CLASS:PRIVATE").count(), 13);
    assert_eq!(file.matches("DTSTAMP:20261123T020304Z").count(), 13);
}

proptest! {
    #[test]
    fn the_file_reads_back_as_the_calendar(
        base in 0i64..500_000, shares in 0u32..50_000, price in 1i64..2_000, one in 0i64..400_000, two in 0i64..400_000,
        day in 0i32..4_000, name in "\\PC{0,80}",
    ) {
        let start = date(2026, 1, 1).saturating_add(day.days());
        let offer = Offer { start_date: Some(start), ..offer_in_shares(base, shares, price, one, two) };
        let calendar = calendar(&offer);
        let file = calendar_file(&calendar, OfferId(7), &name, now());
        // 75 octets and the space that marks a continuation.
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 76 && !line.contains('\n')), "{}", file);
        let expected: Vec<[String; 4]> = calendar
            .events
            .iter()
            .map(|event| {
                let uid = format!("offer-7-{}@counteroffer", event.key());
                [uid, event.date.strftime("%Y%m%d").to_string(), title_among_others(event), event_detail(event)]
            })
            .collect();
        prop_assert_eq!(read_back(&file), expected);
    }
}
