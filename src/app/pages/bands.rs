//! `/bands`: the pay ranges of a level and place; and an offer held against those of a place
//! that is not its own.

use jiff::civil::Date;

use crate::app::command::Options;
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::outcome::Outcome;
use crate::market::{Bands, Cell, Companies, Place, Range};
use crate::money::Money;
use crate::offer::{Level, OfferRecord};
use crate::playbook::Done;
use crate::reply::{Block, Card};
use crate::words::{self, names};

/// `/bands level location`. It counts for the user's offers of that level and place.
pub(crate) fn command(desk: &Desk, options: &Options) -> Outcome {
    let level = match Companies::asked_for().read_level(options.text("level")) {
        Ok(level) => level,
        Err(error) => return Outcome::below(Card::text(format!("I can't look that up: {error}."))),
    };
    let place = Place::from(options.text("location").to_owned());
    let offers = desk.account.offers().iter();
    let fitting = offers.filter(|record| record.offer.cell().is(Cell::asked_for(level, &place)));
    fitting.fold(Outcome::below(card(level, &place, desk.bands, desk.today())), |outcome, record| {
        outcome.did(record.id, Done::BandsShown)
    })
}

/// The band of a level and place, with its notes; the levels' other places where there is none.
fn card(level: Level, place: &Place, bands: &Bands, today: Date) -> Card {
    let Some(band) = bands.find(Cell::asked_for(level, place)) else {
        return Card::titled(format!("{level} in {place}"))
            .with(Block::Lead(no_band(level, place, bands)))
            .with_buttons(vec![links::enter_offer()]);
    };
    let range = |range: Range| format!("{} to {}", range.low, range.high);
    let age = if band.is_old(today) { " That is over 18 months old: pay has moved since." } else { "" };
    Card::titled(format!("{} {} in {}", band.company, Companies::asked_for().title(level), band.place))
        .with(Block::Lead(format!(
            "Offers for {level} {} in {} mostly pay {} to {} a year on average over four years.",
            band.role.people(),
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
        .with_buttons(vec![links::enter_offer()])
        .with_small(format!(
            "{}. As of {}.{age} Ends read as 10th and 90th percentile.",
            band.source,
            band.as_of.strftime("%B %Y")
        ))
}

fn no_band(level: Level, place: &Place, bands: &Bands) -> String {
    let none = format!("I have no pay range for {level} in {place}.");
    let known: Vec<String> = bands.anywhere(Cell::asked_for(level, place)).map(|band| band.place.to_string()).collect();
    if known.is_empty() {
        return format!("{none} For {level} I have none in any other place either.");
    }
    format!("{none} For {level} I know {}.", names(&known))
}

/// An offer held against the band of a place that is not its own: said so in the first sentence.
pub(crate) fn against_another_place(desk: &Desk, record: &OfferRecord, place: &Place) -> Outcome {
    let mut elsewhere = record.clone();
    elsewhere.offer.place = place.clone();
    let worked_out = desk.work_out(&elsewhere);
    let text = worked_out.analysis().standing.as_ref().map_or_else(
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
    let back = links::back_to_analysis(record.id);
    Outcome::here(Card::titled("Against another place").with(Block::Lead(text)).with_buttons(vec![back]))
}
