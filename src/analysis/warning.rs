//! What to watch out for in an offer: stable codes, a severity, dollars and what to do.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::{Growth, Standing, View, Year};
use crate::market::{Band, Range};
use crate::money::Money;
use crate::offer::{Grant, Offer};

/// How much a warning matters; worst first in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Changes what the offer is worth; act before answering.
    High,
    /// Worth asking about.
    Medium,
    /// Good to know.
    Low,
}

/// The kinds of warning. The snake-case names are stable: things outside read them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WarningCode {
    /// A figure looks ten times too large or too small.
    CheckTheZeros,
    /// Pay drops from year 1 to year 3.
    #[serde(rename = "year_3_below_year_1")]
    Year3BelowYear1,
    /// The last day to answer is under 48 hours away.
    ExplodingDeadline,
    /// Nothing is in writing yet.
    NoWrittenOffer,
    /// Under the 50th percentile.
    BelowMedian,
    /// Pay drops from year 1 to year 2.
    #[serde(rename = "year_2_below_year_1")]
    Year2BelowYear1,
    /// Pay drops from year 2 to year 3.
    #[serde(rename = "year_3_below_year_2")]
    Year3BelowYear2,
    /// Year 3 holds up only if the share price rises.
    NeedsStockGrowth,
    /// Nobody said whether the sign-on is owed back.
    RepaymentTermsUnknown,
    /// Over half of the four years is stock.
    MostlyStock,
    /// The share price is more than 30 days old, or of no known day.
    OldSharePrice,
    /// Nothing is promised after the grant has vested.
    #[serde(rename = "nothing_after_year_4")]
    NothingAfterYear4,
    /// Leaving before month 12 forfeits every share.
    #[serde(rename = "no_shares_before_month_12")]
    NoSharesBeforeMonth12,
    /// Over the top of the band.
    AboveBand,
    /// Base has no room up to the band's top.
    BaseAtBandTop,
    /// No band for this level and place.
    NoBand,
    /// The band's figures are older than 18 months.
    OldBands,
}

/// One warning about one offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Its kind.
    pub code: WarningCode,
    /// How much it matters.
    pub severity: Severity,
    /// The dollars at stake, where it has any.
    pub amount: Option<Money>,
    /// What it is, with its dollars: one sentence.
    pub says: String,
    /// What to do about it: one sentence.
    pub advice: String,
}

/// Hours under which a deadline explodes.
const SHORTEST_DEADLINE_HOURS: i64 = 48;
/// Days after which a share price is old.
const SHARE_PRICE_DAYS: i32 = 30;

/// All warnings about an offer, worst first, in a fixed order within a severity.
pub(super) fn warnings(
    offer: &Offer,
    years: &[Year; 4],
    band: Option<&Band>,
    standing: Option<&Standing>,
    implied_growth: Option<Growth>,
    view: View,
) -> Vec<Warning> {
    let mut found = Vec::new();
    zeros(offer, band, &mut found);
    drops(offer, years, implied_growth, &mut found);
    terms(offer, view, &mut found);
    stock(offer, years, view.today(), &mut found);
    market(offer, band, standing, view.today(), &mut found);
    found.sort_by_key(|warning| (warning.severity, warning.code));
    found
}

fn warn(code: WarningCode, severity: Severity, amount: Option<Money>, says: String, advice: &str) -> Warning {
    Warning { code, severity, amount, says, advice: advice.to_owned() }
}

/// A figure that would sit in a generous range around the band only if a zero were added or dropped.
fn zeros(offer: &Offer, band: Option<&Band>, found: &mut Vec<Warning>) {
    let usual = |range: Option<Range>, low: i64, high: i64| {
        range.map_or((Money::dollars(low), Money::dollars(high)), |range| (range.low.split(2), range.high * 2))
    };
    let figures = [
        ("base", offer.base, usual(band.map(|band| band.base), 80_000, 700_000)),
        (
            "sign-on",
            offer.sign_on.total(),
            usual(band.map(|band| Range { low: band.sign_on.low.split(4), ..band.sign_on }), 20_000, 1_000_000),
        ),
        (
            "RSU grant",
            offer.grant.value(),
            usual(band.map(|band| Range { low: band.grant.low.split(2), ..band.grant }), 75_000, 4_000_000),
        ),
    ];
    for (name, amount, (low, high)) in figures {
        let inside = |amount: Money| (low..=high).contains(&amount);
        if amount.is_zero() || inside(amount) {
            continue;
        }
        let likely = [amount * 10, amount.split(10)].into_iter().find(|other| inside(*other));
        if let Some(likely) = likely {
            found.push(warn(
                WarningCode::CheckTheZeros,
                Severity::High,
                Some(amount),
                format!("The {name} of {amount} looks ten times off: {likely} would be usual."),
                "Compare it with your letter; if it is a slip, edit the offer, as every figure here builds on it.",
            ));
        }
    }
}

