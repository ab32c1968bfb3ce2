mod random;

use super::super::steps::money;
use super::*;
use crate::analysis::test_offers::{bands, offer, offer_in_shares};
use crate::counter::SetBy;
use crate::market::Place;
use crate::offer::SignOn;
use crate::offer::{Component, Grant, Level, Schedule};
use crate::words::ladder_lines;
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::fmt::Write;

fn planned(offer: &Offer, target: u8, walk_away: Option<i64>) -> Plan {
    let bands = bands();
    plan(offer, bands.find(offer.cell()), target, walk_away.map(Money::dollars))
}

/// A plan as a page of text, to read in a test.
fn page(plan: &Plan) -> String {
    let mut page = String::new();
    let mut say = |name: &str, figures: &Figures| {
        let Ask { base, sign_on, grant } = figures.ask;
        let years = figures.years.map(Money::bare_short).join("/");
        writeln!(
            page,
            "{name}: {base} + {}/{} + {grant} = {} ({years}) +{} % {}",
            sign_on.year_1,
            sign_on.year_2,
            figures.four_year_total,
            figures.increase_percent,
            figures.approval.name()
        )
        .expect("a string takes all");
    };
    say("offered", &plan.offered);
    say("asks", &plan.asks);
    say("opening", &plan.opening);
    for package in &plan.packages {
        say(package.led_by.name(), &package.figures);
    }
    for (number, rung) in plan.ladder.iter().enumerate() {
        say(&format!("rung {}", number + 1), rung);
    }
    format!(
        "target {:?} {} gap {} reached {} short {}\n{page}{}",
        plan.target_percentile,
        plan.target_total,
        plan.gap,
        plan.reached,
        plan.shortfall,
        ladder_lines(plan).join("\n")
    )
}

