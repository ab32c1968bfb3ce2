//! `/lever`: one lever for one offer. The room in dollars, what asking for it alone does to
//! each year, how to argue, who approves, and what to say when they push back.

use crate::app::account::Purpose;
use crate::app::command::{Command, Options};
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::material::WorkedOut;
use crate::app::outcome::{NotThere, Outcome};
use crate::app::words::refusals;
use crate::echo::Echo;
use crate::offer::{Fact, OfferId, OfferRecord};
use crate::playbook::{Catalogue, Effect, Entry, Kind, Lever, LeverView, RenderError, Tactic};
use crate::reply::{Action, Block, Button, Card, Choice, Controls, Press, Table, Verb};
use crate::words;

/// `/lever name [offer]`. Without an offer the walkthrough begins and comes back to it.
pub(crate) fn command(desk: &Desk, options: &Options) -> Outcome {
    let name = options.text("name");
    match desk.named(options.get("offer")) {
        Ok(id) => desk.of(id, |record| Outcome::below(page(desk, record, name))),
        Err(NotThere::NoOffer) => {
            let name = find(desk.catalogue, name).map(Lever::key).unwrap_or_default();
            Outcome::Need(Purpose { command: Command::Lever, options: Options::default().with("name", name) })
        }
        Err(instead) => instead.into(),
    }
}

/// A lever's button, or one chosen from the list; without a subject the list of all. A page
/// opens below what it was asked from; lever after lever then stays in one place.
pub(crate) fn pressed(desk: &Desk, record: &OfferRecord, press: &Press, value: Option<&str>) -> Outcome {
    match value {
        Some(name) => Outcome::here(page(desk, record, name)),
        None => Outcome::below(page(desk, record, &press.action.subject)),
    }
}

fn page(desk: &Desk, record: &OfferRecord, name: &str) -> Card {
    let worked_out = desk.work_out(record);
    let card = match find(desk.catalogue, name) {
        Some(lever) => card(desk, &worked_out, lever),
        None => list(desk, &worked_out, name),
    };
    card.unwrap_or_else(|error| refusals::my_mistake(&error))
}

/// The lever a text names: by its own name, or by any name of one of its scripts.
fn find(catalogue: &Catalogue, name: &str) -> Option<Lever> {
    let plain = name.trim().to_lowercase();
    let by_name = Lever::ALL.into_iter().find(|lever| lever.key() == plain || lever.title().to_lowercase() == plain);
    by_name.or_else(|| catalogue.find_among(&[Kind::Script], name).and_then(|entry| entry.lever))
}

fn view(desk: &Desk, worked_out: &WorkedOut, lever: Lever) -> Result<LeverView, RenderError> {
    worked_out.playbook(|material| lever.view(desk.catalogue, material))
}

fn list(desk: &Desk, worked_out: &WorkedOut, typed: &str) -> Result<Card, RenderError> {
    let record = worked_out.record;
    let echo = Echo::of(typed);
    let unknown = (!echo.is_empty()).then(|| format!("I know no lever called \"{echo}\"."));
    let mut rooms = Vec::new();
    for lever in Lever::ALL {
        let view = view(desk, worked_out, lever)?;
        rooms.push((view.title.to_owned(), view.room_says));
    }
    Ok(Card::titled(format!("Seven levers: {}", record.name))
        .said(unknown)
        .with(Block::Lead("Pick two or three, with a reason each.".into()))
        .with(Block::Fields(rooms))
        .with_controls([choose(record.id, None)])
        .with_buttons(vec![
            Button::new("Scripts", links::of_offer(Verb::Scripts, record.id)),
            links::analysis(record.id),
        ])
        .with_small("The limits are the playbook's claim, held by the top of the range where there is one."))
}

fn choose(id: OfferId, but: Option<Lever>) -> Controls {
    let options = Lever::ALL
        .into_iter()
        .filter(|lever| Some(*lever) != but)
        .map(|lever| Choice::new(lever.title(), lever.key()))
        .collect();
    let prompt = if but.is_some() { "Another lever" } else { "Choose a lever" };
    Controls::Select { press: links::of_offer(Verb::Lever, id), prompt: prompt.into(), options }
}

fn card(desk: &Desk, worked_out: &WorkedOut, lever: Lever) -> Result<Card, RenderError> {
    let id = worked_out.record.id;
    let view = view(desk, worked_out, lever)?;
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
                view.approval.map_or_else(String::new, |who| words::rise_to_approve(who.percent, who.approval))
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
    card = card.with_buttons(buttons(desk.catalogue, lever, &view.script, id)).with_controls([choose(id, Some(lever))]);
    if view.would_help.is_empty() {
        return Ok(card);
    }
    let wanted: Vec<String> =
        view.would_help.iter().map(|fact: &Fact| words::fact_label(*fact).to_lowercase()).collect();
    Ok(card.with_small(format!("With these I could say more: {}.", wanted.join("; "))))
}

fn asked(lever: Lever, effect: &Effect) -> String {
    match lever {
        Lever::Base => format!("a base of {}", effect.figure),
        Lever::SignOn => format!("a sign-on of {} over both years", effect.figure),
        Lever::Grant => format!("a grant of {}", effect.figure),
        Lever::StartDate | Lever::Level | Lever::Flexibility | Lever::Bonus => effect.figure.to_string(),
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
    buttons.push(links::analysis(id));
    buttons
}
