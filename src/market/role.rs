//! Job families as data: how people write them, and which titles say a level in them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::spelling::simplify;
use super::{Companies, Confidence, Level};
use crate::data::{FileError, read_toml};
use crate::echo::{self, Echo};

/// The longest name of a role that is kept, in characters.
const LONGEST_NAME: usize = Echo::LONGEST;

/// A job family by its code; software engineers where none is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String")]
pub struct Role(Cow<'static, str>);

/// A job family that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleNamed {
    /// The job family.
    pub role: Role,
    /// The level that the title says in that family; none where the title stands at several.
    pub level: Option<Level>,
}

#[derive(Debug)]
struct RoleData {
    code: String,
    title: String,
    people: String,
    aliases: Vec<String>,
    own_titles: bool,
    any_other: bool,
    levels: Vec<(String, Level)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RolesFile {
    source: String,
    #[serde(rename = "confidence")]
    _confidence: Confidence,
    role: Vec<RolePart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RolePart {
    code: String,
    title: String,
    people: String,
    aliases: Vec<String>,
    #[serde(default)]
    own_titles: bool,
    #[serde(default)]
    any_other: bool,
    #[serde(default)]
    levels: std::collections::BTreeMap<String, String>,
}

static ROLES: LazyLock<Vec<RoleData>> = LazyLock::new(|| {
    read("market/roles.toml", include_str!("../../market/roles.toml"))
        .expect("the roles in the program are read in its tests")
});

/// A family by one of its names, in words.
type Named = (Vec<&'static str>, &'static RoleData);

/// The names of all families by their first word.
static NAMES: LazyLock<HashMap<&'static str, Vec<Named>>> = LazyLock::new(|| {
    let mut names: HashMap<&str, Vec<Named>> = HashMap::new();
    for (data, alias) in ROLES.iter().flat_map(|data| data.aliases.iter().map(move |alias| (data, alias))) {
        let words: Vec<&str> = alias.split(' ').collect();
        names.entry(words[0]).or_default().push((words, data));
    }
    names
});

fn read(file: &str, text: &str) -> Result<Vec<RoleData>, FileError> {
    let read: RolesFile = read_toml(file, text)?;
    if read.source.trim().is_empty() {
        return Err(FileError::at(file, "source", "is empty"));
    }
    let mut roles: Vec<RoleData> = Vec::new();
    for part in read.role {
        let wrong = |key: &str, reason: String| FileError::at(file, key, reason).of(&part.code);
        for (key, text) in [("code", &part.code), ("title", &part.title), ("people", &part.people)] {
            if text.trim().is_empty() {
                return Err(wrong(key, "is empty".into()));
            }
        }
        let aliases: Vec<String> = part.aliases.iter().chain([&part.title]).map(|name| simplify(name)).collect();
        let taken = |alias: &&String| roles.iter().any(|other| other.aliases.contains(alias));
        if let Some(alias) = aliases.iter().find(|alias| alias.is_empty() || taken(alias)) {
            return Err(wrong("aliases", format!("has \"{alias}\", which is empty or another role's")));
        }
        let level = |(title, level): (&String, &String)| {
            let level = Companies::asked_for().read_level(level);
            level.map(|level| (simplify(title), level)).map_err(|error| wrong("levels", format!("is wrong: {error}")))
        };
        let levels = part.levels.iter().map(level).collect::<Result<_, _>>()?;
        let RolePart { code, title, people, own_titles, any_other, .. } = part;
        roles.push(RoleData { code, title, people, aliases, own_titles, any_other, levels });
    }
    match roles.first() {
        Some(_) => Ok(roles),
        None => Err(FileError::new(file, "holds no role")),
    }
}

impl RoleData {
    fn role(&'static self) -> Role {
        Role(Cow::Borrowed(&self.code))
    }

