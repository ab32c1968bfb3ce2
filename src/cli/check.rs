//! `counteroffer check`: everything a start needs, looked at without starting.

use std::fmt::Display;
use std::io::Write;
use std::path::Path;

use jiff::civil::Date;

use super::exit::Exit;
use crate::config::{Config, ConfigError};
use crate::market::{Band, Bands, Companies};
use crate::playbook::Catalogue;
use crate::store::{Rehearsed, SqliteStore};
use crate::tax::TaxTables;

/// Checks the configuration, the bands, the store and the templates; says what is right on
/// `output` and gives every failure as one sentence with its fix.
pub(super) async fn check(
    config: Result<Config, ConfigError>,
    today: Date,
    output: &mut impl Write,
) -> Result<(), Exit> {
    let mut report = Report { output, failures: 0 };
    report.say("config", config.as_ref().map(summary));
    let bands_folder = config.as_ref().ok().and_then(|config| config.bands.as_deref());
    let bands = load_bands(bands_folder);
    let companies = bands.as_ref().map_or_else(|_| Companies::shipped(), Bands::companies).iter().count();
    report.say("bands", bands.as_ref().map(|bands| format!("{}; {}", cells(bands), age(bands, today))));
    let companies: Result<_, Exit> = Ok(format!("{companies} with their levels and vesting, as far as known"));
    report.say("companies", companies);
    let catalogue = Catalogue::shipped().map(|catalogue| format!("{} entries", catalogue.all().len()));
    report.say("templates", catalogue);
    let taxes = TaxTables::shipped();
    let newest =
        |tables: TaxTables| format!("{} tables, the newest of {}", tables.sources().count(), tables.newest_year());
    report.say("taxes", taxes.map(newest));
    if let Ok(config) = &config {
        let file = config.database_file();
        let found = SqliteStore::rehearse(&file).await.map(|found| match found {
            Rehearsed::There => format!("{} can be read and written", file.display()),
            Rehearsed::ToBeMade => format!("{} is not there yet; the first start makes it", file.display()),
        });
        report.say("store", found);
    }
    if report.failures == 0 { Ok(()) } else { Err(Exit::Checks(report.failures)) }
}

/// What is said of each check, and how many failed.
struct Report<'output, W> {
    output: &'output mut W,
    failures: usize,
}

impl<W: Write> Report<'_, W> {
    fn say(&mut self, what: &str, result: Result<String, impl Display>) {
        let said = match result {
            Ok(fine) => writeln!(self.output, "ok      {what}: {fine}"),
            Err(failure) => {
                self.failures += 1;
                writeln!(self.output, "FAILED  {what}: {failure}")
            }
        };
        // Whoever no longer reads still gets the exit code.
        said.ok();
    }
}

fn summary(config: &Config) -> String {
    let token = if config.token.is_some() { "token set" } else { "no DISCORD_TOKEN: the terminal only" };
    let base = config.api_base.as_ref().map_or("Discord itself", |base| base.as_str());
    format!("{token}; {base}")
}

/// `7 cells: Amazon L6 in Austin, Seattle; Google L5 in Seattle`.
fn cells(bands: &Bands) -> String {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for band in bands.iter() {
        let role = if band.role.is_software() { String::new() } else { format!("{} ", band.role) };
        let of = format!("{} {role}{}", band.company, band.level);
        let place = band.place.to_string();
        match groups.iter_mut().find(|(known, _)| *known == of) {
            Some((_, places)) => places.push(place),
            None => groups.push((of, vec![place])),
        }
    }
    let groups: Vec<String> = groups.into_iter().map(|(of, places)| format!("{of} in {}", places.join(", "))).collect();
    format!("{} cells: {}", bands.iter().count(), groups.join("; "))
}

/// `figures of January 2025, 22 months old`: a percentile is no better than these.
fn age(bands: &Bands, today: Date) -> String {
    let oldest = bands.iter().min_by_key(|band| band.as_of);
    let newest = bands.iter().max_by_key(|band| band.as_of);
    let (Some(oldest), Some(newest)) = (oldest, newest) else { return "no figures".into() };
    let months = match oldest.age_in_months(today) {
        1 => "1 month".into(),
        months => format!("{months} months"),
    };
    let month = |band: &Band| band.as_of.strftime("%B %Y").to_string();
    let said = if month(oldest) == month(newest) {
        format!("figures of {}, {months} old", month(oldest))
    } else {
        format!("figures of {} to {}, the oldest {months} old", month(oldest), month(newest))
    };
    if oldest.is_old(today) { format!("{said}: pay has moved since, so look for newer ones") } else { said }
}

/// The bands of a folder, or those that ship with the program.
pub(super) fn load_bands(folder: Option<&Path>) -> Result<Bands, Exit> {
    match folder {
        None => Ok(Bands::shipped()?),
        Some(folder) => Bands::from_folder(folder).map_err(Exit::Bands),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cells_of_a_folder_are_named() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bands");
        insta::assert_snapshot!(cells(&load_bands(Some(&folder)).expect("good")), @"3 cells: Google L5 in Seattle; Amazon L5 in Seattle; Amazon L6 in Denver");
        insta::assert_snapshot!(cells(&load_bands(None).expect("good")), @"6 cells: Amazon L6 in Austin, the Bay Area, New York City, Seattle; Amazon L7 in the Bay Area, Seattle");
    }

    #[test]
    fn how_old_the_figures_are_is_said() {
        let shipped = load_bands(None).expect("good");
        let on = |bands: &Bands, today: &str| age(bands, today.parse().expect("a day"));
        insta::assert_snapshot!(on(&shipped, "2025-02-15"), @"figures of January 2025, 1 month old");
        insta::assert_snapshot!(on(&shipped, "2026-11-23"), @"figures of January 2025, 22 months old: pay has moved since, so look for newer ones");
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::copy("bands/l6-seattle.toml", folder.path().join("a.toml")).expect("copied");
        std::fs::copy("tests/fixtures/bands/l5-seattle.toml", folder.path().join("b.toml")).expect("copied");
        let mixed = load_bands(Some(folder.path())).expect("good");
        insta::assert_snapshot!(on(&mixed, "2026-07-01"), @"figures of January 2025 to June 2026, the oldest 18 months old");
    }

    #[tokio::test]
    async fn two_bands_of_one_cell_are_named_with_their_files() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["a.toml", "b.toml"] {
            std::fs::copy("tests/fixtures/bands/l5-seattle.toml", folder.path().join(name)).expect("copied");
        }
        let (bands, store) = (folder.path().display().to_string(), folder.path().join("x.db").display().to_string());
        let config = Config::read(|name| match name {
            "BANDS_DIR" => Some(bands.clone()),
            "DATABASE_URL" => Some(store.clone()),
            _ => None,
        });
        let mut output = Vec::new();
        let ended = check(config, "2026-11-23".parse().expect("a day"), &mut output).await;
        let output = String::from_utf8(output).expect("text").replace(&bands, "BANDS");
        let lines: Vec<&str> =
            output.lines().filter(|line| line.contains("bands") || line.contains("compan")).collect();
        insta::assert_snapshot!(lines.join("\n"), @"
        FAILED  bands: BANDS/b.toml: repeats Amazon SDE L5 in Seattle, which BANDS/a.toml already holds; mend it, or unset BANDS_DIR to use the bands in the program
        ok      companies: 228 with their levels and vesting, as far as known
        ");
        assert!(ended.is_err());
    }
}
