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
