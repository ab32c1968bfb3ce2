//! From claims to answers: what the letter says once is an answer, what it says in two
//! ways is a problem.

use super::claims::Claim;
use super::lines::Age;
use super::{Found, LetterReading};
use crate::market::Companies;
use crate::money::Money;
use crate::offer::{Grant, Level, Payment, Repayment, SignOn, SignOnTerms};
use crate::reading::plausible::{Figures, Look, look};
use crate::reading::{Answer, Doubt, LetterProblem, LetterSignOn, LetterSubject, Reading, grant, sign_on};

/// A claim with the sentence it is from.
#[derive(Clone, Debug)]
pub(crate) struct Sourced {
    pub(crate) claim: Claim,
    pub(crate) sentence: usize,
    pub(crate) age: Age,
}

/// Claims being settled into a reading.
pub(crate) struct Settling<'a> {
    claims: Vec<Sourced>,
    texts: &'a [String],
    reading: LetterReading,
    /// Sentences whose figures came to nothing.
    unused: Vec<usize>,
}

/// What the letter says of one thing.
enum Said<T> {
    Nothing,
    Once(T, usize),
    /// In two ways: a problem was noted.
    Twice,
}

impl<'a> Settling<'a> {
    pub(crate) fn new(claims: Vec<Sourced>, texts: &'a [String]) -> Self {
        Self { claims, texts, reading: LetterReading::default(), unused: Vec::new() }
    }

    /// Settles all claims: the reading, and the sentences that were not used after all.
    pub(crate) fn settle(mut self) -> (LetterReading, Vec<usize>) {
        let level = self.level();
        if let Said::Once(place, at) = self.said(LetterSubject::Place, |claim| match claim {
            Claim::Place(place) => Some(place.clone()),
            _ => None,
        }) {
            self.keep(Reading::of(Answer::Location(place)), at);
        }
        self.base(level);
        self.sign_on(level);
        self.grant(level);
        if let Said::Once(written, at) = self.said(LetterSubject::Written, |claim| match claim {
            Claim::Written(written) => Some(*written),
            _ => None,
        }) {
            self.keep(Reading::of(Answer::Written(written)), at);
        }
        if let Said::Once(day, at) = self.said(LetterSubject::StartDate, |claim| match claim {
            Claim::Start(day) => Some(*day),
            _ => None,
        }) {
            self.keep(Reading::of(Answer::StartDate(day)), at);
        }
        if let Said::Once(day, at) = self.said(LetterSubject::ReplyBy, |claim| match claim {
            Claim::ReplyBy(day) => Some(*day),
            _ => None,
        }) {
            self.keep(Reading::of(Answer::ReplyBy(day)), at);
        }
        self.terms();
        (self.reading, self.unused)
    }

    fn problem(&mut self, problem: LetterProblem) {
        self.reading.problems.push(problem.into());
    }

    fn keep(&mut self, reading: Reading, sentence: usize) {
        let quote = || self.texts[sentence].clone();
        let found: Vec<Found> = reading.answers.into_iter().map(|answer| Found { answer, quote: quote() }).collect();
        if found.is_empty() && reading.doubt.is_none() {
            self.unused.push(sentence);
        }
        let doubt = reading.doubt.map(|doubt| (doubt, quote()));
        self.reading.found.extend(found);
        self.reading.doubts.extend(doubt);
        self.reading.problems.extend(reading.problems);
    }

