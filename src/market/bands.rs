//! All bands: read from the program or from a folder, found by their cell.

use std::path::Path;

use rust_embed::RustEmbed;

use super::{Band, Cell, Companies, Level};
use crate::data::{FileError, embedded, from_folder};

/// The files that ship with the program: the bands, and the companies beside them.
#[derive(RustEmbed)]
#[folder = "bands/"]
struct Shipped;

/// The file beside the bands that holds the companies.
const COMPANIES: &str = "companies.toml";

/// All bands that were read, at most one of each cell, and the companies they are of.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    companies: Companies,
    bands: Vec<Band>,
}

impl Bands {
    /// The bands that ship with the program.
    pub fn shipped() -> Result<Self, FileError> {
        let (_, bands) = parted(embedded::<Shipped>("bands"));
        Self::read("bands", &bands, Companies::shipped().clone())
    }

    /// The bands of a folder of `.toml` files, of the companies that ship with the program and of
    /// those in a `companies.toml` beside the bands.
    pub fn from_folder(folder: &Path) -> Result<Self, FileError> {
        let (added, bands) = parted(from_folder(folder, "toml")?);
        let mut companies = Companies::shipped().clone();
        for (file, text) in added {
            companies.add(&file, &text)?;
        }
        Self::read(&folder.display().to_string(), &bands, companies)
    }

    fn read(folder: &str, texts: &[(String, String)], companies: Companies) -> Result<Self, FileError> {
        let mut bands: Vec<Band> = Vec::new();
        for (index, (file, text)) in texts.iter().enumerate() {
            let band = Band::parse(file, text, &companies)?;
            let same = |other: &Band| band.cells().any(|cell| other.is_of(cell));
            if let Some(((other, _), _)) = texts[..index].iter().zip(&bands).find(|(_, other)| same(other)) {
                let reason = format!("repeats {}, which {other} already holds", band.cell());
                return Err(FileError::new(file, reason));
            }
            bands.push(band);
        }
        if bands.is_empty() {
            return Err(FileError::new(folder, "holds no .toml file with a band"));
        }
        Ok(Self { companies, bands })
    }

    /// The band of a cell, if there is one.
    pub fn find(&self, cell: Cell<'_>) -> Option<&Band> {
        self.bands.iter().find(|band| band.is_of(cell))
    }

    /// The bands of the same company, role and level, in any place.
    pub fn anywhere<'a>(&'a self, cell: Cell<'a>) -> impl Iterator<Item = &'a Band> {
        self.bands.iter().filter(move |band| Cell { place: cell.place, ..band.cell() }.is(cell))
    }

    /// The level above that of a cell, where the company's data has one.
    pub fn level_above(&self, cell: Cell<'_>) -> Option<Level> {
        self.companies.find(cell.company.as_str())?.next_level(cell.level)
    }

    /// The band of the level above, in the same place.
    pub fn above(&self, cell: Cell<'_>) -> Option<&Band> {
        self.level_above(cell).and_then(|level| self.find(Cell { level, ..cell }))
    }

    /// Every band.
    pub fn iter(&self) -> impl Iterator<Item = &Band> {
        self.bands.iter()
    }

    /// The companies that bands can be of.
    pub fn companies(&self) -> &Companies {
        &self.companies
    }
}

/// The names of files with their texts.
type Files = Vec<(String, String)>;

