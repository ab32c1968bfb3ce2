//! Why an offer is asked for: what comes right after it.

use crate::app::command::Command;

/// That a command needs an offer first; `None` for one that has nothing to show without being asked again.
pub(crate) fn needs_offer(command: Command) -> Option<String> {
    let what = match command {
        Command::OfferShow => "the analysis comes",
        Command::Counter => "your counter plan comes",
        Command::WhatIf => "the what-ifs come",
        Command::Script => "your script comes",
        Command::Email => "your e-mail comes",
        Command::Tax => "your taxes come",
        Command::Calendar => "your calendar comes",
        Command::Lever => "the lever comes",
        Command::Case => "your case comes",
        Command::Checklist => "your checklist comes",
        Command::OfferStart
        | Command::OfferQuick
        | Command::OfferPaste
        | Command::OfferList
        | Command::OfferEdit
        | Command::OfferRevise
        | Command::OfferCompare
        | Command::OfferDelete
        | Command::Bands
        | Command::Playbook
        | Command::Privacy
        | Command::Forget
        | Command::Help => return None,
    };
    Some(format!("For that I need your offer first (about 3 minutes); {what} right after."))
}
