//! What people really send, kind by kind: `tests/fixtures/forms`. Nothing may be taken wrongly, and nine in ten of a
//! kind must be read.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use jiff::civil::date;
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use serde::Deserialize;
use toml::Value;

use super::*;
use crate::money::Money;
use crate::offer::{Payment, Repayment};
use crate::reading::letter::{LetterReading, read_letter};

/// Thursday, November 26, 2026: the day on which the forms are read.
fn day() -> Date {
    date(2026, 11, 26)
}

/// One kind of text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kind {
    kind: String,
    form: Vec<Form>,
}

/// One text, and what must come of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    /// The question that is open; only for typed texts.
    asked: Option<String>,
    text: String,
    #[serde(default)]
    read: BTreeMap<String, Value>,
    /// Keys that may be asked about, never taken.
    #[serde(default)]
    ask: Vec<String>,
    /// Whether something must be asked; only for typed texts.
    asks: Option<Value>,
    #[serde(default)]
    #[expect(dead_code, reason = "for the reader of the file")]
    why: String,
}

/// What was read, key by key, as texts that compare.
type Keys = BTreeMap<String, String>;

fn money(amount: Money) -> String {
    amount.amount().normalize().to_string()
}

fn put(keys: &mut Keys, answer: &Answer) {
    let mut set = |key: &str, value: String| {
        keys.insert(key.to_owned(), value);
    };
    match answer {
        Answer::Level(level) => set("level", level.to_string()),
        Answer::Location(place) => set("location", place.key().map_or_else(|| place.to_string(), str::to_owned)),
        Answer::Role(role) => set("role", role.to_string()),
        Answer::Currency(currency) => set("currency", currency.code().to_owned()),
        Answer::Base(base) => set("base", money(*base)),
        Answer::SignOn(sign_on) => {
            set("sign_on_year_1", money(sign_on.year_1));
            set("sign_on_year_2", money(sign_on.year_2));
        }
        Answer::Grant(Grant::Dollars(value)) => set("rsu_grant", money(*value)),
        Answer::Grant(Grant::Shares { count, price, priced_on }) => {
            set("rsu_shares", count.to_string());
            set("share_price", money(*price));
            if let Some(day) = priced_on {
                set("price_day", day.to_string());
            }
        }
        Answer::Vesting(schedule) => set("vesting", crate::words::schedule(schedule)),
        Answer::Written(written) => set("written", written.to_string()),
        Answer::StartDate(day) => set("start_date", day.to_string()),
        Answer::ReplyBy(day) => set("reply_by", day.to_string()),
        Answer::SignOnTerms(terms) => {
            set("sign_on_paid", paid(terms.payment));
            if terms.repayment != Repayment::NotSaid {
                set("sign_on_repaid", repaid(terms.repayment));
            }
        }
        Answer::LeftBehind(amount) => set("left_behind", money(*amount)),
        Answer::WalkAway(amount) => set("walk_away", money(*amount)),
        Answer::Competing(offer) => {
            let firmness = offer.firmness.map_or("", Firmness::key);
            let amount = offer.a_year.map_or(String::new(), money);
            let entry = format!("{}|{firmness}|{amount};", offer.company.to_lowercase());
            keys.entry("competing".to_owned()).or_default().push_str(&entry);
        }
        Answer::Nothing(field) => {
            keys.entry("none".to_owned()).or_default().push_str(field.key());
        }
    }
}

/// Another offer whose firmness is asked about.
fn put_firmness(keys: &mut Keys, doubt: &Doubt) {
    if let Doubt::Firmness { company, a_year } = doubt {
        let entry = format!("{}||{};", company.to_lowercase(), a_year.map_or(String::new(), money));
        keys.entry("competing".to_owned()).or_default().push_str(&entry);
    }
}

fn paid(payment: Payment) -> String {
    match payment {
        Payment::LumpSum => "lump_sum".into(),
        Payment::Monthly => "monthly".into(),
    }
}

fn repaid(repayment: Repayment) -> String {
    match repayment {
        Repayment::NotSaid => "not_said".into(),
        Repayment::ProRata => "pro_rata".into(),
        Repayment::Full => "full".into(),
        Repayment::Nothing => "nothing".into(),
    }
}

