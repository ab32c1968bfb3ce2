//! The counter plan, its ladder and packages, as a person sees them.

use std::collections::BTreeMap;

use super::*;
use crate::reply::{Action, Press, Verb};

/// `/offer quick` with some options changed.
pub(super) async fn quick(user: &mut Conversation, changed: &[(&str, &str)]) {
    let mut options: BTreeMap<&str, &str> = QUICK.iter().copied().collect();
    options.extend(changed.iter().copied());
    user.command("offer quick", &options.into_iter().collect::<Vec<_>>()).await;
}

/// What can be pressed and chosen on the last card.
pub(super) fn controls(card: &Card) -> String {
    let rows = card.controls.iter().map(|row| match row {
        Controls::Buttons(buttons) => {
            buttons.iter().map(|button| format!("[{}]", button.label)).collect::<Vec<_>>().join(" ")
        }
        Controls::Select { prompt, options, .. } => {
            let labels: Vec<&str> = options.iter().map(|option| option.label.as_str()).collect();
            format!("({prompt}: {})", labels.join(", "))
        }
    });
    rows.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn the_plan_of_a_middling_offer() {
    let mut user = Conversation::new();
    quick(&mut user, &[]).await;
    user.presses("Counter plan").await;
    insta::assert_snapshot!(format!("{}\n{}", text(&user.shown), controls(&user.shown)), @r"
    # Counter plan: Amazon L6, Seattle
    Ask for a base of $214,500 and a sign-on of $120,000 in year 1 and $80,000 in year 2, with stock as offered. That is $108k more over four years and reaches the 75th percentile.
            Offered     Ask    Open
    Base       200k  214.5k    220k
    Sign 1      90k    120k  121.5k
    Sign 2      60k     80k   78.5k
    Stock      400k    400k    430k
    4 yrs     1.35M   1.46M   1.51M
    Year by year it pays $354.5k, $354.5k, $374.5k, and $374.5k: of all asks within the limits that reach it, the most even.
    A rise of 8 % over four years is for the recruiter to approve; the opening ask, at 11.8 %, is for the hiring manager. That is the playbook's claim.
    How far each part goes
    - Base: up to $220,000, the top of the range for L6 in Seattle.
    - Sign-on, both years: up to $200,000, the top of the range for L6 in Seattle. The ask is there.
    - Stock: up to $500,000, the top of the range for L6 in Seattle.
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Stock at a flat price. Not financial, tax or legal advice.)
    [Opening ask and ladder] [Three packages] [E-mail] [Scripts] [The analysis]
    (Target: the 75th. Aim for another: The 50th, The 60th, The 90th)
    ");
    user.presses("Opening ask and ladder").await;
    insta::assert_snapshot!(format!("{}\n{}", text(&user.shown), controls(&user.shown)), @r"
    # Opening ask and ladder
    Open with a base of $220,000, a sign-on of $121,500 in year 1 and $78,500 in year 2, and $430,000 in stock: $160k more than offered over four years. It is $53.7k above your target, so that you have something to give.
       Base  Sign-on   Stock  4 yrs
    1  220k     200k    430k  1.51M
    2  215k     187k    423k  1.47M
    3  210k   174.5k  415.5k  1.43M
    4  205k     162k    408k  1.39M
    5  200k     150k    400k  1.35M
    Go down one step only when they have moved, and only as far as you need. What to say on each:
    1. Open
    I'm excited about this role, and with a base of $220,000, a sign-on of $121,500 in year 1 and $78,500 in year 2, and $430,000 in stock, I'd be glad to say yes.
    2. First step down
    I hear you, and I want this to work: could you get to a base of $215,000, a sign-on of $113,500 in year 1 and $73,500 in year 2, and $423,000 in stock?
    3. The middle
    Let me meet you in the middle: a base of $210,000, a sign-on of $105,500 in year 1 and $69,000 in year 2, and $415,500 in stock would work for me.
    4. One more
    I can move once more, to a base of $205,000, a sign-on of $97,500 in year 1 and $64,500 in year 2, and $408,000 in stock.
    5. The last
    Thank you for looking into it with me: a base of $200,000, a sign-on of $90,000 in year 1 and $60,000 in year 2, and $400,000 in stock, as offered, works for me.
    (Step 5 is the offer as it stands.)
    [Back to the plan] [The analysis]
    ");
    user.presses("Back to the plan").await;
    user.presses("Three packages").await;
    insta::assert_snapshot!(format!("{}\n{}", text(&user.shown), controls(&user.shown)), @r"
    # Three packages
    Three ways to $1.46M over four years, worth the same within $1,000. Offer them together: it shows you are flexible, and their choice tells you where they have room.
            A base  B sign  C stock
    Base      220k    200k     202k
    Sign 1    109k    123k      90k
    Sign 2     69k     77k      60k
    Stock     400k    458k     500k
    4 yrs    1.46M   1.46M    1.46M
    What to say
    Any of these three would work for me; choose whichever is easiest on your side:
    A) a base of $220,000, a sign-on of $109,000 in year 1 and $69,000 in year 2, and $400,000 in stock
    B) a base of $200,000, a sign-on of $123,000 in year 1 and $77,000 in year 2, and $458,000 in stock
    C) a base of $202,000, a sign-on of $90,000 in year 1 and $60,000 in year 2, and $500,000 in stock
    (A is led by base, B by sign-on, C by stock. Stock at a flat price.)
    [Back to the plan] [The analysis]
    ");
    user.presses("The analysis").await;
    assert!(text(&user.shown).starts_with("# Amazon L6, Seattle\nAbout the 54th"));
}

