//! The pages about the bot itself.

use super::*;

#[tokio::test]
async fn the_pages_about_itself() {
    let mut user = Conversation::new();
    user.command("help", &[]).await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # What I can do
    Tell me your Amazon offer; I show what it pays over four years and write your counter.
    /offer start: One question at a time, in private. Write "back", "skip", "why", "help" or "cancel" at any of them.
    /offer quick, paste: The whole offer in one line, or the letter itself: its text, or a .txt, .eml or .pdf file. Or open the menu of any message: Apps, "Read as my offer".
    /offer list, show, edit, delete: Your saved offers.
    /offer revise: The recruiter's new numbers, and what moved.
    /offer compare: Other companies' offers beside yours.
    /tax, /calendar: What is left after taxes; every vest and deadline, as a file too.
    /bands: Pay ranges of a level and place.
    /script, /email: What to say and send, with your figures in it.
    /counter, /whatif: What to ask for, and how the offer can turn out.
    /lever, /case: One lever with its room and its effect; your reasons on one page.
    /playbook, /checklist: How to go about it, and what is done so far.
    /privacy, /forget: What is kept of you, and how to delete it.
    (A bot, not an adviser: no legal, tax or financial advice. Only you see my answers.)
    "#);
    user.command("privacy", &[]).await;
    assert!(text(&user.shown).chars().count() < 2_000);
    insta::assert_snapshot!(text(&user.shown), @"
    # What I keep of you
    Only what you enter, only to answer you, and you can delete all of it at any time.
    - Your offers: level, place, pay, dates, other offers and your walk-away number, with earlier versions.
    - Other companies' offers that you enter to compare, a form you have not finished, and new numbers that wait for your yes.
    - Facts you give for scripts and for your case, for example your name or what you leave behind, and your ticks on the checklist.
    - Where you are in a walkthrough, and under which number Discord knows you and our private channel.
    - The ids of your last commands, for a few days, so that nothing happens twice.
    A letter that you paste, send as a file or have me read in a message is read once and not kept.
    It is kept in one file on the machine of whoever runs this copy of me, who can read it. Nothing is sent anywhere else, nothing is shown to other users or employers, and there is no tracking. Discord carries our messages and has its own rules.
    /forget deletes everything at once. Messages already in your direct messages stay there until you delete them.
    ");
    user.command("bands", &[("level", "L7"), ("location", "sf")]).await;
    insta::assert_snapshot!(text(&user.shown), @"
    # Amazon L7 (Principal) in the Bay Area
    Offers for L7 software engineers in the Bay Area mostly pay $557.5k to $925k a year on average over four years.
    Base a year: $270,000 to $350,000
    Sign-on, both years: $250,000 to $500,000
    RSU grant, four years: $900,000 to $1,800,000
    Median over four years: $2.87M
    75th over four years: $3.28M
    - The playbook also states $395,000 to $600,000 for year 1. Its own components do not add up to that: with half of the sign-on in year 1 they give $440,000 to $690,000. The year-1 figure is kept here and used nowhere.
    - The playbook calls this level Senior Principal; L7 is Principal. The company-wide maximum base of $350,000 dates from February 2022, not 2024.
    (Amazon L6/L7 Compensation Negotiation Masterclass, compensation ranges 2024-2025. As of January 2025. That is over 18 months old: pay has moved since. Ends read as 10th and 90th percentile.)
    ");
    user.command("bands", &[("level", "L7"), ("location", "nyc")]).await;
    insta::assert_snapshot!(text(&user.shown), @"
    # L7 in New York City
    I have no pay range for L7 in New York City. For L7 I know the Bay Area and Seattle.
    ");
    insta::assert_snapshot!(user.says("hello?").await, @"Hi, I'm Counteroffer, a bot for Amazon offers. I show what an offer really pays over four years and write the words to negotiate it.");
}

#[tokio::test]
async fn who_comes_back_is_greeted_by_their_offer() {
    let mut user = Conversation::new();
    assert!(user.arrives().await.contains("Which level is the offer for?"));
    assert!(user.arrives().await.contains("Which level is the offer for?"), "no offer yet");
    user.command("offer quick", QUICK).await;
    insta::assert_snapshot!(user.arrives().await, @"Welcome back. Amazon L6, Seattle: about the 54th percentile, $337.5k a year on average over four years.");
    user.presses("Show my offer").await;
    assert!(text(&user.shown).contains("Watch out for"), "{}", text(&user.shown));
    user.command("offer edit", &[]).await;
    for words in ["answer by december 4", "save"] {
        user.says(words).await;
    }
    user.command("offer quick", QUICK).await;
    user.command("offer edit", &[("offer", "2")]).await;
    for words in ["answer by november 23", "save"] {
        user.says(words).await;
    }
    insta::assert_snapshot!(user.arrives().await, @"
    Welcome back. Amazon L6, Seattle (2): about the 54th percentile, $337.5k a year on average over four years.
    Your answer is due today, Monday, November 23, 2026.
    You have one more saved offer; /offer list shows both.
    ");
    user.command("offer delete", &[]).await;
    user.presses("Delete it").await;
    insta::assert_snapshot!(user.arrives().await, @"
    Welcome back. Amazon L6, Seattle: about the 54th percentile, $337.5k a year on average over four years.
    Your answer is due on Friday, December 4, 2026.
    ");
}

#[tokio::test]
async fn what_was_begun_goes_on_for_who_comes_back() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.command("offer start", &[]).await;
    assert!(user.arrives().await.contains("Welcome back. Amazon L6, Seattle"), "no answer: nothing was begun");
    user.command("offer start", &[]).await;
    user.says("L7").await;
    assert!(user.arrives().await.contains("Where is the job?"));
    user.says("cancel").await;
    user.says("keep").await;
    let back = user.arrives().await;
    assert!(back.contains("Welcome back. Amazon L6, Seattle") && back.contains("1 answer of 12"), "{back}");
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.command("offer edit", &[]).await;
    user.says("base 210k").await;
    assert!(user.arrives().await.contains("Check your answers"));
}

#[tokio::test]
async fn a_question_that_nobody_answered_is_not_open_behind_a_saved_offer() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    user.command("offer quick", QUICK).await;
    user.presses("How it is worked out").await;
    assert!(!user.says("6").await.contains("L6 (Senior)"), "a number of a page before");
    assert!(user.command("offer edit", &[]).await.contains("Check your answers"));
    // Asked for by a script, it is over with the offer, and the script comes.
    let mut user = Conversation::new();
    user.command("script", &[("name", "base")]).await;
    assert!(user.command("offer quick", QUICK).await.contains("Ask for more base"));
    assert!(!user.says("6").await.contains("L6 (Senior)"));
}
