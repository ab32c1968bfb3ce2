//! `/tax`: take-home by year, what is withheld of each payment, and what will be short.

use std::collections::BTreeMap;

use crate::app::pages::about;
use crate::app::pages::offers;
use crate::app::route::Desk;
use crate::market::{Place, State};
use crate::money::Money;
use crate::offer::{OfferId, OfferRecord};
use crate::reply::{Action, Press, Verb};
use crate::reply::{Block, Button, Card, Choice, Controls, Reply, Suggestion, Table};
use crate::tax::{Filer, Filing, Supplement, SupplementKind, TaxTables, YearTax};

/// Where the user lives, as an option or a control names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Home {
    /// Where the job is.
    #[default]
    AtTheJob,
    /// In a state, outside New York City.
    In(State),
    /// In New York City.
    NewYorkCity,
    /// Anywhere else, as typed where it was.
    Other(String),
}

/// The homes to choose from: key, name, other ways to write it.
const HOMES: [(&str, &str, &[&str]); 7] = [
    ("wa", "Washington", &["washington", "washington state"]),
    ("ca", "California", &["california", "cal"]),
    ("nyc", "New York City", &["new york city", "manhattan", "brooklyn", "queens"]),
    ("ny", "New York, outside the city", &["new york", "new york state"]),
    ("tx", "Texas", &["texas"]),
    ("co", "Colorado", &["colorado"]),
    ("other", "Another state", &["another state", "other", "elsewhere"]),
];

impl Home {
    fn read(text: &str) -> Self {
        let plain = text.trim().to_lowercase();
        let known = HOMES.iter().find(|(key, name, others)| {
            plain == *key || plain == name.to_lowercase() || others.contains(&plain.as_str())
        });
        match known.map(|(key, ..)| *key) {
            _ if plain.is_empty() => Self::AtTheJob,
            Some("wa") => Self::In(State::WA),
            Some("ca") => Self::In(State::CA),
            Some("ny") => Self::In(State::NY),
            Some("tx") => Self::In(State::TX),
            Some("co") => Self::In(State::CO),
            Some("nyc") => Self::NewYorkCity,
            Some(_) => Self::Other(String::new()),
            None => Self::Other(text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(40).collect()),
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::AtTheJob => "",
            Self::In(State::WA) => "wa",
            Self::In(State::CA) => "ca",
            Self::In(State::NY) => "ny",
            Self::In(State::TX) => "tx",
            Self::In(State::CO) => "co",
            Self::NewYorkCity => "nyc",
            Self::Other(_) => "other",
        }
    }

    fn words(&self, job: &Place) -> String {
        match self {
            Self::AtTheJob => format!("where the job is, in {job}"),
            Self::Other(name) if name.is_empty() => "in another state".into(),
            Self::Other(name) => format!("in {name}"),
            home => {
                let name = HOMES.iter().find(|(key, ..)| *key == home.key()).map_or("", |(_, name, _)| *name);
                format!("in {name}")
            }
        }
    }

    fn filer(&self, job: &Place, filing: Filing) -> Filer {
        match self {
            Self::AtTheJob => Filer::living_at(job, filing),
            Self::In(state) => Filer { filing, state: Some(*state), new_york_city: false },
            Self::NewYorkCity => Filer::living_at(&Place::Nyc, filing),
            Self::Other(_) => Filer { filing, state: None, new_york_city: false },
        }
    }
}

/// Suggestions for the option `state`.
pub(crate) fn suggest_states(typed: &str) -> Vec<Suggestion> {
    let typed = typed.trim().to_lowercase();
    HOMES
        .iter()
        .filter(|(key, name, _)| key.starts_with(&typed) || name.to_lowercase().contains(&typed))
        .map(|(_, name, _)| Suggestion { label: (*name).into(), value: (*name).into() })
        .collect()
}

/// `/tax [offer] [filing] [state]`.
pub(crate) fn command(desk: &mut Desk, options: &BTreeMap<String, String>) -> Reply {
    let option = |key: &str| options.get(key).map(String::as_str);
    let filing = match option("filing").map(str::parse::<Filing>).transpose() {
        Ok(filing) => filing.unwrap_or_default(),
        Err(error) => return Reply::Show(Card::text(format!("I can't work that out: {error}."))),
    };
    let home = Home::read(option("state").unwrap_or_default());
    offers::with_offer(desk, option("offer"), |desk, id| show(desk, id, filing, &home))
}

/// A button or list of the card: the subject is the filing status and the home.
pub(crate) fn pressed(desk: &Desk, id: OfferId, subject: &str, value: Option<&str>) -> Reply {
    let (filing, home) = subject.split_once('_').unwrap_or(("single", ""));
    show(desk, id, filing.parse().unwrap_or_default(), &Home::read(value.unwrap_or(home)))
}

fn show(desk: &Desk, id: OfferId, filing: Filing, home: &Home) -> Reply {
    let Some(record) = desk.account.offer(id) else {
        return Reply::Show(about::old_control());
    };
    offers::in_place(desk, card(record, &desk.tables.taxes, filing, home))
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
        .with(Block::Heading("What is withheld of sign-on and stock, payment by payment".into()))
        .with(Block::Table(payment_table(&years)));
    controls(with_notes(card, &years, taxes, home), record, filing, home)
}

/// The year that will be short most, in dollars; then what holds for the others.
fn worst_first(years: &[YearTax; 4]) -> String {
    let mut order: Vec<(usize, &YearTax)> = (1..).zip(years).collect();
    order.sort_by_key(|(_, year)| std::cmp::Reverse(year.gap.short()));
    let (number, worst) = order[0];
    if !worst.gap.short().is_positive() {
        return format!("Nothing falls short in any year. {}", worst.gap.says());
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
    format!("Year {number} falls short the most. {}{rest}", worst.gap.says())
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
    let mut notes: Vec<String> = Vec::new();
    let mut closing = None;
    for year in years {
        let Some((last, others)) = year.estimate.notes.split_last() else { continue };
        closing = Some(last.clone());
        notes.extend(others.iter().cloned());
    }
    if matches!(home, Home::Other(_)) {
        let known: Vec<&str> = HOMES[..5].iter().map(|(_, name, _)| *name).collect();
        notes.push(format!("The state taxes I know: {}.", known.join("; ")));
    }
    let mut said = std::collections::BTreeSet::new();
    notes.retain(|note| said.insert(note.clone()));
    if !notes.is_empty() {
        card = card.with(Block::Bullets(notes));
    }
    let of: Vec<String> =
        years[0].estimate.years_of_tables.iter().map(|(part, year)| format!("{part} {year}")).collect();
    card = card.with_small(format!("{} Tables: {}.", taxes.plan_note(), of.join(", ")));
    card = card.with_small(
        "Held is what is withheld when it is paid; short is what of its income tax is still owed at filing; below zero, it comes back. Stock at a flat price.",
    );
    match closing {
        Some(closing) => card.with_small(closing),
        None => card,
    }
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
    let mut card = card.with_buttons(vec![
        Button::new(label, press(other)),
        Button::new("The analysis", Press::always(Action::of_offer(Verb::Show, record.id))),
    ]);
    card.controls.push(Controls::Select {
        press: press(filing),
        prompt: "Where you live".into(),
        options: HOMES
            .iter()
            .map(|(key, name, _)| Choice { label: (*name).into(), value: (*key).into(), description: None })
            .collect(),
    });
    card
}
