//! Another company's offer: entered in a form, shown, changed, deleted.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::act::{Act, FormOf};
use super::rival_form::{BASE, COMPANY, EXTRAS, Entry, GRANT, SIGN_ON, VESTING, read_discount};
use crate::analysis::ComparedYear;
use crate::app::account::{KeptForm, MOST_RIVALS, RivalRecord};
use crate::app::desk::Desk;
use crate::app::forms::{Unsettled, Unusual, text};
use crate::app::outcome::{Gone, Outcome};
use crate::market::{Companies, Company, Vesting};
use crate::money::Money;
use crate::reply::{Action, Block, Button, Card, Choice, Controls, Form, Press, TextInput, Verb};

fn press(act: &Act) -> Press {
    Press::always(Action::on(Verb::Rival, act.to_string()))
}

/// Before the place of one that was named in the walkthrough, in the list of companies.
const NAMED: &str = "named_";
/// The value in the list of companies for one that is not in it.
const OTHER: &str = "other";
/// The input for what is taken off stock that can't be sold.
const DISCOUNT: &str = "discount";

/// A company as a key: lower-case letters, digits and `_`.
fn key_of(company: &Company) -> String {
    let plain = company.name.to_lowercase();
    plain.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

fn listed<'a>(companies: &'a Companies, key: &str) -> Option<&'a Company> {
    companies.others().find(|company| !key.is_empty() && key_of(company) == key)
}

/// The list that begins the entry of an offer: those named in the walkthrough first.
pub(crate) fn add_list(companies: &Companies, named: &[String]) -> Controls {
    let mut options: Vec<Choice> = (0..)
        .zip(named)
        .take(4)
        .map(|(index, company): (u32, _)| {
            let label: String = format!("{company}: enter it fully").chars().take(100).collect();
            Choice::new(label, format!("{NAMED}{index}"))
        })
        .collect();
    let known = companies.others().filter_map(|company| Some((company, company.vesting.as_ref()?)));
    options.extend(
        known
            .take(20)
            .map(|(company, vesting)| Choice::new(&company.name, key_of(company)).described(vesting_in_short(vesting))),
    );
    options.push(Choice::new("Another company", OTHER));
    let press = press(&Act::New(String::new()));
    Controls::Select { press, prompt: "Add another company's offer".into(), options }
}

/// `33/33/22/12 monthly; well supported`.
fn vesting_in_short(vesting: &Vesting) -> String {
    let usual = if vesting.words.is_empty() { "usually no stock" } else { &vesting.words };
    format!("{usual}; {}", vesting.source.confidence.words())
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
    let press = press(&Act::Show(None));
    (!options.is_empty()).then(|| Controls::Select {
        press,
        prompt: "Look at one, change or delete it".into(),
        options,
    })
}

/// A control about an offer of another company.
pub(crate) fn pressed(desk: &mut Desk, press: &Press, value: Option<&str>) -> Outcome {
    let Ok(act) = press.action.subject.parse::<Act>() else { return Outcome::Gone(Gone::Control) };
    match act {
        Act::New(company) => match value {
            None => new_form(desk, &company, ""),
            Some(OTHER) => new_form(desk, "", ""),
            Some(value) => match value.strip_prefix(NAMED) {
                None => new_form(desk, value, ""),
                Some(index) => {
                    let named = super::named_only(desk);
                    let company = index.parse::<usize>().ok().and_then(|index| named.get(index));
                    new_form(desk, "", company.map_or("", |offer| offer.company.as_str()))
                }
            },
        },
        Act::Show(number) => show(desk, number.or_else(|| value?.parse().ok())),
        Act::Change(number) => change_form(desk, number),
        Act::Discount(number) => discount_form(desk, number),
        Act::AskDelete(number) => ask_delete(desk, number),
        Act::Delete(number) => match desk.account.rivals_mut().remove(number) {
            Some(record) => {
                let said = format!("Deleted: the offer of {}.", record.offer.company);
                Outcome::here(super::card(desk, super::FLAT, Some(said)))
            }
            None => Outcome::Gone(Gone::Rival),
        },
        Act::Take(unusual, form) => match desk.account.kept_form(&form.name()).cloned() {
            Some(texts) => take(desk, form, &texts, unusual),
            None => Outcome::Gone(Gone::Control),
        },
    }
}

/// A form about an offer of another company, handed in.
pub(crate) fn submitted(desk: &mut Desk, press: &Press, texts: &BTreeMap<String, String>) -> Outcome {
    match press.action.subject.parse() {
        Ok(Act::New(company)) => take(desk, FormOf::New(company), texts, Unusual::Ask),
        Ok(Act::Change(number)) => take(desk, FormOf::Entered(number), texts, Unusual::Ask),
        Ok(Act::Discount(number)) => set_discount(desk, number, text(texts, DISCOUNT)),
        Ok(Act::Show(_) | Act::AskDelete(_) | Act::Delete(_) | Act::Take(..)) | Err(()) => Outcome::Gone(Gone::Control),
    }
}

