//! A reply to a doubt as the whole message that it completes.
//!
//! Must not know what the doubt can be settled with.

use super::alone::price_in;
use super::said::{before_rest, of_one_year};
use super::split::split;
use crate::money::Money;
use crate::offer::{Firmness, OtherOffer};
use crate::reading::company::is_known;
use crate::reading::competing::is_firmness;
use crate::reading::lexicon::Term;
use crate::reading::phrases::has;
use crate::reading::ties::{Topic, is_employer, labels};
use crate::reading::tokens::{Token, clean, cut};
use crate::reading::{Answer, Doubt};

impl Doubt {
    /// A reply as the whole message that it completes, so that it is held against the usual like any other figure: a
    /// price alone becomes the grant it was asked for, one year of a sum both years.
    pub fn in_full(&self, text: &str) -> String {
        let plain = clean(text);
        let tokens = cut(&plain);
        let lead = tokens.iter().take_while(|token| token.is(Term::At) || token.is_mark('@')).count();
        let alone = tokens.get(lead).and_then(|first| plain.get(first.start..)).unwrap_or_default().trim();
        match self {
            // "Verbal, 310k", "base 195k", "expires dec 10": said of the company that is asked about.
            Self::Firmness { company, a_year } if is_of_the_one_asked_about(&tokens, a_year.is_some()) => {
                let money = tokens.iter().any(|token| token.figure().is_some_and(|figure| !figure.bare));
                let known = a_year.filter(|_| !money).map(|a_year| a_year.to_string()).unwrap_or_default();
                format!("{company} {known}, {text}")
            }
            Self::SharePrice { count } if alone.parse::<Money>().is_ok() => format!("{count} shares @ {alone}"),
            // A name in place of one that is not known: of the same offer.
            Self::Unusual { typed: Answer::Competing(OtherOffer { firmness, a_year, .. }) } if is_known(alone) => {
                of_company(alone, *firmness, *a_year)
            }
            Self::Firmness { a_year, .. } if self.is_of_unknown_company() && is_known(alone) => {
                of_company(alone, None, *a_year)
            }
            // "they used 229.40".
            Self::SharePrice { count } => match price_in(&tokens) {
                Some(price) => format!("{count} shares @ {price}"),
                None => text.to_owned(),
            },
            // "80k first year and the rest second".
            Self::SignOnSum { amount } | Self::SignOnSplit { amount } if before_rest(text).is_some() => {
                match before_rest(text).and_then(of_one_year) {
                    Some((of_second, part)) if part <= *amount => split(*amount, part, of_second),
                    _ => text.to_owned(),
                }
            }
            // "16k", where it was asked what 15k a month are a year: by the month as well.
            Self::BaseOfPeriod { said, a_year } => match (alone.parse::<Money>(), a_year.ratio_to(*said)) {
                (Ok(value), Some(times)) if value <= *said * 2 && *said <= value * 2 => value.scaled(times).to_string(),
                _ => text.to_owned(),
            },
            Self::SignOnSum { amount } => match of_one_year(text) {
                Some((of_second, part)) if part <= *amount => split(*amount, part, of_second),
                _ => text.to_owned(),
            },
            Self::Zeros { .. }
            | Self::Unusual { .. }
            | Self::SignOnSplit { .. }
            | Self::SignOnOfMonths { .. }
            | Self::TotalOrBase { .. }
            | Self::Firmness { .. }
            | Self::WalkAwayUnit { .. }
            | Self::LumpSumRepaid
            | Self::SignOnPaid { .. }
            | Self::VestsHowOften { .. }
            | Self::GrantPerYear { .. } => text.to_owned(),
        }
    }
}

/// Whether a reply to how firm an offer is tells more of that offer: how firm, its pay or its days, and nobody else's. An
/// amount alone beside one that is known may be anything.
fn is_of_the_one_asked_about(tokens: &[Token], amount_known: bool) -> bool {
    let topics: Vec<Topic> = labels(tokens).into_iter().map(|label| label.topic).collect();
    let own = |topic: &Topic| matches!(topic, Topic::WalkAway | Topic::LeftBehind | Topic::Mine);
    let named = tokens.iter().any(is_employer) || has(tokens, Term::Ours) || topics.iter().any(own);
    let firm = tokens.iter().any(is_firmness);
    let told = firm || tokens.iter().any(|token| token.figure().is_some() || token.is(Term::Start));
    let alone =
        topics.is_empty() && !firm && !has(tokens, Term::Deadline) && !tokens.iter().any(|token| token.is(Term::Start));
    told && !named && !(alone && amount_known)
}

/// An offer as it is typed.
fn of_company(company: &str, firmness: Option<Firmness>, a_year: Option<Money>) -> String {
    let firmness = firmness.map(Firmness::key).unwrap_or_default().replace('_', " ");
    let a_year = a_year.map(|a_year| a_year.to_string()).unwrap_or_default();
    format!("{company} {firmness} {a_year}")
}
