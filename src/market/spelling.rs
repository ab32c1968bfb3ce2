//! Names however they are written.

/// A name in lower case, its letters and digits in words with one space between them.
pub fn simplify(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
