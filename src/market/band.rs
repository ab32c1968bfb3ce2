//! Pay bands as data: one TOML file per cell (role, level, place), money as strings.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rust_embed::RustEmbed;
use serde::Deserialize;

use super::{Companies, Level, Percentile, Place, Range};
use crate::money::Money;

/// The band files that ship with the program.
#[derive(RustEmbed)]
#[folder = "bands/"]
struct Shipped;

/// The file beside the bands that holds the companies.
const COMPANIES: &str = "companies.toml";

/// What one market cell pays.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The employer.
    pub company: String,
    /// The job family.
    pub role: String,
    /// The level.
    pub level: Level,
    /// The place; always a known one.
    pub place: Place,
    /// Base, dollars a year.
    pub base: Range,
    /// Sign-on, dollars over both years.
    pub sign_on: Range,
    /// Grant, dollars over four years.
    pub grant: Range,
    /// Where the figures are from.
    pub source: String,
    /// The day the figures stand for.
    pub as_of: Date,
    /// What the ends mean, for example `p10/p90`.
    pub ends: String,
    /// What to know about the figures, for example where the source contradicts itself.
    pub notes: Vec<String>,
}

/// Why band files can't be used: always with the file, the key and the reason.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BandError {
    /// A value that does not do.
    #[error("{file}: `{key}` {reason}")]
    Value {
        /// The file's name.
        file: String,
        /// The key at fault.
        key: String,
        /// What is wrong and what would be right.
        reason: String,
    },
    /// A file that is no such TOML document.
    #[error("{file}: {reason}")]
    File {
        /// The file's name.
        file: String,
        /// What the parser says, on one line.
        reason: String,
    },
    /// The folder can't be read or holds no band.
    #[error("{folder}: {reason}")]
    Folder {
        /// The folder.
        folder: String,
        /// What is wrong.
        reason: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BandFile {
    company: String,
    role: String,
    level: String,
    place: String,
    base: [String; 2],
    sign_on_two_years: [String; 2],
    grant_four_years: [String; 2],
    source: String,
    as_of: String,
    ends: String,
    #[serde(default)]
    notes: Vec<String>,
}

impl Band {
    /// The yearly average over four years that the components span: (4 x base + sign-on + grant) / 4.
    pub fn four_year_average(&self) -> Range {
        let average = |base: Money, sign_on: Money, grant: Money| (base * 4 + sign_on + grant).split(4);
        Range {
            low: average(self.base.low, self.sign_on.low, self.grant.low),
            high: average(self.base.high, self.sign_on.high, self.grant.high),
        }
    }

    /// Where a four-year total stands in this band.
    pub fn percentile(&self, four_year_total: Money) -> Option<Percentile> {
        Percentile::of_total(four_year_total, self.four_year_average())
    }

    /// Four-year total, in dollars, at a percentile from 1 to 99.
    pub fn total_at(&self, percentile: u8) -> Option<Money> {
        Percentile::pay_at(percentile, self.four_year_average()).map(|average| average * 4)
    }

    /// Whole months from the day of the figures to `today`; zero for a day before it.
    pub fn age_in_months(&self, today: Date) -> i32 {
        let months = i32::from(today.year() - self.as_of.year()) * 12 + i32::from(today.month() - self.as_of.month());
        (months - i32::from(today.day() < self.as_of.day())).max(0)
    }

    /// Older than 18 months: to be said beside every figure from this band.
    pub fn is_old(&self, today: Date) -> bool {
        self.age_in_months(today) > 18 || (self.age_in_months(today) == 18 && today.day() > self.as_of.day())
    }

    fn parse(file: &str, text: &str) -> Result<Self, BandError> {
        let value = |key: &str, reason: String| BandError::Value { file: file.into(), key: key.into(), reason };
        let read: BandFile = toml::from_str(text).map_err(|error| BandError::File {
            file: file.into(),
            reason: error.to_string().split_whitespace().collect::<Vec<_>>().join(" "),
        })?;
        let range = |key: &str, ends: &[String; 2]| Range::read(ends).map_err(|error| value(key, error.to_string()));
        let place = Place::known(&read.place).ok_or_else(|| {
            value("place", format!("is \"{}\"; it must be one of Seattle, Bay_Area, NYC, Austin", read.place))
        })?;
        if read.ends != "p10/p90" {
            return Err(value("ends", format!("is \"{}\"; the percentile is defined for \"p10/p90\" only", read.ends)));
        }
        for (key, text) in [("company", &read.company), ("role", &read.role), ("source", &read.source)] {
            if text.trim().is_empty() {
                return Err(value(key, "is empty".into()));
            }
        }
        Ok(Self {
            base: range("base", &read.base)?,
            sign_on: range("sign_on_two_years", &read.sign_on_two_years)?,
            grant: range("grant_four_years", &read.grant_four_years)?,
            level: Companies::asked_for()
                .read_level(&read.level)
                .map_err(|error| value("level", format!("is wrong: {error}")))?,
            as_of: read
                .as_of
                .parse()
                .map_err(|_| value("as_of", format!("is \"{}\"; write a date such as 2025-01-01", read.as_of)))?,
            place,
            company: read.company,
            role: read.role,
            source: read.source,
            ends: read.ends,
            notes: read.notes,
        })
    }
}

/// All bands that were read, at most one per level and place.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands(Vec<Band>);

impl Bands {
    /// The bands that ship with the program.
    pub fn shipped() -> Result<Self, BandError> {
        let files = Shipped::iter().filter(|name| name != COMPANIES).filter_map(|name| {
            let text = Shipped::get(&name)?;
            Some((format!("bands/{name}"), String::from_utf8_lossy(&text.data).into_owned()))
        });
        Self::from_texts("bands", files.collect())
    }

    /// The bands of a folder of `.toml` files.
    pub fn from_folder(folder: &Path) -> Result<Self, BandError> {
        let named = folder.display().to_string();
        let cannot = |error: std::io::Error| BandError::Folder {
            folder: named.clone(),
            reason: format!("can't be read: {error}"),
        };
        let mut paths: Vec<PathBuf> = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(cannot)? {
            let path = entry.map_err(cannot)?.path();
            let of_companies = path.file_name().is_some_and(|name| name == COMPANIES);
            if path.extension().is_some_and(|extension| extension == "toml") && !of_companies {
                paths.push(path);
            }
        }
        let mut texts = Vec::new();
        for path in paths {
            let file = path.display().to_string();
            let text = std::fs::read_to_string(&path)
                .map_err(|error| BandError::File { file: file.clone(), reason: format!("can't be read: {error}") })?;
            texts.push((file, text));
        }
        Self::from_texts(&named, texts)
    }

    fn from_texts(folder: &str, mut texts: Vec<(String, String)>) -> Result<Self, BandError> {
        texts.sort();
        let mut bands: Vec<Band> = Vec::new();
        for (file, text) in &texts {
            let band = Band::parse(file, text)?;
            if bands.iter().any(|other| other.level == band.level && other.place == band.place) {
                return Err(BandError::Value {
                    file: file.clone(),
                    key: "place".into(),
                    reason: format!(
                        "repeats the cell {} in {}, which another file already holds",
                        band.level, band.place
                    ),
                });
            }
            bands.push(band);
        }
        if bands.is_empty() {
            return Err(BandError::Folder { folder: folder.into(), reason: "holds no .toml file with a band".into() });
        }
        Ok(Self(bands))
    }

    /// The band of a cell, if there is one.
    pub fn find(&self, level: Level, place: &Place) -> Option<&Band> {
        self.0.iter().find(|band| band.level == level && band.place == *place)
    }

    /// Every band.
    pub fn iter(&self) -> impl Iterator<Item = &Band> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
        company = "Amazon"
        role = "SDE"
        level = "L6"
        place = "Seattle"
        base = ["180,000", "220,000"]
        sign_on_two_years = ["100,000", "200,000"]
        grant_four_years = ["300,000", "500,000"]
        source = "a test"
        as_of = "2025-01-01"
        ends = "p10/p90"
    "#;

    fn parse(text: &str) -> Result<Bands, String> {
        Bands::from_texts("bands", vec![("bands/x.toml".into(), text.into())]).map_err(|error| error.to_string())
    }

    #[track_caller]
    fn refuse(from: &str, to: &str, expected: &str) {
        assert_eq!(parse(&GOOD.replace(from, to)).expect_err("a bad file"), expected);
    }

    #[test]
    fn a_bad_file_is_named_with_key_and_reason() {
        assert!(parse(GOOD).is_ok());
        refuse(
            "\"180,000\"",
            "\"lots\"",
            "bands/x.toml: `base` has \"lots\": I see no amount there; write an amount such as \"180,000\"",
        );
        refuse(
            "\"500,000\"",
            "\"200k\"",
            "bands/x.toml: `grant_four_years` goes from $300,000 to $200,000: the lower end must be above zero and below the upper one",
        );
        refuse(
            "\"Seattle\"",
            "\"Atlantis\"",
            "bands/x.toml: `place` is \"Atlantis\"; it must be one of Seattle, Bay_Area, NYC, Austin",
        );
        refuse("2025-01-01", "last year", "bands/x.toml: `as_of` is \"last year\"; write a date such as 2025-01-01");
        refuse(
            "p10/p90",
            "min/max",
            "bands/x.toml: `ends` is \"min/max\"; the percentile is defined for \"p10/p90\" only",
        );
        refuse("\"L6\"", "\"L5\"", "bands/x.toml: `level` is wrong: the level must be L6 or L7, not \"L5\"");
        refuse("source = \"a test\"", "source = \"\"", "bands/x.toml: `source` is empty");
        assert!(parse(&GOOD.replace("role", "rolle")).expect_err("unknown key").contains("bands/x.toml: "));
    }

    #[test]
    fn the_same_cell_twice_is_refused() {
        let twice = vec![("a.toml".to_owned(), GOOD.to_owned()), ("b.toml".to_owned(), GOOD.to_owned())];
        let error = Bands::from_texts("bands", twice).expect_err("twice");
        assert_eq!(
            error.to_string(),
            "b.toml: `place` repeats the cell L6 in Seattle, which another file already holds"
        );
    }

    #[test]
    fn six_cells_ship_with_their_four_year_averages() {
        let bands = Bands::shipped().expect("the shipped bands are good");
        let averages: Vec<String> = bands
            .iter()
            .map(|band| {
                format!(
                    "{} {} {}-{}",
                    band.level,
                    band.place,
                    band.four_year_average().low.bare_short(),
                    band.four_year_average().high.bare_short()
                )
            })
            .collect();
        assert_eq!(
            averages,
            [
                "L6 Austin 262.5k-367.5k",
                "L6 the Bay Area 307.5k-452.5k",
                "L6 New York City 292.5k-422.5k",
                "L6 Seattle 280k-395k",
                "L7 the Bay Area 557.5k-925k",
                "L7 Seattle 500k-825k",
            ]
        );
        assert_eq!(bands.find(Level::l7(), &Place::Nyc), None);
        assert!(bands.iter().all(|band| !band.notes.is_empty()));
    }

    #[test]
    fn age_is_counted_in_whole_months() {
        let bands = parse(GOOD).expect("good");
        let band = bands.iter().next().expect("one");
        for (today, months, old) in [
            ("2025-01-31", 0, false),
            ("2026-07-01", 18, false),
            ("2026-07-02", 18, true),
            ("2026-11-23", 22, true),
            ("2024-01-01", 0, false),
        ] {
            let today = today.parse().expect("a date");
            assert_eq!((band.age_in_months(today), band.is_old(today)), (months, old), "{today}");
        }
    }
}
