//! What the amounts of a sentence are for.
//!
//! Owns the words that name a topic and the rule that ties an amount to one. An amount
//! that no wanted topic claims stays unread.

use crate::reading::labels::is_employer;
use crate::reading::part::starts_with;
use crate::reading::tokens::{Figure, Kind, Token};

/// What an amount can be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    Base,
    SignOn,
    Grant,
    SharePrice,
    /// A bonus without another word: a sign-on only where it is told by years.
    Bonus,
    /// Anything else: totals, relocation, benefits, other employers.
    Other,
}

#[rustfmt::skip]
const PHRASES: &[(Topic, &[&str])] = &[
    (
        Topic::Other,
        &[
            "total compensation", "total comp", "total target compensation", "total target", "total first year",
            "first year total", "total annual", "annual total", "total year", "total second year", "total third year", "total fourth year", "second year total", "total pay", "total rewards",
            "total cash", "tc", "ttc", "totals", "target compensation", "total direct", "on target", "all in",
            "package value", "relocation", "relocating", "moving", "401", "401k", "hsa", "insurance", "stipend",
            "allowance", "wellness", "commuter", "match", "matching", "referral", "tuition", "phone", "benefits",
            "benefit", "annual bonus", "relocation bonus", "retention bonus", "referral bonus", "referring", "performance bonus", "retention", "target bonus", "bonus target", "posted",
            "posting", "pay range", "salary range", "range", "band", "ranges", "current base", "current salary",
            "current compensation", "your current", "currently", "premium", "deductible", "housing", "immigration",
            "legal fees", "per diem", "espp", "employee discount", "discount", "gift", "laptop", "equipment",
            "unvested", "leaving behind", "counter", "countered", "you asked", "your ask", "requested",
            "you requested", "competing", "refresher", "refreshers", "refresh", "average", "averages",
            "minimum wage", "tax", "taxes", "gross up", "life insurance", "vest value", "equity refresh",
            "next level", "promotion", "promoted", "internal transfer", "hourly", "overtime", "adjusted for",
            "bonus pool", "expected value", "projected", "projection", "market cap", "cap", "sell", "net of",
            "vesting value", "vested value", "year value",
        ],
    ),
    (
        Topic::SharePrice,
        &[
            "share price", "share value", "stock price", "price per share", "price per unit", "per share price", "closing price",
            "price of", "price", "per share", "per unit", "a share", "average price", "trading at",
            "assumed price", "priced at", "fair market value", "fmv",
        ],
    ),
    (
        Topic::SignOn,
        &[
            "sign on bonus", "sign on payment", "sign on payments", "sign on bonuses", "sign on", "signon bonus",
            "signon", "signing bonus", "signing bonuses", "signing", "joining bonus", "hiring bonus",
            "signon year", "so bonus", 
        ],
    ),
    (Topic::Bonus, &["bonus", "cash bonus"]),
    (
        Topic::Grant,
        &[
            "restricted stock units", "restricted stock unit", "restricted stock", "restricted units",
            "stock units", "rsu award", "rsu grant", "equity grant", "stock grant", "stock award", "equity award",
            "rsus", "rsu", "equity", "shares", "units", "stock", "grant", "amzn",
        ],
    ),
    (
        Topic::Base,
        &[
            "annual base salary", "base salary", "annual salary", "starting salary", "base compensation",
            "base pay", "annualized salary", "salary", "base", "annualized",
        ],
    ),
];

/// An amount of a sentence: its token, and what it is for.
#[derive(Clone, Debug)]
pub(crate) struct Tied {
    pub(crate) index: usize,
    pub(crate) figure: Figure,
    pub(crate) topic: Option<Topic>,
}

/// A topic named by the tokens from `start` up to `end`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    pub(crate) topic: Topic,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// All topics named in a sentence, in order.
pub(crate) fn named(tokens: &[Token]) -> Vec<Named> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        if let Some((topic, length)) = topic_at(&tokens[index..]) {
            found.push(Named { topic, start: index, end: index + length });
            index += length;
        } else {
            index += 1;
        }
    }
    found
}

