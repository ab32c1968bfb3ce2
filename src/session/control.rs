//! Words that steer instead of answering, good at every step.

use super::steering::steering;
use crate::offer::Field;

/// What a typed word does besides answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// The question before.
    Back,
    /// Pass this question.
    Skip,
    /// Go on with what is open.
    GoOn,
    /// That is all: of what several are asked for, or of everything.
    ThatsAll,
    /// Stop.
    Cancel,
    /// Explain.
    Help,
    /// Why it is asked.
    Why,
    /// Begin again.
    StartOver,
    /// Enough is answered: the answers are to be saved.
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
        let plain = plain(text);
        steering().control(&plain).and_then(Self::of_key).or_else(|| field_to_change(&plain).map(Self::Change))
    }

    /// The control of a key in the data.
    fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "back" => Self::Back,
            "skip" => Self::Skip,
            "go_on" => Self::GoOn,
            "thats_all" => Self::ThatsAll,
            "cancel" => Self::Cancel,
            "help" => Self::Help,
            "why" => Self::Why,
            "start_over" => Self::StartOver,
            "save" => Self::Save,
            "yes" => Self::Yes,
            "no" => Self::No,
            "pause" => Self::Pause,
            _ => return None,
        })
    }
}

/// A message as its words, in small letters; of all signs only question marks stay.
pub(super) fn plain(text: &str) -> String {
    let letters: String = text
        .chars()
        .filter(|c| !matches!(c, '\'' | '’' | '.' | '!' | ','))
        .map(|c| if c.is_alphanumeric() || c == '?' { c } else { ' ' })
        .collect();
    letters.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// The field whose answer a whole message wants changed: "change the base", "the start date is wrong".
fn field_to_change(message: &str) -> Option<Field> {
    let change = &steering().change;
    // "The start date is wrong": then what is it?
    let wrong = change.wrong.iter().filter_map(|end| message.strip_suffix(end.as_str())?.strip_suffix(' ')).next_back();
    let after = |verb: &String| message.strip_prefix(verb.as_str())?.strip_prefix(' ');
    let rest = wrong.or_else(|| change.verbs.iter().find_map(after))?;
    let named: Vec<&str> = rest.split(' ').filter(|word| !change.around.iter().any(|other| other == word)).collect();
    let name = named.join(" ");
    let spaced = |text: &str| text.replace(['-', '_'], " ").to_lowercase();
    let called = |field: &Field| spaced(field.key()) == name || spaced(crate::words::field(*field)) == name;
    Field::ALL.iter().copied().find(called).or_else(|| steering().field(&name))
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
    fn every_control_of_the_data_is_known() {
        for key in steering().controls() {
            assert!(Control::of_key(key).is_some(), "{key}");
        }
    }

    #[test]
    fn whole_messages_steer_and_others_answer() {
        for (text, control) in [
            ("Back", Some(Control::Back)),
            ("  skip. ", Some(Control::Skip)),
            ("That's all!", Some(Control::ThatsAll)),
            ("done", Some(Control::ThatsAll)),
            ("that's enough", Some(Control::Save)),
            ("That's all I have.", Some(Control::Save)),
            ("go on", Some(Control::GoOn)),
            ("Keep them for later", Some(Control::Pause)),
            ("what do you mean?", Some(Control::Help)),
            ("CANCEL", Some(Control::Cancel)),
            ("why do you ask?", Some(Control::Why)),
            ("start over", Some(Control::StartOver)),
            ("?", Some(Control::Help)),
            ("change the base", Some(Control::Change(Field::Base))),
            ("change my sign-on", Some(Control::Change(Field::SignOn))),
            ("change vesting", Some(Control::Change(Field::Vesting))),
            ("edit the vesting schedule", Some(Control::Change(Field::Vesting))),
            ("the start date is wrong", Some(Control::Change(Field::StartDate))),
            ("base has changed", None),
            ("that is wrong", None),
            ("is wrong", None),
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
