//! A day that is told by how far one on file was moved: "start date pushed back 2 weeks", "they extended it by a week".
//!
//! Owns the day that comes of it. Where none is on file, or which way it went is not plain, it is asked. Must not know
//! how a day of the calendar is written.

use jiff::Span;

use super::{
    Claim, DayProblem, Field, Kind, Message, Outcome, Term, Token, dates, has, labels, length_at, length_of_any,
};

impl Message<'_> {
    /// Takes out a day that is told by how far it was moved.
    pub(super) fn moved(&mut self, tokens: &[Token], outcome: &mut Outcome) {
        let Some((from, until, span)) = moved_by(tokens) else { return };
        let Some(field) = self.day_meant(tokens, until) else { return };
        let on_file = if field == Field::StartDate { self.draft.start_date } else { self.draft.reply_by };
        // "It was dec 4 but they extended by a week".
        let told = (0..from).find_map(|at| {
            let run: Vec<&Token> = tokens[at..from].iter().collect();
            dates::calendar_day(&run, self.today).ok().flatten().map(|(length, day)| (at, length, day))
        });
        let later = has(tokens, Term::PutOff) && !has(tokens, Term::Sooner);
        let day = told.map(|(_, _, day)| day).or(on_file).filter(|_| later).and_then(|day| day.checked_add(span).ok());
        match day {
            Some(day) if field == Field::StartDate => outcome.claims.push(Claim::Start(day)),
            Some(day) => outcome.claims.push(Claim::ReplyBy(day)),
            None => self.problems.push(DayProblem::Unclear(self.part(tokens).quote()).into()),
        }
        // "3 more days on the deadline".
        let behind = |token: &&Token| token.kind == Kind::Word && dates::is_around(token);
        let until = until + tokens[until..].iter().take_while(behind).count();
        // "Base is 195k, deadline extended by a week": only what is said of the day.
        let parts = |token: &Token| token.is_mark_of(&[',', ';']) || token.is(Term::Joiner) || token.is(Term::Turns);
        outcome.take(tokens[..from].iter().rposition(parts).map_or(0, |part| part + 1), until);
        if let Some((at, length, _)) = told {
            outcome.take(at, at + length);
        }
    }

    /// Which day a message moves: the one that it names, else the one that is asked for. "They gave me 3 more days": to
    /// answer.
    fn day_meant(&self, tokens: &[Token], until: usize) -> Option<Field> {
        let start = has(tokens, Term::StartName);
        let reply = has(tokens, Term::Deadline) || has(tokens, Term::Reply);
        match (start, reply) {
            (true, false) => Some(Field::StartDate),
            (false, true) => Some(Field::ReplyBy),
            (true, true) => None,
            (false, false) => {
                self.asked.filter(|field| matches!(field, Field::StartDate | Field::ReplyBy)).or_else(|| {
                    let nothing_else = tokens[until..].iter().all(|token| {
                        token.kind != Kind::Word
                            || token.is(Term::AnswerGlue)
                            || token.is(Term::ToAnswer)
                            || dates::is_around(token)
                    });
                    let given = tokens[..until].iter().any(|token| token.is(Term::DaysGiven));
                    (self.asked.is_none() && given && nothing_else).then_some(Field::ReplyBy)
                })
            }
        }
    }

    /// "They need an answer by dec 6", beside another day on file and another offer without one: whose day is it?
    pub(super) fn may_be_theirs(&self, tokens: &[Token], claim: &Claim) -> bool {
        let Claim::ReplyBy(day) = claim else { return false };
        let open = self.draft.competing.iter().any(|other| other.reply_by.is_none());
        let other = self.draft.reply_by.is_some_and(|known| known != *day) && self.asked != Some(Field::ReplyBy);
        let first = tokens.iter().find(|token| token.kind == Kind::Word && !token.is(Term::Greeting));
        let they = first.is_some_and(|first| first.is(Term::TheyAnswer));
        let plain = [Term::Ours, Term::Moved, Term::PutOff].into_iter().any(|term| has(tokens, term));
        // "They came back with 205 base, want an answer by dec 15": they are those whose pay it is.
        open && other && they && !plain && labels(tokens).is_empty()
    }

    /// Whether a day that was put off comes before the one on file: "deadline pushed to next friday", two days after it.
    pub(super) fn is_put_before(&self, tokens: &[Token], claim: &Claim) -> bool {
        let before = match claim {
            Claim::ReplyBy(day) => self.draft.reply_by.is_some_and(|known| *day < known),
            Claim::Start(day) => self.draft.start_date.is_some_and(|known| *day < known),
            _ => false,
        };
        before && has(tokens, Term::PutOff) && !has(tokens, Term::Sooner)
    }
}

/// The span that a day was moved by, from its number to its unit: "by 2 weeks", "back a week", "2 more days". A span from
/// today ("in 2 weeks", "2 weeks from monday", "gave me 2 weeks") moves nothing.
fn moved_by(tokens: &[Token]) -> Option<(usize, usize, Span)> {
    let moved =
        |at: usize| length_of_any(tokens, at, &[Term::Moved, Term::PutOff, Term::Sooner, Term::Raised]).is_some();
    if !(0..tokens.len()).any(moved) {
        return None;
    }
    (0..tokens.len()).find_map(|from| {
        let one = tokens[from].is(Term::NumberOne) || tokens[from].is(Term::Another);
        let number = if one { 1 } else { dates::number(&tokens[from])? };
        let more = usize::from(tokens.get(from + 1).is_some_and(|next| next.is(Term::PutOff)));
        let unit = tokens.get(from + 1 + more)?;
        let until = from + 2 + more;
        let span = dates::span_of(number, unit)?;
        let lead = from.checked_sub(1).map(|before| &tokens[before]);
        let to = lead
            .is_some_and(|lead| lead.is(Term::To) || lead.is(Term::Of) || lead.is(Term::At) || lead.is(Term::MyWord));
        let from_day = tokens.get(until).is_some_and(|next| next.is(Term::FromDay));
        let near = (from.saturating_sub(4)..tokens.len().min(until + 3)).any(moved);
        // "2 weeks' notice", "a day".
        let whole = (1..=365).contains(&number) && length_at(tokens, until, Term::Relocation).is_none();
        (!to && !from_day && near && whole).then_some((from, until, span))
    })
}
