//! What a bare value is at the question that is open.

use crate::offer::{Grant, Payment, SignOn};

use super::{
    Age, Amount, AmountProblem, Answer, Claim, Currency, Date, DayProblem, Doubt, Field, FieldKind, GrantProblem,
    OfferDraft, Part, Problem, Reading, SignOnProblem, Sourced, Term, TermsProblem, Topic, Voice, Weighing, competing,
    dates, deadlines, has, is_all, level, place, terms, vesting, written,
};

/// The field that a claim answers.
pub(super) fn field_of(claim: &Claim) -> Option<Field> {
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

pub(super) fn is_of_amount(claim: &Claim) -> bool {
    field_of(claim).is_some_and(|field| field.kind() == FieldKind::Dollars)
        || matches!(claim, Claim::PricedOn(_) | Claim::Total(_))
}

pub(super) fn amount_of(field: Field) -> Option<Amount> {
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

pub(super) fn amount_of_topic(topic: Topic) -> Option<Amount> {
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
pub(super) fn requoted(problem: Problem, quote: &str) -> Problem {
    let quote = quote.to_owned();
    match problem {
        Problem::Amount(amount, AmountProblem::Foreign(_)) => Problem::Amount(amount, AmountProblem::Foreign(quote)),
        other => other,
    }
}

/// "198, 85/65, 430k": all pay of a known offer in its order, each near to what it was, where nothing is named.
pub(super) fn listed(asked: Option<Field>, part: &Part<'_>, draft: &OfferDraft) -> Option<Reading> {
    let (None, Some(base), Some(sign_on), Some(Grant::Dollars(grant))) =
        (asked, draft.base, draft.sign_on, draft.grant)
    else {
        return None;
    };
    let tokens = &part.tokens;
    let figures: Vec<usize> = (0..tokens.len()).filter(|at| tokens[*at].figure().is_some()).collect();
    let [one, two, three, four] = figures[..] else { return None };
    let apart = |from: usize, to: usize| tokens[from + 1..to].iter().all(|token| token.is_mark(','));
    let in_order = apart(one, two) && three == two + 2 && tokens[two + 1].is_mark('/') && apart(three, four);
    let whose = [Term::MyJob, Term::Wish, Term::Hearsay, Term::NotMine].into_iter().any(|term| has(tokens, term));
    if !in_order
        || whose
        || tokens.iter().any(crate::reading::ties::is_employer)
        || !crate::reading::ties::labels(tokens).is_empty()
    {
        return None;
    }
    let told = [(one, base), (two, sign_on.year_1), (three, sign_on.year_2), (four, grant)].map(|(at, known)| {
        let value = crate::reading::amounts::in_thousands(tokens[at].figure()?);
        (value <= known * 2 && known <= value * 2).then_some(value)
    });
    let [Some(base), Some(year_1), Some(year_2), Some(grant)] = told else { return None };
    let answers =
        vec![Answer::Base(base), Answer::SignOn(SignOn { year_1, year_2 }), Answer::Grant(Grant::Dollars(grant))];
    Some(Reading { answers, ..Reading::default() })
}

/// A bare value as the answer to a question; none where the amounts were read and came to nothing.
pub(super) fn read_bare(field: Field, part: &Part<'_>, draft: &OfferDraft, today: Date) -> Option<Reading> {
    let missing = |amount| Reading::refused(Problem::Amount(amount, AmountProblem::Missing(part.quote())));
    let several = part.amounts().len() > 1;
    Some(match field {
        Field::Level => level::read_level(part),
        Field::Role => level::read_role(part),
        Field::Location => place::read_place(part),
        Field::Currency => read_currency(part),
        Field::Written if part.has(Term::Unknown) && !part.has(Term::Verbal) => {
            Reading::refused(Problem::Written(part.quote()))
        }
        Field::Written if is_of_something_else(part) => Reading::refused(Problem::Written(part.quote())),
        Field::Written => match written::answered(&part.tokens) {
            Some(written) => Reading::of(Answer::Written(written)),
            None => Reading::refused(Problem::Written(part.quote())),
        },
        Field::ReplyBy if part.has(Term::NoDeadline) && !part.has(Term::By) => {
            Reading::of(Answer::Nothing(Field::ReplyBy))
        }
        // "They gave me a week", "cob wed": words of a deadline are not of the first day.
        Field::StartDate if part.has(Term::ToAnswer) && !part.has(Term::Start) => {
            Reading::refused(DayProblem::Unclear(part.quote()))
        }
        Field::StartDate if told_behind(part).is_some() => read_bare(field, &told_behind(part)?, draft, today)?,
        Field::StartDate | Field::ReplyBy => match deadlines::judged(field, part, draft.currency, today) {
            Ok(Claim::Start(day)) => Reading::of(Answer::StartDate(day)),
            Ok(Claim::ReplyBy(day)) => Reading::of(Answer::ReplyBy(day)),
            Ok(_) => return None,
            Err(problem) => Reading::from(problem),
        },
        Field::SignOnTerms => read_terms(part),
        Field::Vesting => vesting::read_vesting(part),
        Field::Competing => competing::read_answered(part, today),
        Field::SignOn if says_none_of(part, Term::SignOn) => {
            Reading::of(Answer::SignOn(crate::offer::SignOn::default()))
        }
        Field::Grant if says_none_of(part, Term::Grant) => crate::reading::grant::judged(
            crate::offer::Grant::Dollars(crate::money::Money::ZERO),
            crate::money::Money::ZERO,
            draft.level,
        ),
        Field::SignOn if several => Reading::refused(SignOnProblem::Range(part.quote())),
        Field::SignOn => Reading::refused(SignOnProblem::Missing(part.quote())),
        // "400-500k".
        Field::Grant if several => Reading::refused(Problem::Amount(Amount::Grant, AmountProblem::Vague(part.quote()))),
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

/// "I can start whenever but they want jan 4": what stands behind "but", where nothing before it may be a day.
fn told_behind<'a>(part: &Part<'a>) -> Option<Part<'a>> {
    let turn = part.tokens.iter().position(|token| token.is(Term::Turns))?;
    let day = part.tokens[..turn].iter().any(dates::dates_something);
    let behind = part.tokens.get(turn + 1..).filter(|behind| !behind.is_empty() && !day)?;
    Some(Part::new(part.source, behind.to_vec()))
}

pub(super) fn read_currency(part: &Part<'_>) -> Reading {
    Currency::of_text(part.text()).map_or_else(
        || Reading::refused(Problem::Currency(part.quote())),
        |currency| Reading::of(Answer::Currency(currency)),
    )
}

/// "no deadline, they said take your time": a no that is about another thing than the letter.
fn is_of_something_else(part: &Part<'_>) -> bool {
    let of_writing = [Term::Written, Term::Verbal, Term::Letter, Term::NotWritten, Term::WrittenLabel];
    let named = !crate::reading::ties::labels(&part.tokens).is_empty()
        || [Term::Deadline, Term::Reply, Term::NoDeadline, Term::Start].into_iter().any(|term| part.has(term));
    named && !of_writing.into_iter().any(|term| part.has(term))
}

/// "none", "no sign on", "zero": there is none of it.
pub(super) fn says_none_of(part: &Part<'_>, name: Term) -> bool {
    if part.has(Term::Yet) || part.has(Term::Unknown) {
        return false;
    }
    let no_figure = part.amounts().iter().all(|(_, figure)| figure.value.is_zero());
    no_figure
        && is_all(&part.tokens, &[Term::PlainNone, name, Term::NoSignOn, Term::NoGrant])
        && (has(&part.tokens, Term::PlainNone) || has(&part.tokens, Term::NoSignOn) || has(&part.tokens, Term::NoGrant))
}

/// How the sign-on is paid and repaid, as the answer to that question.
pub(super) fn read_terms(part: &Part<'_>) -> Reading {
    if part.has(Term::Unknown) {
        return Reading::of(Answer::Nothing(Field::SignOnTerms));
    }
    let claims = terms::read_terms(&part.tokens, true);
    let two_ways =
        terms::repaid_in_two_ways(&part.tokens).then(|| Problem::from(TermsProblem::TwoRepayments(part.quote())));
    // One half is kept, and the other one asked for.
    match claims[..] {
        [Claim::Payment(Payment::LumpSum)] => return Reading::open(Doubt::LumpSumRepaid).noting(two_ways),
        [Claim::Repayment(repayment)] => return Reading::open(Doubt::SignOnPaid { repayment }),
        [] if let Some(problem) = two_ways => return Reading::from(problem),
        _ => {}
    }
    let sourced = claims.into_iter().map(|claim| Sourced { claim, sentence: 0, age: Age::Plain }).collect();
    let quotes = [part.text().to_owned()];
    let today = Date::constant(2000, 1, 1);
    let weighed = Weighing::new(sourced, &quotes, Voice::Message, None, today).weigh();
    let answers: Vec<Answer> = weighed.found.into_iter().map(|found| found.answer).collect();
    if answers.is_empty() && weighed.problems.is_empty() {
        return Reading::refused(TermsProblem::Missing(part.quote()));
    }
    Reading { answers, problems: weighed.problems, ..Reading::default() }
}
