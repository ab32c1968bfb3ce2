//! What a band is of: a company, a role, a level and a place.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::spelling::simplify;
use super::{Companies, Level, Place, Role};
use crate::echo::{self, Echo};
use crate::money::Currency;

/// The longest name of a company or role that is kept, in characters.
const LONGEST_NAME: usize = Echo::LONGEST;

/// A company by its name; the one that the conversation asks for where none is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String")]
pub struct CompanyName(Cow<'static, str>);

/// The key of a band.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    /// The company.
    pub company: &'a CompanyName,
    /// The job family.
    pub role: &'a Role,
    /// The level.
    pub level: Level,
    /// Where the job is.
    pub place: &'a Place,
    /// What the figures are in: bands are in US dollars.
    pub currency: Currency,
}

static ASKED_COMPANY: LazyLock<CompanyName> = LazyLock::new(CompanyName::default);
static SOFTWARE: LazyLock<Role> = LazyLock::new(Role::default);

impl<'a> Cell<'a> {
    /// The cell of software engineers at the company that the conversation asks for.
    pub fn asked_for(level: Level, place: &'a Place) -> Self {
        Self { company: &ASKED_COMPANY, role: &SOFTWARE, level, place, currency: Currency::USD }
    }

    /// Whether it is the same cell, however role and place are written.
    pub fn is(self, other: Cell<'_>) -> bool {
        self.level == other.level
            && self.company == other.company
            && self.currency == other.currency
            && self.place.is(other.place)
            && simplify(self.role.as_str()) == simplify(other.role.as_str())
    }
}

/// `Amazon SDE L6 in Seattle`.
impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} in {}", self.company, self.role, self.level, self.place)
    }
}

impl CompanyName {
    /// The name as kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the one that the conversation asks for: such offers are kept without a name.
    pub fn is_asked_for(&self) -> bool {
        *self == *ASKED_COMPANY
    }
}

impl Default for CompanyName {
    fn default() -> Self {
        Self(Cow::Borrowed(&Companies::asked_for().name))
    }
}

impl From<String> for CompanyName {
    fn from(name: String) -> Self {
        Self(Cow::Owned(echo::kept(&name, LONGEST_NAME)))
    }
}

impl fmt::Display for CompanyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_the_same_however_it_is_written() {
        let (google, manager) = (CompanyName::from("Google".to_owned()), Role::from("sdm".to_owned()));
        let denver = Place::from("Denver, CO".to_owned());
        let cell = Cell::asked_for(Level::l6(), &denver);
        assert!(cell.is(Cell { place: &Place::from("denver co".to_owned()), ..cell }));
        assert!(cell.is(Cell { role: &Role::from("Software Engineer".to_owned()), ..cell }));
        assert!(Cell { role: &manager, ..cell }.is(Cell { role: &Role::from("SDM".to_owned()), ..cell }));
        for other in [
            Cell { company: &google, ..cell },
            Cell { role: &manager, ..cell },
            Cell { level: Level::l7(), ..cell },
            Cell { place: &Place::Seattle, ..cell },
        ] {
            assert!(!cell.is(other), "{other}");
        }
        assert_eq!(cell.to_string(), "Amazon SDE L6 in Denver, CO");
    }
}
