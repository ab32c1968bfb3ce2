//! Suggestions for options being typed: places, names of the playbook, and the user's own offers.
//! Never another user's. Each is found by its own label, however that is written.

use super::account::listed;
use super::command::{Command, OptionKind, Suggested};
use super::desk::Desk;
use super::words::homes;
use crate::echo;
use crate::market::{Place, simplify};
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
        Suggested::Levers => levers(desk, typed),
        Suggested::States => homes::suggest(typed),
    };
    suggestions.truncate(MOST);
    suggestions
}

/// The places known by all their names, then others that there are bands for, then what is typed
/// where it can be a place's name.
fn places(desk: &Desk, typed: &str) -> Vec<Suggestion> {
    let mut names: Vec<String> = Place::suggestions(typed).iter().map(ToString::to_string).collect();
    let others = desk.bands.iter().map(|band| &band.place).filter(|place| place.key().is_none());
    for name in others.map(ToString::to_string).filter(|name| simplify(name).starts_with(&simplify(typed))) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let typed = echo::kept(typed, Place::LONGEST_NAME + 1);
    let is_name = (1..=Place::LONGEST_NAME).contains(&typed.chars().count());
    if is_name && Place::known(&typed).is_none() && !names.contains(&typed) {
        names.push(typed);
    }
    names.into_iter().map(|name| Suggestion { label: name.clone(), value: name }).collect()
}

fn entries(desk: &Desk, kinds: &[Kind], typed: &str) -> Vec<Suggestion> {
    let entries = desk.catalogue.suggest(kinds, typed).into_iter();
    entries.map(|entry| Suggestion { label: entry.title.clone(), value: entry.name.clone() }).collect()
}

/// Levers by their own names and by those of their scripts.
fn levers(desk: &Desk, typed: &str) -> Vec<Suggestion> {
    let scripts = desk.catalogue.suggest(&[Kind::Script], typed);
    let typed = simplify(typed);
    let fits = |lever: &Lever| {
        let own = [lever.title(), lever.key()].iter().any(|name| simplify(name).contains(&typed));
        own || scripts.iter().any(|script| script.lever == Some(*lever))
    };
    let named = |lever: Lever| Suggestion { label: lever.title().into(), value: lever.key().into() };
    Lever::ALL.into_iter().filter(fits).map(named).collect()
}

/// The user's offers, newest first; one that is named whole before those that only contain it.
fn offers(desk: &Desk, typed: &str) -> Vec<Suggestion> {
    let named = desk.account.named(Some(typed).filter(|typed| !typed.trim().is_empty()));
    let typed = simplify(typed);
    let whole = named.filter(|_| !typed.is_empty());
    let others = desk.account.offers().iter().rev().filter(|record| whole.is_none_or(|whole| whole.id != record.id));
    whole
        .into_iter()
        .chain(others.filter(|record| simplify(&listed(record)).contains(&typed)))
        .map(|record| Suggestion { label: listed(record), value: record.id.to_string() })
        .collect()
}
