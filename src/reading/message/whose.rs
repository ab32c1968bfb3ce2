//! Figures of a message that are not what Amazon offers, and figures that only add to one that is known.
//!
//! Owns who a figure belongs to where it is not the offer's: the job that the user has, what they hope or asked for,
//! what others get. None of them is ever taken: what was left out is said. Must not know other offers, which have
//! readers of their own.

use super::{
    Amount, AmountProblem, Claim, Field, Message, Outcome, Problem, Term, Token, Topic, has, labels, length_at,
    length_of_any,
};
use crate::money::Money;
use crate::reading::theirs::{is_value, names_offer, of_someone_else, piece_end};
use crate::reading::ties::Label;

/// Below this a base that was raised is told by how much.
const LEAST_BASE: i64 = 60_000;

impl Message<'_> {
    /// Takes out money for moving and other stock with its name, and says that it is not counted.
    pub(super) fn not_counted(&mut self, tokens: &[Token], outcome: &mut Outcome) {
        if matches!(self.asked, Some(Field::LeftBehind | Field::WalkAway | Field::Competing)) {
            return;
        }
        let other = |label: &Label| matches!(label.topic, Topic::Relocation | Topic::OtherStock);
        // "None but 20k relocation": none of what is asked for.
        let lone = tokens.iter().filter(|token| token.figure().is_some()).count() == 1;
        let parted = tokens.get(1).is_some_and(|next| next.is(Term::Turns));
        let none = tokens[0].is(Term::Nothing) && parted && lone && labels(tokens).iter().any(other);
        if none && self.asked == Some(Field::SignOn) {
            outcome.claims.push(Claim::NoSignOn);
            outcome.take(0, 2);
        }
        for label in labels(tokens).into_iter().filter(other) {
            let money = |at: usize| crate::reading::amounts::is_money(tokens, at) && !outcome.used[at];
            let behind = (label.end..tokens.len().min(label.end + 3))
                .find(|at| !tokens[*at].is(Term::BeforeGlue) && !tokens[*at].is_mark_of(&[':', '=']));
            let span = match (behind.filter(|at| money(*at)), label.start.checked_sub(1).filter(|at| money(*at))) {
                // "15k relocation" before "relocation 15k".
                (_, Some(before)) => (before, label.end),
                (Some(behind), None) => (label.start, behind + 1),
                (None, None) => continue,
            };
            self.problems.push(Problem::NotCounted(self.part(&tokens[span.0..span.1]).quote()));
            outcome.take(span.0, span.1);
        }
    }

    /// "My rsus are worth 350k now", of a grant that is known: a new offer, or what it is worth today?
    fn worth_now(&self, tokens: &[Token], piece: &[Token]) -> Option<fn(String) -> Problem> {
        let worth = piece.iter().position(|token| token.is(Term::Worth))?;
        let now = has(piece, Term::Now) || worth > 0 && piece[worth - 1].is(Term::Only);
        let of_grant = labels(piece).iter().any(|label| label.topic == Topic::Grant);
        let known = self.draft.grant.is_some() && self.asked.is_none();
        (known && now && of_grant && !has(tokens, Term::TheOffer))
            .then_some(|quote| Problem::Amount(Amount::Grant, AmountProblem::Vague(quote)))
    }

    /// Takes out the pieces whose figures are not the offer's, and those that say by how much one grew.
    pub(super) fn whose(&mut self, tokens: &[Token], outcome: &mut Outcome) {
        let mut theirs = false;
        let mut from = 0;
        while from < tokens.len() {
            let until = piece_end(tokens, from, self.asked);
            let piece = &tokens[from..until];
            let figures = (from..until).any(|at| !outcome.used[at] && is_value(&tokens[at]));
            let own = of_someone_else(self.asked, piece);
            // "My base is 170k and 80k unvested": what is asked for is theirs no more.
            let asked_for = self.asked == Some(Field::LeftBehind) && has(piece, Term::LeftBehind);
            theirs = own || (theirs && !names_offer(piece) && !asked_for);
            let adding = !matches!(self.asked, Some(Field::LeftBehind | Field::WalkAway | Field::Competing));
            let problem = if !figures {
                None
            } else if let Some(problem) = self.worth_now(tokens, piece) {
                Some(problem)
            } else if own || is_refused(piece) || has(piece, Term::AfterTax) || is_owed_elsewhere(piece) {
                Some(Problem::NotOfOffer as fn(String) -> Problem)
            } else if theirs {
                // "base 190k, my current base is 165k, sign on 90/70": whose is the last?
                Some(Problem::Disputed as fn(String) -> Problem)
            } else if adding && adds(tokens, from, until) {
                Some(Problem::Addition as fn(String) -> Problem)
            } else {
                None
            };
            if let Some(problem) = problem {
                self.problems.push(problem(self.part(piece).quote()));
                outcome.take(from, until);
            }
            from = until;
        }
    }
}

