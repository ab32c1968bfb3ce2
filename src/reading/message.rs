//! A message: read as a letter of a sentence or two, where a bare value answers what was asked.
//!
//! Owns what is left when all that names itself is taken out, and what to say of words that were not understood. A
//! figure never lands in a field by chance: where it is not plain, it is asked about.

use jiff::civil::Date;

use super::claim::{Claim, Outcome, Sourced};
use super::lexicon::{Term, has, length_at};
use super::part::{Beside, Part, quote, says_something};
use super::sentence::{Context, read_amounts};
use super::text::{Age, Sentence};
use super::ties::{Topic, is_employer, labels};
use super::tokens::{Kind, Token, clean, cut, in_currency};
use super::weigh::{Voice, Weighed, Weighing};
use super::{
    Amount, AmountProblem, Answer, Doubt, GrantProblem, Problem, Reading, SignOnProblem, TermsProblem, competing,
    deadlines, level, place, terms, vesting, written,
};
use crate::market::Role;
use crate::money::Currency;
use crate::offer::{Field, FieldKind, OfferDraft};

/// Reads a message sent while `asked` is asked for, or while no question is open.
pub(crate) fn read_message(asked: Option<Field>, text: &str, draft: &OfferDraft, today: Date) -> Reading {
    let text = clean(text);
    let whole = in_currency(cut(&text), draft.currency);
    if whole.iter().all(|token| matches!(token.kind, Kind::Mark(_) | Kind::Break)) {
        return Reading::refused(Problem::Empty);
    }
    let part = Part::new(&text, whole.clone());
    if is_question(asked, &part.tokens) {
        return Reading::refused(Problem::Unplaced(part.quote()));
    }
    if let Some(reading) = plain_answer(asked, &part, today) {
        return reading;
    }
    let (said, rest) = vesting::split(asked, &text, whole);
    let vests = said.map(|said| {
        let part = Part::new(&text, said.tokens);
        let reading = if said.disputed {
            Reading::refused(Problem::Disputed(part.quote()))
        } else {
            vesting::read_vesting(&part)
        };
        (reading, part.quote())
    });
    let alone = vests.is_some() && !says_something(&rest);
    let mut reading =
        if alone { Reading::default() } else { Message::new(asked, &text, draft, today).read(rest, vests.is_some()) };
    if let Some((vests, quote)) = vests {
        reading = reading.merge(vests, &quote);
    }
    reading.answers.sort_by_key(Answer::field);
    reading
}

/// Whether a message asks something and answers nothing: "is 185k good for L6?", "does it matter".
fn is_question(asked: Option<Field>, tokens: &[Token]) -> bool {
    let Some(first) = tokens.iter().find(|token| token.kind == Kind::Word && !token.is(Term::Greeting)) else {
        return false;
    };
    let marked = tokens.iter().rev().find(|token| token.kind != Kind::Break).is_some_and(|last| last.is_mark('?'));
    let free = asked.is_some_and(|field| field.kind() == FieldKind::Words);
    let of_others = asked == Some(Field::Competing) && first.is(Term::Asks);
    marked && (first.is(Term::Asks) || has(tokens, Term::AsksInside))
        || free && first.is(Term::AsksPlainly)
        || of_others
}

/// Answers that are the whole message: "none", "I don't know", and all that other offers are told with.
fn plain_answer(asked: Option<Field>, part: &Part<'_>, today: Date) -> Option<Reading> {
    let field = asked?;
    if field.optional() && says_nothing(part) && !(field == Field::Written && has(&part.tokens, Term::No)) {
        return Some(Reading::of(Answer::Nothing(field)));
    }
    let with_sums = labels(&part.tokens).iter().any(|label| matches!(label.topic, Topic::WalkAway | Topic::LeftBehind));
    if field == Field::Competing && !with_sums && !corrects_pay(&part.tokens) {
        return Some(competing::read_competing(part, today));
    }
    None
}

