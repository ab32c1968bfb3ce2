//! Random wages and filers.

use super::*;

/// The sum of the highest rates someone can meet, New York's recapture aside.
fn top_sum(filer: Filer) -> Decimal {
    let tables = tables();
    let income = |place: Option<Jurisdiction>| {
        let part = place.and_then(|place| tables.income(place, 2026).map(|(_, part)| part.clone()));
        part.map_or(Decimal::ZERO, |part| {
            part.schedule.of(filer.filing).top_rate() + part.surtax.map_or(Decimal::ZERO, |(_, rate)| rate)
        })
    };
    let payroll = |place: Option<Jurisdiction>| -> Decimal {
        let lines = place.and_then(|place| tables.payroll(place, 2026).map(|(_, lines)| lines.to_vec()));
        lines.unwrap_or_default().iter().map(|line| line.rate).sum()
    };
    let state = filer.state.and_then(Jurisdiction::of_state);
    let federal = Some(Jurisdiction::Federal);
    income(federal) + income(state) + income(filer.city()) + payroll(federal) + payroll(state)
}

fn any_filer() -> impl Strategy<Value = Filer> {
    let states = vec![None, Some(State::WA), Some(State::TX), Some(State::CA), Some(State::NY), Some(State::CO)];
    (prop::sample::select(states), any::<bool>(), any::<bool>()).prop_map(|(state, joint, city)| {
        filer(if joint { Filing::Joint } else { Filing::Single }, state, city && state == Some(State::NY))
    })
}

proptest! {
    #[test]
    fn taxes_and_take_home_are_the_wages(filer in any_filer(), cents in 0i64..300_000_000, year in 2020i16..2035) {
        let wages = Money::exact(Decimal::new(cents, 2));
        let estimate = tables().estimate(filer, wages, year);
        prop_assert_eq!(estimate.total() + estimate.take_home(), wages);
        prop_assert!(estimate.take_home() >= Money::ZERO);
        let fields = estimate.federal + estimate.social_security + estimate.medicare + estimate.state + estimate.local;
        let payroll: Money = estimate.payroll.iter().map(|line| line.amount).sum();
        prop_assert_eq!(fields + payroll, estimate.total());
    }

    #[test]
    fn tax_rises_with_wages_and_never_faster_than_the_top_rates(
        filer in any_filer(), wages in 0i64..3_000_000, more in 1i64..500_000,
    ) {
        let tables = tables();
        let below = tables.estimate(filer, Money::dollars(wages), 2026).total();
        let above = tables.estimate(filer, Money::dollars(wages + more), 2026).total();
        prop_assert!(above >= below);
        if filer.state != Some(State::NY) {
            // Each rounded line may be off by half a cent at both ends.
            let most = Money::dollars(more).scaled(top_sum(filer)) + dollars("0.10");
            prop_assert!(above - below <= most, "{} > {}", above - below, most);
        }
    }

    #[test]
    fn recapture_never_goes_past_a_flat_tax(filer in any_filer(), wages in 0i64..3_000_000) {
        let (_, income) = tables().income(Jurisdiction::NewYork, 2026).map(|(year, part)| (year, part.clone())).expect("a table");
        let wages = Money::dollars(wages);
        let taxable = (wages - *income.standard_deduction.of(filer.filing)).above_zero();
        let flat = taxable.scaled(income.schedule.of(filer.filing).top_rate());
        prop_assert!(Money::exact(income.on_wages(filer.filing, wages)) <= flat);
    }

    #[test]
    fn gaps_of_parts_add_up_to_the_gap_of_the_whole(
        filer in any_filer(), base in 0i64..600_000, payments in prop::collection::vec(0i64..600_000, 1..6),
    ) {
        let tables = tables();
        let payments: Vec<Money> = payments.into_iter().map(Money::dollars).collect();
        let parts: WithholdingGap =
            tables.withholding_gaps(filer, Money::dollars(base), &payments, 2026).into_iter().sum();
        let whole = tables.withholding_gaps(filer, Money::dollars(base), &[payments.iter().copied().sum()], 2026);
        prop_assert_eq!(vec![parts], whole);
    }
}
