//! Why a text gives no answer, as a code and figures.
//!
//! Owns what can be wrong with what people type and paste, by what it was read for. A quote is
//! the text as it was typed, shortened. Must not know a sentence: those stand in
//! [`crate::words::problems`].

mod letter;
mod pay;

pub use letter::{LetterProblem, LetterSignOn, LetterSubject};
pub use pay::{Amount, AmountProblem, GrantProblem, SignOnProblem, TermsProblem};

use jiff::civil::Date;

use crate::market::{Place, Role};
use crate::money::Money;
use crate::offer::{Field, ScheduleTextError};

/// Why a text gives no answer, or which part of it gave none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing to read.
    Empty,
    /// Words that belong to no question.
    Unplaced(String),
    /// Words beside an answer that were left out.
    LeftOut(String),
    /// A total of several parts, which is no answer by itself.
    TotalLeftOut(String),
    /// A part that may be another employer's.
    Disputed(String),
    /// A part whose figures are the user's own pay, a wish or what others get.
    NotOfOffer(String),
    /// A part with money that is no part of the offer's pay here: for moving, benefits, other stock.
    NotCounted(String),
    /// A part that says by how much a figure grew, not to what.
    Addition(String),
    /// A part with a question of its own, while another one is open.
    AskedLater(String),
    /// A question of the user's beside figures, which were read.
    AskedBeside(String),
    /// One plain amount was wanted, for a field that takes no such amount.
    NotOneAmount(Field),
    /// An amount: what it was read for, and what is wrong.
    Amount(Amount, AmountProblem),
    /// The sign-on of two years.
    SignOn(SignOnProblem),
    /// How the sign-on is paid and repaid.
    Terms(TermsProblem),
    /// The grant.
    Grant(GrantProblem),
    /// The vesting.
    Vesting(ScheduleTextError),
    /// The level.
    Level(LevelProblem),
    /// No role is named.
    Role(String),
    /// The place.
    Place(PlaceProblem),
    /// No currency is named.
    Currency(String),
    /// Whether the offer is in writing can't be told from this.
    Written(String),
    /// A day.
    Day(DayProblem),
    /// Another offer.
    Competing(CompetingProblem),
    /// A whole letter.
    Letter(LetterProblem),
}

/// What is wrong with a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LevelProblem {
    /// There is none to be seen.
    Unclear(String),
    /// The job family's titles don't say it.
    OfRole(Role),
    /// A number that the company has no level for.
    NotListed(u32),
}

/// What is wrong with a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceProblem {
    /// There is none to be seen.
    Missing(String),
    /// There are several.
    Several(String),
    /// Several places are called so.
    Either {
        /// As it was typed.
        quote: String,
        /// The places.
        places: Vec<Place>,
    },
    /// It has more characters than a place's name.
    TooLong(String),
}

/// What is wrong with a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayProblem {
    /// There is none to be seen.
    Unclear(String),
    /// There are several.
    Several(String),
    /// Its day of the week is another one.
    Weekday {
        /// As it was typed.
        quote: String,
        /// The day it is by its date.
        day: Date,
    },
    /// The calendar has no such day.
    NoSuchDay {
        /// The year.
        year: i16,
        /// From 1.
        month: i8,
        /// From 1.
        day: i8,
    },
    /// The calendar has no such day, in figures.
    NotOfCalendar(String),
    /// Figures with two readings.
    TwoReadings(String),
    /// Figures with the day before the month.
    DayFirst(String),
    /// A month without its day.
    MonthAlone,
    /// More than one day: "next week".
    NotOneDay,
    /// A "next Friday" before this week's.
    ThisOrNext {
        /// This week's.
        this: Date,
        /// Next week's.
        next: Date,
    },
    /// It has passed.
    Passed {
        /// What it was read for.
        field: Field,
        /// As it was typed.
        quote: String,
        /// As it was read.
        day: Date,
    },
    /// It is too far off.
    TooFar {
        /// What it was read for.
        field: Field,
        /// As it was typed.
        quote: String,
        /// As it was read.
        day: Date,
    },
}

/// What is wrong with another offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompetingProblem {
    /// There is none.
    Missing,
    /// A part of its pay in place of all of it.
    PartOfPay(String),
    /// Base, bonus and stock of a company's offer, which is kept without them.
    InParts(String),
    /// Nobody makes it.
    NoEmployer(String),
    /// Nobody offers it: the present job, a hope, one that is gone.
    NoOffer(String),
    /// How firm it is.
    Firmness(String),
    /// Its deadline has passed.
    DeadlinePassed(String),
    /// It has several amounts.
    Several(String),
    /// Its pay would be unusual.
    Unusual {
        /// As it was typed.
        quote: String,
        /// Dollars a year.
        a_year: Money,
    },
}

impl Problem {
    /// The line of a letter that this is about and quotes whole.
    pub fn line(&self) -> Option<&str> {
        match self {
            Self::Letter(
                LetterProblem::Foreign(line)
                | LetterProblem::OtherVesting(line)
                | LetterProblem::RelativeDay(line)
                | LetterProblem::PassedDay(line),
            ) => Some(line),
            _ => None,
        }
    }
}

macro_rules! kinds {
    ($($kind:ident($of:ident)),*) => {$(
        impl From<$of> for Problem {
            fn from(problem: $of) -> Self {
                Self::$kind(problem)
            }
        }
    )*};
}

kinds!(
    SignOn(SignOnProblem),
    Terms(TermsProblem),
    Grant(GrantProblem),
    Vesting(ScheduleTextError),
    Level(LevelProblem),
    Place(PlaceProblem),
    Day(DayProblem),
    Competing(CompetingProblem),
    Letter(LetterProblem)
);
