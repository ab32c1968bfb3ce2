//! What a sentence of a letter says of other employers.
//!
//! Must not know how an answer to the question for them is read.

use jiff::civil::Date;

use super::{
    Claim, Companies, OtherOffer, Part, Sentence, Term, Token, entries, firmness_in, has, inherited, is_employer,
    split_deadline, without_count, without_owner, yearly_total,
};
use crate::reading::ties::{Label, Topic, labels};

/// Whether a sentence gives what somebody has there, not what is offered: "I make 310k at Microsoft", "my friend got
/// 430k at Nvidia", "Meta refreshers ~120k/yr".
fn is_no_offer(tokens: &[Token]) -> bool {
    let terms = [Term::MyJob, Term::Hearsay, Term::PayNow];
    let other = |label: &Label| matches!(label.topic, Topic::OtherStock | Topic::Mine);
    terms.into_iter().any(|term| has(tokens, term)) || labels(tokens).iter().any(other)
}

/// "Meta (written, $440k a year)": an amount behind a comma is of the employer before it.
fn with_amounts(entries: Vec<Vec<Token>>) -> Vec<Vec<Token>> {
    let figures = |entry: &[Token]| entry.iter().any(|token| token.figure().is_some());
    let mut joined: Vec<Vec<Token>> = Vec::with_capacity(entries.len());
    for entry in entries {
        let goes_on = joined.last().is_some_and(|last| last.iter().any(is_employer) && !figures(last));
        let of_nobody = !entry.iter().any(is_employer) && figures(&entry) && has(&entry, Term::Yearly);
        match joined.last_mut() {
            Some(last) if goes_on && of_nobody => last.extend(entry),
            _ => joined.push(entry),
        }
    }
    joined
}

/// What a sentence of a letter says of other employers: who, how firm and how much where it says so.
pub(crate) fn in_letter(sentence: &Sentence, today: Date) -> Vec<Claim> {
    let part = Part::new(&sentence.text, sentence.tokens.clone());
    let entries = with_amounts(entries(&without_count(&part)));
    let mut claims = Vec::new();
    for (order, tokens) in entries.iter().enumerate() {
        let Some(at) = tokens.iter().position(is_employer) else { continue };
        // "Amazon at 380k over Google at 400k": what leads is this offer's.
        let (tokens, at) = if has(&tokens[..at], Term::Ours) { (&tokens[at..], 0) } else { (&tokens[..], at) };
        // "My friend has a written offer from Google".
        let others = sentence.tokens[..sentence.tokens.iter().position(is_employer).unwrap_or_default()].iter();
        let others = has(others.as_slice(), Term::Somebody);
        // "I don't have an offer from Google", "leaving Meta for Amazon".
        let none = has(&tokens[..at], Term::Negation) && !has(tokens, Term::InProcess);
        let left = at > 0 && tokens[at - 1].is(Term::LeftBehind) && !has(&tokens[at..], Term::OfferWord);
        if others || none || left || has(tokens, Term::Rejected) || has(tokens, Term::ThereNow) {
            continue;
        }
        let entry = Part::new(&sentence.text, tokens.to_vec());
        let (main, reply_by) = split_deadline(&entry, today).unwrap_or((entry.clone(), None));
        let firmness = firmness_in(&main.tokens).or(inherited(&entries, order));
        let foreign = tokens.iter().any(Token::is_foreign);
        let a_year = if entry.has(Term::PartOfPay) || foreign { None } else { yearly_total(&main).ok().flatten() };
        // "My Google offer", "an offer from Shopify".
        let named = tokens.get(at + 1).is_some_and(|next| next.is(Term::OfferWord))
            || (at > 1 && tokens[at - 1].is(Term::Away) && tokens[at - 2].is(Term::OfferWord));
        if firmness.is_none() && ((a_year.is_none() && !named) || is_no_offer(&sentence.tokens)) {
            continue;
        }
        let name = sentence.text.get(tokens[at].start..tokens[at].end).unwrap_or_default();
        claims.push(Claim::Competing(OtherOffer {
            company: Companies::shipped().written(without_owner(name)),
            firmness,
            a_year,
            reply_by,
            figures: None,
        }));
    }
    claims
}
