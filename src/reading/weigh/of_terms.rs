//! What all that is said of how the sign-on is paid and repaid comes to.

use super::{
    Answer, Claim, LetterProblem, LetterSignOn, LetterSubject, Payment, Quoted, Reading, Repayment, Said, SignOnTerms,
    TermsProblem, Weighing, quotes,
};

impl Weighing<'_> {
    pub(super) fn terms(&mut self) {
        let payments: Vec<(Payment, usize)> = self
            .claims
            .iter()
            .filter_map(|sourced| match sourced.claim {
                Claim::Payment(payment) => Some((payment, sourced.sentence)),
                _ => None,
            })
            .collect();
        let repayment = self.said(LetterSubject::Repayment, |claim| match claim {
            Claim::Repayment(repayment) => Some(*repayment),
            _ => None,
        });
        let texts = self.texts;
        let quoted = |at: usize| quotes::shorten(&texts[at]);
        let lump = payments.iter().find(|(payment, _)| *payment == Payment::LumpSum);
        let monthly = payments.iter().find(|(payment, _)| *payment == Payment::Monthly);
        if let (Some((what, at)), None) | (None, Some((what, at))) = (lump, monthly) {
            self.weighed.besides.sign_on_paid = Some(Quoted { what: *what, quote: quoted(*at) });
        }
        let both = lump.is_some() && monthly.is_some();
        if let Said::Once(what, at) = &repayment
            && !both
        {
            self.weighed.besides.sign_on_repaid = Some(Quoted { what: *what, quote: quoted(*at) });
        }
        let at_repayment = match &repayment {
            Said::Once(_, at) => Some(*at),
            Said::Nothing | Said::Twice => None,
        };
        let terms = |payment, repayment| Reading::of(Answer::SignOnTerms(SignOnTerms { payment, repayment }));
        match (lump, monthly, repayment) {
            (_, _, Said::Twice) | (None, None, Said::Nothing) => {}
            (Some((_, at)), Some(_), _) => {
                self.problem(LetterProblem::SignOn(LetterSignOn::PaidBothWays), |_| TermsProblem::BothWays.into(), *at);
            }
            (None, Some((_, at)), Said::Once(repayment, of_it)) => {
                self.keep(terms(Payment::Monthly, repayment), (*at, of_it));
            }
            (None, Some((_, at)), Said::Nothing) => self.monthly_alone(*at),
            (Some((_, at)), None, Said::Once(repayment, of_it)) => {
                self.keep(terms(Payment::LumpSum, repayment), (*at, of_it));
            }
            (Some((_, at)), None, Said::Nothing) => {
                self.problem(
                    LetterProblem::SignOn(LetterSignOn::NoRepayment),
                    |_| TermsProblem::NoRepayment.into(),
                    *at,
                );
            }
            // "They want it back pro rata": of a sign-on whose payment is known.
            (None, None, Said::Once(repayment, at)) if let Some(payment) = self.payment => {
                self.keep(terms(payment, repayment), at);
            }
            (None, None, Said::Once(..)) => {
                let at = at_repayment.unwrap_or_default();
                self.problem(
                    LetterProblem::SignOn(LetterSignOn::NoPayment),
                    |quote| TermsProblem::Missing(quote).into(),
                    at,
                );
            }
        }
    }

    /// Paid by the month, and nothing said of repaying: as a rule it just stops, but that is not said.
    pub(super) fn monthly_alone(&mut self, at: usize) {
        let terms = SignOnTerms { payment: Payment::Monthly, repayment: Repayment::NotSaid };
        self.keep(Reading::of(Answer::SignOnTerms(terms)), at);
    }
}
