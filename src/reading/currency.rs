//! Which currency the figures of a letter are in.
//!
//! Owns when a letter is read in another currency than the US dollar: when it names one alone and says of every figure
//! of money that it is in it. Must not know fields.

use super::amounts;
use super::lexicon::Term;
use super::phrases::has;
use super::text::Sentence;
use super::ties::{Topic, is_employer, labels};
use super::tokens::{Kind, Token};
use crate::money::{Currency, Money};

/// The least bare figure of another currency that is an amount as it stands.
const LEAST: i64 = 1_000;

/// The other currencies that a letter names, each once with the first sentence that names it; another employer's offer
/// says nothing of this one's.
pub(crate) fn named(sentences: &[Sentence]) -> Vec<(String, usize)> {
    let mut codes: Vec<(String, usize)> = Vec::new();
    for (at, sentence) in sentences.iter().enumerate().filter(|(_, sentence)| !is_of_other(sentence)) {
        for token in &sentence.tokens {
            if let Kind::Foreign(code) = &token.kind
                && !codes.iter().any(|(known, _)| known == code)
            {
                codes.push((code.clone(), at));
            }
        }
    }
    codes
}

fn is_of_other(sentence: &Sentence) -> bool {
    sentence.of_others || sentence.tokens.iter().any(is_employer) && !has(&sentence.tokens, Term::Ours)
}

/// "Hi Sterling," and a line "Sterling" below a mail: a name, no currency.
pub(crate) fn without_names(sentences: &mut [Sentence]) {
    for sentence in sentences {
        let alone = sentence.alone && sentence.tokens.len() == 1;
        let capital = |token: &Token| {
            let mut letters = sentence.text.get(token.start..token.end).unwrap_or_default().chars();
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
        };
        for at in 0..sentence.tokens.len() {
            let token = &sentence.tokens[at];
            let greeted = at > 0
                && sentence.tokens[at - 1].is(Term::Salutation)
                && sentence.tokens.get(at + 1).is_none_or(|next| next.is_mark_of(&[',', '!', '-', ':']));
            if token.is_foreign() && (greeted || alone) && capital(token) {
                sentence.tokens[at].kind = Kind::Word;
            }
        }
    }
}

/// Whether a figure without a currency may be in another one than the US dollar, though only another employer's
/// sentence names one.
pub(crate) fn is_of_others(sentences: &[Sentence]) -> bool {
    named(sentences).is_empty() && sentences.iter().any(|sentence| sentence.tokens.iter().any(Token::is_foreign))
}

/// The one currency that a letter says all its figures are in, with the sentence that names it first.
pub(crate) fn throughout(sentences: &[Sentence]) -> Option<(Currency, usize)> {
    // "1 USD = 1.38 CAD": a rate, no pay.
    let is_rate = |sentence: &Sentence| {
        has(&sentence.tokens, Term::UsDollars) && sentence.tokens.iter().any(|token| token.is_mark('='))
    };
    // "44 lakh", "1500 JPY": how many thousands are meant is not to be guessed.
    let unclear = |sentence: &Sentence| {
        let tokens = &sentence.tokens;
        let small = |at: usize| {
            let figure = tokens[at].figure().filter(|figure| figure.bare && figure.value < Money::dollars(LEAST));
            figure.is_some() && amounts::counts_as_amount(sentence, at, true) && !counts_shares(tokens, at)
        };
        has(tokens, Term::RupeeNumber) || (0..tokens.len()).any(small)
    };
    if sentences.iter().filter(|sentence| !is_rate(sentence)).any(unclear) {
        return None;
    }
    let codes = named(sentences);
    let [(code, at)] = codes.as_slice() else { return None };
    let currency = Currency::of_text(code)?;
    let said_of_all = sentences.iter().any(|sentence| says_all(&sentence.tokens));
    let fits = |sentence: &Sentence| {
        let tokens = &sentence.tokens;
        (0..tokens.len()).all(|at| {
            let amount = amounts::counts_as_amount(sentence, at, true) && !counts_shares(tokens, at);
            !amount || is_marked(tokens, at) || (said_of_all && !has(tokens, Term::UsDollars))
        })
    };
    sentences.iter().filter(|sentence| !is_rate(sentence)).all(fits).then_some((currency, *at))
}

/// The code of the one currency that this offer's pay is said to be in, also where not every figure is: with the
/// sentence that names it.
pub(crate) fn told(sentences: &[Sentence]) -> Option<(String, usize)> {
    let mut codes = named(sentences);
    let (code, at) = codes.pop().filter(|_| codes.is_empty())?;
    let dollars = |sentence: &Sentence| {
        let tokens = &sentence.tokens;
        (0..tokens.len()).any(|at| tokens[at].figure().is_some_and(|figure| figure.dollars) && !is_marked(tokens, at))
    };
    let of_offer = |sentence: &Sentence| {
        let tokens = &sentence.tokens;
        let named = labels(tokens);
        let pay = [Topic::Base, Topic::SignOn, Topic::Grant, Topic::Total];
        tokens.iter().any(|token| token.is_foreign() && !token.is(Term::RupeeNumber))
            && named.iter().any(|label| pay.contains(&label.topic))
            && !named.iter().any(|label| matches!(label.topic, Topic::Mine | Topic::OtherOffer))
            && !tokens.iter().any(is_employer)
    };
    let all = throughout(sentences).is_some();
    (all || (sentences.iter().any(of_offer) && !sentences.iter().any(dollars))).then_some((code, at))
}

/// "All figures in Canadian dollars", "these are canadian $": a line about the others, without a figure of its own.
fn says_all(tokens: &[Token]) -> bool {
    let figures = tokens.iter().any(|token| token.figure().is_some());
    !figures && has(tokens, Term::AllFigures) && tokens.iter().any(Token::is_foreign)
}

/// "390 RSUs", "RSUs: 620".
fn counts_shares(tokens: &[Token], at: usize) -> bool {
    let before = tokens[..at].iter().rev().find(|token| !token.is_mark_of(&[':', '-', '=']));
    let bare = tokens[at].figure().is_some_and(|figure| figure.bare);
    amounts::counts_units(tokens, at) || bare && before.is_some_and(|token| token.is(Term::Unit))
}

/// Whether another currency stands beside an amount.
fn is_marked(tokens: &[Token], at: usize) -> bool {
    let beside = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(Token::is_foreign);
    beside(at.checked_sub(1)) || beside(Some(at + 1))
}

/// The tokens of a sentence with its figures in a currency, and without its marks; as they are where it names another.
pub(crate) fn told_in(tokens: Vec<Token>, currency: Currency) -> Vec<Token> {
    let another = |token: &Token| matches!(&token.kind, Kind::Foreign(code) if code != currency.code());
    if tokens.iter().any(another) {
        return tokens;
    }
    let mut tokens = super::tokens::in_currency(tokens, currency);
    tokens.retain(|token| !token.is_foreign());
    tokens
}
