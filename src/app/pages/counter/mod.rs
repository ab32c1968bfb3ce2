//! The counter plan as a page: what to ask for, what it gains, how far each part goes; and
//! the controls of all its pages.

mod ladder;
mod packages;

use crate::app::account::Purpose;
use crate::app::command::{Command, Options};
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::material::WorkedOut;
use crate::app::outcome::{Gone, NotThere, Outcome};
use crate::app::words::figures::{OUT_OF_REACH, figures_table, small_print, what_to_ask};
use crate::counter::{Figures, Limit, Plan, SetBy};
use crate::echo::Echo;
use crate::offer::{Component, OfferId, OfferRecord};
use crate::playbook::Done;
use crate::reply::{Action, Block, Button, Card, Choice, Press, Verb};
use crate::words::{self, Phrase, ordinal};

/// Percentiles offered to aim for; any other can be typed.
const TARGETS: [u8; 4] = [50, 60, 75, 90];
/// The e-mail that carries the opening ask.
const EMAIL: &str = "first_round";

/// `/counter [offer] [target]`. Without an offer the walkthrough begins and comes back to it.
pub(crate) fn command(desk: &mut Desk, options: &Options) -> Outcome {
    let target = match options.get("target").map(read_target).transpose() {
        Ok(target) => target,
        Err(bad) => return Outcome::below(Card::text(bad.to_string())),
    };
    match desk.named(options.get("offer")) {
        Ok(id) => show(desk, id, target),
        Err(NotThere::NoOffer) => {
            let target = target.map(|target| ("target", target.to_string()));
            Outcome::Need(Purpose { command: Command::Counter, options: target.into_iter().collect() })
        }
        Err(instead) => instead.into(),
    }
}

/// A control of these pages.
pub(crate) fn pressed(desk: &mut Desk, id: OfferId, subject: &str, value: Option<&str>) -> Outcome {
    match subject {
        "ladder" => desk.of(id, |record| Outcome::here(ladder::card(record, &desk.work_out(record)))),
        "packages" => desk.of(id, |record| Outcome::here(packages::card(record, &desk.work_out(record)))),
        "target" => show(desk, id, value.and_then(|value| read_target(value).ok())),
        _ => show(desk, id, None),
    }
}

fn show(desk: &mut Desk, id: OfferId, target: Option<u8>) -> Outcome {
    keep_target(desk, id, target);
    let Some(record) = desk.account.offer(id) else { return Outcome::Gone(Gone::Offer) };
    Outcome::here(card(record, &desk.work_out(record))).did(id, Done::CounterPlanned)
}

fn keep_target(desk: &mut Desk, id: OfferId, target: Option<u8>) {
    let now = desk.now;
    if let (Some(record), Some(target)) = (desk.account.offer_mut(id), target)
        && record.target != Some(target)
    {
        record.target = Some(target);
        record.updated = now;
    }
}

/// A text that is no percentile.
#[derive(Debug, thiserror::Error)]
#[error("The target is a percentile from 1 to 99, for example 75. I can't read \"{0}\" as one.")]
struct BadTarget(Echo);

/// `75`, `75th`, `p75`, `75 %`.
fn read_target(text: &str) -> Result<u8, BadTarget> {
    let plain = text.trim().to_lowercase();
    let digits = plain.trim_start_matches('p').trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%').trim();
    let target = digits.parse().ok().filter(|target| (1..=99).contains(target));
    target.ok_or_else(|| BadTarget(Echo::of(text)))
}

/// What to ask for.
fn card(record: &OfferRecord, worked_out: &WorkedOut) -> Card {
    let plan = worked_out.plan();
    let mut card = Card::titled(format!("Counter plan: {}", record.name)).with(Block::Lead(what_to_ask(plan)));
    if plan.asks.increase.is_positive() {
        card = card.with(Block::Table(figures_table([
            ("Offered", &plan.offered),
            ("Ask", &plan.asks),
            ("Open", &plan.opening),
        ])));
        card = card.with(Block::Text(evenness(plan))).with(Block::Text(approval(plan)));
    }
    if plan.walk_away_out_of_reach {
        let text = if plan.asks.increase.is_positive() { OUT_OF_REACH } else { ABOVE_THE_OFFER };
        card = card.with(Block::Text(text.into()));
    }
    card = card.with(Block::Heading("How far each part goes".into())).with(Block::Bullets(limits(plan, record)));
    card = card.with_buttons(buttons(record, plan));
    if let Some(current) = plan.target_percentile {
        let prompt = format!("Target: the {}. Aim for another", ordinal(current));
        card = card.with_select(control("target", record), prompt, targets(current));
    }
    card.with_small(small_print(worked_out))
}

