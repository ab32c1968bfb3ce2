//! What stands in the way of an answer in a letter.

use crate::market::Companies;
use crate::reading::{LetterProblem, LetterSignOn, LetterSubject};

pub(super) fn letter(problem: &LetterProblem) -> String {
    match problem {
        LetterProblem::Foreign(line) => format!("I can't tell what every figure is in, so I left out: \"{line}\""),
        LetterProblem::OtherVesting(line) => format!(
            "The letter vests in another way than Amazon's usual 5/15/40/40: \"{line}\" I counted it the usual way. Change the vesting, like \"vesting 25/25/25/25 quarterly\"."
        ),
        LetterProblem::RelativeDay(line) => {
            format!("The day in \"{line}\" depends on when this was written. Send the date yourself.")
        }
        LetterProblem::PassedDay(line) => format!("The day in \"{line}\" seems to have passed, so I left it out."),
        LetterProblem::Weekday(day) => format!(
            "The letter's day does not fit: {} is a {}. Enter it yourself.",
            day.strftime("%B %-d, %Y"),
            day.strftime("%A")
        ),
        LetterProblem::Twice(said) => format!(
            "The letter gives {} in more than one way, so I took none. Enter the right one yourself.",
            name(*said)
        ),
        LetterProblem::NotListed(level) => {
            let company = &Companies::asked_for().name;
            format!("The letter is for L{level}, and I know no such level at {company}.")
        }
        LetterProblem::LevelAndTitle { number, title } => {
            format!("The letter says {number}, and its title sounds like {title}. Enter the level yourself.")
        }
        LetterProblem::OddBase(base) => {
            format!("The letter gives a base of {base}, and that is far from any offer. Enter it yourself.")
        }
        LetterProblem::BaseByYears { year_1, year_2 } => format!(
            "The letter gives a base of {year_1} in year 1 and {year_2} in year 2, and I keep one. Enter the one you start with."
        ),
        LetterProblem::GrantContradiction { count, price, product, value } => format!(
            "{count} shares at {price} are {product}, and the letter says {value}, so I took none. Enter the grant yourself."
        ),
        LetterProblem::SignOn(problem) => sign_on(problem),
    }
}

fn sign_on(problem: &LetterSignOn) -> String {
    match problem {
        LetterSignOn::WithoutYear { amount, other } => format!(
            "The letter gives {amount} of sign-on for one year and {other} without its year, so I took none. Enter both, like 90/70."
        ),
        LetterSignOn::Sum { year_1, year_2, sum } => format!(
            "The sign-on is {year_1} and {year_2} in one place and {sum} in another, so I took none. Enter it yourself."
        ),
        LetterSignOn::Totals { amount, sum } => format!(
            "The sign-on is {amount} in one place and {sum} in another, so I took none. Enter it yourself."
        ),
        LetterSignOn::OneYear { amount, year } => {
            let other = if *year == 1 { "second" } else { "first" };
            format!(
                "The letter gives {amount} of sign-on for year {year} and I see none for the {other} year. Enter both, like 90/70 or 90/0."
            )
        }
        LetterSignOn::Monthly(amount) => format!(
            "The sign-on is {amount} a month and I can't tell for how many months. Send what each of the two years pays, like 90/70."
        ),
        LetterSignOn::MoreYears => {
            "The sign-on is paid over more than two years, and I keep two. Enter what each of the first two years pays, like 90/70."
                .into()
        }
        LetterSignOn::PaidBothWays => {
            "The sign-on is paid partly at once and partly monthly. Enter how year 1 is paid.".into()
        }
        LetterSignOn::NoRepayment => {
            "The sign-on comes at once, and I can't tell how much of it you repay if you leave. Ask your recruiter, then enter it.".into()
        }
        LetterSignOn::NoPayment => {
            "The letter has a rule on repaying the sign-on, and I can't tell whether it is paid at once or monthly. Enter it yourself.".into()
        }
    }
}

/// What a letter says in more than one way, inside a sentence.
fn name(said: LetterSubject) -> &'static str {
    match said {
        LetterSubject::Level => "the level",
        LetterSubject::Title => "the title",
        LetterSubject::Place => "the place",
        LetterSubject::Base => "the base",
        LetterSubject::SignOn => "the sign-on",
        LetterSubject::SignOnYear1 => "the sign-on of year 1",
        LetterSubject::SignOnYear2 => "the sign-on of year 2",
        LetterSubject::SignOnTotal => "the sign-on total",
        LetterSubject::Shares => "the number of shares",
        LetterSubject::SharePrice => "the price a share",
        LetterSubject::GrantValue => "the value of the grant",
        LetterSubject::StockPerYear => "the stock a year",
        LetterSubject::Written => "whether it is in writing",
        LetterSubject::StartDate => "the start date",
        LetterSubject::ReplyBy => "the day to reply by",
        LetterSubject::Repayment => "the repayment of the sign-on",
    }
}
