//! An offer by date: every vest and sign-on payment, the end of repayment, the deadline.
//!
//! Dates follow from the start date: month m is the same day m months later, or the last
//! day of a month that is too short. Without a start date only the deadline is known.

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::money::Money;
use crate::offer::{Grant, Offer, Payment, Repayment, SignOnTerms};

/// Kinds of date, with the figures behind each; dollars before tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// The last day to answer.
    ReplyBy,
    /// The first day of work.
    Start {
        /// Dollars a year.
        base: Money,
    },
    /// The sign-on of a year is paid, or begins to be.
    SignOn {
        /// Year 1 or 2.
        year: u32,
        /// All of that year's sign-on.
        amount: Money,
        /// How it is paid; `None` while unknown.
        paid: Option<SignOnPaid>,
    },
    /// From here on base and stock alone are paid.
    SignOnEnds,
    /// From here on nothing of a year's sign-on is owed back.
    RepaymentEnds {
        /// Year 1 or 2.
        year: u32,
        /// That year's sign-on.
        amount: Money,
    },
    /// Shares vest.
    Vest(VestFigures),
}

/// How the sign-on of a year is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignOnPaid {
    /// In one sum.
    AtOnce,
    /// These dollars a month, for twelve months.
    Monthly(Money),
}

/// One vest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VestFigures {
    /// Months after the start.
    pub month: u32,
    /// Which vest it is, from 1.
    pub number: usize,
    /// Of how many.
    pub count: usize,
    /// Percent of the grant.
    pub percent: Decimal,
    /// Dollars at a flat price.
    pub amount: Money,
    /// The shares, where the grant is in shares.
    pub shares: Option<VestShares>,
}

/// The shares of one vest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VestShares {
    /// How many.
    pub count: u32,
    /// Whether what has vested by then is no whole number of shares.
    pub rounded: bool,
    /// Dollars a share.
    pub price: Money,
}

/// One date of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarEvent {
    /// What kind it is.
    pub kind: EventKind,
    /// The day.
    pub date: Date,
}

impl CalendarEvent {
    /// Stable within an offer: `vest-24`, `sign-on-1`.
    pub fn key(&self) -> String {
        match self.kind {
            EventKind::ReplyBy => "reply-by".into(),
            EventKind::Start { .. } => "start".into(),
            EventKind::SignOn { year, .. } => format!("sign-on-{year}"),
            EventKind::SignOnEnds => "sign-on-ends".into(),
            EventKind::RepaymentEnds { year, .. } => format!("repayment-{year}"),
            EventKind::Vest(vest) => format!("vest-{}", vest.month),
        }
    }

    /// Dollars before tax, where money moves that day.
    pub fn amount(&self) -> Option<Money> {
        match self.kind {
            EventKind::SignOn { amount, .. } => Some(amount),
            EventKind::Vest(vest) => Some(vest.amount),
            EventKind::ReplyBy | EventKind::Start { .. } | EventKind::SignOnEnds | EventKind::RepaymentEnds { .. } => {
                None
            }
        }
    }

    /// Shares that vest, where the grant is in shares.
    pub fn shares(&self) -> Option<u32> {
        match self.kind {
            EventKind::Vest(vest) => vest.shares.map(|shares| shares.count),
            EventKind::ReplyBy
            | EventKind::Start { .. }
            | EventKind::SignOn { .. }
            | EventKind::SignOnEnds
            | EventKind::RepaymentEnds { .. } => None,
        }
    }
}

/// What a calendar leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarGap {
    /// Vests and payments, as there is no start date.
    NoStartDate,
    /// How the sign-on is paid, and the end of its repayment, as its terms are not known.
    NoSignOnTerms,
}

/// The dates of one offer, earliest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The dates.
    pub events: Vec<CalendarEvent>,
    /// What is left out.
    pub gaps: Vec<CalendarGap>,
}

impl Calendar {
    fn add(&mut self, date: Date, kind: EventKind) {
        self.events.push(CalendarEvent { kind, date });
    }
}

/// The dates of an offer, at a flat share price.
pub fn calendar(offer: &Offer) -> Calendar {
    let mut calendar = Calendar::default();
    if let Some(day) = offer.reply_by {
        calendar.add(day, EventKind::ReplyBy);
    }
    if let Some(start) = offer.start_date {
        calendar.add(start, EventKind::Start { base: offer.base });
        sign_on(offer, start, &mut calendar);
        for vest in vests(offer) {
            calendar.add(months_after(start, vest.month), EventKind::Vest(vest));
        }
    } else {
        calendar.gaps.push(CalendarGap::NoStartDate);
    }
    // Stable: what falls on one day stays in the order above.
    calendar.events.sort_by_key(|event| event.date);
    calendar
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
        let paid = offer.sign_on_terms.map(|terms| match terms.payment {
            Payment::LumpSum => SignOnPaid::AtOnce,
            Payment::Monthly => SignOnPaid::Monthly(amount.split(12)),
        });
        calendar.add(months_after(start, first_month), EventKind::SignOn { year, amount, paid });
        if offer.sign_on_terms.is_some_and(can_be_owed_back) {
            calendar.add(months_after(start, first_month + 12), EventKind::RepaymentEnds { year, amount });
        }
    }
    if offer.sign_on.total().is_positive() {
        if offer.sign_on_terms.is_none() {
            calendar.gaps.push(CalendarGap::NoSignOnTerms);
        }
        let years = if offer.sign_on.year_2.is_positive() { 2 } else { 1 };
        calendar.add(months_after(start, years * 12), EventKind::SignOnEnds);
    }
}

/// A lump sum with repayment; a monthly one that is repaid in proportion never is.
fn can_be_owed_back(terms: SignOnTerms) -> bool {
    match terms.repayment {
        Repayment::Nothing => false,
        Repayment::ProRata | Repayment::NotSaid => terms.payment == Payment::LumpSum,
        Repayment::Full => true,
    }
}

fn vests(offer: &Offer) -> Vec<VestFigures> {
    let value = offer.grant.value();
    if value.is_zero() {
        return Vec::new();
    }
    let amounts = offer.schedule.vest_amounts(value);
    let count = amounts.len();
    let (mut part_vested, mut vested_before) = (Decimal::ZERO, 0);
    let mut vests = Vec::with_capacity(count);
    for (number, (vest, amount)) in (1..).zip(amounts) {
        part_vested += vest.share;
        let percent = (vest.share * Decimal::ONE_HUNDRED).round_dp(2).normalize();
        let (shares, amount) = match offer.grant {
            Grant::Dollars(_) => (None, amount),
            Grant::Shares { count, price, .. } => {
                // Whole shares of what has vested by then, so that the last vest completes the grant.
                let exact = (Decimal::from(count) * part_vested).round_dp(4);
                let vested = u32::try_from(exact.floor()).unwrap_or(count);
                let shares = VestShares { count: vested - vested_before, rounded: !exact.fract().is_zero(), price };
                vested_before = vested;
                (Some(shares), price * shares.count)
            }
        };
        vests.push(VestFigures { month: vest.month, number, count, percent, amount, shares });
    }
    vests
}

#[cfg(test)]
mod tests;
