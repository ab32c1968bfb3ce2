//! How an offer can turn out, as pages: other share prices, leaving early, year 5, pay by the hour.

mod leave;

use std::collections::BTreeMap;

use crate::analysis::{EvenPrice, Growth, Scenario, Year5, at_price, implied_growth, what_if, year_5};
use crate::app::account::Purpose;
use crate::app::command::{Command, Options};
use crate::app::desk::Desk;
use crate::app::forms::text;
use crate::app::links;
use crate::app::outcome::{NotThere, Outcome};
use crate::app::wishes::{Unread, Wishes, read_refreshers};
use crate::app::words::figures::{by_the_hour, growth_needed};
use crate::money::{Currency, Money};
use crate::offer::{Grant, OfferId, OfferRecord};
use crate::playbook::Done;
use crate::reply::{Action, Block, Button, Card, Form, Press, Table, TextInput, Verb};
use crate::words::answers::grouped;

/// `/whatif [offer] [growth] [price] [leave_month]`. Without an offer the walkthrough begins
/// and comes back to it.
pub(crate) fn command(desk: &mut Desk, options: &Options) -> Outcome {
    let wishes = match Wishes::read(|key| options.text(key)) {
        Ok(wishes) => wishes,
        Err(wishes) => return Outcome::below(unread(&wishes)),
    };
    match desk.named(options.get("offer")) {
        Ok(id) => answer(desk, id, wishes),
        Err(NotThere::NoOffer) => Outcome::Need(Purpose { command: Command::WhatIf, options: options.clone() }),
        Err(instead) => instead.into(),
    }
}

/// A control of these pages.
pub(crate) fn pressed(record: &OfferRecord, press: &Press) -> Outcome {
    match press.action.subject.as_str() {
        "leave" => Outcome::here(leave::card(record, None)),
        "year_5" => Outcome::here(year_5_card(record, None)),
        "own" => refreshers_form(record, press),
        "try" => wishes_form(record, press),
        _ => page_for(record, Wishes::default()),
    }
}

/// A form of these pages that was handed in.
pub(crate) fn submitted(desk: &mut Desk, id: OfferId, subject: &str, texts: &BTreeMap<String, String>) -> Outcome {
    if subject == "own" {
        return match read_refreshers(text(texts, "refreshers")) {
            Ok(refreshers) => desk.of(id, |record| Outcome::here(year_5_card(record, Some(refreshers)))),
            Err(wish) => Outcome::below(Card::text(wish.to_string())),
        };
    }
    match Wishes::read(|key| text(texts, key)) {
        Ok(wishes) => answer(desk, id, wishes),
        Err(wishes) => Outcome::below(unread(&wishes)),
    }
}

fn answer(desk: &mut Desk, id: OfferId, wishes: Wishes) -> Outcome {
    if wishes.hours.is_some()
        && let Some(record) = desk.account.offer_mut(id)
    {
        record.hours_a_week = wishes.hours;
    }
    desk.of(id, |record| page_for(record, wishes))
}

fn unread(wishes: &[Unread]) -> Card {
    let problems = wishes.iter().map(ToString::to_string).collect();
    Card::text("I could not read everything, so nothing is worked out yet.").with(Block::Bullets(problems))
}

/// The page that answers what was asked: leaving early where only a month was given. Only the
/// other one says what an hour pays.
fn page_for(record: &OfferRecord, wishes: Wishes) -> Outcome {
    match wishes {
        Wishes { growth: None, price: None, leave_month: Some(month), .. } => {
            Outcome::here(leave::card(record, Some(month)))
        }
        _ => Outcome::here(card(record, wishes)).did(record.id, Done::HourlyShown),
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
    points.push(growth_needed(implied_growth(&record.offer)));
    points.push(even_words(views.even));
    points.push(by_the_hour(record));
    let mut card = Card::titled(format!("What if: {}", record.name))
        .with(Block::Lead(lead))
        .with(Block::Table(scenario_table(&columns)))
        .with(Block::Bullets(points));
    if let Some(month) = wishes.leave_month {
        card = card.with(Block::Text(leave::leaving_words(record, month)));
    }
    card.with_buttons(vec![
        Button::primary("Other figures", control("try", record)),
        Button::new("Leaving early", control("leave", record)),
        Button::new("Year 5", control("year_5", record)),
        links::analysis(record.id),
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
        let currency = record.offer.currency;
        if !currency.is_usd() {
            let (price, name) = (price.said_in(Currency::USD), currency.name());
            return format!("Your grant is in {name}, so I can't tell what {price} a share does to it. Try a growth.");
        }
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
        grouped(count),
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

fn year_5_card(record: &OfferRecord, own: Option<Money>) -> Card {
    let own = own.map(|own| own.in_currency(record.offer.currency));
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
        .with_buttons(vec![Button::primary("Your own figure", control("own", record)), back(record), links::analysis(record.id)])
        .with_small("Stock at a flat price.")
}

fn control(subject: &str, record: &OfferRecord) -> Press {
    Press::always(Action::on_offer(Verb::WhatIf, subject, record.id))
}

/// Back to the first of these pages.
fn back(record: &OfferRecord) -> Button {
    Button::new("Back to what if", control("", record))
}

fn refreshers_form(record: &OfferRecord, press: &Press) -> Outcome {
    let input = TextInput::new("refreshers", "Refreshers vesting in year 5, in dollars", "50k").at_most(40);
    form("Year 5 with refreshers", record, press, vec![input])
}

fn wishes_form(record: &OfferRecord, press: &Press) -> Outcome {
    let hours = record.hours_a_week.map_or(String::new(), |hours| hours.normalize().to_string());
    let [growth, price, month, hours_key] = Wishes::KEYS;
    let input = |key, label: &str, example: &str| TextInput::new(key, label, example).at_most(40).optional();
    let mut inputs = vec![input(growth, "Growth of the share price a year", "20 %")];
    if matches!(record.offer.grant, Grant::Shares { .. }) {
        inputs.push(input(price, "Dollars a share, from the start", "182.50"));
    }
    inputs.push(input(month, "Leaving after how many months?", "18"));
    inputs.push(input(hours_key, "Hours a week that you will work", "45").value(hours));
    form("What if", record, press, inputs)
}

fn form(title: &str, record: &OfferRecord, press: &Press, inputs: Vec<TextInput>) -> Outcome {
    let again = vec![Button::primary(title, press.clone()), back(record)];
    let otherwise = Card::text("Press the button and put the figures into the form.").with_buttons(again);
    Outcome::form(Form { title: title.into(), press: press.clone(), inputs }, otherwise)
}
