//! Another company's offer: entered in a form, shown, changed, deleted.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::analysis::{Preset, Presets};
use crate::app::account::rivals::{MOST_RIVALS, RivalRecord};
use crate::app::forms::{Open, Slips, Typed, input, text};
use crate::app::pages::about;
use crate::app::pages::compare;
use crate::app::pages::rival_form::{BASE, COMPANY, EXTRAS, Entry, GRANT, SIGN_ON, VESTING, read_discount};
use crate::app::route::Desk;
use crate::money::Money;
use crate::reply::{Action, Press, Verb};
use crate::reply::{Block, Button, Card, Choice, Controls, Form, Reply};

/// What is done with an offer of another company: the first word of a control's subject.
const NEW: &str = "new";
const CHANGE: &str = "change";
const SHOW: &str = "show";
const DISCOUNT: &str = "discount";
const DELETE: &str = "delete";
const GONE: &str = "gone";
/// The value in the list of companies for one that is not in it.
const OTHER: &str = "other";

fn press(what: &str, company: &str, number: u32) -> Press {
    let subject = if company.is_empty() { what.to_owned() } else { format!("{what}_{company}") };
    Press::always(Action { verb: Verb::Rival, subject, number })
}

fn form_name(company: &str, number: u32) -> String {
    format!("rival_{number}_{company}")
}

/// A company as a key: lower-case letters, digits and `_`.
fn key_of(preset: &Preset) -> String {
    let plain = preset.company.to_lowercase();
    plain.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

fn preset<'a>(presets: &'a Presets, key: &str) -> Option<&'a Preset> {
    presets.iter().find(|preset| !key.is_empty() && key_of(preset) == key)
}

/// The list that begins the entry of an offer: those named in the walkthrough first.
pub(crate) fn add_list(presets: &Presets, named: &[String]) -> Controls {
    let choice = |label: String, value: String, description: Option<String>| Choice { label, value, description };
    let mut options: Vec<Choice> = (0..)
        .zip(named)
        .take(4)
        .map(|(index, company): (u32, _)| {
            let label: String = format!("{company}: enter it fully").chars().take(100).collect();
            choice(label, format!("named_{index}"), None)
        })
        .collect();
    options.extend(presets.iter().take(20).map(|preset| {
        let vesting =
            if preset.schedule_words.is_empty() { "usually no stock".into() } else { preset.schedule_words.clone() };
        choice(preset.company.clone(), key_of(preset), Some(format!("{vesting}; {}", preset.confidence.words())))
    }));
    options.push(choice("Another company".into(), OTHER.into(), None));
    Controls::Select { press: press(NEW, "", 0), prompt: "Add another company's offer".into(), options }
}

/// The list of those entered, to change or delete one.
pub(crate) fn entered_list(records: &[RivalRecord]) -> Option<Controls> {
    let options: Vec<Choice> = records
        .iter()
        .map(|record| Choice {
            label: record.offer.company.chars().take(100).collect(),
            value: record.number.to_string(),
            description: Some(format!("base {}, grant {}", record.offer.base.short(), record.offer.grant.short())),
        })
        .collect();
    let press = press(SHOW, "", 0);
    (!options.is_empty()).then(|| Controls::Select {
        press,
        prompt: "Look at one, change or delete it".into(),
        options,
    })
}

