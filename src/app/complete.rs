//! Suggestions for options being typed: places and the user's own offers. Never another user's.

use crate::app::account::Account;
use crate::app::pages::script::Shelf;
use crate::app::pages::tax;
use crate::app::route::Desk;
use crate::market::Place;
use crate::reply::{Reply, Suggestion};

/// Most suggestions shown at once (Discord's limit).
const MOST: usize = 25;

/// Suggestions for one option.
pub(crate) fn suggest(desk: &Desk, name: &str, option: &str, typed: &str) -> Reply {
    let suggestions = match (name, option) {
        (_, "location") => places(typed),
        (_, "offer") => offers(desk.account, typed),
        ("lever", "name") => crate::app::pages::lever::suggest(typed),
        ("playbook", "topic") => crate::app::pages::topic::suggest(desk, typed),
        ("script", "name") => entries(desk, Shelf::Scripts, typed),
        ("email", "name") => entries(desk, Shelf::Emails, typed),
        ("tax", "state") => tax::suggest_states(typed),
        _ => Vec::new(),
    };
    Reply::Suggest(suggestions.into_iter().take(MOST).collect())
}

fn places(typed: &str) -> Vec<Suggestion> {
    let same = |text: String| Suggestion { label: text.clone(), value: text };
    let mut suggestions: Vec<Suggestion> =
        Place::suggestions(typed).iter().map(|place| same(place.to_string())).collect();
    let typed: String = typed.trim().chars().take(Place::LONGEST_NAME).collect();
    if !typed.is_empty() && Place::known(&typed).is_none() {
        suggestions.push(same(typed));
    }
    suggestions
}

fn entries(desk: &Desk, shelf: Shelf, typed: &str) -> Vec<Suggestion> {
    let entries = desk.catalogue.suggest(shelf.kinds(), typed).into_iter();
    entries.map(|entry| Suggestion { label: entry.title.clone(), value: entry.name.clone() }).collect()
}

fn offers(account: &Account, typed: &str) -> Vec<Suggestion> {
    let typed = typed.trim().to_lowercase();
    account
        .offers()
        .iter()
        .rev()
        .filter(|record| record.name.to_lowercase().contains(&typed) || record.id.to_string() == typed)
        .map(|record| Suggestion { label: format!("#{} {}", record.id, record.name), value: record.id.to_string() })
        .collect()
}
