//! Reading what people type and paste: an answer to one question, several fields in one
//! message, a recruiter's letter.
//!
//! Nothing is guessed: what can be meant in two ways comes back as a [`Doubt`], and what
//! is not understood as a [`Problem`] the user can fix. Must not know the conversation.

mod amounts;
mod answer;
mod claim;
mod company;
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
mod names;
mod numerals;
mod part;
mod pay;
mod phrases;
mod place;
mod problem;
mod quick;
mod quotes;
mod result;
mod said;
mod schedule;
mod sentence;
mod settle;
mod sign_on;
mod sums;
mod table;
mod terms;
mod text;
mod theirs;
mod ties;
mod token;
mod tokens;
mod total_of;
mod units;
mod vesting;
mod weigh;
mod written;

pub use answer::{Answer, Pay};
pub(crate) use company::is_known as is_known_company;
pub use facts::{asks, read_fact, says_none};
pub(crate) use message::{beside_another, beside_question};
pub use problem::{
    Amount, AmountProblem, CompetingProblem, DayProblem, GrantProblem, LetterProblem, LetterSignOn, LetterSubject,
    LevelProblem, PlaceProblem, Problem, SignOnProblem, TermsProblem,
};
pub use quick::{read_amount_for, read_grant, read_pay, read_price, read_sign_on_years};
pub use result::{Doubt, Reading};
pub use settle::Settled;
pub use total_of::{StatedTotal, TotalOf};

use crate::market::plausible;
use jiff::civil::Date;

use crate::money::Currency;
use crate::offer::{Field, OfferDraft};

/// Reads a message sent while `asked` is asked for. Words that clearly name other fields
/// answer those too ("base 185k, sign on 90/70, 1400 rsus at 182"); where no question is open,
/// only such words do. A day without a year is the next such day at or after `today`.
pub fn read_answer(asked: Option<Field>, text: &str, draft: &OfferDraft, today: Date) -> Reading {
    if let Some(currency) = Currency::of_text(text).filter(|_| text.trim() != Currency::USD.sign()) {
        return Reading::of(Answer::Currency(currency));
    }
    let read = |draft: &OfferDraft| message::read_message(asked, &draft.currency.stripped(text), draft, today);
    let reading = read(draft);
    // "Toronto, 210k CAD": the place brings its own money.
    let own = reading.answers.iter().find_map(|answer| match answer {
        Answer::Location(place) => place.abroad().map(crate::market::Country::currency),
        _ => None,
    });
    let reading = match own.filter(|own| draft.currency.is_usd() && !own.is_usd() && own.stripped(text) != text) {
        Some(currency) => read(&OfferDraft { currency, ..draft.clone() }),
        None => reading,
    };
    reading.with_known_firmness(draft).with_known_companies(draft)
}

#[cfg(test)]
mod tests;
