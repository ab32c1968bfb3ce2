//! Words that steer instead of answering, good at every step.

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
        let control = match plain.as_str() {
            "back" | "go back" | "previous" | "undo" | "answer again" => Self::Back,
            "skip" | "pass" | "next" | "skip this" | "skip it" | "keep" | "keep it" => Self::Skip,
            "go on" | "continue" | "keep going" | "carry on" | "resume" => Self::GoOn,
            "thats all" | "that is all" | "thats it" | "thats everything" | "done" | "im done" => Self::ThatsAll,
            "cancel" | "stop" | "quit" | "exit" | "abort" | "never mind" | "nevermind" => Self::Cancel,
            "help"
            | "?"
            | "what"
            | "what?"
            | "i dont understand"
            | "example"
            | "examples"
            | "huh"
            | "huh?"
            | "what do you mean"
            | "what do you mean?"
            | "what does that mean"
            | "what does that mean?"
            | "what does this mean"
            | "what does this mean?" => Self::Help,
            "why"
            | "why?"
            | "why do you ask"
            | "why do you ask?"
            | "why do you need that"
            | "why do you need that?"
            | "why do you need this"
            | "why do you need this?"
            | "why is that asked" => Self::Why,
            "start over" | "restart" | "begin again" | "start again" | "reset" => Self::StartOver,
            "save" | "save it" | "save them" | "save that" | "save this" | "save now" | "save please"
            | "please save" | "ok save" | "ok save it" | "okay save it" | "yes save" | "yes save it"
            | "save my offer" | "lets save" | "finish" | "thats enough" | "that is enough" | "enough"
            | "thats all i have" | "that is all i have" | "thats all i know" | "save and analyse"
            | "save and analyze" => Self::Save,
            "yes" | "y" | "yep" | "yeah" | "yup" | "ok" | "okay" | "k" | "sure" | "looks good" | "all good"
            | "thats right" | "correct" => Self::Yes,
            "no" | "n" | "nope" | "nah" | "no thanks" => Self::No,
            "later"
            | "pause"
            | "keep them"
            | "keep for later"
            | "keep for now"
            | "keep them for later"
            | "keep it for later"
            | "keep my answers"
            | "put it aside"
            | "put them aside" => Self::Pause,
            _ => return field_to_change(&plain.split(' ').collect::<Vec<_>>()).map(Self::Change),
        };
        Some(control)
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

/// Whether a whole message agrees to delete what is asked about: a plain "delete", never a yes.
pub(super) fn says_delete(text: &str) -> bool {
    matches!(
        plain(text).as_str(),
        "delete"
            | "delete them"
            | "delete it"
            | "delete all"
            | "delete everything"
            | "drop"
            | "drop them"
            | "drop the changes"
    )
}

/// Whether a whole message agrees to begin again.
pub(super) fn says_start_over(text: &str) -> bool {
    matches!(plain(text).as_str(), "yes start over" | "start over" | "yes begin again" | "yes restart")
}

