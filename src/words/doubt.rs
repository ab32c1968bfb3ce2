//! What is asked where something can be meant in more than one way.

use super::answers::{echo, grouped};
use crate::offer::Repayment;
use crate::reading::{Answer, Doubt};

/// A doubt as the question that settles it.
pub fn question(doubt: &Doubt) -> String {
    match doubt {
        Doubt::Zeros { typed: Answer::Location(typed), likely: Answer::Location(likely) } => {
            format!("Did you mean {likely}? I know no place called {typed}.")
        }
        Doubt::Zeros { typed, likely } => {
            format!(
                "Just to be sure: did you mean {}? You wrote {}, which would be unusual.",
                echo(likely),
                echo(typed)
            )
        }
        Doubt::Unusual { typed: Answer::Location(place) } => {
            format!("I know no place called {place}. Is the job there?")
        }
        Doubt::Unusual { typed: Answer::Competing(offer) } => {
            format!("I know no company called {}. Is it one that made you an offer?", offer.company)
        }
        Doubt::Unusual { typed } => format!("Just to be sure: {}? That would be unusual.", echo(typed)),
        Doubt::SignOnSplit { amount } => {
            format!("Is {amount} all in year 1, the sum over both years, or paid in each year?")
        }
        Doubt::SignOnSum { amount } => format!("How is the {amount} split over the two years?"),
        Doubt::SignOnOfMonths { sign_on } => {
            format!("By the month, that is {} in year 1 and {} in year 2?", sign_on.year_1, sign_on.year_2)
        }
        Doubt::BaseOfPeriod { said, a_year } => {
            format!("You wrote {said} for less than a year. That is {a_year} a year?")
        }
        Doubt::TotalOrBase { amount } => format!("Is {amount} your total pay, or base alone?"),
        Doubt::SharePrice { count } => {
            format!("At which price a share should I count the {} shares?", grouped(*count))
        }
        Doubt::Firmness { company, .. } if doubt.is_of_unknown_company() => {
            format!("I know no company called {company}. If it is one, how firm is its offer?")
        }
        Doubt::Firmness { company, .. } => format!("How firm is the one from {company}?"),
        Doubt::WalkAwayUnit { amount } => {
            format!("Is {amount} the least you would accept a year, or over all four years?")
        }
        Doubt::LumpSumRepaid => {
            "A lump sum, then. And if you leave within the year, do you owe back part of it, all of it or nothing?"
                .into()
        }
        Doubt::VestsHowOften { .. } => "How often does it vest: yearly, every six months, quarterly or monthly?".into(),
        Doubt::SignOnPaid { repayment } => {
            let owed = match repayment {
                Repayment::Nothing => "Nothing to repay, then.",
                Repayment::ProRata => "Repaid pro rata, then.",
                Repayment::Full => "Repaid in full, then.",
                Repayment::NotSaid => "",
            };
            format!("{owed} And is it paid as a lump sum or monthly?").trim_start().to_owned()
        }
        Doubt::GrantPerYear { amount } => {
            format!("Is {amount} the stock of one year, or the whole grant over four years?")
        }
    }
}