#[tokio::test]
async fn a_target_is_kept_with_the_offer() {
    let mut user = Conversation::new();
    quick(&mut user, &[]).await;
    user.command("counter", &[("target", "90th")]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Counter plan: Amazon L6, Seattle
    Ask for a base of $220,000, a sign-on of $125,000 in year 1 and $75,000 in year 2, and $500,000 in stock. That is $230k more over four years and reaches the 90th percentile.
            Offered    Ask   Open
    Base       200k   220k   220k
    Sign 1      90k   125k   125k
    Sign 2      60k    75k    75k
    Stock      400k   500k   500k
    4 yrs     1.35M  1.58M  1.58M
    Year by year it pays $370k, $370k, $420k, and $420k: of all asks within the limits that reach it, the most even.
    A rise of 17 % over four years is for the hiring manager to approve. That is the playbook's claim.
    How far each part goes
    - Base: up to $220,000, the top of the range for L6 in Seattle. The ask is there.
    - Sign-on, both years: up to $200,000, the top of the range for L6 in Seattle. The ask is there.
    - Stock: up to $500,000, the top of the range for L6 in Seattle. The ask is there.
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Stock at a flat price. Not financial, tax or legal advice.)
    ");
    user.command("offer show", &[]).await;
    assert!(text(&user.shown).contains("The 90th is"), "{}", text(&user.shown));
    user.command("counter", &[]).await;
    user.chooses("60").await;
    insta::assert_snapshot!(format!("{}\n{}", text(&user.shown), controls(&user.shown)), @r"
    # Counter plan: Amazon L6, Seattle
    Ask for a sign-on of $120,000 in year 1 and $80,000 in year 2, with base and stock as offered. That is $50k more over four years and reaches the 60th percentile.
            Offered   Ask  Open
    Base       200k  200k  200k
    Sign 1      90k  120k  120k
    Sign 2      60k   80k   80k
    Stock      400k  400k  400k
    4 yrs     1.35M  1.4M  1.4M
    Year by year it pays $340k, $340k, $360k, and $360k: of all asks within the limits that reach it, the most even.
    A rise of 3.7 % over four years is for the recruiter to approve. That is the playbook's claim.
    How far each part goes
    - Base: up to $220,000, the top of the range for L6 in Seattle.
    - Sign-on, both years: up to $200,000, the top of the range for L6 in Seattle. The ask is there.
    - Stock: up to $500,000, the top of the range for L6 in Seattle.
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Stock at a flat price. Not financial, tax or legal advice.)
    [Opening ask and ladder] [Three packages] [E-mail] [Scripts] [The analysis]
    (Target: the 60th. Aim for another: The 50th, The 75th, The 90th)
    ");
    for target in ["0", "100", "lots", "7.5"] {
        user.command("counter", &[("target", target)]).await;
        assert!(text(&user.shown).starts_with("The target is a percentile from 1 to 99"), "{target}");
    }
    user.command("counter", &[]).await;
    assert!(text(&user.shown).contains("the 60th percentile"));
    user.chooses("50").await;
    insta::assert_snapshot!(format!("{}\n{}", text(&user.shown), controls(&user.shown)), @r"
    # Counter plan: Amazon L6, Seattle
    The offer is already at or above the 50th percentile, your target: the figures leave nothing to ask for. Aim higher below, or talk about what is not pay.
    How far each part goes
    - Base: up to $220,000, the top of the range for L6 in Seattle.
    - Sign-on, both years: up to $200,000, the top of the range for L6 in Seattle.
    - Stock: up to $500,000, the top of the range for L6 in Seattle.
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Stock at a flat price. Not financial, tax or legal advice.)
    [Scripts] [The analysis]
    (Target: the 50th. Aim for another: The 60th, The 75th, The 90th)
    ");
}

