//! Amounts that are not what is offered: earlier ones, limits, asks, parts of a vest.

use crate::money::Money;

use super::parts::is_no_grant;
use super::{Term, Tied, Token, Topic, counts_units, has, in_thousands, is_money, length_at};

/// What a sentence's amounts come to: those that count, and whether one of the offer's was dropped.
pub(crate) fn drop_what_is_not_offered(tokens: &[Token], tied: &mut Vec<Tied>, prose: bool) -> bool {
    let raised = has(tokens, Term::Raised);
    let mut dropped: Vec<bool> = tied
        .iter()
        .map(|amount| {
            is_earlier(tokens, amount.index, prose)
                || (amount.topic != Some(Topic::WalkAway) && is_limit(tokens, amount.index))
                || (amount.topic == Some(Topic::Base) && is_capped(tokens, amount.index))
                || (prose && is_added(tokens, amount))
                || is_most(tokens, amount)
                || is_aim(tokens, amount, tied)
        })
        .collect();
    for (order, dropped) in dropped.iter_mut().enumerate() {
        *dropped |= prose && is_no_grant(tokens, tied, order);
    }
    // "95/70 not 90/70": what is joined goes with what is dropped.
    for pair in 0..tied.len().saturating_sub(1) {
        let between = &tokens[tied[pair].index + 1..tied[pair + 1].index];
        let joined = between.len() == 1 && between[0].is_mark('/');
        dropped[pair + 1] |= joined && dropped[pair] && !prose;
    }
    // "No more than $45,000 in year 1 and $34,000 in year 2": the limit is of both.
    for pair in 0..tied.len().saturating_sub(1) {
        let between = &tokens[tied[pair].index + 1..tied[pair + 1].index];
        let joined = between.iter().any(|token| token.is(Term::Joiner))
            && !between.iter().any(|token| token.is_mark_of(&[',', ';', '.']));
        let of_sign_on = [pair, pair + 1].iter().all(|at| tied[*at].topic == Some(Topic::SignOn));
        dropped[pair + 1] |= prose && joined && of_sign_on && is_limit(tokens, tied[pair].index);
    }
    for pair in 0..tied.len().saturating_sub(1) {
        let (first, second) = (tied[pair].index, tied[pair + 1].index);
        let between = &tokens[first + 1..second];
        let to = between.len() <= 2 && between.iter().any(|token| token.is(Term::To));
        let dash = between.len() == 1 && between[0].is_mark('-');
        let between_and =
            first > 0 && tokens[first - 1].is(Term::Between) && between.iter().any(|token| token.is(Term::Joiner));
        let arrow = between.iter().any(|token| token.is_mark('>'))
            && between.iter().all(|token| token.is_mark_of(&['-', '>', '=']));
        let or = between.len() <= 2
            && between.iter().any(|token| token.is(Term::Or))
            && !between.first().is_some_and(|first| first.is_mark('('));
        let replaced = arrow || (to && raised);
        let range = !replaced && (to || dash || between_and || or);
        dropped[pair] |= replaced || range;
        dropped[pair + 1] |= range;
        // "between 180 and 200, probably 195": in a message nothing of it is sure.
        if range && !prose {
            let topic = tied[pair].topic;
            for (other, dropped) in tied.iter().zip(dropped.iter_mut()) {
                *dropped |= other.topic == topic;
            }
        }
    }
    drop_choices(tokens, tied, &mut dropped);
    drop_before_final(tokens, tied, &mut dropped);
    let wanted = |amount: &Tied| {
        amount.topic.is_some_and(|topic| !matches!(topic, Topic::Relocation | Topic::Benefit | Topic::OtherStock))
    };
    let counts = |amount: &Tied| wanted(amount) || is_money(tokens, amount.index);
    let any = tied.iter().zip(&dropped).any(|(amount, dropped)| *dropped && counts(amount));
    let mut keep = dropped.iter().map(|dropped| !dropped);
    tied.retain(|_| keep.next().unwrap_or(true));
    any
}

