//! The first words: who can read the answers, and why an offer is asked for.

use super::*;
use crate::app::Command;

const FIRST: &str = "Hi, I'm Counteroffer, a bot.";
const BACK: &str = "Welcome back.";

#[tokio::test]
async fn closed_and_open_direct_messages_get_the_same_first_words() {
    let mut user = Conversation::new();
    user.venue = Venue::Shared;
    let direct = user.command("offer start", &[]).await;
    assert!(direct.contains(FIRST) && direct.contains("/privacy") && direct.contains("/forget"), "{direct}");
    user.finds_direct_closed();
    let here = user.presses("Continue here").await;
    assert_eq!(here, direct);
    user.presses("L6 (Senior)").await;
    let again = user.command("offer start", &[]).await;
    assert!(again.contains(BACK) && !again.contains(FIRST), "{again}");
}

#[tokio::test]
async fn a_command_without_an_offer_says_why_it_asks() {
    for (command, options, comes) in [
        ("offer show", [].as_slice(), "the analysis comes right after."),
        ("counter", &[], "your counter plan comes right after."),
        ("whatif", &[], "the what-ifs come right after."),
        ("script", &[("name", "base")], "your script comes right after."),
        ("email", &[("name", "first_round")], "your e-mail comes right after."),
        ("tax", &[], "your taxes come right after."),
        ("calendar", &[], "your calendar comes right after."),
        ("lever", &[("name", "base")], "the lever comes right after."),
        ("case", &[], "your case comes right after."),
        ("checklist", &[], "your checklist comes right after."),
    ] {
        let mut user = Conversation::new();
        let shown = user.command(command, options).await;
        let why = format!("For that I need your offer first (about 3 minutes); {comes}");
        assert!(shown.contains(&why) && shown.contains(FIRST) && !shown.contains(BACK), "{command}: {shown}");
        user.says("L6").await;
        let shown = user.command(command, options).await;
        assert!(shown.contains(&why) && shown.contains(BACK), "{command}: {shown}");
        user.venue = Venue::Shared;
        user.command(command, options).await;
        user.finds_direct_closed();
        assert!(text(&user.shown).contains(&why), "{command}: {}", text(&user.shown));
    }
}

#[tokio::test]
async fn what_was_asked_for_comes_right_after() {
    for (command, title) in [("offer show", "# Amazon L6, Seattle"), ("tax", "# "), ("calendar", "# ")] {
        let mut user = Conversation::new();
        user.command(command, &[]).await;
        for words in ["L6", "Seattle", "200k", "90/60", "400k", "save"] {
            user.says(words).await;
        }
        let after = user.says("save").await;
        let mut saved = Conversation::new();
        saved.command("offer quick", QUICK).await;
        assert_eq!(after.lines().next(), saved.command(command, &[]).await.lines().next(), "{command}");
        assert!(after.starts_with(title), "{after}");
    }
}

#[test]
fn only_commands_that_need_nothing_or_no_new_offer_say_no_why() {
    use crate::app::words::needs::needs_offer;
    let silent: Vec<&str> =
        Command::ALL.iter().filter(|command| needs_offer(**command).is_none()).map(|command| command.name()).collect();
    insta::assert_snapshot!(silent.join(", "), @"offer start, offer quick, offer paste, offer list, offer edit, offer revise, offer compare, offer delete, bands, playbook, privacy, forget, help");
}
