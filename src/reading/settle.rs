//! The readings a doubt can be settled with, and words that settle it.
//!
//! Words settle a doubt only where all of them are known here and they mean one reading: a sentence about something else,
//! or one that means two things, settles nothing, so that the question is asked again.

mod alone;
mod in_full;
mod said;
mod split;

use alone::other_half;
use said::{Said, means};
use split::{Split, names, split_meant};

use super::company::is_known;
use super::lexicon::Term;
use super::{Answer, Doubt};
use rust_decimal::Decimal;

use crate::market::read_how_often;
use crate::money::Money;
use crate::offer::{Field, Firmness, Grant, OtherOffer, Payment, Repayment, Schedule, SignOn, SignOnTerms};

/// What typed words make of a doubt.
#[derive(Clone, Debug, PartialEq)]
pub enum Settled {
    /// They are the answer.
    As(Answer),
    /// They leave a smaller question.
    Narrowed(Doubt),
}

/// The answers a doubt offers to choose from, in the order shown. Empty where only typing
/// can settle it (a missing share price).
fn readings(doubt: &Doubt) -> Vec<Answer> {
    match doubt {
        Doubt::Zeros { typed, likely } => vec![likely.clone(), typed.clone()],
        Doubt::SignOnSplit { amount } => vec![
            Answer::SignOn(SignOn { year_1: *amount, year_2: Money::ZERO }),
            Answer::SignOn(halves(*amount)),
            Answer::SignOn(SignOn { year_1: *amount, year_2: *amount }),
        ],
        Doubt::SignOnSum { amount } => vec![Answer::SignOn(halves(*amount))],
        Doubt::Unusual { typed } => vec![typed.clone()],
        Doubt::SignOnOfMonths { sign_on } => vec![Answer::SignOn(*sign_on)],
        Doubt::BaseOfPeriod { a_year, .. } => vec![Answer::Base(*a_year)],
        Doubt::TotalOrBase { amount } => vec![Answer::Base(*amount)],
        Doubt::SharePrice { .. } => Vec::new(),
        Doubt::Firmness { company, a_year } => Firmness::ALL
            .into_iter()
            .map(|firmness| {
                Answer::Competing(OtherOffer {
                    company: company.clone(),
                    firmness: Some(firmness),
                    a_year: *a_year,
                    reply_by: None,
                    figures: None,
                })
            })
            .collect(),
        Doubt::WalkAwayUnit { amount } => vec![Answer::WalkAway(*amount * 4), Answer::WalkAway(*amount)],
        Doubt::LumpSumRepaid => [Repayment::ProRata, Repayment::Full, Repayment::Nothing]
            .map(|repayment| paid(Payment::LumpSum, repayment))
            .into(),
        Doubt::VestsHowOften { percentages, cliff } => {
            HOW_OFTEN.into_iter().filter_map(|every| vesting(percentages, *cliff, every)).collect()
        }
        Doubt::SignOnPaid { repayment } => {
            [Payment::LumpSum, Payment::Monthly].map(|payment| paid(payment, *repayment)).into()
        }
        Doubt::GrantPerYear { amount } => {
            vec![Answer::Grant(Grant::Dollars(*amount * 4)), Answer::Grant(Grant::Dollars(*amount))]
        }
    }
}

/// Months from one vest to the next, in the order shown.
const HOW_OFTEN: [u32; 4] = [12, 6, 3, 1];

fn vesting(percentages: &[Decimal], cliff: bool, every: u32) -> Option<Answer> {
    let schedule = Schedule::by_year(percentages, every).ok()?;
    Some(Answer::Vesting(if cliff { schedule.with_year_cliff() } else { schedule }))
}

fn paid(payment: Payment, repayment: Repayment) -> Answer {
    Answer::SignOnTerms(SignOnTerms { payment, repayment })
}

/// A sum over two years, half in each.
fn halves(sum: Money) -> SignOn {
    SignOn { year_1: sum.split(2), year_2: sum - sum.split(2) }
}

