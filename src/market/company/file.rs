//! `companies.toml`: from its text to companies, each mistake named.

use serde::Deserialize;

use super::{Companies, Company, Confidence, Customary, LevelData, Source, Sourced, Usual, Vesting};
use crate::data::{FileError, read_toml};
use crate::market::range::read_amount;
use crate::market::spelling::simplify;
use crate::market::vesting::read_even_schedule;
use crate::market::{Level, Range, Schedule, Vest};
use crate::money::percent;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CompaniesFile {
    /// Companies of which only the name is known.
    #[serde(default)]
    named: Vec<String>,
    company: Vec<CompanyPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CompanyPart {
    name: String,
    aliases: Vec<String>,
    #[serde(default)]
    private: bool,
    vesting: Option<VestingPart>,
    sign_on: Option<SignOnPart>,
    target_bonus: Option<TargetBonusPart>,
    refreshers: Option<RefreshersPart>,
    levels: Option<LevelsPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VestingPart {
    schedule: Option<SchedulePart>,
    confidence: Confidence,
    source: String,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignOnPart {
    years: u8,
    confidence: Confidence,
    source: String,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TargetBonusPart {
    percent_of_base: [u8; 2],
    confidence: Confidence,
    source: String,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RefreshersPart {
    usual: String,
    confidence: Confidence,
    source: String,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum SchedulePart {
    /// `33/33/22/12 monthly`
    Words(String),
    /// Each month and percent of the grant.
    Vests(Vec<(u32, u32)>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelsPart {
    confidence: Confidence,
    source: String,
    #[serde(default)]
    note: String,
    level: Vec<LevelPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelPart {
    name: String,
    number: Option<u32>,
    title: Option<String>,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    asked: bool,
    #[serde(default)]
    usual: UsualPart,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct UsualPart {
    base: Option<[String; 2]>,
    sign_on_year: Option<[String; 2]>,
    grant: Option<[String; 2]>,
    four_years_from: Option<String>,
}

impl Companies {
    /// The companies of a file.
    pub(super) fn read(file: &str, text: &str) -> Result<Self, FileError> {
        let mut companies = Self(Vec::new());
        companies.add(file, text)?;
        Ok(companies)
    }

    /// With the companies of another file, which must be others.
    pub(in crate::market) fn add(&mut self, file: &str, text: &str) -> Result<(), FileError> {
        let parts: CompaniesFile = read_toml(file, text)?;
        let named = parts.named.into_iter().map(CompanyPart::named);
        for part in parts.company.into_iter().chain(named) {
            let name = part.name.clone();
            let company = part.read(file).map_err(|error| error.of(&name))?;
            let taken = |alias: &String| self.0.iter().any(|other| other.aliases.contains(alias));
            if let Some(alias) = company.aliases.iter().find(|alias| alias.is_empty() || taken(alias)) {
                let reason = format!("has \"{alias}\", which is empty or another company's");
                return Err(FileError::at(file, "aliases", reason).of(&name));
            }
            self.0.push(company);
        }
        if self.0.is_empty() { Err(FileError::new(file, "holds no company")) } else { Ok(()) }
    }
}

impl CompanyPart {
    fn named(name: String) -> Self {
        let aliases = vec![name.clone()];
        Self {
            name,
            aliases,
            private: false,
            vesting: None,
            sign_on: None,
            target_bonus: None,
            refreshers: None,
            levels: None,
        }
    }

    fn read(self, file: &str) -> Result<Company, FileError> {
        let vesting = self.vesting.map(|part| part.read(file)).transpose()?;
        let customary = Customary {
            sign_on_years: self.sign_on.map(|part| part.read(file)).transpose()?,
            target_bonus: self.target_bonus.map(|part| part.read(file)).transpose()?,
            refreshers: self.refreshers.map(|part| part.read(file)).transpose()?,
        };
        let (levels, levels_source) = match self.levels {
            None => (Vec::new(), None),
            Some(part) => {
                let source = read_source(file, part.confidence, part.source, part.note)?;
                let levels = part.level.into_iter().map(|level| level.read(file)).collect::<Result<_, _>>()?;
                (levels, Some(source))
            }
        };
        Ok(Company {
            aliases: self.aliases.iter().map(|alias| simplify(alias)).collect(),
            name: self.name,
            private: self.private,
            vesting,
            customary,
            levels,
            levels_source,
        })
    }
}

fn read_source(file: &str, confidence: Confidence, words: String, note: String) -> Result<Source, FileError> {
    if words.trim().is_empty() {
        return Err(FileError::at(file, "source", "is empty"));
    }
    Ok(Source { confidence, words, note })
}

impl SignOnPart {
    fn read(self, file: &str) -> Result<Sourced<u8>, FileError> {
        Ok(Sourced { what: self.years, source: read_source(file, self.confidence, self.source, self.note)? })
    }
}

impl TargetBonusPart {
    fn read(self, file: &str) -> Result<Sourced<[u8; 2]>, FileError> {
        let [from, to] = self.percent_of_base;
        if from > to || to > 100 {
            let reason = format!("goes from {from} to {to}; write the lower percentage first, up to 100");
            return Err(FileError::at(file, "percent_of_base", reason));
        }
        Ok(Sourced { what: [from, to], source: read_source(file, self.confidence, self.source, self.note)? })
    }
}

impl RefreshersPart {
    fn read(self, file: &str) -> Result<Sourced<String>, FileError> {
        Ok(Sourced { what: self.usual, source: read_source(file, self.confidence, self.source, self.note)? })
    }
}

impl VestingPart {
    fn read(self, file: &str) -> Result<Vesting, FileError> {
        let (schedule, words) = match self.schedule {
            None => (None, String::new()),
            Some(SchedulePart::Words(words)) => {
                let schedule = read_even_schedule(&words).map_err(|error| unread(file, error))?;
                (Some(schedule), words)
            }
            Some(SchedulePart::Vests(vests)) => {
                let vest = |(month, percentage): (u32, u32)| Vest { month, share: percent(i64::from(percentage)) };
                let vests = vests.into_iter().map(vest).collect();
                let schedule = Schedule::new(vests).map_err(|error| unread(file, error))?;
                let words = schedule.summary();
                (Some(schedule), words)
            }
        };
        let source = read_source(file, self.confidence, self.source, self.note)?;
        Ok(Vesting { schedule, words, source })
    }
}

fn unread(file: &str, error: impl std::error::Error + Send + Sync + 'static) -> FileError {
    FileError::at(file, "schedule", format!("can't be read: {error}")).because(error)
}

impl LevelPart {
    fn read(self, file: &str) -> Result<LevelData, FileError> {
        let level = Level::named(&self.name)
            .map_err(|error| FileError::at(file, "name", format!("is no level's: {error}")).because(error))?;
        Ok(LevelData {
            level,
            title: self.title,
            asked: self.asked,
            usual: self.usual.read(file)?,
            number: self.number,
            words: self.words.iter().map(|words| simplify(words)).collect(),
        })
    }
}

impl UsualPart {
    fn read(&self, file: &str) -> Result<Usual, FileError> {
        let range = |key: &str, ends: &Option<[String; 2]>| {
            let read = ends.as_ref().map(Range::read).transpose();
            read.map_err(|error| FileError::at(file, key, error.to_string()).because(error))
        };
        let from = self.four_years_from.as_deref().map(read_amount).transpose();
        Ok(Usual {
            base: range("base", &self.base)?,
            sign_on_year: range("sign_on_year", &self.sign_on_year)?,
            grant: range("grant", &self.grant)?,
            four_years_from: from
                .map_err(|error| FileError::at(file, "four_years_from", error.to_string()).because(error))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(company: &str, expected: Option<(&str, &str)>) {
        let found = Companies::shipped().find(company).map(|company| {
            let schedule = company.vesting.as_ref().and_then(|vesting| vesting.schedule.as_ref());
            (company.name.clone(), schedule.map_or("none".to_owned(), Schedule::summary))
        });
        assert_eq!(found, expected.map(|(name, schedule)| (name.to_owned(), schedule.to_owned())), "{company}");
    }

    #[test]
    fn companies_are_found_by_their_names() {
        check("Snowflake", Some(("Snowflake", "none")));
        check("Amazon", Some(("Amazon", "5/15/40/40")));
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
        let of = |wanted| {
            let sure = |company: &&Company| {
                company.vesting.as_ref().is_some_and(|vesting| vesting.source.confidence == wanted)
            };
            let names: Vec<&str> =
                Companies::shipped().others().filter(sure).map(|company| company.name.as_str()).collect();
            names.join(" ")
        };
        assert_eq!(of(Confidence::High), "Google Meta Netflix Lyft");
        assert_eq!(of(Confidence::Medium), "Microsoft Apple Nvidia Stripe Airbnb Uber");
        assert_eq!(of(Confidence::Low), "DoorDash OpenAI Databricks Anthropic");
    }

    #[test]
    fn what_is_customary_says_where_it_is_from() {
        let of = |name: &str| Companies::shipped().find(name).expect("known").customary.clone();
        let amazon = of("Amazon");
        assert_eq!(amazon.sign_on_years.map(|years| years.what), Some(2));
        assert_eq!(amazon.target_bonus.map(|bonus| bonus.what), Some([0, 0]));
        assert_eq!(
            of("Meta").target_bonus.map(|bonus| (bonus.what, bonus.source.confidence)),
            Some(([15, 25], Confidence::High))
        );
        assert_eq!(of("Google"), Customary::default(), "what is not known is left out");
    }

    const GOOD: &str = r#"
        [[company]]
        name = "One"
        aliases = ["one"]
        [company.vesting]
        schedule = "25x4 yearly"
        confidence = "low"
        source = "a test"
        [company.levels]
        confidence = "low"
        source = "a test"
        [[company.levels.level]]
        name = "E5"
        usual = { base = ["90,000", "400,000"] }
    "#;

    #[track_caller]
    fn refuse(text: &str, expected: &str) {
        assert_eq!(Companies::read("companies.toml", text).expect_err("bad").to_string(), expected);
    }

    #[test]
    fn a_bad_file_is_named_with_company_key_and_reason() {
        assert!(Companies::read("companies.toml", GOOD).is_ok());
        refuse(
            &GOOD.replace("25x4", "24x4"),
            "companies.toml: One: `schedule` can't be read: the years add up to 96 % of the grant, not 100 %; give one percentage for each year",
        );
        refuse(
            &GOOD.replace("\"25x4 yearly\"", "[[12, 50], [24, 49]]"),
            "companies.toml: One: `schedule` can't be read: the vests add up to 99 % of the grant, not 100 %",
        );
        refuse(&GOOD.replace("a test", ""), "companies.toml: One: `source` is empty");
        refuse(
            &format!("{GOOD}{GOOD}"),
            "companies.toml: One: `aliases` has \"one\", which is empty or another company's",
        );
        refuse(
            &GOOD.replace("E5", "a very long name of some level"),
            "companies.toml: One: `name` is no level's: a level is a short name such as L6, not \"a very long name of some level\"",
        );
        refuse(
            &GOOD.replace("\"90,000\"", "\"900,000\""),
            "companies.toml: One: `base` goes from $900,000 to $400,000: the lower end must be above zero and below the upper one",
        );
    }
}
