//! From claims to answers: what a text says once is an answer, what it says in two ways is a problem.
//!
//! Must not know how a claim was read.

mod of_grant;
mod of_others;
mod of_sign_on;
mod of_terms;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::claim::{Claim, Sourced};
use super::plausible::{Figures, Look, look};
use super::quotes::{self, Origin};
use super::said::{Besides, Found, Quoted};
use super::text::Age;
use super::total_of::{StatedTotal, total_of};
use super::{
    Amount, AmountProblem, Answer, Doubt, GrantProblem, LetterProblem, LetterSignOn, LetterSubject, Problem, Reading,
    SignOnProblem, TermsProblem, grant, sign_on,
};
use crate::market::{Companies, Place};
use crate::money::Money;
use crate::offer::{Field, Grant, Level, OfferDraft, OtherOffer, Payment, Repayment, Schedule, SignOn, SignOnTerms};

/// Who speaks: a letter someone else wrote, or the user in a message, who can be asked back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    Letter,
    Message,
}

/// What came of weighing.
#[derive(Debug, Default)]
pub(crate) struct Weighed {
    pub(crate) found: Vec<Found>,
    pub(crate) doubts: Vec<(Doubt, String)>,
    pub(crate) problems: Vec<Problem>,
    /// Sentences whose figures came to nothing.
    pub(crate) unused: Vec<usize>,
    pub(crate) besides: Besides,
}

/// Claims being weighed.
pub(crate) struct Weighing<'a> {
    claims: Vec<Sourced>,
    texts: &'a [String],
    voice: Voice,
    /// The level, where it is known.
    level: Option<Level>,
    /// What was said of the sign-on and the grant before, which half a correction completes.
    before: (Option<SignOn>, Option<Grant>),
    /// How the sign-on is paid, where that was said before.
    payment: Option<Payment>,
    today: Date,
    weighed: Weighed,
}

/// What the text says of one thing.
enum Said<T> {
    Nothing,
    Once(T, usize),
    /// In two ways: a problem was noted.
    Twice,
}

/// A place that is the same however it is written: "Arlington, Virginia" and "Arlington, VA".
#[derive(Clone)]
struct SomePlace(Place);

impl PartialEq for SomePlace {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(&other.0)
    }
}

impl<T> Said<T> {
    fn once(self) -> Option<(T, usize)> {
        match self {
            Self::Once(value, at) => Some((value, at)),
            Self::Nothing | Self::Twice => None,
        }
    }
}

impl<'a> Weighing<'a> {
    pub(crate) fn new(
        claims: Vec<Sourced>,
        texts: &'a [String],
        voice: Voice,
        level: Option<Level>,
        today: Date,
    ) -> Self {
        Self { claims, texts, voice, level, before: (None, None), payment: None, today, weighed: Weighed::default() }
    }

    /// With what was said before.
    pub(crate) fn after(mut self, draft: &OfferDraft) -> Self {
        self.before = (draft.sign_on, draft.grant);
        self.payment = draft.sign_on_terms.map(|terms| terms.payment);
        self
    }

    /// Weighs all claims.
    pub(crate) fn weigh(mut self) -> Weighed {
        let level = self.level().or(self.level);
        let plain = [
            Self::place as fn(&mut Self),
            Self::written,
            Self::days,
            Self::vesting,
            Self::others,
            Self::sums,
            Self::nothings,
            Self::besides,
        ];
        self.base(level);
        self.sign_on(level);
        self.grant(level);
        for weigh in plain {
            weigh(&mut self);
        }
        self.terms();
        self.weighed.found.sort_by_key(|found| found.answer.field());
        self.weighed
    }

    fn place(&mut self) {
        let place = self.said(LetterSubject::Place, |claim| match claim {
            Claim::Place(place) => Some(SomePlace(place.clone())),
            _ => None,
        });
        if let Said::Once(SomePlace(place), at) = place {
            self.keep(Reading::of(Answer::Location(place)), at);
        }
    }

    fn written(&mut self) {
        let written = self.said(LetterSubject::Written, |claim| match claim {
            Claim::Written(written) => Some(*written),
            _ => None,
        });
        if let Said::Once(written, at) = written {
            self.keep(Reading::of(Answer::Written(written)), at);
        }
    }

    fn days(&mut self) {
        let start = self.said(LetterSubject::StartDate, |claim| match claim {
            Claim::Start(day) => Some(*day),
            _ => None,
        });
        if let Said::Once(day, at) = start {
            self.keep(Reading::of(Answer::StartDate(day)), at);
        }
        let reply = self.said(LetterSubject::ReplyBy, |claim| match claim {
            Claim::ReplyBy(day) => Some(*day),
            _ => None,
        });
        if let Said::Once(day, at) = reply {
            self.keep(Reading::of(Answer::ReplyBy(day)), at);
        }
    }

    fn vesting(&mut self) {
        let schedule: Vec<(Schedule, usize)> = self.all(|claim| match claim {
            Claim::Vesting(schedule) => Some(schedule.clone()),
            _ => None,
        });
        if let Some((schedule, at)) = schedule.into_iter().next() {
            self.keep(Reading::of(Answer::Vesting(schedule)), at);
        }
    }

    /// Every claim of a kind that counts, with its sentence: a revised one stands over any other.
    fn all<T>(&self, pick: impl Fn(&Claim) -> Option<T>) -> Vec<(T, usize)> {
        let all: Vec<(T, usize, Age)> = self
            .claims
            .iter()
            .filter_map(|sourced| pick(&sourced.claim).map(|value| (value, sourced.sentence, sourced.age)))
            .collect();
        let revised = all.iter().any(|(_, _, age)| *age == Age::Revised);
        all.into_iter()
            .filter(|(_, _, age)| !revised || *age == Age::Revised)
            .map(|(value, at, _)| (value, at))
            .collect()
    }

