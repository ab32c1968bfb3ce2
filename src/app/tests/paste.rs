//! `/offer paste` through the door: what was understood with its words, then what is left.

use strum::VariantArray;

use super::*;
use crate::app::Brought;
use crate::document::{Extract, Missing, Unread};

const FORMAL: &str = include_str!("../../../tests/fixtures/letters/formal_letter_l6.txt");

async fn paste(user: &mut Conversation, letter: &str) -> String {
    user.command("offer paste", &[]).await;
    let form = user.form();
    assert_eq!((form.inputs.len(), form.inputs[0].long, form.inputs[0].longest), (1, true, 4_000));
    user.fills(&[("letter", letter)]).await
}

#[tokio::test]
async fn a_whole_letter_leads_to_the_card_of_answers() {
    let mut user = Conversation::new();
    insta::assert_snapshot!(paste(&mut user, FORMAL).await, @r#"
    # One thing to settle
    What the letter says
    - L6 (Senior): "…of Senior Software Development Engineer, reporting to…"
    - Software engineer: "…of Senior Software Development Engineer, reporting to…"
    - Seattle: "This position is located in Seattle, Washington."
    - Base $185,000 a year: "…be paid a base salary of $185,000.00 per year, payable in…"
    - Sign-on $90,000 in year 1, $70,000 in year 2: "…payment of $90,000 in your… …payment of $70,000 in your…"
    - In writing: "On behalf of Amazon.com Services LLC, we are very pleased t…"
    - Starting Monday, January 11, 2027: "Your anticipated start date is January 11, 2027."
    - Answer by Friday, December 4, 2026: "This offer is valid until December 4, 2026."
    - Sign-on paid monthly, repayment not known yet: "Each year's sign-on payment is paid in 12 equal monthly ins…"
    To settle
    - "Subject to approval by the Board, you will be granted 1,400…"
    Not used
    - "November 18, 2026"
    At which price a share should I count the 1,400 shares?
    (Today's price, or the one in the letter. "182.50" is fine.)
    (The letter itself is not kept.)
    "#);
    user.says("182.50").await;
    user.presses("Save and analyse").await;
    assert!(text(&user.shown).starts_with("# Amazon L6, Seattle"), "{}", text(&user.shown));
}

#[tokio::test]
async fn doubts_are_asked_one_by_one_then_what_is_missing() {
    let mut user = Conversation::new();
    user.venue = Venue::Shared;
    let letter = "Hi Sam, great news: the L6 offer is 1,400 RSUs over four years, and a sign-on bonus of $100,000.\n\
        Base is $185,000 a year. Relocation is $12,000. Please let me know by Friday.";
    insta::assert_snapshot!(paste(&mut user, letter).await, @r#"
    # One thing to settle
    What the letter says
    - L6 (Senior): "Hi Sam, great news: the L6 offer is 1,400 RSUs over four years, and a sign-on bonus of $100,000."
    - Base $185,000 a year: "Base is $185,000 a year."
    To settle
    - "Hi Sam, great news: the L6 offer is 1,400 RSUs over four years, and a sign-on bonus of $100,000."
    Not clear
    - The day in "Please let me know by Friday." depends on when this was written. Send the date yourself.
    Not used
    - "Relocation is $12,000."
    Is $100,000 all in year 1, the sum over both years, or paid in each year?
    (The letter itself is not kept.)
    "#);
    user.presses("All in year 1").await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # One thing to settle
    Got it: sign-on $100,000 in year 1, $0 in year 2.
    At which price a share should I count the 1,400 shares?
    (Today's price, or the one in the letter. "182.50" is fine.)
    "#);
    user.presses("Type the price").await;
    user.fills(&[("answer", "182.50")]).await;
    insta::assert_snapshot!(text(&user.shown), @"
    # Question 2 of 12
    Got it: grant 1,400 shares at $182.50 (of November 23, 2026), $255,500 over four years.
    Where is the job?
    (The city the offer names. I have pay ranges for Seattle, the Bay Area, New York City and Austin.)
    ");
    user.presses("Seattle").await;
    assert!(text(&user.shown).starts_with("# Check your answers"), "{}", text(&user.shown));
}

#[tokio::test]
async fn an_open_walkthrough_is_filled_and_says_what_was_replaced() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in ["L7", "austin", "175k"] {
        user.says(words).await;
    }
    insta::assert_snapshot!(paste(&mut user, "Base salary: $190,000\nSign-on: $90,000 in year 1, $70,000 in year 2").await, @r#"
    # Question 5 of 12
    What the letter says
    - Base $190,000 a year: "Base salary: $190,000"
    - Sign-on $90,000 in year 1, $70,000 in year 2: "Sign-on: $90,000 in year 1, $70,000 in year 2"
    Replaced by the letter
    - Base: $190,000 a year in place of your $175,000 a year
    How large is the RSU grant, over all four years together?
    (Dollars ("400k"), or shares with a price ("1,400 shares @ 182.50").)
    (The letter itself is not kept.)
    "#);
    user.says("back").await;
    assert!(text(&user.shown).contains("$90,000 in year 1"), "{}", text(&user.shown));
}

#[tokio::test]
async fn a_text_without_an_offer_fills_nothing() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    user.says("L6").await;
    insta::assert_snapshot!(paste(&mut user, "Hi Sam, total compensation would be $350,000. Talk soon!").await, @"
    # No offer in it
    I found no figure there that I can be sure of, so nothing is filled in and nothing is kept of the text.
    Totals
    - $350,000 is a total, and no part of an offer: base, sign-on and stock are needed apart.
    ");
    user.presses("Paste it again").await;
    user.form();
    user.command("offer start", &[]).await;
    assert!(text(&user.shown).contains("Where is the job?"), "{}", text(&user.shown));
}

#[tokio::test]
async fn a_restart_between_two_doubts_loses_none() {
    let mut user = Conversation::new();
    paste(&mut user, "L6 in Seattle. Base $185,000. Sign-on bonus of $100,000. 1,400 RSUs.").await;
    user = user.restarted();
    user.says("all in year 1").await;
    assert!(text(&user.shown).contains("At which price a share"), "{}", text(&user.shown));
    user = user.restarted();
    user.says("182.50").await;
    assert!(text(&user.shown).starts_with("# Check your answers"), "{}", text(&user.shown));
}

#[tokio::test]
async fn a_full_form_says_that_something_may_be_missing() {
    let mut user = Conversation::new();
    let mut letter = String::from(FORMAL);
    letter.extend(std::iter::repeat_n('x', 4_000 - FORMAL.chars().count()));
    assert!(paste(&mut user, &letter).await.contains("A form holds 4,000 characters, and this one is full"));
}

#[tokio::test]
async fn no_offer_yet_offers_to_paste_one() {
    let mut user = Conversation::new();
    user.command("offer show", &[]).await;
    user.presses("Paste the letter").await;
    user.form();
    user.command("offer list", &[]).await;
    user.presses("Paste the letter").await;
    user.form();
}

#[tokio::test]
async fn a_vesting_told_whole_is_filled_in() {
    let mut user = Conversation::new();
    let letter = "L6, Seattle. Base $190,000. Sign-on $90,000 in year 1 and $70,000 in year 2.\n\
        Stock: $420,000 of RSUs\nVesting: 33/33/22/12, monthly";
    let shown = paste(&mut user, letter).await;
    assert!(shown.contains("- Vesting 33/33/22/12 monthly, yours: \"Vesting: 33/33/22/12, monthly\""), "{shown}");
    assert!(shown.contains("\nVesting: 33/33/22/12 monthly, yours\n"), "{shown}");
    assert!(!shown.contains("Replaced"), "{shown}");
}

fn file(words: &str, text: &str, missing: Option<Missing>) -> Brought {
    Brought::Letter { words: words.into(), file: Some(Ok(Extract { text: text.into(), missing })) }
}

fn words(words: &str) -> Brought {
    Brought::Letter { words: words.into(), file: None }
}

#[tokio::test]
async fn a_file_and_a_message_are_read_as_a_pasted_letter_is() {
    let mut user = Conversation::new();
    let pasted = paste(&mut user, FORMAL).await;
    for letter in [file("", FORMAL, None), file("see this", FORMAL, None), words(FORMAL)] {
        let mut user = Conversation::new();
        assert_eq!(user.brings(letter).await, pasted);
        user.says("182.50").await;
        user.presses("Save and analyse").await;
        assert!(text(&user.shown).starts_with("# Amazon L6, Seattle"), "{}", text(&user.shown));
    }
}

#[tokio::test]
async fn what_is_missing_of_a_file_is_said() {
    for (missing, said) in [
        (Missing::End, "The file holds more than 100,000 characters, and what comes after those is missing."),
        (Missing::Parts, "Parts of the file can't be read, so what they say is missing."),
    ] {
        for letter in ["L6, base $185,000 a year.", "Nothing of an offer."] {
            let mut user = Conversation::new();
            let shown = user.brings(file("", letter, Some(missing))).await;
            assert!(shown.contains(said), "{shown}");
        }
    }
}

#[tokio::test]
async fn words_with_the_pay_in_them_are_the_letter_and_others_are_read_with_the_file() {
    let mut user = Conversation::new();
    let shown = user.brings(file("L6, base is $190,000 now", "Base is $1,000,000", None)).await;
    assert!(shown.contains("Base $190,000") && !shown.contains("1,000,000"), "{shown}");
    assert!(shown.contains("I read the words of the message, and not the file beside them."), "{shown}");
    let mut user = Conversation::new();
    let shown = user.brings(file("the L6 one in Seattle", "Base is $190,000 a year.", None)).await;
    for part in ["L6 (Senior)", "Seattle", "Base $190,000"] {
        assert!(shown.contains(part), "no {part} in {shown}");
    }
}

#[tokio::test]
async fn what_can_not_be_read_says_why_and_what_to_do() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    user.says("L6").await;
    let mut said = Vec::new();
    for why in Unread::VARIANTS {
        said.push(user.brings(Brought::Letter { words: "my letter".into(), file: Some(Err(*why)) }).await);
    }
    for letter in [words(" "), Brought::Cards, Brought::Own] {
        said.push(user.brings(letter).await);
    }
    let small = "\n(Nothing is filled in, and nothing of it is kept.)";
    assert!(said.iter().all(|said| said.ends_with(small)));
    insta::assert_snapshot!(said.join("\n").replace(small, ""), @r#"
    I read .txt, .eml and .pdf files, and this is another kind. Open it and paste the text of it; of a picture, type the lines with the numbers.
    That file is larger than 2 MiB, which is more than I read. Paste the text of it instead.
    I found no text in that file: it may be a scan, which is a picture of the page. Paste the text of it, or type the lines with the numbers.
    That PDF opens only with a password. Open it yourself and paste the text of it.
    That file is damaged, or it is not what its name says. Open it and paste the text of it.
    That file takes more work than a letter ever should, so I stopped reading it. Paste the text of it instead.
    That file is not on Discord's own servers, so I did not fetch it. Send it as a file of your own, or paste the text of it.
    I could not get that file: it is not there, or the connection failed. Try it again, or paste the text of it.
    I am reading several other files right now. Try it again in a minute, or paste the text of it.
    Something on my side keeps me from reading files. Paste the text of it: that works.
    There is no text in that message. Choose the one with the recruiter's words, or paste them.
    That message has no words of its own, only a preview or a card. Copy the words from it and paste them.
    That message is one of mine. Use "Read as my offer" on the one with the recruiter's words.
    "#);
    // The way on is a button, and the walkthrough is where it was.
    user.presses("Paste the text").await;
    assert_eq!(user.form().inputs[0].key, "letter");
    user.command("offer start", &[]).await;
    assert!(text(&user.shown).contains("Where is the job?"), "{}", text(&user.shown));
}

#[tokio::test]
async fn a_file_that_no_shell_brought_is_said_to_be_missing() {
    let mut user = Conversation::new();
    let shown = user.command("offer paste", &[("file", "letter.pdf")]).await;
    assert!(shown.starts_with("I could not get that file"), "{shown}");
}
