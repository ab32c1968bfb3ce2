//! Reading what people type and paste: an answer to one question, several fields in one
//! message, a recruiter's letter.
//!
//! Nothing is guessed: what can be meant in two ways comes back as a [`Doubt`], and what
//! is not understood as a [`Problem`] the user can fix. Must not know the conversation.

mod amounts;
mod competing;
mod dates;
mod fields;
mod grant;
mod labels;
pub mod letter;
mod level;
mod part;
mod pieces;
mod place;
mod plausible;
mod quick;
mod relative;
mod settle;
mod sign_on;
mod tokens;
mod vesting;
mod whole_message;

pub use quick::{read_amount_for, read_grant, read_sign_on_years};
pub use settle::readings;
pub use vesting::names_vesting;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::market::Place;
use crate::money::Money;
use crate::offer::{CompetingOffer, Field, Grant, Level, OfferDraft, Schedule, SignOn, SignOnTerms};

/// A value for one field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The level.
    Level(Level),
    /// Where the job is.
    Location(Place),
    /// Dollars a year.
    Base(Money),
    /// Dollars in each year.
    SignOn(SignOn),
    /// Dollars over all vests, or shares at a price.
    Grant(Grant),
    /// When the grant vests.
    Vesting(Schedule),
    /// Whether it is in writing.
    Written(bool),
    /// First day.
    StartDate(Date),
    /// Last day to answer.
    ReplyBy(Date),
    /// How the sign-on is paid and repaid.
    SignOnTerms(SignOnTerms),
    /// Dollars left behind.
    LeftBehind(Money),
    /// One more competing offer.
    Competing(CompetingOffer),
    /// Dollars over four years.
    WalkAway(Money),
    /// An optional field that the user does not have: "none", "no", "nothing".
    Nothing(Field),
}

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
    /// One sign-on figure for two years: all in year 1, or that sum over both.
    SignOnSplit {
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

/// Why a text gives no answer: a sentence that says what happened and how to fix it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(pub String);

/// What came of reading a message: everything understood, and at most one thing open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What was understood, in the order of the fields.
    pub answers: Vec<Answer>,
    /// What must be asked before anything more.
    pub doubt: Option<Doubt>,
    /// What was not understood.
    pub problem: Option<Problem>,
}

impl Answer {
    /// The field this answers.
    pub fn field(&self) -> Field {
        match self {
            Self::Level(_) => Field::Level,
            Self::Location(_) => Field::Location,
            Self::Base(_) => Field::Base,
            Self::SignOn(_) => Field::SignOn,
            Self::Grant(_) => Field::Grant,
            Self::Vesting(_) => Field::Vesting,
            Self::Written(_) => Field::Written,
            Self::StartDate(_) => Field::StartDate,
            Self::ReplyBy(_) => Field::ReplyBy,
            Self::SignOnTerms(_) => Field::SignOnTerms,
            Self::LeftBehind(_) => Field::LeftBehind,
            Self::Competing(_) => Field::Competing,
            Self::WalkAway(_) => Field::WalkAway,
            Self::Nothing(field) => *field,
        }
    }

    /// Puts this answer into a draft. Competing offers add up; all others replace.
    pub fn put_into(self, draft: &mut OfferDraft) {
        draft.passed.remove(&self.field());
        match self {
            Self::Level(level) => draft.level = Some(level),
            Self::Location(place) => draft.place = Some(place),
            Self::Base(base) => draft.base = Some(base),
            Self::SignOn(sign_on) => draft.sign_on = Some(sign_on),
            Self::Grant(grant) => draft.grant = Some(grant),
            Self::Vesting(schedule) => draft.schedule = schedule,
            Self::Written(written) => draft.written = Some(written),
            Self::StartDate(date) => draft.start_date = Some(date),
            Self::ReplyBy(date) => draft.reply_by = Some(date),
            Self::SignOnTerms(terms) => draft.sign_on_terms = Some(terms),
            Self::LeftBehind(amount) => draft.left_behind = Some(amount),
            Self::Competing(offer) => {
                draft.competing.retain(|other| !other.company.eq_ignore_ascii_case(&offer.company));
                draft.competing.push(offer);
            }
            Self::WalkAway(amount) => draft.walk_away = Some(amount),
            Self::Nothing(field) => {
                draft.clear(field);
                draft.passed.insert(field);
            }
        }
    }
}

impl Reading {
    /// The longest problem text that grows further, in bytes.
    const ENOUGH: usize = 500;

    /// One answer.
    pub(crate) fn of(answer: Answer) -> Self {
        Self { answers: vec![answer], ..Self::default() }
    }

    /// One open question.
    pub(crate) fn open(doubt: Doubt) -> Self {
        Self { doubt: Some(doubt), ..Self::default() }
    }

    /// One sentence on what was not understood.
    pub(crate) fn refused(sentence: impl Into<String>) -> Self {
        Self { problem: Some(Problem(sentence.into())), ..Self::default() }
    }

    /// With another problem after those it has.
    #[must_use]
    pub(crate) fn noting(mut self, problem: Option<Problem>) -> Self {
        const MORE: &str = " There was more that I could not read: send it in smaller pieces.";
        match (&mut self.problem, problem) {
            (Some(Problem(sentences)), Some(_)) if sentences.len() > Self::ENOUGH => {
                if !sentences.ends_with(MORE) {
                    sentences.push_str(MORE);
                }
            }
            (Some(Problem(sentences)), Some(Problem(sentence))) => {
                sentences.push(' ');
                sentences.push_str(&sentence);
            }
            (None, Some(problem)) => self.problem = Some(problem),
            (_, None) => {}
        }
        self
    }

    /// With what came of the next part. Only one doubt can be asked at a time: the
    /// user is told to send the part of a second one again.
    #[must_use]
    pub(crate) fn merge(mut self, next: Self, part: &str) -> Self {
        self.answers.extend(next.answers);
        let problem = match (&self.doubt, next.doubt) {
            (Some(_), Some(_)) => {
                Some(Problem(format!("I have a question about \"{part}\" too: send that again on its own.")))
            }
            (None, Some(doubt)) => {
                self.doubt = Some(doubt);
                None
            }
            (_, None) => None,
        };
        self.noting(problem).noting(next.problem)
    }
}

impl From<Problem> for Reading {
    fn from(problem: Problem) -> Self {
        Self { problem: Some(problem), ..Self::default() }
    }
}

/// Reads a message sent while `field` is asked for. Words that clearly name other fields
/// answer those too ("base 185k, sign on 90/70, 1400 rsus at 182"). A day without a year is
/// the next such day at or after `today`.
pub fn read_answer(field: Field, text: &str, draft: &OfferDraft, today: Date) -> Reading {
    whole_message::read_message(field, text, draft, today)
}

#[cfg(test)]
mod tests;
