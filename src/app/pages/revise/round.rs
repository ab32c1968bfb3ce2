//! A round of new numbers: the form that they are read from, what is open in it, and the offer that comes of it.
//!
//! Must not know how numbers were told in words.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::names::{BASE, GRANT, PRICE, YEAR_1, YEAR_2, form_name, name_of, present, press};
use crate::analysis::{Change, Revision, diff};
use crate::app::account::KeptForm;
use crate::app::desk::Desk;
use crate::app::forms::{Unsettled, Unusual, text};
use crate::app::links;
use crate::app::outcome::{Gone, Outcome};
use crate::money::Money;
use crate::offer::{Field, Grant, Level, Offer, OfferDraft, OfferId, OfferRecord};
use crate::reading::{Answer, Doubt, Reading, read_answer, read_grant};
use crate::reply::{Block, Button, Card, Form, Table, TextInput, Verb};

/// The form, filled with these texts.
pub(super) fn filled_form(record: &OfferRecord, texts: &BTreeMap<String, String>) -> Outcome {
    let input = |key, label: &str, example: &str| TextInput::new(key, label, example).value(text(texts, key));
    let usd = record.offer.currency.is_usd();
    let grant =
        if usd { ("The whole grant: dollars or shares", "400k, or 1400 shares") } else { ("The whole grant", "400k") };
    // Shares are priced in US dollars: beside other money only their value there counts.
    let price = usd.then(|| input(PRICE, "Dollars a share, if in shares", "182.50").optional());
    let form = Form {
        title: "The recruiter's new numbers".into(),
        press: press("", record.id),
        inputs: [
            input(BASE, "Base a year", "185k"),
            input(YEAR_1, "Sign-on, year 1", "90k; 0 for none"),
            input(YEAR_2, "Sign-on, year 2", "70k; 0 for none"),
            input(GRANT, grant.0, grant.1),
        ]
        .into_iter()
        .chain(price)
        .collect(),
    };
    let button = Button::primary("Enter the new numbers", press("", record.id));
    let otherwise = Card::text("Press the button and put the recruiter's new numbers into the form.");
    Outcome::form(form, otherwise.with_buttons(vec![button]))
}

/// The form's figures: the round that they begin, or what is open in them.
pub(super) fn take(desk: &mut Desk, id: OfferId, texts: &BTreeMap<String, String>, unusual: Unusual) -> Outcome {
    let (now, today) = (desk.now, desk.today());
    let Some(record) = desk.account.offer_mut(id) else { return Outcome::Gone(Gone::Offer) };
    let mut open = Unsettled::in_currency(record.offer.currency);
    let told = sentence(&record.offer, texts, today);
    let texts = told.as_ref().unwrap_or(texts);
    let newer = match read(&record.offer, texts, unusual, &mut open) {
        Some(newer) if open.is_empty() => newer,
        _ => {
            desk.account.keep_form(Some(KeptForm { form: form_name(id), texts: texts.clone() }));
            return Outcome::here(open.card("New numbers", |subject| press(subject, id)));
        }
    };
    let revision = diff(&record.offer, &newer);
    if newer != record.offer {
        record.earlier.push((now, std::mem::replace(&mut record.offer, newer)));
        record.updated = now;
    }
    let card = moved(record, &revision);
    desk.account.keep_form(None);
    // What waited for this offer is in it, or has been passed over.
    let talked = desk.account.talked_mut();
    if talked.numbers.as_ref().is_some_and(|waiting| waiting.offer == Some(id)) {
        talked.numbers = None;
    }
    Outcome::here(card)
}

/// An offer from the card of answers, in which new pay was told. Without any in the end, it is a correction.
pub(crate) fn next_round(desk: &mut Desk, id: OfferId, newer: Offer) -> Outcome {
    let pay = |offer: &Offer| (offer.base, offer.sign_on, offer.grant);
    let before = desk.account.offer(id).map(|record| record.offer.clone());
    let now = desk.now;
    let saved = desk.keep(newer, Some(id));
    let (Some(before), Some(record)) = (before, desk.account.offer_mut(id)) else { return saved };
    if pay(&before) == pay(&record.offer) {
        return saved;
    }
    let revision = diff(&before, &record.offer);
    let alone =
        Offer { base: before.base, sign_on: before.sign_on, grant: before.grant, ..record.offer.clone() } == before;
    record.earlier.push((now, before));
    let card = moved(record, &revision);
    Outcome::here(if alone { card } else { card.with_small("Your other answers are saved with it.") })
}

