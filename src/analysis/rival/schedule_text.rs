//! Reads a vesting schedule as people write it: `33/33/22/12 monthly`.

use rust_decimal::Decimal;

use crate::offer::{Schedule, ScheduleError, Vest};

/// Why a text is no vesting schedule: a sentence for the user.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScheduleTextError {
    /// No number in it.
    #[error("I see no percentages there; write one for each year, such as 25/25/25/25 quarterly")]
    NoPercentages,
    /// No word for how often.
    #[error("how often does it vest? Add monthly, quarterly, every six months or yearly: 33/33/22/12 monthly")]
    HowOften,
    /// A word that is not known.
    #[error("I don't know \"{0}\" in a schedule; write it like 25/25/25/25 quarterly, 1-year cliff")]
    UnknownWord(String),
    /// The years are not the whole grant.
    #[error("the years add up to {0} % of the grant, not 100 %; give one percentage for each year")]
    NotWhole(Decimal),
    /// Longer than a schedule can be.
    #[error("that is more than ten years of vesting; give at most ten percentages")]
    TooLong,
}

/// Phrases for how often, with the months between vests. Longer phrases before their parts.
const HOW_OFTEN: [(&str, u32); 22] = [
    ("semi-annually", 6),
    ("semi-annual", 6),
    ("semiannually", 6),
    ("semiannual", 6),
    ("half-yearly", 6),
    ("every six months", 6),
    ("every 6 months", 6),
    ("twice a year", 6),
    ("every three months", 3),
    ("every 3 months", 3),
    ("every quarter", 3),
    ("each quarter", 3),
    ("quarterly", 3),
    ("every month", 1),
    ("each month", 1),
    ("monthly", 1),
    ("annually", 12),
    ("annual", 12),
    ("every year", 12),
    ("once a year", 12),
    ("each year", 12),
    ("yearly", 12),
];

const NO_CLIFF: [&str; 3] = ["without a cliff", "without cliff", "no cliff"];

const YEAR_CLIFF: [&str; 8] = [
    "1-year cliff",
    "1 year cliff",
    "one-year cliff",
    "one year cliff",
    "12-month cliff",
    "12 month cliff",
    "twelve-month cliff",
    "cliff",
];

const FILLERS: [&str; 6] = ["vesting", "vests", "vest", "with", "and", "a"];

/// Reads yearly percentages, how often they vest, and whether there is a one-year cliff.
///
/// `25/25/25/25 quarterly`, `33, 33, 22, 12 monthly`, `25x4 yearly`, `25/25/25/25 monthly, 1-year
/// cliff`. `5/15/40/40` alone is Amazon's.
pub fn read_schedule(text: &str) -> Result<Schedule, ScheduleTextError> {
    let mut rest: String = text.to_lowercase();
    if !rest.chars().any(|c| c.is_ascii_digit()) {
        return Err(ScheduleTextError::NoPercentages);
    }
    let no_cliff = NO_CLIFF.iter().any(|phrase| take(&mut rest, phrase));
    let cliff = !no_cliff && YEAR_CLIFF.iter().any(|phrase| take(&mut rest, phrase));
    take_length(&mut rest);
    let every = HOW_OFTEN.iter().find(|(phrase, _)| take(&mut rest, phrase)).map(|(_, months)| *months);
    let percentages = read_percentages(&rest.replace(" × ", "×").replace(" x ", "x"))?;
    let Some(every) = every else {
        return if percentages == [5, 15, 40, 40].map(Decimal::from) {
            Ok(Schedule::amazon())
        } else {
            Err(ScheduleTextError::HowOften)
        };
    };
    let schedule = Schedule::by_year(&percentages, every).map_err(|error| match error {
        ScheduleError::NotWhole(whole) => ScheduleTextError::NotWhole(whole),
        ScheduleError::OutOfOrder | ScheduleError::Negative => ScheduleTextError::TooLong,
    })?;
    Ok(if cliff { with_cliff(&schedule) } else { schedule })
}

/// Removes a phrase; says whether it was there.
fn take(text: &mut String, phrase: &str) -> bool {
    let Some(start) = text.find(phrase) else {
        return false;
    };
    text.replace_range(start..start + phrase.len(), " ");
    true
}

/// Removes `over 4 years` and the like, which the count of percentages says already.
fn take_length(text: &mut String) {
    let counts = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "one", "two", "three", "four", "five", "six"];
    for count in counts {
        take(text, &format!("over {count} years"));
    }
}

fn read_percentages(text: &str) -> Result<Vec<Decimal>, ScheduleTextError> {
    let mut percentages = Vec::new();
    let tokens = text.split(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | ';' | '-' | '–' | '%' | '+' | ':'));
    for token in tokens.map(|token| token.trim_matches(['.', '(', ')'])).filter(|token| !token.is_empty()) {
        if FILLERS.contains(&token) {
            continue;
        }
        let (one, times) = match token.split_once(['x', '×', '*']) {
            Some((one, times)) if !one.is_empty() => (one, times),
            _ => (token, "1"),
        };
        let unknown = || ScheduleTextError::UnknownWord(token.chars().take(30).collect());
        let one: Decimal = one.parse().map_err(|_| unknown())?;
        let times: usize = times.parse().map_err(|_| unknown())?;
        if one > Decimal::ONE_HUNDRED {
            return Err(ScheduleTextError::NotWhole(one.normalize()));
        }
        if percentages.len().saturating_add(times) > 10 {
            return Err(ScheduleTextError::TooLong);
        }
        percentages.extend(std::iter::repeat_n(one, times));
    }
    if percentages.is_empty() {
        return Err(ScheduleTextError::NoPercentages);
    }
    Ok(percentages)
}

/// The same schedule with all of the first year at month 12.
fn with_cliff(schedule: &Schedule) -> Schedule {
    let first: Decimal = schedule.vests().iter().filter(|vest| vest.month <= 12).map(|vest| vest.share).sum();
    let rest = schedule.vests().iter().copied().filter(|vest| vest.month > 12);
    let vests: Vec<Vest> =
        std::iter::once(Vest { month: 12, share: first }).filter(|vest| !vest.share.is_zero()).chain(rest).collect();
    // The same shares in rising months: this can only be a schedule again.
    Schedule::new(vests).unwrap_or_else(|_| schedule.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
