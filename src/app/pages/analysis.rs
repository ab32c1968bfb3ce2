//! The answer: an offer's analysis as a card, what a person needs first standing first.

use crate::analysis::{Analysis, Position, Standing, Warning, WarningCode};
use crate::app::desk::Desk;
use crate::app::links::of_offer;
use crate::app::material::WorkedOut;
use crate::app::outcome::Outcome;
use crate::app::words::figures::{by_the_hour, small_print, what_to_ask};
use crate::market::{Band, Bands, Range};
use crate::money::Money;
use crate::offer::OfferRecord;
use crate::playbook::Done;
use crate::reply::{Action, Block, Button, Card, Choice, Press, Table, Verb};
use crate::words;

/// Warnings on the first card; the others are one press away.
const FIRST_WARNINGS: usize = 3;

/// The answer for a saved offer, below a sentence where there is one to say.
pub(crate) fn show(desk: &Desk, record: &OfferRecord, said: Option<String>) -> Outcome {
    let worked_out = desk.work_out(record);
    let (card, analysis) = (card(&worked_out, said), worked_out.analysis());
    let card = card
        .with_buttons(next_steps(record))
        .with_buttons(more(record, analysis))
        .with_buttons(other_pages(record))
        .with_buttons(playbook_pages(desk, record, analysis));
    let page = Outcome::here(other_band(card, record, analysis, desk.bands)).did(record.id, Done::Analysed);
    if record.hours_a_week.is_some() { page.did(record.id, Done::HourlyShown) } else { page }
}

/// The answer for an offer that could not be kept: nothing can be done with it.
pub(crate) fn unsaved(desk: &Desk, record: &OfferRecord, why: String) -> Outcome {
    Outcome::here(card(&desk.work_out(record), Some(why)))
}

fn card(worked_out: &WorkedOut, said: Option<String>) -> Card {
    let (record, analysis) = (worked_out.record, worked_out.analysis());
    let mut card = Card::titled(&record.name)
        .said(said)
        .with(Block::Lead(verdict(record, analysis, worked_out.bands())))
        .with(Block::Table(year_table(analysis)));
    if let (Some(band), Some(standing)) = (worked_out.band, &analysis.standing) {
        card = card.with(Block::Fields(positions(record, band, standing)));
    }
    if record.hours_a_week.is_some() {
        card = card.with(Block::Text(by_the_hour(record)));
    }
    if !analysis.warnings.is_empty() {
        card = card.with(Block::Heading("Watch out for".into()));
        card = card.with(Block::Bullets(analysis.warnings.iter().take(FIRST_WARNINGS).map(warning_line).collect()));
    }
    card.with(Block::Heading("What to ask for".into()))
        .with(Block::Text(what_to_ask(worked_out.plan())))
        .with_small(small_print(worked_out))
}

/// One sentence that says where the offer stands, and one that says how far the target is.
fn verdict(record: &OfferRecord, analysis: &Analysis, bands: &Bands) -> String {
    let offer = &record.offer;
    let average = analysis.four_year_average.short();
    let Some(standing) = &analysis.standing else {
        let total = analysis.four_year_total.short();
        return format!("{average} a year on average, {total} over four years. {}", words::no_range(offer, bands));
    };
    let below =
        if standing.percentile.is_below_median() { " That is below the median: room to negotiate." } else { "" };
    let target = words::ordinal(standing.target);
    let rest = if standing.gap.is_positive() {
        format!(
            "The {target} is {}: {} more over four years.",
            standing.target_total.split(4).about(),
            standing.gap.about()
        )
    } else {
        format!("That is at or above the {target} you aim for.")
    };
    format!(
        "{} percentile for {} in {}: {average} a year on average.{below} {rest}",
        words::capitalised(&words::percentile(standing.percentile)),
        offer.level,
        offer.place
    )
}

