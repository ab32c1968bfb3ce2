//! A figure of a message that takes the place of one that is on file, without a name of its own: "not 80/60 but 90/60",
//! "RSUs went from 400 to 440", "no wait, its 195k".
//!
//! Owns which field such a figure is of: the one whose figure it gives up, or the only one that it is near to. Must not
//! know what a field accepts.

use super::{Field, Kind, OfferDraft, Term, Token, dates, has, is_employer, labels};
use crate::money::Money;
use crate::offer::{Grant, SignOn};
use crate::reading::amounts::in_thousands;

/// The most tokens of a message that only corrects a figure.
const SHORT: usize = 9;

/// An amount, or two joined by a slash.
#[derive(Clone, Copy)]
struct Told {
    from: usize,
    until: usize,
    values: (Money, Option<Money>),
}

/// A message without a figure on file that it gives up, and the field that this one was of.
pub(super) fn without_old(tokens: &mut Vec<Token>, draft: &OfferDraft) -> Option<Field> {
    let told = told(tokens)?;
    let [one, two] = told[..] else { return None };
    if one.values.1.is_some() != two.values.1.is_some() || is_of_others(tokens) {
        return None;
    }
    let between = &tokens[one.until..two.from];
    if between.iter().any(|token| token.kind == Kind::Break || token.is_mark_of(&[';'])) {
        return None;
    }
    let denies = |token: &Token| token.is(Term::Negation) && !token.is(Term::PlainNo);
    let before = one.from.checked_sub(1).map(|at| &tokens[at]);
    let parted = between.iter().any(|token| token.is_mark(',') || token.is(Term::Turns));
    let to = between.len() == 1 && between[0].is(Term::To);
    let first_goes = before.is_some_and(denies) && parted || before.is_some_and(|token| token.is(Term::Away)) && to;
    let second_goes = between.last().is_some_and(denies);
    let (old, from, until) = match (first_goes, second_goes) {
        (true, false) => (one, one.from - 1, two.from),
        (false, true) => (two, one.until, two.until),
        _ => return None,
    };
    let field = field_of(old, draft)?;
    let named = labels(tokens).iter().any(|label| !is_of(label.topic, field));
    if named {
        return None;
    }
    let new = if first_goes { two } else { one };
    // "RSUs went from 400 to 440", of a grant in dollars: no shares.
    if field == Field::Grant {
        for token in &mut tokens[new.from..new.until] {
            if let Kind::Figure(figure) = &mut token.kind {
                figure.value = in_thousands(figure);
                (figure.bare, figure.scaled) = (false, true);
            }
        }
    }
    tokens.drain(from..until);
    Some(field)
}

/// The field that a short correction without a name is of: "no wait, its 195k" beside a base of 190k.
pub(super) fn corrected(tokens: &[Token], asked: Option<Field>, draft: &OfferDraft) -> Option<Field> {
    let told = told(tokens)?;
    let [new] = told[..] else { return None };
    if let Some(field) = said_wrong(tokens) {
        return Some(field);
    }
    let lead = tokens.iter().find(|token| token.kind == Kind::Word);
    let corrects =
        has(tokens, Term::Correction) || has(tokens, Term::Now) || lead.is_some_and(|lead| lead.is(Term::PlainNo));
    let word = |token: &Token| {
        token.kind != Kind::Word
            || [Term::Filler, Term::SoftFiller, Term::Correction, Term::PlainNo, Term::Now]
                .into_iter()
                .any(|term| token.is(term))
    };
    // A year's sign-on or a grant may be as large as what is corrected. Where nothing is asked, numbers may wait that the
    // reader does not know.
    let open = matches!(
        asked,
        None | Some(Field::Grant | Field::LeftBehind | Field::WalkAway | Field::Competing | Field::Vesting)
    );
    let own =
        asked == Some(Field::SignOn) && new.values.1.is_some() || asked == Some(Field::Base) && draft.base.is_none();
    if !corrects
        || open
        || own
        || tokens.len() > SHORT
        || is_of_others(tokens)
        || !labels(tokens).is_empty()
        || !tokens.iter().all(word)
    {
        return None;
    }
    near(new, draft)
}