/// Whether a message at the question for other offers is about this one: "sorry, base is 210".
fn corrects_pay(tokens: &[Token]) -> bool {
    let pay = labels(tokens)
        .iter()
        .any(|label| matches!(label.topic, Topic::Base | Topic::SignOn | Topic::Grant) && label.start <= 4);
    let figures = tokens.iter().any(|token| token.figure().is_some());
    pay && figures && !tokens.iter().any(is_employer) && !has(tokens, Term::OtherOffer)
}

/// Whether the whole text is a way of saying "none" or "I don't know".
pub(crate) fn says_nothing(part: &Part<'_>) -> bool {
    is_all(&part.tokens, &[Term::None, Term::Unknown])
}

/// Whether the tokens are nothing but phrases of these meanings and filler.
fn is_all(tokens: &[Token], terms: &[Term]) -> bool {
    let mut at = 0;
    let mut any = false;
    while at < tokens.len() {
        let length = terms.iter().filter_map(|term| length_at(tokens, at, *term)).max();
        match length {
            Some(length) => {
                any = true;
                at += length;
            }
            None if matches!(tokens[at].kind, Kind::Mark('.' | ',' | '/') | Kind::Break) => at += 1,
            None if tokens[at].is(Term::SoftFiller) => at += 1,
            None => return false,
        }
    }
    any
}

/// A message being read.
struct Message<'a> {
    asked: Option<Field>,
    text: &'a str,
    draft: &'a OfferDraft,
    today: Date,
    claims: Vec<Sourced>,
    quotes: Vec<String>,
    /// What was read as a whole, with its words.
    readings: Vec<(Reading, String)>,
    problems: Vec<Problem>,
    /// Tokens that nothing understood.
    left: Vec<Token>,
}

impl<'a> Message<'a> {
    fn new(asked: Option<Field>, text: &'a str, draft: &'a OfferDraft, today: Date) -> Self {
        let (claims, quotes, readings, problems, left) = Default::default();
        Self { asked, text, draft, today, claims, quotes, readings, problems, left }
    }

    fn read(mut self, tokens: Vec<Token>, vests: bool) -> Reading {
        let mut before = None;
        for sentence in tokens.split_inclusive(ends_sentence) {
            before = self.sentence(sentence, before);
        }
        self.answer_asked(vests);
        self.outcome()
    }

