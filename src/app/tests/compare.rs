//! `/offer compare` through the door: other companies' offers entered, changed, compared.

use super::*;
use crate::reply::{Block, Card, Controls, Form};

fn widest_table(card: &Card) -> usize {
    let tables = card.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => table.lines().iter().map(|line| line.chars().count()).max(),
        _ => None,
    });
    tables.max().unwrap_or(0)
}

/// Chooses a company in the list, which opens its form.
async fn form_of(user: &mut Conversation, company: &str) -> Form {
    user.chooses(company).await;
    user.form()
}

pub(super) async fn google(user: &mut Conversation) -> String {
    user.command("offer compare", &[]).await;
    let form = form_of(user, "google").await;
    user.fills_kept(&form, &[("base", "210k"), ("sign_on", "50/20"), ("grant", "500k"), ("extras", "15 %")]).await
}

#[tokio::test]
async fn one_offer_beside_googles() {
    let mut user = Conversation::new();
    user.command("offer compare", &[]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Side by side
    There is nothing to compare yet. Enter your Amazon offer, and other companies' below.
    ");
    user.command("offer quick", QUICK).await;
    user.command("offer compare", &[]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Side by side
    You have one offer so far. Add another company's below, or enter a second one of Amazon's.
    ");
    insta::assert_snapshot!(google(&mut user).await, @"
    # The offer of Google
    $1.54M over four years at a flat share price.
    Base: $210,000 a year
    Sign-on: $50,000 in year 1, $20,000 in year 2
    Grant: $500,000, vesting 33/33/22/12 monthly
    Target bonus: 15 % of base a year
    Refreshers: none
    Y  Cash  Bonus  Stock   Total
    1  260k  31.5k   165k  456.5k
    2  230k  31.5k   165k  426.5k
    3  210k  31.5k   110k  351.5k
    4  210k  31.5k    60k  301.5k
    The vesting is what is usual at Google. Where that is from (well supported): A spokesperson to Business Insider for grants from May 2021; later reports agree. Some newer offers are reported with 38/32/20/10. Your letter decides.
    - Counts the target bonus in full, $31,500 a year; a target is not a promise.
    (No script speaks of it. Scripts may, once you say above how firm it is.)
    ");
    assert!(widest_table(&user.shown) <= 34);
    user.presses("Compare").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Side by side
    Google pays $186,000 more than Amazon L6, Seattle over four years (13.8 %), at a flat share price. In guaranteed cash Amazon L6, Seattle leads by $40,000.
             Amazon  Google
    Year 1     310k  456.5k
    Year 2     320k  426.5k
    Year 3     360k  351.5k
    Year 4     360k  301.5k
    4 years   1.35M   1.54M
    Cash       950k    910k
    - Google: Counts the target bonus in full, $31,500 a year; a target is not a promise.
    (Cash is base and sign-on: what is promised in money. Before tax.)
    ");
    assert!(widest_table(&user.shown) <= 34);
    user.chooses("recruiters").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Side by side
    Google pays $133.5k more than Amazon L6, Seattle over four years (8.9 %), with share prices growing 15 % a year. In guaranteed cash Amazon L6, Seattle leads by $40,000.
             Amazon  Google
    Year 1     310k  456.5k
    Year 2     329k  451.3k
    Year 3   411.6k    387k
    Year 4   443.3k  332.8k
    4 years   1.49M   1.63M
    Cash       950k    910k
    - Google: Counts the target bonus in full, $31,500 a year; a target is not a promise.
    (Cash is base and sign-on: what is promised in money. Before tax.)
    ");
}

#[tokio::test]
async fn close_offers_are_too_close_to_call() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.command("offer compare", &[]).await;
    let form = form_of(&mut user, "other").await;
    let filled =
        [("company", "Initech"), ("base", "200k"), ("sign_on", "90/60"), ("grant", "410k, 25/25/25/25 quarterly")];
    insta::assert_snapshot!(user.fills_kept(&form, &filled).await, @"
    # The offer of Initech
    $1.36M over four years at a flat share price.
    Base: $200,000 a year
    Sign-on: $90,000 in year 1, $60,000 in year 2
    Grant: $410,000, vesting 25/25/25/25 quarterly
    Refreshers: none
    Y  Cash  Bonus   Stock   Total
    1  290k      0  102.5k  392.5k
    2  260k      0  102.5k  362.5k
    3  200k      0  102.5k  302.5k
    4  200k      0  102.5k  302.5k
    (No script speaks of it. Scripts may, once you say above how firm it is.)
    ");
    user.command("offer compare", &[]).await;
    assert!(text(&user.shown).contains("Too close to call: Initech is $10,000 ahead"), "{}", text(&user.shown));
}

#[tokio::test]
async fn private_stock_asks_for_a_discount() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.command("offer compare", &[]).await;
    let form = form_of(&mut user, "openai").await;
    assert_eq!(
        form.inputs.iter().map(|input| input.value.as_str()).collect::<Vec<_>>(),
        ["", "", "", "25/25/25/25 quarterly", ""]
    );
    insta::assert_snapshot!(user.fills_kept(&form, &[("base", "250k"), ("grant", "800k")]).await, @"
    # The offer of OpenAI
    $1.8M over four years at a flat share price.
    Base: $250,000 a year
    Sign-on: none
    Grant: $800,000, vesting 25/25/25/25 quarterly
    Refreshers: none
    Y  Cash  Bonus  Stock  Total
    1  250k      0   200k   450k
    2  250k      0   200k   450k
    3  250k      0   200k   450k
    4  250k      0   200k   450k
    The vesting is what is usual at OpenAI. Where that is from (hearsay): Reports of about four years, of a dropped cliff in December 2025 and of a change from units to shares; the even quarters are assumed. Your letter decides.
    - Its stock is private and counted in full; set a discount for what you can't sell.
    (No script speaks of it. Scripts may, once you say above how firm it is.)
    ");
    user.presses("Set a discount").await;
    user.fills(&[("discount", "30")]).await;
    assert!(text(&user.shown).contains("Its stock is counted 30 % lower, as you set."), "{}", text(&user.shown));
    user.presses("Set a discount").await;
    user.fills(&[("discount", "lots")]).await;
    assert_eq!(
        text(&user.shown),
        "I can't read \"lots\" as a percentage from 0 to 100, so nothing is changed. Write it like 30."
    );
}

#[tokio::test]
async fn what_is_unclear_is_asked_about_and_kept() {
    let mut user = Conversation::new();
    user.command("offer compare", &[]).await;
    let form = form_of(&mut user, "other").await;
    let wrong = [("base", "lots"), ("sign_on", "a/b"), ("grant", "400k"), ("extras", "some, refreshers 1/2/3/4/5")];
    insta::assert_snapshot!(user.fills_kept(&form, &wrong).await, @r#"
    # Another company's offer
    Nothing is saved yet: one more look.
    - Company: I need its name.
    - Base: I see no amount for the base salary in "lots". Send it like 185k.
    - Sign-on: I can't read "a" as one year's sign-on. Send one figure, like 90k, or 0.
    - Vesting: how does the grant vest? Write it like 25/25/25/25 quarterly.
    - Bonus: I can't read "some" as a percentage of base. Write it like 15 %, refreshers 0/50/100.
    - Refreshers: give at most 4 years, like 50/20.
    (What you typed is kept in the form.)
    "#);
    user.presses("Open the form again").await;
    let again = user.form();
    assert_eq!(again.inputs[1].value, "lots");
    let slipped = [
        ("company", "Initech"),
        ("base", "21k"),
        ("sign_on", ""),
        ("grant", "400k, 25/25/25/20 quarterly"),
        ("extras", "10, refreshers 0/50/50"),
    ];
    insta::assert_snapshot!(user.fills_kept(&again, &slipped).await, @"
    # Another company's offer
    Nothing is saved yet: one more look.
    - Vesting: the years add up to 95 % of the grant, not 100 %; give one percentage for each year.
    - Just to be sure: did you mean base $210,000 a year? You wrote base $21,000 a year, which would be unusual.
    (What you typed is kept in the form.)
    ");
    let mut mended = slipped;
    mended[3] = ("grant", "400k, 25/25/25/25 quarterly");
    insta::assert_snapshot!(user.fills_kept(&again, &mended).await, @"
    # Another company's offer
    Nothing is saved yet: one more look.
    - Just to be sure: did you mean base $210,000 a year? You wrote base $21,000 a year, which would be unusual.
    (What you typed is kept in the form.)
    ");
    user.presses("Yes, as you suggest").await;
    insta::assert_snapshot!(text(&user.shown), @"
    # The offer of Initech
    $1.42M over four years at a flat share price.
    Base: $210,000 a year
    Sign-on: none
    Grant: $400,000, vesting 25/25/25/25 quarterly
    Target bonus: 10 % of base a year
    Refreshers: $50,000 in year 2, $50,000 in year 3
    Y  Cash  Bonus  Stock  Total
    1  210k    21k   100k   331k
    2  210k    21k   150k   381k
    3  210k    21k   150k   381k
    4  210k    21k   100k   331k
    - Counts the target bonus in full, $21,000 a year; a target is not a promise.
    - Counts $100,000 of refreshers that you expect; ask whether they are in writing.
    (No script speaks of it. Scripts may, once you say above how firm it is.)
    ");
}

#[tokio::test]
async fn a_known_company_typed_by_hand_gets_its_usual_vesting_and_says_so() {
    let mut user = Conversation::new();
    user.command("offer compare", &[]).await;
    let form = form_of(&mut user, "other").await;
    let shown = user.fills_kept(&form, &[("company", "meta"), ("base", "220k"), ("grant", "600k")]).await;
    assert!(shown.contains("Grant: $600,000, vesting 25/25/25/25 quarterly"), "{shown}");
    assert!(shown.contains("The vesting is what is usual at Meta. Where that is from (well supported): "), "{shown}");
}

#[tokio::test]
async fn an_offer_is_changed_and_deleted() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    google(&mut user).await;
    user.presses("Change").await;
    let form = user.form();
    let values: Vec<&str> = form.inputs.iter().map(|input| input.value.as_str()).collect();
    assert_eq!(values, ["$210,000", "$50,000 / $20,000", "$500,000", "33/33/22/12 monthly", "15 %"]);
    let shown =
        user.fills_kept(&form, &[("vesting", "38/32/20/10 monthly"), ("extras", "15 %, refreshers 0/100k")]).await;
    insta::assert_snapshot!(shown, @"
    # The offer of Google
    $1.64M over four years at a flat share price.
    Base: $210,000 a year
    Sign-on: $50,000 in year 1, $20,000 in year 2
    Grant: $500,000, vesting 38/32/20/10 monthly
    Target bonus: 15 % of base a year
    Refreshers: $100,000 in year 2
    Y  Cash  Bonus  Stock   Total
    1  260k  31.5k   190k  481.5k
    2  230k  31.5k   260k  521.5k
    3  210k  31.5k   100k  341.5k
    4  210k  31.5k    50k  291.5k
    Google usually vests 33/33/22/12 monthly; here stands what you wrote. Where that is from (well supported): A spokesperson to Business Insider for grants from May 2021; later reports agree. Some newer offers are reported with 38/32/20/10. Your letter decides.
    - Counts the target bonus in full, $31,500 a year; a target is not a promise.
    - Counts $100,000 of refreshers that you expect; ask whether they are in writing.
    (No script speaks of it. Scripts may, once you say above how firm it is.)
    ");
    user.presses("Change").await;
    let form = user.form();
    assert_eq!(form.inputs[4].value, "15 %, refreshers $0 / $100,000");
    assert_eq!(user.fills_kept(&form, &[]).await, shown, "an unchanged form changes nothing");
    let old = user.button("Change");
    user.presses("Delete").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Delete this offer?
    The offer of Google goes out of the comparison for good.
    ");
    user.presses("Delete it").await;
    assert!(text(&user.shown).contains("Deleted: the offer of Google."), "{}", text(&user.shown));
    user.presses_kept(old).await;
    assert_eq!(text(&user.shown), "That offer is deleted. /offer compare shows the ones you have.");
}

#[tokio::test]
async fn five_fit_and_the_user_says_which() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    google(&mut user).await;
    google(&mut user).await;
    assert!(text(&user.shown).starts_with("# The offer of Google (2)"), "{}", text(&user.shown));
    user.command("offer compare", &[]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Side by side
    Too close to call: Google and Google (2) both pay $1,536,000 over four years, at a flat share price. In guaranteed cash Amazon L6, Seattle leads by $40,000.
             Amazon  Google  Google…
    Year 1     310k  456.5k   456.5k
    Year 2     320k  426.5k   426.5k
    Year 3     360k  351.5k   351.5k
    Year 4     360k  301.5k   301.5k
    4 years   1.35M   1.54M    1.54M
    Cash       950k    910k     910k
    Google… is Google (2).
    - Google: Counts the target bonus in full, $31,500 a year; a target is not a promise.
    - Google (2): Counts the target bonus in full, $31,500 a year; a target is not a promise.
    (Cash is base and sign-on: what is promised in money. Before tax.)
    ");
    google(&mut user).await;
    google(&mut user).await;
    user.command("offer quick", QUICK).await;
    user.command("offer compare", &[]).await;
    let five = text(&user.shown);
    assert_eq!(five.matches("of it guaranteed cash").count(), 5, "{five}");
    assert!(widest_table(&user.shown) <= 34);
    assert!(user.shown.controls.len() <= 5);
    user.chooses("o1").await;
    assert!(text(&user.shown).contains("At most 5 offers fit side by side. Leave one out first."));
    user.chooses("r3").await;
    user.chooses("r4").await;
    user.chooses("r2").await;
    user.chooses("recruiters").await;
    assert!(widest_table(&user.shown) <= 34);
    insta::assert_snapshot!(text(&user.shown), @r"
    # Side by side
    Google pays $133.5k more than Amazon L6, Seattle (2) over four years (8.9 %), with share prices growing 15 % a year. In guaranteed cash Amazon L6, Seattle leads by $40,000.
                 #2  Google      #1
    Year 1     310k  456.5k    310k
    Year 2     329k  451.3k    329k
    Year 3   411.6k    387k  411.6k
    Year 4   443.3k  332.8k  443.3k
    4 years   1.49M   1.63M   1.49M
    Cash       950k    910k    950k
    #2 is Amazon L6, Seattle (2); #1 is Amazon L6, Seattle.
    - Google: Counts the target bonus in full, $31,500 a year; a target is not a promise.
    (Cash is base and sign-on: what is promised in money. Before tax.)
    ");
    user.command("offer compare", &[]).await;
    user.chooses("r1").await;
    user.chooses("o1").await;
    assert!(text(&user.shown).contains("Take one back in below"), "{}", text(&user.shown));
    assert!(
        user.shown.controls.iter().all(|row| !matches!(row, Controls::Select { options, .. } if options.len() > 25))
    );
}

#[tokio::test]
async fn ten_are_kept_at_most() {
    let mut user = Conversation::new();
    for _ in 0..10 {
        assert!(google(&mut user).await.starts_with("# The offer of Google"));
    }
    assert_eq!(
        google(&mut user).await,
        "Not saved: you have 10 offers of other companies, the most I keep. Delete one in /offer compare."
    );
}

#[tokio::test]
async fn offers_named_in_the_walkthrough_can_be_entered_fully() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.presses("Edit").await;
    user.chooses("competing").await;
    user.says("Initech, written, 450k a year").await;
    user.says("yes").await;
    user.says("that's all").await;
    user.presses("Save the changes").await;
    user.presses("Compare").await;
    assert!(
        text(&user.shown).contains("- Initech (in writing, $450,000 a year): enter it fully to compare it."),
        "{}",
        text(&user.shown)
    );
    let form = form_of(&mut user, "named_0").await;
    assert_eq!(form.inputs[0].value, "Initech");
    user.fills_kept(&form, &[("base", "250k"), ("grant", "800k, 25x4 yearly")]).await;
    user.presses("Compare").await;
    assert!(!text(&user.shown).contains("enter it fully"), "{}", text(&user.shown));
}
