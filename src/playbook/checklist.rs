//! The ten rules, and the checklist with its ticks: the user's own, and those the bot knows
//! by itself.

use super::advice::Rule;
use super::catalogue::Catalogue;
use super::done::Done;
use crate::offer::OfferRecord;

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
    use crate::offer::Fact;
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
