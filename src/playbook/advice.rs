//! Advice that is no single script, as data: levers, competition, rules, the checklist and
//! the other side, read from the TOML files in `templates/`.
//!
//! Owns the shapes of those files. Their texts are compiled beside the scripts, so that the
//! same strict names hold in both.

use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::done::Done;
use super::{Lever, Treatment};
use crate::data::{FileError, read_toml};

/// All advice that ships with the program.
#[derive(Clone, Debug)]
pub(super) struct Advice {
    pub(super) levers: Vec<LeverAdvice>,
    pub(super) lines: Vec<LineAdvice>,
    pub(super) rules: Vec<Rule>,
    pub(super) parts: Vec<Part>,
    pub(super) other_side: OtherSideFile,
}

/// What stands beside one lever's figures.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LeverAdvice {
    pub(super) key: Lever,
    /// The lever's script.
    pub(super) script: String,
    /// How much room there is, as the playbook claims it.
    pub(super) room: String,
    /// Why one would pull it.
    pub(super) why: String,
    #[serde(default)]
    pub(super) items: Vec<String>,
    #[serde(rename = "tactic", default)]
    pub(super) tactics: Vec<TacticAdvice>,
    #[serde(rename = "push_back")]
    pub(super) push_backs: Vec<PushBackAdvice>,
}

/// One way to argue for a lever.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TacticAdvice {
    pub(super) says: String,
    /// The name that must be known for it.
    #[serde(rename = "if", default)]
    pub(super) condition: Option<Condition>,
    #[serde(default)]
    pub(super) claim: bool,
    #[serde(default)]
    pub(super) item: Option<String>,
}

/// What they may say, and an answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PushBackAdvice {
    pub(super) they: String,
    pub(super) you: String,
}

/// A line about other offers or dates.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LineAdvice {
    pub(super) key: String,
    pub(super) group: Group,
    pub(super) says: String,
    #[serde(rename = "if", default)]
    pub(super) condition: Option<Condition>,
    /// What the user must know to be true, after "only if".
    #[serde(default)]
    pub(super) only_if: Option<String>,
    #[serde(default)]
    pub(super) item: Option<String>,
}

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Group {
    /// Alternatives, without an offer in hand.
    NoOffer,
    /// Dates.
    Urgency,
}

/// One of the ten rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The rule in a few words.
    pub title: String,
    /// What it means, with what is known of it.
    pub says: String,
    /// The command that does it.
    pub command: String,
    /// What became of the source's rule.
    pub treatment: Treatment,
    /// The item of the source.
    pub item: String,
}

/// A part of the checklist.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    pub(super) title: String,
    #[serde(rename(deserialize = "line"))]
    pub(super) lines: Vec<CheckLine>,
}

/// A line of the checklist.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckLine {
    pub(super) key: String,
    pub(super) says: String,
    pub(super) command: String,
    #[serde(default)]
    pub(super) ticked_by: Option<Done>,
    pub(super) treatment: Treatment,
}

/// The file about the other side.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OtherSideFile {
    #[serde(rename(deserialize = "goal"))]
    pub(super) goals: Vec<Said>,
    #[serde(rename(deserialize = "rung"))]
    pub(super) rungs: Vec<Rung>,
    #[serde(rename(deserialize = "help"))]
    pub(super) helps: Vec<Said>,
    #[serde(rename(deserialize = "principle"))]
    pub(super) principles: Vec<Principle>,
}

/// A sentence that holds an item of the source.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    pub(super) says: String,
    pub(super) item: String,
}

/// One rung of the approval ladder.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rung {
    /// The largest rise in percent it approves; the last rung has none.
    #[serde(default)]
    pub(super) up_to: Option<u32>,
    pub(super) who: String,
    pub(super) item: String,
}

/// One psychological principle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Principle {
    /// Its name.
    pub name: String,
    /// What it says.
    pub says: String,
    /// When it helps.
    pub use_when: String,
    /// When to leave it alone.
    pub not_when: String,
    /// A sentence that uses it.
    pub line: String,
    /// Whether its use here is the playbook's claim.
    #[serde(default)]
    pub claim: bool,
    /// What research says of it.
    #[serde(default)]
    pub evidence: Option<String>,
    /// The item of the source.
    pub item: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LeversFile {
    lever: Vec<LeverAdvice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CompetitionFile {
    line: Vec<LineAdvice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChecklistFile {
    part: Vec<Part>,
}

impl Advice {
    /// The advice that ships with the program.
    pub(super) fn shipped() -> Result<Self, FileError> {
        let levers: LeversFile = read("levers.toml", include_str!("../../templates/levers.toml"))?;
        let competition: CompetitionFile = read("competition.toml", include_str!("../../templates/competition.toml"))?;
        let rules: RulesFile = read("rules.toml", include_str!("../../templates/rules.toml"))?;
        let checklist: ChecklistFile = read("checklist.toml", include_str!("../../templates/checklist.toml"))?;
        let other_side = read("other_side.toml", include_str!("../../templates/other_side.toml"))?;
        Ok(Self { levers: levers.lever, lines: competition.line, rules: rules.rule, parts: checklist.part, other_side })
    }

    /// Every text that is a template, with its key and the file it is in.
    pub(super) fn templates(&self) -> Vec<(&'static str, String, String)> {
        let mut all = Vec::new();
        let mut push = |file, key: String, text: &str| all.push((file, key, text.to_owned()));
        for lever in &self.levers {
            for (index, tactic) in lever.tactics.iter().enumerate() {
                push("levers.toml", tactic_key(lever.key, index), &tactic.says);
            }
            for (index, push_back) in lever.push_backs.iter().enumerate() {
                let (they, you) = push_back_keys(lever.key, index);
                push("levers.toml", they, &push_back.they);
                push("levers.toml", you, &push_back.you);
            }
        }
        for line in &self.lines {
            push("competition.toml", line_key(&line.key), &line.says);
        }
        all
    }
}

pub(super) fn tactic_key(lever: Lever, index: usize) -> String {
    format!("advice/{}/tactic/{index}", lever.key())
}

pub(super) fn push_back_keys(lever: Lever, index: usize) -> (String, String) {
    let key = format!("advice/{}/push_back/{index}", lever.key());
    (format!("{key}/they"), format!("{key}/you"))
}

pub(super) fn line_key(key: &str) -> String {
    format!("advice/line/{key}")
}

pub(super) fn read<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> Result<T, FileError> {
    read_toml(&format!("templates/{name}"), text)
}