const ABOVE_THE_OFFER: &str = "It is still below the least you would take.";

/// What the ask pays by year, and why it is this one.
fn evenness(plan: &Plan) -> String {
    let years = plan.asks.years.map(|year| Phrase::plain(year.short()));
    let chosen = if plan.reached { ": of all asks within the limits that reach it, the most even" } else { "" };
    format!("Year by year it pays {}{chosen}.", words::listed(&years))
}

fn approval(plan: &Plan) -> String {
    let percent = |figures: &Figures| figures.increase_percent.round_dp(1).normalize();
    let (asks, opening) = (&plan.asks, &plan.opening);
    let higher = if opening.approval == asks.approval {
        String::new()
    } else {
        format!("; the opening ask, at {} %, is for {}", percent(opening), words::approver(opening.approval))
    };
    format!(
        "A rise of {} % over four years is for {} to approve{higher}. That is the playbook's claim.",
        percent(asks),
        words::approver(asks.approval)
    )
}

/// The limit of each part, what sets it, and where the ask has reached it.
fn limits(plan: &Plan, record: &OfferRecord) -> Vec<String> {
    let bound: Vec<Component> = plan.limits.reached_by(&plan.asks.ask).collect();
    let moved = plan.asks.increase.is_positive();
    let line = |component: Component| {
        let limit = plan.limits.get(component);
        let name = match component {
            Component::Base => "Base",
            Component::SignOn => "Sign-on, both years",
            Component::Stock => "Stock",
        };
        let here =
            if moved && bound.contains(&component) && limit.room().is_positive() { " The ask is there." } else { "" };
        format!("{name}: {}{here}", limit_words(component, limit, record))
    };
    Component::ALL.map(line).to_vec()
}

fn limit_words(component: Component, limit: &Limit, record: &OfferRecord) -> String {
    let cap = limit.cap;
    let cell = format!("{} in {}", record.offer.level, record.offer.place);
    match (limit.set_by, component) {
        (SetBy::Offered, _) if cap.is_zero() => {
            "none is offered, and the playbook gives no limit to ask within.".into()
        }
        (SetBy::Offered, _) => format!("{cap} as offered; it has no room."),
        (SetBy::BandTop, _) => format!("up to {cap}, the top of the range for {cell}."),
        (SetBy::BandMiddle, _) => format!("up to {cap}, the middle of the range for {cell}, as none is offered."),
        (SetBy::Ratio, Component::Base) => format!("up to {cap}, 15 % over the offer: the playbook's claim."),
        (SetBy::Ratio, Component::SignOn) => format!("up to {cap}, three times the offer: the playbook's claim."),
        (SetBy::Ratio, Component::Stock) => format!("up to {cap}, half more than offered: the playbook's claim."),
    }
}

fn control(subject: &str, record: &OfferRecord) -> Press {
    Press::always(Action::on_offer(Verb::Counter, subject, record.id))
}

fn buttons(record: &OfferRecord, plan: &Plan) -> Vec<Button> {
    let mut buttons = Vec::new();
    if plan.asks.increase.is_positive() {
        buttons.push(Button::primary("Opening ask and ladder", control("ladder", record)));
        buttons.push(Button::new("Three packages", control("packages", record)));
        buttons.push(Button::new("E-mail", Press::always(Action::on_offer(Verb::Email, EMAIL, record.id))));
    }
    buttons.push(Button::new("Scripts", links::of_offer(Verb::Scripts, record.id)));
    buttons.push(links::analysis(record.id));
    buttons
}

/// Other percentiles to aim for.
fn targets(current: u8) -> Vec<Choice> {
    let others = TARGETS.into_iter().filter(|target| *target != current);
    others.map(|target| Choice::new(format!("The {}", ordinal(target)), target.to_string())).collect()
}

/// Back to the plan.
fn back(record: &OfferRecord) -> Button {
    Button::primary("Back to the plan", control("", record))
}