/// The offer with the figures of the form; `None` where one of them is open. What stands as the form
/// opened is the offer's own and not read again: the user said it before, however unusual it is.
pub(super) fn read(
    offer: &Offer,
    texts: &BTreeMap<String, String>,
    unusual: Unusual,
    open: &mut Unsettled,
) -> Option<Offer> {
    let level = Some(offer.level);
    let present = present(offer);
    let as_it_was = |key: &str| text(&present, key) == text(texts, key);
    // "C$160,000" of an offer in Canadian dollars.
    let own = |key: &str| offer.currency.stripped(text(texts, key)).trim().to_owned();
    let base = if as_it_was(BASE) {
        Some(Answer::Base(offer.base))
    } else {
        open.amount("Base", Field::Base, &own(BASE), level, unusual)
    };
    let year = |key| Some(own(key)).filter(|text| !text.is_empty()).unwrap_or_else(|| "0".to_owned());
    let sign_on = if as_it_was(YEAR_1) && as_it_was(YEAR_2) {
        Some(Answer::SignOn(offer.sign_on))
    } else {
        open.sign_on([&year(YEAR_1), &year(YEAR_2)], level, unusual)
    };
    let grant = if as_it_was(GRANT) && as_it_was(PRICE) {
        Some(Answer::Grant(offer.grant))
    } else if !offer.currency.is_usd() {
        open.grant_abroad(text(texts, GRANT))
    } else {
        open.settle("Grant", grant_of(texts, as_it_was(PRICE), level), unusual)
    };
    let mut newer = offer.clone();
    for answer in [base?, sign_on?, grant?] {
        match answer.told_in(offer.currency) {
            Answer::Base(base) => newer.base = base,
            Answer::SignOn(sign_on) => newer.sign_on = sign_on,
            Answer::Grant(grant) => newer.grant = dated(grant, offer.grant),
            _ => return None,
        }
    }
    Some(newer)
}

/// The form as it would be with every figure in its own input, where one of them holds a sentence with several, such as
/// "base 210k, sign-on 110/70". `None` where none does, where the sentence says anything but these figures, and where
/// another input says something else than it.
fn sentence(offer: &Offer, texts: &BTreeMap<String, String>, today: Date) -> Option<BTreeMap<String, String>> {
    let present = present(offer);
    let inputs = [(BASE, Field::Base), (YEAR_1, Field::SignOn), (YEAR_2, Field::SignOn), (GRANT, Field::Grant)];
    let mut changed = inputs.into_iter().filter(|(key, _)| text(texts, key) != text(&present, key));
    let ((key, field), None) = (changed.next()?, changed.next()) else { return None };
    let Reading { answers, doubt, problems, .. } = read_answer(
        Some(field),
        text(texts, key),
        &OfferDraft { level: Some(offer.level), ..OfferDraft::default() },
        today,
    );
    // What looks ten times off is asked about once it stands in its input.
    let typed = match doubt {
        None => None,
        Some(Doubt::Zeros { typed, .. } | Doubt::Unusual { typed }) => Some(typed),
        Some(_) => return None,
    };
    let mut newer = offer.clone();
    let mut fields = BTreeSet::new();
    for answer in answers.into_iter().chain(typed) {
        fields.insert(answer.field());
        match answer {
            Answer::Base(base) => newer.base = base,
            // Of one year alone it does not say what becomes of the other.
            Answer::SignOn(years) if years.year_1.is_positive() && years.year_2.is_positive() => newer.sign_on = years,
            Answer::Grant(grant) => newer.grant = dated(grant, offer.grant),
            _ => return None,
        }
    }
    let years = fields.contains(&Field::SignOn) && field == Field::SignOn;
    if !problems.is_empty() || fields.is_empty() || (fields.len() == 1 && fields.contains(&field) && !years) {
        return None;
    }
    Some(self::present(&newer))
}

