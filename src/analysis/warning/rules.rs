//! Which warnings an offer has, by its figures.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Warning, WarningFigures, YearlyDrop};
use crate::analysis::{Growth, Standing, View, Year};
use crate::market::Band;
use crate::market::plausible::{Figures, Look, look};
use crate::money::Money;
use crate::money::percentage;
use crate::offer::{Component, Grant, Offer};

/// Hours under which a deadline explodes.
const SHORTEST_DEADLINE_HOURS: i64 = 48;
/// Days after which a share price is old.
const SHARE_PRICE_DAYS: i32 = 30;

/// All warnings about an offer, worst first, in a fixed order within a severity.
pub(in crate::analysis) fn warnings(
    offer: &Offer,
    years: &[Year; 4],
    band: Option<&Band>,
    standing: Option<&Standing>,
    implied_growth: Option<Growth>,
    view: View,
) -> Vec<Warning> {
    let mut found = Vec::new();
    zeros(offer, &mut found);
    drops(offer, years, implied_growth, &mut found);
    terms(offer, view, &mut found);
    stock(offer, years, view.today(), &mut found);
    market(offer, band, standing, view.today(), &mut found);
    let mut warnings: Vec<Warning> = found.into_iter().map(Warning::from).collect();
    warnings.sort_by_key(|warning| (warning.severity, warning.code));
    warnings
}

/// A figure that would be usual with one zero more or less: what the conversation asks about when it is typed.
fn zeros(offer: &Offer, found: &mut Vec<WarningFigures>) {
    let figures = [
        (Component::Base, Figures::Base, offer.base),
        (Component::SignOn, Figures::SignOnYear, offer.sign_on.year_1),
        (Component::SignOn, Figures::SignOnYear, offer.sign_on.year_2),
        (Component::Stock, Figures::Grant, offer.grant.value()),
    ];
    for (component, figures, amount) in figures.into_iter().filter(|(_, _, amount)| !amount.is_zero()) {
        let Look::Slipped(usual) = look(figures, amount, Some(offer.level)) else { continue };
        if usual == amount * 10 || usual * 10 == amount {
            found.push(WarningFigures::CheckTheZeros { component, amount, usual });
        }
    }
}

fn drops(offer: &Offer, years: &[Year; 4], implied_growth: Option<Growth>, found: &mut Vec<WarningFigures>) {
    let [first, second, third, fourth] = [0, 1, 2, 3].map(|year| years[year].total());
    let drop = |from: Money, to: Money| YearlyDrop { dollars: from - to, percent: percentage(from - to, from) };
    if third < first {
        found.push(WarningFigures::Year3BelowYear1(drop(first, third)));
    }
    if second < first {
        found.push(WarningFigures::Year2BelowYear1(drop(first, second)));
    }
    if third < second {
        found.push(WarningFigures::Year3BelowYear2(drop(second, third)));
    }
    let short = first.max(second) - third;
    if short.is_positive() {
        found.push(WarningFigures::NeedsStockGrowth { short, growth: implied_growth });
    }
    let last = fourth - offer.base;
    let vested = offer.schedule.vests().last().is_none_or(|vest| vest.month <= 48);
    if last.is_positive() && offer.grant.value().is_positive() && vested {
        found.push(WarningFigures::NothingAfterYear4 { drop: last });
    }
}

fn terms(offer: &Offer, view: View, found: &mut Vec<WarningFigures>) {
    let sign_on = offer.sign_on.total();
    if sign_on.is_positive() && offer.sign_on_terms.is_none() {
        found.push(WarningFigures::RepaymentTermsUnknown { sign_on });
    }
    if offer.written == Some(false) {
        found.push(WarningFigures::NoWrittenOffer);
    }
    if let Some(hours) = offer.reply_by.and_then(|day| hours_left(day, view))
        && (0..SHORTEST_DEADLINE_HOURS).contains(&hours)
    {
        found.push(WarningFigures::ExplodingDeadline { hours });
    }
}

