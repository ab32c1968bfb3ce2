//! Amounts of which no one thing can be said: of two things together, of stock or cash, or between names on both sides.
//!
//! Must not know how a field's figures are read.

use crate::reading::tokens::Kind;

use super::{Label, Term, Tied, Token, Topic, length_at};

/// Takes out the amounts that are of no one thing; returns whether there were any.
pub(super) fn take_of_none(tokens: &[Token], found: &[Label], tied: &mut Vec<Tied>) -> bool {
    let before = tied.len();
    if is_between_names(tokens, found, tied) {
        tied.clear();
    }
    let joint: Vec<usize> = found.windows(2).filter_map(|pair| of_both(tokens, pair[0], pair[1], tied)).collect();
    let cash = is_stock_or_cash(tokens, found);
    tied.retain(|amount| !(joint.contains(&amount.index) || cash && amount.topic == Some(Topic::Grant)));
    let parts = is_in_parts(tokens, tied);
    tied.retain(|amount| !(parts && amount.topic == Some(Topic::SignOn)));
    tied.len() < before
}

/// "$30,000, then another $30,000 after 6 months", "half ($35,000) on day one": parts of what is paid.
fn is_in_parts(tokens: &[Token], tied: &[Tied]) -> bool {
    let second = (0..tokens.len()).any(|at| crate::reading::ties::year_at(tokens, at) == Some(2));
    let led = |amount: &Tied, term: Term| {
        let before = &tokens[amount.index.saturating_sub(2)..amount.index];
        before.iter().any(|token| token.is(term))
    };
    let sign_on = || tied.iter().filter(|amount| amount.topic == Some(Topic::SignOn));
    sign_on().any(|amount| led(amount, Term::SaidHalf)) || !second && sign_on().any(|amount| led(amount, Term::Another))
}

/// "Sign-on and stock together 540k", "140k stock and bonus": the amount of both, where neither has one of its own.
fn of_both(tokens: &[Token], first: Label, second: Label, tied: &[Tied]) -> Option<usize> {
    let pay = |topic| matches!(topic, Topic::Base | Topic::SignOn | Topic::Bonus | Topic::Grant);
    let between = tokens.get(first.end..second.start).unwrap_or_default();
    let joins = |token: &Token| token.is(Term::Joiner) || token.is_mark_of(&['+', '&', '/']);
    let [joiner] = between else { return None };
    if !joins(joiner) || first.topic == second.topic || !pay(first.topic) || !pay(second.topic) {
        return None;
    }
    let only = |topic: Topic, other: Topic| {
        let mut own = tied.iter().filter(|amount| amount.topic == Some(topic));
        let amount = own.next().filter(|_| own.next().is_none())?;
        (!amount.figure.percent && !tied.iter().any(|amount| amount.topic == Some(other))).then_some(amount.index)
    };
    let glued = |from: usize, until: usize, glue: Term| {
        let words = tokens.get(from..until)?;
        let together = |at: usize| length_at(words, at, Term::Total).is_some() || words[at].is(Term::Sum);
        (0..words.len()).all(|at| words[at].is(glue) || together(at) || words[at].is_mark_of(&[':', '='])).then_some(())
    };
    let behind = || only(second.topic, first.topic).filter(|at| glued(second.end, *at, Term::BeforeGlue).is_some());
    // "190k base and bonus": the base is told. "80k sign-on and RSUs that vest": of those more is said.
    let ends = tokens.get(second.end).is_none_or(|next| next.kind != Kind::Word || next.is(Term::Sum));
    let ahead = || {
        let told = first.topic != Topic::Base && ends;
        only(first.topic, second.topic).filter(|at| told && glued(at + 1, first.start, Term::AfterGlue).is_some())
    };
    behind().or_else(ahead)
}

/// "$100,000 in cash or RSUs", "half in cash, half in RSUs".
fn is_stock_or_cash(tokens: &[Token], found: &[Label]) -> bool {
    let cash = |at: usize| tokens.get(at).is_some_and(|token| token.is(Term::CashWord));
    let or = |at: usize| tokens.get(at).is_some_and(|token| token.is(Term::Or) || token.is_mark('/'));
    let grants = || found.iter().filter(|label| label.topic == Topic::Grant);
    let beside = |label: &Label| {
        let ahead = label.start.checked_sub(2).is_some_and(|at| cash(at) && or(at + 1));
        ahead || or(label.end) && cash(label.end + 1)
    };
    // "Sign-on (cash) split 80/60" says nothing of the RSUs.
    let halved = |at: usize| tokens[at.saturating_sub(2)..at].iter().any(|token| token.is(Term::NumberHalf));
    grants().any(beside)
        || grants().any(|label| halved(label.start)) && (0..tokens.len()).any(|at| cash(at) && halved(at))
}

/// "TC 190 base 80 sign 400 rsu", "TC 320 base 190 sign 80 rsu": each figure between two names, and no mark that says
/// whose it is.
fn is_between_names(tokens: &[Token], found: &[Label], tied: &[Tied]) -> bool {
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return false };
    let between = tokens.get(first.end..last.start).unwrap_or_default();
    let plain = between.iter().all(|token| !matches!(token.kind, Kind::Mark(_) | Kind::Break));
    let alternate = tied
        .iter()
        .zip(found.windows(2))
        .all(|(amount, pair)| amount.index == pair[0].end && amount.index + 1 == pair[1].start);
    first.topic == Topic::Total && tied.len() > 2 && tied.len() + 1 == found.len() && plain && alternate
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::offer::Field;
    use crate::reading::letter::read_letter;

    fn fields(text: &str) -> Vec<Field> {
        let found = read_letter(text, date(2026, 11, 27)).found.into_iter().map(|found| found.answer.field());
        found.filter(|field| matches!(field, Field::Base | Field::SignOn | Field::Grant)).collect()
    }

    #[test]
    fn an_amount_of_two_things_is_of_neither() {
        for text in [
            "Sign-on and stock together 540k",
            "Sign-on + RSUs: $540,000",
            "140k stock and bonus",
            "$540k in sign-on and RSUs",
            "Your RSUs and sign-on bonus total $540,000.",
            "Stock/bonus 140k",
            "Base salary and bonus: $230,000",
            "Equity & signing bonus = 300k",
            "$100,000 in cash or RSUs",
            "$100,000 in RSUs or cash",
            "Half in cash, half in RSUs: $400,000",
            "TC 190 base 80 sign 400 rsu",
            "TC 320 base 190 sign 80 rsu",
        ] {
            assert_eq!(fields(text), Vec::new(), "{text}");
        }
    }

    #[test]
    fn what_has_its_own_keeps_it() {
        for (text, told) in [
            ("190k base and 400k RSUs", vec![Field::Base, Field::Grant]),
            (
                "RSUs and sign-on: $400,000 in RSUs, sign-on $80,000 in year 1 and $60,000 in year 2",
                vec![Field::SignOn, Field::Grant],
            ),
            ("$190,000 base and bonus to be discussed", vec![Field::Base]),
            ("$400,000 in RSUs and bonuses follow the plan", vec![Field::Grant]),
            ("Sign-on (cash) split 80k/60k, RSUs 400k", vec![Field::Grant]),
            ("Sign-on split in cash, 80k year 1 and 60k year 2. RSUs 400k", vec![Field::SignOn, Field::Grant]),
            ("TC 330, base 190, sign-on 80 and 60, rsu 400k", vec![Field::Base, Field::SignOn, Field::Grant]),
        ] {
            assert_eq!(fields(text), told, "{text}");
        }
    }
}
