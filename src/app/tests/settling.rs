//! One thing to settle, as a person reads it.

use super::*;

pub(super) async fn at(words: &[&str]) -> Conversation {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in words {
        user.says(words).await;
    }
    user
}

#[tokio::test]
async fn the_sign_on_of_one_figure() {
    let mut user = at(&["L6", "Seattle", "200k", "90k"]).await;
    insta::assert_snapshot!(text(&user.shown), @"
    # One thing to settle
    Is $90,000 all in year 1, the sum over both years, or paid in each year?
    ");
    insta::assert_snapshot!(user.says("yes").await, @r#"
    # One thing to settle
    That doesn't tell me which. Write "all in year 1", "half in each year", "$90k in each year" or "the sum, split otherwise".
    Is $90,000 all in year 1, the sum over both years, or paid in each year?
    "#);
    insta::assert_snapshot!(user.says("why").await, @"
    # One thing to settle
    The readings are far apart in dollars, and years 1 and 2 depend on them.
    Is $90,000 all in year 1, the sum over both years, or paid in each year?
    ");
    insta::assert_snapshot!(user.says("what do you mean?").await, @"
    # One thing to settle
    Amazon usually pays one sign-on in year 1 and another in year 2. $90,000 may be the first alone, both together, or each of them.
    Is $90,000 all in year 1, the sum over both years, or paid in each year?
    ");
    insta::assert_snapshot!(user.says("base 205k").await, @"
    # One thing to settle
    Got it: base $205,000 a year.
    Is $90,000 all in year 1, the sum over both years, or paid in each year?
    ");
    insta::assert_snapshot!(user.says("sum over both years").await, @r#"
    # One thing to settle
    How is the $90,000 split over the two years?
    (Year 1 is enough, for example "60k": the rest is year 2.)
    "#);
    insta::assert_snapshot!(user.says("60/40").await, @r#"
    # One thing to settle
    I need how the $90,000 is split: write "half in each year", or what year 1 pays, like "60k".
    How is the $90,000 split over the two years?
    (Year 1 is enough, for example "60k": the rest is year 2.)
    "#);
    insta::assert_snapshot!(user.says("60k").await, @r#"
    # Question 5 of 12
    Got it: sign-on $60,000 in year 1, $30,000 in year 2.
    How large is the RSU grant, over all four years together?
    (Dollars ("400k"), or shares with a price ("1,400 shares @ 182.50").)
    "#);
}

#[tokio::test]
async fn how_firm_another_offer_is() {
    let mut user = at(&["L6", "Seattle", "200k", "90/60", "400k"]).await;
    user.skips_to("Do you have other offers").await;
    user.says("google 450k").await;
    insta::assert_snapshot!(user.says("yes").await, @r#"
    # One thing to settle
    That doesn't tell me which. Write "in writing", "verbal" or "in process".
    How firm is the one from Google?
    "#);
    insta::assert_snapshot!(user.says("not sure").await, @r#"
    # Question 11 of 12
    Got it: Google (in process, $450,000 a year).
    I count it as the least firm. Tell me when you know more.
    Any other offer, or is that all?
    So far: Google (in process, $450,000 a year).
    (Company, how firm it is, and the pay a year if you know it: "Google, written, 450k". "None" is fine too.)
    "#);
}

#[tokio::test]
async fn what_cannot_be_told_gets_a_line_to_ask_with() {
    let mut user = at(&["L6", "Seattle"]).await;
    insta::assert_snapshot!(user.says("they haven't said").await, @r#"
    # Question 3 of 12
    Then ask your recruiter for the base. Everything else is kept; send it when you know. You could write:
    Could you share the base salary for the role?
    What is the base salary a year?
    (In dollars, before tax. "185k" is fine.)
    "#);
    insta::assert_snapshot!(user.presses("Keep them for later").await, @"Put aside: your answers are kept. /offer start goes on where we were.");
    assert!(user.command("offer start", &[]).await.contains("What is the base salary a year?"));
    insta::assert_snapshot!(user.says("done").await, @r#"
    # Question 3 of 12
    Not yet: the analysis still needs the base, sign-on, and RSU grant.
    What is the base salary a year?
    (In dollars, before tax. "185k" is fine.)
    "#);
    for words in ["200k", "none", "400k", "idk"] {
        user.says(words).await;
    }
    insta::assert_snapshot!(text(&user.shown), @"
    # Question 7 of 12
    Left open: whether it is in writing.
    When would you start?
    (A date, or skip this.)
    ");
    insta::assert_snapshot!(user.says("that's enough").await, @r#"
    # Check your answers
    That's enough. What I haven't asked stays open; you can add it here.
    Level: L6 (Senior)
    Role: software engineer
    Location: Seattle
    Base: $200,000 a year
    Sign-on: none
    RSU grant: $400,000 over four years
    Vesting: 5/15/40/40, Amazon's usual
    In writing: not known yet
    Start date: not known yet
    Reply by: not known yet
    Sign-on terms: not needed without a sign-on
    Left behind: none given
    Other offers: none given
    Walk-away: none given
    (All right? Press the button or write "save". To correct one, write for example "base 190k".)
    "#);
    insta::assert_snapshot!(user.says("hours 55").await, @r#"
    # Check your answers
    Hours are no part of the offer itself. What an hour pays stands under What if, for as many hours a week as you think it will be, once your offer is saved.
    Level: L6 (Senior)
    Role: software engineer
    Location: Seattle
    Base: $200,000 a year
    Sign-on: none
    RSU grant: $400,000 over four years
    Vesting: 5/15/40/40, Amazon's usual
    In writing: not known yet
    Start date: not known yet
    Reply by: not known yet
    Sign-on terms: not needed without a sign-on
    Left behind: none given
    Other offers: none given
    Walk-away: none given
    (All right? Press the button or write "save". To correct one, write for example "base 190k".)
    "#);
}

#[tokio::test]
async fn words_that_leave_are_named() {
    let mut user = at(&["L6", "cancel"]).await;
    insta::assert_snapshot!(user.says("they raised base to 210k").await, @r#"
    # Stop here?
    Nothing is gone yet. That can wait until we go on; here I know "go on", "keep them for later" and "delete them".
    Answers so far: 1. What should I do with them?
    "#);
    insta::assert_snapshot!(user.says("yes").await, @"Put aside: your answers are kept. /offer start goes on where we were.");
    user.command("offer start", &[]).await;
    user.says("start over").await;
    insta::assert_snapshot!(user.says("ok").await, @r#"
    # Start over?
    Nothing is gone yet. That can wait until we go on; here I know "go on" and "yes, start over".
    Answers so far: 1. Starting over throws them away.
    "#);
    user.says("go on").await;
    user.says("cancel").await;
    insta::assert_snapshot!(user.says("delete them").await, @"Stopped, and nothing is kept of it. /offer start begins a new one.");
}

#[tokio::test]
async fn pay_of_less_than_a_year_is_confirmed_as_a_years() {
    let mut user = at(&["L6", "Seattle"]).await;
    for words in ["16.5k a month", "$95/hr", "7,000 every two weeks"] {
        user.says(words).await;
        insta::allow_duplicates! {
            match words {
                "16.5k a month" => insta::assert_snapshot!(text(&user.shown), @"
                # One thing to settle
                You wrote $16,500 for less than a year. That is $198,000 a year?
                "),
                "$95/hr" => insta::assert_snapshot!(text(&user.shown), @"
                # One thing to settle
                You wrote $95 for less than a year. That is $197,600 a year?
                "),
                _ => insta::assert_snapshot!(text(&user.shown), @"
                # One thing to settle
                You wrote $7,000 for less than a year. That is $182,000 a year?
                "),
            }
        }
        user.says("no").await;
    }
    user.says("16.5k a month").await;
    insta::assert_snapshot!(user.says("yes").await, @r#"
    # Question 4 of 12
    Got it: base $198,000 a year.
    What is the sign-on bonus, year 1 and year 2?
    (Two amounts, for example "90/70" for $90k and $70k. "None" if there is none.)
    "#);
}

#[tokio::test]
async fn total_pay_at_the_base_is_asked_about() {
    let mut user = at(&["L6", "Seattle", "TC 450"]).await;
    insta::assert_snapshot!(text(&user.shown), @"
    # One thing to settle
    Is $450,000 your total pay, or base alone?
    ");
    insta::assert_snapshot!(user.says("total").await, @r#"
    # Question 3 of 12
    What is the base salary a year?
    (In dollars, before tax. "185k" is fine.)
    "#);
    for words in ["it's my total comp", "total pay", "the total, not base", "thats the whole package"] {
        let mut user = at(&["L6", "Seattle", "TC 450"]).await;
        assert!(user.says(words).await.contains("What is the base salary"), "{words}");
    }
}

#[tokio::test]
async fn an_unknown_place_is_confirmed_once() {
    let mut user = at(&["L6", "Blorpville"]).await;
    insta::assert_snapshot!(text(&user.shown), @"
    # One thing to settle
    I know no place called Blorpville. Is the job there?
    ");
    insta::assert_snapshot!(user.says("no").await, @"
    # Question 2 of 12
    Where is the job?
    (The city the offer names. I have pay ranges for Seattle, the Bay Area, New York City and Austin.)
    ");
    user.says("Blorpville").await;
    insta::assert_snapshot!(user.says("yes").await, @r#"
    # Question 3 of 12
    Got it: Blorpville.
    What is the base salary a year?
    (In dollars, before tax. "185k" is fine.)
    "#);
    let user = at(&["L6", "Seatttle"]).await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # Question 3 of 12
    Got it: Seattle.
    What is the base salary a year?
    (In dollars, before tax. "185k" is fine.)
    "#);
    let user = at(&["L6", "Nashvile"]).await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # Question 3 of 12
    Got it: Nashville.
    What is the base salary a year?
    (In dollars, before tax. "185k" is fine.)
    "#);
}

#[tokio::test]
async fn what_is_owed_back_completes_how_it_is_paid() {
    for (paid, owed, known) in [
        (
            "sign on 65k first year and 48k the second, paid monthly",
            "they want it back pro rata if i leave",
            "monthly, repaid pro rata",
        ),
        ("65k and 48k, paid monthly", "nothing to repay if i leave early", "monthly, nothing to repay"),
    ] {
        let mut user = at(&["L6", "Austin", "172k", paid, "1180 rsus at 221", "yes", "jan 11", "dec 10"]).await;
        let shown = user.says(owed).await;
        assert!(shown.contains("Got it: sign-on paid monthly"), "{shown}");
        let card = user.says("save").await;
        assert!(card.contains(known), "{card}");
    }
}
