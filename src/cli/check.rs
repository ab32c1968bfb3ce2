//! `counteroffer check`: everything a start needs, looked at without starting.

use std::fmt::Display;
use std::io::Write;
use std::path::Path;

use super::exit::Exit;
use crate::config::{Config, ConfigError};
use crate::market::{Bands, Companies};
use crate::playbook::Catalogue;
use crate::store::{SqliteStore, Store, StoreError};
use crate::tax::TaxTables;

/// Checks the configuration, the bands, the store and the templates; says what is right on
/// `output` and gives every failure as one sentence with its fix.
pub(super) async fn check(config: Result<Config, ConfigError>, output: &mut impl Write) -> Result<(), Exit> {
    let mut report = Report { output, failures: 0 };
    report.say("config", config.as_ref().map(summary));
    let bands_folder = config.as_ref().ok().and_then(|config| config.bands.as_deref());
    report.say("bands", load_bands(bands_folder).map(|bands| format!("{} cells", bands.iter().count())));
    let catalogue = Catalogue::shipped().map(|catalogue| format!("{} entries", catalogue.all().len()));
    report.say("templates", catalogue);
    let taxes = TaxTables::shipped();
    let newest =
        |tables: TaxTables| format!("{} tables, the newest of {}", tables.sources().count(), tables.newest_year());
    report.say("taxes", taxes.map(newest));
    let companies: Result<_, Exit> = Ok(format!("{} companies", Companies::shipped().iter().count()));
    report.say("schedules", companies);
    if let Ok(config) = &config {
        let store = check_store(&config.database.to_string_lossy()).await;
        report.say("store", store.map(|()| "can be read and written".into()));
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
    format!("{token}; {base}; store {}", config.database.display())
}

async fn check_store(url: &str) -> Result<(), StoreError> {
    let store = SqliteStore::open(url).await?;
    store.check_writable().await?;
    store.close().await
}

/// The bands of a folder, or those that ship with the program.
pub(super) fn load_bands(folder: Option<&Path>) -> Result<Bands, Exit> {
    match folder {
        None => Ok(Bands::shipped()?),
        Some(folder) => Bands::from_folder(folder).map_err(Exit::Bands),
    }
}
