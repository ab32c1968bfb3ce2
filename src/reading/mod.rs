//! Reading what people type and paste: an answer to one question, several fields in one
//! message, a recruiter's letter.
//!
//! Nothing is guessed: what can be meant in two ways comes back as a [`Doubt`], and what
//! is not understood as a [`Problem`] the user can fix. Must not know the conversation.

mod amounts;
mod answer;
mod claim;
mod competing;
mod currency;
mod dates;
mod deadlines;
mod facts;
mod grant;
pub mod letter;
mod level;
mod lexicon;
mod message;
mod numerals;
mod part;
mod pay;
mod place;
mod plausible;
mod problem;
mod quick;
mod relative;
mod schedule;
mod sentence;
mod settle;
mod sign_on;
mod sums;
mod table;
mod terms;
mod text;
mod ties;
mod tokens;
mod vesting;
mod weigh;
mod written;

pub use answer::Answer;
pub use facts::{read_fact, says_none};
pub use problem::{
    Amount, AmountProblem, CompetingProblem, DayProblem, GrantProblem, LetterProblem, LetterSignOn, LetterSubject,
    LevelProblem, PlaceProblem, Problem, SignOnProblem, TermsProblem,
};
pub use quick::{read_amount_for, read_grant, read_sign_on_years};
pub use settle::Settled;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::money::{Currency, Money};
use crate::offer::{Field, OfferDraft, SignOn};

/// What could be meant in more than one way, with the readings to choose from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// A figure could be ten times (or a thousand times) off: as typed, and as likely meant.
    Zeros {
        /// Exactly what was typed.
        typed: Answer,
        /// What would be usual.
        likely: Answer,
    },
    /// A figure that no slip explains and that is not usual at its level, a grant of nothing among them.
    Unusual {
        /// Exactly what was typed.
        typed: Answer,
    },
    /// One sign-on figure for two years: all in year 1, or that sum over both.
    SignOnSplit {
        /// The figure.
        amount: Money,
    },
    /// A sign-on figure that is the sum over both years: how it is split.
    SignOnSum {
        /// The sum.
        amount: Money,
    },
    /// A sign-on told by the month, and what its years come to.
    SignOnOfMonths {
        /// Both years.
        sign_on: SignOn,
    },
    /// A base told by the month, the week or the hour, and what a year of it comes to.
    BaseOfPeriod {
        /// As it was said.
        said: Money,
        /// Dollars a year.
        a_year: Money,
    },
    /// A total where the base was asked for: all pay, or base alone.
    TotalOrBase {
        /// The figure.
        amount: Money,
    },
    /// Shares without a price a share.
    SharePrice {
        /// How many.
        count: u32,
    },
    /// A competing offer without how firm it is.
    Firmness {
        /// The employer.
        company: String,
        /// Dollars a year, where said.
        a_year: Option<Money>,
    },
    /// A walk-away figure that may be a year's or the four years'.
    WalkAwayUnit {
        /// The figure.
        amount: Money,
    },
    /// A stock figure said to be a year's: times four, or the whole grant after all.
    GrantPerYear {
        /// The figure.
        amount: Money,
    },
}

/// What came of reading a message: everything understood, and at most one thing open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What was understood, in the order of the fields.
    pub answers: Vec<Answer>,
    /// What must be asked before anything more.
    pub doubt: Option<Doubt>,
    /// What was not understood, in the order of the text.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// One answer.
    pub(crate) fn of(answer: Answer) -> Self {
        Self { answers: vec![answer], ..Self::default() }
    }

    /// One open question.
    pub(crate) fn open(doubt: Doubt) -> Self {
        Self { doubt: Some(doubt), ..Self::default() }
    }

    /// Nothing but why.
    pub(crate) fn refused(problem: impl Into<Problem>) -> Self {
        Self { problems: vec![problem.into()], ..Self::default() }
    }

    /// With further problems after those it has.
    #[must_use]
    pub(crate) fn noting(mut self, problems: impl IntoIterator<Item = Problem>) -> Self {
        self.problems.extend(problems);
        self
    }

    /// With what came of the next part. Only one doubt can be asked at a time: the
    /// user is told to send the part of a second one again.
    #[must_use]
    pub(crate) fn merge(mut self, next: Self, part: &str) -> Self {
        self.answers.extend(next.answers);
        let problem = match (&self.doubt, next.doubt) {
            (Some(_), Some(_)) => Some(Problem::AskedLater(part.to_owned())),
            (None, Some(doubt)) => {
                self.doubt = Some(doubt);
                None
            }
            (_, None) => None,
        };
        self.noting(problem).noting(next.problems)
    }
}

impl From<Problem> for Reading {
    fn from(problem: Problem) -> Self {
        Self::refused(problem)
    }
}

/// Reads a message sent while `asked` is asked for. Words that clearly name other fields
/// answer those too ("base 185k, sign on 90/70, 1400 rsus at 182"); where no question is open,
/// only such words do. A day without a year is the next such day at or after `today`.
pub fn read_answer(asked: Option<Field>, text: &str, draft: &OfferDraft, today: Date) -> Reading {
    if let Some(currency) = Currency::of_text(text).filter(|_| text.trim() != Currency::USD.sign()) {
        return Reading::of(Answer::Currency(currency));
    }
    message::read_message(asked, &draft.currency.stripped(text), draft, today)
}

#[cfg(test)]
mod tests;
