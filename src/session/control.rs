//! Words that steer instead of answering, good at every step.

use crate::offer::Field;

/// What a typed word does besides answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// The question before.
    Back,
    /// Pass this question.
    Skip,
    /// Stop.
    Cancel,
    /// Explain.
    Help,
    /// Why it is asked.
    Why,
    /// Begin again.
    StartOver,
    /// The answers are right.
    Save,
    /// Yes.
    Yes,
    /// No.
    No,
    /// Keep the answers for later.
    Pause,
    /// Change one answer.
    Change(Field),
}

impl Control {
    /// The control a whole message is, if it is one. A message with anything more in it is an answer.
    pub fn read(text: &str) -> Option<Self> {
        let plain: String = text
            .chars()
            .filter(|c| !matches!(c, '\'' | '’' | '.' | '!' | ','))
            .map(|c| if c.is_alphanumeric() || c == '?' { c } else { ' ' })
            .collect::<String>()
            .to_lowercase();
        let words: Vec<&str> = plain.split_whitespace().collect();
        let control = match words.join(" ").as_str() {
            "back" | "go back" | "previous" | "undo" => Self::Back,
            "skip" | "pass" | "next" | "skip this" | "thats all" | "done" | "keep" | "keep it" => Self::Skip,
            "cancel" | "stop" | "quit" | "exit" | "abort" | "never mind" | "nevermind" => Self::Cancel,
            "help" | "?" | "what" | "what?" | "i dont understand" | "example" | "examples" => Self::Help,
            "why" | "why?" | "why do you ask" | "why do you ask?" => Self::Why,
            "start over" | "restart" | "begin again" | "start again" | "reset" => Self::StartOver,
            "save" | "looks good" | "all good" | "thats right" | "correct" => Self::Save,
            "yes" | "y" | "yep" | "yeah" | "ok" | "okay" | "sure" => Self::Yes,
            "no" | "n" | "nope" | "nah" | "no thanks" | "go on" | "continue" => Self::No,
            "later" | "pause" | "keep them" | "keep for later" | "keep for now" => Self::Pause,
            _ => return field_to_change(&words).map(Self::Change),
        };
        Some(control)
    }
}

/// Whether a whole message is a bare no. Said to a question with an answer it may mean "none" or "leave it", and so
/// takes nothing away.
pub fn bare_no(text: &str) -> bool {
    let plain: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<String> = plain.split_whitespace().map(str::to_lowercase).collect();
    matches!(words.join(" ").as_str(), "n" | "no" | "nope" | "nah" | "no thanks" | "not really")
}

fn field_to_change(words: &[&str]) -> Option<Field> {
    let (verb, rest) = words.split_first()?;
    if !matches!(*verb, "change" | "edit" | "fix" | "correct") {
        return None;
    }
    let rest: Vec<&str> = rest.iter().copied().filter(|word| !matches!(*word, "the" | "my")).collect();
    let name = rest.join(" ");
    let plain = |text: &str| text.replace(['-', '_'], " ").to_lowercase();
    let called = |field: &Field| plain(field.key()) == name || plain(crate::words::field(*field)) == name;
    Field::ALL.iter().copied().find(called).or_else(|| also_called(&name))
}

/// A field by a name that is neither its key nor its label.
fn also_called(name: &str) -> Option<Field> {
    Some(match name {
        "place" | "city" => Field::Location,
        "salary" | "base salary" => Field::Base,
        "signon" | "sign on bonus" | "signing" | "signing bonus" => Field::SignOn,
        "rsu" | "rsus" | "stock" | "shares" | "equity" => Field::Grant,
        "vesting schedule" | "schedule" | "vests" | "vest" => Field::Vesting,
        "letter" => Field::Written,
        "start" => Field::StartDate,
        "deadline" => Field::ReplyBy,
        "terms" | "repayment" => Field::SignOnTerms,
        "unvested" | "unvested equity" => Field::LeftBehind,
        "offers" | "competing offers" => Field::Competing,
        "walkaway" | "walk away number" | "minimum" => Field::WalkAway,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_changed_by_its_key_and_its_label() {
        for field in Field::ALL {
            for name in [field.key(), crate::words::field(*field)] {
                assert_eq!(Control::read(&format!("change the {name}")), Some(Control::Change(*field)));
            }
        }
    }

    #[test]
    fn whole_messages_steer_and_others_answer() {
        for (text, control) in [
            ("Back", Some(Control::Back)),
            ("  skip. ", Some(Control::Skip)),
            ("That's all!", Some(Control::Skip)),
            ("CANCEL", Some(Control::Cancel)),
            ("why do you ask?", Some(Control::Why)),
            ("start over", Some(Control::StartOver)),
            ("?", Some(Control::Help)),
            ("change the base", Some(Control::Change(Field::Base))),
            ("change my sign-on", Some(Control::Change(Field::SignOn))),
            ("change vesting", Some(Control::Change(Field::Vesting))),
            ("edit the vesting schedule", Some(Control::Change(Field::Vesting))),
            ("change vesting to quarterly", None),
            ("185k", None),
            ("back to 185k", None),
            ("", None),
            ("change everything", None),
        ] {
            assert_eq!(Control::read(text), control, "{text}");
        }
    }
}
