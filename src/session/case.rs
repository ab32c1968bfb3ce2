//! The questions behind the case, and where a user is among them.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use crate::offer::{Fact, Facts, OfferId};

/// A question of the case, in the order asked: what the user brings, what leaving costs, what lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray)]
#[serde(rename_all = "snake_case")]
pub enum CaseQuestion {
    /// A field of special experience.
    Expertise,
    /// A skill few others bring.
    RareSkill,
    /// The largest thing led.
    Scale,
    /// A result to be proud of.
    Achievement,
    /// What could be done in the first months.
    EarlyImpact,
    /// A bonus lost by leaving.
    LostBonus,
    /// When that bonus would be paid.
    LostBonusDate,
    /// What is to be built over the years.
    LongTerm,
}

impl CaseQuestion {
    /// Every question.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The fact that its answer is kept as.
    pub fn fact(self) -> Fact {
        match self {
            Self::Expertise => Fact::Expertise,
            Self::RareSkill => Fact::RareSkill,
            Self::Scale => Fact::Scale,
            Self::Achievement => Fact::Achievement,
            Self::EarlyImpact => Fact::EarlyImpact,
            Self::LostBonus => Fact::LostBonus,
            Self::LostBonusDate => Fact::LostBonusDate,
            Self::LongTerm => Fact::LongTerm,
        }
    }

    /// The number of the question, from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|question| *question == self).map_or(1, |index| index + 1)
    }
}

/// A case under way: what is asked, and what is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseTalk {
    /// The offer it is for.
    pub offer: OfferId,
    /// What is known of the user, as kept with the offer.
    pub facts: Facts,
    /// What is asked.
    pub at: CaseQuestion,
    /// Answers in a row that were not understood.
    pub failures: u8,
}

impl CaseTalk {
    pub(super) fn at_first(offer: OfferId, facts: Facts) -> Self {
        Self { offer, facts, at: CaseQuestion::ALL[0], failures: 0 }
    }

    /// Whether a question is asked: the day of a lost bonus only where one is lost.
    fn asks(&self, question: CaseQuestion) -> bool {
        question != CaseQuestion::LostBonusDate || self.facts.get(Fact::LostBonus).is_some()
    }

    pub(super) fn next(&self) -> Option<CaseQuestion> {
        CaseQuestion::ALL.iter().copied().skip(self.at.number()).find(|question| self.asks(*question))
    }

    pub(super) fn before(&self) -> Option<CaseQuestion> {
        CaseQuestion::ALL.iter().copied().take(self.at.number() - 1).rev().find(|question| self.asks(*question))
    }
}
