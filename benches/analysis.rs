//! How long the pure parts take: the analysis of one offer, the counter plan with its ladder.
//!
//! To reach: analysis at most 20 us, plan at most 200 us.

use counteroffer::Money;
use counteroffer::plan;
use counteroffer::{Bands, Place};
use counteroffer::{Grant, Level, Offer, OfferDraft, Schedule, SignOn};
use counteroffer::{View, analyse};
use divan::{Bencher, black_box};
use jiff::Timestamp;
use rust_decimal::Decimal;

fn main() {
    divan::main();
}

/// Kinds of offer that take different ways through the search.
const OFFERS: [&str; 5] = ["middling L6", "low L6", "L7", "L7 level vesting", "no band, odd cents"];

fn offer(kind: &str) -> Offer {
    let level = |name| Level::named(name).expect("a level");
    let new = |level, place, base, grant, year_1, year_2| {
        OfferDraft {
            level: Some(level),
            place: Some(place),
            base: Some(Money::dollars(base)),
            sign_on: Some(SignOn { year_1: Money::dollars(year_1), year_2: Money::dollars(year_2) }),
            grant: Some(Grant::Dollars(Money::dollars(grant))),
            ..OfferDraft::default()
        }
        .complete()
        .expect("every required field is there")
    };
    let principal = new(level("L7"), Place::BayArea, 280_000, 1_000_000, 150_000, 100_000);
    match kind {
        "middling L6" => new(level("L6"), Place::Seattle, 200_000, 400_000, 90_000, 60_000),
        "low L6" => new(level("L6"), Place::Seattle, 165_000, 300_000, 30_000, 20_000),
        "L7" => principal,
        "L7 level vesting" => {
            let schedule = Schedule::by_year(&[25; 4].map(Decimal::from), 3).expect("adds up");
            Offer { schedule, ..principal }
        }
        _ => Offer {
            base: Money::exact(Decimal::new(19_712_345, 2)),
            ..new(level("L6"), Place::Elsewhere("Boston".into()), 0, 350_000, 70_000, 40_000)
        },
    }
}

#[divan::bench(args = OFFERS)]
fn analysis(bencher: Bencher, kind: &str) {
    let (offer, bands) = (offer(kind), Bands::shipped().expect("the shipped bands are good"));
    let view = View::usual(Timestamp::UNIX_EPOCH);
    bencher.bench(|| analyse(black_box(&offer), black_box(&bands), view));
}

#[divan::bench(args = OFFERS)]
fn counter_plan(bencher: Bencher, kind: &str) {
    let (offer, bands) = (offer(kind), Bands::shipped().expect("the shipped bands are good"));
    let band = bands.find(offer.cell());
    let walk_away = Some(offer.four_year_total() + Money::dollars(10_000));
    bencher.bench(|| plan(black_box(&offer), black_box(band), 75, walk_away));
}
