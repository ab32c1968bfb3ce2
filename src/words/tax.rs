//! Taxes in words: the lines of an estimate, what to know beside it, and what withholding leaves.

use crate::market::State;
use crate::money::Money;
#[cfg(test)]
use crate::tax::TaxLine;
use crate::tax::{SupplementKind, TaxNote, TaxPart, WithholdingGap};

/// The name of a line of an estimate.
#[cfg(test)]
pub fn tax_line(line: TaxLine<'_>) -> String {
    match line {
        TaxLine::FederalIncome => "Federal income tax".into(),
        TaxLine::SocialSecurity => "Social Security".into(),
        TaxLine::Medicare => "Medicare".into(),
        TaxLine::StateIncome(state) => format!("{} income tax", state.map_or("State", state_name)),
        TaxLine::CityIncome => "New York City income tax".into(),
        TaxLine::Payroll(name) => name.into(),
    }
}

/// Parts of the rules, each with its year: `federal income tax 2026, state income tax 2025`.
pub fn tax_parts(parts: &[(TaxPart, i16)]) -> String {
    let each = parts.iter().map(|(part, year)| format!("{} {year}", tax_part(*part)));
    each.collect::<Vec<_>>().join(", ")
}

fn tax_part(part: TaxPart) -> &'static str {
    match part {
        TaxPart::FederalIncome => "federal income tax",
        TaxPart::FederalPayroll => "Social Security and Medicare",
        TaxPart::StateIncome => "state income tax",
        TaxPart::StatePayroll => "state payroll lines",
        TaxPart::CityIncome => "city income tax",
    }
}

/// What to know beside the figures, a sentence.
pub fn tax_note(note: &TaxNote) -> String {
    match note {
        TaxNote::NoState => "I know no state tax for this place, so it is left out.".into(),
        TaxNote::NoTable(state) => {
            format!("{} taxes wages, but its table is not in here: its tax is left out.", state_name(*state))
        }
        TaxNote::OtherYears { asked, nearest } => {
            format!("Not all rules are of {asked}; the nearest there are: {}.", tax_parts(nearest))
        }
        TaxNote::OfTable(text) => text.clone(),
        TaxNote::PartnerLeftOut => "A partner's pay is not in here; it would put this pay into higher brackets.".into(),
        TaxNote::Estimate => {
            "An estimate, not tax advice: this pay alone, standard deduction, no credits and no retirement saving."
                .into()
        }
    }
}

/// What holds for all four years: whose rules are used, and what a year is.
pub fn tax_rules(newest_year: i16) -> String {
    format!(
        "{newest_year} rules throughout: those of later years are not out. Each year of the offer counts as one calendar year."
    )
}

/// What the payments beside base are together: `sign-on and stock`; empty where there are none.
pub fn beside_base(kinds: &[SupplementKind]) -> &'static str {
    let has = |wanted: SupplementKind| kinds.contains(&wanted);
    match (has(SupplementKind::SignOn), has(SupplementKind::Vest)) {
        (true, true) => "sign-on and stock",
        (true, false) => "sign-on",
        (false, true) => "stock",
        (false, false) => "",
    }
}

/// What is withheld of what is paid `beside` base, and what is still owed: a sentence or two.
pub fn withholding(gap: &WithholdingGap, beside: &str) -> String {
    let (paid, withheld, owed, short) = (gap.paid, gap.withheld(), gap.owed(), gap.short());
    if paid.is_zero() {
        return "Nothing beside base pay this year, so nothing is withheld at a flat rate.".to_owned();
    }
    let adds = format!("Your {paid} of {beside} adds about {} of income tax", whole(owed));
    let income_tax = if short.is_positive() {
        format!("{adds}, and only about {} is withheld: set {} aside.", whole(withheld), whole(short))
    } else {
        format!("{adds}, and about {} is withheld: {} comes back at filing.", whole(withheld), whole(short.abs()))
    };
    let medicare = gap.additional_medicare.short();
    if medicare.is_zero() {
        return income_tax;
    }
    format!("{income_tax} {} of the withheld Medicare comes back, as you file jointly.", whole(medicare.abs()))
}

/// To the dollar: an estimate has no cents.
fn whole(amount: Money) -> Money {
    amount.whole()
}

fn state_name(state: State) -> &'static str {
    match state {
        State::WA => "Washington",
        State::CA => "California",
        State::NY => "New York",
        State::TX => "Texas",
        State::CO => "Colorado",
    }
}
