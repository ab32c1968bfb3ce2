//! What a letter's sentence says besides amounts: level, place, days, terms, other offers.
//!
//! Must not know amounts.

use super::{
    Age, Claim, Date, Money, Problem, Sentence, Stands, Term, Topic, cut, deadlines, has, is_employer, labels, terms,
};
use crate::reading::sentence::is_supposed;
use crate::reading::tokens::{Kind, Token};
use crate::reading::{amounts, competing, dates, level, place, written};

/// What the sentences before say of this one.
#[derive(Clone, Copy)]
pub(super) struct Beside {
    /// The line before named relocation.
    pub(super) of_moving: bool,
    /// The sentence before was about another employer.
    pub(super) of_other: bool,
    /// It goes on about the sign-on, by years.
    pub(super) of_sign_on: bool,
    pub(super) days: deadlines::Around,
    /// Where it stands in the letter.
    pub(super) stands: Stands,
    /// It begins with what is somebody else's: where it turns to the offer.
    pub(super) of_theirs: Option<usize>,
}

/// What a sentence says besides amounts: level, place, days, terms, other offers.
pub(super) fn words(sentence: &Sentence, beside: Beside, today: Date, problems: &mut Vec<Problem>) -> Vec<Claim> {
    let Beside { of_moving, of_other, of_sign_on, days, stands, of_theirs } = beside;
    let mut claims = Vec::new();
    // "The old deadline of Nov 30 has been pushed to Dec 4."
    if sentence.age == Age::Old && !sentence.quoted && has(&sentence.tokens, Term::Moved) {
        claims.extend(deadlines::days(sentence, beside.days, today, problems));
    }
    if sentence.quoted || sentence.age == Age::Old {
        return claims;
    }
    // "I'd need to hear from you by December 1": the day is the offer's all the same.
    let whole = sentence;
    let turned;
    let sentence = match of_theirs {
        Some(at) => {
            let start = sentence.tokens.get(at).map_or(sentence.text.len(), |first| first.start);
            let text = sentence.text[start..].to_owned();
            turned = Sentence { tokens: cut(&text), text, ..sentence.clone() };
            &turned
        }
        None => sentence,
    };
    let tokens = &sentence.tokens;
    let another = tokens.iter().any(is_employer) || labels(tokens).iter().any(|label| label.topic == Topic::OtherOffer);
    if !another && !is_supposed(tokens) && !is_of_person(tokens) {
        claims.extend(level::in_letter(sentence));
        claims.extend(place::in_letter(sentence, stands));
    }
    if another {
        claims.extend(level::beside_its_name(tokens));
        claims.extend(competing::in_letter(sentence, today));
    } else {
        claims.extend(deadlines::days(whole, days, today, problems));
    }
    // "Relocation. A payment of $25,000, to be repaid in full ...": not the sign-on's.
    if !of_moving {
        claims.extend(terms_of(whole, tokens, of_sign_on));
    }
    if !another && (!of_other || has(tokens, Term::Ours)) {
        claims.extend(written::in_letter(tokens));
    }
    claims
}

/// How the sign-on is paid and what is owed back of it, where the sentence is of this offer's.
fn terms_of(whole: &Sentence, tokens: &[Token], of_sign_on: bool) -> Vec<Claim> {
    let owes = has(&whole.tokens, Term::Repay);
    let has_one = |terms: &[Term]| terms.iter().any(|term| has(&whole.tokens, *term));
    // "I'd owe Meta the sign-on back".
    let theirs = whole.tokens.iter().any(is_employer) && !has_one(&[Term::Ours]);
    if owes && theirs {
        return Vec::new();
    }
    // "If I leave I owe the sign-on back, all of it": what is owed is the reader's own, and of no other job.
    let of_another = [Term::Hearsay, Term::MyJob, Term::PresentJob, Term::Present, Term::NotOffered];
    let tokens = if owes && !has_one(&of_another) { &whole.tokens } else { tokens };
    if of_sign_on { terms::going_on(tokens) } else { terms::read_terms(tokens, false) }
}

/// "Manager: Joy Okafor (Level 7), located in New York": a line about one of theirs.
fn is_of_person(tokens: &[Token]) -> bool {
    let Some(colon) = tokens.iter().take(4).position(|token| token.is_mark(':')) else { return false };
    let who = [Term::Manager, Term::PeopleManager];
    colon > 0 && !has(&tokens[..colon], Term::Level) && who.into_iter().any(|term| has(&tokens[..colon], term))
}

/// How many days of the calendar a sentence names.
pub(super) fn days_named(sentence: &Sentence) -> usize {
    let tokens = &sentence.tokens;
    let small = |at: usize, most: i64| {
        tokens.get(at).and_then(Token::figure).is_some_and(|figure| figure.bare && figure.value <= Money::dollars(most))
    };
    let slash = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark('/'));
    let counted = (0..tokens.len()).filter(|&at| {
        let month = tokens[at].kind == Kind::Word && dates::month(&tokens[at].word).is_some();
        let numbered = |at: Option<usize>| {
            at.and_then(|at| tokens.get(at)).is_some_and(|token| {
                token.figure().is_some_and(|figure| figure.bare) || token.word.starts_with(|c: char| c.is_ascii_digit())
            })
        };
        let slashed = small(at, 12)
            && slash(at + 1)
            && small(at + 2, 31)
            && !slash(at + 3)
            && !(at > 0 && slash(at - 1))
            && !amounts::is_fraction(tokens, at);
        // "5/15/40/40" is a vesting schedule.
        let date_like = tokens[at].kind == Kind::DateLike && !amounts::in_schedule(tokens, at);
        date_like || slashed || (month && (numbered(Some(at + 1)) || numbered(at.checked_sub(1))))
    });
    counted.count()
}
