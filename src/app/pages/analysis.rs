//! The answer: an offer's analysis as a card, what a person needs first standing first.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::analysis::{Analysis, Growth, Position, Standing, View, Warning, analyse};
use crate::counter::plan;
use crate::market::{Band, Bands, Range};
use crate::money::Money;
use crate::offer::{Grant, OfferRecord};
use crate::reply::{Action, Press, Verb};
use crate::reply::{Block, Button, Card, Choice, Controls, Table};
use crate::words;

/// Warnings on the first card; the others are one press away.
const FIRST_WARNINGS: usize = 3;

/// The analysis of a saved offer.
pub(crate) fn analysis(record: &OfferRecord, bands: &Bands, now: Timestamp) -> (Analysis, View) {
    let mut view = View::usual(now);
    view.target = record.target.unwrap_or(view.target);
    (analyse(&record.offer, bands, view), view)
}

/// The answer for a saved offer.
pub(crate) fn card(record: &OfferRecord, bands: &Bands, now: Timestamp) -> Card {
    let (analysis, view) = analysis(record, bands, now);
    let band = bands.find(record.offer.level, &record.offer.place);
    let mut card = Card::titled(&record.name)
        .with(Block::Lead(verdict(record, &analysis)))
        .with(Block::Table(year_table(&analysis)));
    if let (Some(band), Some(standing)) = (band, &analysis.standing) {
        card = card.with(Block::Fields(positions(record, band, standing)));
    }
    if record.hours_a_week.is_some() {
        card = card.with(Block::Text(crate::app::pages::what_if::hourly_words(record)));
    }
    if !analysis.warnings.is_empty() {
        card = card.with(Block::Heading("Watch out for".into()));
        card = card.with(Block::Bullets(analysis.warnings.iter().take(FIRST_WARNINGS).map(warning_line).collect()));
    }
    let plan = plan(&record.offer, band, view.target, record.offer.walk_away);
    card =
        card.with(Block::Heading("What to ask for".into())).with(Block::Text(crate::app::pages::counter::lead(&plan)));
    card = card
        .with_buttons(next_steps(record))
        .with_buttons(more(record, &analysis))
        .with_buttons(other_pages(record))
        .with_buttons(playbook_pages(record));
    if analysis.standing.is_none() {
        card.controls.extend(other_band(record, bands));
    }
    small_print(card, record, band, view.today())
}

/// One sentence that says where the offer stands, and one that says how far the target is.
pub(crate) fn verdict(record: &OfferRecord, analysis: &Analysis) -> String {
    let offer = &record.offer;
    let average = analysis.four_year_average.short();
    let Some(standing) = &analysis.standing else {
        return format!(
            "{average} a year on average, {} over four years. I have no pay range for {} in {}, so there is no percentile.",
            analysis.four_year_total.short(),
            offer.level,
            offer.place
        );
    };
    let below =
        if standing.percentile.is_below_median() { " That is below the median: room to negotiate." } else { "" };
    let target = words::ordinal(standing.target);
    let rest = if standing.gap.is_positive() {
        format!(
            "The {target} is {}: {} more over four years.",
            standing.target_total.split(4).about(),
            standing.gap.about()
        )
    } else {
        format!("That is at or above the {target} you aim for.")
    };
    format!(
        "{} percentile for {} in {}: {average} a year on average.{below} {rest}",
        words::capitalised(&words::percentile(standing.percentile)),
        offer.level,
        offer.place
    )
}