/// "They can't do 210k base", "they couldn't get to 450k": what was refused. What they can't go above, or won't move from,
/// stands.
fn is_refused(piece: &[Token]) -> bool {
    let stands = [Term::Limit, Term::Earlier, Term::Away, Term::BelowWord, Term::Turns];
    (0..piece.len()).any(|at| {
        let Some(length) = length_at(piece, at, Term::RefuseLead) else { return false };
        let verb = (at + length..piece.len().min(at + length + 3)).find(|verb| piece[*verb].is(Term::GiveVerb));
        let Some(verb) = verb.filter(|verb| piece[at + length..*verb].iter().all(|token| token.is(Term::SoftFiller)))
        else {
            return false;
        };
        let value = (verb + 1..piece.len().min(verb + 6)).find(|value| is_value(&piece[*value]));
        value.is_some_and(|value| {
            let between = &piece[verb + 1..value];
            !stands.into_iter().any(|term| has(between, term))
        })
    })
}

/// "I have to pay back 25k sign-on to my employer".
fn is_owed_elsewhere(piece: &[Token]) -> bool {
    has(piece, Term::Present) && has(piece, Term::Repay)
}

/// "another 15k", "50k more", "an extra 100 rsus", "they bumped base by 10k": by how much, not to what.
fn adds(tokens: &[Token], from: usize, until: usize) -> bool {
    // "90k in year one and another 70k in year two": the next of a list.
    let listed = |at: usize| {
        tokens[..at].iter().any(is_value) && crate::reading::ties::names_year(&tokens[at..tokens.len().min(at + 8)])
    };
    let piece = &tokens[from..until];
    let base = labels(piece).iter().any(|label| label.topic == Topic::Base);
    let grew = base && has(piece, Term::Raised);
    (from..until).any(|at| {
        let Some(figure) = tokens[at].figure().filter(|figure| !figure.percent) else { return false };
        let lead = (at.saturating_sub(4)..at).any(|start| {
            length_at(tokens, start, Term::Added)
                .is_some_and(|length| tokens[start + length..at].iter().all(|token| token.is(Term::AddedGlue)))
        });
        let behind = (at + 1..tokens.len().min(at + 4)).any(|start| {
            length_at(tokens, start, Term::AddedBehind).is_some()
                && tokens[at + 1..start].iter().all(|token| token.figure().is_none())
        });
        // "they already paid 20k of the sign-on".
        let of_the = |next: &[Token]| {
            next.len() > 2 && next[0].is(Term::Of) && (next[1].is(Term::The) || next[1].is(Term::MyWord))
        };
        let named = || length_of_any(tokens, at + 3, &[Term::SignOn, Term::Base, Term::Grant]).is_some();
        let part = of_the(&tokens[at + 1..]) && named();
        let small = !figure.bare && figure.value < Money::dollars(LEAST_BASE);
        let raised = grew && small && crate::reading::amounts::period(tokens, at).is_none();
        (lead && !listed(at)) || behind || part || raised
    })
}
