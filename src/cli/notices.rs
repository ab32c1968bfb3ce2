//! What is said before a start of settings that do nothing, though somebody wrote them.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use crate::config::{names_in_use, slips};
use crate::echo::Echo;

/// Says on standard error what is written and not read. Nothing of it keeps a program from starting.
pub(super) fn say_notices() {
    let mut errors = std::io::stderr().lock();
    for notice in notices(&names_in_use(), Path::new(".")) {
        // Who closed it doesn't want to know.
        writeln!(errors, "note: {notice}").ok();
    }
}

/// The notices about variables that are set, and the folder that the program is started in.
fn notices(names: &BTreeSet<String>, folder: &Path) -> Vec<String> {
    let of_slip = slips(names).into_iter().map(|slip| {
        let echo = Echo::of(&slip.written);
        format!("{echo} is set and nothing reads it; if {} is meant, set that", slip.meant)
    });
    let has_unread_file = !names.contains("DISCORD_TOKEN") && folder.join(".env").is_file();
    let of_file = has_unread_file.then(|| {
        "DISCORD_TOKEN is not set, and the file .env in this folder is not read by itself; to use it, type this and \
         start again: set -a; . ./.env; set +a"
            .to_owned()
    });
    of_slip.chain(of_file).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(names: &[&str], folder: &Path) -> String {
        notices(&names.iter().map(|name| (*name).to_owned()).collect(), folder).join("\n")
    }

    #[test]
    fn a_file_of_settings_that_is_not_read_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(said(&[], folder.path()), "");
        std::fs::write(folder.path().join(".env"), "DISCORD_TOKEN=abc\n").expect("a file");
        insta::assert_snapshot!(said(&["PATH"], folder.path()), @"DISCORD_TOKEN is not set, and the file .env in this folder is not read by itself; to use it, type this and start again: set -a; . ./.env; set +a");
        assert_eq!(said(&["DISCORD_TOKEN"], folder.path()), "");
    }

    #[test]
    fn a_name_with_a_slip_is_said_with_the_setting() {
        let folder = tempfile::tempdir().expect("a folder");
        insta::assert_snapshot!(said(&["DISCORD_TOKN", "PATH"], folder.path()), @"DISCORD_TOKN is set and nothing reads it; if DISCORD_TOKEN is meant, set that");
    }
}
