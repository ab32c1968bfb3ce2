//! Reads the form of another company's offer. Nothing is filled in that was not written or,
//! for a schedule, that the card says where it is from.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::app::forms::{Unsettled, Unusual, text};
use crate::echo::Echo;
use crate::market::Company;
use crate::money::Money;
use crate::offer::{Field, OtherFigures, Schedule, read_schedule};
use crate::reading::{Answer, read_grant};

pub(super) const COMPANY: &str = "company";
pub(super) const BASE: &str = "base";
pub(super) const SIGN_ON: &str = "sign_on";
pub(super) const GRANT: &str = "grant";
pub(super) const VESTING: &str = "vesting";
pub(super) const EXTRAS: &str = "extras";

/// The most years of sign-on or refreshers that are read.
const MOST_YEARS: usize = 4;

/// A form with what the way of entering says: the company, and what is known of it.
pub(super) struct Entry<'a> {
    pub texts: &'a BTreeMap<String, String>,
    pub company: &'a str,
    pub known: Option<&'a Company>,
    pub unusual: Unusual,
}

impl Entry<'_> {
    /// The figures and the vesting as written; `None` where something is open.
    pub(super) fn read(&self, open: &mut Unsettled) -> Option<(OtherFigures, String)> {
        if self.company.is_empty() {
            open.problems.push("Company: I need its name.".into());
        }
        let base = open.amount("Base", Field::Base, text(self.texts, BASE), None, self.unusual);
        let sign_on = self.amounts("Sign-on", text(self.texts, SIGN_ON), open);
        let (grant_text, vesting_text) = self.stock();
        let grant = self.grant(grant_text, open);
        let vesting = self.vesting(grant, vesting_text, open);
        let (bonus_percent, refreshers) = self.extras(open);
        let Answer::Base(base) = base? else { return None };
        let (schedule, vesting) = vesting?;
        let figures = OtherFigures {
            base,
            sign_on: sign_on?,
            grant: grant?,
            schedule,
            bonus_percent,
            refreshers: refreshers?,
            private: self.known.is_some_and(|company| company.private),
            private_discount: None,
        };
        open.is_empty().then_some((figures, vesting))
    }

    /// The grant and the vesting, in one input or in two.
    fn stock(&self) -> (&str, &str) {
        let grant = text(self.texts, GRANT);
        if self.texts.contains_key(VESTING) {
            return (grant, text(self.texts, VESTING));
        }
        let parted =
            [", ", "; ", "\n"].iter().filter_map(|mark| grant.split_once(mark)).min_by_key(|(one, _)| one.len());
        parted.map_or((grant, ""), |(one, rest)| (one.trim(), rest.trim()))
    }

    fn grant(&self, text: &str, open: &mut Unsettled) -> Option<Money> {
        if is_none(text) {
            return Some(Money::ZERO);
        }
        let read = if open.currency.is_usd() {
            open.settle("Grant", read_grant(text, None, None), self.unusual)
        } else {
            open.grant_abroad(text)
        };
        match read? {
            Answer::Grant(grant) => Some(grant.value()),
            _ => None,
        }
    }

    fn vesting(&self, grant: Option<Money>, text: &str, open: &mut Unsettled) -> Option<(Schedule, String)> {
        if grant == Some(Money::ZERO) && is_none(text) {
            return Some((Schedule::default(), String::new()));
        }
        if is_none(text) {
            let vesting = self.known.and_then(|company| company.vesting.as_ref());
            let usual = vesting.and_then(|vesting| Some((vesting.schedule.clone()?, vesting.words.clone())));
            if usual.is_none() {
                open.problems.push("Vesting: how does the grant vest? Write it like 25/25/25/25 quarterly.".into());
            }
            return usual;
        }
        match read_schedule(text) {
            Ok(schedule) => Some((schedule, text.split_whitespace().collect::<Vec<_>>().join(" "))),
            Err(error) => {
                open.problems.push(format!("Vesting: {error}."));
                None
            }
        }
    }

    /// `50/20`: one amount a year, from year 1.
    fn amounts(&self, label: &str, text: &str, open: &mut Unsettled) -> Option<Vec<Money>> {
        if is_none(text) {
            return Some(Vec::new());
        }
        let parts: Vec<&str> = text.split('/').map(str::trim).collect();
        if parts.len() > MOST_YEARS {
            open.problems.push(format!("{label}: give at most {MOST_YEARS} years, like 50/20."));
            return None;
        }
        let mut amounts = Vec::new();
        for part in parts {
            match open.amount(label, Field::SignOn, part, None, self.unusual)? {
                Answer::SignOn(sign_on) => amounts.push(sign_on.year_1),
                _ => return None,
            }
        }
        Some(amounts)
    }

    /// `15 %, refreshers 0/50/100`: either, both or nothing.
    fn extras(&self, open: &mut Unsettled) -> (Option<Decimal>, Option<Vec<Money>>) {
        let lower = text(self.texts, EXTRAS).to_lowercase();
        let (bonus, refreshers) = match lower.find("refresh") {
            Some(at) => {
                let (bonus, rest) = lower.split_at(at);
                (bonus.to_owned(), rest.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '$').to_owned())
            }
            None => (lower.clone(), String::new()),
        };
        let bonus = bonus.trim().trim_end_matches([',', ';', '+']).trim();
        let plain = bonus.replace(['%', ' '], "").replace("bonus", "").replace("target", "").replace("percent", "");
        let bonus_percent = if is_none(&plain) {
            None
        } else {
            let percent =
                plain.parse::<Decimal>().ok().filter(|part| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(part));
            if percent.is_none() {
                let echo = Echo::of(bonus);
                open.problems.push(format!(
                    "Bonus: I can't read \"{echo}\" as a percentage of base. Write it like 15 %, refreshers 0/50/100."
                ));
            }
            percent
        };
        (bonus_percent, self.amounts("Refreshers", &refreshers, open))
    }
}

/// Whether an input says that there is none.
fn is_none(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "" | "0" | "none" | "no" | "nothing" | "-")
}

/// A percentage that is taken off, as a ratio.
pub(super) fn read_discount(text: &str) -> Option<Decimal> {
    let percent: Decimal = text.trim().trim_end_matches('%').trim().parse().ok()?;
    (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent).then(|| percent / Decimal::ONE_HUNDRED)
}