/// What a letter gives, with what is said besides its answers.
fn of_letter(reading: &LetterReading) -> Keys {
    let mut keys = Keys::new();
    for found in &reading.found {
        put(&mut keys, &found.answer);
    }
    for (doubt, _) in &reading.doubts {
        put_firmness(&mut keys, doubt);
    }
    let besides = &reading.besides;
    let mut set = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            keys.entry(key.to_owned()).or_insert(value);
        }
    };
    set("role", besides.role.as_ref().map(|said| said.what.to_string()));
    set("currency", besides.currency.as_ref().map(|said| said.what.clone()));
    set("sign_on_paid", besides.sign_on_paid.as_ref().map(|said| paid(said.what)));
    set("sign_on_repaid", besides.sign_on_repaid.as_ref().map(|said| repaid(said.what)));
    set("rsu_shares", besides.shares.as_ref().map(|said| said.what.to_string()));
    set("share_price", besides.share_price.as_ref().map(|said| money(said.what)));
    set(
        "posted_base",
        besides.posted_base.as_ref().map(|said| format!("{},{}", money(said.what.0), money(said.what.1))),
    );
    set("vesting", besides.vesting.as_ref().map(|said| said.what.clone()));
    let totals: Vec<String> = besides.totals.iter().map(|said| money(said.what.amount)).collect();
    set("stated_totals", (!totals.is_empty()).then(|| totals.join(",")));
    keys
}

fn expected(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => Decimal::from_f64(*number).expect("a number").normalize().to_string(),
        Value::Boolean(flag) => flag.to_string(),
        Value::Datetime(day) => day.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(values) if values.iter().all(Value::is_table) => {
            values.iter().fold(String::new(), |mut all, value| {
                let text = |key: &str| value.get(key).map(expected).unwrap_or_default();
                let _ = write!(all, "{}|{}|{};", text("company").to_lowercase(), text("firmness"), text("amount"));
                all
            })
        }
        Value::Array(values) => values.iter().map(expected).collect::<Vec<_>>().join(","),
        Value::Table(_) => String::new(),
    }
}

/// Whether every offer is one of those wanted, with nothing that differs; firmness and amount may be left to a question.
fn is_part(got: &str, wanted: &str) -> bool {
    let entries = |text: &str| -> Vec<Vec<String>> {
        text.split(';')
            .filter(|entry| !entry.is_empty())
            .map(|entry| entry.split('|').map(str::to_owned).collect())
            .collect()
    };
    let wanted = entries(wanted);
    entries(got).iter().all(|entry| {
        wanted
            .iter()
            .any(|other| entry[0] == other[0] && (1..3).all(|at| entry[at].is_empty() || entry[at] == other[at]))
    })
}

fn same(key: &str, got: &str, wanted: &str) -> bool {
    let plain =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    match key {
        "location" | "role" => plain(got) == plain(wanted),
        "vesting" => plain(got).starts_with(&plain(wanted)),
        _ => got == wanted,
    }
}

/// What came of one kind.
#[derive(Default)]
struct Score {
    /// Keys wanted and read: of whole letters nine in ten of the keys count, of all else nine in ten of the texts.
    keys: usize,
    keys_read: usize,
    whole_letters: bool,
    forms: usize,
    read: usize,
    wrong: String,
    missed: String,
}

impl Score {
    fn is_nine_in_ten(&self) -> bool {
        if self.whole_letters { self.keys_read * 10 >= self.keys * 9 } else { self.read * 10 >= self.forms * 9 }
    }
}

fn judge(score: &mut Score, form: &Form, keys: &Keys, asked: bool) {
    score.forms += 1;
    let mut wanted: Keys = form.read.iter().map(|(key, value)| (key.clone(), expected(value))).collect();
    if wanted.get("none").is_some_and(|none| none == "sign_on") {
        wanted.remove("none");
        wanted.insert("sign_on_year_1".into(), "0".into());
        wanted.insert("sign_on_year_2".into(), "0".into());
    }
    let wanted = wanted;
    let derived = |key: &str| match key {
        "rsu_grant" => keys.contains_key("rsu_shares") && wanted.contains_key("rsu_shares"),
        "share_price" => wanted.contains_key("rsu_grant") && wanted.contains_key("rsu_shares"),
        _ => false,
    };
    let mut wrong = Vec::new();
    for (key, got) in keys {
        // A price is of the day it is typed where nothing else is said.
        if ["none", "price_day"].contains(&key.as_str()) && !wanted.contains_key(key) {
            continue;
        }
        let fits = wanted
            .get(key)
            .is_some_and(|wanted| same(key, got, wanted) || (key == "competing" && is_part(got, wanted)));
        if !fits && !derived(key) {
            wrong.push(format!(
                "{key} {got}{}",
                wanted.get(key).map_or(String::new(), |wanted| format!(" for {wanted}"))
            ));
        }
    }
    let whole = |key: &str| keys.get(key).is_some_and(|got| key != "competing" || same(key, got, &wanted[key]));
    let missing: Vec<&String> = wanted.keys().filter(|key| !whole(key) && !derived_of(key, keys)).collect();
    score.keys += wanted.len();
    score.keys_read += wanted.len() - missing.len();
    let head =
        format!("  {:?}{}\n", form.text, form.asked.as_ref().map_or(String::new(), |asked| format!(" [{asked}]")));
    if !wrong.is_empty() {
        let _ = writeln!(score.wrong, "{head}     WRONG {wrong:?}");
    } else if !missing.is_empty() && (!asked || form.asks.as_ref().is_none_or(|asks| asks.as_str() != Some("either"))) {
        let _ = writeln!(score.missed, "{head}     missed {missing:?} got {keys:?}");
    } else {
        score.read += 1;
    }
}

