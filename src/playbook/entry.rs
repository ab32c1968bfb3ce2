//! One script, e-mail, answer or topic: the header of its file and its wordings.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::Lever;
use crate::data::{FileError, read_toml};
use crate::offer::Fact;

/// What an entry is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Words for one lever, to say or to send.
    Script,
    /// An e-mail with a subject.
    Email,
    /// An answer to a recruiter's question before there is an offer.
    Answer,
    /// Words for a special situation.
    Situation,
    /// The whole case on one page.
    Case,
    /// One screen of advice, read and not sent.
    Topic,
}

impl Kind {
    /// What `/script` shows.
    pub const SCRIPTS: &[Self] = &[Self::Script, Self::Situation, Self::Answer];
    /// What `/email` shows.
    pub const EMAILS: &[Self] = &[Self::Email];
}

/// What became of the source's idea.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Treatment {
    /// As the source has it, in our own words.
    Kept,
    /// Changed where the source is wrong, unsafe or out of date.
    Corrected,
    /// Kept, and marked as the playbook's claim.
    Labelled,
    /// Not in the bot.
    LeftOut,
}

impl Treatment {
    /// `kept`, `corrected`, `labelled`, `left out`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Corrected => "corrected",
            Self::Labelled => "labelled",
            Self::LeftOut => "left out",
        }
    }
}

/// What an entry is written from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// An offer.
    #[default]
    Offered,
    /// An offer, and a plan that asks for more than it.
    Asking,
    /// Nothing: it works before there is an offer.
    BeforeOffer,
}

/// What a topic adds of the user's own offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Addition {
    /// Who approves the opening ask: before the text.
    Approver,
    /// What may be said of other offers and dates: after it.
    Competition,
}

/// Three wordings of the same thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub enum Variant {
    /// The usual one.
    #[default]
    Normal,
    /// The same in fewer words.
    Shorter,
    /// The same with more weight.
    Firmer,
}

impl Variant {
    /// All wordings.
    pub const ALL: [Self; 3] = *Self::VARIANTS.as_array().expect("as many as there are");

    /// `normal`, `shorter`, `firmer`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Shorter => "shorter",
            Self::Firmer => "firmer",
        }
    }

    /// The wording of a key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|variant| variant.key() == key)
    }
}

/// The header of a template file, between two lines of `+++`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The stable key: lower-case letters, digits and `_`.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// What it is for.
    pub kind: Kind,
    /// The lever it pulls, if it pulls one.
    #[serde(default)]
    pub lever: Option<Lever>,
    /// Other names it is found by.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Facts without which it can't be written.
    #[serde(default)]
    pub needs: Vec<Fact>,
    /// Facts that make it better.
    #[serde(default)]
    pub optional: Vec<Fact>,
    /// The subject line of an e-mail, itself a template.
    #[serde(default)]
    pub subject: Option<String>,
    /// Where the idea is from: a section of the playbook, or a study.
    pub source: String,
    /// Items of the source (keys of `templates/source.toml`) that it holds.
    #[serde(default)]
    pub items: Vec<String>,
    /// What became of the source's idea.
    pub treatment: Treatment,
    /// What must be true before it is sent, as a sentence to the user.
    #[serde(default)]
    pub guard: Option<String>,
    /// Statements in or behind it that have no evidence; shown as the playbook's claim.
    #[serde(default)]
    pub claims: Vec<String>,
    /// What research says, each with its source.
    #[serde(default)]
    pub evidence: Vec<String>,
    /// What research says of figures that are not round: shown where the one asked for is none.
    #[serde(default)]
    pub evidence_of_precise: Vec<String>,
    /// What must be there for it.
    #[serde(default)]
    pub when: When,
    /// Whether the state's law on pay history is said beside it.
    #[serde(default)]
    pub law: bool,
    /// Advice to read, not words to send.
    #[serde(default)]
    pub advice: bool,
    /// What a topic adds of the user's own offer.
    #[serde(default)]
    pub adds: Option<Addition>,
    /// Commands that do what it speaks of, such as `/counter`.
    #[serde(default)]
    pub commands: Vec<String>,
}

impl Entry {
    /// Whether its text is for the user to read rather than to send.
    pub fn is_advice(&self) -> bool {
        self.advice || self.kind == Kind::Topic
    }

    /// Facts it can use, the needed ones first.
    pub fn facts(&self) -> impl Iterator<Item = Fact> {
        self.needs.iter().chain(&self.optional).copied()
    }
}

