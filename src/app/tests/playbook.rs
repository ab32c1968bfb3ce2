//! Conversations about the playbook: scripts, levers, the case, topics, the checklist.

mod case;
mod checklist;
mod commands;
mod levers;
mod scripts;
mod topics;

use super::*;
use crate::offer::{Fact, OfferId, OfferRecord};
use crate::playbook::tests::catalogue;
use crate::reply::Block;

/// Labels of a card's buttons, and its lists with their options.
fn controls(card: &Card) -> String {
    let rows = card.controls.iter().map(|row| match row {
        Controls::Buttons(buttons) => {
            let labels: Vec<String> = buttons.iter().map(|button| format!("[{}]", button.label)).collect();
            labels.join(" ")
        }
        Controls::Select { prompt, options, .. } => {
            let labels: Vec<&str> = options.iter().map(|option| option.label.as_str()).collect();
            format!("<{prompt}: {}>", labels.join(" | "))
        }
    });
    rows.collect::<Vec<_>>().join("\n")
}

fn shown(user: &Conversation) -> String {
    format!("{}\n{}", text(&user.shown), controls(&user.shown))
}

async fn with_offer() -> Conversation {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user
}

async fn record(user: &Conversation) -> OfferRecord {
    let documents = user.store.load(user.user).await.expect("readable");
    serde_json::from_str(&documents.offers.last().expect("an offer").1).expect("a record")
}

async fn page(name: &str, options: &[(&str, &str)]) -> String {
    let mut user = with_offer().await;
    user.command(name, options).await;
    shown(&user)
}
