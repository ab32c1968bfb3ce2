//! What comes late: a second press of the same button, a form of an earlier question.

use super::*;

#[tokio::test]
async fn a_second_press_of_save_is_no_mistake() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in ["L6", "Seattle", "200k", "90/60", "400k", "save"] {
        user.says(words).await;
    }
    let (save, change) = (user.button("Save and analyse"), user.button("Help"));
    user.presses_kept(save.clone()).await;
    insta::assert_snapshot!(user.presses_kept(save.clone()).await, @"It is saved already.");
    user.presses("The analysis").await;
    assert!(text(&user.shown).starts_with("# Amazon L6, Seattle"), "{}", text(&user.shown));
    assert!(user.presses_kept(change).await.contains("from an earlier conversation"));
    user.command("offer start", &[]).await;
    assert!(user.presses_kept(save).await.contains("from an earlier question"));
    assert_eq!(user.command("offer list", &[]).await.matches("Amazon L6, Seattle").count(), 1);
}

#[tokio::test]
async fn a_late_form_gives_back_what_was_typed() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in ["L6", "Seattle"] {
        user.says(words).await;
    }
    user.presses("Type the answer").await;
    let form = user.form();
    user.says("210k").await;
    insta::assert_snapshot!(user.fills_kept(&form, &[("answer", "2\u{202e}00k")]).await, @r#"
    # Question 4 of 12
    That form is from an earlier question, so nothing of it is taken. Here is the question we are at; your answers are kept. You had written:
    200k
    What is the sign-on bonus, year 1 and year 2?
    (Two amounts, for example "90/70" for $90k and $70k. "None" if there is none.)
    "#);
    for words in ["90/60", "400k", "save", "save"] {
        user.says(words).await;
    }
    insta::assert_snapshot!(user.fills_kept(&form, &[("answer", "200k")]).await, @"
    That form is from an earlier question, so nothing of it is taken. You had written:
    200k
    ");
}