    /// The level that a title says; `has` is asked for each title in lower case.
    fn titled(&self, has: impl Fn(&str) -> bool) -> Option<Level> {
        let own = self.levels.iter().find(|(title, _)| has(title)).map(|(_, level)| *level);
        own.or_else(|| Companies::asked_for().titled(has).filter(|_| self.own_titles))
    }
}

impl Role {
    /// The families that are known, in the order in which they are shown.
    pub fn all() -> impl Iterator<Item = Self> {
        ROLES.iter().map(RoleData::role)
    }

    /// Each family with what a person in it is called.
    pub fn titles() -> impl Iterator<Item = (&'static str, Self)> {
        ROLES.iter().map(|data| (data.title.as_str(), data.role()))
    }

    fn data(&self) -> Option<&'static RoleData> {
        ROLES.iter().find(|data| data.code == *self.0)
    }

    /// The code as kept: `SDM`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is software engineers: such offers are kept without a role.
    pub fn is_software(&self) -> bool {
        self.0 == ROLES[0].code
    }

    /// What a person in it is called: `software development manager`; as it was given where it is not known.
    pub fn title(&self) -> &str {
        self.data().map_or(&self.0, |data| &data.title)
    }

    /// As it stands beside a level, `L6 SDM`: none for software engineers, and for a family that was not named.
    pub fn short(&self) -> Option<&str> {
        let named = !self.is_software() && !self.data().is_some_and(|data| data.any_other);
        named.then_some(self.as_str())
    }

    /// Several of them: `software development managers`.
    pub fn people(&self) -> &str {
        self.data().map_or(&self.0, |data| &data.people)
    }

    /// The family at the start of these lower-case words, by its longest name, with how many words that takes.
    pub fn at(words: &[&str]) -> Option<(usize, Self)> {
        let begins = |(name, _): &&(Vec<&str>, &RoleData)| words.starts_with(name);
        let fitting = NAMES.get(words.first()?)?.iter().filter(begins);
        fitting.max_by_key(|(name, _)| name.len()).map(|(name, data)| (name.len(), data.role()))
    }

    /// The family that a text names, with the level its title says: `L6 SDM`, `Sr. TPM`, `Senior Product Manager,
    /// Technical`, `Principal PM-T`. None where it names several.
    pub fn of_text(text: &str) -> Option<RoleNamed> {
        let plain = simplify(text);
        let words: Vec<&str> = plain.split(' ').collect();
        let mut found: Vec<(usize, Self)> = Vec::new();
        let mut index = 0;
        while index < words.len() {
            match Self::at(&words[index..]) {
                Some((count, role)) => {
                    found.push((count, role));
                    index += count;
                }
                None => index += 1,
            }
        }
        let role = found.first()?.1.clone();
        if found.iter().any(|(_, other)| *other != role) {
            return None;
        }
        let has = |title: &str| {
            let title: Vec<&str> = title.split(' ').collect();
            words.windows(title.len()).any(|window| window == title)
        };
        let level = role.data().and_then(|data| data.titled(has));
        Some(RoleNamed { role, level })
    }

    /// Whether a lower-case word is part of a name of any family.
    pub fn has_word(word: &str) -> bool {
        ROLES.iter().flat_map(|data| &data.aliases).any(|alias| alias.split(' ').any(|part| part == word))
    }
}

impl Default for Role {
    fn default() -> Self {
        ROLES[0].role()
    }
}

impl From<String> for Role {
    fn from(name: String) -> Self {
        let plain = simplify(&name);
        let known = ROLES.iter().find(|data| simplify(&data.code) == plain || data.aliases.contains(&plain));
        known.map_or_else(|| Self(Cow::Owned(echo::kept(&name, LONGEST_NAME))), RoleData::role)
    }
}