/// A control about an offer of another company.
pub(crate) fn pressed(desk: &mut Desk, action: &Action, value: Option<&str>) -> Reply {
    let (what, company) = action.subject.split_once('_').unwrap_or((&action.subject, ""));
    let chosen = value.and_then(|value| value.parse().ok()).unwrap_or(action.number);
    match what {
        NEW => match value {
            Some(value) if value.starts_with("named_") => {
                let named = compare::named_only(desk);
                let index = value.trim_start_matches("named_").parse::<usize>().ok();
                let company = index.and_then(|index| named.get(index)).map_or("", |offer| offer.company.as_str());
                new_form(desk, "", company)
            }
            Some(OTHER) => new_form(desk, "", ""),
            Some(key) => new_form(desk, key, ""),
            None => new_form(desk, company, ""),
        },
        CHANGE => change_form(desk, action.number),
        SHOW => desk.account.rivals().find(chosen).map_or_else(gone, |record| Reply::Update(card(desk, record))),
        DISCOUNT => discount_form(desk, action.number),
        DELETE => ask_delete(desk, action.number),
        GONE => match desk.account.rivals_mut().remove(action.number) {
            Some(record) => {
                let mut card = compare::card(desk, compare::FLAT);
                card.blocks.insert(0, Block::Text(format!("Deleted: the offer of {}.", record.offer.company)));
                Reply::Update(card)
            }
            None => gone(),
        },
        _ => match (Slips::of(what), desk.account.typed(&form_name(company, action.number)).cloned()) {
            (Some(slips), Some(texts)) => take(desk, company, action.number, &texts, slips),
            _ => Reply::Show(about::old_control()),
        },
    }
}

fn gone() -> Reply {
    Reply::Show(Card::text("That offer is deleted. /offer compare shows the ones you have."))
}

/// A form about an offer of another company, handed in.
pub(crate) fn submitted(desk: &mut Desk, action: &Action, texts: &BTreeMap<String, String>) -> Reply {
    let (what, company) = action.subject.split_once('_').unwrap_or((&action.subject, ""));
    match what {
        NEW | CHANGE => take(desk, company, action.number, texts, Slips::Ask),
        DISCOUNT => set_discount(desk, action.number, text(texts, DISCOUNT)),
        _ => Reply::Show(about::old_control()),
    }
}

/// The form for a new offer: of a company with a preset, or of any other.
fn new_form(desk: &Desk, key: &str, company: &str) -> Reply {
    let preset = preset(&desk.tables.rivals, key);
    let typed =
        desk.account.typed(&form_name(key, 0)).filter(|texts| company.is_empty() || text(texts, COMPANY) == company);
    let value = |key: &str, otherwise: &str| typed.map_or(otherwise, |texts| text(texts, key)).to_owned();
    let mut inputs = Vec::new();
    if preset.is_none() {
        inputs.push(input(COMPANY, "Company", "Initech", &value(COMPANY, company), true));
    }
    inputs.push(input(BASE, "Base a year", "210k", &value(BASE, ""), true));
    inputs.push(input(SIGN_ON, "Sign-on by year", "50/20; empty for none", &value(SIGN_ON, ""), false));
    if let Some(preset) = preset {
        inputs.push(input(GRANT, "The whole grant", "400k; empty for none", &value(GRANT, ""), false));
        let usual = value(VESTING, &preset.schedule_words);
        inputs.push(input(VESTING, "How it vests", "25/25/25/25 quarterly", &usual, false));
    } else {
        let example = "400k, 25/25/25/25 quarterly";
        inputs.push(input(GRANT, "The whole grant, and how it vests", example, &value(GRANT, ""), false));
    }
    inputs.push(extras_input(&value(EXTRAS, "")));
    let title =
        preset.map_or("Another company's offer".to_owned(), |preset| format!("The offer of {}", preset.company));
    Reply::Form(Form { title: title.chars().take(45).collect(), press: press(NEW, key, 0), inputs })
}

fn extras_input(value: &str) -> crate::reply::TextInput {
    input(EXTRAS, "Bonus % of base, refreshers by year", "15 %, refreshers 0/50/100/150", value, false)
}

fn change_form(desk: &Desk, number: u32) -> Reply {
    let Some(record) = desk.account.rivals().find(number) else { return gone() };
    let offer = &record.offer;
    let typed = desk.account.typed(&form_name("", number));
    let value = |key: &str, otherwise: String| typed.map_or(otherwise, |texts| text(texts, key).to_owned());
    let inputs = vec![
        input(BASE, "Base a year", "210k", &value(BASE, offer.base.to_string()), true),
        input(SIGN_ON, "Sign-on by year", "50/20; empty for none", &value(SIGN_ON, by_year(&offer.sign_on)), false),
        input(GRANT, "The whole grant", "400k; empty for none", &value(GRANT, amount(offer.grant)), false),
        input(VESTING, "How it vests", "25/25/25/25 quarterly", &value(VESTING, record.vesting.clone()), false),
        extras_input(&value(EXTRAS, extras(record))),
    ];
    let title = format!("The offer of {}", offer.company);
    Reply::Form(Form { title: title.chars().take(45).collect(), press: press(CHANGE, "", number), inputs })
}

