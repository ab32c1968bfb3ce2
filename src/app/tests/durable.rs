//! What holds through restarts, second deliveries, a failing store and old buttons.

use super::*;

#[tokio::test]
async fn a_restart_at_any_step_goes_on_there() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in ["L6", "seattle", "185k", "90/70"] {
        user.says(words).await;
        user = user.restarted();
        let before = text(&user.shown);
        user.command("offer start", &[]).await;
        let after = text(&user.shown);
        assert_eq!(before.lines().next(), after.lines().next(), "the same question");
        assert!(after.contains("Welcome back"), "{after}");
    }
}

#[tokio::test]
async fn a_request_has_its_effect_once() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    assert!(user.answer().is_some());
    user.is_doubled().await;
    assert_eq!(user.reply, Reply::Nothing);
    user.command("offer list", &[]).await;
    assert_eq!(text(&user.shown).matches("Amazon L6").count(), 1);
}

#[tokio::test]
async fn a_store_that_cannot_write_is_said_and_nothing_is_acknowledged() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    user.says("L6").await;
    user.store.fail_writes(true);
    assert!(user.says("seattle").await.starts_with("Not saved"));
    user.store.fail_writes(false);
    assert!(user.says("seattle").await.contains("Got it: Seattle"));
}

#[tokio::test]
async fn old_buttons_are_answered_kindly_and_change_nothing() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    let old = user.button("L6 (Senior)");
    user.says("L7").await;
    user.presses_kept(old.clone()).await;
    assert!(text(&user.shown).contains("from an earlier question"), "{}", text(&user.shown));
    assert!(text(&user.shown).contains("Where is the job?"));
    user.says("cancel").await;
    user.presses("Delete them").await;
    user.presses_kept(old).await;
    assert!(text(&user.shown).contains("from an earlier conversation"));
}

#[tokio::test]
async fn forgetting_needs_the_word_and_leaves_nothing() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.command("forget", &[]).await;
    let form = user.form();
    user.fills(&[("word", "no")]).await;
    assert!(text(&user.shown).starts_with("Nothing is deleted"));
    user.fills_kept(&form, &[("word", "Delete")]).await;
    assert!(text(&user.shown).starts_with("Done"));
    assert_eq!(*user.store.load(user.user).await.expect("readable"), crate::store::Documents::default());
}

#[tokio::test]
async fn controls_of_the_version_before_do_what_they_say() {
    let old = |text: &str| -> crate::reply::Press { text.parse().expect("a control") };
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    compare::google(&mut user).await;
    assert!(
        user.presses_kept(old("0.0.rival.show.1")).await.starts_with("# The offer of Google"),
        "{}",
        text(&user.shown)
    );
    let question = user.presses_kept(old("0.0.rival.delete.1")).await;
    assert!(question.starts_with("# Delete"), "{question}");
    // The number is not that of an offer of one's own.
    assert!(user.presses_kept(old("0.0.rival.show.9")).await.contains("/offer compare"), "{}", text(&user.shown));
    user.presses_kept(old("0.0.before.current_pay.12")).await;
    let california = text(&user.shown);
    user.presses_kept(old("0.0.before.shorter_1_current_pay.0")).await;
    assert_eq!(california, text(&user.shown));
    assert!(!california.contains("earlier"), "{california}");
    // A topic, a new walkthrough and a letter need no offer.
    for text_form in ["0.0.topic.psychology.77", "0.0.paste..77", "0.0.start..77"] {
        let shown = user.presses_kept(old(text_form)).await;
        assert!(!shown.contains("That offer is deleted"), "{text_form}: {shown}");
    }
    // The doubt that is open, settled with the button as it was written then.
    for words in ["L6", "Seattle", "base 190k, sign on 90/60", "100k of stock a year"] {
        user.says(words).await;
    }
    let now = user.button("The whole grant").to_string();
    let before = now.replace(".settle.1.0", ".settle..1");
    assert_ne!(now, before);
    let settled = user.presses_kept(old(&before)).await;
    assert!(settled.contains("Got it: "), "{settled}");
}
