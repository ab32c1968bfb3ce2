//! Starting, and why the bot would not.

use std::sync::Arc;

use counteroffer::StartError;
use counteroffer::{Card, Reply};

use crate::discord::bot::{Bot, Process, config};
use crate::discord::{Fake, payload};
use crate::double::{Script, Shelf};
use crate::logs;

fn door() -> Arc<Script> {
    Script::of(|_| Reply::Show(Card::text("hello")))
}

async fn end(fake: &Fake) -> Result<(), StartError> {
    Bot::launch(config(fake), door(), Arc::new(Shelf::default())).end().await
}

#[tokio::test]
async fn commands_are_registered_only_when_they_changed() {
    let (fake, shelf) = (Fake::start().await, Arc::new(Shelf::default()));
    for start in 1..=3 {
        let shelf = Arc::clone(&shelf);
        let bot = Bot::start(&fake, config(&fake), door(), shelf).await;
        assert_eq!(fake.person().command("help", &[]).await, "hello");
        assert_eq!(bot.stop().await, Ok(()), "start {start}");
    }
    assert_eq!(fake.world().registrations, 1);
    Bot::start(&fake, config(&fake), door(), Arc::new(Shelf::default())).await.stop().await.unwrap();
    assert_eq!(fake.world().registrations, 2, "a store that knows nothing");
}

#[tokio::test]
async fn commands_that_discord_refuses_are_tried_at_the_next_start() {
    let (fake, shelf) = (Fake::start().await, Arc::new(Shelf::default()));
    fake.refuse("PUT", "/commands", 500, 0);
    Bot::start(&fake, config(&fake), door(), Arc::clone(&shelf) as _).await.stop().await.unwrap();
    Bot::start(&fake, config(&fake), door(), shelf).await.stop().await.unwrap();
    assert_eq!(fake.world().registrations, 1);
}

#[tokio::test]
async fn it_listens_to_direct_messages_and_nothing_else() {
    let fake = Fake::start().await;
    let bot = Bot::start(&fake, config(&fake), door(), Arc::new(Shelf::default())).await;
    assert_eq!(fake.world().intents, 1 << 12);
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn once_it_is_connected_it_says_who_it_is_and_how_to_invite_it() {
    let fake = Fake::start().await;
    let bot = Bot::start(&fake, config(&fake), door(), Arc::new(Shelf::default())).await;
    // What is answered comes after the connection.
    assert_eq!(fake.person().command("help", &[]).await, "hello");
    bot.stop().await.unwrap();
    let logged = logs::so_far();
    let invite = format!(
        "to invite it: https://discord.com/oauth2/authorize?client_id={}&scope=bot+applications.commands&permissions=0",
        payload::APPLICATION
    );
    for line in ["connected to Discord as counteroffer", &invite, "type /help in Discord"] {
        assert!(logged.contains(line), "{line}");
    }
}

#[tokio::test]
async fn a_wrong_token_ends_the_start() {
    let fake = Fake::start().await;
    fake.world().token = "another".into();
    assert_eq!(end(&fake).await, Err(StartError::Token));
    assert!(fake.world().seen.len() <= 3, "{:?}", fake.requests());
    assert_eq!(fake.world().sessions, 0, "no IDENTIFY was wasted on it");
}

#[tokio::test]
async fn a_gateway_that_refuses_ends_the_start() {
    for (code, error) in [(4004, StartError::Token), (4014, StartError::Intents), (4013, StartError::Intents)] {
        let fake = Fake::start().await;
        fake.world().close_with = Some(code);
        assert_eq!(end(&fake).await, Err(error), "{code}");
    }
}

#[tokio::test]
async fn a_base_on_loopback_never_leads_to_the_real_gateway() {
    let fake = Fake::start().await;
    fake.world().gateway_elsewhere = Some("wss://gateway.discord.gg".into());
    assert_eq!(end(&fake).await, Err(StartError::NotLoopback));
    fake.world().gateway_elsewhere = None;
    fake.refuse("GET", "/gateway", 500, 0);
    assert_eq!(end(&fake).await, Err(StartError::NotLoopback), "serenity then falls back to the real one");
    assert_eq!(fake.world().sessions, 0);
    assert_eq!(fake.count("GET", "/oauth2"), 0);
}

#[tokio::test]
async fn the_program_ends_with_the_code_of_a_configuration_that_no_restart_helps() {
    let (fake, folder) = (Fake::start().await, tempfile::tempdir().unwrap());
    fake.world().token = "another".into();
    let ended = Process::launch(&fake, &folder.path().join("counteroffer.db")).end().await;
    assert_eq!(ended.code(), Some(78));
}

#[tokio::test]
async fn no_token_is_said() {
    let fake = Fake::start().await;
    let mut config = config(&fake);
    config.token = None;
    let ended = Bot::launch(config, door(), Arc::new(Shelf::default())).end().await;
    assert_eq!(ended, Err(StartError::NoToken));
    assert!(fake.world().seen.is_empty());
}

#[test]
fn every_reason_is_a_sentence_and_a_restart_is_asked_for_only_where_it_can_help() {
    let all =
        [StartError::NoToken, StartError::Token, StartError::Intents, StartError::NotLoopback, StartError::Ended(None)];
    let codes: Vec<u8> = all.iter().map(StartError::exit_code).collect();
    assert_eq!(codes, [78, 78, 78, 78, 1]);
    for error in all {
        let text = error.to_string();
        assert!(text.contains(';') && !text.contains(&payload::APPLICATION.to_string()), "{text}");
    }
}
