//! The counter plan, its ladder and packages, as a person sees them.

mod limits;

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
    user.skips_to("Check your answers").await;
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
    insta::assert_snapshot!(format!("{}\n{}", text(&user.shown), controls(&user.shown)), @"
    # Counter plan: Amazon L6, Denver, CO
    Ask for a sign-on of $150,500 in year 1 and $107,500 in year 2, and $430,000 in stock, with base as offered. That is $138k more over four years. I have no pay range to hold it against, so I aim for 10 % more: my choice, without a source.
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