/// `SDM`.
impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let said = Role::of_text(text).map_or("none".to_owned(), |named| {
            format!("{}{}", named.role, named.level.map_or(String::new(), |level| format!(" {level}")))
        });
        assert_eq!(said, expected, "{text}");
    }

    #[test]
    fn roles_are_read_as_people_write_them() {
        for (text, expected) in [
            ("SDE", "SDE"),
            ("Senior Software Development Engineer", "SDE L6"),
            ("SDE II", "SDE L5"),
            ("Principal SWE", "SDE L7"),
            ("L6 SDM", "SDM"),
            ("SDM II", "SDM"),
            ("senior sdm", "SDM"),
            ("Software Development Manager III", "SDM"),
            ("Senior Manager, Software Development", "SDM L7"),
            ("Sr. Manager, Software Development", "SDM L7"),
            ("Sr. TPM", "TPM L6"),
            ("Senior Technical Program Manager", "TPM L6"),
            ("Principal TPM", "TPM L7"),
            ("L6 PM-T", "PM-T"),
            ("PMT", "PM-T"),
            ("Principal PM-T", "PM-T L7"),
            ("senior product manager technical", "PM-T L6"),
            ("Senior Product Manager - Technical", "PM-T L6"),
            ("Sr. PMT-ES", "PM-T L6"),
            ("Senior Product Manager", "PM L6"),
            ("Senior Manager, Product Management", "PM L7"),
            ("L6 PM", "PM"),
            ("applied scientist II", "AS L5"),
            ("Senior Applied Scientist", "AS L6"),
            ("Sr. Manager, Applied Science", "AS L7"),
            ("applied scientist L6", "AS"),
            ("Data Engineer II", "DE L5"),
            ("BIE", "BIE"),
            ("Business Intelligence Engineer III", "BIE L6"),
            ("senior ux designer", "UX L6"),
            ("Solutions Architect", "SA"),
            ("Sr. Solutions Architect", "SA L6"),
            ("Senior Finance Manager", "FIN"),
            ("Senior Financial Analyst", "FIN"),
            ("machine learning engineer", "MLE"),
            ("Principal Economist", "ECON L7"),
            ("Senior Program Manager", "PGM L6"),
            ("another role", "OTHER"),
        ] {
            check(text, expected);
        }
        for text in [
            "",
            "L6",
            "senior",
            "Principal",
            "by 5 pm",
            "manager",
            "the hiring manager",
            "as I am",
            "de",
            "SA",
            "SDE or TPM",
            "base 200k",
        ] {
            check(text, "none");
        }
    }

    #[test]
    fn a_role_is_kept_by_its_code() {
        assert!(Role::all().count() <= 25, "as many as a list holds");
        for role in Role::all() {
            assert_eq!(Role::from(role.as_str().to_owned()), role);
            assert_eq!(Role::from(role.title().to_owned()), role);
            assert!(!role.people().is_empty() && !role.as_str().contains(' '));
        }
        assert!(Role::default().is_software());
        assert_eq!(Role::from("  Astronaut ".to_owned()).title(), "Astronaut");
    }

    #[test]
    fn a_bad_file_is_named_with_key_and_reason() {
        let good = "source = \"a test\"\nconfidence = \"low\"\n[[role]]\ncode = \"A\"\ntitle = \"an a\"\npeople = \"as\"\naliases = []\nlevels = { \"big\" = \"L7\" }\n";
        let refuse = |text: &str, expected: &str| {
            assert_eq!(read("r.toml", text).expect_err("bad").to_string(), expected);
        };
        assert!(read("r.toml", good).is_ok());
        refuse(&good.replace("a test", ""), "r.toml: `source` is empty");
        refuse(&good.replace("\"as\"", "\"\""), "r.toml: A: `people` is empty");
        refuse(
            &good.replace("L7", "L9"),
            "r.toml: A: `levels` is wrong: the level must be L4, L5, L6, L7, L8 or L10, not \"L9\"",
        );
        let twice = format!("{good}[[role]]\ncode = \"B\"\ntitle = \"an A\"\npeople = \"bs\"\naliases = []\n");
        refuse(&twice, "r.toml: B: `aliases` has \"an a\", which is empty or another role's");
    }
}
