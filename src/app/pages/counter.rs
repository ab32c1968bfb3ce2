//! The counter plan as a page: what to ask for, what it gains, how far each part goes; and
//! the controls of all its pages.

use std::collections::BTreeMap;

use crate::app::pages::about;
use crate::app::pages::analysis;
use crate::app::pages::ladder::{OUT_OF_REACH, ladder_card};
use crate::app::pages::offers;
use crate::app::pages::packages::packages_card;
use crate::app::pages::what_if::to_analysis;
use crate::app::route::Desk;
use crate::app::walk;
use crate::app::words::asks::{asked, figures_table};
use crate::counter::{Figures, Limit, Plan, SetBy, listed, plan};
use crate::money::Money;
use crate::offer::{Component, OfferId, OfferRecord};
use crate::reply::{Action, Press, Verb};
use crate::reply::{Block, Button, Card, Choice, Controls, Reply};
use crate::session::Purpose;
use crate::words::ordinal;

/// Percentiles offered to aim for; any other can be typed.
const TARGETS: [u8; 4] = [50, 60, 75, 90];
/// The e-mail that carries the opening ask.
const EMAIL: &str = "first_round";

/// `/counter [offer] [target]`. Without an offer the walkthrough begins and comes back to it.
pub(crate) fn command(desk: &mut Desk, options: &BTreeMap<String, String>) -> Reply {
    let option = |key: &str| options.get(key).map(|text| text.trim()).filter(|text| !text.is_empty());
    let target = match option("target").map(read_target) {
        None => None,
        Some(Ok(target)) => Some(target),
        Some(Err(problem)) => return Reply::Show(Card::text(problem)),
    };
    if desk.account.offers().is_empty() {
        let name = target.map(|target| target.to_string()).unwrap_or_default();
        return walk::start_for(desk, Some(Purpose { command: "counter".into(), name }));
    }
    offers::with_offer(desk, option("offer"), |desk, id| show(desk, id, target))
}

/// The plan of an offer that was just saved for it; `None` where it was saved for something else.
pub(crate) fn after_saving(desk: &mut Desk, purpose: &Purpose, id: OfferId) -> Option<Card> {
    if purpose.command != "counter" {
        return None;
    }
    keep_target(desk, id, read_target(&purpose.name).ok());
    desk.account.offer(id).map(|record| card(record, desk))
}

/// A control of these pages.
pub(crate) fn pressed(desk: &mut Desk, press: &Press, value: Option<&str>) -> Reply {
    offers::known(desk, OfferId(press.action.number), |desk, id| match press.action.subject.as_str() {
        "ladder" => page(desk, id, ladder_card),
        "packages" => page(desk, id, packages_card),
        "target" => show(desk, id, value.and_then(|value| read_target(value).ok())),
        _ => page(desk, id, card),
    })
}

fn show(desk: &mut Desk, id: OfferId, target: Option<u8>) -> Reply {
    keep_target(desk, id, target);
    page(desk, id, card)
}

