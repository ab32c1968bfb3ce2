//! What was not understood of amounts, a sign-on and a grant.

use std::borrow::Cow;

use crate::money::Money;
use crate::offer::Field;
use crate::reading::{Amount, AmountProblem, GrantProblem, SignOnProblem, TermsProblem};

/// What an amount is for, inside a sentence.
fn name(amount: Amount) -> Cow<'static, str> {
    Cow::Borrowed(match amount {
        Amount::Base => "the base salary",
        Amount::SignOn => "the sign-on",
        Amount::SignOnYear => "a year's sign-on",
        Amount::Grant => "the grant",
        Amount::SharePrice => "the price a share",
        Amount::Sum(Field::LeftBehind) => "what you leave behind",
        Amount::Sum(field) => return Cow::Owned(format!("the {}", crate::words::field(field).to_lowercase())),
        Amount::WalkAway => "your walk-away number",
        Amount::OtherOffer => "its total pay a year",
    })
}

/// How such an amount is sent.
fn example(amount: Amount) -> &'static str {
    match amount {
        Amount::Base => "185k",
        Amount::SignOn => "90/70",
        Amount::SignOnYear => "90k",
        Amount::Grant => "$400k, or 1400 shares at $182.50",
        Amount::SharePrice => "182.50",
        Amount::Sum(_) => "120k",
        Amount::WalkAway => "1.36m over four years or 340k a year",
        Amount::OtherOffer => "450k a year",
    }
}

pub(super) fn amount(of: Amount, problem: &AmountProblem) -> String {
    let (name, example) = (name(of), example(of));
    match problem {
        AmountProblem::Missing(said) if said.is_empty() => {
            format!("I see no amount for {name}. Send it like {example}.")
        }
        AmountProblem::Missing(said) => format!("I see no amount for {name} in \"{said}\". Send it like {example}."),
        AmountProblem::Several(said) => {
            format!("I see more than one amount for {name} in \"{said}\". Send one figure, like {example}.")
        }
        AmountProblem::Foreign(said) => format!(
            "I count this offer in US dollars, and \"{said}\" names another currency. Send the amount in dollars, like {example}."
        ),
        AmountProblem::Mixed(said) => format!(
            "\"{said}\" names another currency than your figures are in. Send each amount in that one, like {example}, or the code of the currency they are all in, like USD."
        ),
        AmountProblem::Vague(said) => {
            format!("What figure is it? \"{said}\" could be several. Send it like {example}.")
        }
        AmountProblem::TooLarge(said) => {
            format!("The number in \"{said}\" is more than I can work with. Send it like {example}.")
        }
        AmountProblem::Unclear(said) => format!("I can't read the number in \"{said}\". Send it like {example}."),
        AmountProblem::Negative(said) => {
            format!("An amount can't be below zero, and I read \"{said}\" that way. Send it like {example}.")
        }
        AmountProblem::Percentage(said) => {
            format!("I need dollars, not a percentage, and I read \"{said}\". Send the amount like {example}.")
        }
        AmountProblem::Changed { word, quote } => changed(of, word, quote),
        AmountProblem::Odd { amount, usual } => format!(
            "I read {amount} for {name}, and that is far from any offer. It should be between {} and {}: check the zeros and send it again.",
            usual.low, usual.high
        ),
        AmountProblem::TooLow(amount) => format!(
            "I read {amount} as {name}, and that is too low for a year and for four. Send it like 340k a year or 1.36m over four years."
        ),
        AmountProblem::InShares => {
            format!("I need {name} in dollars, not in shares. Send shares times price, like {example}.")
        }
        AmountProblem::OfOneYear => {
            format!("I need all that you leave behind in one figure, not a year's. Send it like {example}.")
        }
    }
}

fn changed(of: Amount, word: &str, said: &str) -> String {
    let (name, example) = (name(of), example(of));
    let (to, send) = match of {
        Amount::SignOn => (name, format!("what each of the two years pays, like {example}")),
        Amount::Grant => (name, format!("only the grant, like {example}")),
        _ => ("the amount".into(), format!("only the figure for {name}, like {example}")),
    };
    format!("I'm not sure what \"{word}\" does to {to} in \"{said}\". Send {send}.")
}