/// Whole hours to the end of a day, Pacific standard time (UTC-8), the latest zone of the bands.
fn hours_left(day: Date, view: View) -> Option<i64> {
    let end = TimeZone::fixed(jiff::tz::offset(-8)).to_timestamp(day.tomorrow().ok()?.at(0, 0, 0, 0)).ok()?;
    Some((end.as_second() - view.now.as_second()).div_euclid(3_600))
}

fn stock(offer: &Offer, years: &[Year; 4], today: Date, found: &mut Vec<WarningFigures>) {
    let vested: Money = years.iter().map(|year| year.stock).sum();
    let total: Money = years.iter().map(Year::total).sum();
    if vested * 2 > total {
        let percent = percentage(vested, total).unwrap_or_default();
        found.push(WarningFigures::MostlyStock { stock: vested, percent });
    }
    if let Grant::Shares { price, priced_on, .. } = offer.grant {
        let age = priced_on.and_then(|day| today.since(day).ok()).map(|span| span.get_days());
        if age.is_none_or(|days| days > SHARE_PRICE_DAYS) {
            found.push(WarningFigures::OldSharePrice { grant: offer.grant.value(), price, priced_on });
        }
    }
    if let Some(month) = offer.schedule.first_month().filter(|month| *month >= 12 && vested.is_positive()) {
        let first = offer.schedule.vests().first().map_or(Money::ZERO, |vest| offer.grant.value().scaled(vest.share));
        found.push(WarningFigures::NoSharesBeforeMonth12 { month, first });
    }
}

fn market(
    offer: &Offer,
    band: Option<&Band>,
    standing: Option<&Standing>,
    today: Date,
    found: &mut Vec<WarningFigures>,
) {
    let (level, place) = (offer.level, offer.place.clone());
    let Some(band) = band else {
        found.push(WarningFigures::NoBand { role: offer.role.clone(), level, place, currency: offer.currency });
        return;
    };
    let total = offer.four_year_total();
    if standing.is_some_and(|standing| standing.percentile.is_below_median()) {
        let median = band.total_at(50).unwrap_or_default();
        found.push(WarningFigures::BelowMedian { gap: (median - total).above_zero() });
    }
    let top = band.four_year_average().high * 4;
    if total > top {
        found.push(WarningFigures::AboveBand { over: total - top, level, place });
    }
    if offer.base >= band.base.high {
        let top = band.base.high;
        found.push(WarningFigures::BaseAtBandTop { over: (offer.base - top).above_zero(), top });
    }
    if band.is_old(today) {
        found.push(WarningFigures::OldBands { as_of: band.as_of, months: band.age_in_months(today) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{WarningCode, analyse, test_offers};
    use crate::market::Bands;
    use crate::offer::read_schedule;

    fn figures(vesting: &str, code: WarningCode) -> Option<WarningFigures> {
        let bands = Bands::shipped().expect("good bands");
        let schedule = read_schedule(vesting).expect("a schedule");
        let offer = Offer { schedule, ..test_offers::offer(200_000, 400_000, 90_000, 60_000) };
        let view = View::usual("2026-11-23T12:00:00Z".parse().expect("a moment"));
        let warnings = analyse(&offer, &bands, view).warnings;
        warnings.into_iter().find(|warning| warning.code == code).map(|warning| warning.figures)
    }

    #[test]
    fn the_first_vest_and_the_last_year_are_those_of_the_schedule() {
        let (first, last) = (WarningCode::NoSharesBeforeMonth12, WarningCode::NothingAfterYear4);
        let none_before =
            |month, first| Some(WarningFigures::NoSharesBeforeMonth12 { month, first: Money::dollars(first) });
        assert_eq!(figures("5/15/40/40", first), none_before(12, 20_000));
        assert_eq!(figures("0/50/50 yearly", first), none_before(24, 200_000));
        assert_eq!(figures("25/25/25/25 quarterly", first), None);
        assert!(figures("25/25/25/25 quarterly", last).is_some());
        assert_eq!(figures("20/20/20/20/20 yearly", last), None);
    }
}
