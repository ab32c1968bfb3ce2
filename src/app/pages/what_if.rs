//! How an offer can turn out, as pages: other share prices, leaving early, year 5, pay by the hour.

use std::collections::BTreeMap;

use crate::analysis::{EvenPrice, Growth, Hours, Scenario, Year5, at_price, hourly, implied_growth, what_if, year_5};
use crate::app::pages::about;
use crate::app::pages::analysis;
use crate::app::pages::leave::leave_card;
use crate::app::pages::offers;
use crate::app::pages::what_if_text::{Wishes, read_refreshers};
use crate::app::route::Desk;
use crate::app::walk;
use crate::money::Money;
use crate::offer::{Grant, OfferId, OfferRecord};
use crate::reply::{Action, Press, Verb};
use crate::reply::{Block, Button, Card, Form, Reply, Table, TextInput};
use crate::session::Purpose;

/// Between the texts that a walkthrough keeps for later.
const BETWEEN: char = '|';

/// `/whatif [offer] [growth] [price] [leave_month]`. Without an offer the walkthrough begins
/// and comes back to it.
pub(crate) fn command(desk: &mut Desk, options: &BTreeMap<String, String>) -> Reply {
    let wishes = match Wishes::read(options) {
        Ok(wishes) => wishes,
        Err(problems) => return Reply::Show(unread(problems)),
    };
    if desk.account.offers().is_empty() {
        let texts = Wishes::KEYS.map(|key| options.get(key).map_or("", |text| text.trim()));
        let name = texts.join(&BETWEEN.to_string());
        return walk::start_for(desk, Some(Purpose { command: "whatif".into(), name }));
    }
    let offer = options.get("offer").map(String::as_str);
    offers::with_offer(desk, offer, |desk, id| answer(desk, id, wishes))
}

/// The what-if of an offer that was just saved for it; `None` where it was saved for something else.
pub(crate) fn after_saving(desk: &Desk, purpose: &Purpose, id: OfferId) -> Option<Card> {
    if purpose.command != "whatif" {
        return None;
    }
    let texts = Wishes::KEYS.into_iter().zip(purpose.name.split(BETWEEN));
    let texts = texts.map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
    desk.account.offer(id).map(|record| page_for(record, Wishes::read(&texts).unwrap_or_default()))
}

/// A control of these pages.
pub(crate) fn pressed(desk: &mut Desk, press: &Press) -> Reply {
    offers::known(desk, OfferId(press.action.number), |desk, id| {
        let Some(record) = desk.account.offer(id) else { return Reply::Show(about::old_control()) };
        match press.action.subject.as_str() {
            "leave" => offers::in_place(desk, leave_card(record, None)),
            "year_5" => offers::in_place(desk, year_5_card(record, None)),
            "own" => Reply::Form(refreshers_form(press)),
            "try" => Reply::Form(wishes_form(record, press)),
            _ => offers::in_place(desk, card(record, Wishes::default())),
        }
    })
}

/// A form of these pages that was handed in.
pub(crate) fn submitted(desk: &mut Desk, press: &Press, texts: &BTreeMap<String, String>) -> Reply {
    offers::known(desk, OfferId(press.action.number), |desk, id| {
        if press.action.subject == "own" {
            let Some(record) = desk.account.offer(id) else { return Reply::Show(about::old_control()) };
            let text = texts.get("refreshers").map(|text| text.trim()).unwrap_or_default();
            return match read_refreshers(text) {
                Ok(refreshers) => offers::in_place(desk, year_5_card(record, Some(refreshers))),
                Err(problem) => Reply::Show(Card::text(problem)),
            };
        }
        match Wishes::read(texts) {
            Ok(wishes) => answer(desk, id, wishes),
            Err(problems) => Reply::Show(unread(problems)),
        }
    })
}

fn unread(problems: Vec<String>) -> Card {
    Card::text("I could not read everything, so nothing is worked out yet.").with(Block::Bullets(problems))
}

fn answer(desk: &mut Desk, id: OfferId, wishes: Wishes) -> Reply {
    if wishes.hours.is_some() {
        keep_hours(desk, id, wishes.hours);
    }
    match desk.account.offer(id) {
        Some(record) => offers::in_place(desk, page_for(record, wishes)),
        None => Reply::Show(about::old_control()),
    }
}

