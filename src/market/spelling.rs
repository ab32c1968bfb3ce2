//! Names however they are written.

/// A name in lower case, its letters and digits in words with one space between them.
pub(super) fn simplify(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name as written, without spaces around and doubled ones, and no longer than it may be.
pub(super) fn tidy(text: &str, longest: usize) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(longest).collect()
}
