//! Which amount of a sentence is for what: the names in it, and the rule that ties an amount to one.
//!
//! Owns labels and ties. An amount that nothing names is of no topic: what was asked may claim it. Must not know what
//! a topic's figures mean.

mod heading;
mod walk;
mod years;

pub(crate) use heading::{Heading, heading};
pub(crate) use walk::tie;

pub(crate) use years::{heading_year, names_year, year_at};

use std::sync::LazyLock;

use super::lexicon::{Term, Terms};
use super::phrases::{has, length_at, one_of};
use super::tokens::{Figure, Kind, Token};
use crate::market::Companies;
use crate::money::Money;

/// What an amount can be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    Base,
    SignOn,
    /// A bonus without another word: a sign-on only where it is told by years.
    Bonus,
    Grant,
    Price,
    /// Several parts together.
    Total,
    Relocation,
    /// Stock that is not the new hire's grant: options, refreshers, a plan.
    OtherStock,
    Benefit,
    LeftBehind,
    WalkAway,
    /// Another employer's.
    OtherOffer,
    /// What the reader earns or asked for.
    Mine,
    /// A posting's range.
    Posted,
}

const TOPICS: [(Term, Topic); 14] = [
    (Term::Total, Topic::Total),
    (Term::OtherStock, Topic::OtherStock),
    (Term::Posted, Topic::Posted),
    (Term::Relocation, Topic::Relocation),
    (Term::Mine, Topic::Mine),
    (Term::LeftBehind, Topic::LeftBehind),
    (Term::WalkAway, Topic::WalkAway),
    (Term::OtherOffer, Topic::OtherOffer),
    (Term::Benefit, Topic::Benefit),
    (Term::SignOn, Topic::SignOn),
    (Term::Price, Topic::Price),
    (Term::Grant, Topic::Grant),
    (Term::Base, Topic::Base),
    (Term::Bonus, Topic::Bonus),
];

/// All that names a topic.
static NAMES: LazyLock<Terms> = LazyLock::new(|| Terms::of(&TOPICS.map(|(term, _)| term)));

/// A topic named by the tokens from `start` up to `end`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Label {
    pub(crate) topic: Topic,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// An amount of a sentence: its token, and what it is for.
#[derive(Clone, Debug)]
pub(crate) struct Tied {
    pub(crate) index: usize,
    pub(crate) figure: Figure,
    pub(crate) topic: Option<Topic>,
}

/// Whether a token is the name of another employer that is known; other ones are read where offers
/// are asked for.
pub(crate) fn is_employer(token: &Token) -> bool {
    token.is(Term::Employer)
}

/// Whether a topic is named within the next few tokens.
pub(crate) fn starts_label(tokens: &[Token], at: usize) -> bool {
    let until = tokens.len().min(at + 6);
    at < until && tokens[at..until].iter().any(|token| token.figure().is_some())
}

