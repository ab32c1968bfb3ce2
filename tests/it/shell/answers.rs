//! Every way of asking and of answering.

use std::sync::Arc;

use counteroffer::Verb;
use counteroffer::{Block, Button, Card, File, Reply, Suggestion};
use counteroffer::{Body, Command, Request, Venue};
use tokio::sync::Notify;

use super::{at_once, form, press, question, run, run_with};
use crate::discord::payload::Place;
use crate::double::{Script, press_of};

fn show(text: &str) -> Reply {
    Reply::Show(Card::text(text))
}

/// A small conversation: a question, a form, an end.
fn talk(request: Request) -> Reply {
    match request.body {
        Body::Command { command: Command::OfferQuick, options } => show(&format!("base {}", options.text("base"))),
        Body::Command { .. } | Body::UnknownCommand => Reply::Show(question()),
        Body::Choose(_, value) => Reply::Update(Card::text(format!("chose {value}"))),
        Body::Press(press) if press.action.verb == Verb::Type => Reply::Form(form()),
        Body::Press(press) => Reply::Update(Card::text(format!("pressed {}", press.action.verb.key()))),
        Body::Submit(_, texts) => Reply::Update(Card::text(format!("base is {}", texts["base"]))),
        Body::Words(words) => show(&format!("you said {words}")),
        Body::Letter(letter) => show(&format!("you brought {letter:?}")),
        Body::Opened | Body::Arrived => Reply::Nothing,
        Body::Complete { typed, .. } => {
            Reply::Suggest(vec![Suggestion { label: format!("{typed}ttle"), value: "Seattle".into() }])
        }
    }
}