/// Whether a whole message says that the user can't tell: not that there is nothing.
pub(super) fn says_unknown(text: &str) -> bool {
    /// Words that such a message is made of beside those that make it one.
    const BESIDE: &[&str] = &[
        "i",
        "we",
        "they",
        "she",
        "he",
        "it",
        "the",
        "recruiter",
        "amazon",
        "im",
        "am",
        "is",
        "its",
        "yet",
        "so",
        "far",
        "me",
        "us",
        "that",
        "this",
        "really",
        "sorry",
        "honestly",
        "have",
        "has",
        "been",
        "was",
        "be",
        "to",
        "about",
        "any",
        "amount",
        "number",
        "figure",
        "now",
        "at",
        "moment",
        "right",
        "still",
        "what",
        "letter",
        "number",
        "of",
        "anything",
        "exactly",
        "much",
        "how",
        "a",
        "an",
        "my",
        "a",
        "up",
    ];
    const WHOLE: &[&str] = &["idk", "dunno", "unknown", "unsure", "tbd", "no idea", "no clue", "to be decided"];
    const NOT: &[&str] =
        &["not", "dont", "havent", "hasnt", "didnt", "doesnt", "wasnt", "cant", "never", "isnt", "wont", "couldnt"];
    const KNOW: &[&str] = &[
        "know",
        "known",
        "sure",
        "said",
        "say",
        "told",
        "tell",
        "shared",
        "share",
        "mentioned",
        "mention",
        "given",
        "give",
        "decided",
        "heard",
        "hear",
        "specified",
        "disclosed",
        "remember",
        "recall",
        "named",
        "clear",
        "certain",
    ];
    let plain = plain(text);
    let words: Vec<&str> = plain.split(' ').collect();
    let within = |phrase: &&str| words.contains(phrase);
    let whole = WHOLE.iter().any(|phrase| plain == *phrase || plain.starts_with(&format!("{phrase} ")))
        || WHOLE.iter().any(within);
    let denied = words.iter().any(|word| NOT.contains(word)) && words.iter().any(|word| KNOW.contains(word));
    let of_phrases = |word: &&str| WHOLE.iter().any(|phrase| phrase.split(' ').any(|part| part == *word));
    let only = |word: &&str| BESIDE.contains(word) || NOT.contains(word) || KNOW.contains(word) || of_phrases(word);
    (whole || denied) && words.iter().all(only)
}

/// Whether a message leaves a price to the day: "whatever today's price is".
pub(super) fn says_of_today(text: &str) -> bool {
    let plain = plain(text);
    let today = ["today", "todays", "market", "current", "latest", "whatever"];
    !plain.chars().any(|c| c.is_ascii_digit()) && plain.split(' ').any(|word| today.contains(&word))
}

/// Whether a whole message is a bare no. Said to a question with an answer it may mean "none" or "leave it", and so
/// takes nothing away.
pub fn bare_no(text: &str) -> bool {
    let plain: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<String> = plain.split_whitespace().map(str::to_lowercase).collect();
    matches!(words.join(" ").as_str(), "n" | "no" | "nope" | "nah" | "no thanks" | "not really")
}

fn field_to_change(words: &[&str]) -> Option<Field> {
    const WRONG: [&[&str]; 6] = [
        &["is", "wrong"],
        &["are", "wrong"],
        &["was", "wrong"],
        &["isnt", "right"],
        &["is", "not", "right"],
        &["is", "incorrect"],
    ];
    // "The start date is wrong": then what is it?
    let wrong = WRONG.iter().filter_map(|end| words.strip_suffix(*end)).next_back();
    let (verb, rest) = words.split_first()?;
    let rest = match wrong {
        Some(rest) => rest,
        None if matches!(*verb, "change" | "edit" | "fix" | "correct") => rest,
        None => return None,
    };
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

    #[test]
    fn who_cannot_tell_says_so_and_who_has_none_does_not() {
        for text in [
            "idk",
            "I don't know",
            "i dont know yet",
            "not sure",
            "I'm not sure yet",
            "they haven't said",
            "not yet told",
            "They have not told me yet.",
            "she hasn't said so far",
            "recruiter didn't say",
            "no idea",
            "unknown",
            "TBD",
            "haven't heard",
            "I can't say",
            "not decided yet",
            "the letter doesn't say",
            "no clue honestly",
        ] {
            assert!(says_unknown(text), "{text}");
        }
        for text in [
            "no",
            "none",
            "nothing",
            "not yet",
            "",
            "185k",
            "I don't know, maybe 185k",
            "they said 185k",
            "not in writing",
            "I told them no",
            "not before March",
            "skip",
            "sure",
            "I know",
            "they said no to base",
        ] {
            assert!(!says_unknown(text), "{text}");
        }
    }

    #[test]
    fn only_plain_words_delete() {
        for text in ["delete", "Delete them.", "delete it", "drop the changes"] {
            assert!(says_delete(text), "{text}");
        }
        for text in ["yes", "y", "ok", "sure", "no", "don't delete", "delete the base", "keep", ""] {
            assert!(!says_delete(text), "{text}");
        }
    }
}
