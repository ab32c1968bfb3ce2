//! How an offer's figures come about, as a page.

use jiff::civil::Date;

use crate::app::desk::Desk;
use crate::app::links;
use crate::app::outcome::Outcome;
use crate::app::words::figures::growth_needed;
use crate::market::Band;
use crate::money::Money;
use crate::offer::OfferRecord;
use crate::reply::{Block, Card};

/// How the figures come about.
pub(crate) fn show(desk: &Desk, record: &OfferRecord) -> Outcome {
    let worked_out = desk.work_out(record);
    let analysis = worked_out.analysis();
    let (growth, recruiter) = analysis.recruiter_view;
    let recruiter_total: Money = recruiter.into_iter().sum();
    let more = recruiter_total - analysis.four_year_total;
    let lines = vec![
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
        growth_needed(analysis.implied_growth),
    ];
    let mut card = Card::titled("How it is worked out").with(Block::Bullets(lines));
    if let Some(band) = worked_out.band {
        card = card.with(Block::Heading("The percentile".into())).with(Block::Bullets(band_notes(band, desk.today())));
    }
    Outcome::here(card.with_buttons(vec![links::back_to_analysis(record.id)]))
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