fn amount(amount: Money) -> String {
    if amount.is_zero() { String::new() } else { amount.to_string() }
}

fn by_year(amounts: &[Money]) -> String {
    amounts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" / ")
}

/// The bonus and refreshers as they could have been typed.
fn extras(record: &RivalRecord) -> String {
    let bonus = record.offer.bonus_percent.map(|percent| format!("{} %", percent.normalize()));
    let refreshers =
        (!record.offer.refreshers.is_empty()).then(|| format!("refreshers {}", by_year(&record.offer.refreshers)));
    bonus.into_iter().chain(refreshers).collect::<Vec<_>>().join(", ")
}

fn take(desk: &mut Desk, key: &str, number: u32, texts: &BTreeMap<String, String>, slips: Slips) -> Reply {
    let before = desk.account.rivals().find(number).map(|record| record.offer.clone());
    if number > 0 && before.is_none() {
        return gone();
    }
    let chosen = preset(&desk.tables.rivals, key);
    let typed_name: String =
        text(texts, COMPANY).split_whitespace().collect::<Vec<_>>().join(" ").chars().take(40).collect();
    let company = match (&before, chosen) {
        (Some(before), _) => before.company.clone(),
        (None, Some(preset)) => preset.company.clone(),
        (None, None) => typed_name,
    };
    let entry = Entry { texts, company: &company, preset: desk.tables.rivals.find(&company), slips };
    let mut open = Open::default();
    let Some((mut offer, vesting)) = entry.read(&mut open) else {
        desk.account.keep_typed(Some(Typed { form: form_name(key, number), texts: texts.clone() }));
        let again = if number > 0 { CHANGE } else { NEW };
        return Reply::Update(open.card("Another company's offer", |subject| {
            press(if subject.is_empty() { again } else { subject }, key, number)
        }));
    };
    desk.account.keep_typed(None);
    let number = if let Some(before) = before {
        (offer.private, offer.private_discount) = (before.private, before.private_discount);
        desk.account.rivals_mut().replace(number, offer, vesting);
        number
    } else {
        match desk.account.rivals_mut().add(offer, vesting) {
            Some(number) => number,
            None => {
                return Reply::Update(Card::text(format!(
                    "Not saved: you have {MOST_RIVALS} offers of other companies, the most I keep. Delete one in /offer compare."
                )));
            }
        }
    };
    desk.account.rivals().find(number).map_or_else(gone, |record| Reply::Update(card(desk, record)))
}

