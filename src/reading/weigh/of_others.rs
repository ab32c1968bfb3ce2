//! What is said of other offers, of sums beside this one, and what no field takes.

use super::{
    Amount, AmountProblem, Answer, Claim, Doubt, Field, Found, Money, Origin, OtherOffer, Problem, Quoted, Reading,
    StatedTotal, Weighing, quotes, total_of,
};

impl Weighing<'_> {
    /// Other companies' offers: one of each, with all that is said of it.
    pub(super) fn others(&mut self) {
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
    pub(super) fn sums(&mut self) {
        let left: Vec<(Money, usize)> = self.all(|claim| match claim {
            Claim::LeftBehind(amount) => Some(*amount),
            _ => None,
        });
        match left.as_slice() {
            [] => {}
            [(amount, at), rest @ ..] if rest.iter().all(|(other, _)| other == amount) => {
                let reading = crate::reading::sums::left_behind(*amount);
                self.keep(reading, *at);
            }
            [(_, at), ..] => {
                let several = AmountProblem::Several(crate::reading::part::quote(&self.texts[*at]));
                self.weighed.problems.push(Problem::Amount(Amount::Sum(Field::LeftBehind), several));
            }
        }
        let walk: Vec<((Money, Option<u8>), usize)> = self.all(|claim| match claim {
            Claim::WalkAway { amount, years } => Some((*amount, *years)),
            _ => None,
        });
        if let Some(((amount, years), at)) = walk.into_iter().next_back() {
            let reading = crate::reading::sums::walk_away(amount, years, self.level);
            self.keep(reading, at);
        }
    }

    pub(super) fn nothings(&mut self) {
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
    pub(super) fn besides(&mut self) {
        let totals = self.all(|claim| match claim {
            Claim::Total(amount) => Some(*amount),
            _ => None,
        });
        let posted = self.all(|claim| match claim {
            Claim::Posted(low, high) => Some((*low, *high)),
            _ => None,
        });
        for (what, at) in totals {
            let quote = quotes::quote(self.texts, &[at], &[what.amount()]);
            let of = total_of(&self.texts[at], what);
            self.weighed.besides.totals.push(Quoted { what: StatedTotal { amount: what, of }, quote });
        }
        if let Some((what, at)) = posted.into_iter().next() {
            let quote = quotes::quote(self.texts, &[at], &[what.0.amount(), what.1.amount()]);
            self.weighed.besides.posted_base = Some(Quoted { what, quote });
        }
        let role = self.all(|claim| match claim {
            Claim::Role(role) => Some(role.clone()),
            _ => None,
        });
        if let [(what, at), rest @ ..] = role.as_slice()
            && rest.iter().all(|(other, _)| other == what)
        {
            let answer = Answer::Role(what.clone());
            let (quote, also) = quotes::quotes(self.texts, &Origin::from(*at), &answer);
            self.weighed.besides.role = Some(Quoted { what: what.clone(), quote: quote.clone() });
            self.weighed.found.push(Found { answer, quote, also });
        }
    }
}
