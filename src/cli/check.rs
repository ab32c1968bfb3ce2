//! `counteroffer check`: everything a start needs, looked at without starting.

use std::fmt::Display;
use std::io::Write;
use std::path::Path;

use super::exit::Exit;
use crate::config::{Config, ConfigError};
use crate::market::{Bands, Companies};
use crate::playbook::Catalogue;
use crate::store::{Rehearsed, SqliteStore};
use crate::tax::TaxTables;

/// Checks the configuration, the bands, the store and the templates; says what is right on
/// `output` and gives every failure as one sentence with its fix.
pub(super) async fn check(config: Result<Config, ConfigError>, output: &mut impl Write) -> Result<(), Exit> {
    let mut report = Report { output, failures: 0 };
    report.say("config", config.as_ref().map(summary));
    let bands_folder = config.as_ref().ok().and_then(|config| config.bands.as_deref());
    let bands = load_bands(bands_folder);
    let companies = bands.as_ref().map_or_else(|_| Companies::shipped(), Bands::companies).iter().count();
    report.say("bands", bands.as_ref().map(cells));
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
        let ended = check(config, &mut output).await;
        let output = String::from_utf8(output).expect("text").replace(&bands, "BANDS");
        let lines: Vec<&str> =
            output.lines().filter(|line| line.contains("bands") || line.contains("compan")).collect();
        insta::assert_snapshot!(lines.join("\n"), @"
        FAILED  bands: BANDS/b.toml: repeats Amazon SDE L5 in Seattle, which BANDS/a.toml already holds; mend it, or unset BANDS_DIR to use the bands in the program
        ok      companies: 84 with their levels and vesting, as far as known
        ");
        assert!(ended.is_err());
    }
}
