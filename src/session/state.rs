//! What a walkthrough awaits, carrying exactly what is known.

use serde::{Deserialize, Serialize};

use super::{CaseQuestion, CaseTalk};
use crate::offer::{Field, OfferDraft, OfferId, OtherOffer};
use crate::reading::{Answer, Doubt};

/// A user's conversation, as it is stored. Serialisable from the first day; its shape is
/// versioned by the document that holds it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Counts walkthroughs; controls of an earlier one are old.
    pub number: u32,
    /// Counts questions within all walkthroughs; controls of an earlier question are old.
    pub step: u32,
    /// What is awaited.
    pub state: State,
    /// The step at which the last offer was saved: a second press of that button is no mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub saved: Option<u32>,
}

/// What is awaited.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing: no walkthrough is open.
    #[default]
    Idle,
    /// An answer to one field.
    Asking(Question),
    /// Which of two readings of an answer is meant.
    Settling {
        /// The question under which the doubt came up.
        #[serde(flatten)]
        question: Question,
        /// What is in doubt.
        doubt: Doubt,
    },
    /// A yes to the card of answers.
    Checking {
        /// The walkthrough.
        walk: Walk,
    },
    /// A yes or no to leaving.
    Leaving {
        /// What leaving means.
        wish: Leaving,
        /// Where to go on at "no".
        from: Box<Self>,
    },
    /// What a letter is to the offer being entered, from which it differs.
    Pasting {
        /// The letter, read.
        letter: Letter,
        /// The offer being entered.
        from: Box<Self>,
    },
    /// A fact for the case.
    Case {
        /// The case.
        talk: CaseTalk,
        /// What waits meanwhile: nothing, or a walkthrough put aside.
        aside: Box<Self>,
    },
    /// Put aside: nothing is asked, all answers are kept.
    Paused {
        /// Where to go on.
        from: Box<Self>,
    },
}

/// A question of the walkthrough, with all that is known when it is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The walkthrough.
    pub walk: Walk,
    /// The field asked for.
    pub field: Field,
    /// Replies in a row that were not understood, or settled nothing.
    pub failures: u8,
    /// Whether the answer leads back to the card of answers ("Change").
    pub returning: bool,
}

/// What a state awaits: where two await the same, the controls of the one are good for the other.
#[derive(Clone, Debug, PartialEq)]
pub enum Awaited {
    /// Nothing.
    Nothing,
    /// An answer to a field.
    Field(Field),
    /// Which reading of this is meant.
    Reading(Doubt),
    /// A yes to the card of answers.
    Check,
    /// Whether to leave what is awaited.
    Leave(Leaving, Box<Self>),
    /// What a letter is to what is awaited.
    Letter(Letter, Box<Self>),
    /// A fact for an offer's case.
    Fact(OfferId, CaseQuestion),
    /// That it goes on with what was awaited.
    Resumption(Box<Self>),
}

/// What leaving a walkthrough means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Leaving {
    /// Stop.
    Cancel,
    /// Throw the answers away and begin again.
    StartOver,
}

/// A walkthrough under way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Walk {
    /// What is known.
    pub draft: OfferDraft,
    /// The saved offer being edited, where it is one.
    #[serde(default)]
    pub editing: Option<OfferId>,
    /// The answers of the offer being edited as they were when that began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_it_was: Option<Box<OfferDraft>>,
    /// Whether new pay of the saved offer was told in it: saved, it is the next round and no correction.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub round: bool,
    /// Whether a letter was read into it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pasted: bool,
    /// What a pasted letter left in doubt and is still to be asked, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
    /// The draft before the last correction on the card of answers, for "undo".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Box<OfferDraft>>,
    /// Pay that was told on the card of answers and could not be read: nothing is saved before it is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unread: Option<Field>,
    /// Other companies' offers that were known before it: nothing of them is lost with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known_others: Vec<OtherOffer>,
    /// The walkthrough that waits until this one is through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aside: Option<Box<State>>,
}

