//! `/offer compare`: the user's own offers and other companies', side by side on a phone.

mod act;
mod rival;
mod rival_card;
mod rival_form;
mod spoken;

pub(crate) use rival::{pressed as rival_pressed, submitted as rival_submitted};

use crate::analysis::{Candidate, ComparedYear, Comparison, Growth, MOST_COMPARED, compare};
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::outcome::Outcome;
use crate::money::{Currency, Money};
use crate::offer::OtherOffer;
use crate::reply::{Action, Block, Card, Choice, Press, Table, Verb};
use crate::words;
use crate::words::answers::competing;

/// The growth it begins with.
const FLAT: Growth = Growth::FLAT;
/// The value of flat growth in controls.
const FLAT_KEY: &str = "flat";
/// The value of the recruiter's growth in controls.
const RECRUITERS_KEY: &str = "recruiters";
/// Before the growth's value in the subject of the list that takes in and leaves out.
const PICK: &str = "pick_";
/// The most offers that fit beside each other in one table.
const MOST_BESIDE: usize = 3;

fn key(growth: Growth) -> &'static str {
    if growth == Growth::FLAT { FLAT_KEY } else { RECRUITERS_KEY }
}

fn growth(key: &str) -> Growth {
    if key == RECRUITERS_KEY { Growth::RECRUITERS } else { Growth::FLAT }
}

/// One offer that could be compared.
struct Choosable<'a> {
    key: String,
    short: String,
    /// Whether the short name needs no explaining.
    known_by_short: bool,
    candidate: Candidate<'a>,
    currency: Currency,
}

impl Choosable<'_> {
    fn name(&self) -> &str {
        self.candidate.name()
    }
}

/// All there are: the newest own offer, other companies', then the other own ones.
fn all<'a>(desk: &'a Desk<'_>) -> Vec<Choosable<'a>> {
    let mut own: Vec<_> = desk.account.offers().iter().collect();
    own.sort_by_key(|record| std::cmp::Reverse((record.updated, record.id)));
    let alone = own.len() == 1;
    let mut own = own.into_iter().map(|record| Choosable {
        key: format!("o{}", record.id),
        short: if alone { "Amazon".into() } else { format!("#{}", record.id) },
        known_by_short: alone,
        candidate: Candidate::Amazon { name: &record.name, offer: &record.offer },
        currency: record.offer.currency,
    });
    let newest: Vec<Choosable<'a>> = own.next().into_iter().collect();
    let others = desk.account.others().entered().map(|(record, figures)| Choosable {
        key: format!("r{}", record.number),
        short: record.offer.company.clone(),
        known_by_short: true,
        candidate: Candidate::Other { company: &record.offer.company, figures },
        currency: record.offer.currency(),
    });
    newest.into_iter().chain(others).chain(own).collect()
}

/// Those to compare: what the user left out is not among them, nor what is in another currency than the first.
fn chosen<'a>(desk: &'a Desk<'_>) -> Vec<Choosable<'a>> {
    let compared = currency(desk);
    taken_in(desk).filter(|option| option.currency == compared).take(MOST_COMPARED).collect()
}

/// Those that the user did not leave out.
fn taken_in<'a>(desk: &'a Desk<'_>) -> impl Iterator<Item = Choosable<'a>> {
    let left_out = &desk.account.others().left_out;
    all(desk).into_iter().filter(|option| !left_out.contains(&option.key))
}

/// What is compared is in: the currency of the first of them.
pub(crate) fn currency(desk: &Desk) -> Currency {
    taken_in(desk).next().map_or(Currency::USD, |option| option.currency)
}

/// A line for each that is in another currency.
fn in_other_currencies(desk: &Desk) -> Vec<String> {
    let compared = currency(desk);
    let others = taken_in(desk).filter(|option| option.currency != compared);
    let line = |option: Choosable<'_>| {
        format!("{} is in {}, so it is not held against {}.", option.name(), option.currency.name(), compared.name())
    };
    others.map(line).collect()
}

