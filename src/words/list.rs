//! Lists in a sentence: commas, and where the "and" stands.

/// A phrase to stand in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    says: String,
    pair: bool,
}

impl Phrase {
    /// A phrase without an "and" of its own.
    pub fn plain(says: impl Into<String>) -> Self {
        Self { says: says.into(), pair: false }
    }

    /// A phrase that names two things, with an "and" between them.
    pub fn pair(says: impl Into<String>) -> Self {
        Self { says: says.into(), pair: true }
    }

    /// The same phrase after other words.
    #[must_use]
    pub fn after(self, words: &str) -> Self {
        Self { says: format!("{words} {}", self.says), ..self }
    }
}

/// `a`, `a and b`, `a, b, and c`; a comma too after an `a` that is a pair itself.
pub fn listed(phrases: &[Phrase]) -> String {
    match phrases {
        [] => String::new(),
        [only] => only.says.clone(),
        [first, second] if !first.pair => format!("{} and {}", first.says, second.says),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(|phrase| phrase.says.as_str()).collect();
            format!("{}, and {}", rest.join(", "), last.says)
        }
    }
}

/// Names of a word or two: `a`, `a and b`, `a, b and c`.
pub fn names(names: &[String]) -> String {
    match names {
        [others @ .., last] if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_one_and() {
        for (said, expected) in
            [(&[][..], ""), (&["a"], "a"), (&["a", "b"], "a and b"), (&["a", "b", "c"], "a, b and c")]
        {
            let said: Vec<String> = said.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(names(&said), expected);
        }
    }

    #[test]
    fn a_comma_stands_where_one_and_would_be_read_for_the_other() {
        let plain = |names: &[&str]| names.iter().map(|name| Phrase::plain(*name)).collect::<Vec<_>>();
        for (phrases, expected) in [
            (plain(&[]), ""),
            (plain(&["a"]), "a"),
            (plain(&["a", "b"]), "a and b"),
            (plain(&["a", "b", "c"]), "a, b, and c"),
            (vec![Phrase::pair("a and b"), Phrase::plain("c")], "a and b, and c"),
            (vec![Phrase::plain("a"), Phrase::pair("b and c")], "a and b and c"),
            (vec![Phrase::pair("x and y").after("both")], "both x and y"),
        ] {
            assert_eq!(listed(&phrases), expected);
        }
    }
}
