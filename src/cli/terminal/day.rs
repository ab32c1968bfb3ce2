//! A moment as a person reads it: its day, and how far off that is.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day of a moment with how far off it is: `Friday, December 4, 2026 (in 8 days)`.
pub(super) fn day(unix: i64, now: Timestamp, zone: &TimeZone) -> String {
    let Ok(moment) = Timestamp::from_second(unix) else { return "a day that no calendar has".into() };
    let on = |moment| zone.to_datetime(moment).date();
    let day = on(moment);
    format!("{} ({})", day.strftime("%A, %B %-d, %Y"), far(day, on(now)))
}

/// How far off a day is: in days up to two months, then in months, then in years.
fn far(day: Date, today: Date) -> String {
    let days = (day - today).get_days();
    let (count, unit) = match days.abs() {
        0 => return "today".into(),
        1 if days > 0 => return "tomorrow".into(),
        1 => return "yesterday".into(),
        days @ 2..60 => (days, "days"),
        days @ 60..730 => ((days + 15) / 30, "months"),
        days => ((days + 182) / 365, "years"),
    };
    if days > 0 { format!("in {count} {unit}") } else { format!("{count} {unit} ago") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_said_in_full() {
        let now: Timestamp = "2026-11-26T22:30:00Z".parse().expect("a moment");
        let noon = |text: &str| text.parse::<Timestamp>().expect("a moment").as_second();
        let check = |moment: &str, zone: &TimeZone, expected: &str| assert_eq!(day(noon(moment), now, zone), expected);
        check("2026-12-04T12:00:00Z", &TimeZone::UTC, "Friday, December 4, 2026 (in 8 days)");
        check("2026-11-27T12:00:00Z", &TimeZone::UTC, "Friday, November 27, 2026 (tomorrow)");
        let west = TimeZone::fixed(jiff::tz::offset(-8));
        // The end of a day in the west is the next day's morning at Greenwich: whose day it is, the reader's zone says.
        check("2026-11-28T07:59:59Z", &west, "Friday, November 27, 2026 (tomorrow)");
        check("2026-11-26T12:00:00Z", &west, "Thursday, November 26, 2026 (today)");
        assert_eq!(day(i64::MAX, now, &west), "a day that no calendar has");
    }

    #[test]
    fn how_far_off_a_day_is() {
        let today = date(2026, 11, 26);
        for (day, expected) in [
            (date(2026, 11, 26), "today"),
            (date(2026, 11, 27), "tomorrow"),
            (date(2026, 11, 25), "yesterday"),
            (date(2026, 11, 28), "in 2 days"),
            (date(2026, 11, 20), "6 days ago"),
            (date(2027, 1, 24), "in 59 days"),
            (date(2027, 1, 25), "in 2 months"),
            (date(2028, 11, 1), "in 24 months"),
            (date(2029, 1, 4), "in 2 years"),
            (date(2024, 1, 4), "3 years ago"),
        ] {
            assert_eq!(far(day, today), expected, "{day}");
        }
    }
}
