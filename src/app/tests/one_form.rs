//! Several questions in one form, beside the questions.

use super::*;
use crate::reply::Form;

async fn begun() -> Conversation {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    user
}

fn holds(form: &Form) -> Vec<(&str, &str)> {
    form.inputs.iter().map(|input| (input.key.as_str(), input.value.as_str())).collect()
}

#[tokio::test]
async fn two_forms_of_five_fill_in_an_offer() {
    let mut user = begun().await;
    user.says("L6").await;
    insta::assert_snapshot!(user.presses("Fill in one form").await, @"
    Form: Your offer
    Level: L6
    Where the job is: Seattle
    Base salary a year: 185k
    Sign-on, year 1 / year 2, or none: 90/70
    RSU grant: dollars, or shares @ price: 400k
    ");
    assert!(user.form().inputs.iter().all(|input| !input.required && input.label.chars().count() <= 45));
    user.fills(&[("location", "Seattle"), ("base", "200k"), ("sign_on", "90/60"), ("grant", "400k")]).await;
    insta::assert_snapshot!(text(&user.shown), @"
    # Question 6 of 12
    Got it: Seattle; base $200,000 a year; sign-on $90,000 in year 1, $60,000 in year 2; grant $400,000 over four years.
    Do you have it in writing?
    (A letter or a mail with the figures counts.)
    ");
    insta::assert_snapshot!(user.presses("Dates and terms in one form").await, @"
    Form: Dates and terms
    In writing? Yes or not yet: yes
    Start date: March 16
    Answer by: Friday
    How the sign-on is paid and repaid: lump sum, repaid pro rata
    Unvested stock left behind, in dollars: 120k
    ");
    let filled = [
        ("written", "yes"),
        ("start_date", "march 15"),
        ("reply_by", "december 4"),
        ("sign_on_terms", "monthly"),
        ("left_behind", "80k"),
    ];
    user.fills(&filled).await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # Question 11 of 12
    Got it: in writing; starting Monday, March 15, 2027; answer by Friday, December 4, 2026; sign-on paid monthly, repayment not known yet; $80,000 left behind.
    Do you have other offers, or interviews under way?
    (Company, how firm it is, and the pay a year if you know it: "Google, written, 450k". "None" is fine too.)
    "#);
}

#[tokio::test]
async fn what_cannot_be_read_is_asked_for_and_stays_in_the_form() {
    let mut user = begun().await;
    user.presses("Fill in one form").await;
    user.fills(&[
        ("level", "L6"),
        ("location", "Seattle"),
        ("base", "quite a lot"),
        ("sign_on", "90/60"),
        ("grant", "1400 shares"),
    ])
    .await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # Question 3 of 12
    Got it: L6 (Senior); Seattle; sign-on $90,000 in year 1, $60,000 in year 2.
    I see no amount for the base salary in "quite a lot". Send it like 185k.
    What is the base salary a year?
    (In dollars, before tax. "185k" is fine.)
    "#);
    user.presses("Fill in one form").await;
    let form = user.form();
    assert_eq!(
        holds(&form),
        [
            ("level", "L6"),
            ("location", "Seattle"),
            ("base", "quite a lot"),
            ("sign_on", "$90,000 / $60,000"),
            ("grant", "1400 shares")
        ]
    );
    user.fills(&[("base", "200k"), ("grant", "1400 shares @ 182.50")]).await;
    assert!(text(&user.shown).contains("Do you have it in writing?"), "{}", text(&user.shown));
    user.presses("Back").await;
    user.presses("Fill in one form").await;
    let form = user.form();
    assert_eq!(holds(&form)[4], ("grant", "1400 shares @ $182.50"));
    // Handed in as it was, it changes nothing and claims nothing.
    user.fills(&[]).await;
    assert!(!text(&user.shown).contains("Got it"), "{}", text(&user.shown));
}

#[tokio::test]
async fn without_a_sign_on_the_form_asks_for_no_terms() {
    let mut user = begun().await;
    for words in ["L6", "Seattle", "200k", "none", "400k"] {
        user.says(words).await;
    }
    user.presses("Dates and terms in one form").await;
    let form = user.form();
    assert!(form.inputs.iter().all(|input| input.key != "sign_on_terms"), "{form:?}");
    user.says("save").await;
    assert!(text(&user.shown).contains("Sign-on terms: not needed without a sign-on"), "{}", text(&user.shown));
    assert!(!user.has_button("Dates and terms in one form"));
}
