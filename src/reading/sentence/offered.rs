//! Which amounts of a sentence are what Amazon offers, each with what it is for.
//!
//! Owns whose they are by the words around them, and what a range or an earlier figure leaves. Must not know how a
//! field's figures are read.

use super::joint::take_of_none;
use super::untied::{added_up, corrected, told_by_years, untied};
use super::{
    Context, Field, Heading, Label, Outcome, Sentence, Term, Tied, Token, Topic, Voice, finals, has, is_employer,
    is_no_offer, length_at, pay, tie,
};
use crate::reading::phrases::find;

/// The amounts with their topics; `None` where the sentence is not about what is offered.
pub(super) fn offered(
    sentence: &Sentence,
    context: Context,
    (found, head): (&[Label], &Heading),
    amounts: &[usize],
    outcome: &mut Outcome,
) -> Option<Vec<Tied>> {
    let tokens = &sentence.tokens;
    let prose = context.voice == Voice::Letter;
    let mut tied = tie(tokens, found, head, amounts, prose);
    outcome.left |= take_of_none(tokens, found, &mut tied);
    // "Annual refresh: $75,000 in RSUs": what the line is headed by is over what its figures are in.
    if head.topics == [Topic::OtherStock] {
        for amount in tied.iter_mut().filter(|amount| amount.topic == Some(Topic::Grant)) {
            amount.topic = Some(Topic::OtherStock);
        }
    }
    // "Amazon offers 150k base, but my current base is 148k": what is known not to be the offer's says nothing of the rest.
    let free: Vec<Token> =
        tokens.iter().zip(&outcome.used).filter(|(_, used)| !**used).map(|(token, _)| token.clone()).collect();
    if prose && (free.iter().any(is_employer) || is_of_unnamed(tokens, amounts)) {
        return None;
    }
    if prose && (is_no_offer(&free) || is_doubted(tokens) || head.topics == [Topic::Mine]) {
        // "I asked for 205, we settled on 196": the final figure is what is offered.
        tied = finals(tokens, &tied);
        if tied.is_empty() {
            return None;
        }
    }
    // "If I pass for L6 it's 188k, otherwise 168k": which is not known.
    if prose && is_alternative(tokens, &tied) {
        return None;
    }
    if prose {
        // "Base $170,000? $165,000?": the writer asks it.
        let asked = |amount: &Tied| {
            amount.topic != Some(Topic::Total) && tokens.get(amount.index + 1).is_some_and(|next| next.is_mark('?'))
        };
        let before = tied.len();
        tied.retain(|amount| !asked(amount) && !is_perhaps(tokens, amount.index) && !is_more(tokens, amount.index));
        outcome.left |= tied.len() < before;
    }
    if !prose {
        let before: Vec<usize> = tied.iter().map(|amount| amount.index).collect();
        corrected(tokens, &mut tied);
        for index in before.into_iter().filter(|index| !tied.iter().any(|amount| amount.index == *index)) {
            outcome.take(index, index + 1);
        }
    }
    added_up(tokens, &mut tied);
    untied(tokens, &mut tied, found, head, context);
    told_by_years(tokens, &mut tied, found, context.voice);
    (prose || !is_of_another(tokens, &tied, context, outcome)).then_some(tied)
}

/// "They might raise the base to $190,000", "we may be able to add $50,000": what may come is not offered.
fn is_perhaps(tokens: &[Token], index: usize) -> bool {
    let parts = |token: &Token| token.is_mark_of(&[',', ';', '(', '.']) || token.is(Term::Turns);
    let from = tokens[..index].iter().rposition(parts).map_or(0, |mark| mark + 1);
    let clause = &tokens[from..index];
    // "The best we could do is 190k" is what they do.
    find(clause, Term::MaybeMoved)
        .is_some_and(|(at, length)| !clause.get(at + length).is_some_and(|next| next.is(Term::Is)))
}

