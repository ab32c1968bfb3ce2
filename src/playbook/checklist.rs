//! The ten rules, and the checklist with its ticks: the user's own, and those the bot knows
//! by itself.

use serde::{Deserialize, Serialize};

use super::advice::Rule;
use super::catalogue::Catalogue;
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

/// A part of the checklist with its ticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistPart {
    /// `Before`, `During`, `After`.
    pub title: String,
    /// Its lines.
    pub lines: Vec<ChecklistLine>,
}

/// A line of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistLine {
    /// The stable key that a tick is stored under.
    pub key: String,
    /// What to do.
    pub says: String,
    /// The command that does it.
    pub command: String,
    /// Whether it is ticked.
    pub ticked: bool,
    /// Whether what stands in the offer ticks it, so that the user can't untick it here.
    pub by_itself: bool,
}

impl Catalogue {
    /// The ten rules, in order.
    pub fn rules(&self) -> &[Rule] {
        &self.advice.rules
    }

    /// The checklist of one offer.
    pub fn checklist(&self, record: &OfferRecord) -> Vec<ChecklistPart> {
        let parts = self.advice.parts.iter().map(|part| ChecklistPart {
            title: part.title.clone(),
            lines: part
                .lines
                .iter()
                .map(|line| {
                    let by_itself = line.ticked_by.is_some_and(|done| done.shown_by(record));
                    ChecklistLine {
                        key: line.key.clone(),
                        says: line.says.clone(),
                        command: line.command.clone(),
                        ticked: by_itself || record.ticks.contains_key(&line.key),
                        by_itself,
                    }
                })
                .collect(),
        });
        parts.collect()
    }

    /// The key of the line that something done ticks: the caller stores it in the record's ticks.
    pub fn ticked_by(&self, done: Done) -> Option<&str> {
        let mut lines = self.advice.parts.iter().flat_map(|part| &part.lines);
        lines.find(|line| line.ticked_by == Some(done)).map(|line| line.key.as_str())
    }

    /// What reading an entry counts as on the checklist.
    pub fn done_by_reading(&self, name: &str) -> Option<Done> {
        match (self.find(name)?.name.as_str(), self.find(name)?.kind) {
            ("ask_for_time", _) => Some(Done::TimeAsked),
            ("first_round", _) => Some(Done::CounterWritten),
            ("acceptance", _) => Some(Done::AcceptanceWritten),
            (_, super::Kind::Answer) => Some(Done::AnswerRead),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::OfferId;
    use crate::playbook::tests::{catalogue, plain_offer};
    use jiff::Timestamp;

    fn ticked(record: &OfferRecord) -> Vec<String> {
        let parts = catalogue().checklist(record);
        parts.into_iter().flat_map(|part| part.lines).filter(|line| line.ticked).map(|line| line.key).collect()
    }

    #[test]
    fn three_parts_of_six_lines_and_ten_rules() {
        let catalogue = catalogue();
        let record = OfferRecord::new(OfferId(1), plain_offer(), Timestamp::UNIX_EPOCH);
        let parts = catalogue.checklist(&record);
        assert_eq!(parts.iter().map(|part| part.lines.len()).collect::<Vec<_>>(), [6, 6, 6]);
        let keys: std::collections::BTreeSet<_> =
            parts.iter().flat_map(|part| &part.lines).map(|line| &line.key).collect();
        assert_eq!(keys.len(), 18);
        assert_eq!(catalogue.rules().len(), 10);
    }

    #[test]
    fn a_line_ticks_itself_from_the_record_or_by_the_users_hand() {
        let mut record = OfferRecord::new(OfferId(1), plain_offer(), Timestamp::UNIX_EPOCH);
        assert_eq!(ticked(&record), ["walk_away"]);
        record.offer.walk_away = None;
        record.offer.written = Some(true);
        record.facts.set(Fact::RareSkill, "formal verification");
        assert_eq!(ticked(&record), ["unique_value", "in_writing"]);
        record.ticks.insert("tone".into(), Timestamp::UNIX_EPOCH);
        let asked = catalogue().ticked_by(Done::TimeAsked).map(str::to_owned).expect("a line");
        record.ticks.insert(asked, Timestamp::UNIX_EPOCH);
        assert_eq!(ticked(&record), ["unique_value", "asked_for_time", "tone", "in_writing"]);
    }

    #[test]
    fn reading_an_entry_counts_for_its_line() {
        let catalogue = catalogue();
        assert_eq!(catalogue.done_by_reading("current_pay"), Some(Done::AnswerRead));
        assert_eq!(catalogue.done_by_reading("ask for time"), Some(Done::TimeAsked));
        assert_eq!(catalogue.done_by_reading("base"), None);
        assert_eq!(catalogue.done_by_reading("nothing"), None);
    }
}