/// The four years, at most 34 columns wide.
pub(crate) fn year_table(analysis: &Analysis) -> Table {
    let rows = analysis.years.iter().enumerate().map(|(index, year)| {
        let amounts = [year.base, year.sign_on, year.stock, year.total()];
        std::iter::once((index + 1).to_string()).chain(amounts.map(Money::bare_short)).collect()
    });
    Table { header: ["Y", "Base", "Sign-on", "Stock", "Total"].map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn positions(record: &OfferRecord, band: &Band, standing: &Standing) -> Vec<(String, String)> {
    let line = |name: &str, amount: Money, position: Position, range: Range| {
        (
            name.to_owned(),
            format!("{amount}, {} ({} to {})", words::position(position), range.low.short(), range.high.short()),
        )
    };
    vec![
        line("Base", record.offer.base, standing.base, band.base),
        line("Sign-on, both years", record.offer.sign_on.total(), standing.sign_on, band.sign_on),
        line("RSU grant, four years", record.offer.grant.value(), standing.grant, band.grant),
    ]
}

fn warning_line(warning: &Warning) -> String {
    let words = words::warning(warning);
    format!("{} {}", words.says, words.advice)
}

fn next_steps(record: &OfferRecord) -> Vec<Button> {
    let press = |verb| of_offer(verb, record.id);
    vec![
        Button::primary("Scripts", press(Verb::Scripts)),
        Button::new("E-mail", press(Verb::Emails)),
        Button::new("Edit", press(Verb::Edit)),
        Button::new("Save as", press(Verb::SaveAs)),
        Button::danger("Delete", press(Verb::Delete)),
    ]
}

fn more(record: &OfferRecord, analysis: &Analysis) -> Vec<Button> {
    let press = |verb| of_offer(verb, record.id);
    let mut buttons =
        vec![Button::new("Counter plan", press(Verb::Counter)), Button::new("What if", press(Verb::WhatIf))];
    if analysis.warnings.len() > FIRST_WARNINGS {
        buttons.push(Button::new(format!("All {} warnings", analysis.warnings.len()), press(Verb::Warnings)));
    }
    buttons.push(Button::new("How it is worked out", press(Verb::Method)));
    buttons
}

/// What else there is to see of this offer.
fn other_pages(record: &OfferRecord) -> Vec<Button> {
    let press = |verb| of_offer(verb, record.id);
    let taxes = words::knows_taxes(&record.offer).then(|| Button::new("After taxes", press(Verb::Tax)));
    [
        Some(Button::new("New numbers", press(Verb::Revise))),
        Some(Button::new("Compare", Press::always(Action::on(Verb::Compare, "flat")))),
        taxes,
        Some(Button::new("Calendar", press(Verb::Calendar))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The playbook for this offer, and a newer price where the grant's is old or of no known day.
fn playbook_pages(desk: &Desk, record: &OfferRecord, analysis: &Analysis) -> Vec<Button> {
    let press = |verb| of_offer(verb, record.id);
    let mut buttons = vec![
        Button::new("Levers", press(Verb::Lever)),
        Button::new("Your case", press(Verb::Case)),
        Button::new("Checklist", press(Verb::Tick)),
    ];
    let old = analysis.warnings.iter().any(|warning| warning.code == WarningCode::OldSharePrice);
    if old && desk.quote.has_source() {
        buttons.push(Button::new("Use today's price", press(Verb::Price)));
    }
    buttons
}

/// The most places in the list, Discord's limit.
const MOST_PLACES: usize = 25;

/// With a list of the bands of this level where the offer has none, to hold it against one that
/// is not its own.
fn other_band(card: Card, record: &OfferRecord, analysis: &Analysis, bands: &Bands) -> Card {
    if analysis.standing.is_some() {
        return card;
    }
    let options: Vec<Choice> = bands
        .anywhere(record.offer.cell())
        .take(MOST_PLACES)
        .map(|band| Choice::new(format!("As if it were in {}", band.place), String::from(band.place.clone())))
        .collect();
    card.with_select(of_offer(Verb::Bands, record.id), "Hold it against another place", options)
}