/// A pasted letter, read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    /// What it says clearly.
    pub answers: Vec<Answer>,
    /// What it says in a way that can be meant twice, to be asked in this order.
    pub doubts: Vec<Doubt>,
}

impl Question {
    /// The question of a field, asked afresh.
    pub fn of(field: Field, walk: Walk, returning: bool) -> Self {
        Self { walk, field, failures: 0, returning }
    }
}

impl State {
    /// The walkthrough, wherever it stands.
    pub fn walk(&self) -> Option<&Walk> {
        match self {
            Self::Idle => None,
            Self::Asking(question) | Self::Settling { question, .. } => Some(&question.walk),
            Self::Checking { walk } => Some(walk),
            Self::Leaving { from, .. }
            | Self::Pasting { from, .. }
            | Self::Paused { from }
            | Self::Case { aside: from, .. } => from.walk(),
        }
    }

    /// The walkthrough, to change it wherever it stands.
    pub fn walk_mut(&mut self) -> Option<&mut Walk> {
        match self {
            Self::Idle => None,
            Self::Asking(question) | Self::Settling { question, .. } => Some(&mut question.walk),
            Self::Checking { walk } => Some(walk),
            Self::Leaving { from, .. }
            | Self::Pasting { from, .. }
            | Self::Paused { from }
            | Self::Case { aside: from, .. } => from.walk_mut(),
        }
    }

    /// The walkthrough and those that wait behind it.
    pub fn walks(&self) -> Vec<&Walk> {
        std::iter::successors(self.walk(), |walk| walk.aside.as_deref().and_then(Self::walk)).collect()
    }

    /// Changes the walkthrough and those that wait behind it.
    pub fn change_walks(&mut self, change: &mut impl FnMut(&mut Walk)) {
        if let Some(walk) = self.walk_mut() {
            change(walk);
            if let Some(aside) = &mut walk.aside {
                aside.change_walks(change);
            }
        }
    }

    /// The case being put together, where one is.
    pub fn case(&self) -> Option<&CaseTalk> {
        match self {
            Self::Case { talk, .. } => Some(talk),
            _ => None,
        }
    }

    /// Whether nothing would be lost with its walkthrough.
    pub(super) fn is_untouched(&self) -> bool {
        match self {
            Self::Settling { .. } | Self::Pasting { .. } => false,
            Self::Leaving { from, .. } | Self::Paused { from } | Self::Case { aside: from, .. } => from.is_untouched(),
            Self::Idle => true,
            Self::Asking(Question { walk, .. }) | Self::Checking { walk } => walk.is_untouched(),
        }
    }

    /// Whether a question is open.
    pub fn is_open(&self) -> bool {
        !matches!(self, Self::Idle | Self::Paused { .. })
    }

    /// Whether it is the walkthrough of a new offer to which no answer was given yet.
    pub fn holds_no_answer(&self) -> bool {
        match self {
            Self::Asking(Question { walk, .. }) => {
                walk.editing.is_none() && walk.doubts.is_empty() && walk.given() == OfferDraft::default()
            }
            Self::Leaving { from, .. } | Self::Paused { from } => from.holds_no_answer(),
            Self::Idle | Self::Settling { .. } | Self::Checking { .. } | Self::Pasting { .. } | Self::Case { .. } => {
                false
            }
        }
    }

    /// What is awaited, without what is known.
    pub fn awaited(&self) -> Awaited {
        match self {
            Self::Idle => Awaited::Nothing,
            Self::Asking(question) => Awaited::Field(question.field),
            Self::Settling { doubt, .. } => Awaited::Reading(doubt.clone()),
            Self::Checking { .. } => Awaited::Check,
            Self::Leaving { wish, from } => Awaited::Leave(*wish, Box::new(from.awaited())),
            Self::Pasting { letter, from } => Awaited::Letter(letter.clone(), Box::new(from.awaited())),
            Self::Case { talk, .. } => Awaited::Fact(talk.offer, talk.at),
            Self::Paused { from } => Awaited::Resumption(Box::new(from.awaited())),
        }
    }
}

#[cfg(test)]
mod tests;