/// One offer of another company: as understood, and where its schedule is from.
fn card(desk: &Desk, record: &RivalRecord) -> Card {
    let offer = &record.offer;
    let years = offer.years(compare::FLAT);
    let total: Money = years.iter().map(crate::analysis::ComparedYear::total).sum();
    let mut fields = vec![("Base".to_owned(), format!("{} a year", offer.base))];
    fields.push(("Sign-on".into(), in_years(&offer.sign_on)));
    let grant =
        if offer.grant.is_zero() { "none".into() } else { format!("{}, vesting {}", offer.grant, record.vesting) };
    fields.push(("Grant".into(), grant));
    if let Some(percent) = offer.bonus_percent {
        fields.push(("Target bonus".into(), format!("{} % of base a year", percent.normalize())));
    }
    fields.push(("Refreshers".into(), in_years(&offer.refreshers)));
    let mut card = Card::titled(format!("The offer of {}", offer.company))
        .with(Block::Lead(format!("{} over four years at a flat share price.", total.short())))
        .with(Block::Fields(fields))
        .with(Block::Table(compare::years_table(&years)));
    if let Some(preset) = desk.tables.rivals.find(&offer.company) {
        card = card.with(Block::Text(usual_vesting(preset, record)));
    }
    let notes: Vec<String> = offer.notes().iter().map(crate::words::offer_note).collect();
    if !notes.is_empty() {
        card = card.with(Block::Bullets(notes));
    }
    let discount = if offer.private { "Set a discount" } else { "Its stock is private" };
    let mut buttons = vec![Button::primary("Compare", Press::always(Action::on(Verb::Compare, compare::FLAT_KEY)))];
    buttons.push(Button::new("Change", press(CHANGE, "", record.number)));
    if offer.grant.is_positive() || !offer.refreshers.is_empty() {
        buttons.push(Button::new(discount, press(DISCOUNT, "", record.number)));
    }
    buttons.push(Button::danger("Delete", press(DELETE, "", record.number)));
    card.with_buttons(buttons).with_small(
        "Kept for comparing only: no script speaks of it. What scripts may say of other offers is in /offer edit.",
    )
}

/// Where a schedule is from, and how sure that is.
fn usual_vesting(preset: &Preset, record: &RivalRecord) -> String {
    let note = if preset.note.is_empty() { String::new() } else { format!(" {}", preset.note) };
    let usual = match (&preset.schedule, record.offer.grant.is_zero()) {
        (None, _) => format!("{} usually grants no stock", preset.company),
        (Some(_), true) => format!("{} usually vests {}", preset.company, preset.schedule_words),
        (Some(schedule), false) if *schedule == record.offer.schedule => {
            format!("The vesting is what is usual at {}", preset.company)
        }
        (Some(_), false) => {
            format!("{} usually vests {}; here stands what you wrote", preset.company, preset.schedule_words)
        }
    };
    format!("{usual}. Where that is from ({}): {}{note} Your letter decides.", preset.confidence.words(), preset.source)
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

fn discount_form(desk: &Desk, number: u32) -> Reply {
    let Some(record) = desk.account.rivals().find(number) else { return gone() };
    let percent = record.offer.private_discount.map(|ratio| (ratio * Decimal::ONE_HUNDRED).normalize().to_string());
    let value = percent.unwrap_or_default();
    Reply::Form(Form {
        title: "Stock you can't sell".into(),
        press: press(DISCOUNT, "", number),
        inputs: vec![input(DISCOUNT, "Percent to take off; empty if it is public", "30", &value, false)],
    })
}

fn set_discount(desk: &mut Desk, number: u32, text: &str) -> Reply {
    let Some(record) = desk.account.rivals().find(number) else { return gone() };
    let mut offer = record.offer.clone();
    let vesting = record.vesting.clone();
    match read_discount(text) {
        Some(discount) => (offer.private, offer.private_discount) = (true, Some(discount)),
        None if text.is_empty() => (offer.private, offer.private_discount) = (false, None),
        None => {
            let card = Card::text(format!(
                "I can't read \"{}\" as a percentage from 0 to 100, so nothing is changed. Write it like 30.",
                text.chars().take(40).collect::<String>()
            ));
            let again = Button::primary("Open the form again", press(DISCOUNT, "", number));
            return Reply::Show(card.with_buttons(vec![again]));
        }
    }
    desk.account.rivals_mut().replace(number, offer, vesting);
    desk.account.rivals().find(number).map_or_else(gone, |record| Reply::Update(card(desk, record)))
}

fn ask_delete(desk: &Desk, number: u32) -> Reply {
    let Some(record) = desk.account.rivals().find(number) else { return gone() };
    Reply::Show(
        Card::titled("Delete this offer?")
            .with(Block::Lead(format!("The offer of {} goes out of the comparison for good.", record.offer.company)))
            .with_buttons(vec![
                Button::primary("Keep it", press(SHOW, "", number)),
                Button::danger("Delete it", press(GONE, "", number)),
            ]),
    )
}