/// Of all forms, how many that need no question get one, and how many whose figure must be asked about are left in
/// silence: a lost figure without a word is worse than a needless question, and neither may grow.
#[derive(Default)]
struct Asked {
    plain: usize,
    needless: String,
    open: usize,
    silent: String,
}

impl Asked {
    fn note(&mut self, form: &Form, asks: bool, told: bool) {
        let is = |flag: bool| form.asks.as_ref().and_then(Value::as_bool) == Some(flag);
        let is_open = is(true) || !form.ask.is_empty();
        self.plain += usize::from(is(false));
        self.open += usize::from(is_open);
        if is(false) && asks {
            let _ = writeln!(self.needless, "  {:?}", form.text);
        }
        if is_open && !told {
            let _ = writeln!(self.silent, "  {:?}", form.text);
        }
    }

    /// Of a hundred, how many at most.
    #[track_caller]
    fn check(&self, most_needless: usize, most_silent: usize) {
        let count = |text: &str| text.lines().count();
        let asked = count(&self.needless);
        assert!(asked * 100 <= self.plain * most_needless, "{asked} of {} ask\n{}", self.plain, self.needless);
        let lost = count(&self.silent);
        assert!(lost * 100 <= self.open * most_silent, "{lost} of {} are silent\n{}", self.open, self.silent);
    }
}

/// A grant in dollars that shares and their price come to.
fn derived_of(key: &str, keys: &Keys) -> bool {
    key == "rsu_grant" && keys.contains_key("rsu_shares") && keys.contains_key("share_price")
}

fn kinds(folder: &str) -> Vec<(String, Kind)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/forms").join(folder);
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the forms").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a file");
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let kind = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, kind)
        })
        .collect()
}

fn report(scores: &[(String, Score)]) -> String {
    let mut text = String::new();
    for (name, score) in scores {
        let _ = writeln!(text, "{name}: {} of {} read\n{}{}", score.read, score.forms, score.wrong, score.missed);
    }
    text
}

#[track_caller]
fn check(scores: Vec<(String, Score)>) {
    if let Ok(path) = std::env::var("FORMS_REPORT") {
        let path = format!("{path}.{}", scores.first().map_or("none", |(name, _)| name.as_str()));
        std::fs::write(path, report(&scores)).expect("written");
    }
    let is_bad = |score: &Score| !score.wrong.is_empty() || !score.is_nine_in_ten();
    let bad: Vec<(String, Score)> = scores.into_iter().filter(|(_, score)| is_bad(score)).collect();
    assert!(bad.is_empty(), "\n{}", report(&bad));
}

#[test]
fn letters_and_posts_of_every_kind() {
    let mut told = Asked::default();
    let scores: Vec<(String, Score)> = kinds("letters")
        .into_iter()
        .map(|(name, kind)| {
            let mut score = Score { whole_letters: name == "whole_letters", ..Score::default() };
            for form in &kind.form {
                let reading = read_letter(&form.text, day());
                let asked = !reading.doubts.is_empty() || !reading.problems.is_empty();
                told.note(form, asked, asked || !reading.unread.is_empty());
                judge(&mut score, form, &of_letter(&reading), asked);
            }
            assert!(!kind.kind.is_empty());
            (name, score)
        })
        .collect();
    check(scores);
    told.check(0, 20);
}

#[test]
fn typed_answers_of_every_kind() {
    let mut told = Asked::default();
    let scores: Vec<(String, Score)> = kinds("typed")
        .into_iter()
        .map(|(name, kind)| {
            let mut score = Score::default();
            for form in &kind.form {
                let asked =
                    form.asked.as_deref().filter(|asked| *asked != "none").map(|asked| asked.parse().expect("a field"));
                let reading = read_answer(asked, &form.text, &OfferDraft::default(), day());
                let mut keys = Keys::new();
                for answer in &reading.answers {
                    put(&mut keys, answer);
                }
                match &reading.doubt {
                    Some(Doubt::SharePrice { count }) => {
                        keys.insert("rsu_shares".into(), count.to_string());
                    }
                    Some(doubt) => put_firmness(&mut keys, doubt),
                    None => {}
                }
                let asks = reading.doubt.is_some() || !reading.problems.is_empty();
                // That nothing is known is answered as such.
                let unknown = reading.answers.iter().all(|answer| matches!(answer, Answer::Nothing(_)));
                told.note(form, asks, asks || unknown);
                judge(&mut score, form, &keys, asks);
            }
            assert!(!kind.kind.is_empty());
            (name, score)
        })
        .collect();
    check(scores);
    // Money for moving that is "not counted" is told, too.
    told.check(14, 0);
}
