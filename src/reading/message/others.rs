//! Other employers in a message: the pieces that name one, those that go on about it, and those that may be either's.
//!
//! Must not know how an offer of theirs is read.

use jiff::civil::Date;

use super::{
    Answer, Claim, Field, Kind, Message, OfferDraft, Outcome, Part, Problem, Reading, Term, Token, Topic, clean,
    competing, cut, has, is_all, is_employer, labels, length_at, level, read_message,
};

impl Message<'_> {
    /// Takes out what is said of other employers: the pieces between commas that name one, and those that go on.
    pub(super) fn others(&mut self, tokens: &[Token], outcome: &mut Outcome) {
        for at in 0..tokens.len() {
            if let Some(length) = length_at(tokens, at, Term::NoOthers) {
                outcome.claims.push(Claim::Nothing(Field::Competing));
                outcome.take(at, at + length);
            }
        }
        // "80k of google stock" is left behind; "google pays 255k base" is not.
        let of_pay = |label: &crate::reading::ties::Label| {
            matches!(label.topic, Topic::Base | Topic::SignOn | Topic::Total | Topic::OtherOffer)
        };
        // "500 shares of msft at 420", "90k google stock": an employer's stock.
        let is_stock = || {
            let labels = labels(tokens);
            let of = |topics: &[Topic]| labels.iter().any(|label| topics.contains(&label.topic));
            of(&[Topic::Grant, Topic::OtherStock])
                && !of(&[Topic::Base, Topic::SignOn, Topic::Total])
                && !tokens.iter().any(|token| competing::is_firmness(token) || token.is(Term::OfferWord))
        };
        let firm = || tokens.iter().any(|token| competing::is_firmness(token) || token.is(Term::OfferWord));
        // "300k at Meta": where it is left.
        let left_there = || {
            let at = tokens.iter().position(is_employer).unwrap_or_default();
            at > 1 && tokens[at - 1].is(Term::At) && tokens[at - 2].figure().is_some() && !firm()
        };
        // "Google" alone is no offer.
        let name_alone = || !tokens.iter().any(|token| token.figure().is_some()) && !firm();
        if self.asked == Some(Field::LeftBehind)
            && (left_there()
                || name_alone()
                || has(tokens, Term::LeftBehind)
                || is_stock()
                || !labels(tokens).iter().any(of_pay))
        {
            for at in (0..tokens.len()).filter(|at| is_employer(&tokens[*at])) {
                outcome.take(at, at + 1);
            }
            return;
        }
        // "an offer from amzn" is this one.
        let names = |piece: &[Token]| {
            let named = || (0..piece.len()).any(|at| length_at(piece, at, Term::OtherOffer).is_some());
            piece.iter().any(is_employer)
                || competing::pair_named(piece).is_some()
                || (named() && !has(piece, Term::Ours))
                || is_of_unnamed(piece)
        };
        let mut spans: Vec<(usize, usize)> = Vec::new();
        let mut disputed: Option<(usize, usize)> = None;
        let mut start = 0;
        for piece in tokens.split_inclusive(|token| token.is_mark(',')) {
            let end = start + piece.len();
            let lone = piece.iter().filter(|token| token.figure().is_some()).count() == 1 && piece.len() <= 2;
            let no_amount = spans.last().is_some_and(|last| {
                last.1 == start && !tokens[last.0..last.1].iter().any(|token| token.figure().is_some())
            });
            let goes_on =
                spans.last().is_some_and(|last| last.1 == start) && (continues_other(piece) || lone && no_amount);
            let left = has(piece, Term::LeftBehind);
            if left {
                // "leaving google": its name is no offer.
                for (at, token) in (start..).zip(piece) {
                    if is_employer(token) {
                        outcome.take(at, at + 1);
                    }
                }
            }
            if !left && outcome.used[start..end].iter().any(|used| !used) && (names(piece) || goes_on) {
                match spans.last_mut() {
                    Some(last) if last.1 == start => last.1 = end,
                    _ => spans.push((start, end)),
                }
            } else if !spans.is_empty() && !left && is_of_pay(tokens, start, end) && !has(piece, Term::Ours) {
                // "google 450k, base 210k": whose base?
                disputed = Some((disputed.map_or(start, |(from, _)| from), end));
                outcome.take(start, end);
            }
            start = end;
        }
        if let Some((from, until)) = disputed {
            self.problems.push(Problem::Disputed(self.part(&tokens[from..until]).quote()));
        }
        for (from, until) in spans {
            let span = &tokens[from..until];
            let told = span.iter().any(|token| competing::is_firmness(token) || token.figure().is_some());
            if self.asked == Some(Field::WalkAway) && (!told || has(span, Term::NotMine)) {
                continue;
            }
            if is_of_unnamed(span) && !span.iter().any(is_employer) {
                self.problems.push(Problem::NotOfOffer(self.part(span).quote()));
                outcome.take(from, until);
                continue;
            }
            // "L7 at google rn", "meta pays me 200k": where the user is, no offer.
            if self.asked != Some(Field::Competing)
                && has(span, Term::PresentJob)
                && !span.iter().any(competing::is_firmness)
            {
                self.problems.push(Problem::NotOfOffer(self.part(span).quote()));
                outcome.take(from, until);
                continue;
            }
            let part = self.part(&tokens[from..until]);
            let reading = competing::read_competing(&part, self.today);
            self.readings.push((reading, part.quote()));
            outcome.take(from, until);
        }
    }
}

