//! What can happen in a conversation.

use jiff::civil::Date;

use super::Letter;
use crate::offer::{Facts, Field, Offer, OfferId};
use crate::reading::Answer;

/// One thing that happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A walkthrough is asked for; an open or paused one goes on.
    Begin,
    /// A saved offer is to be edited.
    Edit {
        /// Which one.
        id: OfferId,
        /// Its answers.
        offer: Box<Offer>,
        /// The answer to ask for at once, where it is one.
        field: Option<Field>,
    },
    /// The case of a saved offer is to be put together.
    Case {
        /// Which offer.
        offer: OfferId,
        /// What is known of the user.
        facts: Facts,
    },
    /// The open question once more, for someone who comes back to it.
    Again,
    /// The open question once more, and nothing else.
    Repeat,
    /// Typed words, said on a day.
    Words {
        /// The words.
        text: String,
        /// The day, for "Friday" and "in two weeks".
        today: Date,
    },
    /// A pasted letter, read.
    Pasted(Letter),
    /// A form with several answers, handed in on a day.
    Filled {
        /// What stands in it; an empty text says nothing.
        texts: Vec<(Field, String)>,
        /// The day.
        today: Date,
    },
    /// A ready answer, pressed or chosen.
    Answered(Answer),
    /// The reading of a doubt, or what a letter is to the offer being entered, by number from 0.
    Settled(usize),
    /// The question before.
    Back,
    /// Pass this question; an answer given before is kept.
    Skip,
    /// Stop.
    Cancel,
    /// Explain the question.
    Help,
    /// Why it is asked.
    Why,
    /// Begin again from nothing.
    StartOver,
    /// Change one answer.
    Change(Field),
    /// The answers are right.
    Save,
    /// Yes.
    Confirm,
    /// No.
    Decline,
    /// Keep the answers for later.
    Pause,
}