/// The grant and its price. A price that stands there from before says nothing about a grant now given in dollars.
fn grant_of(texts: &BTreeMap<String, String>, price_as_it_was: bool, level: Option<Level>) -> Reading {
    let (grant, price) = (text(texts, GRANT), text(texts, PRICE));
    let alone = read_grant(grant, None, level);
    let needs_price = matches!(alone.doubt, Some(Doubt::SharePrice { .. }));
    if price_as_it_was && !needs_price { alone } else { read_grant(grant, Some(price), level) }
}

/// A price that did not change keeps its day.
fn dated(newer: Grant, older: Grant) -> Grant {
    match (newer, older) {
        (Grant::Shares { count, price, priced_on: None }, Grant::Shares { price: before, priced_on, .. })
            if price == before =>
        {
            Grant::Shares { count, price, priced_on }
        }
        _ => newer,
    }
}

fn moved(record: &OfferRecord, revision: &Revision) -> Card {
    let unchanged = revision.figures().iter().all(|(_, change)| change.moved().is_zero());
    let round = record.earlier.len() + 1;
    let mut card =
        Card::titled(format!("Round {round}: {}", record.name)).with(Block::Lead(crate::words::revision(revision)));
    if !unchanged {
        card = card.with(Block::Table(table(revision)));
        if revision.shuffle {
            card = card.with(Block::Text(
                "A shuffle moves the same money to another place. Ask for the total to go up, not for the parts to move."
                    .into(),
            ));
        }
        card = card.with_small(
            "The earlier numbers are kept. If the new ones came by phone, ask for them in writing. /offer edit is for corrections.",
        );
    }
    let press = |verb| links::of_offer(verb, record.id);
    card.with_buttons(vec![
        Button::primary("The analysis", press(Verb::Show)),
        Button::new("Counter plan", press(Verb::Counter)),
        Button::new("E-mail", press(Verb::Emails)),
        Button::new("Correct these numbers", press(Verb::Edit)),
    ])
}

/// By component, then by year; at most 34 columns wide.
fn table(revision: &Revision) -> Table {
    let row = |name: String, change: Change| {
        vec![name, change.before.bare_short(), change.after.bare_short(), signed(change.moved())]
    };
    let figures = revision.figures().into_iter();
    let mut rows: Vec<Vec<String>> = figures.map(|(figure, change)| row(name_of(figure).into(), change)).collect();
    rows.extend((1..).zip(revision.years).map(|(year, change)| row(format!("Year {year}"), change)));
    rows.push(row("4 years".into(), revision.four_year_total));
    Table { header: ["", "Before", "Now", "Moved"].map(str::to_owned).to_vec(), rows }
}

