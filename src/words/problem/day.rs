//! What was not understood of a day.

use jiff::civil::{Date, date};

use crate::offer::Field;
use crate::reading::DayProblem;

const HOW: &str = "Write it like March 14, 3/14 or 2027-03-14.";

pub(super) fn day(problem: &DayProblem) -> String {
    match problem {
        DayProblem::Unclear(said) => format!("I can't tell the day in \"{said}\". {HOW}"),
        DayProblem::Several(said) => format!("I see more than one day in \"{said}\". {HOW}"),
        DayProblem::Weekday { quote, day } => {
            format!("\"{quote}\" does not fit: that day is {}. Send the day you mean. {HOW}", with_year(*day))
        }
        DayProblem::NoSuchDay { year, month, day } => format!("There is no {} {day} in {year}. {HOW}", name(*month)),
        DayProblem::NotOfCalendar(said) => format!("\"{said}\" is not a day of the calendar. {HOW}"),
        DayProblem::TwoReadings(said) => format!("\"{said}\" can be read in two ways. {HOW}"),
        DayProblem::DayFirst(said) => {
            format!("I read days the American way, month first, and \"{said}\" looks like day first. {HOW}")
        }
        DayProblem::MonthAlone => format!("I need the day of the month too. {HOW}"),
        DayProblem::NotOneDay => format!("I need one exact day. {HOW}"),
        DayProblem::ThisOrNext { this, next } => {
            format!("That can mean {} or {}. Send the day you mean.", shown(*this), shown(*next))
        }
        DayProblem::Passed { field, quote, day } => {
            format!("\"{quote}\" is {}, and that day has passed. {}", with_year(*day), wanted(*field))
        }
        DayProblem::TooFar { field: Field::ReplyBy, quote, day } => {
            format!("\"{quote}\" is {}, a long way off for an answer. {}", with_year(*day), wanted(Field::ReplyBy))
        }
        DayProblem::TooFar { field, quote, day } => {
            let far = if *field == Field::StartDate { "two years" } else { "a year" };
            format!("\"{quote}\" is {}, more than {far} from now. {}", with_year(*day), wanted(*field))
        }
    }
}

fn wanted(field: Field) -> &'static str {
    if field == Field::StartDate {
        "Send the first day of work, like March 14."
    } else {
        "Send the last day you have to answer, like Friday or 3/14."
    }
}

/// The name of a month, from 1.
fn name(month: i8) -> String {
    if (1..=12).contains(&month) { date(2000, month, 1).strftime("%B").to_string() } else { "that month".into() }
}

/// `Friday, November 27`.
fn shown(day: Date) -> String {
    day.strftime("%A, %B %-d").to_string()
}

/// `Friday, November 27, 2026`.
fn with_year(day: Date) -> String {
    format!("{}, {}", shown(day), day.year())
}