/// A file read apart: its header, and the source of each wording.
pub(super) struct Parts {
    pub(super) entry: Entry,
    pub(super) bodies: BTreeMap<Variant, String>,
}

/// Reads a template file apart.
pub(super) fn parts(file: &str, text: &str) -> Result<Parts, FileError> {
    let fault = |reason: String| FileError::new(file, reason);
    let text = text.replace("\r\n", "\n");
    let rest = text.strip_prefix("+++\n").ok_or_else(|| fault("must begin with a line of +++".into()))?;
    let split = rest.split_once("\n+++\n");
    let (header, body) = split.ok_or_else(|| fault("has no second line of +++ after its header".into()))?;
    let entry: Entry = read_toml(file, header)?;
    let mut bodies = BTreeMap::from([(Variant::Normal, String::new())]);
    let mut variant = Variant::Normal;
    for line in body.lines() {
        if let Some(key) = line.strip_prefix("--- ") {
            let key = key.trim();
            variant = Variant::of_key(key).ok_or_else(|| fault(format!("has a wording \"{key}\"")))?;
            if bodies.insert(variant, String::new()).is_some() {
                return Err(fault(format!("has the wording \"{key}\" twice")));
            }
        } else if let Some(body) = bodies.get_mut(&variant) {
            body.push_str(line);
            body.push('\n');
        }
    }
    check(file, &entry, &bodies)?;
    Ok(Parts { entry, bodies })
}

fn check(file: &str, entry: &Entry, bodies: &BTreeMap<Variant, String>) -> Result<(), FileError> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if entry.name.is_empty() || entry.name.len() > 32 || !entry.name.chars().all(plain) {
        return Err(FileError::at(file, "name", "must be 1 to 32 lower-case letters, digits and _"));
    }
    if entry.title.is_empty() || entry.title.chars().count() > 80 {
        return Err(FileError::at(file, "title", "must have 1 to 80 characters"));
    }
    if (entry.kind == Kind::Email) != entry.subject.is_some() {
        return Err(FileError::at(file, "subject", "belongs to an e-mail, and each e-mail needs one"));
    }
    if let Some((variant, _)) = bodies.iter().find(|(_, body)| body.trim().is_empty()) {
        return Err(FileError::new(file, format!("has nothing in the wording \"{}\"", variant.key())));
    }
    let wanted = if entry.is_advice() { 1 } else { Variant::ALL.len() };
    if bodies.len() != wanted {
        return Err(FileError::new(file, format!("has {} wordings and must have {wanted}", bodies.len())));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "+++\nname = \"base\"\ntitle = \"Base\"\nkind = \"script\"\nsource = \"s\"\ntreatment = \"kept\"\n\
                         +++\nOne.\n--- shorter\nTwo.\n--- firmer\nThree.\n";

    #[test]
    fn a_file_has_a_header_and_three_wordings() {
        let parts = parts("x.hbs", WHOLE).map_err(|error| panic!("{error}")).expect("reads");
        assert_eq!(parts.entry.name, "base");
        assert_eq!(parts.bodies[&Variant::Shorter], "Two.\n");
        assert_eq!(parts.bodies[&Variant::Firmer], "Three.\n");
    }

    #[track_caller]
    fn refuse(text: &str, reason: &str) {
        let said = parts("x.hbs", text).err().expect("a bad file").to_string();
        assert!(said.contains(reason), "{said}");
    }

    #[test]
    fn a_bad_file_says_why() {
        refuse("One.", "must begin with a line of +++");
        refuse("+++\nname = 1", "second line of +++");
        refuse(&WHOLE.replace("name = \"base\"", "nam = \"base\""), "nam");
        refuse(&WHOLE.replace("\"base\"", "\"Base!\""), "lower-case");
        refuse(&WHOLE.replace("--- firmer", "--- louder"), "a wording \"louder\"");
        refuse(&WHOLE.replace("--- firmer", "--- shorter"), "twice");
        refuse(&WHOLE.replace("--- firmer\nThree.\n", ""), "has 2 wordings");
        refuse(&WHOLE.replace("Three.", " "), "nothing in the wording \"firmer\"");
        refuse(&WHOLE.replace("kind = \"script\"", "kind = \"email\""), "subject");
        refuse(&WHOLE.replace("source = \"s\"", "source = \"s\"\nneeds = [\"teem\"]"), "teem");
    }
}
