use super::*;
use crate::counter::steps::cents;
use crate::money::Money;
use crate::offer::Schedule;
use proptest::prelude::*;

fn schedule(kind: usize) -> Schedule {
    let percentages = match kind {
        0 => return Schedule::amazon(),
        1 => [25, 25, 25, 25],
        2 => [33, 33, 22, 12],
        3 => [10, 20, 30, 40],
        _ => [0, 0, 50, 50],
    };
    Schedule::by_year(&percentages.map(rust_decimal::Decimal::from), 3).expect("adds up")
}

/// Every ask of a small search, by trying them all, under the documented order.
fn by_hand(search: &Search, target: i64) -> Found {
    let years_of = |index: usize| -> Vec<i64> {
        let offered = search.sign_on[index];
        let multiples = (0..=search.sign_on_cap / STEP).map(|count| count * STEP).filter(|figure| *figure > offered);
        std::iter::once(offered).chain(multiples).collect()
    };
    let (first, second) = (years_of(0), years_of(1));
    let target = target.min(search.highest_total());
    let mut best: Option<([i64; 5], Found)> = None;
    for grant in (0..search.grant.count()).map(|index| search.grant.figure(index)) {
        let vested = search.vested.years(grant);
        for &year_1 in &first {
            for &year_2 in second.iter().filter(|year_2| year_1 + **year_2 <= search.sign_on_cap) {
                let beside = vested.iter().sum::<i64>() + year_1 + year_2;
                let Some(base) = search.base.at_least(divide_up(target - beside, 4)) else { continue };
                let spread = super::spread(&vested, [year_1, year_2]);
                let rank = [spread, base, base * 4 + beside, grant, -year_1];
                if best.is_none_or(|(least, _)| rank < least) {
                    best = Some((rank, Found { base, sign_on: [year_1, year_2], grant }));
                }
            }
        }
    }
    best.expect("the highest total is always reached").1
}

#[track_caller]
fn check(search: &Search, target: i64) -> Result<(), TestCaseError> {
    let (found, expected) = (search.best(target), by_hand(search, target));
    prop_assert_eq!(found, expected, "target {}", target);
    Ok(())
}

/// Few enough asks to try all of them: tens of thousands of dollars, now and then odd cents.
fn searches() -> impl Strategy<Value = (Search, i64)> {
    let odd = prop_oneof![3 => Just(0i64), 1 => 1i64..STEP];
    let steps = |most: i64| 0..=most;
    (
        (steps(20), odd.clone(), steps(6)),
        (steps(16), odd.clone(), steps(16), odd.clone(), 0i64..20 * STEP),
        (steps(60), odd, 0i64..30 * STEP),
        0usize..5,
        0i64..=110,
    )
        .prop_map(|(base, sign_on, grant, kind, aim)| {
            let offered_base = base.0 * STEP + base.1;
            let pair = [sign_on.0 * STEP + sign_on.1, sign_on.2 * STEP + sign_on.3];
            let offered_grant = grant.0 * STEP + grant.1;
            let search = Search {
                base: Steps::new(offered_base, offered_base + base.2 * STEP),
                sign_on: pair,
                sign_on_cap: pair[0] + pair[1] + sign_on.4,
                grant: Steps::new(offered_grant, offered_grant + grant.2),
                vested: Vested::new(&schedule(kind)),
            };
            let offered = offered_base * 4 + pair[0] + pair[1] + search.vested.total(offered_grant);
            let target = offered + (search.highest_total() - offered) * aim / 100 + 7;
            (search, target)
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn finds_what_trying_every_ask_finds((search, target) in searches()) {
        check(&search, target)?;
    }

    #[test]
    fn splits_a_sign_on_as_evenly_as_possible((search, _) in searches(), share in 0i64..=100) {
        let offered: i64 = search.sign_on.iter().sum();
        let total = (offered + (search.sign_on_cap - offered) * share / 100).div_euclid(STEP) * STEP;
        let grant = search.grant.top;
        let [year_1, year_2] = search.split(total, grant);
        let vested = search.vested.years(grant);
        if year_1 + year_2 == total {
            let found = spread(&vested, [year_1, year_2]);
            for other in (0..=total / STEP).map(|count| count * STEP) {
                let pair = [other, total - other];
                if pair[0] >= search.sign_on[0] && pair[1] >= search.sign_on[1] {
                    prop_assert!(found <= spread(&vested, pair), "{:?} against {:?}", [year_1, year_2], pair);
                }
            }
        } else {
            prop_assert_eq!([year_1, year_2], search.sign_on);
        }
    }
}

#[test]
fn the_middling_offer_in_seattle() {
    let dollars = |amount: i64| cents(Money::dollars(amount));
    let search = Search {
        base: Steps::new(dollars(200_000), dollars(220_000)),
        sign_on: [dollars(90_000), dollars(60_000)],
        sign_on_cap: dollars(200_000),
        grant: Steps::new(dollars(400_000), dollars(500_000)),
        vested: Vested::new(&Schedule::amazon()),
    };
    // Sign-on lifts years 1 and 2 to $340k; the grant stays, as more of it would lift years 3 and 4 further.
    let found = search.best(dollars(1_456_300));
    assert_eq!(
        found,
        Found { base: dollars(214_500), sign_on: [dollars(120_000), dollars(80_000)], grant: dollars(400_000) }
    );
    assert_eq!(search.best(dollars(9_999_999)), search.best(search.highest_total()));
}

#[test]
fn a_grant_beyond_all_reason_is_still_answered() {
    let search = Search {
        base: Steps::new(0, 0),
        sign_on: [0, 0],
        sign_on_cap: 0,
        grant: Steps::new(100_000_000_000, 150_000_000_000),
        vested: Vested::new(&schedule(1)),
    };
    let found = search.best(125_000_000_001);
    assert_eq!(found.grant, 125_000_050_000);
}