/// Keeps the hours worked in a week with an offer.
pub(crate) fn keep_hours(desk: &mut Desk, id: OfferId, hours: Option<rust_decimal::Decimal>) {
    if let Some(record) = desk.account.offer_mut(id) {
        record.hours_a_week = hours;
    }
}

/// The page that answers what was asked: leaving early where only a month was given.
fn page_for(record: &OfferRecord, wishes: Wishes) -> Card {
    match wishes {
        Wishes { growth: None, price: None, leave_month: Some(month), .. } => leave_card(record, Some(month)),
        _ => card(record, wishes),
    }
}

/// The offer at other share prices, with what else can be looked at.
fn card(record: &OfferRecord, wishes: Wishes) -> Card {
    let views = what_if(&record.offer, wishes.growth);
    let lead = format!(
        "Flat: {} over four years. At {} a year, as recruiters' sheets are reported to count: {}, {}. At a share price 30 % lower: {}.",
        views.flat.four_year_total.short(),
        Growth::RECRUITERS,
        views.recruiters.four_year_total.short(),
        against_flat(&views.recruiters),
        against_flat(&views.fallen),
    );
    let mut columns = vec![("Flat".to_owned(), views.flat), (Growth::RECRUITERS.to_string(), views.recruiters)];
    let another = views.chosen.filter(|(growth, _)| ![Growth::FLAT, Growth::RECRUITERS].contains(growth));
    columns.extend(another.map(|(growth, scenario)| (growth.to_string(), scenario)));
    columns.push(("-30 %".into(), views.fallen));
    let mut points = Vec::new();
    if let (Some((growth, scenario)), Some(by_date)) = (views.chosen, views.chosen_by_date) {
        points.push(format!(
            "At {growth} a year: {}, {}. With each part valued in the month it vests: {}, {}.",
            scenario.four_year_total.short(),
            against_flat(&scenario),
            by_date.four_year_total.short(),
            against_flat(&by_date),
        ));
    }
    points.extend(wishes.price.map(|price| at_share_price(record, price)));
    points.push(analysis::growth_needed(implied_growth(&record.offer)));
    points.push(even_words(views.even));
    points.push(hourly_words(record));
    let mut card = Card::titled(format!("What if: {}", record.name))
        .with(Block::Lead(lead))
        .with(Block::Table(scenario_table(&columns)))
        .with(Block::Bullets(points));
    if let Some(month) = wishes.leave_month {
        card = card.with(Block::Text(crate::app::pages::leave::leaving_words(record, month)));
    }
    card.with_buttons(vec![
        Button::primary("Other figures", control("try", record)),
        Button::new("Leaving early", control("leave", record)),
        Button::new("Year 5", control("year_5", record)),
        to_analysis(record),
    ])
    .with_small("Growth is counted as in those sheets: the first year's vests at today's price, those of each later year a step higher. Nobody knows it; the flat price is what to count on.")
}

/// `$92.4k more`, `$120k less`, `the same`.
fn against_flat(scenario: &Scenario) -> String {
    let difference = scenario.against_flat;
    match difference {
        none if none.is_zero() => "the same".into(),
        more if more.is_positive() => format!("{} more", more.short()),
        less => format!("{} less", less.abs().short()),
    }
}

/// The four years of up to four courses, at most 34 columns wide.
fn scenario_table(columns: &[(String, Scenario)]) -> Table {
    let rows = (0..4).map(|year| {
        let cells = columns.iter().map(|(_, scenario)| scenario.years[year].bare_short());
        std::iter::once((year + 1).to_string()).chain(cells).collect()
    });
    let names = columns.iter().map(|(name, _)| name.clone());
    Table { header: std::iter::once("Y".to_owned()).chain(names).collect(), rows: rows.collect() }
}

fn at_share_price(record: &OfferRecord, price: Money) -> String {
    let Grant::Shares { count, price: granted, .. } = record.offer.grant else {
        return format!(
            "Your grant is in dollars, so I can't tell what {price} a share does to it. Edit the grant to shares and their price, or try a growth."
        );
    };
    let Some(factor) = price.ratio_to(granted) else {
        return "Your grant has a price of zero, so no other price can be held against it.".into();
    };
    let scenario = at_price(&record.offer, factor);
    format!(
        "At {price} a share from the start, your {} shares make it {} over four years, {}.",
        crate::app::words::answers::grouped(count),
        scenario.four_year_total.short(),
        against_flat(&scenario)
    )
}