fn page(desk: &Desk, id: OfferId, page: impl FnOnce(&OfferRecord, &Desk) -> Card) -> Reply {
    desk.account
        .offer(id)
        .map_or_else(|| Reply::Show(about::old_control()), |record| offers::in_place(desk, page(record, desk)))
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

/// `75`, `75th`, `p75`, `75 %`.
fn read_target(text: &str) -> Result<u8, String> {
    let plain = text.trim().to_lowercase();
    let digits = plain.trim_start_matches('p').trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%').trim();
    digits.parse().ok().filter(|target| (1..=99).contains(target)).ok_or_else(|| {
        format!("The target is a percentile from 1 to 99, for example 75. I can't read \"{}\" as one.", text.trim())
    })
}

/// The counter plan of a saved offer.
pub(crate) fn plan_of(record: &OfferRecord, desk: &Desk) -> Plan {
    let band = desk.bands.find(record.offer.level, &record.offer.place);
    let (_, view) = analysis::analysis(record, desk.bands, desk.now);
    plan(&record.offer, band, view.target, record.offer.walk_away)
}

/// What to ask for.
fn card(record: &OfferRecord, desk: &Desk) -> Card {
    let plan = plan_of(record, desk);
    let mut card = Card::titled(format!("Counter plan: {}", record.name)).with(Block::Lead(lead(&plan)));
    if plan.asks.increase.is_positive() {
        card = card.with(Block::Table(figures_table([
            ("Offered", &plan.offered),
            ("Ask", &plan.asks),
            ("Open", &plan.opening),
        ])));
        card = card.with(Block::Text(evenness(&plan))).with(Block::Text(approval(&plan)));
    }
    if plan.walk_away_out_of_reach {
        let text = if plan.asks.increase.is_positive() { OUT_OF_REACH } else { ABOVE_THE_OFFER };
        card = card.with(Block::Text(text.into()));
    }
    card = card.with(Block::Heading("How far each part goes".into())).with(Block::Bullets(limits(&plan, record)));
    card = card.with_buttons(buttons(record, &plan));
    card.controls.extend(targets(record, &plan));
    let band = desk.bands.find(record.offer.level, &record.offer.place);
    analysis::small_print(card, record, band, desk.today())
}

const ABOVE_THE_OFFER: &str = "It is still below the least you would take.";

/// What the ask pays by year, and why it is this one.
fn evenness(plan: &Plan) -> String {
    let years = plan.asks.years.map(Money::short);
    let chosen = if plan.reached { ": of all asks within the limits that reach it, the most even" } else { "" };
    format!("Year by year it pays {}{chosen}.", listed(&years))
}

/// The ask in figures to say, what it gains, and how far it reaches.
pub(crate) fn lead(plan: &Plan) -> String {
    let Plan { offered, asks, .. } = plan;
    let aim = match plan.target_percentile {
        Some(target) => format!("the {} percentile", ordinal(target)),
        None => format!("{} % more", Plan::WITHOUT_BAND),
    };
    if plan.gap.is_zero() {
        return format!(
            "The offer is already at or above {aim}, your target: the figures leave nothing to ask for. Aim higher below, or talk about what is not pay."
        );
    }
    if !asks.increase.is_positive() {
        return format!(
            "The offer is {} short of {aim}, but every part is at its limit already: only another level would move it.",
            plan.gap.short()
        );
    }
    let ask = asked(&offered.ask, &asks.ask);
    let more = asks.increase.short();
    if plan.reached {
        return match plan.target_percentile {
            Some(_) => format!("Ask for {ask}. That is {more} more over four years and reaches {aim}."),
            None => format!(
                "Ask for {ask}. That is {more} more over four years. I have no pay range for this level and place, so I aim for {aim}: my choice, without a source."
            ),
        };
    }
    format!(
        "Ask for {ask}. That is {more} more over four years, the most that these limits allow: {} short of {aim}.",
        plan.shortfall.short()
    )
}

fn approval(plan: &Plan) -> String {
    let percent = |figures: &Figures| figures.increase_percent.round_dp(1).normalize();
    let (asks, opening) = (&plan.asks, &plan.opening);
    let higher = if opening.approval == asks.approval {
        String::new()
    } else {
        format!("; the opening ask, at {} %, is for {}", percent(opening), opening.approval)
    };
    format!(
        "A rise of {} % over four years is for {} to approve{higher}. That is the playbook's claim.",
        percent(asks),
        asks.approval
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
    buttons.push(Button::new("Scripts", Press::always(Action::of_offer(Verb::Scripts, record.id))));
    buttons.push(to_analysis(record));
    buttons
}

/// A list of percentiles to aim for; none without a band.
fn targets(record: &OfferRecord, plan: &Plan) -> Option<Controls> {
    let current = plan.target_percentile?;
    let options = TARGETS.into_iter().filter(|target| *target != current).map(|target| Choice {
        label: format!("The {}", ordinal(target)),
        value: target.to_string(),
        description: None,
    });
    Some(Controls::Select {
        press: control("target", record),
        prompt: format!("Target: the {}. Aim for another", ordinal(current)),
        options: options.collect(),
    })
}

/// Back to the plan.
pub(crate) fn back(record: &OfferRecord) -> Button {
    Button::primary("Back to the plan", control("", record))
}