#[tokio::test]
async fn without_an_offer_the_walkthrough_comes_back_to_the_plan() {
    let mut user = Conversation::new();
    user.command("counter", &[("target", "60")]).await;
    for words in ["L6", "seattle", "185k", "90/70", "300k", "yes"] {
        user.says(words).await;
    }
    for _ in 0..6 {
        user.says("skip").await;
    }
    user.says("save").await;
    let shown = text(&user.shown);
    assert!(shown.starts_with("# Counter plan: Amazon L6, Seattle") && shown.contains("60th"), "{shown}");
    user.command("counter", &[("offer", "nothing")]).await;
    assert!(text(&user.shown).contains("None of your offers is called \"nothing\"."));
}

#[tokio::test]
async fn without_a_band_the_aim_is_said_to_be_the_bots_own() {
    let mut user = Conversation::new();
    quick(&mut user, &[("location", "Denver, CO")]).await;
    user.presses("Counter plan").await;
    insta::assert_snapshot!(format!("{}\n{}", text(&user.shown), controls(&user.shown)), @r"
    # Counter plan: Amazon L6, Denver, CO
    Ask for a sign-on of $150,500 in year 1 and $107,500 in year 2, and $430,000 in stock, with base as offered. That is $138k more over four years. I have no pay range for this level and place, so I aim for 10 % more: my choice, without a source.
            Offered     Ask   Open
    Base       200k    200k   200k
    Sign 1      90k  150.5k   168k
    Sign 2      60k  107.5k   120k
    Stock      400k    430k   480k
    4 yrs     1.35M   1.49M  1.57M
    Year by year it pays $372k, $372k, $372k, and $372k: of all asks within the limits that reach it, the most even.
    A rise of 10.2 % over four years is for the hiring manager to approve. That is the playbook's claim.
    How far each part goes
    - Base: up to $230,000, 15 % over the offer: the playbook's claim.
    - Sign-on, both years: up to $450,000, three times the offer: the playbook's claim.
    - Stock: up to $600,000, half more than offered: the playbook's claim.
    (Stock at a flat price. Not financial, tax or legal advice.)
    [Opening ask and ladder] [Three packages] [E-mail] [Scripts] [The analysis]
    ");
}

#[tokio::test]
async fn limits_that_stop_short_are_said() {
    let mut user = Conversation::new();
    quick(&mut user, &[("base", "150k"), ("sign_on_1", "0"), ("sign_on_2", "0"), ("rsu", "150k")]).await;
    user.presses("Counter plan").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Counter plan: Amazon L6, Seattle
    Ask for a base of $172,500, a sign-on of $86,500 in year 1 and $63,500 in year 2, and $225,000 in stock. That is $315k more over four years, the most that these limits allow: $391.3k short of the 75th percentile.
            Offered     Ask    Open
    Base       150k  172.5k  172.5k
    Sign 1        0   86.5k   86.5k
    Sign 2        0   63.5k   63.5k
    Stock      150k    225k    225k
    4 yrs      750k   1.07M   1.07M
    Year by year it pays $270.3k, $269.8k, $262.5k, and $262.5k.
    A rise of 42 % over four years is for a vice president to approve. That is the playbook's claim.
    How far each part goes
    - Base: up to $172,500, 15 % over the offer: the playbook's claim. The ask is there.
    - Sign-on, both years: up to $150,000, the middle of the range for L6 in Seattle, as none is offered. The ask is there.
    - Stock: up to $225,000, half more than offered: the playbook's claim. The ask is there.
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Stock at a flat price. Not financial, tax or legal advice.)
    ");
    quick(&mut user, &[("base", "220k"), ("sign_on_1", "100k"), ("sign_on_2", "100k"), ("rsu", "500k")]).await;
    user.command("counter", &[("target", "95")]).await;
    insta::assert_snapshot!(format!("{}\n{}", text(&user.shown), controls(&user.shown)), @r"
    # Counter plan: Amazon L6, Seattle (2)
    The offer is $79k short of the 95th percentile, but every part is at its limit already: only another level would move it.
    How far each part goes
    - Base: $220,000 as offered; it has no room.
    - Sign-on, both years: $200,000 as offered; it has no room.
    - Stock: $500,000 as offered; it has no room.
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Stock at a flat price. Not financial, tax or legal advice.)
    [Scripts] [The analysis]
    (Target: the 95th. Aim for another: The 50th, The 60th, The 75th, The 90th)
    ");
}

