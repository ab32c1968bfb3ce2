//! The settings' names, and names that were likely meant to be one.

use std::collections::BTreeSet;

use strsim::osa_distance;

/// Every variable that is read.
pub const SETTINGS: [&str; 7] =
    ["DISCORD_TOKEN", "DATABASE_URL", "BANDS_DIR", "PRICE_URL", "COUNTEROFFER_SECRET", "RUST_LOG", "DISCORD_API_BASE"];

/// Letters from which a name may have two slips in it; a shorter one has one, as others' variables are near it.
const LONG: usize = 9;

/// A variable that is set and not read, with the setting that it is near to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// As it is written.
    pub written: String,
    /// The setting.
    pub meant: &'static str,
}

/// The variables of the process that hold something.
pub fn names_in_use() -> BTreeSet<String> {
    let held = std::env::vars_os().filter(|(_, value)| !value.to_string_lossy().trim().is_empty());
    held.filter_map(|(name, _)| name.into_string().ok()).collect()
}

/// The slips among variables. None where the setting itself is set: then the other one is another program's.
pub fn slips(names: &BTreeSet<String>) -> Vec<Slip> {
    let unread = names.iter().filter(|name| !SETTINGS.contains(&name.as_str()));
    unread.filter_map(|name| Some(Slip { written: name.clone(), meant: nearest(name, names)? })).collect()
}

fn nearest(name: &str, names: &BTreeSet<String>) -> Option<&'static str> {
    let upper = name.to_uppercase();
    let near = SETTINGS.into_iter().filter(|setting| !names.contains(*setting)).filter_map(|setting| {
        let distance = osa_distance(&upper, setting);
        let most = if setting.len() >= LONG { 2 } else { 1 };
        (distance <= most).then_some((distance, setting))
    });
    near.min().map(|(_, setting)| setting)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::config::Config;

    fn of(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[track_caller]
    fn check(names: &[&str], expected: &[(&str, &str)]) {
        let found = slips(&of(names));
        let found: Vec<_> = found.iter().map(|slip| (slip.written.as_str(), slip.meant)).collect();
        assert_eq!(found, expected, "{names:?}");
    }

    #[test]
    fn a_name_with_a_slip_is_near_its_setting() {
        check(&["DISCORD_TOKN"], &[("DISCORD_TOKN", "DISCORD_TOKEN")]);
        check(&["DISCROD_TOKEN"], &[("DISCROD_TOKEN", "DISCORD_TOKEN")]);
        check(&["discord_token"], &[("discord_token", "DISCORD_TOKEN")]);
        check(&["DATABASE_URI", "BAND_DIR"], &[("BAND_DIR", "BANDS_DIR"), ("DATABASE_URI", "DATABASE_URL")]);
        check(&["RUST_LOGS"], &[("RUST_LOGS", "RUST_LOG")]);
    }

    #[test]
    fn other_programs_variables_are_none() {
        check(&["PATH", "HOME", "RUST_LIB", "RUSTFLAGS", "TOKEN", "LANG", "RUST_BACKTRACE", "DISCORD_API"], &[]);
        check(&["DISCORD_TOKEN2", "DISCORD_TOKEN"], &[]);
        check(&SETTINGS, &[]);
    }

    #[test]
    fn the_settings_are_those_that_are_read_and_explained() {
        let asked = RefCell::new(BTreeSet::new());
        let config = Config::read(|name| {
            asked.borrow_mut().insert(name.to_owned());
            None
        });
        assert!(config.is_ok());
        assert_eq!(asked.into_inner(), of(&SETTINGS));
        let example = std::fs::read_to_string(".env.example").expect("a file");
        let lines = example.lines().filter(|line| !line.starts_with('#'));
        let explained: BTreeSet<&str> = lines.filter_map(|line| Some(line.split_once('=')?.0)).collect();
        assert_eq!(explained, BTreeSet::from(SETTINGS));
    }
}
