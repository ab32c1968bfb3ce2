//! Asks in words and in columns, as the pages of the counter plan share them.

use crate::counter::{Ask, Figures, listed};
use crate::money::Money;
use crate::reply::Table;

/// The parts that are asked for, and those that stay.
pub(crate) fn asked(offered: &Ask, ask: &Ask) -> String {
    let parts = [
        (ask.base != offered.base, "base", format!("a base of {}", ask.base)),
        (
            ask.sign_on != offered.sign_on,
            "sign-on",
            format!("a sign-on of {}", ask.sign_on.words().unwrap_or_default()),
        ),
        (ask.grant != offered.grant, "stock", format!("{} in stock", ask.grant)),
    ];
    let changed: Vec<String> = parts.iter().filter(|part| part.0).map(|part| part.2.clone()).collect();
    let kept: Vec<String> = parts.iter().filter(|part| !part.0).map(|part| part.1.to_owned()).collect();
    if kept.is_empty() { listed(&changed) } else { format!("{}, with {} as offered", listed(&changed), listed(&kept)) }
}

/// Asks side by side, at most 34 columns wide.
pub(crate) fn figures_table(columns: [(&str, &Figures); 3]) -> Table {
    let row = |name: &str, figure: fn(&Figures) -> Money| {
        let cells = exact_short(columns.map(|(_, figures)| figure(figures)));
        std::iter::once(name.to_owned()).chain(cells).collect()
    };
    let totals = columns.iter().map(|(_, figures)| figures.four_year_total.bare_short());
    let names = columns.iter().map(|(name, _)| (*name).to_owned());
    Table {
        header: std::iter::once(String::new()).chain(names).collect(),
        rows: vec![
            row("Base", |figures| figures.ask.base),
            row("Sign 1", |figures| figures.ask.sign_on.year_1),
            row("Sign 2", |figures| figures.ask.sign_on.year_2),
            row("Stock", |figures| figures.ask.grant),
            std::iter::once("4 yrs".to_owned()).chain(totals).collect(),
        ],
    }
}

/// As [`Money::bare_short`], but all in thousands where millions would hide some of one:
/// a figure to ask for shows its last $500.
pub(crate) fn exact_short<const COUNT: usize>(amounts: [Money; COUNT]) -> [String; COUNT] {
    let hidden = |amount: &Money| {
        *amount >= Money::dollars(1_000_000) && amount.rounded_down_to(Money::dollars(10_000)) != *amount
    };
    if !amounts.iter().any(hidden) {
        return amounts.map(Money::bare_short);
    }
    amounts.map(|amount| format!("{}k", amount.split(1_000).amount().round_dp(1).normalize()))
}
