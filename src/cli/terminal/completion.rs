//! What can stand where the cursor is, from the same table that Discord's commands and options come from.

use super::line::{Given, command_of, named};
use super::words::{Word, as_word, words};
use crate::app::{Command, OptionKind};
use crate::reply::Suggestion;

/// What is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typing {
    /// Nothing that can be completed.
    Words,
    /// A command's name: these begin so.
    Command(Vec<Candidate>),
    /// The value of an option.
    Value {
        /// Of which command.
        command: Command,
        /// The option's name.
        option: &'static str,
        /// What stands there so far.
        typed: String,
        /// The byte at which the value begins.
        start: usize,
    },
    /// One of an option's choices: these begin so.
    Choice {
        /// The byte at which the value begins.
        start: usize,
        /// What can be chosen.
        candidates: Vec<Candidate>,
    },
}

/// What can be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// What is read in a list of them.
    pub label: String,
    /// What is filled in.
    pub filled: String,
}

/// What is being typed at the end of a line.
pub(super) fn typing(line: &str) -> Typing {
    let Some(typed) = line.strip_prefix('/') else { return Typing::Words };
    let whole = command_of(typed).filter(|(_, end)| typed.len() > *end);
    let Some((command, end)) = whole else {
        let lower = typed.to_ascii_lowercase();
        let commands = Command::ALL.iter().filter(|command| command.name().starts_with(&lower));
        return Typing::Command(commands.map(|command| Candidate::command(*command)).collect());
    };
    let (before, current) = last_word(&typed[end..]);
    let given = Given::read(command, before);
    let (option, value) = match named(command, &current.text) {
        Some((option, value)) => (option, value.to_owned()),
        None => match given.next(command) {
            Some(option) => (option, current.text.clone()),
            None => return Typing::Words,
        },
    };
    // A value begins behind its name, where it has one.
    let name = current.text.len() - value.len();
    let start = 1 + end + current.start + name;
    match (option.kind, option.kind.choices()) {
        (_, Some(choices)) => {
            let begins = |choice: &&str| choice.to_lowercase().starts_with(&value.to_lowercase());
            let candidates = choices.into_iter().filter(begins).map(Candidate::choice).collect();
            Typing::Choice { start, candidates }
        }
        (OptionKind::Completed(_), None) => Typing::Value { command, option: option.name, typed: value, start },
        (OptionKind::Text | OptionKind::Choices(_) | OptionKind::Level | OptionKind::File, None) => Typing::Words,
    }
}

impl Candidate {
    fn command(command: Command) -> Self {
        let space = if command.options().is_empty() { "" } else { " " };
        Self { label: format!("/{command}"), filled: format!("/{command}{space}") }
    }

    fn choice(choice: &str) -> Self {
        Self { label: choice.to_owned(), filled: format!("{choice} ") }
    }

    /// A suggestion: its label, and its value as one word.
    pub(super) fn suggested(suggestion: Suggestion) -> Self {
        let Suggestion { label, value } = suggestion;
        let label = if label == value { label } else { format!("{value} ({label})") };
        Self { label, filled: format!("{} ", as_word(&value)) }
    }
}

/// What stands before the word at the end of a text, and that word, which is empty behind a space.
fn last_word(text: &str) -> (&str, Word) {
    let in_quotes = text.matches('"').count() % 2 == 1;
    match words(text).pop() {
        Some(word) if in_quotes || !text.ends_with(char::is_whitespace) => (&text[..word.start], word),
        _ => (text, Word { text: String::new(), start: text.len() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(candidates: &[Candidate]) -> Vec<&str> {
        candidates.iter().map(|candidate| candidate.filled.as_str()).collect()
    }

    #[track_caller]
    fn commands(line: &str, expected: &[&str]) {
        let Typing::Command(candidates) = typing(line) else { panic!("{line}: {:?}", typing(line)) };
        assert_eq!(filled(&candidates), expected, "{line}");
    }

    #[track_caller]
    fn value(line: &str, of: &str, expected: &str) {
        let Typing::Value { option, typed, start, .. } = typing(line) else { panic!("{line}: {:?}", typing(line)) };
        assert_eq!((option, typed.as_str()), (of, expected), "{line}");
        assert_eq!(line[start..].trim_matches('"'), expected, "{line}: what is replaced");
    }

    #[track_caller]
    fn choices(line: &str, kept: &str, expected: &[&str]) {
        let Typing::Choice { start, candidates } = typing(line) else { panic!("{line}: {:?}", typing(line)) };
        assert_eq!((&line[..start], filled(&candidates)), (kept, expected.to_vec()), "{line}");
    }

    #[test]
    fn commands_are_completed_with_their_groups() {
        commands("/he", &["/help"]);
        commands("/HE", &["/help"]);
        commands("/c", &["/counter ", "/calendar ", "/case ", "/checklist"]);
        commands("/offer s", &["/offer start", "/offer show "]);
        commands("/help", &["/help"]);
        commands("/dance", &[]);
        let Typing::Command(all) = typing("/") else { panic!("commands") };
        assert_eq!(all.len(), Command::ALL.len());
    }

    #[test]
    fn values_are_those_of_the_option_that_is_next() {
        value("/script ", "name", "");
        value("/script ba", "name", "ba");
        value("/script base ", "offer", "");
        value("/email offer:2 fi", "name", "fi");
        value("/email first_round offer:", "offer", "");
        value("/bands L6 sea", "location", "sea");
        value("/bands L6 \"Bay A", "location", "Bay A");
        value("/bands level:L6 location:se", "location", "se");
        value("/offer show ", "offer", "");
    }

    #[test]
    fn choices_come_from_the_table() {
        choices("/bands ", "/bands ", &["L4 ", "L5 ", "L6 ", "L7 ", "L8 ", "L10 "]);
        choices("/bands l1", "/bands ", &["L10 "]);
        choices("/tax filing:j", "/tax filing:", &["joint "]);
        choices("/tax 2 ", "/tax 2 ", &["single ", "joint "]);
    }

    #[test]
    fn words_are_not_completed() {
        for line in ["", "L6", "base 185k", "/offer quick L6 Seattle ", "/help me", "/whatif 2 "] {
            assert_eq!(typing(line), Typing::Words, "{line}");
        }
    }

    #[test]
    fn a_suggestion_is_filled_in_as_one_word() {
        let suggested =
            |label: &str, value: &str| Candidate::suggested(Suggestion { label: label.into(), value: value.into() });
        assert_eq!(suggested("Bay Area", "Bay Area").filled, "\"Bay Area\" ");
        assert_eq!(suggested("#2 Amazon L6", "2"), Candidate { label: "2 (#2 Amazon L6)".into(), filled: "2 ".into() });
    }
}
