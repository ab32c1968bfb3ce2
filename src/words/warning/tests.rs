use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::analysis::{View, WarningCode, YearlyDrop, analyse, test_offers};
use crate::market::{Bands, Place, Role};
use crate::money::{Currency, Money};
use crate::offer::{Grant, Level, Offer, read_schedule};

/// One warning a code; the compiler asks for the shape of each new one.
fn every() -> Vec<Warning> {
    let dollars = Money::dollars;
    let drop = YearlyDrop { dollars: dollars(40_000), percent: Some(Decimal::new(125, 1)) };
    let figures = |code| match code {
        WarningCode::CheckTheZeros => WarningFigures::CheckTheZeros {
            component: Component::Base,
            amount: dollars(20_000),
            usual: dollars(200_000),
        },
        WarningCode::Year3BelowYear1 => WarningFigures::Year3BelowYear1(drop),
        WarningCode::ExplodingDeadline => WarningFigures::ExplodingDeadline { hours: 26 },
        WarningCode::NoWrittenOffer => WarningFigures::NoWrittenOffer,
        WarningCode::BelowMedian => WarningFigures::BelowMedian { gap: dollars(90_500) },
        WarningCode::Year2BelowYear1 => WarningFigures::Year2BelowYear1(YearlyDrop { percent: None, ..drop }),
        WarningCode::Year3BelowYear2 => WarningFigures::Year3BelowYear2(drop),
        WarningCode::NeedsStockGrowth => WarningFigures::NeedsStockGrowth { short: dollars(15_000), growth: None },
        WarningCode::RepaymentTermsUnknown => WarningFigures::RepaymentTermsUnknown { sign_on: dollars(150_000) },
        WarningCode::MostlyStock => {
            WarningFigures::MostlyStock { stock: dollars(900_000), percent: Decimal::new(534, 1) }
        }
        WarningCode::OldSharePrice => WarningFigures::OldSharePrice {
            grant: dollars(400_000),
            price: dollars(200),
            priced_on: Some(date(2026, 9, 1)),
        },
        WarningCode::NothingAfterYear4 => WarningFigures::NothingAfterYear4 { drop: dollars(160_000) },
        WarningCode::NoSharesBeforeMonth12 => {
            WarningFigures::NoSharesBeforeMonth12 { month: 12, first: dollars(20_000) }
        }
        WarningCode::AboveBand => {
            WarningFigures::AboveBand { over: dollars(31_000), level: Level::l7(), place: Place::Nyc }
        }
        WarningCode::BaseAtBandTop => WarningFigures::BaseAtBandTop { over: Money::ZERO, top: dollars(220_000) },
        WarningCode::NoBand => WarningFigures::NoBand {
            role: Role::default(),
            level: Level::l6(),
            place: Place::Elsewhere("Denver, CO".into()),
            currency: Currency::USD,
        },
        WarningCode::OldBands => WarningFigures::OldBands { as_of: date(2025, 1, 1), months: 22 },
    };
    WarningCode::ALL.iter().map(|code| Warning::from(figures(*code))).collect()
}

