//! Other companies' offers through the door: told once, for scripts, for comparing and for every own offer.

use super::compare::google;
use super::*;

/// What the e-mail that asks for more says of other offers.
async fn script(user: &mut Conversation) -> String {
    user.command("email", &[("name", "first_round")]).await;
    text(&user.shown)
}

#[tokio::test]
async fn one_with_figures_is_spoken_of_once_its_firmness_is_known() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    google(&mut user).await;
    assert!(!script(&mut user).await.contains("Google"));
    user.command("offer compare", &[]).await;
    user.chooses("1").await;
    user.chooses("written").await;
    let small = |user: &Conversation| user.shown.small.join("\n");
    assert_eq!(small(&user), "Scripts say that it is in writing, worth $384,000 a year on average.");
    user.presses("Set its deadline").await;
    user.fills(&[("deadline", "December 4")]).await;
    insta::assert_snapshot!(small(&user), @"Scripts say that it is in writing, worth $384,000 a year on average, and that they need your answer by Friday, December 4, 2026.");
    assert!(script(&mut user).await.contains("I hold a written offer from Google worth $384,000 a year on average, and they need my answer by Friday, December 4."), "{}", text(&user.shown));
    // It is known to a walkthrough as well, with the same figure.
    user.command("offer show", &[]).await;
    user.presses("Edit").await;
    assert!(
        text(&user.shown).contains("Google (in writing, $384,000 a year, answer by Friday, December 4, 2026)"),
        "{}",
        text(&user.shown)
    );
    user.presses("Save the changes").await;
    user.command("offer compare", &[]).await;
    user.chooses("1").await;
    user.presses("Set its deadline").await;
    user.fills(&[("deadline", "soonish")]).await;
    assert!(text(&user.shown).starts_with("Nothing is changed. "), "{}", text(&user.shown));
    user.command("offer compare", &[]).await;
    user.chooses("1").await;
    user.chooses("in_process").await;
    insta::assert_snapshot!(small(&user), @"Scripts say that you are in process with Google, and nothing of its pay.");
    user.chooses("unmentioned").await;
    assert!(!script(&mut user).await.contains("Google"));
}

#[tokio::test]
async fn what_was_named_is_the_one_figure_until_it_is_named_otherwise() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    google(&mut user).await;
    user.command("offer show", &[]).await;
    user.presses("Edit").await;
    user.chooses("competing").await;
    user.says("google, verbal, 400k a year").await;
    user.says("that's all").await;
    user.presses("Save the changes").await;
    user.command("offer compare", &[]).await;
    assert!(!text(&user.shown).contains("enter it fully"), "{}", text(&user.shown));
    user.chooses("1").await;
    insta::assert_snapshot!(user.shown.small.join("\n"), @"Scripts say that it is verbal, worth $400,000 a year on average, as you named it; its figures come to $384,000.");
    assert!(
        script(&mut user).await.contains("Google has made me a verbal offer worth $400,000 a year on average."),
        "{}",
        text(&user.shown)
    );
    // "None" ends that scripts speak of it; its figures stay.
    user.command("offer show", &[]).await;
    user.presses("Edit").await;
    user.chooses("competing").await;
    user.says("none").await;
    user.presses("Save the changes").await;
    assert!(!script(&mut user).await.contains("oogle"), "{}", text(&user.shown));
    user.command("offer compare", &[]).await;
    assert!(text(&user.shown).contains("456.5k"), "{}", text(&user.shown));
}

#[tokio::test]
async fn nothing_is_typed_twice_for_a_second_offer() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    google(&mut user).await;
    user.chooses("verbal").await;
    user.command("offer quick", QUICK).await;
    assert!(script(&mut user).await.contains("Google has made me a verbal offer"), "{}", text(&user.shown));
    user.command("offer start", &[]).await;
    for words in ["L6", "Seattle", "200k", "90/60", "400k"] {
        user.says(words).await;
    }
    user.skips_to("What is the least you would accept?").await;
    assert!(
        text(&user.shown).contains("What is the least you would accept?"),
        "the others are known: {}",
        text(&user.shown)
    );
    // One that is set while the walkthrough is open is part of its answers.
    user.command("offer compare", &[]).await;
    user.chooses("1").await;
    user.chooses("written").await;
    user.command("offer start", &[]).await;
    user.says("skip").await;
    assert!(text(&user.shown).contains("Google (in writing, $384,000 a year)"), "{}", text(&user.shown));
}

#[tokio::test]
async fn a_company_that_was_named_stands_once_in_the_list_and_opens_with_what_is_known_of_it() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in ["L6", "Seattle", "base 200k, sign on 90/60, grant 400k", "yes"] {
        user.says(words).await;
    }
    user.says("google verbal, initech written 300k").await;
    user.says("save").await;
    user.command("offer compare", &[]).await;
    let companies = user.shown.controls.iter().find_map(|row| match row {
        crate::reply::Controls::Select { prompt, options, .. } if prompt.starts_with("Add another") => Some(options),
        _ => None,
    });
    let companies: Vec<String> =
        companies.expect("the list").iter().map(|choice| choice.label.to_lowercase()).collect();
    let google = companies.iter().filter(|label| label.contains("google")).count();
    assert_eq!((google, &companies[0][..6]), (1, "google"), "{companies:?}");
    user.chooses("google").await;
    let form = user.form();
    assert_eq!(form.title, "The offer of Google");
    assert!(form.inputs.iter().any(|input| input.value == "33/33/22/12 monthly"), "{form:?}");
}

#[tokio::test]
async fn a_letter_pasted_at_a_question_of_the_case_keeps_what_was_named_before() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    google(&mut user).await;
    user.chooses("verbal").await;
    user.command("case", &[]).await;
    user.command("offer paste", &[]).await;
    user.fills(&[("letter", "L6 in Seattle. Base 200k, sign-on 90k and 60k, grant 400k.")]).await;
    user.says("save").await;
    assert!(text(&user.shown).starts_with("# Amazon L6, Seattle"), "{}", text(&user.shown));
    assert!(script(&mut user).await.contains("Google has made me a verbal offer"), "{}", text(&user.shown));
}

#[tokio::test]
async fn naming_one_again_keeps_its_deadline() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    google(&mut user).await;
    user.chooses("verbal").await;
    user.presses("Set its deadline").await;
    user.fills(&[("deadline", "December 4")]).await;
    user.command("offer show", &[]).await;
    user.presses("Edit").await;
    user.chooses("competing").await;
    user.says("google, in writing").await;
    user.says("that's all").await;
    user.presses("Save the changes").await;
    assert!(script(&mut user).await.contains("by Friday, December 4"), "{}", text(&user.shown));
}

#[tokio::test]
async fn others_that_were_known_before_are_no_answers_of_a_new_walkthrough() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    google(&mut user).await;
    user.chooses("verbal").await;
    user.command("offer start", &[]).await;
    assert_eq!(user.says("cancel").await, "Stopped, and nothing is kept of it. /offer start begins a new one.");
    user.command("offer start", &[]).await;
    user.says("L6").await;
    assert!(user.says("cancel").await.contains("Answers so far: 1."), "{}", text(&user.shown));
    user.presses("Go on").await;
    user.says("google in writing").await;
    assert!(user.says("cancel").await.contains("Answers so far: 2."), "{}", text(&user.shown));
}
