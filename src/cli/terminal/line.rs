//! A typed line as a request: a number presses what stands under it, a slash starts a command, anything else is words.

use std::collections::BTreeMap;

use super::Shown;
use super::screen::{Number, Screen};
use super::words::{Word, words};
use crate::app::{Body, Command, GROUPS, OptionKind, OptionSpec, Suggested};

/// What a line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Line {
    /// A request.
    Request(Body),
    /// To go.
    End,
    /// A text of the last card into a file.
    Write {
        /// The file's name.
        name: String,
        /// The text.
        text: String,
    },
}

/// Why a line is no request: a sentence with its fix.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(in crate::cli) enum NotUnderstood {
    /// No command begins so.
    #[error("{}", no_command(.0))]
    NoCommand(Vec<Command>),
    /// A group of commands without the command.
    #[error("/{0} needs one word more.")]
    Group(&'static str),
    /// An option that must be given is not, or there is one word too many.
    #[error("/{0} is not written like that.")]
    Usage(Command),
    /// A value that is none of those that can be chosen.
    #[error("{option} takes one of {choices}.")]
    Choice {
        /// The option's name.
        option: &'static str,
        /// What can be chosen.
        choices: String,
    },
    /// A number that only a card before had.
    #[error("{}", of_before(*.0))]
    OfBefore(usize),
}

fn no_command(near: &[Command]) -> String {
    let names: Vec<String> = near.iter().map(|command| format!("/{command}")).collect();
    match names.as_slice() {
        [] => "There is no such command; /help lists them.".into(),
        names => format!("There is no such command. Did you mean {}? /help lists them all.", names.join(" or ")),
    }
}

fn of_before(highest: usize) -> String {
    match highest {
        0 => "That number is from a page before. The last one has none: write, or use a command such as /help.".into(),
        1 => "That number is from a page before. The last one has only number 1.".into(),
        highest => format!("That number is from a page before. Those of the last one go from 1 to {highest}."),
    }
}

/// What ends the conversation; it goes on where it was the next time.
const LEAVE: [&str; 2] = ["/quit", "/exit"];

/// Whether a line ends the conversation.
fn ends(line: &str) -> bool {
    LEAVE.iter().any(|leave| line.eq_ignore_ascii_case(leave))
}

/// Whether a line is a command, or ends the conversation, wherever it is typed.
pub(super) fn is_command(line: &str) -> bool {
    ends(line) || line.strip_prefix('/').is_some_and(|line| command_of(line).is_some())
}

/// Reads a line against what is on the screen.
pub(in crate::cli) fn read(line: &str, screen: &Screen) -> Result<Line, NotUnderstood> {
    match screen.number(line) {
        Number::Control(Shown::Button(press)) => return Ok(Line::Request(Body::Press(press))),
        Number::Control(Shown::Option(press, value)) => return Ok(Line::Request(Body::Choose(press, value))),
        Number::Control(Shown::Write { name, text }) => return Ok(Line::Write { name, text }),
        Number::OfBefore { highest } => return Err(NotUnderstood::OfBefore(highest)),
        Number::Words => {}
    }
    if ends(line) {
        return Ok(Line::End);
    }
    let body = match line.strip_prefix('/') {
        Some(command) => read_command(command)?,
        None => Body::Words(line.to_owned()),
    };
    Ok(Line::Request(body))
}

/// The command at the start of a line without its slash, in any case, and where the rest of the line begins.
pub(super) fn command_of(line: &str) -> Option<(Command, usize)> {
    let lower = line.to_ascii_lowercase();
    let (command, _) = Command::at_start_of(&lower)?;
    Some((command, command.name().len()))
}

fn read_command(line: &str) -> Result<Body, NotUnderstood> {
    let Some((command, rest)) = command_of(line) else { return Err(no_such(line)) };
    let given = Given::read(command, &line[rest..]);
    if given.too_many {
        return Err(NotUnderstood::Usage(command));
    }
    let mut options = given.options;
    if command.options().iter().any(|option| is_needed(option) && !options.contains_key(option.name)) {
        return Err(NotUnderstood::Usage(command));
    }
    for option in command.options() {
        if let (Some(choices), Some(value)) = (option.kind.choices(), options.get_mut(option.name)) {
            match choices.iter().find(|choice| choice.eq_ignore_ascii_case(value)) {
                Some(choice) => (*choice).clone_into(value),
                None => return Err(NotUnderstood::Choice { option: option.name, choices: choices.join(", ") }),
            }
        }
    }
    Ok(Body::Command { command, options: options.into_iter().collect() })
}

