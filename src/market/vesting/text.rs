//! A vesting schedule as people write it, read: `33/33/22/12 monthly`; and how one is paid out.

use rust_decimal::Decimal;

use super::{Schedule, ScheduleError};
use crate::echo::Echo;

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
    UnknownWord(Echo),
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

pub(in crate::market) const FILLERS: [&str; 11] =
    ["vesting", "vests", "vest", "schedule", "with", "and", "a", "it", "is", "the", "my"];

/// Reads yearly percentages, how often they vest, and whether there is a one-year cliff.
pub(in crate::market) fn read_even_schedule(text: &str) -> Result<Schedule, ScheduleTextError> {
    let told = read_told(text)?;
    let every = told.every.ok_or(ScheduleTextError::HowOften)?;
    let schedule = Schedule::by_year(&told.percentages, every).map_err(|error| match error {
        ScheduleError::NotWhole(whole) => ScheduleTextError::NotWhole(whole),
        ScheduleError::OutOfOrder | ScheduleError::Negative => ScheduleTextError::TooLong,
    })?;
    Ok(if told.cliff { schedule.with_year_cliff() } else { schedule })
}

/// The yearly percentages of a text that says nothing of how often they vest.
pub(in crate::market) fn percentages_alone(text: &str) -> Option<Vec<Decimal>> {
    read_told(text).ok().filter(|told| told.every.is_none()).map(|told| told.percentages)
}

/// The yearly percentages of a text that says nothing of how often they vest, and whether there is a one-year cliff.
pub fn told_but_how_often(text: &str) -> Option<(Vec<Decimal>, bool)> {
    let told = read_told(text).ok().filter(|told| told.every.is_none())?;
    Schedule::by_year(&told.percentages, 12).ok()?;
    Some((told.percentages, told.cliff))
}

/// The months from one vest to the next, in a text that says nothing else.
pub fn read_how_often(text: &str) -> Option<u32> {
    let mut rest = text.trim().trim_end_matches(['.', '!']).to_lowercase();
    let every = HOW_OFTEN.iter().find(|(phrase, _)| take(&mut rest, phrase)).map(|(_, months)| *months)?;
    rest.split_whitespace().all(|word| FILLERS.contains(&word)).then_some(every)
}

/// What a text says of a schedule.
struct Told {
    percentages: Vec<Decimal>,
    /// Months from one vest to the next, where it says.
    every: Option<u32>,
    cliff: bool,
}

fn read_told(text: &str) -> Result<Told, ScheduleTextError> {
    let mut rest: String = text.to_lowercase();
    if !rest.chars().any(|c| c.is_ascii_digit()) {
        return Err(ScheduleTextError::NoPercentages);
    }
    let no_cliff = NO_CLIFF.iter().any(|phrase| take(&mut rest, phrase));
    let cliff = !no_cliff && YEAR_CLIFF.iter().any(|phrase| take(&mut rest, phrase));
    take_length(&mut rest);
    let every = HOW_OFTEN.iter().find(|(phrase, _)| take(&mut rest, phrase)).map(|(_, months)| *months);
    let percentages = read_percentages(&rest.replace(" × ", "×").replace(" x ", "x"))?;
    Ok(Told { percentages, every, cliff })
}

/// How a schedule's years are paid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// Each year in equal parts.
    Even {
        /// Months from one vest to the next: 1, 3, 6 or 12.
        every: u32,
        /// Whether all of the first year comes at its end.
        cliff: bool,
    },
    /// In parts that no such words can tell.
    Uneven,
}

impl Schedule {
    /// How its years are paid out, in as few vests as tell it.
    pub fn rhythm(&self) -> Rhythm {
        let years = self.percentages();
        for every in [12, 6, 3, 1] {
            match Self::by_year(&years, every) {
                Ok(even) if even == *self => return Rhythm::Even { every, cliff: false },
                Ok(even) if even.with_year_cliff() == *self => return Rhythm::Even { every, cliff: true },
                Ok(_) | Err(_) => {}
            }
        }
        Rhythm::Uneven
    }

    /// The percentage of the grant in each year up to the last vest.
    pub fn percentages(&self) -> Vec<Decimal> {
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
        let unknown = || ScheduleTextError::UnknownWord(Echo::of(token));
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
