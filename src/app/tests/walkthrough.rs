//! The walkthrough as a person goes through it.

use super::*;

#[tokio::test]
async fn the_whole_walkthrough_by_words() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in ["L6", "seattle", "185k", "90/70", "1,400 rsus @ 182.50", "yes", "march 15", "skip", "monthly", "120k"]
    {
        user.says(words).await;
    }
    user.says("Google, written, 450k a year").await;
    user.says("that's all").await;
    insta::assert_snapshot!(user.says("1.3m over four years").await, @r#"
    # Check your answers
    Got it: walk-away $1,300,000 over four years, $325,000 a year.
    Level: L6 (Senior)
    Role: software engineer
    Location: Seattle
    Base: $185,000 a year
    Sign-on: $90,000 in year 1, $70,000 in year 2
    RSU grant: 1,400 shares at $182.50 (of November 23, 2026), $255,500 over four years
    Vesting: 5/15/40/40, Amazon's usual
    In writing: yes
    Start date: Monday, March 15, 2027
    Reply by: not known yet
    Sign-on terms: monthly, repayment not known yet
    Left behind: $120,000
    Other offers: Google (in writing, $450,000 a year)
    Walk-away: $1,300,000 over four years, $325,000 a year
    (All right? Press the button or write "save". To correct one, write for example "base 190k".)
    "#);
    insta::assert_snapshot!(user.says("save").await, @"
    # Amazon L6, Seattle
    About the 15th percentile for L6 in Seattle: $288.9k a year on average. That is below the median: room to negotiate. The 75th is $364k: $301k more over four years.
    Y  Base  Sign-on   Stock   Total
    1  185k      90k   12.8k  287.8k
    2  185k      70k   38.3k  293.3k
    3  185k        0  102.2k  287.2k
    4  185k        0  102.2k  287.2k
    Base: $185,000, lower third ($180k to $220k)
    Sign-on, both years: $160,000, middle third ($100k to $200k)
    RSU grant, four years: $255,500, below the range ($300k to $500k)
    Watch out for
    - Pay drops in year 3 by $575 (0.2 %) against year 1. The sign-on has ended by then, so ask for more grant or base, which last.
    - Below the median: room to negotiate. The middle offer pays $174,764 more over four years. Counter with two or three levers at once; the scripts carry the figures.
    - Pay drops by $6,125 (2.1 %) from year 2 to year 3, when the sign-on ends. More grant carries years 3 and 4; ask for stock before sign-on.
    What to ask for
    Ask for a base of $212,500, a sign-on of $119,000 in year 1 and $81,000 in year 2, and $383,000 in stock. That is $277.5k more over four years, the most that these limits allow: $23.3k short of the 75th percentile.
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Share price $182.50, of November 23, 2026, held flat. Not financial, tax or legal advice.)
    ");
}

#[tokio::test]
async fn a_bare_no_keeps_what_was_answered() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in ["L6", "Seattle", "200k", "90/60"] {
        user.says(words).await;
    }
    user.says("back").await;
    let stays = user.says("no").await;
    assert!(stays.contains("Your answer stays. Press Keep it to go on, or write \"none\" to remove it."), "{stays}");
    user.presses("Keep it").await;
    for words in ["400k", "yes"] {
        user.says(words).await;
    }
    user.skips_to("Do you have other offers").await;
    assert!(user.says("Google 450k written").await.contains("Any other offer, or is that all?"));
    assert!(user.says("no").await.contains("What is the least you would accept?"));
    let card = user.says("skip").await;
    assert!(card.contains("Other offers: Google"), "{card}");
}

#[tokio::test]
async fn the_vesting_can_be_changed() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in ["L6", "seattle", "200k", "90/60", "400k", "yes"] {
        user.says(words).await;
    }
    user.skips_to("Check your answers").await;
    assert!(text(&user.shown).contains("Vesting: 5/15/40/40, Amazon's usual"), "{}", text(&user.shown));
    user.chooses("vesting").await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # Vesting
    When does the grant vest?
    So far: 5/15/40/40, Amazon's usual.
    (The percentages of each year and how often, for example "25/25/25/25 quarterly". "Usual" is Amazon's 5/15/40/40.)
    "#);
    user.presses("Type the schedule").await;
    user.fills(&[("answer", "25/25/25/25")]).await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # One thing to settle
    How often does it vest: yearly, every six months, quarterly or monthly?
    "#);
    user.presses("Quarterly").await;
    assert!(text(&user.shown).contains("Vesting: 25/25/25/25 quarterly, yours"), "{}", text(&user.shown));
    insta::assert_snapshot!(user.says("save").await, @r"
    # Amazon L6, Seattle
    About the 54th percentile for L6 in Seattle: $337.5k a year on average. The 75th is $364k: $106k more over four years.
    Y  Base  Sign-on  Stock  Total
    1  200k      90k   100k   390k
    2  200k      60k   100k   360k
    3  200k        0   100k   300k
    4  200k        0   100k   300k
    Base: $200,000, middle third ($180k to $220k)
    Sign-on, both years: $150,000, middle third ($100k to $200k)
    RSU grant, four years: $400,000, middle third ($300k to $500k)
    Watch out for
    - Pay drops in year 3 by $90,000 (23.1 %) against year 1. The sign-on has ended by then, so ask for more grant or base, which last.
    - Year 2 pays $30,000 (7.7 %) less than year 1. Ask for a larger sign-on in year 2.
    - Pay drops by $60,000 (16.7 %) from year 2 to year 3, when the sign-on ends. More grant carries years 3 and 4; ask for stock before sign-on.
    What to ask for
    Ask for a sign-on of $90,000 in year 1 and $90,000 in year 2, and $476,500 in stock, with base as offered. That is $106.5k more over four years and reaches the 75th percentile.
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Vesting 25/25/25/25 quarterly, as you gave it. Stock at a flat price. Not financial, tax or legal advice.)
    ");
    user.presses("How it is worked out").await;
    assert!(text(&user.shown).contains("25/25/25/25 % of the grant"), "{}", text(&user.shown));
    user.presses("Back to the analysis").await;
    user.presses("Edit").await;
    let shown = user.says("change vesting").await;
    assert!(shown.contains("So far: 25/25/25/25 quarterly, yours."), "{shown}");
    user.presses("Amazon's usual").await;
    assert!(text(&user.shown).contains("Vesting: 5/15/40/40, Amazon's usual"), "{}", text(&user.shown));
    let saved = user.says("save").await;
    assert!(!saved.contains("Vesting 25"), "{saved}");
}

