//! What came of reading a text: everything understood, and what is open.
//!
//! Must not know how it was read.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::company::is_known;
use super::{Answer, Problem};
use crate::money::Money;
use crate::offer::{OfferDraft, OtherOffer, Repayment, SignOn};

/// What could be meant in more than one way, with the readings to choose from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// A figure could be ten times (or a thousand times) off: as typed, and as likely meant.
    Zeros {
        /// Exactly what was typed.
        typed: Answer,
        /// What would be usual.
        likely: Answer,
    },
    /// A figure that no slip explains and that is not usual at its level, a grant of nothing among them.
    Unusual {
        /// Exactly what was typed.
        typed: Answer,
    },
    /// One sign-on figure for two years: all in year 1, or that sum over both.
    SignOnSplit {
        /// The figure.
        amount: Money,
    },
    /// A sign-on figure that is the sum over both years: how it is split.
    SignOnSum {
        /// The sum.
        amount: Money,
    },
    /// A sign-on told by the month, and what its years come to.
    SignOnOfMonths {
        /// Both years.
        sign_on: SignOn,
    },
    /// A base told by the month, the week or the hour, and what a year of it comes to.
    BaseOfPeriod {
        /// As it was said.
        said: Money,
        /// Dollars a year.
        a_year: Money,
    },
    /// A total where the base was asked for: all pay, or base alone.
    TotalOrBase {
        /// The figure.
        amount: Money,
    },
    /// Shares without a price a share.
    SharePrice {
        /// How many.
        count: u32,
    },
    /// A competing offer without how firm it is.
    Firmness {
        /// The employer.
        company: String,
        /// Dollars a year, where said.
        a_year: Option<Money>,
    },
    /// A walk-away figure that may be a year's or the four years'.
    WalkAwayUnit {
        /// The figure.
        amount: Money,
    },
    /// A sign-on paid at once, without what of it is owed back.
    LumpSumRepaid,
    /// What of the sign-on is owed back, without how it is paid.
    SignOnPaid {
        /// What is owed back.
        repayment: Repayment,
    },
    /// Yearly parts of the grant, without how often they vest.
    VestsHowOften {
        /// Percentages, one for each year.
        percentages: Vec<Decimal>,
        /// Whether all of the first year comes at its end.
        cliff: bool,
    },
    /// A stock figure said to be a year's: times four, or the whole grant after all.
    GrantPerYear {
        /// The figure.
        amount: Money,
    },
}

/// What came of reading a message: everything understood, and at most one thing open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What was understood, in the order of the fields.
    pub answers: Vec<Answer>,
    /// What must be asked before anything more.
    pub doubt: Option<Doubt>,
    /// What is in doubt besides, each also among the problems as what is asked later: for who can ask one after the other.
    pub later: Vec<Doubt>,
    /// What was not understood, in the order of the text.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// A company whose name is not known is asked about once: it may be a slip, or no company at all.
    pub(super) fn with_known_companies(mut self, draft: &OfferDraft) -> Self {
        let known = |company: &str| is_known(company) || draft.competing.iter().any(|known| known.is_of(company));
        let is_new = |answer: &mut Answer| matches!(answer, Answer::Competing(offer) if !known(&offer.company));
        for typed in self.answers.extract_if(.., is_new).collect::<Vec<_>>() {
            let asked = Self { doubt: self.doubt.take(), later: std::mem::take(&mut self.later), ..Self::default() };
            let Answer::Competing(OtherOffer { company, .. }) = &typed else { continue };
            let company = company.clone();
            let asked = asked.merge(Self::open(Doubt::Unusual { typed }), &company);
            (self.doubt, self.later) = (asked.doubt, asked.later);
            self.problems.extend(asked.problems);
        }
        self
    }

    /// "google now 590", where Google's is known to be in writing: a new amount asks nothing again.
    pub(super) fn with_known_firmness(mut self, draft: &OfferDraft) -> Self {
        let known = |doubt: &Doubt| {
            let Doubt::Firmness { company, a_year: Some(a_year) } = doubt else { return None };
            let known = draft.competing.iter().find(|known| known.is_of(company) && known.firmness.is_some())?;
            Some(Answer::Competing(OtherOffer { a_year: Some(*a_year), figures: None, ..known.clone() }))
        };
        let mut open = Vec::new();
        for doubt in self.doubt.take().into_iter().chain(std::mem::take(&mut self.later)) {
            match known(&doubt) {
                Some(answer) => self.answers.push(answer),
                None => open.push(doubt),
            }
        }
        let mut open = open.into_iter();
        self.doubt = open.next();
        self.later = open.collect();
        let mut asked_later = self.later.len();
        self.problems.retain(|problem| {
            let counts = matches!(problem, Problem::AskedLater(_));
            let stays = !counts || asked_later > 0;
            asked_later = asked_later.saturating_sub(usize::from(counts));
            stays
        });
        self
    }

    /// One answer.
    pub(crate) fn of(answer: Answer) -> Self {
        Self { answers: vec![answer], ..Self::default() }
    }

    /// One open question.
    pub(crate) fn open(doubt: Doubt) -> Self {
        Self { doubt: Some(doubt), ..Self::default() }
    }

    /// Nothing but why.
    pub(crate) fn refused(problem: impl Into<Problem>) -> Self {
        Self { problems: vec![problem.into()], ..Self::default() }
    }

    /// With further problems after those it has.
    #[must_use]
    pub(crate) fn noting(mut self, problems: impl IntoIterator<Item = Problem>) -> Self {
        self.problems.extend(problems);
        self
    }

    /// With what came of the next part. Only one doubt can be asked at a time: a second one is for later.
    #[must_use]
    pub(crate) fn merge(mut self, next: Self, part: &str) -> Self {
        self.answers.extend(next.answers);
        let problem = match (&self.doubt, next.doubt) {
            (Some(_), Some(doubt)) => {
                self.later.push(doubt);
                Some(Problem::AskedLater(part.to_owned()))
            }
            (None, Some(doubt)) => {
                self.doubt = Some(doubt);
                None
            }
            (_, None) => None,
        };
        self.later.extend(next.later);
        self.noting(problem).noting(next.problems)
    }

    /// What is in doubt besides, to be asked one after the other: no longer among the problems.
    pub fn take_later(&mut self) -> Vec<Doubt> {
        if !self.later.is_empty() {
            self.problems.retain(|problem| !matches!(problem, Problem::AskedLater(_)));
        }
        std::mem::take(&mut self.later)
    }
}

impl From<Problem> for Reading {
    fn from(problem: Problem) -> Self {
        Self::refused(problem)
    }
}