/// "$185,000 (191k after negotiation)": of several figures of one thing, the one said to be final stands.
pub(super) fn drop_before_final(tokens: &[Token], tied: &[Tied], dropped: &mut [bool]) {
    if !has(tokens, Term::Final) && !has(tokens, Term::FinalLead) {
        return;
    }
    let finals: Vec<bool> = (0..tied.len()).map(|order| is_final(tokens, tied, order)).collect();
    for order in 0..tied.len() {
        // "1,600 shares at 222": a count and its price don't replace each other.
        let counts = |order: usize| tied[order].topic == Some(Topic::Grant) && counts_units(tokens, tied[order].index);
        let of_same =
            |other: usize| other != order && tied[other].topic == tied[order].topic && counts(other) == counts(order);
        let replaced = !finals[order] && (0..tied.len()).any(|other| finals[other] && of_same(other));
        // The two years of a sign-on, and the totals of two years, are final together.
        let years =
            matches!(tied[order].topic, Some(Topic::SignOn | Topic::Total)) && crate::reading::ties::names_year(tokens);
        dropped[order] |= replaced && !years;
    }
}

/// Of amounts beside what was asked for, those said to be final.
pub(crate) fn finals(tokens: &[Token], tied: &[Tied]) -> Vec<Tied> {
    let settled = |order: &usize| {
        let from = order.checked_sub(1).map_or(0, |before| tied[before].index + 1);
        has(&tokens[from..tied[*order].index], Term::Settled)
    };
    (0..tied.len()).filter(settled).map(|order| tied[order].clone()).collect()
}

pub(super) fn is_final(tokens: &[Token], tied: &[Tied], order: usize) -> bool {
    // "90/70", "1900 at 221": what is joined is final together.
    let joins = |token: &Token| token.is_mark_of(&['/', '@']) || token.is(Term::At);
    let joined = |one: usize, other: usize| other > one && tokens[one + 1..other].iter().all(joins);
    let mut last = order;
    while tied.get(last + 1).is_some_and(|next| joined(tied[last].index, next.index)) {
        last += 1;
    }
    let until = tied.get(last + 1).map_or(tokens.len(), |next| next.index);
    let mut first = order;
    while first > 0 && joined(tied[first - 1].index, tied[first].index) {
        first -= 1;
    }
    let from = first.checked_sub(1).map_or(0, |before| tied[before].index + 1);
    let behind = &tokens[tied[last].index + 1..until];
    // What leads the next amount is that one's.
    let closed = behind
        .iter()
        .position(|token| token.is_mark_of(&[',', ';', ')']) || token.is_mark('('))
        .unwrap_or(behind.len());
    has(&behind[..closed], Term::Final) || has(&tokens[from..tied[first].index], Term::FinalLead)
}

/// "max base is 185k", "base tops out at 185k": the most that there is, in the same piece of the sentence.
fn is_capped(tokens: &[Token], index: usize) -> bool {
    let parts = |token: &Token| token.is_mark_of(&[',', ';', '(', ')']);
    let (first, last) = (index.saturating_sub(CAP_NEAR), tokens.len().min(index + CAP_NEAR));
    let from = tokens[first..index].iter().rposition(parts).map_or(first, |at| first + at + 1);
    let until = tokens[index..last].iter().position(parts).map_or(last, |at| index + at);
    has(&tokens[from..until], Term::LimitAround)
}

/// "Max sign-on is 60k at L5": the most of it that there is.
fn is_most(tokens: &[Token], amount: &Tied) -> bool {
    if !tokens[..amount.index].iter().any(|token| token.is(Term::MostWord)) {
        return false;
    }
    let named =
        crate::reading::ties::labels(&tokens[..amount.index]).pop().filter(|label| Some(label.topic) == amount.topic);
    named.is_some_and(|label| {
        let glued =
            tokens[label.end..amount.index].iter().all(|token| token.is(Term::BeforeGlue) || token.is_mark(':'));
        glued && label.start.checked_sub(1).is_some_and(|lead| tokens[lead].is(Term::MostWord))
    })
}