#[tokio::test]
async fn a_large_offer_shows_its_last_500_dollars() {
    let mut user = Conversation::new();
    let large = [
        ("level", "L7"),
        ("base", "270k"),
        ("sign_on_1", "150k"),
        ("sign_on_2", "100k"),
        ("rsu", "1,100 shares"),
        ("price", "912.37"),
    ];
    quick(&mut user, &large).await;
    user.presses("Counter plan").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Counter plan: Amazon L7, Seattle
    Ask for a base of $310,500, a sign-on of $264,500 in year 1 and $135,500 in year 2, and $1,289,000 in stock. That is $597.4k more over four years and reaches the 75th percentile.
            Offered     Ask    Open
    Base       270k  310.5k  310.5k
    Sign 1     150k  264.5k    275k
    Sign 2     100k  135.5k    125k
    Stock   1003.6k   1289k   1500k
    4 yrs     2.33M   2.93M   3.14M
    Year by year it pays $639.5k, $639.4k, $826.1k, and $826.1k: of all asks within the limits that reach it, the most even.
    A rise of 25.6 % over four years is for a director to approve; the opening ask, at 34.6 %, is for a vice president. That is the playbook's claim.
    How far each part goes
    - Base: up to $310,500, 15 % over the offer: the playbook's claim. The ask is there.
    - Sign-on, both years: up to $400,000, the top of the range for L7 in Seattle. The ask is there.
    - Stock: up to $1,500,000, the top of the range for L7 in Seattle.
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Share price $912.37, as you gave it, held flat. Not financial, tax or legal advice.)
    ");
    user.presses("Three packages").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Three packages
    Three ways to $2.93M over four years, worth the same within $1,000. Offer them together: it shows you are flexible, and their choice tells you where they have room.
            A base  B sign  C stock
    Base    310.5k    270k     295k
    Sign 1  264.5k  272.5k     151k
    Sign 2  135.5k  127.5k     100k
    Stock    1289k   1451k    1500k
    4 yrs    2.93M   2.93M    2.93M
    What to say
    Any of these three would work for me; choose whichever is easiest on your side:
    A) a base of $310,500, a sign-on of $264,500 in year 1 and $135,500 in year 2, and $1,289,000 in stock
    B) a base of $270,000, a sign-on of $272,500 in year 1 and $127,500 in year 2, and $1,451,000 in stock
    C) a base of $295,000, a sign-on of $151,000 in year 1 and $100,000 in year 2, and $1,500,000 in stock
    (A is led by base, B by sign-on, C by stock. Stock at a flat price.)
    ");
}

/// An offer whose least the user would take is `walk_away`.
async fn with_walk_away(walk_away: &str) -> Conversation {
    let mut user = Conversation::new();
    quick(&mut user, &[]).await;
    user.presses("Edit").await;
    user.says(&format!("walk away {walk_away} over four years")).await;
    user.presses("Save the changes").await;
    user
}

