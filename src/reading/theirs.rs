//! Whose figures a piece of a sentence has: the offer's, or those of the user's present job, a wish, other people, an
//! offer that is gone.
//!
//! Owns the pieces of a sentence and what makes one of somebody else. Must not know other companies' offers, which have
//! readers of their own.

use super::lexicon::Term;
use super::phrases::{find, has, length_at};
use super::ties::{Topic, is_employer, labels};
use super::tokens::Token;
use crate::market::Companies;
use crate::money::Money;
use crate::offer::Field;

/// Where the piece that starts at `from` ends: behind a comma, before "but", before what the user says of themselves.
pub(super) fn piece_end(tokens: &[Token], from: usize, asked: Option<Field>) -> usize {
    let behind_asked = asked == Some(Field::LeftBehind);
    // An amount stands before.
    let mut told = false;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        if token.is_mark_of(&[',', ';']) {
            return at + 1;
        }
        // "she got 100/80 im getting 70/50", "I asked for 210 and they came back with 206", "asked for 205 got 192".
        // "base 190, 10% more than my current 172".
        let current = || {
            length_at(tokens, at, Term::MyJob).is_some_and(|length| tokens[at + length..].iter().take(2).any(is_value))
        };
        let turns = || {
            told && current()
                || length_at(tokens, at, Term::GotWord).is_some()
                || told && (token.is(Term::TheOffer) || token.is(Term::Settled) && has(&tokens[from..at], Term::Wish))
        };
        if at > from && (token.is(Term::Turns) || behind_asked && token.is(Term::Joiner) || turns()) {
            return at;
        }
        told |= is_value(token);
    }
    tokens.len()
}

/// Whether a token is an amount, and no small number that counts.
pub(super) fn is_value(token: &Token) -> bool {
    token.figure().is_some_and(|figure| !figure.percent && (!figure.bare || figure.value > Money::dollars(12)))
}

/// Whether a piece is about the user's present pay, a wish, an ask, what others get, or an offer that is gone.
pub(super) fn of_someone_else(asked: Option<Field>, piece: &[Token]) -> bool {
    let pay = || {
        labels(piece)
            .iter()
            .any(|label| matches!(label.topic, Topic::Base | Topic::SignOn | Topic::Total | Topic::Mine))
            && !has(piece, Term::LeftBehind)
    };
    match asked {
        // What is left behind is of the present job, and the least that is taken is a wish.
        Some(Field::LeftBehind) => {
            let others = has(piece, Term::Somebody) && !has(piece, Term::LeftBehind);
            others || (has(piece, Term::MyJob) || has(piece, Term::Hearsay) || is_my_pay(piece)) && pay()
        }
        Some(Field::WalkAway) => has(piece, Term::Hearsay) && pay(),
        _ if labels(piece).iter().any(|label| matches!(label.topic, Topic::LeftBehind | Topic::WalkAway)) => false,
        // The present employer's counter is another offer.
        _ if has(piece, Term::Present) && asked == Some(Field::Competing) => false,
        // "current 165 base 30 bonus".
        _ if piece.first().is_some_and(|first| first.is(Term::MineHeading)) && !has(piece, Term::TheOffer) => true,
        _ => {
            ([Term::MyJob, Term::Wish, Term::Hearsay, Term::Gone].into_iter().any(|term| has(piece, term))
                || asks_amount(piece))
                && !piece.iter().any(is_employer)
        }
    }
}

/// "I said 200k base": an ask; "I said yes to 165k" is none.
fn asks_amount(piece: &[Token]) -> bool {
    find(piece, Term::WroteAsk).is_some_and(|(at, length)| {
        let rest = &piece[at + length..];
        let glue = rest.iter().position(|token| !token.is(Term::AddedGlue)).unwrap_or(rest.len());
        rest.get(glue).is_some_and(is_value)
    })
}

/// "My base is 170k", where what the present job pays is spoken of: the offer's is corrected in other words.
fn is_my_pay(piece: &[Token]) -> bool {
    let offer = [Term::Correction, Term::TheOffer, Term::Raised].into_iter().any(|term| has(piece, term));
    labels(piece).iter().any(|label| label.start > 0 && piece[label.start - 1].is(Term::MyWord)) && !offer
}

