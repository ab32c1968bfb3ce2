//! What a message takes out: a field of which there is none, the other offer that is none.
//!
//! Must not know which question is open.

use super::{Field, Kind, OfferDraft, Term, Token, length_at, length_of_any};

/// "left behind none", "no deadline", "remove the walk-away": the field of which there is none, and nothing else is said.
pub(super) fn cleared(tokens: &[Token]) -> Option<Field> {
    const NAMES: [(Term, Field); 6] = [
        (Term::LeftBehind, Field::LeftBehind),
        (Term::WalkAway, Field::WalkAway),
        (Term::Reply, Field::ReplyBy),
        (Term::Deadline, Field::ReplyBy),
        (Term::StartName, Field::StartDate),
        (Term::OthersName, Field::Competing),
    ];
    let little = |token: &Token| token.is(Term::Is) || token.is(Term::The) || token.kind != Kind::Word;
    let plain: Vec<Token> = tokens.iter().filter(|token| !little(token)).cloned().collect();
    let named =
        |at: usize| NAMES.iter().find_map(|(term, field)| length_at(&plain, at, *term).map(|length| (length, *field)));
    let none = |from: usize| {
        let terms = [Term::PlainNone, Term::None, Term::Nothing, Term::Unknown];
        (from < plain.len()).then(|| length_of_any(&plain, from, &terms)).flatten() == Some(plain.len() - from)
    };
    if let Some((length, field)) = named(0).filter(|(length, _)| none(*length)) {
        return (length < plain.len()).then_some(field);
    }
    let away = length_at(&plain, 0, Term::TakeAway)?;
    named(away).filter(|(length, _)| away + length == plain.len()).map(|(_, field)| field)
}

/// "remove google", "no google": the only other offer that was told is none.
pub(super) fn is_taken_out(tokens: &[Token], draft: &OfferDraft) -> bool {
    let [other] = draft.competing.as_slice() else { return false };
    let Some(length) = length_at(tokens, 0, Term::TakeAway) else { return false };
    let name = other.company.to_lowercase();
    let mut rest = tokens[length..].iter().filter(|token| !token.is(Term::Filler) && !token.is(Term::OfferWord));
    let words: Vec<&str> = rest.by_ref().map(|token| token.word.as_str()).collect();
    tokens.iter().all(|token| token.kind == Kind::Word) && words.join(" ") == name
}
