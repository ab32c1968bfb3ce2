//! What facts are called, and an example of each.

use crate::money::{Currency, Money};
use crate::offer::{Fact, FactKind, Told};

/// A kept text of a fact as people read it; an amount in the currency of the offer.
pub fn fact(fact: Fact, kept: &str, currency: Currency) -> String {
    match (fact.day(kept), fact.kind()) {
        (None, FactKind::Money) => match kept.parse::<Money>() {
            Ok(amount) if kept.starts_with(Currency::USD.sign()) => amount.in_currency(currency).to_string(),
            _ => kept.to_owned(),
        },
        (Some(day), FactKind::Day) => day.strftime("%A, %B %-d").to_string(),
        (Some(day), _) => day.strftime("%B %-d").to_string(),
        (None, _) => kept.to_owned(),
    }
}

/// What was told of a fact, as people read it.
pub fn told(told: &Told<'_>, of: Fact) -> Option<String> {
    told.kept(of).map(|kept| fact(of, &kept, told.offer.currency))
}

/// The label of a fact's input in a form, at most 45 characters.
pub fn fact_label(fact: Fact) -> &'static str {
    label_and_example(fact).0
}

/// An example answer, shown greyed in the form.
pub fn fact_example(fact: Fact) -> &'static str {
    label_and_example(fact).1
}

fn label_and_example(fact: Fact) -> (&'static str, &'static str) {
    match fact {
        Fact::YourName => ("Your name, as you sign", "Sam Rivera"),
        Fact::RecruiterName => ("Your recruiter's first name", "Jordan"),
        Fact::Role => ("The role, as the offer names it", "Senior Software Engineer"),
        Fact::Team => ("The team or product", "EC2 networking"),
        Fact::Interviewer => ("Someone you enjoyed meeting", "Priya"),
        Fact::Expertise => ("What you are known for", "large-scale storage systems"),
        Fact::Achievement => ("One result you are proud of", "cut our storage bill by 30 %"),
        Fact::Scale => ("The largest thing you have led", "a 40-person platform rewrite"),
        Fact::Project => ("What you must finish first", "our billing migration"),
        Fact::ProjectEnd => ("When that is done", "March 14"),
        Fact::LostBonus => ("A bonus you lose by leaving, in dollars", "$25,000"),
        Fact::LostBonusDate => ("When that bonus would be paid", "March 15"),
        Fact::RoleChange => ("What changed about the role", "the team moved to on-call every second week"),
        Fact::TheirDelay => ("What they delayed, and by how much", "my start moved from May 4 to July 6"),
        Fact::Hardship => ("What happened, in your words", "a family medical cost I could not foresee"),
        Fact::EarlyNumber => ("The number you said early", "$300,000 a year"),
        Fact::CurrentEmployer => ("Where you work now", "Contoso"),
        Fact::RareSkill => ("A skill few others bring", "formal verification of protocols"),
        Fact::EarlyImpact => ("What you could do in your first 90 days", "take over the capacity model"),
        Fact::LongTerm => ("What you want to build over the years", "the next generation of the control plane"),
        Fact::Flexibility => ("The flexibility you need", "school pick-up at four on Tuesdays"),
        Fact::RelocationCost => ("Moving costs you expect, in dollars", "$18,000"),
        Fact::AgreedTerms => ("Anything else they agreed to", "relocation lump sum of $15,000"),
        Fact::WantedStart => ("The day you want to start", "Monday, April 6"),
        Fact::WantedReplyBy => ("The day you would like to answer by", "Friday, December 4"),
        Fact::CashNeed => ("Why monthly pay matters to you", "my mortgage is paid from base pay"),
        Fact::ScopeLearned => ("What you learned about the role since", "the role covers two teams, not one"),
        Fact::OtherBonus => ("The bonus another offer states", "a target bonus of 20 % of base"),
        Fact::FirstChoice => ("Say it is your first choice? Only if true", "yes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_said_in_words() {
        assert_eq!(fact(Fact::WantedStart, "2027-04-06", Currency::USD), "Tuesday, April 6");
        assert_eq!(fact(Fact::LostBonusDate, "2027-03-15", Currency::USD), "March 15");
        let end = "the end of January";
        assert_eq!(fact(Fact::LostBonusDate, end, Currency::USD), end);
    }

    #[test]
    fn an_amount_is_in_the_currency_of_the_offer() {
        let cad = Currency::of_text("CAD").expect("known");
        assert_eq!(fact(Fact::LostBonus, "$25,000", Currency::USD), "$25,000");
        assert_eq!(fact(Fact::LostBonus, "$25,000", cad), "C$25,000");
        assert_eq!(fact(Fact::LostBonus, "about a month's pay", cad), "about a month's pay");
    }

    #[test]
    fn labels_and_examples_fit_a_form() {
        for &fact in Fact::ALL {
            assert!(fact_label(fact).chars().count() <= 45, "{fact}");
            assert!(fact_example(fact).chars().count() <= 100, "{fact}");
        }
    }
}
