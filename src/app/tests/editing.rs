//! Editing a saved offer speaks of it as it was, and what was open waits.

use super::*;

#[tokio::test]
async fn an_edit_without_changes_is_left_without_a_question() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.command("offer edit", &[]).await;
    insta::assert_snapshot!(user.says("cancel").await, @"Stopped. The saved offer is as it was; /offer show shows it.");
    user.command("offer edit", &[]).await;
    user.says("base 150k").await;
    user.says("start over").await;
    insta::assert_snapshot!(user.says("Yes, start over").await, @r#"
    # Check your answers
    This is the offer as it is saved.
    Level: L6 (Senior)
    Role: software engineer
    Location: Seattle
    Base: $200,000 a year
    Sign-on: $90,000 in year 1, $60,000 in year 2
    RSU grant: $400,000 over four years
    Vesting: 5/15/40/40, Amazon's usual
    In writing: not known yet
    Start date: not known yet
    Reply by: not known yet
    Sign-on terms: not known yet
    Left behind: none given
    Other offers: none given
    Walk-away: none given
    (All right? Press the button or write "save". To correct one, write for example "base 190k".)
    "#);
    assert!(user.says("cancel").await.contains("The saved offer is as it was"));
}

#[tokio::test]
async fn an_edit_goes_before_what_is_open() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.command("offer start", &[]).await;
    for words in ["L7", "Austin", "cancel"] {
        user.says(words).await;
    }
    user.venue = Venue::Shared;
    let edit = user.command("offer edit", &[]).await;
    assert!(edit.contains("What you were entering is kept. It waits until this is done."), "{edit}");
    user.chooses("base").await;
    user.presses("Type the answer").await;
    user.fills(&[("answer", "210k")]).await;
    let saved = user.presses("Save the changes").await;
    assert!(saved.contains("1  210k"), "{saved}");
    assert!(saved.ends_with("The offer you were entering before is kept: /offer start goes on with it.)"), "{saved}");
    let list = user.command("offer list", &[]).await;
    assert!(list.contains("A walkthrough is open with 2 answers of 12."), "{list}");
    user.venue = Venue::Direct;
    assert!(user.command("offer start", &[]).await.contains("What is the base salary a year?"));
}

#[tokio::test]
async fn a_second_letter_is_another_offer_or_the_same() {
    const FIRST: &str = "L6 in Seattle. Base salary: $200,000. Sign-on: $84,000 in year 1, $61,500 in year 2.";
    const SECOND: &str = "L7 in Austin. Base salary: $300,000.";
    let paste = async |user: &mut Conversation, letter: &str| {
        user.command("offer paste", &[]).await;
        user.fills(&[("letter", letter)]).await
    };
    let mut user = Conversation::new();
    paste(&mut user, FIRST).await;
    insta::assert_snapshot!(paste(&mut user, SECOND).await, @r#"
    # Same offer, or another one?
    What the letter says
    - L7 (Principal): "L7 in Austin."
    - Austin: "L7 in Austin."
    - Base $300,000 a year: "Base salary: $300,000."
    Other than before
    - Level: L7 (Principal) in the letter, L6 (Senior) before
    - Location: Austin in the letter, Seattle before
    - Base: $300,000 a year in the letter, $200,000 a year before
    This differs from the offer you are entering (L6, Seattle). Does it replace that, or is it a second offer?
    (Replacing it throws away what you entered of the first one. With a second offer, the first waits until that is saved.)
    (The letter itself is not kept.)
    "#);
    insta::assert_snapshot!(user.says("yes").await, @r#"
    # Same offer, or another one?
    Nothing of the letter is taken yet. Write "replace it", "second offer" or "go on with the first".
    This differs from the offer you are entering (L6, Seattle). Does it replace that, or is it a second offer?
    (Replacing it throws away what you entered of the first one. With a second offer, the first waits until that is saved.)
    "#);
    let second = user.presses("Second offer").await;
    assert!(second.contains("What you were entering is kept. It waits until this is done."), "{second}");
    assert!(second.contains("What is the sign-on bonus, year 1 and year 2?"), "{second}");
    for words in ["180/120", "1.1m", "save"] {
        user.says(words).await;
    }
    let list = user.command("offer list", &[]).await;
    assert!(
        list.contains("#1 Amazon L7, Austin") && list.contains("A walkthrough is open with 4 answers of 12."),
        "{list}"
    );
    user.command("offer start", &[]).await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # Question 5 of 12
    Welcome back. Your answers so far are kept; we go on where we were.
    How large is the RSU grant, over all four years together?
    (Dollars ("400k"), or shares with a price ("1,400 shares @ 182.50").)
    "#);
    paste(&mut user, SECOND).await;
    insta::assert_snapshot!(user.says("replace it").await, @r#"
    # Question 4 of 12
    The letter's offer takes the place of the one before.
    What is the sign-on bonus, year 1 and year 2?
    (Two amounts, for example "90/70" for $90k and $70k. "None" if there is none.)
    "#);
}

#[tokio::test]
async fn other_companies_offers_reach_a_walkthrough_that_waits() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.command("offer start", &[]).await;
    for words in ["L7", "Austin", "300k", "180/120", "1.1m"] {
        user.says(words).await;
    }
    user.command("offer edit", &[]).await;
    user.says("Google written 450k").await;
    user.says("save").await;
    user.command("offer start", &[]).await;
    user.says("save").await;
    assert!(text(&user.shown).contains("Other offers: Google"), "{}", text(&user.shown));
    user.says("save").await;
    user.command("offer edit", &[("offer", "1")]).await;
    assert!(text(&user.shown).contains("Other offers: Google"), "{}", text(&user.shown));
}

#[tokio::test]
async fn an_other_offer_is_taken_out_by_its_name() {
    for words in ["remove google", "no google", "delete the google offer", "drop google please"] {
        let mut user = Conversation::new();
        user.command("offer start", &[]).await;
        user.says("L6 seattle base 190k sign on 80/60 rsu 400k, google 450k written").await;
        user.says("save").await;
        let card = user.says(words).await;
        assert!(card.contains("Got it: no other offers."), "{words}: {card}");
    }
    // Of two it is asked: which is meant is not guessed at.
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    user.says("L6 seattle base 190k sign on 80/60 rsu 400k, google 450k written, meta 400k verbal").await;
    user.says("save").await;
    let card = user.says("remove stripe").await;
    assert!(!card.contains("Got it: no other offers."), "{card}");
}

#[tokio::test]
async fn other_offers_that_are_gone_leave_the_card_together() {
    for (words, told) in [
        ("both fell through", "Google and Meta are off your other offers once you save."),
        ("no other offers anymore", "Google and Meta are off your other offers once you save."),
        ("google and meta both rejected me", "Google and Meta are off your other offers once you save."),
        ("meta retracted", "Meta is off your other offers once you save."),
    ] {
        let mut user = Conversation::new();
        user.command("offer start", &[]).await;
        user.says("L6 seattle base 190k sign on 80/60 rsu 400k").await;
        user.says("save").await;
        user.says("google 450k written").await;
        user.says("meta 400k verbal").await;
        user.says("save").await;
        let card = user.says(words).await;
        assert!(card.contains(told), "{words}: {card}");
    }
}