/// "L6 pays 50k more": by how much.
fn is_more(tokens: &[Token], index: usize) -> bool {
    let counted = crate::reading::amounts::counts_units(tokens, index);
    !counted && tokens.get(index + 1).is_some_and(|next| next.is(Term::MoreWord))
}

/// Amounts on both sides of an "otherwise", behind an "if".
fn is_alternative(tokens: &[Token], tied: &[Tied]) -> bool {
    let Some(at) = tokens.iter().position(|token| token.is(Term::Otherwise)) else { return false };
    has(&tokens[..at], Term::If)
        && tied.iter().any(|amount| amount.index < at)
        && tied.iter().any(|amount| amount.index > at)
}

/// Whether words of a message say that its figures are not the offer's: "i earn", "said no to".
fn is_of_another(tokens: &[Token], tied: &[Tied], context: Context, outcome: &Outcome) -> bool {
    let left_behind = context.asked == Some(Field::LeftBehind);
    // What is known not to be the offer's denies nothing else.
    let free: Vec<Token> =
        tokens.iter().zip(&outcome.used).filter(|(_, used)| !**used).map(|(token, _)| token.clone()).collect();
    let not_mine = has(&free, Term::NotMine) || left_behind && has(tokens, Term::NotMine);
    let told = left_behind && tied.iter().any(|amount| amount.topic == Some(Topic::LeftBehind));
    not_mine && (!told || has(tokens, Term::NotLeft))
}

/// Marks what a message says was before as understood: "95/70 not 90/70".
pub(super) fn take_earlier(tokens: &[Token], all: &[Tied], kept: &[Tied], outcome: &mut Outcome) {
    for amount in all.iter().filter(|amount| !kept.iter().any(|kept| kept.index == amount.index)) {
        let Some(before) = amount.index.checked_sub(1).map(|at| &tokens[at]) else { continue };
        // The second of a pair goes with the first.
        let paired = before.is_mark('/') && amount.index > 1 && outcome.used[amount.index - 2];
        if before.is(Term::Earlier) || paired {
            outcome.take(amount.index - 1, amount.index + 1);
        }
    }
}

/// Reads a posted range from what is not offered, and what stands beside it.
pub(super) fn posted(tokens: &[Token], all: &[Tied], tied: &mut [Tied], ranged: bool, outcome: &mut Outcome) {
    let ends = has(tokens, Term::LeastWord) && has(tokens, Term::MostWord);
    if !ranged && !ends {
        return;
    }
    let is_kept = |amount: &Tied| tied.iter().any(|kept| kept.index == amount.index);
    let gone: Vec<Tied> = all.iter().filter(|amount| ends || !is_kept(amount)).cloned().collect();
    let before = outcome.claims.len();
    pay::read_posted(tokens, &gone, outcome);
    if outcome.claims.len() == before {
        return;
    }
    // "salary band 184.9k-250.2k, mine is at 203k": what is beside the range.
    let settled: Vec<usize> = finals(tokens, tied).iter().map(|amount| amount.index).collect();
    for amount in tied.iter_mut().filter(|amount| settled.contains(&amount.index)) {
        if matches!(amount.topic, None | Some(Topic::Posted)) {
            amount.topic = Some(Topic::Base);
        }
    }
}

/// "not sure": a figure that the writer doubts.
fn is_doubted(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| length_at(tokens, at, Term::Doubted).is_some())
}

/// "A startup gives 200k + 1% equity": the pay of an employer without a name.
fn is_of_unnamed(tokens: &[Token], amounts: &[usize]) -> bool {
    let ends = |token: &Token| token.is_mark_of(&[',', ';', '.']);
    let Some((at, _)) = find(tokens, Term::UnnamedEmployer).filter(|_| !has(tokens, Term::Ours)) else { return false };
    let from = tokens[..at].iter().rposition(ends).map_or(0, |mark| mark + 1);
    let until = tokens[at..].iter().position(ends).map_or(tokens.len(), |mark| at + mark);
    amounts.iter().any(|amount| (from..until).contains(amount))
}