/// Whether a piece turns back to the offer: "they offer 190k", "mine is".
pub(super) fn names_offer(piece: &[Token]) -> bool {
    has(piece, Term::TheOffer)
        || has(piece, Term::GotWord)
        || has(piece, Term::Settled)
        || piece.iter().any(is_employer)
}

/// What pieces of a letter's sentence are not the offer's.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Theirs {
    /// The sentence begins with one: where it turns to the offer, or its end.
    pub(super) begins: Option<usize>,
    /// One of them has amounts.
    pub(super) amounts: bool,
}

/// Marks the pieces of a letter's sentence whose figures are not the offer's.
pub(super) fn take_theirs(tokens: &[Token], used: &mut [bool]) -> Theirs {
    let (mut theirs, mut found, mut from) = (false, Theirs::default(), 0);
    found.amounts = take_employers(tokens, used);
    while from < tokens.len() {
        let until = piece_end(tokens, from, None);
        let piece = &tokens[from..until];
        theirs = of_someone_else(None, piece) || (theirs && !names_offer(piece));
        if theirs && (from == 0 || found.begins == Some(from)) {
            found.begins = Some(until);
        }
        if theirs && piece.iter().any(is_value) {
            used[from..until].fill(true);
            found.amounts = true;
        }
        from = until;
    }
    found
}

/// Marks what stands beside another employer's name where the sentence also gives what this one offers: "Amazon gives 165k
/// base, Google 190k". Whether there are amounts among it.
fn take_employers(tokens: &[Token], used: &mut [bool]) -> bool {
    if !tokens.iter().any(is_employer) {
        return false;
    }
    let Some(taken) = beside_employers(tokens) else { return false };
    let count = |from: usize, until: usize| tokens[from..until].iter().filter(|token| is_value(token)).count();
    let others: usize = taken.iter().map(|(from, until)| count(*from, *until)).sum();
    if others == count(0, tokens.len()) {
        return false;
    }
    for (from, until) in &taken {
        used[*from..*until].fill(true);
    }
    others > 0
}

/// The pieces that are another employer's; none where a value's owner is not known: "Amazon matched Google's 190k".
fn beside_employers(tokens: &[Token]) -> Option<Vec<(usize, usize)>> {
    let called = |word: &str| Companies::asked_for().is_called(word);
    let own = |token: &Token| called(&token.word) || token.word.strip_suffix('s').is_some_and(called);
    let parts = |token: &Token| {
        token.is_mark_of(&[',', ';', ':', '(', ')', '-', '.']) || token.is(Term::Turns) || token.is(Term::Or)
    };
    let mut taken: Vec<(usize, usize)> = Vec::new();
    let (mut ours, mut outside, mut from) = (None, None, 0);
    while from < tokens.len() {
        let until = (from + 1..tokens.len()).find(|at| parts(&tokens[*at])).unwrap_or(tokens.len());
        let piece = &tokens[from..until];
        if piece[0].is_mark('(') {
            outside = Some(ours);
        } else if piece[0].is_mark(')')
            && let Some(before) = outside.take()
        {
            ours = before;
        }
        let employer = piece.iter().any(is_employer);
        match (employer, piece.iter().any(own)) {
            // "Amazon matched Google's 190k": whose it is is not known.
            (true, true) => return None,
            (true, false) => ours = Some(false),
            (false, true) => ours = Some(true),
            (false, false) if has(piece, Term::We) => ours = Some(true),
            (false, false) => {}
        }
        let value = piece.iter().any(is_value);
        if ours.is_none() && value {
            return None;
        }
        if ours == Some(false) && (value || employer) {
            taken.push((from, until));
        }
        from = until;
    }
    Some(taken)
}

/// "In 2021 Amazon offered me ...": a year that is over.
pub(super) fn of_past_year(tokens: &[Token], this_year: i16) -> bool {
    let past = |token: &Token| {
        let year = token.figure().filter(|figure| figure.bare && !figure.percent).map(|figure| figure.value);
        year.is_some_and(|year| year >= Money::dollars(1_995) && year < Money::dollars(this_year.into()))
    };
    tokens.windows(2).any(|pair| pair[0].is(Term::InYear) && past(&pair[1]))
}