/// Offers named in the walkthrough that are not entered for comparing, newest first.
fn named_only<'a>(desk: &'a Desk<'_>) -> Vec<&'a OtherOffer> {
    desk.account.others().only_named().collect()
}

/// `/offer compare`.
pub(crate) fn show(desk: &Desk) -> Outcome {
    Outcome::here(card(desk, FLAT, None))
}

/// A list of the card: the growth, or an offer to take in or leave out.
pub(crate) fn pressed(desk: &mut Desk, subject: &str, value: Option<&str>) -> Outcome {
    let Some(growth_key) = subject.strip_prefix(PICK) else {
        return Outcome::here(card(desk, growth(value.unwrap_or(subject)), None));
    };
    let said = value.and_then(|value| pick(desk, value));
    Outcome::here(card(desk, growth(growth_key), said))
}

/// Takes an offer in, or leaves it out; a sentence where there is no room for it.
fn pick(desk: &mut Desk, key: &str) -> Option<String> {
    if !all(desk).iter().any(|option| option.key == key) {
        return None;
    }
    let compared: Vec<String> = chosen(desk).into_iter().map(|option| option.key).collect();
    let inside = compared.iter().any(|other| other == key);
    if !inside && compared.len() >= MOST_COMPARED {
        return Some(format!("At most {MOST_COMPARED} offers fit side by side. Leave one out first."));
    }
    desk.account.change_others(|others| {
        if inside { others.left_out.insert(key.to_owned()) } else { others.left_out.remove(key) }
    });
    None
}

/// The comparison at one growth.
fn card(desk: &Desk, growth: Growth, said: Option<String>) -> Card {
    let compared = chosen(desk);
    let candidates: Vec<Candidate<'_>> = compared.iter().map(|option| option.candidate).collect();
    let mut card = Card::titled("Side by side").said(said);
    card = match compare(&candidates, growth) {
        Ok(comparison) if compared.len() <= MOST_BESIDE => beside(card, &comparison, &compared),
        Ok(comparison) => below(card, &comparison),
        Err(_) => card.with(Block::Lead(too_few(desk, compared.len()))),
    };
    let elsewhere = in_other_currencies(desk);
    if !elsewhere.is_empty() {
        card = card.with(Block::Bullets(elsewhere));
    }
    let named = named_only(desk);
    if !named.is_empty() {
        let shown = |offer: &OtherOffer| competing(&offer.clone().beside(currency(desk)));
        let lines = named.iter().map(|offer| format!("{}: enter it fully to compare it.", shown(offer)));
        card = card.with(Block::Bullets(lines.collect()));
    }
    controls(card, desk, growth, candidates.len() > 1)
}

fn too_few(desk: &Desk, compared: usize) -> String {
    match (all(desk).len(), compared) {
        (0, _) => "There is nothing to compare yet. Enter your Amazon offer, and other companies' below.".into(),
        (1, _) => "You have one offer so far. Add another company's below, or enter a second one of Amazon's.".into(),
        _ => "Comparing takes two offers or more. Take one back in below.".into(),
    }
}

