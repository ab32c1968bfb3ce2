//! The commands: one table, from which the enum is made, shells register, and options are
//! read and completed. Names and options are fixed, as things outside depend on them.
//!
//! Owns what can be asked for with a slash. Must not know how anything is answered.

mod options;
mod words;

pub use options::Options;
pub(crate) use words::{Named, Slashed, Spoken, near, read as in_words, read_slashed};

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

use crate::market::Companies;

/// An option of a command. All are text but where choices are given.
#[derive(Clone, Copy, Debug)]
pub struct OptionSpec {
    /// Its name.
    pub name: &'static str,
    /// At most 100 characters.
    pub description: &'static str,
    /// Whether it must be given.
    pub required: bool,
    /// What may be given.
    pub kind: OptionKind,
}

/// What an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionKind {
    /// Any text.
    Text,
    /// Text with suggestions while typing.
    Completed(Suggested),
    /// One of a few.
    Choices(&'static [&'static str]),
    /// One of the levels of the company whose offers are asked for.
    Level,
    /// A file. A shell that got it asks for its letter in place of the command.
    File,
}

impl OptionKind {
    /// What can be chosen, where not just anything can be written.
    pub fn choices(self) -> Option<Vec<&'static str>> {
        match self {
            Self::Text | Self::Completed(_) | Self::File => None,
            Self::Choices(choices) => Some(choices.to_vec()),
            Self::Level => Some(Companies::asked_for().levels().iter().map(|known| known.level.name()).collect()),
        }
    }
}

/// What an option's suggestions are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggested {
    /// The user's saved offers.
    Offers,
    /// Places of a job.
    Places,
    /// Scripts of the playbook.
    Scripts,
    /// E-mails of the playbook.
    Emails,
    /// The seven levers.
    Levers,
    /// Topics of the playbook.
    Topics,
    /// Where a user can live.
    States,
}

/// What stands for commands with sub-commands.
pub const GROUPS: &[(&str, &str)] = &[("offer", "Your offers: enter, look at, edit, compare")];

/// The command in a message's own menu: it reads that message as a letter.
pub const ON_MESSAGE: &str = "Read as my offer";

/// A name that no command has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no such command")]
pub struct UnknownCommand;

const fn required(name: &'static str, description: &'static str, kind: OptionKind) -> OptionSpec {
    OptionSpec { name, description, required: true, kind }
}

const fn optional(name: &'static str, description: &'static str, kind: OptionKind) -> OptionSpec {
    OptionSpec { name, description, required: false, kind }
}

const OFFER: OptionSpec =
    optional("offer", "Which of your offers; the newest if left out", OptionKind::Completed(Suggested::Offers));
const PLACE: OptionKind = OptionKind::Completed(Suggested::Places);

macro_rules! commands {
    ($($command:ident = $name:literal: $description:literal, [$($option:expr),* $(,)?];)*) => {
        /// A slash command or sub-command.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Command {
            $(#[doc = $description] #[serde(rename = $name)] $command,)*
        }

        impl Command {
            /// Every command, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$command,)*];

            /// `help`, or with its group `offer start`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$command => $name,)* }
            }

            /// What it is for, in at most 100 characters.
            pub fn description(self) -> &'static str {
                match self { $(Self::$command => $description,)* }
            }

            /// Its options in the order shown; required ones first.
            pub fn options(self) -> &'static [OptionSpec] {
                match self { $(Self::$command => const { &[$($option),*] },)* }
            }
        }
    };
}

