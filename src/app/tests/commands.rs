//! Every registered command and option, through the door.

use super::*;
use crate::app::OptionKind;
use crate::playbook::Done;

/// Options with which a command is answered, for an offer with shares.
pub(super) fn good(command: Command) -> &'static [(&'static str, &'static str)] {
    match command {
        Command::OfferQuick => &[
            ("level", "L6"),
            ("location", "Seattle"),
            ("base", "200k"),
            ("sign_on_1", "90k"),
            ("sign_on_2", "60k"),
            ("rsu", "2000 shares"),
            ("price", "200"),
        ],
        Command::Bands => &[("level", "L6"), ("location", "Seattle")],
        Command::Script | Command::Lever => &[("name", "base")],
        Command::Email => &[("name", "first_round")],
        Command::OfferStart
        | Command::OfferPaste
        | Command::OfferList
        | Command::OfferShow
        | Command::OfferEdit
        | Command::OfferRevise
        | Command::OfferCompare
        | Command::OfferDelete
        | Command::Counter
        | Command::WhatIf
        | Command::Tax
        | Command::Calendar
        | Command::Case
        | Command::Checklist
        | Command::Playbook
        | Command::Privacy
        | Command::Forget
        | Command::Help => &[],
    }
}

/// Another text for an option, with which the answer must be another one.
fn other(command: Command, option: &str) -> &'static str {
    match option {
        // Its first question is the same for every offer.
        "offer" if command == Command::Case => "nothing like it",
        "level" => "L7",
        "location" => "Bay Area",
        "base" => "210k",
        "sign_on_1" | "sign_on_2" => "70k",
        "rsu" => "2500 shares",
        "price" => "250",
        "hours" => "50",
        // Without the file itself, which only a shell can bring.
        "file" => "letter.pdf",
        "offer" => "1",
        "target" => "90",
        "growth" => "30",
        "leave_month" => "18",
        "name" => "no such name",
        "filing" => "joint",
        "state" => "Texas",
        "topic" => "ten_rules",
        new => panic!("the option {new} needs another text here"),
    }
}

/// Someone with two offers, the newest of which has shares.
pub(super) async fn with_two_offers() -> Conversation {
    let mut user = Conversation::new();
    let mut first = QUICK.to_vec();
    first[2] = ("base", "170k");
    user.command("offer quick", &first).await;
    user.now += jiff::SignedDuration::from_secs(1);
    user.command("offer quick", good(Command::OfferQuick)).await;
    user
}

async fn answered(command: Command, options: &[(&str, &str)]) -> Reply {
    let mut user = with_two_offers().await;
    user.command(command.name(), options).await;
    user.reply
}

#[tokio::test]
async fn every_command_is_answered() {
    for command in Command::ALL {
        let reply = answered(*command, good(*command)).await;
        let shown = match reply {
            Reply::Form(form) => form.title,
            Reply::Show(card) | Reply::Direct { card, .. } => text(&card),
            other => panic!("/{command}: {other:?}"),
        };
        assert!(!shown.is_empty() && !shown.contains("I don't know that command"), "/{command}: {shown}");
    }
}

#[tokio::test]
async fn every_option_changes_the_answer() {
    for command in Command::ALL {
        let plain = answered(*command, good(*command)).await;
        for option in command.options() {
            let mut options: Vec<(&str, &str)> = good(*command).to_vec();
            options.retain(|(name, _)| *name != option.name);
            options.push((option.name, other(*command, option.name)));
            let reply = answered(*command, &options).await;
            assert_ne!(reply, plain, "/{command} {} changes nothing", option.name);
        }
    }
}

#[tokio::test]
async fn a_text_that_an_option_does_not_take_is_refused_by_its_name() {
    for (command, option, typed, named) in [
        ("offer quick", "level", "L99", "level"),
        ("offer quick", "base", "a lot", "base"),
        ("offer quick", "sign_on_1", "a lot", "sign_on_1"),
        ("offer quick", "rsu", "a lot", "rsu"),
        ("offer quick", "hours", "200", "hours"),
        ("offer show", "offer", "nothing like it", "nothing like it"),
        ("bands", "level", "L99", "level"),
        ("counter", "target", "120", "target"),
        ("whatif", "growth", "a lot", "growth"),
        ("whatif", "price", "0", "price"),
        ("whatif", "leave_month", "99", "leave_month"),
        ("tax", "filing", "together", "filing"),
    ] {
        let known: Command = command.parse().expect("a command");
        let mut options: Vec<(&str, &str)> = good(known).to_vec();
        options.retain(|(name, _)| *name != option);
        options.push((option, typed));
        let Reply::Show(card) = answered(known, &options).await else { panic!("/{command} {option}") };
        assert!(text(&card).contains(named), "/{command} {option}: {}", text(&card));
    }
}

