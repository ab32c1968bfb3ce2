//! Commands as people write them in direct messages, without a slash.

use super::{Command, Options};

/// The command that a message is, with its options.
pub(crate) fn read(text: &str) -> Option<(Command, Options)> {
    let plain = text.trim().trim_start_matches('/').to_lowercase();
    let (first, rest) = plain.split_once(char::is_whitespace).unwrap_or((&plain, ""));
    let whole = |command: &Command| wordings(*command).contains(&plain.as_str());
    if let Some(command) = Command::ALL.iter().copied().find(whole) {
        return Some((command, Options::default()));
    }
    let rest = rest.trim();
    let named = |command: &Command| names_one(*command) && wordings(*command).contains(&first) && !rest.is_empty();
    let command = Command::ALL.iter().copied().find(named)?;
    let option = command.options().first()?;
    Some((command, Options::default().with(option.name, rest)))
}

/// What a person writes for a command, in lower case; nothing where it needs more than words.
fn wordings(command: Command) -> &'static [&'static str] {
    match command {
        Command::OfferStart => &["start", "offer", "offer start", "begin", "continue", "resume"],
        Command::OfferShow => &["show", "offer show", "analysis"],
        Command::OfferList => &["list", "offer list", "offers"],
        Command::OfferPaste => &["paste", "offer paste"],
        Command::OfferEdit => &["offer edit"],
        Command::OfferRevise => &["revise", "offer revise"],
        Command::OfferCompare => &["compare", "offer compare"],
        Command::Counter => &["counter", "counter plan"],
        Command::WhatIf => &["whatif", "what if"],
        Command::Script => &["script", "scripts"],
        Command::Email => &["email", "e-mail", "mail", "emails", "e-mails"],
        Command::Tax => &["tax", "taxes"],
        Command::Calendar => &["calendar"],
        Command::Lever => &["lever", "levers"],
        Command::Case => &["case"],
        Command::Checklist => &["checklist"],
        Command::Playbook => &["playbook", "topic", "topics"],
        Command::Privacy => &["privacy"],
        Command::Forget => &["forget", "forget me"],
        Command::Help => &["help", "?"],
        // Several figures don't fit behind a word, and deleting is no word said in passing.
        Command::OfferQuick | Command::Bands | Command::OfferDelete => &[],
    }
}

/// Whether what stands behind the word is the name of what is wanted.
fn names_one(command: Command) -> bool {
    match command {
        Command::Script | Command::Email | Command::Lever | Command::Playbook => true,
        Command::OfferStart
        | Command::OfferQuick
        | Command::OfferPaste
        | Command::OfferList
        | Command::OfferShow
        | Command::OfferEdit
        | Command::OfferRevise
        | Command::OfferCompare
        | Command::OfferDelete
        | Command::Bands
        | Command::Counter
        | Command::WhatIf
        | Command::Tax
        | Command::Calendar
        | Command::Case
        | Command::Checklist
        | Command::Privacy
        | Command::Forget
        | Command::Help => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_may_be_written_without_its_slash() {
        for (text, command, option) in [
            ("start", Command::OfferStart, None),
            ("/Offer Start", Command::OfferStart, None),
            ("script base", Command::Script, Some(("name", "base"))),
            ("E-mail first round", Command::Email, Some(("name", "first round"))),
            ("lever sign on", Command::Lever, Some(("name", "sign on"))),
            ("levers", Command::Lever, None),
            ("playbook", Command::Playbook, None),
            ("topic competition", Command::Playbook, Some(("topic", "competition"))),
            ("case", Command::Case, None),
            ("checklist", Command::Checklist, None),
            ("counter plan", Command::Counter, None),
            ("taxes", Command::Tax, None),
            ("?", Command::Help, None),
        ] {
            let options = option.into_iter().collect::<Options>();
            assert_eq!(read(text), Some((command, options)), "{text}");
        }
        for text in ["", "hello", "case closed", "lovers", "delete", "bands", "start over", "tax me"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn no_word_stands_for_two_commands() {
        let all: Vec<&str> = Command::ALL.iter().flat_map(|command| wordings(*command)).copied().collect();
        let different: std::collections::BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), different.len());
    }
}
