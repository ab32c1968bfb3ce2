//! What a page answers. A page returns it and calls nobody: `route.rs` alone makes it a reply.

use super::account::Purpose;
use crate::echo::Echo;
use crate::offer::{OfferId, OfferRecord};
use crate::playbook::Done;
use crate::reply::{Block, Card, Form};
use crate::session::Input;

/// What a page answers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome {
    /// A card.
    Page(Page),
    /// A form; where none can be opened (after words, or after another form), the card.
    Form {
        /// The form.
        form: Form,
        /// The card with a button that opens it.
        otherwise: Card,
    },
    /// The analysis of a saved offer, below a sentence.
    Analysis(OfferId, Option<String>),
    /// An offer was saved: what it was needed for comes next, or its analysis.
    Saved(OfferId),
    /// An offer that there is no room to save.
    NoRoom(Box<OfferRecord>),
    /// There has to be an offer first: the walkthrough begins, and comes back with this.
    Need(Purpose),
    /// The walkthrough begins, or goes on.
    Begin,
    /// The walkthrough takes an input.
    Walk(Turn),
    /// The walkthrough takes a message that told of an offer: the one that waits, or a new one.
    Told(String),
    /// The saved offer that was meant is not there.
    NotThere(NotThere),
    /// What the control was about is no longer there.
    Gone(Gone),
    /// Everything kept of the user is erased; then this is said.
    Forget(Card),
}

/// A card and what comes with it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Page {
    /// What is shown.
    pub card: Card,
    /// Where.
    pub place: Place,
    /// What showing it has done for offers: lines of their checklists tick themselves.
    pub done: Vec<(OfferId, Done)>,
}

/// Where a card goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A new message, below what it was asked from.
    Below,
    /// In place of the card whose control was used; a new message after a command or words.
    Here,
}

/// Why there is no saved offer to answer about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NotThere {
    /// None is saved yet.
    NoOffer,
    /// None of them is called so.
    NoSuchOffer(Echo),
}

impl From<NotThere> for Outcome {
    fn from(why: NotThere) -> Self {
        Self::NotThere(why)
    }
}

/// What is no longer there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gone {
    /// A saved offer.
    Offer,
    /// Another company's offer.
    Rival,
    /// The question that the control belonged to.
    Control,
}

/// An input for the walkthrough, and what stands around what it says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Turn {
    /// The input.
    pub input: Input,
    /// Where its card goes.
    pub place: Place,
    /// What is said first.
    pub above: Vec<Block>,
    /// A last line of small print.
    pub small: Option<String>,
}

impl Outcome {
    /// A new message.
    pub(crate) fn below(card: Card) -> Self {
        Self::Page(Page { card, place: Place::Below, done: Vec::new() })
    }

    /// In place of the card whose control was used.
    pub(crate) fn here(card: Card) -> Self {
        Self::Page(Page { card, place: Place::Here, done: Vec::new() })
    }

    /// A form, and the card to show where none can be opened.
    pub(crate) fn form(form: Form, otherwise: Card) -> Self {
        Self::Form { form, otherwise }
    }

    /// An input whose card takes the place of the one it came from.
    pub(crate) fn walk(input: Input) -> Self {
        Self::Walk(Turn::new(input, Place::Here))
    }

    /// With something that showing the page has done for an offer.
    #[must_use]
    pub(crate) fn did(mut self, offer: OfferId, done: Done) -> Self {
        if let Self::Page(page) = &mut self {
            page.done.push((offer, done));
        }
        self
    }

    /// At another place, where it is a card.
    #[must_use]
    pub(crate) fn at(mut self, place: Place) -> Self {
        match &mut self {
            Self::Page(page) => page.place = place,
            Self::Walk(turn) => turn.place = place,
            _ => {}
        }
        self
    }
}

impl Turn {
    /// An input with nothing around it.
    pub(crate) fn new(input: Input, place: Place) -> Self {
        Self { input, place, above: Vec::new(), small: None }
    }

    /// With something said first.
    #[must_use]
    pub(crate) fn said(mut self, sentence: impl Into<String>) -> Self {
        self.above.push(Block::Text(sentence.into()));
        self
    }
}
