//! The words that say what a day is for: the start, the last day to answer, or neither.
//!
//! Owns whose day it is: another's paper, errand or answer gives no day here. Must not know how a day is written.

use super::{Term, Token, dates, has, length_at};
use jiff::civil::Date;

/// What a day beside a cue is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Start,
    Reply,
}

/// Words that say what a day is for, and where they stand.
#[derive(Clone, Copy)]
pub(super) struct Cue {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// How many words before a cue say whose it is.
const BEFORE: usize = 4;

/// What is known of the words around those that are read.
#[derive(Clone, Copy)]
pub(super) struct Told {
    /// The sentence before was about the day to answer by.
    pub(super) goes_on: bool,
    /// It is a message about an offer: "due" alone is the offer's.
    pub(super) of_offer: bool,
}

/// The cues of a message or a sentence of a letter.
pub(super) fn cues(tokens: &[Token], told: Told, today: Date) -> Vec<Cue> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        // "Sign-on": its "sign" asks for nothing.
        // "joining January 25" is a start; "joining bonus" is none.
        let of_sign_on =
            length_at(tokens, at, Term::SignOn).filter(|length| *length > 1 || !tokens[at].is(Term::Start));
        if let Some(length) = of_sign_on {
            at += length;
            continue;
        }
        let cue = reply_at(tokens, at, told, today)
            .map(|length| (length, Kind::Reply))
            .or_else(|| start_at(tokens, at, today).map(|length| (length, Kind::Start)));
        if let Some((length, kind)) = cue {
            found.push(Cue { start: at, end: at + length, kind });
            at += length;
        } else {
            at += 1;
        }
    }
    found
}

/// The words from `at` on that ask for the answer.
fn reply_at(tokens: &[Token], at: usize, told: Told, today: Date) -> Option<usize> {
    let clause = clause_before(tokens, at, BEFORE);
    let named = || {
        length_at(tokens, at, Term::Reply)
            .or_else(|| length_at(tokens, at, Term::Due).filter(|_| told.of_offer || is_of_answer(tokens, at)))
            .or_else(|| {
                length_at(tokens, at, Term::ExpiryMark).filter(|length| day_follows(tokens, at + length, today))
            })
            .or_else(|| length_at(tokens, at, Term::StandsFor).filter(|length| counted(tokens, at + length)))
            .or_else(|| length_at(tokens, at, Term::BestCan).filter(|_| told.goes_on))
            .or_else(|| length_at(tokens, at, Term::Until).filter(|length| leads_to_answer(&tokens[at + length..])))
    };
    // "The role is open until March 1".
    let of_posting = tokens[at].is(Term::OpenWord) && clause.iter().any(|token| token.is(Term::JobNoun));
    let others = |length: usize| {
        of_posting
            || clause.iter().any(|token| token.is(Term::OtherPaper))
            || is_of_task(clause)
            || is_for_task(&tokens[at + length..])
            || is_theirs(tokens, at) && !holds(&tokens[at..at + length])
            || is_of_thing(tokens, at)
            || ends_in_task(&tokens[at + length..], tokens[at + length - 1].is(Term::Until))
            || has(clause, Term::Present)
    };
    // "Please get back to me within 48 hours."
    let within = || length_at(tokens, at, Term::DayLimit).filter(|length| counted(tokens, at + length));
    // "By the day before Dec 8": that is counted from the day.
    let spans = at > 0 && [Term::DayUnit, Term::WeekUnit, Term::HourUnit].iter().any(|term| tokens[at - 1].is(*term));
    let asked = || !spans && !has(clause_before(tokens, at, 8), Term::Present) && asks_answer(&tokens[..at], tokens);
    let by = || asked().then(|| length_at(tokens, at, Term::By).or_else(within)).flatten();
    named().filter(|length| !others(*length)).or_else(by)
}