#[tokio::test]
async fn the_whole_walkthrough_by_buttons() {
    let mut user = Conversation::new();
    user.venue = Venue::Shared;
    user.command("offer start", &[]).await;
    user.finds_direct_closed();
    user.presses("Continue here").await;
    user.presses("L7 (Principal)").await;
    user.presses("Seattle").await;
    user.presses("Type the answer").await;
    user.fills(&[("answer", "300k")]).await;
    user.presses("Type both amounts").await;
    user.fills(&[("year_1", "180k"), ("year_2", "120k")]).await;
    user.presses("Type the answer").await;
    user.fills(&[("answer", "1.15m"), ("price", "")]).await;
    user.presses("Not yet").await;
    user.presses("Skip").await;
    user.presses("Skip").await;
    user.chooses("lump_pro_rata").await;
    user.presses("Nothing").await;
    user.presses("None").await;
    user.presses("Skip").await;
    user.chooses("base").await;
    user.presses("Type the answer").await;
    user.fills(&[("answer", "310k")]).await;
    insta::assert_snapshot!(text(&user.shown), @"
    # Check your answers
    Got it: base $310,000 a year.
    Level: L7 (Principal)
    Role: software engineer
    Location: Seattle
    Base: $310,000 a year
    Sign-on: $180,000 in year 1, $120,000 in year 2
    RSU grant: $1,150,000 over four years
    Vesting: 5/15/40/40, Amazon's usual
    In writing: not yet
    Start date: not known yet
    Reply by: not known yet
    Sign-on terms: lump sum, repaid pro rata
    Left behind: none given
    Other offers: none given
    Walk-away: none given
    (All right? Then save. To correct one, choose it from the list.)
    ");
    user.presses("Save and analyse").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Amazon L7, Seattle
    About the 59th percentile for L7 in Seattle: $672.5k a year on average. The 75th is $733k: $241k more over four years.
    Y  Base  Sign-on   Stock   Total
    1  310k     180k   57.5k  547.5k
    2  310k     120k  172.5k  602.5k
    3  310k        0    460k    770k
    4  310k        0    460k    770k
    Base: $310,000, middle third ($250k to $350k)
    Sign-on, both years: $300,000, middle third ($200k to $400k)
    RSU grant, four years: $1,150,000, middle third ($800k to $1.5M)
    Watch out for
    - Nothing is in writing yet, so every figure can still change. Ask for the letter before you resign or turn anything else down.
    - Nothing is promised after year 4: year 5 is base alone, $460,000 less than year 4. Later grants are at Amazon's discretion, so count on none, and ask how they have been in this team.
    - No shares vest before month 12: leave earlier and the first $57,500 is lost with the rest. If you have a vest or bonus coming where you are now, use it as a reason for sign-on.
    What to ask for
    Ask for a base of $345,500 and a sign-on of $257,500 in year 1 and $142,500 in year 2, with stock as offered. That is $242k more over four years and reaches the 75th percentile.
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Stock at a flat price. Not financial, tax or legal advice.)
    ");
}

#[tokio::test]
async fn leaving_says_what_is_lost_and_what_is_not() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    user.says("L6").await;
    insta::assert_snapshot!(user.says("cancel").await, @"
    # Stop here?
    Answers so far: 1. What should I do with them?
    ");
    user.presses("Go on").await;
    user.says("Seattle").await;
    insta::assert_snapshot!(user.says("start over").await, @"
    # Start over?
    Answers so far: 2. Starting over throws them away.
    ");
    user.presses("Go on").await;
    user.says("cancel").await;
    user.presses("Delete them").await;
    user.command("offer quick", QUICK).await;
    user.command("offer edit", &[]).await;
    user.says("base 150k").await;
    insta::assert_snapshot!(user.says("cancel").await, @"
    # Stop editing?
    The saved offer stays as it was. What you changed here is not in it yet.
    ");
    user.presses("Keep them for later").await;
    user.command("offer start", &[]).await;
    insta::assert_snapshot!(user.says("start over").await, @"
    # Start over?
    That drops what you changed here and shows the offer as it is saved, to edit it from there.
    ");
    user.presses("Go on").await;
    user.says("cancel").await;
    insta::assert_snapshot!(user.presses("Drop the changes").await, @"Stopped. The saved offer is as it was; /offer show shows it.");
    assert!(user.command("offer show", &[]).await.contains("1  200k"), "{}", text(&user.shown));
}
