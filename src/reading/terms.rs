//! How the sign-on is paid and what is owed back of it: two things, in every wording.

use super::claim::Claim;
use super::lexicon::Term;
use super::phrases::{find, has, length_at};
use super::tokens::{Kind, Token};
use crate::money::Money;
use crate::offer::{Payment, Repayment};

/// How many words a denial may stand before what it denies.
const NEAR: usize = 8;

/// What a sentence says of both. `asked`: the question is this one, so no name is needed.
pub(crate) fn read_terms(tokens: &[Token], asked: bool) -> Vec<Claim> {
    let own;
    let tokens = if asked {
        tokens
    } else {
        own = without_others(tokens);
        &own
    };
    let mut claims = payment(tokens, asked);
    claims.extend(repayment(tokens, asked).map(Claim::Repayment));
    claims
}

/// A sentence without its clauses on money for moving or other benefits: "paid monthly; relocation clawback 100%".
fn without_others(tokens: &[Token]) -> Vec<Token> {
    use super::ties::{Topic, labels};
    let clauses: Vec<&[Token]> = tokens.split_inclusive(|token| token.is_mark_of(&[';', ',', '.'])).collect();
    let of_other = |clause: &[Token]| {
        let named = labels(clause);
        let other =
            named.iter().any(|label| matches!(label.topic, Topic::Relocation | Topic::Benefit | Topic::OtherStock));
        other && !named.iter().any(|label| label.topic == Topic::SignOn)
    };
    if clauses.len() < 2 || !clauses.iter().any(|clause| !of_other(clause) && has(clause, Term::SignOn)) {
        return tokens.to_vec();
    }
    clauses.into_iter().filter(|clause| !of_other(clause)).flatten().cloned().collect()
}

/// What a letter's sentence that goes on about the sign-on says of both: how it is paid stands before what is owed.
pub(crate) fn going_on(tokens: &[Token]) -> Vec<Claim> {
    let until = owes(tokens).unwrap_or(tokens.len());
    let mut claims = payment(&tokens[..until], true);
    // "Nothing in year two" says what is paid.
    let of_year = super::ties::names_year(tokens) && find(tokens, Term::Repay).is_none();
    let owed = repayment(tokens, true).filter(|owed| !(of_year && *owed == Repayment::Nothing));
    claims.extend(owed.map(Claim::Repayment));
    claims
}

/// Whether a line is headed by the terms: "clawback: yes, prorated", "payout: upfront".
pub(crate) fn heads(tokens: &[Token]) -> bool {
    length_at(tokens, 0, Term::TermsHeading)
        .is_some_and(|length| tokens.get(length).is_some_and(|next| next.is_mark_of(&[':', '=', '-', '?'])))
}

/// Whether a sentence speaks of the sign-on, not of what is paid for moving or studying.
fn about_sign_on(tokens: &[Token]) -> bool {
    let sign_on = has(tokens, Term::SignOn);
    // "Pay is monthly."
    if !sign_on && has(tokens, Term::WholePay) {
        return false;
    }
    let other_pay = has(tokens, Term::Grant) || has(tokens, Term::Base) || has(tokens, Term::Vest);
    (sign_on || has(tokens, Term::Bonus) || (has(tokens, Term::Payment) && !other_pay))
        && (sign_on || !has(tokens, Term::OtherRepaid))
}

fn payment(tokens: &[Token], asked: bool) -> Vec<Claim> {
    let owed = owes(tokens);
    if !asked && !about_sign_on(tokens) {
        return Vec::new();
    }
    // "No repayment applies to the payments, which are made monthly": what leads is no clause of its own.
    let until = owed.filter(|_| !has(tokens, Term::NoRepay)).unwrap_or(tokens.len());
    let said = if asked { tokens } else { &tokens[..until] };
    let mut claims = Vec::new();
    if asked && let Some(other) = denied_payment(said) {
        return other;
    }
    if pays_at_once(said, asked) {
        claims.push(Claim::Payment(Payment::LumpSum));
    }
    // "Y1 paid up front, Y2 monthly": each year in its own way.
    if !asked && in_two_ways(said) {
        return vec![Claim::Payment(Payment::LumpSum), Claim::Payment(Payment::Monthly)];
    }
    if pays_monthly(said, asked) {
        claims.push(Claim::Payment(Payment::Monthly));
    }
    claims
}

