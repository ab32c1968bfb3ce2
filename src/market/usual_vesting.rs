//! The schedule that stands where an offer tells of none: that of the company whose offers are read.

use super::vesting::{FILLERS, percentages_alone, read_even_schedule};
use super::{Companies, Schedule, ScheduleTextError};

/// Words that stand for Amazon's own schedule, or for none that differs.
const AMAZONS: [&str; 15] = [
    "none",
    "no",
    "nothing",
    "usual",
    "normal",
    "standard",
    "default",
    "regular",
    "same",
    "amazon",
    "amazons",
    "amazon usual",
    "amazons usual",
    "amazons standard",
    "amazons default",
];

impl Schedule {
    /// Amazon's on-hire schedule, as the company's data has it: 5 % at month 12, 15 % at 24, then 20 % at 30,
    /// 36, 42 and 48.
    pub fn amazon() -> Self {
        amazons().clone()
    }

    /// Whether it is the one that Amazon's offers carry.
    pub fn is_amazons(&self) -> bool {
        self == amazons()
    }
}

fn amazons() -> &'static Schedule {
    let vesting = Companies::asked_for().vesting.as_ref();
    vesting.and_then(|vesting| vesting.schedule.as_ref()).expect("a test reads the schedule in the data")
}

impl Default for Schedule {
    fn default() -> Self {
        Self::amazon()
    }
}

/// Reads yearly percentages, how often they vest, and whether there is a one-year cliff.
///
/// `25/25/25/25 quarterly`, `33, 33, 22, 12 monthly`, `25x4 yearly`, `25/25/25/25 monthly, 1-year
/// cliff`. `5/15/40/40` alone is Amazon's.
pub fn read_schedule(text: &str) -> Result<Schedule, ScheduleTextError> {
    match read_even_schedule(text) {
        Err(ScheduleTextError::HowOften) if percentages_alone(text) == Some(amazons().percentages()) => {
            Ok(Schedule::amazon())
        }
        read => read,
    }
}

/// As [`read_schedule`], where "usual", "Amazon's" and "none" mean Amazon's own.
pub fn read_amazon_schedule(text: &str) -> Result<Schedule, ScheduleTextError> {
    if says_amazons(text) { Ok(Schedule::amazon()) } else { read_schedule(text) }
}

/// Whether a text says Amazon's schedule by its name: `usual`, `Amazon's`, `none`.
fn says_amazons(text: &str) -> bool {
    let text: String = text.to_lowercase().chars().filter(|c| !matches!(c, '\'' | '’' | '.' | '!')).collect();
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ':' | '=' | ','))
        .filter(|word| !word.is_empty() && !FILLERS.contains(word) && *word != "one")
        .take(4)
        .collect();
    AMAZONS.contains(&words.join(" ").as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    #[track_caller]
    fn check(text: &str, summary: &str, vests: usize, first: u32) {
        let schedule = read_schedule(text).expect("a schedule");
        assert_eq!(schedule.summary(), summary, "{text}");
        assert_eq!(schedule.vests().len(), vests, "{text}");
        assert_eq!(schedule.first_month(), Some(first), "{text}");
    }

    #[test]
    fn reads_what_people_write() {
        check("25/25/25/25 quarterly", "25/25/25/25", 16, 3);
        check("33/33/22/12 monthly", "33/33/22/12", 48, 1);
        check("33%, 33%, 22%, 12% Monthly", "33/33/22/12", 48, 1);
        check("25x4 yearly", "25/25/25/25", 4, 12);
        check("25 × 4, annually", "25/25/25/25", 4, 12);
        check("25/25/25/25 every six months over 4 years", "25/25/25/25", 8, 6);
        check("25/25/25/25 quarterly, 1-year cliff", "25/25/25/25", 13, 12);
        check("25-25-25-25 monthly with a cliff", "25/25/25/25", 37, 12);
        check("25/25/25/25 quarterly, no cliff", "25/25/25/25", 16, 3);
        check("100 quarterly", "100/0/0/0", 4, 3);
        check("20/20/20/20/20 yearly", "20/20/20/20", 5, 12);
        check("33.3/33.3/33.4 quarterly", "33.3/33.3/33.4/0", 12, 3);
        check("0/50/50 yearly, 1 year cliff", "0/50/50/0", 2, 24);
        check("5/15/40/40", "5/15/40/40", 6, 12);
    }

    #[track_caller]
    fn refuse(text: &str, expected: &str) {
        assert_eq!(read_schedule(text).expect_err("no schedule").to_string(), expected, "{text}");
    }

    #[test]
    fn says_what_is_missing() {
        let none = "I see no percentages there; write one for each year, such as 25/25/25/25 quarterly";
        refuse("", none);
        refuse("quarterly", none);
        refuse(
            "25/25/25/25",
            "how often does it vest? Add monthly, quarterly, every six months or yearly: 33/33/22/12 monthly",
        );
        refuse(
            "25/25/25 quarterly",
            "the years add up to 75 % of the grant, not 100 %; give one percentage for each year",
        );
        refuse(
            "25/25/25/25 weekly",
            "I don't know \"weekly\" in a schedule; write it like 25/25/25/25 quarterly, 1-year cliff",
        );
        refuse("5x20 yearly", "that is more than ten years of vesting; give at most ten percentages");
        refuse(
            "99999999999999999999999999 yearly",
            "the years add up to 99999999999999999999999999 % of the grant, not 100 %; give one percentage for each year",
        );
    }

    #[test]
    fn amazons_own_has_names() {
        for text in ["usual", "Amazon's", "none", "the usual one", "vesting: Amazon's usual", "5/15/40/40", "Standard."]
        {
            assert_eq!(read_amazon_schedule(text), Ok(Schedule::amazon()), "{text}");
        }
        for text in ["", "usually monthly", "same as Google", "25/25/25/25", "amazon 25/25/25/25"] {
            assert!(read_amazon_schedule(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[0-9/x.% a-z,-]{0,40}") {
            if let Ok(schedule) = read_schedule(&text) {
                prop_assert_eq!(schedule.vests().iter().map(|vest| vest.share).sum::<Decimal>(), Decimal::ONE);
            }
        }

        #[test]
        fn no_text_panics_in_any_script(text in "\\PC{0,40}") {
            let _ = read_schedule(&text);
        }
    }
}
