//! How other companies are reported to vest, read from `rivals/schedules.toml`.

use serde::Deserialize;

use crate::offer::{Schedule, read_schedule};

const SHIPPED: &str = include_str!("../../../rivals/schedules.toml");

/// How well a schedule is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The company itself, or several sources that agree.
    High,
    /// One decent source.
    Medium,
    /// Hearsay.
    Low,
}

impl Confidence {
    /// `well supported`, `one source`, `hearsay`.
    pub fn words(self) -> &'static str {
        match self {
            Self::High => "well supported",
            Self::Medium => "one source",
            Self::Low => "hearsay",
        }
    }
}

/// One company's usual schedule: a starting point, to be held against the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// The company.
    pub company: String,
    /// When its grants usually vest; `None` where it usually grants none.
    pub schedule: Option<Schedule>,
    /// The schedule in words, as in the file; empty where there is none.
    pub schedule_words: String,
    /// Whether its stock can't be sold on a market.
    pub private: bool,
    /// How well this is supported.
    pub confidence: Confidence,
    /// Where it is from, in words.
    pub source: String,
    /// What else to know; may be empty.
    pub note: String,
    aliases: Vec<String>,
}

/// Every company in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presets(Vec<Preset>);

/// Why the file can't be used: which company, and the reason.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("rivals/schedules.toml: {0}")]
pub struct PresetError(String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PresetFile {
    company: Vec<PresetPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PresetPart {
    name: String,
    aliases: Vec<String>,
    schedule: Option<String>,
    #[serde(default)]
    private: bool,
    confidence: Confidence,
    source: String,
    #[serde(default)]
    note: String,
}

impl Presets {
    /// The schedules that ship with the program.
    pub fn shipped() -> Result<Self, PresetError> {
        Self::read(SHIPPED)
    }

    fn read(text: &str) -> Result<Self, PresetError> {
        let file: PresetFile = toml::from_str(text)
            .map_err(|error| PresetError(error.to_string().split_whitespace().collect::<Vec<_>>().join(" ")))?;
        let mut presets: Vec<Preset> = Vec::new();
        for part in file.company {
            let refuse = |key: &str, reason: String| PresetError(format!("{}: `{key}` {reason}", part.name));
            let schedule = part.schedule.as_deref().map(read_schedule).transpose();
            let schedule = schedule.map_err(|error| refuse("schedule", format!("can't be read: {error}")))?;
            if part.source.trim().is_empty() {
                return Err(refuse("source", "is empty".into()));
            }
            let aliases: Vec<String> = part.aliases.iter().map(|alias| simplify(alias)).collect();
            let taken = |alias: &String| presets.iter().any(|other| other.aliases.contains(alias));
            if let Some(alias) = aliases.iter().find(|alias| alias.is_empty() || taken(alias)) {
                return Err(refuse("aliases", format!("has \"{alias}\", which is empty or another company's")));
            }
            presets.push(Preset {
                schedule,
                schedule_words: part.schedule.unwrap_or_default(),
                company: part.name,
                private: part.private,
                confidence: part.confidence,
                source: part.source,
                note: part.note,
                aliases,
            });
        }
        Ok(Self(presets))
    }

    /// The preset of a company by name, in any case; words after the name don't matter
    /// (`Google Cloud`), words before it do.
    pub fn find(&self, company: &str) -> Option<&Preset> {
        let plain = simplify(company);
        self.0.iter().find(|preset| {
            let begins = |alias: &String| plain == *alias || plain.starts_with(&format!("{alias} "));
            preset.aliases.iter().any(begins)
        })
    }

    /// Every preset, in the file's order.
    pub fn iter(&self) -> impl Iterator<Item = &Preset> {
        self.0.iter()
    }
}

fn simplify(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(company: &str, expected: Option<(&str, &str)>) {
        let presets = Presets::shipped().expect("the shipped schedules are good");
        let found = presets.find(company).map(|preset| {
            (preset.company.clone(), preset.schedule.as_ref().map_or("none".to_owned(), Schedule::summary))
        });
        assert_eq!(found, expected.map(|(name, schedule)| (name.to_owned(), schedule.to_owned())), "{company}");
    }

    #[test]
    fn companies_are_found_by_their_names() {
        check("Google", Some(("Google", "33/33/22/12")));
        check("google cloud", Some(("Google", "33/33/22/12")));
        check("FACEBOOK", Some(("Meta", "25/25/25/25")));
        check("Netflix", Some(("Netflix", "none")));
        check("Lyft, Inc.", Some(("Lyft", "100/0/0/0")));
        check("Airbnb", Some(("Airbnb", "35/30/20/15")));
        check("Not Google", None);
        check("Applebee's", None);
        check("", None);
    }

    #[test]
    fn only_well_supported_ones_say_so() {
        let presets = Presets::shipped().expect("good");
        let of = |wanted| {
            let names: Vec<&str> =
                presets.iter().filter(|preset| preset.confidence == wanted).map(|preset| &*preset.company).collect();
            names.join(" ")
        };
        assert_eq!(of(Confidence::High), "Google Meta Netflix Lyft");
        assert_eq!(of(Confidence::Medium), "Microsoft Apple Nvidia Stripe Airbnb Uber");
        assert_eq!(of(Confidence::Low), "DoorDash OpenAI Databricks Anthropic");
    }

    const GOOD: &str = r#"
        [[company]]
        name = "One"
        aliases = ["one"]
        schedule = "25x4 yearly"
        confidence = "low"
        source = "a test"
    "#;

    #[track_caller]
    fn refuse(text: &str, expected: &str) {
        assert_eq!(Presets::read(text).expect_err("bad").to_string(), expected);
    }

    #[test]
    fn a_bad_file_is_named_with_company_key_and_reason() {
        assert!(Presets::read(GOOD).is_ok());
        refuse(
            &GOOD.replace("25x4", "24x4"),
            "rivals/schedules.toml: One: `schedule` can't be read: the years add up to 96 % of the grant, not 100 %; give one percentage for each year",
        );
        refuse(&GOOD.replace("a test", ""), "rivals/schedules.toml: One: `source` is empty");
        refuse(
            &format!("{GOOD}{GOOD}"),
            "rivals/schedules.toml: One: `aliases` has \"one\", which is empty or another company's",
        );
    }
}