/// `+10k`, `-40k`, `0`.
fn signed(moved: Money) -> String {
    if moved.is_positive() { format!("+{}", moved.bare_short()) } else { moved.bare_short() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_form_as_it_opens_is_the_offer_as_it_is(
            base in 1i64..4_000_000, first in 0i64..4_000_000, second in 0i64..4_000_000, grant in 1i64..40_000_000,
            cents in 1i64..900_000, day in prop::option::of(1i8..28), in_shares: bool,
        ) {
            let mut offer = test_offers::offer(base, grant, first, second);
            let price = Money::exact(rust_decimal::Decimal::new(cents, 2));
            let count = u32::try_from(grant * 100 / cents).unwrap_or(u32::MAX);
            if in_shares && count > 0 {
                let priced_on = day.map(|day| jiff::civil::date(2026, 11, day));
                offer.grant = Grant::Shares { count, price, priced_on };
            }
            let mut open = Unsettled::default();
            let again = read(&offer, &present(&offer), Unusual::Ask, &mut open);
            prop_assert_eq!(again, Some(offer), "{:?}", open);
        }
    }

    /// What a form with one input filled in by hand says, beside the offer as it is.
    fn told(key: &str, typed: &str) -> Option<[String; 5]> {
        let offer = test_offers::offer(200_000, 400_000, 90_000, 60_000);
        let mut texts = present(&offer);
        texts.insert(key.to_owned(), typed.to_owned());
        let told = sentence(&offer, &texts, jiff::civil::date(2026, 11, 26))?;
        Some([BASE, YEAR_1, YEAR_2, GRANT, PRICE].map(|key| text(&told, key).to_owned()))
    }

    #[test]
    fn a_sentence_in_any_input_fills_them_all() {
        let all = |figures: [&str; 5]| Some(figures.map(str::to_owned));
        let both = all(["$210,000", "$110,000", "$70,000", "$400,000", ""]);
        for (key, typed) in [
            (BASE, "base 210k, sign on 110/70"),
            (BASE, "210k base, sign-on 110k and 70k"),
            (BASE, "210k, sign on 110/70"),
            (YEAR_1, "sign on 110/70, base 210k"),
            (GRANT, "base is 210k and the sign-on is 110/70"),
        ] {
            assert_eq!(told(key, typed), both, "{typed}");
        }
        let grant = all(["$210,000", "$90,000", "$60,000", "$430,000", ""]);
        assert_eq!(told(BASE, "base 210k, stock 430k"), grant);
        assert_eq!(told(GRANT, "430k, base 210k"), grant);
        assert_eq!(told(YEAR_1, "110/70"), all(["$200,000", "$110,000", "$70,000", "$400,000", ""]));
        assert_eq!(told(BASE, "sign on 110/70"), all(["$200,000", "$110,000", "$70,000", "$400,000", ""]));
        let shares = all(["$210,000", "$90,000", "$60,000", "1,400 shares", "$182.50"]);
        assert_eq!(told(BASE, "base 210k, 1,400 rsus at 182.50"), shares);
        // It looks ten times off: it stands in its input, and is asked about there.
        let slipped = all(["$21,000", "$110,000", "$70,000", "$400,000", ""]);
        assert_eq!(told(YEAR_1, "sign on 110/70, base 21k"), slipped);
    }

    #[test]
    fn one_figure_and_what_is_not_understood_stay_as_typed() {
        for (key, typed) in [
            (BASE, "210k"),
            (BASE, "base 210k"),
            (GRANT, "430k"),
            (YEAR_1, "110k"),
            (YEAR_2, "0"),
            (BASE, "base 210k, start march 15"),
            (BASE, "base 210k, sign on 110k"),
            (BASE, "base 210k, sign on 110k in year 1"),
            (YEAR_2, "50k in year 1"),
            (BASE, "hello"),
            (BASE, ""),
        ] {
            assert_eq!(told(key, typed), None, "{typed}");
        }
        let offer = test_offers::offer(200_000, 400_000, 90_000, 60_000);
        let mut texts = present(&offer);
        texts.extend([(BASE.into(), "base 210k, sign on 110/70".into()), (YEAR_1.into(), "100k".into())]);
        assert_eq!(sentence(&offer, &texts, jiff::civil::date(2026, 11, 26)), None, "two inputs were changed");
    }

    /// Found at random: 2,856 shares are just above what is usual, and were asked about again at every round.
    #[test]
    fn one_figure_that_moves_asks_about_no_other() {
        let mut offer = test_offers::offer(90_000, 0, 0, 0);
        let price = Money::exact(rust_decimal::Decimal::new(70_029, 2));
        offer.grant = Grant::Shares { count: 2_856, price, priced_on: None };
        for (key, typed) in [(BASE, "95k"), (YEAR_1, "20k"), (YEAR_2, "10k")] {
            let mut texts = present(&offer);
            texts.insert(key.to_owned(), typed.to_owned());
            let mut open = Unsettled::default();
            let newer = read(&offer, &texts, Unusual::Ask, &mut open).expect("settled");
            assert_eq!((newer.grant, open), (offer.grant, Unsettled::default()), "{key}");
        }
    }
}
