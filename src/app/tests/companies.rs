//! Other companies in the conversation: which are known, how firm their offers are, and that theirs is not this one.

use super::settling::at;
use super::*;

/// At the question for other offers.
async fn at_others() -> Conversation {
    let mut user = at(&["L6", "Seattle", "200k", "90/60", "400k"]).await;
    user.skips_to("Do you have other offers").await;
    user
}

#[tokio::test]
async fn a_company_that_is_not_known_is_confirmed_once() {
    let mut user = at_others().await;
    insta::assert_snapshot!(user.says("Blorptech written 300k").await, @"
    # One thing to settle
    I know no company called Blorptech. Is it one that made you an offer?
    ");
    insta::assert_snapshot!(user.says("hmm").await, @r#"
    # One thing to settle
    That doesn't tell me which. Write "yes" if it is, the company's name, or "no" if there is no such offer.
    I know no company called Blorptech. Is it one that made you an offer?
    "#);
    insta::assert_snapshot!(user.says("why").await, @"
    # One thing to settle
    Another offer goes into your plan and into texts that you send, so it has to be one.
    I know no company called Blorptech. Is it one that made you an offer?
    ");
    insta::assert_snapshot!(user.says("yes").await, @r#"
    # Question 11 of 12
    Got it: Blorptech (in writing, $300,000 a year).
    Any other offer, or is that all?
    So far: Blorptech (in writing, $300,000 a year).
    (Company, how firm it is, and the pay a year if you know it: "Google, written, 450k". "None" is fine too.)
    "#);
    insta::assert_snapshot!(user.says("blorptech now 320k").await, @r#"
    # Question 11 of 12
    Got it: Blorptech (in writing, $320,000 a year).
    Any other offer, or is that all?
    So far: Blorptech (in writing, $320,000 a year).
    (Company, how firm it is, and the pay a year if you know it: "Google, written, 450k". "None" is fine too.)
    "#);
    let mut user = at_others().await;
    user.says("Blorptech written 300k").await;
    insta::assert_snapshot!(user.says("no").await, @r#"
    # Question 11 of 12
    Do you have other offers, or interviews under way?
    (Company, how firm it is, and the pay a year if you know it: "Google, written, 450k". "None" is fine too.)
    "#);
    insta::assert_snapshot!(user.says("Bloomburg written 300k").await, @r#"
    # Question 11 of 12
    Got it: Bloomberg (in writing, $300,000 a year).
    Any other offer, or is that all?
    So far: Bloomberg (in writing, $300,000 a year).
    (Company, how firm it is, and the pay a year if you know it: "Google, written, 450k". "None" is fine too.)
    "#);
    let mut user = at_others().await;
    user.says("Blorptech written 300k").await;
    insta::assert_snapshot!(user.says("databricks").await, @r#"
    # Question 11 of 12
    Got it: Databricks (in writing, $300,000 a year).
    Any other offer, or is that all?
    So far: Databricks (in writing, $300,000 a year).
    (Company, how firm it is, and the pay a year if you know it: "Google, written, 450k". "None" is fine too.)
    "#);
    let mut user = at_others().await;
    user.says("Blorptech 300k").await;
    insta::assert_snapshot!(user.says("databricks").await, @"
    # One thing to settle
    How firm is the one from Databricks?
    ");
    insta::assert_snapshot!(user.says("verbal").await, @r#"
    # Question 11 of 12
    Got it: Databricks (verbal, $300,000 a year).
    Any other offer, or is that all?
    So far: Databricks (verbal, $300,000 a year).
    (Company, how firm it is, and the pay a year if you know it: "Google, written, 450k". "None" is fine too.)
    "#);
    let mut user = at_others().await;
    insta::assert_snapshot!(user.says("the moon").await, @"
    # One thing to settle
    I know no company called Moon. If it is one, how firm is its offer?
    ");
    insta::assert_snapshot!(user.says("yes").await, @r#"
    # One thing to settle
    That doesn't tell me which. Write "in writing", "verbal", "in process" or "no" if there is no such offer.
    I know no company called Moon. If it is one, how firm is its offer?
    "#);
    insta::assert_snapshot!(user.says("no").await, @r#"
    # Question 11 of 12
    Do you have other offers, or interviews under way?
    (Company, how firm it is, and the pay a year if you know it: "Google, written, 450k". "None" is fine too.)
    "#);
}

#[tokio::test]
async fn another_offer_told_in_parts_is_kept_by_who_and_how_firm() {
    let mut user = at_others().await;
    insta::assert_snapshot!(user.says("google, base 210k, bonus 15%, 400k stock 33/33/22/12, written").await, @r#"
    # Question 11 of 12
    Got it: Google (in writing).
    The base, bonus and stock of Google have their place in /offer compare, where I work out its years; here I keep who it is, how firm, and its total a year if you send that.
    Any other offer, or is that all?
    So far: Google (in writing).
    (Company, how firm it is, and the pay a year if you know it: "Google, written, 450k". "None" is fine too.)
    "#);
    let mut user = at_others().await;
    insta::assert_snapshot!(user.says("meta E5: base 220k, 15% bonus, RSU 500k/4yrs, 50k sign on").await, @"
    # One thing to settle
    The base, bonus and stock of Meta have their place in /offer compare, where I work out its years; here I keep who it is, how firm, and its total a year if you send that.
    How firm is the one from Meta?
    ");
}

#[tokio::test]
async fn what_is_said_of_another_offer_touches_nothing_of_this_one() {
    for told in [
        "200k base, 60k sign-on, 500k rsu",
        "base 195k",
        "rsu 600k",
        "sign-on 20k",
        "deadline december 4",
        "they have a start date of march 1",
        "start feb 1",
        "paid as lump sum, pay back in full",
        "they came back with 195 base",
        "in writing, expires dec 10",
        "verbal, start feb 1, level L5",
        "level L5, in London",
        "320k a year",
        "it's in austin",
    ] {
        let mut user = at_others().await;
        user.says("google").await;
        user.says(told).await;
        user.says("written").await;
        user.says("none").await;
        user.says("skip").await;
        let card = text(&user.shown);
        for line in [
            "Level: L6",
            "Location: Seattle",
            "Base: $200,000 a year",
            "Sign-on: $90,000 in year 1, $60,000 in year 2",
            "RSU grant: $400,000",
            "In writing: not known yet",
            "Start date: not known yet",
            "Reply by: not known yet",
            "Sign-on terms: not known yet",
        ] {
            assert!(card.contains(line), "{told}: {line} in {card}");
        }
    }
}