/// "45k/34k (target 40k)", "base 150k current, 165k new": beside an amount of the offer's what is aimed at, and what is
/// earned now.
fn is_aim(tokens: &[Token], amount: &Tied, all: &[Tied]) -> bool {
    let led = |amount: &Tied| amount.index.checked_sub(1).is_some_and(|lead| tokens[lead].is(Term::TargetWord));
    let next = |amount: &Tied, terms: &[Term]| {
        let behind = tokens.get(amount.index + 1);
        behind.is_some_and(|behind| terms.iter().any(|term| behind.is(*term)))
    };
    let mut same = all
        .iter()
        .filter(|other| other.index != amount.index && (other.topic == amount.topic || other.topic.is_none()));
    let now = next(amount, &[Term::MineHeading]);
    led(amount) && same.clone().any(|other| !led(other))
        || now && same.any(|other| next(other, &[Term::NewLead, Term::Offered, Term::TheOffer]))
}

/// How many words before and behind an amount can call it a cap.
const CAP_NEAR: usize = 10;

/// How many amounts on another plan can stand.
const NEAR: usize = 6;

/// "950 RSUs (A) or 1,210 (B)": of two amounts of one thing to choose from none is sure; one in brackets is not offered.
fn drop_choices(tokens: &[Token], tied: &[Tied], dropped: &mut [bool]) {
    if !tokens.iter().any(|token| token.is(Term::Or)) {
        return;
    }
    for pair in 0..tied.len().saturating_sub(1) {
        let near = tied.len().min(pair + 1 + NEAR);
        let choice = (pair + 1..near).find(|other| {
            let between = &tokens[tied[pair].index + 1..tied[*other].index];
            tied[*other].topic == tied[pair].topic && between.iter().any(|token| token.is(Term::Or))
        });
        let Some(other) = choice.filter(|_| tied[pair].topic.is_some()) else { continue };
        let between = &tokens[tied[pair].index + 1..tied[other].index];
        let or = between.iter().position(|token| token.is(Term::Or)).unwrap_or_default();
        let in_brackets = or > 0 && between[or - 1].is_mark('(');
        let far = between.len() > 2;
        if far && in_brackets {
            let closed = tokens[tied[other].index..].iter().position(|token| token.is_mark(')'));
            let until = closed.map_or(tokens.len(), |at| tied[other].index + at);
            let from = tied[pair].index + 1 + or;
            for (amount, dropped) in tied.iter().zip(dropped.iter_mut()) {
                *dropped |= (from..until).contains(&amount.index);
            }
        } else if far && (has(tokens, Term::Choice) || between.len() <= 6) {
            dropped[pair] = true;
            dropped[other] = true;
        }
    }
    // "Either 400k RSU or 300k RSU plus 100k cash": of what there is to choose nothing is sure.
    if has(tokens, Term::Choice) {
        let topics: Vec<Option<Topic>> =
            tied.iter().zip(dropped.iter()).filter(|(_, dropped)| **dropped).map(|(amount, _)| amount.topic).collect();
        for (amount, dropped) in tied.iter().zip(dropped.iter_mut()) {
            *dropped |= topics.contains(&amount.topic);
        }
    }
}

/// `up to $200,000`: a limit, not what is offered; "bumped up to" is an offer.
pub(super) fn is_limit(tokens: &[Token], index: usize) -> bool {
    let from = index.saturating_sub(4);
    // "200k+".
    let open = tokens.get(index + 1).is_some_and(|next| next.is_mark('+'))
        && tokens.get(index + 2).is_none_or(|next| {
            next.figure().is_none()
                && !next.is_mark_of(&['$', '('])
                && !crate::reading::ties::starts_label(tokens, index + 2)
        });
    if open {
        return true;
    }
    let lead = (from..index).find(|at| length_at(tokens, *at, Term::Limit).is_some_and(|length| at + length == index));
    // "goes from $71,000 up to $89,000".
    let grown = |before: usize| {
        tokens[before].is(Term::Raised) || tokens[before].figure().is_some() && has(&tokens[..before], Term::Raised)
    };
    lead.is_some_and(|at| !at.checked_sub(1).is_some_and(grown))
}