#[tokio::test]
async fn a_conversation_by_command_list_button_form_and_words() {
    let door = Script::of(talk);
    let (fake, _bot) = run(&door).await;
    let ana = fake.person();
    insta::assert_snapshot!(ana.command("offer start", &[]).await, @r"
    1 of 7
    Which *level* is it?
    {Which level?: L6 | L7}
    [Type it] [Back]
    ");
    insta::assert_snapshot!(ana.presses("Type it").await, @r"
    Form: Base
    Base salary a year: 185k
    ");
    assert_eq!(ana.fills(&[("base", "190k")]).await, "base is 190k");
    assert_eq!(ana.screen(), "base is 190k", "in place of the question");
    ana.command("offer start", &[]).await;
    assert_eq!(ana.chooses("L7").await, "chose L7");
    ana.command("help", &[]).await;
    assert_eq!(ana.presses("Back").await, "pressed back");
    assert_eq!(ana.says("185k, 90/70").await, "you said 185k, 90/70");
    let quick = [
        ("level", "L6"),
        ("location", "sea"),
        ("base", "185k"),
        ("sign_on_1", "0"),
        ("sign_on_2", "0"),
        ("rsu", "400k"),
    ];
    assert_eq!(ana.command("offer quick", &quick).await, "base 185k");
    assert_eq!(ana.completes("bands", "location", "sea").await, ["seattle"]);
}

#[tokio::test]
async fn where_it_happens_reaches_the_door() {
    let door = Script::of(talk);
    let (fake, _bot) = run(&door).await;
    let ana = fake.person();
    for (place, venue) in
        [(Place::Server, Venue::Shared), (Place::Direct, Venue::Direct), (Place::Friends, Venue::Shared)]
    {
        let ana = ana.at(place);
        ana.command("offer start", &[]).await;
        ana.presses("Type it").await;
        ana.fills(&[("base", "1")]).await;
        let asked = door.asked();
        for request in &asked[asked.len() - 3..] {
            assert_eq!((request.venue, request.direct_channel.is_some()), (venue, venue == Venue::Direct), "{place:?}");
        }
    }
}

#[tokio::test]
async fn what_users_type_shows_as_typed() {
    let door = Script::of(talk);
    let (fake, _bot) = run(&door).await;
    let nasty = "**x** _y_ @everyone <@1> [a](https://b.example) ```c``` \u{202e}{{d}} # e\n- f\n> g \\ <t:1:R>";
    // What the fake reads is the markdown undone; its code blocks are escaped, so they show.
    assert_eq!(fake.person().says(nasty).await, format!("you said {nasty}"));
}

#[tokio::test]
async fn files_come_with_their_message_and_after_it() {
    let door = Script::of(|_| {
        let file = |name: &str| File { name: name.into(), content: name.into(), description: format!("About {name}") };
        Reply::Show(Card { files: vec![file("a.ics"), file("b.txt")], ..Card::text("Two files") })
    });
    let (fake, bot) = run(&door).await;
    let ana = fake.person();
    insta::assert_snapshot!(ana.says("files").await, @r"
    Two files
    <a.ics: About a.ics>
    ");
    bot.stop().await.unwrap();
    let files = [("a.ics", "a.ics"), ("b.txt", "b.txt")].map(|(name, content)| (name.to_owned(), content.into()));
    assert_eq!(ana.direct_files(), files);
}

fn go_on(_: Request) -> Reply {
    let card = Card::text("Hello here").with_buttons(vec![Button::primary("Go on", press(Verb::Resume))]);
    Reply::Direct { card, sent: Card::text("Look at your messages"), closed: Card::text("I can't write to you") }
}

#[tokio::test]
async fn a_walkthrough_begins_in_direct_messages() {
    let door = Script::of(go_on);
    let (fake, _bot) = run(&door).await;
    let (ana, ben) = (fake.person(), fake.person());
    assert_eq!(ana.command("offer start", &[]).await, "Look at your messages");
    assert_eq!(ana.direct_messages(), ["Hello here\n[Go on]"]);
    fake.close_direct(ben.id);
    assert_eq!(ben.command("offer start", &[]).await, "I can't write to you");
    assert_eq!(fake.count("POST", "/channels/"), 2, "closed messages are not tried again");
    assert_eq!(ana.at(Place::Direct).command("offer start", &[]).await, "Hello here\n[Go on]");
}

/// A door that answers only when told to.
fn gated(answer: impl Fn(Request) -> Reply + Send + Sync + Clone + 'static) -> (Arc<Script>, Arc<Notify>) {
    let gate = Arc::new(Notify::new());
    let opened = Arc::clone(&gate);
    let door = Script::slow(move |request| {
        let (gate, answer) = (Arc::clone(&opened), answer.clone());
        async move {
            // Where a first card stands is only noted: nobody waits for an answer to that.
            if request.body != Body::Opened {
                gate.notified().await;
            }
            answer(request)
        }
    });
    (door, gate)
}

#[tokio::test]
async fn a_slow_answer_is_announced_and_comes() {
    let (door, gate) = gated(|request| match press_of(&request) {
        None => Reply::Show(question()),
        Some(press) if press.action.verb == Verb::Back => Reply::Update(Card::text("in place")),
        Some(_) => show("anew"),
    });
    let (fake, _bot) = run_with(&door, at_once).await;
    for place in [Place::Server, Place::Direct] {
        let ana = fake.person().at(place);
        let asked = ana.sends_command("offer start", &[]);
        assert_eq!(ana.first_answer(asked).await, 5);
        gate.notify_one();
        assert!(ana.outcome(asked).await.starts_with("1 of 7"));
        let pressed = ana.sends_press(ana.id, "Type it");
        assert_eq!(ana.first_answer(pressed).await, 6);
        gate.notify_one();
        assert_eq!(ana.outcome(pressed).await, "anew");
        let pressed = ana.sends_press(ana.id, "Back");
        assert_eq!(ana.first_answer(pressed).await, 6);
        gate.notify_one();
        assert_eq!(ana.outcome(pressed).await, "in place");
    }
}

#[tokio::test]
async fn a_slow_answer_to_words_shows_that_it_is_being_written() {
    let (door, gate) = gated(|_| show("at last"));
    let (fake, _bot) = run_with(&door, at_once).await;
    let ana = fake.person();
    let asked = ana.sends("hello?");
    fake.until("the sign", |world| world.seen.iter().find(|seen| seen.path.ends_with("/typing")).map(drop)).await;
    gate.notify_one();
    assert_eq!(ana.answer_to(asked).await, "at last");
}

#[tokio::test]
async fn a_form_that_comes_late_can_still_be_opened() {
    let (door, gate) = gated(|request| match press_of(&request) {
        None => Reply::Show(question()),
        Some(_) => Reply::Form(form()),
    });
    let (fake, _bot) = run_with(&door, at_once).await;
    let ana = fake.person();
    let asked = ana.sends_command("offer start", &[]);
    ana.first_answer(asked).await;
    gate.notify_one();
    ana.outcome(asked).await;
    let pressed = ana.sends_press(ana.id, "Type it");
    ana.first_answer(pressed).await;
    gate.notify_one();
    insta::assert_snapshot!(ana.outcome(pressed).await, @r"
    Base: the form is ready.
    [Open the form]
    ");
    let opened_by: Vec<_> = door.asked().iter().filter_map(|request| press_of(request).cloned()).collect();
    let again = ana.sends_press(ana.id, "Open the form");
    ana.first_answer(again).await;
    gate.notify_one();
    ana.outcome(again).await;
    assert_eq!(press_of(door.asked().last().unwrap()), opened_by.last(), "the same press again");
}

#[tokio::test]
async fn a_form_cannot_follow_a_form_but_its_button_can() {
    let door = Script::of(|request| match request.body {
        Body::Command { .. } | Body::Press(_) => Reply::Form(form()),
        _ if press_of(&request).is_some() => Reply::Form(form()),
        _ => Reply::Nothing,
    });
    let (fake, _bot) = run(&door).await;
    let ana = fake.person();
    ana.command("help", &[]).await;
    assert_eq!(ana.fills(&[("base", "?")]).await, "Base: the form is ready.\n[Open the form]");
    assert_eq!(ana.presses("Open the form").await, "Form: Base\nBase salary a year: 185k");
    assert_eq!(press_of(door.asked().last().unwrap()), Some(&form().press));
}

#[tokio::test]
async fn a_slow_beginning_in_direct_messages_ends_where_it_was_announced() {
    let (door, gate) = gated(go_on);
    let (fake, _bot) = run_with(&door, at_once).await;
    for closed in [false, true] {
        let ana = fake.person();
        if closed {
            fake.close_direct(ana.id);
        }
        let asked = ana.sends_command("offer start", &[]);
        assert_eq!(ana.first_answer(asked).await, 5);
        gate.notify_one();
        let told = if closed { "I can't write to you" } else { "Look at your messages" };
        assert_eq!(ana.outcome(asked).await, told);
        assert_eq!(ana.direct_messages().len(), usize::from(!closed));
    }
}

#[tokio::test]
async fn nothing_to_say_leaves_nothing_waiting() {
    let (door, gate) = gated(|request| match request.body {
        Body::Command { command: Command::OfferStart, .. } => Reply::Show(question()),
        _ => Reply::Nothing,
    });
    let (fake, bot) = run_with(&door, at_once).await;
    let ana = fake.person();
    let asked = ana.sends_command("help", &[]);
    ana.first_answer(asked).await;
    gate.notify_one();
    assert_eq!(ana.outcome(asked).await, "", "the announced message is withdrawn");
    assert_eq!(fake.count("DELETE", "@original"), 1);
    gate.notify_one();
    let asked = ana.sends_command("offer start", &[]);
    ana.outcome(asked).await;
    gate.notify_one();
    let pressed = ana.sends_press(ana.id, "Back");
    assert_eq!(ana.first_answer(pressed).await, 6);
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn long_answers_arrive_whole() {
    let door = Script::of(|_| {
        let card = Card::titled("Long").with(Block::Copy("line\n".repeat(2000)));
        Reply::Show((0..40).fold(card, |card, n| card.with(Block::Text(format!("{n} ").repeat(100)))))
    });
    let (fake, bot) = run(&door).await;
    let ana = fake.person();
    let shown = ana.says("long").await;
    assert!(shown.contains("copy.txt") && shown.ends_with("<copy.txt: The text to copy>"), "{shown}");
    bot.stop().await.unwrap();
    let files = ana.direct_files();
    assert_eq!(files[0].1.len(), "line\n".len() * 2000 - 1);
    assert!(String::from_utf8_lossy(&files[1].1).ends_with("39 39 39"));
}
