//! Codes and figures in words: what people read of an analysis.
//!
//! Owns the sentences about codes and figures. Must not know how a figure comes about, the
//! conversation, the store, or what a shell can show. A second language is a second set of these
//! sentences, chosen by [`Locale`].

mod abroad;
pub(crate) mod answers;
mod ask;
mod calendar;
mod comparison;
mod doubt;
mod firmness;
mod labels;
mod list;
mod locale;
mod method;
mod problem;
mod repayment_law;
mod revision;
mod standing;
mod tax;
mod vesting;
mod warning;

pub use abroad::{abroad, knows_taxes, no_range, value_of_shares};
pub use answers::field;
pub use ask::{approver, ask, changes, ladder_lines, rise_to_approve};
pub use calendar::{calendar_file, calendar_gap, event_title};
pub use comparison::{comparison, offer_note};
pub use doubt::question;
pub use firmness::firmness;
pub use labels::{fact, fact_example, fact_label, told};
pub use list::{Phrase, listed, names};
pub use locale::Locale;
pub use method::{METHOD, confidence, hours};
pub use problem::{problem, problems};
pub use repayment_law::repayment_law;
#[cfg(test)]
pub use revision::revised_figure;
pub use revision::revision;
pub use standing::{ordinal, percentile, position};
#[cfg(test)]
pub use tax::tax_line;
pub use tax::{beside_base, tax_note, tax_parts, tax_rules, withholding};
pub use vesting::schedule;
pub use warning::warning;

/// A text with its first letter as a sentence begins.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
