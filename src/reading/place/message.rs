//! Places in a message: behind their label, or by a name that is plain enough beside other answers.
//!
//! Must not know letters.

use super::{Answer, Doubt, Kind, Part, Place, Term, Token, place_at, read_place, spelled_at};

/// A place behind its label in a message ("location: Denver, CO"), with where it ends.
pub(crate) fn labelled_in_message(text: &str, tokens: &[Token], at: usize, used: &[bool]) -> Option<(usize, Place)> {
    let lead = tokens.get(at + 1).is_some_and(|next| next.is_mark(':') || next.is(Term::Is) || next.is(Term::To));
    if !tokens[at].is(Term::PlaceLabel) || !lead && tokens.get(at + 1).is_none_or(|next| next.kind != Kind::Word) {
        return None;
    }
    let from = at + if lead { 2 } else { 1 };
    let ends = |index: &usize| {
        let token = &tokens[*index];
        let named = !crate::reading::ties::labels(&tokens[(*index)..=(*index)]).is_empty() || token.is(Term::Level);
        used[*index]
            || token.figure().is_some()
            || token.is_mark_of(&[';', '.', '?'])
            || named
            || token.kind == Kind::Break
    };
    let until = (from..tokens.len()).find(ends).unwrap_or(tokens.len());
    let mut tokens: Vec<Token> = tokens[from.min(until)..until].to_vec();
    while tokens.last().is_some_and(|last| last.is_mark(',')) {
        tokens.pop();
    }
    let reading = read_place(&Part::new(text, tokens));
    // "location: Springfield": its label says that it is one.
    let ((Some(Answer::Location(place)), _) | (_, Some(Doubt::Unusual { typed: Answer::Location(place) }))) =
        (reading.answers.into_iter().next(), reading.doubt)
    else {
        return None;
    };
    Some((until, place))
}

/// A known place in a message, with the tokens it takes: short names ("sea", "bay", "ny") only after "in".
pub(crate) fn in_message(text: &str, tokens: &[Token], at: usize) -> Option<(usize, Place)> {
    let lead = at > 0 && tokens[at - 1].is(Term::PlaceLead);
    if tokens[at].kind != Kind::Word {
        return None;
    }
    // "L5 sde2 toronto": beside a level a long name needs no "in".
    let long = tokens[at].word.len() >= LONG_NAME
        && !tokens[at].is(Term::Filler)
        && (0..tokens.len()).any(|at| crate::reading::level::level_at(tokens, at).is_some());
    let spelled = (lead || long).then(|| spelled_at(text, tokens, at)).flatten();
    spelled.or_else(|| known_in_message(tokens, at))
}

/// The least letters of a place's name that is taken for one without "in" before it.
const LONG_NAME: usize = 6;

/// One of the known places, all of which are in the US.
pub(crate) fn known_in_message(tokens: &[Token], at: usize) -> Option<(usize, Place)> {
    let lead = at > 0 && tokens[at - 1].is(Term::PlaceLead);
    let words = tokens[at..].iter().take(4).take_while(|token| token.kind == Kind::Word);
    let words: Vec<&str> = words.map(|token| token.word.as_str()).collect();
    let (used, place) = place_at(&words)?;
    let long = words[..used].join(" ").len() > 4;
    (lead || used > 1 || long || tokens[at].is(Term::ClearPlace)).then_some((used, place))
}
