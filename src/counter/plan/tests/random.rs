//! Random offers.

use super::*;

/// Offers around and far outside the bands, with and without sign-on, a band, odd cents.
fn offers() -> impl Strategy<Value = Offer> {
    let amount = |low: i64, high: i64| {
        prop_oneof![
            4 => (low / 500..=high / 500).prop_map(|count| Money::dollars(count * 500)),
            1 => (low * 100..=high * 100).prop_map(|cents| Money::exact(Decimal::new(cents, 2))),
        ]
    };
    let sign_on = move |high| prop_oneof![1 => Just(Money::ZERO), 3 => amount(0, high)];
    let place = prop_oneof![
        2 => Just(Place::Seattle), 2 => Just(Place::BayArea), 1 => Just(Place::Nyc), 1 => Just(Place::Austin),
        1 => Just(Place::Elsewhere("Boston".into())),
    ];
    let schedule = prop_oneof![
        6 => Just(Schedule::amazon()),
        1 => Just(Schedule::by_year(&[25; 4].map(Decimal::from), 3).expect("adds up")),
        1 => Just(Schedule::by_year(&[33, 33, 22, 12].map(Decimal::from), 1).expect("adds up")),
        1 => Just(Schedule::by_year(&[20; 5].map(Decimal::from), 12).expect("adds up")),
    ];
    (any::<bool>(), place, amount(100_000, 400_000), sign_on(300_000), sign_on(200_000), amount(0, 1_900_000), schedule)
        .prop_map(|(principal, place, base, year_1, year_2, grant, schedule)| {
            let level = if principal { Level::l7() } else { Level::l6() };
            let sign_on = SignOn { year_1, year_2 };
            Offer { level, place, base, sign_on, grant: Grant::Dollars(grant), schedule, ..offer(0, 0, 0, 0) }
        })
}

fn speakable(ask: &Ask, offer: &Offer) -> bool {
    let step = |figure: Money| figure == figure.rounded_down_to(Money::dollars(500));
    let pairs = [
        (ask.base, offer.base),
        (ask.sign_on.year_1, offer.sign_on.year_1),
        (ask.sign_on.year_2, offer.sign_on.year_2),
        (ask.grant, offer.grant.value()),
    ];
    pairs.into_iter().all(|(asked, offered)| asked == offered || step(asked))
}

/// Every figure a plan holds.
fn all(plan: &Plan) -> Vec<&Figures> {
    let packages = plan.packages.iter().map(|package| &package.figures);
    let rungs = &plan.ladder;
    [&plan.asks, &plan.opening].into_iter().chain(packages).chain(rungs).collect()
}