/// The four years, at most 34 columns wide.
pub(crate) fn year_table(analysis: &Analysis) -> Table {
    let rows = analysis.years.iter().enumerate().map(|(index, year)| {
        let amounts = [year.base, year.sign_on, year.stock, year.total()];
        std::iter::once((index + 1).to_string()).chain(amounts.map(Money::bare_short)).collect()
    });
    Table { header: ["Y", "Base", "Sign-on", "Stock", "Total"].map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn positions(record: &OfferRecord, band: &Band, standing: &Standing) -> Vec<(String, String)> {
    let line = |name: &str, amount: Money, position: Position, range: Range| {
        (
            name.to_owned(),
            format!("{amount}, {} ({} to {})", words::position(position), range.low.short(), range.high.short()),
        )
    };
    vec![
        line("Base", record.offer.base, standing.base, band.base),
        line("Sign-on, both years", record.offer.sign_on.total(), standing.sign_on, band.sign_on),
        line("RSU grant, four years", record.offer.grant.value(), standing.grant, band.grant),
    ]
}

fn warning_line(warning: &Warning) -> String {
    let words = words::warning(warning);
    format!("{} {}", words.says, words.advice)
}

fn next_steps(record: &OfferRecord) -> Vec<Button> {
    let press = |verb| Press::always(Action::of_offer(verb, record.id));
    vec![
        Button::primary("Scripts", press(Verb::Scripts)),
        Button::new("E-mail", press(Verb::Emails)),
        Button::new("Edit", press(Verb::Edit)),
        Button::new("Save as", press(Verb::SaveAs)),
        Button::danger("Delete", press(Verb::Delete)),
    ]
}

fn more(record: &OfferRecord, analysis: &Analysis) -> Vec<Button> {
    let press = |verb| Press::always(Action::of_offer(verb, record.id));
    let mut buttons =
        vec![Button::new("Counter plan", press(Verb::Counter)), Button::new("What if", press(Verb::WhatIf))];
    if analysis.warnings.len() > FIRST_WARNINGS {
        buttons.push(Button::new(format!("All {} warnings", analysis.warnings.len()), press(Verb::Warnings)));
    }
    buttons.push(Button::new("How it is worked out", press(Verb::Method)));
    buttons
}

/// What else there is to see of this offer.
fn other_pages(record: &OfferRecord) -> Vec<Button> {
    let press = |verb| Press::always(Action::of_offer(verb, record.id));
    vec![
        Button::new("New numbers", press(Verb::Revise)),
        Button::new("Compare", Press::always(Action::on(Verb::Compare, "flat"))),
        Button::new("After taxes", press(Verb::Tax)),
        Button::new("Calendar", press(Verb::Calendar)),
    ]
}

/// The playbook for this offer.
fn playbook_pages(record: &OfferRecord) -> Vec<Button> {
    let press = |verb| Press::always(Action::of_offer(verb, record.id));
    vec![
        Button::new("Levers", press(Verb::Lever)),
        Button::new("Your case", press(Verb::Case)),
        Button::new("Checklist", press(Verb::Tick)),
    ]
}

/// A list of the bands of this level, to hold the offer against one that is not its own.
fn other_band(record: &OfferRecord, bands: &Bands) -> Option<Controls> {
    let options: Vec<Choice> = bands
        .iter()
        .filter(|band| band.level == record.offer.level)
        .filter_map(|band| {
            let key = band.place.key()?;
            Some(Choice { label: format!("As if it were in {}", band.place), value: key.to_owned(), description: None })
        })
        .collect();
    (!options.is_empty()).then(|| Controls::Select {
        press: Press::always(Action::of_offer(Verb::Bands, record.id)),
        prompt: "Hold it against another place".into(),
        options,
    })
}

/// The last lines: date of the bands, the price used, what this is not.
pub(crate) fn small_print(card: Card, record: &OfferRecord, band: Option<&Band>, today: Date) -> Card {
    let mut parts = Vec::new();
    if let Some(band) = band {
        let age =
            if band.is_old(today) { format!(", {} months old", band.age_in_months(today)) } else { String::new() };
        parts.push(format!("Bands of {}{age}; percentile about, \u{b1}5 points.", band.as_of.strftime("%B %Y")));
    }
    if !record.offer.schedule.is_amazons() {
        parts.push(format!("Vesting {}, as you gave it.", record.offer.schedule.words()));
    }
    if let Grant::Shares { price, priced_on, .. } = record.offer.grant {
        let day = priced_on.map_or("as you gave it".to_owned(), |day| format!("of {}", day.strftime("%B %-d, %Y")));
        parts.push(format!("Share price {price}, {day}, held flat."));
    } else {
        parts.push("Stock at a flat price.".into());
    }
    parts.push("Not financial, tax or legal advice.".into());
    card.with_small(parts.join(" "))
}

/// Every warning of an offer.
pub(crate) fn warnings_card(record: &OfferRecord, bands: &Bands, now: Timestamp) -> Card {
    let (analysis, _) = analysis(record, bands, now);
    let mut card = Card::titled(format!("Warnings: {}", record.name));
    if analysis.warnings.is_empty() {
        return card.with(Block::Lead("Nothing stands out in this offer.".into()));
    }
    for warning in &analysis.warnings {
        let words = words::warning(warning);
        card = card.with(Block::Fields(vec![(words.says, words.advice.to_owned())]));
    }
    card.with_buttons(vec![Button::primary(
        "Back to the analysis",
        Press::always(Action::of_offer(Verb::Show, record.id)),
    )])
}

/// How the figures come about.
pub(crate) fn method_card(record: &OfferRecord, bands: &Bands, now: Timestamp) -> Card {
    let (analysis, view) = analysis(record, bands, now);
    let (growth, recruiter) = analysis.recruiter_view;
    let recruiter_total: Money = recruiter.into_iter().sum();
    let more = recruiter_total - analysis.four_year_total;
    let mut lines = vec![
        format!(
            "A year pays base, that year's sign-on, and the part of the grant that vests in it: {} % of the grant over the four years.",
            record.offer.schedule.summary()
        ),
        "The share price is held flat. No growth is assumed in any figure on the first card.".into(),
        format!(
            "Recruiters often count on {growth} growth a year. Counted that way the four years come to {}, {} more than flat.",
            recruiter_total.short(),
            more.short()
        ),
    ];
    lines.push(growth_needed(analysis.implied_growth));
    let mut card = Card::titled("How it is worked out").with(Block::Bullets(lines));
    if let Some(band) = bands.find(record.offer.level, &record.offer.place) {
        card = card.with(Block::Heading("The percentile".into())).with(Block::Bullets(band_notes(band, view.today())));
    }
    card.with_buttons(vec![Button::primary(
        "Back to the analysis",
        Press::always(Action::of_offer(Verb::Show, record.id)),
    )])
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

fn band_notes(band: &Band, today: Date) -> Vec<String> {
    let average = band.four_year_average();
    let mut notes = vec![
        format!(
            "It is that of the four-year average in a band of {} to {} a year, built from the ranges of base, sign-on and grant.",
            average.low.short(),
            average.high.short()
        ),
        "The ends are read as the 10th and 90th percentile of a log-normal distribution, which is off by 3 to 5 points on average.".into(),
        format!("Source: {}, as of {}, {} months ago.", band.source, band.as_of.strftime("%B %Y"), band.age_in_months(today)),
    ];
    notes.extend(band.notes.iter().cloned());
    notes
}

/// The band of a level and place, with its notes; the levels' other places where there is none.
pub(crate) fn bands_card(level: crate::offer::Level, place: &crate::market::Place, bands: &Bands, today: Date) -> Card {
    let Some(band) = bands.find(level, place) else {
        let known: Vec<String> =
            bands.iter().filter(|band| band.level == level).map(|band| band.place.to_string()).collect();
        return Card::titled(format!("{level} in {place}")).with(Block::Lead(format!(
            "I have no pay range for {level} in {place}. For {level} I know {}.",
            known.join(", ")
        )));
    };
    let range = |range: Range| format!("{} to {}", range.low, range.high);
    let age = if band.is_old(today) { " That is over 18 months old: pay has moved since." } else { "" };
    Card::titled(format!("{} {} in {}", band.company, level.title(), band.place))
        .with(Block::Lead(format!(
            "Offers for {level} in {} mostly pay {} to {} a year on average over four years.",
            band.place,
            band.four_year_average().low.short(),
            band.four_year_average().high.short()
        )))
        .with(Block::Fields(vec![
            ("Base a year".into(), range(band.base)),
            ("Sign-on, both years".into(), range(band.sign_on)),
            ("RSU grant, four years".into(), range(band.grant)),
            ("Median over four years".into(), band.total_at(50).map_or("unknown".into(), Money::short)),
            ("75th over four years".into(), band.total_at(75).map_or("unknown".into(), Money::short)),
        ]))
        .with(Block::Bullets(band.notes.clone()))
        .with_buttons(vec![Button::primary("Enter your offer", Press::always(Action::bare(Verb::Start)))])
        .with_small(format!(
            "{}. As of {}.{age} Ends read as 10th and 90th percentile.",
            band.source,
            band.as_of.strftime("%B %Y")
        ))
}

/// An offer held against the band of a place that is not its own: said so in the first sentence.
pub(crate) fn held_against(record: &OfferRecord, place: &crate::market::Place, bands: &Bands, now: Timestamp) -> Card {
    let mut elsewhere = record.clone();
    elsewhere.offer.place = place.clone();
    let (analysis, _) = analysis(&elsewhere, bands, now);
    let back = Button::primary("Back to the analysis", Press::always(Action::of_offer(Verb::Show, record.id)));
    let text = analysis.standing.as_ref().map_or_else(
        || format!("I have no pay range for {} in {place} either.", record.offer.level),
        |standing| {
            format!(
                "Your job is in {}. Held against {} in {place} instead, the offer would be {} percentile. Pay differs by place, so take it as a hint only.",
                record.offer.place,
                record.offer.level,
                words::percentile(standing.percentile)
            )
        },
    );
    Card::titled("Against another place").with(Block::Lead(text)).with_buttons(vec![back])
}
