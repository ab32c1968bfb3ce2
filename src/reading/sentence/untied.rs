//! Amounts that nothing names: a correction of the one before, the second year of a sign-on, or what was asked.

use super::{Context, Field, Heading, Label, SHORT, Term, Tied, Token, Topic, Voice, has, names_year};
use crate::money::Money;
use crate::reading::amounts::{in_thousands, is_earlier};

/// "190k base, no wait 195": of two figures with a correction between them the later stands, for what the first was.
pub(super) fn corrected(tokens: &[Token], tied: &mut Vec<Tied>) {
    let Some(at) = (1..tied.len()).find(|at| {
        let between = &tokens[tied[at - 1].index + 1..tied[*at].index];
        // "90/70, no 92/70".
        let denied = between.last().is_some_and(|last| last.is(Term::PlainNo))
            && between.iter().any(|token| token.is_mark(',') || token.kind == crate::reading::tokens::Kind::Break);
        let same = tied[*at].topic.is_none() || tied[*at].topic == tied[at - 1].topic;
        // "base was 190 now its 200", "base used to be 190, 200 now".
        let behind = &tokens[tied[*at].index + 1..];
        let is_now = has(between, Term::Now) || behind.first().is_some_and(|next| next.is(Term::Now));
        let moved = is_now && is_earlier(tokens, tied[at - 1].index, true);
        same && (has(between, Term::Correction) || denied || moved)
    }) else {
        return;
    };
    let topic = tied[at - 1].topic;
    let first = (0..at).rev().take_while(|before| tied[*before].topic == topic).last().unwrap_or(at - 1);
    for later in &mut tied[at..] {
        later.topic = later.topic.or(topic);
    }
    tied.drain(first..at);
}

/// An amount that nothing names: the second year of the sentence before, or what was asked.
pub(super) fn untied(tokens: &[Token], tied: &mut [Tied], found: &[Label], head: &Heading, context: Context) {
    // "10% year one, ... 40% year four of $900,000": of the grant.
    let parts = tokens.iter().filter_map(Token::figure).filter(|figure| figure.percent);
    let whole = parts.fold(crate::money::Money::ZERO, |sum, figure| sum + figure.value);
    if whole == crate::money::Money::dollars(100) {
        for amount in tied.iter_mut().filter(|amount| amount.topic.is_none() && !amount.figure.percent) {
            let of = amount.index > 0 && tokens[amount.index - 1].is(Term::Of);
            amount.topic = of.then_some(Topic::Grant);
        }
    }
    let asked = context.asked.and_then(topic_of);
    let years = names_year(tokens);
    let alone = found.is_empty() && head.topics.is_empty();
    let continues = context.before == Some(Topic::SignOn) && years && alone;
    for amount in tied.iter_mut() {
        // "I got 186." behind a range; "offered: 199500".
        let plain = amount.figure.value >= crate::money::Money::dollars(1_000) || has(tokens, Term::GotWord);
        let got = context.before == Some(Topic::Posted) && alone && plain && has(tokens, Term::Settled);
        if amount.topic.is_none() && got {
            amount.topic = Some(Topic::Base);
        } else if amount.topic.is_none() && continues {
            amount.topic = Some(Topic::SignOn);
        } else if amount.topic.is_none() && alone && tokens.len() <= SHORT {
            // "Q: base? A: 166,400": the name stands in the line before.
            amount.topic = context.named_before;
        }
    }
    let open: Vec<usize> = (0..tied.len()).filter(|at| tied[*at].topic.is_none()).collect();
    let lone_year = asked == Some(Topic::SignOn)
        && open.len() == 1
        && tied.len() > 1
        && tied.iter().all(|amount| matches!(amount.topic, Some(Topic::SignOn) | None));
    let named = !lone_year && asked.is_some_and(|asked| tied.iter().any(|amount| amount.topic == Some(asked)));
    if context.voice == Voice::Message && asked != Some(Topic::SignOn) {
        pair_of_sign_on(tokens, tied, &open);
    }
    let open: Vec<usize> = (0..tied.len()).filter(|at| tied[*at].topic.is_none()).collect();
    if context.asked == Some(Field::LeftBehind) {
        // "80k unvested + 30k bonus": all of it.
        for at in open {
            tied[at].topic = Some(Topic::LeftBehind);
        }
        return;
    }
    // "95 for year one" is no grant: it is told of one year.
    let of_year = years && matches!(asked, Some(Topic::Grant | Topic::Base)) && alone;
    if of_year && has(tokens, Term::Correction) {
        for at in open {
            tied[at].topic = Some(Topic::SignOn);
        }
        return;
    }
    if let Some(asked) = asked
        && !named
        && !of_year
        && one_value(tokens, tied, &open, asked)
    {
        for at in open {
            tied[at].topic = Some(asked);
        }
    }
}

/// "200 base, 90/70 and 410k stock": a bare pair beside the offer's other pay is the sign-on of two years.
fn pair_of_sign_on(tokens: &[Token], tied: &mut [Tied], open: &[usize]) {
    let slashed = |pair: &&[usize]| {
        let (first, second) = (tied[pair[0]].index, tied[pair[1]].index);
        second == first + 2 && tokens[first + 1].is_mark('/')
    };
    let pairs: Vec<&[usize]> = open.windows(2).filter(slashed).collect();
    let [[one, two]] = pairs[..] else { return };
    let amount = |at: usize| {
        let value = in_thousands(&tied[at].figure);
        value.is_zero() || Money::dollars(LEAST_OF_A_PAIR) <= value && value <= Money::dollars(MOST_OF_A_PAIR)
    };
    let has = |topics: &[Topic]| tied.iter().any(|amount| amount.topic.is_some_and(|topic| topics.contains(&topic)));
    let of_offer = has(&[Topic::Base, Topic::Grant])
        && !has(&[
            Topic::SignOn,
            Topic::Mine,
            Topic::LeftBehind,
            Topic::WalkAway,
            Topic::OtherOffer,
            Topic::OtherStock,
        ]);
    if of_offer && amount(*one) && amount(*two) {
        tied[*one].topic = Some(Topic::SignOn);
        tied[*two].topic = Some(Topic::SignOn);
    }
}

/// Below this, two figures with a slash between them are more likely a day or a part.
const LEAST_OF_A_PAIR: i64 = 13_000;
/// Above this, they are no year's sign-on that needs no name.
const MOST_OF_A_PAIR: i64 = 500_000;

/// Whether the untied amounts can be one answer: side by side, or all of the message.
fn one_value(tokens: &[Token], tied: &[Tied], open: &[usize], asked: Topic) -> bool {
    let together = open.windows(2).all(|pair| {
        let between = &tokens[tied[pair[0]].index + 1..tied[pair[1]].index];
        let named = pair[1] != pair[0] + 1;
        let parted = between.iter().any(|token| token.is_mark(';'));
        !named && !parted
    });
    let others = tied.len() > open.len();
    let several = matches!(asked, Topic::SignOn | Topic::Grant | Topic::LeftBehind);
    together && (several || open.len() <= 1 || !others)
}

fn topic_of(field: Field) -> Option<Topic> {
    match field {
        Field::Base => Some(Topic::Base),
        Field::SignOn => Some(Topic::SignOn),
        Field::Grant => Some(Topic::Grant),
        Field::LeftBehind => Some(Topic::LeftBehind),
        Field::WalkAway => Some(Topic::WalkAway),
        Field::Level
        | Field::Role
        | Field::Location
        | Field::Currency
        | Field::Vesting
        | Field::Written
        | Field::StartDate
        | Field::ReplyBy
        | Field::SignOnTerms
        | Field::Competing => None,
    }
}