/// The words from `at` on that speak of the first day.
fn start_at(tokens: &[Token], at: usize, today: Date) -> Option<usize> {
    // "In the Austin office beginning Monday, February 1".
    let begins = || length_at(tokens, at, Term::StartsVerb).filter(|length| day_follows(tokens, at + length, today));
    let length = length_at(tokens, at, Term::Start).or_else(begins)?;
    let clause = clause_before(tokens, at, BEFORE);
    // "My vacation starts", "lease start date".
    let other = (0..clause.len()).any(|at| length_at(clause, at, Term::StartsToo).is_some());
    // "The summer term begins": a thing that begins must be the job.
    let verb = length == 1 && tokens[at].is(Term::StartsVerb);
    let subject = clause.iter().rev().find(|token| !token.is(Term::WillAct));
    let unknown = verb && subject.is_some_and(|token| !token.is(Term::StartSubject));
    // "Onboarding paperwork is due Jan 4".
    // "First day of vesting".
    let of = usize::from(tokens.get(at + length).is_some_and(|next| next.is(Term::Of)));
    let next = tokens.get(at + length + of);
    let task = next.is_some_and(|next| {
        next.is(Term::OtherTask) || next.is(Term::StartThing) || of > 0 && next.is(Term::StartsToo)
    });
    // "I asked to start on Feb 8", "whether Jan 11 works as a start date".
    let wished = has(clause_before(tokens, at, BEFORE + 3), Term::MyWish);
    // "If you start before Jan 15".
    let mut before = clause.iter().rev().skip_while(|token| token.is(Term::Person) || token.is(Term::The));
    let supposed = before.next().is_some_and(|token| token.is(Term::Supposed));
    (!other && !unknown && !task && !wished && !supposed).then_some(length)
}

/// Up to `most` words of the clause before `at`.
fn clause_before(tokens: &[Token], at: usize, most: usize) -> &[Token] {
    let parts = |token: &Token| matches!(token.kind, super::TokenKind::Mark(_) | super::TokenKind::Break);
    let floor = at.saturating_sub(most);
    let from = tokens[floor..at].iter().rposition(parts).map_or(floor, |last| floor + last + 1);
    &tokens[from..at]
}

/// "Your I-9 documents are", "bonus payout": a cue behind this is of that errand.
fn is_of_task(clause: &[Token]) -> bool {
    let last = (0..clause.len()).rev().find(|at| length_at(clause, *at, Term::OtherTask).is_some());
    last.is_some_and(|last| {
        !clause[last + 1..].iter().any(|token| token.is(Term::Joiner) || token.is(Term::AnswerNoun))
    })
}

/// "Deadline for the relocation form": what the cue is for.
fn is_for_task(behind: &[Token]) -> bool {
    let led = behind.first().is_some_and(|token| token.is(Term::TaskLead));
    led && behind
        .iter()
        .take(5)
        .take_while(|token| token.kind == super::TokenKind::Word)
        .any(|token| token.is(Term::OtherTask) || token.is(Term::OtherPaper))
}

/// "We'll hold the spot open for you until": what they do is for the answer.
fn holds(cue: &[Token]) -> bool {
    cue.len() > 1 && cue.iter().any(|token| token.is(Term::OpenWord) || token.is(Term::JobNoun))
}

/// "The link expires", "the portal is open through": what lasts until then is no offer.
fn is_of_thing(tokens: &[Token], at: usize) -> bool {
    let lasts = tokens[at].is(Term::Lasts) || tokens[at].is(Term::OpenWord);
    let clause = clause_before(tokens, at, 8);
    let own = |token: &Token| {
        [
            Term::OfferWord,
            Term::AnswerNoun,
            Term::StartSubject,
            Term::Addressed,
            Term::Person,
            Term::Extends,
            Term::Deadline,
        ]
        .iter()
        .any(|term| token.is(*term))
    };
    let led = clause.iter().any(|token| token.is(Term::The));
    lasts && led && !clause.iter().any(own)
}

/// "Until December 5 to renew my lease", "by December 2 about relocation": what the time is for stands behind the day.
fn ends_in_task(behind: &[Token], until: bool) -> bool {
    let parts = |token: &&Token| !token.is_mark_of(&[',', '.', ';', '(']);
    let behind: Vec<&Token> = behind.iter().take(12).take_while(parts).collect();
    let leads = |token: &&Token| token.is(Term::TaskLead) && (until || !token.is(Term::To));
    let Some(lead) = behind.iter().position(leads).filter(|lead| *lead > 0) else { return false };
    let rest = &behind[lead + 1..];
    // "By December 4 for the sign-on bonus": that comes with the answer.
    rest.iter().any(|token| token.is(Term::OtherTask) && !token.is(Term::Payment) || token.is(Term::OtherPaper))
        && !rest.iter().any(|token| token.is(Term::AsksAnswer) || token.is(Term::AnswerNoun))
}

