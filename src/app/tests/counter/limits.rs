//! Where the limits, the floor and the packages are near.

use super::*;

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
    insta::assert_snapshot!(text(&user.shown), @"
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
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Share price $912.37, of November 23, 2026, held flat. Not financial, tax or legal advice.)
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
    insta::assert_snapshot!(text(&user.shown), @"
    # Opening ask and ladder
    Open with a base of $220,000, a sign-on of $121,500 in year 1 and $78,500 in year 2, and $430,000 in stock: $160k more than offered over four years. It is $53.7k above your target, so that you have something to give.
    The least you would take is above even the opening ask, so there is nothing to give on the way. Hold the opening ask, ask what else can move, for example level or start date, and be ready to say no.
    What to say
    I'm excited about this role. Could you get to a base of $220,000, a sign-on of $121,500 in year 1 and $78,500 in year 2, and $430,000 in stock, or further?
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
    // An offer without stock is asked about, so it is entered where that can be answered.
    user.command("offer start", &[]).await;
    for words in ["L6", "sf", "197k", "none", "none", "yes"] {
        user.says(words).await;
    }
    user.skips_to("Check your answers").await;
    user.says("save").await;
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
