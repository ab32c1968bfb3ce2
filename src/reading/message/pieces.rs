//! A message cut in sentences, and what is left of it put together again.
//!
//! Must not know what any of it means.

use super::{Kind, Term, Token, quote};

/// The words that are left and say something, for one sentence.
pub(super) fn left_words(text: &str, left: &[Token]) -> Option<String> {
    let said: Vec<&Token> = left
        .iter()
        .filter(|token| match token.kind {
            Kind::Word => !token.is(Term::Filler) && !token.is(Term::SoftFiller),
            Kind::Mark(_) | Kind::Break => false,
            _ => true,
        })
        .take(40)
        .collect();
    let words: Vec<&str> = said.iter().filter_map(|token| text.get(token.start..token.end)).collect();
    (!words.is_empty()).then(|| quote(&words.join(" ")))
}

/// The sentences of a message, each with the mark that ends it.
pub(super) fn sentences(tokens: &[Token]) -> Vec<&[Token]> {
    let mut sentences = Vec::new();
    let mut from = 0;
    for (at, token) in tokens.iter().enumerate() {
        // "levels.fyi": a point inside a name.
        let in_name = token.is_mark('.')
            && tokens.get(at + 1).is_some_and(|next| next.start == token.end && next.is(Term::DomainEnd));
        if (token.kind == Kind::Break || token.is_mark_of(&[';', '.', '?'])) && !in_name {
            sentences.push(&tokens[from..=at]);
            from = at + 1;
        }
    }
    if from < tokens.len() {
        sentences.push(&tokens[from..]);
    }
    sentences
}
