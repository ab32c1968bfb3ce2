//! A form asked line by line: what stands before each line, and what a line is in it.

use super::line::is_command;
use crate::reply::TextInput;

/// What a line typed into a form is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum FormLine {
    /// The input's text.
    Text(String),
    /// Nothing, where something is needed.
    Nothing,
    /// The word that leaves the form.
    Leave,
    /// A command, which leaves the form too.
    Command(String),
    /// It begins as a command does, and is none.
    NoCommand,
}

/// The word that leaves a form.
const CANCEL: &str = "cancel";

/// What is said above a form.
pub(in crate::cli) const HOW_TO_LEAVE: &str = "\"cancel\" leaves this form; nothing of it is kept then.";

/// Reads a line as the text of a short input. An empty one is what stands there already.
pub(in crate::cli) fn read_short(line: &str, input: &TextInput) -> FormLine {
    let line = line.trim();
    if is_cancel(line) {
        return FormLine::Leave;
    }
    if line.starts_with('/') {
        return if is_command(line) { FormLine::Command(line.to_owned()) } else { FormLine::NoCommand };
    }
    let text = if line.is_empty() { input.value.as_str() } else { line };
    if text.trim().is_empty() && input.required {
        return FormLine::Nothing;
    }
    FormLine::Text(text.chars().take(usize::from(input.longest)).collect())
}

/// Reads a line of a text of several lines: most are its text, also such as "/s/ Jane Doe" in a letter.
pub(in crate::cli) fn read_long(line: &str) -> FormLine {
    match line.trim() {
        command if is_command(command) => FormLine::Command(command.to_owned()),
        word if is_cancel(word) => FormLine::Leave,
        _ => FormLine::Text(line.to_owned()),
    }
}

/// A text of several lines being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::cli) struct LongText(Vec<String>);

/// Where a text of several lines is after a line more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum LongStep {
    /// It goes on.
    More,
    /// A line that holds only a full stop has ended it.
    Done,
    /// The form is left, for a command where there is one.
    Leave(Option<String>),
}

impl LongText {
    /// Takes what was typed: a line, or several that were pasted at once.
    pub(in crate::cli) fn take(&mut self, typed: &str) -> LongStep {
        let pasted = typed.contains('\n');
        for line in typed.split('\n') {
            match read_long(line) {
                FormLine::Leave if !pasted => return LongStep::Leave(None),
                FormLine::Command(command) if !pasted => return LongStep::Leave(Some(command)),
                _ if line.trim() == "." => return LongStep::Done,
                _ => self.0.push(line.trim_end_matches('\r').to_owned()),
            }
        }
        LongStep::More
    }

    /// Whether nothing was typed yet.
    pub(in crate::cli) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The whole text.
    pub(in crate::cli) fn text(&self) -> String {
        self.0.join("\n")
    }
}

fn is_cancel(line: &str) -> bool {
    line.trim_start_matches('/').trim_matches('"').eq_ignore_ascii_case(CANCEL)
}

/// Says that an input can't stay empty, with an example where its label names none.
pub(in crate::cli) fn needed(input: &TextInput) -> String {
    if input.label.contains(input.example.as_str()) {
        "This one is needed; \"cancel\" leaves the form.".to_owned()
    } else {
        format!("This one is needed, for example {}.", input.example)
    }
}

/// The question of an input: what it is, and what Enter alone does.
pub(in crate::cli) fn question(input: &TextInput) -> String {
    let TextInput { label, example, value, .. } = input;
    if input.long {
        return format!("{label} (several lines; end with a line that holds only a full stop)");
    }
    let hint = match (value.is_empty(), input.required) {
        (false, _) => format!("Enter keeps {value}"),
        (true, true) if label.contains(example.as_str()) => return label.clone(),
        (true, true) => format!("for example {example}"),
        (true, false) => format!("for example {example}; Enter for none"),
    };
    format!("{label} ({hint})")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input() -> TextInput {
        TextInput::new("base", "Base a year", "185k")
    }

    #[test]
    fn a_line_is_the_text_of_its_input() {
        let text = |text: &str| FormLine::Text(text.into());
        assert_eq!(read_short(" 210k ", &input()), text("210k"));
        assert_eq!(read_short("", &input().value("$200,000")), text("$200,000"));
        assert_eq!(read_short("  ", &input()), FormLine::Nothing);
        assert_eq!(read_short("", &input().optional()), text(""));
        assert_eq!(read_short("abcdef", &input().at_most(3)), text("abc"));
        assert_eq!(read_short("cancel the trip", &input()), text("cancel the trip"));
        assert_eq!(read_short("90/70", &input()), text("90/70"));
        assert_eq!(read_short("3", &input()), text("3"));
    }

    #[test]
    fn cancel_and_commands_leave_a_form() {
        for line in ["cancel", "Cancel", " CANCEL ", "/cancel", "\"cancel\""] {
            assert_eq!(read_short(line, &input()), FormLine::Leave, "{line}");
            assert_eq!(read_long(line), FormLine::Leave, "{line}");
        }
        for line in ["/script grant", "/Help", "/offer show 2", "/quit"] {
            assert_eq!(read_short(line, &input()), FormLine::Command(line.into()));
            assert_eq!(read_long(line), FormLine::Command(line.into()));
        }
        for line in ["/scrip grant", "/", "/210k", "/ 210k"] {
            assert_eq!(read_short(line, &input()), FormLine::NoCommand, "{line}");
        }
    }

    #[test]
    fn lines_of_a_letter_are_its_text() {
        for line in ["/s/ Jane Doe", "  Base: $185,000", "", "You may cancel at any time.", "/month"] {
            assert_eq!(read_long(line), FormLine::Text(line.into()));
        }
    }

    #[test]
    fn a_text_goes_on_to_a_full_stop() {
        let read = |typed: &[&str]| {
            let mut text = LongText::default();
            let last = typed.iter().map(|line| text.take(line)).find(|step| *step != LongStep::More);
            (last.unwrap_or(LongStep::More), text.text())
        };
        assert_eq!(read(&["Dear Sam,", "", "Base: 185k.", "."]), (LongStep::Done, "Dear Sam,\n\nBase: 185k.".into()));
        assert_eq!(
            read(&["Dear Sam,\r\n\r\nBase: 185k.\n", " . "]),
            (LongStep::Done, "Dear Sam,\n\nBase: 185k.\n".into())
        );
        assert_eq!(read(&["Dear Sam,\nBase: 185k.\n."]), (LongStep::Done, "Dear Sam,\nBase: 185k.".into()));
        assert_eq!(read(&["Dear Sam,\ncancel\n/help"]), (LongStep::More, "Dear Sam,\ncancel\n/help".into()));
        assert_eq!(read(&["Dear Sam,", "cancel"]).0, LongStep::Leave(None));
        assert_eq!(read(&["/help"]).0, LongStep::Leave(Some("/help".into())));
        assert!(LongText::default().is_empty());
    }

    #[test]
    fn a_question_says_what_enter_does() {
        assert_eq!(question(&input()), "Base a year (for example 185k)");
        assert_eq!(question(&input().optional()), "Base a year (for example 185k; Enter for none)");
        assert_eq!(question(&input().value("$200,000")), "Base a year (Enter keeps $200,000)");
        let word = TextInput::new("word", "Type \"delete\" to delete all of it", "delete");
        assert_eq!(question(&word), "Type \"delete\" to delete all of it");
        let letter = TextInput::new("letter", "The letter", "Dear Sam").long();
        assert_eq!(question(&letter), "The letter (several lines; end with a line that holds only a full stop)");
    }
}