/// "Not monthly", "sign-on isn't paid monthly": there are two ways, so it is paid in the other one; of "no lump sum",
/// which may correct as well as deny, nothing. `None` where neither is denied.
fn denied_payment(tokens: &[Token]) -> Option<Vec<Claim>> {
    let denial = |at: usize| {
        let glue = |token: &&Token| token.is(Term::Bridge);
        let led = tokens[..at].iter().rev().take(4).take_while(glue).count();
        tokens[..at - led].last().filter(|token| token.is(Term::Negation))
    };
    let (mut at_once, mut monthly) = ((false, false), (false, false));
    let mut plain = true;
    for at in 0..tokens.len() {
        let by_month = length_at(tokens, at, Term::Monthly).is_some();
        if !by_month && length_at(tokens, at, Term::Lump).is_none() {
            continue;
        }
        let told = if by_month { &mut monthly } else { &mut at_once };
        match denial(at) {
            Some(word) => {
                told.1 = true;
                plain &= !word.is(Term::PlainNo);
            }
            None => told.0 = true,
        }
    }
    match (at_once, monthly) {
        ((_, false), (_, false)) => None,
        ((told, true), (by_month, false)) if !told => {
            Some(if plain || by_month { vec![Claim::Payment(Payment::Monthly)] } else { Vec::new() })
        }
        ((told, false), (false, true)) => {
            Some(if plain || told { vec![Claim::Payment(Payment::LumpSum)] } else { Vec::new() })
        }
        // Both denied, or one said and denied: neither is known.
        _ => Some(Vec::new()),
    }
}

/// "in a lump sum", "with the first paycheck"; not the money for moving, and not "up front the first year and ... the second".
fn pays_at_once(tokens: &[Token], asked: bool) -> bool {
    if asked {
        return has(tokens, Term::Lump);
    }
    let years = |year: u8| (0..tokens.len()).any(|at| super::ties::year_at(tokens, at) == Some(year));
    // Behind both years it holds for both.
    let second = (0..tokens.len()).rev().find(|at| super::ties::year_at(tokens, *at) == Some(2));
    let before_second = second.is_some_and(|second| has(&tokens[..second], Term::UpfrontWord));
    let by_years = years(1) && years(2) && before_second;
    let piece = |piece: &[Token]| {
        let at_once = (0..piece.len()).any(|at| {
            length_at(piece, at, Term::Lump)
                .is_some_and(|length| !is_of_moving(piece, at) && is_said_of_pay(piece, at, length))
        });
        at_once && (!has(piece, Term::OtherRepaid) || has(piece, Term::SignOn))
    };
    !by_years && tokens.split(|token| token.is_mark(',')).any(piece)
}

/// Whether words that can say that pay comes at once say it here: "thanks in advance", "she was upfront", "once
/// approved", "not as a lump sum" don't.
fn is_said_of_pay(piece: &[Token], at: usize, length: usize) -> bool {
    let is = |at: Option<usize>, term: Term| at.and_then(|at| piece.get(at)).is_some_and(|token| token.is(term));
    let (before, next) = (at.checked_sub(1), piece.get(at + length));
    let alone = length == 1 && piece[at].is(Term::Only);
    if alone {
        return is(before, Term::Payment)
            && next.is_none_or(|next| next.kind != Kind::Word || next.is(Term::BeforeDay));
    }
    if piece[at + length - 1].is(Term::Payment) && length > 1 && is_in_advance(piece, at, length) {
        let paid = [Term::Payment, Term::SignOn, Term::Bonus].into_iter().any(|term| has(&piece[..at], term));
        return paid && !is_denied(piece, at);
    }
    let person = is(at.checked_sub(2), Term::TheyAnswer) || is(at.checked_sub(2), Term::To);
    let of_person = length_at(piece, at, Term::UpfrontWord).is_some()
        && person
        && before.is_some_and(|before| piece[before].is(Term::Was) || piece[before].is(Term::BeforeGlue));
    !of_person && !is_denied(piece, at) && !has(&piece[..at], Term::MyWish)
}

/// "In advance".
fn is_in_advance(piece: &[Token], at: usize, length: usize) -> bool {
    length == 2 && piece[at].is(Term::Of)
}

/// "Isn't paid upfront", "not as a lump sum": the denial must reach what is said.
fn is_denied(tokens: &[Token], at: usize) -> bool {
    let led = tokens[at.saturating_sub(NEAR)..at].iter().rev();
    let mut led = led.skip_while(|token| {
        [Term::Bridge, Term::AsSignOn, Term::BeforeGlue].iter().any(|term| token.is(*term)) && !token.is(Term::Negation)
    });
    led.next().is_some_and(|token| token.is(Term::Negation))
}

