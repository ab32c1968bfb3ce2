//! The words where one thing is to settle: what is asked, what there is to choose from, and why.

use crate::reading::{Answer, Doubt};
use crate::words;
use crate::words::answers::echo;

/// The labels to choose from, in the order of what they choose.
pub(crate) fn labels(doubt: &Doubt) -> Vec<String> {
    let fixed = |labels: &[&str]| labels.iter().map(|label| (*label).to_owned()).collect();
    match doubt {
        Doubt::Zeros { .. } => fixed(&["Yes, that", "No, as I wrote"]),
        Doubt::SignOnSplit { amount } => vec![
            "All in year 1".into(),
            "Half in each year".into(),
            format!("{} in each year", amount.short()),
            "The sum, split otherwise".into(),
        ],
        Doubt::SignOnSum { .. } => fixed(&["Half in each year"]),
        Doubt::Unusual { typed: Answer::Location(_) } => fixed(&["Yes, there"]),
        Doubt::Unusual { typed: Answer::Competing(_) } => fixed(&["Yes, it is"]),
        Doubt::Unusual { .. } => fixed(&["Yes, as I wrote"]),
        Doubt::SignOnOfMonths { .. } => fixed(&["Yes, that"]),
        Doubt::BaseOfPeriod { a_year, .. } => vec![format!("Yes, {} a year", a_year.short())],
        Doubt::TotalOrBase { .. } => fixed(&["Base alone"]),
        Doubt::SharePrice { .. } => Vec::new(),
        Doubt::Firmness { .. } => fixed(&["In writing", "Verbal", "In process"]),
        Doubt::WalkAwayUnit { .. } => fixed(&["A year", "Over four years"]),
        Doubt::LumpSumRepaid => fixed(&["Part of it", "All of it", "Nothing"]),
        Doubt::VestsHowOften { .. } => fixed(&["Yearly", "Every six months", "Quarterly", "Monthly"]),
        Doubt::SignOnPaid { .. } => fixed(&["Lump sum", "Monthly"]),
        Doubt::GrantPerYear { .. } => fixed(&["One year", "The whole grant"]),
    }
}

/// One line below the question.
pub(crate) fn hint(doubt: &Doubt) -> Option<&'static str> {
    match doubt {
        Doubt::SharePrice { .. } => Some("Today's price, or the one in the letter. \"182.50\" is fine."),
        Doubt::SignOnSum { .. } => Some("Year 1 is enough, for example \"60k\": the rest is year 2."),
        Doubt::Zeros { .. }
        | Doubt::Unusual { .. }
        | Doubt::SignOnSplit { .. }
        | Doubt::SignOnOfMonths { .. }
        | Doubt::BaseOfPeriod { .. }
        | Doubt::TotalOrBase { .. }
        | Doubt::Firmness { .. }
        | Doubt::WalkAwayUnit { .. }
        | Doubt::LumpSumRepaid
        | Doubt::SignOnPaid { .. }
        | Doubt::VestsHowOften { .. }
        | Doubt::GrantPerYear { .. } => None,
    }
}

/// What can be said, where what was said does not tell which is meant.
pub(crate) fn choices(doubt: &Doubt) -> String {
    let said = "That doesn't tell me which.";
    match doubt {
        Doubt::Unusual { typed: Answer::Location(_) } => {
            format!("{said} Write \"yes\" if it is right, or the city, like Seattle.")
        }
        Doubt::Unusual { typed: Answer::Competing(_) } => {
            format!("{said} Write \"yes\" if it is, the company's name, or \"no\" if there is no such offer.")
        }
        Doubt::Zeros { typed, likely } => {
            format!(
                "{said} Write \"yes\" for {}, \"as I wrote\" for {}, or the right figure.",
                echo(likely),
                echo(typed)
            )
        }
        Doubt::Unusual { .. } | Doubt::SignOnOfMonths { .. } | Doubt::BaseOfPeriod { .. } => {
            format!("{said} Write \"yes\" if it is right, or the right figure.")
        }
        Doubt::TotalOrBase { .. } => {
            format!("{said} Write \"base alone\", \"it's my total pay\", or the base itself, like 200k.")
        }
        Doubt::SharePrice { .. } => "I need one price in dollars a share, like \"182.50\".".into(),
        Doubt::SignOnSum { amount } => {
            format!("I need how the {amount} is split: write \"half in each year\", or what year 1 pays, like \"60k\".")
        }
        Doubt::SignOnSplit { .. }
        | Doubt::Firmness { .. }
        | Doubt::WalkAwayUnit { .. }
        | Doubt::LumpSumRepaid
        | Doubt::SignOnPaid { .. }
        | Doubt::VestsHowOften { .. }
        | Doubt::GrantPerYear { .. } => {
            let none = doubt.is_of_unknown_company().then_some("\"no\" if there is no such offer".to_owned());
            let said_as = labels(doubt).into_iter().map(|label| format!("\"{}\"", small_first(&label)));
            let quoted: Vec<String> = said_as.chain(none).collect();
            match quoted.split_last() {
                Some((last, others)) => format!("{said} Write {} or {last}.", others.join(", ")),
                None => said.into(),
            }
        }
    }
}