fn drops(offer: &Offer, years: &[Year; 4], implied_growth: Option<Growth>, found: &mut Vec<Warning>) {
    let [first, second, third, fourth] = [0, 1, 2, 3].map(|year| years[year].total());
    let share =
        |drop: Money, from: Money| super::percentage(drop, from).map_or(String::new(), |share| format!(" ({share} %)"));
    if third < first {
        let drop = first - third;
        found.push(warn(
            WarningCode::Year3BelowYear1,
            Severity::High,
            Some(drop),
            format!("Pay drops in year 3 by {drop}{} against year 1.", share(drop, first)),
            "The sign-on has ended by then, so ask for more grant or base, which last.",
        ));
    }
    if second < first {
        let drop = first - second;
        found.push(warn(
            WarningCode::Year2BelowYear1,
            Severity::Medium,
            Some(drop),
            format!("Year 2 pays {drop}{} less than year 1.", share(drop, first)),
            "Ask for a larger sign-on in year 2.",
        ));
    }
    if third < second {
        let drop = second - third;
        found.push(warn(
            WarningCode::Year3BelowYear2,
            Severity::Medium,
            Some(drop),
            format!("Pay drops by {drop}{} from year 2 to year 3, when the sign-on ends.", share(drop, second)),
            "More grant carries years 3 and 4; ask for stock before sign-on.",
        ));
    }
    let short = first.max(second) - third;
    if short.is_positive() {
        let says = implied_growth.map_or_else(
            || format!("Year 3 is {short} short of your best earlier year, and no stock growth makes up for it."),
            |growth| format!("Year 3 keeps up with years 1 and 2 only if the share price grows {growth} every year; flat, it is {short} short."),
        );
        found.push(warn(
            WarningCode::NeedsStockGrowth,
            Severity::Medium,
            Some(short),
            says,
            "Ask which growth the recruiter's totals assume, and compare offers at a flat price.",
        ));
    }
    let last = fourth - offer.base;
    let vested = offer.schedule.vests().last().is_none_or(|vest| vest.month <= 48);
    if last.is_positive() && offer.grant.value().is_positive() && vested {
        found.push(warn(
            WarningCode::NothingAfterYear4,
            Severity::Low,
            Some(last),
            format!("Nothing is promised after year 4: year 5 is base alone, {last} less than year 4."),
            "Later grants are at Amazon's discretion, so count on none, and ask how they have been in this team.",
        ));
    }
}

fn terms(offer: &Offer, view: View, found: &mut Vec<Warning>) {
    let sign_on = offer.sign_on.total();
    if sign_on.is_positive() && offer.sign_on_terms.is_none() {
        found.push(warn(
            WarningCode::RepaymentTermsUnknown,
            Severity::Medium,
            Some(sign_on),
            format!("You don't know yet whether the {sign_on} sign-on is owed back if you leave early."),
            "Ask: is it a lump sum or monthly, and what is repaid on leaving in year 1 or 2?",
        ));
    }
    if offer.written == Some(false) {
        found.push(warn(
            WarningCode::NoWrittenOffer,
            Severity::High,
            None,
            "Nothing is in writing yet, so every figure can still change.".into(),
            "Ask for the letter before you resign or turn anything else down.",
        ));
    }
    if let Some(hours) = offer.reply_by.and_then(|day| hours_left(day, view))
        && (0..SHORTEST_DEADLINE_HOURS).contains(&hours)
    {
        found.push(warn(
            WarningCode::ExplodingDeadline,
            Severity::High,
            None,
            format!("You have about {hours} hours left to answer."),
            "Ask today, in writing, for a few more days; /email has the text. Answer before it runs out either way.",
        ));
    }
}

/// Whole hours to the end of a day, Pacific standard time (UTC-8), the latest zone of the bands.
fn hours_left(day: Date, view: View) -> Option<i64> {
    let end = day.tomorrow().ok()?.to_zoned(TimeZone::fixed(jiff::tz::offset(-8))).ok()?.timestamp();
    Some((end.as_second() - view.now.as_second()).div_euclid(3_600))
}

fn stock(offer: &Offer, years: &[Year; 4], today: Date, found: &mut Vec<Warning>) {
    let vested: Money = years.iter().map(|year| year.stock).sum();
    let total: Money = years.iter().map(Year::total).sum();
    if vested * 2 > total {
        let share = super::percentage(vested, total).unwrap_or_default();
        found.push(warn(
            WarningCode::MostlyStock,
            Severity::Medium,
            Some(vested),
            format!("{vested} of the four years, {share} %, is stock that can fall as well as rise."),
            "Look at the same offer with the price 30 % lower, and ask for part of it as base or sign-on.",
        ));
    }
    if let Grant::Shares { price, priced_on, .. } = offer.grant {
        let age = priced_on.and_then(|day| today.since(day).ok()).map(|span| span.get_days());
        if age.is_none_or(|days| days > SHARE_PRICE_DAYS) {
            let known =
                priced_on.map_or("of no known day".to_owned(), |day| format!("from {}", day.strftime("%B %-d, %Y")));
            found.push(warn(
                WarningCode::OldSharePrice,
                Severity::Low,
                Some(offer.grant.value()),
                format!("The grant is counted as {} at a share price of {price} {known}.", offer.grant.value()),
                "Look up today's price and edit the offer; ask which price, of which day, turned dollars into shares.",
            ));
        }
    }
    if let Some(month) = offer.schedule.first_month().filter(|month| *month >= 12 && vested.is_positive()) {
        let first = offer.schedule.vests().first().map_or(Money::ZERO, |vest| offer.grant.value().scaled(vest.share));
        found.push(warn(
            WarningCode::NoSharesBeforeMonth12,
            Severity::Low,
            Some(first),
            format!("No shares vest before month {month}: leave earlier and the first {first} is lost with the rest."),
            "If you have a vest or bonus coming where you are now, use it as a reason for sign-on.",
        ));
    }
}

