//! `counteroffer check`: everything a start needs, looked at without starting.

use std::io::Write;
use std::path::Path;

use super::exit::Exit;
use crate::config::Config;
use crate::market::{Bands, Companies};
use crate::playbook::Catalogue;
use crate::store::{SqliteStore, Store};
use crate::tax::TaxTables;

/// Checks the configuration, the bands, the store and the templates; says what is right on
/// `output` and gives every failure as one sentence with its fix.
pub(super) async fn check(config: Result<Config, String>, output: &mut impl Write) -> Result<(), Exit> {
    let mut failures = Vec::new();
    let mut say = |what: &str, result: Result<String, String>| {
        match result {
            Ok(fine) => writeln!(output, "ok      {what}: {fine}").ok(),
            Err(failure) => {
                let said = writeln!(output, "FAILED  {what}: {failure}").ok();
                failures.push(failure);
                said
            }
        };
    };
    match &config {
        Ok(config) => say("config", Ok(summary(config))),
        Err(failure) => say("config", Err(failure.clone())),
    }
    let bands_folder = config.as_ref().ok().and_then(|config| config.bands.clone());
    let bands = load_bands(bands_folder.as_deref());
    let companies = bands.as_ref().map_or_else(|_| Companies::shipped(), Bands::companies).iter().count();
    say("bands", bands.as_ref().map(cells).map_err(Clone::clone));
    say("companies", Ok(format!("{companies} with their levels and vesting, as far as known")));
    say(
        "templates",
        Catalogue::shipped()
            .map(|catalogue| format!("{} entries", catalogue.all().len()))
            .map_err(|error| error.to_string()),
    );
    say(
        "taxes",
        TaxTables::shipped()
            .map(|tables| format!("{} tables, the newest of {}", tables.sources().count(), tables.newest_year()))
            .map_err(|error| error.to_string()),
    );
    if let Ok(config) = &config {
        say("store", check_store(&config.database.to_string_lossy()).await);
    }
    match failures.len() {
        0 => Ok(()),
        1 => Err(Exit::Config("1 check failed; its fix stands above.".into())),
        several => Err(Exit::Config(format!("{several} checks failed; their fixes stand above."))),
    }
}

fn summary(config: &Config) -> String {
    let token = if config.token.is_some() { "token set" } else { "no DISCORD_TOKEN: the terminal only" };
    let base = config.api_base.as_ref().map_or("Discord itself", |base| base.as_str());
    format!("{token}; {base}; store {}", config.database.display())
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

async fn check_store(url: &str) -> Result<String, String> {
    let store = SqliteStore::open(url).await.map_err(|error| error.to_string())?;
    store.check_writable().await.map_err(|error| error.to_string())?;
    store.close().await.map_err(|error| error.to_string())?;
    Ok("can be read and written".into())
}

/// The bands of a folder, or those that ship with the program.
pub(super) fn load_bands(folder: Option<&Path>) -> Result<Bands, String> {
    match folder {
        None => Bands::shipped().map_err(|error| error.to_string()),
        Some(folder) => Bands::from_folder(folder)
            .map_err(|error| format!("{error}; mend it, or unset BANDS_DIR to use the bands in the program")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cells_of_a_folder_are_named() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bands");
        insta::assert_snapshot!(cells(&load_bands(Some(&folder)).expect("good")), @"");
        insta::assert_snapshot!(cells(&load_bands(None).expect("good")), @"");
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
        let ended = check(config.map_err(|error| error.to_string()), &mut output).await;
        let output = String::from_utf8(output).expect("text").replace(&bands, "BANDS");
        let lines: Vec<&str> =
            output.lines().filter(|line| line.contains("bands") || line.contains("compan")).collect();
        insta::assert_snapshot!(lines.join("\n"), @"");
        assert!(ended.is_err());
    }
}
