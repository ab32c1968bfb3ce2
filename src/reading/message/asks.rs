//! Questions in a message: one that is nothing else, and one beside figures, which are read without it.
//!
//! Must not know what is asked.

use super::{Field, FieldKind, Kind, Term, Token, has};

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

/// Takes the question out of a message that tells figures beside it: "190k. is that low?", "is my offer good? L6 190k".
/// One with a figure of its own may be about what it tells.
pub(super) fn take_question(tokens: &mut Vec<Token>) -> Option<Vec<Token>> {
    let figures = |part: &[Token]| part.iter().any(|token| token.figure().is_some() || token.kind == Kind::DateLike);
    let ends = |token: &Token| token.kind == Kind::Break || token.is_mark_of(&[',', '.', ';', '!', '?']);
    let asks = |part: &[Token]| {
        let first = part.iter().find(|token| token.kind == Kind::Word && !token.is(Term::Greeting));
        first.is_some_and(|first| first.is(Term::Asks)) && !figures(part)
    };
    let last = tokens.iter().rposition(|token| token.kind != Kind::Break).filter(|last| tokens[*last].is_mark('?'))?;
    let from = tokens[..last].iter().rposition(ends).map(|end| end + 1);
    if let Some(from) = from
        && asks(&tokens[from..last])
        && figures(&tokens[..from])
        && !is_question(None, &tokens[..from])
    {
        let question = tokens.split_off(from);
        let kept =
            tokens.iter().rposition(|token| !token.is_mark(',') && token.kind != Kind::Break).map_or(0, |at| at + 1);
        tokens.truncate(kept);
        return Some(question);
    }
    None
}

/// The same of a question that stands first.
pub(super) fn take_leading_question(tokens: &mut Vec<Token>) -> Option<Vec<Token>> {
    let figures = |part: &[Token]| part.iter().any(|token| token.figure().is_some() || token.kind == Kind::DateLike);
    let mark = tokens.iter().position(|token| token.is_mark('?'))?;
    let (asked, told) = tokens.split_at(mark + 1);
    let first = asked.iter().find(|token| token.kind == Kind::Word && !token.is(Term::Greeting))?;
    let tells = figures(told) && !told.iter().any(|token| token.is_mark('?'));
    if !first.is(Term::Asks) || figures(asked) || !tells {
        return None;
    }
    let rest = tokens.split_off(mark + 1);
    Some(std::mem::replace(tokens, rest))
}