/// "Answer due", "the offer is due": an invoice is due as well.
fn is_of_answer(tokens: &[Token], at: usize) -> bool {
    tokens[at.saturating_sub(6)..at].iter().any(|token| token.is(Term::AnswerNoun))
}

/// Whether a day follows, behind marks and its name: "exp. 12/8", "beginning Monday, February 1", not "7 yrs exp".
fn day_follows(tokens: &[Token], from: usize, today: Date) -> bool {
    let leads = |token: &&Token| token.is_mark_of(&[':', '.', ',']) || dates::weekday(&token.word).is_some();
    let marks = tokens[from..].iter().take_while(leads).count();
    let behind: Vec<&Token> = tokens[from + marks..].iter().take(6).collect();
    matches!(dates::calendar_day(&behind, today), Ok(Some(_)))
}

/// Whether a span of time follows: "10 calendar days".
fn counted(tokens: &[Token], from: usize) -> bool {
    let number = tokens
        .get(from)
        .is_some_and(|token| token.figure().is_some() || token.is(Term::NumberOne) || dates::number(token).is_some());
    let mut behind = tokens.iter().skip(from + 1).take(3);
    number && behind.any(|token| token.is(Term::DayUnit) || token.is(Term::WeekUnit) || token.is(Term::HourUnit))
}

/// "Until close of business on December 9 to accept", "until Dec 11 for my answer".
fn leads_to_answer(behind: &[Token]) -> bool {
    let to = behind.windows(2).take(16).any(|pair| pair[0].is(Term::To) && pair[1].is(Term::AsksAnswer));
    let mine = |run: &[Token]| run[0].is(Term::TaskLead) && run[1].is(Term::The) && run[2].is(Term::AnswerNoun);
    to || behind.windows(3).take(16).any(mine)
}

/// Whether the words before a "by" ask for the answer, and nothing there speaks of other errands.
fn asks_answer(before: &[Token], sentence: &[Token]) -> bool {
    let near = before.len().saturating_sub(10);
    let named = (near..before.len()).any(|at| {
        let of_sign_on = at > 0 && length_at(before, at - 1, Term::SignOn).is_some()
            || length_at(before, at, Term::SignOn).is_some();
        // "Accept the stock grant in the portal by March 1".
        let of_award = before[at + 1..].iter().take(3).any(|token| token.is(Term::AcceptedToo));
        length_at(before, at, Term::AsksAnswer).is_some() && !of_sign_on && !of_award && !is_theirs(before, at)
    });
    let theirs = (near..before.len()).any(|at| before[at].is(Term::AsksAnswer) && is_theirs(before, at));
    named && !theirs && !has(&sentence[..sentence.len().min(60)], Term::Errand)
}

/// Whether a day to answer by is that of the recruiter: "they will respond by Dec 4".
pub(super) fn is_recruiters(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| {
        let theirs = tokens[..at].iter().any(|token| token.is(Term::TheyAnswer));
        theirs && length_at(tokens, at, Term::AsksAnswer).is_some() && is_theirs(tokens, at)
    })
}

/// "We will respond", "HR promised to get back", "you will hear back": an answer that is not the one who got the offer's.
fn is_theirs(tokens: &[Token], at: usize) -> bool {
    let clause = clause_before(tokens, at, 6);
    let glue = clause.iter().rev().take_while(|token| token.is(Term::AnswerGlue)).count();
    let hears =
        tokens[at].is(Term::HearsBack) || clause[clause.len() - glue..].iter().any(|token| token.is(Term::HearsBack));
    let clause = &clause[..clause.len() - glue];
    if tokens[at].is(Term::Needs) || clause.is_empty() {
        return false;
    }
    // "She'll".
    let contracted = clause.last().is_some_and(|token| token.is(Term::TheyWill));
    let aux = (0..clause.len())
        .rev()
        .find(|from| length_at(clause, *from, Term::WillAct).is_some_and(|length| from + length == clause.len()));
    // "This offer will be open until December 9".
    let mine = |token: &Token| token.is(Term::Addressed) && !hears || token.is(Term::OfferWord);
    contracted || aux.is_some_and(|aux| aux > 0 && !mine(&clause[aux - 1]))
}
