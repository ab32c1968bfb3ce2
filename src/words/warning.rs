//! Warnings in words.

use rust_decimal::Decimal;

use crate::analysis::{Warning, WarningFigures};
use crate::offer::Component;

/// A warning as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WarningWords {
    /// What it is, with its dollars: one sentence.
    pub says: String,
    /// What to do about it: one or two sentences.
    pub advice: &'static str,
}

/// What a warning says and advises.
pub fn warning(warning: &Warning) -> WarningWords {
    WarningWords { says: says(&warning.figures), advice: advice(&warning.figures) }
}

fn says(figures: &WarningFigures) -> String {
    match figures {
        WarningFigures::CheckTheZeros { component, amount, usual } => {
            format!("The {} of {amount} looks ten times off: {usual} would be usual.", in_a_letter(*component))
        }
        WarningFigures::Year3BelowYear1(drop) => {
            format!("Pay drops in year 3 by {}{} against year 1.", drop.dollars, in_brackets(drop.percent))
        }
        WarningFigures::ExplodingDeadline { hours } => format!("You have about {hours} hours left to answer."),
        WarningFigures::NoWrittenOffer => "Nothing is in writing yet, so every figure can still change.".into(),
        WarningFigures::BelowMedian { gap } => {
            format!("Below the median: room to negotiate. The middle offer pays {gap} more over four years.")
        }
        WarningFigures::Year2BelowYear1(drop) => {
            format!("Year 2 pays {}{} less than year 1.", drop.dollars, in_brackets(drop.percent))
        }
        WarningFigures::Year3BelowYear2(drop) => format!(
            "Pay drops by {}{} from year 2 to year 3, when the sign-on ends.",
            drop.dollars,
            in_brackets(drop.percent)
        ),
        WarningFigures::NeedsStockGrowth { short, growth: Some(growth) } => format!(
            "Year 3 keeps up with years 1 and 2 only if the share price grows {growth} every year; flat, it is {short} short."
        ),
        WarningFigures::NeedsStockGrowth { short, growth: None } => {
            format!("Year 3 is {short} short of your best earlier year, and no stock growth makes up for it.")
        }
        WarningFigures::RepaymentTermsUnknown { sign_on } => {
            format!("You don't know yet whether the {sign_on} sign-on is owed back if you leave early.")
        }
        WarningFigures::MostlyStock { stock, percent } => {
            format!("{stock} of the four years, {percent} %, is stock that can fall as well as rise.")
        }
        WarningFigures::OldSharePrice { grant, price, priced_on } => {
            let day =
                priced_on.map_or("of no known day".to_owned(), |day| format!("from {}", day.strftime("%B %-d, %Y")));
            format!("The grant is counted as {grant} at a share price of {price} {day}.")
        }
        WarningFigures::NothingAfterYear4 { drop } => {
            format!("Nothing is promised after year 4: year 5 is base alone, {drop} less than year 4.")
        }
        WarningFigures::NoSharesBeforeMonth12 { month, first } => {
            format!("No shares vest before month {month}: leave earlier and the first {first} is lost with the rest.")
        }
        WarningFigures::AboveBand { over, level, place } => {
            format!("This is {over} over the top of the band for {level} in {place}.")
        }
        WarningFigures::BaseAtBandTop { top, over: _ } => {
            format!("Base is at the top of its range ({top}), so there is no more room in it.")
        }
        WarningFigures::NoBand { role, level, place, currency } => {
            if !currency.is_usd() {
                return "My pay bands are in US dollars, so there is no percentile.".into();
            }
            let people = if role.is_software() { String::new() } else { format!(" {}", role.people()) };
            format!("There is no pay band for {level}{people} in {place}, so there is no percentile.")
        }
        WarningFigures::OldBands { as_of, months } => {
            format!("The pay bands are from {}, {months} months ago.", as_of.strftime("%B %Y"))
        }
    }
}

fn advice(figures: &WarningFigures) -> &'static str {
    match figures {
        WarningFigures::CheckTheZeros { .. } => {
            "Compare it with your letter; if it is a slip, edit the offer, as every figure here builds on it."
        }
        WarningFigures::Year3BelowYear1(_) => {
            "The sign-on has ended by then, so ask for more grant or base, which last."
        }
        WarningFigures::ExplodingDeadline { .. } => {
            "Ask today, in writing, for a few more days; /email has the text. Answer before it runs out either way."
        }
        WarningFigures::NoWrittenOffer => "Ask for the letter before you resign or turn anything else down.",
        WarningFigures::BelowMedian { .. } => {
            "Counter with two or three levers at once; the scripts carry the figures."
        }
        WarningFigures::Year2BelowYear1(_) => "Ask for a larger sign-on in year 2.",
        WarningFigures::Year3BelowYear2(_) => "More grant carries years 3 and 4; ask for stock before sign-on.",
        WarningFigures::NeedsStockGrowth { .. } => {
            "Ask which growth the recruiter's totals assume, and compare offers at a flat price."
        }
        WarningFigures::RepaymentTermsUnknown { .. } => {
            "Ask: is it a lump sum or monthly, and what is repaid on leaving in year 1 or 2?"
        }
        WarningFigures::MostlyStock { .. } => {
            "Look at the same offer with the price 30 % lower, and ask for part of it as base or sign-on."
        }
        WarningFigures::OldSharePrice { .. } => {
            "Look up today's price and edit the offer; ask which price, of which day, turned dollars into shares."
        }
        WarningFigures::NothingAfterYear4 { .. } => {
            "Later grants are at Amazon's discretion, so count on none, and ask how they have been in this team."
        }
        WarningFigures::NoSharesBeforeMonth12 { .. } => {
            "If you have a vest or bonus coming where you are now, use it as a reason for sign-on."
        }
        WarningFigures::AboveBand { .. } => {
            "Ask small and specific: most of the room is used. Check that the figures are right."
        }
        WarningFigures::BaseAtBandTop { .. } => "Ask for grant or sign-on instead.",
        WarningFigures::NoBand { .. } => "Check the posted pay range of the job and recent reports for your city.",
        WarningFigures::OldBands { .. } => "Pay has moved since then: hold the percentile against a recent report too.",
    }
}

/// A part as an offer letter calls it.
fn in_a_letter(component: Component) -> &'static str {
    match component {
        Component::Base => "base",
        Component::SignOn => "sign-on",
        Component::Stock => "RSU grant",
    }
}

/// ` (12.5 %)`.
fn in_brackets(percent: Option<Decimal>) -> String {
    percent.map_or(String::new(), |percent| format!(" ({percent} %)"))
}

#[cfg(test)]
mod tests;
