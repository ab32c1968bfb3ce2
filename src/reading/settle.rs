//! The readings a doubt can be settled with, and words that settle it.

use super::{Answer, Doubt};
use crate::money::Money;
use crate::offer::{Firmness, Grant, OtherOffer, SignOn};

/// The answers a doubt offers to choose from, in the order shown. Empty where only typing
/// can settle it (a missing share price).
pub fn readings(doubt: &Doubt) -> Vec<Answer> {
    match doubt {
        Doubt::Zeros { typed, likely } => vec![likely.clone(), typed.clone()],
        Doubt::Unusual { typed } => vec![typed.clone()],
        Doubt::SignOnSplit { amount } => vec![
            Answer::SignOn(SignOn { year_1: *amount, year_2: Money::ZERO }),
            Answer::SignOn(SignOn { year_1: amount.split(2), year_2: *amount - amount.split(2) }),
            Answer::SignOn(SignOn { year_1: *amount, year_2: *amount }),
        ],
        Doubt::SignOnHalves { amount } => vec![
            Answer::SignOn(SignOn { year_1: amount.split(2), year_2: *amount - amount.split(2) }),
            Answer::SignOn(SignOn { year_1: *amount, year_2: Money::ZERO }),
        ],
        Doubt::SignOnOfMonths { sign_on } => vec![Answer::SignOn(*sign_on)],
        Doubt::BaseOfPeriod { a_year, .. } => vec![Answer::Base(*a_year)],
        Doubt::TotalOrBase { amount } => vec![Answer::Base(*amount)],
        Doubt::SharePrice { .. } => Vec::new(),
        Doubt::Firmness { company, a_year } => Firmness::ALL
            .into_iter()
            .map(|firmness| {
                Answer::Competing(OtherOffer {
                    company: company.clone(),
                    firmness: Some(firmness),
                    a_year: *a_year,
                    reply_by: None,
                    figures: None,
                })
            })
            .collect(),
        Doubt::WalkAwayUnit { amount } => vec![Answer::WalkAway(*amount * 4), Answer::WalkAway(*amount)],
        Doubt::GrantPerYear { amount } => {
            vec![Answer::Grant(Grant::Dollars(*amount * 4)), Answer::Grant(Grant::Dollars(*amount))]
        }
    }
}

impl Doubt {
    /// A reply as the whole message that it completes: a price alone becomes the grant it was
    /// asked for, so that it is held against the usual like any other figure.
    pub fn in_full(&self, text: &str) -> String {
        let alone = text.trim().trim_start_matches("at ").trim_start_matches('@').trim();
        match self {
            Self::SharePrice { count } if alone.parse::<Money>().is_ok() => format!("{count} shares @ {alone}"),
            _ => text.to_owned(),
        }
    }

    /// The answer that typed words settle this doubt with, where they do.
    pub fn settled_by(&self, text: &str) -> Option<Answer> {
        let lower = text.trim().to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        let nth = |index: usize| readings(self).into_iter().nth(index);
        if let Some(number) = lower.parse::<usize>().ok().filter(|number| (1..=readings(self).len()).contains(number)) {
            return nth(number - 1);
        }
        match self {
            Self::SignOnSplit { .. } if says(&["half", "split", "each half", "evenly", "total"]) => nth(1),
            Self::SignOnSplit { .. } if says(&["each", "both", "per year", "a year", "every year"]) => nth(2),
            Self::SignOnSplit { .. } if says(&["all", "year 1", "first", "only"]) => nth(0),
            Self::SignOnHalves { .. } if says(&["half", "even", "equal", "same"]) => nth(0),
            Self::SignOnHalves { .. } if says(&["all", "first"]) => nth(1),
            Self::TotalOrBase { .. } if says(&["base"]) => nth(0),
            Self::Firmness { .. } if says(&["writ", "letter", "signed", "paper"]) => nth(0),
            Self::Firmness { .. } if says(&["verbal", "phone", "said", "told"]) => nth(1),
            Self::Firmness { .. } if says(&["process", "interview", "talk"]) => nth(2),
            Self::WalkAwayUnit { .. } | Self::GrantPerYear { .. }
                if says(&["four", "4", "total", "whole", "grant"]) =>
            {
                nth(1)
            }
            Self::WalkAwayUnit { .. } | Self::GrantPerYear { .. } if says(&["year", "annual"]) => nth(0),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_completes_a_grant_of_shares() {
        let doubt = Doubt::SharePrice { count: 1_400 };
        assert_eq!(doubt.in_full("at $182.50"), "1400 shares @ $182.50");
        assert_eq!(doubt.in_full("no idea"), "no idea");
        assert_eq!(doubt.settled_by("182.50"), None);
        assert!(readings(&doubt).is_empty());
    }

    #[test]
    fn words_and_numbers_choose_a_reading() {
        let split = Doubt::SignOnSplit { amount: Money::dollars(100_000) };
        let both = Answer::SignOn(SignOn { year_1: Money::dollars(100_000), year_2: Money::dollars(100_000) });
        assert_eq!(split.settled_by("that much each year"), Some(both.clone()));
        assert_eq!(split.settled_by("3"), Some(both));
        assert_eq!(split.settled_by("4"), None);
        let unit = Doubt::WalkAwayUnit { amount: Money::dollars(340_000) };
        assert_eq!(unit.settled_by("a year"), Some(Answer::WalkAway(Money::dollars(1_360_000))));
    }
}