    /// What is wrong, as it is said of a letter or to the one who wrote the message.
    fn problem(&mut self, of_letter: LetterProblem, of_message: impl FnOnce(String) -> Problem, at: usize) {
        let problem = match self.voice {
            Voice::Letter => of_letter.into(),
            Voice::Message => of_message(super::part::quote(&self.texts[at])),
        };
        self.weighed.problems.push(problem);
    }

    /// Keeps what came of claims, with the words of the sentences that they are from.
    fn keep(&mut self, reading: Reading, origin: impl Into<Origin>) {
        let origin = origin.into();
        let found: Vec<Found> = reading
            .answers
            .into_iter()
            .map(|answer| {
                let (quote, also) = quotes::quotes(self.texts, &origin, &answer);
                Found { answer, quote, also }
            })
            .collect();
        if found.is_empty() && reading.doubt.is_none() {
            self.weighed.unused.extend(&origin.first);
        }
        let doubt = reading.doubt.map(|doubt| {
            let quote = quotes::quote_of_doubt(self.texts, &origin, &doubt);
            (doubt, quote)
        });
        self.weighed.found.extend(found);
        self.weighed.doubts.extend(doubt);
        self.weighed.problems.extend(reading.problems);
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
        self.weighed
            .unused
            .extend(replaced.into_iter().filter(|(other, ..)| *other != value).map(|(_, sentence, _)| sentence));
        if counted.iter().all(|(other, ..)| *other == value) {
            return Said::Once(value, sentence);
        }
        self.weighed.unused.extend(counted.iter().map(|(_, sentence, _)| *sentence));
        self.problem(LetterProblem::Twice(subject), |quote| twice(subject, quote), sentence);
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
                    self.weighed.unused.push(at);
                    self.problem(
                        LetterProblem::NotListed(number),
                        |_| super::LevelProblem::NotListed(number).into(),
                        at,
                    );
                    return None;
                };
                Some((level, at))
            }
            Said::Twice => return None,
            Said::Nothing => None,
        };
        let (level, at) = match (number, title) {
            // A number stands over what its title is elsewhere; a letter that says both is asked about.
            (Some((number, at)), Said::Once(title, _)) if number != title && self.voice == Voice::Letter => {
                self.problem(
                    LetterProblem::LevelAndTitle { number, title },
                    |quote| super::LevelProblem::Unclear(quote).into(),
                    at,
                );
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
        let base = self.said(LetterSubject::Base, |claim| match claim {
            Claim::Base(base) => Some(*base),
            _ => None,
        });
        let (base, at) = match base {
            Said::Once(base, at) => (base, at),
            Said::Twice => return,
            Said::Nothing => {
                let of_period = self.all(|claim| match claim {
                    Claim::BaseOfPeriod { said, a_year } => Some((*said, *a_year)),
                    _ => None,
                });
                if let [((said, a_year), at)] = of_period[..] {
                    if Figures::Base.possible(a_year) {
                        self.keep(Reading::open(Doubt::BaseOfPeriod { said, a_year }), at);
                    } else {
                        let odd = AmountProblem::Odd { amount: a_year, usual: Figures::Base.widest() };
                        self.weighed.unused.push(at);
                        self.weighed.problems.push(Problem::Amount(Amount::Base, odd));
                    }
                } else {
                    self.weighed.unused.extend(of_period.into_iter().map(|(_, at)| at));
                }
                return;
            }
        };
        let reading = match look(Figures::Base, base, level) {
            Look::Usual => Reading::of(Answer::Base(base)),
            Look::Unusual => Reading::open(Doubt::Unusual { typed: Answer::Base(base) }),
            Look::Slipped(likely) => {
                Reading::open(Doubt::Zeros { typed: Answer::Base(base), likely: Answer::Base(likely) })
            }
            Look::Odd if self.voice == Voice::Letter => Reading::refused(LetterProblem::OddBase(base)),
            Look::Odd => Reading::refused(Problem::Amount(
                Amount::Base,
                AmountProblem::Odd { amount: base, usual: Figures::Base.widest() },
            )),
        };
        self.keep(reading, at);
    }
}

/// Something said twice in a message.
fn twice(subject: LetterSubject, quote: String) -> Problem {
    let several = |amount| Problem::Amount(amount, AmountProblem::Several(quote.clone()));
    match subject {
        LetterSubject::Level | LetterSubject::Title => super::LevelProblem::Unclear(quote).into(),
        LetterSubject::Place => super::PlaceProblem::Several(quote).into(),
        LetterSubject::Base => several(Amount::Base),
        LetterSubject::SignOnYear1 | LetterSubject::SignOnYear2 => SignOnProblem::YearTwice(quote).into(),
        LetterSubject::SignOn | LetterSubject::SignOnTotal => SignOnProblem::TooMany(quote).into(),
        LetterSubject::Shares | LetterSubject::SharePrice | LetterSubject::GrantValue | LetterSubject::StockPerYear => {
            GrantProblem::Mixed(quote).into()
        }
        LetterSubject::Written => Problem::Written(quote),
        LetterSubject::StartDate | LetterSubject::ReplyBy => super::DayProblem::Several(quote).into(),
        LetterSubject::Repayment => TermsProblem::Missing(quote).into(),
    }
}
