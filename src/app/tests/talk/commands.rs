//! Commands as words.

use super::*;

#[tokio::test]
async fn a_command_at_a_question_shows_its_page_and_keeps_the_question() {
    let mut user = at_the_base().await;
    insta::assert_snapshot!(user.says("/privacy").await);
    insta::assert_snapshot!(labels(&user), @"Delete everything // Back to the question");
    user.presses("Back to the question").await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # Question 3 of 12
    What is the base salary a year?
    (In dollars, before tax. "185k" is fine.)
    "#);
    user.says("/offer list").await;
    user.says("/tax").await;
    let shown = text(&user.shown);
    assert!(shown.contains("For that I need your offer first") && shown.contains("Question 3"), "{shown}");
    user.says("bands L6 seattle").await;
    assert!(text(&user.shown).contains("mostly pay"), "{}", text(&user.shown));
    insta::assert_snapshot!(user.says("185k").await, @r#"
    # Question 4 of 12
    Got it: base $185,000 a year.
    What is the sign-on bonus, year 1 and year 2?
    (Two amounts, for example "90/70" for $90k and $70k. "None" if there is none.)
    "#);
}

#[tokio::test]
async fn a_slash_that_is_no_command_says_so_and_is_no_answer() {
    let mut user = at_the_base().await;
    insta::assert_snapshot!(user.says("/privcy").await, @"
    I don't know that command. Did you mean /privacy?
    (Your question is still open: just answer it here.)
    ");
    insta::assert_snapshot!(labels(&user), @"What I keep // Back to the question");
    insta::assert_snapshot!(user.says("/dance").await, @r#"
    Still no command of mine. Words work too, without the slash: "counter", "tax", "script base".
    (Your question is still open: just answer it here.)
    "#);
    insta::assert_snapshot!(user.says("/bands").await, @r#"
    Which level, and where? Write it like "bands L6 Seattle". The job posting's own range is the best check on base.
    (Your question is still open: just answer it here.)
    "#);
    insta::assert_snapshot!(user.says("/bands L6").await, @r#"
    Almost: there is still something missing.
    Which level, and where? Write it like "bands L6 Seattle". The job posting's own range is the best check on base.
    (Your question is still open: just answer it here.)
    "#);
    insta::assert_snapshot!(user.says("/skip").await, @r#"
    # Question 3 of 12
    I need the base for the analysis, so this one can't be skipped.
    What is the base salary a year?
    (In dollars, before tax. "185k" is fine.)
    "#);
}

#[tokio::test]
async fn forgetting_only_ever_shows_its_own_confirmation() {
    for words in ["/forget", "delete my data", "delete everything", "forget me"] {
        for mut user in [with_an_offer().await, at_the_base().await] {
            let shown = user.says(words).await;
            assert!(shown.starts_with("Press the button and type one word"), "{words}: {shown}");
            let shown = user.says("yes").await;
            assert!(!shown.contains("deleted:"), "{words}: {shown}");
        }
        let mut user = with_an_offer().await;
        user.says(words).await;
        user.says("delete").await;
        assert!(user.command("offer list", &[]).await.contains("Amazon L6, Seattle"), "{words}");
    }
    let mut user = with_an_offer().await;
    assert!(user.says("delete my offer").await.contains("Delete this offer?"));
    user.says("yes").await;
    assert!(user.command("offer list", &[]).await.contains("Amazon L6, Seattle"));
}

#[tokio::test]
async fn a_command_is_no_fact_of_the_case() {
    let mut user = with_an_offer().await;
    user.command("case", &[]).await;
    insta::assert_snapshot!(text(&user.shown), @"
    # Your case: question 1 of 8
    A few questions, all of them optional, and each answer is kept for your scripts too. The market and your figures I have already.
    What are you known for?
    (A field, in a few words. Skip what does not fit you.)
    ");
    let shown = user.says("show my offer").await;
    assert!(shown.contains("About the") && !shown.contains("Noted"), "{shown}");
    user.says("/tax").await;
    assert!(!text(&user.shown).contains("Noted"), "{}", text(&user.shown));
    user.presses("Back to the question").await;
    assert!(text(&user.shown).contains("What are you known for?"), "{}", text(&user.shown));
    assert!(user.says("compilers").await.contains("Noted: compilers"));
    let shown = user.says("enter another").await;
    assert!(!shown.contains("Noted: enter"), "{shown}");
}

#[tokio::test]
async fn a_command_typed_into_the_form_of_a_question_is_no_answer() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    user.says("L6").await;
    user.says("seattle").await;
    user.presses("Type the answer").await;
    let shown = user.fills(&[("answer", "/privacy")]).await;
    assert!(shown.contains("What I keep of you") && shown.contains("still open"), "{shown}");
    let mut user = with_an_offer().await;
    user.command("case", &[]).await;
    user.presses("Type the answer").await;
    let shown = user.fills(&[("answer", "/script base")]).await;
    assert!(!shown.contains("Noted"), "{shown}");
}

#[tokio::test]
async fn every_button_of_the_main_cards_can_be_written() {
    let mut user = with_an_offer().await;
    let labels: Vec<String> = user
        .shown
        .controls
        .iter()
        .flat_map(|row| match row {
            Controls::Buttons(buttons) => buttons.iter().map(|button| button.label.clone()).collect(),
            Controls::Select { .. } => Vec::new(),
        })
        .collect();
    assert!(labels.len() > 8, "{labels:?}");
    for label in labels {
        let shown = user.says(&label).await;
        assert!(!shown.contains("I didn't get that") && !shown.contains("beyond me"), "{label}: {shown}");
    }
}
