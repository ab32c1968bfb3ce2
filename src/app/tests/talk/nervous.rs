//! A nervous person, who writes all kinds of things at all kinds of moments.

use super::*;

/// Twenty-five things; where the walkthrough is led on between them, the answer stands behind `=`.
const SAID: &[&str] = &[
    "hi",
    "are you a bot?",
    "i'm nervous",
    "who can see this?",
    "=start",
    "what level am i?",
    "=L6",
    "how long will this take?",
    "=seattle",
    "i'm so nervous",
    "what is an RSU?",
    "/privacy",
    "=200k",
    "what does pro rata mean?",
    "what does pro rata mean?",
    "they said no to base",
    "=90/60",
    "what if they rescind?",
    "ugh whatever",
    "ugh whatever",
    "=400k",
    "they want an answer today",
    "tax",
    "=yes",
    "am i being greedy?",
    "=skip",
    "thanks",
    "=skip",
    "thanks",
    "=later",
    "is it saved?",
    "hello?",
    "blargh",
    "blargh",
    "=start",
    "what should I ask for?",
    "can you negotiate for me",
    "should I tell them about google?",
];

#[tokio::test]
async fn no_reply_comes_twice_running_and_no_answer_is_lost() {
    let mut user = Conversation::new();
    let mut before = String::new();
    let mut odd = 0;
    for said in SAID {
        let words = said.trim_start_matches('=');
        odd += usize::from(words == *said);
        let shown = user.says(words).await;
        assert_ne!(shown, before, "{said}");
        assert!(!shown.is_empty(), "{said}");
        before = shown;
    }
    assert!(odd >= 25, "{odd}");
    user.skips_to("Check your answers").await;
    let shown = text(&user.shown);
    for kept in [
        "L6 (Senior)",
        "Seattle",
        "$200,000 a year",
        "$90,000 in year 1, $60,000 in year 2",
        "$400,000",
        "In writing: yes",
    ] {
        assert!(shown.contains(kept), "{kept}: {shown}");
    }
}
