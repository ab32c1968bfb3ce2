//! Another company's offer: entered in a form, changed, deleted.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::act::{Act, FormOf, press};
use super::rival_card::card;
use super::rival_form::{BASE, COMPANY, EXTRAS, Entry, GRANT, SIGN_ON, VESTING, read_discount};
use super::spoken::{self, DEADLINE};
use crate::app::account::{KeptForm, MOST_ENTERED, OtherRecord, Others};
use crate::app::desk::Desk;
use crate::app::forms::{Unsettled, Unusual, text};
use crate::app::outcome::{Gone, Outcome};
use crate::echo::{self, Echo};
use crate::market::{Companies, Company, Vesting};
use crate::money::Money;
use crate::offer::{OtherFigures, OtherOffer};
use crate::reply::{Block, Button, Card, Choice, Controls, Form, Press, TextInput};
use crate::words;

/// Before the place of one that was named in the walkthrough, in the list of companies.
const NAMED: &str = "named_";
/// The most of those that stand in the list.
const MOST_NAMED: usize = 4;
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

/// The list that begins the entry of an offer: those named in the walkthrough first, each company once.
pub(crate) fn add_list(companies: &Companies, named: &[&OtherOffer]) -> Controls {
    let known = |offer: &OtherOffer| companies.find(&offer.company).filter(|company| company.vesting.is_some());
    let named = &named[..named.len().min(MOST_NAMED)];
    let mut options: Vec<Choice> = (0..)
        .zip(named)
        .map(|(index, offer): (u32, _)| {
            let label: String = format!("{}: enter it fully", offer.company).chars().take(100).collect();
            // What is known of a company stands in its form, whichever way leads there.
            Choice::new(label, known(offer).map_or_else(|| format!("{NAMED}{index}"), key_of))
        })
        .collect();
    let is_named = |company: &Company| named.iter().any(|offer| known(offer).is_some_and(|known| known == company));
    let others = companies.others().filter(|company| !is_named(company));
    let others = others.filter_map(|company| Some((company, company.vesting.as_ref()?))).take(20);
    options
        .extend(others.map(|(company, vesting)| {
            Choice::new(&company.name, key_of(company)).described(vesting_in_short(vesting))
        }));
    options.push(Choice::new("Another company", OTHER));
    let press = press(&Act::New(String::new()));
    Controls::Select { press, prompt: "Add another company's offer".into(), options }
}

/// `33/33/22/12 monthly; well supported`.
fn vesting_in_short(vesting: &Vesting) -> String {
    let usual = if vesting.words.is_empty() { "usually no stock" } else { &vesting.words };
    format!("{usual}; {}", words::confidence(vesting.source.confidence))
}