#[tokio::test]
async fn a_floor_out_of_reach_is_said_and_a_floor_in_reach_is_the_last_step() {
    let mut user = with_walk_away("2.5m").await;
    user.presses("Counter plan").await;
    assert!(text(&user.shown).contains("The least you would take is above even the opening ask"));
    user.presses("Opening ask and ladder").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Opening ask and ladder
    Open with a base of $220,000, a sign-on of $121,500 in year 1 and $78,500 in year 2, and $430,000 in stock: $160k more than offered over four years. It is $53.7k above your target, so that you have something to give.
    The least you would take is above even the opening ask, so there is nothing to give on the way. Hold the opening ask, ask what else can move, for example level or start date, and be ready to say no.
    What to say
    I'm excited about this role, and with a base of $220,000, a sign-on of $121,500 in year 1 and $78,500 in year 2, and $430,000 in stock, I'd be glad to say yes.
    ");
    let mut user = with_walk_away("1,401,337").await;
    user.presses("Counter plan").await;
    user.presses("Opening ask and ladder").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Opening ask and ladder
    Open with a base of $220,000, a sign-on of $121,500 in year 1 and $78,500 in year 2, and $430,000 in stock: $160k more than offered over four years. It is $53.7k above your target, so that you have something to give.
         Base  Sign-on   Stock  4 yrs
    1    220k     200k    430k  1.51M
    2  216.5k     191k    426k  1.48M
    3    213k   182.5k  421.5k  1.46M
    4  209.5k     174k    417k  1.43M
    5    206k   165.5k    412k   1.4M
    Go down one step only when they have moved, and only as far as you need. What to say on each:
    1. Open
    I'm excited about this role, and with a base of $220,000, a sign-on of $121,500 in year 1 and $78,500 in year 2, and $430,000 in stock, I'd be glad to say yes.
    2. First step down
    I hear you, and I want this to work: could you get to a base of $216,500, a sign-on of $116,000 in year 1 and $75,000 in year 2, and $426,000 in stock?
    3. The middle
    Let me meet you in the middle: a base of $213,000, a sign-on of $110,500 in year 1 and $72,000 in year 2, and $421,500 in stock would work for me.
    4. One more
    I can move once more, to a base of $209,500, a sign-on of $105,000 in year 1 and $69,000 in year 2, and $417,000 in stock.
    5. The last
    If you can confirm a base of $206,000, a sign-on of $100,000 in year 1 and $65,500 in year 2, and $412,000 in stock, I'm ready to accept.
    (Step 5 is the least you told me you would take. Only you see that; no line above says it.)
    ");
    assert!(!text(&user.shown).contains("1,401,337"));
}

#[tokio::test]
async fn packages_where_the_limits_are_near() {
    let mut user = Conversation::new();
    quick(&mut user, &[]).await;
    user.command("counter", &[("target", "99")]).await;
    user.presses("Three packages").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Three packages
    What you ask for is so near the limits that there are no three really different ways to it: ask for the plan's figures alone.
    ");
    quick(&mut user, &[("location", "sf"), ("base", "197k"), ("sign_on_1", "0"), ("sign_on_2", "0"), ("rsu", "0")])
        .await;
    user.command("counter", &[("target", "65")]).await;
    assert!(text(&user.shown).starts_with("# Counter plan: Amazon L6, the Bay Area"), "{}", text(&user.shown));
    user.presses("Three packages").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Three packages
    Three ways to $1.02M over four years, worth the same within $1,000. Offer them together: it shows you are flexible, and their choice tells you where they have room. That is $71k less than the plan asks for, the nearest value that all three can reach.
                 A      B      C
    Base    226.5k   209k   226k
    Sign 1     57k  92.5k    58k
    Sign 2     57k    92k    58k
    Stock        0      0      0
    4 yrs    1.02M  1.02M  1.02M
    What to say
    Any of these three would work for me; choose whichever is easiest on your side:
    A) a base of $226,500 and a sign-on of $57,000 in year 1 and $57,000 in year 2
    B) a base of $209,000 and a sign-on of $92,500 in year 1 and $92,000 in year 2
    C) a base of $226,000 and a sign-on of $58,000 in year 1 and $58,000 in year 2
    (Stock at a flat price.)
    ");
    quick(&mut user, &[("base", "220k"), ("sign_on_1", "100k"), ("sign_on_2", "100k")]).await;
    user.command("counter", &[("target", "90")]).await;
    user.presses("Three packages").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Three packages
    What you ask for is so near the limits that there are no three really different ways to it: ask for the plan's figures alone.
    ");
}

#[tokio::test]
async fn old_buttons_of_a_plan_that_now_asks_for_nothing() {
    let mut user = Conversation::new();
    quick(&mut user, &[]).await;
    user.presses("Counter plan").await;
    let (ladder, packages) = (user.button("Opening ask and ladder"), user.button("Three packages"));
    user.chooses("50").await;
    user.presses_kept(ladder).await;
    assert!(text(&user.shown).contains("There is nothing to open with"), "{}", text(&user.shown));
    user.presses_kept(packages).await;
    assert!(text(&user.shown).contains("nothing to trade"), "{}", text(&user.shown));
    user.presses("Back to the plan").await;
    user.command("offer delete", &[]).await;
    let back = user.button("Keep it");
    user.presses("Delete it").await;
    user.presses_kept(Press { action: Action { verb: Verb::Counter, ..back.action }, ..back }).await;
    assert!(text(&user.shown).starts_with("That offer is deleted."));
}
