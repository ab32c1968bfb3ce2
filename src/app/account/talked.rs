//! What was said last in words, and figures that wait for a yes: so that no reply comes twice running, and nothing of
//! an offer changes unconfirmed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::offer::{Field, OfferId};
use crate::reading::{Answer, Doubt};

/// What is kept of talk beside the walkthrough.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Talked {
    /// The last reply to words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<Said>,
    /// The mark of the last page that words were answered with, and how often running it came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<Said>,
    /// New numbers that wait for a yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numbers: Option<WaitingNumbers>,
}

/// A reply to words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Said {
    /// What was said: a topic, that nothing was understood, or the mark of a card.
    pub what: String,
    /// How often running, from 1.
    pub times: u32,
}

/// New numbers for a saved offer, as they could be typed into its form.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct WaitingNumbers {
    /// Tells them from others before and after: their buttons carry it.
    pub number: u64,
    /// The message they are from.
    pub message: String,
    /// Only what was told: texts by the keys of the form.
    pub texts: BTreeMap<String, String>,
    /// What stood there when they were shown, by the same keys: where that is corrected since, they are out of date.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub told_of: BTreeMap<String, String>,
    /// What was told beside the pay, saved with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<Answer>,
    /// The offer that they are for; none while it is not said which is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<OfferId>,
    /// What of them could be meant in two ways: until it is settled, nothing saves them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Doubt>,
    /// The field whose whole figure was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure_of: Option<Field>,
    /// Whether there were figures that nobody could place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unclear: bool,
    /// Whether they are of none of the saved offers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_another: bool,
    /// Whether they only correct what was typed: saved, they begin no round.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub slip: bool,
    /// Numbers of another offer that waited before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub behind: Option<Box<Self>>,
}

impl WaitingNumbers {
    /// Whether a yes saves them.
    pub(crate) fn is_settled(&self) -> bool {
        self.offer.is_some() && self.doubt.is_none() && self.figure_of.is_none() && !self.unclear
    }
}

impl Talked {
    /// Nothing is kept.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Notes the page that words are answered with: how often it comes running now, from 1.
    pub(crate) fn show(&mut self, mark: &str) -> u32 {
        let times =
            self.shown.as_ref().filter(|shown| shown.what == mark).map_or(1, |shown| shown.times.saturating_add(1));
        self.shown = Some(Said { what: mark.to_owned(), times });
        times
    }

    /// Notes a reply: how often it comes running now, from 1.
    pub(crate) fn say(&mut self, what: &str) -> u32 {
        let times = self.said.as_ref().filter(|said| said.what == what).map_or(1, |said| said.times.saturating_add(1));
        self.said = Some(Said { what: what.to_owned(), times });
        times
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_of_before_reads_as_nothing_said() {
        assert_eq!(serde_json::from_str::<Talked>("{}").expect("reads"), Talked::default());
        let talked = Talked {
            said: Some(Said { what: "hello".into(), times: 2 }),
            shown: None,
            numbers: Some(WaitingNumbers {
                number: 7,
                message: "base is now 210k".into(),
                texts: [("base".into(), "$210,000".into())].into(),
                ..WaitingNumbers::default()
            }),
        };
        let text = serde_json::to_string(&talked).expect("serialises");
        assert_eq!(serde_json::from_str::<Talked>(&text).expect("reads back"), talked);
    }

    #[test]
    fn a_reply_is_counted_while_it_comes_running() {
        let mut talked = Talked::default();
        assert_eq!(["a", "a", "b", "a", "a", "a"].map(|what| talked.say(what)), [1, 2, 1, 1, 2, 3]);
    }
}
