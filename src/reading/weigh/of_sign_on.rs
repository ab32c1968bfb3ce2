//! What all that is said of the sign-on comes to.

use super::{
    Answer, Claim, Doubt, Figures, LetterProblem, LetterSignOn, LetterSubject, Level, Look, Money, Origin, Reading,
    Said, SignOn, SignOnProblem, Voice, Weighing, look, sign_on,
};

impl Weighing<'_> {
    pub(super) fn sign_on(&mut self, level: Option<Level>) {
        let of_year = |wanted: Option<u8>| {
            move |claim: &Claim| match claim {
                Claim::SignOn { year, amount } if *year == wanted => Some(*amount),
                _ => None,
            }
        };
        let one = self.said(LetterSubject::SignOnYear1, of_year(Some(1)));
        let two = self.said(LetterSubject::SignOnYear2, of_year(Some(2)));
        let open = self.said(LetterSubject::SignOn, of_year(None));
        let of_months = self.all(|claim| match claim {
            Claim::SignOnOfMonths { year, amount } => Some((*year, *amount)),
            _ => None,
        });
        if !of_months.is_empty() {
            return self.by_month(&of_months);
        }
        let total = self.said(LetterSubject::SignOnTotal, |claim| match claim {
            Claim::SignOnTotal(amount) => Some(*amount),
            _ => None,
        });
        let each = self.said(LetterSubject::SignOn, |claim| match claim {
            Claim::SignOnEach(amount) => Some(*amount),
            _ => None,
        });
        if let (Said::Nothing, Said::Nothing, Said::Nothing, Said::Once(amount, at)) = (&one, &two, &open, &each) {
            let (amount, at) = (*amount, *at);
            self.keep(sign_on::judged(SignOn { year_1: amount, year_2: amount }, level), at);
            return;
        }
        let at_start = self.all(|claim| match claim {
            Claim::SignOnAtStart(amount) => Some(*amount),
            _ => None,
        });
        let (one, open) = match (one, &two, open) {
            (Said::Nothing, Said::Once(..), Said::Once(amount, at))
                if at_start.iter().any(|(start, _)| *start == amount) =>
            {
                (Said::Once(amount, at), Said::Nothing)
            }
            // "Sign-on: $50,000", then "second year: $38,000": the first of the two is the first year's.
            (Said::Nothing, Said::Once(_, of_2), Said::Once(amount, at))
                if self.voice == Voice::Letter && at <= *of_2 && matches!(total, Said::Nothing) =>
            {
                (Said::Once(amount, at), Said::Nothing)
            }
            (one, _, open) => (one, open),
        };
        match (one, two, open, total) {
            (Said::Twice, ..) | (_, Said::Twice, ..) | (_, _, Said::Twice, _) | (_, _, _, Said::Twice) => {}
            (Said::Once(year_1, at), Said::Once(year_2, of_2), open, total) => {
                self.both_years(SignOn { year_1, year_2 }, [open, total], (at, of_2), level);
            }
            // One year and the sum of both: the other is what is left.
            (Said::Once(amount, at), Said::Nothing, Said::Nothing, Said::Once(sum, of_sum)) if sum > amount => {
                let sign_on = SignOn { year_1: amount, year_2: sum - amount };
                self.keep(sign_on::judged(sign_on, level), Origin::worked_out(at, of_sum));
            }
            (Said::Once(amount, at), Said::Nothing, Said::Once(other, _), _)
            | (Said::Nothing, Said::Once(amount, at), Said::Once(other, _), _)
                if amount != other =>
            {
                self.weighed.unused.push(at);
                self.problem(
                    LetterProblem::SignOn(LetterSignOn::WithoutYear { amount, other }),
                    |quote| SignOnProblem::Years(quote).into(),
                    at,
                );
            }
            (Said::Once(amount, at), Said::Nothing, ..) => self.half(amount, 1, at),
            (Said::Nothing, Said::Once(amount, at), ..) => self.half(amount, 2, at),
            (_, _, open, total) => self.without_years(open, total, level),
        }
    }

    /// The sign-on of both years, where no other figure contradicts it.
    pub(super) fn both_years(
        &mut self,
        sign_on: SignOn,
        others: [Said<Money>; 2],
        (at, of_2): (usize, usize),
        level: Option<Level>,
    ) {
        let SignOn { year_1, year_2 } = sign_on;
        let other = others.into_iter().find_map(|said| match said {
            Said::Once(sum, _) if sum != sign_on.total() => Some(sum),
            _ => None,
        });
        let Some(sum) = other else { return self.keep(sign_on::judged(sign_on, level), (at, of_2)) };
        self.weighed.unused.push(at);
        self.problem(
            LetterProblem::SignOn(LetterSignOn::Sum { year_1, year_2, sum }),
            |quote| SignOnProblem::TooMany(quote).into(),
            at,
        );
    }

    /// A sign-on without its years, or said not to be there.
    pub(super) fn without_years(&mut self, open: Said<Money>, total: Said<Money>, level: Option<Level>) {
        let none = self.claims.iter().find(|sourced| sourced.claim == Claim::NoSignOn).map(|sourced| sourced.sentence);
        match (open, total) {
            (Said::Once(amount, at), Said::Once(sum, _)) if amount != sum => {
                self.weighed.unused.push(at);
                self.problem(
                    LetterProblem::SignOn(LetterSignOn::Totals { amount, sum }),
                    |quote| SignOnProblem::TooMany(quote).into(),
                    at,
                );
            }
            (open, Said::Once(amount, at)) => {
                let at = open.once().map_or(at, |(_, at)| at);
                self.split(amount, true, at, level);
            }
            (Said::Once(amount, at), _) => self.split(amount, false, at, level),
            _ => {
                if let Some(at) = none {
                    self.keep(Reading::of(Answer::SignOn(SignOn::default())), at);
                }
            }
        }
    }

    /// A sign-on told by the month: what it comes to is asked.
    pub(super) fn by_month(&mut self, told: &[((Option<u8>, Money), usize)]) {
        let of = |wanted| told.iter().find(|((year, _), _)| *year == wanted).map(|((_, amount), _)| *amount);
        let at = told[0].1;
        let sign_on = match (of(Some(1)), of(Some(2)), of(None)) {
            (Some(year_1), Some(year_2), _) => SignOn { year_1, year_2 },
            (None, None, Some(each)) => SignOn { year_1: each, year_2: each },
            (one, two, _) => {
                let (amount, year) =
                    one.map(|amount| (amount, 1)).or(two.map(|amount| (amount, 2))).unwrap_or_default();
                return self.half(amount, year, at);
            }
        };
        self.keep(Reading::open(Doubt::SignOnOfMonths { sign_on }), at);
    }

    /// One figure for two years: which is asked, or, of a sum, how it is split.
    pub(super) fn split(&mut self, amount: Money, is_sum: bool, at: usize, level: Option<Level>) {
        if amount.is_zero() {
            return self.keep(Reading::of(Answer::SignOn(SignOn::default())), at);
        }
        let usual = if is_sum { amount.split(2) } else { amount };
        if look(Figures::SignOnYear, usual, level) == Look::Usual || self.voice == Voice::Letter {
            let doubt = if is_sum { Doubt::SignOnSum { amount } } else { Doubt::SignOnSplit { amount } };
            return self.keep(Reading::open(doubt), at);
        }
        self.keep(Reading::refused(SignOnProblem::Unusual(amount)), at);
    }

    pub(super) fn half(&mut self, amount: Money, year: u8, at: usize) {
        if let (Some(before), _) = self.before {
            let sign_on =
                if year == 1 { SignOn { year_1: amount, ..before } } else { SignOn { year_2: amount, ..before } };
            return self.keep(sign_on::judged(sign_on, self.level), at);
        }
        self.weighed.unused.push(at);
        self.problem(
            LetterProblem::SignOn(LetterSignOn::OneYear { amount, year }),
            |_| SignOnProblem::OneYear { amount, year }.into(),
            at,
        );
    }
}
