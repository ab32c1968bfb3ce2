//! What goes wrong, and that it does so quietly.

use std::sync::Arc;

use counteroffer::Body;
use counteroffer::UserId;
use counteroffer::{Card, Reply};
use tokio::sync::Notify;

use super::{at_once, run, run_with};
use crate::discord::bot::{Bot, config};
use crate::discord::payload::{Place, direct_channel};
use crate::discord::{Fake, TOKEN};
use crate::double::{Script, Shelf};
use crate::logs;

fn echo() -> Arc<Script> {
    Script::of(|request| match request.body {
        Body::Words(words) if words == "break" => panic!("a door that breaks, for the test"),
        Body::Words(words) => Reply::Show(Card::text(words)),
        _ => Reply::Show(Card::text("hello")),
    })
}

#[tokio::test]
async fn a_panic_is_owned_up_to_and_the_conversation_goes_on() {
    let (fake, _bot) = run(&echo()).await;
    let ana = fake.person();
    let told = ana.says("break").await;
    let reference = told.split("reference ").nth(1).and_then(|rest| rest.split('.').next()).unwrap();
    assert_eq!(reference.len(), 6);
    insta::assert_snapshot!(told.replace(reference, "ABCDEF"), @r"
    Something went wrong on my side. What you had saved is safe; try that again.
    (If it happens again, tell whoever runs this bot: reference ABCDEF.)
    ");
    assert_eq!(ana.says("and now?").await, "and now?");
}

#[tokio::test]
async fn an_answer_that_comes_too_late_still_reaches_direct_messages() {
    let (fake, _bot) = run(&echo()).await;
    let ana = fake.person().at(Place::Direct);
    fake.refuse("POST", "/callback", 404, 10062);
    let asked = ana.sends_command("help", &[]);
    assert_eq!(ana.answer_to(asked).await, "hello");
    fake.refuse("POST", "/callback", 404, 10062);
    fake.person().sends_command("help", &[]);
    assert_eq!(ana.says("alive").await, "alive");
}

#[tokio::test]
async fn a_deferral_that_comes_too_late_is_no_crash() {
    let gate = Arc::new(Notify::new());
    let opened = Arc::clone(&gate);
    let door = Script::slow(move |_| {
        let gate = Arc::clone(&opened);
        async move {
            gate.notified().await;
            Reply::Show(Card::text("saved"))
        }
    });
    let (fake, _bot) = run_with(&door, at_once).await;
    fake.refuse("POST", "/callback", 404, 10062);
    let ana = fake.person().at(Place::Direct);
    let asked = ana.sends_command("help", &[]);
    fake.until("the deferral", |world| world.seen.iter().find(|seen| seen.status == 404).map(drop)).await;
    gate.notify_one();
    assert_eq!(ana.answer_to(asked).await, "saved");
}

#[tokio::test]
async fn a_message_that_may_not_have_arrived_is_sent_again_and_stands_once() {
    let (fake, _bot) = run(&echo()).await;
    let ana = fake.person();
    fake.refuse("POST", "/channels/", 503, 0);
    assert_eq!(ana.says("hello").await, "hello");
    assert_eq!(fake.count("POST", "/channels/"), 2);
    fake.refuse("POST", "/callback", 502, 0);
    assert_eq!(ana.command("help", &[]).await, "hello");
    assert_eq!(ana.direct_messages().len(), 1);
}

#[tokio::test]
async fn a_message_that_discord_does_not_accept_is_owned_up_to() {
    let (fake, _bot) = run(&echo()).await;
    let ana = fake.person();
    fake.refuse("POST", "/callback", 400, 50035);
    assert!(ana.command("help", &[]).await.starts_with("Something went wrong on my side."));
}

#[tokio::test]
async fn an_answer_in_place_of_a_message_that_is_gone_is_a_new_one() {
    let door = Script::of(|request| match request.body {
        Body::Press(_) => Reply::Update(Card::text("changed")),
        _ => Reply::Show(super::question()),
    });
    let (fake, _bot) = run(&door).await;
    let ana = fake.person();
    ana.command("offer start", &[]).await;
    fake.refuse("POST", "/callback", 404, 10008);
    assert_eq!(ana.presses("Back").await, "changed");
    assert_eq!(fake.world().screens[&ana.id].len(), 2);
}

#[tokio::test]
async fn what_was_written_while_nobody_listened_is_answered_first() {
    let fake = Fake::start().await;
    let (ana, shelf) = (fake.person(), Arc::new(Shelf::default()));
    let before = fake.leave_words(ana.id, "before");
    let missed: Vec<u64> = ["one", "two", ""].iter().map(|words| fake.leave_words(ana.id, words)).collect();
    shelf.awaiting.lock().unwrap().push((UserId(ana.id), direct_channel(ana.id), before));
    // Reading what was missed takes until a live message has arrived.
    let gate = fake.hold("GET", "/messages");
    let door = echo();
    let bot = Bot::start(&fake, config(&fake), Arc::clone(&door), shelf).await;
    let live = ana.sends("live");
    gate.open();
    assert_eq!(ana.answer_to(live).await, "live");
    let asked: Vec<u64> = door.asked().iter().map(|request| request.id).collect();
    let expected: Vec<u64> = missed.into_iter().chain([live]).collect();
    let once: Vec<u64> = asked.iter().copied().filter(|id| *id != live).chain([live]).collect();
    assert_eq!(once, expected, "the live one may be read twice, which the door knows by its id");
    assert_eq!(&ana.direct_messages()[..2], ["one", "two"]);
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn stopping_waits_for_answers_under_way() {
    let gate = Arc::new(Notify::new());
    let opened = Arc::clone(&gate);
    let door = Script::slow(move |_| {
        let gate = Arc::clone(&opened);
        async move {
            gate.notified().await;
            Reply::Show(Card::text("in time"))
        }
    });
    let (fake, bot) = run_with(&door, at_once).await;
    let ana = fake.person();
    let asked = ana.sends_command("help", &[]);
    ana.first_answer(asked).await;
    let stopping = tokio::spawn(bot.stop());
    fake.disconnected().await;
    gate.notify_one();
    assert_eq!(ana.outcome(asked).await, "in time");
    assert_eq!(stopping.await.unwrap(), Ok(()));
}

#[tokio::test]
async fn logs_hold_nothing_that_anybody_said_and_no_token() {
    const CANARY: &str = "canary185k";
    let (fake, bot) = run(&echo()).await;
    let ana = fake.person();
    assert_eq!(ana.says(CANARY).await, CANARY);
    let broken = ana.sends("break");
    ana.answer_to(broken).await;
    fake.refuse("POST", "/callback", 404, 10062);
    fake.refuse("POST", "/channels/", 400, 50035);
    let late = ana.sends_command("help", &[]);
    ana.sends(CANARY);
    assert_eq!(ana.says("end").await, "end");
    bot.stop().await.unwrap();
    let logged = logs::so_far();
    let as_numbers = |text: &str| text.bytes().map(|byte| byte.to_string()).collect::<Vec<_>>().join(", ");
    for secret in [CANARY, TOKEN, "-token", "interaction-"] {
        let found = logged.lines().find(|line| line.contains(secret) || line.contains(&as_numbers(secret)));
        assert_eq!(found, None, "{secret}");
    }
    for line in [format!("handling an event panicked event={broken}"), format!("answered too late event={late}")] {
        assert!(logged.contains(&line), "{line}");
    }
}
