//! `/checklist`: three parts as ticks, kept with the offer. Lines tick themselves where the
//! bot knows; the others are the user's.

use crate::app::account::Purpose;
use crate::app::command::{Command, Options};
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::outcome::{Gone, NotThere, Outcome};
use crate::offer::{OfferId, OfferRecord};
use crate::playbook::{ChecklistLine, ChecklistPart, Done};
use crate::reply::{Block, Button, Card, Choice, Verb};

/// `/checklist`: that of the newest offer; without one the walkthrough begins and comes back.
pub(crate) fn command(desk: &Desk, options: &Options) -> Outcome {
    match desk.named(options.get("offer")) {
        Ok(id) => desk.of(id, |record| Outcome::below(card(desk, record))),
        Err(NotThere::NoOffer) => Outcome::Need(Purpose { command: Command::Checklist, options: Options::default() }),
        Err(instead) => instead.into(),
    }
}

/// The checklist's button, or a line of it chosen.
pub(crate) fn pressed(desk: &mut Desk, id: OfferId, value: Option<&str>) -> Outcome {
    if let Some(key) = value {
        turn(desk, id, key);
    }
    match (desk.account.offer(id), value) {
        (Some(record), Some(_)) => Outcome::here(card(desk, record)),
        (Some(record), None) => Outcome::below(card(desk, record)),
        (None, _) => Outcome::Gone(Gone::Offer),
    }
}

/// Ticks a line, or takes its tick away. What the offer itself shows can't be unticked.
fn turn(desk: &mut Desk, id: OfferId, key: &str) {
    let (catalogue, now) = (desk.catalogue, desk.now);
    let Some(record) = desk.account.offer_mut(id) else { return };
    let parts = catalogue.checklist(record);
    let Some(line) = parts.iter().flat_map(|part| &part.lines).find(|line| line.key == key) else { return };
    if line.by_itself {
        return;
    }
    if record.ticks.remove(key).is_none() {
        record.ticks.insert(key.to_owned(), now);
    }
}

/// Something was done for an offer: its line ticks itself, once.
pub(crate) fn tick(desk: &mut Desk, id: OfferId, done: Done) {
    let now = desk.now;
    if let Some(key) = desk.catalogue.ticked_by(done)
        && let Some(record) = desk.account.offer_mut(id)
    {
        record.ticks.entry(key.to_owned()).or_insert(now);
    }
}

/// The checklist of an offer.
fn card(desk: &Desk, record: &OfferRecord) -> Card {
    let parts = desk.catalogue.checklist(record);
    let lines: Vec<&ChecklistLine> = parts.iter().flat_map(|part| &part.lines).collect();
    let ticked = lines.iter().filter(|line| line.ticked).count();
    let sections = parts
        .iter()
        .flat_map(|part| [Block::Heading(part.title.clone()), Block::Bullets(part.lines.iter().map(mark).collect())]);
    let mut open = lines.iter().filter(|line| !line.ticked);
    let next = open.find_map(|line| links::button(desk.catalogue, &line.command, Some(record.id)));
    let next = next.map(|button| Button::primary(format!("Next: {}", button.label), button.press));
    Card::titled(format!("Checklist: {}", record.name))
        .with(Block::Lead(progress(ticked, lines.len())))
        .with_all(sections)
        .with_select(links::of_offer(Verb::Tick, record.id), "Tick or untick a line", choices(&parts))
        .with_buttons(next.into_iter().chain([links::analysis(record.id)]).collect())
        .with_small("Lines tick themselves where I know; the rest are yours. Ticks belong to this offer.")
}

fn progress(ticked: usize, all: usize) -> String {
    if ticked == all { format!("All {all} done. Well prepared.") } else { format!("{ticked} of {all} done.") }
}

fn mark(line: &ChecklistLine) -> String {
    format!("{} {} ({})", if line.ticked { "\u{2611}" } else { "\u{2610}" }, line.says, line.command)
}

fn choices(parts: &[ChecklistPart]) -> Vec<Choice> {
    let lines = parts.iter().flat_map(|part| part.lines.iter().map(move |line| (part, line)));
    lines
        .filter(|(_, line)| !line.by_itself)
        .map(|(part, line)| {
            let label = format!("{}: {}", if line.ticked { "Untick" } else { "Tick" }, line.says);
            Choice::new(label.chars().take(100).collect::<String>(), &line.key).described(&part.title)
        })
        .collect()
}
