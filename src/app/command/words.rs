//! Commands of the playbook as people write them in direct messages, without a slash.

use std::collections::BTreeMap;

/// The command that a lower-case message is, with its options.
pub(crate) fn command(plain: &str) -> Option<(&'static str, BTreeMap<String, String>)> {
    let (first, rest) = plain.split_once(char::is_whitespace).unwrap_or((plain, ""));
    let (name, option) = match first {
        "script" => ("script", "name"),
        "email" | "e-mail" | "mail" => ("email", "name"),
        "lever" => ("lever", "name"),
        "playbook" | "topic" => ("playbook", "topic"),
        "scripts" | "emails" | "e-mails" | "levers" | "topics" if rest.is_empty() => {
            let singular = command(first.trim_end_matches('s'))?;
            return Some((singular.0, BTreeMap::new()));
        }
        "case" if rest.is_empty() => return Some(("case", BTreeMap::new())),
        "checklist" if rest.is_empty() => return Some(("checklist", BTreeMap::new())),
        _ => return None,
    };
    let options = (!rest.trim().is_empty()).then(|| (option.to_owned(), rest.trim().to_owned()));
    Some((name, options.into_iter().collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_may_be_written_without_its_slash() {
        let read = |text: &str| command(text).map(|(name, options)| (name, options.into_values().next()));
        for (text, name, option) in [
            ("script base", "script", Some("base")),
            ("e-mail first round", "email", Some("first round")),
            ("lever sign on", "lever", Some("sign on")),
            ("levers", "lever", None),
            ("playbook", "playbook", None),
            ("case", "case", None),
            ("checklist", "checklist", None),
        ] {
            assert_eq!(read(text), Some((name, option.map(str::to_owned))), "{text}");
        }
        for text in ["", "hello", "case closed", "lovers"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
