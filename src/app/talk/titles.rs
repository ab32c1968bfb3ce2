//! Scripts and e-mails by their own names.

use super::{Command, Options, Talk, plain};
use crate::playbook::{Catalogue, Kind};

/// A script or an e-mail by its own name, as a button shows it: "first counter", "ask for time", "second round".
pub(super) fn by_its_title(text: &str, catalogue: &Catalogue) -> Option<Talk<'static>> {
    let told = plain::words(text);
    let lead = ["show", "give", "me", "the", "a", "my", "please", "open", "write"];
    let name = told.iter().skip_while(|word| lead.contains(&word.as_str())).cloned().collect::<Vec<_>>().join(" ");
    if told.len() < 2 || text.trim().ends_with('?') {
        return None;
    }
    let called = |kinds: &[Kind], option: &'static str, command: Command| {
        let entry = catalogue.find_among(kinds, &name)?;
        Some(Talk::Command(command, Options::default().with(option, entry.name.clone())))
    };
    called(Kind::EMAILS, "name", Command::Email).or_else(|| called(Kind::SCRIPTS, "name", Command::Script))
}
