//! The best ask that reaches a total: the most even years, then the least change of base.
//!
//! Base lifts every year alike, so evenness is a matter of sign-on and grant alone. For one
//! grant, "no two years differ by more than `spread`" bounds each year's sign-on and their
//! difference, and the target and the limit bound their sum: whether a pair of multiples of
//! $500 fits all that is answered without trying pairs. What is left is to walk over grants.
//! How even the years can be, sign-ons taken as divisible, is a convex function of the grant,
//! so the walk starts where that is least and stops, on both sides, where even that is worse
//! than what was found.
//!
//! The full order, so that the same offer always gets the same ask: least spread of the years,
//! least base, least total, least grant, most sign-on in year 1.

use super::Ask;
use super::steps::{FAR, STEP, Steps, divide_up, money};
use super::vested::Vested;
use crate::offer::SignOn;

/// Grants looked at to each side of the most even one. Only an offer with more than ten
/// million dollars between its grant and that grant's limit has more of them.
const MOST_GRANTS: i64 = 20_000;

/// Cents by which rounded vests may bend the convex bound.
const SLACK: i64 = 16;

/// Where asks may lie; all in cents.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search {
    /// Figures of base, a year.
    pub(super) base: Steps,
    /// Offered sign-on of year 1 and year 2.
    pub(super) sign_on: [i64; 2],
    /// The most sign-on of both years together.
    pub(super) sign_on_cap: i64,
    /// Figures of the grant.
    pub(super) grant: Steps,
    /// How a grant vests.
    pub(super) vested: Vested,
}

/// One ask, in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) base: i64,
    pub(super) sign_on: [i64; 2],
    pub(super) grant: i64,
}

impl Found {
    /// The same in dollars.
    pub(super) fn ask(self) -> Ask {
        let [year_1, year_2] = self.sign_on.map(money);
        Ask { base: money(self.base), sign_on: SignOn { year_1, year_2 }, grant: money(self.grant) }
    }
}

/// What two sign-ons must fulfil beside a grant: bounds of their sum, and of the years' spread.
#[derive(Clone, Copy)]
struct Need {
    least: i64,
    most: i64,
    spread: i64,
}

/// A grant that may be asked for.
#[derive(Clone, Copy)]
struct Granted {
    grant: i64,
    /// What vests in each year, and in all four.
    years: [i64; 4],
    total: i64,
    /// The least spread of the years beside it if sign-ons were divisible.
    bound: i64,
}

/// Which end of the possible sums of two sign-ons is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Most,
    Least,
}

impl Search {
    /// The highest total that the limits allow.
    pub(super) fn highest_total(&self) -> i64 {
        self.base.top * 4 + self.most_sign_on() + self.vested.total(self.grant.top)
    }

    /// The best ask whose total is at least `target`; where none is, the best at the highest total.
    pub(super) fn best(&self, target: i64) -> Found {
        let target = target.min(self.highest_total());
        let beside_base = target - self.base.top * 4;
        let first = self.first_grant(beside_base);
        let centre = self.most_even_grant(first, beside_base);
        let (spread, grants) = self.most_even(first, centre, beside_base);
        let need = |total: i64, grant: &Granted| Need { least: total - grant.total, most: self.sign_on_cap, spread };
        let mut most = -FAR;
        for grant in grants.iter().rev() {
            // Lesser grants follow: with all the sign-on there is they come to less.
            if grant.total + self.sign_on_cap <= most {
                break;
            }
            if let Some(pair) = self.pair(&grant.years, need(beside_base, grant), Wanted::Most) {
                most = most.max(pair[0] + pair[1] + grant.total);
            }
        }
        let base = self.base.at_least(divide_up(target - most, 4)).unwrap_or(self.base.top);
        let (offered, beside_base) = (self.sign_on[0] + self.sign_on[1], target - base * 4);
        let mut best = (FAR, Found { base, sign_on: self.sign_on, grant: self.grant.top });
        for grant in &grants {
            if beside_base.max(grant.total + offered) >= best.0 {
                continue;
            }
            if let Some(sign_on) = self.pair(&grant.years, need(beside_base, grant), Wanted::Least) {
                let total = sign_on[0] + sign_on[1] + grant.total;
                if total < best.0 {
                    best = (total, Found { base, sign_on, grant: grant.grant });
                }
            }
        }
        best.1
    }

    /// The most even way to pay a sign-on total over two years beside a grant; what is offered
    /// where multiples of $500 can't add up to it.
    pub(super) fn split(&self, total: i64, grant: i64) -> [i64; 2] {
        if total == self.sign_on[0] + self.sign_on[1] {
            return self.sign_on;
        }
        let years = self.vested.years(grant);
        let need = Need { least: total, most: total, spread: FAR };
        let spread = self.tighten(&years, need, -1).unwrap_or(FAR);
        self.pair(&years, Need { spread, ..need }, Wanted::Most).unwrap_or(self.sign_on)
    }