/// The price at which year 3 pays what year 1 does.
fn even_words(even: Option<EvenPrice>) -> String {
    let Some(even) = even else {
        return "Year 3 vests no more than year 1, so no share price makes up for the sign-on.".into();
    };
    let change = even.change_percent();
    let at = even.price.map_or(String::new(), |price| format!(" from the start, at {price} a share"));
    if even.factor.is_zero() {
        "Year 3 pays at least what year 1 does at any share price.".into()
    } else if change.is_zero() {
        "Year 3 pays what year 1 does at today's share price, and less at any lower one.".into()
    } else if change.is_sign_negative() {
        format!("Year 3 pays at least what year 1 does unless the share price is {} % lower{at}.", change.abs())
    } else {
        format!("Year 3 pays what year 1 does only if the share price is {change} % higher{at}.")
    }
}

/// Pay by the hour, at the user's hours or the usual 40.
pub(crate) fn hourly_words(record: &OfferRecord) -> String {
    let hours = record.hours_a_week.and_then(Hours::a_week).unwrap_or(Hours::USUAL);
    let pay = hourly(&record.offer, hours);
    let [first, .., last] = pay.years;
    format!("By the hour: {} on average, {first} in year 1 and {last} in year 4, at {hours}.", pay.average)
}

fn year_5_card(record: &OfferRecord, own: Option<Money>) -> Card {
    let Year5 { without_refreshers, drop, level_refreshers, with_own } = year_5(&record.offer, own);
    let fourth = without_refreshers + drop;
    let against = |pay: Money| match fourth - pay {
        none if none.is_zero() => "the same as year 4".to_owned(),
        less if less.is_positive() => format!("{less} less than year 4"),
        more => format!("{} more than year 4", more.abs()),
    };
    let mut fields =
        vec![("No refreshers".to_owned(), format!("{without_refreshers}, {}", against(without_refreshers)))];
    if level_refreshers.is_positive() {
        fields.push(("To stay level".into(), format!("{level_refreshers} more would have to vest in year 5")));
    }
    if let (Some(own), Some(pay)) = (own, with_own) {
        fields.push((format!("With your {own}"), format!("{pay}, {}", against(pay))));
    }
    Card::titled("Year 5")
        .with(Block::Lead(format!(
            "Once the grant has vested, year 5 pays {without_refreshers} unless you are granted more: {}.",
            against(without_refreshers)
        )))
        .with(Block::Fields(fields))
        .with(Block::Text("Later grants (refreshers) are at Amazon's discretion: count on none, and ask how large they have been in this team.".into()))
        .with_buttons(vec![Button::primary("Your own figure", control("own", record)), back(record), to_analysis(record)])
        .with_small("Stock at a flat price.")
}

fn control(subject: &str, record: &OfferRecord) -> Press {
    Press::always(Action::on_offer(Verb::WhatIf, subject, record.id))
}

/// Back to the first of these pages.
pub(crate) fn back(record: &OfferRecord) -> Button {
    Button::new("Back to what if", control("", record))
}

/// Back to the analysis.
pub(crate) fn to_analysis(record: &OfferRecord) -> Button {
    Button::new("The analysis", Press::always(Action::of_offer(Verb::Show, record.id)))
}

fn refreshers_form(press: &Press) -> Form {
    let inputs = vec![input("refreshers", "Refreshers vesting in year 5, in dollars", "50k", String::new(), true)];
    Form { title: "Year 5 with refreshers".into(), press: press.clone(), inputs }
}

fn wishes_form(record: &OfferRecord, press: &Press) -> Form {
    let hours = record.hours_a_week.map_or(String::new(), |hours| hours.normalize().to_string());
    let [growth, price, month, hours_key] = Wishes::KEYS;
    let mut inputs = vec![input(growth, "Growth of the share price a year", "20 %", String::new(), false)];
    if matches!(record.offer.grant, Grant::Shares { .. }) {
        inputs.push(input(price, "Dollars a share, from the start", "182.50", String::new(), false));
    }
    inputs.push(input(month, "Leaving after how many months?", "18", String::new(), false));
    inputs.push(input(hours_key, "Hours a week that you will work", "45", hours, false));
    Form { title: "What if".into(), press: press.clone(), inputs }
}

fn input(key: &str, label: &str, example: &str, value: String, required: bool) -> TextInput {
    TextInput {
        key: key.into(),
        label: label.into(),
        example: example.into(),
        value,
        required,
        long: false,
        longest: 40,
    }
}
