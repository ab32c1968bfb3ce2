//! What is written once the offer is saved, or at the card of answers: news in other words, refusals, and an "ok" that
//! may be to something else.

use super::*;

/// A user at the card of answers.
async fn at_the_card() -> Conversation {
    let mut user = Conversation::new();
    user.says("L6 seattle base 190k sign on 80/60 rsu 400k").await;
    let shown = user.says("save").await;
    assert!(shown.contains("Check your answers"), "{shown}");
    user
}

/// A user with that offer saved.
async fn saved() -> Conversation {
    let mut user = at_the_card().await;
    user.says("save").await;
    user
}

/// Each text to a user of its own with a saved offer: what the reply must hold.
async fn each_is_answered(table: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (words, holds) in table {
        let shown = saved().await.says(words).await;
        if !shown.contains(holds) {
            wrong.push(format!("{words}: {shown}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[tokio::test]
async fn what_they_gave_stands_beside_what_was_asked() {
    each_is_answered(&[
        ("i asked for 210k base, they gave me 200k", "Base $190,000 → $200,000"),
        // A letter that grows when it is made small moves no place in the text.
        ("i asked İpek for 210k base, but they gave me 200k base", "Base $190,000 → $200,000"),
        ("i told them 210k and they said 200k is final", "Base $190,000 → $200,000"),
        ("they offer 200k base if i sign by friday", "Base $190,000 → $200,000"),
        ("base 200k and i turned down google", "Base $190,000 → $200,000"),
        ("they refused 210k base but gave me 200k base", "Base $190,000 → $200,000"),
        ("i wanted 450k rsus, they came back with 430k rsus", "Grant $400,000 → $430,000"),
        ("i asked for 220k base and 450k stock", "othing is changed"),
        ("id accept if they gave me 200k base", "Only a what-if"),
    ])
    .await;
}

#[tokio::test]
async fn what_they_cannot_do_is_no_offer() {
    each_is_answered(&[
        ("they can't do 210k base", "Nothing is changed"),
        ("they couldn't get to 450k rsu", "Nothing is changed"),
        ("they can't give 90/70 sign on", "Nothing is changed"),
        ("no 200k base for me", "Nothing is changed"),
        ("she cannot go to 205k base", "Nothing is changed"),
        ("they aren't able to pay 210k base", "Nothing is changed"),
    ])
    .await;
}

#[tokio::test]
async fn figures_of_something_else_change_nothing() {
    each_is_answered(&[
        ("after taxes that's 130k base", "before taxes"),
        ("stock fell, the grant is only worth 360k", "what the shares are worth today"),
        ("my rsus are worth 350k now", "what the shares are worth today"),
        ("what if stock goes to 300", "price of one share"),
        ("i have to pay back 25k sign on to my employer", "money where you are now"),
        ("they swapped 20k sign on for 40k rsu", "Which figure does it come to"),
    ])
    .await;
}

#[tokio::test]
async fn pay_that_moved_is_worked_out_and_asked_about() {
    each_is_answered(&[
        ("they bumped the RSU by 20k", "Grant $400,000 → $420,000"),
        ("base up 10k", "Base $190,000 → $200,000"),
        ("raised base by 5k to 195k", "Base $190,000 → $195,000"),
        ("base went up to 200k", "Base $190,000 → $200,000"),
        ("stock up from 400k to 430k", "Grant $400,000 → $430,000"),
        ("sign on year one went up to 95", "Sign-on 1 $80,000 → $95,000"),
        ("base went from 190k to 200k, rsu from 400k to 420k", "Base $190,000 → $200,000, grant $400,000 → $420,000"),
        ("RSUs went from 400 to 440", "Grant $400,000 → $440,000"),
        ("they cut the base by 10k", "Base $190,000 → $180,000"),
        ("they added 10k to the second year sign on", "Sign-on 2 $60,000 → $70,000"),
        ("Sarah: we can go up to 200k on base", "Base $190,000 → $200,000"),
        ("they gave me an extra 20k sign on", "Which figure does it come to"),
    ])
    .await;
}

#[tokio::test]
async fn a_figure_alone_is_news_of_what_it_is_near() {
    each_is_answered(&[
        ("they came back with 195", "Base $190,000 → $195,000"),
        ("it is 200k now", "Base $190,000 → $200,000"),
        ("they'll do 200k", "Base $190,000 → $200,000"),
        ("they agreed to 200k", "Base $190,000 → $200,000"),
        ("they came back with 195/85/65/420", "Base $190,000 → $195,000"),
        ("they want 2 more days", ""),
    ])
    .await;
    let mut user = saved().await;
    user.says("rsu is now 420k").await;
    user.says("yes").await;
    let shown = user.says("they came back again with 430k").await;
    assert!(shown.contains("Grant $420,000 → $430,000"), "{shown}");
}

#[tokio::test]
async fn a_slip_is_corrected_and_begins_no_round() {
    for (words, holds) in [
        ("i made a typo, base is 185k", "185k"),
        ("correction: sign on is 85/65", "85k"),
        ("wait the rsu is 410k, i misread", "$410,000"),
    ] {
        let mut user = saved().await;
        let shown = user.says(words).await;
        assert!(shown.contains("A correction") && shown.contains("Correct the offer?"), "{words}: {shown}");
        let shown = user.says("yes").await;
        assert!(!shown.contains("Round 2") && shown.contains(holds), "{words}: {shown}");
    }
}

#[tokio::test]
async fn a_yes_behind_another_page_asks_again() {
    let mut user = saved().await;
    user.says("base is now 200k").await;
    let shown = user.says("tax").await;
    assert!(shown.contains("figures as they are saved"), "{shown}");
    let shown = user.says("yes").await;
    assert!(shown.contains("Save as round 2?"), "{shown}");
    assert!(user.says("yes").await.contains("# Round 2"));
}

#[tokio::test]
async fn another_level_or_place_is_the_next_round_of_the_same_offer() {
    each_is_answered(&[
        ("they are now saying L7 with 230k base", "L7 (Principal)"),
        ("the offer is L5 now, 170k base", "they become the next round"),
        ("they changed the location to austin and base is 185k", "Check your answers"),
    ])
    .await;
    let mut user = saved().await;
    user.says("they are now saying L7 with 230k base").await;
    let shown = user.says("save").await;
    assert!(shown.contains("# Round 2"), "{shown}");
}

#[tokio::test]
async fn days_and_writing_are_kept_and_not_only_talked_about() {
    each_is_answered(&[
        ("i got it in writing now", "In writing: yes"),
        ("they need an answer by tomorrow", "Reply by: "),
        ("i have a google offer, 430k in writing", "Google (in writing, $430,000 a year)"),
    ])
    .await;
}

#[tokio::test]
async fn an_ok_behind_advice_saves_nothing() {
    for advice in ["what about taxes", "i'm nervous", "thanks", "perfect thanks", "perfect"] {
        for word in ["ok", "sure", "yes"] {
            let mut user = at_the_card().await;
            let first = user.says(advice).await;
            let asked = first.contains("Shall I save it");
            let shown = user.says(word).await;
            assert!(asked || shown.contains("Shall I save it"), "{advice}, {word}: {shown}");
            if !asked {
                let shown = user.says("yes").await;
                assert!(!shown.contains("Check your answers"), "{advice}, {word}: {shown}");
            }
        }
    }
}

#[tokio::test]
async fn the_card_is_confirmed_and_held_in_plain_words() {
    for words in ["everything is right", "no it's fine", "no, that's all", "no changes", "yep save", "lgtm", "👍", "ok"]
    {
        let shown = at_the_card().await.says(words).await;
        assert!(!shown.contains("Check your answers"), "{words}: {shown}");
    }
    for words in ["hold on", "don't save yet", "wait"] {
        let shown = at_the_card().await.says(words).await;
        assert!(shown.contains("nothing is saved yet"), "{words}: {shown}");
    }
    let mut user = at_the_card().await;
    user.says("base 195").await;
    let shown = user.says("undo").await;
    assert!(shown.contains("Taken back") && shown.contains("Base: $190,000"), "{shown}");
}

#[tokio::test]
async fn pay_that_was_not_read_holds_the_save() {
    let mut user = at_the_card().await;
    user.says("rsus 220 and base 200").await;
    let shown = user.says("looks good").await;
    assert!(shown.contains("One thing first"), "{shown}");
    let shown = user.says("430k").await;
    assert!(shown.contains("$430,000") && shown.contains("$200,000"), "{shown}");
    assert!(!user.says("looks good").await.contains("Check your answers"));
}

#[tokio::test]
async fn a_bare_grant_beside_a_known_one_is_dollars() {
    for (words, holds) in
        [("rsu is 420 not 400", "$420,000"), ("rsus 430", "$430,000"), ("rsus are 380 now", "$380,000")]
    {
        let shown = at_the_card().await.says(words).await;
        assert!(shown.contains(holds), "{words}: {shown}");
    }
}

#[tokio::test]
async fn an_offer_that_is_gone_goes_and_the_new_one_comes() {
    let mut user = at_the_card().await;
    user.says("google written 430k").await;
    user.says("save").await;
    let shown = user.says("I no longer have the google offer, but Meta gave me 430k").await;
    assert!(shown.contains("Google is off your other offers"), "{shown}");
    assert!(shown.contains("Meta"), "{shown}");
    for words in ["no google", "i don't have a google offer", "google said no", "google fell through"] {
        let mut user = at_the_card().await;
        user.says("google written 430k").await;
        let shown = user.says(words).await;
        assert!(!shown.contains("Google (in writing"), "{words}: {shown}");
        assert!(!shown.contains("How firm"), "{words}: {shown}");
    }
}

#[tokio::test]
async fn a_question_is_no_name_and_no_fact() {
    let mut user = saved().await;
    user.presses("Save as").await;
    let shown = user.fills(&[("name", "how do i do that?")]).await;
    assert!(shown.contains("the old name stays"), "{shown}");
    user.says("script relocation").await;
    user.presses("Fill it in").await;
    let key = user.form().inputs[0].key.clone();
    let shown = user.fills(&[(key.as_str(), "who pays?")]).await;
    assert!(!shown.contains("cost who pays"), "{shown}");
}

#[tokio::test]
async fn own_titles_open_their_pages() {
    each_is_answered(&[
        ("first counter", "First counter"),
        ("ask for time", "Ask for time"),
        ("second round", "Second round"),
        ("final ask", "Final ask"),
    ])
    .await;
}

#[tokio::test]
async fn what_a_recruiter_can_do_is_new() {
    each_is_answered(&[
        ("they can do 192k base", "Base $190,000 → $192,000"),
        ("we can do 192k base", "Base $190,000 → $192,000"),
        ("Hi Sam, good news! We can do 192k base, sign on 90k/70k, and RSUs of 420k.", "grant $400,000 → $420,000"),
        ("she can do 205k base", "Base $190,000 → $205,000"),
        ("they can offer 440k stock", "Grant $400,000 → $440,000"),
        ("they can go to 205k base", "Base $190,000 → $205,000"),
        ("we can get you to 205k base", "Base $190,000 → $205,000"),
        ("amazon can do 205k base", "Base $190,000 → $205,000"),
        ("if they can do 205k base i'd sign", "Nothing is changed"),
        ("they can't do 205k base", "Nothing is changed"),
        ("they took away the second year sign on", "Sign-on 2 $60,000 → $0"),
        ("they took back 20k of the sign on year 1", "Sign-on 1 $80,000 → $60,000"),
        ("they took back 150k of the rsu", "Grant $400,000 → $250,000"),
        ("they clawed back 20k of the rsu", "Grant $400,000 → $380,000"),
        ("they pulled 15k from the sign on in year 2", "Sign-on 2 $60,000 → $45,000"),
        ("they kept 20k of the sign on year 1", "Which figure does it come to?"),
        ("they already paid 20k of the sign on year 1", "Which figure does it come to?"),
        ("i have to pay back 20k of the sign on year 1", "Which figure does it come to?"),
        ("no more second year sign on", "Sign-on 2 $60,000 → $0"),
        ("they cut the second year sign on to 40k", "Sign-on 2 $60,000 → $40,000"),
        ("they sent the letter", "Got it: in writing."),
        ("the letter came", "Got it: in writing."),
        ("they haven't sent the letter", "before you have the letter"),
        ("they gave me 3 more days", "I can't tell the day"),
    ])
    .await;
}

#[tokio::test]
async fn days_that_are_given_are_counted_from_the_deadline() {
    let mut user = saved().await;
    user.says("reply by december 10").await;
    user.says("save").await;
    for (words, day) in [
        ("they gave me 3 more days", "December 13"),
        ("i got another week to decide", "December 17"),
        ("she gave me 2 extra days", "December 12"),
        ("they gave me 5 more days to answer", "December 15"),
    ] {
        let shown = user.says(words).await;
        assert!(shown.contains(day), "{words}: {shown}");
        user.says("cancel").await;
        user.says("drop the changes").await;
    }
    for words in ["they gave me 2 more weeks of vacation", "he got 3 more days off"] {
        let shown = user.says(words).await;
        assert!(!shown.contains("Got it"), "{words}: {shown}");
    }
}