/// What the readings mean.
pub(crate) fn meaning(doubt: &Doubt) -> String {
    match doubt {
        Doubt::Zeros { typed: Answer::Location(_), .. } | Doubt::Unusual { typed: Answer::Location(_) } => {
            "A place I don't know gets every page but the percentile and its state's taxes.".into()
        }
        Doubt::Unusual { typed: Answer::Competing(_) } => {
            "An offer of a company that I don't know counts like any other. What I read may also be no company.".into()
        }
        Doubt::Zeros { typed, .. } => format!(
            "{} would be far from what such offers pay, so a zero may be missing or too many. If it is right, say no.",
            words::capitalised(&echo(typed))
        ),
        Doubt::SignOnSplit { amount } => format!(
            "Amazon usually pays one sign-on in year 1 and another in year 2. {amount} may be the first alone, both \
             together, or each of them."
        ),
        Doubt::Unusual { typed } => format!(
            "{} would be far from what such offers pay. If it is right, say yes.",
            words::capitalised(&echo(typed))
        ),
        Doubt::SignOnOfMonths { .. } => {
            "A sign-on paid by the month is the same money: twelve payments make a year.".into()
        }
        Doubt::BaseOfPeriod { .. } => {
            "Twelve months, twenty-six times two weeks or 2,080 hours make a year. The letter names the year's base."
                .into()
        }
        Doubt::TotalOrBase { .. } => {
            "Total pay is base, sign-on and stock together. I need the base alone; the rest I ask for next.".into()
        }
        Doubt::SignOnSum { amount } => {
            format!("The {amount} is both years together. The letter names what is paid in year 1 and in year 2.")
        }
        Doubt::SharePrice { .. } => {
            "The letter names a number of shares. What they are worth is that number times the \
             price of one share; any finance page shows today's."
                .into()
        }
        Doubt::Firmness { .. } => {
            "In writing: you hold a letter or a mail with the figures. Verbal: they told you the \
             figures. In process: there are no figures yet."
                .into()
        }
        Doubt::WalkAwayUnit { .. } => {
            "Some people think of a year's pay, others of all four years together. I count over four years.".into()
        }
        Doubt::LumpSumRepaid => {
            "Part of it: the months that you don't stay. All of it: whenever in that year you leave. The letter says \
             which; if it doesn't, ask them."
                .into()
        }
        Doubt::VestsHowOften { .. } => {
            "The parts of a year can come at once at its end, or spread over it. The letter says which.".into()
        }
        Doubt::SignOnPaid { .. } => {
            "A lump sum comes at the start of its year, monthly payments with each paycheck. The letter says which."
                .into()
        }
        Doubt::GrantPerYear { .. } => {
            "The letter names the whole grant. Recruiters sometimes name what vests in one year.".into()
        }
    }
}

/// Why it is asked.
pub(crate) fn why(doubt: &Doubt) -> &'static str {
    match doubt {
        Doubt::Zeros { typed: Answer::Location(_), .. } | Doubt::Unusual { typed: Answer::Location(_) } => {
            "Pay ranges and taxes hang on the place."
        }
        Doubt::Unusual { typed: Answer::Competing(_) } => {
            "Another offer goes into your plan and into texts that you send, so it has to be one."
        }
        Doubt::Zeros { .. } => "A figure ten times off would spoil everything I work out from it.",
        Doubt::SignOnSplit { .. } => "The readings are far apart in dollars, and years 1 and 2 depend on them.",
        Doubt::Unusual { .. } => "A figure far from what is usual would spoil everything I work out from it.",
        Doubt::SignOnOfMonths { .. } | Doubt::BaseOfPeriod { .. } => {
            "I count by the year, and want to be sure of the sum."
        }
        Doubt::TotalOrBase { .. } => "A total taken as the base would count your stock and sign-on twice.",
        Doubt::SignOnSum { .. } => "I show each year's pay, so I need to know what falls into which.",
        Doubt::SharePrice { .. } => "I count in dollars, and I don't make a price up.",
        Doubt::Firmness { .. } => {
            "I say of another offer only what is true: a written one is called written, one in process no more than that."
        }
        Doubt::WalkAwayUnit { .. } => "The one is four times the other, and it sets the floor of the sums.",
        Doubt::VestsHowOften { .. } => "What has vested when you leave, and each year's pay, depend on it.",
        Doubt::LumpSumRepaid | Doubt::SignOnPaid { .. } => {
            "What leaving early costs you, and what each month pays, depend on it."
        }
        Doubt::GrantPerYear { .. } => "The one is four times the other, and years 3 and 4 depend on it.",
    }
}

/// What is said of a figure in doubt that is left out.
pub(crate) fn left_out(doubt: &Doubt) -> String {
    let what = match doubt {
        Doubt::Unusual { typed: Answer::Competing(offer) } => {
            return format!("I leave {} out, since I know no company of that name.", offer.company);
        }
        Doubt::Firmness { company, .. } if doubt.is_of_unknown_company() => {
            return format!("I leave {company} out, since I know no company of that name.");
        }
        Doubt::Zeros { typed, .. } | Doubt::Unusual { typed } => echo(typed),
        Doubt::SignOnOfMonths { .. } => "the sign-on by the month".into(),
        Doubt::BaseOfPeriod { said, .. } => format!("the base of {said}"),
        Doubt::TotalOrBase { amount } => format!("the {amount}"),
        Doubt::SignOnSplit { amount } | Doubt::SignOnSum { amount } => format!("the sign-on of {amount}"),
        Doubt::SharePrice { count } => format!("the {} shares", words::answers::grouped(*count)),
        Doubt::Firmness { company, .. } => format!("the one from {company}"),
        Doubt::WalkAwayUnit { amount } => format!("the walk-away number of {amount}"),
        Doubt::VestsHowOften { .. } => {
            return "I leave that vesting out, since I don't know how often it vests. Tell me when you do.".into();
        }
        Doubt::LumpSumRepaid | Doubt::SignOnPaid { .. } => {
            return "I leave open how the sign-on is paid and repaid. Tell me when you know both.".into();
        }
        Doubt::GrantPerYear { amount } => format!("the grant of {amount}"),
    };
    format!("I leave {what} out, since it can be meant in two ways.")
}

fn small_first(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}