#[test]
fn every_code_has_its_words() {
    let warnings = every();
    let codes: BTreeSet<WarningCode> = warnings.iter().map(|warning| warning.code).collect();
    assert_eq!(codes.len(), WarningCode::ALL.len());
    let lines = warnings.iter().map(|found| {
        let words = warning(found);
        format!("{}: {} {}", found.code.name(), words.says, words.advice)
    });
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r"
    check_the_zeros: The base of $20,000 looks ten times off: $200,000 would be usual. Compare it with your letter; if it is a slip, edit the offer, as every figure here builds on it.
    year_3_below_year_1: Pay drops in year 3 by $40,000 (12.5 %) against year 1. The sign-on has ended by then, so ask for more grant or base, which last.
    exploding_deadline: You have about 26 hours left to answer. Ask today, in writing, for a few more days; /email has the text. Answer before it runs out either way.
    no_written_offer: Nothing is in writing yet, so every figure can still change. Ask for the letter before you resign or turn anything else down.
    below_median: Below the median: room to negotiate. The middle offer pays $90,500 more over four years. Counter with two or three levers at once; the scripts carry the figures.
    year_2_below_year_1: Year 2 pays $40,000 less than year 1. Ask for a larger sign-on in year 2.
    year_3_below_year_2: Pay drops by $40,000 (12.5 %) from year 2 to year 3, when the sign-on ends. More grant carries years 3 and 4; ask for stock before sign-on.
    needs_stock_growth: Year 3 is $15,000 short of your best earlier year, and no stock growth makes up for it. Ask which growth the recruiter's totals assume, and compare offers at a flat price.
    repayment_terms_unknown: You don't know yet whether the $150,000 sign-on is owed back if you leave early. Ask: is it a lump sum or monthly, and what is repaid on leaving in year 1 or 2?
    mostly_stock: $900,000 of the four years, 53.4 %, is stock that can fall as well as rise. Look at the same offer with the price 30 % lower, and ask for part of it as base or sign-on.
    old_share_price: The grant is counted as $400,000 at a share price of $200 from September 1, 2026. Look up today's price and edit the offer; ask which price, of which day, turned dollars into shares.
    nothing_after_year_4: Nothing is promised after year 4: year 5 is base alone, $160,000 less than year 4. Later grants are at Amazon's discretion, so count on none, and ask how they have been in this team.
    no_shares_before_month_12: No shares vest before month 12: leave earlier and the first $20,000 is lost with the rest. If you have a vest or bonus coming where you are now, use it as a reason for sign-on.
    above_band: This is $31,000 over the top of the band for L7 in New York City. Ask small and specific: most of the room is used. Check that the figures are right.
    base_at_band_top: Base is at the top of its range ($220,000), so there is no more room in it. Ask for grant or sign-on instead.
    no_band: There is no pay band for L6 in Denver, CO, so there is no percentile. Check the posted pay range of the job and recent reports for your city.
    old_bands: The pay bands are from January 2025, 22 months ago. Pay has moved since then: hold the percentile against a recent report too.
    ");
}

#[test]
fn what_is_not_known_is_said_so() {
    let undated =
        WarningFigures::OldSharePrice { grant: Money::dollars(400_000), price: Money::dollars(200), priced_on: None };
    let growing = WarningFigures::NeedsStockGrowth {
        short: Money::dollars(15_000),
        growth: crate::analysis::Growth::new(Decimal::new(74, 3)),
    };
    let said = [undated, growing].map(|figures| warning(&figures.into()).says);
    insta::assert_snapshot!(said.join("\n"), @r"
    The grant is counted as $400,000 at a share price of $200 of no known day.
    Year 3 keeps up with years 1 and 2 only if the share price grows 7.4 % every year; flat, it is $15,000 short.
    ");
}

/// Offers with everything that a warning can be about.
fn offers() -> impl Strategy<Value = Offer> {
    let pay = (8_000i64..900_000, 0i64..500_000, 0i64..500_000, 0i64..6_000_000);
    let grant = (any::<bool>(), 1i64..2_000, prop::option::of(0i64..60));
    let place = prop::sample::select(vec![Place::Seattle, Place::BayArea, Place::Elsewhere("Denver, CO".into())]);
    let vesting = prop::sample::select(vec!["5/15/40/40", "25/25/25/25 quarterly", "0/50/50 yearly"]);
    let known = (prop::option::of(any::<bool>()), prop::option::of(0i64..4), any::<bool>());
    (pay, grant, place, vesting, known).prop_map(
        |((base, one, two, grant), (in_shares, price, age), place, vesting, (written, days, high))| {
            let today = date(2026, 11, 23);
            let priced_on = age.map(|days| today.saturating_sub(days.days()));
            let count = u32::try_from(grant / price).expect("few");
            let plain = test_offers::offer(base, grant, one, two);
            let grant =
                if in_shares { Grant::Shares { count, price: Money::dollars(price), priced_on } } else { plain.grant };
            Offer {
                level: if high { Level::l7() } else { Level::l6() },
                place,
                grant,
                schedule: read_schedule(vesting).expect("a schedule"),
                written,
                reply_by: days.map(|days| today.saturating_add(days.days())),
                ..plain
            }
        },
    )
}

proptest! {
    #[test]
    fn the_dollars_of_a_warning_stand_in_its_words(offer in offers()) {
        let bands = Bands::shipped().expect("good bands");
        let view = View::usual("2026-11-23T12:00:00Z".parse().expect("a moment"));
        for found in analyse(&offer, &bands, view).warnings {
            let says = warning(&found).says;
            match (found.code, found.dollars()) {
                // Says where the top is, not how far above it base is.
                (WarningCode::BaseAtBandTop, Some(over)) => prop_assert!(says.contains(&(offer.base - over).to_string())),
                (_, Some(dollars)) => prop_assert!(says.contains(&dollars.to_string()), "{}: {}", dollars, says),
                (_, None) => prop_assert!(!says.contains('$'), "{}", says),
            }
        }
    }
}
