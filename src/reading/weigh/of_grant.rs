//! What all that is said of the grant comes to.

use super::{
    Claim, Date, Decimal, Doubt, Figures, Grant, GrantProblem, LetterProblem, LetterSubject, Level, Money, Origin,
    Quoted, Reading, Said, Voice, Weighing, grant, quotes,
};
use crate::reading::lexicon::Term;
use crate::reading::ties::{Topic, labels};
use crate::reading::tokens::cut;

impl Weighing<'_> {
    pub(super) fn grant(&mut self, level: Option<Level>) {
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
        let quoted = |at: usize, figure: Decimal| quotes::quote(texts, &[at], &[figure]);
        let (count, value) = self.one_grant(count, &price, value);
        if let Said::Once(what, at) = &count {
            self.weighed.besides.shares = Some(Quoted { what: *what, quote: quoted(*at, (*what).into()) });
        }
        if let Said::Once(what, at) = &price {
            self.weighed.besides.share_price = Some(Quoted { what: *what, quote: quoted(*at, what.amount()) });
        }
        if let Said::Once(count, at) = &count
            && *count > Grant::MOST_SHARES
        {
            self.weighed.problems.push(GrantProblem::Count(crate::reading::part::quote(&texts[*at])).into());
            self.weighed.unused.push(*at);
            return;
        }
        match (count, price, value) {
            (Said::Twice, ..) | (_, _, Said::Twice) => {}
            (Said::Once(count, at), Said::Once(price, price_at), Said::Nothing) => {
                self.keep(grant::priced(count, price, on, level), (at, price_at));
            }
            (Said::Once(count, at), price, Said::Once(value, value_at)) => {
                self.valued((count, at), price.once(), (value, value_at), level);
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

    /// A count and a value of one grant: of two that the text does not tie to each other neither is sure.
    fn one_grant(&mut self, count: Said<u32>, price: &Said<Money>, value: Said<Money>) -> (Said<u32>, Said<Money>) {
        let (Said::Once(shares, at), Said::Once(worth, value_at)) = (&count, &value) else { return (count, value) };
        let (at, value_at) = (*at, *value_at);
        // "87k in RSUs", "87 RSUs": one figure told twice.
        if *worth == Money::dollars((*shares).into()) * 1_000 {
            self.weighed.unused.push(at);
            return (Said::Nothing, value);
        }
        // Beside a price it is seen whether they fit.
        let priced = matches!(price, Said::Once(..));
        // "I had a $30,000 grant at school": no share of these costs that.
        let possible = Figures::SharePrice.possible(worth.split(*shares));
        if priced || !possible || self.voice == Voice::Message || are_tied(self.texts, at, value_at) {
            return (count, value);
        }
        self.weighed.unused.extend([at, value_at]);
        self.problem(LetterProblem::Twice(LetterSubject::GrantValue), |quote| GrantProblem::Mixed(quote).into(), at);
        (Said::Twice, Said::Twice)
    }

    /// The day that the price is of: a price typed now is of today, unless the user says otherwise.
    pub(super) fn priced_on(&self) -> Option<Date> {
        let told = self.all(|claim| match claim {
            Claim::PricedOn(day) => Some(*day),
            _ => None,
        });
        let today = (self.voice == Voice::Message).then_some(self.today);
        told.first().map(|(day, _)| *day).or(today)
    }

    /// Shares and their value, each with its sentence: kept where they fit.
    pub(super) fn valued(
        &mut self,
        count: (u32, usize),
        price: Option<(Money, usize)>,
        value: (Money, usize),
        level: Option<Level>,
    ) {
        let ((count, at), (value, value_at)) = (count, value);
        let on = self.priced_on();
        let Some((price, price_at)) = price else {
            let price = value.split(count);
            let possible = Figures::SharePrice.possible(price);
            let told_together = self.voice == Voice::Message || goes_back(self.texts, at, value_at);
            if price.scaled(count.into()) == value && possible && told_together {
                return self.keep(grant::priced(count, price, None, level), Origin::worked_out(at, value_at));
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
                    let quote = crate::reading::part::quote(&self.texts[at]);
                    self.keep(Reading::refused(GrantProblem::ImpliedPrice { quote, price }), at);
                }
            };
        };
        let product = price.scaled(count.into());
        // Letters round the value: two in a hundred is the same grant.
        let near = if self.voice == Voice::Letter { value.split(50) } else { value.split(100) };
        if (product - value).abs() <= near {
            return self.keep(grant::priced(count, price, on, level), (at, price_at));
        }
        self.weighed.unused.extend([at, value_at]);
        self.problem(
            LetterProblem::GrantContradiction { count, price, product, value },
            |_| GrantProblem::Contradiction { count, price, product, value }.into(),
            at,
        );
    }
}

/// Whether a count and a value are of one grant by how the text tells them: in one sentence, in one that goes back to the
/// other ("That's 675 shares."), or each on a line that begins with the grant's name.
fn are_tied(texts: &[String], one: usize, other: usize) -> bool {
    let line = |at: usize| {
        let tokens = cut(&texts[at]);
        let named = labels(&tokens);
        let leads = named.first().filter(|label| label.topic == Topic::Grant && label.start <= NAME_STARTS);
        leads.is_some_and(|label| tokens.len() <= LINE && !tokens.get(label.end).is_some_and(|next| next.is(Term::Is)))
    };
    goes_back(texts, one, other) || line(one) && line(other)
}

/// Whether two figures stand in one sentence, or the later sentence goes back to the one before it.
fn goes_back(texts: &[String], one: usize, other: usize) -> bool {
    let refers = || {
        let tokens = cut(&texts[one.max(other)]);
        tokens.first().is_some_and(|first| first.is(Term::GoesBack) || first.is_mark_of(&['(', '~', '=']))
    };
    one == other || one.abs_diff(other) == 1 && refers()
}

/// Behind how many tokens the name of a line begins: "1,040 RSUs", "- Target RSU value".
const NAME_STARTS: usize = 2;

/// The most tokens of a line of the grant.
const LINE: usize = 14;
