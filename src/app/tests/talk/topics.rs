//! Questions and remarks.

use std::fmt::Write as _;

use super::*;
use crate::app::tables::Tables;
use crate::playbook::TalkTopic;

/// Columns of a phone's screen.
const PHONE: usize = 40;

/// What is shown as it stands on a phone: wrapped, with its buttons.
fn on_a_phone(asked: &str, user: &Conversation) -> String {
    let mut all = format!("> {asked}\n");
    for line in text(&user.shown).lines() {
        let mut column = 0;
        for word in line.split(' ') {
            let wide = word.chars().count();
            if column > 0 && column + 1 + wide > PHONE {
                all.push('\n');
                column = 0;
            }
            if column > 0 {
                all.push(' ');
                column += 1;
            }
            all.push_str(word);
            column += wide;
        }
        all.push('\n');
    }
    writeln!(all, "[{}]", labels(user)).expect("memory");
    all
}

fn topics() -> &'static [TalkTopic] {
    &Tables::shipped().topics.table().topics
}

#[tokio::test]
async fn every_answer_without_an_offer() {
    let mut all = String::new();
    for topic in topics() {
        let mut user = Conversation::new();
        for _ in 0..2 {
            user.says(&topic.asks[0]).await;
            writeln!(all, "{}", on_a_phone(&topic.asks[0], &user)).expect("memory");
        }
    }
    insta::assert_snapshot!(all);
}

#[tokio::test]
async fn every_answer_with_an_offer() {
    let mut all = String::new();
    for topic in topics().iter().filter(|topic| topic.shows.is_none()) {
        let mut user = with_an_offer().await;
        user.says(&topic.asks[0]).await;
        let shown = on_a_phone(&topic.asks[0], &user);
        assert!(shown.lines().count() <= 11, "more than a phone's first screen: {shown}");
        writeln!(all, "{shown}").expect("memory");
    }
    insta::assert_snapshot!(all);
}

#[tokio::test]
async fn answers_are_short_and_their_buttons_lead_somewhere() {
    for topic in topics() {
        for mut user in [Conversation::new(), with_an_offer().await] {
            user.says(&topic.asks[0]).await;
            if topic.shows.is_none() {
                let long = text(&user.shown).chars().count();
                assert!(long <= 400, "{}: {long}", topic.key);
            }
            assert!(!user.shown.controls.is_empty(), "{} leads nowhere", topic.key);
            let buttons: Vec<_> = user
                .shown
                .controls
                .iter()
                .flat_map(|row| match row {
                    Controls::Buttons(buttons) => buttons.clone(),
                    Controls::Select { .. } => Vec::new(),
                })
                .collect();
            for button in buttons {
                let shown = user.presses_kept(button.press).await;
                assert!(!shown.contains("does nothing now") && !shown.is_empty(), "{}: {}", topic.key, button.label);
            }
        }
        for command in &topic.next {
            let button = crate::app::links::button(
                &crate::playbook::tests::catalogue(),
                command,
                Some(crate::offer::OfferId(1)),
            );
            assert!(button.is_some(), "{}: {command} has no button", topic.key);
        }
    }
}