impl Doubt {
    /// The field it is about.
    pub fn field(&self) -> Field {
        match self {
            Self::Zeros { likely, .. } => likely.field(),
            Self::Unusual { typed } => typed.field(),
            Self::BaseOfPeriod { .. } | Self::TotalOrBase { .. } => Field::Base,
            Self::SignOnSplit { .. } | Self::SignOnSum { .. } | Self::SignOnOfMonths { .. } => Field::SignOn,
            Self::SharePrice { .. } | Self::GrantPerYear { .. } => Field::Grant,
            Self::Firmness { .. } => Field::Competing,
            Self::LumpSumRepaid | Self::SignOnPaid { .. } => Field::SignOnTerms,
            Self::VestsHowOften { .. } => Field::Vesting,
            Self::WalkAwayUnit { .. } => Field::WalkAway,
        }
    }

    /// The company whose offer it is about, where it is about another offer: of those several can be in doubt at a time.
    pub fn company(&self) -> Option<&str> {
        match self {
            Self::Firmness { company, .. } | Self::Unusual { typed: Answer::Competing(OtherOffer { company, .. }) } => {
                Some(company)
            }
            _ => None,
        }
    }

    /// Whether the company that it is about is in no table, so that it may be none.
    pub fn is_of_unknown_company(&self) -> bool {
        self.company().is_some_and(|company| !is_known(company))
    }

