//! Leaving early as a page: what is kept, what is owed back, what stock is lost, and what a
//! state's law says about it.

use super::back;
use crate::analysis::{Departure, LEAVING_MONTHS, leave_at};
use crate::app::links;
use crate::money::Money;
use crate::offer::{OfferRecord, Payment, Repayment, SignOnTerms};
use crate::reply::{Block, Card, Table};
use crate::words::answers::grouped;
use crate::words::repayment_law;

/// The month that the page speaks of unless another is asked for: the first vest.
const FIRST_VEST: u32 = 12;
/// What is reckoned with while nobody knows how the sign-on is repaid.
const USUAL_TERMS: SignOnTerms = SignOnTerms { payment: Payment::LumpSum, repayment: Repayment::ProRata };

/// What leaving early costs, with the month asked for among the usual ones.
pub(super) fn card(record: &OfferRecord, month: Option<u32>) -> Card {
    let mut months = LEAVING_MONTHS.to_vec();
    months.extend(month);
    months.sort_unstable();
    months.dedup();
    let departures: Vec<Departure> = months.into_iter().map(|month| leave_at(&record.offer, month)).collect();
    let mut card = Card::titled("Leaving early")
        .with(Block::Lead(leaving_words(record, month.unwrap_or(FIRST_VEST))))
        .with(Block::Table(table(record, &departures)));
    if record.offer.sign_on.total().is_positive() {
        card = card.with(Block::Text(terms_words(record, &departures)));
    }
    if let Some(law) = record.offer.place.state().and_then(repayment_law) {
        card = card.with(Block::Text(law.into()));
    }
    card.with_buttons(vec![back(record), links::analysis(record.id)])
        .with_small("Leaving at the end of the month, with what vests in it; before tax, stock at a flat price. General information, not legal advice.")
}

fn terms(record: &OfferRecord) -> SignOnTerms {
    record.offer.sign_on_terms.unwrap_or(USUAL_TERMS)
}

/// What leaving at the end of a month keeps and loses, in two sentences.
pub(super) fn leaving_words(record: &OfferRecord, month: u32) -> String {
    let departure = leave_at(&record.offer, month);
    let terms = terms(record);
    let owed = departure.sign_on_owed(terms);
    let months = if month == 1 { "1 month".to_owned() } else { format!("{month} months") };
    let shares = match (departure.shares_vested, departure.shares_forfeited) {
        (Some(vested), Some(lost)) => format!(" ({} of {} shares)", grouped(vested), grouped(vested + lost)),
        _ => String::new(),
    };
    let stock = if departure.stock_vested.is_zero() {
        "no stock".to_owned()
    } else {
        format!("{} in stock{shares}", departure.stock_vested.short())
    };
    let kept = format!("Leave after {months} and you keep {} in cash and {stock}.", departure.cash_kept(terms).short());
    let lost = departure.stock_forfeited.short();
    let back = format!("{} of sign-on is owed back{}", owed.short(), owed_if(record));
    match (owed.is_positive(), departure.stock_forfeited.is_positive()) {
        (true, true) => format!("{kept} {back}, and {lost} in stock is lost."),
        (true, false) => format!("{kept} {back}."),
        (false, true) => format!("{kept} {lost} in stock is lost."),
        (false, false) => format!("{kept} Nothing is lost."),
    }
}

/// What has to hold for something to be owed, where the terms are not known.
fn owed_if(record: &OfferRecord) -> &'static str {
    match record.offer.sign_on_terms {
        None => " if it is a lump sum that is repaid for the months not worked",
        Some(SignOnTerms { repayment: Repayment::NotSaid, .. }) => " if it is repaid for the months not worked",
        Some(_) => "",
    }
}

/// Months against what is kept and lost, at most 34 columns wide.
fn table(record: &OfferRecord, departures: &[Departure]) -> Table {
    let terms = terms(record);
    let rows = departures.iter().map(|departure| {
        let amounts = [
            departure.cash_kept(terms),
            departure.sign_on_owed(terms),
            departure.stock_vested,
            departure.stock_forfeited,
        ];
        std::iter::once(departure.month.to_string()).chain(amounts.map(Money::bare_short)).collect()
    });
    Table { header: ["Mo", "Cash", "Owed", "Stock", "Lost"].map(str::to_owned).to_vec(), rows: rows.collect() }
}

/// Under which terms the sign-on is reckoned, and what others would do.
fn terms_words(record: &OfferRecord, departures: &[Departure]) -> String {
    let most = departures.iter().map(|departure| departure.owed_in_full).max().unwrap_or_default().short();
    match record.offer.sign_on_terms {
        None | Some(SignOnTerms { payment: Payment::LumpSum, repayment: Repayment::NotSaid }) => format!(
            "Cash is base and sign-on less what is owed back. You don't know the terms yet, so this takes the sign-on as a lump sum, \
             repaid for the months not worked. Paid monthly, it just stops: nothing is owed and the cash you keep is the same. Repaid in \
             full, you would owe up to {most}. Ask which it is."
        ),
        Some(SignOnTerms { payment: Payment::Monthly, repayment: Repayment::NotSaid }) => {
            "Your sign-on is paid monthly, so as a rule it just stops and nothing is owed back. Repayment isn't mentioned: ask for that \
             in writing."
                .into()
        }
        Some(SignOnTerms { payment: Payment::Monthly, repayment: Repayment::Nothing }) => {
            "Your sign-on is paid monthly, so it just stops: nothing is owed back.".into()
        }
        Some(SignOnTerms { payment: Payment::Monthly, repayment: Repayment::ProRata }) => {
            "Your sign-on is paid monthly, and its terms have it repaid for the months not worked. What was paid by then is of months that you \
             worked, so nothing should be due and none is counted here. Ask for that in writing."
                .into()
        }
        Some(SignOnTerms { payment: Payment::Monthly, repayment: Repayment::Full }) => {
            "Your sign-on is paid monthly and just stops, but its terms have a year's sign-on repaid in full. Word for word that may be all \
             that was paid of the year you leave in; none of it is counted here. Ask for it in writing that nothing is owed back."
                .into()
        }
        Some(SignOnTerms { repayment: Repayment::Nothing, .. }) => {
            "Your sign-on is a lump sum with nothing to repay.".into()
        }
        Some(SignOnTerms { repayment: Repayment::ProRata, .. }) => {
            "Your sign-on is a lump sum, repaid for the months of the year not worked. Paid monthly, nothing would be owed, and the cash \
             you keep would be the same."
                .into()
        }
        Some(SignOnTerms { repayment: Repayment::Full, .. }) => format!(
            "Your sign-on is a lump sum, and all of a year's is owed back until that year is over: up to {most}. Paid monthly, nothing \
             would be owed; ask for that, or for repayment by the month."
        ),
    }
}