    fn part(&self, tokens: &[Token]) -> Part<'a> {
        Part::new(self.text, tokens.to_vec())
    }

    /// Reads one sentence; what is left of it is kept.
    fn sentence(&mut self, tokens: &[Token], before: Option<Topic>) -> Option<Topic> {
        let sentence = Sentence {
            text: self.part(tokens).text().to_owned(),
            tokens: tokens.to_vec(),
            age: Age::Plain,
            quoted: false,
            listed: true,
            cells: Vec::new(),
        };
        let mut outcome = Outcome::of(tokens.len());
        self.others(tokens, &mut outcome);
        self.schedule(tokens, &mut outcome);
        self.days(tokens, &mut outcome);
        self.names(tokens, &mut outcome);
        self.terms(tokens, &mut outcome);
        let unreadable = self.unreadable(tokens, &outcome);
        let context = Context {
            voice: Voice::Message,
            asked: self.asked,
            today: self.today,
            foreign: false,
            before,
            named_before: None,
            year: None,
        };
        let mut last = None;
        match unreadable {
            Some(problem) => {
                self.problems.push(problem);
                let used = outcome.used.len();
                outcome.take(0, used);
            }
            None => {
                last = read_amounts(&sentence, context, &mut outcome);
                self.hold_against_words(tokens, &mut outcome);
            }
        }
        // "190k. no sorry 195k": what is said again stands.
        let age = if !self.quotes.is_empty() && has(tokens, Term::Correction) { Age::Revised } else { Age::Plain };
        let at = self.quotes.len();
        self.quotes.push(self.part(tokens).text().to_owned());
        let sourced = |claim| Sourced { claim, sentence: at, age };
        self.claims.extend(outcome.claims.drain(..).map(sourced));
        self.problems.append(&mut outcome.problems);
        let left = tokens.iter().zip(&outcome.used).filter(|(_, used)| !**used).map(|(token, _)| token.clone());
        self.left.extend(left);
        last
    }

    /// Why no amount of a sentence can be read.
    fn unreadable(&self, tokens: &[Token], outcome: &Outcome) -> Option<Problem> {
        let open: Vec<Token> =
            tokens.iter().zip(&outcome.used).filter(|(_, used)| !**used).map(|(token, _)| token.clone()).collect();
        let percent = |token: &Token| token.figure().is_some_and(|figure| figure.percent);
        let plain: Vec<Token> = open.iter().filter(|token| !percent(token)).cloned().collect();
        let amounts = open.iter().any(|token| token.figure().is_some_and(|figure| !figure.percent));
        // "180k + 10%": a part of an amount; "match 4%" and "25% a year" are something else.
        let added = (1..tokens.len()).any(|at| {
            tokens[at].figure().is_some_and(|figure| figure.percent)
                && (tokens[at - 1].is_mark('+') || tokens[at - 1].is(Term::Plus))
        });
        let vests = !added;
        let of = self.asked.and_then(amount_of).unwrap_or(Amount::Base);
        let part = self.part(if amounts && vests { &plain } else { &open });
        let wanted = self.asked.is_some_and(|field| amount_of(field).is_some()) || !labels(&open).is_empty();
        wanted.then(|| part.unreadable(of).map(|problem| requoted(problem, &self.part(tokens).quote()))).flatten()
    }

    /// Takes out what is said of other employers: the pieces between commas that name one, and those that go on.
    fn others(&mut self, tokens: &[Token], outcome: &mut Outcome) {
        for at in 0..tokens.len() {
            if let Some(length) = length_at(tokens, at, Term::NoOthers) {
                outcome.claims.push(Claim::Nothing(Field::Competing));
                outcome.take(at, at + length);
            }
        }
        if matches!(self.asked, Some(Field::LeftBehind)) {
            return;
        }
        let names = |piece: &[Token]| {
            piece.iter().any(is_employer) || (0..piece.len()).any(|at| length_at(piece, at, Term::OtherOffer).is_some())
        };
        let mut spans: Vec<(usize, usize)> = Vec::new();
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
                for at in start..end {
                    if is_employer(&tokens[at]) {
                        outcome.take(at, at + 1);
                    }
                }
            }
            if !left && outcome.used[start..end].iter().any(|used| !used) && (names(piece) || goes_on) {
                match spans.last_mut() {
                    Some(last) if last.1 == start => last.1 = end,
                    _ => spans.push((start, end)),
                }
            } else if spans.last().is_some_and(|last| last.1 == start) && names_pay(piece) {
                // "google 450k, base 210k": whose base?
                self.problems.push(Problem::Disputed(self.part(piece).quote()));
                outcome.take(start, end);
            }
            start = end;
        }
        for (from, until) in spans {
            let span = &tokens[from..until];
            let told = span.iter().any(|token| competing::is_firmness(token) || token.figure().is_some());
            if self.asked == Some(Field::WalkAway) && (!told || has(span, Term::NotMine)) {
                continue;
            }
            let part = self.part(&tokens[from..until]);
            let reading = competing::read_competing(&part, self.today);
            self.readings.push((reading, part.quote()));
            outcome.take(from, until);
        }
    }

    /// Takes out "5/15/40/40": parts of the grant that make a whole.
    fn schedule(&mut self, tokens: &[Token], outcome: &mut Outcome) {
        let Some((from, until)) = (0..tokens.len())
            .filter(|at| !outcome.used[*at])
            .find_map(|at| super::amounts::schedule_around(tokens, at))
        else {
            return;
        };
        let part = self.part(&tokens[from..until]);
        match vesting::read_vesting(&part).answers.pop() {
            Some(Answer::Vesting(schedule)) => outcome.claims.push(Claim::Vesting(schedule)),
            _ => self.problems.extend(vesting::read_vesting(&part).problems),
        }
        outcome.take(from, until);
    }

    /// Takes out the days that say what they are for.
    fn days(&mut self, tokens: &[Token], outcome: &mut Outcome) {
        for said in deadlines::in_message(tokens, &outcome.used, self.today) {
            let part = self.part(&tokens[said.from..said.until]);
            match deadlines::judged(said.field, &part, self.today) {
                Ok(claim) => outcome.claims.push(claim),
                Err(problem) => self.problems.push(problem),
            }
            outcome.take(said.from, said.until);
        }
    }

    /// Takes out levels and places that are their own name.
    fn names(&self, tokens: &[Token], outcome: &mut Outcome) {
        let mut at = 0;
        while at < tokens.len() {
            if outcome.used[at] {
                at += 1;
                continue;
            }
            if let Some((number, length)) = level::level_at(tokens, at) {
                // "L6 not L7".
                if level::is_former(tokens, at) || at > 0 && tokens[at - 1].is(Term::Negation) {
                    outcome.take(at - 1, at + length);
                    at += length;
                    continue;
                }
                outcome.claims.push(Claim::Level(number));
                let (from, until) = level::title_around(tokens, at, at + length);
                let title = self.part(&tokens[from..until]);
                outcome.claims.extend(Role::of_text(title.text()).map(|named| Claim::Role(named.role)));
                outcome.take(from, until);
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
                outcome.claims.push(Claim::Role(role));
                outcome.claims.extend(level.map(Claim::Title));
                outcome.take(from, until);
                at = until;
                continue;
            }
            let place =
                (self.asked != Some(Field::Location)).then(|| place::in_message(self.text, tokens, at)).flatten();
            if let Some((length, place)) = place {
                outcome.claims.push(Claim::Place(place));
                outcome.take(at, at + length);
                at += length;
                continue;
            }
            at += 1;
        }
    }

    /// Takes out how the sign-on is paid and whether the offer is in writing, where they are named.
    fn terms(&mut self, tokens: &[Token], outcome: &mut Outcome) {
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
            let monthly_amount =
                (0..piece.len()).any(|at| piece[at].figure().is_some() && super::amounts::period(piece, at).is_some());
            let of_base = labels(piece).iter().any(|label| label.topic == Topic::Base);
            if named(Term::TermsLabel) && !monthly_amount && !of_base && self.asked != Some(Field::SignOnTerms) {
                let claims =
                    if told { Vec::new() } else { terms::read_terms(if amounts { piece } else { &whole }, true) };
                told = !amounts;
                // "90k upfront, 70k after a year" says years, not terms.
                let lump_alone = claims == [Claim::Payment(crate::offer::Payment::LumpSum)]
                    && piece.iter().any(|token| token.figure().is_some());
                if !lump_alone {
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
                match written::answered(piece) {
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
    fn hold_against_words(&mut self, tokens: &[Token], outcome: &mut Outcome) {
        let mut start = 0;
        for piece in tokens.split_inclusive(|token| token.is_mark(',')) {
            let end = start + piece.len();
            let topics: Vec<Topic> = labels(piece).iter().map(|label| label.topic).collect();
            let amounts = (start..end).any(|at| outcome.used[at] && tokens[at].figure().is_some());
            let open: Vec<Token> = (start..end).filter(|at| !outcome.used[*at]).map(|at| tokens[at].clone()).collect();
            start = end;
            if !amounts {
                // "90k in year 1, nothing in year 2".
                let years = super::ties::names_year(piece)
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
            match self.part(&open).beside(&known) {
                Beside::Clean => outcome.take(end - piece.len(), end),
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

    /// What is left answers what was asked, where nothing that names itself did.
    fn answer_asked(&mut self, vests: bool) {
        let Some(field) = self.asked else { return };
        let answered = self.claims.iter().any(|sourced| field_of(&sourced.claim) == Some(field))
            || (field == Field::Vesting && vests);
        if answered {
            return;
        }
        let understood = !self.claims.is_empty() || !self.readings.is_empty() || vests;
        let left: Vec<Token> = self.left.clone();
        let part = self.part(&left);
        let written = field == Field::Written && (has(&left, Term::Yes) || has(&left, Term::No));
        if !written && !says_something(&left) && (understood || !self.problems.is_empty()) {
            return;
        }
        let reading = match read_bare(field, &part, self.draft, self.today) {
            Some(reading) => reading,
            None => return,
        };
        let read = !reading.answers.is_empty() || reading.doubt.is_some();
        if !read && (understood || !self.problems.is_empty()) {
            return;
        }
        self.left.clear();
        let quote = part.quote();
        self.readings.push((reading, quote));
    }

    /// All of it together: answers, the one doubt that can be asked, and what was not understood, once.
    fn outcome(self) -> Reading {
        let totals: Vec<(crate::money::Money, usize)> = self
            .claims
            .iter()
            .filter_map(|sourced| match sourced.claim {
                Claim::Total(amount) => Some((amount, sourced.sentence)),
                _ => None,
            })
            .collect();
        let base_told =
            self.claims.iter().any(|sourced| matches!(sourced.claim, Claim::Base(_) | Claim::BaseOfPeriod { .. }));
        let Weighed { found, doubts, problems, .. } =
            Weighing::new(self.claims, &self.quotes, Voice::Message, self.draft.level, self.today)
                .after(self.draft.sign_on, self.draft.grant)
                .weigh();
        let mut reading =
            Reading { answers: found.into_iter().map(|found| found.answer).collect(), ..Reading::default() };
        for (reading_of, part) in self.readings {
            reading = reading.merge(reading_of, &part);
        }
        for (doubt, words) in doubts {
            reading = reading.merge(Reading::open(doubt), &quote(&words));
        }
        if let Some((amount, _)) = totals.first()
            && self.asked == Some(Field::Base)
            && !base_told
        {
            reading = reading.merge(Reading::open(Doubt::TotalOrBase { amount: *amount }), &amount.to_string());
        } else if let Some((_, at)) = totals.first() {
            reading.problems.push(Problem::TotalLeftOut(quote(&self.quotes[*at])));
        }
        reading.problems.extend(problems);
        reading.problems.extend(self.problems);
        let words = left_words(self.text, &self.left);
        if let Some(words) = words {
            let understood = !reading.answers.is_empty() || reading.doubt.is_some();
            if understood {
                reading.problems.push(Problem::LeftOut(words));
            } else if reading.problems.is_empty() {
                reading.problems.push(Problem::Unplaced(words));
            }
        }
        reading.problems.dedup();
        if reading == Reading::default() {
            reading.problems.push(Problem::Unplaced(quote(self.text)));
        }
        reading
    }
}

/// The words that are left and say something, for one sentence.
fn left_words(text: &str, left: &[Token]) -> Option<String> {
    let said: Vec<&Token> = left
        .iter()
        .filter(|token| match token.kind {
            Kind::Word => !token.is(Term::Filler) && !token.is(Term::SoftFiller),
            Kind::Mark(_) | Kind::Break => false,
            _ => true,
        })
        .take(40)
        .collect();
    let words: Vec<&str> = said.iter().filter_map(|token| text.get(token.start..token.end)).collect();
    (!words.is_empty()).then(|| quote(&words.join(" ")))
}

/// Words that may stand beside an amount of any field.
const KNOWN_BESIDE: [Term; 26] = [
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
fn take_known(piece: &[Token], start: usize, outcome: &mut Outcome) {
    take_words(piece, start, &KNOWN_BESIDE, outcome);
}

fn take_words(piece: &[Token], start: usize, terms: &[Term], outcome: &mut Outcome) {
    for at in 0..piece.len() {
        let length = terms.iter().filter_map(|term| length_at(piece, at, *term)).max().unwrap_or(0);
        outcome.take(start + at, start + at + length);
        if piece[at].is(Term::Filler) || matches!(piece[at].kind, Kind::Mark(_)) {
            outcome.take(start + at, start + at + 1);
        }
    }
}

fn ends_sentence(token: &Token) -> bool {
    token.kind == Kind::Break || token.is_mark_of(&[';', '.', '?'])
}

/// "verbal", "450k a year": what can only go on about the employer before it.
fn continues_other(piece: &[Token]) -> bool {
    let figures = piece.iter().filter(|token| token.figure().is_some()).count();
    let firm = piece.iter().any(competing::is_firmness) && piece.len() <= 5;
    let a_year = figures == 1 && (has(piece, Term::Yearly) || has(piece, Term::Year) || has(piece, Term::Total));
    let due = (0..piece.len()).any(|at| piece[at].is(Term::Deadline)) && !has(piece, Term::Start);
    let of_mine = labels(piece).iter().any(|label| matches!(label.topic, Topic::WalkAway | Topic::LeftBehind));
    (firm || a_year || due) && !names_pay(piece) && !of_mine
}

fn names_pay(piece: &[Token]) -> bool {
    let pay = |topic| matches!(topic, Topic::Base | Topic::SignOn | Topic::Grant);
    labels(piece).iter().any(|label| pay(label.topic))
        || (0..piece.len()).any(|at| level::level_at(piece, at).is_some())
}

/// The field that a claim answers.
fn field_of(claim: &Claim) -> Option<Field> {
    Some(match claim {
        Claim::Level(_) | Claim::Title(_) => Field::Level,
        Claim::Place(_) => Field::Location,
        Claim::Base(_) | Claim::BaseOfPeriod { .. } => Field::Base,
        Claim::SignOn { .. }
        | Claim::SignOnTotal(_)
        | Claim::SignOnOfMonths { .. }
        | Claim::SignOnAtStart(_)
        | Claim::SignOnEach(_)
        | Claim::NoSignOn => Field::SignOn,
        Claim::Shares(_) | Claim::GrantValue(_) | Claim::GrantPerYear(_) | Claim::NoGrant | Claim::SharePrice(_) => {
            Field::Grant
        }
        Claim::Vesting(_) => Field::Vesting,
        Claim::Start(_) => Field::StartDate,
        Claim::ReplyBy(_) => Field::ReplyBy,
        Claim::Payment(_) | Claim::Repayment(_) => Field::SignOnTerms,
        Claim::Written(_) => Field::Written,
        Claim::LeftBehind(_) => Field::LeftBehind,
        Claim::WalkAway { .. } => Field::WalkAway,
        Claim::Competing(_) => Field::Competing,
        Claim::Nothing(field) => *field,
        Claim::Role(_) => Field::Role,
        Claim::PricedOn(_) | Claim::Total(_) | Claim::Posted(..) => return None,
    })
}

fn is_of_amount(claim: &Claim) -> bool {
    field_of(claim).is_some_and(|field| field.kind() == FieldKind::Dollars)
        || matches!(claim, Claim::PricedOn(_) | Claim::Total(_))
}

fn amount_of(field: Field) -> Option<Amount> {
    match field {
        Field::Base => Some(Amount::Base),
        Field::SignOn => Some(Amount::SignOn),
        Field::Grant => Some(Amount::Grant),
        Field::LeftBehind => Some(Amount::Sum(Field::LeftBehind)),
        Field::WalkAway => Some(Amount::WalkAway),
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

fn amount_of_topic(topic: Topic) -> Option<Amount> {
    match topic {
        Topic::Base => Some(Amount::Base),
        Topic::SignOn => Some(Amount::SignOn),
        Topic::Grant | Topic::Price => Some(Amount::Grant),
        Topic::LeftBehind => Some(Amount::Sum(Field::LeftBehind)),
        Topic::WalkAway => Some(Amount::WalkAway),
        Topic::Bonus
        | Topic::Total
        | Topic::Relocation
        | Topic::OtherStock
        | Topic::Benefit
        | Topic::OtherOffer
        | Topic::Mine
        | Topic::Posted => None,
    }
}

/// The problem with the words of the whole sentence.
fn requoted(problem: Problem, quote: &str) -> Problem {
    let quote = quote.to_owned();
    match problem {
        Problem::Amount(amount, AmountProblem::Foreign(_)) => Problem::Amount(amount, AmountProblem::Foreign(quote)),
        other => other,
    }
}

/// A bare value as the answer to a question; none where the amounts were read and came to nothing.
fn read_bare(field: Field, part: &Part<'_>, draft: &OfferDraft, today: Date) -> Option<Reading> {
    let missing = |amount| Reading::refused(Problem::Amount(amount, AmountProblem::Missing(part.quote())));
    let several = part.amounts().len() > 1;
    Some(match field {
        Field::Level => level::read_level(part),
        Field::Role => level::read_role(part),
        Field::Location => place::read_place(part),
        Field::Currency => read_currency(part),
        Field::Written if part.has(Term::Unknown) => Reading::refused(Problem::Written(part.quote())),
        Field::Written => match written::answered(&part.tokens) {
            Some(written) => Reading::of(Answer::Written(written)),
            None => Reading::refused(Problem::Written(part.quote())),
        },
        Field::StartDate | Field::ReplyBy => match deadlines::judged(field, part, today) {
            Ok(Claim::Start(day)) => Reading::of(Answer::StartDate(day)),
            Ok(Claim::ReplyBy(day)) => Reading::of(Answer::ReplyBy(day)),
            Ok(_) => return None,
            Err(problem) => Reading::from(problem),
        },
        Field::SignOnTerms => read_terms(part),
        Field::Vesting => vesting::read_vesting(part),
        Field::Competing => competing::read_competing(part, today),
        Field::SignOn if says_none_of(part, Term::SignOn) => {
            Reading::of(Answer::SignOn(crate::offer::SignOn::default()))
        }
        Field::Grant if says_none_of(part, Term::Grant) => super::grant::judged(
            crate::offer::Grant::Dollars(crate::money::Money::ZERO),
            crate::money::Money::ZERO,
            draft.level,
        ),
        Field::SignOn if several => Reading::refused(SignOnProblem::Range(part.quote())),
        Field::SignOn => Reading::refused(SignOnProblem::Missing(part.quote())),
        Field::Grant => Reading::refused(GrantProblem::Missing(part.quote())),
        Field::Base | Field::LeftBehind | Field::WalkAway => {
            let amount = amount_of(field)?;
            if several {
                Reading::refused(Problem::Amount(amount, AmountProblem::Several(part.quote())))
            } else {
                missing(amount)
            }
        }
    })
}

fn read_currency(part: &Part<'_>) -> Reading {
    Currency::of_text(part.text()).map_or_else(
        || Reading::refused(Problem::Currency(part.quote())),
        |currency| Reading::of(Answer::Currency(currency)),
    )
}

/// "none", "no sign on", "zero": there is none of it.
fn says_none_of(part: &Part<'_>, name: Term) -> bool {
    if part.has(Term::Yet) || part.has(Term::Unknown) {
        return false;
    }
    let no_figure = part.amounts().iter().all(|(_, figure)| figure.value.is_zero());
    no_figure
        && is_all(&part.tokens, &[Term::PlainNone, name, Term::NoSignOn, Term::NoGrant])
        && (has(&part.tokens, Term::PlainNone) || has(&part.tokens, Term::NoSignOn) || has(&part.tokens, Term::NoGrant))
}

/// How the sign-on is paid and repaid, as the answer to that question.
fn read_terms(part: &Part<'_>) -> Reading {
    if part.has(Term::Unknown) {
        return Reading::of(Answer::Nothing(Field::SignOnTerms));
    }
    let claims = terms::read_terms(&part.tokens, true);
    let sourced = claims.into_iter().map(|claim| Sourced { claim, sentence: 0, age: Age::Plain }).collect();
    let quotes = [part.text().to_owned()];
    let today = Date::constant(2000, 1, 1);
    let weighed = Weighing::new(sourced, &quotes, Voice::Message, None, today).weigh();
    let answers: Vec<Answer> = weighed.found.into_iter().map(|found| found.answer).collect();
    if answers.is_empty() && weighed.problems.is_empty() {
        return Reading::refused(TermsProblem::Missing(part.quote()));
    }
    Reading { answers, doubt: None, problems: weighed.problems }
}