/// Whether a command can't be answered without an option. Without the name of a script, an e-mail or a lever the answer
/// is the list of them.
fn is_needed(option: &OptionSpec) -> bool {
    let has_a_list = match option.kind {
        OptionKind::Completed(what) => match what {
            Suggested::Scripts | Suggested::Emails | Suggested::Levers | Suggested::Topics => true,
            Suggested::Offers | Suggested::Places | Suggested::States => false,
        },
        OptionKind::Text | OptionKind::Choices(_) | OptionKind::Level | OptionKind::File => false,
    };
    option.required && !has_a_list
}

/// What is said of a line that begins with no command: a group's commands, or those that may be meant.
fn no_such(line: &str) -> NotUnderstood {
    let lower = line.trim().to_ascii_lowercase();
    let typed = lower.split(' ').next().unwrap_or_default();
    if typed.chars().count() < SHORTEST_SLIP {
        return NotUnderstood::NoCommand(Vec::new());
    }
    // The one begins as the other goes on: "/scripts", "/count".
    let is_near = |name: &str| name.starts_with(typed) || typed.starts_with(name);
    if let Some((group, _)) = GROUPS.iter().find(|(group, _)| is_near(group)) {
        return NotUnderstood::Group(group);
    }
    let near = Command::ALL.iter().copied().filter(|command| command.name().split(' ').any(is_near));
    NotUnderstood::NoCommand(near.collect())
}

/// Letters from which on a slip may mean a command.
const SHORTEST_SLIP: usize = 3;

/// The options that stand behind a command.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Given {
    /// What is given, by name.
    pub options: BTreeMap<&'static str, String>,
    /// Whether there is a word that belongs to no option.
    pub too_many: bool,
}

impl Given {
    /// Reads words as options: `name:value`, or in the order of the table.
    pub(super) fn read(command: Command, text: &str) -> Self {
        let mut given = Self::default();
        for Word { text, .. } in words(text) {
            given.take(command, text);
        }
        given
    }

    fn take(&mut self, command: Command, word: String) {
        if let Some((option, value)) = named(command, &word) {
            self.options.insert(option.name, value.to_owned());
            return;
        }
        match self.next(command) {
            Some(option) if takes(option, &word) || self.options.is_empty() => {
                self.options.insert(option.name, word);
            }
            next => match self.last_in_order(command, next) {
                // "New York", "first round": the words of one value.
                Some(value) => *value = format!("{value} {word}"),
                None => self.too_many = true,
            },
        }
    }

    /// The next option that a word without a name is for.
    pub(super) fn next(&self, command: Command) -> Option<&'static OptionSpec> {
        command.options().iter().find(|option| !self.options.contains_key(option.name))
    }

    /// The value before the one that is `next`, where it may have several words.
    fn last_in_order(&mut self, command: Command, next: Option<&OptionSpec>) -> Option<&mut String> {
        let before = |option: &&OptionSpec| next.is_none_or(|next| option.name != next.name);
        let last = command.options().iter().take_while(before).last()?;
        let several = matches!(last.kind, OptionKind::Completed(what) if what != Suggested::Offers);
        self.options.get_mut(last.name).filter(|_| several)
    }
}

/// A word as `name:value`.
pub(super) fn named(command: Command, word: &str) -> Option<(&'static OptionSpec, &str)> {
    let (name, value) = word.split_once(':')?;
    Some((command.option(&name.to_ascii_lowercase())?, value))
}