fn topic_at(tokens: &[Token]) -> Option<(Topic, usize)> {
    let first = tokens.first()?;
    if is_employer(first) {
        return Some((Topic::Other, 1));
    }
    if first.word == "401k" || (first.word == "401" && tokens.get(1).is_some_and(|next| next.is_mark('('))) {
        return Some((Topic::Other, 1));
    }
    if first.kind != Kind::Word {
        return None;
    }
    PHRASES
        .iter()
        .flat_map(|(topic, phrases)| phrases.iter().map(move |phrase| (*topic, *phrase)))
        .filter(|(_, phrase)| starts_with(tokens, phrase))
        .map(|(topic, phrase)| (topic, phrase.split(' ').count()))
        .max_by_key(|(_, length)| *length)
}

#[rustfmt::skip]
const BEFORE_GLUE: &[&str] = &[
    "of", "is", "was", "be", "will", "at", "to", "about", "approximately", "around", "equal", "a", "an", "the",
    "your", "up", "valued", "worth", "value", "total", "amount", "annual", "target", "in", "initial", "totaling",
    "with", "for", "which", "that", "it", "gross",
];
#[rustfmt::skip]
const AFTER_GLUE: &[&str] = &[
    "in", "of", "a", "an", "as", "the", "your", "annual", "annually", "per", "year", "initial", "worth", "amazon",
    "amzn", "total", "one", "time", "yr", "new", "hire", "on", "our", "additional", "for",
];

/// Ties every amount of a sentence to a topic: the one right beside it, else the last one
/// before it, or the next one after it where the sentence starts with an amount.
pub(crate) fn tie(tokens: &[Token], named: &[Named], is_amount: impl Fn(usize) -> bool) -> Vec<Tied> {
    let amounts: Vec<usize> =
        (0..tokens.len()).filter(|index| tokens[*index].figure().is_some() && is_amount(*index)).collect();
    let trailing = match (named.first(), amounts.first()) {
        (Some(topic), Some(amount)) => *amount < topic.start,
        _ => false,
    };
    let mut tied: Vec<Tied> = Vec::new();
    let (mut before, mut after) = (0, 0);
    for (order, &index) in amounts.iter().enumerate() {
        while named.get(before).is_some_and(|topic| topic.end <= index) {
            before += 1;
        }
        while named.get(after).is_some_and(|topic| topic.start <= index) {
            after += 1;
        }
        let last = before.checked_sub(1).map(|at| named[at]);
        let next = named.get(after).copied();
        let previous_amount = order.checked_sub(1).map(|at| amounts[at]);
        let next_amount = amounts.get(order + 1).copied();
        let last_open = last.is_some_and(|topic| previous_amount.is_none_or(|amount| amount < topic.start));
        let next_open = next.is_some_and(|topic| next_amount.is_none_or(|amount| amount > topic.start));
        let beside_last = last_open && last.is_some_and(|topic| glued(&tokens[topic.end..index], BEFORE_GLUE));
        let beside_next = next_open && next.is_some_and(|topic| glued(&tokens[index + 1..topic.start], AFTER_GLUE));
        let joined = next.is_some_and(|topic| joined_to(tokens, index, next_amount, topic.start));
        let topic = match (beside_last, beside_next) {
            (true, true) if trailing => next,
            (true, _) => last,
            (false, true) => next,
            (false, false) if trailing && joined => next,
            (false, false) => last.or(next),
        };
        let figure = tokens[index].figure().cloned();
        tied.extend(figure.map(|figure| Tied { index, figure, topic: topic.map(|topic| topic.topic) }));
    }
    tied
}

fn glued(between: &[Token], glue: &[&str]) -> bool {
    between
        .iter()
        .all(|token| token.is_word(glue) || matches!(token.kind, Kind::Mark(':' | '=' | '|' | '(' | '-' | '@')))
}

/// `$90,000 / $70,000 sign-on`: the first amount belongs to the topic of the second.
fn joined_to(tokens: &[Token], index: usize, next_amount: Option<usize>, topic: usize) -> bool {
    next_amount.is_some_and(|next| {
        next < topic
            && tokens[index + 1..next].iter().all(|token| {
                matches!(token.kind, Kind::Mark('/' | '+' | '&'))
                    || token.is_word(&["and", "then", "year", "one", "in", "first"])
            })
    })
}
