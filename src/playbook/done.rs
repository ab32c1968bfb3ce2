//! What can be done for an offer: each thing ticks its line of the checklist.

use serde::{Deserialize, Serialize};

use crate::offer::{Fact, OfferRecord};

/// Something done that ticks a line of the checklist by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// A band was looked up.
    BandsShown,
    /// The walk-away number stands in the offer.
    WalkAwayEntered,
    /// Another offer stands in the offer.
    CompetingEntered,
    /// A fact about the user's value was entered.
    ValueEntered,
    /// An answer to a recruiter's question was read.
    AnswerRead,
    /// The e-mail that asks for time was written.
    TimeAsked,
    /// The counter plan was shown.
    CounterPlanned,
    /// The first counter was written.
    CounterWritten,
    /// The offer is marked as being in writing.
    OfferInWriting,
    /// The offer was analysed.
    Analysed,
    /// The hourly rate was shown.
    HourlyShown,
    /// Taxes were shown.
    TaxShown,
    /// The calendar was shown.
    CalendarShown,
    /// Something agreed besides the figures was entered.
    AgreementsEntered,
    /// The acceptance was written.
    AcceptanceWritten,
}

/// Facts that say what a user brings.
const VALUE: [Fact; 5] = [Fact::Expertise, Fact::Achievement, Fact::RareSkill, Fact::Scale, Fact::EarlyImpact];

impl Done {
    /// Whether the record alone shows that it is done.
    pub fn shown_by(self, record: &OfferRecord) -> bool {
        match self {
            Self::WalkAwayEntered => record.offer.walk_away.is_some(),
            Self::CompetingEntered => !record.offer.competing.is_empty(),
            Self::ValueEntered => VALUE.iter().any(|fact| record.facts.get(*fact).is_some()),
            Self::AgreementsEntered => record.facts.get(Fact::AgreedTerms).is_some(),
            Self::OfferInWriting => record.offer.written == Some(true),
            _ => false,
        }
    }
}