/// Whether a word can be the value of an option it is not named for: an offer's number is one.
fn takes(option: &OptionSpec, word: &str) -> bool {
    match option.kind {
        OptionKind::Completed(Suggested::Offers) => {
            word.trim_start_matches('#').bytes().all(|byte| byte.is_ascii_digit())
        }
        OptionKind::Completed(_) | OptionKind::Text | OptionKind::Choices(_) | OptionKind::Level | OptionKind::File => {
            true
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let read = match read(line, &Screen::default()) {
            Ok(Line::Request(Body::Command { command, options })) => {
                let options: Vec<String> = options.iter().map(|(name, value)| format!("{name}={value}")).collect();
                format!("/{command} {}", options.join(" "))
            }
            Ok(Line::Request(Body::Words(words))) => format!("words {words}"),
            Ok(other) => format!("{other:?}"),
            Err(problem) => problem.to_string(),
        };
        assert_eq!(read, expected, "{line}");
    }

    #[test]
    fn lines_become_commands_or_words() {
        check("185k", "words 185k");
        check("/help", "/help ");
        check("/quit", "End");
        check("/Exit", "End");
        check("quit", "words quit");
        check("/Help", "/help ");
        check("/OFFER Show 2", "/offer show offer=2");
        check("/bands l6 \"Bay Area\"", "/bands level=L6 location=Bay Area");
        check("/bands location:sf level:L7", "/bands level=L7 location=sf");
        check("/bands L5 sf", "/bands level=L5 location=sf");
        check("/bands L9 sf", "level takes one of L4, L5, L6, L7, L8, L10.");
        check(
            "/offer quick L6 Seattle 200k 90k 60k 400k",
            "/offer quick base=200k level=L6 location=Seattle rsu=400k sign_on_1=90k sign_on_2=60k",
        );
    }

    #[test]
    fn values_of_several_words_need_no_quotes_where_nothing_else_is_meant() {
        check("/bands L6 New York City", "/bands level=L6 location=New York City");
        check("/email first round", "/email name=first round");
        check("/email first round 2", "/email name=first round offer=2");
        check("/email first round #2", "/email name=first round offer=#2");
        check("/lever sign on offer:2", "/lever name=sign on offer=2");
        check("/offer show Google", "/offer show offer=Google");
        check("/offer show \"Amazon L6, Seattle\"", "/offer show offer=Amazon L6, Seattle");
        check("/playbook other side", "/playbook topic=other side");
        check("/offer show 2 3", "/offer show is not written like that.");
        check("/help me", "/help is not written like that.");
    }

    #[test]
    fn a_command_that_has_a_list_needs_no_value() {
        check("/script", "/script ");
        check("/email", "/email ");
        check("/lever", "/lever ");
        check("/playbook", "/playbook ");
        check("/script offer:2", "/script offer=2");
        check("/bands", "/bands is not written like that.");
        check("/bands L6", "/bands is not written like that.");
        check("/offer quick", "/offer quick is not written like that.");
    }

    #[test]
    fn what_is_no_command_says_what_may_be_meant() {
        check("/dance", "There is no such command; /help lists them.");
        check("/", "There is no such command; /help lists them.");
        check("/scripts", "There is no such command. Did you mean /script? /help lists them all.");
        check("/taxes", "There is no such command. Did you mean /tax? /help lists them all.");
        check("/count", "There is no such command. Did you mean /counter? /help lists them all.");
        check("/offer", "/offer needs one word more.");
        check("/offer dance", "/offer needs one word more.");
        check("/offers", "/offer needs one word more.");
        check("/revise", "There is no such command. Did you mean /offer revise? /help lists them all.");
        check("/of", "There is no such command; /help lists them.");
    }

    #[test]
    fn every_command_is_read_with_its_options_in_order() {
        for command in Command::ALL {
            let values: Vec<&str> = command
                .options()
                .iter()
                .map(|option| match (option.kind, option.kind.choices()) {
                    (OptionKind::Completed(Suggested::Offers), _) => "2",
                    (_, Some(choices)) => choices[0],
                    _ => "word",
                })
                .collect();
            let line = format!("/{command} {}", values.join(" "));
            let Ok(Line::Request(Body::Command { command: read, options })) = read(&line, &Screen::default()) else {
                panic!("{line}");
            };
            assert_eq!((read, options.iter().count()), (*command, values.len()), "{line}");
        }
    }
}