/// Whether the first year is said to be paid at once and the second by the month.
fn in_two_ways(tokens: &[Token]) -> bool {
    let year = |year: u8| (0..tokens.len()).find(|at| super::ties::year_at(tokens, *at) == Some(year));
    let (Some(one), Some(two)) = (year(1), year(2)) else { return false };
    let (first, second) = (one.min(two), one.max(two));
    let at_once = |part: &[Token]| has(part, Term::Lump) || has(part, Term::UpfrontWord);
    let by_month = |part: &[Token]| part.iter().any(|token| token.is(Term::Monthly));
    let (before, behind) = (&tokens[first..second], &tokens[second..]);
    at_once(before) && !by_month(before) && by_month(behind) && !at_once(behind)
        || by_month(before) && !at_once(before) && at_once(behind) && !by_month(behind)
}

/// Whether words on payment belong to the money for moving: the label before them, else the one right behind.
fn is_of_moving(tokens: &[Token], at: usize) -> bool {
    let labels = super::ties::labels(tokens);
    let before = labels.iter().rev().find(|label| label.start <= at);
    let behind = labels.iter().find(|label| label.start > at && label.start <= at + 3);
    before.or(behind).is_some_and(|label| label.topic == super::ties::Topic::Relocation)
}

/// "in monthly installments", "each month", "with every paycheck"; not "on a pro-rated monthly basis".
fn pays_monthly(tokens: &[Token], asked: bool) -> bool {
    let monthly = (0..tokens.len()).any(|at| {
        length_at(tokens, at, Term::Monthly).is_some_and(|length| {
            let basis = tokens.get(at + length).is_some_and(|next| next.is(Term::Basis));
            // "Payable pro rata each month".
            let rated = at > 0 && tokens[at - 1].is(Term::ProRata) && !is_paid_pro_rata(tokens);
            // "vests monthly"; "in two installments".
            let vests = at > 0 && tokens[at - 1].is(Term::Vest);
            let two = at > 0
                && (tokens[at - 1].is(Term::Second)
                    || tokens[at - 1].figure().is_some_and(|figure| figure.value == Money::dollars(2)))
                && tokens[at].is(Term::Instalment);
            !rated
                && !vests
                && !two
                && !is_of_moving(tokens, at)
                && !is_denied(tokens, at)
                && (!basis || !has(tokens, Term::Repay))
        })
    }) || is_paid_pro_rata(tokens);
    monthly
        && (asked
            || has(tokens, Term::Instalment)
            || has(tokens, Term::Payment)
            || has(tokens, Term::SignOn)
            || has(tokens, Term::Bonus))
}

/// "Payable in prorated amounts over your first year": how it is paid, part for part, and not what is owed back.
fn is_paid_pro_rata(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| is_rate_of_pay(tokens, at))
}

/// Whether the share that is named at a place is how the sign-on is paid.
fn is_rate_of_pay(tokens: &[Token], at: usize) -> bool {
    let rated = length_at(tokens, at, Term::ProRata).filter(|_| !tokens[at].is(Term::Unearned));
    let paid = |from: usize| {
        tokens[from].is(Term::PaidWord) && length_at(tokens, from, Term::Repay).is_none() && !is_owed(tokens, from)
    };
    rated.is_some() && (at.saturating_sub(2)..at).any(paid)
}

/// "Must be paid back", "repaid".
fn is_owed(tokens: &[Token], at: usize) -> bool {
    (at.saturating_sub(1)..=at).any(|from| length_at(tokens, from, Term::Repay).is_some())
}

/// Where a sentence begins to speak of owing it back; "return the forms" speaks of papers.
pub(crate) fn owes(tokens: &[Token]) -> Option<usize> {
    let paper = |token: &Token| {
        token.is(Term::OtherTask) && token.is(Term::Errand) && !token.is(Term::Payment) && !token.is(Term::Relocation)
    };
    (0..tokens.len()).find(|at| {
        length_at(tokens, *at, Term::Repay).is_some_and(|length| !tokens[at + length..].iter().take(3).any(paper))
    })
}

