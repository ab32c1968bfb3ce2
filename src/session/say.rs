//! What there is to say, without the words for it.

use super::{CaseQuestion, Leaving};
use crate::offer::{Fact, Field, Offer, OfferId};
use crate::reading::{Answer, Doubt, Problem};

/// One thing to say. A reply is a few of these in order; at most the last one asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Say {
    /// A walkthrough begins.
    Welcome,
    /// The first words once more: a walkthrough is open, and nothing is answered yet.
    FirstWords,
    /// An open walkthrough goes on.
    WelcomeBack,
    /// What was understood.
    Understood(Vec<Answer>),
    /// A city that was typed counts as another place, by its name.
    CountsAs(&'static str, String),
    /// What was not understood.
    Problem(Vec<Problem>),
    /// Examples of good answers, after two failures.
    Examples(Field),
    /// What the question means.
    Explain(Field),
    /// Why it is asked.
    Why(Field),
    /// This question can't be passed.
    Needed(Field),
    /// What is still needed before the answers can be saved.
    StillNeeded(Vec<Field>),
    /// What is needed is there: the questions that are left are not asked.
    Enough,
    /// The user can't tell what is needed: whom to ask, and with which words.
    AskThem(Field),
    /// Where a price a share is to be had.
    WhereThePriceIs,
    /// The user can't tell, and need not.
    LeftOpen(Field),
    /// The answer stays: a bare no may mean "none" or "leave it".
    Stays(Field),
    /// There is no question before this one.
    NothingBefore,
    /// There are as many unfinished walkthroughs as can wait.
    TooManyOpen,
    /// The walkthrough that was open waits until this one is through.
    PutBehind,
    /// The walkthrough that waited is the open one again, put aside.
    Waits,
    /// The saved offer as it was, to edit it from there.
    AsItWas,
    /// Nothing is open that this could be for.
    NothingOpen,
    /// What the card of answers is for.
    ExplainCheck,
    /// Nothing is saved yet, and what saves it.
    NotSavedYet,
    /// The last correction is taken back.
    Undone,
    /// Pay that was told could not be read: it is asked for before anything is saved.
    UnreadFirst,
    /// The question.
    Ask(Field),
    /// Which reading is meant.
    Settle(Doubt),
    /// What was said does not tell which: what there is to choose from.
    Choices(Doubt),
    /// What is in doubt, and what the readings mean.
    ExplainDoubt(Doubt),
    /// Why it is asked which reading is meant.
    WhyDoubt(Doubt),
    /// It was taken for what claims the least.
    AsWeakest,
    /// The figure in doubt is left out.
    LeftOutDoubt(Doubt),
    /// The card of answers.
    Check,
    /// Whether to leave.
    AskLeave(Leaving),
    /// Which words there are to leave, or to go on: those typed are none of them.
    WaysToLeave(Leaving),
    /// What a letter is to the offer being entered: that offer again, another one, or nothing to it.
    AskPasted {
        /// Whether there is room for another offer beside those under way.
        room: bool,
    },
    /// Which words there are to say what a letter is: those typed are none of them.
    WaysToPaste {
        /// Whether there is room for another offer beside those under way.
        room: bool,
    },
    /// The letter is left; the offer being entered goes on as it was.
    LetterLeft,
    /// The letter has taken the place of the offer being entered; these answers are the user's and stay.
    Replaced(Vec<Field>),
    /// Stopped; the answers are gone. The saved offer that was being edited, where it was one, is as it was.
    Stopped(Option<OfferId>),
    /// Put aside; the answers are kept.
    PutAside,
    /// The question about a fact.
    AskFact(CaseQuestion),
    /// What the question about a fact means.
    ExplainFact(CaseQuestion),
    /// Why a fact is asked for.
    WhyFact(CaseQuestion),
    /// Why an answer about a fact can't be taken.
    FactRefused(Refused),
    /// Examples of a fact, after two failures.
    FactExamples(CaseQuestion),
    /// A fact was given: keep it with the offer at once.
    Keep {
        /// The offer.
        offer: OfferId,
        /// Which fact.
        fact: Fact,
        /// As given; empty where it is taken away.
        text: String,
    },
    /// The questions behind the case are left; what was given is kept.
    CaseStopped,
    /// The questions behind the case are through: show the page.
    CaseComplete {
        /// The offer.
        offer: OfferId,
    },
    /// The answers are an offer now: keep it.
    Complete {
        /// The offer.
        offer: Box<Offer>,
        /// The saved offer it replaces, where it edits one.
        editing: Option<OfferId>,
    },
}

/// Why an answer about a fact can't be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There are no words in it.
    Empty,
    /// A bare yes.
    BareYes,
    /// It asks something.
    Question,
    /// A bare no, where there is an answer: it may mean "none" or "leave it".
    BareNo,
    /// It has more characters than there is room for.
    TooLong {
        /// Characters it has.
        long: usize,
        /// Characters there is room for.
        longest: usize,
    },
    /// It would change an answer of the offer.
    OfOffer,
}
