//! Levels, titles and places in a message: those said of the job, or that stand in a list of the offer's facts.
//!
//! Owns whether a name is the job's: "my friend is L7", "I live in SF", "L7 would be 240" are left alone. Must not know
//! how a level or place is spelled.

use super::taking::KNOWN_BESIDE;
use super::{
    Claim, Field, Kind, Message, Outcome, PlaceProblem, Problem, Role, Term, Token, has, labels, length_at,
    length_of_any, level, place,
};
use crate::market::Companies;
use crate::reading::names::{Of, names_job, others_from, piece};

/// What is said of a name.
enum Whose {
    Job,
    /// Another's, by the words from there on.
    Others(usize),
    /// What would be at that level or place: "L7 pays 600".
    Supposed,
    /// Nothing that ties it to the job.
    Untold,
}

impl Message<'_> {
    /// Takes out levels and places that are their own name.
    pub(super) fn names(&mut self, tokens: &[Token], outcome: &mut Outcome) {
        let mut at = 0;
        let mut denied = None;
        while at < tokens.len() {
            if outcome.used[at] {
                at += 1;
                continue;
            }
            if let Some((number, length)) = level::level_at(tokens, at) {
                self.level(tokens, (at, length, number), outcome);
                at += length;
                continue;
            }
            if let Some((until, place)) = place::labelled_in_message(self.text, tokens, at, &outcome.used) {
                outcome.claims.push(Claim::Place(place));
                outcome.take(at, until);
                at = until;
                continue;
            }
            let titled = (!matches!(self.asked, Some(Field::Level | Field::Role)))
                .then(|| level::role_at(self.text, tokens, at))
                .flatten();
            if let Some((from, until, role, level)) = titled
                && !outcome.used[from..until].iter().any(|used| *used)
            {
                if let Some(from) = denied_from(tokens, from) {
                    // "I'm not an SDE, I'm a TPM".
                    denied = Some((from, until, Problem::Role as fn(String) -> Problem));
                    outcome.take(from, until);
                } else if !matches!(whose(tokens, &outcome.used, from, until, Of::Level), Whose::Others(_)) {
                    outcome.claims.push(Claim::Role(role));
                    outcome.claims.extend(level.map(Claim::Title));
                    outcome.take(from, until);
                }
                at = until;
                continue;
            }
            let place =
                (self.asked != Some(Field::Location)).then(|| place::in_message(self.text, tokens, at)).flatten();
            if let Some((length, place)) = place {
                if let Some(from) = denied_from(tokens, at) {
                    // "Not in Austin": then where?
                    denied = Some((from, at + length, |quote| PlaceProblem::Missing(quote).into()));
                    outcome.take(from, at + length);
                } else if self.is_jobs_place(tokens, &outcome.used, at, length) {
                    outcome.claims.push(Claim::Place(place));
                    outcome.take(at, at + length);
                }
                at += length;
                continue;
            }
            at += 1;
        }
        let told = |claim: &Claim| matches!(claim, Claim::Place(_) | Claim::Role(_));
        if let Some((from, until, problem)) = denied.filter(|_| !outcome.claims.iter().any(told)) {
            self.problems.push(problem(self.part(&tokens[from..until]).quote()));
        }
    }

    /// Takes out a level, and says so where it is not the job's.
    fn level(&mut self, tokens: &[Token], (at, length, number): (usize, usize, u32), outcome: &mut Outcome) {
        // "L6 not L7".
        if level::is_former(tokens, at) || at > 0 && tokens[at - 1].is(Term::Negation) {
            outcome.take(at - 1, at + length);
            return;
        }
        // "I'm at L5 now": where the user is.
        let now = tokens.get(at + length).is_some_and(|next| next.is(Term::Now));
        let here = (at.saturating_sub(3)..at)
            .find(|from| length_at(tokens, *from, Term::PresentJob).is_some_and(|length| from + length == at));
        if let Some(from) = here.filter(|_| now) {
            self.problems.push(Problem::NotOfOffer(self.part(&tokens[from..=at + length]).quote()));
            outcome.take(from, at + length + 1);
            return;
        }
        let (from, until) = level::title_around(tokens, at, at + length);
        let (start, end) = piece(tokens, at, at + length);
        let figures = tokens[start..end].iter().any(|token| token.figure().is_some());
        let own_question = self.asked == Some(Field::Level) || self.is_of_ranges(tokens);
        let not_offered = match whose(tokens, &outcome.used, at, at + length, Of::Level) {
            told @ (Whose::Job | Whose::Untold) if own_question || matches!(told, Whose::Job) => {
                outcome.claims.push(Claim::Level(number));
                let title = self.part(&tokens[from..until]);
                outcome.claims.extend(Role::of_text(title.text()).map(|named| Claim::Role(named.role)));
                outcome.take(from, until);
                return;
            }
            Whose::Others(from) => (from, at + length),
            // "L7 would be 240 base": neither the level nor the base is offered.
            Whose::Supposed if figures => (start, end),
            Whose::Supposed | Whose::Job | Whose::Untold => return,
        };
        self.problems.push(Problem::NotOfOffer(self.part(&tokens[not_offered.0..not_offered.1]).quote()));
        outcome.take(not_offered.0, not_offered.1);
    }

    /// Whether a place is the job's: "I'm in NYC" alone may be where somebody lives.
    fn is_jobs_place(&self, tokens: &[Token], used: &[bool], at: usize, length: usize) -> bool {
        let until = at + length;
        let (start, end) = piece(tokens, at, until);
        let about_me = at > start && has(&tokens[start..at], Term::IAmIn);
        let facts = || !labels(&tokens[until..end]).is_empty() || level_in(&tokens[start..end]);
        let away = at > 0 && tokens[at - 1].is(Term::Away) && !names_job(&tokens[start..at]);
        let told = match whose(tokens, used, at, until, Of::Place) {
            Whose::Job => true,
            Whose::Untold => self.is_of_ranges(tokens),
            Whose::Others(_) | Whose::Supposed => false,
        };
        told && !away && (!about_me || facts())
    }

    /// "Show me the ranges for L6 in Seattle": no question is open, and none is answered.
    fn is_of_ranges(&self, tokens: &[Token]) -> bool {
        self.asked.is_none() && has(tokens, Term::Posted)
    }
}

