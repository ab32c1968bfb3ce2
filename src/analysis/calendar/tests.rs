use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::analysis::test_offers::{offer, offer_in_shares};
use crate::offer::OfferId;

fn dated(offer: Offer) -> Offer {
    Offer { start_date: Some(date(2027, 1, 31)), reply_by: Some(date(2026, 12, 4)), ..offer }
}

fn with_terms(payment: Payment, repayment: Repayment) -> Offer {
    Offer {
        sign_on_terms: Some(SignOnTerms { payment, repayment }),
        ..dated(offer_in_shares(200_000, 2_201, 180, 90_000, 60_000))
    }
}

fn list(offer: &Offer) -> String {
    let calendar = calendar(offer);
    let lines = calendar.events.iter().map(|event| format!("{} {}: {}", event.date, event.title, event.detail));
    lines.chain(calendar.notes.iter().map(|note| (*note).to_owned())).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_lump_sum_with_repayment() {
    insta::assert_snapshot!(list(&with_terms(Payment::LumpSum, Repayment::ProRata)), @r"
    2026-12-04 Amazon: last day to answer: Answer by the end of this day, or ask for more time before it.
    2027-01-31 Amazon: first day: Base pay of $200,000 a year begins.
    2027-01-31 Amazon: sign-on of year 1: $90,000 before tax, in one sum.
    2028-01-31 Amazon: sign-on of year 1 is yours to keep: From this day nothing of the $90,000 is owed back if you leave.
    2028-01-31 Amazon: sign-on of year 2: $60,000 before tax, in one sum.
    2028-01-31 Amazon: vest 1 of 6: about 110 shares, 5 % of the grant: $19,800 at $180 a share. Its value that day is taxed as pay.
    2029-01-31 Amazon: sign-on of year 2 is yours to keep: From this day nothing of the $60,000 is owed back if you leave.
    2029-01-31 Amazon: sign-on has ended: From here on base and stock alone are paid.
    2029-01-31 Amazon: vest 2 of 6: about 330 shares, 15 % of the grant: $59,400 at $180 a share. Its value that day is taxed as pay.
    2029-07-31 Amazon: vest 3 of 6: about 440 shares, 20 % of the grant: $79,200 at $180 a share. Its value that day is taxed as pay.
    2030-01-31 Amazon: vest 4 of 6: about 440 shares, 20 % of the grant: $79,200 at $180 a share. Its value that day is taxed as pay.
    2030-07-31 Amazon: vest 5 of 6: about 440 shares, 20 % of the grant: $79,200 at $180 a share. Its value that day is taxed as pay.
    2031-01-31 Amazon: vest 6 of 6: 441 shares, 20 % of the grant: $79,380 at $180 a share. Its value that day is taxed as pay.
    ");
}

#[test]
fn a_monthly_sign_on_has_no_repayment() {
    insta::assert_snapshot!(list(&with_terms(Payment::Monthly, Repayment::ProRata)), @r"
    2026-12-04 Amazon: last day to answer: Answer by the end of this day, or ask for more time before it.
    2027-01-31 Amazon: first day: Base pay of $200,000 a year begins.
    2027-01-31 Amazon: monthly sign-on of year 1 begins: $7,500 a month before tax for 12 months, $90,000 in all; it stops if you leave.
    2028-01-31 Amazon: monthly sign-on of year 2 begins: $5,000 a month before tax for 12 months, $60,000 in all; it stops if you leave.
    2028-01-31 Amazon: vest 1 of 6: about 110 shares, 5 % of the grant: $19,800 at $180 a share. Its value that day is taxed as pay.
    2029-01-31 Amazon: sign-on has ended: From here on base and stock alone are paid.
    2029-01-31 Amazon: vest 2 of 6: about 330 shares, 15 % of the grant: $59,400 at $180 a share. Its value that day is taxed as pay.
    2029-07-31 Amazon: vest 3 of 6: about 440 shares, 20 % of the grant: $79,200 at $180 a share. Its value that day is taxed as pay.
    2030-01-31 Amazon: vest 4 of 6: about 440 shares, 20 % of the grant: $79,200 at $180 a share. Its value that day is taxed as pay.
    2030-07-31 Amazon: vest 5 of 6: about 440 shares, 20 % of the grant: $79,200 at $180 a share. Its value that day is taxed as pay.
    2031-01-31 Amazon: vest 6 of 6: 441 shares, 20 % of the grant: $79,380 at $180 a share. Its value that day is taxed as pay.
    ");
    let keys = |repayment| {
        let calendar = calendar(&with_terms(Payment::Monthly, repayment));
        calendar.events.iter().filter(|event| event.kind == EventKind::RepaymentEnds).count()
    };
    assert_eq!((keys(Repayment::Nothing), keys(Repayment::Full)), (0, 2));
}

#[test]
fn what_is_not_known_is_said() {
    insta::assert_snapshot!(list(&dated(offer(200_000, 400_000, 90_000, 0))), @r"
    2026-12-04 Amazon: last day to answer: Answer by the end of this day, or ask for more time before it.
    2027-01-31 Amazon: first day: Base pay of $200,000 a year begins.
    2027-01-31 Amazon: sign-on of year 1: $90,000 before tax; ask whether it comes in one sum or monthly.
    2028-01-31 Amazon: sign-on has ended: From here on base and stock alone are paid.
    2028-01-31 Amazon: vest 1 of 6: $20,000, 5 % of the grant, at the price it was granted at. Its value that day is taxed as pay.
    2029-01-31 Amazon: vest 2 of 6: $60,000, 15 % of the grant, at the price it was granted at. Its value that day is taxed as pay.
    2029-07-31 Amazon: vest 3 of 6: $80,000, 20 % of the grant, at the price it was granted at. Its value that day is taxed as pay.
    2030-01-31 Amazon: vest 4 of 6: $80,000, 20 % of the grant, at the price it was granted at. Its value that day is taxed as pay.
    2030-07-31 Amazon: vest 5 of 6: $80,000, 20 % of the grant, at the price it was granted at. Its value that day is taxed as pay.
    2031-01-31 Amazon: vest 6 of 6: $80,000, 20 % of the grant, at the price it was granted at. Its value that day is taxed as pay.
    How the sign-on is paid and repaid isn't known, so it stands at the start of its year and no end of repayment is in here; ask, and set it with /offer edit.
    ");
    let undated = Offer { start_date: None, ..dated(offer(200_000, 400_000, 90_000, 0)) };
    insta::assert_snapshot!(list(&undated), @r"
    2026-12-04 Amazon: last day to answer: Answer by the end of this day, or ask for more time before it.
    There is no start date yet, so vests and payments have no day; set it with /offer edit.
    ");
    insta::assert_snapshot!(list(&offer(200_000, 400_000, 0, 0)), @"There is no start date yet, so vests and payments have no day; set it with /offer edit.");
}

#[track_caller]
fn check_months_after(start: Date, months: u32, expected: Date) {
    assert_eq!(months_after(start, months), expected);
}

#[test]
fn a_day_that_a_month_lacks_is_its_last() {
    check_months_after(date(2027, 1, 31), 1, date(2027, 2, 28));
    check_months_after(date(2027, 8, 31), 30, date(2030, 2, 28));
    check_months_after(date(2028, 2, 29), 12, date(2029, 2, 28));
    check_months_after(date(2028, 2, 29), 48, date(2032, 2, 29));
    check_months_after(date(9999, 6, 1), 12, Date::MAX);
}

fn now() -> jiff::Timestamp {
    "2026-11-23T02:03:04Z".parse().expect("a moment")
}

#[test]
fn the_file_is_what_calendar_programs_read() {
    let one = Offer { start_date: None, ..dated(offer(200_000, 400_000, 0, 0)) };
    let file = calendar(&one).to_ics(OfferId(3), "Amazon L6, Seattle\r\nBEGIN:VALARM", now());
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
    let file = calendar(&with_terms(Payment::LumpSum, Repayment::Full)).to_ics(OfferId(1), "Amazon", now());
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
        let file = calendar.to_ics(OfferId(7), &name, now());
        // 75 octets and the space that marks a continuation.
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 76 && !line.contains('\n')), "{}", file);
        let expected: Vec<[String; 4]> = calendar
            .events
            .iter()
            .map(|event| {
                let uid = format!("offer-7-{}@counteroffer", event.key);
                [uid, event.date.strftime("%Y%m%d").to_string(), event.title.clone(), event.detail.clone()]
            })
            .collect();
        prop_assert_eq!(read_back(&file), expected);
    }

    #[test]
    fn vests_complete_the_grant_and_days_rise(shares in 1u32..1_000_000, price in 1i64..2_000, day in 0i32..4_000) {
        let start = date(2026, 1, 1).saturating_add(day.days());
        let offer = Offer { start_date: Some(start), ..offer_in_shares(1, shares, price, 0, 0) };
        let calendar = calendar(&offer);
        let vests: Vec<&CalendarEvent> =
            calendar.events.iter().filter(|event| event.kind == EventKind::Vest).collect();
        prop_assert_eq!(vests.iter().filter_map(|vest| vest.shares).sum::<u32>(), shares);
        prop_assert_eq!(vests.iter().filter_map(|vest| vest.amount).sum::<Money>(), offer.grant.value());
        prop_assert!(calendar.events.windows(2).all(|pair| pair[0].date <= pair[1].date));
        let keys: std::collections::BTreeSet<&str> = calendar.events.iter().map(|event| &*event.key).collect();
        prop_assert_eq!(keys.len(), calendar.events.len());
    }
}
