//! The dates of an offer in words, and as a file.

mod file;

pub use file::calendar_file;

use crate::analysis::{CalendarEvent, CalendarGap, EventKind, SignOnPaid, VestFigures};

/// What a date is, without any amount: `vest 1 of 6`.
pub fn event_title(event: &CalendarEvent) -> String {
    match event.kind {
        EventKind::ReplyBy => "last day to answer".into(),
        EventKind::Start { .. } => "first day".into(),
        EventKind::SignOn { year, paid: Some(SignOnPaid::Monthly(_)), .. } => {
            format!("monthly sign-on of year {year} begins")
        }
        EventKind::SignOn { year, paid: Some(SignOnPaid::AtOnce) | None, .. } => format!("sign-on of year {year}"),
        EventKind::SignOnEnds => "sign-on has ended".into(),
        EventKind::RepaymentEnds { year, .. } => format!("sign-on of year {year} is yours to keep"),
        EventKind::Vest(vest) => format!("vest {} of {}", vest.number, vest.count),
    }
}

/// In a calendar that holds other things too, a title says whose date it is.
fn title_among_others(event: &CalendarEvent) -> String {
    format!("Amazon: {}", event_title(event))
}

/// The figures behind a date, one or two sentences.
pub fn event_detail(event: &CalendarEvent) -> String {
    match event.kind {
        EventKind::ReplyBy => "Answer by the end of this day, or ask for more time before it.".into(),
        EventKind::Start { base } => format!("Base pay of {base} a year begins."),
        EventKind::SignOn { amount, paid, .. } => match paid {
            Some(SignOnPaid::AtOnce) => format!("{amount} before tax, in one sum."),
            Some(SignOnPaid::Monthly(a_month)) => {
                format!("{a_month} a month before tax for 12 months, {amount} in all; it stops if you leave.")
            }
            None => format!("{amount} before tax; ask whether it comes in one sum or monthly."),
        },
        EventKind::SignOnEnds => "From here on base and stock alone are paid.".into(),
        EventKind::RepaymentEnds { amount, .. } => {
            format!("From this day nothing of the {amount} is owed back if you leave.")
        }
        EventKind::Vest(vest) => format!("{} Its value that day is taxed as pay.", vest_figures(&vest)),
    }
}

fn vest_figures(vest: &VestFigures) -> String {
    let VestFigures { amount, percent, shares, .. } = vest;
    let Some(shares) = shares else {
        return format!("{amount}, {percent} % of the grant, at the price it was granted at.");
    };
    let about = if shares.rounded { "about " } else { "" };
    format!("{about}{} shares, {percent} % of the grant: {amount} at {} a share.", shares.count, shares.price)
}

/// What a calendar leaves out, and how to have it.
pub fn calendar_gap(gap: CalendarGap) -> &'static str {
    match gap {
        CalendarGap::NoStartDate => {
            "There is no start date yet, so vests and payments have no day; set it with /offer edit."
        }
        CalendarGap::NoSignOnTerms => {
            "How the sign-on is paid and repaid isn't known, so it stands at the start of its year and \
             no end of repayment is in here; ask, and set it with /offer edit."
        }
    }
}

#[cfg(test)]
mod tests;
