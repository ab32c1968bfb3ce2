//! `/offer revise` through the door: nothing is saved silently, what moved is shown.

use super::*;
use crate::reply::Form;

async fn form(user: &mut Conversation) -> Form {
    user.command("offer revise", &[]).await;
    user.form()
}

fn values(form: &Form) -> Vec<&str> {
    form.inputs.iter().map(|input| input.value.as_str()).collect()
}

#[tokio::test]
async fn what_moved_by_component_and_year() {
    let mut user = Conversation::new();
    user.command("offer revise", &[]).await;
    assert!(text(&user.shown).contains("no saved offer"));
    user.command("offer quick", QUICK).await;
    let form = form(&mut user).await;
    assert_eq!(values(&form), ["$200,000", "$90,000", "$60,000", "$400,000", ""]);
    insta::assert_snapshot!(user.fills_kept(&form, &[("base", "210k"), ("grant", "450k")]).await, @r"
    # Round 2: Amazon L6, Seattle
    Better by $90,000 over four years (6.7 %): base up $10,000 a year, grant up $50,000.
               Before     Now   Moved
    Base         200k    210k    +10k
    Sign-on 1     90k     90k       0
    Sign-on 2     60k     60k       0
    Grant        400k    450k    +50k
    Year 1       310k  322.5k  +12.5k
    Year 2       320k  337.5k  +17.5k
    Year 3       360k    390k    +30k
    Year 4       360k    390k    +30k
    4 years     1.35M   1.44M    +90k
    (The earlier numbers are kept. If the new ones came by phone, ask for them in writing. /offer edit is for corrections.)
    ");
    user.presses("The analysis").await;
    assert!(text(&user.shown).contains("1  210k"), "{}", text(&user.shown));
    let form = self::form(&mut user).await;
    assert_eq!(values(&form), ["$210,000", "$90,000", "$60,000", "$450,000", ""]);
    insta::assert_snapshot!(user.fills_kept(&form, &[("base", "220,000"), ("grant", "412k")]).await, @r"
    # Round 3: Amazon L6, Seattle
    A shuffle: base up $10,000 a year, grant down $38,000, and the four-year total is only $2,000 more (0.1 %).
               Before     Now  Moved
    Base         210k    220k   +10k
    Sign-on 1     90k     90k      0
    Sign-on 2     60k     60k      0
    Grant        450k    412k   -38k
    Year 1     322.5k  330.6k  +8.1k
    Year 2     337.5k  341.8k  +4.3k
    Year 3       390k  384.8k  -5.2k
    Year 4       390k  384.8k  -5.2k
    4 years     1.44M   1.44M    +2k
    A shuffle moves the same money to another place. Ask for the total to go up, not for the parts to move.
    (The earlier numbers are kept. If the new ones came by phone, ask for them in writing. /offer edit is for corrections.)
    ");
}

#[tokio::test]
async fn the_same_numbers_are_no_new_round() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    let form = form(&mut user).await;
    insta::assert_snapshot!(user.fills_kept(&form, &[]).await, @r"
    # Round 1: Amazon L6, Seattle
    Nothing changed: the same base, sign-on and grant as before.
    ");
}

#[tokio::test]
async fn figures_ten_times_off_are_asked_about_and_kept() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    let form = form(&mut user).await;
    let slipped = &[("base", "21k"), ("sign_on_1", "100k")];
    insta::assert_snapshot!(user.fills_kept(&form, slipped).await, @"
    # New numbers
    Nothing is saved yet: one more look.
    - Just to be sure: did you mean base $210,000 a year? You wrote base $21,000 a year, which would be unusual.
    (What you typed is kept in the form.)
    ");
    user.command("offer show", &[]).await;
    assert!(text(&user.shown).contains("1  200k"), "nothing is saved: {}", text(&user.shown));
    let again = self::form(&mut user).await;
    assert_eq!(values(&again), ["21k", "100k", "$60,000", "$400,000", ""]);
    user.fills_kept(&form, slipped).await;
    user.presses("Open the form again").await;
    assert_eq!(values(&user.form())[0], "21k");
    user.presses("Yes, as you suggest").await;
    assert!(
        text(&user.shown).contains("base up $10,000 a year, sign-on in year 1 up $10,000."),
        "{}",
        text(&user.shown)
    );
    assert_eq!(values(&self::form(&mut user).await)[0], "$210,000");
    user.fills_kept(&form, &[("base", "21k")]).await;
    user.presses("No, as I wrote").await;
    assert!(text(&user.shown).starts_with("# Round 3"), "{}", text(&user.shown));
    assert_eq!(values(&self::form(&mut user).await)[0], "$21,000");
}

#[tokio::test]
async fn what_cannot_be_read_is_said_with_its_input() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    let form = form(&mut user).await;
    let wrong = &[("base", "more"), ("sign_on_2", "none"), ("grant", "100k a year"), ("price", "182")];
    insta::assert_snapshot!(user.fills_kept(&form, wrong).await, @r#"
    # New numbers
    Nothing is saved yet: one more look.
    - Base: I see no amount for the base salary in "more". Send it like 185k.
    - Grant: "100k a year" is already in dollars, so it takes no price. Send shares with a price, like 2200 shares and 182.50, or dollars alone.
    (What you typed is kept in the form.)
    "#);
    insta::assert_snapshot!(user.fills_kept(&form, &[("grant", "2200 shares")]).await, @r"
    # New numbers
    Nothing is saved yet: one more look.
    - Grant: I need the price a share too, for example 182.50.
    (What you typed is kept in the form.)
    ");
}

#[tokio::test]
async fn shares_keep_the_day_of_a_price_that_stays() {
    let mut user = Conversation::new();
    let mut options = QUICK.to_vec();
    options[5] = ("rsu", "2200 shares");
    options.push(("price", "182.50"));
    user.command("offer quick", &options).await;
    let form = form(&mut user).await;
    assert_eq!(values(&form), ["$200,000", "$90,000", "$60,000", "2,200 shares", "$182.50"]);
    insta::assert_snapshot!(user.fills_kept(&form, &[("grant", "2400 shares"), ("price", "190")]).await, @r"
    # Round 2: Amazon L6, Seattle
    Better by $54,500 over four years (4 %): grant up $54,500. $18,000 of the grant's change is the share price, $190 instead of $182.50, not the offer.
               Before     Now   Moved
    Base         200k    200k       0
    Sign-on 1     90k     90k       0
    Sign-on 2     60k     60k       0
    Grant      401.5k    456k  +54.5k
    Year 1     310.1k  312.8k   +2.7k
    Year 2     320.2k  328.4k   +8.2k
    Year 3     360.6k  382.4k  +21.8k
    Year 4     360.6k  382.4k  +21.8k
    4 years     1.35M   1.41M  +54.5k
    (The earlier numbers are kept. If the new ones came by phone, ask for them in writing. /offer edit is for corrections.)
    ");
    let form = self::form(&mut user).await;
    let widest =
        text(&user.shown).lines().filter(|line| line.starts_with("Year")).map(|line| line.chars().count()).max();
    assert!(widest <= Some(34), "{widest:?}");
    assert!(user.fills_kept(&form, &[("grant", "500k")]).await.contains("grant up $44,000"), "{}", text(&user.shown));
}

#[tokio::test]
async fn a_correction_is_no_round() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.presses("Edit").await;
    user.says("base 205k").await;
    user.presses("Save the changes").await;
    let form = form(&mut user).await;
    assert!(user.fills_kept(&form, &[("base", "210k")]).await.starts_with("# Round 2"));
}
