//! Questions in a message: one that is nothing else, and one beside figures, which are read without it.
//!
//! Must not know what is asked.

use super::{Field, FieldKind, Kind, Part, Term, Token, clean, cut, has};

/// Whether a message asks something and answers nothing: "is 185k good for L6?", "does it matter".
pub(super) fn is_question(asked: Option<Field>, tokens: &[Token]) -> bool {
    let Some(first) = tokens.iter().find(|token| token.kind == Kind::Word && !token.is(Term::Greeting)) else {
        return false;
    };
    let marked = tokens.iter().rev().find(|token| token.kind != Kind::Break).is_some_and(|last| last.is_mark('?'));
    let free = asked.is_some_and(|field| field.kind() == FieldKind::Words);
    let of_others = asked == Some(Field::Competing) && first.is(Term::Asks);
    marked && (first.is(Term::Asks) || has(tokens, Term::AsksInside))
        || free && first.is(Term::AsksPlainly)
        || of_others
}

/// A text that tells figures beside a question, without that; `None` where there is none.
pub(crate) fn beside_question(text: &str) -> Option<String> {
    let text = clean(text);
    let mut tokens = cut(&text);
    take_question(&mut tokens)?;
    Some(Part::new(&text, tokens).text().to_owned())
}

/// Takes the question out of a message that tells figures beside it: "190k. is that low?", "is my offer good? L6 190k".
/// One with a figure of its own may be about what it tells.
pub(super) fn take_question(tokens: &mut Vec<Token>) -> Option<Vec<Token>> {
    take_last(tokens).or_else(|| take_first(tokens))
}

fn take_last(tokens: &mut Vec<Token>) -> Option<Vec<Token>> {
    let ends = |token: &Token| token.kind == Kind::Break || token.is_mark_of(&[',', '.', ';', '!', '?']);
    let last = tokens.iter().rposition(|token| token.kind != Kind::Break).filter(|last| tokens[*last].is_mark('?'))?;
    let from = tokens[..last].iter().rposition(ends)? + 1;
    let told = &tokens[..from];
    if !asks_alone(&tokens[from..last]) || !tells(told) || is_question(None, told) {
        return None;
    }
    let question = tokens.split_off(from);
    let kept = tokens.iter().rposition(|token| !token.is_mark(',') && token.kind != Kind::Break).map_or(0, |at| at + 1);
    tokens.truncate(kept);
    Some(question)
}

fn take_first(tokens: &mut Vec<Token>) -> Option<Vec<Token>> {
    let mark = tokens.iter().position(|token| token.is_mark('?'))?;
    let (asked, told) = tokens.split_at(mark + 1);
    if !asks_alone(asked) || !tells(told) || told.iter().any(|token| token.is_mark('?')) {
        return None;
    }
    let rest = tokens.split_off(mark + 1);
    Some(std::mem::replace(tokens, rest))
}

/// Whether a part begins as a question does and tells no figure.
fn asks_alone(part: &[Token]) -> bool {
    let first = part.iter().find(|token| token.kind == Kind::Word && !token.is(Term::Greeting));
    first.is_some_and(|first| first.is(Term::Asks)) && !tells(part)
}

/// Whether a part has a figure or a day in digits.
fn tells(part: &[Token]) -> bool {
    part.iter().any(|token| token.figure().is_some() || token.kind == Kind::DateLike)
}