/// Where the denial before a name begins, that nothing but an article or "in" parts from it: "not in Seattle", "isn't an SDE".
/// A "no" may as well correct: "no Seattle".
fn denied_from(tokens: &[Token], at: usize) -> Option<usize> {
    let glue = |token: &&Token| token.is(Term::PlaceLead) || token.is(Term::The) || token.is(Term::Each);
    let lead = tokens[..at].iter().rev().take(3).take_while(glue).count();
    let denial = (at - lead).checked_sub(1)?;
    (tokens[denial].is(Term::Negation) && !tokens[denial].is(Term::PlainNo)).then_some(denial)
}

fn level_in(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| level::level_at(tokens, at).is_some())
}

fn whose(tokens: &[Token], used: &[bool], from: usize, until: usize, of: Of) -> Whose {
    let (start, _) = piece(tokens, from, until);
    let before = &tokens[start..from];
    if let Some(at) = others_from(before, of) {
        return Whose::Others(start + at);
    }
    if level_in(&tokens[from..until]) && level::is_of_others(tokens, from) {
        return Whose::Others(from);
    }
    if tokens.get(until).is_some_and(|next| next.is(Term::Predicate)) {
        return Whose::Supposed;
    }
    let known = |at: usize| used[at] || is_known(tokens, at);
    if names_job(before) || (start..from).all(known) { Whose::Job } else { Whose::Untold }
}

/// Whether a token is part of the name of a field; names are short.
fn is_in_label(tokens: &[Token], at: usize) -> bool {
    let from = at.saturating_sub(LONGEST_LABEL);
    let near = &tokens[from..tokens.len().min(at + LONGEST_LABEL)];
    labels(near).iter().any(|label| (from + label.start..from + label.end).contains(&at))
}

/// The most tokens of a field's name.
const LONGEST_LABEL: usize = 6;

/// A word that may lead up to a name in a list of the offer's facts.
fn is_known(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let terms = [
        Term::AroundLevel,
        Term::PlaceLead,
        Term::AroundPlace,
        Term::Filler,
        Term::SoftFiller,
        Term::Greeting,
        Term::Craft,
        Term::Manager,
        Term::Plus,
    ];
    token.kind != Kind::Word
        || terms.into_iter().any(|term| token.is(term))
        || (at.saturating_sub(3)..=at)
            .any(|from| length_of_any(tokens, from, &KNOWN_BESIDE).is_some_and(|length| from + length > at))
        || is_in_label(tokens, at)
        || Role::has_word(&token.word)
        || Companies::asked_for().has_title_word(&token.word)
        || crate::reading::dates::dates_something(token)
        || length_at(tokens, at, Term::Correction).is_some()
        || place::known_in_message(tokens, at).is_some()
        || level::level_at(tokens, at).is_some()
}
