//! The commands as data: names, options and words. Shells register and parse from this
//! table; names and options are fixed, as things outside depend on them.

pub(crate) mod words;

/// A slash command or sub-command.
#[derive(Clone, Copy, Debug)]
pub struct CommandSpec {
    /// `help`, or with its sub-command `offer start`.
    pub name: &'static str,
    /// At most 100 characters.
    pub description: &'static str,
    /// In the order shown; required ones first.
    pub options: &'static [OptionSpec],
}

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
    Completed,
    /// One of a few.
    Choices(&'static [&'static str]),
}

/// What stands for commands with sub-commands.
pub const GROUPS: &[(&str, &str)] = &[("offer", "Your offers: enter, look at, edit, compare")];

const fn required(name: &'static str, description: &'static str, kind: OptionKind) -> OptionSpec {
    OptionSpec { name, description, required: true, kind }
}

const fn optional(name: &'static str, description: &'static str, kind: OptionKind) -> OptionSpec {
    OptionSpec { name, description, required: false, kind }
}

const OFFER: OptionSpec = optional("offer", "Which of your offers; the newest if left out", OptionKind::Completed);
const LEVELS: OptionKind = OptionKind::Choices(&["L6", "L7"]);

/// Every command.
pub const COMMANDS: &[CommandSpec] = &[
    CommandSpec {
        name: "offer start",
        description: "Walk through your offer, one question at a time, in private",
        options: &[],
    },
    CommandSpec {
        name: "offer quick",
        description: "Analyse an offer in one line",
        options: &[
            required("level", "The level offered", LEVELS),
            required("location", "Where the job is, for example Seattle", OptionKind::Completed),
            required("base", "Base salary a year, for example 185k", OptionKind::Text),
            required("sign_on_1", "Sign-on in year 1, for example 90k; 0 for none", OptionKind::Text),
            required("sign_on_2", "Sign-on in year 2, for example 70k; 0 for none", OptionKind::Text),
            required("rsu", "The grant over four years: 400k, or 2200 shares", OptionKind::Text),
            optional("price", "Dollars a share, if the grant is in shares", OptionKind::Text),
            optional("hours", "Hours a week, for the hourly rate", OptionKind::Text),
        ],
    },
    CommandSpec {
        name: "offer paste",
        description: "Paste the letter or e-mail; I read it and ask what is left",
        options: &[],
    },
    CommandSpec { name: "offer list", description: "Your saved offers", options: &[] },
    CommandSpec { name: "offer show", description: "The analysis of a saved offer", options: &[OFFER] },
    CommandSpec { name: "offer edit", description: "Correct the answers of a saved offer", options: &[OFFER] },
    CommandSpec {
        name: "offer revise",
        description: "The recruiter's new numbers: keeps the old ones and shows what moved",
        options: &[OFFER],
    },
    CommandSpec {
        name: "offer compare",
        description: "Your offers and other companies', side by side over four years",
        options: &[],
    },
    CommandSpec { name: "offer delete", description: "Delete a saved offer", options: &[OFFER] },
    CommandSpec {
        name: "bands",
        description: "Pay ranges of a level and place",
        options: &[
            required("level", "The level", LEVELS),
            required("location", "Where the job is, for example Seattle", OptionKind::Completed),
        ],
    },
    CommandSpec {
        name: "counter",
        description: "What to ask for, with an opening ask, three packages and a ladder",
        options: &[OFFER, optional("target", "Percentile to aim for, 1 to 99; 75 if left out", OptionKind::Text)],
    },
    CommandSpec {
        name: "whatif",
        description: "The offer at other share prices, and what leaving early costs",
        options: &[
            OFFER,
            optional("growth", "Growth of the share price a year, for example 20 %", OptionKind::Text),
            optional("price", "Dollars a share from the start, if the grant is in shares", OptionKind::Text),
            optional("leave_month", "Leaving after how many months, for example 18", OptionKind::Text),
        ],
    },
    CommandSpec {
        name: "script",
        description: "What to say for one lever, with your figures in it",
        options: &[required("name", "Which script", OptionKind::Completed), OFFER],
    },
    CommandSpec {
        name: "email",
        description: "An e-mail ready to paste, with your figures in it",
        options: &[required("name", "Which e-mail", OptionKind::Completed), OFFER],
    },
    CommandSpec {
        name: "tax",
        description: "What you keep after taxes, and what withholding leaves short",
        options: &[
            OFFER,
            optional("filing", "Single if left out", OptionKind::Choices(&["single", "joint"])),
            optional("state", "Where you live; where the job is if left out", OptionKind::Completed),
        ],
    },
    CommandSpec {
        name: "calendar",
        description: "Every vest, sign-on and deadline, as a list and a calendar file",
        options: &[OFFER],
    },
    CommandSpec {
        name: "lever",
        description: "One lever: its room, what it does to each year, and what to say when they push back",
        options: &[required("name", "Which lever", OptionKind::Completed), OFFER],
    },
    CommandSpec {
        name: "case",
        description: "Why the offer should move, as one page to send or say",
        options: &[OFFER],
    },
    CommandSpec {
        name: "checklist",
        description: "What is done and what is left, for your newest offer",
        options: &[],
    },
    CommandSpec {
        name: "playbook",
        description: "One topic of the playbook on one screen",
        options: &[optional("topic", "Which topic; all of them if left out", OptionKind::Completed)],
    },
    CommandSpec { name: "privacy", description: "What is kept of you, where, and how to delete it", options: &[] },
    CommandSpec { name: "forget", description: "Delete everything kept of you", options: &[] },
    CommandSpec { name: "help", description: "What this bot does and how to use it", options: &[] },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fit_and_required_options_come_first() {
        for command in COMMANDS {
            assert!(command.description.chars().count() <= 100, "{}", command.name);
            assert!(command.options.len() <= 25);
            let first_optional =
                command.options.iter().position(|option| !option.required).unwrap_or(command.options.len());
            assert!(command.options[first_optional..].iter().all(|option| !option.required), "{}", command.name);
            for option in command.options {
                assert!(option.description.chars().count() <= 100, "{} {}", command.name, option.name);
            }
            if let Some((group, _)) = command.name.split_once(' ') {
                assert!(GROUPS.iter().any(|(name, _)| *name == group));
            }
        }
    }
}
