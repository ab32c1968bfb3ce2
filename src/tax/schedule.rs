//! A progressive schedule: brackets, the tax on an amount, and New York's recapture.

use rust_decimal::Decimal;

use crate::money::Money;

/// One step of a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bracket {
    /// Where it ends, dollars a year; `None` for the last.
    pub(super) up_to: Option<Money>,
    /// Its rate, as a ratio.
    pub(super) rate: Decimal,
}

/// The brackets of one schedule, lowest first; the last one is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Schedule(pub(super) Vec<Bracket>);

/// New York's recapture: above an income, the advantage of the lower brackets is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Recapture {
    /// Income it begins at.
    pub(super) from: Money,
    /// Income each bracket's advantage is taken back over.
    pub(super) over: Money,
}

impl Schedule {
    /// The brackets with where each begins.
    fn steps(&self) -> impl Iterator<Item = (Decimal, Bracket)> {
        let starts = std::iter::once(Decimal::ZERO)
            .chain(self.0.iter().map(|bracket| bracket.up_to.map_or(Decimal::MAX, Money::amount)));
        starts.zip(self.0.iter().copied())
    }

    /// Exact tax on an amount, dollars.
    pub(super) fn on(&self, amount: Money) -> Decimal {
        let amount = amount.above_zero().amount();
        self.steps()
            .map(|(start, bracket)| {
                let end = bracket.up_to.map_or(amount, |end| end.amount().min(amount));
                (end - start).max(Decimal::ZERO) * bracket.rate
            })
            .sum()
    }

    /// The highest rate.
    #[cfg(test)]
    pub(super) fn top_rate(&self) -> Decimal {
        self.0.iter().map(|bracket| bracket.rate).max().unwrap_or_default()
    }

    /// The bracket that holds an amount, counted from 0.
    fn index_of(&self, amount: Money) -> usize {
        self.0.iter().position(|bracket| bracket.up_to.is_none_or(|end| amount <= end)).unwrap_or_default()
    }

    /// What recapture adds to the tax on `taxable` out of `income`.
    ///
    /// The worksheets of Form IT-201 in one rule: in the bracket that holds `taxable`, the
    /// advantage of all lower brackets over a flat tax at the bracket's rate is added, the
    /// last bracket's part of it in proportion to income beyond the bracket's start. The
    /// statute's own figures are these, rounded to a dollar or two.
    pub(super) fn recapture(&self, rule: Recapture, taxable: Money, income: Money) -> Decimal {
        if income <= rule.from {
            return Decimal::ZERO;
        }
        let steps: Vec<(Decimal, Bracket)> = self.steps().collect();
        let advantage = |index: usize| {
            steps
                .get(index)
                .map_or(Decimal::ZERO, |(start, bracket)| start * bracket.rate - self.on(Money::exact(*start)))
        };
        let first = self.index_of(rule.from);
        let here = self.index_of(taxable).max(first);
        let taken = if here > first { advantage(here - 1) } else { Decimal::ZERO };
        let start = steps.get(here).map_or(Decimal::ZERO, |(start, _)| *start).max(rule.from.amount());
        let beyond = (income.amount() - start).max(Decimal::ZERO);
        let part = beyond.checked_div(rule.over.amount()).unwrap_or(Decimal::ONE).min(Decimal::ONE);
        taken + (advantage(here) - taken) * part
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::percent;

    fn two_steps() -> Schedule {
        Schedule(vec![
            Bracket { up_to: Some(Money::dollars(10_000)), rate: percent(10) },
            Bracket { up_to: None, rate: percent(20) },
        ])
    }

    #[test]
    fn each_bracket_takes_its_slice() {
        for (amount, tax) in [(-5, 0), (0, 0), (10_000, 1_000), (10_001, 1_000), (30_000, 5_000)] {
            assert_eq!(two_steps().on(Money::dollars(amount)).trunc(), Decimal::from(tax), "{amount}");
        }
    }

    #[test]
    fn recapture_ends_in_a_flat_tax() {
        let rule = Recapture { from: Money::dollars(20_000), over: Money::dollars(5_000) };
        let added = |amount: i64| {
            two_steps().recapture(rule, Money::dollars(amount), Money::dollars(amount)).normalize().to_string()
        };
        assert_eq!(added(20_000), "0");
        assert_eq!(added(22_500), "500");
        assert_eq!(added(25_000), "1000");
        assert_eq!(added(90_000), "1000");
    }
}