#[tokio::test]
async fn only_a_page_that_shows_what_an_hour_pays_ticks_it() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.command("whatif", &[("leave_month", "18")]).await;
    assert!(!text(&user.shown).contains("By the hour"), "{}", text(&user.shown));
    assert!(!is_done(&mut user, Done::HourlyShown).await);
    user.command("whatif", &[]).await;
    assert!(text(&user.shown).contains("By the hour"), "{}", text(&user.shown));
    assert!(is_done(&mut user, Done::HourlyShown).await);
    // The analysis shows it too, where the hours are told with the offer.
    let mut user = Conversation::new();
    let mut with_hours = QUICK.to_vec();
    with_hours.push(("hours", "45"));
    user.command("offer quick", &with_hours).await;
    assert!(text(&user.shown).contains("By the hour"), "{}", text(&user.shown));
    assert!(is_done(&mut user, Done::HourlyShown).await);
}

#[tokio::test]
async fn a_refusal_ticks_nothing() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    for (command, options, done) in [
        ("whatif", [("growth", "a lot")], Done::HourlyShown),
        ("counter", [("target", "120")], Done::CounterPlanned),
        ("tax", [("filing", "together")], Done::TaxShown),
        ("calendar", [("offer", "nothing like it")], Done::CalendarShown),
    ] {
        user.command(command, &options).await;
        assert!(!is_done(&mut user, done).await, "/{command}");
    }
}

async fn is_done(user: &mut Conversation, done: Done) -> bool {
    let catalogue = crate::playbook::tests::catalogue();
    let key = catalogue.ticked_by(done).expect("a line");
    let documents = user.store.load(user.user).await.expect("readable");
    let record: crate::offer::OfferRecord = serde_json::from_str(&documents.offers[0].1).expect("an offer");
    record.ticks.contains_key(key)
}

#[tokio::test]
async fn every_suggestion_is_found_by_what_it_shows() {
    let mut user = with_two_offers().await;
    for command in Command::ALL {
        let completed = command.options().iter().filter(|option| matches!(option.kind, OptionKind::Completed(_)));
        for option in completed {
            let all = user.completes(command.name(), option.name, "").await;
            assert!(!all.is_empty(), "/{command} {}", option.name);
            for suggestion in all {
                for typed in [&suggestion.label, &suggestion.value, &suggestion.label.to_uppercase()] {
                    let found = user.completes(command.name(), option.name, typed).await;
                    assert!(found.contains(&suggestion), "/{command} {}: {typed} finds {found:?}", option.name);
                }
            }
        }
    }
}

#[tokio::test]
async fn a_suggestion_is_found_however_its_name_is_written() {
    let mut user = with_two_offers().await;
    for (command, option, typed, first) in [
        ("offer show", "offer", "#1", "#1 Amazon L6, Seattle"),
        ("offer show", "offer", "#1 Amazon L6, Seattle", "#1 Amazon L6, Seattle"),
        ("offer show", "offer", "2", "#2 Amazon L6, Seattle (2)"),
        ("offer show", "offer", "# 2", "#2 Amazon L6, Seattle (2)"),
        ("offer show", "offer", "amazon l6 seattle", "#2 Amazon L6, Seattle (2)"),
        ("lever", "name", "sign on", "Sign-on bonus"),
        ("lever", "name", "sign_on", "Sign-on bonus"),
        ("lever", "name", "SIGN-ON", "Sign-on bonus"),
        ("lever", "name", "start date", "Start date"),
        ("script", "name", "sign on", "Ask for more sign-on"),
        ("tax", "state", "new york outside", "New York, outside the city"),
        ("tax", "state", "tx", "Texas"),
        ("tax", "state", "brooklyn", "New York City"),
        ("bands", "location", "the bay area", "the Bay Area"),
        ("bands", "location", "new york city", "New York City"),
    ] {
        let found = user.completes(command, option, typed).await;
        let label = found.first().map(|suggestion| suggestion.label.as_str());
        assert_eq!(label, Some(first), "/{command} {option} {typed}: {found:?}");
    }
    for typed in ["#7", "nothing like it"] {
        assert_eq!(user.completes("offer show", "offer", typed).await, []);
    }
    // What is shown can also be sent as it stands.
    let shown = user.command("offer show", &[("offer", "#1 Amazon L6, Seattle")]).await;
    assert!(shown.starts_with("# Amazon L6, Seattle\n"), "{shown}");
}
