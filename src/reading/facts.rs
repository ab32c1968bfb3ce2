//! A fact for scripts, read as the questions of the walkthrough are where it is money or a day.
//!
//! Facts are the user's own words: only what is nothing but a figure or a day is put into the one form of it.

use jiff::civil::Date;

use super::dates::read_day;
use super::lexicon::Term;
use super::part::Part;
use super::phrases::length_at;
use super::plausible::{Figures, Look, look};
use super::tokens::{clean, cut};
use crate::money::Money;
use crate::offer::{Fact, FactKind};

/// A fact as it is kept, on one line: an amount in dollars and a day in the form in which the offer's own are
/// (`$25,000`, `2027-03-15`), anything else as typed.
pub fn read_fact(fact: Fact, text: &str, today: Date) -> String {
    let typed = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = clean(&typed);
    let part = Part::new(&text, cut(&text));
    let read = match fact.kind() {
        FactKind::Money => amount(&part),
        FactKind::Day | FactKind::Date => day(&part, today),
        FactKind::Name | FactKind::Sentence => None,
    };
    read.unwrap_or(typed)
}

/// Whether a text asks something: it is no fact.
pub fn asks(text: &str) -> bool {
    let text = clean(text);
    let tokens: Vec<_> = cut(&text).into_iter().filter(|token| token.kind != super::tokens::Kind::Break).collect();
    let marked = tokens.last().is_some_and(|last| last.is_mark('?'));
    let begins = tokens.first().is_some_and(|first| first.is(Term::AsksPlainly))
        && tokens.get(1).is_some_and(|next| next.is(Term::AsksBehind));
    marked || begins
}

/// Whether a whole text says that there is no such fact.
pub fn says_none(text: &str) -> bool {
    let text = clean(text);
    let tokens: Vec<_> = cut(&text).into_iter().filter(|token| !token.is_mark_of(&['.', ',', '/'])).collect();
    length_at(&tokens, 0, Term::TakeOut).is_some_and(|length| length == tokens.len())
}

/// The amount that a part is and nothing else. A small bare number may be in thousands or not: it stays as typed.
fn amount(part: &Part<'_>) -> Option<String> {
    let [token] = part.tokens.as_slice() else { return None };
    let figure = token.figure().filter(|figure| !figure.negative && !figure.percent)?;
    let plain = figure.dollars || figure.scaled || figure.value >= Money::dollars(1_000);
    (plain && look(Figures::Sum, figure.value, None) == Look::Usual).then(|| figure.value.to_string())
}

fn day(part: &Part<'_>, today: Date) -> Option<String> {
    if part.has(Term::Loose) {
        return None;
    }
    read_day(part, today).ok().map(|day| day.to_string())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// Monday, November 23, 2026.
    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn money_and_days_are_kept_in_one_form_and_all_else_as_typed() {
        for (fact, typed, kept) in [
            (Fact::LostBonus, "25k", "$25,000"),
            (Fact::LostBonus, " $25,000 ", "$25,000"),
            (Fact::RelocationCost, "$18k", "$18,000"),
            (Fact::RelocationCost, "about $18k", "about $18k"),
            (Fact::RelocationCost, "18000", "$18,000"),
            (Fact::RelocationCost, "500", "500"),
            (Fact::RelocationCost, "20%", "20%"),
            (Fact::RelocationCost, "$500", "$500"),
            (Fact::LostBonus, "two months'  pay", "two months' pay"),
            (Fact::LostBonus, "20k EUR", "20k EUR"),
            (Fact::LostBonusDate, "March 15", "2027-03-15"),
            (Fact::LostBonusDate, "the end of January", "the end of January"),
            (Fact::LostBonusDate, "before March 15", "before March 15"),
            (Fact::ProjectEnd, "3/14", "2027-03-14"),
            (Fact::WantedStart, "Tuesday, April 6", "2027-04-06"),
            (Fact::WantedStart, "Monday, April 6", "Monday, April 6"),
            (Fact::WantedStart, "in 6 weeks", "2027-01-04"),
            (Fact::WantedReplyBy, "friday", "2026-11-27"),
            (Fact::WantedReplyBy, "after the holidays", "after the holidays"),
            (Fact::Team, "March 15", "March 15"),
            (Fact::EarlyNumber, "300k", "300k"),
            (Fact::LostBonus, "", ""),
        ] {
            assert_eq!(read_fact(fact, typed, TODAY), kept, "{fact}");
        }
    }

    #[test]
    fn the_examples_of_forms_are_days_and_amounts() {
        for fact in Fact::ALL.iter().filter(|fact| matches!(fact.kind(), FactKind::Money | FactKind::Date)) {
            let kept = read_fact(*fact, crate::words::fact_example(*fact), TODAY);
            assert_eq!(
                crate::words::fact(*fact, &kept, crate::money::Currency::USD),
                crate::words::fact_example(*fact)
            );
            assert_eq!(read_fact(*fact, &kept, TODAY), kept);
        }
    }
}