/// The list of those entered, to change or delete one.
pub(crate) fn entered_list(others: &Others) -> Option<Controls> {
    let options: Vec<Choice> = others
        .entered()
        .map(|(record, figures)| Choice {
            label: record.offer.company.chars().take(100).collect(),
            value: record.number.to_string(),
            description: Some(format!("base {}, grant {}", figures.base.short(), figures.grant.short())),
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
        Act::Firmness(number) => match value {
            Some(chosen) => change(desk, number, |record| record.offer.firmness = spoken::firmness_of(chosen)),
            None => Outcome::Gone(Gone::Control),
        },
        Act::Deadline(number) => spoken::deadline_form(desk, number),
        Act::AskDelete(number) => ask_delete(desk, number),
        Act::Delete(number) => match desk.account.change_others(|others| others.remove(number)) {
            Some(offer) => {
                let said = format!("Deleted: the offer of {}.", offer.company);
                Outcome::here(super::card(desk, super::FLAT, Some(said)))
            }
            None => Outcome::Gone(Gone::Rival),
        },
        Act::Take(unusual, form) => match desk.account.kept_form(&form.name()).cloned() {
            Some(texts) => take(desk, &form, &texts, unusual),
            None => Outcome::Gone(Gone::Control),
        },
    }
}

/// A form about an offer of another company, handed in.
pub(crate) fn submitted(desk: &mut Desk, press: &Press, texts: &BTreeMap<String, String>) -> Outcome {
    match press.action.subject.parse() {
        Ok(Act::New(company)) => take(desk, &FormOf::New(company), texts, Unusual::Ask),
        Ok(Act::Change(number)) => take(desk, &FormOf::Entered(number), texts, Unusual::Ask),
        Ok(Act::Discount(number)) => set_discount(desk, number, text(texts, DISCOUNT)),
        Ok(Act::Deadline(number)) => set_deadline(desk, number, text(texts, DEADLINE)),
        Ok(Act::Show(_) | Act::Firmness(_) | Act::AskDelete(_) | Act::Delete(_) | Act::Take(..)) | Err(()) => {
            Outcome::Gone(Gone::Control)
        }
    }
}

/// Changes one and shows it.
fn change(desk: &mut Desk, number: u32, change: impl FnOnce(&mut OtherRecord)) -> Outcome {
    match desk.account.change_others(|others| others.change(number, change)) {
        Some(()) => show(desk, Some(number)),
        None => Outcome::Gone(Gone::Rival),
    }
}

/// What is said of a text that can't be read, with the form to open again.
fn unreadable(said: String, form: &Act) -> Outcome {
    Outcome::below(Card::text(said).with_buttons(vec![Button::primary("Open the form again", press(form))]))
}

fn show(desk: &Desk, number: Option<u32>) -> Outcome {
    let found = number.and_then(|number| desk.account.others().find(number));
    found.map_or(Outcome::Gone(Gone::Rival), |(record, figures)| Outcome::here(card(desk, record, figures)))
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
    let Some((record, figures)) = desk.account.others().find(number) else { return Outcome::Gone(Gone::Rival) };
    let kept = desk.account.kept_form(&FormOf::Entered(number).name());
    let input = |key, label: &str, example: &str, otherwise: String| {
        TextInput::new(key, label, example).value(kept.map_or(otherwise, |texts| text(texts, key).to_owned()))
    };
    let inputs = vec![
        input(BASE, "Base a year", "210k", figures.base.to_string()),
        input(SIGN_ON, "Sign-on by year", "50/20; empty for none", by_year(&figures.sign_on)).optional(),
        input(GRANT, "The whole grant", "400k; empty for none", amount(figures.grant)).optional(),
        input(VESTING, "How it vests", "25/25/25/25 quarterly", record.vesting.clone()).optional(),
        input(EXTRAS, EXTRAS_LABEL, EXTRAS_EXAMPLE, extras(figures)).optional(),
    ];
    form(&format!("The offer of {}", record.offer.company), press(&Act::Change(number)), inputs)
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
fn extras(figures: &OtherFigures) -> String {
    let bonus = figures.bonus_percent.map(|percent| format!("{} %", percent.normalize()));
    let refreshers = (!figures.refreshers.is_empty()).then(|| format!("refreshers {}", by_year(&figures.refreshers)));
    bonus.into_iter().chain(refreshers).collect::<Vec<_>>().join(", ")
}

fn take(desk: &mut Desk, form: &FormOf, texts: &BTreeMap<String, String>, unusual: Unusual) -> Outcome {
    let (company, before) = match form {
        FormOf::Entered(number) => match desk.account.others().find(*number) {
            Some((record, before)) => (record.offer.company.clone(), Some((*number, before.clone()))),
            None => return Outcome::Gone(Gone::Rival),
        },
        FormOf::New(key) => match listed(desk.tables.companies, key) {
            Some(listed) => (listed.name.clone(), None),
            None => (company_typed(texts), None),
        },
    };
    let entry = Entry { texts, company: &company, known: desk.tables.companies.find(&company), unusual };
    // In what it was entered in, else in what it is to be held against.
    let currency = before.as_ref().map_or_else(|| super::currency(desk), |(_, before)| before.base.currency());
    let mut open = Unsettled::in_currency(currency);
    let Some((mut figures, vesting)) = entry.read(&mut open) else {
        desk.account.keep_form(Some(KeptForm { form: form.name(), texts: texts.clone() }));
        return Outcome::here(open.card("Another company's offer", |subject| press(&again(subject, form))));
    };
    desk.account.keep_form(None);
    let number = desk.account.change_others(|others| match before {
        Some((number, before)) => {
            (figures.private, figures.private_discount) = (before.private, before.private_discount);
            others.change(number, |record| record.set_figures(figures, vesting)).map(|()| number)
        }
        None => others.enter(&company, figures, vesting),
    });
    match number {
        Some(number) => show(desk, Some(number)),
        None => Outcome::here(Card::text(format!(
            "Not saved: you have {MOST_ENTERED} offers of other companies, the most I keep. Delete one in /offer compare."
        ))),
    }
}

/// The name that was typed; none where it is a question.
fn company_typed(texts: &BTreeMap<String, String>) -> String {
    let typed = text(texts, COMPANY);
    if crate::reading::asks(typed) { String::new() } else { echo::kept(typed, Echo::LONGEST) }
}

/// What a button of the card that asks does: takes the form as the user says, or opens it again.
fn again(subject: &str, form: &FormOf) -> Act {
    match (Unusual::of(subject), form) {
        (Some(unusual), form) => Act::Take(unusual, form.clone()),
        (None, FormOf::New(company)) => Act::New(company.clone()),
        (None, FormOf::Entered(number)) => Act::Change(*number),
    }
}

fn discount_form(desk: &Desk, number: u32) -> Outcome {
    let Some((_, figures)) = desk.account.others().find(number) else { return Outcome::Gone(Gone::Rival) };
    let percent = figures.private_discount.map(|ratio| (ratio * Decimal::ONE_HUNDRED).normalize().to_string());
    let input = TextInput::new(DISCOUNT, "Percent to take off; empty if it is public", "30");
    let input = input.value(percent.unwrap_or_default()).optional();
    form("Stock you can't sell", press(&Act::Discount(number)), vec![input])
}

fn set_discount(desk: &mut Desk, number: u32, text: &str) -> Outcome {
    let (private, discount) = match read_discount(text) {
        Some(discount) => (true, Some(discount)),
        None if text.is_empty() => (false, None),
        None => {
            let echo = Echo::of(text);
            let said = format!(
                "I can't read \"{echo}\" as a percentage from 0 to 100, so nothing is changed. Write it like 30."
            );
            return unreadable(said, &Act::Discount(number));
        }
    };
    change(desk, number, |record| {
        if let Some(figures) = &mut record.offer.figures {
            (figures.private, figures.private_discount) = (private, discount);
        }
    })
}

fn set_deadline(desk: &mut Desk, number: u32, text: &str) -> Outcome {
    match spoken::read_deadline(text, desk.today()) {
        Ok(day) => change(desk, number, |record| record.offer.reply_by = day),
        Err(bad) => unreadable(bad.to_string(), &Act::Deadline(number)),
    }
}

fn ask_delete(desk: &Desk, number: u32) -> Outcome {
    let Some((record, _)) = desk.account.others().find(number) else { return Outcome::Gone(Gone::Rival) };
    let from = if record.offer.firmness.is_some() { "the comparison and of scripts" } else { "the comparison" };
    let lead = format!("The offer of {} goes out of {from} for good.", record.offer.company);
    Outcome::below(Card::titled("Delete this offer?").with(Block::Lead(lead)).with_buttons(vec![
        Button::primary("Keep it", press(&Act::Show(Some(number)))),
        Button::danger("Delete it", press(&Act::Delete(number))),
    ]))
}
