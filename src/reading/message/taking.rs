//! What of a message names itself: other employers, schedules, days, names and terms, taken out one after the other.

use super::{
    Amount, AmountProblem, Answer, Beside, Claim, DayProblem, Field, Kind, Message, Outcome, Problem, Term, Token,
    Topic, amount_of, amount_of_topic, deadlines, has, is_of_amount, labels, length_at, length_of_any, terms, vesting,
    written,
};

impl Message<'_> {
    /// Takes out "5/15/40/40": parts of the grant that make a whole.
    pub(super) fn schedule(&mut self, tokens: &[Token], outcome: &mut Outcome) {
        let Some((from, until)) = (0..tokens.len())
            .filter(|at| !outcome.used[*at])
            .find_map(|at| crate::reading::amounts::schedule_around(tokens, at))
        else {
            return;
        };
        let part = self.part(&tokens[from..until]);
        let reading = vesting::read_vesting(&part);
        match reading.answers.last() {
            Some(Answer::Vesting(schedule)) => outcome.claims.push(Claim::Vesting(schedule.clone())),
            _ => self.readings.push((reading, part.quote())),
        }
        outcome.take(from, until);
    }

    /// Takes out the days that say what they are for.
    pub(super) fn days(&mut self, tokens: &[Token], outcome: &mut Outcome) {
        for said in deadlines::in_message(tokens, &outcome.used, self.today) {
            let part = self.part(&tokens[said.from..said.until]);
            match deadlines::judged(said.field, &part, self.draft.currency, self.today) {
                Ok(claim) if self.is_put_before(tokens, &claim) => {
                    self.problems.push(DayProblem::Unclear(part.quote()).into());
                }
                Ok(claim) if self.may_be_theirs(tokens, &claim) => {
                    self.problems.push(Problem::Disputed(part.quote()));
                }
                Ok(claim) => outcome.claims.push(claim),
                Err(problem) => self.problems.push(problem),
            }
            outcome.take(said.from, said.until);
        }
    }

    /// Takes out how the sign-on is paid and whether the offer is in writing, where they are named.
    pub(super) fn terms(&mut self, tokens: &[Token], outcome: &mut Outcome) {
        let mut start = 0;
        // "lump sum, repaid in full": both halves are the terms.
        let whole: Vec<Token> =
            (0..tokens.len()).filter(|at| !outcome.used[*at]).map(|at| tokens[at].clone()).collect();
        let amounts = whole.iter().any(|token| {
            token.figure().is_some_and(|figure| !figure.percent && figure.value > crate::money::Money::dollars(48))
        });
        let mut told = false;
        for piece in tokens.split_inclusive(|token| token.is_mark(',')) {
            let end = start + piece.len();
            let open = |at: usize| !outcome.used[start + at];
            let named = |term: Term| (0..piece.len()).any(|at| open(at) && length_at(piece, at, term).is_some());
            let monthly_amount = (0..piece.len())
                .any(|at| piece[at].figure().is_some() && crate::reading::amounts::period(piece, at).is_some());
            let of_base = labels(piece).iter().any(|label| label.topic == Topic::Base);
            // "Vesting is monthly now".
            let of_vest = has(piece, Term::Vest) && !has(piece, Term::SignOn);
            if named(Term::TermsLabel)
                && !monthly_amount
                && !of_base
                && !of_vest
                && self.asked != Some(Field::SignOnTerms)
            {
                let claims =
                    if told { Vec::new() } else { terms::read_terms(if amounts { piece } else { &whole }, true) };
                told = !amounts;
                // "90k upfront, 70k after a year" says years, not terms.
                let lump_alone = claims == [Claim::Payment(crate::offer::Payment::LumpSum)]
                    && piece.iter().any(|token| token.figure().is_some());
                // "80k upfront, 60k prorated monthly in the second year": each year in its own way.
                let two_ways =
                    amounts && has(piece, Term::Upfront) && piece.iter().any(|token| token.is(Term::Monthly));
                if !lump_alone && !two_ways {
                    outcome.claims.extend(claims);
                }
                take_words(
                    piece,
                    start,
                    &[
                        Term::TermsLabel,
                        Term::TermsWord,
                        Term::Repay,
                        Term::ProRata,
                        Term::Full,
                        Term::Bridge,
                        Term::Negation,
                        Term::NoRepay,
                    ],
                    outcome,
                );
            } else if told {
                take_words(
                    piece,
                    start,
                    &[
                        Term::TermsLabel,
                        Term::TermsWord,
                        Term::Repay,
                        Term::ProRata,
                        Term::Full,
                        Term::Bridge,
                        Term::Negation,
                        Term::NoRepay,
                        Term::Stops,
                    ],
                    outcome,
                );
            }
            if self.asked != Some(Field::Written)
                && (0..piece.len())
                    .any(|at| !outcome.used[start + at] && length_at(piece, at, Term::WrittenLabel).is_some())
            {
                // "They promised it in writing" is still to come; a "no" is one.
                let clear = |written: &bool| !written || !written::is_open(piece) && !written::is_ahead(piece);
                match written::answered(piece).filter(clear) {
                    Some(written) => outcome.claims.push(Claim::Written(written)),
                    None => self.problems.push(Problem::Written(self.part(piece).quote())),
                }
                take_words(
                    piece,
                    start,
                    &[
                        Term::WrittenLabel,
                        Term::Negation,
                        Term::Verbal,
                        Term::Written,
                        Term::Letter,
                        Term::Have,
                        Term::No,
                        Term::Yes,
                        Term::Yet,
                    ],
                    outcome,
                );
            }
            start = end;
        }
    }

    /// Holds what was read against the words beside it: one that changes a figure takes it away.
    pub(super) fn hold_against_words(&mut self, tokens: &[Token], outcome: &mut Outcome) {
        let mut start = 0;
        for piece in tokens.split_inclusive(|token| token.is_mark(',')) {
            let end = start + piece.len();
            let topics: Vec<Topic> = labels(piece).iter().map(|label| label.topic).collect();
            let amounts = (start..end).any(|at| outcome.used[at] && tokens[at].figure().is_some());
            let open: Vec<Token> = (start..end).filter(|at| !outcome.used[*at]).map(|at| tokens[at].clone()).collect();
            start = end;
            if !amounts {
                // "90k in year 1, nothing in year 2".
                let years = crate::reading::ties::names_year(piece)
                    && outcome.claims.iter().any(|claim| matches!(claim, Claim::SignOn { .. }));
                if years && matches!(self.part(&open).beside(&KNOWN_BESIDE), Beside::Clean) {
                    outcome.take(end - piece.len(), end);
                }
                continue;
            }
            let mut known = KNOWN_BESIDE.to_vec();
            if self.asked == Some(Field::WalkAway) || topics.contains(&Topic::WalkAway) {
                known.push(Term::KnownWalk);
            }
            // "at yesterday's close of 219.30".
            if topics.iter().any(|topic| matches!(topic, Topic::Grant | Topic::Price)) {
                known.push(Term::MarketClose);
            }
            match self.part(&open).beside(&known) {
                Beside::Clean => take_but_money(tokens, end - piece.len(), end, outcome),
                // "house worth 900k": nothing that is left behind with a job.
                Beside::Unread(_)
                    if self.asked == Some(Field::LeftBehind)
                        && topics.is_empty()
                        && ![Term::Vest, Term::Unit, Term::Years, Term::Bonus]
                            .into_iter()
                            .any(|term| has(piece, term)) =>
                {
                    let had = outcome.claims.len();
                    outcome.claims.retain(|claim| !matches!(claim, Claim::LeftBehind(_)));
                    if outcome.claims.len() < had {
                        let missing = AmountProblem::Missing(self.part(piece).quote());
                        outcome.problems.push(Problem::Amount(Amount::Sum(Field::LeftBehind), missing));
                    }
                    outcome.take(end - piece.len(), end);
                }
                Beside::Unread(_) => take_known(piece, end - piece.len(), outcome),
                Beside::Changing(word) => {
                    let of = topics
                        .iter()
                        .copied()
                        .find_map(amount_of_topic)
                        .or(self.asked.and_then(amount_of))
                        .unwrap_or(Amount::Base);
                    let had = outcome.claims.len();
                    outcome.claims.retain(|claim| !is_of_amount(claim));
                    if had != outcome.claims.len() || self.asked.is_some_and(|field| amount_of(field).is_some()) {
                        let quote = self.part(piece).quote();
                        outcome.problems.push(Problem::Amount(of, AmountProblem::Changed { word, quote }));
                    }
                    outcome.take(end - piece.len(), end);
                }
            }
        }
    }
}

