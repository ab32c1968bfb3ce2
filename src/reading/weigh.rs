//! From claims to answers: what a text says once is an answer, what it says in two ways is a problem.
//!
//! Must not know how a claim was read.

use jiff::civil::Date;

use super::claim::{Claim, Sourced};
use super::letter::{Besides, Found, Quoted};
use super::plausible::{Figures, Look, look};
use super::text::Age;
use super::{
    Amount, AmountProblem, Answer, Doubt, GrantProblem, LetterProblem, LetterSignOn, LetterSubject, Problem, Reading,
    SignOnProblem, TermsProblem, grant, sign_on,
};
use crate::market::Companies;
use crate::money::Money;
use crate::offer::{Field, Grant, Level, OtherOffer, Payment, Repayment, Schedule, SignOn, SignOnTerms};

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
        Self { claims, texts, voice, level, before: (None, None), today, weighed: Weighed::default() }
    }

    /// With what was said before.
    pub(crate) fn after(mut self, sign_on: Option<SignOn>, grant: Option<Grant>) -> Self {
        self.before = (sign_on, grant);
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
            Claim::Place(place) => Some(place.clone()),
            _ => None,
        });
        if let Said::Once(place, at) = place {
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

    /// Other companies' offers: one of each, with all that is said of it.
    fn others(&mut self) {
        let offers: Vec<(OtherOffer, usize)> = self.all(|claim| match claim {
            Claim::Competing(offer) => Some(offer.clone()),
            _ => None,
        });
        let mut named: Vec<(OtherOffer, usize)> = Vec::new();
        for (offer, at) in offers {
            match named.iter_mut().find(|(known, _)| known.is_of(&offer.company)) {
                Some((known, _)) => *known = offer.with_known(Some(known.clone())),
                None => named.push((offer, at)),
            }
        }
        for (offer, at) in named {
            let reading = match offer.firmness {
                Some(_) => Reading::of(Answer::Competing(offer)),
                None => Reading::open(Doubt::Firmness { company: offer.company, a_year: offer.a_year }),
            };
            self.keep(reading, at);
        }
    }

    /// What is left behind and the least that is taken.
    fn sums(&mut self) {
        let left: Vec<(Money, usize)> = self.all(|claim| match claim {
            Claim::LeftBehind(amount) => Some(*amount),
            _ => None,
        });
        match left.as_slice() {
            [] => {}
            [(amount, at), rest @ ..] if rest.iter().all(|(other, _)| other == amount) => {
                let reading = super::sums::left_behind(*amount);
                self.keep(reading, *at);
            }
            [(_, at), ..] => {
                let quote = self.texts[*at].clone();
                let several = AmountProblem::Several(super::part::quote(&quote));
                self.weighed.problems.push(Problem::Amount(Amount::Sum(Field::LeftBehind), several));
            }
        }
        let walk: Vec<((Money, Option<u8>), usize)> = self.all(|claim| match claim {
            Claim::WalkAway { amount, years } => Some((*amount, *years)),
            _ => None,
        });
        if let Some(((amount, years), at)) = walk.into_iter().next_back() {
            let reading = super::sums::walk_away(amount, years, self.level);
            self.keep(reading, at);
        }
    }

    fn nothings(&mut self) {
        let fields: Vec<(Field, usize)> = self.all(|claim| match claim {
            Claim::Nothing(field) => Some(*field),
            _ => None,
        });
        for (field, at) in fields {
            if !self.weighed.found.iter().any(|found| found.answer.field() == field) {
                self.keep(Reading::of(Answer::Nothing(field)), at);
            }
        }
    }

    /// What is no answer, and is told beside them.
    fn besides(&mut self) {
        let totals = self.all(|claim| match claim {
            Claim::Total(amount) => Some(*amount),
            _ => None,
        });
        let posted = self.all(|claim| match claim {
            Claim::Posted(low, high) => Some((*low, *high)),
            _ => None,
        });
        let quoted = |texts: &[String], at: usize| texts[at].clone();
        for (what, at) in totals {
            let quote = quoted(self.texts, at);
            self.weighed.besides.totals.push(Quoted { what, quote });
        }
        if let Some((what, at)) = posted.into_iter().next() {
            self.weighed.besides.posted_base = Some(Quoted { what, quote: quoted(self.texts, at) });
        }
        let role = self.all(|claim| match claim {
            Claim::Role(role) => Some(role.clone()),
            _ => None,
        });
        if let [(what, at), rest @ ..] = role.as_slice()
            && rest.iter().all(|(other, _)| other == what)
        {
            let quote = quoted(self.texts, *at);
            self.weighed.besides.role = Some(Quoted { what: what.clone(), quote: quote.clone() });
            self.weighed.found.push(Found { answer: Answer::Role(what.clone()), quote });
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

    fn keep(&mut self, reading: Reading, sentence: usize) {
        let quote = || self.texts[sentence].clone();
        let found: Vec<Found> = reading.answers.into_iter().map(|answer| Found { answer, quote: quote() }).collect();
        if found.is_empty() && reading.doubt.is_none() {
            self.weighed.unused.push(sentence);
        }
        let doubt = reading.doubt.map(|doubt| (doubt, quote()));
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
            (one, _, open) => (one, open),
        };
        match (one, two, open, total) {
            (Said::Twice, ..) | (_, Said::Twice, ..) | (_, _, Said::Twice, _) | (_, _, _, Said::Twice) => {}
            (Said::Once(year_1, at), Said::Once(year_2, _), open, total) => {
                self.both_years(SignOn { year_1, year_2 }, [open, total], at, level);
            }
            // One year and the sum of both: the other is what is left.
            (Said::Once(amount, at), Said::Nothing, Said::Nothing, Said::Once(sum, _)) if sum > amount => {
                self.keep(sign_on::judged(SignOn { year_1: amount, year_2: sum - amount }, level), at);
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
    fn both_years(&mut self, sign_on: SignOn, others: [Said<Money>; 2], at: usize, level: Option<Level>) {
        let SignOn { year_1, year_2 } = sign_on;
        let other = others.into_iter().find_map(|said| match said {
            Said::Once(sum, _) if sum != sign_on.total() => Some(sum),
            _ => None,
        });
        let Some(sum) = other else { return self.keep(sign_on::judged(sign_on, level), at) };
        self.weighed.unused.push(at);
        self.problem(
            LetterProblem::SignOn(LetterSignOn::Sum { year_1, year_2, sum }),
            |quote| SignOnProblem::TooMany(quote).into(),
            at,
        );
    }

    /// A sign-on without its years, or said not to be there.
    fn without_years(&mut self, open: Said<Money>, total: Said<Money>, level: Option<Level>) {
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
    fn by_month(&mut self, told: &[((Option<u8>, Money), usize)]) {
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
    fn split(&mut self, amount: Money, is_sum: bool, at: usize, level: Option<Level>) {
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

    fn half(&mut self, amount: Money, year: u8, at: usize) {
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
        let on = self.priced_on();
        let texts = self.texts;
        let quoted = |at: usize| texts[at].clone();
        if let Said::Once(what, at) = &count {
            self.weighed.besides.shares = Some(Quoted { what: *what, quote: quoted(*at) });
        }
        if let Said::Once(what, at) = &price {
            self.weighed.besides.share_price = Some(Quoted { what: *what, quote: quoted(*at) });
        }
        if let Said::Once(count, at) = &count
            && *count > Grant::MOST_SHARES
        {
            self.weighed.problems.push(GrantProblem::Count(super::part::quote(&quoted(*at))).into());
            self.weighed.unused.push(*at);
            return;
        }
        match (count, price, value) {
            (Said::Twice, ..) | (_, _, Said::Twice) => {}
            (Said::Once(count, at), Said::Once(price, _), Said::Nothing) => {
                self.keep(grant::priced(count, price, on, level), at);
            }
            (Said::Once(count, at), price, Said::Once(value, value_at)) => {
                let price = match price {
                    Said::Once(price, _) => Some(price),
                    _ => None,
                };
                self.valued((count, at), price, (value, value_at), level);
            }
            (Said::Once(count, at), _, Said::Nothing) => self.keep(Reading::open(Doubt::SharePrice { count }), at),
            (Said::Nothing, _, Said::Once(value, at)) if value.is_zero() => {
                self.keep(grant::judged(Grant::Dollars(Money::ZERO), Money::ZERO, level), at);
            }
            (Said::Nothing, price, Said::Once(value, at)) => {
                if let Said::Once(_, price_at) = price {
                    self.weighed.unused.push(price_at);
                }
                self.keep(grant::judged(Grant::Dollars(value), value, level), at);
            }
            (Said::Nothing, Said::Once(price, at), Said::Nothing) => match self.voice {
                Voice::Letter => self.weighed.unused.push(at),
                Voice::Message => match self.before.1 {
                    Some(Grant::Shares { count, .. }) => self.keep(grant::priced(count, price, on, level), at),
                    Some(Grant::Dollars(_)) | None => self.keep(Reading::refused(GrantProblem::PriceAlone(price)), at),
                },
            },
            (Said::Nothing, _, Said::Nothing) => {
                let none = self.all(|claim| (*claim == Claim::NoGrant).then_some(()));
                if let Said::Once(amount, at) = yearly {
                    self.keep(Reading::open(Doubt::GrantPerYear { amount }), at);
                } else if let Some(((), at)) = none.first() {
                    self.keep(grant::judged(Grant::Dollars(Money::ZERO), Money::ZERO, level), *at);
                }
            }
        }
    }

    /// The day that the price is of: a price typed now is of today, unless the user says otherwise.
    fn priced_on(&self) -> Option<Date> {
        let told = self.all(|claim| match claim {
            Claim::PricedOn(day) => Some(*day),
            _ => None,
        });
        let today = (self.voice == Voice::Message).then_some(self.today);
        told.first().map(|(day, _)| *day).or(today)
    }

    /// Shares and their value, each with its sentence: kept where they fit.
    fn valued(&mut self, count: (u32, usize), price: Option<Money>, value: (Money, usize), level: Option<Level>) {
        let ((count, at), (value, value_at)) = (count, value);
        let on = self.priced_on();
        let Some(price) = price else {
            let price = value.split(count);
            let possible = Figures::SharePrice.possible(price);
            if price.scaled(count.into()) == value && possible {
                return self.keep(grant::priced(count, price, None, level), at);
            }
            // "2,400 RSUs (worth around $240K)": the value is said, the price only follows from it.
            if possible {
                let note = GrantProblem::SharesLeftOut { value, count };
                let of_letter = self.voice == Voice::Letter;
                let reading = grant::judged(Grant::Dollars(value), value, level);
                let noted = if of_letter { reading } else { reading.noting([note.into()]) };
                return self.keep(noted, value_at);
            }
            self.weighed.unused.push(value_at);
            return match self.voice {
                Voice::Letter => self.keep(Reading::open(Doubt::SharePrice { count }), at),
                Voice::Message => {
                    let quote = super::part::quote(&self.texts[at]);
                    self.keep(Reading::refused(GrantProblem::ImpliedPrice { quote, price }), at);
                }
            };
        };
        let product = price.scaled(count.into());
        // Letters round the value: two in a hundred is the same grant.
        let near = if self.voice == Voice::Letter { value.split(50) } else { value.split(100) };
        if (product - value).abs() <= near {
            return self.keep(grant::priced(count, price, on, level), at);
        }
        self.weighed.unused.extend([at, value_at]);
        self.problem(
            LetterProblem::GrantContradiction { count, price, product, value },
            |_| GrantProblem::Contradiction { count, price, product, value }.into(),
            at,
        );
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
        let texts = self.texts;
        let lump = payments.iter().find(|(payment, _)| *payment == Payment::LumpSum);
        let monthly = payments.iter().find(|(payment, _)| *payment == Payment::Monthly);
        if let (Some((what, at)), None) | (None, Some((what, at))) = (lump, monthly) {
            self.weighed.besides.sign_on_paid = Some(Quoted { what: *what, quote: texts[*at].clone() });
        }
        let both = lump.is_some() && monthly.is_some();
        if let Said::Once(what, at) = &repayment
            && !both
        {
            self.weighed.besides.sign_on_repaid = Some(Quoted { what: *what, quote: texts[*at].clone() });
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
            (None, Some((_, at)), Said::Once(repayment, _)) => self.keep(terms(Payment::Monthly, repayment), *at),
            (None, Some((_, at)), Said::Nothing) => self.monthly_alone(*at),
            (Some((_, at)), None, Said::Once(repayment, _)) => self.keep(terms(Payment::LumpSum, repayment), *at),
            (Some((_, at)), None, Said::Nothing) => {
                self.problem(
                    LetterProblem::SignOn(LetterSignOn::NoRepayment),
                    |_| TermsProblem::NoRepayment.into(),
                    *at,
                );
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
    fn monthly_alone(&mut self, at: usize) {
        let terms = SignOnTerms { payment: Payment::Monthly, repayment: Repayment::NotSaid };
        self.keep(Reading::of(Answer::SignOnTerms(terms)), at);
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