fn market(offer: &Offer, band: Option<&Band>, standing: Option<&Standing>, today: Date, found: &mut Vec<Warning>) {
    let Some(band) = band else {
        found.push(warn(
            WarningCode::NoBand,
            Severity::Low,
            None,
            format!("There is no pay band for {} in {}, so there is no percentile.", offer.level, offer.place),
            "Check the posted pay range of the job and recent reports for your city.",
        ));
        return;
    };
    let total = offer.four_year_total();
    if standing.is_some_and(|standing| standing.percentile.is_below_median()) {
        let median = band.total_at(50).unwrap_or_default();
        let gap = (median - total).above_zero();
        found.push(warn(
            WarningCode::BelowMedian,
            Severity::High,
            Some(gap),
            format!("Below the median: room to negotiate. The middle offer pays {gap} more over four years."),
            "Counter with two or three levers at once; the scripts carry the figures.",
        ));
    }
    let top = band.four_year_average().high * 4;
    if total > top {
        found.push(warn(
            WarningCode::AboveBand,
            Severity::Low,
            Some(total - top),
            format!("This is {} over the top of the band for {} in {}.", total - top, offer.level, offer.place),
            "Ask small and specific: most of the room is used. Check that the figures are right.",
        ));
    }
    if offer.base >= band.base.high {
        found.push(warn(
            WarningCode::BaseAtBandTop,
            Severity::Low,
            Some(Money::ZERO.max(offer.base - band.base.high)),
            format!("Base is at the top of its range ({}), so there is no more room in it.", band.base.high),
            "Ask for grant or sign-on instead.",
        ));
    }
    if band.is_old(today) {
        found.push(warn(
            WarningCode::OldBands,
            Severity::Low,
            None,
            format!(
                "The pay bands are from {}, {} months ago.",
                band.as_of.strftime("%B %Y"),
                band.age_in_months(today)
            ),
            "Pay has moved since then: hold the percentile against a recent report too.",
        ));
    }
}

impl WarningCode {
    /// Every code.
    pub const ALL: [Self; 17] = [
        Self::CheckTheZeros,
        Self::Year3BelowYear1,
        Self::ExplodingDeadline,
        Self::NoWrittenOffer,
        Self::BelowMedian,
        Self::Year2BelowYear1,
        Self::Year3BelowYear2,
        Self::NeedsStockGrowth,
        Self::RepaymentTermsUnknown,
        Self::MostlyStock,
        Self::OldSharePrice,
        Self::NothingAfterYear4,
        Self::NoSharesBeforeMonth12,
        Self::AboveBand,
        Self::BaseAtBandTop,
        Self::NoBand,
        Self::OldBands,
    ];

    /// The stable name.
    pub fn name(self) -> String {
        serde_json::to_value(self).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{analyse, test_offers};
    use crate::market::Bands;
    use crate::offer::read_schedule;

    fn says(vesting: &str, code: WarningCode) -> Option<String> {
        let bands = Bands::shipped().expect("good bands");
        let schedule = read_schedule(vesting).expect("a schedule");
        let offer = Offer { schedule, ..test_offers::offer(200_000, 400_000, 90_000, 60_000) };
        let view = View::usual("2026-11-23T12:00:00Z".parse().expect("a moment"));
        let warnings = analyse(&offer, &bands, view).warnings;
        warnings.into_iter().find(|warning| warning.code == code).map(|warning| warning.says)
    }

    #[test]
    fn the_first_vest_and_the_last_year_are_those_of_the_schedule() {
        let (first, last) = (WarningCode::NoSharesBeforeMonth12, WarningCode::NothingAfterYear4);
        insta::assert_snapshot!(says("5/15/40/40", first).expect("a cliff"), @"No shares vest before month 12: leave earlier and the first $20,000 is lost with the rest.");
        insta::assert_snapshot!(says("0/50/50 yearly", first).expect("a cliff"), @"No shares vest before month 24: leave earlier and the first $200,000 is lost with the rest.");
        assert_eq!(says("25/25/25/25 quarterly", first), None);
        assert!(says("25/25/25/25 quarterly", last).is_some());
        assert_eq!(says("20/20/20/20/20 yearly", last), None);
    }
}
