//! `/tax`: take-home by year, what is withheld of each payment, and what will be short.

use crate::app::command::Options;
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::outcome::Outcome;
use crate::app::words::homes::{HOMES, Home};
use crate::money::Money;
use crate::offer::OfferRecord;
use crate::playbook::Done;
use crate::reply::{Action, Block, Button, Card, Choice, Press, Table, Verb};
use crate::tax::{Filing, Supplement, SupplementKind, TaxNote, TaxTables, YearTax};
use crate::words;

/// `/tax [offer] [filing] [state]`.
pub(crate) fn command(desk: &Desk, options: &Options) -> Outcome {
    let filing = match options.get("filing").map(str::parse::<Filing>).transpose() {
        Ok(filing) => filing.unwrap_or_default(),
        Err(error) => return Outcome::below(Card::text(format!("I can't work that out: {error}."))),
    };
    let home = Home::read(options.text("state"));
    desk.about(options, |record| show(desk, record, filing, &home))
}

/// A button or list of the card: the subject is the filing status and the home.
pub(crate) fn pressed(desk: &Desk, record: &OfferRecord, subject: &str, value: Option<&str>) -> Outcome {
    let (filing, home) = subject.split_once('_').unwrap_or(("single", ""));
    show(desk, record, filing.parse().unwrap_or_default(), &Home::read(value.unwrap_or(home)))
}

fn show(desk: &Desk, record: &OfferRecord, filing: Filing, home: &Home) -> Outcome {
    if !words::knows_taxes(&record.offer) {
        let card = Card::titled(format!("Taxes: {}", record.name)).with(Block::Lead("I only know US taxes.".into()));
        return Outcome::here(card.with_buttons(vec![links::analysis(record.id)]));
    }
    Outcome::here(card(record, &desk.tables.taxes, filing, home)).did(record.id, Done::TaxShown)
}

fn card(record: &OfferRecord, taxes: &TaxTables, filing: Filing, home: &Home) -> Card {
    let job = &record.offer.place;
    let years = taxes.by_year(&record.offer, home.filer(job, filing));
    let (pay, kept) = years.iter().fold((Money::ZERO, Money::ZERO), |(pay, kept), year| {
        (pay + year.estimate.wages, kept + year.estimate.take_home())
    });
    let card = Card::titled(format!("Taxes: {}", record.name))
        .with(Block::Lead(worst_first(&years)))
        .with(Block::Text(format!(
            "{}, living {}: over four years you keep about {} of {}.",
            match filing {
                Filing::Single => "Filing single",
                Filing::Joint => "Married, filing jointly",
            },
            home.words(job),
            kept.short(),
            pay.short()
        )))
        .with(Block::Table(year_table(&years)))
        .with(Block::Heading(format!("What is withheld of {}, payment by payment", beside_base(&years))))
        .with(Block::Table(payment_table(&years)));
    controls(with_notes(card, &years, taxes, home), record, filing, home)
}

/// What these years pay beside base: `sign-on and stock`.
fn beside_base<'a>(years: impl IntoIterator<Item = &'a YearTax>) -> &'static str {
    let payments = years.into_iter().flat_map(|year| &year.supplements);
    words::beside_base(&payments.map(|(payment, _)| payment.kind).collect::<Vec<SupplementKind>>())
}

/// The year that will be short most, in dollars; then what holds for the others.
fn worst_first(years: &[YearTax; 4]) -> String {
    let mut order: Vec<(usize, &YearTax)> = (1..).zip(years).collect();
    order.sort_by_key(|(_, year)| std::cmp::Reverse(year.gap.short()));
    let (number, worst) = order[0];
    let withheld = words::withholding(&worst.gap, beside_base([worst]));
    if !worst.gap.short().is_positive() {
        return format!("Nothing falls short in any year. {withheld}");
    }
    let others: Vec<String> = order[1..]
        .iter()
        .filter(|(_, year)| year.gap.short().is_positive())
        .map(|(number, year)| format!("{} in year {number}", year.gap.short().about()))
        .collect();
    let rest = match others.split_last() {
        None => String::new(),
        Some((last, [])) => format!(" About {last} is short too."),
        Some((last, first)) => format!(" About {} and {last} are short too.", first.join(", ")),
    };
    format!("Year {number} falls short the most. {withheld}{rest}")
}

/// At most 33 columns wide.
fn year_table(years: &[YearTax; 4]) -> Table {
    let rows = (1..).zip(years).map(|(number, year): (u32, _)| {
        let amounts = [year.estimate.wages, year.estimate.total(), year.estimate.take_home(), year.gap.short()];
        std::iter::once(number.to_string()).chain(amounts.map(Money::bare_short)).collect()
    });
    Table { header: ["Y", "Pay", "Tax", "Kept", "Short"].map(str::to_owned).to_vec(), rows: rows.collect() }
}

/// At most 33 columns wide.
fn payment_table(years: &[YearTax; 4]) -> Table {
    let rows = years.iter().flat_map(|year| &year.supplements).map(|(payment, gap)| {
        let amounts = [gap.paid, gap.withheld(), gap.short()];
        std::iter::once(payment_name(payment)).chain(amounts.map(Money::bare_short)).collect()
    });
    Table { header: ["", "Paid", "Held", "Short"].map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn payment_name(payment: &Supplement) -> String {
    match payment.kind {
        SupplementKind::SignOn => format!("Sign-on {}", payment.month / 12 + 1),
        SupplementKind::Vest => format!("Month {}", payment.month),
    }
}

/// Every note once, the estimate's own last and small, with the years of the tables.
fn with_notes(mut card: Card, years: &[YearTax; 4], taxes: &TaxTables, home: &Home) -> Card {
    let beside = years.iter().flat_map(|year| &year.estimate.notes).filter(|note| **note != TaxNote::Estimate);
    let mut notes: Vec<String> = beside.map(words::tax_note).collect();
    if matches!(home, Home::Other(_)) {
        let known: Vec<&str> = HOMES[..5].iter().map(|(_, name, _)| *name).collect();
        notes.push(format!("The state taxes I know: {}.", known.join("; ")));
    }
    let mut said = std::collections::BTreeSet::new();
    notes.retain(|note| said.insert(note.clone()));
    if !notes.is_empty() {
        card = card.with(Block::Bullets(notes));
    }
    let rules = words::tax_rules(taxes.newest_year());
    card = card.with_small(format!("{rules} Tables: {}.", words::tax_parts(&years[0].estimate.years_of_tables)));
    card = card.with_small(
        "Held is what is withheld when it is paid; short is what of its income tax is still owed at filing; below zero, it comes back. Stock at a flat price.",
    );
    card.with_small(words::tax_note(&TaxNote::Estimate))
}

fn controls(card: Card, record: &OfferRecord, filing: Filing, home: &Home) -> Card {
    let press = |filing: Filing| {
        let subject = format!("{}_{}", filing.key(), home.key());
        Press::always(Action::on_offer(Verb::Tax, subject, record.id))
    };
    let (label, other) = match filing {
        Filing::Single => ("Married, filing jointly", Filing::Joint),
        Filing::Joint => ("Filing single", Filing::Single),
    };
    let options = HOMES.iter().map(|(key, name, _)| Choice::new(*name, *key)).collect();
    card.with_buttons(vec![Button::new(label, press(other)), links::analysis(record.id)]).with_select(
        press(filing),
        "Where you live",
        options,
    )
}