#[tokio::test]
async fn an_answer_at_a_question_asks_it_again_and_loses_nothing() {
    let mut user = at_the_base().await;
    insta::assert_snapshot!(user.says("who can see this?").await, @r#"
    # Question 3 of 12
    Only you see this chat. What you enter is kept in one file on the machine of whoever runs this copy of me, and they could read it. Nothing is sent anywhere else.
    What is the base salary a year?
    (In dollars, before tax. "185k" is fine.)
    "#);
    insta::assert_snapshot!(labels(&user), @"Type the answer // Back | Help | Why? | Cancel // Fill in one form // What I keep");
    insta::assert_snapshot!(user.says("who can see this?").await, @r#"
    # Question 3 of 12
    Still the same answer: you, and whoever runs this copy of me. A letter that you paste is read and not kept; /forget deletes everything else at once.
    What is the base salary a year?
    (In dollars, before tax. "185k" is fine.)
    "#);
    insta::assert_snapshot!(user.says("185k").await, @r#"
    # Question 4 of 12
    Got it: base $185,000 a year.
    What is the sign-on bonus, year 1 and year 2?
    (Two amounts, for example "90/70" for $90k and $70k. "None" if there is none.)
    "#);
}

#[tokio::test]
async fn an_offers_own_page_is_the_answer() {
    let mut user = with_an_offer().await;
    let shown = user.says("is this a good offer?").await;
    assert!(shown.contains("Here is where it stands") && shown.contains("About the"), "{shown}");
    let again = user.says("is this a good offer?").await;
    assert_ne!(shown, again);
    let shown = user.says("what should I ask for?").await;
    assert!(shown.contains("# Counter plan"), "{shown}");
    assert!(user.says("is it taxed?").await.contains("you keep"), "{}", text(&user.shown));
    let mut user = Conversation::new();
    insta::assert_snapshot!(user.says("is this a good offer?").await, @"That I can tell you once I know the offer: five answers are enough, or paste the letter.");
}

#[tokio::test]
async fn the_way_before_the_offer() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    insta::assert_snapshot!(user.says("no offer yet, just finished my loop").await, @"
    Then let's get you ready. Four questions come before every offer, and I have an answer for each; look at the pay ranges; and let them name their figure first. When the letter comes, paste it right here.
    (Your question is still open: just answer it here.)
    ");
    insta::assert_snapshot!(labels(&user), @r#"Before the offer: the four questions | "What are your expectations?" | "What do you earn now?" | Pay ranges and what they are worth // Back to the question"#);
    insta::assert_snapshot!(user.says("what should I say when they ask for my expectations?").await, @r#"
    Ask for their range first: "I'm happy to react to your range. What range do you have in mind?" Going second helps while you know less than they do.
    (Your question is still open: just answer it here.)
    "#);
    user.presses("\"What are your expectations?\"").await;
    assert!(text(&user.shown).contains("What range do you have in mind"), "{}", text(&user.shown));
    insta::assert_snapshot!(user.says("i don't have an offer yet").await, @"
    Then let's get you ready. Four questions come before every offer, and I have an answer for each; look at the pay ranges; and let them name their figure first. When the letter comes, paste it right here.
    (Your question is still open: just answer it here.)
    ");
    assert!(user.says("L6").await.contains("Got it: L6"), "the question was kept: {}", text(&user.shown));
}

#[tokio::test]
async fn a_question_that_nothing_is_known_of_is_no_answer() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    user.says("L6").await;
    insta::assert_snapshot!(user.says("who is jeff bezos?").await, @"
    # Question 2 of 12
    That's a question I have no answer for. I know about pay, stock, taxes, deadlines and what to say to them.
    Where is the job?
    (The city the offer names. I have pay ranges for Seattle, the Bay Area, New York City and Austin.)
    ");
    insta::assert_snapshot!(user.says("what is the weather in Seattle?").await, @r#"
    # Question 2 of 12
    I can't answer that one either. "help" explains what I ask here, and "why" what I need it for.
    Where is the job?
    (The city the offer names. I have pay ranges for Seattle, the Bay Area, New York City and Austin.)
    "#);
    assert!(user.says("seattle").await.contains("Got it: Seattle"));
    let mut user = with_an_offer().await;
    user.command("case", &[]).await;
    assert!(!user.says("can you see my screen?").await.contains("Noted"));
}

#[tokio::test]
async fn what_waits_goes_on_at_a_yes_and_ends_only_when_asked() {
    let mut user = at_the_base().await;
    user.says("later").await;
    insta::assert_snapshot!(user.says("asdf").await, @"I didn't get that. A walkthrough is open with 2 answers of 12. Shall we go on?");
    assert!(user.says("yes").await.contains("Question 3 of 12"));
    user.says("later").await;
    assert!(user.says("cancel").await.contains("Stop here?"));
}

#[tokio::test]
async fn what_means_nothing_gets_something_useful_and_never_the_same_twice() {
    for mut user in [Conversation::new(), with_an_offer().await] {
        let mut all = Vec::new();
        for words in ["asdf", "asdf", "qwertz", "asdf"] {
            all.push(user.says(words).await);
        }
        assert!(all.windows(2).all(|two| two[0] != two[1]), "{all:#?}");
        insta::assert_snapshot!(format!("nothing_{}", user.has_button("Show my offer")), all.join("\n---\n"));
    }
    let mut user = at_the_base().await;
    let mut all = Vec::new();
    for words in ["asdf", "asdf", "asdf", "asdf", "asdf"] {
        all.push(user.says(words).await);
    }
    assert!(all.windows(2).all(|two| two[0] != two[1]), "{all:#?}");
    insta::assert_snapshot!(all.join("\n---\n"));
}
