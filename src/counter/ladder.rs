//! How to give way: five rungs from the opening ask down. No figure of a rung is above that of
//! the one before, none below the offer.

use super::search::Found;
use super::steps::{STEP, Steps, cents};
use super::vested::Vested;
use super::{Ask, Figures};
use crate::money::Money;
use crate::offer::Offer;

/// Base, sign-on of year 1 and year 2, grant: cents.
type Four = [i64; 4];

/// Five rungs from the opening ask to `floor`, a four-year total. Where that is not below the
/// opening ask there is nothing to give: every rung is the opening ask.
pub(super) fn ladder(offer: &Offer, opening: &Figures, floor: Money, figures: impl Fn(Ask) -> Figures) -> [Figures; 5] {
    let descent = Descent::new(offer, &opening.ask);
    let (from, to) = (cents(opening.four_year_total), cents(floor));
    let mut current = descent.top;
    let mut rung = *opening;
    std::array::from_fn(|step| {
        if step > 0 && to < from {
            let share = i64::try_from(step).unwrap_or(4);
            current = descent.down_to(from - (from - to) * share / 4, current);
            rung = figures(asked(current));
        }
        rung
    })
}

struct Descent {
    steps: [Steps; 4],
    offered: Four,
    top: Four,
    vested: Vested,
}

impl Descent {
    fn new(offer: &Offer, opening: &Ask) -> Self {
        let four = |ask: &Ask| [ask.base, ask.sign_on.year_1, ask.sign_on.year_2, ask.grant].map(cents);
        let (offered, top) = (four(&Ask::offered(offer)), four(opening));
        let steps = std::array::from_fn(|lever| Steps::new(offered[lever], top[lever]));
        Self { steps, offered, top, vested: Vested::new(&offer.schedule) }
    }

    fn total(&self, [base, year_1, year_2, grant]: Four) -> i64 {
        base * 4 + year_1 + year_2 + self.vested.total(grant)
    }

    /// Figures at least at a total and as near to it as steps of $500 allow, none above `before`:
    /// every lever gives way in proportion, rounded down, and the last step is made up by the
    /// grant, then the sign-on, then base.
    fn down_to(&self, total: i64, before: Four) -> Four {
        let (least, most) = (self.total(self.offered), self.total(self.top));
        let mut low: Four = std::array::from_fn(|lever| {
            let rise = i128::from(self.top[lever] - self.offered[lever]) * i128::from((total - least).max(0));
            let share = i64::try_from(rise / i128::from((most - least).max(1))).unwrap_or_default();
            self.steps[lever].at_most(self.offered[lever] + share).min(before[lever])
        });
        loop {
            if let Some(found) = self.fill(total, low, before) {
                return self.trim(total, found);
            }
            match self.steps[0].at_least(low[0] + 1) {
                Some(base) if base <= before[0] => low[0] = base,
                _ => return before,
            }
        }
    }

    /// Raises grant and sign-ons from `low`, each at most to `before`, until a total is reached.
    fn fill(&self, total: i64, low: Four, before: Four) -> Option<Four> {
        let mut figures = low;
        for lever in [3, 2, 1] {
            while self.total(figures) < total && figures[lever] < before[lever] {
                let Some(next) = self.steps[lever].at_least(figures[lever] + 1) else { break };
                let missing = (total - self.total(figures)).div_euclid(STEP) * STEP;
                let leap = self.steps[lever].at_most(figures[lever] + missing);
                figures[lever] = leap.max(next).min(before[lever]);
            }
        }
        (self.total(figures) >= total).then_some(figures)
    }

    /// Takes back whole steps that a step of base has put on top.
    fn trim(&self, total: i64, mut figures: Four) -> Four {
        for lever in [3, 2, 1] {
            loop {
                let lower = self.steps[lever].at_most(figures[lever] - 1);
                let mut trimmed = figures;
                trimmed[lever] = lower;
                if lower >= figures[lever] || self.total(trimmed) < total {
                    break;
                }
                figures = trimmed;
            }
        }
        figures
    }
}

fn asked([base, year_1, year_2, grant]: Four) -> Ask {
    Found { base, sign_on: [year_1, year_2], grant }.ask()
}
