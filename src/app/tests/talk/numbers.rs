//! New numbers in words.

use super::*;

#[tokio::test]
async fn new_numbers_become_a_round_after_one_yes() {
    let mut user = with_an_offer().await;
    insta::assert_snapshot!(user.says("they came back with 205k base and 430k stock, final").await, @"
    # New numbers: Amazon L6, Seattle
    Base $200,000 → $205,000, grant $400,000 → $430,000. Save as round 2?
    Better by $50,000 over four years (3.7 %): base up $5,000 a year, grant up $30,000.
    (Nothing is changed before you say yes.)
    ");
    insta::assert_snapshot!(labels(&user), @"Save as round 2 | Change them first | It's another offer | No");
    user.presses("Save as round 2").await;
    insta::assert_snapshot!(text(&user.shown), @"
    # Round 2: Amazon L6, Seattle
    Better by $50,000 over four years (3.7 %): base up $5,000 a year, grant up $30,000.
               Before     Now  Moved
    Base         200k    205k    +5k
    Sign-on 1     90k     90k      0
    Sign-on 2     60k     60k      0
    Grant        400k    430k   +30k
    Year 1       310k  316.5k  +6.5k
    Year 2       320k  329.5k  +9.5k
    Year 3       360k    377k   +17k
    Year 4       360k    377k   +17k
    4 years     1.35M    1.4M   +50k
    (The earlier numbers are kept. If the new ones came by phone, ask for them in writing. /offer edit is for corrections.)
    ");
    user.says("recruiter raised base to 210k").await;
    let shown = user.says("yes").await;
    assert!(shown.starts_with("# Round 3") && shown.contains("base up $5,000 a year"), "{shown}");
    let shown = user.says("yes").await;
    assert!(!shown.contains("Round"), "a second yes means nothing: {shown}");
}

#[tokio::test]
async fn nothing_changes_without_a_yes() {
    let mut user = with_an_offer().await;
    for words in ["no", "maybe", "thanks", "hmm", "counter"] {
        user.says("base is now 210k").await;
        user.says(words).await;
        assert!(user.command("offer show", &[]).await.contains("1  200k"), "{words}");
        let shown = user.says("yes").await;
        assert!(!shown.starts_with("# Round"), "{words}: {shown}");
    }
    // A press or a command between them: the yes is no longer to these numbers.
    user.says("base is now 210k").await;
    user.command("tax", &[]).await;
    assert!(!user.says("yes").await.starts_with("# Round"));
    user.says("base is now 210k").await;
    insta::assert_snapshot!(user.says("no").await, @"All right: nothing is changed.");
}

#[tokio::test]
async fn a_button_saves_the_numbers_it_was_shown_with_or_none() {
    let mut user = with_an_offer().await;
    user.says("base is now 210k").await;
    let first = user.button("Save as round 2");
    user.now += jiff::SignedDuration::from_secs(5);
    user.says("base is now 220k").await;
    let second = user.button("Save as round 2");
    insta::assert_snapshot!(user.presses_kept(first).await, @"Those numbers are no longer waiting, and nothing was changed by this. Write them once more if they hold.");
    assert!(user.presses_kept(second.clone()).await.contains("base up $20,000 a year"));
    assert!(user.presses_kept(second).await.contains("no longer waiting"));
}

#[tokio::test]
async fn an_edit_between_is_not_undone() {
    let mut user = with_an_offer().await;
    user.says("base is now 210k").await;
    let save = user.button("Save as round 2");
    user.command("offer edit", &[]).await;
    user.says("sign on 100/60").await;
    user.says("save").await;
    user.presses_kept(save).await;
    let shown = user.command("offer show", &[]).await;
    assert!(shown.contains("1  210k     100k"), "{shown}");
}

#[tokio::test]
async fn numbers_told_of_a_figure_that_was_corrected_since_no_longer_wait() {
    let mut user = with_an_offer().await;
    user.says("base is now 210k").await;
    let save = user.button("Save as round 2");
    user.command("offer edit", &[]).await;
    user.says("base 212k").await;
    let shown = user.says("save").await;
    assert!(!shown.contains("Still open"), "{shown}");
    user.presses_kept(save).await;
    let shown = user.command("offer show", &[]).await;
    assert!(shown.contains("1  212k"), "{shown}");
}

#[tokio::test]
async fn what_is_in_doubt_goes_through_the_form() {
    let mut user = with_an_offer().await;
    insta::assert_snapshot!(user.says("base is now 21k").await, @"
    # New numbers: Amazon L6, Seattle
    You wrote base $21,000 a year, which would be unusual: did you mean base $210,000 a year?
    (Nothing is changed yet. The form shows what moved once you hand it in.)
    ");
    insta::assert_snapshot!(user.says("yes").await, @"
    # New numbers: Amazon L6, Seattle
    Base $200,000 → $210,000. Save as round 2?
    Better by $40,000 over four years (3 %): base up $10,000 a year.
    (Nothing is changed before you say yes.)
    ");
    user.says("no").await;
    user.says("base is now 21k").await;
    user.presses("Check them in the form").await;
    assert_eq!(user.form().inputs[0].value, "$21,000");
    assert!(user.fills(&[]).await.contains("did you mean base $210,000"), "{}", text(&user.shown));
    insta::assert_snapshot!(user.says("base went up to 215k").await, @"
    # New numbers: Amazon L6, Seattle
    Base $200,000 → $215,000. Save as round 2?
    Better by $60,000 over four years (4.4 %): base up $15,000 a year.
    (Nothing is changed before you say yes.)
    ");
    insta::assert_snapshot!(user.says("they gave me 10k more base").await, @"
    # New numbers: Amazon L6, Seattle
    Base $200,000 → $210,000. Save as round 2?
    Better by $40,000 over four years (3 %): base up $10,000 a year.
    (Nothing is changed before you say yes.)
    ");
    insta::assert_snapshot!(user.says("they offer sign on 100k now").await, @"
    # New numbers: Amazon L6, Seattle
    Is $100,000 all in year 1, the sum over both years, or paid in each year?
    (Nothing is changed yet. The form shows what moved once you hand it in.)
    ");
}

#[tokio::test]
async fn with_several_offers_it_asks_which() {
    let mut user = with_an_offer().await;
    let mut second = QUICK.to_vec();
    second[1] = ("location", "Austin");
    user.now += jiff::SignedDuration::from_secs(5);
    user.command("offer quick", &second).await;
    insta::assert_snapshot!(user.says("base is now 210k").await, @"
    # New numbers
    New numbers: base $210,000 a year. Which offer are they for?
    (Nothing is changed yet.)
    ");
    insta::assert_snapshot!(labels(&user), @"#2 Amazon L6, Austin | #1 Amazon L6, Seattle | None of them");
    assert!(!user.says("yes").await.starts_with("# Round"), "a yes does not say which");
    user.says("base is now 210k").await;
    user.presses("#1 Amazon L6, Seattle").await;
    insta::assert_snapshot!(text(&user.shown), @"
    # New numbers: Amazon L6, Seattle
    Base $200,000 → $210,000. Save as round 2?
    Better by $40,000 over four years (3 %): base up $10,000 a year.
    (Nothing is changed before you say yes.)
    ");
    user.presses("Save as round 2").await;
    assert!(text(&user.shown).starts_with("# Round 2: Amazon L6, Seattle"), "{}", text(&user.shown));
    user.says("base is now 215k").await;
    assert!(user.says("maybe").await.contains("I didn't get that"), "{}", text(&user.shown));
    user.says("base is now 215k").await;
    assert!(user.says("#2").await.contains("# New numbers: Amazon L6, Austin"), "{}", text(&user.shown));
    assert!(user.says("yes").await.starts_with("# Round 2: Amazon L6, Austin"), "{}", text(&user.shown));
    user.says("base is now 216k").await;
    user.says("#1 Amazon L6, Seattle").await;
    assert!(user.says("none of them").await.contains("nothing is changed"), "{}", text(&user.shown));
    let shown = user.says("austin base is now 205k").await;
    assert!(shown.contains("Amazon L6, Austin") && shown.contains("Save as round 3?"), "{shown}");
}

#[tokio::test]
async fn another_level_is_another_offer() {
    let mut user = with_an_offer().await;
    insta::assert_snapshot!(user.says("L7 Seattle base 250k, sign on 100/50, 500k rsu").await, @"
    # Another offer?
    That reads like another offer than the ones I have: L7 (Principal); Seattle; base $250,000 a year; sign-on $100,000 in year 1, $50,000 in year 2; grant $500,000 over four years. Shall I enter it?
    ");
    insta::assert_snapshot!(labels(&user), @"Enter it | No");
    user.presses("Enter it").await;
    insta::assert_snapshot!(text(&user.shown), @"
    # Question 6 of 12
    A new offer, then: I filled in what you wrote, and ask for the rest.
    Got it: L7 (Principal); Seattle; base $250,000 a year; sign-on $100,000 in year 1, $50,000 in year 2; grant $500,000 over four years.
    Do you have it in writing?
    (A letter or a mail with the figures counts.)
    ");
    assert!(user.command("offer show", &[("offer", "1")]).await.contains("1  200k"));
}

#[tokio::test]
async fn a_deadline_goes_onto_the_card_of_answers_and_is_saved_there() {
    let mut user = with_an_offer().await;
    insta::assert_snapshot!(user.says("my deadline is december 4").await, @r#"
    # Check your answers
    That belongs to Amazon L6, Seattle. Look it over, and save it if it is right.
    Got it: answer by Friday, December 4, 2026.
    Level: L6 (Senior)
    Role: software engineer
    Location: Seattle
    Base: $200,000 a year
    Sign-on: $90,000 in year 1, $60,000 in year 2
    RSU grant: $400,000 over four years
    Vesting: 5/15/40/40, Amazon's usual
    In writing: not known yet
    Start date: not known yet
    Reply by: Friday, December 4, 2026
    Sign-on terms: not known yet
    Left behind: none given
    Other offers: none given
    Walk-away: none given
    (All right? Press the button or write "save". To correct one, write for example "base 190k".)
    "#);
    assert!(!user.command("offer show", &[]).await.contains("December 4"), "not saved yet");
    user.says("save").await;
    assert!(user.command("calendar", &[]).await.contains("Last day to answer"), "{}", text(&user.shown));
}

#[tokio::test]
async fn the_same_numbers_change_nothing() {
    let mut user = with_an_offer().await;
    insta::assert_snapshot!(user.says("base is 200k").await, @"Those are the numbers I have for Amazon L6, Seattle: nothing to change.");
}

#[tokio::test]
async fn an_offer_on_one_line_begins_one() {
    let mut user = Conversation::new();
    insta::assert_snapshot!(user.says("L6 seattle base 200k sign on 90/70 400k rsus").await, @"
    # Question 6 of 12
    Hi, I'm Counteroffer, a bot. That reads like an offer, so I filled in what you wrote, and ask for the rest. Only you see this chat; whoever runs this copy of me could read what I keep. /privacy says how, and /forget deletes it.
    Got it: L6 (Senior); Seattle; base $200,000 a year; sign-on $90,000 in year 1, $70,000 in year 2; grant $400,000 over four years.
    Do you have it in writing?
    (A letter or a mail with the figures counts.)
    ");
    let mut paused = at_the_base().await;
    paused.says("later").await;
    insta::assert_snapshot!(paused.says("base is 210k").await, @r#"
    # Question 4 of 12
    I put that into the offer you are entering.
    Got it: base $210,000 a year.
    What is the sign-on bonus, year 1 and year 2?
    (Two amounts, for example "90/70" for $90k and $70k. "None" if there is none.)
    "#);
}

#[tokio::test]
async fn what_waits_is_not_lost_by_what_is_said_next() {
    let mut user = with_an_offer().await;
    user.says("base is now 210k").await;
    let shown = user.says("and sign on 100/70").await;
    assert!(shown.contains("Base $200,000 → $210,000, sign-on 1 $90,000 → $100,000"), "{shown}");
    let shown = user.says("no its 212").await;
    assert!(!shown.contains("212"), "of two that wait, neither is corrected by a bare figure: {shown}");
    let shown = user.says("thanks").await;
    assert!(shown.contains("Still open: Base $200,000 → $210,000") && shown.contains("Save as round 2"), "{shown}");
    assert!(!user.says("yes").await.starts_with("# Round"), "a yes is no longer to these");
    let shown = user.says("save as round 2").await;
    assert!(
        shown.starts_with("# Round 2") && shown.contains("base up $10,000 a year, sign-on in year 1 up"),
        "{shown}"
    );
    user.says("base is now 215k").await;
    assert!(user.says("no, its 212").await.contains("Base $210,000 → $212,000"), "{}", text(&user.shown));
    // Another offer between them is asked about by itself.
    let shown = user.says("L7 Seattle base 250k, sign on 100/50, 500k rsu").await;
    assert!(shown.contains("Shall I enter it?"), "{shown}");
    let shown = user.says("no").await;
    assert!(shown.contains("nothing is changed") && shown.contains("Still open: Base $210,000 → $212,000"), "{shown}");
    user.says("L7 Seattle base 250k, sign on 100/50, 500k rsu").await;
    assert!(user.says("yes").await.starts_with("# Question 6 of 12"), "{}", text(&user.shown));
}

#[tokio::test]
async fn what_is_asked_of_new_numbers_is_answered_in_words() {
    let mut user = with_an_offer().await;
    for (told, said, shown) in [
        ("base is now 21k", "yes please", "Base $200,000 → $210,000. Save as round 2?"),
        ("base is now 21k", "i meant 211", "Base $200,000 → $211,000. Save as round 2?"),
        ("base is now 21k", "no", "Which figure is the base, then?"),
        ("they offer sign on 100k now", "all in year 1", "sign-on 2 $60,000 → $0. Save as round 2?"),
        ("they offer sign on 100k now", "the sum", "How is the $100,000 split over the two years?"),
        ("they offer sign on 100k now", "100/65", "Sign-on 1 $90,000 → $100,000, sign-on 2 $60,000 → $65,000."),
        ("rsus are now 1900", "at 218", "Grant $400,000 → $414,200. Save as round 2?"),
        ("they gave me 10k more base", "210", "Base $200,000 → $210,000. Save as round 2?"),
    ] {
        user.says(told).await;
        let heard = user.says(said).await;
        assert!(heard.contains(shown), "{told}, {said}: {heard}");
        user.says("forget it").await;
        let heard = user.says("yes").await;
        assert!(!heard.contains("Round 2"), "{told}, {said}: {heard}");
    }
}
