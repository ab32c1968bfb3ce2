//! What whole messages say where it is asked for: a bare no, that somebody can't tell, that the card is right as it
//! stands, "undo".

use super::control::plain;
use super::steering::steering;

/// Whether a whole message is one of these.
pub(super) fn says(text: &str, messages: &[String]) -> bool {
    let plain = plain(text);
    messages.contains(&plain)
}

/// Whether a whole message agrees to delete what is asked about: a plain "delete", never a yes.
pub(super) fn says_delete(text: &str) -> bool {
    says(text, &steering().said.delete)
}

/// Whether a whole message agrees to begin again.
pub(super) fn says_start_over(text: &str) -> bool {
    says(text, &steering().said.start_over)
}

/// Whether a whole message agrees to the card of answers as it stands.
pub(super) fn says_all_right(text: &str) -> bool {
    let all_right = &steering().said.all_right;
    says(text, all_right) || all_right.iter().any(|sign| sign == text.trim())
}

/// Whether a whole message wants nothing saved yet.
pub(super) fn says_wait(text: &str) -> bool {
    says(text, &steering().said.wait)
}

/// Whether a whole message takes the last correction back.
pub(super) fn says_undo(text: &str) -> bool {
    says(text, &steering().said.undo)
}

/// Whether a whole message is a bare no. Said to a question with an answer it may mean "none" or "leave it", and so
/// takes nothing away.
pub fn bare_no(text: &str) -> bool {
    says(&text.replace('?', " "), &steering().said.bare_no)
}

/// Whether a whole message says that the user can't tell: not that there is nothing.
pub(super) fn says_unknown(text: &str) -> bool {
    let unknown = &steering().unknown;
    let plain = plain(text);
    let words: Vec<&str> = plain.split(' ').collect();
    let one_of = |among: &[String], word: &str| among.iter().any(|other| other == word);
    let stands = |phrase: &String| {
        words.contains(&phrase.as_str()) || plain == *phrase || plain.starts_with(&format!("{phrase} "))
    };
    let whole = unknown.whole.iter().any(stands);
    let said = |among: &[String]| words.iter().any(|word| one_of(among, word));
    let of_phrases = |word: &str| unknown.whole.iter().any(|phrase| phrase.split(' ').any(|part| part == word));
    let known = |word: &&str| {
        [&unknown.beside, &unknown.not, &unknown.known].iter().any(|among| one_of(among, word)) || of_phrases(word)
    };
    (whole || said(&unknown.not) && said(&unknown.known)) && words.iter().all(known)
}

/// Whether a message leaves a price to the day: "whatever today's price is".
pub(super) fn says_of_today(text: &str) -> bool {
    let plain = plain(text);
    let today = |word: &str| steering().today.iter().any(|other| other == word);
    !plain.chars().any(|c| c.is_ascii_digit()) && plain.split(' ').any(today)
}

#[cfg(test)]
mod tests {
    use super::*;

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