/// What is owed back of the sign-on when leaving early.
fn repayment(tokens: &[Token], asked: bool) -> Option<Repayment> {
    if !asked && !about_sign_on(tokens) && !has(tokens, Term::Unearned) {
        return stops(tokens);
    }
    if !asked && has(tokens, Term::OtherRepaid) && !has(tokens, Term::SignOn) {
        return None;
    }
    let owed = owes(tokens);
    let none = has(tokens, Term::NoRepay) || asked && has(tokens, Term::Keep) || denied(tokens);
    let fraction = is_by_month(tokens);
    let told = (0..tokens.len()).any(|at| tells(tokens, at, Term::ProRata) && !is_rate_of_pay(tokens, at));
    let pro_rata = told || fraction;
    let whole =
        |token: &Token| token.figure().is_some_and(|figure| figure.percent && figure.value == Money::dollars(100));
    let full = is_told(tokens, Term::Full) || (owed.is_some() && tokens.iter().any(whole));
    // "No repayment after the first year": before that there is some.
    if asked && none && ends_with_time(tokens) {
        return None;
    }
    if owed.is_none() && !asked && !none {
        return stops(tokens);
    }
    match (none, pro_rata, full) {
        (true, false, false) => Some(Repayment::Nothing),
        // "full clawback year 1, then prorated": two things, which is asked.
        (false, true, true) if asked && repaid_in_two_ways(tokens) => None,
        (false, true, _) => Some(Repayment::ProRata),
        (false, false, true) => Some(Repayment::Full),
        (false, false, false)
            if asked && owed.is_none() && (has(tokens, Term::Nothing) || has(tokens, Term::Stops)) =>
        {
            Some(Repayment::Nothing)
        }
        _ => None,
    }
}

/// Whether words of this meaning stand there, and no denial right before them: "not in full".
fn is_told(tokens: &[Token], term: Term) -> bool {
    (0..tokens.len()).any(|at| tells(tokens, at, term))
}

fn tells(tokens: &[Token], at: usize, term: Term) -> bool {
    let denies = |token: &Token| token.is(Term::Negation) || token.is(Term::None);
    length_at(tokens, at, term).is_some() && !(at > 0 && denies(&tokens[at - 1]))
}

/// "After the first year", "after 12 months": a time from which on something holds.
fn ends_with_time(tokens: &[Token]) -> bool {
    let time = |token: &Token| token.is(Term::Year) || token.is(Term::Years) || token.is(Term::Month);
    (0..tokens.len()).any(|at| tokens[at].is(Term::After) && tokens[at + 1..].iter().take(4).any(time))
}

/// "100% in year 1 and prorated in year 2": one way is kept, so it is asked which.
pub(crate) fn repaid_in_two_ways(tokens: &[Token]) -> bool {
    let whole =
        |token: &Token| token.figure().is_some_and(|figure| figure.percent && figure.value == Money::dollars(100));
    let full = has(tokens, Term::Full) || tokens.iter().any(whole);
    full && has(tokens, Term::ProRata) && (has(tokens, Term::Later) || super::ties::names_year(tokens))
}

/// "any monthly payments will cease": what is paid by the month ends, and nothing is owed.
fn stops(tokens: &[Token]) -> Option<Repayment> {
    let paid = has(tokens, Term::Payment) || has(tokens, Term::Monthly);
    (has(tokens, Term::Stops) && paid && find(tokens, Term::Repay).is_none()).then_some(Repayment::Nothing)
}

/// "reduced by 1/12 for each month", "1/24 a month".
fn is_by_month(tokens: &[Token]) -> bool {
    let fraction = tokens.windows(3).any(|run| {
        let of = |token: &Token, values: &[i64]| {
            token
                .figure()
                .is_some_and(|figure| figure.bare && values.iter().any(|value| figure.value == Money::dollars(*value)))
        };
        of(&run[0], &[1])
            && run[1].is_mark('/')
            && (of(&run[2], &[12, 24]) || run[2].kind == Kind::Word && run[2].is(Term::Twelfth))
    });
    // "less 8.33% for every month".
    let percent = tokens.iter().any(|token| {
        token.figure().is_some_and(|figure| {
            let parts = [12, 24].map(|parts| Money::dollars(100).split(parts));
            figure.percent && parts.iter().any(|part| (*part - figure.value).abs() < Money::dollars(1).split(10))
        })
    });
    fraction || has(tokens, Term::Twelfth) || (percent && has(tokens, Term::Month))
}

/// "no clawback", "don't have to pay it back": the denial must reach the repayment.
fn denied(tokens: &[Token]) -> bool {
    (0..tokens.len())
        .filter(|at| tokens[*at].is(Term::Negation) || tokens[*at].is(Term::Nothing) || tokens[*at].is(Term::None))
        .any(|at| {
            let mut next = at + 1;
            while next < tokens.len() && next <= at + NEAR {
                if length_at(tokens, next, Term::Repay).is_some() {
                    return true;
                }
                if !tokens[next].is(Term::Bridge) {
                    return false;
                }
                next += 1;
            }
            false
        })
}
