//! The words of a text that may name a place, each with what its spelling says.

/// One word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// In lower case, without apostrophes and the dots of `D.C.`.
    pub(super) lower: String,
    /// As it is written.
    pub(super) written: String,
    /// Whether it is written in capitals.
    pub(super) capitals: bool,
    /// Whether a comma, a dash or a bracket stands before it.
    pub(super) apart: bool,
    /// Whether it begins another place: `Seattle / Austin`, `Seattle or Austin`.
    pub(super) another: bool,
}

/// The words of a text, in order.
pub(super) fn words_of(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut apart, mut another) = (false, false);
    let mut written = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter.is_alphanumeric() {
            written.push(letter);
            continue;
        }
        if matches!(letter, '\'' | '’') || (letter == '.' && !written.is_empty() && is_one_letter(letters.clone())) {
            continue;
        }
        end(&mut words, &mut written, &mut apart, &mut another);
        apart |= matches!(letter, ',' | '-' | '–' | '—' | '(' | ')' | ':');
        another |= matches!(letter, '/' | '|' | ';' | '&' | '+' | '\n');
    }
    end(&mut words, &mut written, &mut apart, &mut another);
    words
}

/// Whether one letter stands alone next, as in `D.C.`
fn is_one_letter(mut letters: impl Iterator<Item = char>) -> bool {
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none_or(|after| !after.is_alphanumeric())
}

fn end(words: &mut Vec<Word>, written: &mut String, apart: &mut bool, another: &mut bool) {
    if written.is_empty() {
        return;
    }
    let capitals = written.chars().count() > 1 && written.chars().all(|c| !c.is_lowercase());
    words.push(Word {
        lower: written.to_lowercase(),
        written: std::mem::take(written),
        capitals,
        apart: std::mem::take(apart),
        another: std::mem::take(another),
    });
}
