//! `/lever`: one lever for one offer. The room in dollars, what asking for it alone does to
//! each year, how to argue, who approves, and what to say when they push back.

use crate::app::pages::about;
use crate::app::pages::offers;
use crate::app::pages::script;
use crate::app::route::Desk;
use crate::app::walk;
use crate::offer::{Fact, OfferId, OfferRecord};
use crate::playbook::{Catalogue, Effect, Entry, Kind, Lever, LeverView, Tactic};
use crate::reply::{Action, Press, Verb};
use crate::reply::{Block, Button, Card, Choice, Controls, Reply, Suggestion, Table};
use crate::session::Purpose;

/// `/lever name [offer]`. Without an offer the walkthrough begins and comes back to it.
pub(crate) fn command(desk: &mut Desk, name: &str, offer: Option<&str>) -> Reply {
    let lever = find(desk.catalogue, name);
    match (desk.account.named(offer).map(|record| record.id), lever) {
        (Some(id), Some(lever)) => Reply::Show(card(desk, id, lever)),
        (Some(id), None) => Reply::Show(list(desk, id, name)),
        (None, _) if desk.account.offers().is_empty() => {
            let name = lever.map(Lever::key).unwrap_or_default();
            walk::start_for(desk, Some(Purpose { command: "lever".into(), name: name.into() }))
        }
        (None, _) => Reply::Show(offers::unknown(desk, offer)),
    }
}

/// A lever's button, or one chosen from the list; without a subject the list of all.
pub(crate) fn pressed(desk: &mut Desk, press: &Press, value: Option<&str>) -> Reply {
    let name = value.unwrap_or(&press.action.subject);
    if press.action.number == 0 {
        return command(desk, name, None);
    }
    offers::known(desk, OfferId(press.action.number), |desk, id| {
        let card = find(desk.catalogue, name).map_or_else(|| list(desk, id, name), |lever| card(desk, id, lever));
        // A page opens below what it was asked from; lever after lever then stays in one place.
        if value.is_none() { Reply::Show(card) } else { offers::in_place(desk, card) }
    })
}

/// The lever for an offer that was just saved.
pub(crate) fn after_saving(desk: &Desk, name: &str, id: OfferId) -> Card {
    find(desk.catalogue, name).map_or_else(|| list(desk, id, ""), |lever| card(desk, id, lever))
}

/// Suggestions for a lever being typed.
pub(crate) fn suggest(typed: &str) -> Vec<Suggestion> {
    let typed = typed.trim().to_lowercase();
    let fits = |lever: &Lever| lever.title().to_lowercase().contains(&typed) || lever.key().contains(&typed);
    let named = |lever: Lever| Suggestion { label: lever.title().into(), value: lever.key().into() };
    Lever::ALL.into_iter().filter(fits).map(named).collect()
}

/// The lever a text names: by its own name, or by any name of one of its scripts.
fn find(catalogue: &Catalogue, name: &str) -> Option<Lever> {
    let plain = name.trim().to_lowercase();
    let by_name = Lever::ALL.into_iter().find(|lever| lever.key() == plain || lever.title().to_lowercase() == plain);
    by_name.or_else(|| catalogue.find_among(&[Kind::Script], name).and_then(|entry| entry.lever))
}

fn view(desk: &Desk, record: &OfferRecord, lever: Lever) -> Result<LeverView, Card> {
    script::with_material(desk, record, |material| lever.view(desk.catalogue, material))
        .map_err(|error| script::my_mistake(&error))
}

fn list(desk: &Desk, id: OfferId, typed: &str) -> Card {
    let Some(record) = desk.account.offer(id) else { return about::old_control() };
    let mut card = Card::titled(format!("Seven levers: {}", record.name));
    if !typed.trim().is_empty() {
        let typed: String = typed.chars().take(60).collect();
        card = card.with(Block::Text(format!("I know no lever called \"{typed}\".")));
    }
    card = card.with(Block::Lead("Pick two or three, with a reason each.".into()));
    let mut rooms = Vec::new();
    for lever in Lever::ALL {
        match view(desk, record, lever) {
            Ok(view) => rooms.push((view.title.to_owned(), view.room_says)),
            Err(card) => return card,
        }
    }
    card = card.with(Block::Fields(rooms));
    card.controls.push(choose(id, None));
    card.with_buttons(vec![
        Button::new("Scripts", Press::always(Action::of_offer(Verb::Scripts, id))),
        script::back(id),
    ])
    .with_small("The limits are the playbook's claim, held by the top of the range where there is one.")
}

