//! The same text twice running is answered in other words the second time, whatever is open.

use super::*;
use crate::app::tables::Tables;

/// Texts: the first phrasing of each topic, and figures and words that stand in no topic.
fn texts() -> Vec<String> {
    let tables = Tables::shipped();
    let topics = tables.topics.table().topics.iter().filter_map(|topic| topic.asks.first().cloned());
    let more = [
        "base is now 210k",
        "they came back with 205k base and 430k stock",
        "base is now 21k",
        "they gave me 10k more base",
        "i asked for 220k base",
        "google verbal 400k",
        "what if base is 210k",
        "ugh whatever",
        "hmm 17 and 18",
        "deadline is dec 8",
        "sign on 100k now",
        "tax",
        "counter",
        "show my offer",
    ];
    topics.step_by(2).take(48).chain(more.map(str::to_owned)).collect()
}

async fn begun(state: &str) -> Conversation {
    let mut user = match state {
        "no offer" => return Conversation::new(),
        "a question" => return at_the_base().await,
        _ => with_an_offer().await,
    };
    match state {
        "the card" => drop(user.command("offer edit", &[]).await),
        "numbers wait" => drop(user.says("base is now 207k").await),
        _ => {}
    }
    user
}

#[tokio::test]
async fn no_reply_comes_twice_running() {
    let mut wrong = Vec::new();
    for state in ["no offer", "a question", "the card", "saved", "numbers wait"] {
        for words in texts() {
            let mut user = begun(state).await;
            let first = user.says(&words).await;
            let second = user.says(&words).await;
            if first == second && !first.is_empty() {
                wrong.push(format!("{state}: {words}: {first}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} {}", wrong.len(), wrong.join("\n\n"));
}
