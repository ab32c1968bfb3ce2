//! The three packages of equal value, as a page.

use super::back;
use crate::app::links;
use crate::app::material::WorkedOut;
use crate::app::words::figures::figures_table;
use crate::counter::{Figures, Plan};
use crate::money::Money;
use crate::offer::{Component, OfferRecord};
use crate::reply::{Block, Card};
use crate::words;

/// Three ways to the same value, to offer together.
pub(super) fn card(record: &OfferRecord, worked_out: &WorkedOut) -> Card {
    let plan = worked_out.plan();
    let card = Card::titled("Three packages");
    let controls = vec![back(record), links::analysis(record.id)];
    if !plan.packages_differ || hardly_differ(plan) {
        let why = if plan.asks.increase.is_positive() {
            "What you ask for is so near the limits that there are no three really different ways to it: ask for the plan's figures alone."
        } else {
            "The plan asks for what is offered, so there is nothing to trade."
        };
        return card.with(Block::Lead(why.into())).with_buttons(controls);
    }
    let [base, sign_on, stock] = &plan.packages;
    let value = base.figures.four_year_total;
    let below = plan.asks.four_year_total - value;
    let less = if below.is_positive() {
        format!(" That is {} less than the plan asks for, the nearest value that all three can reach.", below.short())
    } else {
        String::new()
    };
    // A part without room leads nothing: its package is another mix of the other two.
    let each_leads = Component::ALL.into_iter().all(|component| plan.limits.get(component).room().is_positive());
    let names = if each_leads { ["A base", "B sign", "C stock"] } else { ["A", "B", "C"] };
    let leads = if each_leads { "A is led by base, B by sign-on, C by stock. " } else { "" };
    let letters = ["A", "B", "C"];
    let ways: Vec<String> = letters
        .iter()
        .zip(&plan.packages)
        .map(|(letter, package)| format!("{letter}) {}", words::ask(&package.figures.ask)))
        .collect();
    // Nothing to paste agrees to less than they would take.
    let agrees = record.offer.walk_away.is_none_or(|least| least_of(plan) >= least);
    let lead = if agrees {
        "Any of these three would work for me; choose whichever is easiest on your side"
    } else {
        "Here are three ways to split it. Which is easiest on your side, and where is there room for more"
    };
    card.with(Block::Lead(format!(
        "Three ways to {} over four years, worth the same within {}. Offer them together: it shows you are flexible, and their choice tells you where they have room.{less}",
        value.short(),
        Money::dollars(1_000).in_currency(value.currency())
    )))
    .with(Block::Table(figures_table([
        (names[0], &base.figures),
        (names[1], &sign_on.figures),
        (names[2], &stock.figures),
    ])))
    .with(Block::Heading("What to say".into()))
    .with(Block::Copy(format!("{lead}{}\n{}", if agrees { ":" } else { "?" }, ways.join("\n"))))
    .with_buttons(controls)
    .with_small(format!("{leads}Stock at a flat price."))
}

/// What the package worth least comes to over four years.
fn least_of(plan: &Plan) -> Money {
    plan.packages.iter().map(|package| package.figures.four_year_total).min().unwrap_or_default()
}

/// Whether no part moves more than 1 % of the value between the packages: not worth three offers.
fn hardly_differ(plan: &Plan) -> bool {
    let worth: [fn(&Figures) -> Money; 3] =
        [|figures| figures.ask.base * 4, |figures| figures.ask.sign_on.total(), |figures| figures.ask.grant];
    worth.into_iter().all(|worth| {
        let amounts = plan.packages.map(|package| worth(&package.figures));
        let most = amounts.into_iter().max().unwrap_or_default();
        let least = amounts.into_iter().min().unwrap_or_default();
        (most - least) * 100 < plan.asks.four_year_total
    })
}