/// Takes what is known beside amounts, but no money that nothing named: it is said to be left out.
fn take_but_money(tokens: &[Token], from: usize, until: usize, outcome: &mut Outcome) {
    let money: Vec<usize> =
        (from..until).filter(|at| !outcome.used[*at] && crate::reading::amounts::is_money(tokens, *at)).collect();
    outcome.take(from, until);
    for at in money {
        outcome.used[at] = false;
    }
}

/// Words that may stand beside an amount of any field.
pub(super) const KNOWN_BESIDE: [Term; 26] = [
    Term::Hour,
    Term::TwoWeeks,
    Term::Week,
    Term::DollarWord,
    Term::Yearly,
    Term::Year,
    Term::Years,
    Term::YearOne,
    Term::YearTwo,
    Term::First,
    Term::Second,
    Term::Both,
    Term::Each,
    Term::Over,
    Term::Sum,
    Term::Worth,
    Term::PriceLead,
    Term::Unit,
    Term::UnitGlue,
    Term::Times,
    Term::Only,
    Term::Vest,
    Term::FourYears,
    Term::Month,
    Term::Upfront,
    Term::Known,
];

/// Marks the words of a piece that are known beside amounts.
pub(super) fn take_known(piece: &[Token], start: usize, outcome: &mut Outcome) {
    take_words(piece, start, &KNOWN_BESIDE, outcome);
    // "yr 1": its number.
    for at in 1..piece.len() {
        if piece[at - 1].is(Term::Year) && crate::reading::ties::year_at(piece, at - 1).is_some() {
            outcome.take(start + at, start + at + 1);
        }
    }
}

pub(super) fn take_words(piece: &[Token], start: usize, terms: &[Term], outcome: &mut Outcome) {
    for at in 0..piece.len() {
        let length = length_of_any(piece, at, terms).unwrap_or(0);
        outcome.take(start + at, start + at + length);
        if piece[at].is(Term::Filler) || matches!(piece[at].kind, Kind::Mark(_)) {
            outcome.take(start + at, start + at + 1);
        }
    }
}