/// The files with companies, and those with bands.
fn parted(texts: Files) -> (Files, Files) {
    texts.into_iter().partition(|(file, _)| Path::new(file).file_name().is_some_and(|name| name == COMPANIES))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::{Place, Role};

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

    fn read(texts: &[&str]) -> Result<Bands, String> {
        let files = ["bands/x.toml", "bands/y.toml", "bands/z.toml"].map(str::to_owned);
        let texts: Vec<(String, String)> = files.into_iter().zip(texts.iter().map(|text| (*text).to_owned())).collect();
        Bands::read("bands", &texts, Companies::shipped().clone()).map_err(|error| error.to_string())
    }

    fn parse(text: &str) -> Result<Bands, String> {
        read(&[text])
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
        refuse("\"Seattle\"", "\" \"", "bands/x.toml: `place` is empty");
        refuse(
            "\"Amazon\"",
            "\"Amazing\"",
            "bands/x.toml: `company` is \"Amazing\", which is no company in companies.toml; add it there first",
        );
        refuse("2025-01-01", "last year", "bands/x.toml: `as_of` is \"last year\"; write a date such as 2025-01-01");
        refuse(
            "p10/p90",
            "min/max",
            "bands/x.toml: `ends` is \"min/max\"; the percentile is defined for \"p10/p90\" only",
        );
        refuse(
            "\"L6\"",
            "\"L9\"",
            "bands/x.toml: `level` is wrong: the level must be L4, L5, L6, L7, L8 or L10, not \"L9\"",
        );
        refuse("source = \"a test\"", "source = \"\"", "bands/x.toml: `source` is empty");
        assert!(parse(&GOOD.replace("role", "rolle")).expect_err("unknown key").contains("bands/x.toml: "));
    }

    #[test]
    fn the_same_cell_twice_is_refused_with_both_files() {
        let twice = "bands/y.toml: repeats Amazon SDE L6 in Seattle, which bands/x.toml already holds";
        assert_eq!(read(&[GOOD, GOOD]).expect_err("twice"), twice);
        let without_role = GOOD.replace("role = \"SDE\"", "");
        assert_eq!(read(&[GOOD, &without_role]).expect_err("twice"), twice, "software engineers where none is named");
        let denver = GOOD.replace("\"Seattle\"", "\"Denver\"\nplace_names = [\"Denver, CO\"]");
        assert_eq!(
            read(&[&denver, &GOOD.replace("Seattle", "denver co")]).expect_err("twice"),
            "bands/y.toml: repeats Amazon SDE L6 in denver co, which bands/x.toml already holds"
        );
    }

    #[test]
    fn company_role_level_and_place_tell_bands_apart() {
        for (from, to) in [("Amazon", "Google"), ("SDE", "SDM"), ("L6", "L7"), ("Seattle", "Denver")] {
            let other = GOOD.replace(from, to).replace("180,000", "190,000");
            let bands = read(&[GOOD, &other]).expect("two cells");
            let found = bands.find(Cell::asked_for(Level::l6(), &Place::Seattle)).expect("the band");
            assert_eq!(found.base.low.bare_short(), "180k", "{to}");
            let [_, last] = bands.iter().collect::<Vec<_>>()[..] else { panic!("two bands") };
            assert_eq!(bands.find(last.cell()).map(|band| band.base.low.bare_short()), Some("190k".into()), "{to}");
        }
        let manager = Role::from("SDM".to_owned());
        let bands = parse(GOOD).expect("good");
        assert_eq!(bands.find(Cell { role: &manager, ..Cell::asked_for(Level::l6(), &Place::Seattle) }), None);
    }

    #[test]
    fn a_place_is_found_by_each_of_its_names() {
        let denver = GOOD.replace("\"Seattle\"", "\"Denver\"\nplace_names = [\"Denver, CO\"]");
        let bands = parse(&denver).expect("good");
        for name in ["Denver", "denver", "Denver, CO", "Denver CO"] {
            let place = Place::from(name.to_owned());
            assert!(bands.find(Cell::asked_for(Level::l6(), &place)).is_some(), "{name}");
        }
        assert_eq!(bands.find(Cell::asked_for(Level::l6(), &Place::from("Denver, PA".to_owned()))), None);
    }

    #[test]
    fn a_folder_adds_companies_to_those_of_the_program() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
        write("l5.toml", &GOOD.replace("Amazon", "Initech").replace("L6", "T5"));
        let error = Bands::from_folder(folder.path()).expect_err("no such company").to_string();
        assert!(
            error.ends_with(
                "l5.toml: `company` is \"Initech\", which is no company in companies.toml; add it there first"
            )
        );
        write("companies.toml", "[[company]]\nname = \"Initech\"\naliases = [\"initech\"]\n");
        let bands = Bands::from_folder(folder.path()).expect("good");
        assert_eq!(bands.iter().map(|band| band.cell().to_string()).collect::<Vec<_>>(), ["Initech SDE T5 in Seattle"]);
        assert!(bands.companies().find("Google").is_some());
        write("companies.toml", "[[company]]\nname = \"Google\"\naliases = [\"google\"]\n");
        let error = Bands::from_folder(folder.path()).expect_err("twice").to_string();
        assert!(
            error.ends_with("companies.toml: Google: `aliases` has \"google\", which is empty or another company's")
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
        assert_eq!(bands.find(Cell::asked_for(Level::l7(), &Place::Nyc)), None);
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
