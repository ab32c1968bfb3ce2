//! Order, repetition, and who may press what.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use counteroffer::Verb;
use counteroffer::{Body, Request};
use counteroffer::{Button, Card, Reply};
use tokio::sync::Notify;

use super::{press, question, run};
use crate::discord::payload::Place;
use crate::double::Script;

#[tokio::test]
async fn a_burst_is_handled_in_order_one_at_a_time_and_nobody_waits_for_others() {
    let at_work: Arc<Mutex<HashMap<u64, usize>>> = Arc::default();
    let log = Arc::clone(&at_work);
    let door = Script::slow(move |request: Request| {
        let at_work = Arc::clone(&log);
        async move {
            let user = request.user.0;
            let alone = |change: fn(&mut usize)| {
                let mut all = at_work.lock().unwrap();
                let count = all.entry(user).or_default();
                change(count);
                assert!(*count <= 1, "two events of a user at once");
            };
            alone(|count| *count += 1);
            // The earlier of two events takes longer: without lanes the later would overtake it.
            for _ in 0..50 - (request.id % 50) {
                tokio::task::yield_now().await;
            }
            alone(|count| *count -= 1);
            match request.body {
                Body::Words(words) => Reply::Show(Card::text(words)),
                _ => Reply::Show(question()),
            }
        }
    });
    let (fake, _bot) = run(&door).await;
    let people: Vec<_> = (0..6).map(|_| fake.person().at(Place::Direct)).collect();
    let mut sent: HashMap<u64, Vec<u64>> = HashMap::new();
    let mut last = Vec::new();
    for round in 0..20 {
        for person in &people {
            let id =
                if round % 3 == 2 { person.sends_command("help", &[]) } else { person.sends(&format!("word {round}")) };
            sent.entry(person.id).or_default().push(id);
            last = if round == 19 { [last, vec![id]].concat() } else { last };
        }
    }
    for (person, id) in people.iter().zip(last) {
        person.answer_to(id).await;
    }
    let mut handled: HashMap<u64, Vec<u64>> = HashMap::new();
    door.asked().iter().for_each(|request| handled.entry(request.user.0).or_default().push(request.id));
    assert_eq!(handled, sent);
    let said: Vec<String> = (0..20).filter(|round| round % 3 != 2).map(|round| format!("word {round}")).collect();
    for person in &people {
        let answers: Vec<String> =
            person.direct_messages().into_iter().filter(|text| text.starts_with("word")).collect();
        assert_eq!(answers, said, "answers stand in the order of the words");
    }
}

#[tokio::test]
async fn a_stuck_user_holds_up_nobody_else() {
    let never = Arc::new(Notify::new());
    let gate = Arc::clone(&never);
    let first = Arc::new(AtomicUsize::new(0));
    let door = Script::slow(move |_| {
        let (gate, nth) = (Arc::clone(&gate), first.fetch_add(1, Ordering::Relaxed));
        async move {
            if nth == 0 {
                gate.notified().await;
            }
            Reply::Show(Card::text("done"))
        }
    });
    let (fake, _bot) = run(&door).await;
    let (ana, ben) = (fake.person(), fake.person());
    let stuck = ana.sends("first");
    for _ in 0..10 {
        assert_eq!(ben.says("hello").await, "done");
    }
    never.notify_one();
    assert_eq!(ana.answer_to(stuck).await, "done");
}

#[tokio::test]
async fn an_id_delivered_twice_reaches_the_door_twice_and_the_user_once() {
    let door = Script::of(|request| match request.body {
        Body::Words(_) => Reply::Show(Card::text("after")),
        _ => Reply::Show(Card::text("once")),
    });
    let (fake, _bot) = run(&door).await;
    let ana = fake.person();
    let id = fake.double(ana.id, Place::Server, &ana.command_data("help", &[], None));
    assert_eq!(ana.outcome(id).await, "once");
    ana.says("still there?").await;
    let asked: Vec<u64> = door.asked().iter().map(|request| request.id).take(2).collect();
    assert_eq!(asked, [id, id]);
    assert_eq!(fake.world().screens[&ana.id].len(), 2, "one answer to the command, one to the words");
}

#[tokio::test]
async fn only_its_user_can_press_a_button() {
    let door = Script::of(|request| match request.body {
        Body::Press(press) => Reply::Update(Card::text(press.action.verb.key())),
        _ => Reply::Show(Card::text("Sure?").with_buttons(vec![Button::danger("Forget", press(Verb::Forget))])),
    });
    let (fake, _bot) = run(&door).await;
    let (ana, ben) = (fake.person(), fake.person());
    ana.command("forget", &[]).await;
    let refused = ben.presses_button_of(&ana, "Forget").await;
    insta::assert_snapshot!(refused, @"That control belongs to someone else's conversation, so nothing happened. Use /offer start to begin one of your own.");
    assert_eq!(ben.forges("1:0.0.forget..0:AAAAAAAAAAAAAAAA").await, refused);
    assert_eq!(ben.forges("anything").await, refused);
    insta::assert_snapshot!(ben.forges("0:0.0.forget..0:AAAAAAAAAAAAAAAA").await, @"That control is from an earlier version of me and no longer works. Your answers are still here: use /offer start to go on.");
    assert_eq!(door.asked().len(), 1, "nothing of it reached the door");
    assert_eq!(ana.presses("Forget").await, "forget");
}

#[tokio::test]
async fn more_than_a_person_can_do_is_told_so() {
    let gate = Arc::new(Notify::new());
    let opened = Arc::clone(&gate);
    let door = Script::slow(move |_| {
        let gate = Arc::clone(&opened);
        async move {
            gate.notified().await;
            gate.notify_one();
            Reply::Show(Card::text("done"))
        }
    });
    let (fake, _bot) = run(&door).await;
    let ana = fake.person();
    let pressed: Vec<u64> = (0..120).map(|_| ana.sends_command("help", &[])).collect();
    insta::assert_snapshot!(ana.outcome(pressed[119]).await, @"That was too much at once, so this press did nothing. Wait a few seconds and press again.");
    gate.notify_one();
    assert_eq!(ana.outcome(pressed[0]).await, "done");
    assert_eq!(ana.outcome(pressed[90]).await, "done");
}
