//! What a user tells about themselves for scripts: short texts by name, one per [`Fact`].

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::echo::{self, Echo};

/// One thing that a script may mention beside the offer's figures, in the order a form asks for them.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", parse_err_ty = UnknownFact, parse_err_fn = unknown_fact)]
pub enum Fact {
    /// How the user signs.
    YourName,
    /// The recruiter's first name.
    RecruiterName,
    /// The role as the offer calls it.
    Role,
    /// Team or product.
    Team,
    /// A person met in the interviews.
    Interviewer,
    /// Field of special experience.
    Expertise,
    /// One achievement with a figure.
    Achievement,
    /// Scale led so far.
    Scale,
    /// Work to finish before starting.
    Project,
    /// The day that work ends, as the user writes it.
    ProjectEnd,
    /// A bonus forfeited by leaving, as the user writes it.
    LostBonus,
    /// When that bonus would have been paid.
    LostBonusDate,
    /// What changed in the role after accepting.
    RoleChange,
    /// A delay by the employer after accepting.
    TheirDelay,
    /// A hardship the user chose to name.
    Hardship,
    /// A number the user said early.
    EarlyNumber,
    /// Current employer.
    CurrentEmployer,
    /// Skills that are rare.
    RareSkill,
    /// Impact in the first months.
    EarlyImpact,
    /// Why the user would stay and grow.
    LongTerm,
    /// Flexibility the user asks for.
    Flexibility,
    /// Relocation costs expected, as the user writes them.
    RelocationCost,
    /// Who agreed to something, when (for acceptance).
    AgreedTerms,
    /// The first day the user wants.
    WantedStart,
    /// The day the user would like to answer by.
    WantedReplyBy,
    /// A reason why monthly pay matters, where the user chose to name one.
    CashNeed,
    /// What the user learned about the role since an early number.
    ScopeLearned,
    /// The target bonus that another offer states.
    OtherBonus,
    /// Whether to say that this job is the first choice.
    FirstChoice,
}

/// What the answer to a fact is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// A name, a number or a word: short.
    Name,
    /// A sentence.
    Sentence,
    /// Dollars, where the user gave a figure; kept as `$25,000`.
    Money,
    /// A day to act on, where the user gave one; kept as `2027-04-06`, said as `Tuesday, April 6`.
    Day,
    /// A day that is only told; kept as a [`FactKind::Day`] is, said as `April 6`.
    Date,
}

impl Fact {
    /// Every fact, in order.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The stable key, as in a template's header.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// What its answer is made of.
    pub fn kind(self) -> FactKind {
        match self {
            Self::YourName
            | Self::RecruiterName
            | Self::Role
            | Self::Team
            | Self::Interviewer
            | Self::EarlyNumber
            | Self::CurrentEmployer
            | Self::FirstChoice => FactKind::Name,
            Self::Expertise
            | Self::Achievement
            | Self::Scale
            | Self::Project
            | Self::RoleChange
            | Self::TheirDelay
            | Self::Hardship
            | Self::RareSkill
            | Self::EarlyImpact
            | Self::LongTerm
            | Self::Flexibility
            | Self::AgreedTerms
            | Self::CashNeed
            | Self::ScopeLearned
            | Self::OtherBonus => FactKind::Sentence,
            Self::LostBonus | Self::RelocationCost => FactKind::Money,
            Self::WantedStart | Self::WantedReplyBy => FactKind::Day,
            Self::ProjectEnd | Self::LostBonusDate => FactKind::Date,
        }
    }

    /// The longest text kept for it, in characters: a name or a day is short, a sentence
    /// may have [`Facts::LONGEST`].
    pub fn longest(self) -> usize {
        match self.kind() {
            FactKind::Sentence => Facts::LONGEST,
            FactKind::Name | FactKind::Money | FactKind::Day | FactKind::Date => 100,
        }
    }

    /// The day that a kept text is, where it is one.
    pub fn day(self, kept: &str) -> Option<Date> {
        match self.kind() {
            FactKind::Day | FactKind::Date => kept.parse().ok(),
            FactKind::Name | FactKind::Sentence | FactKind::Money => None,
        }
    }
}

/// A fact key that no fact has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no fact called \"{0}\"")]
pub struct UnknownFact(pub Echo);

fn unknown_fact(key: &str) -> UnknownFact {
    UnknownFact(Echo::of(key))
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.key())
    }
}

/// The facts a user entered. An empty text is no fact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(BTreeMap<Fact, String>);

impl Facts {
    /// The longest that any fact is kept, in characters; [`Fact::longest`] for one of them.
    pub const LONGEST: usize = 300;

    /// What was entered for a fact.
    pub fn get(&self, fact: Fact) -> Option<&str> {
        self.0.get(&fact).map(String::as_str)
    }

    /// Keeps a fact, on one line; an empty text removes it.
    pub fn set(&mut self, fact: Fact, text: &str) {
        let text = echo::kept(text, fact.longest());
        if text.is_empty() {
            self.0.remove(&fact);
        } else {
            self.0.insert(fact, text);
        }
    }

    /// All that was entered, in order.
    pub fn entered(&self) -> impl Iterator<Item = (Fact, &str)> {
        self.0.iter().map(|(fact, text)| (*fact, text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_back() {
        for &fact in Fact::ALL {
            assert_eq!(fact.key().parse(), Ok(fact));
            assert_eq!(serde_json::to_value(fact).expect("serialises"), fact.key());
        }
    }

    #[test]
    fn a_day_is_kept_as_one() {
        assert!(Fact::LostBonusDate.day("2027-03-15").is_some());
        for (fact, text) in [(Fact::LostBonusDate, "the end of January"), (Fact::Team, "2027-03-15")] {
            assert_eq!(fact.day(text), None);
        }
    }

    #[test]
    fn an_empty_fact_is_removed() {
        let mut facts = Facts::default();
        facts.set(Fact::Team, "  EC2\n networking ");
        assert_eq!(facts.get(Fact::Team), Some("EC2 networking"));
        facts.set(Fact::Team, " ");
        assert_eq!(facts.get(Fact::Team), None);
    }
}