/// Some of a lever's figures: as offered, its limit in whole steps, and a few between.
fn some_figures(offered: Money, cap: Money) -> Vec<Money> {
    let step = Money::dollars(500);
    let mut figures = vec![offered];
    for part in 1..=6u32 {
        let figure = (offered + (cap - offered).scaled(Decimal::from(part) / Decimal::from(6))).rounded_down_to(step);
        if figure > offered {
            figures.push(figure);
        }
    }
    figures
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_figure_is_speakable_inside_the_limits_and_adds_up(offer in offers(), target in 1u8..=99, walk_away in 0i64..5_000_000) {
        let plan = planned(&offer, target, Some(walk_away));
        for figures in all(&plan) {
            prop_assert!(plan.limits.allow(&figures.ask, &offer), "{:?}", figures);
            prop_assert!(speakable(&figures.ask, &offer), "{:?}", figures);
            prop_assert_eq!(figures.years.into_iter().sum::<Money>(), figures.four_year_total);
            prop_assert_eq!(figures.four_year_total - offer.four_year_total(), figures.increase);
            let asked = Offer { grant: Grant::Dollars(figures.ask.grant), ..figures.ask.applied_to(&offer) };
            prop_assert_eq!(asked.four_year_total(), figures.four_year_total);
        }
        prop_assert_eq!(plan.clone(), planned(&offer, target, Some(walk_away)));
    }

    #[test]
    fn the_asks_reach_the_target_or_are_the_most_there_is(offer in offers(), target in 1u8..=99) {
        let plan = planned(&offer, target, None);
        let total = plan.asks.four_year_total;
        prop_assert_eq!(plan.reached, total >= plan.target_total);
        prop_assert_eq!(plan.shortfall, (plan.target_total - total).above_zero());
        prop_assert_eq!(plan.gap, (plan.target_total - offer.four_year_total()).above_zero());
        prop_assert!(plan.opening.four_year_total >= total);
        let most = search(&offer, &plan.limits).highest_total();
        prop_assert!(total <= money(most));
        if !plan.reached {
            prop_assert_eq!(total, money(most));
        }
        if plan.gap.is_positive() {
            let aim = plan.target_total + plan.gap.split(2);
            prop_assert!(plan.opening.four_year_total >= aim.min(money(most)));
        }
    }

    #[test]
    fn packages_are_equal_and_each_leads_by_its_own_lever(offer in offers(), target in 1u8..=99) {
        let plan = planned(&offer, target, None);
        let totals = plan.packages.map(|package| package.figures.four_year_total);
        let spread = totals.into_iter().max().unwrap_or_default() - totals.into_iter().min().unwrap_or_default();
        prop_assert!(spread <= Money::dollars(1_000), "{:?}", totals);
        prop_assert_eq!(plan.packages.map(|package| package.led_by), Component::ALL);
        let asks = plan.packages.map(|package| package.figures.ask);
        if plan.packages_differ {
            prop_assert!(asks[0] != asks[1] && asks[1] != asks[2] && asks[2] != asks[0]);
            let lever = |component: Component, ask: &Ask| match component {
                Component::Base => ask.base,
                Component::SignOn => ask.sign_on.total(),
                Component::Stock => ask.grant,
            };
            for package in plan.packages {
                if plan.limits.get(package.led_by).room().is_zero() {
                    continue;
                }
                let own = lever(package.led_by, &package.figures.ask);
                prop_assert!(asks.iter().all(|other| lever(package.led_by, other) <= own), "{:?}", plan.packages);
            }
        } else {
            prop_assert!(asks.iter().all(|ask| *ask == plan.asks.ask));
        }
    }

    #[test]
    fn three_packages_exist_near_the_asks_where_every_lever_has_room(offer in offers(), target in 1u8..=99) {
        let plan = planned(&offer, target, None);
        let roomy = Component::ALL.into_iter().all(|lever| plan.limits.get(lever).room() >= Money::dollars(5_000));
        let whole = offer.schedule.year_shares().into_iter().sum::<Decimal>() == Decimal::ONE;
        if roomy && whole && plan.asks.increase >= Money::dollars(5_000) {
            prop_assert!(plan.packages_differ);
            let value = plan.packages[0].figures.four_year_total;
            prop_assert!(plan.asks.four_year_total - value <= Money::dollars(4_000), "{} for {}", value, plan.asks.four_year_total);
        }
    }

    #[test]
    fn the_ladder_falls_evenly_and_never_turns(offer in offers(), target in 1u8..=99, more in -200_000i64..900_000) {
        let offered = offer.four_year_total();
        let walk_away = offered + Money::dollars(more);
        let bands = bands();
        let plan = plan(&offer, bands.find(offer.cell()), target, Some(walk_away));
        let floor = walk_away.max(offered);
        let opening = plan.opening.four_year_total;
        prop_assert_eq!(plan.walk_away_out_of_reach, floor > opening);
        prop_assert_eq!(&plan.ladder[0], &plan.opening);
        if floor >= opening {
            prop_assert!(plan.ladder.iter().all(|rung| *rung == plan.opening));
            return Ok(());
        }
        for (step, rung) in (0u32..).zip(&plan.ladder) {
            let even = opening - ((opening - floor) * step).split(4);
            prop_assert!(rung.four_year_total >= even - Money::dollars(1).split(100), "{} under {} on {}", rung.four_year_total, even, step);
        }
        for (step, pair) in (1u32..).zip(plan.ladder.windows(2)) {
            let even = opening - ((opening - floor) * step).split(4);
            let [above, below] = [&pair[0], &pair[1]];
            let over = below.four_year_total - even;
            prop_assert!(over < Money::dollars(500) || as_near_as_it_gets(above, below, even, &offer), "{} over {} on {}", over, even, step);
        }
        for pair in plan.ladder.windows(2) {
            let [above, below] = [pair[0].ask, pair[1].ask];
            prop_assert!(below.base <= above.base && below.grant <= above.grant);
            prop_assert!(below.sign_on.year_1 <= above.sign_on.year_1 && below.sign_on.year_2 <= above.sign_on.year_2);
        }
    }

    #[test]
    fn the_walk_away_number_is_in_no_line(offer in offers(), target in 1u8..=99, more in 0i64..900_000) {
        let walk_away = offer.four_year_total() + Money::dollars(more);
        let bands = bands();
        let plan = plan(&offer, bands.find(offer.cell()), target, Some(walk_away));
        for (rung, line) in plan.ladder.iter().zip(ladder_lines(&plan)) {
            prop_assert!(!line.contains(&walk_away.to_string()) || walk_away == rung.ask.grant, "{}", line);
            prop_assert!(!line.contains(&rung.four_year_total.to_string()) || offer.base.is_zero(), "{}", line);
            prop_assert!(line.contains(&rung.ask.base.to_string()));
            let agrees = ["say yes", "works for me", "work for me", "ready to accept", "I can move"];
            let enough = rung.four_year_total >= walk_away;
            prop_assert!(enough || !agrees.iter().any(|words| line.contains(words)), "{}", line);
            for word in ["walk", "minimum", "lowest", "floor", "least", "bottom"] {
                prop_assert!(!line.contains(word), "{}", line);
            }
        }
    }
}

proptest! {
    // Each tries thousands of asks.
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_ask_on_a_coarse_grid_is_better(offer in offers(), target in 1u8..=99) {
        let plan = planned(&offer, target, None);
        if plan.gap.is_zero() {
            return Ok(());
        }
        let (limits, least) = (plan.limits, plan.target_total.min(plan.asks.four_year_total));
        let year = |own: Money, other: Money| some_figures(own, limits.sign_on.cap - other);
        for &grant in &some_figures(limits.grant.offered, limits.grant.cap) {
            for &year_1 in &year(offer.sign_on.year_1, offer.sign_on.year_2) {
                for &year_2 in &year(offer.sign_on.year_2, offer.sign_on.year_1) {
                    for &base in &some_figures(offer.base, limits.base.cap) {
                        let ask = Ask { base, sign_on: SignOn { year_1, year_2 }, grant };
                        let other = Figures::of(ask, &offer);
                        if !limits.allow(&ask, &offer) || other.four_year_total < least {
                            continue;
                        }
                        let rank = |figures: &Figures| (figures.spread(), figures.ask.base, figures.four_year_total);
                        prop_assert!(rank(&plan.asks) <= rank(&other), "{:?} is better", other);
                    }
                }
            }
        }
    }
}