/// Up to three offers: one table, at most 34 columns wide.
fn beside(card: Card, comparison: &Comparison, compared: &[Choosable<'_>]) -> Card {
    let width = if compared.len() < MOST_BESIDE { 11 } else { 7 };
    let mut names: Vec<String> = compared.iter().map(|option| shorten(&option.short, width)).collect();
    let mut legend = Vec::new();
    let different: std::collections::BTreeSet<&String> = names.iter().collect();
    let lettered = different.len() < names.len();
    if lettered {
        names = ["A", "B", "C"].map(str::to_owned).into_iter().take(names.len()).collect();
    }
    for (name, option) in names.iter().zip(compared) {
        let cut = option.short.chars().count() > width;
        if lettered || cut || !option.known_by_short {
            legend.push(format!("{name} is {}", option.name()));
        }
    }
    let row = |name: &str, of: &dyn Fn(usize) -> Money| -> Vec<String> {
        std::iter::once(name.to_owned()).chain((0..compared.len()).map(|index| of(index).bare_short())).collect()
    };
    let columns = &comparison.columns;
    let mut rows: Vec<Vec<String>> =
        (0..4).map(|year| row(&format!("Year {}", year + 1), &|index| columns[index].years[year].total())).collect();
    rows.push(row("4 years", &|index| columns[index].four_year_total));
    rows.push(row("Cash", &|index| columns[index].guaranteed_cash));
    let header = std::iter::once(String::new()).chain(names).collect();
    let mut card = card.with(Block::Lead(words::comparison(comparison))).with(Block::Table(Table { header, rows }));
    if !legend.is_empty() {
        card = card.with(Block::Text(format!("{}.", legend.join("; "))));
    }
    notes(card, comparison)
}

/// More offers: one block each.
fn below(mut card: Card, comparison: &Comparison) -> Card {
    card = card.with(Block::Lead(words::comparison(comparison)));
    for column in &comparison.columns {
        card = card
            .with(Block::Heading(format!(
                "{}: {} over four years, {} of it guaranteed cash",
                column.name,
                column.four_year_total.short(),
                column.guaranteed_cash.short()
            )))
            .with(Block::Table(years_table(&column.years)));
    }
    notes(card, comparison)
}

/// Four years of one offer, at most 33 columns wide.
fn years_table(years: &[ComparedYear; 4]) -> Table {
    let rows = (1..).zip(years).map(|(number, year): (u32, _)| {
        let amounts = [year.guaranteed_cash(), year.bonus, year.stock, year.total()];
        std::iter::once(number.to_string()).chain(amounts.map(Money::bare_short)).collect()
    });
    Table { header: ["Y", "Cash", "Bonus", "Stock", "Total"].map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn shorten(name: &str, width: usize) -> String {
    if name.chars().count() <= width {
        return name.to_owned();
    }
    name.chars().take(width - 1).chain(['…']).collect()
}

fn notes(card: Card, comparison: &Comparison) -> Card {
    let lines: Vec<String> = comparison
        .columns
        .iter()
        .flat_map(|column| column.notes.iter().map(|note| format!("{}: {}", column.name, words::offer_note(note))))
        .collect();
    let card = if lines.is_empty() { card } else { card.with(Block::Bullets(lines)) };
    card.with_small("Cash is base and sign-on: what is promised in money. Before tax.")
}

fn controls(mut card: Card, desk: &Desk, growth: Growth, compared: bool) -> Card {
    if compared {
        let press = Press::always(Action::on(Verb::Compare, key(growth)));
        card = card.with_select(
            press,
            "Share price",
            vec![
                Choice::new("Flat share price", FLAT_KEY),
                Choice::new("15 % growth a year, as recruiters often assume", RECRUITERS_KEY),
            ],
        );
    }
    card = card.with_controls([rival::add_list(desk.tables.companies, &named_only(desk))]);
    let everything = all(desk);
    if everything.len() > 2 {
        let inside: Vec<String> = chosen(desk).into_iter().map(|option| option.key).collect();
        let options = everything.iter().take(25).map(|option| {
            let verb = if inside.contains(&option.key) { "Leave out" } else { "Take in" };
            let label: String = format!("{verb}: {}", option.name()).chars().take(100).collect();
            Choice::new(label, &option.key)
        });
        let press = Press::always(Action::on(Verb::Compare, format!("{PICK}{}", key(growth))));
        card = card.with_select(press, "Leave one out or take one in", options.collect());
    }
    card = card.with_controls(rival::entered_list(desk.account.others()));
    card.with_buttons(vec![match desk.account.newest() {
        Some(record) => links::analysis(record.id),
        None => links::enter_offer(),
    }])
}
