//! `/help`: every command on one screen.

use strum::VariantArray;

use crate::app::command::Command;
use crate::app::links;
use crate::reply::{Block, Card};

/// Commands that are explained together, in the order of the screen.
#[derive(Clone, Copy, PartialEq, Eq, VariantArray)]
enum Group {
    Start,
    Enter,
    Saved,
    Revise,
    Compare,
    Money,
    Bands,
    Words,
    Plan,
    Reasons,
    Way,
    Trust,
}

impl Group {
    const ALL: [Self; 12] = *Self::VARIANTS.as_array().expect("as many as there are");

    /// Where a command is explained; the help does not explain itself.
    fn of(command: Command) -> Option<Self> {
        Some(match command {
            Command::OfferStart => Self::Start,
            Command::OfferQuick | Command::OfferPaste => Self::Enter,
            Command::OfferList | Command::OfferShow | Command::OfferEdit | Command::OfferDelete => Self::Saved,
            Command::OfferRevise => Self::Revise,
            Command::OfferCompare => Self::Compare,
            Command::Tax | Command::Calendar => Self::Money,
            Command::Bands => Self::Bands,
            Command::Script | Command::Email => Self::Words,
            Command::Counter | Command::WhatIf => Self::Plan,
            Command::Lever | Command::Case => Self::Reasons,
            Command::Playbook | Command::Checklist => Self::Way,
            Command::Privacy | Command::Forget => Self::Trust,
            Command::Help => return None,
        })
    }

    /// `/offer list, show, edit, delete`, `/tax, /calendar`: its commands, a group's name said once.
    fn title(self) -> String {
        let mut said = None;
        let names = self.commands().into_iter().map(|command| match command.name().split_once(' ') {
            Some((group, name)) if said == Some(group) => name.to_owned(),
            Some((group, name)) => {
                said = Some(group);
                format!("/{group} {name}")
            }
            None => format!("/{command}"),
        });
        names.collect::<Vec<_>>().join(", ")
    }

    /// Its commands, in the order of the table but for the two that read better turned round.
    fn commands(self) -> Vec<Command> {
        let mut commands: Vec<Command> =
            Command::ALL.iter().copied().filter(|command| Self::of(*command) == Some(self)).collect();
        if self == Self::Way {
            commands.reverse();
        }
        commands
    }

    fn explained(self) -> &'static str {
        match self {
            Self::Start => {
                "One question at a time, in private. Write \"back\", \"skip\", \"why\", \"help\" or \"cancel\" at any of them."
            }
            Self::Enter => {
                "The whole offer in one line, or the letter itself: its text, or a .txt, .eml or .pdf file. Or open the menu of any message: Apps, \"Read as my offer\"."
            }
            Self::Saved => "Your saved offers.",
            Self::Revise => "The recruiter's new numbers, and what moved.",
            Self::Compare => "Other companies' offers beside yours.",
            Self::Money => "What is left after taxes; every vest and deadline, as a file too.",
            Self::Bands => "Pay ranges of a level and place.",
            Self::Words => "What to say and send, with your figures in it.",
            Self::Plan => "What to ask for, and how the offer can turn out.",
            Self::Reasons => "One lever with its room and its effect; your reasons on one page.",
            Self::Way => "How to go about it, and what is done so far.",
            Self::Trust => "What is kept of you, and how to delete it.",
        }
    }
}

/// `/help`, one screen.
pub(crate) fn card() -> Card {
    let lines = Group::ALL.map(|group| (group.title(), group.explained().to_owned()));
    Card::titled("What I can do")
        .with(Block::Lead(
            "Tell me your Amazon offer; I show what it pays over four years and write your counter.".into(),
        ))
        .with(Block::Fields(lines.to_vec()))
        .with_buttons(vec![links::enter_offer()])
        .with_small("A bot, not an adviser: no legal, tax or financial advice. Only you see my answers.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_on_it_once() {
        let explained: Vec<Command> = Group::ALL.into_iter().flat_map(Group::commands).collect();
        let left: Vec<&Command> = Command::ALL.iter().filter(|command| !explained.contains(command)).collect();
        assert_eq!(left, [&Command::Help]);
        assert_eq!(explained.len() + 1, Command::ALL.len());
        assert_eq!(Group::Saved.title(), "/offer list, show, edit, delete");
        assert_eq!(Group::Way.title(), "/playbook, /checklist");
    }
}
