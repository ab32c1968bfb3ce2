//! A vesting schedule as people write it: `33/33/22/12 monthly`, read and written.

use rust_decimal::Decimal;

use super::{Schedule, ScheduleError};

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

const FILLERS: [&str; 11] = ["vesting", "vests", "vest", "schedule", "with", "and", "a", "it", "is", "the", "my"];

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
    Ok(if cliff { schedule.with_year_cliff() } else { schedule })
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

impl Schedule {
    /// `5/15/40/40` for Amazon's, else its years and how often it vests: `25/25/25/25 quarterly,
    /// 1-year cliff`. [`read_schedule`] reads it back, but for vests that no such words can tell.
    pub fn words(&self) -> String {
        let years = self.percentages();
        let shares: Vec<String> = years.iter().map(|share| share.normalize().to_string()).collect();
        let shares = shares.join("/");
        if *self == Self::amazon() {
            return shares;
        }
        for (every, words) in [(12, "yearly"), (6, "every six months"), (3, "quarterly"), (1, "monthly")] {
            match Self::by_year(&years, every) {
                Ok(even) if even == *self => return format!("{shares} {words}"),
                Ok(even) if even.with_year_cliff() == *self => return format!("{shares} {words}, 1-year cliff"),
                _ => {}
            }
        }
        format!("{shares} in {} vests", self.vests().len())
    }

    /// The percentage of the grant in each year up to the last vest.
    fn percentages(&self) -> Vec<Decimal> {
        let mut years: Vec<Decimal> = Vec::new();
        for vest in self.vests() {
            let year = (vest.month.saturating_sub(1) / 12) as usize;
            years.resize(years.len().max(year + 1), Decimal::ZERO);
            years[year] += vest.share * Decimal::ONE_HUNDRED;
        }
        years
    }
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

    #[test]
    fn a_schedule_is_written_as_it_is_read() {
        for text in [
            "5/15/40/40",
            "25/25/25/25 quarterly",
            "25/25/25/25 quarterly, 1-year cliff",
            "33/33/22/12 monthly",
            "20/20/20/20/20 yearly",
            "0/50/50 every six months",
            "100 quarterly",
        ] {
            assert_eq!(read_schedule(text).expect("a schedule").words(), text);
        }
        let share = |share: i64| Decimal::new(share, 2);
        let vests = [(7, 40), (8, 60)].map(|(month, of)| super::super::Vest { month, share: share(of) });
        assert_eq!(Schedule::new(vests.to_vec()).expect("whole").words(), "100 in 2 vests");
    }

    proptest! {
        #[test]
        fn written_schedules_read_back(first in 0u32..=100, second in 0u32..=100, every in 0usize..4, cliff: bool) {
            let second = second.min(100 - first);
            let years = [first, second, 100 - first - second].map(Decimal::from);
            let even = Schedule::by_year(&years, [1, 3, 6, 12][every]).expect("adds up");
            let schedule = if cliff { even.with_year_cliff() } else { even };
            prop_assert_eq!(read_schedule(&schedule.words()), Ok(schedule));
        }

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
