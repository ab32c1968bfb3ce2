//! Days and schedules of a message that another one took the place of: "moved from dec 1 to dec 8", "not jan 4 but jan
//! 11", "5/15/40/40 to 25/25/25/25".
//!
//! Owns which of two stands. Must not know what either is for.

use jiff::civil::Date;

use super::{Kind, Term, Token, dates, has, length_at, length_of_any};

/// The most tokens between a value and the one that took its place.
const NEAR: usize = 8;

/// A value that can be given up: where it stands.
#[derive(Clone, Copy)]
struct Value {
    from: usize,
    until: usize,
    schedule: bool,
}

/// A message without the days and schedules that were given up in it.
pub(super) fn without_former(mut tokens: Vec<Token>, today: Date) -> Vec<Token> {
    while let Some((from, until)) = given_up(&tokens, today) {
        tokens.drain(from..until);
    }
    tokens
}

/// Whether a schedule is denied and no other one told: "vesting isn't 5/15/40/40".
pub(super) fn denies_schedule(tokens: &[Token], today: Date) -> bool {
    let values = values(tokens, today);
    let mut schedules = values.iter().filter(|value| value.schedule);
    let (Some(only), None) = (schedules.next(), schedules.next()) else { return false };
    only.from > 0 && tokens[only.from - 1].is(Term::Negation) && !tokens[only.from - 1].is(Term::PlainNo)
}

/// The tokens of the first value that was given up, with what leads on to the new one.
fn given_up(tokens: &[Token], today: Date) -> Option<(usize, usize)> {
    let values = values(tokens, today);
    values
        .windows(2)
        .find_map(|pair| if pair[0].schedule == pair[1].schedule { replaced(tokens, pair[0], pair[1]) } else { None })
}

/// What of two values goes: the first where the second took its place, else the second that says what was.
fn replaced(tokens: &[Token], one: Value, two: Value) -> Option<(usize, usize)> {
    let between = &tokens[one.until..two.from];
    let names = [Term::Start, Term::StartName, Term::Reply, Term::Deadline, Term::Due];
    let ends = |token: &Token| token.kind == Kind::Break || token.is_mark_of(&[';', '.', '?']);
    let other = (0..between.len()).any(|at| length_of_any(between, at, &names).is_some())
        || between.iter().any(|token| ends(token) || token.figure().is_some())
        || has(between, Term::Or)
        || has(between, Term::Possible);
    // "Start jan 4, deadline moved to dec 8": each has a name of its own.
    let named_behind = tokens.get(two.until).is_some_and(|next| names.into_iter().any(|term| next.is(term)));
    if between.is_empty() || between.len() > NEAR || other || named_behind {
        return None;
    }
    let before = one.from.checked_sub(1).map(|at| &tokens[at]);
    let denied = |token: &Token| token.is(Term::Negation) && !token.is(Term::PlainNo);
    if before.is_some_and(denied) {
        return Some((one.from - 1, two.from));
    }
    let last = between.last();
    let was = last.is_some_and(|token| token.is(Term::Away) || token.is(Term::Was) || denied(token));
    let moved = has(between, Term::Moved) || has(between, Term::Raised);
    let instead = (0..between.len()).any(|at| length_at(between, at, Term::Earlier).is_some_and(|length| length > 1));
    if was && (moved || last.is_some_and(denied)) || instead {
        return Some((one.until, two.until));
    }
    let arrow = between.iter().any(|token| token.is_mark('>'));
    let to = between.len() == 1 && between[0].is(Term::To);
    let from = before.is_some_and(|token| token.is(Term::Away));
    let said = || has(&tokens[one.from.saturating_sub(NEAR)..one.from], Term::Moved);
    let led = to && (one.schedule || from && said());
    if !(arrow || led || moved || has(between, Term::Correction)) {
        return None;
    }
    // A schedule is read with the words around it, so what leads up to the old one goes with it.
    let words = tokens[..one.from].iter().rev().take_while(|token| token.kind == Kind::Word).count();
    Some((if one.schedule { one.from - words } else { one.from }, two.from))
}

/// The schedules and days in a message, in order. A span of time is no day.
fn values(tokens: &[Token], today: Date) -> Vec<Value> {
    let mut found: Vec<Value> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((from, until)) =
            crate::reading::amounts::schedule_around(tokens, at).filter(|(from, _)| *from >= at)
        {
            found.push(Value { from, until, schedule: true });
            at = until;
            continue;
        }
        let counted = tokens[at].figure().is_some()
            && !tokens.get(at + 1).is_some_and(|next| next.is_mark('/') || dates::month(&next.word).is_some());
        let length = if dates::dates_something(&tokens[at]) && !counted {
            dates::length_of_day(&tokens[at..], today)
        } else {
            None
        };
        if let Some(length) = length {
            found.push(Value { from: at, until: at + length, schedule: false });
        }
        at += length.unwrap_or(1);
    }
    found
}
