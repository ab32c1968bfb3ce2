//! The examples of `docs/method.md` that no command line answers: taxes, comparison,
//! revision, calendar, each through the function the bot itself uses.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::analysis::{Candidate, Growth, calendar, compare, diff};
use crate::cli::amount::Number;
use crate::cli::offer_line::read_line;
use crate::market::{Companies, Place};
use crate::money::Money;
use crate::offer::{Offer, OtherFigures, read_schedule};
use crate::tax::{Filer, Filing, TaxTables};
use crate::words::revised_figure;

/// The answer to an example of one of these, or `None` for another command.
pub(super) fn answer(command: &str, line: &Value) -> Option<Value> {
    Some(match command {
        "tax" => tax(line),
        "withholding" => withholding(line),
        "compare" => comparison(line),
        "revise" => revision(line),
        "calendar" => dates(line),
        _ => return None,
    })
}

fn number(money: Money) -> Value {
    serde_json::from_str(&serde_json::to_string(&Number::from(money)).expect("a number")).expect("JSON")
}

fn money(value: &Value) -> Money {
    value.to_string().parse().expect("an amount")
}

fn text<'v>(line: &'v Value, key: &str) -> &'v str {
    line[key].as_str().unwrap_or_else(|| panic!("{key} in {line}"))
}

fn filer(line: &Value) -> Filer {
    let filing: Filing = text(line, "filing").parse().expect("a filing status");
    Filer::living_at(&Place::from(text(line, "city").to_owned()), filing)
}

fn tax(line: &Value) -> Value {
    let estimate = TaxTables::shipped().expect("good tables").estimate(filer(line), money(&line["wages"]), 2026);
    let payroll: BTreeMap<&str, Value> =
        estimate.payroll.iter().map(|part| (part.name.as_str(), number(part.amount))).collect();
    json!({
        "federal": number(estimate.federal),
        "social_security": number(estimate.social_security),
        "medicare": number(estimate.medicare),
        "state": number(estimate.state),
        "local": number(estimate.local),
        "payroll": payroll,
        "take_home": number(estimate.take_home()),
    })
}

fn withholding(line: &Value) -> Value {
    let tables = TaxTables::shipped().expect("good tables");
    let gaps = tables.withholding_gaps(filer(line), money(&line["regular"]), &[money(&line["paid"])], 2026);
    json!({"withheld": number(gaps[0].withheld()), "owed": number(gaps[0].owed()), "short": number(gaps[0].short())})
}

fn offer(line: &Value) -> Offer {
    read_line(&line.to_string()).and_then(|line| line.offer(Companies::shipped())).expect("an offer")
}

fn comparison(line: &Value) -> Value {
    let amazon = offer(&line["amazon"]);
    let other = &line["other"];
    let figures = OtherFigures {
        base: money(&other["base"]),
        sign_on: other["sign_on"].as_array().expect("a list").iter().map(money).collect(),
        grant: money(&other["grant"]),
        schedule: read_schedule(text(other, "vesting")).expect("a schedule"),
        bonus_percent: other["bonus_percent"].as_i64().map(Into::into),
        refreshers: Vec::new(),
        private: false,
        private_discount: None,
    };
    let theirs = Candidate::Other { company: text(other, "company"), figures: &figures };
    let candidates = [Candidate::Amazon { name: "Amazon", offer: &amazon }, theirs];
    let comparison = compare(&candidates, Growth::FLAT).expect("two offers");
    let columns: Vec<Value> = comparison
        .columns
        .iter()
        .map(|column| {
            json!({
                "name": column.name,
                "years": column.years.map(|year| number(year.total())),
                "four_year_total": number(column.four_year_total),
                "guaranteed_cash": number(column.guaranteed_cash),
            })
        })
        .collect();
    json!({"columns": columns, "too_close": comparison.too_close, "verdict": crate::words::comparison(&comparison)})
}

fn revision(line: &Value) -> Value {
    let revision = diff(&offer(&line["before"]), &offer(&line["after"]));
    let moved: BTreeMap<&str, Value> = revision
        .figures()
        .into_iter()
        .map(|(figure, change)| (revised_figure(figure), number(change.moved())))
        .collect();
    json!({
        "moved": moved,
        "years": revision.years.map(|year| number(year.moved())),
        "four_years": number(revision.four_year_total.moved()),
        "shuffle": revision.shuffle,
    })
}

fn dates(line: &Value) -> Value {
    let start = text(line, "start_date").parse().expect("a day");
    let mut plain = line.clone();
    plain.as_object_mut().expect("an object").remove("start_date");
    let offer = Offer { start_date: Some(start), ..offer(&plain) };
    let events: Vec<Value> = calendar(&offer)
        .events
        .into_iter()
        .map(|event| json!({"key": event.key(), "date": event.date.to_string(), "amount": event.amount().map(number)}))
        .collect();
    json!({"events": events})
}