    /// The one value of a kind of claim. A revised one stands over any other.
    fn said<T: PartialEq + Clone>(&mut self, subject: LetterSubject, pick: impl Fn(&Claim) -> Option<T>) -> Said<T> {
        let all: Vec<(T, usize, Age)> = self
            .claims
            .iter()
            .filter_map(|sourced| pick(&sourced.claim).map(|value| (value, sourced.sentence, sourced.age)))
            .collect();
        let revised = all.iter().any(|(_, _, age)| *age == Age::Revised);
        let (counted, replaced): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|(_, _, age)| !revised || *age == Age::Revised);
        let Some((value, sentence, _)) = counted.first().cloned() else { return Said::Nothing };
        self.unused.extend(replaced.into_iter().filter(|(other, ..)| *other != value).map(|(_, sentence, _)| sentence));
        if counted.iter().all(|(other, ..)| *other == value) {
            return Said::Once(value, sentence);
        }
        self.unused.extend(counted.iter().map(|(_, sentence, _)| *sentence));
        self.problem(LetterProblem::Twice(subject));
        Said::Twice
    }

    fn level(&mut self) -> Option<Level> {
        let number = self.said(LetterSubject::Level, |claim| match claim {
            Claim::Level(level) => Some(*level),
            _ => None,
        });
        let title = self.said(LetterSubject::Title, |claim| match claim {
            Claim::Title(level) => Some(*level),
            _ => None,
        });
        let number = match number {
            Said::Once(number, at) => {
                let company = Companies::asked_for();
                let Some(level) = company.numbered(number) else {
                    self.unused.push(at);
                    self.problem(LetterProblem::NotListed(number));
                    return None;
                };
                Some((level, at))
            }
            Said::Twice => return None,
            Said::Nothing => None,
        };
        let (level, at) = match (number, title) {
            (Some((number, _)), Said::Once(title, _)) if number != title => {
                self.problem(LetterProblem::LevelAndTitle { number, title });
                return None;
            }
            (Some(number), _) => number,
            (None, Said::Once(title, at)) => (title, at),
            (None, _) => return None,
        };
        self.keep(Reading::of(Answer::Level(level)), at);
        Some(level)
    }

    fn base(&mut self, level: Option<Level>) {
        let Said::Once(base, at) = self.said(LetterSubject::Base, |claim| match claim {
            Claim::Base(base) => Some(*base),
            _ => None,
        }) else {
            return;
        };
        let reading = match look(Figures::Base, base, level) {
            Look::Usual => Reading::of(Answer::Base(base)),
            Look::Slipped(likely) => {
                Reading::open(Doubt::Zeros { typed: Answer::Base(base), likely: Answer::Base(likely) })
            }
            Look::Unusual => Reading::open(Doubt::Unusual { typed: Answer::Base(base) }),
            Look::Odd => Reading::refused(LetterProblem::OddBase(base)),
        };
        self.keep(reading, at);
    }

    fn sign_on(&mut self, level: Option<Level>) {
        let of_year = |wanted: Option<u8>| {
            move |claim: &Claim| match claim {
                Claim::SignOn { year, amount } if *year == wanted => Some(*amount),
                _ => None,
            }
        };
        let one = self.said(LetterSubject::SignOnYear1, of_year(Some(1)));
        let two = self.said(LetterSubject::SignOnYear2, of_year(Some(2)));
        let open = self.said(LetterSubject::SignOn, of_year(None));
        let total = self.said(LetterSubject::SignOnTotal, |claim| match claim {
            Claim::SignOnTotal(amount) => Some(*amount),
            _ => None,
        });
        match (one, two, open, total) {
            (Said::Twice, ..) | (_, Said::Twice, ..) | (_, _, Said::Twice, _) | (_, _, _, Said::Twice) => {}
            (Said::Once(year_1, at), Said::Once(year_2, _), open, total) => {
                self.both_years(SignOn { year_1, year_2 }, [open, total], at, level);
            }
            (Said::Once(amount, at), Said::Nothing, Said::Once(other, _), _)
            | (Said::Nothing, Said::Once(amount, at), Said::Once(other, _), _)
                if amount != other =>
            {
                self.unused.push(at);
                self.problem(LetterProblem::SignOn(LetterSignOn::WithoutYear { amount, other }));
            }
            (Said::Once(amount, at), Said::Nothing, ..) => self.half(amount, 1, at),
            (Said::Nothing, Said::Once(amount, at), ..) => self.half(amount, 2, at),
            (_, _, open, total) => self.without_years(open, total),
        }
    }

    /// The sign-on of both years, where no other figure contradicts it.
    fn both_years(&mut self, sign_on: SignOn, others: [Said<Money>; 2], at: usize, level: Option<Level>) {
        let SignOn { year_1, year_2 } = sign_on;
        let other = others.into_iter().find_map(|said| match said {
            Said::Once(sum, _) if sum != sign_on.total() => Some(sum),
            _ => None,
        });
        let Some(sum) = other else { return self.keep(sign_on::judged(sign_on, level), at) };
        self.unused.push(at);
        self.problem(LetterProblem::SignOn(LetterSignOn::Sum { year_1, year_2, sum }));
    }

    /// A sign-on without its years, or said not to be there.
    fn without_years(&mut self, open: Said<Money>, total: Said<Money>) {
        let none = self.claims.iter().find(|sourced| sourced.claim == Claim::NoSignOn).map(|sourced| sourced.sentence);
        match (open, total) {
            (Said::Once(amount, at), Said::Once(sum, _)) if amount != sum => {
                self.unused.push(at);
                self.problem(LetterProblem::SignOn(LetterSignOn::Totals { amount, sum }));
            }
            (Said::Once(amount, at), _) | (_, Said::Once(amount, at)) => {
                self.keep(Reading::open(Doubt::SignOnSplit { amount }), at);
            }
            _ => {
                if let Some(at) = none {
                    self.keep(Reading::of(Answer::SignOn(SignOn::default())), at);
                }
            }
        }
    }

    fn half(&mut self, amount: Money, year: u8, at: usize) {
        self.unused.push(at);
        self.problem(LetterProblem::SignOn(LetterSignOn::OneYear { amount, year }));
    }

    fn grant(&mut self, level: Option<Level>) {
        let count = self.said(LetterSubject::Shares, |claim| match claim {
            Claim::Shares(count) => Some(*count),
            _ => None,
        });
        let price = self.said(LetterSubject::SharePrice, |claim| match claim {
            Claim::SharePrice(price) => Some(*price),
            _ => None,
        });
        let value = self.said(LetterSubject::GrantValue, |claim| match claim {
            Claim::GrantValue(value) => Some(*value),
            _ => None,
        });
        let yearly = self.said(LetterSubject::StockPerYear, |claim| match claim {
            Claim::GrantPerYear(amount) => Some(*amount),
            _ => None,
        });
        match (count, price, value) {
            (Said::Twice, ..) | (_, _, Said::Twice) => {}
            (Said::Once(count, at), Said::Once(price, _), Said::Nothing) => {
                self.keep(grant::priced(count, price, level), at);
            }
            (Said::Once(count, at), price, Said::Once(value, value_at)) => {
                let price = match price {
                    Said::Once(price, _) => Some(price),
                    _ => None,
                };
                self.valued((count, at), price, (value, value_at), level);
            }
            (Said::Once(count, at), _, Said::Nothing) => self.keep(Reading::open(Doubt::SharePrice { count }), at),
            (Said::Nothing, price, Said::Once(value, at)) => {
                if let Said::Once(_, price_at) = price {
                    self.unused.push(price_at);
                }
                self.keep(grant::judged(Grant::Dollars(value), value, level), at);
            }
            (Said::Nothing, Said::Once(_, at), Said::Nothing) => self.unused.push(at),
            (Said::Nothing, _, Said::Nothing) => {
                if let Said::Once(amount, at) = yearly {
                    self.keep(Reading::open(Doubt::GrantPerYear { amount }), at);
                }
            }
        }
    }

    /// Shares and their value, each with its sentence: kept where they fit.
    fn valued(&mut self, count: (u32, usize), price: Option<Money>, value: (Money, usize), level: Option<Level>) {
        let ((count, at), (value, value_at)) = (count, value);
        let Some(price) = price else {
            let price = value.split(count);
            if price.scaled(count.into()) == value && Figures::SharePrice.possible(price) {
                return self.keep(grant::priced(count, price, level), at);
            }
            self.unused.push(value_at);
            return self.keep(Reading::open(Doubt::SharePrice { count }), at);
        };
        let product = price.scaled(count.into());
        // Letters round the value: two in a hundred is the same grant.
        if (product - value).abs() <= value.split(50) {
            return self.keep(grant::priced(count, price, level), at);
        }
        self.unused.extend([at, value_at]);
        self.problem(LetterProblem::GrantContradiction { count, price, product, value });
    }

    fn terms(&mut self) {
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
        let lump = payments.iter().find(|(payment, _)| *payment == Payment::LumpSum);
        let monthly = payments.iter().find(|(payment, _)| *payment == Payment::Monthly);
        let terms = |payment, repayment| Reading::of(Answer::SignOnTerms(SignOnTerms { payment, repayment }));
        match (lump, monthly, repayment) {
            (_, _, Said::Twice) | (None, None, Said::Nothing) => {}
            (Some(_), Some(_), _) => {
                self.problem(LetterProblem::SignOn(LetterSignOn::PaidBothWays));
            }
            (None, Some((_, at)), Said::Once(repayment, _)) => self.keep(terms(Payment::Monthly, repayment), *at),
            (None, Some((_, at)), Said::Nothing) => self.keep(terms(Payment::Monthly, Repayment::Nothing), *at),
            (Some((_, at)), None, Said::Once(repayment, _)) => self.keep(terms(Payment::LumpSum, repayment), *at),
            (Some(_), None, Said::Nothing) => {
                self.problem(LetterProblem::SignOn(LetterSignOn::NoRepayment));
            }
            (None, None, Said::Once(..)) => {
                self.problem(LetterProblem::SignOn(LetterSignOn::NoPayment));
            }
        }
    }
}