    /// Whether two doubts are about the same thing, so that the newer one takes the place of the other.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        match (self.company(), other.company()) {
            (Some(one), Some(two)) => one.eq_ignore_ascii_case(two),
            _ => self.field() == other.field(),
        }
    }

    /// What choosing by number settles it as: a reading from 0 on, and after those of one sign-on for two years that it
    /// is their sum, split in another way.
    pub fn chosen(&self, choice: usize) -> Option<Settled> {
        let choices = readings(self);
        match self {
            Self::SignOnSplit { amount } if choice == choices.len() => {
                Some(Settled::Narrowed(Self::SignOnSum { amount: *amount }))
            }
            _ => choices.into_iter().nth(choice).map(Settled::As),
        }
    }

    /// Whether an answer, typed whole, answers what is in doubt. "None" said of other offers does not say how firm one
    /// is, and two amounts that do not make a sum do not split it.
    pub fn is_answered_by(&self, answer: &Answer) -> bool {
        match (self, answer) {
            (_, Answer::Competing(offer)) if let Some(company) = self.company() => offer.is_of(company),
            (Self::SignOnSum { amount }, Answer::SignOn(sign_on)) => sign_on.total() == *amount,
            (Self::Firmness { .. } | Self::SignOnSum { .. }, _) => false,
            (
                Self::Zeros { .. }
                | Self::Unusual { .. }
                | Self::SignOnSplit { .. }
                | Self::SignOnOfMonths { .. }
                | Self::BaseOfPeriod { .. }
                | Self::TotalOrBase { .. }
                | Self::SharePrice { .. }
                | Self::WalkAwayUnit { .. }
                | Self::LumpSumRepaid
                | Self::SignOnPaid { .. }
                | Self::VestsHowOften { .. }
                | Self::GrantPerYear { .. },
                _,
            ) => answer.field() == self.field(),
        }
    }

    /// What a bare yes or no settles it with: nothing, unless it asks for a yes or a no.
    pub fn yes_or_no(&self, yes: bool) -> Option<Answer> {
        match self {
            // "No" may mean what was typed, or neither: it asks again.
            Self::Zeros { likely, .. } => yes.then(|| likely.clone()),
            // One reading: yes is it, no asks again.
            Self::Unusual { .. } | Self::SignOnOfMonths { .. } | Self::BaseOfPeriod { .. } => {
                yes.then(|| readings(self).pop()).flatten()
            }
            Self::TotalOrBase { .. }
            | Self::SignOnSplit { .. }
            | Self::SignOnSum { .. }
            | Self::SharePrice { .. }
            | Self::Firmness { .. }
            | Self::WalkAwayUnit { .. }
            | Self::LumpSumRepaid
            | Self::SignOnPaid { .. }
            | Self::VestsHowOften { .. }
            | Self::GrantPerYear { .. } => None,
        }
    }

    /// What it is settled with where the same is typed once more: so it is meant.
    pub fn typed_again(&self) -> Option<Answer> {
        match self {
            Self::Zeros { typed, .. } => Some(typed.clone()),
            _ => self.yes_or_no(self.has_one_reading()),
        }
    }

    /// Whether it asks if one reading is meant, so that "no" takes it back.
    pub fn has_one_reading(&self) -> bool {
        match self {
            Self::Unusual { .. } | Self::SignOnOfMonths { .. } | Self::BaseOfPeriod { .. } => true,
            Self::Zeros { .. }
            | Self::TotalOrBase { .. }
            | Self::SignOnSplit { .. }
            | Self::SignOnSum { .. }
            | Self::SharePrice { .. }
            | Self::Firmness { .. }
            | Self::WalkAwayUnit { .. }
            | Self::LumpSumRepaid
            | Self::SignOnPaid { .. }
            | Self::VestsHowOften { .. }
            | Self::GrantPerYear { .. } => false,
        }
    }

    /// The reading that claims the least, for one who can't say: another offer is in process until it is firmer.
    pub fn weakest(&self) -> Option<Answer> {
        match self {
            Self::Firmness { .. } if !self.is_of_unknown_company() => readings(self).pop(),
            Self::LumpSumRepaid => Some(paid(Payment::LumpSum, Repayment::NotSaid)),
            Self::Firmness { .. }
            | Self::Zeros { .. }
            | Self::Unusual { .. }
            | Self::SignOnSplit { .. }
            | Self::SignOnSum { .. }
            | Self::SignOnOfMonths { .. }
            | Self::BaseOfPeriod { .. }
            | Self::TotalOrBase { .. }
            | Self::SharePrice { .. }
            | Self::WalkAwayUnit { .. }
            | Self::SignOnPaid { .. }
            | Self::VestsHowOften { .. }
            | Self::GrantPerYear { .. } => None,
        }
    }

    /// A reply as words that are known beside this doubt; `None` where it is of something else too.
    fn said(&self, text: &str) -> Option<Said> {
        match self {
            Self::Zeros { .. } => Said::read(text, &[Term::SaidYes, Term::SaidAsTyped, Term::SaidNot], &[], ""),
            Self::SignOnSplit { amount } | Self::SignOnSum { amount } => Said::read(
                text,
                &[Term::SaidHalf, Term::SaidSum, Term::SaidEach, Term::SaidFirst, Term::SaidSecond, Term::SaidNot],
                &[*amount, amount.split(2)],
                "",
            ),
            Self::Unusual { typed: Answer::Location(_) } => {
                Said::read(text, &[Term::SaidYes, Term::SaidThere], &[], "")
            }
            Self::Unusual { .. } | Self::SignOnOfMonths { .. } | Self::BaseOfPeriod { .. } => {
                Said::read(text, &[Term::SaidYes, Term::SaidAsTyped, Term::SaidThat], &[], "")
            }
            Self::TotalOrBase { amount } => Said::read(text, &[Term::SaidBase], &[*amount], ""),
            Self::SharePrice { .. } | Self::SignOnPaid { .. } | Self::VestsHowOften { .. } => None,
            Self::LumpSumRepaid => Said::read(text, &[Term::SaidPart, Term::SaidWhole, Term::SaidNot], &[], ""),
            Self::Firmness { company, a_year } => Said::read(
                text,
                &[Term::SaidWritten, Term::SaidVerbal, Term::SaidProcess, Term::SaidNot],
                a_year.as_slice(),
                company,
            ),
            Self::WalkAwayUnit { amount } | Self::GrantPerYear { amount } => {
                Said::read(text, &[Term::SaidFour, Term::SaidYear, Term::SaidEach], &[*amount], "")
            }
        }
    }

    /// Whether words say that a figure is total pay and no base: "total", "it's my total comp".
    pub fn is_total_by(&self, text: &str) -> bool {
        let Self::TotalOrBase { amount } = self else { return false };
        let said = Said::read(text, &[Term::SaidTotal, Term::SaidBase, Term::SaidNot], &[*amount], "");
        said.is_some_and(|said| said.affirms(Term::SaidTotal) && !said.affirms(Term::SaidBase))
    }

    /// How firm another offer is, where words say it of all that are asked about: "both written".
    pub fn settled_for_all(&self, text: &str) -> Option<Answer> {
        let Self::Firmness { .. } = self else { return None };
        let own = [Term::SaidWritten, Term::SaidVerbal, Term::SaidProcess, Term::SaidNot, Term::SaidBoth];
        let said = Said::read(text, &own, &[], "").filter(|said| said.has(Term::SaidBoth))?;
        readings(self).into_iter().nth(firmness_meant(&said)?)
    }

    /// What typed words make of this doubt, where they are about it and mean one thing.
    pub fn settled_by(&self, text: &str) -> Option<Settled> {
        let choices = readings(self);
        let nth = |index: usize| choices.get(index).cloned().map(Settled::As);
        if let Ok(number) = text.trim().parse::<usize>()
            && (1..=choices.len()).contains(&number)
        {
            return nth(number - 1);
        }
        if let Self::VestsHowOften { percentages, cliff } = self {
            return vesting(percentages, *cliff, read_how_often(text)?).map(Settled::As);
        }
        if let Self::LumpSumRepaid | Self::SignOnPaid { .. } = self
            && let Some(answer) = other_half(self, text)
        {
            return Some(Settled::As(answer));
        }
        let said = self.said(text)?;
        match self {
            Self::Zeros { .. } => match (said.has(Term::SaidYes), said.has(Term::SaidAsTyped)) {
                (false, true) => nth(1),
                (true, false) => nth(0),
                _ => None,
            },
            // "75k each year" of 150k is half of it.
            Self::SignOnSplit { amount } if said.has(Term::SaidEach) && names(text, amount.split(2)) => nth(1),
            Self::SignOnSplit { amount } => match split_meant(&said)? {
                Split::FirstYear => nth(0),
                Split::Halves => nth(1),
                Split::EachYear => nth(2),
                Split::Sum => Some(Settled::Narrowed(Self::SignOnSum { amount: *amount })),
            },
            Self::SignOnSum { .. } => said.has(Term::SaidHalf).then(|| nth(0))?,
            Self::Unusual { .. } | Self::SignOnOfMonths { .. } | Self::BaseOfPeriod { .. } => {
                [Term::SaidYes, Term::SaidAsTyped, Term::SaidThat, Term::SaidThere]
                    .into_iter()
                    .any(|term| said.has(term))
                    .then(|| nth(0))?
            }
            Self::TotalOrBase { .. } => said.has(Term::SaidBase).then(|| nth(0))?,
            Self::SharePrice { .. } | Self::SignOnPaid { .. } | Self::VestsHowOften { .. } => None,
            Self::LumpSumRepaid => match [Term::SaidPart, Term::SaidWhole, Term::SaidNot].map(|term| said.has(term)) {
                [true, false, false] => nth(0),
                [false, true, false] => nth(1),
                [false, false, true] => nth(2),
                _ => None,
            },
            Self::Firmness { .. } => nth(firmness_meant(&said)?),
            // "4 years", of what was told by the year: four times that, or all of it?
            Self::GrantPerYear { .. }
                if said.0.len() == 2 && means(&said.0[1], Term::SaidYearWord) && four_years_meant(&said)? =>
            {
                None
            }
            Self::WalkAwayUnit { .. } | Self::GrantPerYear { .. } => nth(usize::from(four_years_meant(&said)?)),
        }
    }
}

/// The number of the firmness that is meant, where it is one.
fn firmness_meant(said: &Said) -> Option<usize> {
    let meant: Vec<usize> = [Term::SaidWritten, Term::SaidVerbal, Term::SaidProcess]
        .iter()
        .enumerate()
        .filter(|(_, term)| said.affirms(**term))
        .map(|(at, _)| at)
        .collect();
    match meant.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// Whether a figure is of all four years; `None` where it can't be told from this.
fn four_years_meant(said: &Said) -> Option<bool> {
    let four = said.has(Term::SaidFour);
    let a_year = |pair: &[String]| means(&pair[0], Term::SaidYear) && means(&pair[1], Term::SaidYearWord);
    let yearly = said.has(Term::SaidEach) || said.0.windows(2).any(a_year);
    match (four, yearly) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        (false, false) => said.has(Term::SaidLoneYear).then_some(false),
        (true, true) => None,
    }
}

#[cfg(test)]
mod tests;
