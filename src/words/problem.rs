//! What was not understood, in words: what happened, and how to fix it.

mod day;
mod letter;
mod pay;

use crate::market::Companies;
use crate::money::Money;
use crate::reading::{CompetingProblem, LevelProblem, PlaceProblem, Problem};

/// The longest text that grows further, in bytes.
const ENOUGH: usize = 500;

/// Several problems as one text; after a few, only that there are more.
pub fn problems(problems: &[Problem]) -> String {
    let mut text = String::new();
    for one in problems {
        if text.len() > ENOUGH {
            return text + " There was more that I could not read: send it in smaller pieces.";
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&problem(one));
    }
    text
}

/// One problem as one or two sentences.
pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Empty => "I see nothing to read there. Send the answer as text, like 185k.".into(),
        Problem::Unplaced(words) => format!(
            "I don't know what \"{words}\" is for. Say it with its name, like \"base 185k\" or \"sign-on 90/70\"."
        ),
        Problem::LeftOut(words) => format!("I left out \"{words}\": I don't know where it belongs."),
        Problem::TotalLeftOut(said) => {
            format!("{said} is a total of several parts, so I took it for none of them.")
        }
        Problem::Disputed(said) => format!(
            "I can't tell whether \"{said}\" is Amazon's or the other employer's. Send it in a message without the other one."
        ),
        Problem::NotOfOffer(said) => format!("I left out \"{said}\": that isn't what Amazon offers you."),
        Problem::NotCounted(said) => {
            format!(
                "I left out \"{said}\": I count base, sign-on and the RSU grant, nothing for moving, benefits or later stock."
            )
        }
        Problem::Addition(said) => format!(
            "\"{said}\" says how much was added. Send the new figure whole, like \"base 195k\" or \"sign-on 100/70\"."
        ),
        Problem::AskedLater(said) => format!("I have a question about \"{said}\" too: send that again on its own."),
        Problem::AskedBeside(said) => format!("\"{said}\" I can tell you once I know the offer."),
        Problem::NotOneAmount(field) => {
            format!("I read one amount for the base or a year's sign-on only, not for {}.", super::field(*field))
        }
        Problem::Amount(of, problem) => pay::amount(*of, problem),
        Problem::SignOn(problem) => pay::sign_on(problem),
        Problem::Terms(problem) => pay::terms(problem),
        Problem::Grant(problem) => pay::grant(problem),
        Problem::Vesting(error) => format!("Vesting: {error}."),
        Problem::Level(problem) => level(problem),
        Problem::Role(said) => {
            format!(
                "I know no role called \"{said}\". Send it like software engineer, SDM or TPM, or \"another role\"."
            )
        }
        Problem::Place(problem) => place(problem),
        Problem::Currency(said) => {
            format!("I know no currency called \"{said}\". Send its code, like USD or CAD.")
        }
        Problem::Written(said) => {
            format!("I can't tell from \"{said}\" whether you hold the offer in writing. Send yes or no.")
        }
        Problem::Day(problem) => day::day(problem),
        Problem::Competing(problem) => competing(problem),
        Problem::Letter(problem) => letter::letter(problem),
    }
}

fn level(problem: &LevelProblem) -> String {
    let company = Companies::asked_for();
    match problem {
        LevelProblem::Unclear(said) => {
            format!(
                "I can't tell the level in \"{said}\". Send {}, or whichever your letter names.",
                company.asked_in_words()
            )
        }
        LevelProblem::OfRole(role) => {
            format!(
                "Which level is it? For {} the title alone doesn't say: send {}, or whichever your letter names.",
                role.people(),
                company.asked_in_words()
            )
        }
        LevelProblem::NotListed(number) => {
            let unknown = company.unknown(&format!("L{number}"));
            format!("I don't know that level: {unknown}. Send the level in your letter.")
        }
    }
}

/// The most places of one name that are told.
const MOST_PLACES: usize = 4;

fn place(problem: &PlaceProblem) -> String {
    match problem {
        PlaceProblem::Missing(said) => {
            format!("I don't see a place in \"{said}\". Send the city, like Seattle or Austin, or \"remote US\".")
        }
        PlaceProblem::Several(said) => {
            format!("\"{said}\" names more than one place. Send the one the offer is for, like Seattle.")
        }
        PlaceProblem::Either { quote, places } => {
            // Their names have commas of their own.
            let places: Vec<String> = places.iter().take(MOST_PLACES).map(ToString::to_string).collect();
            format!("\"{quote}\" may be {}. Send the one that is meant like that.", places.join(" or "))
        }
        PlaceProblem::TooLong(said) => {
            format!("\"{said}\" is too long for a place. Send only the city, like Seattle or Denver, CO.")
        }
    }
}

/// How another offer is sent.
const LIKE: &str = "like: Google, written, 450k a year";

fn competing(problem: &CompetingProblem) -> String {
    match problem {
        CompetingProblem::NoOffer(said) => format!(
            "I take \"{said}\" for no offer: where you work, what you hope for and what is gone are none. Send those that \
             stand, {LIKE}; or say none."
        ),
        CompetingProblem::Missing => format!("Send who, how firm and how much a year, {LIKE}; Stripe, interviewing."),
        CompetingProblem::PartOfPay(said) => format!(
            "For another offer I keep one figure, its total pay a year, and \"{said}\" names a part of it. Send it {LIKE}."
        ),
        CompetingProblem::InParts(company) => format!(
            "The base, bonus and stock of {company} have their place in /offer compare, where I work out its years; here I \
             keep who it is, how firm, and its total a year if you send that."
        ),
        CompetingProblem::NoEmployer(said) => {
            format!("I see no employer in \"{said}\". Send who, how firm and how much a year, {LIKE}.")
        }
        CompetingProblem::Firmness(said) => {
            format!("How firm is \"{said}\": in writing, verbal or in process? Send it again with that, {LIKE}.")
        }
        CompetingProblem::DeadlinePassed(said) => {
            format!("The deadline in \"{said}\" has passed. Send that offer again without it, or with the right day.")
        }
        CompetingProblem::Several(said) => {
            format!("I see more than one amount in \"{said}\". Send its total pay a year, {LIKE}.")
        }
        CompetingProblem::Unusual { quote, a_year } => unusual_total(quote, *a_year),
    }
}

fn unusual_total(said: &str, a_year: Money) -> String {
    format!(
        "I read {a_year} a year in \"{said}\", and that is unusual. Send its total pay a year, like 450k a year, or 1.8m over four years."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_a_few_problems_there_are_only_more() {
        let each = Problem::Unplaced("a text of some words without a use".into());
        let text = problems(&vec![each.clone(); 4]);
        assert_eq!(text.matches("I don't know what").count(), 4);
        assert!(!text.contains("There was more"));
        let text = problems(&vec![each; 40]);
        assert_eq!(text.matches("I don't know what").count(), 5);
        assert!(text.ends_with("\"sign-on 90/70\". There was more that I could not read: send it in smaller pieces."));
    }
}