fn choose(id: OfferId, but: Option<Lever>) -> Controls {
    let options = Lever::ALL
        .into_iter()
        .filter(|lever| Some(*lever) != but)
        .map(|lever| Choice { label: lever.title().into(), value: lever.key().into(), description: None })
        .collect();
    let prompt = if but.is_some() { "Another lever" } else { "Choose a lever" };
    Controls::Select { press: Press::always(Action::of_offer(Verb::Lever, id)), prompt: prompt.into(), options }
}

fn card(desk: &Desk, id: OfferId, lever: Lever) -> Card {
    let Some(record) = desk.account.offer(id) else { return about::old_control() };
    let view = match view(desk, record, lever) {
        Ok(view) => view,
        Err(card) => return card,
    };
    let mut card = Card::titled(format!("Lever: {}", view.title))
        .with(Block::Lead(view.room_says))
        .with(Block::Text(format!("{} {}", view.why, view.claim)));
    if let Some(effect) = &view.effect {
        card = card
            .with(Block::Heading(format!("If you ask for {} and nothing else", asked(lever, effect))))
            .with(Block::Table(table(effect)))
            .with(Block::Text(format!(
                "That is {} more. {}",
                effect.four_year_gain,
                view.approval.as_deref().unwrap_or_default()
            )));
    } else if let Some(says) = without_figure(lever) {
        card = card.with(Block::Text(format!("{says} The playbook does not say who decides it: ask your recruiter.")));
    }
    if !view.tactics.is_empty() {
        card = card
            .with(Block::Heading("How to argue".into()))
            .with(Block::Bullets(view.tactics.iter().map(tactic).collect()));
    }
    card = card.with(Block::Heading("If they push back".into())).with(Block::Fields(
        view.push_back.into_iter().map(|one| (format!("\"{}\"", one.they), format!("\"{}\"", one.you))).collect(),
    ));
    card = card.with_buttons(buttons(desk.catalogue, lever, &view.script, id));
    card.controls.push(choose(id, Some(lever)));
    if view.would_help.is_empty() {
        return card;
    }
    let wanted: Vec<String> = view.would_help.iter().map(|fact: &Fact| fact.label().to_lowercase()).collect();
    card.with_small(format!("With these I could say more: {}.", wanted.join("; ")))
}

fn asked(lever: Lever, effect: &Effect) -> String {
    match lever {
        Lever::Base => format!("a base of {}", effect.figure),
        Lever::SignOn => format!("a sign-on of {} over both years", effect.figure),
        _ => format!("a grant of {}", effect.figure),
    }
}

/// What a lever that is not measured in dollars does to the four years.
fn without_figure(lever: Lever) -> Option<&'static str> {
    match lever {
        Lever::StartDate => Some("Your four years stay as they are; they only begin later."),
        Lever::Level => Some(
            "A new level means a new package, so all four years would change. There is no figure until they write one.",
        ),
        Lever::Flexibility => Some("Your four years stay as they are; taking the job costs you less."),
        Lever::Bonus => Some("It comes on top of your four years, in the year that it is paid."),
        Lever::Base | Lever::SignOn | Lever::Grant => None,
    }
}

/// Each year as it is and as it would be: at most 34 columns.
fn table(effect: &Effect) -> Table {
    let rows = effect.years.iter().zip(effect.gains).enumerate().map(|(index, (year, gain))| {
        let more = if gain.is_positive() { format!("+{}", gain.bare_short()) } else { gain.bare_short() };
        vec![(index + 1).to_string(), (*year - gain).bare_short(), year.bare_short(), more]
    });
    Table { header: ["Y", "Offered", "Asked", "More"].map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn tactic(tactic: &Tactic) -> String {
    if tactic.claim { format!("{} (The playbook's claim.)", tactic.says) } else { tactic.says.clone() }
}

fn buttons(catalogue: &Catalogue, lever: Lever, main: &str, id: OfferId) -> Vec<Button> {
    let press = |verb, entry: &Entry| Press::always(Action::on_offer(verb, &entry.name, id));
    let mut scripts: Vec<&Entry> = catalogue.entries(Kind::Script).filter(|entry| entry.lever == Some(lever)).collect();
    scripts.sort_by_key(|entry| entry.name != main);
    let mut buttons: Vec<Button> = match scripts.as_slice() {
        [only] => vec![Button::primary("Script", press(Verb::Script, only))],
        several => several
            .iter()
            .take(3)
            .map(|entry| Button::new(format!("Script: {}", entry.name.replace('_', " ")), press(Verb::Script, entry)))
            .collect(),
    };
    buttons.extend(scripts.first().map(|entry| Button::new("Edit facts", press(Verb::Facts, entry))));
    buttons.push(script::back(id));
    buttons
}