fn show(desk: &Desk, number: Option<u32>) -> Outcome {
    let record = number.and_then(|number| desk.account.rivals().find(number));
    record.map_or(Outcome::Gone(Gone::Rival), |record| Outcome::here(card(desk, record)))
}

/// The form for a new offer: of a company that is known, or of any other.
fn new_form(desk: &Desk, key: &str, company: &str) -> Outcome {
    let listed = listed(desk.tables.companies, key);
    let kept = desk.account.kept_form(&FormOf::New(key.to_owned()).name());
    let kept = kept.filter(|texts| company.is_empty() || text(texts, COMPANY) == company);
    let input = |key, label: &str, example: &str, otherwise: &str| {
        TextInput::new(key, label, example).value(kept.map_or(otherwise, |texts| text(texts, key)))
    };
    let mut inputs = Vec::new();
    if listed.is_none() {
        inputs.push(input(COMPANY, "Company", "Initech", company));
    }
    inputs.push(input(BASE, "Base a year", "210k", ""));
    inputs.push(input(SIGN_ON, "Sign-on by year", "50/20; empty for none", "").optional());
    if let Some(listed) = listed {
        let usual = listed.vesting.as_ref().map_or("", |vesting| &vesting.words);
        inputs.push(input(GRANT, "The whole grant", "400k; empty for none", "").optional());
        inputs.push(input(VESTING, "How it vests", "25/25/25/25 quarterly", usual).optional());
    } else {
        let example = "400k, 25/25/25/25 quarterly";
        inputs.push(input(GRANT, "The whole grant, and how it vests", example, "").optional());
    }
    inputs.push(input(EXTRAS, EXTRAS_LABEL, EXTRAS_EXAMPLE, "").optional());
    let title = listed.map_or("Another company's offer".to_owned(), |company| format!("The offer of {}", company.name));
    form(&title, press(&Act::New(key.to_owned())), inputs)
}

const EXTRAS_LABEL: &str = "Bonus % of base, refreshers by year";
const EXTRAS_EXAMPLE: &str = "15 %, refreshers 0/50/100/150";

fn change_form(desk: &Desk, number: u32) -> Outcome {
    let Some(record) = desk.account.rivals().find(number) else { return Outcome::Gone(Gone::Rival) };
    let offer = &record.offer;
    let kept = desk.account.kept_form(&FormOf::Entered(number).name());
    let input = |key, label: &str, example: &str, otherwise: String| {
        TextInput::new(key, label, example).value(kept.map_or(otherwise, |texts| text(texts, key).to_owned()))
    };
    let inputs = vec![
        input(BASE, "Base a year", "210k", offer.base.to_string()),
        input(SIGN_ON, "Sign-on by year", "50/20; empty for none", by_year(&offer.sign_on)).optional(),
        input(GRANT, "The whole grant", "400k; empty for none", amount(offer.grant)).optional(),
        input(VESTING, "How it vests", "25/25/25/25 quarterly", record.vesting.clone()).optional(),
        input(EXTRAS, EXTRAS_LABEL, EXTRAS_EXAMPLE, extras(record)).optional(),
    ];
    form(&format!("The offer of {}", offer.company), press(&Act::Change(number)), inputs)
}

