//! `/offer quick`: a whole offer in one line.

use crate::app::command::Options;
use crate::app::desk::Desk;
use crate::app::outcome::Outcome;
use crate::app::wishes::read_hours;
use crate::market::Companies;
use crate::offer::{Field, Grant, OfferDraft};
use crate::reading::{
    Amount, Answer, Doubt, GrantProblem, Problem, Reading, read_amount_for, read_answer, read_grant, read_sign_on_years,
};
use crate::reply::{Block, Card};
use crate::words::{self, problems as in_words, value_of_shares};

/// `/offer quick`: reads every option, says all that is wrong at once, else saves and analyses.
pub(crate) fn command(desk: &mut Desk, options: &Options) -> Outcome {
    let mut draft = OfferDraft { competing: desk.account.others().spoken_of(), ..OfferDraft::default() };
    let Read { mut problems, left_out } = read_quick(&mut draft, options, desk.today());
    priced_today(&mut draft, desk.today());
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
            // What was left out is said with the analysis; without it, the offer may be what a command waits for.
            match left_out {
                Some(left_out) => Outcome::Analysis(id, Some(left_out.to_owned())),
                None => Outcome::Saved(id),
            }
        }
        no_room => no_room,
    }
}

/// What came of the options: what can't be taken, each with its option, and what was left out.
#[derive(Default)]
struct Read {
    problems: Vec<String>,
    left_out: Option<&'static str>,
}

impl Read {
    /// Keeps what an option says, or why it can't be taken.
    fn take(&mut self, option: &str, draft: &mut OfferDraft, field: Field, reading: Reading) {
        match settle(draft, field, reading) {
            Ok(()) => {}
            // It names what it is about.
            Err(problem @ BadOption::Unusual(_)) => self.problems.push(problem.to_string()),
            Err(problem) => self.problems.push(format!("{option}: {problem}")),
        }
    }
}

/// More shares than any one grant has.
const MOST_GRANTED: u32 = 20_000;

/// Where a grant in dollars has a price beside it.
const PRICE_LEFT_OUT: &str = "I left out the price: a price is for shares only, and your grant is in dollars. For shares, send their number as rsu.";

fn read_quick(draft: &mut OfferDraft, options: &Options, today: jiff::civil::Date) -> Read {
    let text = |key: &str| options.text(key);
    let mut read = Read::default();
    match Companies::asked_for().read_level(text("level")) {
        Ok(level) => draft.level = Some(level),
        Err(error) => read.problems.push(format!("level: {error}.")),
    }
    for (option, field) in [("location", Field::Location), ("base", Field::Base)] {
        let reading = read_answer(Some(field), text(option), draft, today);
        read.take(option, draft, field, reading);
    }
    let years = ["sign_on_1", "sign_on_2"];
    let unread = years.map(|year| read_amount_for(Field::SignOn, text(year), draft.level).err());
    if unread.iter().all(Option::is_none) {
        let reading = read_sign_on_years(text(years[0]), text(years[1]), draft.level);
        read.take("sign_on_1, sign_on_2", draft, Field::SignOn, reading);
    }
    for (year, problems) in years.into_iter().zip(unread) {
        read.problems.extend(problems.map(|problems| format!("{year}: {}", in_words(&problems))));
    }
    read_rsu(&mut read, draft, text("rsu"), options.get("price"));
    read
}

/// The grant and the price of its shares; what is wrong is said of the one that has it.
fn read_rsu(read: &mut Read, draft: &mut OfferDraft, rsu: &str, price: Option<&str>) {
    let level = draft.level;
    let reading = read_grant(rsu, price, level);
    let alone = read_grant(rsu, None, level);
    match reading.problems.as_slice() {
        [Problem::Grant(GrantProblem::PriceOfDollars(_))] => {
            read.left_out = price.map(|_| PRICE_LEFT_OUT);
            read.take("rsu", draft, Field::Grant, alone);
        }
        [problem, ..] if is_of_price(problem) => {
            read.take("price", draft, Field::Grant, reading);
            if !alone.problems.is_empty() {
                read.take("rsu", draft, Field::Grant, alone);
            }
        }
        // So many shares nobody is granted: the number is dollars.
        [] if matches!(reading.doubt, Some(Doubt::Zeros { typed: Answer::Grant(Grant::Shares { count, .. }), .. }) if count > MOST_GRANTED) =>
        {
            read.left_out = price.map(|_| PRICE_LEFT_OUT);
            read.take("rsu", draft, Field::Grant, alone);
        }
        [] if price.is_some() => read.take("rsu, price", draft, Field::Grant, reading),
        _ => read.take("rsu", draft, Field::Grant, reading),
    }
}

fn is_of_price(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::Amount(Amount::SharePrice, _) | Problem::Grant(GrantProblem::Price(_) | GrantProblem::OddPrice { .. })
    )
}

/// A price that is given is that of today.
fn priced_today(draft: &mut OfferDraft, today: jiff::civil::Date) {
    if let Some(Grant::Shares { priced_on, .. }) = &mut draft.grant {
        priced_on.get_or_insert(today);
    }
}

/// Why an option can't be taken: how to fix it.
#[derive(Debug, thiserror::Error)]
enum BadOption {
    #[error("{}", in_words(.0))]
    Unread(Vec<Problem>),
    #[error("{} If it is right as you wrote it, /offer start takes it.", words::question(.0))]
    Unusual(Box<Doubt>),
    #[error("add the option price with the dollars a share, for example 182.50.")]
    NoPrice,
    #[error("give the whole grant over four years, for example 400k.")]
    OfOneYear,
    #[error("that can be read in two ways; give one plain amount, for example 90k.")]
    TwoReadings,
    #[error("I found no answer in that; for example 185k.")]
    NoAnswer,
}

/// Puts what was read into the draft. Nothing in doubt is taken: a command can't ask back, and what
/// the walkthrough would ask about is not saved here without a word.
fn settle(draft: &mut OfferDraft, field: Field, reading: Reading) -> Result<(), BadOption> {
    let Reading { answers, doubt, problems, .. } = reading;
    if !problems.is_empty() {
        return Err(BadOption::Unread(problems));
    }
    match doubt {
        None => {}
        // An option with suggestions: what is typed there is meant.
        Some(Doubt::Unusual { typed: typed @ Answer::Location(_) }) => {
            typed.put_into(draft);
            return Ok(());
        }
        Some(doubt @ (Doubt::Zeros { .. } | Doubt::Unusual { .. })) => return Err(BadOption::Unusual(Box::new(doubt))),
        Some(Doubt::SharePrice { .. }) => return Err(BadOption::NoPrice),
        Some(Doubt::GrantPerYear { .. }) => return Err(BadOption::OfOneYear),
        Some(
            Doubt::SignOnSplit { .. }
            | Doubt::SignOnSum { .. }
            | Doubt::BaseOfPeriod { .. }
            | Doubt::TotalOrBase { .. }
            | Doubt::SignOnOfMonths { .. }
            | Doubt::Firmness { .. }
            | Doubt::WalkAwayUnit { .. }
            | Doubt::LumpSumRepaid
            | Doubt::SignOnPaid { .. }
            | Doubt::VestsHowOften { .. },
        ) => {
            return Err(BadOption::TwoReadings);
        }
    }
    let mut answered = false;
    for answer in answers.into_iter().filter(|answer| answer.field() == field) {
        answered = !matches!(answer, Answer::Nothing(_));
        answer.put_into(draft);
    }
    if answered { Ok(()) } else { Err(BadOption::NoAnswer) }
}
