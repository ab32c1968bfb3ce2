//! An offer by date: every vest and sign-on payment, the end of repayment, the deadline.
//!
//! Dates follow from the start date: month m is the same day m months later, or the last
//! day of a month that is too short. Without a start date only the deadline is known.

mod file;

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::money::Money;
use crate::offer::{Grant, Offer, Payment, Repayment, SignOnTerms};

/// What to do while there is no start date.
const NO_START_DATE: &str = "There is no start date yet, so vests and payments have no day; set it with /offer edit.";

/// Said where the sign-on's terms are not known.
const NO_TERMS: &str = "How the sign-on is paid and repaid isn't known, so it stands at the start of its year and \
     no end of repayment is in here; ask, and set it with /offer edit.";

/// Kinds of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// The last day to answer.
    ReplyBy,
    /// The first day of work.
    Start,
    /// Sign-on is paid, or its monthly payments begin or end.
    SignOn,
    /// From here on nothing of a year's sign-on is owed back.
    RepaymentEnds,
    /// Shares vest.
    Vest,
}

/// One date of an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEvent {
    /// Stable within an offer: `vest-24`, `sign-on-1`.
    pub key: String,
    /// What kind it is.
    pub kind: EventKind,
    /// The day.
    pub date: Date,
    /// What it is, without any amount.
    pub title: String,
    /// The figures behind it, one or two sentences.
    pub detail: String,
    /// Dollars before tax, where money moves that day.
    pub amount: Option<Money>,
    /// Shares that vest, where the grant is in shares.
    pub shares: Option<u32>,
}

/// The dates of one offer, earliest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The dates.
    pub events: Vec<CalendarEvent>,
    /// What is left out and how to have it, one sentence each.
    pub notes: Vec<&'static str>,
}

/// The dates of an offer, at a flat share price.
pub fn calendar(offer: &Offer) -> Calendar {
    let mut calendar = Calendar::default();
    if let Some(day) = offer.reply_by {
        let detail = "Answer by the end of this day, or ask for more time before it.".to_owned();
        calendar.events.push(event("reply-by", EventKind::ReplyBy, day, "Amazon: last day to answer", detail));
    }
    if let Some(start) = offer.start_date {
        let detail = format!("Base pay of {} a year begins.", offer.base);
        calendar.events.push(event("start", EventKind::Start, start, "Amazon: first day", detail));
        sign_on(offer, start, &mut calendar);
        calendar.events.extend(vests(offer, start));
    } else {
        calendar.notes.push(NO_START_DATE);
    }
    // Stable: what falls on one day stays in the order above.
    calendar.events.sort_by_key(|event| event.date);
    calendar
}

fn event(key: &str, kind: EventKind, date: Date, title: &str, detail: String) -> CalendarEvent {
    CalendarEvent { key: key.into(), kind, date, title: title.into(), detail, amount: None, shares: None }
}

/// The same day `months` later, or the last day of a shorter month; the last day there is,
/// should it lie beyond the calendar.
fn months_after(start: Date, months: u32) -> Date {
    start.saturating_add(i64::from(months).months())
}

fn sign_on(offer: &Offer, start: Date, calendar: &mut Calendar) {
    let years = [(1, offer.sign_on.year_1), (2, offer.sign_on.year_2)];
    for (year, amount) in years.into_iter().filter(|(_, amount)| amount.is_positive()) {
        let first_month = (year - 1) * 12;
        let (title, detail) = match offer.sign_on_terms.map(|terms| terms.payment) {
            Some(Payment::LumpSum) => {
                (format!("Amazon: sign-on of year {year}"), format!("{amount} before tax, in one sum."))
            }
            Some(Payment::Monthly) => (
                format!("Amazon: monthly sign-on of year {year} begins"),
                format!(
                    "{} a month before tax for 12 months, {amount} in all; it stops if you leave.",
                    amount.split(12)
                ),
            ),
            None => (
                format!("Amazon: sign-on of year {year}"),
                format!("{amount} before tax; ask whether it comes in one sum or monthly."),
            ),
        };
        let day = months_after(start, first_month);
        let mut paid = event(&format!("sign-on-{year}"), EventKind::SignOn, day, &title, detail);
        paid.amount = Some(amount);
        calendar.events.push(paid);
        if offer.sign_on_terms.is_some_and(can_be_owed_back) {
            let detail = format!("From this day nothing of the {amount} is owed back if you leave.");
            let (key, title) =
                (format!("repayment-{year}"), format!("Amazon: sign-on of year {year} is yours to keep"));
            let day = months_after(start, first_month + 12);
            calendar.events.push(event(&key, EventKind::RepaymentEnds, day, &title, detail));
        }
    }
    if offer.sign_on.total().is_positive() {
        if offer.sign_on_terms.is_none() {
            calendar.notes.push(NO_TERMS);
        }
        let years = if offer.sign_on.year_2.is_positive() { 2 } else { 1 };
        let detail = "From here on base and stock alone are paid.".to_owned();
        let day = months_after(start, years * 12);
        calendar.events.push(event("sign-on-ends", EventKind::SignOn, day, "Amazon: sign-on has ended", detail));
    }
}

/// A lump sum with repayment; a monthly one that is repaid in proportion never is.
fn can_be_owed_back(terms: SignOnTerms) -> bool {
    match terms.repayment {
        Repayment::Nothing => false,
        Repayment::ProRata => terms.payment == Payment::LumpSum,
        Repayment::Full => true,
    }
}

fn vests(offer: &Offer, start: Date) -> Vec<CalendarEvent> {
    let value = offer.grant.value();
    if value.is_zero() {
        return Vec::new();
    }
    let amounts = offer.schedule.vest_amounts(value);
    let count = amounts.len();
    let (mut part_vested, mut vested_before) = (Decimal::ZERO, 0);
    let mut events = Vec::with_capacity(count);
    for (number, (vest, amount)) in (1..).zip(amounts) {
        part_vested += vest.share;
        let part = (vest.share * Decimal::ONE_HUNDRED).round_dp(2).normalize();
        let (shares, amount, figures) = match offer.grant {
            Grant::Dollars(_) => {
                (None, amount, format!("{amount}, {part} % of the grant, at the price it was granted at."))
            }
            Grant::Shares { count, price, .. } => {
                // Whole shares of what has vested by then, so that the last vest completes the grant.
                let exact = (Decimal::from(count) * part_vested).round_dp(4);
                let vested = u32::try_from(exact.floor()).unwrap_or(count);
                let shares = vested - vested_before;
                vested_before = vested;
                let about = if exact.fract().is_zero() { "" } else { "about " };
                let amount = price * shares;
                (
                    Some(shares),
                    amount,
                    format!("{about}{shares} shares, {part} % of the grant: {amount} at {price} a share."),
                )
            }
        };
        let title = format!("Amazon: vest {number} of {count}");
        let detail = format!("{figures} Its value that day is taxed as pay.");
        let day = months_after(start, vest.month);
        let mut event = event(&format!("vest-{}", vest.month), EventKind::Vest, day, &title, detail);
        event.amount = Some(amount);
        event.shares = shares;
        events.push(event);
    }
    events
}

#[cfg(test)]
mod tests;
