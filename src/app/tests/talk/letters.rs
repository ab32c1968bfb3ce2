//! Letters into the direct message.

use super::*;

const LETTER: &str = "Dear Priya,\n\nOn behalf of Amazon I am pleased to offer you the position of Software Development Engineer III (L6) in Seattle.\n\nYour base salary will be $195,000 a year.\nSign-on in year 1: $90,000\nSign-on in year 2: $70,000\nRSUs: $400,000";

/// The conversation in each state that a letter can come in.
async fn in_every_state() -> Vec<(&'static str, Conversation)> {
    let idle = Conversation::new();
    let saved = with_an_offer().await;
    let asked = at_the_base().await;
    let mut settling = at_the_base().await;
    settling.says("18500").await;
    let mut paused = at_the_base().await;
    paused.says("later").await;
    let mut leaving = at_the_base().await;
    leaving.says("cancel").await;
    let mut case = with_an_offer().await;
    case.command("case", &[]).await;
    vec![
        ("idle", idle),
        ("saved", saved),
        ("asked", asked),
        ("settling", settling),
        ("paused", paused),
        ("leaving", leaving),
        ("case", case),
    ]
}

#[tokio::test]
async fn a_letter_is_read_as_one_in_any_state() {
    for (name, mut user) in in_every_state().await {
        let shown = user.says(LETTER).await;
        assert!(shown.contains("That looks like your letter"), "{name}: {shown}");
        assert!(shown.contains("What the letter says") && shown.contains("Base $195,000 a year"), "{name}: {shown}");
        assert!(!shown.contains("Noted:") && !shown.contains("I can't tell"), "{name}: {shown}");
    }
}

#[tokio::test]
async fn it_gives_the_answer_that_the_form_gives() {
    let mut pasted = Conversation::new();
    pasted.command("offer paste", &[]).await;
    let pasted = pasted.fills(&[("letter", LETTER)]).await;
    let mut user = Conversation::new();
    let said = user.says(LETTER).await;
    let said: Vec<&str> = said.lines().filter(|line| !line.starts_with("That looks like your letter")).collect();
    assert_eq!(said.join("\n"), pasted);
    insta::assert_snapshot!(said.join("\n"));
}