commands! {
    OfferStart = "offer start": "Walk through your offer, one question at a time, in private", [];
    OfferQuick = "offer quick": "Analyse an offer in one line", [
        required("level", "The level offered", OptionKind::Level),
        required("location", "Where the job is, for example Seattle", PLACE),
        required("base", "Base salary a year, for example 185k", OptionKind::Text),
        required("sign_on_1", "Sign-on in year 1, for example 90k; 0 for none", OptionKind::Text),
        required("sign_on_2", "Sign-on in year 2, for example 70k; 0 for none", OptionKind::Text),
        required("rsu", "The grant over four years: 400k, or 2200 shares", OptionKind::Text),
        optional("price", "Dollars a share, if the grant is in shares", OptionKind::Text),
        optional("hours", "Hours a week, for the hourly rate", OptionKind::Text),
    ];
    OfferPaste = "offer paste": "Paste the letter or e-mail, or give it as a file; I read it and ask what is left", [
        optional("file", "The letter as a file: .txt, .eml, or .pdf with text, up to 2 MiB", OptionKind::File),
    ];
    OfferList = "offer list": "Your saved offers", [];
    OfferShow = "offer show": "The analysis of a saved offer", [OFFER];
    OfferEdit = "offer edit": "Correct the answers of a saved offer", [OFFER];
    OfferRevise = "offer revise": "The recruiter's new numbers: keeps the old ones and shows what moved", [OFFER];
    OfferCompare = "offer compare": "Your offers and other companies', side by side over four years", [];
    OfferDelete = "offer delete": "Delete a saved offer", [OFFER];
    Bands = "bands": "Pay ranges of a level and place", [
        required("level", "The level", OptionKind::Level),
        required("location", "Where the job is, for example Seattle", PLACE),
    ];
    Counter = "counter": "What to ask for, with an opening ask, three packages and a ladder", [
        OFFER,
        optional("target", "Percentile to aim for, 1 to 99; 75 if left out", OptionKind::Text),
    ];
    WhatIf = "whatif": "The offer at other share prices, and what leaving early costs", [
        OFFER,
        optional("growth", "Growth of the share price a year, for example 20 %", OptionKind::Text),
        optional("price", "Dollars a share from the start, if the grant is in shares", OptionKind::Text),
        optional("leave_month", "Leaving after how many months, for example 18", OptionKind::Text),
    ];
    Script = "script": "What to say for one lever, with your figures in it", [
        required("name", "Which script", OptionKind::Completed(Suggested::Scripts)),
        OFFER,
    ];
    Email = "email": "An e-mail ready to paste, with your figures in it", [
        required("name", "Which e-mail", OptionKind::Completed(Suggested::Emails)),
        OFFER,
    ];
    Tax = "tax": "What you keep after taxes, and what withholding leaves short", [
        OFFER,
        optional("filing", "Single if left out", OptionKind::Choices(&["single", "joint"])),
        optional("state", "Where you live; where the job is if left out", OptionKind::Completed(Suggested::States)),
    ];
    Calendar = "calendar": "Every vest, sign-on and deadline, as a list and a calendar file", [OFFER];
    Lever = "lever": "One lever: its room, what it does to each year, and what to say when they push back", [
        required("name", "Which lever", OptionKind::Completed(Suggested::Levers)),
        OFFER,
    ];
    Case = "case": "Why the offer should move, as one page to send or say", [OFFER];
    Checklist = "checklist": "What is done and what is left, for your newest offer", [];
    Playbook = "playbook": "One topic of the playbook on one screen", [
        optional("topic", "Which topic; all of them if left out", OptionKind::Completed(Suggested::Topics)),
    ];
    Privacy = "privacy": "What is kept of you, where, and how to delete it", [];
    Forget = "forget": "Delete everything kept of you", [];
    Help = "help": "What this bot does and how to use it", [];
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Command {
    type Err = UnknownCommand;

    fn from_str(name: &str) -> Result<Self, UnknownCommand> {
        Self::ALL.iter().copied().find(|command| command.name() == name).ok_or(UnknownCommand)
    }
}

impl Command {
    /// The command at the start of a text without its slash, and what stands behind it.
    pub fn at_start_of(text: &str) -> Option<(Self, &str)> {
        let behind = |command: Self| {
            let rest = text.strip_prefix(command.name())?;
            (rest.is_empty() || rest.starts_with(' ')).then(|| (command, rest.trim()))
        };
        Self::ALL.iter().filter_map(|command| behind(*command)).max_by_key(|(command, _)| command.name().len())
    }

    /// One of its options.
    pub fn option(self, name: &str) -> Option<&'static OptionSpec> {
        self.options().iter().find(|option| option.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fit_and_required_options_come_first() {
        for command in Command::ALL {
            assert!(command.description().chars().count() <= 100, "{command}");
            let options = command.options();
            assert!(options.len() <= 25);
            let first_optional = options.iter().position(|option| !option.required).unwrap_or(options.len());
            assert!(options[first_optional..].iter().all(|option| !option.required), "{command}");
            for option in options {
                assert!(option.description.chars().count() <= 100, "{command} {}", option.name);
            }
            if let Some((group, _)) = command.name().split_once(' ') {
                assert!(GROUPS.iter().any(|(name, _)| *name == group));
            }
        }
    }

    #[test]
    fn names_read_back_alone_and_before_more() {
        for command in Command::ALL {
            assert_eq!(command.name().parse(), Ok(*command));
            assert_eq!(Command::at_start_of(command.name()), Some((*command, "")));
            assert_eq!(Command::at_start_of(&format!("{command} more of it")), Some((*command, "more of it")));
            assert_eq!(serde_json::to_value(command).expect("serialises"), command.name());
        }
        assert_eq!("dance".parse::<Command>(), Err(UnknownCommand));
        assert_eq!(Command::at_start_of("helper"), None);
    }
}