/// All topics named in a sentence, in order.
pub(crate) fn labels(tokens: &[Token]) -> Vec<Label> {
    let mut found: Vec<Label> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if is_employer(&tokens[at]) {
            found.push(Label { topic: Topic::OtherOffer, start: at, end: at + 1 });
            at += 1;
            continue;
        }
        // "base 190 sign 95/70".
        if tokens[at].is(Term::SignLead)
            && tokens.get(at + 1).is_some_and(|next| next.figure().is_some())
            && length_at(tokens, at, Term::SignOn).is_none()
        {
            found.push(Label { topic: Topic::SignOn, start: at, end: at + 1 });
            at += 1;
            continue;
        }
        // "Pay: $206,500".
        if at == 0 && tokens[at].is(Term::PayHeading) && tokens.get(at + 1).is_some_and(|next| next.is_mark(':')) {
            found.push(Label { topic: Topic::Base, start: at, end: at + 1 });
            at += 1;
            continue;
        }
        // "SO 55k/41k", "so 82 / 62".
        let figure = |at: usize| tokens.get(at).is_some_and(|token| token.figure().is_some());
        let two = figure(at + 1) && tokens.get(at + 2).is_some_and(|next| next.is_mark('/')) && figure(at + 3);
        if tokens[at].is(Term::SignOnHeading) && two && !tokens.get(at + 4).is_some_and(|next| next.is_mark('/')) {
            found.push(Label { topic: Topic::SignOn, start: at, end: at + 1 });
            at += 1;
            continue;
        }
        // "105.000 EUR fix".
        if at > 0 && tokens[at].is(Term::FixWord) && (tokens[at - 1].is_foreign() || tokens[at - 1].figure().is_some())
        {
            found.push(Label { topic: Topic::Base, start: at, end: at + 1 });
            at += 1;
            continue;
        }
        // "Stock is fixed at $150,000": how sure it is, and no name of the base.
        if tokens[at].is(Term::FixWord) && tokens.get(at + 1).is_some_and(|next| next.is(Term::At)) {
            at += 1;
            continue;
        }
        match one_of(tokens, at, &NAMES) {
            // "RSUs are fixed at 560": what is said of another pay, and no name.
            Some((_, 1)) if is_said_of(tokens, at, found.last()) => at += 1,
            Some((terms, length)) => {
                let topic =
                    TOPICS.iter().find(|(term, _)| terms.has(*term)).map_or(Topic::Benefit, |(_, topic)| *topic);
                // "Offer from Amazon"; "base is currently 165k".
                if topic == Topic::OtherOffer && is_own(tokens, at + length) || is_stated_now(tokens, at, found.last())
                {
                    at += length;
                    continue;
                }
                found.push(Label { topic, start: at, end: at + length });
                at += length;
            }
            None => at += 1,
        }
    }
    sums(tokens, found)
}

/// "Stock is fixed at $150,000": whether a word that can name the base says how another pay is.
fn is_said_of(tokens: &[Token], at: usize, last: Option<&Label>) -> bool {
    let fixed = tokens[at].is(Term::FixWord) && tokens.get(at + 1).is_some_and(|next| next.is(Term::At));
    fixed
        && last.is_some_and(|last| {
            let between = &tokens[last.end..at];
            !between.is_empty() && between.len() <= 3 && between.iter().all(|token| token.is(Term::BeforeGlue))
        })
}

fn is_own(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| Companies::asked_for().is_called(&token.word))
}

/// "Base is currently 165k", "RSUs are currently 560 units": what is offered at this time; "my base is currently" is not.
fn is_stated_now(tokens: &[Token], at: usize, before: Option<&Label>) -> bool {
    let pay = |topic| matches!(topic, Topic::Base | Topic::SignOn | Topic::Grant);
    let said = |label: &Label| {
        let mine = label.start.checked_sub(1).is_some_and(|lead| tokens[lead].is(Term::MineWord));
        pay(label.topic) && label.end + 1 == at && tokens[label.end].is(Term::Is) && !mine
    };
    tokens[at].is(Term::PayNow) && tokens[at].is(Term::Now) && before.is_some_and(said)
}

/// "base + bonus + stock": parts that are added up are a total.
fn sums(tokens: &[Token], found: Vec<Label>) -> Vec<Label> {
    let mut joined: Vec<Label> = Vec::with_capacity(found.len());
    for label in found {
        let added = joined.last().is_some_and(|last| {
            let between = &tokens[last.end..label.start];
            let plus = |token: &Token| token.is_mark('+');
            between.len() == 1
                && between.iter().all(plus)
                && last.topic != label.topic
                && last.topic != Topic::Relocation
                && label.topic != Topic::Relocation
        });
        match joined.last_mut() {
            Some(last) if added => {
                last.topic = Topic::Total;
                last.end = label.end;
            }
            _ => joined.push(label),
        }
    }
    joined
}
