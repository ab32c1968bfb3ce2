//! The card of another company's offer.

use super::act::{Act, press};
use super::spoken::{ask_firmness, deadline_button, in_scripts};
use super::{FLAT, FLAT_KEY, years_table};
use crate::analysis::ComparedYear;
use crate::app::account::OtherRecord;
use crate::app::desk::Desk;
use crate::market::Vesting;
use crate::money::Money;
use crate::offer::OtherFigures;
use crate::reply::{Action, Block, Button, Card, Press, Verb};
use crate::words;

/// One offer of another company: as understood, where its schedule is from, and what scripts say of it.
pub(super) fn card(desk: &Desk, record: &OtherRecord, figures: &OtherFigures) -> Card {
    let years = figures.years(FLAT);
    let total: Money = years.iter().map(ComparedYear::total).sum();
    let mut card = Card::titled(format!("The offer of {}", record.offer.company))
        .with(Block::Lead(format!("{} over four years at a flat share price.", total.short())))
        .with(Block::Fields(fields(record, figures)))
        .with(Block::Table(years_table(&years)));
    let known = desk.tables.companies.find(&record.offer.company);
    if let Some((name, vesting)) = known.and_then(|company| Some((&company.name, company.vesting.as_ref()?))) {
        card = card.with(Block::Text(usual_vesting(name, vesting, figures)));
    }
    let notes: Vec<String> = figures.notes().iter().map(words::offer_note).collect();
    if !notes.is_empty() {
        card = card.with(Block::Bullets(notes));
    }
    let discount = if figures.private { "Set a discount" } else { "Its stock is private" };
    let mut buttons = vec![Button::primary("Compare", Press::always(Action::on(Verb::Compare, FLAT_KEY)))];
    buttons.push(Button::new("Change", press(&Act::Change(record.number))));
    if figures.grant.is_positive() || !figures.refreshers.is_empty() {
        buttons.push(Button::new(discount, press(&Act::Discount(record.number))));
    }
    buttons.extend(deadline_button(record));
    buttons.push(Button::danger("Delete", press(&Act::AskDelete(record.number))));
    ask_firmness(card, record.number).with_buttons(buttons).with_small(in_scripts(&record.offer, desk.today()))
}

/// What was entered of it, label and value.
fn fields(record: &OtherRecord, figures: &OtherFigures) -> Vec<(String, String)> {
    let mut fields = vec![("Base".to_owned(), format!("{} a year", figures.base))];
    fields.push(("Sign-on".into(), in_years(&figures.sign_on)));
    let grant =
        if figures.grant.is_zero() { "none".into() } else { format!("{}, vesting {}", figures.grant, record.vesting) };
    fields.push(("Grant".into(), grant));
    if let Some(percent) = figures.bonus_percent {
        fields.push(("Target bonus".into(), format!("{} % of base a year", percent.normalize())));
    }
    fields.push(("Refreshers".into(), in_years(&figures.refreshers)));
    fields
}

/// Where a schedule is from, and how sure that is.
fn usual_vesting(company: &str, vesting: &Vesting, figures: &OtherFigures) -> String {
    let Vesting { schedule, words, source } = vesting;
    let note = if source.note.is_empty() { String::new() } else { format!(" {}", source.note) };
    let usual = match (schedule, figures.grant.is_zero()) {
        (None, _) => format!("{company} usually grants no stock"),
        (Some(_), true) => format!("{company} usually vests {words}"),
        (Some(schedule), false) if *schedule == figures.schedule => {
            format!("The vesting is what is usual at {company}")
        }
        (Some(_), false) => format!("{company} usually vests {words}; here stands what you wrote"),
    };
    let sure = words::confidence(source.confidence);
    format!("{usual}. Where that is from ({sure}): {}{note} Your letter decides.", source.words)
}

/// `$50,000 in year 1, $20,000 in year 2`; `none`.
fn in_years(amounts: &[Money]) -> String {
    let years: Vec<String> = (1..)
        .zip(amounts)
        .filter(|(_, amount)| !amount.is_zero())
        .map(|(year, amount): (u32, _)| format!("{amount} in year {year}"))
        .collect();
    if years.is_empty() { "none".into() } else { years.join(", ") }
}