    /// The most sign-on that two speakable figures add up to.
    fn most_sign_on(&self) -> i64 {
        let need = Need { least: 0, most: self.sign_on_cap, spread: FAR };
        self.pair(&[0; 4], need, Wanted::Most).map_or(self.sign_on[0] + self.sign_on[1], |pair| pair[0] + pair[1])
    }

    /// The number of the least grant with which the rest can still reach the target.
    fn first_grant(&self, beside_base: i64) -> i64 {
        let vesting = beside_base - self.most_sign_on();
        let (mut low, mut high) = (0, self.last_grant());
        while low < high {
            let middle = i64::midpoint(low, high);
            if self.vested.total(self.grant.figure(middle)) >= vesting {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }

    /// The number of the greatest grant; a grant that vests after year 4 alone stays as it is.
    fn last_grant(&self) -> i64 {
        if self.vested.any() { self.grant.count() - 1 } else { 0 }
    }

    /// The number of the grant with the least [`Search::bound`], from `first` on.
    fn most_even_grant(&self, first: i64, beside_base: i64) -> i64 {
        let at = |index| self.granted(index, beside_base).bound;
        let (mut low, mut high) = (first, self.last_grant().max(first));
        while low < high {
            let middle = i64::midpoint(low, high);
            if at(middle) <= at(middle + 1) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }

    /// The least spread of the years that any grant and sign-ons give, and the grants that may
    /// give it, in rising order: those around the centre whose bound does not rule it out.
    fn most_even(&self, first: i64, centre: i64, beside_base: i64) -> (i64, Vec<Granted>) {
        let last = self.last_grant().min(centre.saturating_add(MOST_GRANTS));
        let first = first.max(centre - MOST_GRANTS);
        let mut best = FAR;
        let mut look = |index| {
            let granted = self.granted(index, beside_base);
            if granted.bound < best {
                let need = Need { least: beside_base - granted.total, most: self.sign_on_cap, spread: best - 1 };
                best = self.tighten(&granted.years, need, granted.bound - SLACK).unwrap_or(best);
            }
            (granted.bound <= best.saturating_add(SLACK)).then_some(granted)
        };
        let above: Vec<Granted> = (centre..=last).map_while(&mut look).collect();
        let mut grants: Vec<Granted> = (first..centre).rev().map_while(&mut look).collect();
        grants.reverse();
        grants.extend(above);
        grants.retain(|granted| granted.bound <= best.saturating_add(SLACK));
        (best, grants)
    }

    fn granted(&self, index: i64, beside_base: i64) -> Granted {
        let grant = self.grant.figure(index);
        let years = self.vested.years(grant);
        Granted { grant, years, total: years.iter().sum(), bound: self.bound(&years, beside_base) }
    }

    /// The least spread up to that of `need` that some pair has, if any; above `below`, which none has.
    fn tighten(&self, years: &[i64; 4], need: Need, below: i64) -> Option<i64> {
        let fits = |spread| self.pair(years, Need { spread, ..need }, Wanted::Most);
        // The pair that is found tells its own spread, so each success shortens the way at least by half.
        let mut best = spread(years, fits(need.spread)?);
        let mut below = below.max(-1);
        while best - below > 1 {
            let middle = i64::midpoint(below, best);
            match fits(middle) {
                Some(pair) => best = spread(years, pair).min(middle),
                None => below = middle,
            }
        }
        Some(best)
    }

    /// The least spread beside these vests if sign-ons were divisible: a bound from below,
    /// convex in the grant.
    ///
    /// The worst year can be lifted until the sign-on limit is used up, the best one must rise
    /// until the target is met; only one of the two ever holds the years apart.
    fn bound(&self, years: &[i64; 4], beside_base: i64) -> i64 {
        let [first, second, third, fourth] = *years;
        let [offered_1, offered_2] = self.sign_on;
        let least = beside_base - years.iter().sum::<i64>();
        let twice_worst = (2 * third.min(fourth))
            .min(2 * (self.sign_on_cap - offered_2 + first))
            .min(2 * (self.sign_on_cap - offered_1 + second))
            .min(self.sign_on_cap + first + second);
        let twice_best = (2 * third.max(fourth))
            .max(2 * (offered_1 + first))
            .max(2 * (offered_2 + second))
            .max(least + first + second);
        (twice_best - twice_worst) / 2
    }

    /// Two sign-ons that fulfil a need beside these vests, with the most or the least sum, and
    /// of those with that sum the most in year 1.
    fn pair(&self, years: &[i64; 4], need: Need, wanted: Wanted) -> Option<[i64; 2]> {
        let (worst, best) = (years[2].min(years[3]), years[2].max(years[3]));
        if best - worst > need.spread || need.least > need.most {
            return None;
        }
        // Where a year's sign-on and vest together may lie beside years 3 and 4.
        let window = (best - need.spread, worst + need.spread);
        let odd = self.sign_on.map(|offered| offered % STEP != 0);
        let better = |one: Option<[i64; 2]>, other: Option<[i64; 2]>| match (one, other) {
            (Some(one), Some(other)) => {
                let rank = |pair: [i64; 2]| {
                    let sum = pair[0] + pair[1];
                    (if wanted == Wanted::Most { sum } else { -sum }, pair[0])
                };
                Some(if rank(other) > rank(one) { other } else { one })
            }
            (one, other) => one.or(other),
        };
        // A figure that is offered and no multiple of $500 stands as it is, or is changed to one.
        let mut best = self.both_changed(years, window, need, wanted);
        if odd[0] {
            let second = self.one_changed(years, window, need, wanted, 0);
            best = better(best, second.map(|second| [self.sign_on[0], second]));
        }
        if odd[1] {
            let first = self.one_changed(years, window, need, wanted, 1);
            best = better(best, first.map(|first| [first, self.sign_on[1]]));
        }
        if odd[0] && odd[1] {
            best = better(best, self.as_offered(years, need));
        }
        best
    }

    /// Both sign-ons multiples of $500, counted in those.
    fn both_changed(&self, years: &[i64; 4], window: (i64, i64), need: Need, wanted: Wanted) -> Option<[i64; 2]> {
        let low = [0, 1].map(|year| divide_up(self.sign_on[year].max(window.0 - years[year]), STEP));
        let high = [0, 1].map(|year| (window.1 - years[year]).div_euclid(STEP));
        let apart = years[1] - years[0];
        let (least_apart, most_apart) = (divide_up(apart - need.spread, STEP), (apart + need.spread).div_euclid(STEP));
        let least =
            divide_up(need.least, STEP).max(low[0] + low[1]).max(2 * low[0] - most_apart).max(2 * low[1] + least_apart);
        let most = need
            .most
            .div_euclid(STEP)
            .min(high[0] + high[1])
            .min(2 * high[0] - least_apart)
            .min(2 * high[1] + most_apart);
        // With the sum given, year 1 has a range of its own; it is empty only where sum and a
        // single possible difference are not both even or both odd, so the next sum will do.
        [0, 1].into_iter().find_map(|next| {
            let sum = if wanted == Wanted::Most { most - next } else { least + next };
            if sum < least || sum > most {
                return None;
            }
            let from = low[0].max(sum - high[1]).max(divide_up(sum + least_apart, 2));
            let to = high[0].min(sum - low[1]).min((sum + most_apart).div_euclid(2));
            (from <= to).then(|| [to * STEP, (sum - to) * STEP])
        })
    }

    /// One sign-on as offered, the other a multiple of $500: that other one.
    fn one_changed(
        &self,
        years: &[i64; 4],
        window: (i64, i64),
        need: Need,
        wanted: Wanted,
        kept: usize,
    ) -> Option<i64> {
        let other = 1 - kept;
        let fixed = self.sign_on[kept];
        let paid = fixed + years[kept];
        if paid < window.0 || paid > window.1 {
            return None;
        }
        let least = self.sign_on[other].max(window.0.max(paid - need.spread) - years[other]).max(need.least - fixed);
        let most = (window.1.min(paid + need.spread) - years[other]).min(need.most - fixed);
        let (low, high) = (divide_up(least, STEP) * STEP, most.div_euclid(STEP) * STEP);
        (low <= high).then_some(if wanted == Wanted::Most { high } else { low })
    }

    /// Both sign-ons as offered.
    fn as_offered(&self, years: &[i64; 4], need: Need) -> Option<[i64; 2]> {
        let sum = self.sign_on[0] + self.sign_on[1];
        let fits = (need.least..=need.most).contains(&sum) && spread(years, self.sign_on) <= need.spread;
        fits.then_some(self.sign_on)
    }
}

/// Best less worst year, base aside, in cents.
fn spread(vested: &[i64; 4], sign_on: [i64; 2]) -> i64 {
    let years = [vested[0] + sign_on[0], vested[1] + sign_on[1], vested[2], vested[3]];
    years.into_iter().max().unwrap_or_default() - years.into_iter().min().unwrap_or_default()
}

#[cfg(test)]
mod tests;
