//! A line as words: at spaces, quotes hold a word together.

/// A word and where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its text, without quotes.
    pub text: String,
    /// The byte at which it begins, with its quote.
    pub start: usize,
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word: Option<Word> = None;
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            c if c.is_whitespace() && !quoted => words.extend(word.take()),
            c => {
                let word = word.get_or_insert_with(|| Word { text: String::new(), start: at });
                if c == '"' { quoted = !quoted } else { word.text.push(c) }
            }
        }
    }
    words.extend(word);
    words.retain(|word| !word.text.is_empty());
    words
}

/// A value as one word.
pub(super) fn as_word(value: &str) -> String {
    if value.contains(char::is_whitespace) { format!("\"{value}\"") } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_at_spaces_and_in_quotes() {
        let read = |text: &str| words(text).into_iter().map(|word| (word.text, word.start)).collect::<Vec<_>>();
        let word = |text: &str, start| (text.to_owned(), start);
        assert_eq!(read(" L6  \"Bay Area\" "), [word("L6", 1), word("Bay Area", 5)]);
        assert_eq!(read("location:\"Bay Area\""), [word("location:Bay Area", 0)]);
        assert_eq!(read("\"Bay Ar"), [word("Bay Ar", 0)]);
        assert_eq!(read("  "), []);
        assert_eq!((as_word("Seattle"), as_word("Bay Area")), ("Seattle".into(), "\"Bay Area\"".into()));
    }
}