fn form(title: &str, press: Press, inputs: Vec<TextInput>) -> Outcome {
    let button = Button::primary("Open the form", press.clone());
    let otherwise = Card::titled(title).with(Block::Text("Press the button and put the figures into the form.".into()));
    let form = Form { title: title.chars().take(45).collect(), press, inputs };
    Outcome::form(form, otherwise.with_buttons(vec![button]))
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

fn take(desk: &mut Desk, form: FormOf, texts: &BTreeMap<String, String>, unusual: Unusual) -> Outcome {
    let (company, before) = match &form {
        FormOf::Entered(number) => match desk.account.rivals().find(*number) {
            Some(record) => (record.offer.company.clone(), Some((*number, record.offer.clone()))),
            None => return Outcome::Gone(Gone::Rival),
        },
        FormOf::New(key) => match listed(desk.tables.companies, key) {
            Some(listed) => (listed.name.clone(), None),
            None => (company_typed(texts), None),
        },
    };
    let entry = Entry { texts, company: &company, known: desk.tables.companies.find(&company), unusual };
    let mut open = Unsettled::default();
    let Some((mut offer, vesting)) = entry.read(&mut open) else {
        desk.account.keep_form(Some(KeptForm { form: form.name(), texts: texts.clone() }));
        return Outcome::here(open.card("Another company's offer", |subject| press(&again(subject, &form))));
    };
    desk.account.keep_form(None);
    let number = if let Some((number, before)) = before {
        (offer.private, offer.private_discount) = (before.private, before.private_discount);
        desk.account.rivals_mut().replace(number, offer, vesting);
        Some(number)
    } else {
        desk.account.rivals_mut().add(offer, vesting)
    };
    match number {
        Some(number) => show(desk, Some(number)),
        None => Outcome::here(Card::text(format!(
            "Not saved: you have {MOST_RIVALS} offers of other companies, the most I keep. Delete one in /offer compare."
        ))),
    }
}

fn company_typed(texts: &BTreeMap<String, String>) -> String {
    text(texts, COMPANY).split_whitespace().collect::<Vec<_>>().join(" ").chars().take(40).collect()
}

/// What a button of the card that asks does: takes the form as the user says, or opens it again.
fn again(subject: &str, form: &FormOf) -> Act {
    match (Unusual::of(subject), form) {
        (Some(unusual), form) => Act::Take(unusual, form.clone()),
        (None, FormOf::New(company)) => Act::New(company.clone()),
        (None, FormOf::Entered(number)) => Act::Change(*number),
    }
}

/// One offer of another company: as understood, and where its schedule is from.
fn card(desk: &Desk, record: &RivalRecord) -> Card {
    let offer = &record.offer;
    let years = offer.years(super::FLAT);
    let total: Money = years.iter().map(ComparedYear::total).sum();
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
        .with(Block::Table(super::years_table(&years)));
    let known = desk.tables.companies.find(&offer.company);
    if let Some((name, vesting)) = known.and_then(|company| Some((&company.name, company.vesting.as_ref()?))) {
        card = card.with(Block::Text(usual_vesting(name, vesting, record)));
    }
    let notes: Vec<String> = offer.notes().iter().map(crate::words::offer_note).collect();
    if !notes.is_empty() {
        card = card.with(Block::Bullets(notes));
    }
    let discount = if offer.private { "Set a discount" } else { "Its stock is private" };
    let mut buttons = vec![Button::primary("Compare", Press::always(Action::on(Verb::Compare, super::FLAT_KEY)))];
    buttons.push(Button::new("Change", press(&Act::Change(record.number))));
    if offer.grant.is_positive() || !offer.refreshers.is_empty() {
        buttons.push(Button::new(discount, press(&Act::Discount(record.number))));
    }
    buttons.push(Button::danger("Delete", press(&Act::AskDelete(record.number))));
    card.with_buttons(buttons).with_small(
        "Kept for comparing only: no script speaks of it. What scripts may say of other offers is in /offer edit.",
    )
}

/// Where a schedule is from, and how sure that is.
fn usual_vesting(company: &str, vesting: &Vesting, record: &RivalRecord) -> String {
    let Vesting { schedule, words, source } = vesting;
    let note = if source.note.is_empty() { String::new() } else { format!(" {}", source.note) };
    let usual = match (schedule, record.offer.grant.is_zero()) {
        (None, _) => format!("{company} usually grants no stock"),
        (Some(_), true) => format!("{company} usually vests {words}"),
        (Some(schedule), false) if *schedule == record.offer.schedule => {
            format!("The vesting is what is usual at {company}")
        }
        (Some(_), false) => format!("{company} usually vests {words}; here stands what you wrote"),
    };
    let sure = source.confidence.words();
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

fn discount_form(desk: &Desk, number: u32) -> Outcome {
    let Some(record) = desk.account.rivals().find(number) else { return Outcome::Gone(Gone::Rival) };
    let percent = record.offer.private_discount.map(|ratio| (ratio * Decimal::ONE_HUNDRED).normalize().to_string());
    let input = TextInput::new(DISCOUNT, "Percent to take off; empty if it is public", "30");
    let input = input.value(percent.unwrap_or_default()).optional();
    form("Stock you can't sell", press(&Act::Discount(number)), vec![input])
}

fn set_discount(desk: &mut Desk, number: u32, text: &str) -> Outcome {
    let Some(record) = desk.account.rivals().find(number) else { return Outcome::Gone(Gone::Rival) };
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
            let again = Button::primary("Open the form again", press(&Act::Discount(number)));
            return Outcome::below(card.with_buttons(vec![again]));
        }
    }
    desk.account.rivals_mut().replace(number, offer, vesting);
    show(desk, Some(number))
}

fn ask_delete(desk: &Desk, number: u32) -> Outcome {
    let Some(record) = desk.account.rivals().find(number) else { return Outcome::Gone(Gone::Rival) };
    let lead = format!("The offer of {} goes out of the comparison for good.", record.offer.company);
    Outcome::below(Card::titled("Delete this offer?").with(Block::Lead(lead)).with_buttons(vec![
        Button::primary("Keep it", press(&Act::Show(Some(number)))),
        Button::danger("Delete it", press(&Act::Delete(number))),
    ]))
}
