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
    say("bands", load_bands(bands_folder.as_deref()).map(|bands| format!("{} cells", bands.iter().count())));
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
    say("schedules", Ok(format!("{} companies", Companies::shipped().iter().count())));
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
