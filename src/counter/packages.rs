//! Three packages of equal four-year value, led by base, by sign-on and by stock.
//!
//! Several equal offers at once read as sincere and show what the other side can give most
//! easily.

use super::search::{Found, Search};
use super::steps::{STEP, Steps, cents, divide_up};
use super::{Ask, Figures};
use crate::money::Money;
use crate::offer::Component;

/// One of three ways to the same four-year value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Package {
    /// The lever that is raised the most that the value allows.
    pub led_by: Component,
    /// Its figures.
    pub figures: Figures,
}

/// A package is worth the value to the cent where its steps allow, or up to this much more where
/// odd offered figures are in the way: so all are within $1,000 of each other.
const TOLERANCE: i64 = STEP;
/// Values tried one step apart, from the asks' total down; beyond, the strides double.
const CLOSE_VALUES: i64 = 16;

/// Figures of the three levers, in cents: base, sign-on of both years, grant.
type Levers = [i64; 3];

/// The packages at the asks' total, or at the largest value below at which three different
/// ones exist; and whether they differ. Where no value has three, each is the asks.
pub(super) fn packages(
    search: &Search,
    asks: &Figures,
    offered_total: Money,
    figures: impl Fn(Ask) -> Figures,
) -> ([Package; 3], bool) {
    let trade = Trade::new(search);
    let (mut value, lowest) = (cents(asks.four_year_total), cents(offered_total));
    let rooms = trade.steps.iter().filter(|steps| steps.has_room()).count();
    let (mut tried, mut stride) = (0, STEP);
    while rooms >= 2 && value > lowest {
        if let Some(found) = trade.three(value) {
            let of = |led_by, levers| Package { led_by, figures: figures(trade.spread_sign_on(levers).ask()) };
            let [base, sign_on, stock] = found;
            return ([of(Component::Base, base), of(Component::SignOn, sign_on), of(Component::Stock, stock)], true);
        }
        tried += 1;
        if tried > CLOSE_VALUES {
            stride *= 2;
        }
        value -= stride;
    }
    (Component::ALL.map(|led_by| Package { led_by, figures: *asks }), false)
}

/// Levers to raise one against the other.
struct Trade<'a> {
    search: &'a Search,
    steps: [Steps; 3],
}

impl<'a> Trade<'a> {
    fn new(search: &'a Search) -> Self {
        let offered: i64 = search.sign_on.iter().sum();
        // Changing it makes both years multiples of $500.
        let first = search.sign_on.iter().map(|year| divide_up(*year, STEP) * STEP).sum();
        let sign_on = Steps::from_first(offered, first, search.sign_on_cap);
        Self { search, steps: [search.base, sign_on, search.grant] }
    }

    /// Dollars over four years, in cents, of a lever's figure.
    fn worth(&self, lever: usize, figure: i64) -> i64 {
        match lever {
            0 => figure * 4,
            1 => figure,
            _ => self.search.vested.total(figure),
        }
    }

    fn total(&self, levers: Levers) -> i64 {
        (0..3).map(|lever| self.worth(lever, levers[lever])).sum()
    }

    /// The greatest figure of a lever that is worth at most `worth`; what is offered where none is.
    fn at_most(&self, lever: usize, worth: i64) -> i64 {
        let steps = self.steps[lever];
        match lever {
            0 => steps.at_most(worth.div_euclid(4)),
            1 => steps.at_most(worth),
            _ => {
                let above = self.first_above(|worth_of| worth_of > worth);
                steps.figure((above - 1).max(0))
            }
        }
    }

    /// The least figure of a lever that is worth at least `worth`, if there is one.
    fn at_least(&self, lever: usize, worth: i64) -> Option<i64> {
        let steps = self.steps[lever];
        match lever {
            0 => steps.at_least(divide_up(worth, 4)),
            1 => steps.at_least(worth),
            _ => {
                let index = self.first_above(|worth_of| worth_of >= worth);
                (index < steps.count()).then(|| steps.figure(index))
            }
        }
    }

    /// The number of the first grant whose worth passes; the count where none does.
    fn first_above(&self, passes: impl Fn(i64) -> bool) -> i64 {
        let steps = self.steps[2];
        let (mut low, mut high) = (0, steps.count());
        while low < high {
            let middle = i64::midpoint(low, high);
            if passes(self.worth(2, steps.figure(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }

    /// Three different packages of a value, if there are: none has more of a lever than the
    /// one that it leads.
    fn three(&self, value: i64) -> Option<[Levers; 3]> {
        let found = [self.led(0, value)?, self.led(1, value)?, self.led(2, value)?];
        let [base, sign_on, stock] = found;
        let differ = base != sign_on && sign_on != stock && stock != base;
        let lead = (0..3).all(|lever| {
            !self.steps[lever].has_room() || found.iter().all(|levers| levers[lever] <= found[lever][lever])
        });
        (differ && lead).then_some(found)
    }

    /// The package that raises one lever the most, then the next one round, then the last.
    /// Going round gives every lever another one that makes way for it.
    fn led(&self, lead: usize, value: i64) -> Option<Levers> {
        let beside: i64 =
            (0..3).filter(|lever| *lever != lead).map(|lever| self.worth(lever, self.steps[lever].offered)).sum();
        let highest = value + TOLERANCE;
        if let Some(exact) = self.beside(lead, self.at_most(lead, value - beside), value, value) {
            return Some(exact);
        }
        let mut figure = self.at_most(lead, highest - beside);
        for _ in 0..FITTING {
            if let Some(levers) = self.beside(lead, figure, value, highest) {
                return Some(levers);
            }
            figure = self.steps[lead].at_most(figure - 1);
        }
        None
    }

    /// The other levers beside the leading one's figure, so that all are worth `value` to `highest`.
    fn beside(&self, lead: usize, figure: i64, value: i64, highest: i64) -> Option<Levers> {
        let (second, third) = ((lead + 1) % 3, (lead + 2) % 3);
        let mut levers: Levers = self.steps.map(|steps| steps.offered);
        levers[lead] = figure;
        let least_third = self.worth(third, levers[third]);
        let left = highest - self.worth(lead, figure) - least_third;
        let share = if self.steps[lead].has_room() { left } else { self.half(second, third, left) };
        let mut beside = self.at_most(second, share);
        for _ in 0..FITTING {
            levers[second] = beside;
            levers[third] = self.steps[third].offered;
            let missing = value - self.total(levers);
            if let Some(rest) = self.at_least(third, least_third + missing) {
                levers[third] = rest;
                if (value..=highest).contains(&self.total(levers)) {
                    return Some(levers);
                }
            }
            beside = self.steps[second].at_most(beside - 1);
        }
        None
    }

    /// Where the leading lever has no room, the other two share: what the second is worth at
    /// half of the rise, or at what the third can't take of it.
    fn half(&self, second: usize, third: usize, worth: i64) -> i64 {
        let offered = self.worth(second, self.steps[second].offered);
        let rise = worth - offered;
        let room = self.worth(third, self.steps[third].top) - self.worth(third, self.steps[third].offered);
        offered + (rise / 2).max(rise - room)
    }

    fn spread_sign_on(&self, [base, sign_on, grant]: Levers) -> Found {
        Found { base, sign_on: self.search.split(sign_on, grant), grant }
    }
}

/// Steps that a lever goes back until the others fit: one step of base is four of another.
const FITTING: usize = 5;
