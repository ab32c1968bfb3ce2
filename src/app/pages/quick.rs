//! `/offer quick`: a whole offer in one line.

use crate::app::command::Options;
use crate::app::desk::Desk;
use crate::app::outcome::Outcome;
use crate::app::wishes::read_hours;
use crate::market::Companies;
use crate::offer::{Field, OfferDraft};
use crate::reading::{Answer, Doubt, Problem, Reading, read_answer};
use crate::reply::{Block, Card};
use crate::words::{problems as in_words, value_of_shares};

/// `/offer quick`: reads every option, says all that is wrong at once, else saves and analyses.
pub(crate) fn command(desk: &mut Desk, options: &Options) -> Outcome {
    let mut draft = OfferDraft { competing: desk.account.others().spoken_of(), ..OfferDraft::default() };
    let mut problems = read_quick(&mut draft, options, desk.today());
    if draft.grant.is_some_and(|grant| !draft.counts(grant)) {
        problems.push(format!("rsu: {}", value_of_shares(draft.currency)));
    }
    let hours = match options.get("hours") {
        Some(text) => read_hours(text).map_err(|problem| problems.push(format!("hours: {problem}"))).ok(),
        None => None,
    };
    let offer = match draft.complete() {
        Ok(offer) if problems.is_empty() => offer,
        _ => {
            let card = Card::titled("Almost: one more look")
                .with(Block::Lead("I could not read everything, so nothing is saved yet.".into()))
                .with(Block::Bullets(problems))
                .with_small(
                    "Send the command again with that changed, or use /offer start and I ask one thing at a time.",
                );
            return Outcome::below(card);
        }
    };
    match desk.keep(offer, None) {
        Outcome::Saved(id) => {
            if let (Some(record), Some(_)) = (desk.account.offer_mut(id), hours) {
                record.hours_a_week = hours;
            }
            Outcome::Analysis(id, None)
        }
        no_room => no_room,
    }
}

fn read_quick(draft: &mut OfferDraft, options: &Options, today: jiff::civil::Date) -> Vec<String> {
    let text = |key: &str| options.text(key);
    let mut problems = Vec::new();
    match Companies::asked_for().read_level(text("level")) {
        Ok(level) => draft.level = Some(level),
        Err(error) => problems.push(format!("level: {error}.")),
    }
    let sign_on = format!("{} / {}", text("sign_on_1"), text("sign_on_2"));
    let rsu =
        if text("price").is_empty() { text("rsu").to_owned() } else { format!("{} @ {}", text("rsu"), text("price")) };
    let parts =
        [("location", Field::Location, text("location").to_owned()), ("base", Field::Base, text("base").to_owned())];
    let parts = parts.into_iter().chain([("sign_on_1, sign_on_2", Field::SignOn, sign_on), ("rsu", Field::Grant, rsu)]);
    for (option, field, text) in parts {
        if let Err(problem) = read_option(draft, field, &text, today) {
            problems.push(format!("{option}: {problem}"));
        }
    }
    problems
}

/// Why an option can't be taken: how to fix it.
#[derive(Debug, thiserror::Error)]
enum BadOption {
    #[error("{}", in_words(.0))]
    Unread(Vec<Problem>),
    #[error("add the option `price` with the dollars a share, for example 182.50.")]
    NoPrice,
    #[error("give the whole grant over four years, for example 400k.")]
    OfOneYear,
    #[error("that can be read in two ways; give one plain amount, for example 90k.")]
    TwoReadings,
    #[error("I found no answer in that; for example 185k.")]
    NoAnswer,
}

/// Reads one option. A figure that may be ten times off is taken as typed: the analysis
/// warns of it first, as a command can't ask back.
fn read_option(draft: &mut OfferDraft, field: Field, text: &str, today: jiff::civil::Date) -> Result<(), BadOption> {
    let Reading { answers, doubt, problems } = read_answer(Some(field), text, draft, today);
    if !problems.is_empty() {
        return Err(BadOption::Unread(problems));
    }
    let settled = match doubt {
        None => None,
        Some(Doubt::Zeros { typed, .. }) => Some(typed),
        Some(Doubt::SharePrice { .. }) => return Err(BadOption::NoPrice),
        Some(Doubt::GrantPerYear { .. }) => return Err(BadOption::OfOneYear),
        Some(Doubt::SignOnSplit { .. } | Doubt::Firmness { .. } | Doubt::WalkAwayUnit { .. }) => {
            return Err(BadOption::TwoReadings);
        }
    };
    let mut answered = false;
    for answer in answers.into_iter().chain(settled).filter(|answer| answer.field() == field) {
        answered = !matches!(answer, Answer::Nothing(_));
        answer.put_into(draft);
    }
    if answered { Ok(()) } else { Err(BadOption::NoAnswer) }
}
