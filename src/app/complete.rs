//! Suggestions for options being typed: places and the user's own offers. Never another user's.

use super::command::{Command, OptionKind, Suggested};
use super::desk::Desk;
use super::words::homes;
use crate::market::Place;
use crate::playbook::{Kind, Lever};
use crate::reply::Suggestion;

/// Most suggestions shown at once (Discord's limit).
const MOST: usize = 25;

/// Suggestions for one option.
pub(crate) fn suggest(desk: &Desk, command: Command, option: &str, typed: &str) -> Vec<Suggestion> {
    let Some(OptionKind::Completed(what)) = command.option(option).map(|option| option.kind) else {
        return Vec::new();
    };
    let mut suggestions = match what {
        Suggested::Offers => offers(desk, typed),
        Suggested::Places => places(desk, typed),
        Suggested::Scripts => entries(desk, Kind::SCRIPTS, typed),
        Suggested::Emails => entries(desk, Kind::EMAILS, typed),
        Suggested::Topics => entries(desk, &[Kind::Topic], typed),
        Suggested::Levers => levers(typed),
        Suggested::States => homes::suggest(typed),
    };
    suggestions.truncate(MOST);
    suggestions
}

/// The places known by all their names, then others that there are bands for, then what is typed.
fn places(desk: &Desk, typed: &str) -> Vec<Suggestion> {
    let mut names: Vec<String> = Place::suggestions(typed).iter().map(ToString::to_string).collect();
    let others = desk.bands.iter().map(|band| &band.place).filter(|place| place.key().is_none());
    let begins = |name: &String| name.to_lowercase().starts_with(&typed.trim().to_lowercase());
    for name in others.map(ToString::to_string).filter(begins) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let typed: String = typed.trim().chars().take(Place::LONGEST_NAME).collect();
    if !typed.is_empty() && Place::known(&typed).is_none() && !names.contains(&typed) {
        names.push(typed);
    }
    names.into_iter().map(|name| Suggestion { label: name.clone(), value: name }).collect()
}

fn entries(desk: &Desk, kinds: &[Kind], typed: &str) -> Vec<Suggestion> {
    let entries = desk.catalogue.suggest(kinds, typed).into_iter();
    entries.map(|entry| Suggestion { label: entry.title.clone(), value: entry.name.clone() }).collect()
}

fn levers(typed: &str) -> Vec<Suggestion> {
    let typed = typed.trim().to_lowercase();
    let fits = |lever: &Lever| lever.title().to_lowercase().contains(&typed) || lever.key().contains(&typed);
    let named = |lever: Lever| Suggestion { label: lever.title().into(), value: lever.key().into() };
    Lever::ALL.into_iter().filter(fits).map(named).collect()
}

fn offers(desk: &Desk, typed: &str) -> Vec<Suggestion> {
    let typed = typed.trim().to_lowercase();
    let offers = desk.account.offers().iter().rev();
    offers
        .filter(|record| record.name.to_lowercase().contains(&typed) || record.id.to_string() == typed)
        .map(|record| Suggestion { label: format!("#{} {}", record.id, record.name), value: record.id.to_string() })
        .collect()
}