/// Takes out the figures that a message says are wrong: "190k is wrong, should be 195". `false` where it tells no other.
pub(super) fn without_wrong(tokens: &mut Vec<Token>) -> bool {
    let Some(wrong) = tokens.iter().position(|token| token.is(Term::WrongWord)) else { return true };
    let figure = |token: &Token| token.figure().is_some();
    if !tokens[..wrong].iter().any(figure) {
        return true;
    }
    let told = tokens[wrong..].iter().any(figure);
    if told {
        let mut at = 0;
        tokens.retain(|token| {
            at += 1;
            at > wrong || !figure(token) && !token.is_mark('/')
        });
    }
    told
}

/// "Base is wrong, should be 192": the field that is named before it is said to be wrong.
fn said_wrong(tokens: &[Token]) -> Option<Field> {
    let wrong = tokens.iter().position(|token| token.is(Term::WrongWord))?;
    let [label] = labels(tokens)[..] else { return None };
    let figures = tokens[..wrong].iter().any(|token| token.figure().is_some());
    if label.end > wrong || figures || tokens.len() > SHORT + 2 || is_of_others(tokens) {
        return None;
    }
    [Field::Base, Field::SignOn, Field::Grant].into_iter().find(|field| is_of(label.topic, *field))
}

fn is_of(topic: super::Topic, field: Field) -> bool {
    matches!(
        (topic, field),
        (super::Topic::Base, Field::Base)
            | (super::Topic::SignOn | super::Topic::Bonus, Field::SignOn)
            | (super::Topic::Grant, Field::Grant)
    )
}

/// Whether somebody else's figures may be meant, or days.
fn is_of_others(tokens: &[Token]) -> bool {
    let whose =
        [Term::MyJob, Term::Wish, Term::Hearsay, Term::NotMine, Term::LeftBehind, Term::WalkAway, Term::OtherOffer];
    let day = |token: &Token| {
        token.kind == Kind::DateLike
            || token.kind == Kind::Word
                && (dates::month(&token.word).is_some() || dates::weekday(&token.word).is_some())
    };
    tokens.iter().any(|token| is_employer(token) || day(token) || token.is(Term::Start) || token.is(Term::Deadline))
        || whose.into_iter().any(|term| has(tokens, term))
}

/// The amounts of a message; none where one of them is no plain figure.
fn told(tokens: &[Token]) -> Option<Vec<Told>> {
    let mut found: Vec<Told> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(figure) = tokens[at].figure() else {
            at += 1;
            continue;
        };
        if figure.percent
            || figure.negative
            || crate::reading::amounts::counts_units(tokens, at) && figure.value > Money::dollars(999)
        {
            return None;
        }
        let second = tokens
            .get(at + 1)
            .filter(|mark| mark.is_mark('/'))
            .and_then(|_| tokens.get(at + 2))
            .and_then(Token::figure);
        let until = if second.is_some() { at + 3 } else { at + 1 };
        if tokens.get(until).is_some_and(|next| next.is_mark('/')) {
            return None;
        }
        found.push(Told { from: at, until, values: (in_thousands(figure), second.map(in_thousands)) });
        at = until;
    }
    Some(found)
}

/// The field that has exactly this figure.
fn field_of(old: Told, draft: &OfferDraft) -> Option<Field> {
    match old.values {
        (year_1, Some(year_2)) => (draft.sign_on == Some(SignOn { year_1, year_2 })).then_some(Field::SignOn),
        (value, None) => {
            let base = draft.base == Some(value);
            let grant = draft.grant == Some(Grant::Dollars(value));
            match (base, grant) {
                (true, false) => Some(Field::Base),
                (false, true) => Some(Field::Grant),
                _ => None,
            }
        }
    }
}

/// The only field whose figure is near to this one.
fn near(new: Told, draft: &OfferDraft) -> Option<Field> {
    let close = |value: Money, known: Money| value * 4 <= known * 5 && known * 4 <= value * 5;
    match new.values {
        (year_1, Some(year_2)) => {
            let known = draft.sign_on?;
            (close(year_1, known.year_1) && close(year_2, known.year_2)).then_some(Field::SignOn)
        }
        (value, None) => {
            let base = draft.base.is_some_and(|known| close(value, known));
            let grant = matches!(draft.grant, Some(Grant::Dollars(known)) if close(value, known));
            let sign_on = draft.sign_on.is_some_and(|known| close(value, known.year_1) || close(value, known.year_2));
            match (base, grant, sign_on) {
                (true, false, false) => Some(Field::Base),
                (false, true, false) => Some(Field::Grant),
                _ => None,
            }
        }
    }
}