#[test]
fn the_middling_offer_in_seattle() {
    let plan = planned(&offer(200_000, 400_000, 90_000, 60_000), 75, Some(1_380_000));
    insta::assert_snapshot!(page(&plan), @r"
    target Some(75) $1,456,344 gap $106,344 reached true short $0
    offered: $200,000 + $90,000/$60,000 + $400,000 = $1,350,000 (310k/320k/360k/360k) +0 % recruiter
    asks: $214,500 + $120,000/$80,000 + $400,000 = $1,458,000 (354.5k/354.5k/374.5k/374.5k) +8 % recruiter
    opening: $220,000 + $121,500/$78,500 + $430,000 = $1,510,000 (363k/363k/392k/392k) +11.85 % hiring_manager
    base: $220,000 + $109,000/$69,000 + $400,000 = $1,458,000 (349k/349k/380k/380k) +8 % recruiter
    sign_on: $200,000 + $123,000/$77,000 + $458,000 = $1,458,000 (345.9k/345.7k/383.2k/383.2k) +8 % recruiter
    stock: $202,000 + $90,000/$60,000 + $500,000 = $1,458,000 (317k/337k/402k/402k) +8 % recruiter
    rung 1: $220,000 + $121,500/$78,500 + $430,000 = $1,510,000 (363k/363k/392k/392k) +11.85 % hiring_manager
    rung 2: $215,500 + $115,000/$74,500 + $426,000 = $1,477,500 (351.8k/353.9k/385.9k/385.9k) +9.44 % recruiter
    rung 3: $211,500 + $108,500/$70,500 + $420,000 = $1,445,000 (341k/345k/379.5k/379.5k) +7.04 % recruiter
    rung 4: $207,500 + $102,000/$67,000 + $413,500 = $1,412,500 (330.2k/336.5k/372.9k/372.9k) +4.63 % recruiter
    rung 5: $203,500 + $95,500/$63,000 + $407,500 = $1,380,000 (319.4k/327.6k/366.5k/366.5k) +2.22 % recruiter
    I'm excited about this role, and with a base of $220,000, a sign-on of $121,500 in year 1 and $78,500 in year 2, and $430,000 in stock, I'd be glad to say yes.
    I hear you, and I want this to work: could you get to a base of $215,500, a sign-on of $115,000 in year 1 and $74,500 in year 2, and $426,000 in stock?
    Let me meet you in the middle: a base of $211,500, a sign-on of $108,500 in year 1 and $70,500 in year 2, and $420,000 in stock would work for me.
    I can move once more, to a base of $207,500, a sign-on of $102,000 in year 1 and $67,000 in year 2, and $413,500 in stock.
    If you can confirm a base of $203,500, a sign-on of $95,500 in year 1 and $63,000 in year 2, and $407,500 in stock, I'm ready to accept.
    ");
}

#[test]
fn a_low_offer_whose_limits_stay_short_of_the_target() {
    let plan = planned(&offer(150_000, 300_000, 0, 0), 75, None);
    insta::assert_snapshot!(page(&plan), @r"
    target Some(75) $1,456,344 gap $556,344 reached false short $166,344
    offered: $150,000 + $0/$0 + $300,000 = $900,000 (165k/195k/270k/270k) +0 % recruiter
    asks: $172,500 + $97,500/$52,500 + $450,000 = $1,290,000 (292.5k/292.5k/352.5k/352.5k) +43.33 % vp
    opening: $172,500 + $97,500/$52,500 + $450,000 = $1,290,000 (292.5k/292.5k/352.5k/352.5k) +43.33 % vp
    base: $172,500 + $97,500/$52,500 + $448,000 = $1,288,000 (292.4k/292.2k/351.7k/351.7k) +43.11 % vp
    sign_on: $172,000 + $97,500/$52,500 + $450,000 = $1,288,000 (292k/292k/352k/352k) +43.11 % vp
    stock: $172,500 + $96,500/$51,500 + $450,000 = $1,288,000 (291.5k/291.5k/352.5k/352.5k) +43.11 % vp
    rung 1: $172,500 + $97,500/$52,500 + $450,000 = $1,290,000 (292.5k/292.5k/352.5k/352.5k) +43.33 % vp
    rung 2: $166,500 + $73,000/$39,000 + $414,500 = $1,192,500 (260.2k/267.7k/332.3k/332.3k) +32.5 % vp
    rung 3: $161,000 + $48,500/$26,000 + $376,500 = $1,095,000 (228.3k/243.5k/311.6k/311.6k) +21.67 % director
    rung 4: $155,500 + $24,000/$13,000 + $338,500 = $997,500 (196.4k/219.3k/290.9k/290.9k) +10.83 % hiring_manager
    rung 5: $150,000 + $0/$0 + $300,000 = $900,000 (165k/195k/270k/270k) +0 % recruiter
    I'm excited about this role, and with a base of $172,500, a sign-on of $97,500 in year 1 and $52,500 in year 2, and $450,000 in stock, I'd be glad to say yes.
    I hear you, and I want this to work: could you get to a base of $166,500, a sign-on of $73,000 in year 1 and $39,000 in year 2, and $414,500 in stock?
    Let me meet you in the middle: a base of $161,000, a sign-on of $48,500 in year 1 and $26,000 in year 2, and $376,500 in stock would work for me.
    I can move once more, to a base of $155,500, a sign-on of $24,000 in year 1 and $13,000 in year 2, and $338,500 in stock.
    Thank you for looking into it with me: a base of $150,000 and $300,000 in stock, as offered, works for me.
    ");
    assert_eq!(plan.limits.sign_on.set_by, SetBy::BandMiddle);
}

#[test]
fn without_a_band_a_tenth_more() {
    let mut offer = offer(187_250, 310_300, 45_125, 0);
    offer.place = Place::Elsewhere("Boston".into());
    let plan = planned(&offer, 75, None);
    insta::assert_snapshot!(page(&plan), @r"
    target None $1,214,867.50 gap $110,442.50 reached true short $0
    offered: $187,250 + $45,125/$0 + $310,300 = $1,104,425 (247.9k/233.8k/311.4k/311.4k) +0 % recruiter
    asks: $192,500 + $83,000/$52,000 + $310,300 = $1,215,300 (291k/291k/316.6k/316.6k) +10.04 % hiring_manager
    opening: $206,500 + $83,000/$52,000 + $310,300 = $1,271,300 (305k/305k/330.6k/330.6k) +15.11 % hiring_manager
    base: $214,500 + $45,500/$1,500 + $310,300 = $1,215,300 (275.5k/262.5k/338.6k/338.6k) +10.04 % hiring_manager
    sign_on: $187,250 + $84,000/$51,000 + $331,500 = $1,215,500 (287.8k/288k/319.9k/319.9k) +10.06 % hiring_manager
    stock: $187,250 + $45,125/$0 + $421,500 = $1,215,625 (253.5k/250.5k/355.9k/355.9k) +10.07 % hiring_manager
    rung 1: $206,500 + $83,000/$52,000 + $310,300 = $1,271,300 (305k/305k/330.6k/330.6k) +15.11 % hiring_manager
    rung 2: $201,500 + $73,500/$40,000 + $310,300 = $1,229,800 (290.5k/288k/325.6k/325.6k) +11.35 % hiring_manager
    rung 3: $196,500 + $64,000/$28,000 + $310,300 = $1,188,300 (276k/271k/320.6k/320.6k) +7.59 % recruiter
    rung 4: $192,000 + $54,500/$13,500 + $310,300 = $1,146,300 (262k/252k/316.1k/316.1k) +3.79 % recruiter
    rung 5: $187,250 + $45,125/$0 + $310,300 = $1,104,425 (247.9k/233.8k/311.4k/311.4k) +0 % recruiter
    I'm excited about this role, and with a base of $206,500, a sign-on of $83,000 in year 1 and $52,000 in year 2, and $310,300 in stock, I'd be glad to say yes.
    I hear you, and I want this to work: could you get to a base of $201,500, a sign-on of $73,500 in year 1 and $40,000 in year 2, and $310,300 in stock?
    Let me meet you in the middle: a base of $196,500, a sign-on of $64,000 in year 1 and $28,000 in year 2, and $310,300 in stock would work for me.
    I can move once more, to a base of $192,000, a sign-on of $54,500 in year 1 and $13,500 in year 2, and $310,300 in stock.
    Thank you for looking into it with me: a base of $187,250, a sign-on of $45,125 in year 1, and $310,300 in stock, as offered, works for me.
    ");
}

#[test]
fn an_offer_at_the_target_is_its_own_ask() {
    let offer = offer(215_000, 500_000, 100_000, 90_000);
    let plan = planned(&offer, 75, None);
    assert_eq!((plan.gap, plan.reached, plan.packages_differ), (Money::ZERO, true, false));
    for figures in plan.packages.iter().map(|package| &package.figures).chain([&plan.asks, &plan.opening]) {
        assert_eq!(*figures, plan.offered);
    }
    assert!(plan.ladder.iter().all(|rung| *rung == plan.offered));
    assert_eq!(
        ladder_lines(&plan)[4],
        "Thank you for looking into it with me: a base of $215,000, a sign-on of $100,000 in year 1 and $90,000 in year 2, and $500,000 in stock, as offered, works for me."
    );
}

#[test]
fn a_walk_away_above_the_opening_ask_leaves_nothing_to_give() {
    let plan = planned(&offer(200_000, 400_000, 90_000, 60_000), 75, Some(2_000_000));
    assert!(plan.walk_away_out_of_reach);
    assert!(plan.ladder.iter().all(|rung| *rung == plan.opening));
    let at_target = planned(&offer(215_000, 500_000, 100_000, 90_000), 75, Some(2_000_000));
    assert!(ladder_lines(&at_target).iter().all(|line| !line.contains("works for me")));
}

#[test]
fn shares_are_planned_as_dollars() {
    let plan = planned(&offer_in_shares(160_000, 220, 1_200, 127_000, 73_000), 60, None);
    assert_eq!(plan.offered.ask.grant, Money::dollars(264_000));
    assert_eq!(plan.limits.grant.cap, Money::dollars(396_000));
}

#[test]
fn a_target_outside_1_to_99_is_held_there() {
    let offer = offer(180_000, 300_000, 50_000, 50_000);
    assert_eq!(planned(&offer, 0, None).target_percentile, Some(1));
    assert_eq!(planned(&offer, 100, None).target_percentile, Some(99));
}

/// Found by the property below: the lowest rung is $999 above its even total of $883,001, and nothing is nearer. The
/// rungs before have given the sign-on's $1,000 away; with the grant's $1,000 that is left base could only fall to
/// $883,000 in all, a dollar too little.
#[test]
fn where_the_small_levers_are_nearly_used_up_a_rung_is_up_to_a_step_of_base_off() {
    let offer = offer(170_000, 3_000, 99_500, 99_500);
    let walk_away = Money::dollars(883_001);
    let plan = planned(&offer, 75, Some(883_001));
    let [.., above, lowest] = &plan.ladder;
    assert_eq!(above.ask.grant, Money::dollars(4_000));
    assert_eq!(above.ask.sign_on, offer.sign_on);
    assert_eq!(lowest.four_year_total, Money::dollars(884_000));
    assert!(as_near_as_it_gets(above, lowest, walk_away, &offer));
}

/// Whether a rung that is $500 or more above its even total can't be nearer: there is nothing left to take back but a
/// step of base, which is $2,000 over four years, and without it all that the rung before asks for is too little.
fn as_near_as_it_gets(above: &Figures, below: &Figures, even: Money, offer: &Offer) -> bool {
    let Ask { base, sign_on, grant } = below.ask;
    if sign_on != offer.sign_on || grant != offer.grant.value() {
        return false;
    }
    if base == offer.base {
        return true;
    }
    let lower = (base - Money::dollars(1).split(100)).rounded_down_to(Money::dollars(500)).max(offer.base);
    Figures::of(Ask { base: lower, ..above.ask }, offer).four_year_total < even
}