/// "A startup gives 200k + 1% equity": pay of an employer without a name.
fn is_of_unnamed(piece: &[Token]) -> bool {
    has(piece, Term::UnnamedEmployer)
        && !has(piece, Term::Ours)
        && !has(piece, Term::LeftBehind)
        && piece.iter().any(|token| token.figure().is_some())
}

/// "verbal", "450k a year": what can only go on about the employer before it.
pub(super) fn continues_other(piece: &[Token]) -> bool {
    let figures = piece.iter().filter(|token| token.figure().is_some()).count();
    let firm = piece.iter().any(competing::is_firmness) && piece.len() <= 5;
    let a_year = figures == 1 && (has(piece, Term::Yearly) || has(piece, Term::Year) || has(piece, Term::Total));
    let due = (0..piece.len()).any(|at| piece[at].is(Term::Deadline)) && !has(piece, Term::Start);
    let of_mine = labels(piece).iter().any(|label| matches!(label.topic, Topic::WalkAway | Topic::LeftBehind));
    (firm || a_year || due) && !names_pay(piece) && !of_mine
}

/// Whether a piece gives pay: by name, or in figures that are no day's.
fn is_of_pay(tokens: &[Token], start: usize, end: usize) -> bool {
    let piece = &tokens[start..end];
    let amount = |at: usize| {
        tokens[at].figure().is_some_and(|figure| !figure.percent && figure.scaled)
            && !crate::reading::amounts::belongs_to_day(tokens, at)
    };
    let figures = piece.iter().any(|token| token.figure().is_some());
    let of_mine = labels(piece).iter().any(|label| matches!(label.topic, Topic::WalkAway | Topic::LeftBehind));
    ((figures && names_pay(piece)) || (start..end).any(amount)) && !of_mine
}

pub(super) fn names_pay(piece: &[Token]) -> bool {
    let pay = |topic| matches!(topic, Topic::Base | Topic::SignOn | Topic::Grant);
    labels(piece).iter().any(|label| pay(label.topic))
        || (0..piece.len()).any(|at| level::level_at(piece, at).is_some())
}

/// "they moved it to austin", "start feb 1": at the question for other offers, what names a place or day of this one and
/// neither an employer nor how firm one is.
pub(super) fn about_this_one(part: &Part<'_>, draft: &OfferDraft, today: Date) -> Option<Reading> {
    let tokens = &part.tokens;
    let first = tokens.iter().find(|token| token.kind == Kind::Word && !token.is(Term::Greeting))?;
    let leads = [Term::TheyWord, Term::Start, Term::Reply, Term::Deadline].into_iter().any(|term| first.is(term));
    let of_others = tokens.iter().any(|token| is_employer(token) || competing::is_firmness(token))
        || has(tokens, Term::OtherOffer)
        || tokens.iter().any(|token| token.figure().is_some_and(|figure| figure.scaled || figure.dollars));
    if !leads || of_others {
        return None;
    }
    let reading = read_message(None, part.text(), draft, today);
    let of_place_or_day = |answer: &Answer| {
        matches!(answer.field(), Field::Location | Field::StartDate | Field::ReplyBy | Field::Level | Field::Role)
    };
    (!reading.answers.is_empty() && reading.answers.iter().all(of_place_or_day)).then_some(reading)
}

/// What a message says of this offer, by its name, while another one is asked about: "amazon's base is 195".
pub(crate) fn beside_another(text: &str, draft: &OfferDraft, today: Date) -> Option<Reading> {
    if !has(&cut(&clean(text)), Term::Ours) {
        return None;
    }
    let reading = read_message(None, text, draft, today);
    let told = |answer: &Answer| !matches!(answer, Answer::Nothing(_));
    (reading.doubt.is_some() || reading.answers.iter().any(told)).then_some(reading)
}

/// "no thats all", "nope, the only one": no further offers.
pub(super) fn says_no_more(tokens: &[Token]) -> bool {
    let said = has(tokens, Term::NoMore) || has(tokens, Term::NoOthers);
    said && is_all(tokens, &[Term::None, Term::NoMore, Term::NoOthers, Term::NoMoreBeside])
}
