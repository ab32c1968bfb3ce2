//! Texts as they are compared: words in lower case without punctuation, alike where a letter slipped.

/// The words of a text: apostrophes vanish, all other signs part words.
pub(super) fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let plain = lower.chars().filter(|c| !matches!(c, '\'' | '’' | '‘' | '`'));
    let spaced: String = plain.map(|c| if c.is_alphanumeric() { unaccented(c) } else { ' ' }).collect();
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// A letter without its accent, for the few languages that people greet in.
fn unaccented(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    }
}

/// Whether two words are the same but for a slip: one in a word of five letters or more, two from nine on. Words with
/// digits and short ones have to be the same.
pub(super) fn alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let shorter = one.chars().count().min(other.chars().count());
    let slips = match shorter {
        0..=4 => return false,
        5..=8 => 1,
        _ => 2,
    };
    let plain = |word: &str| word.chars().all(char::is_alphabetic);
    plain(one)
        && plain(other)
        && one.chars().next() == other.chars().next()
        && strsim::osa_distance(one, other) <= slips
}

/// Whether a phrase of several words stands in a text, word by word.
pub(super) fn holds(text: &[String], phrase: &[String]) -> bool {
    !phrase.is_empty() && text.windows(phrase.len()).any(|window| window == phrase)
}

/// Whether one of these phrases stands in a text.
pub(super) fn has_one(text: &str, phrases: &[String]) -> bool {
    let told = words(text);
    phrases.iter().any(|phrase| holds(&told, &words(phrase)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_their_dress() {
        assert_eq!(words("I'm  NERVOUS, really!").join(" "), "im nervous really");
        assert_eq!(words("¿español por favor?").join(" "), "espanol por favor");
        assert_eq!(words("sign-on / 5/15").join(" "), "sign on 5 15");
        assert_eq!(words("👍"), Vec::<String>::new());
    }

    #[test]
    fn slips_are_forgiven_where_the_word_is_long_enough() {
        for (one, other, same) in [
            ("nervous", "nervuos", true),
            ("negotiate", "negociate", true),
            ("negotiating", "negotating", true),
            ("private", "privte", true),
            ("base", "bass", false),
            ("google", "goggle", true),
            ("thanks", "thank", true),
            ("2000", "2001", false),
            ("offer", "after", false),
        ] {
            assert_eq!(alike(one, other), same, "{one} {other}");
        }
    }
}