pub(super) fn sign_on(problem: &SignOnProblem) -> String {
    match problem {
        SignOnProblem::Missing(said) if said.is_empty() => {
            "I see no sign-on amount. Send both years, like 90/70, or none.".to_owned()
        }
        SignOnProblem::Missing(said) => {
            format!("I see no sign-on amount in \"{said}\". Send both years, like 90/70, or none.")
        }
        SignOnProblem::Range(said) => {
            format!("\"{said}\" looks like a range. Send what each of the two years pays, like 90/70.")
        }
        SignOnProblem::YearTwice(said) => format!("\"{said}\" gives one year twice. Send both years, like 90/70."),
        SignOnProblem::TooMany(said) => {
            format!("I see too many amounts in \"{said}\". Send both years, like 90/70.")
        }
        SignOnProblem::Years(said) => format!("I can't tell the two years in \"{said}\". Send both, like 90/70."),
        SignOnProblem::NotOneYear(said) => {
            format!("I can't read \"{said}\" as one year's sign-on. Send one figure, like 90k, or 0.")
        }
        SignOnProblem::OneYear { amount, year } => {
            format!("I read {amount} for year {year} and nothing for the other year. Send both, like 90/70 or 90/0.")
        }
        SignOnProblem::Unusual(amount) => format!(
            "I read {amount} for the sign-on, which would be unusual: check the zeros. Send both years, like 90/70 or 90/0."
        ),
        SignOnProblem::Odd(amount) => format!(
            "I read {amount} for a year's sign-on, and that is far from any offer. Check the zeros and send both years, like 90/70."
        ),
    }
}

pub(super) fn terms(problem: &TermsProblem) -> String {
    match problem {
        TermsProblem::BothWays => {
            "You name a lump sum and monthly payment, and I keep one way for the sign-on. Send the way of year 1, like: lump sum, prorated.".into()
        }
        TermsProblem::NoRepayment => {
            "A lump sum, then. And if you leave within the year, do you owe back part of it, all of it or nothing? Send: lump sum prorated, lump sum full or lump sum no repayment.".into()
        }
        TermsProblem::TwoRepayments(said) => {
            format!("\"{said}\" names two ways of repaying, and I keep one: tell me that of year 1.")
        }
        TermsProblem::Missing(said) => format!(
            "I don't see in \"{said}\" how the sign-on is paid. Send one of: monthly, lump sum prorated, lump sum full, lump sum no repayment; or: I don't know."
        ),
    }
}

/// How a grant in shares is sent.
const SHARES: &str = "like 1400 shares at $182.50";

pub(super) fn grant(problem: &GrantProblem) -> String {
    match problem {
        GrantProblem::Missing(said) => {
            format!("I see no grant in \"{said}\". Send dollars or shares, like $400k or 1400 shares at $182.50.")
        }
        GrantProblem::Mixed(said) => format!(
            "I can't tell the shares, their price and their value apart in \"{said}\". Send it {SHARES}, or $400k."
        ),
        GrantProblem::SharesOrDollars(number) => {
            let number = number.figure();
            format!(
                "Is {number} a number of shares or an amount of dollars? Send \"{number} shares\", or dollars like $400k."
            )
        }
        GrantProblem::Count(said) => format!("I can't take the number of shares in \"{said}\". Send it {SHARES}."),
        GrantProblem::PriceAlone(price) => format!(
            "I read a price of {price} a share and no number of shares. Send both, like 1400 shares at {price}."
        ),
        GrantProblem::Price(said) => format!("I can't read \"{said}\" as a price a share. Send it like 182.50."),
        GrantProblem::PriceOfDollars(said) => format!(
            "\"{said}\" is already in dollars, so it takes no price. Send shares with a price, like 2200 shares and 182.50, or dollars alone."
        ),
        GrantProblem::OddPrice { price, usual } => format!(
            "I read a price of {price} a share. It should be between {} and {}: check it and send it again.",
            usual.low, usual.high
        ),
        GrantProblem::Contradiction { count, price, product, value } => {
            format!("{count} shares at {price} are {product}, not {value}. Send the two that are right, {SHARES}.")
        }
        GrantProblem::SharesLeftOut { value, count } => shares_left_out(*value, *count),
        GrantProblem::ImpliedPrice { quote, price } => {
            format!("In \"{quote}\" one share would be worth {price}. Send the shares with their price, {SHARES}.")
        }
        GrantProblem::OddShares { count, price, value } => format!(
            "{count} shares at {price} are worth {value}, and that is far from any offer. Check both and send them again."
        ),
        GrantProblem::Odd { value, usual } => format!(
            "I read a grant of {value}, and that is far from any offer. It should be between {} and {} over four years: check the zeros and send it again.",
            usual.low, usual.high
        ),
    }
}

fn shares_left_out(value: Money, count: u32) -> String {
    format!(
        "I keep the value, {value}, and leave out the {count} shares. To keep those, send them with their price, like {count} shares at $182.50."
    )
}
