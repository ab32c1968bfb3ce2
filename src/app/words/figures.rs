//! Figures in words and in columns, as several pages say them.

use crate::analysis::{Growth, Hours, hourly};
use crate::app::material::WorkedOut;
use crate::counter::{Figures, Plan};
use crate::money::Money;
use crate::offer::{Grant, OfferRecord};
use crate::reply::Table;
use crate::words::{self, ordinal};

/// The last lines: date of the bands, the price used, what this is not.
pub(crate) fn small_print(worked_out: &WorkedOut) -> String {
    let WorkedOut { record, band, .. } = worked_out;
    let today = worked_out.view.today();
    let mut parts = Vec::new();
    if let Some(band) = band {
        let age =
            if band.is_old(today) { format!(", {} months old", band.age_in_months(today)) } else { String::new() };
        parts.push(format!("Bands of {}{age}; percentile about, \u{b1}5 points.", band.as_of.strftime("%B %Y")));
    }
    if !record.offer.schedule.is_amazons() {
        parts.push(format!("Vesting {}, as you gave it.", words::schedule(&record.offer.schedule)));
    }
    if let Grant::Shares { price, priced_on, .. } = record.offer.grant {
        let day = priced_on.map_or("as you gave it".to_owned(), |day| format!("of {}", day.strftime("%B %-d, %Y")));
        parts.push(format!("Share price {price}, {day}, held flat."));
    } else {
        parts.push("Stock at a flat price.".into());
    }
    parts.push("Not financial, tax or legal advice.".into());
    parts.join(" ")
}

/// The growth that the offer silently needs.
pub(crate) fn growth_needed(implied: Option<Growth>) -> String {
    match implied {
        Some(growth) if growth > Growth::FLAT => {
            format!("For year 3 to keep up with years 1 and 2, the price has to grow {growth} every year.")
        }
        Some(_) => "Year 3 keeps up with years 1 and 2 without any growth.".into(),
        None => "Year 3 falls behind years 1 and 2 whatever the share price does.".into(),
    }
}

/// Pay by the hour, at the user's hours or the usual 40.
pub(crate) fn by_the_hour(record: &OfferRecord) -> String {
    let hours = record.hours_a_week.and_then(Hours::a_week).unwrap_or(Hours::USUAL);
    let pay = hourly(&record.offer, hours);
    let [first, .., last] = pay.years;
    format!(
        "By the hour: {} on average, {first} in year 1 and {last} in year 4, at {}.",
        pay.average,
        words::hours(hours)
    )
}

/// The ask in figures to say, what it gains, and how far it reaches.
pub(crate) fn what_to_ask(plan: &Plan) -> String {
    let Plan { offered, asks, .. } = plan;
    let aim = match plan.target_percentile {
        Some(target) => format!("the {} percentile", ordinal(target)),
        None => format!("{} % more", Plan::WITHOUT_BAND),
    };
    if plan.gap.is_zero() {
        return format!(
            "The offer is already at or above {aim}, your target: the figures leave nothing to ask for. Aim higher below, or talk about what is not pay."
        );
    }
    if !asks.increase.is_positive() {
        return format!(
            "The offer is {} short of {aim}, but every part is at its limit already: only another level would move it.",
            plan.gap.short()
        );
    }
    let ask = words::changes(&offered.ask, &asks.ask);
    let more = asks.increase.short();
    if plan.reached {
        return match plan.target_percentile {
            Some(_) => format!("Ask for {ask}. That is {more} more over four years and reaches {aim}."),
            None => format!(
                "Ask for {ask}. That is {more} more over four years. I have no pay range to hold it against, so I aim for {aim}: my choice, without a source."
            ),
        };
    }
    format!(
        "Ask for {ask}. That is {more} more over four years, the most that these limits allow: {} short of {aim}.",
        plan.shortfall.short()
    )
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

/// Said where the walk-away number is above the opening ask.
pub(crate) const OUT_OF_REACH: &str = "The least you would take is above even the opening ask, so there is nothing to give on the way. \
     Hold the opening ask, ask what else can move, for example level or start date, and be ready to say no.";