/// `from $185,000`, `instead of 1,400`, `started at $185K`.
pub(crate) fn is_earlier(tokens: &[Token], index: usize, prose: bool) -> bool {
    // "the base was 185k" in a message corrects; in a letter it is what was before.
    // "upped it by 200 RSUs": by how much, not to what.
    let by = index.checked_sub(1).is_some_and(|at| tokens[at].is(Term::By)) && has(tokens, Term::Raised);
    // "170k base (+5k)": by how much, alone in its brackets.
    let bracketed = index > 1
        && tokens[index - 1].is_mark('+')
        && tokens[index - 2].is_mark('(')
        && tokens.get(index + 1).is_some_and(|next| next.is_mark(')'));
    let was = prose && index.checked_sub(1).is_some_and(|at| tokens[at].is(Term::Was));
    let from = index.saturating_sub(4);
    // "negotiated from base 155,000".
    let named = |from: usize| tokens[from..index].iter().all(|token| token.is(Term::Base));
    let lead = (from..index).any(|at| {
        length_at(tokens, at, Term::Earlier).is_some_and(|length| at + length <= index && named(at + length))
    });
    let behind = length_at(tokens, index + 1, Term::EarlierBehind).is_some();
    by || bracketed || was || lead || behind || is_vest_part(tokens, index)
}

/// "We added $10,000 to your sign-on", "$10k more on the base": by how much, not to what.
fn is_added(tokens: &[Token], amount: &Tied) -> bool {
    let index = amount.index;
    let led = (index.saturating_sub(4)..index).any(|at| {
        length_at(tokens, at, Term::Added).is_some_and(|length| {
            at + length <= index && tokens[at + length..index].iter().all(|token| token.is(Term::AddedGlue))
        })
    });
    // "An additional $10,000 on the year one sign-on".
    let next = |offset: usize, term: Term| tokens.get(index + offset).is_some_and(|next| next.is(term));
    let to = next(1, Term::To) || next(1, Term::OnDay) && next(2, Term::The);
    // "... and $8,000 to your year 2 sign-on".
    let listed = index > 0
        && (tokens[index - 1].is(Term::Joiner) || tokens[index - 1].is_mark(','))
        && has(&tokens[..index], Term::Added);
    let by = index > 0 && tokens[index - 1].is(Term::By);
    let small = in_thousands(&amount.figure) < Money::dollars(LEAST_BASE);
    let more = amount.topic == Some(Topic::Base)
        && small
        && (led || by || length_at(tokens, index + 1, Term::AddedBehind).is_some());
    more || (led || listed) && to && matches!(amount.topic, Some(Topic::SignOn | Topic::Base))
}

/// No base is less than this.
const LEAST_BASE: i64 = 60_000;

/// "80 shares after year 1": a part of a vest, not the grant.
pub(super) fn is_vest_part(tokens: &[Token], index: usize) -> bool {
    let Some(at) = (index + 1..tokens.len().min(index + 3)).find(|at| tokens[*at].is(Term::Unit)) else { return false };
    // "100% of 800 units vests after 12 months": all of it.
    let of_whole = tokens[..index].iter().any(|token| token.figure().is_some_and(|figure| figure.percent));
    let vests = usize::from(!of_whole && tokens.get(at + 1).is_some_and(|next| next.is(Term::Vest)));
    let when = tokens.get(at + 1 + vests).is_some_and(|next| next.is(Term::After));
    // "45 shares in 2028, 135 in 2029".
    let year = |token: &Token| {
        let figure = token.figure().filter(|figure| figure.bare && !figure.percent);
        figure.is_some_and(|figure| (Money::dollars(2_024)..=Money::dollars(2_045)).contains(&figure.value))
    };
    let in_year = tokens.get(at + 1).is_some_and(|next| next.is(Term::InYear)) && tokens.get(at + 2).is_some_and(year);
    // "200 RSUs a year for four years".
    let each = tokens.get(at + 1).is_some_and(|next| next.is(Term::Yearly))
        || length_at(tokens, at + 1, Term::Yearly).is_some();
    // "800 RSUs now + 300 RSUs after a year": more of it.
    let added = index > 0 && tokens[index - 1].is_mark('+');
    in_year
        || each
        || !added
            && when
            && tokens[at + 1..]
                .iter()
                .take(4)
                .any(|token| token.is(Term::Year) || token.is(Term::Month) || token.is(Term::AnniversaryWord))
}
